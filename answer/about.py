"""Answers about a document itself: its number, date, signer, issuer, status, period, legal bases, recipients."""

import re
from collections.abc import Mapping, Sequence

from answer.ask import Ask
from answer.draft import Draft, Quote
from answer.phrases import document_name, office_name, say
from answer.question import Question
from answer.terms import TermWeights
from answer.units import Unit, best_unit, unit_holding, whole
from index.document import Document
from index.library import Library
from index.passage import Passage, PassageKind
from vietnamese.dates import find_years
from vietnamese.glossary import Glossary
from vietnamese.numbers import find_document_numbers
from vietnamese.text import fold, syllables

SAME_TOPIC = 0.75
"""Share of the best document's score from which another document is answered for too."""
YEAR_EXACT, YEAR_COVERED = 0.5, 0.2
"""What a year in the question adds to a document of that year, or of a period that covers it."""
MOST = 5
_POST_ASKED = re.compile(r"^(?P<post>giám đốc|chủ tịch|bí thư|bộ trưởng|thủ tướng)\b.{0,80} là ai\b", re.IGNORECASE)
_ENACTING = re.compile(r"^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT)\s*:?$")
MOST_QUOTES = 20
MOST_SIGNED = 6
"""Lines of a signature that is quoted from its first line on; a longer one is of several people."""
_FIELDS: Mapping[Ask, tuple[str, PassageKind]] = {
    Ask.DOC_NUMBER: ("number", "head"),
    Ask.DOC_DATE: ("date", "head"),
    Ask.DOC_SIGNER: ("signer", "signature"),
    Ask.DOC_ISSUER: ("issuer", "head"),
    Ask.DOC_PERIOD: ("title", "head"),
}


class DocumentDesk:
    """Answers questions about documents as documents, from their metadata, citing the words each fact was read from."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def answer(self, question: Question, weights: TermWeights) -> Draft:
        """The draft; without quotes, and a lead that says so, where no document that is meant states what is asked."""
        draft = Draft()
        meant = self._meant(question, weights)
        for document in meant:
            if len(draft.quotes) == MOST_QUOTES:
                draft.partial = True
                break
            if question.ask is Ask.DOC_BASES:
                self._bases(draft, question, document, weights)
            elif question.ask is Ask.DOC_RECIPIENTS:
                self._zone(draft, question, document, "recipients", "doc_recipients")
            elif question.ask is Ask.DOC_STATUS:
                self._status(draft, question, document)
            elif question.ask is Ask.DOC_CITED_BY:
                self._cited_by(draft, question, document)
            else:
                self._field(draft, question, document)
        if not draft.quotes:
            draft.leads = [(self._missing(question, document), ()) for document in meant]
        return draft

    def _missing(self, question: Question, document: Document) -> str:
        """What is said of a fact that was not found: of a scan, that it was not read there, for it may well stand there."""
        phrase = "doc_unread" if document.read_by == "ocr" else "doc_absent"
        return say(phrase, question.language, doc=self._name(question, document))

    def _meant(self, question: Question, weights: TermWeights) -> list[Document]:
        """The documents a question means: those it names, else those whose head, title and issuer hold most of its words."""
        documents = self._library.documents
        if question.ask is Ask.DOC_CITED_BY:
            allowed = question.scope.documents
            return [d for d in documents.values() if allowed is None or d.id in allowed]
        if question.scope.documents is not None:
            named = [documents[d] for d in sorted(question.scope.documents) if d in documents]
            if len(named) < 2:
                return named
            documents = {d.id: d for d in named}
        scores = {d.id: weights.coverage(self._description(d)) + _year_fit(question, d) for d in documents.values()}
        best = max(scores.values(), default=0.0)
        chosen = [d for d in documents.values() if scores[d.id] >= SAME_TOPIC * best and best > 0]
        return sorted(chosen or list(documents.values()), key=lambda d: -scores[d.id])[:MOST]

    def _description(self, document: Document) -> str:
        period = f"{document.period.start or ''} {document.period.end}" if document.period else ""
        heads = " ".join(p.text for p in self._library.passages_of(document.id) if p.kind == "head")
        status = "dự thảo" if document.status == "draft" else ""
        return " ".join(
            [heads, document.issuer or "", document.province or "", document.province_current or "", period, status]
        )

    def _name(self, question: Question, document: Document) -> str:
        return document_name(document, question.language, self._glossary)

    def _field(self, draft: Draft, question: Question, document: Document) -> None:
        field, zone = _FIELDS[question.ask]
        if question.ask is Ask.DOC_SIGNER and not _holds_post(question, document):
            return
        value = self._value(question.ask, document)
        words = document.evidence.get(field)
        unit = self._unit_with(document, words, zone) if words else None
        if value is None or unit is None:
            return
        units = [unit]
        if question.ask is Ask.DOC_SIGNER:
            post = _post(document)
            value = f"{value}, {office_name(post, question.language, self._glossary)}" if post else value
            units = [_signed(unit)]
        elif question.ask is Ask.DOC_PERIOD:
            units += self._issued_for(document, unit)
        lead = say(question.ask.value, question.language, value=value, doc=self._name(question, document), m="{m}")
        draft.add(lead, [Quote(document, u) for u in units])

    def _issued_for(self, document: Document, title: Unit) -> list[Unit]:
        """The sentence that issues the document, where it names the years as its title does."""
        words = document.evidence.get("issuer")
        unit = self._unit_with(document, words, "bases") if words else None
        if unit is None or unit.text == title.text:
            return []
        return [unit] if set(find_years(title.text)) <= set(find_years(unit.text)) else []

    def _value(self, ask: Ask, document: Document) -> str | None:
        if ask is Ask.DOC_PERIOD:
            period = document.period
            if period is None:
                return None
            return str(period.end) if period.start in (None, period.end) else f"{period.start} - {period.end}"
        value = getattr(document, _FIELDS[ask][0])
        if ask is Ask.DOC_DATE and value:
            return "/".join(reversed(value.split("-")))
        return str(value) if value else None

    def _unit_with(self, document: Document, words: str, zone: PassageKind) -> Unit | None:
        return unit_holding(self._library.passages_of(document.id), words, zone)

    def _zone_passages(self, document: Document, kind: PassageKind) -> Sequence[Passage]:
        return [p for p in self._library.passages_of(document.id) if p.kind == kind]

    def _zone(self, draft: Draft, question: Question, document: Document, kind: PassageKind, phrase: str) -> None:
        for passage in self._zone_passages(document, kind):
            draft.add(
                say(phrase, question.language, doc=self._name(question, document), m="{m}"),
                [Quote(document, whole(passage))],
            )

    def _bases(self, draft: Draft, question: Question, document: Document, weights: TermWeights) -> None:
        """All legal bases; where the question's words single one out, that one, by its number."""
        for passage in self._zone_passages(document, "bases"):
            unit = best_unit(passage, weights)
            asked = {w for t in question.terms for w in t.alternatives[0]} - _GENERAL_BASIS_WORDS
            specific = asked & set(syllables(unit.text))
            if len(passage.blocks) > 1 and len(specific) < 2:
                lead = say("doc_bases", question.language, doc=self._name(question, document), m="{m}")
                draft.add(lead, [Quote(document, _without_enacting_words(passage))])
                continue
            numbers = find_document_numbers(unit.text)
            value = numbers[0].number if numbers else unit.text.split(",")[0]
            lead = say("doc_basis", question.language, value=value, doc=self._name(question, document), m="{m}")
            draft.add(lead, [Quote(document, unit)])

    def _status(self, draft: Draft, question: Question, document: Document) -> None:
        zone: PassageKind = "signature" if document.status == "issued" else "head"
        field = {"draft": "status", "issued": "number", "unknown": "title"}[document.status]
        unit = self._unit_with(document, document.evidence.get(field, document.title or ""), zone)
        if unit is not None:
            lead = say(f"doc_{document.status}", question.language, doc=self._name(question, document), m="{m}")
            draft.add(lead, [Quote(document, unit)])

    def _cited_by(self, draft: Draft, question: Question, document: Document) -> None:
        wanted = {n.number for n in find_document_numbers(question.resolved)}
        for passage in self._library.passages_of(document.id):
            for i, block in enumerate(passage.blocks):
                if any(n.number in wanted for n in find_document_numbers(block)):
                    value = next(iter(wanted))
                    lead = say("doc_basis", question.language, value=value, doc=self._name(question, document), m="{m}")
                    draft.add(lead, [Quote(document, Unit(passage, block, i, i))])
                    return


def _holds_post(question: Question, document: Document) -> bool:
    """Whether the signer holds the post of which it is asked who does ("Chủ tịch … là ai?"): a deputy signs for the head."""
    asked = _POST_ASKED.search(question.vietnamese)
    post = (document.signer_title or "").rpartition(" - ")[2]
    return asked is None or fold(post).startswith(fold(asked["post"]))


def _post(document: Document) -> str:
    """The post of who signed, as a sentence has it ("Phó bí thư"); "" where none is known."""
    post = (document.signer_title or "").rpartition(" - ")[2]
    return f"{post[:1].upper()}{post[1:].lower()}" if post.isupper() else post


def _signed(unit: Unit) -> Unit:
    """A signer's name with what stands over it in the signature: for whom and in which post."""
    passage = unit.passage
    if passage.kind != "signature" or len(passage.blocks) > MOST_SIGNED:
        return unit
    return Unit(passage, "\n".join(passage.blocks[: unit.last + 1]), 0, unit.last)


def _without_enacting_words(passage: Passage) -> Unit:
    """Legal bases without the "QUYẾT ĐỊNH:" that ends them and is none."""
    blocks = list(passage.blocks)
    while len(blocks) > 1 and _ENACTING.match(blocks[-1].strip()):
        blocks.pop()
    return Unit(passage, "\n".join(blocks), 0, len(blocks) - 1)


def _year_fit(question: Question, document: Document) -> float:
    """A document of exactly the year that is asked about comes before one whose period only covers it."""
    period = document.period
    if not question.scope.years or period is None:
        return 0.0
    start = period.start or period.end
    if (min(question.scope.years), max(question.scope.years)) == (start, period.end):
        return YEAR_EXACT
    return YEAR_COVERED if all(start <= y <= period.end for y in question.scope.years) else 0.0


_GENERAL_BASIS_WORDS = frozenset(
    [
        "căn",
        "cứ",
        "kế",
        "hoạch",
        "quyết",
        "định",
        "nghị",
        "số",
        "của",
        "về",
        "đào",
        "tạo",
        "bồi",
        "dưỡng",
        "cán",
        "bộ",
        "công",
        "chức",
        "viên",
        "tỉnh",
        "năm",
        "giai",
        "đoạn",
        "ban",
        "hành",
        "văn",
        "bản",
        "pháp",
        "lý",
        "luật",
    ]
)
