"""A mark on a vowel that recognition mistakes, put right where Vietnamese has only one reading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.ocr.words import ScannedWord
from vietnamese.text import nfc

_PLAIN, _HATTED = "éèẻẽẹÉÈẺẼẸ", "ếềểễệẾỀỂỄỆ"
_TO_HATTED = str.maketrans(_PLAIN, _HATTED)
# "ie", "ye" and "uye" before another letter are always written with ê; only after "g" does "i" belong to the consonant.
_NO_SUCH = re.compile(rf"(?<=(?<![gG])[iIyY])[{_PLAIN}](?=[cmnptuCMNPTU])")
_TO_DOTTED = str.maketrans("ỉỈ", "iI")
# Tesseract takes "tinh" and "chi" for the far more frequent "tỉnh" and "chỉ": words that go together tell.
_TOGETHER = frozenset(
    {("tỉnh", "thần"), ("tỉnh", "giản"), ("tỉnh", "gọn"), ("chỉ", "phí"), ("chỉ", "tiết"), ("chỉ", "nhánh")}
)
_SPENT = frozenset({"thường", "ngân", "trả", "đầu"})  # "chi thường xuyên", "chi ngân sách"
_SPENDING = frozenset({"phí", "khoản", "toán", "hoạch", "nguồn", "vụ", "mức"})  # "kinh phí", "dự toán", "nhiệm vụ"


def respell(words: Sequence[ScannedWord]) -> tuple[ScannedWord, ...]:
    """The words in the order given; a vowel that no syllable has gets the mark it must have ("QUYÉT" is "QUYẾT"), and so
    does one that no such word has ("tỉnh thần" is "tinh thần").

    Nothing else is mended: what is quoted is what was read.
    """
    spelt = [replace(word, text=_NO_SUCH.sub(_hatted, nfc(word.text))) for word in words]
    plain = ["", *(word.text.strip('.,;:()"“”').lower() for word in spelt), ""]
    return tuple(
        replace(word, text=word.text.translate(_TO_DOTTED)) if _is_hooked(*plain[i : i + 3]) else word
        for i, word in enumerate(spelt)
    )


def _hatted(match: re.Match[str]) -> str:
    return match.group().translate(_TO_HATTED)


def _is_hooked(before: str, word: str, after: str) -> bool:
    """Whether a word got a hook that it cannot have between its neighbours."""
    return (word, after) in _TOGETHER or (word == "chỉ" and before in _SPENDING and after in _SPENT)
