"""answer_language_match = answers and abstentions in the language of the question / those that have words.

A question in Vietnamese, typed with accents or without, wants Vietnamese. Quotes keep the document's language and are left out.
"""

from eval.metrics.languages import written_in
from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 when the languages agree; not for an answer without words."""
    written = written_in(prediction)
    wanted = "en" if question.language == "en" else "vi"
    return Share(float(written == wanted)) if written else None


METRIC = Metric("answer_language_match", share)
