"""What a reader must know about the documents an answer quotes: a draft, a period that is over, one that was replaced."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from answer.phrases import document_name, say
from answer.question import Question
from answer.reply import Language, Notice
from index.document import Document
from index.validity import ENDED, Validity, validity
from vietnamese.glossary import Glossary


def document_notices(
    question: Question,
    documents: Iterable[Document],
    today: date,
    glossary: Glossary,
    held: Mapping[str, Document] = MappingProxyType({}),
) -> list[Notice]:
    """The notices for the cited documents, in their order; `held` are those of the index, which may say that one was replaced, or
    will be from a day after `today`."""
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
        known = validity(document, held, today)
        ending = known if known.state in ENDED else known.upcoming
        if ending is not None and ending.state in ENDED:
            source = held.get(ending.by or "")
            said = (
                document_name(source, question.language, glossary) if source else _catalogue(ending, question.language)
            )
            day = "/".join(reversed((ending.date or "").split("-")))
            phrase = ending.state if ending is known else f"{ending.state}_later"
            notices.append(Notice("replaced", say(phrase, question.language, doc=name, source=said, value=day)))
        if document.stated:
            notices.append(
                Notice("corrected", say("corrected", question.language, doc=name, value=", ".join(document.stated)))
            )
    return notices


def _catalogue(known: Validity, language: Language) -> str:
    return f"the catalogue ({known.source})" if language == "en" else f"danh mục kho tài liệu ({known.source})"
