"""Drafts of questions from feedback, through the real record."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from eval.drafts import add_drafts, drafts, read_feedback
from eval.lines import as_lines
from eval.question_set import load, validate
from eval.split import group
from index.errors import IndexMissing, SettingError
from index.record import Record
from index.record.feedback import Feedback, Verdict
from index.settings import Settings

DISLIKED = "Sở Nội vụ cấp 200 tỷ đồng. [1]"


def _given(
    question: str, answer_id: str, comment: str = "", verdict: Verdict = "down", language: str = "vi", **more: Any
) -> Feedback:
    answer = {
        "id": answer_id,
        "question": question,
        "resolved_question": question,
        "language": language,
        "status": "answered",
        "answer": DISLIKED,
        "citations": [{"marker": 1, "document_id": "money", "quote": "cấp 200 tỷ đồng", "passage": "..."}],
        **more,
    }
    return Feedback("2025-06-30T08:00:00+00:00", question, answer, verdict, comment)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder whose record was given three verdicts, the second one the comment to the first."""
    record = Record.open(Settings(data=tmp_path / "data"), create=True)
    assert record is not None
    for given in (
        _given("Ai lo tiền?", "a"),
        _given("Ai lo tiền?", "a", "sai cơ quan"),
        _given("Mở mấy lớp?", "b", verdict="up"),
    ):
        record.feedback.save(given.question, given.answer, given.verdict, given.comment)
    record.close()
    return tmp_path / "data"


def _drafts(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_drafts(parser.add_subparsers())
    options = parser.parse_args(["drafts", *arguments])
    code: int = options.command(options)
    return code


def test_a_draft_is_a_question_without_its_gold_and_with_the_complaint() -> None:
    (row,) = drafts([_given("Ai lo tiền?", "a", "sai cơ quan")])
    assert {name: row[name] for name in ("question", "language", "kind", "history")} == {
        "question": "Ai lo tiền?",
        "language": "vi",
        "kind": "office",
        "history": [],
    }
    assert [row[name] for name in ("documents", "evidence", "facts", "forbidden")] == [[], [], [], []]
    assert row["draft"] == [
        {
            "created": "2025-06-30T08:00:00+00:00",
            "comment": "sai cơ quan",
            "history": [],
            "resolved_question": "Ai lo tiền?",
            "status": "answered",
            "answer": DISLIKED,
            "cited": [{"document_id": "money", "quote": "cấp 200 tỷ đồng"}],
        }
    ]


def test_the_last_verdict_on_an_answer_counts() -> None:
    one = _given("Ai lo tiền?", "a")
    assert [d["comment"] for d in drafts([one, _given("Ai lo tiền?", "a", "sai")])[0]["draft"]] == ["sai"]
    assert drafts([one, _given("Ai lo tiền?", "a", verdict="up")]) == []


def test_a_question_disliked_twice_is_one_draft() -> None:
    rows = drafts(
        [_given("Ai lo tiền?", "a", "sai"), _given("Mở mấy lớp?", "b"), _given("ai lo  tiền ?", "c", "vẫn sai")]
    )
    assert [row["question"] for row in rows] == ["Ai lo tiền?", "Mở mấy lớp?"]
    assert [d["comment"] for d in rows[0]["draft"]] == ["sai", "vẫn sai"]


def test_a_follow_up_keeps_what_was_asked_before_and_goes_by_its_whole_words() -> None:
    asked = "còn Đồng Tháp?"
    whole = {"resolved_question": "Ở Đồng Tháp ai lo tiền?", "history": ["Ở Bình Định ai lo tiền?"]}
    other = {"resolved_question": "Ở Đồng Tháp mở mấy lớp?", "history": ["Ở Bình Định mở mấy lớp?"]}
    rows = drafts([_given(asked, "a", **whole), _given(asked, "b", **other), _given(whole["resolved_question"], "c")])
    assert [(row["question"], row["kind"], row["history"]) for row in rows] == [
        (asked, "follow_up", whole["history"]),
        (asked, "follow_up", other["history"]),
    ]
    assert [complaint["history"] for complaint in rows[0]["draft"]] == [whole["history"], []]


def test_a_question_whole_by_itself_is_the_same_in_any_conversation() -> None:
    (row,) = drafts([_given("Ai lo tiền?", "a"), _given("Ai lo tiền?", "b", history=["Mở mấy lớp?"])])
    assert (row["kind"], row["history"], len(row["draft"])) == ("office", [], 2)


def test_a_question_typed_bare_stays_on_the_side_of_the_accented_one() -> None:
    rows = drafts([_given("Ai lo tiền?", "a"), _given("Ai lo tien?", "b", language="vi_unaccented")])
    assert [row["language"] for row in rows] == ["vi", "vi_unaccented"]
    assert rows[0]["id"] != rows[1]["id"]
    assert group(rows[0]["id"]) == group(rows[1]["id"])


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("Kế hoạch do ai ký?", "vi", "metadata"),
        ("Kế hoạch này là dự thảo à?", "vi", "status"),
        ("How many people are trained?", "en", "number"),
        ("which department pays?", "en", "office"),
        ("Nội dung ra sao?", "vi", "obligation"),
        ("còn Sở Y tế", "vi", "obligation"),
    ],
)
def test_the_kind_is_guessed_from_what_is_asked(question: str, language: str, kind: str) -> None:
    assert drafts([_given(question, "a", language=language)])[0]["kind"] == kind


@pytest.mark.parametrize(("question", "language"), [("Ai lo tiền?", "vi"), ("Ai lo tien?", "vi_unaccented")])
def test_an_answer_without_its_language(question: str, language: str) -> None:
    assert drafts([Feedback("", question, {}, "down", "")])[0]["language"] == language


def test_answers_without_an_id_are_not_taken_for_one() -> None:
    rows = drafts([Feedback("", "Ai lo tiền?", {}, "down", ""), Feedback("", "Mở mấy lớp?", {}, "up", "")])
    assert [row["question"] for row in rows] == ["Ai lo tiền?"]


def test_the_check_refuses_a_draft_until_it_is_filled_in(tmp_path: Path) -> None:
    (row,) = drafts([_given("Ai lo tiền?", "a")])
    file, texts = tmp_path / "x.jsonl", {"money": "Sở Tài chính lo tiền."}

    def breaches() -> list[str]:
        file.write_text(as_lines([row]), encoding="utf-8")
        return validate(load(file), texts)

    assert any("kind and evidence disagree" in breach for breach in breaches())
    row |= {"documents": ["money"], "evidence": ["Sở Tài chính lo tiền"], "facts": [["Sở Tài chính"]]}
    assert breaches() == []
    row |= {"documents": [], "evidence": [], "facts": [], "kind": "unanswerable"}
    assert breaches() == []


def test_the_command_writes_the_drafts(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "drafts.jsonl"
    assert _drafts("--out", str(out), "--data", str(data)) == 0
    (row,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (row["question"], row["draft"][0]["comment"]) == ("Ai lo tiền?", "sai cơ quan")
    assert capsys.readouterr().out == f"1 drafts: {out}\n"


def test_a_file_that_is_there_is_left_alone(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "drafts.jsonl"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(SettingError, match="is there already"):
        _drafts("--out", str(out), "--data", str(data))
    assert out.read_text(encoding="utf-8") == "mine"


def test_no_index_no_feedback(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="python -m ingest"):
        read_feedback(Settings(data=tmp_path))
