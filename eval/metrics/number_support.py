"""number_support = figures of the answers that their citations hold / figures of the answers.

Figures are numbers, the numbers of dates, and document numbers (see `figures`). A citation holds those of its passage and of
the heading it is shown under: its document's title and number and its section.
"""

from eval.metrics.figures import figures, without_numbering
from eval.metrics.metric import Metric, Share
from eval.predictions import Citation, Prediction, answer_text, answered, citations
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """Supported figures of all figures; not for abstentions or answers without figures."""
    said = figures(without_numbering(answer_text(prediction))) if answered(prediction) else set()
    if not said:
        return None
    supported = figures("\n".join(map(_support, citations(prediction))))
    return Share(len(said & supported), len(said))


def _support(citation: Citation) -> str:
    section = citation.get("section")
    headings = [h for h in section if isinstance(h, str)] if isinstance(section, list) else []
    shown = [citation.get("title"), citation.get("number"), *headings]
    return "\n".join([citation["passage"], *(s for s in shown if isinstance(s, str))])


METRIC = Metric("number_support", share)
