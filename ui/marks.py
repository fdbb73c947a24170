"""Which boxes of the page images a quote covers: those of its words, put together where they stand side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from index.document import Box, PageWord
from vietnamese.text import nfc, squeeze

Span = tuple[int, int]
"""First and last place of lines."""

_GAP = 2.0
"""Words that stand farther apart than so many heights of a line are boxed by themselves: they are cells of a table."""
_OVERLAP = 0.5
"""Share of the lower word's height that two words of one line of type have in common."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Boxes to highlight by page number. `exact` tells that they cover the quoted words and no others."""

    boxes: Mapping[int, tuple[Box, ...]] = field(default_factory=dict)
    exact: bool = False

    @property
    def first(self) -> int | None:
        """The page where the quote begins; None where nothing is marked."""
        return min(self.boxes, default=None)


@dataclass(frozen=True, slots=True)
class _Placed:
    page: int
    word: PageWord


def find_marks(quote: str, pages: Mapping[int, Sequence[PageWord]], places: Span) -> Marks:
    """Where a quote stands on `pages` (words by page number), looked for in the lines between two places.

    Words are compared by letters and digits alone. Where they do not match, the words of the lines are marked, whole.
    """
    words = sorted((_Placed(n, word) for n in sorted(pages) for word in pages[n]), key=lambda p: p.word.place)
    first, last = places
    inside = [p for p in words if first <= p.word.place <= last]
    # A line that was parted has all its words at its first piece, which may stand before the quote.
    owner = max((p.word.place for p in words if p.word.place <= first), default=first)
    for lines in (inside, [p for p in words if owner <= p.word.place <= last]):
        quoted = _quoted(lines, quote)
        if quoted:
            return Marks(_boxes_by_page(quoted), exact=True)
    return Marks(_boxes_by_page(inside))


def _quoted(words: Sequence[_Placed], quote: str) -> Sequence[_Placed]:
    """The words that hold the quote; none where its letters do not stand there one after another."""
    letters: list[str] = []
    owners: list[int] = []
    edges: set[int] = set()
    for index, placed in enumerate(words):
        within = False
        for character in nfc(placed.word.text).lower():
            if character.isalnum():
                if not within:
                    edges.add(len(letters))
                letters.append(character)
                owners.append(index)
            within = character.isalnum()
    edges.add(len(letters))
    span = _find("".join(letters), squeeze(quote), edges)
    if span is None:
        return ()
    return words[_from_bullet(words, owners[span[0]], quote) : owners[span[1] - 1] + 1]


def _from_bullet(words: Sequence[_Placed], first: int, quote: str) -> int:
    """The word where the quote begins, where `first` is the first one with letters: its bullet, where it quotes one."""
    letters = next((i for i, character in enumerate(quote) if character.isalnum()), 0)
    opening = "".join(quote[:letters].split())
    while first and opening and words[first - 1].word.text and opening.endswith(words[first - 1].word.text):
        opening = opening.removesuffix(words[first - 1].word.text)
        first -= 1
    return first


def _find(text: str, wanted: str, edges: set[int]) -> Span | None:
    """First and end of `wanted` in `text`: the first time it begins and ends with a word, else the first time."""
    found = list(_occurrences(text, wanted))
    whole = (span for span in found if span[0] in edges and span[1] in edges)
    return next(whole, found[0] if found else None)


def _occurrences(text: str, wanted: str) -> Iterator[Span]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


def _boxes_by_page(words: Sequence[_Placed]) -> dict[int, tuple[Box, ...]]:
    by_page: dict[int, list[PageWord]] = {}
    for placed in words:
        by_page.setdefault(placed.page, []).append(placed.word)
    boxes = {page: _merged(on_page) for page, on_page in by_page.items()}
    return {page: found for page, found in boxes.items() if found}


def _merged(words: Sequence[PageWord]) -> tuple[Box, ...]:
    """One box for neighbouring words of a line; words without extent have none."""
    boxes: list[Box] = []
    place: int | None = None
    for word in words:
        left, top, right, bottom = word.box
        if left >= right or top >= bottom:
            continue
        if boxes and word.place == place and _side_by_side(boxes[-1], word.box):
            last = boxes.pop()
            boxes.append((min(last[0], left), min(last[1], top), max(last[2], right), max(last[3], bottom)))
        else:
            boxes.append(word.box)
        place = word.place
    return tuple(boxes)


def _side_by_side(a: Box, b: Box) -> bool:
    """Whether `b` follows `a` in the same line of type."""
    lower = min(a[3] - a[1], b[3] - b[1])
    common = min(a[3], b[3]) - max(a[1], b[1])
    return common >= _OVERLAP * lower and a[0] <= b[0] <= a[2] + _GAP * lower
