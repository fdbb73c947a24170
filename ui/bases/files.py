"""The tables of the Sources page as rows of a file: the heads first, every cell text."""

from collections.abc import Iterator, Mapping, Sequence

from index.citing import Citations, Cited, Mention
from index.document import Document
from ui.bases.names import held_name, state_name
from ui.words import Words

_MISSING = ("number", "kind", "subject", "date", "count", "by", "relations", "alike")
_NAMED = ("id", "document", "relations", "partial", "number", "kind", "subject", "date", "state", "held", "words")
_BETWEEN = "; "


def missing_rows(cited: Sequence[Cited], documents: Mapping[str, Document], words: Words) -> Iterator[list[str]]:
    """What is not held, in the order given."""
    yield _heads(_MISSING, words)
    for one in cited:
        yield [
            one.number or "",
            one.kind,
            one.subject,
            one.date or "",
            str(len(one.citing)),
            _BETWEEN.join(held_name(documents[name]) for name in one.citing),
            _BETWEEN.join(words.name("relation", kind) for kind in one.types),
            _BETWEEN.join(held_name(documents[name]) for name in one.alike),
        ]


def document_rows(citations: Citations, words: Words) -> Iterator[list[str]]:
    """What every document names, a row a relation."""
    yield _heads(_NAMED, words)
    for name, pairs in citations.by_document().items():
        for cited, mention in pairs:
            yield [name, held_name(citations.documents[name]), *_relation(cited, mention, words)]


def _relation(cited: Cited, mention: Mention, words: Words) -> list[str]:
    relation = mention.relation
    return [
        words.name("relation", relation.type),
        words("bases_yes") if relation.partial else "",
        cited.number or "",
        cited.kind,
        cited.subject,
        cited.date or "",
        state_name(cited, words),
        cited.document_id or "",
        relation.text,
    ]


def _heads(columns: Sequence[str], words: Words) -> list[str]:
    return [words.name("bases_column", column) for column in columns]
