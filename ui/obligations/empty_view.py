"""What is said where no row meets the filters: which of them to drop."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from index.document import Document
from ui.obligations.address import choose
from ui.obligations.choice import Choice
from ui.obligations.labels import number, value_name
from ui.obligations.reading import Reading, ways_out
from ui.plain import show_plain
from ui.words import Words


def show_empty(reading: Reading, choice: Choice, today: date, words: Words) -> None:
    """A button for each way to come to rows again, and one that takes all filters off."""
    show_plain(words("duties_none"), "heading")
    with st.container(key="duties-ways-out", gap="small"):
        for names, count in ways_out(choice, lambda other: reading.count(other.wanted(today))):
            label = drop_words(names, choice, reading.documents, count, words)
            key = f"duties-drop-{'-'.join(names)}"
            st.button(escaped(label), key=key, on_click=choose, args=(choice.without(*names),))
        if choice.active:
            st.button(words("duties_clear"), key="duties-clear-all", on_click=choose, args=(choice.cleared(),))


def drop_words(
    names: Sequence[str], choice: Choice, documents: Mapping[str, Document], count: int, words: Words
) -> str:
    """What a button says that drops some filters: which, and how many rows that gives."""
    parts = [
        words("duties_drop_part", name=words(f"duty_filter.{n}"), value=value_name(n, choice, documents, words))
        for n in names
    ]
    key = "duties_drop.one" if count == 1 else "duties_drop"
    return words(key, names=", ".join(parts), n=number(count, words))


def escaped(text: str) -> str:
    """Text for the label of a button, which Streamlit would read as Markdown."""
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in text)


_SIGNS = frozenset("\\`*_{}[]()<>#+-.!|~:$&")
