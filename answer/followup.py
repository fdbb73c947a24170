"""Follow-up questions, made whole from the one before: "còn Sở Tài chính?", "And in 2025?"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from vietnamese.dates import find_years
from vietnamese.numbers import find_document_numbers
from vietnamese.offices import find_offices
from vietnamese.provinces import find_provinces, find_provinces_folded
from vietnamese.text import fold, syllables

_OPENERS = re.compile(
    r"^(còn|thế còn|vậy còn|vậy|thế|thế thì|và|rồi|ngoài ra|con|the con|vay con|vay|the thi|va|and|what about|how about|then|also|or|but|ok|so)\b",
    re.IGNORECASE,
)
_POINTERS = re.compile(
    r"\b(đó|này|nó|họ|ấy|kia|nêu trên|ở trên|it|its|they|them|their|that|those|this|these|there|then|he|she|his|her|same|one)\b",
    re.IGNORECASE,
)
_SHORT = 4  # words that carry meaning; with fewer, a question leans on the one before


Span = tuple[int, int, str]
Finder = Callable[[str], list[Span]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone. `text` is shown to the reader where `leaned` is true."""

    text: str
    leaned: bool


def resolve(question: str, previous: str | None, name_spans: Finder = lambda _: []) -> Resolved:
    """`question` with what it left to the question before; unchanged where it stands alone.

    `name_spans` finds names that only the caller knows (offices in English), as the finders here do.
    """
    if not previous or not _leans(question):
        return Resolved(question, False)
    replaced = _swap(question, previous, name_spans)
    earlier = previous.rstrip(" ?.")
    numbers = find_document_numbers(earlier)
    link = ";" if numbers and numbers[-1].end == len(earlier) else " -"  # a dash would go on with the number
    return Resolved(replaced or f"{earlier}{link} {question}", True)


def unopened(question: str) -> str:
    """A follow-up without the words that only tie it to the question before ("còn", "what about")."""
    return _OPENERS.sub("", question.strip()).strip(" ?.,:")


def _leans(question: str) -> bool:
    words = syllables(question)
    opened = bool(_OPENERS.match(question.strip()))
    points = bool(_POINTERS.search(question)) and not _province_spans(question)
    return (opened and len(words) <= 25) or (points and len(words) <= 14) or len(words) <= _SHORT


def _swap(question: str, previous: str, name_spans: Finder) -> str | None:
    """The earlier question with its province, office or year put in the place of the new one's, where that is all that is new."""
    rest = unopened(question)
    for find in (_province_spans, _office_spans, name_spans, _year_spans):
        new, old = find(rest), find(previous)
        if len(new) == 1 and old and len(syllables(rest)) <= len(syllables(new[0][2])) + 4:
            start, end, _ = old[0]
            return previous[:start] + new[0][2] + previous[end:]
    return None


def _province_spans(text: str) -> list[Span]:
    found = find_provinces(text) or find_provinces_folded(text)
    return [(m.start, m.end, text[m.start : m.end]) for m in found]


def _office_spans(text: str) -> list[Span]:
    return [(m.start, m.end, text[m.start : m.end]) for m in find_offices(text)]


def _year_spans(text: str) -> list[Span]:
    years = {str(y) for y in find_years(text)}
    return [(m.start(), m.end(), m.group()) for m in re.finditer(r"\b(19|20)\d\d\b", fold(text)) if m.group() in years]
