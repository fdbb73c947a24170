"""Questions and files of questions that nobody should send: each gets a sentence, and those beside it their answers."""

import json
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from running import command, complained, environment, run
from state import QUESTION

from index.settings import PROJECT

REFUSED = {
    "long": f"{QUESTION} " * 300,
    "one long word": "a" * 10_000,
    "empty": "",
    "blank": " \t\n\u3000",
    "emoji": "😀🏽👨‍👩‍👧🇻🇳",
    "punctuation": "?!... --- () ** | #",
    "controls": "\x00\x01\x1b\x7f",
    "surrogates": "\ud800\udfff",
}
SAME = {  # as asking without the odd characters
    "nul": QUESTION.replace(" kinh", "\x00 \x01\x1b kinh\x7f"),
    "lone surrogates": QUESTION.replace(" kinh", " \ud800 kinh \udcff"),
    "right to left": f"\u202e{QUESTION}\u202c \u200f",
    "mark of byte order": f"\ufeff{QUESTION}",
    "separators": QUESTION.replace(" kinh", "\u2028 \x85 kinh\x0b"),
    "decomposed": unicodedata.normalize("NFD", QUESTION),
}
UNHARMED = {
    "word of 1,900 letters": "ơ" * 1_900,
    "marks on one letter": "a" + "\u0301" * 1_500,
    "digits": "1" * 1_500,
    "markers": f"[1] [99] {{m}} {{n}} %s {QUESTION}",
    "patterns": f"((((((((a*)*)*)*)* {QUESTION}",
    "arabic": "مكتب التمويل",
    "no day": f"{QUESTION} ngày 99/99/9999, 31/02/2023 và 00/00/0000",
    "a long number": f"Quyết định số {'9' * 200}/QĐ-UBND nói gì?",
}

Row = dict[str, Any]


def write_questions(path: Path, questions: dict[str, str]) -> Path:
    rows = [{"id": name, "question": question} for name, question in questions.items()]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_odd_questions_are_answered_or_refused_in_words(small_index: Path, tmp_path: Path) -> None:
    everything = REFUSED | SAME | UNHARMED | {"plain": QUESTION}
    path = write_questions(tmp_path / "odd.jsonl", everything)
    done = run("answer", "--questions", path, "--json", "--data", small_index)
    complained(done, 1, *(f"{path}, line {number}: " for number in range(1, len(REFUSED) + 1)))
    assert f"line {len(REFUSED) + 1}:" not in done.err
    answers: list[Row] = [json.loads(line) for line in done.out.split("\n") if line]
    assert [answer["id"] for answer in answers] == list(everything)
    status = {answer["id"]: answer["status"] for answer in answers}
    assert {name for name, value in status.items() if value == "error"} == set(REFUSED)
    assert status["plain"] == "answered"
    assert {name for name in SAME if status[name] != "answered"} == set()
    assert all(answer["answer"].strip() for answer in answers)


def test_one_question_that_is_none_ends_with_code_1(small_index: Path) -> None:
    done = run("answer", "", "--json", "--data", small_index)
    complained(done, 1)
    assert json.loads(done.out)["status"] == "error"


@pytest.mark.slow
def test_bytes_that_are_no_text_do_no_harm(small_index: Path) -> None:
    settings = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"}
    question = "Sở nào ".encode() + b"\xff\xfe" + " bố trí kinh phí đào tạo".encode()
    complained(run("answer", question, "--json", "--data", small_index, settings=settings), 0)


def test_lines_that_are_no_questions_are_named_and_the_rest_is_answered(small_index: Path, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    lines = [
        '\ufeff{"id": "first", "question": "' + QUESTION + '"}',
        "{no json",
        "[" * 100_000,
        '"a text"',
        '{"id": "x"}',
        '{"question": 5}',
        '{"question": "a", "history": "b"}',
        '{"question": "a", "history": [1]}',
        "",
        '{"id": 10, "question": "' + QUESTION + '\u2028", "history": ["a", "\\ud800"]}',
    ]
    path.write_text("\r\n".join(lines), encoding="utf-8")
    done = run("answer", "--questions", path, "--json", "--data", small_index)
    complained(done, 1, *(f"{path}, line {number}: " for number in range(2, 9)))
    answers = [json.loads(line) for line in done.out.split("\n") if line]
    assert [answer["id"] for answer in answers] == ["first", "10"]
    assert all(answer["status"] != "error" for answer in answers)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00\x01", "a folder"])
def test_a_file_of_questions_that_cannot_be_read_is_named(
    content: bytes | str | None, small_index: Path, tmp_path: Path
) -> None:
    path = tmp_path / "questions.jsonl"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        path.mkdir()
    done = run("answer", "--questions", path, "--json", "--data", small_index)
    complained(done, 1, path, "UTF-8 file with one JSON object a line")


@pytest.mark.parametrize(
    "arguments",
    [["ingest", "--list", "--json"], ["answer", "--json", QUESTION]],
    ids=["list", "answer"],
)
def test_a_reader_who_leaves_early_sees_no_traceback(arguments: list[str], small_index: Path) -> None:
    """`| head -1`, at its worst: nobody reads at all."""
    process = subprocess.Popen(
        command(*arguments, "--data", small_index),
        cwd=PROJECT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), complaints) == (0, "")
