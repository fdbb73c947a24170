"""Plain Vietnamese words and the official ones that documents use for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from vietnamese.text import key, syllables
from vietnamese.wordlist import read_word_list

DEFAULT_PATH: Final = Path(__file__).resolve().parent.parent / "prompts" / "thesaurus.yaml"
_REMEDY: Final = (
    "write {say: [words], means: [words]}, words that YAML reads as a number or as yes and no in quotation marks"
)


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
        meanings: dict[tuple[str, ...], tuple[str, ...]] = {}
        for sayings, means in _read(path or DEFAULT_PATH):
            for said in sayings:
                words = tuple(syllables(said))
                meanings[words] = (*meanings.get(words, ()), *(m for m in means if key(m) != key(said)))
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


_Entry = tuple[list[str], list[str]]
"""What people say and what documents call it."""


def _read(path: Path) -> list[_Entry]:
    try:
        content = read_word_list(path)
    except OSError as error:
        raise ThesaurusError(f"{path}: the thesaurus cannot be read ({error.strerror}); put the file there") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ThesaurusError(
            f"{path}: not YAML in UTF-8 ({error}); quote words that hold a comma or a colon"
        ) from error
    if not isinstance(content, list):
        raise ThesaurusError(f"{path}: not a list of entries; begin each entry with '- ' and {_REMEDY}")
    return [_entry(path, number, raw) for number, raw in enumerate(content, 1)]


def _entry(path: Path, number: int, raw: object) -> _Entry:
    where = f"{path}: entry {number} ({raw!r})"
    if not isinstance(raw, dict) or set(raw) != {"say", "means"}:
        raise ThesaurusError(f"{where}: needs exactly say and means; {_REMEDY}")
    for field in ("say", "means"):
        words = raw[field]
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and syllables(w) for w in words):
            raise ThesaurusError(f"{where}: {field} holds no list of words; {_REMEDY}")
    return raw["say"], raw["means"]
