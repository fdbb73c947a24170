"""The filters on the page and the address that keeps them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from index.document import Document
from obligations.comparison import units_of, years_of
from obligations.stated import Stated
from ui.filters import province_names
from ui.labels import alphabetical, short_name
from ui.targets.choice import LONGEST, PARAMETERS, VIEWS, Choice
from ui.words import Words

_LAST = "targets_chosen"


def show_choice(figures: Sequence[Stated], documents: Mapping[str, Document], words: Words) -> Choice:
    """The filters and the view; what they are set to. `documents` are those that have figures."""
    names = province_names(documents.values())
    years, units = years_of(figures), units_of(figures)
    choice = current_choice().among(documents, names, years, units)
    st.text_input(
        words("targets_words"),
        key=_hold("words", choice.words),
        placeholder=words("targets_words_hint"),
        max_chars=LONGEST,
        on_change=_take,
        args=("words",),
    )
    by_name = sorted(documents, key=lambda name: alphabetical(short_name(documents[name])))
    labels = {name: words("province_now", old=name, new=now) if name != now else name for name, now in names.items()}
    said = words("targets_filters_set", n=choice.limits) if choice.limits else words("targets_filters")
    with st.expander(said, icon=":material/filter_list:", key="targets_filters"):
        left, right = st.columns(2)
        with left:
            _several("documents", by_name, choice.documents, lambda name: short_name(documents[name]), words)
            _one("year", years, choice.year, words)
        with right:
            _several("provinces", list(names), choice.provinces, labels.__getitem__, words)
            _one("unit", units, choice.unit, words)
    _show_view(choice, words)
    return choice


def current_choice() -> Choice:
    """The choice that the address names. Where another page was looked at meanwhile, which empties the address, the last one."""
    # The state of a widget goes when another page is looked at.
    choice = Choice.read({name: st.query_params.get_all(name) for name in PARAMETERS})
    last = st.session_state.get(_LAST)
    if last is not None and choice == Choice() and _key("view") not in st.session_state:
        choice = last
        choose(choice)
    st.session_state[_LAST] = choice
    return choice


def choose(choice: Choice) -> None:
    """Puts a choice into the address."""
    others = {name: st.query_params.get_all(name) for name in st.query_params if name not in PARAMETERS}
    st.query_params.from_dict(others | choice.address())
    st.session_state[_LAST] = choice


def clear_choice() -> None:
    """Takes every filter off; the view stays."""
    choose(Choice(view=current_choice().view))


def _key(name: str) -> str:
    return f"targets_at_{name}"


def _hold(name: str, value: object) -> str:
    """The key of the widget of a part, which shows `value`; a widget that does already is left alone, for somebody may be typing."""
    key = _key(name)
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def _take(name: str) -> None:
    """Puts what the widget of a part shows into the address."""
    value: Any = st.session_state[_key(name)]
    if name == "words":
        value = " ".join(value.split())
    part: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value}
    choose(replace(current_choice(), **part))


def _several(
    name: str, there: Sequence[str], chosen: Sequence[str], called: Callable[[str], str], words: Words
) -> None:
    st.multiselect(
        words(f"targets_{name}"),
        there,
        format_func=called,
        placeholder=words("filter_any"),
        key=_hold(name, list(chosen)),
        on_change=_take,
        args=(name,),
    )


def _one(name: str, there: Sequence[str] | Sequence[int], chosen: str | int | None, words: Words) -> None:
    st.selectbox(
        words(f"targets_{name}"),
        there,
        index=None,
        placeholder=words("filter_any"),
        key=_hold(name, chosen),
        on_change=_take,
        args=(name,),
    )


def _show_view(choice: Choice, words: Words) -> None:
    st.segmented_control(
        words("targets_view"),
        VIEWS,
        format_func=partial(words.name, "targets_view"),
        key=_hold("view", choice.view),
        required=True,
        on_change=_take,
        args=("view",),
        label_visibility="collapsed",
        wrap=True,
    )
