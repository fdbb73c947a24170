"""Clauses as the register reads them: passages that were split from one clause put together again, block by block."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise, takewhile

from index.passage import Passage
from obligations.obligation import Kind, Obligation
from vietnamese.text import tidy

_MARK = re.compile(
    r"\s*(?:(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*[.:]?|\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s)|[IVXLC]{1,7}[.)]|\d{1,3}[a-zđ]?[.)]|"
    r"[A-HĐ]\.(?=\s)"
    r"|[a-zđ]\d{0,2}[.)](?=\s|[^\W\d_])|[-–•](?=\s|\w)|\+)\s*"
)
_STEP_MARK = re.compile(
    r"(?:(?:Phần|Chương|Mục|Tiểu mục|Điều|PHẦN|CHƯƠNG|MỤC|ĐIỀU)\s+(?:[IVXLC]+|\d+[a-zđ]?|thứ \w+)\s*[.:]?"
    r"|\d+(?:\.\d+)*[a-zđ]?[.)]?(?=\s)|[IVXLC]+[.)]|[A-HĐ]\.|[a-zđ]\d?\)|[-–+•])\s*"
)
_BARE_STEP = re.compile(r"(?:(?:khoản|điểm|mục)\s+)?(?:\d+(?:\.\d+)*[a-zđ]?|[IVXLC]+|[A-HĐ]|[a-zđ]\d?)[.)]?")
_LEVELS = {"-": 3, "–": 3, "•": 3, "+": 4}
_LETTER = re.compile(r"\s*[a-zđ]\d{0,2}[.)]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet or table row with its place. `words` are its text behind the number or bullet it begins with.

    `level` is 0 for a paragraph, 1 for a number, 2 for a letter, 3 for "-" and 4 for "+".
    """

    text: str
    words: str
    level: int
    lines: tuple[int, int] | None
    places: tuple[int, int] | None
    page: int | None
    passage_id: str


@dataclass(frozen=True, slots=True)
class Clause:
    """The lowest numbered clause of an outline with its bullets and paragraphs, under its path of headings."""

    document_id: str
    section: tuple[str, ...]
    blocks: tuple[Block, ...]


Pages = Mapping[int, int]
"""The page of each line of a document, by the line's place; empty where the source has no pages."""


def clauses_of(passages: Sequence[Passage], pages: Pages) -> Iterator[Clause]:
    """The clauses of one document in reading order; heads, recipients, signatures and table rows left out."""
    for _, group in groupby(passages, key=lambda p: (p.kind, p.section, p.address)):
        pieces = list(group)
        if pieces[0].kind == "clause":
            blocks = [block for piece in pieces for block in blocks_of(piece, pages)]
            yield Clause(pieces[0].document_id, pieces[0].section, tuple(blocks))


def blocks_of(passage: Passage, pages: Pages) -> Iterator[Block]:
    """The blocks of a passage."""
    texts = passage.blocks
    whole = len(texts) == len(passage.block_places)
    for i, text in enumerate(texts):
        places = passage.block_places[i] if whole else None
        lines = passage.block_lines[i] if len(passage.block_lines) == len(texts) else passage.lines
        page = pages.get(places[0], passage.page) if places else passage.page
        mark = _MARK.match(text)
        words = text[mark.end() :] if mark else text
        yield Block(text, words, _level(text, mark), lines, places, page, passage.id)


def carried_bullets(passage: Passage, pages: Pages) -> list[Block]:
    """The bullets of a table row that a page break put on lines of their own behind it: blocks of their own. Words that only go
    on with a sentence are none.
    """
    behind = list(islice(blocks_of(passage, pages), 1, None))
    return list(takewhile(lambda block: block.level >= _LEVELS["-"], behind))


def row_block(passage: Passage, pages: Pages) -> Block:
    """A table row as one block: all of it where its lines follow each other, else its first line, so that it stays verbatim."""
    places = passage.block_places
    page = pages.get(places[0][0], passage.page) if places else passage.page
    if carried_bullets(passage, pages) or any(b[0] != a[1] + 1 for a, b in pairwise(places)):
        first = passage.blocks[0]
        return Block(first, first, 0, passage.block_lines[0], places[0], page, passage.id)
    span = (places[0][0], places[-1][1]) if places else None
    return Block(passage.text, passage.text, 0, passage.lines, span, page, passage.id)


def bare_row(kind: Kind, document_id: str, section: tuple[str, ...], block: Block, action: str) -> Obligation:
    """A row that says what a block says and nothing more: nobody is named, no time and no figure."""
    return Obligation(
        kind=kind,
        actor=None,
        actor_en=None,
        role=None,
        action=tidy(action),
        object=None,
        counterparts=(),
        condition=None,
        deadline=None,
        target=None,
        document_id=document_id,
        section=section,
        lines=block.lines,
        page=block.page,
        quote=block.text,
        passage_id=block.passage_id,
        places=block.places,
    )


def step_words(step: str) -> str:
    """A step of a section path without its number: "14. Sở Tài chính" is "Sở Tài chính", "khoản 2" is nothing."""
    if _BARE_STEP.fullmatch(step):
        return ""
    mark = _STEP_MARK.match(step)
    return step[mark.end() :] if mark else step


def _level(text: str, mark: re.Match[str] | None) -> int:
    if mark is None:
        return 0
    level = _LEVELS.get(mark.group().strip()[:1])
    if level is not None:
        return level
    return 2 if _LETTER.match(text) else 1
