"""The section tree of a document and its text under it, from the passages' paths."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.passage import Passage
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Node:
    """A step of a section path: its heading, how deep it lies (from 0), and the first passage under it."""

    heading: str
    depth: int
    passage: int


def outline(passages: Sequence[Passage]) -> list[Node]:
    """Every heading once for each time that it begins, in reading order; table rows add only the groups above them."""
    nodes: list[Node] = []
    before: tuple[str, ...] = ()
    for index, passage in enumerate(passages):
        path = passage.section
        shared = _shared(before, path)
        nodes += [Node(heading, shared + i, index) for i, heading in enumerate(path[shared:])]
        before = path
    return nodes


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        count += 1
    return count


def outline_data(passages: Sequence[Passage], words: Words) -> dict[str, Any]:
    """What the page draws: the tree, and the text of each passage with its kind where it is no clause."""
    return {
        "nodes": [{"heading": n.heading, "depth": n.depth, "passage": n.passage} for n in outline(passages)],
        "passages": [
            {
                "text": passage.text,
                "kind": "" if passage.kind == "clause" else words.name("passage_kind", passage.kind),
                "place": _place(passage, words),
            }
            for passage in passages
        ],
        "label": words("part.outline"),
        "text": words("whole_document"),
        "empty": words("outline_none"),
    }


def _place(passage: Passage, words: Words) -> str:
    if passage.page is not None:
        return words("page", n=passage.page)
    if passage.lines is None:
        return ""
    first, last = passage.lines
    return words("line", n=first) if first == last else words("lines", a=first, b=last)
