"""Follow-up questions, made whole from the one before: "còn Sở Tài chính?", "And in 2025?"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from answer.language import detect_language
from answer.stopwords import STOP
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
_COMPARED = re.compile(
    r"\b(?:so (?:với|sánh|voi|sanh)|khác|khac|giống|giong|bằng|hơn|hon|cùng|cung|cả hai|ca hai|than|compared?|differ\w*|both|same|versus|vs)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:so (?:với|sánh|voi|sanh)|khác|khac|giống|giong|compared?|differ\w*|the same|versus|vs)\b(?! (?:office|department|division|plan|year))",
    re.IGNORECASE,
)
"""Sets what a follow-up names beside what was asked of before: both are asked of."""
_NEAR = 4
"""Characters before an office with which a follow-up begins ("bên ", "the ")."""
_SHORT = 4
"""Words; with no more, a question leans on the one before."""
_SAYS_LITTLE = 8
"""So does one of no more than these, of which at most one names something."""
_NAMELESS = {"vi": 4, "en": 2}
"""So does one of no more than those words that names nothing at all: syllables, or English words, that say something."""
_LONG_NAME = 3
"""Syllables from which an office's name is its own, and not that of a kind of office ("bộ phận nào")."""
_OF_DOCUMENTS = re.compile(
    r"\b(?:kế hoạch|quyết định|dự thảo|nghị định|nghị quyết|luật|thông tư|plans?|decisions?|drafts?|decrees?|laws?)\b|\d",
    re.IGNORECASE,
)
_ASKING = frozenset(
    syllables(
        "bao lâu trước sau khi thời gian học mở vậy mỗi vị ít nhất nhiều lần tối đa thiểu long take takes last lasts"
    )
)


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
    if not previous or not _leans(question, name_spans):
        return Resolved(question, False)
    replaced = None if _BESIDE.search(question) else _swap(question, previous, name_spans)
    earlier = _moved(previous, question, name_spans).rstrip(" ?.")
    numbers = find_document_numbers(earlier)
    link = ";" if numbers and numbers[-1].end == len(earlier) else " -"  # a dash would go on with the number
    return Resolved(replaced or f"{earlier}{link} {question}", True)


def compares(question: str) -> bool:
    """Whether a follow-up sets what it names beside what was asked of before, and does not leave that."""
    return bool(_COMPARED.search(question))


def says_little(question: str) -> bool:
    """Whether at most one word of a follow-up names something: it asks, and leaves of what to the question before."""
    return len(_saying(question)) <= 1


def unopened(question: str) -> str:
    """A follow-up without the words that only tie it to the question before ("còn", "what about")."""
    return _OPENERS.sub("", question.strip()).strip(" ?.,:")


def _leans(question: str, name_spans: Finder) -> bool:
    words = syllables(question)
    opened = bool(_OPENERS.match(question.strip()))
    points = bool(_POINTERS.search(question)) and not _province_spans(question)
    if (opened and len(words) <= 25) or (points and len(words) <= 14) or len(words) <= _SHORT:
        return True
    says = _saying(question)
    if len(words) > _SAYS_LITTLE or find_document_numbers(question):
        return False
    if compares(question) and len(says) - len(_said_of_places(question)) <= 1:
        return True  # "Is it other in Sóc Trăng?"
    if _province_spans(question):
        return False
    return len(says) <= 1 or (len(set(says)) <= _nameless(question) and not _names(question, name_spans))


def _saying(question: str) -> list[str]:
    """The syllables of a question that name something, and do not only ask."""
    return [w for w in syllables(question) if w not in STOP and w not in _ASKING]


def _nameless(question: str) -> int:
    return _NAMELESS["en" if detect_language(question) == "en" else "vi"]


def _names(question: str, name_spans: Finder) -> bool:
    """Whether a question names a document, an office or a number of its own."""
    own = any(len(syllables(name)) >= _LONG_NAME for *_, name in _office_spans(question))
    return own or bool(_OF_DOCUMENTS.search(question) or name_spans(question))


def _said_of_places(question: str) -> list[str]:
    """The syllables that name a province or an office."""
    spans = [*_province_spans(question), *_office_spans(question)]
    return [w for *_, name in spans for w in syllables(name) if w not in STOP and w not in _ASKING]


def _swap(question: str, previous: str, name_spans: Finder) -> str | None:
    """The earlier question with its province, office or year put in the place of the new one's, where that is all that is new."""
    rest = unopened(question)
    for find in (_province_spans, _office_spans, name_spans, _year_spans):
        new, old = find(rest), find(previous)
        if len(new) == 1 and old and len(syllables(rest)) <= len(syllables(new[0][2])) + 4:
            start, end, _ = old[0]
            return previous[:start] + new[0][2] + previous[end:]
    return None


def _moved(previous: str, question: str, name_spans: Finder) -> str:
    """The earlier question with the one province, the one year, and the office that a follow-up begins with, in the place of its
    own: what is asked of another place is no longer asked of the first, unless both are compared.
    """
    if compares(question):
        return previous
    for find in (_province_spans, _year_spans):
        new, old = {name for *_, name in find(question)}, find(previous)
        if len(new) == 1 and len({name for *_, name in old}) == 1:
            for start, end, _ in reversed(old):
                previous = previous[:start] + next(iter(new)) + previous[end:]
    rest = unopened(question)
    for find_names in (_office_spans, name_spans):
        named, old = find_names(rest), find_names(previous)
        if rest != question.strip() and named and named[0][0] <= _NEAR and len(old) == 1:
            return previous[: old[0][0]] + named[0][2] + previous[old[0][1] :]
    return previous


def _province_spans(text: str) -> list[Span]:
    found = find_provinces(text) or find_provinces_folded(text)
    return [(m.start, m.end, text[m.start : m.end]) for m in found]


def _office_spans(text: str) -> list[Span]:
    return [(m.start, m.end, text[m.start : m.end]) for m in find_offices(text)]


def _year_spans(text: str) -> list[Span]:
    years = {str(y) for y in find_years(text)}
    return [(m.start(), m.end(), m.group()) for m in re.finditer(r"\b(19|20)\d\d\b", fold(text)) if m.group() in years]
