"""The terms of a question: what a passage must speak of to answer it, each in the wordings that documents use."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answer.stopwords import STOP
from index.library import Library
from vietnamese.glossary import Expansion
from vietnamese.text import fold, syllables
from vietnamese.thesaurus import Thesaurus

_VERB_SHARE = 0.6
_ASKED_NOUN = re.compile(
    r"\b(which|what)\s+$", re.IGNORECASE
)  # "which office": the answer is one, the clause need not say so
_ANSWERS = frozenset(("office", "title", "document"))
_SCATTERED = 0.35  # of a word's worth where its syllables stand in a text, but apart
_ALONE = 0.3  # of a syllable's worth where it stands without its neighbour
_UNKNOWN_SHARE = 0.5  # of its rarity: a lone syllable that no document holds is mostly a word of talk or a slip
_UNMAPPED_SHARE = 0.6  # of the greatest rarity: an English word that no glossary maps may matter, or may be padding


# What a question for a figure or a duty says of its answer: the thing itself is looked for, not these words.
_ASKED = frozenset(
    tuple(syllables(w))
    for w in (
        "tỷ lệ",
        "phần trăm",
        "tỷ lệ phần trăm",
        "số lượng",
        "tổng số",
        "bao nhiêu",
        "con số",
        "nhiệm vụ",
        "trách nhiệm",
        "vai trò",
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a question speaks of; any of `alternatives` (each as syllables) says it. `mapped` is False for an English
    word that nothing translates, `share` less than 1 for a verb, which documents put in many ways.
    """

    alternatives: tuple[tuple[str, ...], ...]
    mapped: bool = True
    share: float = 1.0


class Compounds:
    """Vietnamese words of several syllables, so that "đào tạo liên tục" is one term and not four."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._known = {words for t in terms if len(words := tuple(syllables(t))) > 1}
        self._longest = max(map(len, self._known), default=1)

    def find(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """The spans of the compounds among `words`, each the longest from where it begins, none inside another.

        They may overlap: "kinh phí đào tạo liên tục" is "kinh phí đào tạo" and "đào tạo liên tục".
        """
        spans: list[tuple[int, int]] = []
        for at in range(len(words)):
            sizes = range(min(self._longest, len(words) - at), 1, -1)
            size = next((n for n in sizes if tuple(words[at : at + n]) in self._known), 0)
            if size and not (spans and at + size <= spans[-1][1]):
                spans.append((at, at + size))
        return spans


def vietnamese_terms(text: str, thesaurus: Thesaurus, compounds: Compounds, drop: Iterable[str]) -> tuple[Term, ...]:
    """The terms of an accented Vietnamese question: its words that carry meaning, with what documents call them.

    `drop` are stretches that the scope already accounts for (a province, a document number).
    """
    words = syllables(text)
    dropped = _dropped(words, drop)
    found: dict[tuple[int, int], tuple[tuple[str, ...], ...]] = dict.fromkeys(compounds.find(words), ())
    for s in thesaurus.find(words):
        inside = any(a <= s.first and s.end <= b and (a, b) != (s.first, s.end) for a, b in found)
        if not inside:
            found[s.first, s.end] = tuple(tuple(syllables(m)) for m in s.means if syllables(m))
    found = {span: also for span, also in found.items() if not dropped & set(range(*span))}
    asked = [(a, b) for a, b in found if tuple(words[a:b]) in _ASKED or words[b : b + 1] == ["nào"]]
    covered = dropped | {i for span in found for i in range(*span)}
    found = {span: also for span, also in found.items() if span not in asked}
    found |= {(i, i + 1): () for i, w in enumerate(words) if i not in covered and w not in STOP}
    return tuple(dict.fromkeys(Term((tuple(words[a:b]), *also)) for (a, b), also in sorted(found.items())))


def english_terms(text: str, expansions: Sequence[Expansion], drop: Iterable[str]) -> tuple[Term, ...]:
    """The terms of an English question: one for each stretch that the glossary maps, one for each word that it does not. `drop`
    as for `vietnamese_terms`.
    """
    drop = list(drop)
    spans: dict[tuple[int, int], list[Expansion]] = {}
    for e in expansions:
        if not _said_in(text[e.start : e.end], drop):
            spans.setdefault((e.start, e.end), []).append(e)
    terms: list[Term] = []
    for (start, _), found in spans.items():
        wordings = tuple(w for e in found if (w := tuple(syllables(e.vi))) not in _ASKED)
        is_asked = all(e.kind in _ANSWERS for e in found) and _ASKED_NOUN.search(text[:start])
        if wordings and not is_asked:
            share = _VERB_SHARE if all(e.kind == "verb" for e in found) else 1.0
            terms.append(Term(wordings, share=share))
    rest = list(text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    words = syllables("".join(rest))
    dropped = _dropped(words, drop)
    terms += [Term(((w,),), mapped=False) for i, w in enumerate(words) if w not in STOP and i not in dropped]
    return tuple(dict.fromkeys(terms))


def _said_in(stretch: str, drop: Iterable[str]) -> bool:
    """Whether one of the stretches to leave out says it all ("Party committee" in "the Party committee's 2025 plan")."""
    said = f" {' '.join(syllables(stretch))} "
    return any(said in f" {' '.join(syllables(d))} " for d in drop)


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
        self._rarity = {
            part: _rarity(library, part) for t in terms for a in t.alternatives for part in {*a, *_parts(a)}
        }
        self._rarest = math.log(1 + library.size)
        self._weights = [self._weight(t) if t.mapped else _UNMAPPED_SHARE * self._rarest for t in terms]

    def _weight(self, term: Term) -> float:
        """A term is as rare as its commonest wording is: that of its rarest pair, or of its syllable."""
        weight = min(max(self._rarity[p] for p in _parts(a)) for a in term.alternatives)
        lone = all(len(a) == 1 for a in term.alternatives) and weight == self._rarest
        return term.share * (_UNKNOWN_SHARE * weight if lone else weight)

    def mapped_share(self) -> float:
        """Weighted share (0-1) of the terms that have a Vietnamese wording; 1 for a question in Vietnamese."""
        return self._share([(float(t.mapped), w) for t, w in self._weighed()]) if self.terms else 1.0

    def precision(self, text: str) -> float:
        """Share of the syllables of `text` that carry meaning and are among the terms: a heading of other things is no match."""
        wanted = {w for t in self.terms for a in t.alternatives for w in a}
        words = [w for w in syllables(text) if w not in STOP and not w.isdigit() and len(w) > 1]
        return sum(w in wanted for w in words) / len(words) if words else 0.0

    def coverage(self, text: str) -> float:
        """Weighted share (0-1) of the terms that `text` holds, each in its best wording."""
        present = _present(text)
        return self._share([(self._held(t, present), w) for t, w in self._weighed()])

    def loose_coverage(self, text: str) -> float:
        """Coverage for deciding whether there is an answer at all: syllables of a word may stand apart, and an English word
        that no glossary maps is left out, since it can stand in no passage.
        """
        present = _present(text)
        return self._share([(self._loosely_held(t, present), w) for t, w in self._weighed() if t.mapped])

    def held(self, text: str) -> float:
        """How much a text says of the question, counted in terms of the greatest rarity: few words wholly held, or some of many."""
        present = _present(text)
        return sum(self._loosely_held(t, present) * w for t, w in self._weighed() if t.mapped) / self._rarest

    def asked(self) -> float:
        """How much the question says, counted the same way; English words that no glossary maps are left out."""
        return sum(w for t, w in self._weighed() if t.mapped) / self._rarest

    def _loosely_held(self, term: Term, present: set[str]) -> float:
        return max(self._part_share(a, present) for a in term.alternatives)

    def unknown(self) -> list[Term]:
        """Words of several syllables of which no passage of the library holds any pair: what the documents do not know."""
        named = [t for t in self.terms if t.mapped and t.share == 1.0 and all(len(a) > 1 for a in t.alternatives)]
        return [t for t in named if all(self._rarity[p] == self._rarest for a in t.alternatives for p in _parts(a))]

    def pair_coverage(self, text: str) -> float:
        """Coverage that also asks single syllables to stand beside their neighbours of the question."""
        present = _present(text)
        shares: list[tuple[float, float]] = []
        for i, (term, weight) in enumerate(self._weighed()):
            held = self._held(term, present)
            word = term.alternatives[0]
            if len(word) == 1 and i + 1 < len(self.terms):
                beside = f"{word[0]}_{self.terms[i + 1].alternatives[0][0]}"
                held = held if beside in present else _ALONE * held
            shares.append((held, weight))
        return self._share(shares)

    def _weighed(self) -> list[tuple[Term, float]]:
        return list(zip(self.terms, self._weights, strict=True))

    def _held(self, term: Term, present: set[str]) -> float:
        return max(self._alternative(a, present) for a in term.alternatives)

    def _alternative(self, words: tuple[str, ...], present: set[str]) -> float:
        """A word of several syllables is held mostly as far as its pairs are: "liên quan" and "tiếp tục" are no "liên tục"."""
        pairs = self._part_share(_parts(words), present)
        return pairs if len(words) == 1 else (1 - _SCATTERED) * pairs + _SCATTERED * self._part_share(words, present)

    def _part_share(self, parts: Sequence[str], present: set[str]) -> float:
        total = sum(self._rarity[p] for p in parts)
        return sum(self._rarity[p] for p in parts if p in present) / total if total else 0.0

    def _share(self, held: Sequence[tuple[float, float]]) -> float:
        total = sum(weight for _, weight in held)
        return sum(share * weight for share, weight in held) / total if total else 0.0


def _parts(words: tuple[str, ...]) -> list[str]:
    """What stands for a word in a text: its pairs of neighbouring syllables, or its one syllable."""
    return [f"{a}_{b}" for a, b in pairwise(words)] or list(words)


def _present(text: str) -> set[str]:
    words = syllables(text)
    return {*words, *(f"{a}_{b}" for a, b in pairwise(words))}


def _rarity(library: Library, token: str) -> float:
    return math.log(1 + library.size / (1 + library.document_frequency(token)))
