"""`python -m eval ablate` with the real assistant over the corpus."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from answer.assistant import Assistant
from eval.__main__ import main
from eval.ablation.vectors import Kept
from eval.question_set import Question, load
from eval.run import PRACTICE
from index.embedding import EmbeddingModel

Write = Callable[[Path, Sequence[Any]], Path]


@pytest.fixture(scope="module")
def few() -> list[Question]:
    """One that needs its accents, one in English, one in Vietnamese, one without an answer."""
    known = {q.id: q for q in load(PRACTICE)}
    return [known["q008"], known["q001-en"], known["q007"], next(q for q in known.values() if not q.answerable)]


def test_a_run_is_measured_once_and_goes_on(
    tmp_path: Path, few: list[Question], indexed: Path, write_lines: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    questions, out = write_lines(tmp_path / "few.jsonl", few), tmp_path / "ablated"
    command = ["ablate", str(questions), "--out", str(out), "--data", str(indexed), "--only"]
    assert main([*command, "accents", "glossary"]) == 0
    first = capsys.readouterr()
    assert "1/2 accents: 4/4 questions" in first.err
    assert first.out.rstrip().endswith(str(out / "ablation.md"))
    found = json.loads((out / "ablation.json").read_text(encoding="utf-8"))
    accents, glossary = found["mechanisms"]
    assert (accents["n"], accents["languages"]["vi"]["answers"]) == (4, 0)
    assert accents["languages"]["vi_unaccented"]["gained"] == 1
    assert glossary["languages"]["en"]["answers"] == 1 and glossary["languages"]["vi"]["answers"] == 0
    assert glossary["ms"]["n"] == 4 and glossary["ms"]["with"] > 0
    assert "| `accents`: " in (out / "ablation.md").read_text(encoding="utf-8")

    assert main([*command, "accents", "sides", "everyday"]) == 0  # the one goes on, the others are new
    again = capsys.readouterr()
    assert "1 of 3 mechanisms are measured already" in again.err
    assert "accents: 4/4" not in again.err and "full: 4/4" not in again.err and "sides: 4/4" in again.err
    assert json.loads((out / "ablation.json").read_text(encoding="utf-8"))["mechanisms"][0] == accents


def test_other_questions_are_measured_afresh(
    tmp_path: Path, few: list[Question], indexed: Path, write_lines: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "few.jsonl"
    command = ["ablate", str(questions), "--out", str(tmp_path / "o"), "--data", str(indexed), "--only", "clause-desk"]
    write_lines(questions, few[:1])
    assert main(command) == 0
    write_lines(questions, few[1:2])
    assert main(command) == 0
    assert "left by a run under other circumstances (questions); starting afresh" in capsys.readouterr().err


def test_a_name_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ablate", str(PRACTICE), "--out", str(tmp_path), "--only", "nonsense"]) == 2
    assert "nonsense: no mechanism of that name" in capsys.readouterr().err


def test_what_is_gone_from_the_program_is_named_and_the_rest_measured(
    tmp_path: Path,
    few: list[Question],
    indexed: Path,
    write_lines: Write,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import eval.ablation.listed
    from eval.ablation.switch import Ablation, Patch

    stale = Ablation("stale", "", (Patch("answer.question:gone", None),))
    unused = Ablation("unused", "", (Patch("answer.retrieve:_as_langchain", len),))
    monkeypatch.setattr(eval.ablation.listed, "ABLATIONS", (stale, unused))
    questions = write_lines(tmp_path / "few.jsonl", few[:1])
    assert main(["ablate", str(questions), "--out", str(tmp_path / "o"), "--data", str(indexed)]) == 1
    said = capsys.readouterr().err
    assert "stale: answer.question:gone is no part of the program any more" in said
    assert "unused: no question of the set comes to answer.retrieve:_as_langchain" in said
    found = json.loads((tmp_path / "o" / "ablation.json").read_text(encoding="utf-8"))
    assert [(m["name"], m["verdict"]) for m in found["mechanisms"]] == [("unused", "nothing")]


def test_kept_vectors_are_the_encoders_own(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    model, asked = assistant.library.model, []
    encode = EmbeddingModel.encode_queries

    def counted(self: EmbeddingModel, texts: Sequence[str]) -> Any:
        asked.append(tuple(texts))
        return encode(self, texts)

    monkeypatch.setattr(EmbeddingModel, "encode_queries", counted)
    kept = Kept()
    with kept.used():
        first = model.encode_queries(["một", "hai"])
        first[:] = 0  # what a caller does to its copy is its own
    with kept.used():
        assert np.array_equal(model.encode_queries(["một", "hai"]), encode(model, ["một", "hai"]))
        model.encode_queries(["hai"])
    assert asked == [("một", "hai"), ("hai",)]
    model.encode_queries(["hai"])
    assert len(asked) == 3
