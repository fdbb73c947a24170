"""What a reader must know about the documents an answer quotes: a draft, a period that is over, a scan, one that was replaced."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from answer.phrases import document_name, say
from answer.question import Question
from answer.reply import Citation, Language, Notice, NoticeCode
from index.document import Document
from index.validity import Validity, ValidityState, validity
from vietnamese.glossary import Glossary

_CHANGES: Mapping[ValidityState, tuple[NoticeCode, str]] = MappingProxyType(
    {
        "replaced": ("replaced", "replaced"),
        "repealed": ("replaced", "repealed"),
        "amended": ("amended", "was_amended"),
        "partly_repealed": ("amended", "was_partly_ended"),
    }
)
"""What is written of a document's force that a reader must know: the notice's code and its phrase."""


def document_notices(
    question: Question,
    documents: Iterable[Document],
    today: date,
    glossary: Glossary,
    held: Mapping[str, Document] = MappingProxyType({}),
) -> list[Notice]:
    """The notices for the cited documents, in their order.

    `held` are those of the index, which may say that one was replaced or amended, or will be from a day after `today`.
    """
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
            phrase = "undated_scan" if document.read_by == "ocr" else "undated"  # it may well stand there
            notices.append(Notice("undated", say(phrase, question.language, doc=name)))
        known = validity(document, held, today)
        for written, later in ((known, False), (known.upcoming, True)):
            notice = _changed(written, later, name, question.language, glossary, held) if written else None
            if notice is not None:
                notices.append(notice)
        if document.stated:
            notices.append(
                Notice("corrected", say("corrected", question.language, doc=name, value=", ".join(document.stated)))
            )
    return notices


def _changed(
    written: Validity,
    later: bool,
    name: str,
    language: Language,
    glossary: Glossary,
    held: Mapping[str, Document],
) -> Notice | None:
    """What another document or the catalogue does to the one called `name`, `later` than today or by now; None where nothing."""
    if written.state not in _CHANGES:
        return None
    code, phrase = _CHANGES[written.state]
    source = held.get(written.by or "")
    said = document_name(source, language, glossary) if source else _catalogue(written, language)
    day = "/".join(reversed((written.date or "").split("-")))
    return Notice(code, say(f"{phrase}_later" if later else phrase, language, doc=name, source=said, value=day))


def recognised_notices(question: Question, citations: Iterable[Citation], glossary: Glossary) -> list[Notice]:
    """One notice for each document whose recognised words are quoted: how sure the least sure passage was, and what decides."""
    quoted: dict[str, list[Citation]] = {}
    for citation in citations:
        if citation.passage.read_by == "ocr":
            quoted.setdefault(citation.document.id, []).append(citation)
    return [_recognised(of_one, question.language, glossary) for of_one in quoted.values()]


def _recognised(citations: Sequence[Citation], language: Language, glossary: Glossary) -> Notice:
    """The notice for the recognised words of one document; how sure they are is never rounded up."""
    name = document_name(citations[0].document, language, glossary)
    sure = min((c.passage.confidence for c in citations if c.passage.confidence is not None), default=None)
    if sure is None:
        return Notice("ocr", say("recognised", language, doc=name))
    return Notice("ocr", say("recognised_sure", language, doc=name, percent=int(sure * 100)))


def _catalogue(known: Validity, language: Language) -> str:
    return f"the catalogue ({known.source})" if language == "en" else f"danh mục kho tài liệu ({known.source})"
