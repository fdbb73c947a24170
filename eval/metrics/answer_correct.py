"""answer_correct = answerable questions with all facts, nothing forbidden and the evidence cited / answerable questions."""

from eval.metrics.evidence import is_right
from eval.metrics.metric import Metric, Share
from eval.metrics.phrases import forbidden_said, missing_facts
from eval.predictions import Prediction, answered, citations
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 when the answer is right in all three respects; not for unanswerable questions (see refuse_recall)."""
    return Share(float(is_correct(question, prediction))) if question.answerable else None


def is_correct(question: Question, prediction: Prediction) -> bool:
    """It answers, says every fact, says nothing forbidden, and cites the evidence."""
    return (
        answered(prediction)
        and not missing_facts(question, prediction)
        and not forbidden_said(question, prediction)
        and any(is_right(question, c) for c in citations(prediction))
    )


METRIC = Metric("answer_correct", share)
