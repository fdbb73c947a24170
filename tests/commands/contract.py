"""What other programs rely on in the JSON of answers and documents. Each check yields its breaches as sentences."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import NoneType
from typing import Any

Row = Mapping[str, Any]
Types = tuple[type, ...]

STATUSES = {"answered", "partial", "no_evidence", "error"}
MODES = {"extractive", "written"}
LANGUAGES = {"vi", "vi_unaccented", "en"}
READ_BY = {"text", "ocr"}
DOCUMENT_STATUSES = {"issued", "draft", "unknown"}
RELATIONS = {"cites", "amends", "replaces", "repeals", "implements"}
NOTICES = {
    "draft",
    "period_over",
    "contradiction",
    "ocr",
    "undated",
    "scope_open",
    "corrected",
    "no_model",
    "left_out",
    "shortened",
    "replaced",
    "amended",
    "absent",
}

TEXT: Types = (str,)
TEXT_OR_NULL: Types = (str, NoneType)
WHOLE: Types = (int,)
WHOLE_OR_NULL: Types = (int, NoneType)
LIST: Types = (list,)

ANSWER: Mapping[str, Types] = {
    "id": TEXT_OR_NULL,
    "question": TEXT,
    "resolved_question": TEXT,
    "language": TEXT,
    "status": TEXT,
    "mode": TEXT,
    "answer": TEXT,
    "citations": LIST,
    "nearest": LIST,
    "notices": LIST,
    "timings_ms": (dict,),
}
CITATION: Mapping[str, Types] = {
    "marker": WHOLE,
    "document_id": TEXT,
    "title": TEXT_OR_NULL,
    "number": TEXT_OR_NULL,
    "issuer": TEXT_OR_NULL,
    "province": TEXT_OR_NULL,
    "document_status": TEXT,
    "file": TEXT,
    "section": LIST,
    "page": WHOLE_OR_NULL,
    "lines": (list, NoneType),
    "quote": TEXT,
    "passage": TEXT,
    "read_by": TEXT,
}
DOCUMENT: Mapping[str, Types] = {
    "id": TEXT,
    "title": TEXT_OR_NULL,
    "type": TEXT_OR_NULL,
    "number": TEXT_OR_NULL,
    "date": TEXT_OR_NULL,
    "issuer": TEXT_OR_NULL,
    "province": TEXT_OR_NULL,
    "province_current": TEXT_OR_NULL,
    "period": (dict, NoneType),
    "status": TEXT,
    "signer": TEXT_OR_NULL,
    "parts": LIST,
    "pages": WHOLE_OR_NULL,
    "passages": WHOLE,
    "read_by": TEXT_OR_NULL,
    "relations": LIST,
    "withdrawn": (bool,),
}
RELATION: Mapping[str, Types] = {
    "type": TEXT,
    "number": TEXT_OR_NULL,
    "date": TEXT_OR_NULL,
    "document_id": TEXT_OR_NULL,
}

_MARKER = re.compile(r"\[(\d{1,2})\]")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_SAME_AS_LISTED = ("title", "number", "issuer", "province")


def bare(text: str) -> str:
    """A text as "verbatim" sees it: composed letters, and one space for any run of tags, marks of markup and blanks."""
    composed = unicodedata.normalize("NFC", text)
    without_tags = re.sub(r"<\w+>|</\w+>", " ", composed)
    return " ".join(re.split(r"[\s*#|]+", without_tags)).strip()


def answer_breaches(row: Row, documents: Mapping[str, Row], texts: Mapping[str, str]) -> Iterator[str]:
    """Breaches of one answer; `documents` are those listed, by id, `texts` their files as stored."""
    wrong = list(_fields(row, ANSWER))
    yield from wrong
    if wrong:
        return
    yield from _one_of(row, "status", STATUSES)
    yield from _one_of(row, "mode", MODES)
    yield from _one_of(row, "language", LANGUAGES)
    yield from _timings(row["timings_ms"])
    for notice in row["notices"]:
        yield from _fields(notice, {"code": TEXT, "text": TEXT})
        yield from _one_of(notice, "code", NOTICES)
        if not notice.get("text"):
            yield "a notice without words"
    yield from _status_breaches(row)
    for name in ("citations", "nearest"):
        for place, citation in enumerate(row[name], 1):
            for breach in citation_breaches(citation, documents, texts):
                yield f"{name} {place}: {breach}"
            if citation.get("marker") != place:
                yield f"{name} {place}: marker is {citation.get('marker')}"


def _status_breaches(row: Row) -> Iterator[str]:
    """What an answer of each status holds and what it does not."""
    cited = {c.get("marker") for c in row["citations"]}
    used = {int(m) for m in _MARKER.findall(row["answer"])}
    if not row["answer"].strip():
        yield "no words in the answer"
    if row["status"] in ("answered", "partial"):
        if not cited:
            yield "an answer without a citation"
        if row["nearest"]:
            yield "an answer that offers what came nearest"
    elif cited:
        yield f"{row['status']} with citations"
    if used - cited:
        yield f"markers without a citation: {sorted(used - cited)}"
    if cited - used:
        yield f"citations that the answer does not use: {sorted(cited - used)}"


def citation_breaches(row: Row, documents: Mapping[str, Row], texts: Mapping[str, str]) -> Iterator[str]:
    """Breaches of one citation."""
    wrong = list(_fields(row, CITATION))
    yield from wrong
    if wrong:
        return
    yield from _one_of(row, "read_by", READ_BY)
    document = documents.get(row["document_id"])
    if document is None:
        yield f"no document {row['document_id']!r} is listed"
        return
    for name in _SAME_AS_LISTED:
        if row[name] != document[name]:
            yield f"{name} is {row[name]!r}, listed is {document[name]!r}"
    if row["document_status"] != document["status"]:
        yield f"document_status is {row['document_status']!r}, listed is {document['status']!r}"
    if not all(isinstance(heading, str) and heading for heading in row["section"]):
        yield "a section's heading is empty or no text"
    if row["page"] is not None and row["page"] < 1:
        yield f"page {row['page']}"
    yield from _quote_breaches(row, texts[row["document_id"]])


def _quote_breaches(row: Row, text: str) -> Iterator[str]:
    quote = bare(row["quote"])
    if not quote:
        yield "an empty quote"
        return
    if quote not in bare(text):
        yield f"the quote is not verbatim in its document: {quote[:80]!r}"
    if quote not in bare(row["passage"]):
        yield f"the quote is not in its passage: {quote[:80]!r}"
    lines = row["lines"]
    if lines is None:
        return
    stored = re.split(r"\r\n|\n|\r", text)
    if not (len(lines) == 2 and all(type(n) is int for n in lines) and 1 <= lines[0] <= lines[1] <= len(stored)):
        yield f"lines {lines} of a file with {len(stored)}"
    elif quote not in bare("\n".join(stored[lines[0] - 1 : lines[1]])):
        yield f"the quote is not in lines {lines}: {quote[:80]!r}"


def _timings(timings: Row) -> Iterator[str]:
    if not all(type(value) in (int, float) and value >= 0 for value in timings.values()):
        yield f"timings_ms holds no times: {timings}"
    elif "total" not in timings:
        yield "no timings_ms.total"
    elif sum(value for name, value in timings.items() if name != "total") > timings["total"] + 1:
        yield f"the stages take longer than the whole: {timings}"


def document_breaches(row: Row, known: Iterable[str]) -> Iterator[str]:
    """Breaches of one listed document; `known` are the ids of all."""
    wrong = list(_fields(row, DOCUMENT, more=True))
    yield from wrong
    if wrong:
        return
    yield from _one_of(row, "status", DOCUMENT_STATUSES)
    yield from _one_of(row, "read_by", {None, *READ_BY})
    yield from _date(row["date"])
    if row["passages"] < 1 or (row["pages"] or 1) < 1:
        yield f"{row['passages']} passages on {row['pages']} pages"
    for part in row["parts"]:
        yield from _fields(part, {"type": TEXT_OR_NULL, "title": TEXT_OR_NULL})
    if row["period"] is not None:
        yield from _fields(row["period"], {"from": WHOLE_OR_NULL, "to": WHOLE_OR_NULL})
        start, end = row["period"].get("from"), row["period"].get("to")
        if start is not None and end is not None and start > end:
            yield f"a period from {start} to {end}"
    for relation in row["relations"]:
        yield from _fields(relation, RELATION, more=True)
        yield from _one_of(relation, "type", RELATIONS)
        yield from _date(relation.get("date"))
        if relation.get("document_id") not in {None, *known}:
            yield f"a relation to {relation['document_id']!r}, which is not listed"


def order_breaches(questions: Sequence[Row], answers: Sequence[Row]) -> Iterator[str]:
    """One answer a question, in order, with its id and its words."""
    if len(questions) != len(answers):
        yield f"{len(answers)} answers to {len(questions)} questions"
    for question, answer in zip(questions, answers, strict=False):
        for name in ("id", "question"):
            if question[name] != answer.get(name):
                yield f"{name} of question {question['id']} became {answer.get(name)!r}"


def _fields(row: Any, fields: Mapping[str, Types], more: bool = False) -> Iterator[str]:
    """Fields that are missing, of another type, or, unless `more` may come, not agreed."""
    if not isinstance(row, dict):
        yield f"{row!r} where an object should be"
        return
    for name, types in fields.items():
        if name not in row:
            yield f"no {name!r}"
        elif type(row[name]) not in types:
            yield f"{name!r} is of type {type(row[name]).__name__}"
    if not more and row.keys() - fields.keys():
        yield f"unknown fields {sorted(row.keys() - fields.keys())}"


def _one_of(row: Row, name: str, allowed: Iterable[str | None]) -> Iterator[str]:
    if row.get(name) not in allowed:
        yield f"{name} is {row.get(name)!r}"


def _date(text: str | None) -> Iterator[str]:
    if text is not None and not _DATE.fullmatch(text):
        yield f"{text!r} is no date"
