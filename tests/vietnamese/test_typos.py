"""Slips of typing mended by what the known texts set beside each other, and what is no slip left alone."""

import pytest

from vietnamese.accents import AccentModel
from vietnamese.typos import TypoMender

KNOWN = (
    "Ban hành kế hoạch bồi dưỡng cán bộ, công chức, viên chức cấp xã. Ai ký kế hoạch này? Quyết định số mấy?",
    "Kinh phí bồi dưỡng cán bộ lấy từ ngân sách. Kế hoạch bồi dưỡng viên chức.",
    "Ban hành quyết định số 15; ban hành kế hoạch số 16; Sở Nội vụ quyết định số lớp; kinh phí đào tạo.",
)


@pytest.fixture(scope="module")
def mender() -> TypoMender:
    return TypoMender(AccentModel.from_texts(KNOWN * 3))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ai ký kế hoạhc này?", "Ai ký kế hoạch này?"),
        ("kinh phí bồi duỡng cán bộ", "kinh phí bồi dưỡng cán bộ"),
        ("Kế hoạch bồi dưỡg viên chưc", "Kế hoạch bồi dưỡng viên chức"),
        ("bna hanh ke hoach", "ban hanh ke hoach"),
        ("ai ky ke hoahc nay", "ai ky ke hoach nay"),
        ("quyet dihn so may", "quyet dinh so may"),
        ("Bna hanh ke hoach", "Ban hanh ke hoach"),
    ],
)
def test_a_slip_beside_a_neighbour_that_knows_the_word(mender: TypoMender, typed: str, meant: str) -> None:
    assert mender.mend(typed) == meant
    assert mender.mend(meant) == meant


@pytest.mark.parametrize(
    "text",
    [
        "hoạhc",  # nothing stands beside it
        "xyzzy kế hoạch",  # like no word
        "Ai ký, ông Nguyễn Văn Hoạhc?",  # a name
        "KẾ HOẠHC",  # capitals are abbreviations
        "kế hoach oanh",  # Vietnamese can spell it: a word that the texts do not hold
        "ở kế hoạch",
        "ke hoach 2106/QĐ-UBND, 15%",
        "bồi dưỡnggg cán bộ",  # more than one slip
        "",
        "🙂",
    ],
)
def test_what_is_no_certain_slip_stays_as_it_was_typed(mender: TypoMender, text: str) -> None:
    assert mender.mend(text) == text


def test_what_is_kept_is_not_mended(mender: TypoMender) -> None:
    assert mender.mend("kế hoạhc, kế hoạhc", [(3, 8)]) == "kế hoạhc, kế hoạch"


def test_a_pair_that_is_seen_too_seldom_speaks_for_nothing() -> None:
    seldom = TypoMender(AccentModel.from_texts(["Ban hành kế hoạch."]))
    assert seldom.mend("ban hành kế hoạhc") == "ban hành kế hoạhc"
