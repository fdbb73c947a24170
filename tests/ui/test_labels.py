from dataclasses import replace

import pytest
from fake_assistant import FakeModel, FakeWriter

from answer.reply import Answer, Citation
from index.document import Document
from ui.labels import (
    alphabetical,
    facts,
    last_headings,
    made_by,
    place,
    reader_of_questions,
    short_name,
    show_date,
    source_line,
    understood_otherwise,
    warnings,
)
from ui.words import Words


def test_short_names(document: Document, draft: Document) -> None:
    assert short_name(document) == "Quyết định 2106/QĐ-UBND (Bình Định)"
    assert short_name(draft) == "Kế hoạch 2025 (Sóc Trăng)"
    assert short_name(replace(document, number=None)) == "Quyết định 2023-2025 (Bình Định)"
    assert short_name(Document(id="x", file="x.txt")) == "x.txt"
    assert short_name(Document(id="x", file="x.txt", title="Tên", issuer="Sở Y tế")) == "Tên (Sở Y tế)"


def test_place_in_both_languages(citation: Citation) -> None:
    assert place(citation, Words("vi")) == "dòng 13-14"
    paged = replace(citation, passage=replace(citation.passage, page=3), lines=(7, 7))
    assert place(paged, Words("en")) == "page 3, line 7"
    assert place(replace(paged, page=4), Words("vi")) == "trang 4, dòng 7"  # the quote's own, where the passage goes on
    over = replace(paged, page=4, last_page=5, lines=None)  # a clause that goes on over a page break
    assert place(over, Words("vi")) == "trang 4-5"
    assert place(replace(over, last_page=4), Words("en")) == "page 4"
    assert place(replace(citation, lines=None), Words("vi")) == ""


def test_source_line_cuts_long_headings_only_between_words(citation: Citation) -> None:
    long = ("Phụ lục " + "rất dài " * 20).strip()
    passage = replace(citation.passage, section=(long, "14. Sở Tài chính"))
    line = source_line(replace(citation, passage=passage), Words("vi"))
    assert line == (
        "Quyết định 2106/QĐ-UBND (Bình Định) · Phụ lục rất dài rất dài rất dài rất dài… › 14. Sở Tài chính · dòng 13-14"
    )


@pytest.mark.parametrize(("date", "shown"), [("2023-06-03", "3/6/2023"), ("2021-03", "3/2021"), ("2023", "2023")])
def test_dates(date: str, shown: str) -> None:
    assert show_date(date, Words("vi")) == shown
    assert show_date(date, Words("en")) == date


def test_facts_leave_out_what_is_unknown(citation: Citation) -> None:
    known = dict(facts(replace(citation, document=replace(citation.document, number=None)), Words("en")))
    assert "Number" not in known
    assert known["Section"] == "V. TỔ CHỨC THỰC HIỆN › 14. Sở Tài chính"
    assert known["Place"] == "lines 13-14"


def test_understood_otherwise(reply: Answer) -> None:
    assert not understood_otherwise(replace(reply, resolved_question=" Bố trí  bao nhiêu người ? "))
    assert understood_otherwise(replace(reply, resolved_question="Sở Nội vụ bố trí bao nhiêu người?"))


def test_sorted_as_a_reader_looks_for_them() -> None:
    assert sorted(["Huế", "Đồng Tháp", "Gia Lai", "Cần Thơ", "Dân"], key=alphabetical) == [
        "Cần Thơ", "Dân", "Đồng Tháp", "Gia Lai", "Huế"
    ]  # fmt: skip


def test_warnings(citation: Citation, draft: Document) -> None:
    assert warnings(citation, Words("en")) == []
    scanned = replace(citation, document=draft, passage=replace(citation.passage, read_by="ocr"))
    assert warnings(scanned, Words("en")) == [Words("en")("draft"), Words("en")("by_ocr")]
    sure = replace(scanned, passage=replace(scanned.passage, confidence=0.997))
    assert warnings(sure, Words("vi"))[1] == "Đọc từ bản quét, độ tin cậy 99\u00a0%: nên đối chiếu với ảnh trang"
    unknown = replace(citation, document=replace(draft, status="unknown"))
    assert warnings(unknown, Words("vi")) == ["Không rõ đã ban hành hay chưa"]


def test_the_end_of_a_path_says_something_by_itself() -> None:
    assert last_headings(("V. TỔ CHỨC", "3. Sở Tài chính", "b)")) == ("3. Sở Tài chính", "b)")
    assert last_headings(("V. TỔ CHỨC", "3. Sở Tài chính")) == ("3. Sở Tài chính",)
    assert last_headings(("a)", "b)")) == ("a)", "b)")
    assert last_headings(()) == ()


def test_who_wrote_an_answer_and_where(written: Answer, reply: Answer) -> None:
    words, outside = Words("vi"), FakeWriter(FakeModel(where="model.example", is_local=False))
    assert made_by(reply, words, FakeWriter()) == "trích nguyên văn"
    here = made_by(written, words, FakeWriter())
    assert here == "viết bởi mô hình tho-ky tại 127.0.0.1:8080, trên máy này, đã đối chiếu từng câu"
    assert "được gửi tới model.example, bên ngoài máy này" in made_by(written, words, outside)
    for other in (None, FakeWriter(FakeModel(name="openai:khac"))):
        assert made_by(written, words, other) == "viết bởi mô hình tho-ky, đã đối chiếu từng câu"


@pytest.mark.parametrize(
    ("is_local", "said"),
    [
        (True, "The model tho-ky at 127.0.0.1:8080, on this machine, reads the question"),
        (False, "sent to 127.0.0.1:8080, outside this machine"),
    ],
)
def test_who_reads_the_question(is_local: bool, said: str) -> None:
    assert said in reader_of_questions(FakeWriter(FakeModel(is_local=is_local)), Words("en"))
