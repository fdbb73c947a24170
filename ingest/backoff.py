"""When a watch tries again what the machine failed at: later and later, while it fails at the same files."""

import math
from collections.abc import Collection
from pathlib import Path

LONGEST = 3600.0
"""Seconds after which files are tried again at the latest."""


class Backoff:
    """The files to try again, and when. `shortest` is the first wait in seconds; each further one is twice as long."""

    def __init__(self, shortest: float) -> None:
        self._shortest = shortest
        self._wait = shortest
        self._waiting: frozenset[Path] = frozenset()
        self._tried: frozenset[Path] = frozenset()  # those that were due last
        self._at = math.inf

    def due(self, now: float) -> frozenset[Path]:
        """The files to try again by the time `now`, each once; none before."""
        if now < self._at:
            return frozenset()
        self._at = math.inf
        self._tried, self._waiting = self._waiting, frozenset()
        return self._tried

    def failed(self, files: Collection[Path], now: float) -> None:
        """Notes the files that the machine has failed at by the time `now`."""
        if not files:
            return
        again = not self._tried.isdisjoint(files)
        self._wait = min(2 * self._wait, LONGEST) if again else self._shortest
        self._waiting |= frozenset(files)
        self._at = min(self._at, now + self._wait)
