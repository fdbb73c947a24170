"""What the values of the filters are called."""

from collections.abc import Mapping

from index.document import Document
from ui.labels import short_name, show_date
from ui.obligations.choice import BETWEEN, DEADLINES, FREQUENCIES, Choice
from ui.words import Words


def deadline_name(code: str, words: Words) -> str:
    """A choice of a deadline; a day or its beginning as a date."""
    if code in FREQUENCIES:
        return words.name("frequency", code)
    return words.name("duty_deadline", code) if code in DEADLINES else show_date(code, words)


def document_name(document_id: str, documents: Mapping[str, Document]) -> str:
    """A document's short name; its id where it is gone."""
    return short_name(documents[document_id]) if document_id in documents else document_id


def value_name(name: str, choice: Choice, documents: Mapping[str, Document], words: Words) -> str:
    """What one filter of a choice is set to."""
    value = getattr(choice, name)
    if name == "documents":
        return ", ".join(document_name(i, documents) for i in choice.documents)
    if name in ("kind", "role"):
        return words.name(f"duty_{name}", value)
    if name == "deadline":
        if value == BETWEEN and choice.first and choice.last:
            first, last = (show_date(day.isoformat(), words) for day in (choice.first, choice.last))
            return words("duty_between", first=first, last=last)
        return deadline_name(value, words)
    return str(value)


def number(count: int, words: Words) -> str:
    """A count with its thousands apart, as the language writes it: "200.000", "200,000"."""
    return f"{count:,}".replace(",", "." if words.language == "vi" else ",")
