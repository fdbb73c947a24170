"""Boxes on a page: left, top, right and bottom, counted from its top left. What meets here is in one unit."""

from collections.abc import Sequence
from typing import TypeVar

from index.document import Box

Length = TypeVar("Length", int, float)


def width(box: tuple[Length, Length, Length, Length]) -> Length:
    """From left to right."""
    return box[2] - box[0]


def height(box: tuple[Length, Length, Length, Length]) -> Length:
    """From top to bottom."""
    return box[3] - box[1]


def centre(box: Box) -> tuple[float, float]:
    """The point in the middle."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around boxes, at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def shared_width(a: Box, b: Box) -> float:
    """How much of the way across two boxes share; below 0 it is the gap between them."""
    return min(a[2], b[2]) - max(a[0], b[0])


def shared_height(a: Box, b: Box) -> float:
    """How much of the way down two boxes share; below 0 it is the gap between them."""
    return min(a[3], b[3]) - max(a[1], b[1])


def same_height(a: Box, b: Box) -> bool:
    """Whether two boxes stand beside each other: they share most of the lower one's height."""
    return shared_height(a, b) > 0.5 * min(height(a), height(b))


def on_page(box: Box) -> Box:
    """A box in shares (0-1) of a page without what hangs over its edge."""
    left, top, right, bottom = box
    if 0 <= left <= right <= 1 and 0 <= top <= bottom <= 1:
        return box
    return _cut(left), _cut(top), _cut(right), _cut(bottom)


def shares(box: Box, size: tuple[float, float]) -> Box:
    """A box as shares (0-1) of a page of this size, in the box's own unit; what hangs over the edge is cut."""
    return on_page((box[0] / size[0], box[1] / size[1], box[2] / size[0], box[3] / size[1]))


def _cut(share: float) -> float:
    return min(max(share, 0.0), 1.0)
