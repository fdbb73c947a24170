"""What a language model is asked: the prompts of `prompts/`, one a language, filled in with question and passages."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from answer.question import Question
from answer.reply import Language
from answer.writing.fence import fenced, harmless
from answer.writing.source import Source
from answer.writing.sources import reading
from index.errors import AssistantError
from index.settings import PROJECT

Role = Literal["system", "user"]
Message = tuple[Role, str]

DEFAULT_FOLDER: Final = PROJECT / "prompts"
_FILES: Final[Mapping[Language, str]] = {"vi": "write.vi.txt", "vi_unaccented": "write.vi.txt", "en": "write.en.txt"}
_VERSION = re.compile(r"version:\s*(\S{1,40})\s*$")
_SECTION = re.compile(r"(?m)^==[ \t]*(.+?)[ \t]*==[ \t]*$")
_PLACE = re.compile(r"\{(\w+)\}")
_NEEDED: Final[Mapping[str, frozenset[str]]] = {
    "system": frozenset(),
    "user": frozenset({"question", "passages"}),
    "same document": frozenset({"marker"}),
}
"""The sections of a file with the places that each must have. What is fixed comes first: servers keep it."""
_ALLOWED: Final[Mapping[str, frozenset[str]]] = {**_NEEDED, "user": frozenset({"question", "passages", "today"})}


class PromptError(AssistantError):
    """A prompt file that cannot be used; the message names the file, what is wrong and what to write."""


@dataclass(frozen=True, slots=True)
class _Prompt:
    """One file: the texts of its sections, with places, and its version."""

    system: str
    user: str
    same_document: str
    version: str


class Prompts:
    """The prompts that answers are written by, in each language."""

    def __init__(self, prompts: Mapping[Language, _Prompt]) -> None:
        self._prompts = prompts

    @classmethod
    def load(cls, folder: Path = DEFAULT_FOLDER) -> "Prompts":
        """Reads the files of a folder. Raises PromptError where one cannot be used."""
        read = {name: _read(folder / name) for name in dict.fromkeys(_FILES.values())}
        return cls({language: read[name] for language, name in _FILES.items()})

    def version(self, language: Language) -> str:
        """Which prompt a language has: the file's version and eight digits of its content's hash ("vi-1-0a1b2c3d")."""
        return f"{'en' if language == 'en' else 'vi'}-{self._prompts[language].version}"

    def messages(self, question: Question, sources: Sequence[Source], today: date) -> tuple[Message, ...]:
        """The messages that ask a model to answer a question from `sources`, in the language of the question.

        Words of documents and of the question cannot pass for the prompt's own (see `answer.writing.fence`). A document
        that several sources are from is named at the first. `today` is shown where the file has a place for it.
        """
        prompt = self._prompts[question.language]
        places = {
            "question": _asked(question),
            "passages": "\n".join(_passages(prompt, sources)),
            "today": f"{today.day}/{today.month}/{today.year}",
        }
        return ("system", prompt.system), ("user", _filled(prompt.user, places))


def _asked(question: Question) -> str:
    """The question on one line; one typed without accents with them as well, for models read it badly without."""
    asked = " ".join(harmless(question.resolved).split())
    spelled = " ".join(harmless(question.vietnamese).split())
    return f"{asked} ({spelled})" if question.language == "vi_unaccented" and spelled != asked else asked


def _passages(prompt: _Prompt, sources: Sequence[Source]) -> list[str]:
    first: dict[str, int] = {}
    shown = []
    for source in sources:
        named, rest = reading(source)
        marker = first.setdefault(source.document.id, source.marker)
        if marker != source.marker:
            named = _filled(prompt.same_document, {"marker": str(marker)})
        shown.append(fenced(source.marker, f"{named}\n{rest}"))
    return shown


def _filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its places filled in at one go: a "{question}" in a passage stays what it is."""
    return _PLACE.sub(lambda m: values.get(m[1], m[0]), text)


def _read(path: Path) -> _Prompt:
    try:
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PromptError(f"{path}: the prompt cannot be read ({error.strerror}); put the file there.") from error
    except UnicodeDecodeError as error:
        raise PromptError(f"{path}: not UTF-8 ({error}); save the file as UTF-8.") from error
    version = _VERSION.match(content.split("\n", 1)[0])
    if version is None:
        raise PromptError(f"{path}: no version; begin the file with a line such as 'version: 1'.")
    sections = _sections(path, content)
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    return _Prompt(sections["system"], sections["user"], sections["same document"], f"{version[1]}-{digest}")


def _sections(path: Path, content: str) -> dict[str, str]:
    """The texts of a file's sections by name; what stands before the first one is for people."""
    pieces = _SECTION.split(content)
    names = pieces[1::2]
    for name in (*_NEEDED, *names):
        if name not in _NEEDED:
            known = ", ".join(f"'== {n} =='" for n in _NEEDED)
            raise PromptError(f"{path}: the section '== {name} ==' is unknown; the sections are {known}.")
        if names.count(name) != 1:
            fault = "is missing" if name not in names else "stands there twice"
            raise PromptError(f"{path}: the section '== {name} ==' {fault}; write it once, on a line of its own.")
    sections = dict(zip(names, (text.strip() for text in pieces[2::2]), strict=True))
    for name, text in sections.items():
        _check_places(path, name, text)
    return sections


def _check_places(path: Path, name: str, text: str) -> None:
    if not text:
        raise PromptError(f"{path}: the section '== {name} ==' is empty; write its text under that line.")
    places = set(_PLACE.findall(text))
    for place in sorted(_NEEDED[name] - places):
        raise PromptError(
            f"{path}: the section '== {name} ==' has no place {{{place}}}; write {{{place}}} where it belongs."
        )
    for place in sorted(places - _ALLOWED[name]):
        allowed = ", ".join(f"{{{p}}}" for p in sorted(_ALLOWED[name])) or "none"
        raise PromptError(f"{path}: nothing is known for {{{place}}} in '== {name} =='; its places are: {allowed}.")
