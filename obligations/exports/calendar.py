"""Deadlines of the register as a calendar (.ics, RFC 5545): all-day events that any calendar program takes in."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from icalendar import Calendar, Event, vText

from index.document import Document
from obligations.due import Due, due_of
from obligations.exports.about import About, filters
from obligations.exports.columns import known_day, section_path
from obligations.exports.headings import Language, word
from obligations.exports.spans import span_words
from obligations.exports.text import clean, shortened
from obligations.obligation import Obligation

LONGEST_SUMMARY = 120
"""Characters of an event's title: what a calendar shows without a click."""
LONGEST_ACTOR = 50
"""Characters of it that name who must do the thing: a group of offices would leave no room for what."""

_PROGRAM = "-//regulation-assistant//obligations//VI"
_FAMILY = UUID("6f1f0d3c-52a5-4c0e-9c53-0d9a3f7b8a11")
"""The name space of the events' identifiers. Another one would make every event a new one to those who have taken it in."""
_END = b"END:VCALENDAR\r\n"
_LAST_OF_FEBRUARY = "02-29"


@dataclass(frozen=True, slots=True)
class Dated:
    """A calendar file, how many events it has, and how many rows name no day and are therefore not in it."""

    data: bytes
    events: int
    left_out: int


@dataclass(frozen=True, slots=True)
class _Time:
    """The day of an event, or the first of those it falls on every year, until the last one where there is a last one."""

    day: date
    rule: Mapping[str, Any] | None = None


def calendar(rows: Sequence[Obligation], documents: Mapping[str, Document], about: About, language: Language) -> Dated:
    """The deadlines of the rows, each an event on the last day on which the thing is still done in time.

    A month, a quarter or a year is its last day, too: a bar over every day of a quarter would bury the calendar, and what people
    need to see is the day by which it must be done; the event's text names the whole span. What comes back every year is one
    event with a rule, within the years of the document's period.
    """
    made = Calendar()
    taken: Counter[UUID] = Counter()
    stamp = datetime.combine(about.day, time(), UTC)
    # Written one by one: as objects, 200,000 events would take 3 GB.
    events = [
        _event(row, document, (due, when), (_uid(row, taken), stamp), language).to_ical()
        for row, document, due, when in _dated(rows, documents, about.day)
    ]
    left_out = len(rows) - len(events)
    said = [word("event.counts", language, events=len(events), left_out=left_out)]
    said += [f"{name}: {value}" for name, value in filters(about.wanted, language)]
    for name, value in (
        ("version", "2.0"),
        ("prodid", _PROGRAM),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        # What Google, Apple and Microsoft read; the names that RFC 7986 gave these later are read by fewer.
        ("x-wr-calname", vText(word("calendar", language))),
        ("x-wr-caldesc", vText("\n".join(said))),
    ):
        made.add(name, value)
    head = made.to_ical().removesuffix(_END)
    return Dated(b"".join((head, *events, _END)), len(events), left_out)


def _dated(
    rows: Sequence[Obligation], documents: Mapping[str, Document], today: date
) -> Iterator[tuple[Obligation, Document, Due, _Time]]:
    """The rows that name a day, with their documents and times."""
    for row in rows:
        document = documents[row.document_id]
        due = due_of(row.deadline, document.period) if row.deadline is not None else None
        when = _time(due, document, today) if due is not None else None
        if due is not None and when is not None:
            yield row, document, due, when


def _time(due: Due, document: Document, today: date) -> _Time | None:
    """When an event stands; None where the years it comes back in are over before they begin."""
    if not due.comes_back:
        return _Time(date.fromisoformat(due.last))
    first = due.from_year or _first_year(due, document, today)
    if due.until_year is not None and due.until_year < first:
        return None
    rule: dict[str, Any] = {"freq": "YEARLY"}
    if due.last == _LAST_OF_FEBRUARY:  # the 29th alone would come every four years
        rule |= {"bymonth": 2, "bymonthday": -1}
    if due.until_year is not None:
        rule["until"] = _in_year(due.last, due.until_year)
    return _Time(_in_year(due.last, first), rule)


def _first_year(due: Due, document: Document, today: date) -> int:
    """The first year that can be meant where no period says it: a calendar cannot repeat from no year on."""
    issued = known_day(document.date or today.isoformat())
    if isinstance(issued, date):
        return issued.year + (_in_year(due.last, issued.year) < issued)
    return int(document.date[:4]) if document.date else today.year


def _in_year(month_day: str, year: int) -> date:
    if month_day == _LAST_OF_FEBRUARY:
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, int(month_day[:2]), int(month_day[3:]))


def _event(
    row: Obligation, document: Document, when: tuple[Due, _Time], identity: tuple[UUID, datetime], language: Language
) -> Event:
    due, times = when
    uid, stamp = identity
    event = Event()
    event.add("uid", str(uid))
    event.add("dtstamp", stamp)
    event.add("dtstart", times.day)
    event.add("dtend", times.day + timedelta(days=1))  # not itself a part of the event
    if times.rule is not None:
        event.add("rrule", times.rule)
    event.add("summary", _summary(row))
    event.add("description", "\n".join(_description(row, document, due, language)))
    event.add("categories", [word(f"kind.{row.kind}", language)])
    event.add("transp", "TRANSPARENT")  # nobody is busy all that day
    return event


def _summary(row: Obligation) -> str:
    """Who must do what, in short."""
    who = f"{shortened(clean(row.actor), LONGEST_ACTOR)}: " if row.actor else ""
    return shortened(who + clean(row.action), LONGEST_SUMMARY)


def _description(row: Obligation, document: Document, due: Due, language: Language) -> Iterator[str]:
    """The lines of an event's text: the quote, then where it stands."""
    yield clean(row.quote)
    yield ""
    text = clean(row.deadline.text) if row.deadline is not None else ""
    says_it_all = due.first == due.last and not due.comes_back
    yield word("event.day" if says_it_all else "event.days", language, text=text, days=span_words(due, language))
    named = " ".join(part for part in (document.type, document.number) if part)
    title = document.title or document.file
    yield word("event.document", language, text=clean(f"{named}: {title}" if named else title))
    if row.section:
        yield word("event.section", language, text=clean(section_path(row)))
    if document.status == "draft":
        yield word("event.draft", language)


def _uid(row: Obligation, taken: Counter[UUID]) -> UUID:
    """The same for the same row in every export, so that taking a calendar in again changes events and adds none.

    Made of what the row says and not of its lines, which another edition moves; rows that say the same are numbered.
    """
    deadline = row.deadline.text if row.deadline is not None else ""
    said = [row.document_id, row.kind, row.actor or "", row.role or "", row.action, deadline, row.quote, *row.section]
    own = uuid5(_FAMILY, json.dumps(said))
    taken[own] += 1
    return own if taken[own] == 1 else uuid5(own, str(taken[own]))
