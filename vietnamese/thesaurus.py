"""Plain Vietnamese words and the official ones that documents use for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vietnamese.text import key, syllables
from vietnamese.wordlist import read_word_list

DEFAULT_PATH = Path(__file__).resolve().parent.parent / "prompts" / "thesaurus.yaml"


class ThesaurusError(ValueError):
    """A thesaurus file that cannot be used; the message names the file, the entry and the remedy."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words found in a question, at syllables `first` to `end` (exclusive), and what documents call them."""

    first: int
    end: int
    means: tuple[str, ...]


class Thesaurus:
    """Looks up the longest plain words in a question."""

    def __init__(self, meanings: Mapping[tuple[str, ...], tuple[str, ...]]) -> None:
        self._meanings = meanings
        self._longest = max(map(len, meanings), default=0)

    @classmethod
    def load(cls, path: Path | None = None) -> "Thesaurus":
        """Reads a thesaurus file, by default the project's own. Raises ThesaurusError with the entry and the remedy."""
        source = path or DEFAULT_PATH
        entries = read_word_list(source)
        meanings: dict[tuple[str, ...], tuple[str, ...]] = {}
        for number, entry in enumerate(entries, 1):
            if not isinstance(entry, dict) or set(entry) != {"say", "means"}:
                raise ThesaurusError(f"{source}: entry {number} must be {{say: [words], means: [words]}}.")
            means = tuple(str(m) for m in entry["means"])
            for said in entry["say"]:
                words = tuple(syllables(str(said)))
                meanings[words] = (*meanings.get(words, ()), *(m for m in means if key(m) != key(str(said))))
        return cls(meanings)

    def phrases(self) -> list[str]:
        """Everything that people say, as the file spells it in lower case: how everyday Vietnamese is accented."""
        return [" ".join(words) for words in self._meanings]

    def find(self, words: list[str]) -> list[Synonyms]:
        """The plain words among the syllables of a question (`vietnamese.text.syllables`), longest first, none overlapping."""
        found: list[Synonyms] = []
        at = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                means = self._meanings.get(tuple(words[at : at + size]))
                if means:
                    found.append(Synonyms(at, at + size, means))
                    at += size
                    break
            else:
                at += 1
        return found
