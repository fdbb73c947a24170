"""Reads .docx files: the text from the file itself, its automatic numbers counted, pages and places from LibreOffice's PDF of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.document import Box
from index.errors import InputError
from ingest.layout.boxes import around
from ingest.office.align import align
from ingest.office.body import Body, Item, Paragraph, Row, labelled
from ingest.office.convert import convert
from ingest.office.kind import kind_of, refuse
from ingest.office.legacy import refuse_legacy
from ingest.office.lists import Label, Labels
from ingest.office.markup import name_of
from ingest.office.package import Package, open_package
from ingest.office.shown import Shown, ShownWord, read_shown
from ingest.office.styles import Styles
from ingest.reading import Job, RawLine, Reading, Word
from vietnamese.text import nfc, squeeze

_LABEL = re.compile(r"^[\w(\[][\w.)(\]:/ -]{0,30}$")
_LONGEST_LABEL = 4  # words, as of "Tiểu mục 3."


@dataclass(frozen=True, slots=True)
class _Unit:
    """One line of a paragraph, or one cell of a row: what is laid beside the pages. `item` counts the items."""

    item: int
    tokens: tuple[str, ...]
    label: Label | None = None
    begins: bool | None = True


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of the text; page and box are None where no page shows it."""

    text: str
    page: int | None
    box: Box | None


def read(path: Path, job: Job) -> Reading:
    """The paragraphs and table rows of a Word document with their pages.

    Raises InputError: another kind of file, protected, damaged, too large, without words; OfficeMissing where there is no
    LibreOffice, without which there are no pages.
    """
    kind = kind_of(path)
    if kind != "docx":
        raise refuse(path, kind)
    return read_package(path, path, job)


def read_package(path: Path, stored: Path, job: Job) -> Reading:
    """As `read`, of the DOCX at `stored` that the file `path` is or was converted to; errors name `path`."""
    with open_package(stored, path) as package:
        items = _items(package)
    if not items:
        raise InputError(f"{path}: the document holds no words; if it is a picture of a page, add that as a PDF.")
    refuse_legacy(path, _texts(items))
    pdf = convert(stored, "pdf", job.scratch, ".docx", named=path)
    shown = read_shown(pdf, path, job)
    return Reading(tuple(_placed(items, shown)), shown.pages, pdf)


def _items(package: Package) -> list[Item]:
    main = package.main()
    root = package.xml(main)
    if name_of(root) != "document":
        raise InputError(f"{package.path}: there is no text document inside; save it as .docx.")
    styles, numbering = (package.related(main, kind) for kind in ("styles", "numbering"))
    body = Body(
        Styles.read(package.xml(styles) if styles else None),
        Labels.read(package.xml(numbering) if numbering else None),
    )
    return body.items(root)


def _texts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield from item.cells if isinstance(item, Row) else item.lines


def _placed(items: Sequence[Item], shown: Shown) -> list[RawLine]:
    """The lines of the items, each where the pages show it."""
    units = list(_units(items))
    tokens = [token for unit in units for token in unit.tokens]
    of_unit = [i for i, unit in enumerate(units) for _ in unit.tokens]
    found = align(tokens, of_unit, [word.text for word in shown.words])
    used = {index for indexes in found for index in indexes}
    lines: list[RawLine] = []
    row: list[list[_Token]] = []
    position = 0
    for i, unit in enumerate(units):
        spans = found[position : position + len(unit.tokens)]
        position += len(unit.tokens)
        placed = _tokens(unit, spans, shown.words, used)
        if isinstance(items[unit.item], Paragraph):
            lines += _paragraph_lines(placed, unit.begins)
            continue
        row.append(placed)
        if i + 1 == len(units) or units[i + 1].item != unit.item:
            lines.append(_row_line(row))
            row = []
    return list(_settled(lines))


def _units(items: Sequence[Item]) -> Iterator[_Unit]:
    for i, item in enumerate(items):
        if isinstance(item, Row):
            yield from (_Unit(i, tuple(cell.split())) for cell in item.cells)
            continue
        for j, line in enumerate(item.lines):
            # A line that the author broke within a paragraph may be a sentence that goes on or the next line of a head.
            yield _Unit(i, tuple(line.split()), None if j else item.label, None if j else True)


def _tokens(unit: _Unit, spans: Sequence[tuple[int, ...]], words: Sequence[ShownWord], used: set[int]) -> list[_Token]:
    """The words of a unit with their places, those of its automatic number in front."""
    placed = [_token(text, [words[k] for k in span]) for text, span in zip(unit.tokens, spans, strict=True)]
    if unit.label is None:
        return placed
    before = _words_before(spans[0][0], words, used) if spans[0] else []
    label = unit.label._replace(text=_agreed(unit.label, nfc(" ".join(word.text for word in before))))
    page = before[0].page if before else placed[0].page
    box = around([word.box for word in before]) if before else None
    if not label.glued:
        return [*(_Token(text, page, box) for text in label.text.split()), *placed]
    *marks, first = labelled(label, placed[0].text).split()
    boxes = [b for b in (box, placed[0].box) if b is not None]
    return [
        *(_Token(text, page, box) for text in marks),
        _Token(first, page, around(boxes) if boxes else None),
        *placed[1:],
    ]


def _agreed(label: Label, shown: str) -> str:
    """What stands before a paragraph: as counted, or as the page shows it where that differs and Word would not know better."""
    if label.is_bullet or label.is_firm or squeeze(label.text) == squeeze(shown) or not _LABEL.match(shown):
        return label.text
    return shown


def _words_before(first: int, words: Sequence[ShownWord], used: set[int]) -> list[ShownWord]:
    """The words on the line of type left of a paragraph's first one that the text does not account for."""
    before: list[ShownWord] = []
    for k in range(first - 1, max(-1, first - 1 - _LONGEST_LABEL), -1):
        if k in used or not words[k].stands_before(words[k + 1]):
            break
        before.insert(0, words[k])
    return before


def _token(text: str, words: Sequence[ShownWord]) -> _Token:
    if not words:
        return _Token(text, None, None)
    page = words[0].page
    return _Token(text, page, around([word.box for word in words if word.page == page]))


def _paragraph_lines(tokens: Sequence[_Token], begins: bool | None) -> Iterator[RawLine]:
    """One line of text, parted where a page ends within it."""
    pieces: list[list[_Token]] = []
    page: int | None = None
    for token in tokens:
        if not pieces or (token.page is not None and page is not None and token.page > page):
            pieces.append([])
        pieces[-1].append(token)
        if token.page is not None and (page is None or token.page > page):
            page = token.page
    for i, piece in enumerate(pieces):
        yield _line(" ".join(token.text for token in piece), piece, False if i else begins)


def _row_line(cells: Sequence[Sequence[_Token]]) -> RawLine:
    """A row on the page where it begins; words that a page break took to the next page have no place there."""
    text = "\t".join(" ".join(token.text for token in cell) for cell in cells)
    return _line(text, [token for cell in cells for token in cell], True)


def _line(text: str, tokens: Sequence[_Token], begins: bool | None) -> RawLine:
    page = min((token.page for token in tokens if token.page is not None), default=None)
    words = tuple(Word(token.text, token.box) for token in tokens if token.box is not None and token.page == page)
    return RawLine(text, None, page, words, begins=begins)


def _settled(lines: Sequence[RawLine]) -> Iterator[RawLine]:
    """Lines that no page was found for stand on that of the lines around them, where these are on one page."""
    following: list[int | None] = []
    page: int | None = None
    for line in reversed(lines):
        page = line.page if line.page is not None else page
        following.append(page)
    following.reverse()
    before: int | None = None
    for line, after in zip(lines, following, strict=True):
        if line.page is None and before is not None and before == after:
            yield RawLine(line.text, line.line, before, line.words, begins=line.begins)
        else:
            yield line
        before = line.page if line.page is not None else before
