"""From parts to passages: the lowest numbered clause with its bullets, or one table row, with its path and its lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.document import Document
from index.passage import Address, Passage, PassageKind, ReadBy
from ingest.blocks import Block, is_heading_line
from ingest.numbering import WORDED
from ingest.outline import Node, build_outline, shorten, walk
from ingest.parts import Part
from ingest.tables import read_rows

BUILDER_VERSION = "6"
"""Raised whenever the same file would give other passages; an index of another version is rebuilt."""
LONGEST = 1300  # characters, some 350 tokens of the model: a longer clause is split at a bullet or paragraph
SHORTEST_LEAD = 60  # characters of a heading that is a sentence; a shorter one says nothing that its clauses do not
_SENTENCE_END = re.compile(r"\.(?:\s*$|\s+[^\W\d_])")
CONTEXT_STEP = 120  # characters of a step of the section path that are embedded


@dataclass(frozen=True, slots=True)
class _Draft:
    """A passage before it has a number: what it says and where it stands."""

    kind: PassageKind
    section: tuple[str, ...]
    blocks: tuple[Block, ...]
    address: Address = ()
    cells: dict[str, str] = field(default_factory=dict)
    opening: str = ""


def build_passages(document: Document, parts: Sequence[Part]) -> tuple[Passage, ...]:
    """All passages of a document in reading order. Sections begin with the part where a file holds more than one."""
    drafts: list[_Draft] = []
    for part in parts:
        root = part_path(part, len(parts) > 1)
        drafts += _zone_drafts(root, (("head", "Phần đầu", part.head), ("bases", "Căn cứ", part.bases)))
        drafts += _clause_drafts(part, root)
        drafts += _zone_drafts(
            root, (("recipients", "Nơi nhận", part.recipients), ("signature", "Chữ ký", part.signature))
        )
    line = document_line(document)
    return tuple(_finish(document.id, i, d, line) for i, d in enumerate(drafts))


def part_path(part: Part, several: bool) -> tuple[str, ...]:
    """The first step of the section paths of a part: its type, an appendix with its title; empty in a file of one document."""
    if not several:
        return ()
    if part.is_appendix and part.title:
        return (shorten(f"{part.type}. {part.title.split(' (')[0]}"),)
    return (part.type or "Phần đầu",)


def document_line(document: Document) -> str:
    """One line that names a document: type, number, issuer, province and title, as far as they are known."""
    province = document.province if document.province and document.province not in (document.issuer or "") else None
    draft = "dự thảo" if document.status == "draft" else None
    named = [document.type, draft, document.number, document.issuer, province, document.title]
    return " - ".join(part for part in named if part) or document.id


def _zone_drafts(root: tuple[str, ...], zones: Sequence[tuple[PassageKind, str, list[Block]]]) -> Iterator[_Draft]:
    """The zones that say what the document is; each is one passage, where it is there at all."""
    for kind, name, blocks in zones:
        if blocks:
            yield _Draft(kind, (*root, name), tuple(blocks))


def _clause_drafts(part: Part, root: tuple[str, ...]) -> Iterator[_Draft]:
    tree = build_outline(part.body)
    within = part.address
    yield from _node_drafts(tree, root, within)
    for above, node in walk(tree):
        path = (*root, *(name for n in above if (name := n.name())))
        own = node.name()
        address = (*within, *(n.mark.step for n in (*above, node) if n.mark))
        yield from _node_drafts(node, (*path, own) if own else path, address)


def _node_drafts(node: Node, section: tuple[str, ...], address: Address) -> Iterator[_Draft]:
    blocks = tuple(node.own_blocks())
    if not _only_heads(node, blocks):
        opening = blocks[0].text if len(blocks[0].text) <= 300 else ""
        for i, piece in enumerate(_split(blocks)):
            yield _Draft("clause", section, piece, address, opening=opening if i else "")
    for row in read_rows(node.rows):
        yield _Draft("row", (*section, *row.groups, shorten(row.name, 120)), row.blocks, address, dict(row.cells))


def _only_heads(node: Node, blocks: Sequence[Block]) -> bool:
    """Whether a clause's own blocks say nothing beyond naming what it holds: a bare number, or a heading over clauses or rows."""
    said = [b for b in blocks if b.words.strip()]
    if not said:
        return True
    if _is_chapter(node) and all(is_heading_line(b.words) for b in said):  # a title over several lines
        return True
    return (
        len(said) == 1
        and bool(node.numbered_children or node.rows)
        and node.mark is not None
        and not (said[0].mark is not None and said[0].mark.is_bullet)  # a bullet under a bare "Chương I" is no title
        and not _is_sentence(said[0].words)
    )


def _is_chapter(node: Node) -> bool:
    return node.mark is not None and node.mark.kind in WORDED and bool(node.numbered_children)


def _is_sentence(words: str) -> bool:
    """Whether a heading says something of its own, beyond naming what its clauses hold."""
    return len(words) >= SHORTEST_LEAD and bool(_SENTENCE_END.search(words))


def _split(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Pieces of about LONGEST characters at most, cut before a bullet or paragraph.

    What belongs to a bullet stays with it where it fits; a single longer block is not cut.
    """
    if sum(len(b.text) for b in blocks) <= LONGEST:
        yield tuple(blocks)
        return
    piece: list[Block] = []
    for group in _groups(blocks):
        if piece and not _opens(piece) and sum(len(b.text) for b in [*piece, *group]) > LONGEST:
            yield tuple(piece)
            piece = []
        piece.extend(group)
    if piece:
        yield tuple(piece)


def _opens(piece: Sequence[Block]) -> bool:
    """Whether a piece is only the opening of what follows ("như sau:"), which must not stand alone."""
    return len(piece) == 1 and piece[0].text.rstrip().endswith(":")


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """A bullet with its sub-bullets and paragraphs, or a paragraph of the clause; one block at a time where they are too long."""
    group: list[Block] = []
    for block in blocks:
        nested = block.mark is not None and block.mark.kind == "plus"
        in_bullet = block.mark is None and bool(group) and group[0].mark is not None and group[0].mark.is_bullet
        if group and not nested and not in_bullet:
            yield from _fitting(group)
            group = []
        group.append(block)
    yield from _fitting(group)


def _fitting(group: list[Block]) -> Iterator[list[Block]]:
    if group and sum(len(b.text) for b in group) <= LONGEST:
        yield group
    else:
        yield from ([block] for block in group)


def _finish(document_id: str, ordinal: int, draft: _Draft, document_line: str) -> Passage:
    path = " > ".join(_calm(step) for step in draft.section)
    context = "\n".join(part for part in (document_line, path, draft.opening) if part)
    return Passage(
        id=f"{document_id}:{ordinal:04d}",
        document_id=document_id,
        ordinal=ordinal,
        kind=draft.kind,
        section=draft.section,
        text="\n".join(_block_text(b) for b in draft.blocks),
        context=context,
        lines=_span(draft.blocks),
        page=draft.blocks[0].first.page,
        read_by=_read_by(draft.blocks),
        block_lines=tuple(b.lines for b in draft.blocks),
        block_places=tuple(b.places for b in draft.blocks),
        confidence=min((c for b in draft.blocks if (c := b.confidence) is not None), default=None),
        cells=draft.cells,
        address=draft.address,
    )


def _calm(step: str) -> str:
    """A step of the path as the model reads it: capitals, which it knows badly, made small, and not too long."""
    return shorten(step.lower() if step.upper() == step else step, CONTEXT_STEP)


def _read_by(blocks: Sequence[Block]) -> ReadBy:
    """A passage with any recognised line is a recognised one: its words are as sure as the least sure of them."""
    return "ocr" if any(b.first.read_by == "ocr" for b in blocks) else "text"


def _block_text(block: Block) -> str:
    return " | ".join(c for c in block.cells if c) if block.is_row else block.text


def _span(blocks: Sequence[Block]) -> tuple[int, int] | None:
    spans = [b.lines for b in blocks]
    if any(s is None for s in spans):
        return None
    return min(s[0] for s in spans if s), max(s[1] for s in spans if s)
