"""How sound a text is: whether its words are spelt as words can be, or are what is left of letters that were not understood."""

import re
import unicodedata
from functools import lru_cache

from vietnamese.syllable import is_syllable
from vietnamese.text import fold, nfc

FEWEST_WORDS = 8
"""A share of fewer words says nothing."""

_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}\"'“”‘’/\\\-–—_+=*|<>%&•…]+")
_CLITIC = re.compile(r"(?<=\w)['’]\w{1,2}\b")  # what English and French hang on a word
_VOWEL = re.compile("[aeiouy]")
_LONGEST_LATIN = 25
# Letters of the old TCVN3 and VNI fonts as they come out when read as Latin-1: none is a letter of Unicode Vietnamese.
_LEGACY = re.compile(r"[µ¶·¸¹º»¼½¾¿ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñöøûüþÿ®©¨ª«¬§]")


def sound_share(text: str) -> float | None:
    """The share (0-1) of words that are Vietnamese syllables or could be words of another Latin language.

    Clean text of either kind has 0.97 and more; text whose letters were torn apart about half. Abbreviations in capitals
    belong to neither side. None where there are too few words to tell.
    """
    judged = [sound for word in _WORD.findall(_CLITIC.sub("", nfc(text))) if (sound := _is_sound(word)) is not None]
    return sum(judged) / len(judged) if len(judged) >= FEWEST_WORDS else None


def legacy_share(text: str) -> float:
    """The share (0-1) of words that hold letters as the old fonts TCVN3 and VNI have them."""
    words = text.split()
    return sum(bool(_LEGACY.search(word)) for word in words) / len(words) if words else 0.0


@lru_cache(maxsize=50_000)
def _is_sound(word: str) -> bool | None:
    """None for an abbreviation, which nothing can be told from."""
    if _is_abbreviation(word):
        return None
    if any(not _is_latin(letter) for letter in word):
        return False
    if len(word) == 1:
        return (fold(word) == word.lower() and bool(_VOWEL.match(word.lower()))) or word in "ởýỞÝàÀ"
    if is_syllable(word):
        return True
    return _VOWEL.search(fold(word)) is not None and len(word) <= _LONGEST_LATIN and _has_plain_letters(word)


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) <= 6 and (len(word) == 1 or not is_syllable(word))


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN ")


def _has_plain_letters(word: str) -> bool:
    """Other languages have few accents in a word; those of Vietnamese vowels stand in syllables only."""
    return sum(a != b for a, b in zip(fold(word), word.lower(), strict=False)) <= 1
