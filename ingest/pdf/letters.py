"""The letters of a page as pdfium finds them, each with its box, and the words of another text placed by them."""

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from rapidfuzz.distance import Indel

from index.document import Box
from ingest.layout.boxes import around, height, shared_height, shared_width, width
from ingest.pdf.line import Line, Token

_HYPHEN = 2  # how pdfium gives a hyphen at the end of a line
_NOWHERE = -1
_SURE = 6  # letters: a line of as many is looked for anywhere on the page, a shorter one only where it is due
_COMPARED = 40_000_000  # letters times letters that are compared at most, some tenths of a second
_SPREAD = 0.6  # of the line's height: letters of one word stand closer than this
_DEVICE = 1_000_000
_MISREAD = str.maketrans("ƢƣðÐ", "ƯưđĐ")  # what fonts of old Vietnamese keyboards say for these letters


@dataclass(frozen=True, slots=True)
class Letters:
    """What stands on a page: `text` with the blanks and line breaks that pdfium gives it, and its marks without blanks.

    `keys` has one character for each of `boxes`: the mark without accents, in lower case. Boxes are in points of the page
    as shown, from its top left.
    """

    text: str
    keys: str
    boxes: tuple[Box, ...]


def page_letters(page: pdfium.PdfPage) -> Letters:
    """The letters of a page, in the order in which the file draws them."""
    raw = pdfium_c.FPDFText_LoadPage(page.raw)
    if not raw:
        return Letters("", "", ())
    try:
        return _letters(raw, _shown(page))
    finally:
        pdfium_c.FPDFText_ClosePage(raw)


def _letters(raw: object, shown: tuple[float, ...]) -> Letters:
    a, b, c, d, e, f = shown
    upright = abs(a) > abs(c)
    across, along = (a, d) if upright else (c, b)
    rectangle = pdfium_c.FS_RECTF()
    reference = ctypes.byref(rectangle)
    text, keys, boxes = [], [], []
    letter_of, box_of = pdfium_c.FPDFText_GetUnicode, pdfium_c.FPDFText_GetLooseCharBox
    for i in range(pdfium_c.FPDFText_CountChars(raw)):
        letter, key = _mark(letter_of(raw, i))
        text.append(letter)
        if key and box_of(raw, i, reference):
            x0, y0, x1, y1 = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
            if not upright:
                x0, y0, x1, y1 = y0, x0, y1, x1
            x0, x1, y0, y1 = across * x0 + e, across * x1 + e, along * y0 + f, along * y1 + f
            keys.append(key)
            boxes.append((x0 if x0 < x1 else x1, y0 if y0 < y1 else y1, x1 if x0 < x1 else x0, y1 if y0 < y1 else y0))
    return Letters("".join(text), "".join(keys), tuple(boxes))


@cache
def _mark(code: int) -> tuple[str, str]:
    """The letter of a code as pdfium gives it, and the character to compare it by."""
    letter = "-" if code == _HYPHEN else chr(code).translate(_MISREAD)
    return letter, _key(letter)


def _shown(page: pdfium.PdfPage) -> tuple[float, ...]:
    """The map from the page's own coordinates to the page as shown, cropped and turned: x = ax + cy + e, y = bx + dy + f."""
    wide, high = page.get_size()
    x, y = ctypes.c_int(), ctypes.c_int()

    def at(left: float, bottom: float) -> tuple[float, float]:
        pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, _DEVICE, _DEVICE, 0, left, bottom, x, y)
        return x.value * wide / _DEVICE, y.value * high / _DEVICE

    step = 100.0
    (e, f), (ax, ay), (bx, by) = at(0, 0), at(step, 0), at(0, step)
    return (ax - e) / step, (ay - f) / step, (bx - e) / step, (by - f) / step, e, f


@cache
def _key(letter: str) -> str:
    """One character to compare by, or none for blanks and for the marks that stand on other letters."""
    first = unicodedata.normalize("NFKD", letter.lower())[:1]
    kind = unicodedata.category(first) if first else "Zs"
    if kind == "Pd":
        return "-"
    return "" if kind[0] in "MZC" else first


def place_lines(text: str, letters: Letters) -> list[Line]:
    """The lines of a page's text that hold words, each word with the box of its letters where they are found."""
    lines = [line.split() for line in text.translate(_MISREAD).splitlines()]
    keyed = [["".join(map(_key, word)) for word in line] for line in lines]
    spots = _match(["".join(keys) for keys in keyed], letters.keys)
    placed, at = [], 0
    for words, keys in zip(lines, keyed, strict=True):
        tokens: list[Token] = []
        for word, key in zip(words, keys, strict=True):
            tokens += _tokens(word, spots[at : at + len(key)], letters.boxes)
            at += len(key)
        if tokens:
            placed.append(Line(tuple(tokens)))
    return placed


def _tokens(word: str, spots: Sequence[int], boxes: Sequence[Box]) -> Iterator[Token]:
    """A word, or the words it is made of where a text glued together what stands apart on the page."""
    whole = _one_box(spots, boxes)
    if whole is not None:
        yield Token(word, whole)
        return
    found: list[Box] = []
    begin = at = 0
    for i, letter in enumerate(word):
        if not _key(letter):
            continue
        spot, at = spots[at], at + 1
        if spot == _NOWHERE:
            continue
        if found and _stand_apart(found[-1], boxes[spot]):
            yield Token(word[begin:i], around(found))
            begin, found = i, []
        found.append(boxes[spot])
    yield Token(word[begin:], around(found) if found else None)


def _one_box(spots: Sequence[int], boxes: Sequence[Box]) -> Box | None:
    """The box of a word whose letters follow each other closely on one line, as nearly all do; None for any other."""
    if not spots or spots[0] == _NOWHERE or spots[-1] - spots[0] != len(spots) - 1:
        return None
    lefts, tops, rights, bottoms = zip(*boxes[spots[0] : spots[-1] + 1], strict=True)
    left, top, right, bottom = min(lefts), min(tops), max(rights), max(bottoms)
    high = bottoms[0] - tops[0]
    loose = right - left - (sum(rights) - sum(lefts))
    return (left, top, right, bottom) if loose < _SPREAD * high and bottom - top < 2 * high else None


def _stand_apart(a: Box, b: Box) -> bool:
    high = max(height(a), height(b))
    if high < max(width(a), width(b)) / 3:
        return False
    above = shared_width(a, b) > 0  # letters of a line that runs up or down the page
    return not above and (shared_height(a, b) <= 0 or b[0] - a[2] > _SPREAD * high)


def _match(lines: Sequence[str], page: str) -> list[int]:
    """For each letter of the lines, one after the other, where it stands among the page's letters.

    Of one page only, and without accents; `ingest.office.align` says why it lays whole documents beside each other otherwise.
    """
    whole = "".join(lines)
    if whole == page:
        return list(range(len(page)))
    spots = [_NOWHERE] * len(whole)
    free = page
    start = cursor = 0
    for line in lines:
        found = _find(line, free, cursor)
        if found != _NOWHERE and line:
            spots[start : start + len(line)] = range(found, found + len(line))
            free = f"{free[:found]}{chr(0) * len(line)}{free[found + len(line) :]}"
            cursor = found + len(line)
        start += len(line)
    _match_rest(whole, free, spots)
    return spots


def _find(line: str, free: str, cursor: int) -> int:
    if free.startswith(line, cursor):
        return cursor
    if len(line) < _SURE:
        return _NOWHERE
    found = free.find(line, cursor)
    return found if found >= 0 else free.find(line)


def _match_rest(whole: str, free: str, spots: list[int]) -> None:
    """What no line was found for, letter by letter: a text that differs in a few letters keeps the boxes of the others."""
    ours = [i for i, spot in enumerate(spots) if spot == _NOWHERE]
    theirs = [i for i, letter in enumerate(free) if letter != "\0"]
    if not ours or not theirs or len(ours) * len(theirs) > _COMPARED:
        return
    for step in Indel.opcodes("".join(whole[i] for i in ours), "".join(free[i] for i in theirs)):
        if step.tag == "equal":
            for i, j in zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True):
                spots[ours[i]] = theirs[j]
