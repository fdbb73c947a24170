"""How each page begins."""

import pytest
from streamlit.testing.v1 import AppTest

from ui.words import LANGUAGES, Language, Words


def _page() -> None:
    from ui.head import show_head

    show_head("targets_page", "targets.css")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_begins_with_its_title_in_the_language_of_the_address(language: Language) -> None:
    app = AppTest.from_function(_page)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    assert [title.value for title in app.title] == [Words(language)("targets_page")]
    assert app.sidebar.segmented_control(key="language").value == language
