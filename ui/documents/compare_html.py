"""The changes between two editions as HTML, every text escaped; each change says in words what it is."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from ui.documents.diff import Change, Piece
from ui.words import Words

_AROUND = 1
"""Unchanged paragraphs that are shown on either side of a change."""
_CUT = 160
"""Characters that are shown of an unchanged paragraph."""
_MOST = 1500
"""Changed paragraphs that are drawn at most."""


def comparison_html(changes: Sequence[Change], words: Words) -> str:
    """The changed paragraphs in order; of those that stayed the neighbours, cut short, and how many more there are."""
    out: list[str] = []
    drawn = 0
    groups = [(same, list(group)) for same, group in groupby(changes, key=lambda change: change.kind == "same")]
    for index, (same, group) in enumerate(groups):
        if same:
            out += _unchanged(group, index == 0, index == len(groups) - 1, words)
            continue
        out += [_change(change, words) for change in group[: _MOST - drawn]]
        drawn += len(group)
        if drawn >= _MOST:
            out.append(f'<p class="folded">{escape(words("compare_cut", n=_MOST))}</p>')
            break
    return f'<div class="comparison">{"".join(out)}</div>'


def _unchanged(group: Sequence[Change], first: bool, last: bool, words: Words) -> list[str]:
    head = [] if first else list(group[:_AROUND])
    tail = [] if last else list(group[len(head) :][-_AROUND:])
    folded = len(group) - len(head) - len(tail)
    middle = [f'<p class="folded">{escape(words("compare_folded", n=folded))}</p>'] if folded else []
    return [*map(_neighbour, head), *middle, *map(_neighbour, tail)]


def _neighbour(change: Change) -> str:
    text = change.text if len(change.text) <= _CUT else change.text[:_CUT].rsplit(" ", 1)[0] + " …"
    return f'<p class="same">{escape(text)}</p>'


def _change(change: Change, words: Words) -> str:
    label = f'<span class="kind">{escape(words.name("change_label", change.kind))}</span>'
    text = "".join(map(_piece, change.pieces)) if change.pieces else _whole(change)
    return f'<div class="change {change.kind}">{label}<p>{text}</p></div>'


def _whole(change: Change) -> str:
    tag = {"added": "ins", "removed": "del"}.get(change.kind)
    text = escape(change.text)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _piece(piece: Piece) -> str:
    """Removed words in brackets and struck through, added ones underlined: to be told apart without colour too."""
    text = escape(piece.text)
    if piece.kind == "removed":
        return f"<del>[−{text}]</del>" if piece.text.strip() else text
    if piece.kind == "added":
        return f"<ins>[+{text}]</ins>" if piece.text.strip() else text
    return text
