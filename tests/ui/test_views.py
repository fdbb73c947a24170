"""The switch between the parts of a page."""

import pytest
from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from ui.views import choose_view
    from ui.words import Words

    st.text(choose_view(("graph", "missing"), "switch", "bases_view", Words("en")))


@pytest.mark.parametrize(("asked", "shown"), [(None, "graph"), ("missing", "missing"), ("nowhere", "graph")])
def test_the_address_names_the_part_to_show_first(asked: str | None, shown: str) -> None:
    app = AppTest.from_function(_page)
    if asked:
        app.query_params["view"] = asked
    app.run()
    assert not app.exception
    assert app.text[0].value == shown


def test_a_choice_goes_into_the_address() -> None:
    app = AppTest.from_function(_page).run()
    app.segmented_control(key="switch").set_value("missing").run()
    assert not app.exception
    assert app.text[0].value == "missing" and app.query_params["view"] in ("missing", ["missing"])
