"""Answers about a document itself: its title, number, date, signer, issuer, status, period, bases, recipients, appendices."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from answer.ask import Ask, facts_asked
from answer.draft import Draft, Quote
from answer.issued import documents_of_issuer
from answer.phrases import document_name, office_name, say, says, small_number, written_day
from answer.question import Question
from answer.standing import asks_force, is_over, standing_asked, standing_so
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
FEW = 2
"""Documents of which each is said not to state what is asked; of more, it is said once."""
_OF_CITED = (Ask.DOC_NUMBER, Ask.DOC_DATE)
"""Facts that a document has of those it cites as well as of itself."""
_POST_ASKED = re.compile(
    r"^(?P<post>giám đốc|chủ tịch|bí thư|bộ trưởng|thủ tướng)\b.{0,80} là ai\b"
    r"|\bai (?:hiện |đang |hiện đang )?là (?P<of>giám đốc|chủ tịch|bí thư|bộ trưởng|thủ tướng)\b",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"phụ lục\b", re.IGNORECASE)
_OF_APPENDIX = re.compile(r"\bphụ lục\b|\bphu luc\b|\bannex\b|\bappendix\b", re.IGNORECASE)
_BELONGS = re.compile(r"\bkèm theo\b", re.IGNORECASE)
_LACKING = re.compile(
    r"\b(?:văn bản|kế hoạch|tài liệu) nào\b[^?]{0,20}\b(?:chưa|không)(?: có| ghi| được| được ghi| đề| mang)+ (?:số|ngày|người ký|chữ ký|ký)\b"
    r"|\b(?:which|what) (?:of (?:the|these|those) )?(?:\w+ )?(?:documents?|plans?|decisions?)\b[^?]{0,20}\b(?:ha(?:s|ve) no|bears? no|carr(?:y|ies) no)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\bchưa\b|\bcó\b[^?]*\bkhông\s*\??$|(?:^|[.;:,]\s+)(?:does|do|did|has|have|was|were|is|are)\b|\b(?:if|whether|yet)\b",
    re.IGNORECASE,
)
_OF_POST = re.compile(
    r"\b(?:chức (?:danh|vụ)|cương vị|tư cách|danh nghĩa|thay mặt|nhân danh)\b"
    r"|\bon behalf\b|\bwhose behalf\b|\bin whose name\b|\b(?:post|position|capacity|role|title|function)\b",
    re.IGNORECASE,
)
_BLANK_NUMBER = re.compile(r"\bsố\s*:?\s*[….]*\s*/\s*[A-ZĐ]|^số\s*:\s*(?!\d)", re.IGNORECASE)
_BLANK_DAY = re.compile(r"\bngày[\s….]*/?[\s….]*(?:tháng\b|/\s*\d)", re.IGNORECASE)
_BLANK_MONTH = re.compile(r"\btháng[\s….]*/?[\s….]*năm\b", re.IGNORECASE)
_BLANKS = {Ask.DOC_NUMBER: _BLANK_NUMBER, Ask.DOC_DATE: _BLANK_DAY}
"""The place for a fact that is printed and not filled in."""
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
    Ask.DOC_TITLE: ("title", "head"),
}


class DocumentDesk:
    """Answers questions about documents as documents, from their metadata, citing the words each fact was read from."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def answer(self, question: Question, weights: TermWeights, today: date) -> Draft:
        """The draft; without quotes, and a lead that says so, where no document that is meant states what is asked.

        `today` decides which periods are over.
        """
        draft = Draft()
        meant = self._meant(question, weights, today)
        facts = facts_asked(question.ask, question.vietnamese, question.english)
        if _LACKING.search(question.wording):
            return self._lacking(question, facts[0])
        for document in meant:
            if len(draft.quotes) >= MOST_QUOTES:
                draft.partial = True
                break
            missing = [fact for fact in facts if not self._tell(draft, question, fact, document, weights, today)]
            if missing and question.ask in _OF_CITED and speaks_of_another(question, self._library.documents):
                draft.quotes.clear()  # the number of one that it cites is not the date of its own
                break
            if 0 < len(missing) < len(facts):
                draft.leads += [(self._missing(question, fact, document), ()) for fact in missing]
                draft.partial = True
        if not draft.quotes:
            draft.leads = self._nothing(question, meant, facts)
            draft.partial = False
        return draft

    def _nothing(
        self, question: Question, meant: Sequence[Document], facts: Sequence[Ask]
    ) -> list[tuple[str, tuple[int, ...]]]:
        """What is said where no document states it: of each of a few, of many together nothing more than that."""
        if not meant:
            return [(say("none_stands_so", question.language), ())]
        if len(meant) > FEW:
            return []
        return [(self._missing(question, fact, document), ()) for document in meant for fact in facts]

    def _lacking(self, question: Question, fact: Ask) -> Draft:
        """Which of the documents do not bear a number, a date, a signature; there are no words to cite for what is not there."""
        allowed = question.scope.documents
        meant = [d for d in self._library.documents.values() if allowed is None or d.id in allowed]
        without = [d for d in meant if fact in _FIELDS and not getattr(d, _FIELDS[fact][0])]
        said = [self._missing(question, fact, d) for d in without] or [say("none_stands_so", question.language)]
        return Draft(leads=[(lead, ()) for lead in said])

    def _tell(
        self, draft: Draft, question: Question, fact: Ask, document: Document, weights: TermWeights, today: date
    ) -> bool:
        """Adds one fact of a document; whether the document states it."""
        before = len(draft.quotes), len(draft.leads)
        if (
            fact in _OF_CITED
            and _OF_APPENDIX.search(question.resolved)
            and self._appendix_heads(draft, question, document)
        ):
            return True
        match fact:
            case Ask.DOC_BASES:
                self._bases(draft, question, document, weights)
            case Ask.DOC_RECIPIENTS:
                self._zone(draft, question, document, "recipients", "doc_recipients")
            case Ask.DOC_STATUS:
                self._status(draft, question, document, today)
            case Ask.DOC_CITED_BY:
                self._cited_by(draft, question, document)
            case Ask.DOC_APPENDICES:
                self._appendices(draft, question, document)
            case _:
                self._field(draft, question, fact, document)
                if fact is Ask.DOC_PERIOD and asks_force(question):
                    self._ended(draft, question, document, today)
        return (len(draft.quotes), len(draft.leads)) != before

    def _missing(self, question: Question, fact: Ask, document: Document) -> str:
        """What is said of a fact that was not found: of a scan, that it was not read there, for it may well stand there."""
        absent = f"{fact.value}_absent"
        phrase = "doc_unread" if document.read_by == "ocr" else absent if says(absent) else "doc_absent"
        return say(phrase, question.language, doc=self._name(question, document))

    def _meant(self, question: Question, weights: TermWeights, today: date) -> list[Document]:
        """The documents a question means: those it names, those that stand as it says, else those whose head, title and issuer
        hold most of its words.
        """
        documents = self._library.documents
        standing = standing_asked(question)
        if standing is not None:
            return standing_so(documents.values(), standing, question.scope.years, today)
        if question.ask is Ask.DOC_CITED_BY:
            allowed = question.scope.documents
            return [d for d in documents.values() if allowed is None or d.id in allowed]
        if question.scope.documents is not None:
            named = [documents[d] for d in sorted(question.scope.documents) if d in documents]
            if len({d.province for d in named}) == len(named) <= MOST:  # each named by itself
                return named
            documents = {d.id: d for d in named}
        elif by_issuer := documents_of_issuer(question.resolved, documents.values()):
            documents = {d.id: d for d in by_issuer}
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

    def _field(self, draft: Draft, question: Question, fact: Ask, document: Document) -> None:
        field, zone = _FIELDS[fact]
        if fact is Ask.DOC_SIGNER and not _holds_post(question, document):
            return
        value = self._period(question, document) if fact is Ask.DOC_PERIOD else self._value(fact, document)
        if value is None and self._blank(draft, question, fact, document):
            return
        if fact is Ask.DOC_ISSUER and value:
            value = office_name(value, question.language, self._glossary)
        words = document.evidence.get(field)
        unit = self._unit_with(document, words, zone) if words else None
        if value is None or unit is None:
            return
        units = [unit]
        if fact is Ask.DOC_SIGNER:
            post = _post(document)
            value = f"{value}, {office_name(post, question.language, self._glossary)}" if post else value
            units = [_signed(unit)]
        elif fact is Ask.DOC_PERIOD:
            units += self._issued_for(document, unit)
        phrase = fact.value
        if fact is Ask.DOC_DATE:
            phrase = _date_phrase(value, unit.text)
            value = written_day(value, question.language)
        lead = say(phrase, question.language, value=value, doc=self._name(question, document), m="{m}")
        draft.add(lead, [Quote(document, u) for u in units])

    def _blank(self, draft: Draft, question: Question, fact: Ask, document: Document) -> bool:
        """Quotes the place that a document leaves blank for a fact which it lacks, where it is asked whether it bears it, or for
        whom and in which post somebody signs; whether it has such a place.
        """
        if fact is Ask.DOC_SIGNER:
            of_post = _OF_POST.search(question.wording)
            if of_post or asks_whether(question):
                phrase = "doc_signature" if of_post else "doc_signer_blank"
                self._zone(draft, question, document, "signature", phrase)
            return bool(of_post or asks_whether(question))
        if fact not in _BLANKS or not asks_whether(question):
            return False
        unit = self._unit_matching(document, _BLANKS[fact])
        if unit is not None:
            draft.leads.append((self._missing(question, fact, document), ()))
            lead = say("doc_blank", question.language, doc=self._name(question, document), m="{m}")
            draft.add(lead, [Quote(document, unit)])
        return unit is not None

    def _unit_matching(self, document: Document, pattern: re.Pattern[str]) -> Unit | None:
        """The first line of a document's heads that a pattern finds."""
        heads = self._zone_passages(document, "head")
        return next((Unit(h, b, i, i) for h in heads for i, b in enumerate(h.blocks) if pattern.search(b)), None)

    def _issued_for(self, document: Document, title: Unit) -> list[Unit]:
        """The sentence that issues the document, where it names the years as its title does."""
        words = document.evidence.get("issuer")
        unit = self._unit_with(document, words, "bases") if words else None
        if unit is None or unit.text == title.text:
            return []
        return [unit] if set(find_years(title.text)) <= set(find_years(unit.text)) else []

    def _period(self, question: Question, document: Document) -> str | None:
        period = document.period
        if period is None:
            return None
        if period.start is None:
            return say("until", question.language, year=period.end)
        return str(period.end) if period.start == period.end else f"{period.start} - {period.end}"

    def _value(self, ask: Ask, document: Document) -> str | None:
        value = getattr(document, _FIELDS[ask][0])
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

    def _status(self, draft: Draft, question: Question, document: Document, today: date) -> None:
        """Whether it is a draft; where it is asked whether it still counts, its period before that."""
        if asks_force(question):
            self._field(draft, question, Ask.DOC_PERIOD, document)
            self._ended(draft, question, document, today)
        zone: PassageKind = "signature" if document.status == "issued" else "head"
        field = {"draft": "status", "issued": "number", "unknown": "title"}[document.status]
        unit = self._unit_with(document, document.evidence.get(field, document.title or ""), zone)
        if unit is not None:
            lead = say(f"doc_{document.status}", question.language, doc=self._name(question, document), m="{m}")
            draft.add(lead, [Quote(document, unit)])

    def _ended(self, draft: Draft, question: Question, document: Document, today: date) -> None:
        over, value = is_over(document, today), self._period(question, document)
        if over is not None:
            phrase = "period_ended" if over else "period_running"
            draft.leads.append((say(phrase, question.language, value=value), ()))

    def _appendices(self, draft: Draft, question: Question, document: Document) -> None:
        """How many appendices there are, and the head of each."""
        heads = [p for p in self._zone_passages(document, "head") if _APPENDIX.match(p.section[0] if p.section else "")]
        if heads:
            phrase = "doc_appendices" if len(heads) > 1 else "doc_appendices.one"
            value = small_number(len(heads), question.language)
            lead = say(phrase, question.language, doc=self._name(question, document), value=value, m="{m}")
            draft.add(lead, [Quote(document, whole(head)) for head in heads])

    def _appendix_heads(self, draft: Draft, question: Question, document: Document) -> bool:
        """What stands under the titles of a plan and its appendices about the act they belong to, number and date left blank or not;
        whether there is such a line.
        """
        heads = sorted(self._zone_passages(document, "head"), key=lambda h: not _APPENDIX.match("".join(h.section[:1])))
        lines = [Unit(head, b, i, i) for head in heads for i, b in enumerate(head.blocks) if _BELONGS.search(b)]
        if lines:
            lead = say("doc_appendix_head", question.language, doc=self._name(question, document), m="{m}")
            draft.add(lead, [Quote(document, unit) for unit in lines])
        return bool(lines)

    def _cited_by(self, draft: Draft, question: Question, document: Document) -> None:
        wanted = {n.number for n in find_document_numbers(question.resolved)}
        for passage in self._library.passages_of(document.id):
            for i, block in enumerate(passage.blocks):
                if any(n.number in wanted for n in find_document_numbers(block)):
                    value = next(iter(wanted))
                    lead = say("doc_basis", question.language, value=value, doc=self._name(question, document), m="{m}")
                    draft.add(lead, [Quote(document, Unit(passage, block, i, i))])
                    return


def asks_whether(question: Question) -> bool:
    """Whether a question asks if documents bear a fact, or which ones do not; not for the fact, of which another may be meant."""
    text = question.wording
    return bool(_LACKING.search(text) or _WHETHER.search(text))


def _date_phrase(day: str, written: str) -> str:
    """The sentence for a date: of a year or a month alone, whether the rest is left blank where it was read."""
    parts = day.count("-")
    if parts == 0 and _BLANK_DAY.search(written) and _BLANK_MONTH.search(written):
        return "doc_month_blank"
    if parts == 1 and _BLANK_DAY.search(written):
        return "doc_day_blank"
    return Ask.DOC_DATE.value


def speaks_of_another(question: Question, documents: Mapping[str, Document], besides: Collection[str] = ()) -> bool:
    """Whether a question about the number or date of a document says more than which one it means: of another, that it cites.

    `besides` are syllables that say no more than that either.
    """
    meant = [documents[d] for d in question.scope.documents or ()]
    named = " ".join(f"{d.type or ''} {d.title or ''} {d.issuer or ''}" for d in meant)
    own = _OWN_WORDS | set(syllables(named)) | set(besides)
    return any(not own.issuperset(term.alternatives[0]) for term in question.terms)


def _holds_post(question: Question, document: Document) -> bool:
    """Whether the signer holds the post of which it is asked who does ("Chủ tịch … là ai?"): a deputy signs for the head."""
    asked = _POST_ASKED.search(question.vietnamese)
    post = (document.signer_title or "").rpartition(" - ")[2]
    return asked is None or fold(post).startswith(fold(asked["post"] or asked["of"]))


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


_OWN_WORDS = frozenset(
    syllables(
        "kế hoạch văn bản dự thảo tài liệu số và mấy ký hiệu tên ngày tháng năm ban hành ra phát tỉnh ủy nhân dân của này đó mang ký ai đến đang giữ đầy đủ chưa trống điền ghi học"
    )
)
"""Words that say no more of a document than that it is meant."""
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
