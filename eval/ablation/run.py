"""Asks the questions with the whole program once, then once with each mechanism switched off by itself."""

import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from answer.assistant import Assistant
from answer.check import CheckFailed
from eval import question_set
from eval.ablation.effect import MEASURED, Effect, Told, by_language, changed, cost
from eval.ablation.switch import Ablation, SeamGone, off, uncalled
from eval.ablation.vectors import Kept
from eval.answerer import AssistantAnswerer, answer_all
from eval.bootstrap import Figure, figure
from eval.circumstances import circumstances
from eval.files import folder
from eval.gold import unsound
from eval.journal import Journal
from eval.question_set import Question
from eval.run import DEFAULT_TODAY
from eval.scores import score_all
from index.errors import AssistantError
from index.library import Library
from index.settings import load_settings

JOURNAL = "ablations.jsonl"
FULL = "full"
"""The id under which the journal has the whole program's answers."""
TIMED = 40
"""Questions that are asked with and without a mechanism, one after the other, to see what it costs."""


@dataclass(frozen=True, slots=True)
class Ablated:
    """What a run found: the whole program's figures, each mechanism's effect, a message for each input that failed."""

    manifest: Mapping[str, Any]
    full: Mapping[str, Figure]
    effects: tuple[Effect, ...]
    messages: tuple[str, ...]


def run(questions_path: Path, out: Path, data: Path | None, ablations: Sequence[Ablation]) -> Ablated:
    """Measures each mechanism; what `out` has of an earlier run of the same program, questions and index is kept."""
    questions = question_set.load(questions_path)
    settings = load_settings(data=data)
    library = Library.open(settings)
    try:
        known = circumstances(questions_path, len(questions), settings, DEFAULT_TODAY, library.manifest)
        with ExitStack() as stack:
            journal = stack.enter_context(Journal(folder(out) / JOURNAL, known))
            bench = _Bench(library, questions, stack.enter_context(TemporaryDirectory()))
            messages = [*unsound(questions_path, questions, library)]
            messages += _measure(bench, journal, ablations)
            return _ablated(known, journal, ablations, messages)
    finally:
        library.close()


class _Bench:
    """The assistant with its questions: answers them, with one mechanism off, and takes the time."""

    def __init__(self, library: Library, questions: Sequence[Question], scratch: str) -> None:
        self._assistant = Assistant(library, DEFAULT_TODAY)  # no language model writes
        self._questions = questions
        self._scratch = Path(scratch)
        self._kept = Kept()
        library.model.encode_queries(["?"])  # loads the model, which is no part of the first answer's time

    def full(self) -> dict[str, Any]:
        """The journal's row of the whole program."""
        with self._kept.used():
            return self._row(FULL, self._assistant, FULL)

    def without(self, ablation: Ablation, place: str) -> dict[str, Any]:
        """The journal's row of one mechanism switched off; `place` says how far the run is. Raises SeamGone."""
        with self._kept.used(), off(ablation) as calls:
            again = Assistant(self._assistant.library, DEFAULT_TODAY) if ablation.reopen else None
            assistant = again or self._assistant
            row = self._row(ablation.name, assistant, f"{place} {ablation.name}")
        return {**row, "uncalled": uncalled(ablation, calls), "times": self._times(ablation, assistant)}

    def _row(self, name: str, assistant: Assistant, shown: str) -> dict[str, Any]:
        with Journal(self._scratch / f"{name}.jsonl", {}) as journal:
            predictions, messages = answer_all(AssistantAnswerer(assistant), self._questions, journal, shown)
        scores = score_all(self._questions, predictions)
        told = [Told.of(s, p).as_json() for s, p in zip(scores, predictions, strict=True)]
        return {"id": name, "told": told, "failed": [f"{name}: {message}" for message in messages]}

    def _times(self, ablation: Ablation, assistant: Assistant) -> list[tuple[float, float]]:
        """What answers take with and without, for a part of the questions; which comes first goes by turns.

        No vector is kept from one answer to the next.
        """
        found: list[tuple[float, float]] = []
        for turn, question in enumerate(self._questions[:: -(-len(self._questions) // TIMED)]):
            try:
                if turn % 2:
                    ours = _milliseconds(self._assistant, question)
                with off(ablation):
                    theirs = _milliseconds(assistant, question)
                if not turn % 2:
                    ours = _milliseconds(self._assistant, question)
            except (AssistantError, CheckFailed):
                continue  # `_row` has named it: an answer that fails has no time
            found.append((ours, theirs))
        return found


def _milliseconds(assistant: Assistant, question: Question) -> float:
    """Of the processor, on all cores together, for one answer: other work on the machine changes the clock's more."""
    start = time.process_time()
    assistant.ask(question.question, question.history)
    return (time.process_time() - start) * 1000


def _measure(bench: _Bench, journal: Journal, ablations: Sequence[Ablation]) -> list[str]:
    """Adds to the journal what it lacks; a message for each mechanism whose patches name what is gone."""
    kept = sum(a.name in journal.rows for a in ablations)
    if kept:
        print(f"{journal.path}: {kept} of {len(ablations)} mechanisms are measured already.", file=sys.stderr)
    if FULL not in journal.rows:
        journal.append(bench.full())
    messages = []
    for place, ablation in enumerate(ablations, 1):
        if ablation.name not in journal.rows:
            try:
                journal.append(bench.without(ablation, f"{place}/{len(ablations)}"))
            except SeamGone as error:
                messages.append(f"{ablation.name}: {error}")
    return messages


def _ablated(
    known: Mapping[str, Any], journal: Journal, ablations: Sequence[Ablation], messages: Sequence[str]
) -> Ablated:
    rows = {FULL: journal.rows[FULL]} | {a.name: journal.rows[a.name] for a in ablations if a.name in journal.rows}
    failed = [message for row in rows.values() for message in row["failed"]]
    full = _told(rows[FULL])
    effects = tuple(_effect(a, full, rows[a.name]) for a in ablations if a.name in rows)
    figures = {name: figure([told.shares[name] for told in full], m.summary) for name, m in MEASURED.items()}
    return Ablated(known, figures, effects, (*messages, *failed))


def _effect(ablation: Ablation, full: Sequence[Told], row: Mapping[str, Any]) -> Effect:
    without = _told(row)
    spent = cost([(a, b) for a, b in row["times"]])
    parts = changed(full, without), by_language(full, without)
    return Effect(ablation.name, ablation.what, *parts, spent, tuple(row["uncalled"]))


def _told(row: Mapping[str, Any]) -> list[Told]:
    return [Told.from_json(told) for told in row["told"]]
