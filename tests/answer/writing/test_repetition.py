"""Texts that go round in a circle, and texts that only look like it."""

import pytest

from answer.writing.repetition import goes_round

PHRASE = "Sở Y tế chủ trì, phối hợp với các cơ quan liên quan. "


@pytest.mark.parametrize(
    "text",
    [
        PHRASE * 4,
        "Kế hoạch có ba phần. " + PHRASE * 4,
        "Kế hoạch có ba phần. " + (PHRASE * 5)[:-20],
        "and " * 25,
        "a" * 100,
        "có đức những trí chính tháp, " * 4,
        "1. Sở Y tế\n" * 10,
        (PHRASE * 5)[:299] * 4,
    ],
)
def test_a_circle(text: str) -> None:
    assert goes_round(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        PHRASE,
        PHRASE * 3,
        PHRASE * 4 + "Hết.",
        "and " * 24,
        "." * 500,
        "| --- " * 100,
        "\n" * 500,
        "".join(f"Năm {year}: mở 3 lớp với 150 người [1].\n" for year in range(2021, 2031)),
        "".join(f"{number}, " for number in range(200)),
        "100 000 000 000 đồng, trong đó 50 000 000 000 đồng là ngân sách tỉnh.",
    ],
)
def test_no_circle(text: str) -> None:
    assert not goes_round(text)


def test_no_beginning_of_a_sound_text_is_taken_for_a_circle() -> None:
    text = "".join(f"Phòng {n} của Sở Y tế mở 3 lớp với 150 người. " for n in ("một", "hai", "ba", "bốn", "năm", "sáu"))
    assert not any(goes_round(text[:end]) for end in range(len(text)))
