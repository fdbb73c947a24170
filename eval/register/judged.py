"""Precision of a register by rows that a person has judged: by sample, in all and by kind, with intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from eval.register.score import Row
from index.errors import InputError
from obligations.obligation import KINDS

VERDICTS = ("right", "wrong")
_Z = 1.959964
"""Of the normal distribution for 95%."""


@dataclass(frozen=True, slots=True)
class Precision:
    """How many rows of a sample were judged right. `what` is a kind of row, or "all"."""

    sample: str
    what: str
    right: int
    judged: int

    @property
    def share(self) -> float:
        return self.right / self.judged

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval for the share in the whole register, 95%."""
        return wilson(self.right, self.judged)


def wilson(right: int, judged: int) -> tuple[float, float]:
    """Where the share in the whole lies with 95% certainty, when `right` of `judged` (at least one) drawn by chance are."""
    share, square = right / judged, _Z**2 / judged
    middle, half = share + square / 2, _Z * sqrt((share * (1 - share) + square / 4) / judged)
    return (middle - half) / (1 + square), (middle + half) / (1 + square)


def precisions(rows: Sequence[Row]) -> list[Precision]:
    """Each sample in the order of the file: all its rows, then each kind where there are several.

    InputError names a row without a verdict, or with one that is none; a row that is wrong has a reason, one that is right none.
    """
    samples: dict[str, list[Row]] = {}
    for row in rows:
        _check(row)
        samples.setdefault(_sample_of(row), []).append(row)
    found = []
    for sample, judged in samples.items():
        kinds = [kind for kind in KINDS if any(row["kind"] == kind for row in judged)]
        for what in ("all", *(kinds if len(kinds) > 1 else ())):
            of_it = [row for row in judged if what in ("all", row["kind"])]
            found.append(Precision(sample, what, sum(row["verdict"] == "right" for row in of_it), len(of_it)))
    return found


def reasons(rows: Sequence[Row]) -> dict[str, dict[str, int]]:
    """For each sample how many rows were wrong for which reason, the most frequent first."""
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        of_sample = counts.setdefault(_sample_of(row), {})
        if row["verdict"] == "wrong":
            of_sample[row["reason"]] = of_sample.get(row["reason"], 0) + 1
    return {
        sample: dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))) for sample, found in counts.items()
    }


def _sample_of(row: Row) -> str:
    """What a sample is called: the seed it was drawn with, and, where it is named, from what."""
    return f"{row['seed']} ({row['drawn_from']})" if row.get("drawn_from") else str(row["seed"])


def _check(row: Any) -> None:
    name = row.get("id") if isinstance(row, dict) else None
    if name is None or any(field not in row for field in ("seed", "kind", "verdict", "reason")):
        raise InputError(f"row {name}: a judged row has id, seed, kind, verdict and reason.")
    if row["kind"] not in KINDS or row["verdict"] not in VERDICTS:
        raise InputError(f"row {name}: the verdict is {row['verdict']!r}; write one of {', '.join(VERDICTS)}.")
    if (row["verdict"] == "wrong") is not bool(row["reason"]):
        raise InputError(f"row {name}: a wrong row has a reason of one word, a right one has none.")
