"""Who a question for a list is about: whether the register knows somebody of that name, and what it calls them."""

from collections.abc import Collection

from obligations.actors import actor_key, parts_of
from vietnamese.glossary import Glossary
from vietnamese.text import fold

LEAST_SYLLABLES = 2
"""Of a name that tells one office from others: "sở" does not, though every department's name begins so."""


class Names:
    """The names of some actors, looked up by how they begin, in Vietnamese with or without accents or in English."""

    def __init__(self, actors: Collection[str], glossary: Glossary) -> None:
        self._glossary = glossary
        self._beginning: dict[str, dict[str, str]] = {}
        for part in sorted({part for actor in actors for part in (actor, *parts_of(actor))}, key=lambda p: (len(p), p)):
            words = _plain(part)
            for count in range(LEAST_SYLLABLES, len(words) + 1):
                self._beginning.setdefault(" ".join(words[:count]), {}).setdefault(" ".join(words), part)

    def of(self, who: str) -> list[str]:
        """The names, or the parts of them, that begin as `who` does, or as what its English words mean; the shortest first.

        Of two spellings of one name the shorter. Empty where `who` means nobody in particular ("departments").
        """
        english = [e.vi for e in self._glossary.expand_english(who) if e.kind in ("office", "title")]
        forms = (" ".join(_plain(form)) for form in (who, *english))
        found = next((self._beginning[form] for form in forms if form in self._beginning), {})
        return list(found.values())


def _plain(name: str) -> list[str]:
    return fold(actor_key(name)).split()
