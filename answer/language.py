"""In which language a question is asked: Vietnamese, Vietnamese typed without accents, or English."""

import re

from answer.reply import Language
from vietnamese.offices import expand_abbreviations
from vietnamese.provinces import find_provinces_folded
from vietnamese.syllable import is_foreign
from vietnamese.text import fold, has_accents, nfc, syllables

FOREIGN = 0.28
"""Share of words that no Vietnamese syllable spells from which a text is English. Of 983 English questions (the project's and two
public sets) all have .42 and more; of 1,885 Vietnamese ones, with an English word or a slip here and there, all have .15 and less.
"""
FEWEST_WORDS, STRAY = 4, 0.15
"""Words in small letters, and the share of them with accents, up to which a text with accents in its names counts as typed without:
of 1,128 questions typed with accents (the project's and a public set) all have more.
"""
_NUMBERS = re.compile(r"\S*/\S*")  # "101/2017/NĐ-CP" is the same in any language
_ROMAN = re.compile(r"\b(?:[IVXLC]{2,7}|[VX])\b")
_NAME = re.compile(r"\b[^\W\d_]\w*\b")


def detect_language(text: str) -> Language:
    """The language of `text`, by how its words are spelt; names of places and offices count for none."""
    words = [w for w in syllables(_without_names(text)) if not w.isdigit()]
    if words and sum(w == fold(w) and is_foreign(w) for w in words) >= FOREIGN * len(words):
        return "en"
    if has_accents(text) and not _names_alone_have_accents(text):
        return "vi"
    return "vi_unaccented" if any(not w.isdigit() for w in syllables(_NUMBERS.sub(" ", text))) else "vi"


def _names_alone_have_accents(text: str) -> bool:
    """Whether a text was typed without accents but for its names ("so sanh muc tieu cua Sóc Trăng va Bình Định")."""
    text = nfc(text)
    for place in reversed(find_provinces_folded(text)):
        text = f"{text[: place.start]} {text[place.end :]}"
    words = [w for w in _NAME.findall(_NUMBERS.sub(" ", text)) if w.islower()]
    return len(words) >= FEWEST_WORDS and sum(map(has_accents, words)) <= STRAY * len(words)


def _without_names(text: str) -> str:
    """The words that tell a language: no document numbers, Roman numerals, abbreviations, provinces, nor names with accents and capitals."""
    text = _ROMAN.sub(" ", _NUMBERS.sub(" ", nfc(text)))
    for place in reversed(find_provinces_folded(text)):
        text = f"{text[: place.start]} {text[place.end :]}"
    return _NAME.sub(lambda m: " " if _is_name(m.group()) else m.group(), text)


def _is_name(word: str) -> bool:
    return (word[0].isupper() and has_accents(word)) or expand_abbreviations(word) != word
