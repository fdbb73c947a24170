"""A fixed-k pipeline: the best passages by one score are the answer; one threshold on the best score decides on refusing."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from answer.assistant import NEAREST, Timer
from answer.phrases import say, unmarked
from answer.reply import Answer, Citation, Language
from eval.predictions import Prediction
from eval.question_set import Question
from index.document import Document
from index.passage import Passage

K = 4
"""Passages that are cited, as many as LangChain's vector stores return unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage found, its document, and its score: the higher, the better."""

    document: Document
    passage: Passage
    score: float


Search = Callable[[str], Sequence[Scored]]
"""From a question's text to the K best passages, best first."""


class FixedK:
    """Cites the K best passages whole, or refuses where the best one scores below `threshold`."""

    def __init__(self, search: Search, practice: Sequence[Question]) -> None:
        self._search = search
        best = [(self._best(question), question.answerable) for question in practice]
        self.threshold = choose_threshold(best)

    def answer(self, question: Question) -> Prediction:
        """The answer in the contract's form: the passages' texts, each with its marker."""
        timer = Timer()
        with timer.stage("retrieve"):
            found = self._search(typed(question))
        with timer.stage("answer"):
            answer = self._said(question, found)
        return replace(answer, id=question.id, timings_ms=timer.total()).as_json()

    def _best(self, question: Question) -> float:
        found = self._search(typed(question))
        return found[0].score if found else -math.inf

    def _said(self, question: Question, found: Sequence[Scored]) -> Answer:
        language = cast(Language, question.language)
        cited = tuple(
            Citation(i, f.document, f.passage, f.passage.text, f.passage.lines) for i, f in enumerate(found, 1)
        )
        if not found or found[0].score < self.threshold:
            text = say("no_evidence", language)
            return Answer(question.question, typed(question), language, "no_evidence", text, nearest=cited[:NEAREST])
        text = "\n\n".join(f"{unmarked(c.quote)} [{c.marker}]" for c in cited)
        return Answer(question.question, typed(question), language, "answered", text, citations=cited)


def typed(question: Question) -> str:
    """What the person typed: the earlier questions of the conversation, then this one."""
    return "\n".join([*question.history, question.question])


def choose_threshold(best: Sequence[tuple[float, bool]]) -> float:
    """The threshold that serves practice questions best, each given by its best score and whether it is answerable.

    The rule: of minus infinity and the middle between each two neighbouring scores, the one with the largest sum of the share
    of answerable questions that are answered (score at or above it) and the share of unanswerable ones that are refused
    (below it); the lowest of equals. Minus infinity, so that nothing found is refused, where one of both kinds is missing.
    """
    answerable = [score for score, can in best if can]
    unanswerable = [score for score, can in best if not can]
    if not answerable or not unanswerable:
        return -math.inf
    scores = sorted({score for score, _ in best if math.isfinite(score)})
    candidates = [-math.inf, *((low + high) / 2 for low, high in pairwise(scores))]

    def worth(threshold: float) -> float:
        answered = sum(score >= threshold for score in answerable) / len(answerable)
        refused = sum(score < threshold for score in unanswerable) / len(unanswerable)
        return answered + refused

    return max(candidates, key=worth)
