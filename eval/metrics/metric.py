"""What a metric is: a share for each question, and the rule that makes one figure of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from eval.predictions import Prediction
from eval.question_set import Question

Summary = Literal["ratio", "median"]
Better = Literal["higher", "lower", "neither"]
Unit = Literal["share", "characters", "tokens", "milliseconds"]


class Share(NamedTuple):
    """What one question adds to a figure: `top` of `bottom`."""

    top: float
    bottom: float = 1.0


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure over questions. `of` gives one question's share, None where the metric does not apply to it.

    `summary` "ratio": sum of the tops / sum of the bottoms (a mean where each bottom is 1);
    "median": the median of top / bottom. `better` says which way is up, "neither" where a difference is neither better nor worse
    by itself; `unit` is "share" (0 to 1) or what is counted.
    """

    name: str
    of: Callable[[Question, Prediction], Share | None]
    summary: Summary = "ratio"
    better: Better = "higher"
    unit: Unit = "share"
