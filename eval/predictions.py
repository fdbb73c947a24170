"""Predictions: answers in the contract's JSON form, from this assistant or from any other program."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from answer.writing.state import Outcome
from eval.lines import read_objects
from eval.question_set import Question
from index.errors import InputError

Prediction = Mapping[str, Any]
Citation = Mapping[str, Any]
WritingRow = Mapping[str, Any]
"""How a language model took part in an answer: `answer.writing.state.WritingRecord` in JSON."""

STATUSES = ("answered", "partial", "no_evidence", "error")
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""What may become of the words of a language model."""
MISSING: Prediction = {"status": "error", "answer": "", "citations": [], "nearest": []}
"""What stands in for a question that the predictions leave out: it fails every metric that it takes part in."""

_MARKER = re.compile(r"\[\d{1,3}\]")
_CITED_TEXTS = ("document_id", "quote", "passage")
_WRITING: Mapping[str, tuple[type, ...]] = {
    "model": (str,),
    "prompt": (str,),
    "trouble": (str, type(None)),
    "sentences": (int,),
    "kept": (int,),
    "cached": (bool,),
    "tokens_in": (int, type(None)),
    "tokens_out": (int, type(None)),
    "first_ms": (int, float, type(None)),
    "total_ms": (int, float),
}


def load(path: Path) -> dict[str, Prediction]:
    """Predictions by id; raises InputError that names every malformed line."""
    problems: list[str] = []
    predictions: dict[str, Prediction] = {}
    for number, row in read_objects(path, problems):
        found = list(_problems(row))
        if not found and row["id"] in predictions:
            found = [f"id {row['id']!r} again. Keep one prediction for each question."]
        problems.extend(f"{path}, line {number}: {problem}" for problem in found)
        if not found:
            predictions[row["id"]] = row
    if problems:
        raise InputError("\n".join(problems))
    return predictions


def matched(questions: Sequence[Question], predictions: Mapping[str, Prediction]) -> tuple[list[Prediction], list[str]]:
    """One prediction for each question, in order, and a message for each question without one and each stray prediction."""
    missing = [q.id for q in questions if q.id not in predictions]
    strays = sorted(set(predictions) - {q.id for q in questions})
    messages = [f"{i}: no prediction; scored as a failure. Answer it and score again." for i in missing]
    messages += [f"{i}: a prediction for no question of the set; left out." for i in strays]
    return [predictions.get(q.id, {**MISSING, "id": q.id, "question": q.question}) for q in questions], messages


def citations(prediction: Prediction) -> Sequence[Citation]:
    """The citations of an answer, in the order given."""
    found: Sequence[Citation] = prediction["citations"]
    return found


def answered(prediction: Prediction) -> bool:
    """Whether it claims to answer, in whole or in part."""
    return prediction["status"] in ("answered", "partial")


def refused(prediction: Prediction) -> bool:
    """Whether it abstains: the documents do not say."""
    return bool(prediction["status"] == "no_evidence")


def writing(prediction: Prediction) -> WritingRow | None:
    """How a language model took part; None where none was asked."""
    record: WritingRow | None = prediction.get("writing")
    return record


def is_written(prediction: Prediction) -> bool:
    """Whether the answer's words are a language model's own, and not made of the quotes that it cites."""
    return prediction.get("mode") == "written"


def answer_text(prediction: Prediction) -> str:
    """The answer without its markers [n]."""
    return _MARKER.sub(" ", prediction["answer"])


def _problems(row: Mapping[str, Any]) -> Iterable[str]:
    if not isinstance(row.get("id"), str):
        yield "no 'id'. Carry over the id of the question."
    if row.get("status") not in STATUSES:
        yield f"status is {row.get('status')!r}. Use one of {', '.join(STATUSES)}."
    if not isinstance(row.get("answer"), str):
        yield "'answer' is missing or no text. Write the answer, \"\" for none."
    if row.get("writing") is not None:
        yield from _writing_problems(row["writing"])
    cited = row.get("citations")
    if not isinstance(cited, list):
        yield "'citations' is missing or no list. Write [] for none."
        return
    for place, citation in enumerate(cited, 1):
        if not isinstance(citation, dict) or not all(isinstance(citation.get(name), str) for name in _CITED_TEXTS):
            yield f"citation {place} is no object with the texts {', '.join(_CITED_TEXTS)}. Fill them in."


def _writing_problems(record: object) -> Iterable[str]:
    if not isinstance(record, dict) or record.get("outcome") not in OUTCOMES:
        yield f"'writing' is no object with an outcome of {', '.join(OUTCOMES)}. Write one, or leave 'writing' out."
        return
    for name, kinds in _WRITING.items():
        if not isinstance(record.get(name), kinds):
            yield f"'writing' has {name} {record.get(name)!r}. Write it as `python -m answer --json` does."
