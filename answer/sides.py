"""The sides of a question that asks of several documents, or offices, at once, and what it asks of each."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from answer.stopwords import STOP
from vietnamese.text import fold, syllables, tidy

_BREAK = re.compile(
    r"(?:[;,:.?!]\s+|\s+-\s+|\s+(?:còn|con|và|va|với|voi|hay|hoặc|hoac|while|whereas|and|or|versus|vs\.?|against|than|but)\s+)",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\bso sánh\b|\bso với\b|\bcó (?:giống|khác|bằng)(?: nhau)? (?:không|chưa)\b|\b(?:giống|khác|bằng) nhau(?: (?:không|(?:như )?thế nào|ra sao|(?:những )?gì|(?:ở )?(?:chỗ|điểm) nào|ở đâu))?"
    r"|\bcó (?:giống|khác)(?: với| như)?\b(?! (?:nhau|không|chưa|gì))|(?:^|- )(?:giống|khác)(?: với| như)?\b(?! (?:nhau|gì|biệt))"
    r"|\bgiống (?:không|ở đâu)|\bkhác (?:ở )?(?:chỗ|điểm) nào\b|\bkhác (?:gì|biệt)(?: nhau)?|\bcùng (?:một|1) (?=\w)|\bhai (?:nơi|tỉnh|bên|kế hoạch|văn bản)\b"
    r"|\bcompared? (?:to|with)\b|\bcompare\b|\b(?:the )?differences? (?:between|in)\b|\bdiffer\b|\bside by side\b|\bis it the same\b|\bthe same\b",
    re.IGNORECASE,
)
_OF_DOCUMENTS = frozenset(
    fold(s) for s in syllables("kế hoạch quyết định dự thảo văn bản tỉnh plan draft decision document province")
)
_ASK = frozenset(("nhieu", "may", "nao", "gi", "ai", "dau", "what", "how", "who", "whom", "which", "when", "where"))
_EACH = re.compile(
    r"\bmỗi (?:bên|đơn vị|phòng|sở|cơ quan|nơi|ban|trường)\b|\blần lượt\b|\beach(?: of (?:them|the two))?\b|\brespective(?:ly)?\b|\bboth\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:,|và|với|hay|hoặc|còn|and|or|with|versus|vs\.?)\s*(?:the |các |của )?", re.IGNORECASE)
LEAST_OWN = 2
"""Syllables that mean something beside a document's name from which a stretch of a question asks something of that document alone."""


@dataclass(frozen=True, slots=True)
class Named:
    """The documents that a stretch of a question names, and the words that name them."""

    documents: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What a question asks of some of the documents that it names, as a question of its own."""

    documents: frozenset[str]
    text: str


def part(text: str, documents: Collection[str], named: Callable[[str], Named]) -> list[Side]:
    """The sides of a question, in the order of its words: what is said of no document belongs to each, what is said of one to that one.

    `documents` are those that the whole question names, `named` finds those of a stretch. Empty where it has no two sides.
    """
    found = [(stretch, named(stretch)) for stretch in _BREAK.split(text) if stretch.strip()]
    found = [(stretch, Named(n.documents & frozenset(documents), n.words)) for stretch, n in found]
    groups = list(dict.fromkeys(n.documents for _, n in found if n.documents))
    if len(groups) < 2 or sum(map(len, groups)) != len(set(documents)) or frozenset().union(*groups) != set(documents):
        return []
    names = {group: [w for _, n in found if n.documents == group for w in n.words] for group in groups}
    return [Side(group, _said_of(group, found, names, text)) for group in groups]


def office_sides(text: str, offices: Sequence[tuple[int, int]]) -> list[str]:
    """What a question asks of each of the offices that it joins ("Sở A và Sở B mỗi bên làm gì"), or of each with question words of its
    own ("Sở A lo gì và Sở B lo gì"), a question each.

    `offices` are the spans of those it names. Empty where it joins none, or does not set them beside each other.
    """
    apart = _asked_apart(text, offices)
    if apart or (not compares(text) and not _EACH.search(text)):
        return apart
    joined: list[tuple[int, int]] = []
    for span in offices:
        if joined and not _JOIN.fullmatch(text[joined[-1][1] : span[0]]):
            if len(joined) > 1:
                break
            joined = []
        joined.append(span)
    if len(joined) < 2:
        return []
    before, after = text[: joined[0][0]], text[joined[-1][1] :]
    return [tidy(_EACH.sub(" ", f"{before}{text[start:end]}{after}")) for start, end in joined]


def _asked_apart(text: str, offices: Sequence[tuple[int, int]]) -> list[str]:
    """The stretches of a question of which each asks something of one office, with what is said of none; empty where not all do."""
    shared: list[str] = []
    apart: list[str] = []
    at = 0
    for stretch in _BREAK.split(text):
        start = text.index(stretch, at)
        at = start + len(stretch)
        named = [span for span in offices if start <= span[0] and span[1] <= at]
        if len(named) == 1 and _asks(stretch):
            apart.append(stretch)
        elif named:
            return []
        elif not _asks(stretch):
            shared.append(stretch)
    names = {fold(text[start:end]) for start, end in offices}
    return [tidy("; ".join([*shared, s])) for s in apart] if len(apart) == len(names) > 1 else []


def _asks(stretch: str) -> bool:
    return any(fold(s) in _ASK for s in syllables(stretch))


def without_comparison(text: str) -> str:
    """A question without the words that only set its sides beside each other."""
    return tidy(_COMPARES.sub(" ", text))


def compares(text: str) -> bool:
    """Whether a question asks how its sides compare, and not only what each of them says."""
    return bool(_COMPARES.search(text))


def _said_of(
    group: frozenset[str],
    found: list[tuple[str, Named]],
    names: Mapping[frozenset[str], list[str]],
    text: str,
) -> str:
    own = [s for s, n in found if n.documents == group and _says_more(s, n)]
    if own:
        return tidy("; ".join(s for s, n in found if not n.documents or n.documents == group))
    for other, words in names.items():
        if other != group:
            for word in words:
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return tidy(text)


def _says_more(stretch: str, named: Named) -> bool:
    """Whether a stretch says something besides the name of a document and that it is compared."""
    known = {fold(s) for word in named.words for s in syllables(word)} | _OF_DOCUMENTS
    words = syllables(without_comparison(stretch))
    own = [s for s in words if fold(s) not in known and s not in STOP and not s.isdigit()]
    return len(own) >= LEAST_OWN or _asks(stretch)
