"""The report: self-contained, complete, and safe with any text."""

from html.parser import HTMLParser
from typing import Any

from eval.question_set import Question
from eval.report import page, shown
from eval.summary import summarise

Row = dict[str, Any]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not [name for name, _ in attrs if name in ("src", "href")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _page(questions: list[Question], predictions: list[Row], manifest: Row | None = None) -> str:
    pairs = list(zip(questions, predictions, strict=True))
    return page(manifest or {}, summarise(pairs), pairs)


def test_each_question_and_bucket_is_shown(questions: list[Question], hallucinated: list[Row]) -> None:
    html = _page(questions, hallucinated)
    assert all(q.id in html and q.question in html for q in questions)
    assert "unsupported answer" in html
    assert "missing fact" in html


def test_the_page_is_well_formed_and_fetches_nothing(questions: list[Question], perfect: list[Row]) -> None:
    tags = _Tags()
    tags.feed(_page(questions, perfect))
    assert tags.open == []
    assert "script" not in tags.seen and "link" not in tags.seen


def test_every_text_is_escaped(questions: list[Question], perfect: list[Row]) -> None:
    evil = "<script>alert('x')</script>"
    cited = {"marker": evil, "document_id": evil, "quote": evil, "passage": evil, "section": [evil]}
    bad = Question(evil, evil, evil, evil, (evil,), (evil,), (evil,), ((evil + "?",),), (evil,))
    row = perfect[0] | {"answer": evil, "citations": [cited], "error": evil, "timings_ms": {evil: 1.0}}
    html = _page([bad, *questions[1:]], [row, *perfect[1:]], {"file": evil})
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_figures_for_the_eye() -> None:
    assert shown("citation_recall", 0.8251) == "0.825"
    assert shown("cited_chars", 9100.0) == "9,100"
    assert shown("fact_recall", None) == "–"
