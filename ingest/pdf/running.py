"""Running heads and feet, page numbers, and the stamps that a portal prints at the top of what it publishes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.document import Box
from ingest.doctypes import appendix_of_line
from ingest.layout.boxes import around, height, same_height
from ingest.misread import look
from ingest.reading import RawLine
from vietnamese.text import nfc

_MARGIN = 0.13  # of the page's height, at its top and its foot: where running heads stand
_STAMPS = 0.2
_SAME_PLACE = 0.012  # of the page's height
_MOST = 0.5  # of the pages of one side: what stands on as many is printed by the template, not by the author
_FEWEST = 3  # pages
_DEEPEST = 4  # lines at each end of the page that may be running
_SHORT = 3  # characters of a page's number
_SMALL = 0.8  # of the usual height of words
_NUMBER = re.compile(
    r"^[-–—.\s]*(?:(?:trang|page|tr\.?)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|trên|of)\s*\d{1,4})?[-–—\s]*$",
    re.IGNORECASE,
)
_EDGE_NUMBER = re.compile(r"^(\d{1,4})\s+|\s+(\d{1,4})$")
_WORDS = re.compile(r"\w+")
_MOTTO = re.compile(r"^\W*(?:CỘNG H[ÒO][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM)")
_TABLE_HEAD = re.compile(r"^(?:S?TT|Số TT)\b", re.IGNORECASE)
_SIGNED = re.compile(r"^(?:ký bởi|người ký|được ký bởi|ký số bởi|signed by|signature (?:not )?ver)", re.IGNORECASE)
_STAMP = re.compile(
    r"^(?:email|e-mail|cơ quan|tổ chức|ngày ký|thời gian ký|giờ ký|chức vụ|lý do|date|reason|location)\s*:",
    re.IGNORECASE,
)

_Place = tuple[tuple[str, int | None], int]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with where it stands, its place among the page's lines, and that page, from 0."""

    index: int
    page: int
    line: RawLine
    box: Box

    @property
    def text(self) -> str:
        return nfc(self.line.text).strip()

    @property
    def key(self) -> tuple[str, int | None]:
        """What it says on every page: its words, and how far the number at its edge is from the page's own."""
        number = None if appendix_of_line(self.text) else _EDGE_NUMBER.search(self.text)
        if number is None:
            return "".join(_WORDS.findall(self.text.lower())), None
        words = self.text[: number.start()] + self.text[number.end() :]
        return "".join(_WORDS.findall(words.lower())), int(number[1] or number[2]) - self.page


def running_lines(pages: Sequence[Sequence[RawLine]]) -> list[frozenset[int]]:
    """Which lines of each page are running heads and feet, page numbers or stamps of a portal, by their place there.

    Table rows (tabs), lines without words, the head of a document (the motto and what stands beside and below it) and the
    repeated head of a table are none.
    """
    placed = [_placed(lines, page) for page, lines in enumerate(pages)]
    heads, feet = ([_ends(page, down) for page in placed] for down in (True, False))
    common = _common(heads), _common(feet)
    return [
        frozenset(p.index for p in (*_running(head, common[0]), *_running(foot, common[1]), *_stamp(page)))
        for page, head, foot in zip(placed, heads, feet, strict=True)
    ]


def _placed(lines: Iterable[RawLine], page: int) -> list[_Placed]:
    return [_Placed(i, page, line, around([w.box for w in line.words])) for i, line in enumerate(lines) if line.words]


def _ends(page: Sequence[_Placed], from_top: bool) -> list[_Placed]:
    """The lines at one end of a page that may be running, the outermost first."""
    inwards = sorted(page, key=lambda p: p.box[1] if from_top else -p.box[3])
    outer = []
    table = [p.box for p in page if _TABLE_HEAD.match(p.text)]
    for line in inwards[:_DEEPEST]:
        depth = line.box[3] if from_top else 1 - line.box[1]
        if depth > _MARGIN or "\t" in line.line.text or any(same_height(line.box, box) for box in table):
            break
        if any(_MOTTO.match(p.text) and (same_height(p.box, line.box) or p.box[3] < line.box[1]) for p in page):
            break
        outer.append(line)
    return outer


def _common(ends: Sequence[Sequence[_Placed]]) -> frozenset[_Place]:
    """The keys and heights of the lines that stand on most pages, even and odd ones counted by themselves."""
    common: set[_Place] = set()
    for side in (ends[0::2], ends[1::2], ends):
        counts = Counter(place for page in side for place in {place for line in page for place in _places(line)})
        least = max(_FEWEST, _MOST * len(side))
        common |= {place for place, count in counts.items() if count >= least}
    return frozenset(common)


def _places(line: _Placed) -> tuple[_Place, ...]:
    """A line's key with its height, in steps that overlap, so that no edge between steps parts what is alike."""
    key, step = line.key, int(line.box[1] / _SAME_PLACE)
    return ((key, step), (key, step + 1)) if key[0] else ()


def _running(ends: Sequence[_Placed], common: frozenset[_Place]) -> list[_Placed]:
    """Of the lines at one end, the outermost ones that repeat or that are a page number."""
    gone: list[_Placed] = []
    for line in ends:
        repeats = any(place in common for place in _places(line))
        if not repeats and not _is_number(line):
            break
        gone.append(line)
    return gone


def _is_number(line: _Placed) -> bool:
    """Whether a line is the number of its page, or what recognition makes of one ("T1" of 11)."""
    misread = line.line.read_by == "ocr" and len(line.text) <= _SHORT and line.text.isalnum()
    return (misread and look(line.text).isdecimal()) or bool(_NUMBER.match(line.text))


def _stamp(page: Sequence[_Placed]) -> list[_Placed]:
    """The lines of a digital signature that a portal printed at the top of the page, in small type."""
    top = [p for p in page if p.box[3] < _STAMPS]
    if not any(_SIGNED.match(p.text) for p in top):
        return []
    heights = sorted(_height(p) for p in page)
    usual = heights[len(heights) // 2]
    first = next(i for i, p in enumerate(top) if _SIGNED.match(p.text))
    gone = []
    for p in top[first:]:
        if not (_SIGNED.match(p.text) or _STAMP.match(p.text) or _height(p) < _SMALL * usual):
            break
        gone.append(p)
    return gone


def _height(placed: _Placed) -> float:
    return min(height(word.box) for word in placed.line.words)
