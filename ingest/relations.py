"""The documents that a document names: those it cites, carries out, amends, replaces or repeals, each with the words that say so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.document import Relation, RelationType
from ingest.blocks import Block
from ingest.parts import Part
from vietnamese.acts import ACT_WORDS, ACTS
from vietnamese.dates import find_dates
from vietnamese.numbers import find_document_numbers
from vietnamese.text import fold_markup, nfc

_IMPLEMENTS = re.compile(r"^Thực hiện\b")
_ENACTING = frozenset(ACTS) - {"Chỉ thị"}
_LEGAL = _ENACTING - {"Nghị quyết", "Quyết định", "Quy chế", "Quy định"}
_CHANGES: Mapping[str, RelationType] = {
    "sửa đổi": "amends", "bổ sung": "amends", "thay thế": "replaces", "bãi bỏ": "repeals", "hủy bỏ": "repeals",
}  # fmt: skip
_CHANGING = frozenset(_CHANGES.values())
_VERB = "|".join(_CHANGES)
_VERBS = re.compile(rf"\b(?P<verb>{_VERB})\b", re.IGNORECASE)
_CHAIN = rf"(?:(?:{_VERB})\s*(?:,|và|hoặc)\s*)"  # "sửa đổi, bổ sung, thay thế"
_CHANGE = re.compile(rf"^(?:Về (?:việc )?)?(?P<verb>{_VERB})\b(?:\s*(?:,|và|hoặc)\s*(?:{_VERB})\b)*", re.IGNORECASE)
# "Nghị định này có hiệu lực kể từ ngày ký và thay thế …"; not "không thay thế", nor "được sửa đổi, thay thế".
_OWN_SUBJECT = re.compile(rf"\b(?:{ACT_WORDS}|Văn bản) (?=này\b)", re.IGNORECASE)
_ACTIVE = re.compile(rf"(?:\bnày|[,;]|\bvà|\bđồng thời|\bsẽ|\bhoàn toàn)\s+{_CHAIN}*$", re.IGNORECASE)
_PASSIVE = re.compile(rf"\b(?:không|chưa|được|bị)\s+{_CHAIN}+$", re.IGNORECASE)
_REACH_BEFORE = 100  # characters before a verb in which its kin and what denies it stand
_ENDED = re.compile(
    rf"^(?P<acts>(?:(?:Các|Những|Toàn bộ)\s+)*(?i:{ACT_WORDS}|Văn bản|Điều|Khoản|Điểm|Mục|Chương|Phụ lục|Mẫu)\b.*?)\bhết hiệu lực\b",
    re.DOTALL,
)
_NOT_ENDED = re.compile(
    rf"^(?:{ACT_WORDS}|Văn bản) này\b|\b(?:không|chưa)(?:\s+bị)?\s*$|\b(?:đến khi|cho đến|tiếp tục)\b", re.IGNORECASE
)
# What may stand between a verb and a whole act: its kind and its name, as "toàn bộ các Quyết định"; any other word is of a part.
_ALL_OF = r"(?:cho\s+)?(?:toàn bộ\s+)?(?:(?:các|những)\s+)?(?:\d+\s+(?:\([^)]*\)\s*)?)?"
_LISTED_ACT = rf"(?:(?i:{'|'.join(a for a in ACT_WORDS.split('|') if not a.startswith('Quy '))})|Quy chế|Quy định)"
_ITS_NAME = r"(?:(?!(?i:Nghị (?:định|quyết)|Quyết định|Thông tư|Chỉ thị|Pháp lệnh)\b|(?:Bộ luật|Luật|Quy chế|Quy định)\b|(?:tại|theo)\b)[^:“”\"])*"
_WHOLE = re.compile(rf"^\s*(?i:{_ALL_OF})(?:{_LISTED_ACT}\b{_ITS_NAME})?$")
_WHOLE_BY_NAME = re.compile(rf"^\s*{_ALL_OF}$", re.IGNORECASE)
_WHOLE_LIST = re.compile(rf"^\s*(?i:{_ALL_OF})(?:{_LISTED_ACT}|(?i:văn bản))\b{_ITS_NAME}:?\s*$")
_CONNECTOR = re.compile(r"[,;]|\b(?:và|hoặc|cùng)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_EXCEPT = re.compile(r"[,(]\s*trừ\b|\bngoại trừ\b", re.IGNORECASE)
_INSTEAD = re.compile(rf"\bbằng\s+(?:{ACT_WORDS}|Phụ lục|Mẫu|Biểu|cụm từ|từ|khoản|điểm|điều)\b", re.IGNORECASE)
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
    hold the name. Offices number alike: with other dates one number is of several documents. Each kind of change counts.
    """
    found: list[Relation] = []
    places: dict[str, list[int]] = {}
    for relation in _all(parts):
        held = places.setdefault(relation.number or relation.text, [])
        place = next((i for i in held if _of_one(found[i], relation)), None)
        if place is None:
            held.append(len(found))
            found.append(relation)
        elif _rank_of(relation) > _rank_of(found[place]):
            found[place] = relation
    return tuple(found)


def _of_one(a: Relation, b: Relation) -> bool:
    """Whether one relation says it all for a document: no two dates, and not two kinds of change."""
    if a.date and b.date and not a.date.startswith(b.date) and not b.date.startswith(a.date):
        return False
    return a.type == b.type or not (a.type in _CHANGING and b.type in _CHANGING)


def _rank_of(relation: Relation) -> tuple[int, bool]:
    """How much a relation says: the strongest, then one with a date."""
    return _strength(relation), relation.date is not None


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
    lent: tuple[int, RelationType, bool] | None = None
    for block in part.body:
        rank = _rank(block)
        if lent is not None and rank is not None and rank <= lent[0]:
            lent = None
        if block.quoted or block.is_row:
            continue
        yield from _stated(block.words, lent[1:] if lent else None)
        verb = _CHANGE.match(block.words)
        if verb and rank is not None and block.text.rstrip().endswith(":") and not find_document_numbers(block.words):
            whole = _WHOLE_LIST.match(block.words[verb.end() :]) is not None
            lent = rank, _CHANGES[verb["verb"].lower()], whole
        if part.type in _LEGAL:
            for named in _documents_in(nfc(block.text)):
                if named.number:
                    yield Relation("cites", named.number, named.date, _sentence_of(block.text, named))


def _rank(block: Block) -> int | None:
    return block.mark.rank if block.mark else None


def _stated(text: str, lent: tuple[RelationType, bool] | None) -> Iterator[Relation]:
    """The changes that one title or clause states, sentence by sentence; `lent` is a verb above it and whether it means whole acts."""
    for sentence in _SENTENCE.split(nfc(text)):
        kind, whole = lent or (None, True)
        rest = sentence
        verb = _CHANGE.match(sentence) or _own_change(sentence)
        ended = _ENDED.match(sentence)
        if verb:
            kind, whole = _CHANGES[verb["verb"].lower()], not _EXCEPT.search(sentence, verb.end())
            rest = re.split(r"[;.](?=\s|$)", sentence[verb.end() :])[0]
        elif ended and not _NOT_ENDED.search(ended["acts"]):
            kind, whole, rest = "repeals", not _EXCEPT.search(sentence), ended["acts"]
        elif _CARRIES_OUT.search(sentence):
            kind = "implements"
        if kind is not None:
            yield from _targets(kind, sentence, rest, whole)


def _own_change(sentence: str) -> re.Match[str] | None:
    """The verb by which a document itself replaces or repeals others in a sentence, if one does."""
    subject = _OWN_SUBJECT.search(sentence)
    for verb in _VERBS.finditer(sentence, subject.end()) if subject else ():
        before = sentence[max(0, verb.start() - _REACH_BEFORE) : verb.start()]
        ends = _CHANGES[verb["verb"].lower()] != "amends"
        if ends and _ACTIVE.search(before) and not _PASSIVE.search(before):
            return verb
    return None


def _targets(kind: RelationType, sentence: str, rest: str, whole: bool) -> Iterator[Relation]:
    """The documents that a verb bears on: those named after it, but for the ones that only the first of them is about.

    A change is of a whole document only where its name follows the verb at once; behind a part, what else is listed is in part too.
    """
    at, first, words = 0, True, fold_markup(sentence)
    quoted = [m.span() for m in _QUOTED.finditer(rest)]
    for named in _documents_in(rest):
        if kind != "implements" and any(a <= named.start < b for a, b in quoted):
            continue  # in the words that are changed, not the document
        between = rest[at : named.start]
        if not first and (_OF_ANOTHER.search(between) or _INSTEAD.search(between) or kind in ("amends", "implements")):
            return
        if first and kind == "implements" and named.number is None and not named.words:
            return
        whole = _is_whole(between, first, named) and (whole or "toàn bộ" in between.lower())
        partial = kind in ("replaces", "repeals") and not whole
        yield Relation(kind, named.number, named.date, words if named.number else named.words, None, partial)
        at, first = named.end, False


def _is_whole(between: str, first: bool, named: "_Named") -> bool:
    """Whether the words before a document's number or name leave nothing between it and the verb, or the list that it stands in."""
    if first:
        head, colon, between = between.rpartition(":")
        if colon and not _WHOLE_LIST.match(head):
            return False
    elif _CLAUSES_OF.search(between):
        return False
    else:
        between = _CONNECTOR.split(between)[-1]
    return (_WHOLE if named.number else _WHOLE_BY_NAME).match(between) is not None


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
