"""The bilingual glossary: what the words of an English question are called in the documents, and offices in English."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Self, cast, get_args

import yaml

from vietnamese.offices import expand_abbreviations
from vietnamese.text import fold, nfc, syllables
from vietnamese.wordlist import read_word_list

Kind = Literal["office", "title", "term", "verb", "document"]

DEFAULT_PATH: Final = Path(__file__).resolve().parent.parent / "prompts" / "glossary.yaml"
_KINDS: Final = get_args(Kind)
_REMEDY: Final = f"write {{vi: term or [terms], en: [name for answers, other names], kind: {' | '.join(_KINDS)}}}"

_WORD = re.compile(r"[^\W_]+(?:['’]s\b)?")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_PLURAL_OF_SIBILANT = re.compile(r"(?:ss|x|ch|sh)es$")
_BRITISH = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("centre", "center"),
    ("programme", "program"),
    ("labour", "labor"),
    ("defence", "defense"),
)
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"(?<=..)([^aeiou])\1$")  # "off" is no "of"
# Common words that share a stem with a name but not its meaning: "them" is no "theme", "will" no "willing".
_NOT_BY_STEM = re.compile(
    r"(?:back|far|final|hear|last|means?|miss(?:es)?|not|questions?|second|sets?|sits?|stands?|them|thinks?|us|will)",
    re.IGNORECASE,
)


class GlossaryError(ValueError):
    """A glossary file that cannot be used; the message names the file, the entry and what to write instead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the glossary: a Vietnamese term (or several, where English has one word) and its English names."""

    vi: tuple[str, ...]
    en: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Expansion:
    """An English name found in a question, one Vietnamese term it stands for, and its span in the NFC question."""

    en: str
    vi: str
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Name:
    """An English name of an entry, ready for comparison."""

    en: str
    entry: Entry
    acronym: bool


_Index = Mapping[tuple[str, ...], list[_Name]]


class Glossary:
    """Entries, looked up from English names to Vietnamese terms and from Vietnamese terms to the name for answers."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._exact, self._stemmed = self._english_indexes()
        self._longest = max(map(len, self._exact), default=0)
        self._english, self._english_folded = self._vietnamese_indexes()

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """Reads a glossary file, by default the project's own."""
        return cls(_read(path or DEFAULT_PATH))

    def expand_english(self, question: str) -> list[Expansion]:
        """The Vietnamese terms for what an English question names, in the question's order.

        Longer names win over the shorter ones inside them; a name as typed (plural or not) wins over one that only
        shares the verb stem, so "planning" is not read as "plan". A word with several meanings yields them all.
        """
        question = nfc(question)
        words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(question)]
        singular = [_singular(w) for w, _, _ in words]
        stems = [_stem(w) for w, _, _ in words]
        free = [True] * len(words)
        found: list[Expansion] = []
        for size in range(min(self._longest, len(words)), 0, -1):
            for at in range(len(words) - size + 1):
                here = slice(at, at + size)
                typed = words[at][0]
                names = self._names(tuple(singular[here]), tuple(stems[here]), typed) if all(free[here]) else []
                if names:
                    free[here] = [False] * size
                    found += _expansions(names, words[at][1], words[at + size - 1][2])
        return sorted(found, key=lambda e: e.start)

    def english_name(self, vi: str) -> str | None:
        """The name for answers of a Vietnamese office or term; None when the glossary has none.

        Case, dashes, commas, abbreviations, a leading "Các" and a trailing "tỉnh", "thuộc tỉnh" or "tỉnh Hậu Giang" do not matter.
        """
        words = _words(vi)
        for form in _plainer_forms(words):
            if form in self._english:
                return self._english[form]
        folded = tuple(fold(w) for w in words)
        return self._english_folded.get(folded) if folded == words else None

    def vietnamese_terms(self) -> list[str]:
        """Every Vietnamese term once, in the file's order."""
        return list(dict.fromkeys(vi for entry in self.entries for vi in entry.vi))

    def _names(self, singular: tuple[str, ...], stems: tuple[str, ...], typed: str) -> list[_Name]:
        by_stem = len(stems) > 1 or not _NOT_BY_STEM.fullmatch(typed)
        names = self._exact.get(singular) or (self._stemmed.get(stems) if by_stem else None) or []
        return [n for n in names if not n.acronym or typed.isupper()]

    def _english_indexes(self) -> tuple[_Index, _Index]:
        exact: defaultdict[tuple[str, ...], list[_Name]] = defaultdict(list)
        stemmed: defaultdict[tuple[str, ...], list[_Name]] = defaultdict(list)
        for entry in self.entries:
            for en in entry.en:
                words = _WORD.findall(nfc(en))
                name = _Name(en, entry, bool(_ACRONYM.fullmatch(en)))
                exact[tuple(map(_singular, words))].append(name)
                stemmed[tuple(map(_stem, words))].append(name)
        return dict(exact), dict(stemmed)

    def _vietnamese_indexes(self) -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
        english: dict[tuple[str, ...], str] = {}
        for entry in self.entries:
            for vi in entry.vi:
                english.setdefault(_words(vi), entry.en[0])
        meanings: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for words, name in english.items():
            meanings[tuple(map(fold, words))].add(name)
        return english, {words: names.pop() for words, names in meanings.items() if len(names) == 1}


def _words(vi: str) -> tuple[str, ...]:
    return tuple(syllables(expand_abbreviations(vi)))


def _expansions(names: list[_Name], start: int, end: int) -> list[Expansion]:
    """One expansion for each Vietnamese term, the glossary's first entry for it."""
    terms: dict[str, Expansion] = {}
    for name in names:
        for vi in name.entry.vi:
            terms.setdefault(vi.lower(), Expansion(name.en, vi, name.entry.kind, start, end))
    return list(terms.values())


def _plainer_forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words, up to their last "tỉnh", and up to what stands before it; then the same without "các"."""
    for form in (words, words[1:] if words[:1] == ("các",) else ()):
        yield form
        if "tỉnh" in form:
            cut = len(form) - 1 - form[::-1].index("tỉnh")
            yield form[: cut + 1]
            yield _without_link(form[:cut])


def _without_link(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if words[-1:] in {("thuộc",), ("cấp",), ("của",)} else words


def _singular(word: str) -> str:
    """Lower case, without 's or a plural ending, in American spelling."""
    word = re.sub(r"['’]s$", "", word.lower())
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif _PLURAL_OF_SIBILANT.search(word):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for british, american in _BRITISH:
        if word.endswith(british):
            return word.removesuffix(british) + american
    return word


def _stem(word: str) -> str:
    """The singular without verb ending, doubled consonant and final e: "settled", "settling" and "settle" are one."""
    word = _singular(word)
    if len(word) > 4 and word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest):
            word = rest
    return _DOUBLED.sub(r"\1", word).removesuffix("e")


def _read(path: Path) -> list[Entry]:
    try:
        content = read_word_list(path)
    except OSError as error:
        raise GlossaryError(f"{path}: the glossary cannot be read ({error.strerror}); put the file there") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise GlossaryError(f"{path}: not YAML in UTF-8 ({error}); quote names that hold a comma or a colon") from error
    if not isinstance(content, list):
        raise GlossaryError(f"{path}: not a list of entries; begin each entry with '- ' and {_REMEDY}")
    entries = [_entry(path, number, raw) for number, raw in enumerate(content, 1)]
    _refuse_repeats(path, entries)
    return entries


def _entry(path: Path, number: int, raw: object) -> Entry:
    where = f"{path}: entry {number} ({raw!r})"
    if not isinstance(raw, dict) or set(raw) != {"vi", "en", "kind"}:
        raise GlossaryError(f"{where}: needs exactly vi, en and kind; {_REMEDY}")
    if raw["kind"] not in _KINDS:
        raise GlossaryError(f"{where}: kind {raw['kind']!r} is unknown; {_REMEDY}")
    vi = [raw["vi"]] if isinstance(raw["vi"], str) else raw["vi"]
    for field, names in (("vi", vi), ("en", raw["en"])):
        if not isinstance(names, list) or not names or not all(isinstance(n, str) and _WORD.search(n) for n in names):
            raise GlossaryError(f"{where}: {field} holds no list of names; {_REMEDY}")
    return Entry(tuple(map(nfc, vi)), tuple(raw["en"]), cast(Kind, raw["kind"]))


def _refuse_repeats(path: Path, entries: list[Entry]) -> None:
    first: dict[tuple[tuple[str, ...], str], int] = {}
    for number, entry in enumerate(entries, 1):
        same = first.setdefault((tuple(v.lower() for v in entry.vi), entry.kind), number)
        if same != number:
            raise GlossaryError(
                f"{path}: entry {number} ({', '.join(entry.vi)}) repeats entry {same}; put all English names in one"
            )
