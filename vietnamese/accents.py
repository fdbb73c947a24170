"""Accents put back into Vietnamese typed without them, from the words and word pairs of the documents themselves."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from vietnamese.text import fold, syllables

_UNSEEN_PAIR = (
    0.02  # weight of a single syllable's frequency where a pair was never seen: pairs decide, single counts break ties
)


@dataclass(slots=True)
class AccentModel:
    """How often each accented syllable and each pair of neighbours stands in the documents."""

    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    spellings: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def from_texts(cls, texts: Iterable[str]) -> "AccentModel":
        """Counts the syllables of `texts` (the passages of an index)."""
        model = cls()
        for text in texts:
            words = syllables(text)
            model.words.update(words)
            model.pairs.update(pairwise(words))
        spellings: defaultdict[str, list[str]] = defaultdict(list)
        for word, _ in model.words.most_common():
            spellings[fold(word)].append(word)
        model.spellings = dict(spellings)
        return model

    def knows(self, folded: str) -> bool:
        """Whether a syllable (without accents) stands in the documents in any spelling."""
        return folded in self.spellings

    def restore(self, text: str) -> str:
        """The likeliest accented spelling of `text`: the path of syllables with the best chain of pairs (Viterbi).

        Syllables that already carry accents, numbers and words the documents do not hold stay as they are.
        """
        typed = syllables(text)
        if not typed:
            return ""
        choices = [self._choices(w) for w in typed]
        best: dict[str, tuple[float, list[str]]] = {w: (self._word(w), [w]) for w in choices[0]}
        for options in choices[1:]:
            step: dict[str, tuple[float, list[str]]] = {}
            for word in options:
                step[word] = max(
                    ((score + self._pair(path[-1], word), [*path, word]) for score, path in best.values()),
                    key=lambda scored: scored[0],
                )
            best = step
        return " ".join(max(best.values(), key=lambda scored: scored[0])[1])

    def _choices(self, word: str) -> list[str]:
        return [word] if word != fold(word) else self.spellings.get(word, [word])[:8]

    def _word(self, word: str) -> float:
        return math.log(self.words[word] + 0.1)

    def _pair(self, left: str, right: str) -> float:
        seen = self.pairs[left, right] / max(self.words[left], 1)
        alone = self.words[right] / max(self.words.total(), 1)
        return math.log((1 - _UNSEEN_PAIR) * seen + _UNSEEN_PAIR * alone + 1e-9)
