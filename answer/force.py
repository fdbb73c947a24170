"""What is written about a document's force: from when it counts, what it ends, what ends or changes it. Never what is law today."""

import re
from collections.abc import Sequence
from datetime import date

from answer.about import speaks_of_another
from answer.cited_changes import changes_of
from answer.draft import Draft, Quote
from answer.phrases import document_name, say
from answer.question import Question, asks_until
from answer.units import Unit, unit_holding
from index.document import Document, Relation, RelationType
from index.library import Library
from index.validity import Validity, validity
from vietnamese.glossary import Glossary
from vietnamese.numbers import DocumentNumber, find_document_numbers, names_number, same_number
from vietnamese.text import syllables

MOST_RELATIONS = 12
_CHANGES: tuple[RelationType, ...] = ("repeals", "replaces", "amends")
_ENDS_WHAT = re.compile(
    r"(?:bãi bỏ|thay thế|sửa đổi|hủy bỏ|huỷ bỏ)(?:, bổ sung)? (?:những |các )?(?:văn bản|nghị định|luật|quyết định|thông tư|nghị quyết)[^?]*(?:nào|gì)"
    r"|làm (?:những )?văn bản nào hết hiệu lực|\b(?:repeal|replace|amend)s?\b",
    re.IGNORECASE,
)
_IS_ENDED = re.compile(
    r"\b(?:bị|được) (?:\S+ ){0,5}?(?:bãi bỏ|thay thế|sửa đổi|hủy bỏ|huỷ bỏ)"
    r"|\b(?:văn bản|quyết định|kế hoạch|cái) (?:nào|gì)(?: \S+){0,3} (?:bãi bỏ|thay thế|sửa đổi|hủy bỏ) (?:nó|quyết định này|kế hoạch này|văn bản (?:này|đó))"
    r"|\b(?:anything|something|any (?:\w+ )?(?:document|decision|plan)) (?:\w+ ){0,3}?(?:repealed|replaced|amended|superseded) (?:it|that|this)\b|\b(?:been|is|was|being|it) (?:\w+ )?(?:repealed|replaced|amended|superseded)\b",
    re.IGNORECASE,
)
_OF_CHANGES = frozenset(
    syllables(
        "bãi bỏ hủy huỷ thay thế sửa đổi bổ sung văn bản nào quyết định mới hơn khác một phần số điều newer later another ever since từ đó đến nay kể đã có chưa ký ngày mấy anything something document"
    )
)
_WHEN = re.compile(
    r"hiệu lực[^?]*(?:từ|kể từ|khi nào|ngày nào|bao giờ)|(?:khi nào|ngày nào|bao giờ)[^?]*(?:hiệu lực|bị bãi bỏ|bị thay thế)"
    r"|\bwhen\b[^?]*\b(?:repealed|replaced|amended|effective|in force|take effect|came into force)",
    re.IGNORECASE,
)
_STILL = re.compile(r"\bcòn\b|\bhết\b|đang|\bstill\b|in force|valid", re.IGNORECASE)


class ForceDesk:
    """Answers questions on the force of documents from what they say of themselves and of each other."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def answer(self, question: Question, today: date) -> Draft | None:
        """What is written of the force of what is named, as it stands `today`.

        The draft, without quotes where a day is asked that nothing states; None where nothing is written of the force of what
        is named, or nothing is named.
        """
        draft = Draft()
        for number in question.scope.foreign:
            self._said_of_number(draft, question, number)
        if not draft.quotes:
            for document in self._meant(question):
                self._said_of(draft, question, document, today)
        if not draft.quotes:
            return self._nothing(question)
        if _STILL.search(question.vietnamese) or _STILL.search(question.resolved):
            draft.leads.append((say("force_today", question.language), ()))
        return draft

    def _nothing(self, question: Question) -> Draft | None:
        """Where a day, or what ends what, is asked of documents of which nothing of that kind is written; None where none is named,
        or it is asked whether one still counts.
        """
        said = f"{question.vietnamese} {question.resolved}"
        if _IS_ENDED.search(said):
            phrase = "not_replaced"
        elif _ENDS_WHAT.search(said):
            phrase = "ends_nothing"
        elif _WHEN.search(said) and not asks_until(question):
            phrase = "doc_absent"
        else:
            return None
        if phrase != "doc_absent" and speaks_of_another(question, self._library.documents, _OF_CHANGES):
            return None  # a clause may say it: what a plan has to be repealed is no act of the plan's own
        leads = [say(phrase, question.language, doc=self._name(question, d)) for d in self._meant(question)]
        return Draft(leads=[(lead, ()) for lead in leads]) if leads else None

    def _meant(self, question: Question) -> Sequence[Document]:
        named = question.scope.documents
        documents = self._library.documents
        return [documents[d] for d in sorted(named) if d in documents] if named is not None else ()

    def _said_of_number(self, draft: Draft, question: Question, number: DocumentNumber) -> None:
        """What the documents do to one that they only name."""
        for document in self._library.documents.values():
            for relation in document.relations:
                if relation.type in _CHANGES and relation.number and names_number(number, relation.number):
                    self._add_relation(draft, question, document, relation)
        if not draft.quotes:
            self._said_in_passing(draft, question, number)

    def _said_in_passing(self, draft: Draft, question: Question, number: DocumentNumber) -> None:
        """What changes it by the words with which the documents cite both, each change once."""
        told: set[tuple[str, str]] = set()
        for change in changes_of(self._library, number):
            if (change.changing, change.how) not in told:
                told.add((change.changing, change.how))
                document = self._library.documents[change.document_id]
                name = self._name(question, document)
                values = {"value": change.changing, "name": change.changed, "doc": name}
                lead = say(change.how, question.language, **values, m="{m}")
                draft.add(lead, [Quote(document, change.unit)])

    def _said_of(self, draft: Draft, question: Question, document: Document, today: date) -> None:
        if _ENDS_WHAT.search(question.vietnamese) or _ENDS_WHAT.search(question.resolved):
            for relation in [r for r in document.relations if r.type in _CHANGES][:MOST_RELATIONS]:
                self._add_relation(draft, question, document, relation)
            return
        known = validity(document, self._library.documents, today)
        self._add_written(draft, question, document, known)
        if known.upcoming is not None:
            self._add_written(draft, question, document, known.upcoming, known.upcoming.date)
        for field in ("in_force_from", "in_force_until"):
            words = document.evidence.get(field)
            unit = unit_holding(self._library.passages_of(document.id), words, "clause") if words else None
            if unit is None:
                continue
            day = getattr(document, field)
            value = _shown(day) if day else ""
            phrase = field if day else "force"
            name = self._name(question, document)
            draft.add(say(phrase, question.language, doc=name, value=value, m="{m}"), [Quote(document, unit)])

    def _add_written(
        self, draft: Draft, question: Question, document: Document, written: Validity, later: str | None = None
    ) -> None:
        """What another document says of the force of one; `later` as for `_add_relation`."""
        source = self._library.documents.get(written.by or "")
        if source is not None and source.id != document.id:
            relation = next(r for r in source.relations if r.document_id == document.id and r.text == written.source)
            self._add_relation(draft, question, source, relation, later)

    def _add_relation(
        self, draft: Draft, question: Question, document: Document, relation: Relation, later: str | None = None
    ) -> None:
        """What a document does to another one; `later` is the day, ISO, from which it does so, where that has not come yet."""
        unit = self._unit_of(document, relation)
        if unit is None:
            return
        phrase = "partly_ended" if relation.partial and relation.type != "amends" else relation.type
        target = relation.number or relation.text.split(" ngày ")[0]
        name = self._name(question, document)
        lead = say(
            f"{phrase}_later" if later else phrase,
            question.language,
            doc=name,
            name=target,
            value=_shown(later) if later else "",
            m="{m}",
        )
        draft.add(lead, [Quote(document, unit)])

    def _unit_of(self, document: Document, relation: Relation) -> Unit | None:
        """The block that the relation was read from: the one with its words, else the last that names its number."""
        passages = self._library.passages_of(document.id)
        whole = unit_holding(passages, relation.text, "clause")
        if whole is not None or relation.number is None:
            return whole
        naming = [
            Unit(passage, block, i, i)
            for passage in passages
            for i, block in enumerate(passage.blocks)
            if any(same_number(n.number, relation.number) for n in find_document_numbers(block))
        ]
        return naming[-1] if naming else None

    def _name(self, question: Question, document: Document) -> str:
        return document_name(document, question.language, self._glossary)


def _shown(day: str) -> str:
    """An ISO date as Vietnamese writes it."""
    return "/".join(reversed(day.split("-")))
