"""number_support = figures of the answers that their citations hold / figures of the answers.

Figures are numbers, the numbers of dates, and document numbers (see `figures`); number words from thirteen on are numbers. A
citation holds those of its passage and of what stands above it: its document's title and number, its section, and in a run of the
assistant (`above`) the document's date and years, a clause's opening and the heads of a row's columns. A figure is held in any
spelling: as a word, in thousands or millions, a document number in short.
"""

from eval.metrics.figures import stated, unsupported
from eval.metrics.metric import Metric, Share
from eval.predictions import Citation, Prediction, answer_text, answered, citations
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """Supported figures of all figures; not for abstentions or answers without figures."""
    text = answer_text(prediction)
    said = stated(text) if answered(prediction) else set()
    if not said:
        return None
    open_ones = unsupported(text, "\n".join(map(_support, citations(prediction))))
    return Share(len(said) - len(open_ones & said), len(said))


def _support(citation: Citation) -> str:
    section = citation.get("section")
    headings = [h for h in section if isinstance(h, str)] if isinstance(section, list) else []
    shown = [citation.get("title"), citation.get("number"), citation.get("above"), *headings]
    return "\n".join([citation["passage"], *(s for s in shown if isinstance(s, str))])


METRIC = Metric("number_support", share)
