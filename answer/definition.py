"""What the documents define: "“Bản sao y” là …", "Phần đường xe chạy là …", and questions for it ("bản sao y là gì?")."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from answer.draft import Draft, Quote
from answer.followup import unopened
from answer.phrases import document_name, say
from answer.question import Question
from answer.subject import defined_subject
from answer.titles import plain
from answer.units import Unit
from index.library import Library
from index.passage import Passage
from vietnamese.glossary import Glossary
from vietnamese.text import fold

MOST_WORDS = 12
"""Syllables of a term that a clause defines; more are a sentence."""
MOST_DOCUMENTS = 3
_DEFINING_HEADING = re.compile(r"giai thich (?:tu ngu|thuat ngu)|dinh nghia|khai niem")
_MARK = r"^(?:\d{1,3}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-+•–])?\s*"
_QUOTED = re.compile(_MARK + r"[“\"](?P<term>[^”\"]{2,100})[”\"]\s*(?:\([^)]*\)\s*)?(?:là|gồm|bao gồm)\s")
_STATED = re.compile(_MARK + r"(?P<term>[^“”\":;.()]{2,100}?)\s*(?:\([^)]*\)\s*)?(?:là|bao gồm)\b")
_SAYS_WHAT = re.compile(r",\s+là\s")
_CALLED = re.compile(r"\(sau đây (?:được )?gọi (?:chung |tắt )?là (?P<term>[^();:]{2,60})\)")
_HEADED = re.compile(r"^Điều\s+\d+[a-zđ]?\.\s*(?P<term>.+)$")


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, folded, and the block of a passage that says what it is."""

    term: str
    passage: Passage
    block: int


def find_definitions(passages: Iterable[Passage]) -> Iterator[Definition]:
    """The terms that passages define: in quotation marks anywhere, without them under a heading that announces definitions, what
    heads an Điều of which a clause says what it is, and what a text says that it calls something from there on.
    """
    later: list[Definition] = []
    for passage in passages:
        if passage.kind != "clause":
            continue
        announced = any(_DEFINING_HEADING.search(fold(step)) for step in passage.section)
        headed = {plain(m["term"]) for step in passage.section if (m := _HEADED.match(step))}
        for i, block in enumerate(passage.blocks):
            terms = dict.fromkeys(_terms_of(block, announced, headed))
            yield from (Definition(term, passage, i) for term in terms)
            later += [Definition(plain(m["term"]), passage, i) for m in _CALLED.finditer(block)]
    yield from later


def _terms_of(block: str, announced: bool, headed: Collection[str]) -> Iterator[str]:
    """The terms that one block defines, folded."""
    quoted = _QUOTED.match(block)
    if quoted:
        yield plain(quoted["term"])
        return
    stated = _STATED.match(block)
    term = plain(stated["term"]) if stated else ""
    if term and (announced or term in headed) and len(term.split()) <= MOST_WORDS:
        yield term
    words = plain(block.removeprefix("1."))
    yield from (h for h in headed if block.startswith("1.") and words.startswith(f"{h} ") and _SAYS_WHAT.search(block))


class DefinitionDesk:
    """Answers what a term means from the clause that defines it; nothing is searched for."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary
        self._defined: dict[str, list[Definition]] = {}
        for definition in find_definitions(library.all_passages()):
            self._defined.setdefault(definition.term, []).append(definition)

    def answer(self, question: Question) -> Draft | None:
        """The draft with each definition whole; None where none of the documents meant defines what is asked."""
        found = self._found(question)
        draft = Draft()
        for definition in found[:MOST_DOCUMENTS]:
            document = self._library.documents[definition.passage.document_id]
            name = document_name(document, question.language, self._glossary)
            block = definition.passage.blocks[definition.block]
            unit = Unit(definition.passage, block, definition.block, definition.block)
            draft.add(say("defined", question.language, doc=name, m="{m}"), [Quote(document, unit)])
        return draft if draft.quotes else None

    def _found(self, question: Question) -> Sequence[Definition]:
        scope = question.scope
        if scope.documents is None and scope.unknown:
            return ()
        for term in self._terms(question):
            found = [
                d for d in self._named(term) if scope.documents is None or d.passage.document_id in scope.documents
            ]
            if found:
                return found
        return ()

    def _terms(self, question: Question) -> Iterator[str]:
        """What is asked for, folded, in each Vietnamese wording."""
        english = question.language == "en"
        subject = self._subject(question, english)
        if subject is None:
            return
        if not english:
            yield plain(subject)
            return
        expansions = self._glossary.expand_english(subject)
        whole = [e for e in expansions if e.start == 0 and e.end >= len(subject.rstrip())]
        yield from dict.fromkeys(plain(e.vi) for e in whole)

    def _subject(self, question: Question, english: bool) -> str | None:
        """What the meaning is asked of; of "còn bản trích sao?" after such a question, what it names itself."""
        text = question.resolved if english else question.vietnamese
        if not question.leaned:
            return defined_subject(text, english)
        earlier, _, own = text.rpartition(" - ")
        return unopened(own) if defined_subject(earlier, english) else defined_subject(text, english)

    def _named(self, term: str) -> Sequence[Definition]:
        """The definitions of a term; of "bản gốc" also that of the only term that begins so ("bản gốc văn bản")."""
        if term in self._defined:
            return self._defined[term]
        longer = [known for known in self._defined if known.startswith(f"{term} ")]
        return self._defined[longer[0]] if len(longer) == 1 and len(term.split()) > 1 else ()
