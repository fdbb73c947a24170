"""A question with stretches taken out of it: what is left says what it asks beside them."""

import re
from collections.abc import Iterable, Iterator

from vietnamese.spans import aligned_fold
from vietnamese.text import nfc, tidy

NAME = "§"
"""Stands for each letter of a name that the scope of the question has settled."""
_GONE = "\0"
_PIECE = re.compile(rf"[^{_GONE}{NAME}]+")


class Canvas:
    """A text from which stretches are cut without moving what is left. Patterns see it in small letters, `folded` ones without accents."""

    def __init__(self, text: str, folded: bool) -> None:
        self.text = nfc(text).replace(_GONE, " ").replace(NAME, " ")
        self._seen = aligned_fold(self.text) if folded else "".join(map(_small, self.text))
        self._folded = folded

    def copy(self) -> "Canvas":
        """Another one, as far as this one is cut."""
        other = Canvas("", self._folded)
        other.text, other._seen = self.text, self._seen
        return other

    @property
    def left(self) -> str:
        """The text as typed with blanks in the place of what is gone."""
        return "".join(a if b not in (_GONE, NAME) else " " for a, b in zip(self.text, self._seen, strict=True))

    def name(self, words: Iterable[str]) -> None:
        """Marks each place where one of these names stands, whatever its accents, longer ones first."""
        plain = aligned_fold(self.text)
        for word in sorted({aligned_fold(nfc(w)).strip() for w in words}, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", plain) if word else ():
                if _GONE not in self._seen[match.start() : match.end()]:
                    self._put(NAME, match.start(), match.end())

    def cut(self, pattern: re.Pattern[str]) -> bool:
        """Takes out every place where a pattern stands; whether there was one."""
        spans = [m.span() for m in pattern.finditer(self._seen) if m.group().strip(f"{_GONE}{NAME} ")]
        for start, end in spans:
            self._put(_GONE, start, end)
        return bool(spans)

    def cut_span(self, start: int, end: int) -> None:
        """Takes out one stretch."""
        self._put(_GONE, start, end)

    def pieces(self) -> list[str]:
        """What is left, stretch by stretch, as it was typed; signs alone are nothing."""
        return list(self._pieces())

    def _pieces(self) -> Iterator[str]:
        for match in _PIECE.finditer(self._seen):
            piece = tidy(self.text[match.start() : match.end()]).strip(" ,;:.?!–-()\"“”'’…/")
            if re.search(r"\w", piece):
                yield piece

    def _put(self, mark: str, start: int, end: int) -> None:
        self._seen = f"{self._seen[:start]}{mark * (end - start)}{self._seen[end:]}"


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter
