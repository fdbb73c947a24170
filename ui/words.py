"""All words of the interface, Vietnamese and English, and the language that the reader chose."""

from typing import Literal, get_args

import streamlit as st

from ui.wording import bases, chat, citations, documents, evaluation, frame, obligations, targets

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_NAMES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}
PARAMETER = "lang"
"""The query parameter of the address that keeps the language, so that a link and a reload keep it too."""
_LAST = "last_language"

PARTS = (frame, chat, citations, documents, evaluation, obligations, targets, bases)
TABLE: dict[str, tuple[str, str]] = {key: said for part in PARTS for key, said in part.TABLE.items()}


class Words:
    """The interface's words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._column = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """The words `key`, filled in; those of `key`.one where there are any and `n` is 1."""
        one = f"{key}.one"
        text = TABLE[one if values.get("n") == 1 and one in TABLE else key][self._column]
        return text.format(**values) if values else text

    def name(self, group: str, code: str) -> str:
        """What a code is called, as `metric.refuse_f1`; the code itself where it has no name."""
        return self(f"{group}.{code}") if f"{group}.{code}" in TABLE else code


def read_language(value: str | None) -> Language:
    """The language that a query parameter names; Vietnamese where it names none."""
    return "en" if value == "en" else "vi"


def chosen_language() -> Language:
    """The language of this page: that of its address, else the last one of this tab, for a change of page empties the address."""
    asked = st.query_params.get(PARAMETER)
    language = read_language(st.session_state.get(_LAST) if asked is None else asked)
    if asked is None and language != LANGUAGES[0]:
        st.query_params[PARAMETER] = language
    st.session_state[_LAST] = language
    return language


def show_language_switch(words: Words) -> None:
    """The switch between the languages; it changes the address and keeps the conversation."""
    st.segmented_control(
        words("language"),
        LANGUAGES,
        default=words.language,
        required=True,
        format_func=LANGUAGE_NAMES.__getitem__,
        key="language",
        on_change=_switch,
        label_visibility="collapsed",
    )


def _switch() -> None:
    st.query_params[PARAMETER] = st.session_state["language"]
