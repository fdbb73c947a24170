from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from ui.plain import plain_html


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(max_size=80) | st.text(alphabet="<>&\"'/scriptamp;#", max_size=80))
def test_text_never_becomes_markup(text: str) -> None:
    reader = _Reader()
    reader.feed(plain_html(text, "quiet"))
    reader.close()
    assert reader.tags == ["p"]
    assert reader.text == text
