"""The look beyond the theme: constant CSS of our own, no text of documents or people."""

from pathlib import Path

import streamlit as st

FRONTEND = Path(__file__).parent / "frontend"


def read_frontend(*names: str) -> str:
    """A CSS or JavaScript file of ours, or several as one: what a page loads of its own cannot import another file."""
    return "\n".join((FRONTEND / name).read_text(encoding="utf-8") for name in names)


def apply_style() -> None:
    """Puts the page's CSS in place."""
    st.html(FRONTEND / "page.css")
