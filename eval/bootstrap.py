"""Bootstrap intervals: figures over many resamples of the questions at once, alone and as a difference of two systems."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from eval.metrics import Share, Summary

RESAMPLES = 2_000
PAIRED_RESAMPLES = 10_000
SEED = 20_250_630
_LOW, _HIGH = 2.5, 97.5
_CELLS = 4_000_000
"""Cells of a block of resamples: bounds memory at some 32 MB, however many questions there are."""

Figure = dict[str, float | int | None]
Numbers = NDArray[np.float64]
_NOTHING: Figure = {"value": None, "low": None, "high": None, "n": 0}


def figure(shares: Sequence[Share | None], summary: Summary = "ratio") -> Figure:
    """Value, 95 % interval and n of a metric, from each question's share; None for all but n where no question takes part.

    Percentile bootstrap over the questions that take part, RESAMPLES draws with replacement, the same seed every time.
    """
    table = _table([s for s in shares if s is not None])
    if not len(table):
        return dict(_NOTHING)
    drawn = np.concatenate([_values(block, table, summary) for block in _blocks(len(table), RESAMPLES)])
    return _figure(_point(table, summary), drawn, len(table))


def difference(left: Sequence[Share | None], right: Sequence[Share | None], summary: Summary = "ratio") -> Figure:
    """`left` minus `right`, two systems' shares for the same questions in the same order, with its 95 % interval.

    Paired bootstrap: PAIRED_RESAMPLES draws of questions, both systems' figures of each draw. n counts the questions that
    take part in either figure. None for all but n where one of the figures does not exist.
    """
    both = [(a, b) for a, b in zip(left, right, strict=True) if a is not None or b is not None]
    one, other = _table([a for a, _ in both]), _table([b for _, b in both])
    if not one[:, 1].any() or not other[:, 1].any():
        return {**_NOTHING, "n": len(both)}
    drawn = np.concatenate(
        [
            _values(block, one, summary) - _values(block, other, summary)
            for block in _blocks(len(both), PAIRED_RESAMPLES)
        ]
    )
    return _figure(_point(one, summary) - _point(other, summary), drawn, len(both))


def _table(shares: Sequence[Share | None]) -> Numbers:
    """Tops and bottoms (n, 2); a question that takes no part has the bottom 0."""
    return np.array([share or (0.0, 0.0) for share in shares], dtype=np.float64).reshape(-1, 2)


def _point(table: Numbers, summary: Summary) -> float:
    return float(_values(np.ones((1, len(table)), dtype=np.uint16), table, summary)[0])


def _values(counts: NDArray[np.uint16], table: Numbers, summary: Summary) -> Numbers:
    """The figure of each resample; `counts` (resamples, n) says how often each question was drawn. NaN where none takes part."""
    if summary == "median":
        return _medians(counts, table)
    tops, bottoms = (counts.astype(np.float64) @ table).T
    ratios: Numbers = np.divide(tops, bottoms, out=np.full(len(counts), np.nan), where=bottoms > 0)
    return ratios


def _medians(counts: NDArray[np.uint16], table: Numbers) -> Numbers:
    part = table[:, 1] > 0
    values = table[part, 0] / table[part, 1]
    order = np.argsort(values, kind="stable")
    drawn = np.cumsum(counts[:, part][:, order], axis=1, dtype=np.int64)
    sizes = drawn[:, -1]
    found = sizes > 0
    medians = np.full(len(counts), np.nan)
    sorted_values = values[order]
    low, high = (
        # the k-th smallest of a resample is the first value up to which more than k were drawn
        sorted_values[(drawn[found] <= ((sizes[found] - 1 + more) // 2)[:, np.newaxis]).sum(axis=1)]
        for more in (0, 1)
    )
    medians[found] = (low + high) / 2
    return medians


def _figure(value: float, drawn: Numbers, n: int) -> Figure:
    low, high = np.nanpercentile(drawn, [_LOW, _HIGH])
    return {"value": _rounded(value), "low": _rounded(float(low)), "high": _rounded(float(high)), "n": n}


def _rounded(value: float) -> float:
    return round(value, 4) + 0.0  # no minus before a zero


def _blocks(n: int, times: int) -> Iterator[NDArray[np.uint16]]:
    size = max(1, _CELLS // n)
    for start in range(0, times, size):
        yield _counts(n, min(size, times - start), start)


@lru_cache(maxsize=16)
def _counts(n: int, times: int, start: int) -> NDArray[np.uint16]:
    """How often each of n questions is drawn in each of `times` resamples (times, n). Kept, for many figures share an n."""
    draws = np.random.default_rng([SEED, start]).integers(0, n, size=(times, n))
    places = draws + np.arange(times)[:, np.newaxis] * n
    return np.bincount(places.ravel(), minlength=times * n).reshape(times, n).astype(np.uint16)
