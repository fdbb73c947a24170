"""The index of the actors: who has how many rows in how many documents; a press on one lists them all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from obligations.wanted import ActorCount
from ui.obligations.address import choose
from ui.obligations.choice import Choice
from ui.obligations.labels import number
from ui.obligations.list_view import show_list
from ui.obligations.pager import AT_ONCE, last_page, show_pager
from ui.obligations.reading import Reading
from ui.plain import show_plain
from ui.words import Words


def show_actors(reading: Reading, choice: Choice, today: date, words: Words) -> None:
    """A page of the actors of the rows that meet the filters."""
    actors = reading.actors(choice.wanted(today))
    show_plain(words("duties_actors_found", n=number(len(actors), words) if len(actors) != 1 else 1), "quiet")
    page = min(choice.page, last_page(len(actors)))
    shown = actors[(page - 1) * AT_ONCE : page * AT_ONCE]
    heads = [(name, words(f"duty_actor_head.{name}")) for name in ("name", "rows", "documents")]
    opened = show_list("actors", page, heads, actor_rows(shown, words), words)
    show_pager(choice, page, len(actors), words)
    if opened is not None:
        choose(replace(choice, actor=shown[opened].name, view="rows", page=1))
        st.rerun()


def actor_rows(actors: Sequence[ActorCount], words: Words) -> list[dict[str, Any]]:
    """The actors as the list draws them."""
    return [
        {
            "cells": [
                {"name": "name", "lines": _name(actor)},
                {"name": "rows", "lines": [{"style": "number", "text": number(actor.rows, words)}]},
                {"name": "documents", "lines": [{"style": "number", "text": number(actor.documents, words)}]},
            ],
            "label": words("duty_actor_open", name=actor.name),
        }
        for actor in actors
    ]


def _name(actor: ActorCount) -> list[dict[str, str]]:
    small = [{"style": "small", "text": actor.english}] if actor.english else []
    return [{"style": "open", "text": actor.name}, *small]
