"""The tables of the Sources page as HTML, every text in them escaped; on narrow screens each cell says which column it is of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from index.citing import Cited, Mention
from index.document import Document
from ui.bases.names import address, cited_date, cited_name, held_name, relation_name, state_name
from ui.words import Words

_LISTED = 6
"""Documents that a cell lists at once; the others stand behind a line that opens."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """The inside of a cell, already HTML, and one of our own class names."""

    html: str
    style: str = ""


def missing_table(cited: Sequence[Cited], documents: Mapping[str, Document], words: Words) -> str:
    """What is not held, in the order given, with the documents that name it."""
    heads = [words(f"bases_{name}") for name in ("named", "date", "count", "by", "relation")]
    rows = (
        [
            _Cell(_cited(one, documents, words)),
            _Cell(escape(cited_date(one, words)), "told"),
            _Cell(str(len(one.citing)), "told number"),
            _Cell(_links([documents[name] for name in one.citing], words), "told"),
            _Cell(_lines(words.name("relation", kind) for kind in one.types), "told short"),
        ]
        for one in cited
    )
    return _table("missing", words("bases_missing_title"), heads, rows)


def document_table(
    document: Document, named: Sequence[tuple[Cited, Mention]], documents: Mapping[str, Document], words: Words
) -> str:
    """One document with a link to its page, and below it what it names, each with the words that name it."""
    heads = [words(f"bases_{name}") for name in ("relation", "named", "date", "held")]
    rows = (
        [
            _Cell(escape(relation_name(mention, words))),
            _Cell(_cited(cited, documents, words) + _quote(mention, words)),
            _Cell(escape(cited_date(cited, words)), "told"),
            _Cell(_held(cited, documents, words)),
        ]
        for cited, mention in named
    )
    name = held_name(document)
    title = f"<small>{escape(document.title)}</small>" if document.title and document.title != name else ""
    return f'<h3 class="bases-document">{_link(document, words)}{title}</h3>' + _table("named", name, heads, rows)


def link_list(documents: Iterable[Document], words: Words) -> str:
    """Links to documents, one a line."""
    return f'<div class="bases">{_lines_html(_link(document, words) for document in documents)}</div>'


def _cited(cited: Cited, documents: Mapping[str, Document], words: Words) -> str:
    document = documents.get(cited.document_id or "")
    subject = cited.subject or (document.title if document and document.title else "")
    parts = [f"<b>{escape(cited_name(cited, documents))}</b>"]
    if subject:
        parts.append(f"<small>{escape(subject)}</small>")
    if cited.alike:
        links = _links([documents[name] for name in cited.alike], words)
        parts.append(f'<small class="alike">{escape(words("bases_alike"))} {links}</small>')
    return "".join(parts)


def _held(cited: Cited, documents: Mapping[str, Document], words: Words) -> str:
    document = documents.get(cited.document_id or "")
    if document is None:
        return f'<span class="badge">{escape(state_name(cited, words))}</span>'
    note = f"<small>{escape(state_name(cited, words))}</small>" if cited.state == "withdrawn" else ""
    return _link(document, words) + note


def _quote(mention: Mention, words: Words) -> str:
    text = mention.relation.text
    return f"<details><summary>{escape(words('bases_quote'))}</summary>“{escape(text)}”</details>" if text else ""


def _links(documents: Sequence[Document], words: Words) -> str:
    links = [_link(document, words) for document in documents]
    if len(links) <= _LISTED + 1:
        return _lines_html(links)
    more = escape(words("bases_more", n=len(links) - _LISTED))
    return f"{_lines_html(links[:_LISTED])}<details><summary>{more}</summary>{_lines_html(links[_LISTED:])}</details>"


def _link(document: Document, words: Words) -> str:
    return f'<a href="{escape(address(document.id, words))}">{escape(held_name(document))}</a>'


def _lines(texts: Iterable[str]) -> str:
    return _lines_html(escape(text) for text in texts)


def _lines_html(lines: Iterable[str]) -> str:
    return "".join(f"<div>{line}</div>" for line in lines)


def _table(style: str, label: str, heads: Sequence[str], rows: Iterable[Sequence[_Cell]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(map(_td, heads, row))}</tr>" for row in rows)
    return (
        f'<div class="bases {style}"><table aria-label="{escape(label)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _td(head: str, cell: _Cell) -> str:
    style = cell.style if cell.html else f"{cell.style} nothing".strip()
    return f'<td class="{style}" data-label="{escape(head)}">{cell.html}</td>'
