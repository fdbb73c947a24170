"""Whether the passages speak of what a sentence says at all: a claim from elsewhere has words that none of them holds."""

import re
from collections.abc import Sequence

from answer.claims.ties import values_of
from answer.claims.wording import Term, expansions_by_span, holds, is_english, listed, support, terms_of, wordings_of
from vietnamese.glossary import Glossary
from vietnamese.text import has_accents, nfc

SUPPORT_VI, SUPPORT_EN = 0.4, 0.25
"""The least share of a sentence's terms that its passages hold. English goes through the glossary, which knows less; in a sentence
with figures, which were all found, fewer words tell."""
SUPPORT_WITH_VALUES = 0.7
"""The share from which a sentence with figures, dates or numbers that were all found is taken as supported in all its parts."""
PART_VI = 0.2
"""The least share for a part of a Vietnamese sentence between stops, if it has words enough of its own."""
PART_WEIGHT = 3.0
"""The weight of terms from which a part is looked at by itself."""
FOREIGN_RUN = 4.5
"""So many English words in a row of which the passages hold none are a claim from elsewhere; a word that the glossary does not know
counts half."""
_SMALL_WORDS = frozenset(
    listed(
        "the of and to in is are for be by on at an or as it its this that with from not no may can must has have a each every year years day "
        "days month months at least at most no more than less fewer which who whom whose those these they them their he she also so such when "
        "where while during within before after since until under over between into out up down about other others another any all both either "
        "then there what how if but only own same will would could should been being were was do does did through itself itself themselves "
        "one two three four five six seven eight nine ten january february march april may june july august september october november december "
        "dated including people no mr mrs ms following include includes take place takes taken"
    )
)


def unsupported(text: str, terms: Sequence[Term], words: str, glossary: Glossary) -> str | None:
    """The part of a sentence that the worded passages do not speak of ("this" for the whole); None where they speak of all of it."""
    english = is_english(text)
    share = support(terms, words)
    if english:
        run = _foreign_run(text, words, glossary)
        if run:
            return f"“{run}”"
    elif share is not None and values_of(text) and share >= SUPPORT_WITH_VALUES:
        return None
    least = SUPPORT_EN if english or values_of(text) else SUPPORT_VI
    if share is not None and share < least and len(terms) > (2 if english else 1):
        return "this"
    return None if english else _foreign_part(text, words, glossary)


def _foreign_part(text: str, words: str, glossary: Glossary) -> str | None:
    for part in _parts(text):
        own = terms_of(part, glossary)
        share = support(own, words)
        if share is not None and share < PART_VI and sum(t.weight for t in own) >= PART_WEIGHT:
            return f"“{part.strip()[:60]}”"
    return None


def _parts(text: str) -> list[str]:
    """The parts of a sentence between its stops; what only leads to a list ("…:") is none."""
    inner = re.sub(r"^[^:]{0,120}:\s", "", text)
    return [p for p in re.split(r"[,;:()]|\s[–—-]\s", inner) if len(p.split()) > 3]


def _foreign_run(text: str, words: str, glossary: Glossary) -> str | None:
    """The first run of English words long enough of which the passages hold none."""
    plain = nfc(text)
    state: dict[int, bool] = {}
    for (start, end), found in expansions_by_span(text, glossary).items():
        held = holds(words, wordings_of(found))
        for match in re.finditer(r"[A-Za-z][\w'’]*", plain[start:end]):
            state[start + match.start()] = held
    run: list[tuple[int, int]] = []
    length = 0.0
    for match in re.finditer(r"(?<![\w/-])[A-Za-z][A-Za-z'’-]*(?![\w/])", plain):
        word = match.group()
        if word.lower() in _SMALL_WORDS or has_accents(word):
            continue
        if any(state.get(at) for at in range(*match.span())) or f" {word.lower()} " in words:
            run, length = [], 0.0
            continue
        run.append(match.span())
        length += 1.0 if match.start() in state else 0.5
        if length >= FOREIGN_RUN:
            return plain[run[0][0] : run[-1][1]][:60]
    return None
