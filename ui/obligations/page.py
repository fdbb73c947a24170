"""The Obligations page: who must do what by when, filtered, with the clause of each row; the actors' index; files of the rows."""

from datetime import date

import streamlit as st

from index.errors import AssistantError
from index.library import Library
from index.settings import Settings, load_settings
from ui.head import show_head
from ui.obligations.actors_view import show_actors
from ui.obligations.address import choose, current_choice, hold, take
from ui.obligations.choice import VIEWS, Choice
from ui.obligations.downloads_view import show_downloads
from ui.obligations.empty_view import show_empty
from ui.obligations.filters_view import show_filters
from ui.obligations.labels import number
from ui.obligations.list_view import show_kinds, show_order, show_rows
from ui.obligations.reading import Reading, reading_of
from ui.obligations.row_view import open_row
from ui.plain import plain_html, show_plain
from ui.resources import open_register
from ui.trouble import show_trouble
from ui.words import Words

_NAMED = 3
"""Actors that are named where what was typed takes in several."""


def show() -> None:
    """The page, from top to bottom."""
    words = show_head("obligations_title", "obligations.css")
    show_plain(words("obligations_intro"), "quiet")
    try:
        library, reading = _open(load_settings(), words)
        if reading.total():
            _show_register(library, reading, current_choice(), words)
        else:
            show_plain(words("duties_empty"), "notice")
    except AssistantError as error:
        show_trouble(error, words)


def _open(settings: Settings, words: Words) -> tuple[Library, Reading]:
    """The library and its register; while documents are read for it, how far that is."""
    place = st.empty()

    def tell(done: int, total: int) -> None:
        with place.container():
            st.progress(done / total, words("duties_reading", n=done + 1, total=total))
            show_plain(words("duties_reading_once"), "quiet")

    try:
        library, register = open_register(settings, tell)
    finally:
        place.empty()
    return library, reading_of(register)


def _show_register(library: Library, reading: Reading, choice: Choice, words: Words) -> None:
    today = date.today()
    show_filters(reading, choice, words)
    counts = reading.kinds(choice.without("kind").wanted(today))
    count = counts[choice.kind] if choice.kind else sum(counts.values())
    with st.container(key="duties-over", horizontal=True, vertical_alignment="center"):
        show_kinds(counts, choice, words)
        _show_view(choice, words)
    with st.container(key="duties-head", horizontal=True, vertical_alignment="center"):
        _show_found(reading, choice, count, words)
        if choice.view == "rows":
            show_order(choice, words)
        show_downloads(library, reading, choice, count, today, words)
    if not count:
        show_empty(reading, choice, today, words)
        return
    if choice.actor:
        _show_understood(reading, choice, today, words)
    if choice.view == "actors":
        show_actors(reading, choice, today, words)
        return
    rows, opened = show_rows(reading, choice, count, today, words)
    if opened is not None:
        open_row(library, rows, opened, today, words)


def _show_view(choice: Choice, words: Words) -> None:
    key = hold("view", choice.view, words)
    st.segmented_control(
        words("duties_view"),
        VIEWS,
        format_func=lambda view: words.name("duties_view", view),
        key=key,
        required=True,
        on_change=take,
        args=("view", key),
        label_visibility="collapsed",
    )


def _show_found(reading: Reading, choice: Choice, count: int, words: Words) -> None:
    """How many rows there are, of how many; a button that takes all filters off."""
    total = reading.total()
    said = words(
        "duties_found_of" if choice.active else "duties_found", n=number(count, words), total=number(total, words)
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(plain_html(said, "quiet"), width="content")
        if choice.active:
            st.button(
                words("duties_clear"),
                key="duties-clear",
                icon=":material/filter_list_off:",
                type="tertiary",
                on_click=choose,
                args=(choice.cleared(),),
            )


def _show_understood(reading: Reading, choice: Choice, today: date, words: Words) -> None:
    """Whom the typed name takes in, where that is not simply this name."""
    found = reading.actors(choice.wanted(today))
    if [actor.name for actor in found] == [choice.actor]:
        return
    names = "; ".join(f"{actor.name} ({number(actor.rows, words)})" for actor in found[:_NAMED])
    if len(found) > _NAMED:
        names = words("duty_and_more", names=names, n=number(len(found) - _NAMED, words))
    show_plain(words("duties_understood", text=choice.actor, names=names), "quiet")
