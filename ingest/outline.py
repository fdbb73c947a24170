"""The tree of a part's clauses, built from their numbering alone: the depth of Markdown headings contradicts it too often."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.blocks import Block, is_heading_line
from ingest.numbering import RANKS, Mark, MarkKind
from vietnamese.offices import leading_office
from vietnamese.text import tidy

HEADING_LENGTH = 160  # characters of a heading that a section path shows before it is cut
_CLOSING = re.compile(r"^(Trên đây là|Trong quá trình|\((Một số|Chi tiết|Có|Đính kèm))")
_PASSED = re.compile(r"^(Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (đã )?được\b.*\bthông qua\b")
_CITED: dict[MarkKind, str] = {"arabic": "khoản", "letter": "điểm"}
_SENTENCE_END = re.compile(r"[.;!?]$")
_RUN_IN = re.compile(r"^(?P<label>[^:;.]{3,150}?)\s*:\s+\S")


@dataclass(slots=True)
class Node:
    """A clause: its block, the unnumbered paragraphs that follow it, its table rows, and what is nested in it.

    `in_article` tells that it is nested in an Điều, where an Arabic number is a khoản and a letter a điểm.
    """

    block: Block | None = None
    paragraphs: list[Block] = field(default_factory=list)
    rows: list[Block] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    in_article: bool = False

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
        or the number alone where the text runs on at once ("a)"; "khoản 2" and "điểm a" within an Điều).
        """
        if self.block is None or self.mark is None:
            return ""
        heading = self.heading()
        if not heading:
            return self._number()
        return f"{self.mark.text} {heading}"

    def _number(self) -> str:
        """The number without a heading, in a legal text with the word that it is cited by."""
        kind = _CITED.get(self.mark.kind) if self.mark and self.in_article else None
        if self.mark is None or kind is None:
            return self.mark.text.rstrip(".:") if self.mark else ""
        return f"{kind} {self.mark.text.rstrip('.:)')}"

    def heading(self) -> str:
        """The words that head the clause, "" where it has none. A run-in heading ends at its colon or before the verb."""
        if self.block is None:
            return ""
        words = tidy(self.block.words)
        if not words and self.paragraphs:  # Phần, Chương and Mục put number and title on two lines
            return shorten(tidy(" ".join(self._title())))
        if self.numbered_children or self._stands_alone(words):
            return shorten(words.rstrip(" :.;"))
        run_in = _RUN_IN.match(words)
        if run_in:
            return shorten(run_in["label"])
        return leading_office(words) or ""

    def _title(self) -> Iterator[str]:
        """The first paragraph with the lines in capitals that go on in it: titles of chapters run over several."""
        yield self.paragraphs[0].text
        for before, block in pairwise(self.paragraphs):
            if not (is_heading_line(before.text) and is_heading_line(block.text)):
                return
            yield block.text

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
    tail = 1 + max((i for i, b in enumerate(blocks) if b.mark and not b.mark.is_bullet), default=-1)
    for i, block in enumerate(blocks):
        if block.is_row:
            next(n for n in reversed(stack) if not n.is_bullet).rows.append(block)
        elif block.mark is not None:
            _add_marked(stack, block, block.mark)
        elif i >= tail and _closes(stack, blocks, i):
            del stack[2:]
            if len(stack) > 1 and (stack[1].mark is None or stack[1].mark.kind not in ("upper", "roman")):
                stack.pop()
            stack[-1].children.append(Node(block))
        elif stack[-1].numbered_children:
            stack[-1].children.append(Node(block))
        else:
            stack[-1].paragraphs.append(block)
    return root


def _add_marked(stack: list[Node], block: Block, mark: Mark) -> None:
    """A numbered clause or bullet goes under the nearest clause before it of a smaller rank."""
    open_marks = [n.mark for n in stack if n.mark]
    if mark.text[0] == "C" and mark.kind == "roman" and any(m.kind == "upper" and m.text[0] == "B" for m in open_marks):
        mark = replace(mark, kind="upper", order=3)  # "C." after "B." is no Roman hundred
    kinds = [m.kind for m in open_marks]
    if mark.kind in ("upper", "roman") and "article" in kinds and mark.kind not in kinds[: kinds.index("article")]:
        # A decision that sets out a plan inside an Điều: its "I." does not end the Điều.
        mark = replace(mark, depth=RANKS["article"] + 1 - RANKS["upper"])
    while len(stack) > 1 and (stack[-1].mark is None or stack[-1].mark.rank >= mark.rank):
        stack.pop()
    above = [n.mark.kind for n in stack if n.mark]
    in_article = "article" in above and not {"upper", "roman"} & set(above[above.index("article") :])
    node = Node(replace(block, mark=mark), in_article=in_article)
    stack[-1].children.append(node)
    stack.append(node)


def _closes(stack: Sequence[Node], blocks: Sequence[Block], i: int) -> bool:
    """Whether a paragraph after the last numbered clause speaks of the whole document and not of that clause.

    Not in an Điều, which holds all that follows it, nor right after a heading that says nothing yet.
    """
    if any(n.mark and n.mark.kind == "article" for n in stack):
        return bool(_PASSED.match(blocks[i].text))
    if _CLOSING.match(blocks[i].text):
        return True
    return (
        0 < i == len(blocks) - 1 and blocks[i].text.endswith("./.") and bool(_SENTENCE_END.search(blocks[i - 1].text))
    )


def walk(node: Node, path: tuple[Node, ...] = ()) -> Iterator[tuple[tuple[Node, ...], Node]]:
    """Every node under `node` in reading order with the nodes above it, bullets left out."""
    for child in node.children:
        if not child.is_bullet:
            yield path, child
            yield from walk(child, (*path, child))
