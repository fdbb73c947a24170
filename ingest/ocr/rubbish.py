"""What recognition makes of stamps, signatures, rules and specks, taken out of the words of a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from ingest.layout.boxes import shared_height, shared_width
from ingest.ocr.words import ScannedLine, ScannedWord, mean_confidence
from vietnamese.syllable import is_syllable

_RULE = re.compile(r"[-—–_=~|¦/\\.,:;'`´ˆ^*+<>«»“”\"()\[\]{}]{2,}|[—_=|¦ˆ^~]")
_ENDS = re.compile(r"[.;:,!?…/)\]”\"]+|\.{3,}")  # marks that stand alone where type is spaced out
_LETTERS = re.compile(r"[^\W\d_]+")
_SINGLE = re.compile(r"[^\W_]")
_DASHES = frozenset("-–+•*")

_MISREAD_DASHES = frozenset({"~", "—", "--", "_", "-—", "—-"})  # before an item of a list

_GUESS = 0.35  # below it, what is no syllable and no number is a guess at something that is no type
_NOTHING = 0.1  # below it nothing is kept
_UNSURE = 0.5
_SURE_LINE = 0.6
_SURE_SIGNED = 0.75
_SEVERAL = 4  # words
_ECHO = 0.7  # of a letter's box that lies within another word's
_LOW = 0.3  # times the page's usual height of words
_SENSE = 0.5  # of a line's letters that are in syllables
_TALL = 2.2  # times the page's usual height of words


def without_rubbish(words: Iterable[ScannedWord]) -> tuple[ScannedWord, ...]:
    """The words of a page that may be type, in their order; what stands within a line of type is, however unsure."""
    words = tuple(words)
    usual = median([word.height for word in words if word.confidence >= _UNSURE] or [0.0])
    lines: dict[tuple[int, ...], list[ScannedWord]] = {}
    for word in words:
        if word.text in _MISREAD_DASHES and word.line not in lines and word.width <= usual:
            word = replace(word, text="-")
        if _is_speck(word, usual) or _is_echo(word, words):
            continue
        if not _is_rule(word) and (word.confidence >= _UNSURE or word.height <= _TALL * usual):
            lines.setdefault(word.line, []).append(word)
    return tuple(word for line in lines.values() for word in _trimmed(line))


def makes_sense(line: ScannedLine) -> bool:
    """Whether a line is worth keeping: it has letters or digits, and certainty, or many Vietnamese syllables."""
    if not any(c.isalnum() for c in line.text):
        return False
    if line.confidence >= _SURE_LINE:
        return True
    return line.confidence >= _GUESS and len(line.words) >= _SEVERAL and sense(line.words) >= _SENSE


def is_signed(line: ScannedLine) -> bool:
    """Whether a line of a signature block is type, and not what a seal and a signature look like."""
    return line.confidence >= _SURE_SIGNED and sense(line.words) >= _SENSE


def _trimmed(line: Sequence[ScannedWord]) -> Sequence[ScannedWord]:
    """A line without guesses at its ends that stand off from it, or without any guess where it is no line of type."""
    if mean_confidence(line) < _SURE_LINE or len(line) < _SEVERAL:
        return [word for word in line if not _is_guess(word)]
    height = median(word.height for word in line)
    start, end = 0, len(line)
    while start < end - 1 and _is_guess(line[start]) and line[start + 1].left - line[start].right > height:
        start += 1
    while end > start + 1 and _is_guess(line[end - 1]) and line[end - 1].left - line[end - 2].right > height:
        end -= 1
    return line[start:end]


def _is_echo(word: ScannedWord, words: Sequence[ScannedWord]) -> bool:
    """Whether a single letter or digit is part of a longer word, which recognition read as well."""
    if _SINGLE.fullmatch(word.text) is None:
        return False
    return any(len(other.text) > 1 and _inside(word, other) for other in words)


def _inside(word: ScannedWord, other: ScannedWord) -> bool:
    across, down = shared_width(word.box, other.box), shared_height(word.box, other.box)
    return min(across, down) > 0 and across * down > _ECHO * word.width * word.height


def sense(words: Sequence[ScannedWord]) -> float:
    """The share (0-1) of the letters and digits of some words that stand in what could be Vietnamese syllables."""
    runs = [run for word in words for run in _LETTERS.findall(word.text)]
    total = sum(c.isalnum() for word in words for c in word.text)
    return sum(len(run) for run in runs if len(run) > 1 and is_syllable(run)) / total if total else 0.0


def _is_speck(word: ScannedWord, usual: float) -> bool:
    """Whether letters or digits were read into something far lower than any."""
    return word.height < _LOW * usual and any(c.isalnum() for c in word.text)


def _is_rule(word: ScannedWord) -> bool:
    """Whether a "word" is a rule, a frame or the like."""
    return _RULE.fullmatch(word.text) is not None and word.text not in _DASHES and not _ENDS.fullmatch(word.text)


def _is_guess(word: ScannedWord) -> bool:
    """Whether recognition found no word there, but had to say something."""
    if word.confidence < _NOTHING:
        return True
    if not any(c.isalnum() for c in word.text):
        return word.confidence < (_GUESS if word.text in _DASHES or _ENDS.fullmatch(word.text) else _UNSURE)
    plain = word.text.strip(".,;:()\"“”'")
    return word.confidence < _GUESS and not is_syllable(plain) and not plain.isdigit()
