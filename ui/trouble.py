"""Errors on the page: what each means in the page's language, with its own words as detail, and the command that helps."""

import re
from html import escape

import streamlit as st

from index.errors import AssistantError, IndexMissing
from ui.plain import show_plain
from ui.words import PARAMETER, TABLE, Words

_COMMAND = re.compile(r"`((?:python|make) [^`]+)`")


def explain(error: AssistantError, words: Words) -> str:
    """What an error means, and on a line below its own text (English, with the path or setting); that alone for other kinds."""
    meaning = f"error.{type(error).__name__}"
    return f"{words(meaning)}\n{words('detail', text=error)}" if meaning in TABLE else str(error)


def remedy(error: AssistantError) -> str | None:
    """The command that an error's text names as the remedy, where it names one."""
    command = _COMMAND.search(str(error))
    return command[1] if command else None


def show_trouble(error: AssistantError, words: Words) -> None:
    """A page that says why nothing can be shown, and what to do."""
    st.header(words("cannot_start"), anchor=False)
    show_plain(explain(error, words), "notice")
    command = remedy(error)
    empty = isinstance(error, IndexMissing)
    if empty:
        st.html(f'<a href="documents?{PARAMETER}={words.language}">{escape(words("documents_go"))}</a>')
    if command:
        st.write(words("or_run_this" if empty else "run_this"))
        st.code(command, language="bash")
    st.button(words("try_again"), icon=":material/refresh:")
