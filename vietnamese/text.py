"""Normal forms of Vietnamese text: for keeping, for comparing, for indexing and for showing."""

import re
import unicodedata
from itertools import pairwise

_MARKUP = re.compile(r"</?\w+>")
_FOLDED = re.compile(r"[\s|*#]+")
_SYLLABLE = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")

# Old spelling puts the tone of an open oa, oe, uy on the second vowel (hoà, uỷ), new spelling on the first (hòa, ủy).
_TONE_PAIRS = {
    old: new
    for olds, news in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
_OLD_TONE = re.compile(rf"(?<!q)({'|'.join(_TONE_PAIRS)})(?![^\W\d_])")


def nfc(text: str) -> str:
    """Composed Unicode: many files spell a letter as a base and separate marks, which no comparison survives."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without tone and vowel marks, đ as d: what people type who type no accents. Length is kept for NFC text."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("ð", "d")


def fold_markup(text: str) -> str:
    """The two sides of "verbatim": NFC with tags, Markdown marks, cell bars and white space each made one space."""
    return _FOLDED.sub(" ", _MARKUP.sub(" ", nfc(text))).strip()


def squeeze(text: str) -> str:
    """Letters and digits alone, NFC, lower case: what is left of a text whatever its line breaks, blanks and marks."""
    return "".join(c for c in nfc(text).lower() if c.isalnum())


def key(text: str) -> str:
    """The form words are compared in: NFC, lower case, Eth as đ, one tone placement. Never shown to anyone."""
    lowered = nfc(text).lower().replace("ð", "đ")
    return _OLD_TONE.sub(lambda m: _TONE_PAIRS[m.group(1)], lowered)


def syllables(text: str) -> list[str]:
    """The syllables and numbers of a text in the form of `key`, numbers without leading zeros ("03" is "3")."""
    return [s.lstrip("0") or s if s.isdigit() else s for s in _SYLLABLE.findall(key(text))]


def _with_bigrams(words: list[str]) -> list[str]:
    return words + [f"{a}_{b}" for a, b in pairwise(words)]


def index_tokens(text: str) -> list[str]:
    """Tokens of a passage for BM25: accented syllables and pairs, then the same folded, marked with "~"."""
    words = syllables(text)
    return _with_bigrams(words) + [f"~{t}" for t in _with_bigrams([fold(w) for w in words])]


def query_tokens(text: str, accented: bool) -> list[str]:
    """Tokens of a question: both kinds when it is typed with accents, the folded ones alone when it is not."""
    if accented:
        return index_tokens(text)
    return [f"~{t}" for t in _with_bigrams([fold(w) for w in syllables(text)])]


def has_accents(text: str) -> bool:
    """Whether a text holds any letter that only Vietnamese spelling with marks has."""
    return fold(text) != nfc(text).lower()


def tidy(text: str) -> str:
    """A quote for the eye: markup's leftover blanks before punctuation and inside brackets closed, spaces single."""
    text = _SPACE.sub(" ", text)
    return re.sub(r"\s+([,.;:!?)\]”])", r"\1", re.sub(r"([(\[“])\s+", r"\1", text)).strip()
