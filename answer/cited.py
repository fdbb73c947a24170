"""What the documents say of one that they only name: its date, who issued it; and that they do not say who signed it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.about import speaks_of_another
from answer.ask import Ask
from answer.draft import Draft, Quote
from answer.phrases import document_name, office_name, say, written_day
from answer.question import Question
from answer.units import Unit
from index.library import Library
from vietnamese.acts import ACTS
from vietnamese.dates import find_dates
from vietnamese.glossary import Glossary
from vietnamese.numbers import DocumentNumber, find_document_numbers, names_number
from vietnamese.text import nfc, syllables

_DATED = re.compile(r"^\s*,?\s*(?=(?:ngày|năm|tháng)\b)", re.IGNORECASE)
_REACH = 45
"""Characters behind a number in which its date stands."""
# "của Chính phủ về …", "của Bộ trưởng Bộ Nội vụ hướng dẫn …": the name ends where the text's own title begins.
_ISSUED_BY = re.compile(
    r"^\s*của\s+(?P<issuer>[A-ZĐ][^,;.:()“\"]{2,80}?)(?=\s+(?:về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|thông qua|tại)\b|[,;.:()“\"]|$)"
)
_ACT_WORDS = frozenset(syllables(" ".join(ACTS) + " công văn decree decision circular resolution law"))


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a document names another one, and what it says of it there: an ISO date, shortened where parts are unknown, and its issuer."""

    document_id: str
    unit: Unit
    number: str
    day: str | None
    issuer: str | None

    def says(self, ask: Ask) -> str | None:
        return self.day if ask is Ask.DOC_DATE else self.issuer if ask is Ask.DOC_ISSUER else None


class CitedDesk:
    """Answers questions about a document that is not held, from the words with which those that are held name it."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def answer(self, question: Question) -> Draft | None:
        """The draft; without quotes, and a lead that says so, where they name it and do not say what is asked. None where it asks for
        something else, or for what a clause says of such a document.
        """
        if question.ask not in (Ask.DOC_DATE, Ask.DOC_ISSUER, Ask.DOC_SIGNER) or len(question.scope.foreign) != 1:
            return None
        if speaks_of_another(question, self._library.documents, _ACT_WORDS | set(syllables(question.scope.numbers[0]))):
            return None
        mentions = list(self._mentions(question.scope.foreign[0]))
        if not mentions:
            return None
        draft = Draft()
        told: set[str] = set()
        for mention in mentions:
            value = mention.says(question.ask)
            if value is not None and value not in told:
                told.add(value)
                self._tell(draft, question, mention, value)
        if not told:
            draft.leads.append(
                (say(f"cited_{question.ask.value}_absent", question.language, value=mentions[0].number), ())
            )
        return draft

    def _tell(self, draft: Draft, question: Question, mention: _Mention, value: str) -> None:
        document = self._library.documents[mention.document_id]
        name = document_name(document, question.language, self._glossary)
        if question.ask is Ask.DOC_DATE:
            shown = written_day(value, question.language)
        else:
            shown = office_name(value, question.language, self._glossary)
        values = {"name": mention.number, "value": shown, "doc": name}
        lead = say(f"cited_{question.ask.value}", question.language, **values, m="{m}")
        draft.add(lead, [Quote(document, mention.unit)])

    def _mentions(self, asked: DocumentNumber) -> Iterator[_Mention]:
        for passage in self._library.all_passages():
            for i, block in enumerate(passage.blocks):
                text = nfc(block)
                for found in find_document_numbers(text):
                    if names_number(asked, found.number):
                        day, behind = _date_behind(text[found.end :])
                        issuer = _ISSUED_BY.match(behind)
                        unit = Unit(passage, block, i, i)
                        yield _Mention(
                            passage.document_id, unit, found.number, day, issuer["issuer"] if issuer else None
                        )


def _date_behind(text: str) -> tuple[str | None, str]:
    """The date with which a text begins, and what is behind it."""
    lead = _DATED.match(text)
    dates = find_dates(text[lead.end() : _REACH]) if lead else []
    if not lead or not dates or dates[0].start > len("ngày "):
        return None, text
    return dates[0].iso, text[lead.end() + dates[0].end :]
