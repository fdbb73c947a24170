"""Words in quotation marks, and whether a passage has them as they stand: word by word, numbers whole, no negation left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from answer.claims.evidence import Evidence
from vietnamese.text import key, nfc


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words, what the sentence says before them, and the span that they and their marks take in the NFC sentence."""

    text: str
    before: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text in one string, each between blanks, and where each stands in `text`, which is as long as the NFC text."""

    text: str
    line: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a passage has the words of a quote: which of them are numbers that count nothing there, and the negation before them."""

    labels: tuple[bool, ...]
    negation: str | None


_QUOTED = re.compile(r"“((?:[^“”]|“[^“”]*”){2,9000})”|\"([^\"]{2,2000})\"|«([^«»]{2,2000})»")
_TAG = re.compile(r"</?\w+>")
_WORD = re.compile(r"\d+(?:[.,/]\d+)*|%|[^\W\d_]+")
_BOUNDARY = re.compile(r"[.,;:!?…|\t()]|\n\s*(?:[-+•*]|\d|[a-zđ]\))")
_REACH = 40
"""Characters before a match in which the negation that rules its first word stands."""
_NEGATED = re.compile(r"(?<!\w)(không|chưa|chẳng|cấm|not|never|cannot)(?:\W+(?:được|phải|cần|có|phép|be|to|have))*\W*$")
_NEGATES = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng|cấm|not|never|no|cannot|without|forbid\w*|prohibit\w*)(?!\w)|n['’]t(?!\w)"
)
_SCOPE = 4
"""Words before a quote among which its sentence's own negation counts."""
ABSENT = "are not in"
"""What is wrong with a quote that no passage has."""


def quotes_of(sentence: str) -> Iterator[Quote]:
    """The quotes of a sentence of two words or more, in its order."""
    text = nfc(sentence)
    for match in _QUOTED.finditer(text):
        quote = next(g for g in match.groups() if g is not None)
        if len(re.findall(r"\w+", quote)) > 1:
            yield Quote(quote, text[: match.start()], match.start(), match.end())


def misquoted(quote: Quote, passages: Iterable[Evidence]) -> str | None:
    """What is wrong with a quote, as the verb of a reason (`ABSENT` or another); None where a passage has it as it stands.

    "5 người" is not in "15 người". Words that a passage negates are quoted only where the sentence negates them too.
    """
    place = _place(quote, passages)
    if place is None:
        return ABSENT
    return f"leave out “{place.negation}” before them in" if place.negation and not _negates(quote) else None


_LINE_START = re.compile(
    r"(?:^|\n)[\s#*_|•+–-]*(?:(?:điều|khoản|mục|phần|chương)\s+)?(?:[\divxl]{1,6}|[a-hđ])?(?:\.\d{1,3})*[.)]?\s*$"
)
_SENTENCE_START = re.compile(r"(?:[.;]\s+|\|\s*)$")
_SENTENCE_END = re.compile(r"[\s)”\"*_]*(?:[.;:|\n]|$)")
LEAST_AS_WRITTEN = 4
"""Words of a sentence that stands in a passage as it is written."""
MOST_PLACES = 200
"""Places of a sentence in a passage that are looked at: more than any real passage repeats one."""


def stands_as_written(sentence: str, passages: Iterable[Evidence]) -> bool:
    """Whether a passage has a sentence word by word, from the start of a sentence, a line or a cell of it to the end of one."""
    wanted = _words(nfc(sentence)).line
    if len(wanted.split()) < LEAST_AS_WRITTEN or any(True for _ in quotes_of(sentence)):
        return False
    return any(_is_whole(passage, wanted) for passage in passages)


def _is_whole(passage: Evidence, wanted: str) -> bool:
    words = _words(passage.text)
    size = len(wanted.split())
    at = words.line.find(wanted)
    first = counted = 0
    for _ in range(MOST_PLACES):
        if at < 0:
            break
        first += words.line.count(" ", counted, at)
        counted = at
        begin, end = words.spans[first][0], words.spans[first + size - 1][1]
        before = words.text[max(0, begin - _REACH) : begin]
        if (_LINE_START.search(before) or _SENTENCE_START.search(before)) and _SENTENCE_END.match(words.text, end):
            return True
        at = words.line.find(wanted, at + 1)
    return False


def labels_in(quote: Quote, passages: Iterable[Evidence]) -> list[tuple[int, int]]:
    """The spans in the NFC sentence of those quoted numbers that count nothing where a passage has them: numbers of its clauses and rows."""
    cited = list(passages)
    place = _place(quote, cited)
    if place is None:
        return []
    own = _words(quote.text).spans
    return [
        (quote.start + 1 + a, quote.start + 1 + b) for (a, b), label in zip(own, place.labels, strict=True) if label
    ]


def _place(quote: Quote, passages: Iterable[Evidence]) -> _Place | None:
    """The first place that has the words of a quote, one without a negation before it if there is one."""
    places = list(chain.from_iterable(_places(_words(quote.text).line, passage) for passage in passages))
    return next((p for p in places if p.negation is None), next(iter(places), None))


def _negates(quote: Quote) -> bool:
    return _NEGATES.search(" ".join(key(quote.before).split()[-_SCOPE:])) is not None


@lru_cache(maxsize=1024)
def _words(text: str) -> _Words:
    keyed = _TAG.sub(lambda m: " " * len(m.group()), key(text))
    matches = list(_WORD.finditer(keyed))
    words = [m.group().lstrip("0") or "0" if m.group().isdigit() else m.group() for m in matches]
    return _Words(keyed, f" {' '.join(words)} ", tuple(m.span() for m in matches))


def _places(wanted: str, passage: Evidence) -> Iterator[_Place]:
    """The places of the wanted words that part no quantity of the passage."""
    words = _words(passage.text)
    size = len(wanted.split())
    at = words.line.find(wanted) if size else -1
    counted = first = 0
    while at >= 0:
        first += words.line.count(" ", counted, at)
        counted = at
        spans = words.spans[first : first + size]
        begin, end = spans[0][0], spans[-1][1]
        if not any(q.start < edge < q.end for q in passage.quantities for edge in (begin, end)):
            labels = tuple(words.text[a].isdigit() and not _counts(passage, a, b) for a, b in spans)
            yield _Place(labels, _negation(words.text, begin))
        at = words.line.find(wanted, at + 1)


def _counts(passage: Evidence, start: int, end: int) -> bool:
    """Whether a number of a passage is part of a quantity, a date or the number of a document."""
    values = (passage.quantities, passage.dates, passage.numbers)
    spans = ((v.start, v.end) for of_a_kind in values for v in of_a_kind)
    return any(a < end and start < b for a, b in spans)


def _negation(text: str, at: int) -> str | None:
    """The negation right before a place, in the same clause; None where there is none."""
    near = _BOUNDARY.split(text[max(0, at - _REACH) : at])[-1]
    found = _NEGATED.search(near)
    return found[1] if found else None
