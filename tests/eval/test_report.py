"""The report: self-contained, complete, and safe with any text."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from eval.calibration import Decisions
from eval.markup import Html, bar, element, table
from eval.question_set import Question
from eval.ranks import Retrieved
from eval.run_folder import Run, write

Row = dict[str, Any]
EVIL = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.blocks: list[dict[str, str | None]] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not [name for name, _ in attrs if name in ("src", "href") or name.startswith("on")]
        if tag not in ("meta", "br"):
            self._open.append(tag)
        if tag == "details":
            self.blocks.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


@pytest.fixture
def report(tmp_path: Path) -> Callable[..., str]:
    """Writes a run and returns its report."""

    def make(
        questions: list[Question],
        predictions: list[Row],
        manifest: Row | None = None,
        found: dict[str, Retrieved] | None = None,
        baselines: dict[str, list[Row]] | None = None,
        decisions: Decisions | None = None,
    ) -> str:
        others = {name: Run({}, questions, rows) for name, rows in (baselines or {}).items()}
        write(tmp_path, Run(manifest or {}, questions, predictions, found, decisions), others)
        return (tmp_path / "report.html").read_text(encoding="utf-8")

    return make


def test_each_question_has_its_block(
    questions: list[Question], hallucinated: list[Row], report: Callable[..., str]
) -> None:
    html = report(questions, hallucinated)
    assert all(q.question in html for q in questions)
    assert "missing fact" in html
    assert [(b["data-bucket"], b["data-language"], b["data-kind"]) for b in _Tags(html).blocks] == [
        ("wrong citation", "vi", "office"),
        ("wrong citation", "en", "number"),
        ("unsupported answer", "vi", "unanswerable"),
        ("unsupported answer", "en", "unanswerable"),
    ]
    assert '<option value="unsupported answer">unsupported answer (2)</option>' in html


def test_stages_and_baselines_are_shown_where_there_are_any(
    questions: list[Question],
    perfect: list[Row],
    empty: list[Row],
    found: Callable[..., Retrieved],
    report: Callable[..., str],
) -> None:
    searched = {i: found(i, ["g"], ["x", "g"], [], ["g"], ["g"]) for i in ("a1", "a2")}
    html = report(questions, perfect, found=searched, baselines={"bm25": empty})
    assert "Retrieval by stage" in html and "ndcg@10" in html
    assert "lexical 2, dense –, fused 1, final 1" in html
    assert "<th>assistant</th><th>bm25</th>" in html
    assert '<span class="good">+1.000 <small>[1.000, 1.000]</small></span>' in html
    bare = report(questions, perfect)
    assert "Retrieval by stage" not in bare and "bm25" not in bare and "rank of the evidence" not in bare


def test_refusals_are_counted(questions: list[Question], empty: list[Row], report: Callable[..., str]) -> None:
    html = report(questions, empty)
    assert "<tr><td>say it</td><td>0</td><td>2</td><td>0</td></tr>" in html
    assert "<tr><td>do not say it</td><td>0</td><td>2</td><td>0</td></tr>" in html


def test_probabilities_are_drawn_beside_their_table(
    questions: list[Question], perfect: list[Row], found: Callable[..., Retrieved], report: Callable[..., str]
) -> None:
    searched = {i: found(i, ["g"], ["g"], ["g"], ["g"], ["g"]) for i in ("a1", "a2")}
    decisions = Decisions(0.6, {"a1": 0.85, "a2": 0.95, "u1": 0.25, "u2": None})
    html = report(questions, perfect, found=searched, decisions=decisions)
    assert "A probability decided 3 questions; 1 were answered or refused without one." in html
    assert 'role="img"' in html and "<title>Reliability diagram" in html
    assert _Tags(html).seen.count("circle") == 3
    assert "<td>0.2 to 0.3</td><td>1</td><td>0.250</td>" in html
    assert "<td>0.6 (in use)</td>" in html and "<td>0.9</td>" in html
    assert "Brier score 0.029" in html  # (.15² + .05² + .25²) / 3
    assert "calibration error 0.150" in html  # (.15 + .05 + .25) / 3
    assert "http" not in html.replace("http-equiv", "")


def test_a_run_without_probabilities_says_so(
    questions: list[Question], perfect: list[Row], report: Callable[..., str]
) -> None:
    html = report(questions, perfect)
    assert "<h2>When to answer</h2>" in html and "Not measured: the probability" in html
    assert "Reliability diagram" not in html
    nothing = report(questions, perfect, found={}, decisions=Decisions(0.6, dict.fromkeys(["a1", "a2", "u1", "u2"])))
    assert "A probability decided 0 questions; 4" in nothing and "Reliability diagram" not in nothing


def test_the_page_is_well_formed_and_fetches_nothing(
    questions: list[Question], perfect: list[Row], report: Callable[..., str]
) -> None:
    html = report(questions, perfect)
    tags = _Tags(html)
    assert tags.seen.count("script") == 1
    assert not {"link", "img", "iframe", "object", "embed"} & set(tags.seen)
    assert "default-src 'none'" in html
    assert "http" not in html.replace("http-equiv", "")


def test_every_text_is_escaped(questions: list[Question], perfect: list[Row], report: Callable[..., str]) -> None:
    cited = {"marker": EVIL, "document_id": EVIL, "quote": EVIL, "passage": EVIL, "section": [EVIL]}
    bad = Question(EVIL, EVIL, EVIL, EVIL, (EVIL,), (EVIL,), (EVIL,), ((EVIL + "?",),), (EVIL,))
    row = perfect[0] | {"answer": EVIL, "citations": [cited], "error": EVIL, "timings_ms": {EVIL: 1.0}}
    html = report([bad, *questions[1:]], [row, *perfect[1:]], {"file": EVIL}, baselines={"bm25": [row, *perfect[1:]]})
    tags = _Tags(html)
    assert tags.seen.count("script") == 1 and "img" not in tags.seen
    assert "&lt;script&gt;" in html


def test_pieces_of_a_page() -> None:
    assert element("p", "a < b", Html("<br>"), css='x"y', data_by="k") == (
        '<p class="x&quot;y" data-by="k">a &lt; b<br></p>'
    )
    assert "<td>&lt;i&gt;</td><td>3</td>" in table(("a", "b"), [("<i>", 3)])
    half = bar({"value": 0.5, "low": 0.25, "high": 0.75, "n": 4})
    assert 'width="45.0"' in half and 'x1="22.5"' in half and 'x2="67.5"' in half
    assert bar({"value": None, "low": None, "high": None, "n": 0}) == ""
