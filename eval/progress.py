"""How far a run is, on standard error: questions answered, and what became of the words of a language model where one is asked."""

import sys
import time
from collections import Counter
from collections.abc import Mapping

from eval.predictions import OUTCOMES, Prediction, writing

_EVERY = 100
"""Questions between two lines in a log."""
_SECONDS = 60.0
"""The longest that a log stays silent while questions are answered: a language model may take a minute for one."""


class Progress:
    """The progress of one program through a set. On a terminal its line overwrites itself; in a log, one now and then."""

    def __init__(self, name: str, total: int) -> None:
        self._name = name
        self._total = total
        self._done = 0
        self._outcomes: Counter[str] = Counter()
        self._troubles: Counter[str] = Counter()
        self._last = time.monotonic()

    def passed(self, prediction: Prediction) -> None:
        """Counts one more answer and shows how far it is."""
        self._done += 1
        record = writing(prediction)
        if record is not None:
            self._outcomes[record["outcome"]] += 1
            if record["trouble"]:
                self._troubles[record["trouble"]] += 1
        self._show()

    def _show(self) -> None:
        ended = self._done == self._total
        if sys.stderr.isatty():
            print(f"\r{self.line}", end="\n" if ended else "", file=sys.stderr, flush=True)
        elif ended or self._done % _EVERY == 0 or time.monotonic() - self._last >= _SECONDS:
            self._last = time.monotonic()
            print(self.line, file=sys.stderr, flush=True)

    @property
    def line(self) -> str:
        """How far it is, in one line."""
        asked = f"{self._name}: {self._done}/{self._total} questions"
        return f"{asked}; {counted(self._outcomes, self._troubles)}" if self._outcomes else asked


def counted(outcomes: Mapping[str, int], troubles: Mapping[str, int]) -> str:
    """What became of the answers of a language model: "written 3, partly 0, extractive 2 (slow 2)"."""
    parts = ", ".join(f"{name} {outcomes.get(name, 0)}" for name in OUTCOMES)
    reasons = ", ".join(f"{name} {n}" for name, n in sorted(troubles.items(), key=lambda t: (-t[1], t[0])))
    return f"{parts} ({reasons})" if reasons else parts
