"""Documents made for one test, taken through the steps of the ingest without a file."""

from collections.abc import Sequence

from index.document import Document, SourceLine
from index.passage import Passage
from ingest.blocks import Block, make_blocks, wrap_width
from ingest.clean import clean_lines
from ingest.metadata import read_metadata
from ingest.outline import Node, build_outline, walk
from ingest.parts import Part, split_parts
from ingest.passages import build_passages
from ingest.reading import RawLine, Reading
from ingest.tables import Row, read_rows


def reading_of(text: str) -> Reading:
    return Reading(tuple(RawLine(line, i) for i, line in enumerate(text.split("\n"), 1)))


def lines_of(text: str) -> tuple[SourceLine, ...]:
    return clean_lines(reading_of(text).lines)


def blocks_of(text: str) -> list[Block]:
    lines = lines_of(text)
    return make_blocks(lines, wrap_width(lines))


def parts_of(text: str) -> list[Part]:
    return split_parts(blocks_of(text))


def document_of(text: str) -> Document:
    return read_metadata("made", "made.txt", parts_of(text), reading_of(text))


def passages_of(text: str) -> tuple[Passage, ...]:
    return build_passages(document_of(text), parts_of(text))


def rows_of(text: str) -> list[Row]:
    return read_rows([block for block in blocks_of(text) if block.is_row])


def tree_of(text: str) -> Node:
    return build_outline(blocks_of(text))


def paths_of(text: str) -> list[str]:
    """The names on the way to each clause of a text without head or tail, outermost first; closing paragraphs as they are."""
    return [" > ".join(_name(n) for n in (*above, node)) for above, node in walk(tree_of(text))]


def _name(node: Node) -> str:
    return node.name() or (node.block.text if node.block else "")


def texts(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks]
