"""A word that was recognised, and where it stands in the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.boxes import around

_CERTAIN = 0.965  # what tesseract says of pages without a mistake
_STEEPNESS = 3.0  # from pages of known text, drawn from clean to hardly legible

PixelBox = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the picture that was recognised, from its top left."""


@dataclass(frozen=True, slots=True)
class ScannedWord:
    """A word as recognised. `confidence` is 0-1; words of one line of type share `line`, whatever the number is."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float
    line: tuple[int, ...] = ()

    @property
    def height(self) -> float:
        """In pixels."""
        return self.bottom - self.top

    @property
    def box(self) -> PixelBox:
        """Where it stands."""
        return self.left, self.top, self.right, self.bottom

    @property
    def width(self) -> float:
        """In pixels."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class ScannedLine:
    """The words of one line of type, from left to right; never empty."""

    words: tuple[ScannedWord, ...]

    @property
    def text(self) -> str:
        """The words with single blanks between them."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> PixelBox:
        """What the line's words cover together."""
        return around([word.box for word in self.words])

    @property
    def height(self) -> float:
        """The median height of its words: one tall blot does not count."""
        return sorted(word.height for word in self.words)[len(self.words) // 2]

    @property
    def baseline(self) -> float:
        """Where most of its words stand, in pixels from the top: descenders and commas of a few do not count."""
        return sorted(word.bottom for word in self.words)[(len(self.words) - 1) // 2]

    @property
    def confidence(self) -> float:
        """The mean over its words, weighted by their letters."""
        return mean_confidence(self.words)


def mean_confidence(words: Sequence[ScannedWord]) -> float:
    """The mean confidence of words, each weighted by its letters; 0 of none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def calibrated(confidence: float) -> float:
    """What a mean confidence of tesseract, which hardly leaves 0.9 to 0.97, says of the share of words that are right."""
    return min(max(1 - _STEEPNESS * (_CERTAIN - confidence), 0.0), 1.0)
