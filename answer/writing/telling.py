"""Whether a text tells what a sentence states: its offices, figures, dates and numbers, its yes or no, whichever language says it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from answer.claims.evidence import read_evidence
from answer.claims.facts import names_office, offices_of
from answer.claims.sentences import split_sentences
from answer.claims.values import missing_value
from answer.claims.wording import english_terms, is_english, support, terms_of, worded
from vietnamese.glossary import Glossary
from vietnamese.text import key

Opening = Literal["yes", "no"]
LEAST_TOLD = 0.5
"""The share of a sentence's terms that a text must hold to tell it, where the sentence has no value to look for."""
_OPENING = re.compile(r"\W*(?:(có|đúng|đúng vậy|vâng|yes)|(?:không|chưa|no))\s*(?:[,.:;!]|\s[–-]\s|$)")
_MARKER = re.compile(r"\s*\[\d+\]")


def without_markers(text: str) -> str:
    """A text as it reads without its markers."""
    return _MARKER.sub("", text)


def opens_with(text: str) -> Opening | None:
    """Whether a text answers yes or no in its first word; None where it does neither ("Có 3 lớp", "No more than …")."""
    found = _OPENING.match(key(text))
    return None if found is None else "yes" if found[1] else "no"


class Told:
    """What a text tells, as far as it can be compared."""

    def __init__(self, text: str, glossary: Glossary) -> None:
        bare = without_markers(text)
        self._glossary = glossary
        self._opening = opens_with(bare)
        self._evidence = replace(read_evidence(bare), words=_words(bare, glossary))

    def contradicts(self, sentence: str) -> bool:
        """Whether one of them says yes and the other no."""
        said = opens_with(sentence)
        return None not in (said, self._opening) and said != self._opening

    def tells(self, sentence: str, names: Sequence[str]) -> bool:
        """Whether the text holds all that a sentence states, the `names` of documents aside, which only say where it is from.

        What the sentence counts before a colon ("these 3 items:") it does not state, nor does it then state anything in words.
        """
        bare = without_markers(sentence)
        for name in names:
            bare = re.sub(re.escape(name), " ", bare, flags=re.IGNORECASE)
        if opens_with(bare) not in (None, self._opening):
            return False
        offices = offices_of(bare, self._glossary)
        if not all(names_office(self._evidence.words, office) for office in offices):
            return False
        if missing_value(bare, [self._evidence], "the text", 0) is not None:
            return False
        if offices or bare.rstrip().endswith(":") or missing_value(bare, [read_evidence("")], "nothing", 0) is not None:
            return True
        share = support(terms_of(bare, self._glossary), self._evidence.words)
        return share is None or share >= LEAST_TOLD


def _words(text: str, glossary: Glossary) -> str:
    """The text worded, with the Vietnamese of what it says in English."""
    said = [s.bare for s in split_sentences(text)]
    translated = {w for s in said if is_english(s) for term in english_terms(s, glossary) for w in term.wordings}
    return f"{worded(text)}| {' | '.join(sorted(translated))} "
