"""Numbers of clauses and rows as recognition misreads them ("H" for II, "21" for 2.1), told by the order that they stand in.

Only what is made of the numbers is put right, the tree and the names of its clauses; the text stays as it was read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import Levenshtein

from index.document import SourceLine
from ingest.doctypes import appendix_of_line, type_of_line
from ingest.numbering import LETTERS, WORDED, Mark, read_mark
from vietnamese.ordinals import roman_numeral, roman_value
from vietnamese.text import fold

LabelKind = Literal["upper", "roman", "arabic", "decimal", "letter"]
KINDS: frozenset[LabelKind] = frozenset({"upper", "roman", "arabic", "decimal", "letter"})
_STOPPED: dict[str, frozenset[LabelKind]] = {
    ".": KINDS,
    ")": frozenset({"arabic", "letter"}),
    ",": frozenset({"arabic", "roman"}),
}
_DEPTHS: dict[LabelKind, int] = {"upper": 0, "roman": 1, "arabic": 2, "decimal": 3, "letter": 9}
_UPPER = "ABCDEFGH"
_LOOK_ALIKE = str.maketrans(
    {
        **dict.fromkeys("iIl|!†]tTL", "1"),
        "H": "11",
        "h": "b",
        "M": "111",
        "o": "0",
        "O": "0",
        "s": "5",
        "S": "5",
        "€": "c",
    }
    | {
        "e": "c",
        "C": "c",
        "E": "5",
        "¢": "c",
        "ø": "g",
        "9": "g",
        "q": "g",
        "B": "b",
        "8": "b",
        "6": "b",
        "Z": "2",
        "z": "2",
    }
)
_PLAIN = re.compile(r"[^0-9a-zA-Z€¢ø|!†\]]")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_ROMAN = re.compile(r"[IVXLC]+")
_MARKED = re.compile(r"(?P<before>[^\w\s(]{0,2})(?P<label>[^\s.):]{1,6}?(?:\.\d{1,2}){0,3})(?P<stop>[.),])\s*(?=\S)")
_FORWARD = 5  # numbers that a sequence may leave out
_CAPITALS = 0.8  # of the letters of a heading
_LIKELY = 0.5  # of a label's characters, that may be misread


@dataclass(frozen=True, slots=True)
class Label:
    """A number of a clause or row: its kind, its text without a stop ("II", "2.1", "đ") and its place in its sequence."""

    kind: LabelKind
    text: str
    order: int

    @property
    def depth(self) -> int:
        """How far in it stands; each further point of "1.1.1" is one deeper."""
        return _DEPTHS[self.kind] + (self.text.count(".") - 1 if self.kind == "decimal" else 0)

    @property
    def is_outer(self) -> bool:
        """Whether names in capitals go with it."""
        return self.kind in ("upper", "roman")


def read_label(text: str) -> tuple[Label, ...]:
    """What a label may be as it is written: "C" is a letter or a Roman hundred; () where it is none."""
    found: list[Label] = []
    if len(text) == 1 and text in _UPPER + "Đ":
        found.append(Label("upper", text, _UPPER.find(text) + 1))
    if _ROMAN.fullmatch(text) and roman_numeral(roman_value(text)) == text:
        found.append(Label("roman", text, roman_value(text)))
    if text.isdecimal() and len(text) <= 3:
        found.append(Label("arabic", text, int(text)))
    if _DECIMAL.fullmatch(text):
        found.append(Label("decimal", text, int(text.rsplit(".", 1)[1])))
    if len(text) == 1 and text in LETTERS:
        found.append(Label("letter", text, LETTERS.find(text) + 1))
    return tuple(found)


def look(text: str) -> str:
    """A label in which what recognition confuses is the same: "H" and "II", "l" and "1", "2.1" and "21"."""
    plain = "".join(fold(c) if c.islower() else fold(c).upper() for c in text)
    return _PLAIN.sub("", plain).translate(_LOOK_ALIKE).lower()


@dataclass(slots=True)
class Labels:
    """The labels that are open where one reads, the outermost first."""

    open: list[Label] = field(default_factory=list)

    def take(self, label: Label) -> None:
        """Notes that a clause or row with this label was read: it ends those that are as far out or further in."""
        while self.open and self.open[-1].depth >= label.depth:
            self.open.pop()
        self.open.append(label)

    def following(self) -> Label | None:
        """The label that goes on after the innermost open one; None where none is open or its sequence is at its end."""
        return next(_after(self.open[-1]), None) if self.open else None

    def due(self, text: str, in_capitals: bool, kinds: frozenset[LabelKind] = KINDS) -> Label | None:
        """The label that `text` was read from, where it may stand here; None where that cannot be told.

        What may stand here goes on in a sequence or begins one. Names in capitals are those of the outer labels, which
        `in_capitals` says of the words behind it.
        """
        expected = [label for label in self._expected() if label.kind in kinds]
        read = [label for label in read_label(text) if label.kind in kinds]
        fitting = [label for label in expected if label in read]
        may_be_outer = in_capitals or text.isupper()
        must_be_outer = in_capitals and any(label.is_outer for label in read)
        alike = [
            label
            for label in expected
            if look(label.text) == look(text) and (may_be_outer if label.is_outer else not must_be_outer)
        ]
        found = sorted([*fitting, *alike], key=lambda label: in_capitals != label.is_outer)
        if found:
            return found[0]
        if not self.open or any(self._may_follow(label) for label in read):
            return None
        near = [(self._unlike(text, label, in_capitals), i) for i, label in enumerate(expected)]
        least, i = min(near, default=(1.0, 0))
        return expected[i] if least <= _LIKELY else None

    def _expected(self) -> Iterator[Label]:
        """The labels after the open ones, the innermost first, and the first ones of what may begin within them."""
        for label in reversed(self.open):
            yield from _after(label)
        innermost = self.open[-1] if self.open else None
        firsts = [Label("upper", "A", 1), Label("roman", "I", 1), Label("arabic", "1", 1), Label("letter", "a", 1)]
        if innermost and innermost.kind in ("arabic", "decimal"):
            firsts.append(Label("decimal", f"{innermost.text}.1", 1))
        yield from (first for first in firsts if innermost is None or first.depth > innermost.depth)

    def _may_follow(self, read: Label) -> bool:
        """Whether a label that is not due may be right all the same: some numbers were left out, or a list begins anew."""
        if read.order == 1 and read.kind != "roman":
            return True
        return any(
            label.kind == read.kind and _above(label) == _above(read) and 0 < read.order - label.order <= _FORWARD
            for label in self.open
        )

    def _unlike(self, text: str, label: Label, in_capitals: bool) -> float:
        read, wanted = look(text), look(label.text)
        if len(read) < 2 and not (label.kind == "roman" and _ROMAN.fullmatch(text)):  # which loses a stroke easily
            return 1.0
        return Levenshtein.normalized_distance(read, wanted) + (0.1 if in_capitals != label.is_outer else 0.0)


def mended_marks(lines: Iterable[SourceLine]) -> dict[int, Mark]:
    """The marks of recognised lines that were misread, by the place of the line; those that are right are left out."""
    marks: dict[int, Mark] = {}
    labels = Labels()
    for line in lines:
        if line.read_by != "ocr" or line.begins is False or "\t" in line.text:
            continue
        mark = read_mark(line.text)
        if (mark and mark.kind in WORDED) or type_of_line(line.text, True) or appendix_of_line(line.text, True):
            labels = Labels()
        elif mark is None or not mark.is_bullet:
            mended = _mended(labels, line.text, mark)
            if mended is not None:
                marks[line.place] = mended
    return marks


def _mended(labels: Labels, text: str, mark: Mark | None) -> Mark | None:
    """The mark that is due at the start of a line, where another was read or none; `labels` are brought up to date."""
    match = _MARKED.match(text)
    if match is None:
        return None
    words = text[match.end() :]
    label = labels.due(match["label"], _in_capitals(words), _STOPPED[match["stop"]])
    if label is not None and mark is None and look(label.text) != look(match["label"]):
        label = None
    if label is None:
        for read in read_label(match["label"]):
            if mark is not None and read.kind == mark.kind:
                labels.take(read)
        return None
    labels.take(label)
    if mark is not None and (mark.kind, mark.order) == (label.kind, label.order):
        return None
    depth = label.text.count(".") - 1 if label.kind == "decimal" else 0
    return Mark(label.kind, label.text + match["stop"].replace(",", "."), label.order, match.end(), depth)


def _in_capitals(words: str) -> bool:
    """Whether nearly all letters are capitals: a misread one may not be."""
    letters = [c for c in words if c.isalpha()]
    return sum(c.isupper() for c in letters) > _CAPITALS * len(letters)


def _after(label: Label) -> Iterator[Label]:
    """The next label of a sequence; after "d" either "đ" or "e"."""
    order = label.order + 1
    if label.kind == "upper" and order <= len(_UPPER):
        yield Label("upper", _UPPER[order - 1], order)
    elif label.kind == "roman":
        yield Label("roman", roman_numeral(order), order)
    elif label.kind == "arabic":
        yield Label("arabic", str(order), order)
    elif label.kind == "decimal":
        yield Label("decimal", f"{_above(label)}.{order}", order)
    elif label.kind == "letter":
        yield from (
            Label("letter", LETTERS[i], i + 1)
            for i in ((4, 5) if label.text == "d" else (order - 1,))
            if i < len(LETTERS)
        )


def _above(label: Label) -> str:
    return label.text.rpartition(".")[0]
