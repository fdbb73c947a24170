"""Merging segments: each is one more search for every question, and dead passages take room in them."""

from collections.abc import Sequence

from index.record.segments import Segment
from index.vectors import VectorStore

_MOST_SEGMENTS = 8


def merged(store: VectorStore, segments: Sequence[Segment], live: set[int]) -> tuple[Segment, ...]:
    """The segments of a publication of editions `live`, copied into one where they are many."""
    chosen = segments_to_merge(segments, live)
    if not chosen:
        return tuple(segments)
    parts = [(segment.name, segment.editions.keys() & live) for segment in chosen]
    editions = {e: n for segment in chosen for e, n in segment.editions.items() if e in live}
    together = Segment(store.merge(parts), editions)
    return (*(segment for segment in segments if segment not in chosen), together)


def segments_to_merge(segments: Sequence[Segment], live: set[int]) -> list[Segment]:
    """Which segments to copy into one: all where most passages are dead, the small ones where there are too many.

    The largest is spared while it outweighs the others together, so that a passage is copied a few times in its life and
    not at every eighth publication.
    """
    counts = {segment.name: segment.count(live) for segment in segments}
    total = sum(counts.values())
    if total * 2 < sum(segment.size for segment in segments):
        return list(segments)
    if len(segments) <= _MOST_SEGMENTS:
        return []
    largest = max(segments, key=lambda segment: counts[segment.name])
    spared = counts[largest.name] * 2 > total
    return [segment for segment in segments if not (spared and segment is largest)]
