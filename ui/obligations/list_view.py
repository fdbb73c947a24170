"""The list on the page: how many rows of each kind, in which order, and a page of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from obligations.obligation import KINDS, Kind, Obligation
from ui.obligations.address import hold, take
from ui.obligations.choice import ORDERS, Choice
from ui.obligations.labels import number
from ui.obligations.pager import AT_ONCE, last_page, show_pager
from ui.obligations.reading import Reading
from ui.obligations.rows import list_data
from ui.style import read_frontend
from ui.words import Words

_ALL = "all"

_list = st.components.v2.component(
    "obligations",
    html='<div class="obligations"></div>',
    css=read_frontend("obligations_list.css"),
    js=read_frontend("obligations.js"),
    isolate_styles=False,  # so that the focus comes back to the row when its clause is closed
)


def show_kinds(counts: Mapping[Kind, int], choice: Choice, words: Words) -> None:
    """How many rows there are of each kind, to choose one of them."""
    key = hold("kind", choice.kind or _ALL, words)
    labels = {_ALL: words("duties_all_kinds", n=number(sum(counts.values()), words))}
    labels |= {kind: f"{words.name('duty_kinds', kind)} {number(counts[kind], words)}" for kind in KINDS}
    st.segmented_control(
        words("duty_filter.kind"),
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        required=True,
        on_change=_take_kind,
        args=(key,),
        label_visibility="collapsed",
        wrap=True,
    )


def _take_kind(key: str) -> None:
    if st.session_state[key] == _ALL:
        st.session_state[key] = None
    take("kind", key)


def show_order(choice: Choice, words: Words) -> None:
    """What the rows are sorted by."""
    key = hold("order", choice.order, words)
    st.selectbox(
        words("duties_order"),
        ORDERS,
        format_func=lambda order: words.name("duties_order", order),
        key=key,
        on_change=take,
        args=("order", key),
        label_visibility="collapsed",
        width=200,
    )


def show_rows(
    reading: Reading, choice: Choice, count: int, today: date, words: Words
) -> tuple[Sequence[Obligation], int | None]:
    """A page of the rows; the rows of it, and the place among them of the one that the reader has just opened."""
    page = min(choice.page, last_page(count))
    order = today if choice.order == "deadline" else None
    rows = reading.rows(choice.wanted(today), order, AT_ONCE, (page - 1) * AT_ONCE)
    heads = [(name, words(f"duty_head.{name}")) for name in ("who", "what", "when", "where")]
    opened = show_list("rows", page, heads, list_data(rows, reading.documents, today, words), words)
    show_pager(choice, page, count, words)
    return rows, opened


def show_list(
    kind: str, page: int, heads: Sequence[tuple[str, str]], rows: Sequence[Mapping[str, Any]], words: Words
) -> int | None:
    """Draws a page of a list; the place in it of the entry that was just pressed. `kind` is a class of the style."""
    data = {
        "kind": kind,
        "label": words(f"duties_view.{kind}"),
        "page": page,
        "heads": [{"name": name, "text": text} for name, text in heads],
        "rows": list(rows),
    }
    opened = _list(key=f"duties-list-{kind}", data=data, on_opened_change=lambda: None).opened
    return opened if isinstance(opened, int) and 0 <= opened < len(rows) else None
