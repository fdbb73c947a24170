from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document as read_docx
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from answer.reply import Answer, Citation
from index.document import Document
from ui.export import Exported, docx_export, escape_markdown, markdown_export, turn_text, xml_text
from ui.filters import Filter
from ui.session import Turn
from ui.words import Words

HOSTILE = "<script>alert(1)</script> **đậm** $x^2$ ![ảnh](http://a.vn/b.png) :red[x] | a | # b"
QUOTE = "“b) Bố trí 20 người/lớp theo quy định.”"
MARKUP = st.text(alphabet="ab1 .)-+=#*_`~$|<>[]()!&;:\\\n\té", max_size=60)


def _texts(tokens: list[Token] | None) -> Iterator[str]:
    for token in tokens or ():
        yield from _texts(token.children)
        if token.type in ("text", "text_special"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"


def _allowed(tokens: list[Token] | None) -> bool:
    kinds = {"inline", "text", "text_special", "softbreak", "hardbreak", "paragraph_open", "paragraph_close"}
    return all(token.type in kinds and _allowed(token.children) for token in tokens or ())


@given(MARKUP | st.text(max_size=60))
def test_escaped_text_is_read_back_literally(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escape_markdown(text))
    assert _allowed(tokens)
    literal = "".join(text.replace("\0", "\ufffd").split())
    assert "".join("".join(_texts(tokens)).split()) == literal


@pytest.fixture
def about(document: Document) -> Exported:
    return Exported({document.id: document}, date(2026, 11, 22))


@pytest.fixture
def turns(turn: Turn, reply: Answer, citation: Citation) -> list[Turn]:
    nothing = replace(
        reply, question=HOSTILE, resolved_question="Đầy đủ?", status="no_evidence", text="Không có.", citations=(),
        nearest=(citation,), notices=(),
    )  # fmt: skip
    return [turn, Turn("t2", HOSTILE, Filter(provinces=("Gia Lai",)), nothing), Turn("t3", "lỗi", Filter(), None)]


def test_markdown_holds_all_of_a_citation(turns: list[Turn], about: Exported) -> None:
    text = markdown_export(turns, Words("vi"), about).decode()
    for part in (
        "## 1. Câu hỏi", "Bố trí bao nhiêu người?", "20 người/lớp \\[1\\].", "- Văn bản: Kế hoạch đào tạo",
        "- Số hiệu: 2106/QĐ-UBND", "- Mục: V. TỔ CHỨC THỰC HIỆN › 14. Sở Tài chính", "- Vị trí: dòng 13-14",
        f"> {QUOTE}", "- Giai đoạn đã kết thúc.", "Trong phạm vi: Gia Lai",
        "Được hiểu là: Đầy đủ?", "### Đoạn gần nhất - không phải câu trả lời",
    ):  # fmt: skip
        assert part in text
    assert "lỗi" not in text
    assert "<script>" not in MarkdownIt().render(text)


def test_docx_opens_and_holds_the_same(turns: list[Turn], about: Exported) -> None:
    file = read_docx(BytesIO(docx_export(turns, Words("en"), about)))
    texts = [p.text for p in file.paragraphs]
    assert HOSTILE in texts
    assert QUOTE in texts
    assert "Number: 2106/QĐ-UBND" in texts and "Place: lines 13-14" in texts
    assert "Closest passages - not an answer" in texts


@settings(deadline=None)  # a file is made each time
@given(st.text(max_size=40))
def test_any_text_fits_into_a_docx(text: str) -> None:
    file = read_docx()
    file.add_paragraph(xml_text(text))
    file.save(BytesIO())


def test_copied_text_ends_with_its_citations(turn: Turn, reply: Answer) -> None:
    text = turn_text(turn, Words("vi"))
    assert text.startswith("Bố trí bao nhiêu người?\n\nQuyết định nêu: 20 người/lớp [1].")
    source = "[1] Quyết định 2106/QĐ-UBND (Bình Định) · V. TỔ CHỨC THỰC HIỆN › 14. Sở Tài chính · dòng 13-14"
    assert text.endswith(f"Trích dẫn:\n{source}")
    unquoted = replace(turn, answer=replace(reply, text="Quyết định nêu: 20 người/lớp [1]."))
    assert turn_text(unquoted, Words("vi")).endswith(f"{source}: {QUOTE}")


def test_exports_say_that_a_model_wrote_it(turn: Turn, written: Answer, about: Exported) -> None:
    words, said = Words("vi"), "Viết bởi mô hình tho-ky, đã đối chiếu từng câu."
    for shown, times in ((replace(turn, answer=written), 1), (turn, 0)):
        file = read_docx(BytesIO(docx_export([shown], words, about)))
        exports = (
            turn_text(shown, words),
            markdown_export([shown], words, about).decode(),
            "\n".join(p.text for p in file.paragraphs),
        )
        assert [text.count(said) for text in exports] == [times] * 3
        assert all(("Đã bỏ một câu." in text) == bool(times) for text in exports)


def test_each_quote_stands_once(turn: Turn, reply: Answer, about: Exported) -> None:
    words = Words("vi")
    for shown in (turn, replace(turn, answer=replace(reply, text="Quyết định nêu: 20 người/lớp [1]."))):
        file = read_docx(BytesIO(docx_export([shown], words, about)))
        exports = (
            turn_text(shown, words),
            markdown_export([shown], words, about).decode(),
            "\n".join(p.text for p in file.paragraphs),
        )
        assert [text.count(QUOTE) for text in exports] == [1, 1, 1]
