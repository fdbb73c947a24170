"""The marks that number clauses: Phần, Chương, Mục, Điều, "I.", "1.", "1.1.", "a)", "a1)", "-", "+"."""

import re
from dataclasses import dataclass
from typing import Literal

from vietnamese.ordinals import plain_number, roman_value

MarkKind = Literal[
    "part",
    "chapter",
    "division",
    "subdivision",
    "article",
    "upper",
    "roman",
    "arabic",
    "decimal",
    "letter",
    "dash",
    "plus",
]

# Where a mark stands in the tree: a node goes under the nearest one before it with a smaller rank.
RANKS: dict[MarkKind, int] = {
    "part": 0, "chapter": 1, "division": 2, "subdivision": 3, "article": 6,
    "upper": 4, "roman": 5, "arabic": 10, "decimal": 11, "letter": 30, "dash": 40, "plus": 41,
}  # fmt: skip
WORDED: frozenset[str] = frozenset({"part", "chapter", "division", "subdivision", "article"})
BULLETS: frozenset[str] = frozenset({"dash", "plus"})

LETTERS = "abcdđeghiklmnopqrstuvxy"
_WORDED: dict[str, MarkKind] = {
    "phần": "part", "chương": "chapter", "mục": "division", "tiểu mục": "subdivision", "điều": "article",
}  # fmt: skip
_STEPS: dict[MarkKind, str] = {"arabic": "clause", "decimal": "clause", "letter": "point"}
_CAPITAL = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper())
_CAPITALS = f"[{_CAPITAL}]{{2}}"  # scans lose the blank: "I.MỤC ĐÍCH", which "C.Mác" is not
_MARK = re.compile(
    r"""(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu[ ]mục|TIỂU[ ]MỤC|Điều|ĐIỀU)[ ]+(?P<number>\d+[a-zđ]?|[IVXLC]+[a-zđ]?|(?:thứ|THỨ)[ ]\w+)(?P<stop>[.:]|(?=\s|$))\s*
      | (?P<decimal>\d{1,2}(?:\.\d{1,2})+)[.)]?\s+
      | (?P<roman>[IVXLC]{1,7})[.)](?:\s+|(?=CAPITALS))
      | (?P<upper>[A-HĐ])[.)]\s+
      | (?P<arabic>\d{1,3})[.)]\s*(?=\D)
      | (?P<inserted>\d{1,3}[a-zđ])\.\s+
      | (?!v\.\s?v\b)(?P<letter>[a-zđ])[.)]\s*(?=\S)
      | (?P<subletter>[a-zđ]\d{1,2})\)\s*(?=\S)
      | (?P<dash>[-–•])\s*(?=\S)
      | (?P<plus>\+)\s*(?=\S)""".replace("CAPITALS", _CAPITALS),
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the start of a line: its kind, its own text ("2.1.", "đ)", "Điều 5.") and its place among siblings.

    `order` counts from 1; it is 0 for bullets, which have none. `end` is where the words after the mark begin.
    """

    kind: MarkKind
    text: str
    order: int
    end: int
    depth: int = 0

    @property
    def rank(self) -> int:
        """Depth in the tree; each further point of "1.1.1." is one deeper."""
        return RANKS[self.kind] + self.depth

    @property
    def step(self) -> tuple[str, str]:
        """The mark as one step of an address: its kind and its number, a Roman or worded one in figures ("IV.": "4").

        An Arabic number is a "clause" (khoản) and a letter a "point" (điểm), whatever kind of document they stand in.
        """
        kind = _STEPS.get(self.kind, self.kind)
        number = self.text.rstrip(".:) ").split(" ")[-1]
        return kind, number.lower() if kind == "upper" else plain_number(number)

    @property
    def is_bullet(self) -> bool:
        """Whether the mark is a bullet, which numbers nothing."""
        return self.kind in BULLETS


def read_mark(line: str) -> Mark | None:
    """The mark a line begins with, or None. A date, a document number or a figure at the start is no mark."""
    match = _MARK.match(line)
    if match is None:
        return None
    if match["word"]:
        if _refers(line, match):
            return None
        return Mark(_WORDED[match["word"].lower()], match.group().strip(), _worded_order(match["number"]), match.end())
    text = match.group().strip()
    if match["decimal"]:
        points = match["decimal"].count(".")
        return Mark("decimal", text, int(match["decimal"].rsplit(".", 1)[1]), match.end(), depth=points - 1)
    if match["roman"]:
        return Mark("roman", text, roman_value(match["roman"]), match.end())
    if match["upper"]:
        return Mark("upper", text, "ABCDEFGH".find(match["upper"]) + 1, match.end())
    if match["arabic"] or match["inserted"]:
        return Mark("arabic", text, int(re.sub(r"\D", "", text)), match.end())
    if match["letter"] or match["subletter"]:
        return Mark("letter", text, LETTERS.find(text[0]) + 1, match.end())
    return Mark("dash" if match["dash"] else "plus", text, 0, match.end())


def is_reference(line: str) -> bool:
    """Whether a line of running text begins by naming a clause: "Mục V nêu trên", "Điều 5 Nghị định này"."""
    match = _MARK.match(line)
    return match is not None and bool(match["word"]) and _refers(line, match)


def _refers(line: str, match: re.Match[str]) -> bool:
    rest = line[match.end() :]
    return bool(rest) and not match["stop"] and (match["word"].lower() == "điều" or not rest[0].isupper())


def _worded_order(number: str) -> int:
    return int(re.sub(r"\D", "", plain_number(number)) or 0)
