"""The tree of a part's clauses, built from their numbering alone: the depth of Markdown headings contradicts it too often."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.blocks import Block
from ingest.numbering import Mark
from vietnamese.offices import leading_office
from vietnamese.text import tidy

HEADING_LENGTH = 160  # characters of a heading that a section path shows before it is cut
_CLOSING = re.compile(r"^(Trên đây là|Trong quá trình|\((Một số|Chi tiết|Có|Đính kèm))")
_SENTENCE_END = re.compile(r"[.;!?]$")
_RUN_IN = re.compile(r"^(?P<label>[^:;.]{3,150}?)\s*:\s+\S")


@dataclass(slots=True)
class Node:
    """A clause: its block, the unnumbered paragraphs that follow it, its table rows, and what is nested in it."""

    block: Block | None = None
    paragraphs: list[Block] = field(default_factory=list)
    rows: list[Block] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    @property
    def mark(self) -> Mark | None:
        """The number or bullet the clause begins with."""
        return self.block.mark if self.block else None

    @property
    def is_bullet(self) -> bool:
        """Whether the clause is only a bullet."""
        return self.mark is not None and self.mark.is_bullet

    @property
    def numbered_children(self) -> list["Node"]:
        """The children that carry a number."""
        return [c for c in self.children if not c.is_bullet]

    def own_blocks(self) -> Iterator[Block]:
        """The clause's block, its paragraphs and its bullets with theirs, in reading order; not its numbered children."""
        if self.block is not None:
            yield self.block
        yield from self.paragraphs
        for child in self.children:
            if child.is_bullet:
                yield from child.own_blocks()

    def name(self) -> str:
        """How a citation names the clause: the number with its heading ("V. TỔ CHỨC THỰC HIỆN", "3. Phòng Kế hoạch - Tài chính"),
        or the number alone where the text runs on at once ("a)").
        """
        if self.block is None or self.mark is None:
            return ""
        heading = self.heading()
        if not heading:
            return self.mark.text.rstrip(".:")
        return f"{self.mark.text} {heading}"

    def heading(self) -> str:
        """The words that head the clause, "" where it has none. A run-in heading ends at its colon or before the verb."""
        if self.block is None:
            return ""
        words = tidy(self.block.words)
        if not words and self.paragraphs:  # Phần, Chương and Mục put number and title on two lines
            return shorten(self.paragraphs[0].text)
        if self.numbered_children or self._stands_alone(words):
            return shorten(words.rstrip(" :.;"))
        run_in = _RUN_IN.match(words)
        if run_in:
            return shorten(run_in["label"])
        return leading_office(words) or ""

    def _stands_alone(self, words: str) -> bool:
        """A heading is a block of its own: no sentence end, and something follows it."""
        follows = bool(self.paragraphs or self.children or self.rows)
        return follows and (words.endswith(":") or not _SENTENCE_END.search(words))


def shorten(text: str, length: int = HEADING_LENGTH) -> str:
    """The text cut at a word with "…" where it is longer than a heading should be."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def build_outline(blocks: Sequence[Block]) -> Node:
    """The clauses of one part as a tree under a root without a block."""
    root = Node()
    stack = [root]
    for i, block in enumerate(blocks):
        if block.is_row:
            stack[-1].rows.append(block)
        elif block.mark is not None:
            while len(stack) > 1 and _rank(stack[-1]) >= block.mark.rank:  # type: ignore[union-attr]
                stack.pop()
            node = Node(block)
            stack[-1].children.append(node)
            stack.append(node)
        else:
            if _closes(block, blocks, i):
                del stack[2:]
            _add_paragraph(stack, block)
    return root


def _add_paragraph(stack: list[Node], block: Block) -> None:
    """A closing paragraph after numbered clauses is a clause of its own, so that it is not read as part of the last one."""
    if stack[-1].numbered_children:
        stack[-1].children.append(Node(block))
    else:
        stack[-1].paragraphs.append(block)


def _rank(node: Node) -> int:
    return node.mark.rank if node.mark else -1


def _closes(block: Block, blocks: Sequence[Block], i: int) -> bool:
    return bool(_CLOSING.match(block.text)) or (i == len(blocks) - 1 and block.text.endswith("./."))


def walk(node: Node, path: tuple[Node, ...] = ()) -> Iterator[tuple[tuple[Node, ...], Node]]:
    """Every node under `node` in reading order with the nodes above it, bullets left out."""
    for child in node.children:
        if not child.is_bullet:
            yield path, child
            yield from walk(child, (*path, child))
