"""Pieces of a report in HTML: a page that fetches nothing, tables, bars. Whatever is no `Html` is escaped."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from html import escape

from eval.bootstrap import Figure

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --good: #2a7d4f; --bad: #b3392c; --bar: #5b83c4; }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 1rem auto 4rem; max-width: 80rem; padding: 0 1rem; }
.wide { overflow-x: auto; margin: .5rem 0 1.5rem; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
th { background: var(--soft); } th + th, td + td { text-align: right; white-space: nowrap; }
td small, p small, .note { opacity: .75; } svg { display: block; margin: .15rem 0 .2rem auto; }
.track { fill: var(--soft); } .fill { fill: var(--bar); } .whisker { stroke: currentColor; stroke-width: 1.5; }
.beside { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: center; } figure { margin: .5rem 0; }
figure svg { margin: 0; max-width: 100%; height: auto; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
.filters { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; position: sticky; top: 0; padding: .5rem 0;
  background: Canvas; border-bottom: 1px solid var(--line); }
.filters label { display: grid; font-size: .85rem; } select { font: inherit; max-width: 80vw; padding: .3rem; }
details { border-bottom: 1px solid var(--line); padding: .4rem 0; } summary { cursor: pointer; overflow-wrap: anywhere; }
details p, blockquote, pre { overflow-wrap: anywhere; white-space: pre-line; }
blockquote { border-left: 3px solid var(--line); margin: .4rem 0; padding-left: .7rem; }
@media (max-width: 45rem) { table { font-size: .8rem; } th, td { padding: .25rem .4rem; } td small { display: block; } }
pre { background: var(--soft); padding: .6rem; white-space: pre-wrap; }
"""
_WIDTH, _HEIGHT = 90, 8


class Html(str):
    """Text that is markup already; its makers have escaped what it holds."""

    __slots__ = ()


def text(value: object) -> Html:
    """A value as it may stand in a page or in an attribute."""
    return value if isinstance(value, Html) else Html(escape(str(value)))


def joined(parts: Iterable[object]) -> Html:
    """Parts one after the other."""
    return Html("".join(text(p) for p in parts))


def element(tag: str, *content: object, css: str = "", **attributes: object) -> Html:
    """One element; `css` is its class, an underscore in an attribute's name stands for a hyphen."""
    given = ({"class": css} if css else {}) | {name.replace("_", "-"): value for name, value in attributes.items()}
    written = "".join(f' {name}="{text(value)}"' for name, value in given.items())
    return Html(f"<{tag}{written}>{joined(content)}</{tag}>")


def table(heads: Sequence[object], rows: Iterable[Sequence[object]]) -> Html:
    """A table that scrolls by itself where the screen is narrow."""
    head = element("tr", *(element("th", h) for h in heads))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows)
    return element("div", element("table", element("thead", head), element("tbody", *body)), css="wide")


def bar(figure: Figure) -> Html:
    """A share from 0 to 1 as a bar with its interval; nothing where there is no figure."""
    value, low, high = figure["value"], figure["low"], figure["high"]
    if value is None or low is None or high is None:
        return Html("")
    left, right, middle = _across(low), _across(high), _HEIGHT / 2
    return Html(
        f'<svg width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="presentation">'
        f'<rect class="track" width="{_WIDTH}" height="{_HEIGHT}"/>'
        f'<rect class="fill" width="{_across(value)}" height="{_HEIGHT}"/>'
        f'<line class="whisker" x1="{left}" x2="{right}" y1="{middle}" y2="{middle}"/></svg>'
    )


def page(title: str, body: Iterable[object], script: str = "") -> str:
    """A whole page. Its policy lets nothing load and nothing run but `script`, should a text ever slip through unescaped."""
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{allowed}'"
    content = "".join(f"{text(part)}\n" for part in body)
    ending = f"<script>{script}</script>" if script else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text(title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        f"{content}{ending}</body>\n</html>\n"
    )


def _across(share: float) -> str:
    return f"{min(max(share, 0.0), 1.0) * _WIDTH:.1f}"
