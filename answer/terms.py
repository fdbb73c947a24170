"""The terms of a question: what a passage must speak of to answer it, each in the wordings that documents use."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.library import Library
from vietnamese.glossary import Expansion
from vietnamese.text import fold, syllables
from vietnamese.thesaurus import Thesaurus

STOP = frozenset(
    """của và các cho trong với là có được theo tại về đến từ này đó những một khi để do bởi ở ra vào thì mà như nào gì ai bao nhiêu mấy
    không phải hay hoặc đã sẽ đang bị cũng rồi lên trên dưới nếu vì nên tôi hỏi biết xin việc người cần thế sao đâu giờ lại ngày tháng năm
    đi nhau số thêm mình nhằm giữa cùng mới ấy nay vậy
    the a an of to in on for by with and or is are was were be been do does did must should shall will would can could may might
    what which who whom whose when where how why that this these those it its they them their there as at from into than then so
    please tell me list give any all each every much many have has had not no only about under between s one ones get gets people person
    per up out own new old also both still already if year years month date day number during within whether agree""".split()
)
_UNMAPPED_SHARE = 0.6  # of the greatest rarity: an English word that no glossary maps may matter, or may be padding


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a question speaks of; any of `alternatives` (each as syllables) says it. `mapped` is False for an English
    word that nothing translates.
    """

    alternatives: tuple[tuple[str, ...], ...]
    mapped: bool = True


def vietnamese_terms(text: str, thesaurus: Thesaurus, drop: Iterable[str]) -> tuple[Term, ...]:
    """The terms of an accented Vietnamese question: its syllables that carry meaning, with what documents call them.

    `drop` are stretches that the scope already accounts for (a province, a document number).
    """
    words = syllables(text)
    dropped = _dropped(words, drop)
    synonyms = {i: s for s in thesaurus.find(words) for i in range(s.first, s.end)}
    terms: list[Term] = []
    at = 0
    while at < len(words):
        found = synonyms.get(at)
        if found is not None and found.first == at and at not in dropped:
            own = tuple(words[found.first : found.end])
            terms.append(Term((own, *(tuple(syllables(m)) for m in found.means if syllables(m)))))
            at = found.end
            continue
        if at not in dropped and words[at] not in STOP:
            terms.append(Term(((words[at],),)))
        at += 1
    return tuple(dict.fromkeys(terms))


def english_terms(text: str, expansions: Sequence[Expansion], drop: Iterable[str]) -> tuple[Term, ...]:
    """The terms of an English question: one for each stretch that the glossary maps, one for each word that it does not."""
    spans: dict[tuple[int, int], list[tuple[str, ...]]] = {}
    for e in expansions:
        spans.setdefault((e.start, e.end), []).append(tuple(syllables(e.vi)))
    terms = [Term(tuple(alternatives)) for alternatives in spans.values()]
    rest = list(text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    words = syllables("".join(rest))
    dropped = _dropped(words, drop)
    terms += [Term(((w,),), mapped=False) for i, w in enumerate(words) if w not in STOP and i not in dropped]
    return tuple(dict.fromkeys(terms))


def _dropped(words: Sequence[str], drop: Iterable[str]) -> set[int]:
    """Positions of the stretches to leave out, found with or without accents."""
    gone: set[int] = set()
    folded = [fold(w) for w in words]
    for stretch in drop:
        target = [fold(w) for w in syllables(stretch)]
        for i in range(len(words) - len(target) + 1):
            if target and folded[i : i + len(target)] == target:
                gone |= set(range(i, i + len(target)))
    return gone


class TermWeights:
    """How much each term says - its rarity over the passages of the library - and how much of them a text holds."""

    def __init__(self, library: Library, terms: Sequence[Term]) -> None:
        self.terms = terms
        self._rarity = {w: _rarity(library, w) for t in terms for a in t.alternatives for w in a}
        rarest = math.log(1 + library.size)
        self._weights = [self._weight(t) if t.mapped else _UNMAPPED_SHARE * rarest for t in terms]

    def _weight(self, term: Term) -> float:
        return max(max(self._rarity[w] for w in a) for a in term.alternatives)

    def coverage(self, text: str) -> float:
        """Weighted share (0-1) of the terms that `text` holds, each in its best wording."""
        present = set(syllables(text))
        return self._share([self._held(t, present) for t in self.terms])

    def mapped_coverage(self, text: str) -> float:
        """Coverage of the terms known in Vietnamese alone: an English word that no glossary maps can stand in no passage."""
        present = set(syllables(text))
        known = [(self._held(t, present), w) for t, w in zip(self.terms, self._weights, strict=True) if t.mapped]
        total = sum(w for _, w in known)
        return sum(v * w for v, w in known) / total if total else 0.0

    def pair_coverage(self, text: str) -> float:
        """The same over neighbouring syllables: of a term of several syllables, and of two terms that stand side by side."""
        words = syllables(text)
        present = set(zip(words, words[1:], strict=False))
        single = set(words)
        shares: list[float] = []
        for i, term in enumerate(self.terms):
            pairs = max(_pair_share(a, present) for a in term.alternatives)
            if len(term.alternatives[0]) == 1 and i + 1 < len(self.terms):
                following = (term.alternatives[0][0], self.terms[i + 1].alternatives[0][0])
                pairs = max(pairs, float(following in present))
            shares.append(pairs if pairs else 0.3 * self._held(term, single))
        return self._share(shares)

    def _held(self, term: Term, present: set[str]) -> float:
        return max(self._alternative(a, present) for a in term.alternatives)

    def _alternative(self, words: tuple[str, ...], present: set[str]) -> float:
        total = sum(self._rarity[w] for w in words)
        return sum(self._rarity[w] for w in words if w in present) / total if total else 0.0

    def _share(self, values: Sequence[float]) -> float:
        total = sum(self._weights)
        return sum(v * w for v, w in zip(values, self._weights, strict=True)) / total if total else 0.0


def _pair_share(words: tuple[str, ...], present: set[tuple[str, str]]) -> float:
    pairs = list(zip(words, words[1:], strict=False))
    return sum(p in present for p in pairs) / len(pairs) if pairs else 0.0


def _rarity(library: Library, word: str) -> float:
    return math.log(1 + library.size / (1 + library.document_frequency(word)))
