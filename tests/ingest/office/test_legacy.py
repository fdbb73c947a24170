"""Text of old Vietnamese fonts, told by its first words."""

from pathlib import Path

import pytest

from index.errors import InputError
from ingest.office.legacy import is_legacy, refuse_legacy

TCVN3 = "§µo t¹o båi d­ìng c¸n bé c«ng chøc"
SOUND = "Đào tạo bồi dưỡng cán bộ công chức"


def test_letters_of_old_fonts() -> None:
    assert is_legacy(TCVN3) and not is_legacy(SOUND) and not is_legacy("")
    assert not is_legacy(f"{SOUND} {SOUND} 12 µm")


def test_a_file_is_refused_by_name_wherever_its_first_words_stand() -> None:
    with pytest.raises(InputError, match=r"x\.txt: the letters are of an old Vietnamese font"):
        refuse_legacy(Path("x.txt"), ["", "\t"] * 1000 + [TCVN3])


def test_only_the_first_words_count() -> None:
    refuse_legacy(Path("x.txt"), [SOUND] * 1000 + [TCVN3] * 1000)
