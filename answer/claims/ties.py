"""Whether a value stands with the same thing in a sentence and in its passages: "20 người" may be another office's twenty.

Each place where the passages hold the value competes with the places that hold another value of the same kind. What the sentence
says around its value is looked for around both. Where another value's surroundings hold what the right one's lack, and hardly
anything the other way round, the sentence has the value of another row, group or document.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from answer.claims.evidence import Clause, Evidence
from answer.claims.polarity import nearest
from answer.claims.references import references_of
from answer.claims.wording import Term, holds, is_english, terms_of, worded
from vietnamese.dates import find_dates
from vietnamese.glossary import Glossary
from vietnamese.numbers import find_document_numbers
from vietnamese.ordinals import roman_numeral
from vietnamese.provinces import find_provinces_folded
from vietnamese.quantities import Quantity, find_quantities, same_unit
from vietnamese.text import key, nfc


@dataclass(frozen=True, slots=True)
class Value:
    """A figure, a date or a document's number in a text: its kind, what it is compared by, its span in `key(text)`."""

    kind: str
    compared: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A value in a clause of a passage with the words near it, those of its clause and those above."""

    value: Value
    clause: Clause
    near: str
    around: str
    aside: bool


NEAR = 6
"""Words on each side of a value that tell it from another in the same clause."""
MOST_RIGHT, MOST_WRONG = 20, 150
"""Places of a value, and of others of its kind, that are compared: more than passages of any real length hold."""
LEAST = 0.9
"""What another place must hold more of the sentence, in weights of terms, before it is taken for the one that is meant."""
LEAST_NAMED = 3.5
"""The same for document numbers and years, which stand about in openings and titles."""
OVERWEIGHT = 0.34
"""The share of that which the right place may hold in its turn and still be taken for the wrong one."""
_WITHIN, _CLAUSE, _ABOVE = 1.0, 0.95, 0.9
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STRONG = re.compile(r"[;\n\t|]|\.\s")
_WEAK = re.compile(r",|\(|\s(?:và|còn|and|while|whereas)\s")


def values_of(text: str) -> list[Value]:
    """The values of a text that others of their kind can be mistaken for."""
    found = [
        Value(q.unit or "figure", _written(q), q.text, q.start, q.end) for q in _whole_ranges(find_quantities(text))
    ]
    found += [Value(_KINDS[d.kind], d.iso, d.text, d.start, d.end) for d in find_dates(text) if d.kind in _KINDS]
    found += [
        Value("number", f"{n.serial.lstrip('0')}/{n.kind_code}", n.number, n.start, n.end)
        for n in find_document_numbers(text)
    ]
    return sorted(found, key=lambda v: v.start)


def _whole_ranges(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, each range as one: the lower end with the span of both and the upper end as its text."""
    whole: list[Quantity] = []
    for quantity in quantities:
        if quantity.ranged and quantity.bound == "max" and whole and whole[-1].ranged:
            low = whole.pop()
            whole.append(replace(low, text=f"{low.value:g}~{quantity.value:g}", unit=quantity.unit, end=quantity.end))
        elif not (quantity.word and quantity.value == 1):
            whole.append(quantity)
    return whole


def _written(quantity: Quantity) -> str:
    return quantity.text if "~" in quantity.text else f"{quantity.value:g}"


_KINDS = {"day": "date", "month_day": "date", "quarter": "quarter", "year": "calendar"}


def misplaced(piece: str, passages: Sequence[Evidence], glossary: Glossary) -> tuple[Value, Value] | None:
    """The first value of a sentence that its passages give to something else, with the value that they give to what it names.

    The line that names a document may bear a value out, but its years and numbers are given to nothing else.
    """
    places = [place for passage in passages for clause in passage.clauses for place in _places(clause)]
    titles = [place for passage in passages for clause in passage.title for place in _places(clause)]
    for value in values_of(piece):
        alike = [p for p in places if _same_kind(p.value, value)]
        right = [p for p in [*alike, *titles] if _same_kind(p.value, value) and _equal(p.value, value)][:MOST_RIGHT]
        wrong = [p for p in alike if not _equal(p.value, value)][:MOST_WRONG]
        if value.kind == "calendar" and not any(_equal(p.value, value) for p in alike):
            other = _other_year(piece, value, passages, glossary)
            if other is not None:
                return value, other
        if not right or not wrong:
            continue
        claim = _Claim(piece, value, glossary)
        beaten_by = [next((w for w in wrong if claim.beaten(r, w)), None) for r in right]
        if all(beaten_by) and beaten_by[0] is not None:
            return value, beaten_by[0].value
    return None


def _other_year(piece: str, value: Value, passages: Sequence[Evidence], glossary: Glossary) -> Value | None:
    """The year of the clauses that a sentence is nearest to, where the sentence has another, which only the title of the document has."""
    every = [c for e in passages for c in e.clauses]
    above = {year for c in every for year in _YEAR.findall(" ".join((c.above, *c.heads)))}
    if value.compared in above or not any(value.compared in _YEAR.findall(e.head) for e in passages):
        return None
    clauses = nearest(terms_of(piece, glossary), every)
    found = [[v for v in values_of("\n".join((c.above, c.text, *c.heads))) if v.kind == "calendar"] for c in clauses]
    stated = set(_YEAR.findall(piece))
    if not found or not all(found):
        return None
    return None if any(v.compared in stated for values in found for v in values) else found[0][0]


_DURATIONS = frozenset({"hour", "day", "workday", "week", "month", "year"})


def _same_kind(a: Value, b: Value) -> bool:
    dated = {"date", "calendar", "quarter", "number"}
    if {a.kind, b.kind} == {"calendar", "quarter"} or (a.kind in _DURATIONS and b.kind in _DURATIONS):
        return True
    if a.kind in dated or b.kind in dated:
        return a.kind == b.kind
    return same_unit(None if a.kind == "figure" else a.kind, None if b.kind == "figure" else b.kind)


def _equal(a: Value, b: Value) -> bool:
    if (
        a.kind != b.kind
        and ({a.kind, b.kind} <= _DURATIONS or "quarter" in {a.kind, b.kind})
        and {a.kind, b.kind} != {"day", "workday"}
    ):
        return False
    if a.kind == "number":
        serial_a, _, kind_a = a.compared.partition("/")
        serial_b, _, kind_b = b.compared.partition("/")
        return serial_a == serial_b and (not kind_a or not kind_b or key(kind_a) == key(kind_b))
    if a.kind == "date":
        return a.compared.removeprefix("--")[-5:] == b.compared.removeprefix("--")[-5:] and (
            a.compared.startswith("--") or b.compared.startswith("--") or a.compared == b.compared
        )
    if "~" in a.compared and "~" in b.compared:
        return a.compared == b.compared
    return bool(set(a.compared.split("~")) & set(b.compared.split("~")))


def _places(clause: Clause) -> list[_Place]:
    cached = _CACHE.get(clause)
    if cached is None:
        values = values_of(clause.text)
        around = clause.words
        cached = [
            _Place(v, clause, _near(clause.text, v, values, clause.heads), around, _is_aside(clause.text, v))
            for v in values
        ]
        if len(_CACHE) > 4000:
            _CACHE.clear()
        _CACHE[clause] = cached
    return cached


_CACHE: dict[Clause, list[_Place]] = {}


def _is_aside(text: str, value: Value) -> bool:
    """Whether a value stands in brackets: "30 người (01 tiến sĩ)" gives a part of the thirty, not another figure for them."""
    return text.rfind("(", 0, value.start) > text.rfind(")", 0, value.start)


def _near(text: str, value: Value, values: Sequence[Value], heads: tuple[str, ...] = ()) -> str:
    """The words near a value, up to the next of its kind or the end of its cell."""
    start, end = segment(text, value, values)
    plain = nfc(text)
    before = worded(plain[start : value.start]).split()[-NEAR:]
    behind = worded(plain[value.end : end]).split()[:NEAR]
    head = _head(plain, value, heads)
    return f" {' '.join([*worded(head).split(), *before, *behind])} "


def _head(text: str, value: Value, heads: tuple[str, ...]) -> str:
    """The name of the column that a value stands in."""
    if not heads:
        return ""
    at = len(re.findall(r"\t|\s\|\s", text[: value.start]))
    return heads[at] if at < len(heads) else ""


def segment(text: str, value: Value, values: Sequence[Value]) -> tuple[int, int]:
    """The stretch of a text that is about one value: up to where the surroundings of its neighbours of the same kind begin."""
    keyed = key(text)
    alike = [v for v in values if _same_kind(v, value)]
    before = [v for v in alike if v.end <= value.start]
    behind = [v for v in alike if v.start >= value.end]
    start = _cut(keyed, before[-1].end, value.start) if before else 0
    end = _cut(keyed, value.end, behind[0].start) if behind else len(keyed)
    strong = [m.end() for m in _STRONG.finditer(keyed, start, value.start)]
    last = _STRONG.search(keyed, value.end, end)
    return (strong[-1] if strong else start), (last.start() if last else end)


def _cut(keyed: str, start: int, end: int) -> int:
    """Where the words between two values part: at the last strong stop, else the last weak one, else before the second."""
    between = keyed[start:end]
    if re.fullmatch(r"\s*(?:%|phần trăm|percent)?\s*(?:-|–|—|đến|tới|to|and)?\s*", between):
        return end if re.fullmatch(r"\s*", between) else start
    for pattern in (_STRONG, _WEAK):
        stops = [m.end() for m in pattern.finditer(between)]
        if stops:
            return start + stops[-1]
    return end


class _Claim:
    """What a sentence says around one of its values."""

    def __init__(self, piece: str, value: Value, glossary: Glossary) -> None:
        values = values_of(piece)
        start, end = segment(piece, value, values)
        plain = nfc(piece)
        local = f"{plain[start : value.start]} … {plain[value.end : end]}"
        english = is_english(piece)
        self._kind = value.kind
        self._wide = _terms(local, english, glossary)
        before = " ".join(plain[start : value.start].split()[-NEAR:])
        behind = " ".join(plain[value.end : end].split()[:NEAR])
        self._close = _terms(f"{before} … {behind}", english, glossary)
        years = set(_YEAR.findall(plain))
        if len(years) == 1 and value.kind not in {"calendar", "date", "quarter", "number"}:
            self._close = [*self._close, *(Term(frozenset({y}), 1.6) for y in years if y not in f"{before} {behind}")]
        dated = [n for n in find_document_numbers(plain) if n.end <= value.start] if value.kind == "date" else []
        self._exact = bool(dated)
        if dated:  # a date behind a document's number is that document's
            self._wide = self._close = [Term(frozenset({worded(dated[-1].number).strip()}), 1.5)]

    def beaten(self, right: _Place, wrong: _Place) -> bool:
        """Whether the wrong place holds clearly more of the sentence than the right one."""
        same = right.clause == wrong.clause
        if (same and right.aside != wrong.aside) or (not same and self._kind == "quarter" != wrong.value.kind):
            return False
        terms = self._close if same else self._wide
        reach: Callable[[_Place, Term], float] = _near_reach if same or self._exact else _wide_reach
        ahead = behind = 0.0
        for term in terms:
            weight = term.weight * (_SHARED if same and _elsewhere(wrong, right, term) else 1.0)
            difference = weight * (reach(wrong, term) - reach(right, term))
            ahead += max(difference, 0.0)
            behind += max(-difference, 0.0)
        named = self._kind in {"number", "calendar"}
        least = LEAST_NAMED if named else LEAST
        return ahead >= least and behind <= OVERWEIGHT * ahead


_SHARED = 0.25
"""What a term counts that the clause holds somewhere else as well: it may be of the whole clause."""


def _elsewhere(wrong: _Place, right: _Place, term: Term) -> bool:
    text = worded(wrong.clause.text)
    near = max(sum(place.near.count(f" {w} ") for w in term.wordings) for place in (wrong, right))
    return sum(text.count(f" {w} ") for w in term.wordings) > near


def _terms(text: str, english: bool, glossary: Glossary) -> list[Term]:
    years = [Term(frozenset({y}), 1.6) for y in dict.fromkeys(_YEAR.findall(text))]
    numbers = [Term(frozenset({worded(n.number).strip()}), 1.5) for n in find_document_numbers(text)]
    labels = [
        Term(frozenset(f"{word} {number}" for word in _LABELS for number in {r.number, _roman(r.number)}), 1.6)
        for r in references_of(text)
        if r.kind == "label"
    ]
    labels += [Term(frozenset({worded(p.name).strip()}), 1.0) for p in find_provinces_folded(text)] if english else []
    spoken = {t.wordings: t for stretch in text.split("…") for t in terms_of(stretch, glossary)}
    named = [t for t in spoken.values() if not any(_COUNTING & set(w.split()) for w in t.wordings)]
    return [*named, *years, *numbers, *labels]


_COUNTING = frozenset(("người", "lớp", "lần", "quá", "nhất", "thiểu", "đa"))
"""Words of units and bounds, which stand with every figure."""
_LABELS = ("đối tượng", "nhóm", "hạng", "cấp", "khu vực", "quân khu", "loại", "khóa")


def _roman(number: str) -> str:
    return roman_numeral(int(number)).lower() if number.isdigit() and 0 < int(number) < 40 else number


def _near_reach(place: _Place, term: Term) -> float:
    return _WITHIN if holds(place.near, term.wordings) else 0.0


def _wide_reach(place: _Place, term: Term) -> float:
    if holds(place.near, term.wordings):
        return _WITHIN
    if holds(worded(place.clause.text), term.wordings):
        return _CLAUSE
    return _ABOVE if holds(place.around, term.wordings) else 0.0
