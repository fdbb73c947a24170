"""How sound a text is: clean Vietnamese and other languages pass, torn and garbled letters do not."""

from pathlib import Path

import pytest

from index.settings import PROJECT
from vietnamese.quality import legacy_share, sound_share

CLEAN = "Căn cứ Luật Tổ chức chính quyền địa phương; Uỷ ban nhân dân tỉnh ban hành Kế hoạch đào tạo, bồi dưỡng ở huyện"
TORN = (
    "Th ự c hi ệ n Quy ế t đ ị nh s ố 520/QĐ-TTg c ủ a Th ủ t ướ ng Chính ph ủ v ề vi ệ c phê duy ệ t Đ ề án đào t ạ o"
)
TCVN3 = "§µo t¹o, båi d­ìng c¸n bé, c«ng chøc, viªn chøc tØnh B×nh §Þnh giai ®o¹n 2023"
VNI = "Ñaøo taïo, boài döôõng caùn boä, coâng chöùc, vieân chöùc tænh Bình Ñònh"
ENGLISH = "The People's Committee shall approve the training plan of each department and report to the council yearly"


@pytest.mark.parametrize("path", sorted((PROJECT / "corpus").glob("*-*.*")), ids=lambda path: path.stem)
def test_the_corpus_is_sound(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (sound_share(text) or 0) > 0.97
    assert legacy_share(text) < 0.01


@pytest.mark.parametrize("text", [CLEAN, CLEAN.upper(), ENGLISH])
def test_clean_text_is_sound(text: str) -> None:
    assert (sound_share(text) or 0) > 0.95


def test_decomposed_letters_are_sound() -> None:
    import unicodedata

    assert sound_share(unicodedata.normalize("NFD", CLEAN)) == sound_share(CLEAN)


@pytest.mark.parametrize(
    "text",
    [TORN, "\ufffd\ufffdn \ufffdi v\ufffd \ufffdng d\ufffd " * 3, "ҚҖЫ ӮЪ қҗы Ӯъ " * 4],
    ids=["torn", "replaced", "mapped elsewhere"],
)
def test_garbled_text_is_not(text: str) -> None:
    assert (sound_share(text) or 0) < 0.6


@pytest.mark.parametrize("text", [TCVN3, VNI])
def test_letters_of_old_fonts(text: str) -> None:
    assert legacy_share(text) > 0.5


def test_abbreviations_say_nothing() -> None:
    assert sound_share("UBND HĐND QĐ TTg KH BNV SNV VP TW CP QH NQ") is None


def test_few_words_say_nothing() -> None:
    assert sound_share("K Ế HO Ạ CH") is None
    assert legacy_share("") == 0.0
