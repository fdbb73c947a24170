"""The filters of the list: who and which words first, the others beside them, or behind a button where the window is narrow."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from obligations.obligation import ROLES
from obligations.wanted import Wanted
from ui.filters import province_names
from ui.labels import alphabetical, short_name
from ui.obligations.address import PREFIX, change, hold, take
from ui.obligations.choice import BETWEEN, DEADLINES, LONGEST, Choice
from ui.obligations.labels import deadline_name, document_name
from ui.obligations.reading import Reading
from ui.style import read_frontend
from ui.words import Words

_SUGGESTED = 1000
"""Actors that are suggested; every other one can be typed."""
_MORE = ("role", "documents", "province", "year", "deadline")
_OPEN = "duties_more_open"
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2060, 12, 31)

_box = st.components.v2.component(
    "actor_box",
    html='<div class="actor-box"><label for="actor-box-input"></label><div class="field">'
    '<input id="actor-box-input" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" '
    f'aria-controls="actor-box-list" autocomplete="off" spellcheck="false" maxlength="{LONGEST}">'
    '<button type="button">×</button></div><ul id="actor-box-list" role="listbox" hidden></ul></div>',
    css=read_frontend("actor_box.css"),
    js=read_frontend("actor_box.js"),
    isolate_styles=False,  # so that the label and the list belong to the box for a screen reader
)


def show_filters(reading: Reading, choice: Choice, words: Words) -> None:
    """All filters but the kind, which stands over the list with its counts."""
    with st.container(key="duties-first", horizontal=True):
        with st.container():
            _show_actor(reading, choice, words)
        key = hold("words", choice.words or "", words)
        st.text_input(
            words("duty_filter.words"),
            key=key,
            max_chars=LONGEST,
            placeholder=words("duty_words_hint"),
            on_change=take,
            args=("words", key),
        )
    is_open = bool(st.session_state.get(_OPEN))
    chosen = len([name for name in _MORE if name in choice.active])
    with st.container(key="duties-toggle"):  # seen in a narrow window only
        said = words("duties_less") if is_open else words("duties_more_set" if chosen else "duties_more", n=chosen)
        st.button(said, icon=":material/filter_list:", type="tertiary", on_click=_toggle)
    with st.container(key=f"duties-more-{'open' if is_open else 'closed'}", horizontal=True):
        _show_more(reading, choice, words)


def _toggle() -> None:
    st.session_state[_OPEN] = not st.session_state.get(_OPEN)


def _show_actor(reading: Reading, choice: Choice, words: Words) -> None:
    known = reading.actors(Wanted())[:_SUGGESTED]
    key = f"{PREFIX}actor"
    data = {
        "value": choice.actor or "",
        "options": [(actor.name, actor.english, actor.rows) for actor in known],
        "label": words("duty_filter.actor"),
        "placeholder": words("duty_actor_hint"),
        "suggestions": words("duty_actor_options"),
        "clear": words("duty_actor_clear"),
    }
    _box(key=key, data=data, on_wanted_change=_take_actor)


def _take_actor() -> None:
    wanted = st.session_state[f"{PREFIX}actor"]["wanted"]
    if wanted is not None:
        change(actor=wanted.strip()[:LONGEST] or None)


def _show_more(reading: Reading, choice: Choice, words: Words) -> None:
    documents = reading.documents
    by_name = sorted(documents, key=lambda i: alphabetical(short_name(documents[i])))
    provinces = province_names(documents.values())
    _select("role", ROLES, choice.role, lambda role: words.name("duty_role", role), words)
    key = hold("documents", list(choice.documents), words)
    st.multiselect(
        words("duty_filter.documents"),
        _with_chosen(by_name, *choice.documents),
        format_func=lambda i: document_name(i, documents),
        placeholder=words("duty_any"),
        key=key,
        on_change=take,
        args=("documents", key),
    )

    def province(name: str) -> str:
        now = provinces.get(name, name)
        return name if now == name else words("province_now", old=name, new=now)

    _select("province", list(provinces), choice.province, province, words)
    _select("year", reading.years(), choice.year, str, words)
    _select("deadline", DEADLINES, choice.deadline, lambda code: deadline_name(code, words), words)
    if choice.deadline == BETWEEN:
        for name, day in (("first", choice.first), ("last", choice.last)):
            key = hold(name, day, words)
            st.date_input(
                words(f"duty_{name}"),
                min_value=_FIRST_DAY,
                max_value=_LAST_DAY,
                format="DD/MM/YYYY" if words.language == "vi" else "YYYY-MM-DD",
                key=key,
                on_change=take,
                args=(name, key),
            )


def _select(name: str, options: Sequence[Any], chosen: object, called: Callable[[Any], str], words: Words) -> None:
    key = hold(name, chosen, words)
    st.selectbox(
        words(f"duty_filter.{name}"),
        _with_chosen(options, *([] if chosen is None else [chosen])),
        format_func=called,
        placeholder=words("duty_any"),
        key=key,
        on_change=take,
        args=(name, key),
    )


def _with_chosen(options: Sequence[Any], *chosen: Any) -> list[Any]:
    """The options, and what an address names beside them: it is shown, so that it can be dropped."""
    return [*options, *(value for value in chosen if value not in options)]
