"""The assistant: a question goes in, a checked answer with citations comes out."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from threading import Event, Lock
from typing import NamedTuple

from answer.about import DocumentDesk, asks_whether, speaks_of_another
from answer.ask import Ask
from answer.check import check_answer
from answer.cited import CitedDesk
from answer.clause import ClauseDesk
from answer.compose import Composer
from answer.definition import DefinitionDesk
from answer.draft import Draft, Quote
from answer.force import ForceDesk
from answer.leads import checked_leads
from answer.localities import localities_missing
from answer.notices import document_notices, recognised_notices
from answer.offices_held import OfficesHeld
from answer.outline import OutlineDesk
from answer.overview import OverviewDesk
from answer.phrases import document_name, office_name, quoted, say
from answer.place import quote_span
from answer.question import LONGEST, Question, Reader, as_searched
from answer.rank import Ranked
from answer.register.desk import RegisterDesk
from answer.register.listing import Listed
from answer.reply import Answer, Citation, Language, Notice, Status
from answer.search import Findings, search
from answer.support import Answerability, Signals, Verdict, judge, signals_of
from answer.terms import TermWeights
from answer.units import best_unit
from answer.writing.completion import complete, unwritten
from answer.writing.writer import Writer, Writing, Written, open_writer
from index.library import Library
from index.passage import Passage
from index.settings import Settings, load_settings
from vietnamese.glossary import Glossary
from vietnamese.text import has_accents, nfc, syllables
from vietnamese.thesaurus import Thesaurus

_OF_ANOTHER = {Ask.DOC_NUMBER, Ask.DOC_DATE}  # asked of a document that has none, they may mean one that it names
_OF_THE_SEARCH = {"contradiction", "scope_open", "absent", "shortened"}
"""Notices of an extractive answer that hold for what a model writes from the same passages; the others depend on what it cites."""
READ = 8
"""Passages that a language model may read, as far as the settings let it."""
NEAREST = 3
"""Passages offered as the nearest where there is no answer."""


class Timer:
    """Milliseconds of each stage of one answer."""

    def __init__(self) -> None:
        self.ms: dict[str, float] = {}
        self._start = time.perf_counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what runs inside under `name`."""
        start = time.perf_counter()
        yield
        self.ms[name] = self.ms.get(name, 0.0) + (time.perf_counter() - start) * 1000

    def total(self) -> dict[str, float]:
        """All stages and the time since the start."""
        return {**self.ms, "total": (time.perf_counter() - self._start) * 1000}


class Look(NamedTuple):
    """What the search for one question shows: the passages in the order of each stage (see `answer.search.Found.stages`), and the
    probability that decides whether it is answered; None where none does: a desk or a rule decides, or each side by itself.
    """

    stages: Mapping[str, Sequence[Passage]]
    probability: float | None


class Basis(NamedTuple):
    """What an answer was made from: a language model may write from it. `passages` are best first."""

    question: Question
    weights: TermWeights
    passages: Sequence[Passage]


class Assistant:
    """Answers questions over one library. Safe to share between threads; follows the library when a newer index is published.

    `writer`, where given, has a language model write what was found.
    """

    def __init__(
        self,
        library: Library,
        today: date | None = None,
        glossary: Glossary | None = None,
        answerability: Answerability | None = None,
        writer: Writer | None = None,
    ) -> None:
        self.library = library
        self.today = today
        self.glossary = glossary or Glossary.load()
        self._thesaurus = Thesaurus.load()
        self._answerability = answerability or Answerability.load()
        self.writer = writer
        self._lock = Lock()
        self._prepared = ""
        self._prepare()

    @classmethod
    def open(
        cls, settings: Settings | None = None, today: date | None = None, answerability: Answerability | None = None
    ) -> "Assistant":
        """The assistant over the index of `settings`. Raises the errors of `Library.open`; `today` decides which periods are over,
        `answerability`, where given, takes the place of the learned decision when to answer. SettingError where the settings name
        a language model that cannot be used.
        """
        settings = settings or load_settings()
        library, glossary = Library.open(settings), Glossary.load()
        return cls(library, today, glossary, answerability, open_writer(settings, library, glossary))

    def _prepare(self) -> None:
        with self._lock:
            if self._prepared != self.library.publication_id:
                self._offices = OfficesHeld(self.library)
                self._reader = Reader(self.library, self.glossary, self._thesaurus, self._offices)
                self._composer = Composer(self.library, self.glossary)
                self._desk = DocumentDesk(self.library, self.glossary)
                self._force = ForceDesk(self.library, self.glossary)
                self._cited = CitedDesk(self.library, self.glossary)
                self._clauses = ClauseDesk(self.library, self.glossary)
                self._definitions = DefinitionDesk(self.library, self.glossary)
                self._outlines = OutlineDesk(self.library, self.glossary)
                self._overview = OverviewDesk(self.library, self.glossary)
                self._register = RegisterDesk(self.library, self.glossary)
                self._prepared = self.library.publication_id

    def refresh(self) -> bool:
        """Picks up a newer index, where one was published; whether there was one."""
        newer = self.library.refresh()
        self._prepare()
        return newer

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        documents: Collection[str] | None = None,
        passages: Sequence[Passage] | None = None,
    ) -> Answer:
        """The answer to one question. `history` holds the earlier questions; `documents` limits the answer to those ids;
        `passages`, where given, are answered from in place of what retrieval finds.
        """
        return next(s for s in self.stream(question, history, documents, passages) if isinstance(s, Answer))

    def stream(
        self,
        question: str,
        history: Sequence[str] = (),
        documents: Collection[str] | None = None,
        passages: Sequence[Passage] | None = None,
        stop: Event | None = None,
    ) -> Iterator[Writing | Answer]:
        """The same, with what can be shown while a language model writes; the answer comes last. Without one it comes at once.

        Setting `stop` ends the writing; the answer is then the extractive one.
        """
        timer = Timer()
        answer, basis = self._extractive(question, history, documents, passages, timer)
        if self.writer is None or basis is None or answer.status not in ("answered", "partial"):
            yield replace(answer, timings_ms=timer.total())
            return
        with timer.stage("write"):
            today = self.today or date.today()
            for state in self.writer.write(basis.question, basis.passages, basis.weights, today, stop):
                if isinstance(state, Written):
                    answer = self._written(basis.question, answer, state)
                else:
                    yield state
        yield replace(answer, timings_ms=timer.total())

    def _extractive(
        self,
        question: str,
        history: Sequence[str],
        documents: Collection[str] | None,
        passages: Sequence[Passage] | None,
        timer: Timer,
    ) -> tuple[Answer, Basis | None]:
        """The answer in the documents' own words, and what it rests on; None where that is all there is to say."""
        question = question.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no character
        refused = self._refuse(question)
        if refused is not None:
            return refused, None
        with timer.stage("understand"):
            asked = self._limit(self._reader.read(question, history), documents)
            weights = TermWeights(self.library, asked.terms)
        direct = self._direct(asked) if passages is None else None
        if direct is not None:
            with timer.stage("answer"):
                return self._told(asked, direct), None
        with timer.stage("register"):
            listed = self._listed(asked) if passages is None else None
        if listed is not None:
            with timer.stage("answer"):
                answer = self._finish(asked, *listed) if listed.draft.quotes else self._told(asked, listed.draft)
            return answer, Basis(asked, weights, list({c.passage.id: c.passage for c in answer.citations}.values()))
        asked = as_searched(asked)
        if asked.ask.about_document:
            with timer.stage("answer"):
                answer = self._answer_about(asked, weights)
            if answer.status != "no_evidence" or not self._means_another(asked):
                return answer, None
            asked = replace(asked, ask=Ask.WHICH_DOCUMENT)
        beside = self._answer_sides(asked, timer) if passages is None else None
        answer, found = beside or self._answer(asked, weights, passages, timer)
        cited = [c.passage for c in answer.citations]
        return answer, Basis(asked, weights, list({p.id: p for p in [*cited, *found]}.values()))

    def _written(self, question: Question, extractive: Answer, written: Written) -> Answer:
        """The answer that a model wrote, completed; the extractive one, with the reason, where nothing of it may be shown."""
        cited = self._citations(written.quotes)
        whole = complete(written.text, cited, extractive, self.glossary) if written.text else None
        if whole is None:
            return unwritten(extractive, written.record)
        draft = Draft(partial=written.partial or extractive.status == "partial")
        lost, replaced = written.left_out, written.replaced
        if lost or replaced:
            said = say("left_out", question.language, n=lost + replaced, lost=lost, replaced=replaced)
            draft.notices.append(Notice("left_out", said))
        draft.notices += [n for n in extractive.notices if n.code in _OF_THE_SEARCH]
        answer = self._passed(question, draft, whole.text, whole.citations)
        return replace(answer, mode="written", writing=replace(written.record, completed=whole.led))

    def _direct(self, question: Question) -> Draft | None:
        """What needs no search: a clause that is named, a term that is defined, the force of a document, what is said of one only cited, how many it lists; None where it does."""
        if question.ask is Ask.DOC_FORCE:
            return self._force.answer(question, self.today or date.today())
        desks = (self._overview, self._clauses, self._cited, self._definitions, self._outlines)
        return next((draft for desk in desks if (draft := desk.answer(question)) is not None), None)

    def _listed(self, question: Question) -> Listed | None:
        """What the register holds where a list is asked for that no passage has in one place; None elsewhere."""
        return self._register.answer(question, self.today or date.today())

    @property
    def threshold(self) -> float:
        """The probability from which a question is answered."""
        return self._answerability.threshold

    def look(self, question: str, history: Sequence[str] = ()) -> Look:
        """What is seen on the way to the answer of one question, for measuring it."""
        asked = self._reader.read(question, history)
        told = self._refuse(question) is not None or self._direct(asked) is not None or self._listed(asked) is not None
        asked = as_searched(asked)
        weights = TermWeights(self.library, asked.terms)
        found = search(self.library, asked, weights)
        if told or asked.ask.about_document or self._reader.sides(asked):
            return Look(found.stages(), None)
        return Look(found.stages(), self._verdict(asked, found.ranked, weights).probability)

    def signals(self, question: str, history: Sequence[str] = ()) -> tuple[Signals, Sequence[Ranked]] | None:
        """What speaks for and against answering, and the passages it was judged by; None where no passage is looked for or found."""
        asked = as_searched(self._reader.read(question, history))
        weights = TermWeights(self.library, asked.terms)
        ranked = () if asked.ask.about_document else search(self.library, asked, weights).ranked
        if not ranked or (asked.scope.unknown and asked.scope.documents is None):
            return None
        own = TermWeights(self.library, asked.own_terms)
        return signals_of(asked, ranked, weights, own, self.library.documents), ranked

    def _refuse(self, question: str) -> Answer | None:
        """An answer at once to what is no question: nothing in words, or far too long."""
        text = nfc(question)
        language: Language = "vi" if has_accents(text) or not text.isascii() else "en"
        if len(text) > LONGEST:
            message = say("too_long", language, n=f"{len(text):,}", most=f"{LONGEST:,}")
        elif not syllables(text):
            message = say("empty", language)
        else:
            return None
        return Answer(question, question, language, "error", message)

    def _limit(self, question: Question, documents: Collection[str] | None) -> Question:
        """The question with the reader's own filter over what it names."""
        if documents is None:
            return question
        named = question.scope.documents
        chosen = frozenset(documents) if named is None else frozenset(documents) & named
        return replace(question, scope=replace(question.scope, documents=chosen or frozenset(documents)))

    def _answer(
        self, question: Question, weights: TermWeights, passages: Sequence[Passage] | None, timer: Timer
    ) -> tuple[Answer, Sequence[Passage]]:
        """The answer, and the passages that it was looked for in."""
        with timer.stage("retrieve"):
            ranked = search(self.library, question, weights, passages).ranked
        found = [r.passage for r in ranked[:READ]]
        with timer.stage("answer"):
            if not self._verdict(question, ranked, weights).supported:
                return self._no_evidence(question, ranked, weights), found
            return self._finish(question, self._composer.compose(question, ranked, weights)), found

    def _answer_sides(self, question: Question, timer: Timer) -> tuple[Answer, Sequence[Passage]] | None:
        """Each document that the question sets beside others answered by itself; None where none of them, or nothing, is so asked."""
        with timer.stage("understand"):
            sides = self._reader.sides(question)
        with timer.stage("retrieve"):
            found = [Findings.of(self.library, side) for side in sides]
        held = [f for f in found if self._supported(f)]
        if not held:
            return None
        with timer.stage("answer"):
            answer = self._finish(question, self._beside(question, found, held))
        return answer, [r.passage for f in held for r in f.ranked[: READ // len(held)]]

    def _beside(self, question: Question, found: Sequence[Findings], held: Sequence[Findings]) -> Draft:
        """The draft over the sides that hold an answer, with a notice for each document that does not."""
        draft = self._composer.compose_sides(held)
        for missing in (f for f in found if f not in held):
            for name in self._names_of_side(question, missing.question):
                draft.notices.append(Notice("absent", say("side_absent", question.language, doc=name)))
            draft.partial = True
        return draft

    def _names_of_side(self, question: Question, side: Question) -> list[str]:
        """The office that a side is about where all are of the same documents, else its documents."""
        if side.offices and side.scope.documents == question.scope.documents:
            return [office_name(side.offices[0], question.language, self.glossary)]
        documents = [self.library.documents[d] for d in sorted(side.scope.documents or ())]
        return [document_name(document, question.language, self.glossary) for document in documents]

    def _supported(self, found: Findings) -> bool:
        """Whether the passages found for one side of a question hold its answer."""
        return self._verdict(found.question, found.ranked, found.weights).supported

    def _verdict(self, question: Question, ranked: Sequence[Ranked], weights: TermWeights) -> Verdict:
        if self._lacks_office(question):
            return Verdict(False, "names an office that no document names")
        if localities_missing(question, self.library):
            return Verdict(False, "names a place that no document names")
        own = TermWeights(self.library, question.own_terms)
        return judge(question, ranked, weights, own, self.library.documents, self._answerability)

    def _answer_about(self, question: Question, weights: TermWeights) -> Answer:
        """The answer to a question about documents as documents; those that do not state it are named."""
        if question.scope.unknown and question.scope.documents is None:
            return self._no_evidence(question, [], weights)
        return self._told(question, self._desk.answer(question, weights, self.today or date.today()))

    def _means_another(self, question: Question) -> bool:
        """Whether a number or date that a document does not bear may be that of one it names."""
        if question.ask not in _OF_ANOTHER or asks_whether(question):
            return False
        return speaks_of_another(question, self.library.documents)

    def _told(self, question: Question, draft: Draft) -> Answer:
        """What a desk found; where it found nothing, its leads say what is missing."""
        if draft.quotes:
            return self._finish(question, draft)
        text = " ".join(lead for lead, _ in draft.leads) or say("no_evidence", question.language)
        return Answer(question.text, question.resolved, question.language, "no_evidence", text)

    def _lacks_office(self, question: Question) -> bool:
        """Whether a question is about an office that the documents it means never name."""
        named = question.offices
        return bool(named) and not self._offices.holds(named, question.scope.documents)

    def _no_evidence(self, question: Question, ranked: Sequence[Ranked], weights: TermWeights) -> Answer:
        quotes = [
            Quote(self.library.documents[r.passage.document_id], best_unit(r.passage, weights))
            for r in ranked[:NEAREST]
        ]
        if question.scope.unknown and question.scope.documents is None:
            text = _unknown(question)
        elif self._lacks_office(question):
            office = office_name(question.offices[0], question.language, self.glossary)
            text = say("office_absent", question.language, office=office)
        elif places := localities_missing(question, self.library):
            text = say("place_absent", question.language, place=", ".join(places))
        else:
            text = say("no_evidence", question.language)
        if question.scope.foreign and not question.scope.unknown:
            numbers = ", ".join(n.number for n in question.scope.foreign)
            text = f"{text} {say('only_cited', question.language, names=numbers)}"
        nearest = self._citations(quotes)
        return Answer(question.text, question.resolved, question.language, "no_evidence", text, nearest=nearest)

    def _finish(self, question: Question, draft: Draft, listed: str | None = None) -> Answer:
        """The draft as an answer that has passed the last gate. `listed`, where given, is its text, whose lines are checked."""
        citations = self._citations(draft.quotes)
        if listed is None:
            draft = checked_leads(draft, citations, question.language, self.glossary)
        text = _text(draft, citations, question.language) if listed is None else listed
        return replace(self._passed(question, draft, text, citations), leads=tuple(draft.sentences))

    def _passed(self, question: Question, draft: Draft, text: str, citations: tuple[Citation, ...]) -> Answer:
        """The answer `text`, which has passed the last gate, with what must be known of it."""
        check_answer(text, citations, {c.document.id: self.library.lines_of(c.document.id) for c in citations})
        cited = list({c.document.id: c.document for c in citations}.values())
        held = self.library.documents
        notices = document_notices(question, cited, self.today or date.today(), self.glossary, held)
        notices += recognised_notices(question, citations, self.glossary)
        notices += draft.notices
        for document, values in draft.contradictions:
            name = document_name(document, question.language, self.glossary)
            notices.append(Notice("contradiction", say("contradiction", question.language, doc=name, values=values)))
        if len(cited) > 1 and question.scope.documents is None and not question.ask.about_document:
            notices.append(Notice("scope_open", say("scope_open", question.language)))
        if question.scope.unknown and question.scope.documents is not None:
            notices.append(Notice("scope_open", _unknown(question)))
        status: Status = "partial" if draft.partial else "answered"
        return Answer(
            question.text,
            question.resolved,
            question.language,
            status,
            text,
            citations=citations,
            notices=tuple(dict.fromkeys(notices)),
        )

    def _citations(self, quotes: Sequence[Quote]) -> tuple[Citation, ...]:
        return tuple(self._citation(i, quote) for i, quote in enumerate(quotes, 1))

    def _citation(self, marker: int, quote: Quote) -> Citation:
        """A citation with the pages that its words begin and end on: a passage may go on over a page break."""
        unit = quote.unit
        passage, places, page, last_page = unit.passage, unit.places, unit.passage.page, None
        if places is not None:
            lines = self.library.lines_of(quote.document.id)
            places = quote_span(lines, unit.text, places)
            page, last_page = lines[places[0]].page, lines[places[1]].page
        return Citation(marker, quote.document, passage, unit.text, unit.lines, page, places, last_page)


def _unknown(question: Question) -> str:
    """What is said of provinces and documents that the index does not hold."""
    names = question.scope.unknown
    phrase = "unknown_scope" if any(name in question.scope.provinces for name in names) else "unknown_document"
    return say(phrase, question.language, names=", ".join(names))


def _text(draft: Draft, citations: Sequence[Citation], language: Language) -> str:
    """Leads with their markers, the quotes they rest on, then what else stands near, named as such."""
    resting = {p + 1 for _, positions in draft.leads for p in positions}
    quotes = [f"{quoted(c.quote)} [{c.marker}]" for c in citations if c.marker in resting]
    related = [f"{quoted(c.quote)} [{c.marker}]" for c in citations if c.marker not in resting]
    heading = [say("related", language)] if related else []
    return "\n\n".join([*draft.sentences, *quotes, *heading, *related])
