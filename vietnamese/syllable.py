"""The shape of a Vietnamese syllable: what the language can spell, with or without accents."""

import re

from vietnamese.text import fold

# An onset, a nucleus of one to three vowels, a coda. Foreign words rarely fit: "plan" begins with two consonants that no
# syllable begins with, "training" is longer than any, "staff" ends in what none ends in.
_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx]"
_NUCLEUS = "uye|uya|uyu|ieu|yeu|uoi|uou|oai|oay|oeo|uay|[aeiouy]{1,2}"
_CODA = "ch|ng|nh|[cmnpt]"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_NUCLEUS})(?:{_CODA})?")
_VOWEL = re.compile("[aeiouy]")


def is_syllable(word: str) -> bool:
    """Whether a word, in any case and with or without accents, is spelt as a Vietnamese syllable can be."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


def is_foreign(word: str) -> bool:
    """Whether a word is spelt as no Vietnamese syllable is; an abbreviation without a vowel ("tp", "dc") is of no language."""
    return _VOWEL.search(fold(word)) is not None and not is_syllable(word)
