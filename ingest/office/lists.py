"""The numbers that Word puts before paragraphs by itself: they stand nowhere in the file and are counted here."""

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from ingest.office.markup import child, children, is_on, number, value
from ingest.office.numerals import letters, roman
from ingest.office.styles import Numbering

_LEVELS = 9
_DEEPEST = 5  # lists that name one another


class Label(NamedTuple):
    """What stands before a paragraph ("I.", "a)", "Điều 3.", "-"); `glued` where no blank parts it from the text.

    `text` is empty where the list numbers in a way that is not known here. `is_firm` says that the list has a rule that Word
    follows and LibreOffice does not, so that its pages may show another number.
    """

    text: str
    is_bullet: bool = False
    glued: bool = False
    is_firm: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    suffix: str

    @property
    def is_own(self) -> bool:
        """Whether the level counts by a rule that LibreOffice passes over."""
        return self.legal or self.restart is not None


@dataclass(slots=True)
class _List:
    """One list as paragraphs refer to it: the counters that it shares, its levels, and where it begins anew."""

    counters: str
    levels: dict[int, _Level]
    restarts: dict[int, int]
    used: set[int] = field(default_factory=set)

    def start(self, depth: int) -> int:
        """The number that a level begins with, each time."""
        return self.restarts.get(depth, self.levels[depth].start)


@dataclass(slots=True)
class Labels:
    """Counts through a document: `label` is asked once for each numbered paragraph, in order."""

    lists: dict[str, _List] = field(default_factory=dict)
    styles: dict[tuple[str, str], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: etree._Element | None) -> "Labels":
        """From the numbering part, where the file has one."""
        labels = cls()
        if root is None:
            return labels
        abstracts = {value(e, "abstractNumId") or "": e for e in children(root, "abstractNum")}
        numbers = {value(e, "numId") or "": e for e in children(root, "num")}
        for identity, element in numbers.items():
            counters = _followed(value(child(element, "abstractNumId")) or "", abstracts)
            if counters not in abstracts:
                continue
            abstract = abstracts[counters]
            levels = {number(value(e, "ilvl"), 0): _level(e) for e in children(abstract, "lvl")}
            restarts: dict[int, int] = {}
            for override in children(element, "lvlOverride"):
                depth = number(value(override, "ilvl"), 0)
                own = child(override, "lvl")
                if own is not None:
                    levels[depth] = _level(own)
                start = value(child(override, "startOverride"))
                if start is not None:
                    restarts[depth] = number(start, 1)
            labels.lists[identity] = _List(counters, levels, restarts)
            for level in children(abstract, "lvl"):
                style = value(child(level, "pStyle"))
                if style:
                    labels.styles[identity, style] = number(value(level, "ilvl"), 0)
        return labels

    def label(self, numbering: Numbering) -> Label | None:
        """The label of the next paragraph numbered so; None where its list is not there or shows nothing."""
        found = self.lists.get(numbering.list_id)
        depth = numbering.level
        if depth is None:
            depth = self.styles.get((numbering.list_id, numbering.style or ""), 0)
        if found is None or depth not in found.levels:
            return None
        level = found.levels[depth]
        counts = self._counts.setdefault(found.counters, {})
        self._count(found, depth, counts)
        if level.form == "bullet":
            return Label("+" if level.text.strip() == "+" else "-", is_bullet=True)
        if level.form == "none" and "%" not in level.text and not level.text.strip():
            return None
        text = _filled(found, level, depth, counts)
        if text is None:
            return Label("")
        firm = any(i in found.restarts or found.levels[i].is_own for i in found.levels if i <= depth)
        return Label(text.strip(), glued=level.suffix == "nothing", is_firm=firm) if text.strip() else None

    def _count(self, found: _List, depth: int, counts: dict[int, int]) -> None:
        for above in range(depth):
            if above in found.levels and above not in counts:
                counts[above] = found.start(above)
        anew = depth not in counts or (depth in found.restarts and depth not in found.used)
        counts[depth] = found.start(depth) if anew else counts[depth] + 1
        found.used.add(depth)
        for below in [d for d in counts if d > depth]:
            level = found.levels.get(below)
            if level is None or level.restart is None or depth < level.restart:
                del counts[below]


def _filled(found: _List, level: _Level, depth: int, counts: dict[int, int]) -> str | None:
    """The text of a label with its numbers in place; None where one of them has a form that is not known."""
    text = level.text
    for i in range(min(depth, _LEVELS - 1), -1, -1):
        if f"%{i + 1}" not in text:
            continue
        form = found.levels[i].form if i in found.levels else "decimal"
        written = _written(counts.get(i, 1), "decimal" if level.legal else form)
        if written is None:
            return None
        text = text.replace(f"%{i + 1}", written)
    return text


def _followed(identity: str, abstracts: dict[str, etree._Element]) -> str:
    """The list that holds the levels: one made from a list style only names that style's."""
    for _ in range(_DEEPEST):
        link = value(child(abstracts.get(identity), "numStyleLink"))
        if link is None:
            return identity
        homes = (i for i, e in abstracts.items() if value(child(e, "styleLink")) == link)
        identity = next(homes, "")
    return identity


def _level(element: etree._Element) -> _Level:
    restart = value(child(element, "lvlRestart"))
    return _Level(
        number(value(child(element, "start")), 0),
        value(child(element, "numFmt")) or "decimal",
        value(child(element, "lvlText")) or "",
        number(restart, 0) if restart is not None else None,
        bool(is_on(child(element, "isLgl"))),
        value(child(element, "suff")) or "tab",
    )


def _written(count: int, form: str) -> str | None:
    if form == "decimal":
        return str(count)
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "none":
        return ""
    forms = {"lowerLetter": letters, "lowerRoman": roman}
    spelt = forms.get(form.replace("upper", "lower"))
    if spelt is None:
        return None
    text = spelt(count)
    return text.upper() if form.startswith("upper") else text
