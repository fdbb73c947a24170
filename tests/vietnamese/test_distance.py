"""The distance between recognised words and those that were meant."""

from hypothesis import given
from hypothesis import strategies as st

from vietnamese.distance import nearest_distance

SPAN = "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính"


def test_a_text_that_holds_the_span_is_at_no_distance_whatever_its_blanks() -> None:
    assert nearest_distance(SPAN, "2. Sở Nội vụ chủ trì,\nphối hợp với | Sở Tài chính. Hết") == 0


def test_one_misread_letter_is_one_edit() -> None:
    assert nearest_distance(SPAN, f"1. {SPAN.replace('trì', 'tri')} tham mưu") == 1 / sum(c.isalnum() for c in SPAN)


def test_other_words_are_far() -> None:
    assert nearest_distance(SPAN, "Kinh phí thực hiện kế hoạch này do ngân sách tỉnh bảo đảm theo quy định.") > 0.5


def test_a_text_shorter_than_the_span_lacks_the_rest() -> None:
    assert nearest_distance("abcd", "ab") == 0.5


@given(st.text(), st.text())
def test_it_is_a_share(span: str, text: str) -> None:
    assert 0 <= nearest_distance(span, text) <= 1
