"""Which documents a question is about: a province named by its old or its present name, a document's number, a year."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from answer.titles import documents_titled, law_not_held
from index.document import Document
from vietnamese.dates import find_years
from vietnamese.numbers import DocumentNumber, find_document_numbers, names_number
from vietnamese.provinces import find_provinces, find_provinces_folded


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question names. `documents` is None where it names nothing that narrows them.

    `unknown` holds provinces and document numbers that no document of the index has; `words` what named the scope, as typed, `foreign`
    the document numbers that are of no document of the index, though one may cite them.
    """

    documents: frozenset[str] | None = None
    provinces: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    foreign: tuple[DocumentNumber, ...] = ()


def find_scope(
    text: str,
    accented: bool,
    documents: Mapping[str, Document],
    cited: Sequence[str],
    vietnamese: str = "",
    spoken_of: Mapping[str, Collection[str]] = MappingProxyType({}),
    issued: Mapping[str, str] = MappingProxyType({}),
) -> Scope:
    """The scope of a question as typed; `cited` are the document numbers that stand anywhere in the documents' text.

    `vietnamese` is the question in accented Vietnamese, where titles are looked for; by default the text itself. `spoken_of` are the
    documents of no province of their own by the provinces that their clauses name: those are meant where no document is of the province.
    `issued` are the documents that it names by their issuer, with the words that do so (see `answer.issued`).
    """
    mentions = (find_provinces(text) if accented else []) or find_provinces_folded(text)
    names = list(dict.fromkeys(m.name for m in mentions))
    found = find_document_numbers(text)
    numbers = [n.number for n in found]
    of_provinces = {name: _of_province(name, documents, spoken_of) for name in names}
    chosen = set[str]().union(*of_provinces.values())
    unknown = [name for name, of_it in of_provinces.items() if not of_it]
    own = {d.id for d in documents.values() for n in found if d.number and names_number(n, d.number)}
    unknown += [n.number for n in found if not own and not any(names_number(n, c) for c in cited)]
    if own:
        chosen = chosen & own or own
    elif issued:
        chosen = _with_issued(chosen, issued, documents)
    words = [text[m.start : m.end] for m in mentions] + [text[n.start : n.end] for n in found if own]
    if not numbers:
        titled = documents_titled(vietnamese or text, documents.values())
        chosen = chosen & set(titled) or chosen or set(titled)
        words += dict.fromkeys(titled.values())
        law = None if titled else law_not_held(vietnamese or text, documents.values())
        unknown += [law] if law else []
    words += dict.fromkeys(words_of for name, words_of in issued.items() if name in chosen)
    foreign = [n for n in found if not any(d.number and names_number(n, d.number) for d in documents.values())]
    return Scope(
        frozenset(chosen) or None,
        tuple(names),
        tuple(numbers),
        tuple(find_years(text)),
        tuple(unknown),
        tuple(words),
        tuple(foreign),
    )


def _of_province(
    name: str, documents: Mapping[str, Document], spoken_of: Mapping[str, Collection[str]]
) -> frozenset[str]:
    """The documents of a province by its old or present name; failing those, the ones whose clauses name it."""
    own = frozenset(d.id for d in documents.values() if name in (d.province, d.province_current))
    return own or frozenset(spoken_of.get(name, ()))


def _with_issued(chosen: set[str], issued: Collection[str], documents: Mapping[str, Document]) -> set[str]:
    """What provinces and issuers name together: where no document is of both, one that is of no province is meant as well."""
    if not chosen:
        return set(issued)
    return chosen & set(issued) or chosen | {name for name in issued if documents[name].province is None}
