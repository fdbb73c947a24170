"""What a document says of itself: type, number, date, issuer, province, period, status, signer, relations, recipients.

Every field comes from the zone that may state it (a cited decree's date is not the document's own); what is not stated is None.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from index.document import Document, Period
from index.document import Part as DocumentPart
from ingest.effect import read_effect
from ingest.head import Found, is_recognised, is_sure, read_date, read_number, read_status, title_blocks
from ingest.issuer import office_case, read_issuer, read_province
from ingest.parts import Part
from ingest.reading import Reading
from ingest.relations import read_relations
from ingest.signature import read_recipients, read_signer, read_signer_title
from vietnamese.dates import find_period
from vietnamese.listed import with_listed_words
from vietnamese.provinces import current_name
from vietnamese.text import tidy


def read_metadata(document_id: str, file: str, parts: Sequence[Part], reading: Reading) -> Document:
    """The document's metadata, with `evidence` naming the words behind each field."""
    every, parts = parts, [p for p in parts if not p.form] or parts
    stated = _stated(parts)
    values, evidence = _force(parts, stated["date"])
    evidence |= {name: found.words for name, found in stated.items() if found}
    values |= {name: found.value if found else None for name, found in stated.items()}
    values["title"], values["period"] = _title(_main_part(parts), evidence)
    values["status"], draft = read_status(parts[0], issued=bool(stated["number"] and stated["signer"]))
    if draft:
        evidence["status"] = draft
    return Document(
        id=document_id,
        file=file,
        type=parts[0].type or None,
        province_current=current_name(values["province"]) if values["province"] else None,
        signer_title=read_signer_title(parts),
        parts=tuple(DocumentPart(p.type, _sentence(p.title, _is_scanned(p)), _lines(p)) for p in every),
        relations=read_relations(parts),
        recipients=read_recipients(parts),
        pages=len(reading.pages) or None,
        read_by=reading.read_by,
        evidence=evidence,
        **values,
    )


def _stated(parts: Sequence[Part]) -> Mapping[str, Found | None]:
    """The fields that the head and the signature state, None for those that they do not."""
    issuer = read_issuer(parts)
    return {
        "number": read_number(parts[0]),
        "date": read_date(parts[0], parts),
        "issuer": issuer,
        "signer": read_signer(parts),
        "province": read_province(parts, issuer),
    }


def _force(parts: Sequence[Part], date: Found | None) -> tuple[dict[str, Any], dict[str, str]]:
    """From when and until when it is in force, each with its words."""
    effects = zip(("in_force_from", "in_force_until"), read_effect(parts, date.value if date else None), strict=True)
    said = {name: effect for name, effect in effects if effect}
    return {name: e.date for name, e in said.items()}, {name: e.words for name, e in said.items()}


def _title(main: Part, evidence: dict[str, str]) -> tuple[str | None, Period | None]:
    """The title as a sentence and the years it names; neither where a scan shows it but dimly."""
    dim = any(not is_sure(block) for block in title_blocks(main) if is_recognised(block))
    if dim or not main.title:
        return None, None
    evidence["title"] = main.title
    years = find_period(main.title)
    return _sentence(main.title, _is_scanned(main)) or None, Period(*years) if years else None


def _main_part(parts: Sequence[Part]) -> Part:
    """The part whose title names the document: the first that has one and is no appendix."""
    return next((p for p in parts if p.title and not p.is_appendix), parts[0])


def _is_scanned(part: Part) -> bool:
    return any(map(is_recognised, part.head))


def _lines(part: Part) -> tuple[int, int] | None:
    spans = [b.lines for b in part.blocks]
    if not spans or any(s is None for s in spans):
        return None
    return min(s[0] for s in spans if s), max(s[1] for s in spans if s)


def _sentence(title: str, scanned: bool) -> str:
    """A title as a sentence: capitals lowered where the whole title stands in them, the note in brackets left out.

    In a scanned one the marks of words that no other is like are put right.
    """
    title = tidy(title.split(" (")[0])
    if scanned:
        title = with_listed_words(title)
    if title.isupper():
        title = office_case(title)
    return title[:1].upper() + title[1:]
