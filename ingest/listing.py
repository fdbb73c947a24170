"""The documents of an index as the commands list them: JSON for programs, a line for people."""

from typing import Any

from index.document import Document


def document_json(document: Document, passages: int) -> dict[str, Any]:
    """The document in the contract's form; unknown is null."""
    period = document.period
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
            {"type": r.type, "number": r.number, "date": r.date, "document_id": r.document_id}
            for r in document.relations
        ],
        "recipients": list(document.recipients),
        "file": document.file,
        "stated": list(document.stated),
        "withdrawn": document.withdrawn,
    }


def describe(document: Document, passages: int) -> str:
    """One line: id, what is known of number, date, province and status, and the number of passages."""
    known = [
        document.number or "no number",
        document.date or "no date",
        document.province or "no province",
        document.status,
    ]
    withdrawn = "; withdrawn" if document.withdrawn else ""
    return f"{document.id}: {', '.join(known)}; {passages} passages{withdrawn}"
