"""The draft of a list from the register: a sentence that counts, the lines of each document, and the quotes they rest on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from answer.claims import check_claims
from answer.draft import Draft, Quote
from answer.phrases import quoted, say
from answer.register.cited import unit_of
from answer.register.entries import Entry, by_document, choose
from answer.register.lines import Wording, counted, heading
from answer.reply import Notice
from answer.writing.sources import source_head
from index.document import Document
from index.library import Library

Line = Callable[[Entry, str, Wording], str]
Preference = Callable[[Entry], tuple[object, ...]]
Lead = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a list is put: its first sentence, made from the words that say where its entries stand; a line for an entry; which
    entries are preferred; and the phrase that says how many are left.
    """

    lead: Lead
    line: Line
    prefer: Preference
    rest: str


class Listed(NamedTuple):
    """A list as an answer gives it: the draft with its quotes, and its text, whose markers are the quotes' positions from 1."""

    draft: Draft
    text: str


def listed(
    library: Library,
    documents: Mapping[str, Document],
    entries: Sequence[Entry],
    wording: Wording,
    today: date,
    manner: Manner,
) -> Listed | None:
    """The list of `entries`, of which those that are preferred are shown; None where none can be cited.

    Lines that fail the check of claims are left out; what is not shown is counted, and the draft is then partial.
    """
    groups = by_document(entries, documents, today.year)
    chosen = choose(groups, lambda entry: len(library.passage(entry.row.passage_id).text), manner.prefer)
    draft = Draft()
    lines = {name: _lines(draft, library, documents[name], chosen[name], wording, manner.line) for name in chosen}
    lines = {name: of_one for name, of_one in lines.items() if of_one}
    shown = sum(map(len, lines.values()))
    if not shown:
        return None
    counts = {name: len(group) for name, group in groups.items()}
    first = manner.lead(counted(counts, documents, wording))
    if shown < len(entries):
        first = f"{first} {say('register_shown', wording.language, k=shown)}"
    paragraphs = [first]
    for name, of_one in lines.items():
        above = [heading(documents[name], counts[name], len(of_one), wording)] if len(groups) > 1 else []
        paragraphs.append("\n".join([*above, *of_one]))
    if shown < len(entries):
        draft.partial = True
        rest = say(manner.rest, wording.language, n=len(entries) - shown)
        draft.notices.append(Notice("shortened", rest))
    draft.leads.append(("\n\n".join(paragraphs), tuple(range(len(draft.quotes)))))
    quotes = [f"{quoted(quote.unit.text)} [{marker}]" for marker, quote in enumerate(draft.quotes, 1)]
    return Listed(draft, "\n\n".join([*paragraphs, *quotes]))


def _lines(
    draft: Draft, library: Library, document: Document, chosen: Sequence[Entry], wording: Wording, line: Line
) -> list[str]:
    """The lines of one document, whose quotes are added to the draft."""
    lines: list[str] = []
    for entry in chosen:
        passage = library.passage(entry.row.passage_id)
        unit = unit_of(entry.row, passage)
        if unit is None:
            continue
        quote = Quote(document, unit)
        known = quote in draft.quotes
        marker = 1 + (draft.quotes.index(quote) if known else len(draft.quotes))
        text = line(entry, f"[{marker}]", wording)
        held = f"{source_head(document, passage)}\n{passage.text}"
        if all(verdict.ok for verdict in check_claims(text, {marker: held}, wording.glossary)):
            lines.append(text)
            if not known:
                draft.quotes.append(quote)
    return lines
