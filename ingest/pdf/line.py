"""A line of a page while it is being read: its words in order, each with the box it stands in, where that is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from index.document import Box
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
        object.__setattr__(self, "height", median([b[3] - b[1] for b in boxes]) if boxes else 0.0)

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


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def shares(box: Box, size: tuple[float, float]) -> Box:
    """A box in points as shares (0-1) of a page of this size."""
    (left, top, right, bottom), (width, height) = box, size
    if left < 0 or top < 0 or right > width or bottom > height:
        left, right = (min(max(x, 0.0), width) for x in (left, right))
        top, bottom = (min(max(y, 0.0), height) for y in (top, bottom))
    return left / width, top / height, right / width, bottom / height


def same_height(a: Box, b: Box) -> bool:
    """Whether two boxes stand beside each other: they share most of the lower one's height."""
    return min(a[3], b[3]) - max(a[1], b[1]) > 0.5 * min(a[3] - a[1], b[3] - b[1])
