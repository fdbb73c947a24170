"""The documents of an index as the commands list them: JSON for programs, a line for people."""

from typing import Any

from index.document import Document
from index.validity import Validity


def document_json(document: Document, passages: int, validity: Validity | None = None) -> dict[str, Any]:
    """The document in the contract's form, with what is known of its force where that is given; unknown is null."""
    period = document.period
    known = {"validity": _validity_json(validity)} if validity else {}
    return {
        "id": document.id,
        "title": document.title,
        "type": document.type,
        "number": document.number,
        "date": document.date,
        "issuer": document.issuer,
        "province": document.province,
        "province_current": document.province_current,
        "period": {"from": period.start, "to": period.end} if period else None,
        "status": document.status,
        "signer": document.signer,
        "parts": [{"type": p.type, "title": p.title} for p in document.parts],
        "pages": document.pages,
        "passages": passages,
        "read_by": document.read_by,
        "relations": [
            {
                "type": r.type,
                "number": r.number,
                "date": r.date,
                "document_id": r.document_id,
                "text": r.text,
                "partial": r.partial,
            }
            for r in document.relations
        ],
        "recipients": list(document.recipients),
        "file": document.file,
        "stated": list(document.stated),
        "withdrawn": document.withdrawn,
        **known,
    }


def _validity_json(validity: Validity) -> dict[str, Any]:
    return {
        "state": validity.state,
        "date": validity.date,
        "according_to": validity.by,
        "source": validity.source or None,
        **({"upcoming": _validity_json(validity.upcoming)} if validity.upcoming else {}),
    }


def describe(document: Document, passages: int, validity: Validity | None = None) -> str:
    """One line: id, what is known of number, date, province, status and force, and the number of passages."""
    known = [
        document.number or "no number",
        document.date or "no date",
        document.province or "no province",
        document.status,
    ]
    force = f"; {_force(document, validity)}" if validity and (validity.state != "unknown" or validity.upcoming) else ""
    withdrawn = "; withdrawn" if document.withdrawn else ""
    return f"{document.id}: {', '.join(known)}; {passages} passages{force}{withdrawn}"


def _force(document: Document, validity: Validity) -> str:
    """What is written of its force, with who wrote it: "repealed according to luat-72"."""
    later = f"from {validity.upcoming.date} {_force(document, validity.upcoming)}" if validity.upcoming else ""
    if validity.state == "unknown":
        return later
    state = validity.state.replace("_", " ")
    day = f" {validity.date or 'a day without a date'}" if validity.state.startswith("in_force") else ""
    who = "its own words" if validity.by == document.id else validity.by or f"the catalogue ({validity.source})"
    return "; ".join(filter(None, (f"{state}{day} according to {who}", later)))
