"""The contract's checks pass what is right and name what is wrong."""

import copy
from typing import Any

import pytest
from contract import answer_breaches, document_breaches, order_breaches

Row = dict[str, Any]

TEXT = "KẾ HOẠCH\n\n**1.** Sở Tài chính | bố trí\nkinh phí hằng năm.\n"
DOCUMENT: Row = {
    "id": "plan",
    "title": "Kế hoạch",
    "type": "Kế hoạch",
    "number": None,
    "date": "2023-05",
    "issuer": None,
    "province": None,
    "province_current": None,
    "period": {"from": 2023, "to": 2025},
    "status": "issued",
    "signer": None,
    "parts": [{"type": "Kế hoạch", "title": None}],
    "pages": None,
    "passages": 1,
    "read_by": "text",
    "relations": [{"type": "cites", "number": "1/QĐ", "date": "2020", "document_id": None}],
    "withdrawn": False,
}
CITATION: Row = {
    "marker": 1,
    "document_id": "plan",
    "title": "Kế hoạch",
    "number": None,
    "issuer": None,
    "province": None,
    "document_status": "issued",
    "file": "plan.md",
    "section": ["1."],
    "page": None,
    "lines": [3, 4],
    "quote": "Sở Tài chính bố trí kinh phí",
    "passage": "1. Sở Tài chính bố trí kinh phí hằng năm.",
    "read_by": "text",
}
ANSWER: Row = {
    "id": "q1",
    "question": "Ai?",
    "resolved_question": "Ai?",
    "language": "vi",
    "status": "answered",
    "mode": "extractive",
    "answer": "Sở Tài chính [1].",
    "citations": [CITATION],
    "nearest": [],
    "notices": [{"code": "draft", "text": "Dự thảo."}],
    "timings_ms": {"answer": 1.0, "total": 2.0},
}


def changed(row: Row, path: str, value: Any) -> Row:
    """The row with another value at a dotted path; the value `del` takes the field away."""
    row = copy.deepcopy(row)
    place: Any = row
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in way:
        place = place[step]
    if value == "del":
        del place[last]
    else:
        place[last] = value
    return row


def breaches(row: Row) -> list[str]:
    return list(answer_breaches(row, {"plan": DOCUMENT}, {"plan": TEXT}))


def test_a_right_answer_has_no_breach() -> None:
    assert breaches(ANSWER) == []
    nothing = ANSWER | {"status": "no_evidence", "citations": [], "nearest": [CITATION], "answer": "Không có."}
    assert breaches(nothing) == []


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("mode", "del", "no 'mode'"),
        ("id", 5, "'id' is of type int"),
        ("extra", 1, "unknown fields ['extra']"),
        ("status", "done", "status is 'done'"),
        ("language", "fr", "language is 'fr'"),
        ("notices.0.code", "other", "code is 'other'"),
        ("notices.0.text", "", "notice without words"),
        ("timings_ms.total", "del", "no timings_ms.total"),
        ("timings_ms.answer", 9.0, "longer than the whole"),
        ("answer", " ", "no words"),
        ("answer", "Sở Tài chính [1] [2].", "markers without a citation: [2]"),
        ("answer", "Sở Tài chính.", "does not use: [1]"),
        ("citations", [], "without a citation"),
        ("nearest", [CITATION], "came nearest"),
        ("status", "no_evidence", "no_evidence with citations"),
        ("citations.0.marker", True, "'marker' is of type bool"),
        ("citations.0.marker", 2, "marker is 2"),
        ("citations.0.document_id", "other", "no document 'other'"),
        ("citations.0.title", "Khác", "title is 'Khác'"),
        ("citations.0.document_status", "draft", "document_status is 'draft'"),
        ("citations.0.section", [""], "heading is empty"),
        ("citations.0.page", 0, "page 0"),
        ("citations.0.read_by", "eye", "read_by is 'eye'"),
        ("citations.0.quote", "** |", "empty quote"),
        ("citations.0.quote", "Sở Tài chính chi", "not verbatim"),
        ("citations.0.quote", "KẾ HOẠCH", "not in its passage"),
        ("citations.0.lines", [3, 3], "not in lines"),
        ("citations.0.lines", [0, 4], "of a file with"),
        ("citations.0.lines", [4, 60], "of a file with"),
    ],
)
def test_a_breach_of_an_answer_is_named(path: str, value: Any, said: str) -> None:
    assert any(said in breach for breach in breaches(changed(ANSWER, path, value)))


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("signer", "del", "no 'signer'"),
        ("passages", 0, "0 passages"),
        ("withdrawn", 0, "'withdrawn' is of type int"),
        ("status", None, "'status' is of type NoneType"),
        ("status", "signed", "status is 'signed'"),
        ("date", "5/2023", "'5/2023' is no date"),
        ("period.from", 2030, "a period from 2030 to 2025"),
        ("relations.0.type", "likes", "type is 'likes'"),
        ("relations.0.document_id", "gone", "relation to 'gone'"),
        ("parts.0", "Kế hoạch", "where an object should be"),
    ],
)
def test_a_breach_of_a_document_is_named(path: str, value: Any, said: str) -> None:
    assert list(document_breaches(DOCUMENT, ["plan"])) == []
    assert any(said in breach for breach in document_breaches(changed(DOCUMENT, path, value), ["plan"]))


def test_answers_out_of_order_are_named() -> None:
    questions = [{"id": "a", "question": "A?"}, {"id": "b", "question": "B?"}]
    assert list(order_breaches(questions, questions)) == []
    assert len(list(order_breaches(questions, questions[::-1]))) == 4
    assert list(order_breaches(questions, questions[:1])) == ["1 answers to 2 questions"]
