"""What a reader must know about the documents an answer quotes: a draft, a period that is over, facts a person stated."""

from collections.abc import Iterable
from datetime import date

from answer.phrases import document_name, say
from answer.question import Question
from answer.reply import Notice
from index.document import Document
from vietnamese.glossary import Glossary


def document_notices(
    question: Question, documents: Iterable[Document], today: date, glossary: Glossary
) -> list[Notice]:
    """The notices for the cited documents, in their order."""
    notices: list[Notice] = []
    for document in documents:
        name = document_name(document, question.language, glossary)
        if document.status == "draft":
            notices.append(Notice("draft", say("draft", question.language, doc=name)))
        if document.period is not None and document.period.end < today.year:
            start, end = document.period.start, document.period.end
            value = str(end) if start in (None, end) else f"{start} - {end}"
            notices.append(Notice("period_over", say("period_over", question.language, doc=name, value=value)))
        if document.date is None:
            notices.append(Notice("undated", say("undated", question.language, doc=name)))
        if document.stated:
            notices.append(
                Notice("corrected", say("corrected", question.language, doc=name, value=", ".join(document.stated)))
            )
    return notices
