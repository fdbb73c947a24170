"""From page to page of a long list."""

from dataclasses import replace

import streamlit as st

from ui.obligations.address import choose
from ui.obligations.choice import Choice
from ui.obligations.labels import number
from ui.plain import plain_html
from ui.words import Words

AT_ONCE = 25
"""Entries of one page."""


def last_page(count: int) -> int:
    """How many pages so many entries take; one where there are none."""
    return max(1, -(-count // AT_ONCE))


def page_words(page: int, count: int, words: Words) -> str:
    """Which entries a page holds: "26–50 / 359"."""
    first = (page - 1) * AT_ONCE + 1
    last = min(page * AT_ONCE, count)
    return words("duties_page", first=number(first, words), last=number(last, words), n=number(count, words))


def show_pager(choice: Choice, page: int, count: int, words: Words) -> None:
    """The buttons to the page before and after, and where this one stands; nothing where there is only one."""
    last = last_page(count)
    if last == 1:
        return
    with st.container(key="duties-pager", horizontal=True, vertical_alignment="center"):
        for name, icon, to in (
            ("previous", ":material/chevron_left:", page - 1),
            ("next", ":material/chevron_right:", page + 1),
        ):
            st.button(
                words(f"duties_{name}"),
                icon=icon,
                icon_position="left" if name == "previous" else "right",
                key=f"duties-{name}",
                disabled=not 1 <= to <= last,
                on_click=choose,
                args=(replace(choice, page=to),),
            )
            if name == "previous":
                st.html(plain_html(page_words(page, count, words), "quiet"), width="content")
