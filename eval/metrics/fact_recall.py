"""fact_recall = mean over answerable questions of (facts that the answer holds in any spelling / facts).

Facts are looked for in the answer's text, not in its citations. An abstention counts as 0.
"""

from eval.metrics.metric import Metric, Share
from eval.metrics.phrases import missing_facts
from eval.predictions import Prediction
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """The share of the question's facts that the answer holds; not for questions without facts."""
    total = len(question.facts)
    return Share((total - len(missing_facts(question, prediction))) / total) if total else None


METRIC = Metric("fact_recall", share)
