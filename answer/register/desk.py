"""Answers questions for a list from the register, where it holds more than the passages that a search would find."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from threading import Lock

from answer.draft import Draft
from answer.phrases import document_name, office_name, say
from answer.question import Question
from answer.register.called import Names
from answer.register.entries import Entry, duties_of, figures_of
from answer.register.fragments import fragment
from answer.register.lines import Wording, duty_line, figure_line
from answer.register.listing import Lead, Listed, Manner, Preference, listed
from answer.register.topic import about_topic
from answer.register.when import When, spoken
from answer.register.wish import Wish, read_wishes
from answer.reply import Notice
from index.errors import StorageError
from index.library import Library
from obligations.due import due_of
from obligations.obligation import Obligation
from obligations.register import Register
from obligations.wanted import Wanted
from vietnamese.glossary import Glossary
from vietnamese.text import fold

logger = logging.getLogger(__name__)

LEAST_DUTIES = LEAST_FIGURES = 2
"""Duties, or figures, from which a list of them says more than the clause that a search finds."""


class RegisterDesk:
    """Answers over one publication of a library. The register is opened when a question first asks for it, and kept."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary
        self._lock = Lock()
        self._register: Register | None = None
        self._years: list[int] = []
        self._names = Names((), glossary)

    def answer(self, question: Question, today: date) -> Listed | None:
        """The list; None where the question asks for none, or of a document that is not held, or where the register holds no more
        than a search finds.

        `today` tells what "this month" is.
        """
        scope = question.scope
        if question.ask.about_document or scope.foreign or (scope.unknown and scope.documents is None):
            return None
        wishes = read_wishes(question, today)
        register = self._opened() if wishes else None
        if register is None:
            return None
        lists = (self._list(register, question, wish, today) for wish in wishes)
        found = next((found for found in lists if found is not None), None)
        return found or self._nothing_due(question, wishes) or self._nothing_charged(register, question, wishes)

    def _opened(self) -> Register | None:
        """The register; None where the record cannot be read or written now, for the passages are there all the same."""
        with self._lock:
            if self._register is None:
                try:
                    register = Register.open(self._library, self._glossary)
                    self._years = register.years()
                    self._names = Names([actor.name for actor in register.actors()], self._glossary)
                    self._register = register
                except StorageError as error:
                    logger.warning("The register cannot be opened, passages answer in its place: %s", error)
            return self._register

    def _nothing_due(self, question: Question, wishes: Sequence[Wish]) -> Listed | None:
        """That nothing falls due at the time that is asked about; None where none is, or for somebody whom the register does not know."""
        wish = next((w for w in wishes if w.when and (not w.who or any(map(self._names.of, w.who)))), None)
        if wish is None or wish.when is None:
            return None
        said = say("register_nothing_due", question.language, when=spoken(wish.when, question.language))
        return Listed(Draft(leads=[(said, ())]), said)

    def _nothing_charged(self, register: Register, question: Question, wishes: Sequence[Wish]) -> Listed | None:
        """That the one document meant charges an office with nothing, though it names it; None where a heading of it names it."""
        named = [d for d in self._library.documents.values() if d.id in (question.scope.documents or ())]
        wish = next((w for w in wishes if w.about == "duties"), None)
        known = {fold(name): name for who in wish.who for name in self._names.of(who)} if wish else {}
        office = next((known[fold(o)] for o in question.offices if fold(o) in known), None)
        if office is None or len(named) != 1:
            return None
        if register.where(Wanted(kind="duty", actor=office, documents=question.scope.documents)):
            return None
        passages = self._library.passages_of(named[0].id)
        headings = {fold(step) for p in passages for step in p.section}
        if any(fold(office) in step for step in headings) or not any(fold(office) in fold(p.text) for p in passages):
            return None
        document = document_name(named[0], question.language, self._glossary)
        who = office_name(office, question.language, self._glossary)
        said = say("register_nothing_charged", question.language, who=who, doc=document)
        return Listed(Draft(leads=[(said, ())]), said)

    def _list(self, register: Register, question: Question, wish: Wish, today: date) -> Listed | None:
        if wish.about == "targets":
            return self._targets(register, question, wish, today)
        if wish.about == "goals":
            return self._goals(register, question, wish, today)
        for who in wish.who or ("",):
            if who and not self._names.of(who):
                continue
            entries = self._entries(register, question, wish, who)
            if len(entries) >= (LEAST_DUTIES if wish.about == "duties" else 1):
                return self._duties(register, question, wish, who, entries, today)
        return None

    def _entries(self, register: Register, question: Question, wish: Wish, who: str) -> list[Entry]:
        """What somebody must do, as far as the question limits it; of what falls due the earliest first, or by a time the latest."""
        wanted = Wanted(kind="duty", actor=who or None, documents=question.scope.documents, year=wish.year)
        if wish.about == "deadlines":
            rows = register.where(replace(wanted, deadline="any"))
            return [entry for entry in self._dated(duties_of(rows), register) if entry.due]
        if wish.when is None:
            return duties_of(register.where(wanted))
        anybody = replace(wanted, actor=None)
        # Who is meant is looked for once, and not in every window.
        meant = {actor.name for actor in register.actors(wanted)} if who else None
        found: dict[Obligation, str] = {}
        for window in wish.when.windows(self._years):
            for row in register.where(replace(anybody, due=window)):
                if meant is None or row.actor in meant:
                    found[row] = max(found.get(row, ""), self._due_day(row, register, wish.when, window))
        entries = [replace(entry, due=found[entry.row]) for entry in duties_of(found)]
        return sorted(entries, key=lambda entry: entry.due, reverse=wish.when.relation == "by")

    def _due_day(self, row: Obligation, register: Register, when: When, window: tuple[date, date]) -> str:
        """The last day on which something falls due within a stretch of time, its year left out where the question names none."""
        due = due_of(row.deadline, register.documents[row.document_id].period) if row.deadline else None
        days = [last.isoformat() for _, last in due.days(*window)] if due else []
        return max(days, default="")[len("2025-") if when.is_any_year else 0 :]

    def _dated(self, entries: Sequence[Entry], register: Register) -> list[Entry]:
        """Duties with what their time limits say: the last day, "often" for no more than how often, "" for neither ("thường xuyên")."""
        dated = []
        for entry in entries:
            limit, period = entry.row.deadline, register.documents[entry.row.document_id].period
            due = due_of(limit, period) if limit else None
            often = "often" if limit and limit.frequency else ""
            dated.append(replace(entry, due=due.last if due else often))
        return dated

    def _duties(
        self, register: Register, question: Question, wish: Wish, who: str, entries: Sequence[Entry], today: date
    ) -> Listed | None:
        own = {entry.row.actor for entry in entries if entry.row.actor}
        meant = Names(own, self._glossary).of(who) if who else []
        if who and not meant:
            return None
        wording = Wording(question.language, self._glossary, own if len(meant) == 1 else meant[:1])
        prefer = _in_order(entries) if wish.about == "due" else _own_first(entries)
        lead = _lead(wish, meant[0] if len(meant) == 1 else who, len(entries), wording)
        manner = Manner(lead, duty_line, prefer, "register_rest")
        found = listed(self._library, register.documents, entries, wording, today, manner)
        return self._with_unread(found, register, question) if found else None

    def _targets(self, register: Register, question: Question, wish: Wish, today: date) -> Listed | None:
        """The figures about one topic in each of several documents; None where not each of those named sets one."""
        named = question.scope.documents
        if named is not None and len(named) < 2:
            return None
        figures = figures_of(register.where(Wanted(kind="target", documents=named)))
        for by_headings in (False, True):
            entries = about_topic(figures, question.terms, wish.topic, self._library, by_headings)
            held = {entry.row.document_id for entry in entries}
            if len(held) >= 2 and held >= (named or held):
                break
        else:
            return None
        return self._figures(register, question, entries, today)

    def _goals(self, register: Register, question: Question, wish: Wish, today: date) -> Listed | None:
        """All figures of the documents that are meant; those of a year where the question names one for which there are any."""
        wanted = Wanted(kind="target", documents=question.scope.documents, year=wish.year)
        entries = figures_of(register.where(wanted) or register.where(replace(wanted, year=None)))
        return self._figures(register, question, entries, today) if len(entries) >= LEAST_FIGURES else None

    def _figures(self, register: Register, question: Question, entries: Sequence[Entry], today: date) -> Listed | None:
        wording = Wording(question.language, self._glossary)

        def lead(where: str) -> str:
            return say("register_targets", question.language, n=len(entries), where=where)

        manner = Manner(lead, figure_line, _in_order(entries), "register_rest_targets")
        return listed(self._library, register.documents, entries, wording, today, manner)

    def _with_unread(self, found: Listed, register: Register, question: Question) -> Listed:
        """The list with the documents named whose rows could not be read: it may lack theirs."""
        named = question.scope.documents
        unread = [register.documents[name] for name in register.unread if named is None or name in named]
        for document in unread:
            name = document_name(document, question.language, self._glossary)
            found.draft.notices.append(Notice("shortened", say("register_unread", question.language, doc=name)))
            found.draft.partial = True
        return found


def _lead(wish: Wish, who: str, count: int, wording: Wording) -> Lead:
    """The first sentence: who has how much to do, by when, and where it stands."""
    language = wording.language
    phrase = f"register_{wish.about}_of" if who else f"register_{wish.about}"
    who = office_name(who, language, wording.glossary)
    when = spoken(wish.when, language) if wish.when else ""
    year = fragment("of_year", language, value=wish.year) if wish.year else ""
    any_year = [say("register_any_year", language)] if wish.when and wish.when.is_any_year else []

    def lead(where: str) -> str:
        return " ".join([say(phrase, language, who=who, n=count, when=when, year=year, where=where), *any_year])

    return lead


def _in_order(entries: Sequence[Entry]) -> Preference:
    """As they come."""
    places = {id(entry): place for place, entry in enumerate(entries)}
    return lambda entry: (places[id(entry)],)


def _own_first(entries: Sequence[Entry]) -> Preference:
    """What stands under the office's own heading, then what it does by itself, then what it has a part in."""
    places = {id(entry): place for place, entry in enumerate(entries)}

    def prefer(entry: Entry) -> tuple[object, ...]:
        row = entry.row
        own = any(fold(row.actor or "") in fold(step) for step in row.section) and row.role != "coordinate"
        return entry.due == "often", not own, row.role == "coordinate", places[id(entry)]

    return prefer
