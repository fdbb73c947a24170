"""Accents put back into Vietnamese typed without them, from the words and word pairs of the documents and of everyday talk."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from pathlib import Path

from vietnamese.text import fold, syllables

_UNSEEN_PAIR = (
    0.1  # weight of a single syllable's frequency where a pair was never seen: pairs decide, single counts break ties
)
_TEXT_WEIGHT = (
    2  # a pair of the documents counts as two of everyday talk: where they differ, the documents' word stands
)
EVERYDAY_PATH = Path(__file__).resolve().parent.parent / "prompts" / "everyday.txt"


class EverydayError(ValueError):
    """A file of everyday sentences that cannot be used; the message names the file and the remedy."""


def everyday_sentences(path: Path | None = None) -> list[str]:
    """The everyday sentences of a file, by default the project's own: one a line, blank lines and those that begin with "#" left out.

    Raises EverydayError where the file is missing, not UTF-8 or holds no sentence.
    """
    source = path or EVERYDAY_PATH
    try:
        lines = source.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise EverydayError(
            f"{source}: everyday sentences cannot be read ({error.strerror}); put the file there"
        ) from error
    except UnicodeDecodeError as error:
        raise EverydayError(f"{source}: not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8") from error
    sentences = [line for line in lines if line.strip() and not line.startswith("#")]
    if not sentences:
        raise EverydayError(f"{source}: no sentence; write everyday Vietnamese with its accents, one sentence a line")
    return sentences


@dataclass(slots=True)
class AccentModel:
    """How often each accented syllable and each pair of neighbours stands in the documents and in everyday talk."""

    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    spellings: dict[str, list[str]] = field(default_factory=dict)
    total: int = 0

    @classmethod
    def from_texts(cls, texts: Iterable[str], everyday: Iterable[str] = ()) -> "AccentModel":
        """Counts the syllables of `texts` (the passages of an index) and, at half their weight, of `everyday` words."""
        model = cls()
        model._count(texts, _TEXT_WEIGHT)
        model._count(everyday, 1)
        model.total = model.words.total()
        spellings: defaultdict[str, list[str]] = defaultdict(list)
        for word, _ in model.words.most_common():
            spellings[fold(word)].append(word)
        model.spellings = dict(spellings)
        return model

    def _count(self, texts: Iterable[str], weight: int) -> None:
        """Counts in one pass: a syllable stands as often as it follows another, or "", the beginning of a text."""
        followed = Counter(chain.from_iterable(pairwise(["", *syllables(text)]) for text in texts))
        for pair, count in followed.items():
            left, right = pair
            self.words[right] += weight * count
            if left:
                self.pairs[pair] += weight * count

    def restore(self, text: str) -> str:
        """The likeliest accented spelling of `text`: the path of syllables with the best chain of pairs (Viterbi).

        Syllables that already carry accents, numbers and words that were never counted stay as they are.
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
        alone = self.words[right] / max(self.total, 1)
        return math.log((1 - _UNSEEN_PAIR) * seen + _UNSEEN_PAIR * alone + 1e-9)
