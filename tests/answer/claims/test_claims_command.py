"""`python -m answer --check`: a verdict a line, bad lines named and passed over."""

import json
from pathlib import Path
from typing import Any

import pytest

import answer.__main__ as command
from answer.claims import command as check_command
from vietnamese.glossary import Glossary

GLOSSARY = Glossary.load()
GOOD = {"id": "c1", "language": "vi", "answer": "Có 5 lớp [1].", "passages": [{"marker": 1, "text": "Có 05 lớp."}]}


@pytest.fixture(autouse=True)
def glossary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read once for all tests."""
    monkeypatch.setattr(Glossary, "load", lambda: GLOSSARY)


def run(tmp_path: Path, *lines: str, json_out: bool = True) -> int:
    file = tmp_path / "answers.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return command.main(["--check", str(file), *(["--json"] if json_out else [])])


def test_verdicts_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = GOOD | {"id": "c2", "answer": "Có 5 lớp [1]. Có 6 lớp [1]."}
    assert run(tmp_path, json.dumps(GOOD), "", json.dumps(bad)) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first == {"id": "c1", "ok": True, "sentences": [{"text": "Có 5 lớp [1].", "ok": True, "reason": ""}]}
    assert (second["id"], second["ok"]) == ("c2", False)
    assert [s["ok"] for s in second["sentences"]] == [True, False]


@pytest.mark.parametrize(
    ("change", "mention"),
    [
        ({"answer": None}, "'answer'"),
        ({"language": "fr"}, "'language'"),
        ({"language": None}, "'language'"),
        ({"passages": {}}, "'passages'"),
        ({"passages": [{"marker": True, "text": "x"}]}, "'passages'"),
        ({"passages": [{"marker": 1, "text": "x"}] * 2}, "same marker"),
        ({"answer": "a" * (check_command.LONGEST_ANSWER + 1)}, "longer than"),
        ({"passages": [{"marker": 1, "text": "a" * (check_command.LONGEST_PASSAGES + 1)}]}, "longer than"),
    ],
)
def test_a_bad_line_is_named_and_the_others_answered(
    tmp_path: Path, change: dict[str, Any], mention: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, json.dumps(GOOD | change), json.dumps(GOOD)) == 1
    printed = capsys.readouterr()
    assert "line 1" in printed.err
    assert mention in printed.err
    assert [json.loads(line)["id"] for line in printed.out.splitlines()] == ["c1"]


@pytest.mark.parametrize("line", ["{", "[]", "7", "[" * 100_000])
def test_what_is_no_object(tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, line) == 1
    assert "line 1" in capsys.readouterr().err


def test_a_missing_id_is_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {k: v for k, v in GOOD.items() if k != "id"}
    assert run(tmp_path, "", json.dumps(row)) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "2"


def test_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, json.dumps(GOOD | {"answer": "Có 7 lớp [1]."}), json_out=False) == 0
    assert capsys.readouterr().out == "c1: fails\n  ! number 7 is not in passage 1: Có 7 lớp [1].\n"


@pytest.mark.parametrize("json_out", [True, False])
def test_half_a_surrogate_pair_does_not_end_the_run(
    tmp_path: Path, json_out: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = GOOD | {"id": "a\ud800", "answer": "Có 7 \udfff lớp [1]."}
    assert run(tmp_path, json.dumps(odd), json.dumps(GOOD), json_out=json_out) == 0
    printed = capsys.readouterr().out
    assert "a?" in printed
    assert "Có 7 ? lớp" in printed
    assert printed.encode("utf-8").count(b"c1") == 1


def test_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--check", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl" in capsys.readouterr().err


def test_not_with_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["Ai ký?", "--check", "x.jsonl"]) == 2
    assert "--check" in capsys.readouterr().err
