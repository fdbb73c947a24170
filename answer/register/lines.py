"""A list from the register in words: how many there are and where, then a line for each that is shown."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from answer.english import in_english
from answer.phrases import document_name, office_name, say, unmarked
from answer.register.entries import MOST_DOCUMENTS, Entry
from answer.register.fragments import fragment
from answer.reply import Language
from index.document import Document
from obligations.obligation import Obligation
from vietnamese.glossary import Glossary
from vietnamese.text import fold, fold_markup, has_accents, tidy

SHORT_MEASURE = 60
"""Characters of what a figure measures; a shorter text does not say for whom it is."""
LONGEST_ACTION = 180
"""Characters of what is to be done that a line gives; the quote under it has all of them."""
LONGEST_NAME = 60
"""Characters of somebody's name in a line: groups of offices are named at length."""
_ROLES = ("lead", "coordinate", "advise", "report", "inspect", "fund")
"""Roles that a line names; of the others the action says all there is."""
_VIETNAMESE = re.compile(r"\b(?:sau|trong|theo|khi|cho|khai|quy|tuan|ban)\b", re.IGNORECASE)
"""Words of time limits that have no accents: what holds one is not in English."""
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a line needs to know: the language of the answer, the English names, and who the whole list is about."""

    language: Language
    glossary: Glossary
    actors: Collection[str] = ()

    @property
    def is_english(self) -> bool:
        """Whether the answer is in English."""
        return self.language == "en"


def duty_line(entry: Entry, marker: str, wording: Wording) -> str:
    """A duty: whose it is where the list is not of one office, what is to be done, the role, until when."""
    row = entry.row
    what = _words(row.action, row.quote)
    details = [_role(row, wording), _deadline(row, what, wording)]
    known = "; ".join(detail for detail in details if detail)
    who = ""
    if row.actor and row.actor not in wording.actors:
        who = f"{named(row.actor, wording)}: "
    return f"- {unmarked(who + what + (f' ({known})' if known else ''))} {marker}"


def figure_line(entry: Entry, marker: str, wording: Wording) -> str:
    """A figure: how much, in which years, what it measures, and for whom where what it measures is too short to say so."""
    row = entry.row
    target = row.target
    if target is None:
        raise ValueError(f"a row of {row.document_id} sets no figure")
    value = in_english(target.value) if wording.is_english else target.value
    said = fold_markup(row.action)
    in_full = fold_markup(target.value) in fold_markup(_shortened(row.action)) or fold_markup(target.measure) in said
    group = f" [{tidy(target.group)}]" if target.group and not in_full and len(target.measure) < SHORT_MEASURE else ""
    what = _words(row.action if in_full else target.measure, row.quote)
    value = _with_years(value, entry.years)
    return f"- {unmarked(f'{value}: {what}{group}')} {marker}"


def named(actor: str, wording: Wording) -> str:
    """Somebody in a line, beginning with a capital: in English with the English name where one office is meant, not several."""
    name = actor if ";" in actor else office_name(actor, wording.language, wording.glossary)
    if len(name) > LONGEST_NAME:
        name = f"{name[:LONGEST_NAME].rsplit(' ', 1)[0].rstrip(' ,;')}…"
    return f"{name[:1].upper()}{name[1:]}"


def counted(groups: Mapping[str, int], documents: Mapping[str, Document], wording: Wording) -> str:
    """Where the rows of a list stand: the document, or how many documents and how many rows in each, named by place or issuer."""
    language = wording.language
    if len(groups) == 1:
        return document_name(documents[next(iter(groups))], language, wording.glossary)
    named = list(groups)[:MOST_DOCUMENTS]
    labels = _labels([documents[name] for name in named])
    listed = ", ".join(f"{label} {groups[name]}" for name, label in zip(named, labels, strict=True))
    rest = list(groups.values())[MOST_DOCUMENTS:]
    if rest:
        return fragment("many", language, k=len(groups), listed=listed, others=len(rest), n=sum(rest))
    return fragment("several", language, k=len(groups), listed=listed)


def heading(document: Document, count: int, shown: int, wording: Wording) -> str:
    """The line above what is listed of one document."""
    name = document_name(document, wording.language, wording.glossary)
    phrase = "register_document" if shown == count else "register_document_part"
    return say(phrase, wording.language, doc=name, n=count, k=shown)


def _labels(documents: Sequence[Document]) -> list[str]:
    """Each document by its province, or else its issuer; with its number or years where two are called alike."""
    places = [d.province or d.issuer or d.number or d.id for d in documents]
    labels = []
    for document, place in zip(documents, places, strict=True):
        own = document.number or (f"{document.type or ''} {document.period.end}" if document.period else document.id)
        labels.append(f"{place} ({own.strip()})" if places.count(place) > 1 else place)
    return labels


def _role(row: Obligation, wording: Wording) -> str:
    """The role in a word, where the action does not begin with it."""
    if row.role not in _ROLES:
        return ""
    name = fragment(row.role, wording.language)
    return "" if fold(row.action).startswith(fold(name)) else name


def _deadline(row: Obligation, said: str, wording: Wording) -> str:
    """The time limit, where it is not said already in the same language."""
    if row.deadline is None:
        return ""
    text = row.deadline.text
    if not wording.is_english and fold(text) in fold(said):
        return ""
    value = in_english(text) if wording.is_english else f"{text[:1].lower()}{text[1:]}"
    if wording.is_english and (has_accents(value) or _VIETNAMESE.search(value)):
        value = f"“{text}”"
    return fragment("due", wording.language, value=value)


def _words(text: str, quote: str) -> str:
    """What a row says, shortened; between quotation marks where the document says it in one go, and else no more than a sentence."""
    text = tidy(text.replace("\n", " ")).strip(" ;,.:")
    short = _shortened(text)
    if fold_markup(short) not in fold_markup(quote):
        short = _shortened(_SENTENCE.split(text)[0])
    rest = "…" if len(short) < len(text) else ""
    return f"“{short}”{rest}" if fold_markup(short) in fold_markup(quote) else f"{short}{rest}"


def _shortened(text: str) -> str:
    """As much of a text as a line gives, to the end of a sentence or of a part of one where that leaves most of it."""
    if len(text) <= LONGEST_ACTION:
        return text.rstrip(" ;,.:")
    ends = [m.start() for m in _SENTENCE.finditer(text, 0, LONGEST_ACTION) if m.start() > LONGEST_ACTION / 2]
    cut = text[: ends[-1]] if ends else text[:LONGEST_ACTION].rsplit(" ", 1)[0]
    return cut.rstrip(" ;,.:(-–")


def _with_years(value: str, years: Sequence[int]) -> str:
    """A figure with its years as a person lists them: "30 người (2023 - 2025)"."""
    if not years:
        return value
    listed = ", ".join(map(str, years))
    if len(years) > 2 and list(years) == list(range(years[0], years[-1] + 1)):
        listed = f"{years[0]} - {years[-1]}"
    return f"{value[:-1]}; {listed})" if value.endswith(")") else f"{value} ({listed})"
