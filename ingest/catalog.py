"""`catalog.yaml` beside the documents: what a person states about a document that its text does not say, or says wrongly."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from index.document import Document, Period
from index.errors import InputError
from index.validity import STATES
from ingest.reading import opening
from vietnamese.provinces import current_name
from vietnamese.text import nfc

NAME = "catalog.yaml"
_TEXT_FIELDS = {
    "validity_source",
    "title",
    "type",
    "number",
    "date",
    "issuer",
    "province",
    "province_current",
    "signer",
}
_FIELDS = _TEXT_FIELDS | {"status", "period", "validity"}
_STATUSES = ("draft", "issued", "unknown")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def catalog_folder(corpus: Path, path: Path | None) -> Path:
    """The folder whose catalogue speaks of a file: its own where it has one, else the corpus folder."""
    return path.parent if path is not None and (path.parent / NAME).exists() else corpus


def load_catalog(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """The entries by document id; empty where there is no file. Raises InputError with the entry and the remedy."""
    path = folder / NAME
    if not path.exists():
        return {}
    try:
        with opening(path):
            content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: not readable as YAML ({error}); mend or remove it.") from error
    if not isinstance(content, dict) or set(content) - {"documents"}:
        raise InputError(f"{path}: must hold 'documents:' and nothing beside it, with the entries below.")
    entries = content.get("documents")
    if entries is None:
        return {}
    if not isinstance(entries, dict):
        raise InputError(f"{path}: 'documents' must map document ids to their fields.")
    for document_id, fields in entries.items():
        _check(path, str(document_id), fields)
    return {nfc(str(k)): v for k, v in entries.items()}


def _check(path: Path, document_id: str, fields: object) -> None:
    if not isinstance(fields, dict):
        raise InputError(f"{path}: the entry {document_id!r} must map fields to values.")
    unknown = sorted(str(name) for name in set(fields) - _FIELDS)
    if unknown:
        raise InputError(
            f"{path}: {document_id!r} has unknown fields {', '.join(unknown)}; known: {', '.join(sorted(_FIELDS))}."
        )
    if fields.get("status", "unknown") not in _STATUSES:
        raise InputError(f"{path}: {document_id!r}: status must be one of {', '.join(_STATUSES)}.")
    if fields.get("validity") not in (None, *STATES):
        raise InputError(f"{path}: {document_id!r}: validity must be one of {', '.join(STATES)}.")
    if fields.get("validity") not in (None, "unknown") and not fields.get("validity_source"):
        raise InputError(f"{path}: {document_id!r}: validity needs validity_source, which says who says so.")
    for name in _TEXT_FIELDS & set(fields):
        if fields[name] is not None and not isinstance(fields[name], str):
            raise InputError(f"{path}: {document_id!r}: {name} must be text; put it in quotes.")
    if fields.get("date") is not None and not _DATE.fullmatch(fields["date"]):
        raise InputError(f'{path}: {document_id!r}: date must look like "2023-06-13", "2021-03" or "2023".')
    if fields.get("period") is not None and not _is_period(fields["period"]):
        raise InputError(f"{path}: {document_id!r}: period must look like {{from: 2021, to: 2025}}.")


def _is_period(period: object) -> bool:
    if not isinstance(period, dict) or set(period) - {"from", "to"}:
        return False
    first, last = period.get("from"), period.get("to")
    return type(last) is int and (first is None or (type(first) is int and first <= last))


def apply_catalog(document: Document, fields: Mapping[str, Any]) -> Document:
    """The document with the catalogue's fields in place of those of the text; `stated` names them."""
    if not fields:
        return document
    values: dict[str, Any] = {name: fields[name] for name in fields if name != "period"}
    if "period" in fields:
        period = fields["period"]
        values["period"] = Period(period.get("from"), period["to"]) if period else None
    if "province" in values and "province_current" not in values:
        values["province_current"] = current_name(values["province"]) if values["province"] else None
    return replace(document, stated=tuple(sorted(fields)), **values)
