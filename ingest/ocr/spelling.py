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


def respell(words: Sequence[ScannedWord]) -> tuple[ScannedWord, ...]:
    """The words in the order given; a vowel that no syllable has gets the mark it must have ("QUYÉT" is "QUYẾT").

    Nothing else is mended: what is quoted is what was read.
    """
    return tuple(replace(word, text=_NO_SUCH.sub(_hatted, nfc(word.text))) for word in words)


def _hatted(match: re.Match[str]) -> str:
    return match.group().translate(_TO_HATTED)
