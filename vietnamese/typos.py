"""Slips in typed Vietnamese put right by what the documents say: "kế hoạhc", "bồi duỡng", "bna hanh"."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from vietnamese.accents import AccentModel
from vietnamese.text import fold, has_accents, key

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST = 3, 8
"""Letters of a syllable that is mended: shorter ones have too many neighbours, and no Vietnamese syllable is longer."""
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong op ot u ua uan uang uat uay uc ue uech uenh "
    "ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt y yem yen yet yeu"
)
_SYLLABLE = re.compile(
    rf"(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})"
)
"""A syllable that Vietnamese can spell, without its marks: one that no known text holds may be a word all the same."""
_SEEN = 3
"""How often the mended syllable must stand beside its neighbour in the known texts, for the slip to be certain."""


class TypoMender:
    """Mends syllables that no known text holds and that are one slip away from one that stands beside the same neighbour there."""

    def __init__(self, model: AccentModel) -> None:
        self._model = model
        self._folded = list(model.spellings)
        self._known = frozenset(model.spellings)
        self._beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for (left, right), count in model.pairs.items():
            self._beside[fold(left)][fold(right)] += count

    def mend(self, text: str, keep: Sequence[tuple[int, int]] = ()) -> str:
        """The text with its slips mended; what no neighbour speaks for stays as it was typed, names too, and the spans in `keep`."""
        found = [m for m in _WORD.finditer(text) if not any(a <= m.start() < b for a, b in keep)]
        accented = has_accents(text)
        words = [m.group() for m in found]
        for i, match in reversed(list(enumerate(found))):
            mended = self._mended(words, i, accented)
            if mended is not None:
                words[i] = mended
                text = text[: match.start()] + mended + text[match.end() :]
        return text

    def _mended(self, words: Sequence[str], at: int, accented: bool) -> str | None:
        typed = key(words[at])
        if not _SHORTEST <= len(typed) <= _LONGEST or words[at].isupper() or self._is_known(typed):
            return None
        if at and words[at][0].isupper() and fold(typed) not in self._known:
            return None  # a name
        left = words[at - 1] if at else ""
        right = words[at + 1] if at + 1 < len(words) else ""
        scores = {c: self._fit(key(left), c, key(right), accented) for c in self._candidates(typed, accented)}
        best = max(scores, key=lambda c: scores[c], default=None)
        if best is None or scores[best] < _SEEN:
            return None
        return best.capitalize() if words[at][0].isupper() else best

    def _is_known(self, typed: str) -> bool:
        return typed in self._model.words or (not has_accents(typed) and typed in self._known)

    def _candidates(self, typed: str, accented: bool) -> list[str]:
        bare = fold(typed)
        near = [bare] if bare in self._known else self._near(bare)
        return [s for b in near for s in self._model.spellings[b]] if accented else near

    def _near(self, bare: str) -> list[str]:
        if _SYLLABLE.fullmatch(bare):
            return []
        found = process.extract(
            bare, self._folded, scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=None, processor=None
        )
        return [name for name, *_ in found]

    def _fit(self, left: str, candidate: str, right: str, accented: bool) -> int:
        """How often the candidate stands beside the neighbours: with its accents, or without where the text has none."""
        if accented:
            pairs = self._model.pairs
            return pairs[left, candidate] + pairs[candidate, right]
        return self._beside[fold(left)][candidate] + self._beside[candidate][fold(right)]
