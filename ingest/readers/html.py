"""Reads .html and .htm files, as saved from the portals of legal texts: paragraphs, lists and tables, nothing of the site around."""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from index.errors import InputError
from ingest.office.heads import columns_in_order, is_side_by_side
from ingest.office.kind import kind_of, refuse
from ingest.office.legacy import refuse_legacy
from ingest.office.markup import number
from ingest.office.numerals import letters, roman
from ingest.reading import Job, RawLine, Reading
from vietnamese.text import nfc

MAX_CELLS = 1_000_000  # of one table, those that spans stand for among them
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_RULED = re.compile(r"border(-(left|right))?(-style)?\s*:[^;]*(solid|double|\b[1-9][\d.]*(pt|px))", re.IGNORECASE)
_BREAK = "\v"
_SKIPPED = frozenset(
    {"head", "script", "style", "noscript", "template", "nav", "aside", "footer", "iframe", "object", "embed", "svg", "math",
     "canvas", "audio", "video", "map", "button", "select", "option", "textarea", "input", "dialog"}
)  # fmt: skip
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
     "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
     "var", "wbr"}
)  # fmt: skip
# Names that sites give their own parts.
_AROUND = frozenset({"menu", "nav", "navbar", "breadcrumb", "breadcrumbs", "sidebar", "footer"})
_MAIN_SHARE = 0.5  # of the page's letters; a main part with less is a teaser
_LONGEST_CELL = 3_000  # characters; a cell with more holds a page and not a figure
_WIDEST = 500
_UNCOUNTED_LINE = 65_535  # where the parser stops counting


@dataclass(slots=True)
class _Flow:
    """Lines under way: text gathers until a block begins or ends."""

    lines: list[RawLine] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    line: int | None = None

    def add(self, text: str | None, line: int | None) -> None:
        if not text:
            return
        if self.line is None and text.strip():
            self.line = line
        self.pending.append(text)

    def flush(self) -> None:
        pieces = "".join(self.pending).split(_BREAK)
        written = [text for piece in pieces if (text := _SPACE.sub(" ", piece).strip())]
        # A line that the author broke may be a sentence that goes on or the next line of a head: the text decides.
        self.lines += [RawLine(text, self.line, begins=None if i else True) for i, text in enumerate(written)]
        self.pending, self.line = [], None


def read(path: Path, _: Job) -> Reading:
    """The lines of a web page, counted as in the file; it has no pages. Nothing in it is run or fetched.

    Raises InputError: no web page, an encoding that cannot be told, markup nested beyond reading, no words.
    """
    kind = kind_of(path)
    if kind != "html":
        raise refuse(path, kind)
    root = _parse(path, _decode(path, path.read_bytes()))
    flow = _Flow()
    _walk(_main_part(root), flow, path)
    flow.flush()
    refuse_legacy(path, (line.text for line in flow.lines))
    if not flow.lines:
        raise InputError(
            f"{path}: the page holds no words; its text may be loaded when it is shown: save it from a browser."
        )
    return Reading(tuple(flow.lines))


def _decode(path: Path, data: bytes) -> str:
    """The text in composed letters: windows-1258 spells tones as separate marks."""
    declared = _DECLARED.search(data[:4096])
    marked = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    names = [marked] if marked else [declared[1].decode("ascii", "replace") if declared else "utf-8", "utf-8"]
    for name in names:
        try:
            text = nfc(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
        if len(_CONTROL.findall(text)) > len(text) / 1000:
            break
        return _CONTROL.sub("", text)
    raise InputError(
        f"{path}: neither {' nor '.join(dict.fromkeys(names))}; save the page anew from a browser, as UTF-8."
    )


def _parse(path: Path, text: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"{path}: no page can be made of its markup ({error}); save it anew from a browser."
        ) from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError(
            f"{path}: its markup is nested too deeply; save the page anew from a browser, without its site."
        )
    if root is None:
        raise InputError(f"{path}: the page is empty; replace it or remove it.")
    return root


def _main_part(root: etree._Element) -> etree._Element:
    """What the page itself calls its main part, where that is most of it."""
    marked = root.xpath("//main | //article | //*[@role='main']")
    if len(marked) == 1 and _letters(marked[0]) >= _MAIN_SHARE * _letters(root):
        return marked[0]
    return root


def _letters(element: etree._Element) -> int:
    return sum(len(text) for text in element.itertext() if not text.isspace())


def _is_left_out(element: etree._Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SKIPPED or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" or _HIDDEN.search(element.get("style", "")):
        return True
    names = {*element.get("class", "").lower().split(), element.get("id", "").lower()}
    around = names & _AROUND or element.get("role") == "navigation"
    return bool(around) and _letters(element) < _MAIN_SHARE * _letters(element.getroottree().getroot())


def _walk(element: etree._Element, flow: _Flow, path: Path, kept: bool = False) -> None:
    """Adds an element's text. `kept`: line ends within are the author's (<pre>)."""
    if _is_left_out(element):
        return
    tag, line = element.tag, _line(element)
    if tag == "br":
        flow.add(_BREAK, line)
        return
    if tag == "table":
        flow.flush()
        for caption in element.iterfind("./caption"):
            _walk(caption, flow, path)
        flow.lines += _table_lines(element, path)
        return
    block = tag not in _INLINE
    if block:
        flow.flush()
    if tag == "li":
        flow.add(_item_mark(element), line)
    kept = kept or tag == "pre"
    flow.add(_text(element.text, kept), line)
    for child in element:
        _walk(child, flow, path, kept)
        flow.add(_text(child.tail, kept), _line(child))
    if block:
        flow.flush()


def _text(text: str | None, kept: bool) -> str:
    return (text or "").replace("\n", _BREAK if kept else " ")


def _line(element: etree._Element) -> int | None:
    line = element.sourceline
    return line if line and line != _UNCOUNTED_LINE else None


def _item_mark(item: etree._Element) -> str:
    """What a browser shows before a list item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- " if parent is not None and "none" not in parent.get("style", "") else ""
    count = number(parent.get("start"), 1)
    for before in parent:
        if before.tag == "li":
            count = number(before.get("value"), count)
            if before is item:
                break
            count += 1
    form = parent.get("type", "1")
    spelt = {"a": letters, "A": letters, "i": roman, "I": roman}.get(form, str)(count)
    return f"{spelt.upper() if form in ('A', 'I') else spelt}. "


def _table_lines(table: etree._Element, path: Path) -> Iterator[RawLine]:
    """A table's rows, or the lines of its cells where it only sets text side by side."""
    grid = list(_grid(table, path))
    if not grid:
        return
    texts = [[[line.text for line in cell] for cell in row] for row in grid]
    if max(len(row) for row in grid) == 1 or _holds_page(table) or is_side_by_side(texts, _is_ruled(table)):
        for i, j in columns_in_order(texts):
            yield from grid[i][j]
        return
    for row, cells in zip(grid, texts, strict=True):
        if any(cells):
            first = next(line.line for cell in row for line in cell)
            yield RawLine("\t".join(" ".join(lines).replace("\t", " ") for lines in cells), first, begins=True)


def _holds_page(table: etree._Element) -> bool:
    """Whether a table lays out a page: its cells hold tables or whole chapters."""
    if any(len(inner.findall(".//tr")) > 1 for inner in table.iterfind(".//table")):
        return True
    return any(_letters(cell) > _LONGEST_CELL for cell in table.iter("td", "th"))


def _is_ruled(table: etree._Element) -> bool:
    if number(table.get("border"), 0) > 0 or _RULED.search(table.get("style", "")):
        return True
    return any(_RULED.search(cell.get("style", "")) for cell in table.iter("td", "th"))


def _grid(table: etree._Element, path: Path) -> Iterator[list[list[RawLine]]]:
    """The rows, each with the lines of its cells; a cell over several places stands in the first of them."""
    covered: dict[int, int] = {}  # column: rows that a cell from above still takes
    total = 0
    for row in _rows(table):
        cells: list[list[RawLine]] = []
        for cell in row.iterchildren("td", "th"):
            if _is_left_out(cell):
                continue
            _pass_covered(covered, cells)
            rows, columns = (min(max(number(cell.get(f"{way}span"), 1), 1), _WIDEST) for way in ("row", "col"))
            flow = _Flow()
            _walk(cell, flow, path)
            flow.flush()
            for column in range(len(cells), len(cells) + columns):
                covered[column] = rows - 1
            cells += [flow.lines, *([] for _ in range(columns - 1))]
        _pass_covered(covered, cells)
        total += len(cells)
        if total > MAX_CELLS:
            raise InputError(f"{path}: a table has more than {MAX_CELLS:,} cells; split the page or leave it out.")
        if cells:
            yield cells


def _pass_covered(covered: dict[int, int], cells: list[list[RawLine]]) -> None:
    """Leaves the next places empty as far as a cell from above takes them."""
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append([])


def _rows(table: etree._Element) -> Sequence[etree._Element]:
    rows = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += child.findall("tr")
    return [row for row in rows if not _is_left_out(row)]
