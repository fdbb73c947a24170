from dataclasses import replace

import pytest
from fake_assistant import FakeWriter
from hypothesis import given
from hypothesis import strategies as st

from answer.reply import Answer, Citation
from ui.answer_view import (
    Block,
    TextRun,
    answer_blocks,
    beside_claims,
    row_cells,
    source_data,
    split_markers,
    split_related,
    timing,
)
from ui.words import Words


@given(st.text(alphabet="a[1] 2]", max_size=30), st.sets(st.integers(1, 12)))
def test_markers_cut_nothing_off(text: str, known: set[int]) -> None:
    runs = split_markers(text, known)
    assert "".join(run.text for run in runs) == text
    assert all(run.text == f"[{run.marker}]" and run.marker in known for run in runs if run.marker is not None)


def test_only_citations_are_markers() -> None:
    runs = split_markers("a [1] b [7]", {1})
    assert [(run.text, run.marker) for run in runs] == [("a ", None), ("[1]", 1), (" b [7]", None)]


def test_sentences_and_quotes(reply: Answer) -> None:
    lead, quote = answer_blocks(reply)
    assert [run.marker for run in lead.runs] == [None, 1, None]
    assert (quote.text, quote.marker) == ("“b) Bố trí 20 người/lớp theo quy định.”", 1)


def test_a_quote_that_the_text_does_not_show_is_added(reply: Answer) -> None:
    blocks = answer_blocks(replace(reply, text="20 người/lớp [1]."))
    assert [b.marker for b in blocks] == [None, 1]


def test_quotes_stand_under_the_sentence_that_cites_them() -> None:
    first, second, third = (Block(text=f"“{n}”", marker=n) for n in (1, 2, 3))
    one, two = Block((TextRun("a "), TextRun("[1]", 1))), Block((TextRun("[1]", 1), TextRun("[2]", 2)))
    assert beside_claims([one, two, first, second, third]) == [one, first, two, second, third]


def test_what_sums_up_stands_above_what_each_says() -> None:
    both = Block(runs=(TextRun("Khác nhau "), TextRun("[1]", 1), TextRun("[2]", 2)))
    one, two = Block(runs=(TextRun("a "), TextRun("[1]", 1))), Block(runs=(TextRun("b "), TextRun("[2]", 2)))
    first, second = Block(text="“a”", marker=1), Block(text="“b”", marker=2)
    assert beside_claims([both, one, two, first, second]) == [both, one, first, two, second]


def test_what_is_only_related_is_told_from_the_answer(reply: Answer) -> None:
    own = answer_blocks(reply)
    assert split_related(own, reply) == (own, "", [])
    second = replace(reply.citations[0], marker=2)
    answer = replace(
        reply,
        text=f"{reply.text}\n\nĐiều khoản liên quan:\n\n“{second.quote}” [2]",
        citations=(*reply.citations, second),
    )
    blocks, heading, related = split_related(answer_blocks(answer), answer)
    assert (blocks, heading) == (own, "Điều khoản liên quan:")
    assert [block.marker for block in related] == [2]


def test_a_quoted_row_is_shown_by_its_columns(citation: Citation) -> None:
    passage = replace(
        citation.passage, kind="row", text="4 | Lớp A | 20 người", cells={"Lớp": "Lớp A", "Chỉ tiêu": "20 người"}
    )
    row = replace(citation, passage=passage, quote=passage.text)
    assert row_cells(row) == (("Lớp", "Lớp A"), ("Chỉ tiêu", "20 người"))
    assert row_cells(replace(row, quote="Lớp A")) == ()
    assert row_cells(replace(row, passage=replace(passage, cells={"Lớp": "khác"}))) == ()
    assert row_cells(citation) == ()


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "2,5 giây · trích nguyên văn"), ("en", "2.5 s · verbatim extracts")]
)
def test_timing(reply: Answer, language: str, said: str) -> None:
    words = Words("en" if language == "en" else "vi")
    assert timing(replace(reply, timings_ms={"total": 2480.0}), words) == said
    assert timing(replace(reply, timings_ms={"total": 0.1}, citations=()), words) == "1 ms"


def test_timing_of_what_a_model_wrote(written: Answer) -> None:
    said = timing(replace(written, timings_ms={"total": 12_400.0}), Words("vi"), FakeWriter())
    assert said.startswith("12,4 giây · viết bởi mô hình tho-ky tại 127.0.0.1:8080")


def test_the_quotes_of_a_written_answer_follow_its_sentences(written: Answer) -> None:
    assert [block.marker for block in answer_blocks(written)] == [None, 1]


def test_buttons_say_where_they_lead(citation: Citation) -> None:
    data = source_data(citation, "open_source", Words("en"))
    assert data["label"] == f"[1] {data['title']}"
    assert data["action"] == "Open source [1]"
    assert source_data(citation, "open_nearest", Words("en"))["label"] == data["title"]
    brief = source_data(citation, "open_source", Words("en"), brief=True)
    assert brief["label"] == "[1] Quyết định 2106/QĐ-UBND (Bình Định) · 14. Sở Tài chính · lines 13-14"
    assert brief["title"] == data["title"]
