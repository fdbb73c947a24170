"""What went wrong with one answer, as a person who mends the assistant would sort it."""

from typing import Literal, get_args

from eval.metrics.evidence import is_right
from eval.metrics.phrases import forbidden_said, missing_facts
from eval.predictions import Prediction, answered, citations, refused
from eval.question_set import Question
from eval.ranks import Retrieved

Bucket = Literal[
    "right",
    "error",
    "unsupported answer",
    "over-refusal",
    "not retrieved",
    "ranked low",
    "not used",
    "wrong citation",
    "missing fact",
    "forbidden",
]
BUCKETS: tuple[Bucket, ...] = get_args(Bucket)
"""All of them; `right` is the first, the failures follow."""

SHOWN = 10
"""Ranks of the final stage down to which evidence counts as ranked well."""


def bucket(question: Question, prediction: Prediction, found: Retrieved | None = None) -> Bucket:
    """The first that fits.

    error: the program failed. unsupported answer: answered though the documents do not say. over-refusal: abstained though
    they do. Where the evidence is not cited, `found` tells why: not retrieved (no stage has it), ranked low (not among the
    first SHOWN of the final stage), not used (it is, and was not cited); wrong citation where there are no ranks, as for
    another program's predictions and for what is answered without a search. missing fact and forbidden: the evidence is
    cited, but the answer's words leave out a fact or hold what they must not.
    """
    if prediction["status"] == "error":
        return "error"
    if not question.answerable:
        return "unsupported answer" if answered(prediction) else "right"
    if refused(prediction):
        return "over-refusal"
    if not any(is_right(question, c) for c in citations(prediction)):
        return _uncited(found)
    if missing_facts(question, prediction):
        return "missing fact"
    return "forbidden" if forbidden_said(question, prediction) else "right"


def _uncited(found: Retrieved | None) -> Bucket:
    ranks = found.ranks if found is not None else {}
    reached = any(rank is not None for rank in ranks.values())
    if found is None or not (reached or found.searchable):
        return "wrong citation"
    if not reached:
        return "not retrieved"
    final = ranks["final"]
    return "not used" if final is not None and final <= SHOWN else "ranked low"
