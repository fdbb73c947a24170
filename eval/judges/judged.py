"""A finished run's answers, judged: a file of its own beside the run's figures, marked with who judged."""

import asyncio
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval import predictions as predicted
from eval.bootstrap import figure
from eval.files import digest, write_text
from eval.journal import Journal
from eval.judges.judge import MARKS, Judge, JudgeFailed
from eval.metrics import Share
from eval.predictions import Prediction, answer_text, answered, citations
from eval.run_folder import read
from eval.terminal import table, with_interval

JUDGED_FILE = "judged.json"
PARTIAL = "judged.partial.jsonl"
AT_ONCE = 4
"""Answers under way at the same time."""

Judged = Mapping[str, Any]


def judge_run(place: Path, judge: Judge, limit: int | None = None) -> Judged:
    """Has the answers of the run in `place` judged and writes judged.json; returns its content.

    Refusals have nothing to be judged. With `limit`, those answers whose id has the lowest SHA-256, so that a part is a
    sample. An answer that the judge fails on gets an "error" and counts in no figure. One that was cut short goes on.
    """
    read(place)
    path = place / "predictions.jsonl"
    answers = _sample([p for p in predicted.load(path).values() if answered(p)], limit)
    known = {**judge.about, "predictions": digest(path)}
    with Journal(place / PARTIAL, known) as journal:
        asyncio.run(_ask_all(answers, judge, journal))
        rows = [journal.rows[p["id"]] for p in answers]
        content = {**known, "n": len(rows), "metrics": _figures(rows), "answers": rows}
        write_text(place / JUDGED_FILE, json.dumps(content, ensure_ascii=False, indent=2) + "\n")
        journal.remove()
    return content


def failures(judged: Judged) -> list[str]:
    """The answers that the judge failed on, each with what it said."""
    return [f"{row['id']}: {row['error']}" for row in judged["answers"] if "error" in row]


def on_terminal(judged: Judged) -> str:
    """Who judged, and the figures with intervals."""
    who = f"{judged['n']} answers judged by {judged['judge']} ({judged['model']}) with RAGAS {judged['ragas']}"
    rows = [[name, with_interval(name, found), str(found["n"])] for name, found in judged["metrics"].items()]
    return f"{who}\n\n{table(['judged', 'value', 'n'], rows)}"


def _sample(answers: Sequence[Prediction], limit: int | None) -> list[Prediction]:
    by_hash = sorted(answers, key=lambda p: hashlib.sha256(p["id"].encode("utf-8")).hexdigest())
    return sorted(by_hash[:limit], key=lambda p: str(p["id"]))


async def _ask_all(answers: Sequence[Prediction], judge: Judge, journal: Journal) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(prediction: Prediction) -> None:
        async with gate:
            journal.append(await _judged(prediction, judge))
            print(f"judge: {len(journal.rows)}/{len(answers)} answers", file=sys.stderr, flush=True)

    await asyncio.gather(*(one(p) for p in answers if "error" in journal.rows.get(p["id"], {"error": ""})))


async def _judged(prediction: Prediction, judge: Judge) -> dict[str, Any]:
    """The answer's marks. The question is the one that was understood, for a follow-up says little by itself."""
    question = prediction.get("resolved_question") or prediction.get("question")
    if not isinstance(question, str):
        return {"id": prediction["id"], "error": "the prediction has no question. Carry it over, and score again."}
    passages = [str(c["passage"]) for c in citations(prediction)]
    try:
        return {"id": prediction["id"], **await judge.marks(question, answer_text(prediction), passages)}
    except JudgeFailed as error:
        return {"id": prediction["id"], "error": str(error)}


def _figures(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    values = {name: [row.get(name) for row in rows] for name in MARKS}
    return {name: figure([None if v is None else Share(v) for v in given]) for name, given in values.items()}
