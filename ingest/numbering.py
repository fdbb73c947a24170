"""The marks that number clauses: Phần, Chương, Mục, Điều, "I.", "1.", "1.1.", "a)", "-", "+"."""

import re
from dataclasses import dataclass
from typing import Literal

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
BULLETS: frozenset[str] = frozenset({"dash", "plus"})

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LETTERS = "abcdđeghiklmnopqrstuvxy"
_WORDED: dict[str, MarkKind] = {
    "phần": "part", "chương": "chapter", "mục": "division", "tiểu mục": "subdivision", "điều": "article",
}  # fmt: skip
_MARK = re.compile(
    r"""(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu[ ]mục|TIỂU[ ]MỤC|Điều|ĐIỀU)[ ]+(?P<number>\d+[a-zđ]?|[IVXLC]+|(?:thứ|THỨ)[ ]\w+)(?P<stop>[.:]|(?=\s|$))\s*
      | (?P<decimal>\d{1,2}(?:\.\d{1,2})+)[.)]?\s+
      | (?P<roman>[IVXLC]{1,7})[.)]\s+
      | (?P<upper>[A-HĐ])[.)]\s+
      | (?P<arabic>\d{1,3})[.)]\s*(?=\D)
      | (?!v\.\s?v\b)(?P<letter>[a-zđ])[.)]\s*(?=\S)
      | (?P<dash>[-–•])\s*(?=\S)
      | (?P<plus>\+)\s*(?=\S)""",
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
    if match["arabic"]:
        return Mark("arabic", text, int(match["arabic"]), match.end())
    if match["letter"]:
        return Mark("letter", text, LETTERS.find(match["letter"]) + 1, match.end())
    return Mark("dash" if match["dash"] else "plus", text, 0, match.end())


def is_reference(line: str) -> bool:
    """Whether a line of running text begins by naming a clause: "Mục V nêu trên", "Điều 5 Nghị định này"."""
    match = _MARK.match(line)
    return match is not None and bool(match["word"]) and _refers(line, match)


def _refers(line: str, match: re.Match[str]) -> bool:
    rest = line[match.end() :]
    return bool(rest) and not match["stop"] and (match["word"].lower() == "điều" or not rest[0].isupper())


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral in capitals ("XIV" is 14)."""
    values = [_ROMAN_VALUES[c] for c in numeral]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _worded_order(number: str) -> int:
    if number[0].isdigit():
        return int(re.sub(r"\D", "", number))
    return roman_value(number) if set(number) <= set(_ROMAN_VALUES) else 0
