"""Styles of a Word document: what a paragraph or a run has of its own, and what it inherits."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.office.markup import child, children, is_on, name_of, number, value

_DEEPEST = 20  # styles on one another; Word allows ten, and damaged files have rings
_UPRIGHT = frozenset({"left", "right", "start", "end", "insideV"})
_CONTENTS = ("toc ", "table of figures")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The list and the level (from 0) that number a paragraph; a `level` of None is the one that the list ties to its style."""

    list_id: str
    level: int | None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document, by their ids."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)
    default: str | None = None

    @classmethod
    def read(cls, root: etree._Element | None) -> "Styles":
        """From the styles part, where the file has one."""
        if root is None:
            return cls()
        by_id = {value(style, "styleId") or "": style for style in children(root, "style")}
        paragraphs = (i for i, style in by_id.items() if value(style, "type") == "paragraph")
        return cls(by_id, next((i for i in paragraphs if value(by_id[i], "default") in ("1", "true")), None))

    def chain(self, style: str | None) -> Iterator[tuple[str, etree._Element]]:
        """A style and those it is based on, the nearest first."""
        for _ in range(_DEEPEST):
            element = self.by_id.get(style or "")
            if style is None or element is None:
                return
            yield style, element
            style = value(child(element, "basedOn"))

    def of_paragraph(self, paragraph: etree._Element) -> str | None:
        """The id of a paragraph's style."""
        return value(child(paragraph, "pPr", "pStyle")) or self.default

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is a line of a table of contents, which only repeats headings."""
        names = (value(child(style, "name")) or "" for _, style in self.chain(self.of_paragraph(paragraph)))
        return any(name.lower().startswith(_CONTENTS) for name in names)

    def numbering(self, paragraph: etree._Element) -> Numbering | None:
        """What numbers a paragraph: its own property, else that of its style. List 0 says that nothing does."""
        style = self.of_paragraph(paragraph)
        stated = _numbering(child(paragraph, "pPr", "numPr"), None)
        inherited = next(
            (found for name, e in self.chain(style) if (found := _numbering(child(e, "pPr", "numPr"), name))), None
        )
        if stated is None:
            stated = inherited
        elif stated.list_id == "":
            stated = Numbering(inherited.list_id if inherited else "0", stated.level)
        return stated if stated is not None and stated.list_id not in ("", "0") else None

    def is_set(self, name: str, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a switch of the type ("caps", "vanish") is on for a run: by itself, its style or its paragraph's."""
        own = is_on(child(run, "rPr", name))
        if own is not None:
            return own
        for style in (value(child(run, "rPr", "rStyle")), self.of_paragraph(paragraph)):
            for _, element in self.chain(style):
                inherited = is_on(child(element, "rPr", name))
                if inherited is not None:
                    return inherited
        return False

    def has_borders(self, table: etree._Element) -> bool:
        """Whether upright lines are drawn beside or between the columns of a table."""
        stated = child(table, "tblPr", "tblBorders")
        styles = (e for _, e in self.chain(value(child(table, "tblPr", "tblStyle"))))
        inherited = (b for e in styles if (b := child(e, "tblPr", "tblBorders")) is not None)
        borders = stated if stated is not None else next(inherited, None)
        if _is_drawn(borders):
            return True
        cells = (c for row in table.iter("{*}tc") for c in (child(row, "tcPr", "tcBorders"),))
        return any(_is_drawn(cell) for cell in cells)


def _numbering(properties: etree._Element | None, style: str | None) -> Numbering | None:
    if properties is None:
        return None
    level = value(child(properties, "ilvl"))
    return Numbering(value(child(properties, "numId")) or "", number(level, 0) if level or not style else None, style)


def _is_drawn(borders: etree._Element | None) -> bool:
    """Whether lines part the columns; one above or below a signature is drawn in many heads."""
    if borders is None:
        return False
    return any(name_of(side) in _UPRIGHT and value(side) not in ("none", "nil", None) for side in borders)
