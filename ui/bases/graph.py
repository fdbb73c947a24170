"""Who names whom as a graph in Graphviz's language: every text in it a quoted string, so that none is read as markup or command."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import shorten, wrap

from index.citing import TYPES, Citations, Cited, State
from index.document import RelationType
from ui.bases.names import address, cited_date, cited_name, held_name
from ui.words import Words

MOST = 60
"""Boxes that are drawn at most: beyond it nobody can follow a line."""
STYLES: Mapping[RelationType, str] = {
    "implements": 'style="bold" penwidth="2.4" color="#1b4f8a"',
    "cites": 'style="solid" color="#566373"',
    "amends": 'style="dashed" color="#8a5a00"',
    "replaces": 'style="solid" color="#a3321f:white:#a3321f"',
    "repeals": 'style="dotted" penwidth="2" color="#a3321f"',
}
"""How the line of each relation is drawn; bases.css draws the legend alike."""
_BOXES: Mapping[State, str] = {
    "held": 'shape="box" style="rounded,filled" fillcolor="#e9f2fb" color="#1b4f8a" fontcolor="#1b4f8a"',
    "withdrawn": 'shape="box" style="rounded,filled,dashed" fillcolor="#f3f5f8" color="#566373" fontcolor="#3d4a59"',
    "missing": 'shape="note" style="filled" fillcolor="#fff1d6" color="#8a5a00" fontcolor="#6b4700"',
}
_ACROSS = 42
"""Letters of a line in a box."""
_LINES = 3
_INCHES = 0.07
"""Width of a letter. Graphviz knows the widths of plain letters only, and makes boxes too small for accented ones."""
_FRAME = 'rankdir="LR" nodesep="0.09" ranksep="1.2" bgcolor="transparent"'
_NODE = 'fontname="sans-serif" fontsize="11" height="0.3" margin="0.06,0.04"'


_Line = tuple[Cited, str, RelationType]
"""A cited document, the id of one that names it, and how."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The graph; how many of all (`total`) relations it shows, between how many naming documents and how many cited ones."""

    dot: str
    shown: int
    total: int
    documents: int
    cited: int


@dataclass(slots=True)
class _Boxes:
    """The boxes of a graph: names are unique, so that each can also name its box to a reader of the drawing."""

    lines: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def add(self, key: str, label: Iterable[str], attributes: str) -> str:
        """The box for a key, made where it is not there yet; its name."""
        if key not in self.names:
            text = list(label)
            name = " ".join(text)
            while name in self.lines:
                name += " ·"
            width = _INCHES * max(len(line) for line in text) + 0.2
            shown = quoted(*text)
            self.names[key] = name
            self.lines[name] = f'{quoted(name)} [label={shown} tooltip={quoted(name)} width="{width:.2f}" {attributes}]'
        return quoted(self.names[key])


def drawing(citations: Citations, words: Words, most: int = MOST) -> Drawing:
    """The graph of the citations, of at most `most` boxes: of the most cited documents and those that name most of them."""
    boxes, lines = _Boxes(), list[str]()
    relations = _relations(citations.cited)
    shown = _most_cited(relations, most)
    for cited, name, kind in shown:
        head = _cited_box(boxes, cited, citations, words)
        lines.append(f"{_held_box(boxes, name, citations, words)} -> {head} [{STYLES[kind]}]")
    frame = ["digraph {", f"graph [{_FRAME}]", f"node [{_NODE}]", 'edge [arrowsize="0.7"]']
    dot = "\n".join([*frame, *boxes.lines.values(), *lines, "}"])
    documents, named = {name for _, name, _ in shown}, {_key(cited) for cited, _, _ in shown}
    return Drawing(dot, len(lines), len(relations), len(documents), len(named))


def _relations(cited: Iterable[Cited]) -> list[_Line]:
    """Every relation once, in the order given, then that of the documents."""
    pairs = ((one, {(m.citing, TYPES.index(m.relation.type)) for m in one.mentions}) for one in cited)
    return [(one, name, TYPES[kind]) for one, found in pairs for name, kind in sorted(found)]


def _most_cited(relations: Sequence[_Line], most: int) -> list[_Line]:
    """The relations between the first cited documents and those that name most of them, for `most` boxes in all.

    Half of the boxes are for each side; what one side does not need is the other's.
    """
    cited = list(dict.fromkeys(_key(one) for one, _, _ in relations))
    naming = {name for _, name, _ in relations}
    if len({*cited, *(f"held {name}" for name in naming)}) <= most:
        return list(relations)
    first = set(cited[: max(most // 2, most - len(naming))])
    near = [line for line in relations if _key(line[0]) in first]
    count = Counter(name for _, name, _ in near)
    chosen = set(sorted(count, key=lambda name: (-count[name], name))[: most - len(first)])
    return [line for line in near if line[1] in chosen]


def _key(cited: Cited) -> str:
    """What tells the boxes of cited documents apart; that of a held one is its own box."""
    first = cited.mentions[0]
    return f"held {cited.document_id}" if cited.document_id else f"{cited.name} {cited.date} {first.citing}"


def _held_box(boxes: _Boxes, name: str, citations: Citations, words: Words) -> str:
    document = citations.documents[name]
    link = f'URL={quoted(address(name, words))} target="_self"'
    state: State = "withdrawn" if document.withdrawn else "held"
    return boxes.add(f"held {name}", _wrapped(held_name(document)), f"{_BOXES[state]} {link}")


def _cited_box(boxes: _Boxes, cited: Cited, citations: Citations, words: Words) -> str:
    if cited.document_id:
        return _held_box(boxes, cited.document_id, citations, words)
    label = _wrapped(cited_name(cited, citations.documents))
    day = cited_date(cited, words)
    if day and len(label[-1]) + len(day) < _ACROSS:
        label[-1] += f", {day}"
    elif day:
        label.append(day)
    return boxes.add(_key(cited), label, _BOXES["missing"])


def _wrapped(text: str) -> list[str]:
    return wrap(shorten(text, _ACROSS * _LINES, placeholder=" …"), _ACROSS) or ["?"]


def quoted(*lines: str) -> str:
    """Lines as a string of Graphviz's language that shows them literally: no quote ends it, no escape or entity is read in it."""
    return '"' + "\\n".join(_literal(line) for line in lines) + '"'


def _literal(text: str) -> str:
    seen = "".join(letter for letter in text if letter.isprintable())
    return seen.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
