"""Conversations that a tab finds again when it is loaded anew: kept in memory for a while, under ids that only their tabs know."""

import time
from collections import OrderedDict
from threading import Lock

import streamlit as st

from ui.session import Conversation, current_conversation
from ui.style import read_frontend

MOST = 200
"""Conversations that are kept; beyond it those go that were looked at longest ago."""
SECONDS = 3600.0
"""For which one is kept after it was last looked at."""
LOOKED = "tab_looked"
"""Set in the session once the tab has said which conversation it had before, or needs none."""

_tab = st.components.v2.component("tab", html="<span></span>", js=read_frontend("tab.js"))


class Cloakroom:
    """Conversations by id. Safe to share between threads."""

    def __init__(self, most: int = MOST, seconds: float = SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._kept: OrderedDict[str, tuple[float, Conversation]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self, conversation: Conversation) -> None:
        """Keeps a conversation, or keeps it longer; what is too old or too much goes."""
        now = time.monotonic()
        with self._lock:
            self._kept[conversation.id] = (now, conversation)
            self._kept.move_to_end(conversation.id)
            while len(self._kept) > self._most or next(iter(self._kept.values()))[0] < now - self._seconds:
                self._kept.popitem(last=False)

    def find(self, conversation_id: str) -> Conversation | None:
        """The conversation of that id, where it is still kept."""
        with self._lock:
            kept = self._kept.get(conversation_id)
        return kept[1] if kept and kept[0] >= time.monotonic() - self._seconds else None


cloakroom = Cloakroom()
"""The one of this process."""


def keep_over_reload() -> None:
    """Keeps this tab's conversation, and brings back the one it had where it was just loaded anew.

    The tab remembers the id in its own storage: no other tab, address or link has it.
    """
    conversation = current_conversation()
    if conversation.begun:
        cloakroom.keep(conversation)
    looked = st.session_state.get(LOOKED, False) or conversation.begun
    with st.container(key="tab"):
        found = _tab(key="tab-id", data={"id": conversation.id, "looked": looked}, on_found_change=lambda: None).found
    if not looked and not isinstance(found, str):
        return  # the tab has not said yet
    st.session_state[LOOKED] = True  # for good: a new conversation must not bring back the old one
    if looked:
        return
    kept = cloakroom.find(found)
    if kept is not None:
        st.session_state["conversation"] = kept
    st.rerun()
