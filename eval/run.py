"""Asks the assistant and the baselines every question of a set, then scores and reports the answers."""

import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval import question_set
from eval.answerer import Answerer, AssistantAnswerer, answer_all
from eval.calibration import Decisions
from eval.circumstances import circumstances
from eval.files import digest, folder
from eval.gold import unsound
from eval.journal import Journal
from eval.predictions import Prediction
from eval.question_set import Question
from eval.ranks import Searched, searched
from eval.run_folder import Run, write
from eval.sample import sample
from eval.writing import fallbacks
from index.settings import PROJECT, load_settings

if TYPE_CHECKING:
    from answer.assistant import Assistant

DEFAULT_TODAY = date(2025, 6, 30)
"""The day on which a run takes place, whenever it does: two runs agree on which plans are over."""
PRACTICE = PROJECT / "eval" / "questions" / "practice.jsonl"
"""What a baseline may set its thresholds by: questions that are never scored."""
PARTIAL = "predictions.partial.jsonl"
PARTIAL_RANKS = "ranks.partial.jsonl"


@dataclass(slots=True)
class Outcome:
    """What a person is told of a run: a message for each input that failed, and the seconds that each part of it took."""

    messages: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        """Times what runs inside as `part`."""
        start = time.perf_counter()
        yield
        self.seconds[part] = round(self.seconds.get(part, 0.0) + time.perf_counter() - start, 1)


def run(
    questions_path: Path,
    out: Path,
    data: Path | None = None,
    today: date = DEFAULT_TODAY,
    with_baselines: bool = True,
    size: int | None = None,
    with_writer: bool = True,
) -> Outcome:
    """Answers the set with the index in `data` and writes the folder `out`; goes on where a run cut short stopped.

    With `size`, a sample of that many questions. Without `with_writer` no language model takes part, whatever the settings name.
    A language model of which nothing is shown is a message of the outcome.
    """
    from answer.assistant import Assistant  # heavy: only a run needs the models

    asked = question_set.load(questions_path)
    questions = asked if size is None else sample(asked, size)
    settings = load_settings(data=data)
    if not with_writer:
        settings = settings.model_copy(update={"writer": None})
    outcome = Outcome()
    with outcome.timed("opening"):
        assistant = Assistant.open(settings, today)
    try:
        with outcome.timed("opening"):
            assistant.library.model.encode_queries(
                ["?"]
            )  # loads the model, which is no part of the first answer's time
        writer = assistant.writer.model if assistant.writer else None
        known = circumstances(questions_path, len(questions), settings, today, assistant.library.manifest, writer)
        if len(questions) < len(asked):
            known["questions"]["sample_of"] = len(asked)
        outcome.messages += unsound(questions_path, questions, assistant.library)
        with ExitStack() as stack:
            work = _Work(stack, questions, folder(out), known, outcome)
            answers = work.answers("assistant", AssistantAnswerer(assistant), out)
            seen = work.searches(assistant)
            found = {s.id: s.found for s in seen if s.found is not None}
            decisions = Decisions(assistant.threshold, {s.id: s.probability for s in seen})
            baselines = work.baselines(assistant) if with_baselines else {}
            manifest = known | {"seconds": dict(outcome.seconds)}
            with outcome.timed("scoring and report"):
                metrics = write(out, Run(manifest, questions, answers, found, decisions), baselines)
            outcome.messages += fallbacks(metrics)
            work.clear()
    finally:
        assistant.library.close()
    return outcome


class _Work:
    """What a run has to do before it can score: each part keeps a journal, so that it need not be done twice."""

    def __init__(
        self,
        stack: ExitStack,
        questions: Sequence[Question],
        out: Path,
        known: Mapping[str, Any],
        outcome: Outcome,
    ) -> None:
        self._stack = stack
        self._questions = questions
        self._out = out
        self._known = known
        self._outcome = outcome
        self._journals: list[Journal] = []

    def answers(
        self, name: str, answerer: Answerer, place: Path, known: Mapping[str, Any] | None = None
    ) -> list[Prediction]:
        """An answer to each question, timed under `name`; `known` are the circumstances where they are not the run's own."""
        journal = self._journal(place / PARTIAL, known or self._known)
        with self._outcome.timed(name):
            predictions, messages = answer_all(answerer, self._questions, journal, name)
        own = "" if place == self._out else f"{name}: "
        self._outcome.messages += [own + message for message in messages]
        return predictions

    def searches(self, assistant: "Assistant") -> list[Searched]:
        """What the assistant's search for each question shows, in order."""
        journal = self._journal(self._out / PARTIAL_RANKS, self._known)
        passages = assistant.library.all_passages()
        with self._outcome.timed("stages"):
            for question in (q for q in self._questions if q.id not in journal.rows):
                journal.append(searched(question, assistant, passages).as_json())
        return [Searched.from_json(journal.rows[q.id]) for q in self._questions]

    def baselines(self, assistant: "Assistant") -> dict[str, Run]:
        """The baselines' answers to the same questions, by name."""
        from eval.baselines import open_baselines

        known = {**self._known, "practice": digest(PRACTICE)}
        practice = question_set.load(PRACTICE)
        with self._outcome.timed("opening baselines"):
            opened = open_baselines(assistant, self._questions, practice, folder(self._scratch))
        runs = {}
        for name, answerer in opened.items():
            manifest = {**known, "baseline": name}
            place = folder(self._out / "baselines" / name)
            runs[name] = Run(manifest, self._questions, self.answers(name, answerer, place, manifest))
        return runs

    def clear(self) -> None:
        """Deletes what only a run cut short would need."""
        for journal in self._journals:
            journal.remove()
        if self._scratch.is_dir():
            shutil.rmtree(self._scratch)

    @property
    def _scratch(self) -> Path:
        return self._out / "baselines" / ".work"

    def _journal(self, path: Path, known: Mapping[str, Any]) -> Journal:
        journal = self._stack.enter_context(Journal(path, known))
        self._journals.append(journal)
        if journal.rows:
            print(f"{path}: goes on after {len(journal.rows)} questions of a run cut short.", file=sys.stderr)
        return journal
