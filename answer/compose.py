"""Writes the extractive answer: one plain sentence with what was asked for, then the clauses it stands in."""

import re
from collections.abc import Callable, Sequence

from answer.addressee import asks_addressee, find_addressee
from answer.agreement import Stated, agreement, stated_by
from answer.approver import asks_approver, find_approver
from answer.ask import Ask
from answer.audience import asks_audience, asks_who_is_first, says_audience
from answer.contradiction import find_contradiction
from answer.draft import Draft, Quote
from answer.english import in_english
from answer.extract import (
    Offices,
    duties_of,
    figure_cells,
    find_actor,
    find_figure,
    find_named_document,
    find_time,
    head_office,
    names_kind_asked,
    time_above,
)
from answer.gives import gives
from answer.in_charge import asks_partners, asks_whether_it_leads, says_who_leads
from answer.money import asks_money
from answer.phrases import document_name, office_name, say
from answer.proposer import asks_proposer, find_proposer
from answer.question import Question, asks_which_speak
from answer.rank import Ranked
from answer.search import Findings
from answer.sides import compares
from answer.terms import TermWeights
from answer.units import Unit, best_unit, items_of, sentence_of, sentences_of, whole
from answer.verdict import Decision, decide
from index.document import Document
from index.library import Library
from index.passage import Passage
from obligations.actors import names_actor
from vietnamese.glossary import Glossary
from vietnamese.offices import find_offices
from vietnamese.text import fold, tidy

CLOSE = 0.65
"""Share of the best score from which another passage is quoted too."""
NEAR, NEAR_OFFICE = 0.93, 0.75
"""The same for another document's passage, where the question names no document; lower where it names an office."""
MOST_DOCUMENTS = 3
MOST_SPEAKING = 6
"""Documents quoted where it is asked which of them speak of something."""
MOST_FIGURES = 3
"""Figures named in one sentence, where as many sentences say what is asked for; of more none is."""
SIDE_DEPTH = 3
"""Passages of a side among which one that holds the kind of thing asked for is preferred."""
MOST_EXTRA = 4
LIST_HEADING = 0.25
"""Share of a question's terms that a heading must hold for its clauses to be the list that was asked for."""
ALL_SAID = 0.9
"""Share of a question's terms that a heading must hold for all its clauses to be the answer, in their order."""
MOST_CHARACTERS = 2400
"""Of passages cited in one answer, as long as one passage does not alone exceed it."""
_CHOICE = re.compile(r"\bhay\b|\bor\b")
_FIGURES = {Ask.NUMBER, Ask.COMPARE, Ask.YES_NO}
_MEASURES = {Ask.NUMBER, Ask.DEADLINE}
_WHOLE = {Ask.LIST, Ask.DUTY, Ask.FUNDING}


class Composer:
    """Composes answers over one library in the language of each question."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def compose(self, question: Question, ranked: Sequence[Ranked], weights: TermWeights) -> Draft:
        """The draft of an answer from ranked passages, of which there is at least one."""
        draft = Draft()
        several = _speaking(ranked, weights) if asks_which_speak(question) else self._per_document(question, ranked)
        for chosen in several:
            self._answer_from(draft, question, chosen, weights)
        if question.ask in _FIGURES:
            self._add_contradiction(draft, question, ranked, weights)
        self._add_related(draft, question, ranked, weights)
        return draft

    def compose_sides(self, found: Sequence[Findings]) -> Draft:
        """The draft of an answer to a question that sets documents beside each other: one lead and its quotes a document, and
        ahead of them whether the documents say the same, where they name one thing each.
        """
        draft = Draft()
        stated: list[Stated | None] = []
        for side in found:
            question = side.question
            best = next(
                (r for r in side.ranked[:SIDE_DEPTH] if gives(question, r.passage, side.weights)), side.ranked[0]
            )
            self._answer_from(draft, question, best, side.weights)
            stated.append(stated_by(question, _unit(question, best.passage, side.weights), side.weights))
        self._add_comparison(draft, found, stated)
        return draft

    def _add_comparison(self, draft: Draft, found: Sequence[Findings], stated: Sequence[Stated | None]) -> None:
        """Whether the sides say the same, as a lead over all of them; nothing where that is not asked or not plain."""
        asked = found[0].question
        agrees = agreement(stated) if len(found) > 1 and compares(asked.resolved) else None
        if agrees is None:
            return
        values = [_named(s, asked, self._glossary) for s in stated if s is not None]
        key, value = ("same", values[0]) if agrees else ("different", "; ".join(values))
        positions = tuple(dict.fromkeys(p for _, resting in draft.leads for p in resting))
        draft.leads.insert(0, (say(key, asked.language, value=value, m="{m}"), positions))

    def _per_document(self, question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
        """The passage to answer from; one a document where several are asked about or say as much as the best."""
        best = ranked[0]
        several = question.ask is Ask.COMPARE or (question.scope.documents and len(question.scope.documents) > 1)
        open_scope = question.scope.documents is None
        if not several and not open_scope:
            return [best]
        chosen: dict[str, Ranked] = {}
        for candidate in ranked:
            if candidate.passage.document_id not in chosen:
                chosen[candidate.passage.document_id] = candidate
        near = 0.6 if several else NEAR_OFFICE if question.offices and question.ask is Ask.DUTY else NEAR
        return [c for c in chosen.values() if c.score >= near * best.score][:MOST_DOCUMENTS]

    def _answer_from(self, draft: Draft, question: Question, ranked: Ranked, weights: TermWeights) -> None:
        passage = ranked.passage
        document = self._library.documents[passage.document_id]
        measured = question.ask in _MEASURES
        if not measured and self._answer_addressee(draft, question, passage, document, weights):
            return
        if question.ask is Ask.DUTY:
            self._answer_duties(draft, question, passage, document, weights)
            return
        if question.ask is Ask.LIST:
            items = [passage] if head_office(passage) else self._siblings(passage, weights, asks_audience(question))
            if len(items) > 1:
                name = document_name(document, question.language, self._glossary)
                lead = say("list", question.language, doc=name, n=len(items), m="{m}")
                draft.add(lead, [Quote(document, whole(p)) for p in items])
                return
        unit = _unit(question, passage, weights)
        decided = decide(question, passage, document, self._library, self._glossary)
        if decided is not None:
            unit = Unit(passage, passage.blocks[decided.block], decided.block, decided.block)
            lead = self._decided_lead(question, document, decided)
        else:
            lead = self._lead(question, document, unit, weights)
        draft.add(lead, [Quote(document, unit)])
        if measured:
            self._answer_addressee(draft, question, passage, document, weights)

    def _answer_addressee(
        self, draft: Draft, question: Question, passage: Passage, document: Document, weights: TermWeights
    ) -> bool:
        """Answers to whom something goes; False where that is not asked, or the passage does not say it."""
        if not asks_addressee(question):
            return False
        unit = best_unit(passage, weights)
        named = [fold(office) for office in question.offices]
        found = find_addressee(sentence_of(unit, weights), named) or find_addressee(unit.text, named)
        if found is None:
            return False
        name = document_name(document, question.language, self._glossary)
        office = office_name(found.office, question.language, self._glossary)
        lead = say("addressee", question.language, office=office, doc=name, m="{m}")
        if found.through:
            through = office_name(found.through, question.language, self._glossary)
            lead = say("addressee_through", question.language, office=office, through=through, doc=name, m="{m}")
        draft.add(lead, [Quote(document, unit)])
        return True

    def _siblings(self, passage: Passage, weights: TermWeights, audience: bool = False) -> list[Passage]:
        """The clauses beside a passage where their common heading is what was asked for: together they are the list."""
        if len(passage.section) < 2 or passage.kind != "clause" or len(passage.blocks) > 1:
            return [passage]
        parent = passage.section[:-1]
        asked = weights.coverage(parent[-1]) >= LIST_HEADING or (audience and says_audience(passage) > 0)
        if not asked:
            return [passage]
        items = [
            p for p in self._library.passages_of(passage.document_id) if p.section[:-1] == parent and p.kind == "clause"
        ]
        return items if sum(len(p.text) for p in items) <= MOST_CHARACTERS else [passage]

    def _answer_duties(
        self, draft: Draft, question: Question, passage: Passage, document: Document, weights: TermWeights
    ) -> None:
        """All duties of the office that the best passage belongs to, as far as they fit."""
        duties = duties_of(self._library.passages_of(document.id), question.offices, passage)
        passage = passage if passage in duties else duties[0]
        if len(duties) == 1:
            duties = self._siblings(passage, weights)
        order = _duty_order(passage, weights)
        fitting: list[Passage] = []
        for duty in sorted(duties, key=order):
            if not fitting or sum(len(p.text) for p in [*fitting, duty]) <= MOST_CHARACTERS:
                fitting.append(duty)
        draft.partial = draft.partial or len(fitting) < len(duties)
        quotes = [Quote(document, whole(p)) for p in sorted(fitting, key=order)]
        head = head_office(passage)
        actor = Offices(head) if head else None
        if actor is None and len(duties) == 1:
            actor = find_actor(passage, passage.text, weights)
        draft.add(self._duty_lead(question, document, actor), quotes)

    def _duty_lead(self, question: Question, document: Document, actor: Offices | None) -> str:
        """Who is charged; nobody is named where that is somebody else than the office asked for and those it works with."""
        name = document_name(document, question.language, self._glossary)
        leads = actor is not None and _is_one_of(question.offices, actor.lead)
        if actor is None or (question.offices and not leads and not _is_one_of(question.offices, actor.others)):
            return say("what", question.language, doc=name, m="{m}")
        office = office_name(actor.lead, question.language, self._glossary)
        if actor.others and not leads:
            others = office_name(actor.others, question.language, self._glossary)
            return say("office_with", question.language, office=office, others=others, doc=name, m="{m}")
        return say("duty", question.language, office=office, doc=name, m="{m}")

    def _lead(self, question: Question, document: Document, unit: Unit, weights: TermWeights) -> str:
        name = document_name(document, question.language, self._glossary)
        proposer = find_proposer(unit.text) if asks_proposer(question) else None
        if proposer:
            office = office_name(proposer, question.language, self._glossary)
            return say("proposer", question.language, office=office, doc=name, m="{m}")
        approver = find_approver(unit.text) if asks_approver(question) else None
        if approver:
            office = office_name(approver.office, question.language, self._glossary)
            what = f" “{approver.what}”" if approver.what else ""
            return say("approver", question.language, office=office, what=what, doc=name, m="{m}")
        write = _LEADS.get(question.ask)
        lead = write(self, question, name, unit, weights) if write else None
        return lead or say("what", question.language, doc=name, m="{m}")

    def _office_lead(self, question: Question, name: str, unit: Unit, weights: TermWeights) -> str | None:
        if (
            asks_who_is_first(question)
            or asks_approver(question)
            or (asks_addressee(question) and unit.passage.kind != "recipients")
        ):
            return None  # who does it is not to whom it goes
        asked = () if _CHOICE.search(question.vietnamese) else [fold(o.name) for o in find_offices(question.vietnamese)]
        actor = find_actor(unit.passage, unit.text, weights, asked, _kinds_asked(question))
        partners = asks_partners(question) and actor is not None and actor.others
        if (
            actor is None
            or (fold(actor.lead) in map(fold, question.offices) and not partners)
            or _only_helpers_asked(question, actor)
        ):
            return None  # "to whom does the school report?" is not answered by the school
        office = office_name(actor.lead, question.language, self._glossary)
        if actor.others:
            others = office_name(actor.others, question.language, self._glossary)
            key = "office_joint" if actor.joint else "office_with"
            return say(key, question.language, office=office, others=others, doc=name, m="{m}")
        return say("office", question.language, office=office, doc=name, m="{m}")

    def _number_lead(self, question: Question, name: str, unit: Unit, weights: TermWeights) -> str | None:
        if unit.passage.kind == "row" and not asks_money(question):
            cells = figure_cells(question, unit.passage)
            if cells:
                value = "; ".join(f"{_worded(n, question)}: {_worded(v, question)}" for n, v in cells)
                row = office_name(unit.passage.section[-1], question.language, self._glossary)
                return say("cells", question.language, row=row, value=value, doc=name, m="{m}")
        figures = _figures(question, unit, weights)
        if not 0 < len(figures) <= MOST_FIGURES:
            return None
        value = "; ".join(dict.fromkeys(_worded(figure, question) for figure in figures))
        return say("number", question.language, doc=name, value=value, m="{m}")

    def _deadline_lead(self, question: Question, name: str, unit: Unit, weights: TermWeights) -> str | None:
        time = find_time(unit.passage, sentence_of(unit, weights), question) or find_time(
            unit.passage, unit.text, question
        )
        time = time or time_above(unit.passage)
        return say("deadline", question.language, value=_worded(time, question), doc=name, m="{m}") if time else None

    def _document_lead(self, question: Question, name: str, unit: Unit, weights: TermWeights) -> str | None:
        value = find_named_document(unit.text, weights, question)
        return say("which_document", question.language, value=value, doc=name, m="{m}") if value else None

    def _funding_lead(self, question: Question, name: str, _: Unit, __: TermWeights) -> str | None:
        return say("funding", question.language, doc=name, m="{m}")

    def _yes_no_lead(self, question: Question, name: str, unit: Unit, weights: TermWeights) -> str | None:
        """Where it is asked whether an office does it, the office that does."""
        told = asks_whether_it_leads(question) and says_who_leads(unit.passage, weights)
        actor = find_actor(unit.passage, unit.text, weights) if told else None
        if actor is not None:
            office = office_name(actor.lead, question.language, self._glossary)
            return say("office", question.language, office=office, doc=name, m="{m}")
        return say("yes_no", question.language, doc=name, m="{m}")

    def _decided_lead(self, question: Question, document: Document, decided: Decision) -> str:
        name = document_name(document, question.language, self._glossary)
        value = _worded(decided.figure, question)
        return say(f"answer_{decided.answer}", question.language, value=value, doc=name, m="{m}")

    def _list_lead(self, question: Question, name: str, unit: Unit, _: TermWeights) -> str | None:
        n = items_of(unit.text)
        return say("list", question.language, doc=name, n=n, m="{m}") if n > 1 else None

    def _add_contradiction(
        self, draft: Draft, question: Question, ranked: Sequence[Ranked], weights: TermWeights
    ) -> None:
        """Where the document's text and its tables give different figures, both are answered and the reader is told."""
        first = draft.quotes[0]
        found = find_contradiction(first.unit, ranked, weights)
        if found is None:
            return
        asked = _figures(question, first.unit, weights) if question.ask is Ask.NUMBER else []
        if asked and found.here not in asked:
            return  # two figures for something else that the clause speaks of
        values = f"{found.here}; {found.there}"
        both = [first, Quote(first.document, found.unit)]
        draft.add(say("contradiction_answer", question.language, values=values, m="{m}"), both)
        draft.contradictions.append((first.document, values))

    def _add_related(self, draft: Draft, question: Question, ranked: Sequence[Ranked], weights: TermWeights) -> None:
        """Passages nearly as good as the best, quoted after the answer: the reader sees what else was near."""
        if question.ask is Ask.DUTY and question.offices:
            return
        documents = {q.document.id for q in draft.quotes}
        cited = {q.unit.passage.id for q in draft.quotes}
        characters = sum(len(q.unit.passage.text) for q in draft.quotes)
        added = 0
        for candidate in ranked[1:]:
            passage = candidate.passage
            if added == MOST_EXTRA or candidate.score < CLOSE * ranked[0].score:
                break
            if (
                passage.id in cited
                or passage.document_id not in documents
                or characters + len(passage.text) > MOST_CHARACTERS
            ):
                continue
            draft.quotes.append(Quote(self._library.documents[passage.document_id], best_unit(passage, weights)))
            characters += len(passage.text)
            added += 1


def _figures(question: Question, unit: Unit, weights: TermWeights) -> list[str]:
    """What the sentences of a unit that say most of the question give as its figure: several where they say as much as each other."""
    sentences = sentences_of(unit, weights)
    ways = set(_WAY.findall(question.vietnamese.lower()))
    of_the_way = [s for s in sentences if not ways or ways & set(_WAY.findall(s.lower()))]
    found = [find_figure(question, sentence, weights) for sentence in of_the_way or sentences]
    return list(dict.fromkeys(tidy(figure.text) for figure in found if figure))


def _only_helpers_asked(question: Question, actor: Offices) -> bool:
    """Whether it is asked with whom an office works, and nobody is named but who does it."""
    return asks_partners(question) and bool(question.offices) and not actor.others


def _is_one_of(offices: Sequence[str], named: str) -> bool:
    """Whether one of some offices is among those that a clause names, shortened or not."""
    return any(names_actor(fold(office), named) for office in offices)


def _unit(question: Question, passage: Passage, weights: TermWeights) -> Unit:
    """What is quoted of the passage that is answered from: of a list or a rule on money all, else the best part, and where
    another document is asked for the part that names one.
    """
    if question.ask in _WHOLE:
        return whole(passage)
    unit = best_unit(passage, weights)
    blocks = [unit, *(Unit(passage, text, i, i) for i, text in enumerate(passage.blocks))]
    if asks_proposer(question):
        return next((u for u in blocks if find_proposer(u.text)), unit)
    if question.ask is not Ask.WHICH_DOCUMENT:
        return unit
    naming = [u for u in blocks if find_named_document(u.text, weights, question)]
    naming = [u for u in naming if names_kind_asked(question, u.text)] or naming
    if unit in naming:
        return unit
    return max(naming, key=lambda u: weights.coverage(u.text) + weights.pair_coverage(u.text), default=unit)


def _named(stated: Stated, question: Question, glossary: Glossary) -> str:
    if stated.kind == "office":
        return office_name(stated.value, question.language, glossary)
    return _worded(stated.value, question)


def _worded(value: str, question: Question) -> str:
    """A figure, a time or the name of a column in the language of the question, as far as its words are known."""
    parts = tidy(value).split(": ")
    return ": ".join(in_english(part) for part in parts) if question.language == "en" else tidy(value)


def _speaking(ranked: Sequence[Ranked], weights: TermWeights) -> list[Ranked]:
    """The best passage of each document that says as much of what is asked for as the best passage does."""
    enough = ALL_SAID * weights.coverage(ranked[0].passage.searchable)
    chosen: dict[str, Ranked] = {}
    for candidate in ranked:
        if weights.coverage(candidate.passage.searchable) >= enough:
            chosen.setdefault(candidate.passage.document_id, candidate)
    return list(chosen.values())[:MOST_SPEAKING]


def _kinds_asked(question: Question) -> tuple[str, ...]:
    """What offices of the sort asked for are called where the question says the sort ("phòng nào", "which school"), without accents."""
    return next((kinds for pattern, kinds in _KINDS if pattern.search(question.asking)), ())


def _duty_order(passage: Passage, weights: TermWeights) -> Callable[[Passage], tuple[bool, int]]:
    """The best passage first; where its heading alone says what the question says, the clauses under it as they stand."""
    above = passage.section[:-1]
    if above and weights.coverage(above[-1]) >= ALL_SAID:
        return lambda p: (p.section[:-1] != above, p.ordinal)
    return lambda p: (p.id != passage.id, p.ordinal)


_WAY = re.compile(r"(?:không )?(?:tập trung|chuyên trách|chính quy)")
"""Ways of studying or serving that are told by a "không" alone."""
_KINDS = (
    (re.compile(r"\bphòng nào\b|\b(?:which|what) (?:\w+ )?division\b", re.IGNORECASE), ("phong ",)),
    (re.compile(r"\bsở nào\b", re.IGNORECASE), ("so ",)),
    (re.compile(r"\btrường nào\b|\b(?:which|what) (?:\w+ )?school\b", re.IGNORECASE), ("truong ", "hoc vien ", "dai hoc ")),
    (re.compile(r"\bbệnh viện nào\b|\b(?:which|what) (?:\w+ )?hospital\b", re.IGNORECASE), ("benh vien ",)),
)  # fmt: skip
"""Sorts of offices as questions ask for them, and what their names begin with."""
_Lead = Callable[[Composer, Question, str, Unit, TermWeights], str | None]
_LEADS: dict[Ask, _Lead] = {
    Ask.OFFICE: Composer._office_lead,
    Ask.NUMBER: Composer._number_lead,
    Ask.DEADLINE: Composer._deadline_lead,
    Ask.WHICH_DOCUMENT: Composer._document_lead,
    Ask.FUNDING: Composer._funding_lead,
    Ask.LIST: Composer._list_lead,
    Ask.YES_NO: Composer._yes_no_lead,
}
