"""What a button does that starts a run: it starts, or waits its turn, and the page says which; a fault is said as well."""

import logging

import streamlit as st

from index.errors import AssistantError
from ui.documents.runs import Command, Runs
from ui.plain import show_plain
from ui.trouble import explain
from ui.words import Words

_NEWS = "documents_news"
READ = Command("ingest")
logger = logging.getLogger(__name__)


def start(runs: Runs, command: Command = READ) -> None:
    """Starts a run, or lets it wait for the one that goes on; either is said at the top of the page."""
    try:
        if not runs.ask(command):
            tell("run_queued")
    except OSError as error:
        logger.exception("A run was not started")
        tell("run_not_started", error.strerror or type(error).__name__)


def tell(key: str, reason: str = "") -> None:
    """Keeps something to say for the next time the page is drawn: the key of its words."""
    _news().append((key, reason))


def tell_error(error: AssistantError) -> None:
    """Keeps an error to be explained the next time the page is drawn."""
    _news().append(error)


def _news() -> list[tuple[str, str] | AssistantError]:
    kept: list[tuple[str, str] | AssistantError] = st.session_state.setdefault(_NEWS, [])
    return kept


def show_news(words: Words) -> None:
    """Says once what was kept to be said."""
    for news in _news():
        if isinstance(news, AssistantError):
            show_plain(explain(news, words), "notice")
        else:
            key, reason = news
            show_plain(words(key, reason=reason) if reason else words(key), "update")
    _news().clear()
