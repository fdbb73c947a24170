"""How documents stand: drafts or issued, their period running or over; which of these a question asks for."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from answer.question import Question
from index.document import Document


class Standing(StrEnum):
    """One way a document can stand."""

    DRAFT = "draft"
    ISSUED = "issued"
    OVER = "over"
    RUNNING = "running"


_WHICH = re.compile(
    r"\b(?:những |các )?(?:văn bản|kế hoạch|quyết định|tài liệu|dự thảo) nào\b"
    r"|\bwhich (?:ones? )?(?:of (?:the|these|those|your|our) )?(?:\w+ )?(?:plans?|documents?|decisions?|texts?)\b",
    re.IGNORECASE,
)
_ASKED: tuple[tuple[Standing, re.Pattern[str]], ...] = tuple(
    (standing, re.compile(pattern, re.IGNORECASE))
    for standing, pattern in (
        (Standing.DRAFT, r"\bdự thảo\b|\bbản nháp\b|\bdrafts?\b"),
        (
            Standing.OVER,
            r"\b(?:đã |hết |quá |không còn )(?:hết |qua )?(?:giai đoạn|thời hạn|hạn|hiệu lực|giá trị|thời gian|kỳ)\b|\bkết thúc\b"
            r"|\b(?:over|ended|expired|finished|no longer|run out|lapsed)\b",
        ),
        (
            Standing.RUNNING,
            r"\b(?:còn|đang)\b|\b(?:still|running|current(?:ly)?|in force|in effect|valid)\b",
        ),
        (Standing.ISSUED, r"\bchính thức\b|\bđã (?:được )?(?:ban hành|ký)\b|\b(?:issued|official(?:ly)?|adopted)\b"),
    )
)
_OF_FORCE = re.compile(
    r"\bhiệu lực\b|\bgiá trị\b|\b(?:còn|đang) (?:được )?(?:dùng|áp dụng|đúng|trong (?:kỳ|giai đoạn|thời gian|thời hạn)|thực hiện|chạy)\b|\bhết (?:hạn|thời|giai đoạn|kỳ)\b"
    r"|\bkết thúc\b|\bin force\b|\bstill\b|\bvalid\b|\bexpired?\b|\blapsed?\b|\brun its course\b|\bran out\b|\bout of date\b|\bin effect\b|\bcurrent\b|\bover\b|\bended\b|\b(?:does|do|will|would)\b.*\b(?:apply|hold|run|count)\b",
    re.IGNORECASE,
)


def asks_force(question: Question) -> bool:
    """Whether a question wants to know if a document still counts, for which its period says something."""
    return bool(_OF_FORCE.search(question.wording))


def standing_asked(question: Question) -> Standing | None:
    """The way of standing by which a question picks among the documents at hand ("văn bản nào là dự thảo"); None where it does not."""
    said = question.wording
    if question.scope.documents is not None or not _WHICH.search(said):
        return None
    return next((standing for standing, pattern in _ASKED if pattern.search(said)), None)


def standing_so(documents: Iterable[Document], standing: Standing, years: Iterable[int], today: date) -> list[Document]:
    """The documents that stand so in all of `years`, or `today` where there are none; one without a period neither runs nor is over."""
    asked = list(years) or [today.year]
    return [d for d in documents if _stands(d, standing, asked)]


def is_over(document: Document, today: date) -> bool | None:
    """Whether the period of a document is over; None where it has none."""
    return None if document.period is None else document.period.end < today.year


def _stands(document: Document, standing: Standing, years: Iterable[int]) -> bool:
    if standing in (Standing.DRAFT, Standing.ISSUED):
        return document.status == standing.value
    period = document.period
    if period is None:
        return False
    if standing is Standing.OVER:
        return all(period.end < year for year in years)
    return all((period.start or year) <= year <= period.end for year in years)
