"""The documents that a document names: those it cites, carries out, amends, replaces or repeals, each with the words that say so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.document import Relation, RelationType
from ingest.blocks import Block
from ingest.parts import Part
from vietnamese.dates import find_dates
from vietnamese.numbers import find_document_numbers
from vietnamese.text import fold_markup, nfc

_IMPLEMENTS = re.compile(r"^Thực hiện\b")
_ENACTING = (
    *("Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư"),
    *("Thông tư liên tịch", "Quy chế", "Quy định"),
)
_LEGAL = ("Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch")
_ACT = r"(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Quy chế|Quy định|Văn bản|Các)"
_CHANGES: Mapping[str, RelationType] = {
    "sửa đổi": "amends", "bổ sung": "amends", "thay thế": "replaces", "bãi bỏ": "repeals", "hủy bỏ": "repeals",
}  # fmt: skip
_VERB = "|".join(_CHANGES)
_CHANGE = re.compile(rf"^(?:Về (?:việc )?)?(?P<verb>{_VERB})\b", re.IGNORECASE)
_OWN_CHANGE = re.compile(r"\bnày\b[^.;]*?\b(?P<verb>thay thế|bãi bỏ)\b", re.IGNORECASE)
_ENDED = re.compile(rf"^(?P<acts>{_ACT}\b.*?)\bhết hiệu lực\b", re.DOTALL)
_CARRIES_OUT = re.compile(
    r"\bnày\s+(?:quy định chi tiết|hướng dẫn)\b|^(?:Quy định chi tiết|Hướng dẫn(?: thi hành| thực hiện)?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐ])")
# What a document named behind these is named for by another: "Nghị định số 2 sửa đổi, bổ sung một số điều của Nghị định số 1".
_OF_ANOTHER = re.compile(
    r"\b(?:sửa đổi|bổ sung|thay thế|bãi bỏ|quy định chi tiết|hướng dẫn|thi hành|thực hiện|triển khai|theo|kèm theo)\b",
    re.IGNORECASE,
)
_CLAUSES_OF = re.compile(
    r"\b(?:khoản|điểm|điều|mục|chương|phụ lục)s?\s+[\dIVXa-zđ]{1,4}\b|\bmột số (?:điều|nội dung|quy định)\b|\bcác (?:điều|khoản|điểm)\b",
    re.IGNORECASE,
)
# A law that is cited by its name: "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015".
_NAMED = re.compile(
    r"\b(?:Hiến pháp|(?:Bộ luật|Luật|Pháp lệnh)\s+(?:(?P<amending>sửa đổi)|(?=[^\W\d_])[^a-zđ\W]))[^;:.()\n]*?"
    r"(?=,?\s+số:?\s*\d|,?\s+ngày\s|\s+(?:năm\s+\d|đã được|như sau|hết hiệu lực|kể từ)|\s*[;:.)(]|\s*$"
    r"|(?(amending)(?!)|,?\s+(?:và\s+)?(?:Bộ luật|Luật|Nghị|Pháp lệnh)\s))"
)
_NUMBER_FOLLOWS = re.compile(r",?\s+số:?\s*\d")
_BASIS = re.compile(r"^(?:Căn cứ|Thực hiện|Theo|Xét)\b")
_DATE_AFTER = re.compile(r"^\s*,?\s*(?:ngày|năm)\b")
_DATE_REACH = 45  # characters behind a number in which its date stands


@dataclass(frozen=True, slots=True)
class _Named:
    """A document that a sentence names, and where."""

    number: str | None
    date: str | None
    words: str
    start: int
    end: int


def read_relations(parts: Sequence[Part]) -> tuple[Relation, ...]:
    """The relations in reading order, the strongest one for each document that is named: changed, carried out, then cited.

    Legal bases cite, or are carried out where they begin with "Thực hiện". In legal texts the title and the clauses amend,
    replace, repeal or carry out; a plan to do so changes nothing yet. A law cited by name alone has no number; its words
    hold the name.
    """
    found: dict[str, Relation] = {}
    for relation in _all(parts):
        key = relation.number or relation.text
        known = found.get(key)
        if known is None or _strength(relation) > _strength(known):
            found[key] = relation
    return tuple(found.values())


def _strength(relation: Relation) -> int:
    weights: dict[RelationType, int] = {"cites": 0, "implements": 1, "amends": 2, "replaces": 3, "repeals": 3}
    return weights[relation.type] - relation.partial if weights[relation.type] > 1 else weights[relation.type]


def _all(parts: Sequence[Part]) -> Iterator[Relation]:
    for part in parts:
        for block in part.bases:
            kind: RelationType = "implements" if _IMPLEMENTS.match(block.text) else "cites"
            for named in _documents_in(nfc(block.text)):
                if named.number is None and not _BASIS.match(block.text):
                    continue  # "Quốc hội ban hành Luật …" is the document itself
                words = fold_markup(block.text) if named.number else named.words
                yield Relation(kind, named.number, named.date, words)
    for part in parts:
        if part.type in _ENACTING:
            yield from _stated(part.title, None)
            yield from _in_clauses(part)


def _in_clauses(part: Part) -> Iterator[Relation]:
    """What the clauses say; a clause that ends on a colon ("Bãi bỏ các nghị quyết sau đây:") lends its verb to those below it."""
    lent: tuple[int, RelationType] | None = None
    for block in part.body:
        rank = _rank(block)
        if lent is not None and rank is not None and rank <= lent[0]:
            lent = None
        if block.quoted or block.is_row:
            continue
        yield from _stated(block.words, lent[1] if lent else None)
        verb = _CHANGE.match(block.words)
        if verb and rank is not None and block.text.rstrip().endswith(":") and not find_document_numbers(block.words):
            lent = rank, _CHANGES[verb["verb"].lower()]
        if part.type in _LEGAL:
            for named in _documents_in(nfc(block.text)):
                if named.number:
                    yield Relation("cites", named.number, named.date, _sentence_of(block.text, named))


def _rank(block: Block) -> int | None:
    return block.mark.rank if block.mark else None


def _stated(text: str, lent: RelationType | None) -> Iterator[Relation]:
    """The changes that one title or clause states, sentence by sentence."""
    for sentence in _SENTENCE.split(nfc(text)):
        kind, rest, offset = lent, sentence, 0
        verb = _CHANGE.match(sentence) or _OWN_CHANGE.search(sentence)
        ended = _ENDED.match(sentence)
        if verb:
            kind, offset = _CHANGES[verb["verb"].lower()], verb.end()
            rest = re.split(r"[;.](?=\s|$)", sentence[offset:])[0]
        elif ended and not re.search(rf"^{_ACT} này\b", sentence):
            kind, rest = "repeals", ended["acts"]
        elif _CARRIES_OUT.search(sentence):
            kind = "implements"
        if kind is None:
            continue
        yield from _targets(kind, sentence, rest)


def _targets(kind: RelationType, sentence: str, rest: str) -> Iterator[Relation]:
    """The documents that a verb bears on: those named after it, but for the ones that only the first of them is about."""
    at, first = 0, True
    for named in _documents_in(rest):
        between = rest[at : named.start]
        if not first and (_OF_ANOTHER.search(between) or kind in ("amends", "implements")):
            return
        if first and kind == "implements" and named.number is None and not named.words:
            return
        partial = kind in ("replaces", "repeals") and bool(_CLAUSES_OF.search(between))
        yield Relation(
            kind, named.number, named.date, fold_markup(sentence) if named.number else named.words, None, partial
        )
        at, first = named.end, False


def _documents_in(text: str) -> list[_Named]:
    """The documents that a text names, by number or, for laws, by name alone; in its order."""
    numbers = find_document_numbers(text)
    found = [
        _Named(n.number, _date_after(text[n.end : n.end + _DATE_REACH]), text[n.start : n.end], n.start, n.end)
        for n in numbers
    ]
    for match in _NAMED.finditer(text):
        tail = text[match.end() :]
        if _NUMBER_FOLLOWS.match(tail) or any(match.start() < n.start < match.end() for n in numbers):
            continue
        date = _date_after(tail[:_DATE_REACH]) if _DATE_AFTER.match(tail) else None
        end = match.end() + (_date_end(tail) if date else 0)
        found.append(_Named(None, date, fold_markup(text[match.start() : end]), match.start(), end))
    return sorted(found, key=lambda n: n.start)


def _date_after(text: str) -> str | None:
    return next((d.iso for d in find_dates(text) if d.iso), None)


def _date_end(tail: str) -> int:
    return next(d.end for d in find_dates(tail[:_DATE_REACH]) if d.iso)


def _sentence_of(text: str, named: _Named) -> str:
    """The sentence of a clause that names a document."""
    at = 0
    for sentence in _SENTENCE.split(nfc(text)):
        at += len(sentence) + 1
        if named.start < at:
            return fold_markup(sentence)
    return fold_markup(text)
