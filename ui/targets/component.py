"""The part of the page that draws figures as buttons in a table or in columns."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ui.style import read_frontend

_targets = st.components.v2.component(
    "targets",
    html='<div class="targets" role="region" tabindex="0"></div>',
    js=read_frontend("table.js", "targets.js"),
    isolate_styles=False,  # its styles are the page's
)


def draw_figures(data: Mapping[str, Any], key: str) -> str | None:
    """Draws the data of `ui.targets.drawn`; the id of the figure that was just pressed."""
    opened: str | None = _targets(key=key, data=dict(data), on_opened_change=lambda: None).opened
    return opened
