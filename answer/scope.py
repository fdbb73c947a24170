"""Which documents a question is about: a province named by its old or its present name, a document's number, a year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.document import Document
from vietnamese.dates import find_years
from vietnamese.numbers import find_document_numbers, same_number
from vietnamese.provinces import find_provinces, find_provinces_folded


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question names. `documents` is None where it names nothing that narrows them.

    `unknown` holds provinces and document numbers that no document of the index has.
    """

    documents: frozenset[str] | None = None
    provinces: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()


def find_scope(text: str, accented: bool, documents: Mapping[str, Document], cited: Sequence[str]) -> Scope:
    """The scope of a question as typed; `cited` are the document numbers that stand anywhere in the documents' text."""
    mentions = find_provinces(text) if accented else []
    names = list(dict.fromkeys(m.name for m in mentions or find_provinces_folded(text)))
    numbers = [n.number for n in find_document_numbers(text)]
    chosen: set[str] = set()
    unknown: list[str] = []
    for name in names:
        of_province = {d.id for d in documents.values() if name in (d.province, d.province_current)}
        chosen |= of_province
        if not of_province:
            unknown.append(name)
    own = {d.id for d in documents.values() for n in numbers if d.number and same_number(n, d.number)}
    unknown += [n for n in numbers if not own and not any(same_number(n, c) for c in cited)]
    if own:
        chosen = chosen & own or own
    return Scope(frozenset(chosen) or None, tuple(names), tuple(numbers), tuple(find_years(text)), tuple(unknown))
