"""A line of a page while it is being read: its words in order, each with the box it stands in, where that is known."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from index.document import Box
from ingest.layout.boxes import around, height, shares
from ingest.reading import RawLine, Word


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a line. `box` is left, top, right and bottom in points of the page as shown, None where it was not found."""

    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the piece of one that belongs to a column.

    `box` is the box around all words that have one, in points, None where none has; `height` is the usual height of its
    words, 0 where none has a box.
    """

    tokens: tuple[Token, ...]
    box: Box | None = field(init=False)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        boxes = [token.box for token in self.tokens if token.box]
        object.__setattr__(self, "box", around(boxes) if boxes else None)
        object.__setattr__(self, "height", median([height(box) for box in boxes]) if boxes else 0.0)

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(token.text for token in self.tokens)

    def raw(self, page: int, size: tuple[float, float]) -> RawLine:
        """The line as readers give it, with boxes as shares of a page of this size."""
        return RawLine(self.text, None, page, words_of(self.tokens, size))


def words_of(tokens: Iterable[Token], size: tuple[float, float]) -> tuple[Word, ...]:
    """The words whose boxes are known, as shares of a page of this size; what hangs over its edge is cut."""
    return tuple(Word(token.text, shares(token.box, size)) for token in tokens if token.box)
