"""Whether the numbers of documents, the dates and the figures of a sentence stand in its passages, bounded as there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.claims.evidence import Evidence
from answer.claims.facts import frequencies_of, holds_number, numbers_of
from vietnamese.dates import DateMention, find_dates
from vietnamese.quantities import Quantity, find_quantities, same_unit
from vietnamese.text import key


def missing_value(text: str, cited: Sequence[Evidence], where: str, items: int, whole: str = "") -> str | None:
    """Why a value of a sentence does not stand in the passages it cites, named by `where`; None where all do.

    `items` is the number of bullets that the sentence leads to: it may say how many there are. `whole` is the sentence of which
    `text` is a part.
    """
    return (
        _missing_number(text, cited, where)
        or _missing_date(text, cited, where)
        or _missing_quantity(text, cited, where, items, key(whole or text))
    )


def _missing_number(text: str, cited: Sequence[Evidence], where: str) -> str | None:
    own = [n for e in cited for n in e.numbers]
    for number in numbers_of(text):
        if not holds_number(own, number):
            return f"document number {number.number} is not in {where}"
    return None


def _missing_date(text: str, cited: Sequence[Evidence], where: str) -> str | None:
    held = [d for e in cited for d in e.dates]
    years = {str(n.year) for e in cited for n in e.numbers if n.year}
    for mention in find_dates(text):
        if not is_date_held(mention, held) and mention.iso not in years:
            return f"date {mention.text} is not in {where}"
        if is_date_held(mention, held) and _wrong_side(text, mention, cited):
            return f"{mention.text} is bounded the other way in {where}"
    own = frozenset[str]().union(*(e.frequencies for e in cited))
    for frequency in sorted(frequencies_of(text) - own):
        if own & {"yearly", "quarterly", "monthly", "weekly"} or frequency != "yearly":
            return f"{frequency} is not in {where}"
    return None


def is_date_held(mention: DateMention, held: Sequence[DateMention]) -> bool:
    """Whether a date is among those of a passage; what a sentence leaves out of it, the day or the year, may be any."""
    if mention.kind == "period":
        first, _, last = mention.iso.partition("/")
        return any(d.iso == mention.iso for d in held) or (_is_year_held(first, held) and _is_year_held(last, held))
    if mention.kind == "year":
        return _is_year_held(mention.iso, held)
    if mention.kind == "month_day":
        return any(d.iso.endswith(mention.iso.removeprefix("--")) and d.kind in {"day", "month_day"} for d in held)
    if mention.kind == "quarter":
        quarter = mention.iso.split("-")[-1]
        return any(d.kind == "quarter" and d.iso.endswith(quarter) and _same_year(d.iso, mention.iso) for d in held)
    return any(d.iso == mention.iso or (mention.kind == "month" and d.iso.startswith(f"{mention.iso}-")) for d in held)


def _same_year(a: str, b: str) -> bool:
    return a.startswith("-") or b.startswith("-") or a[:4] == b[:4]


def _is_year_held(year: str, held: Sequence[DateMention]) -> bool:
    return any(year in re.findall(r"\d{4}", d.iso) for d in held)


_BEFORE = re.compile(
    r"(?:trước|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|hạn chót(?: là)?|(?<!kể từ )đến|before|by|no later than|until|prior to|up to)(?:\s+(?:ngày|the|năm|tháng|end of|hết|cuối))*\s*$"
)
_AFTER = re.compile(
    r"(?:sau|kể từ|từ|bắt đầu từ|after|from|since|starting(?: on| from)?|as of|effective(?: from)?)(?:\s+(?:ngày|the|năm|tháng|end of|on))*\s*$"
)


def _side(text: str, start: int) -> str:
    before = key(text)[max(0, start - 36) : start]
    return "before" if _BEFORE.search(before) else "after" if _AFTER.search(before) else ""


def _wrong_side(text: str, mention: DateMention, cited: Sequence[Evidence]) -> bool:
    """Whether a sentence says before where each place of the date in the passages says after, or the other way round."""
    side = _side(text, mention.start) if mention.kind != "period" else ""
    if not side or mention.kind == "year":
        return False
    alike = [
        _side(e.text, d.start) for e in cited for d in e.dates if d.kind == mention.kind and is_date_held(mention, [d])
    ]
    return bool(alike) and all(s and s != side for s in alike)


_COUNTED_LIST = re.compile(
    r"\s*(?:nhóm|nhiệm vụ|nội dung|hình thức|loại|mục|điểm|trường hợp|đối tượng|nguồn|bước|việc|yêu cầu|giải pháp|cơ quan|đơn vị|sở|lĩnh vực|mục tiêu|chính|main|groups?|tasks?|duties|types?|forms?|items?|points?|sources?|steps?|requirements?|conditions?|things?|categories|agencies|offices|departments|documents|of|ways?|key|số liệu|figures?|kinds?|rules|văn bản|điều kiện|nghĩa vụ|trách nhiệm|hệ|đợt|khối|bên|vai trò|mục đích|nguyên tắc|phòng|ban|ngành|nơi|khoản|phần|ý|đầu việc|programmes?|systems?|parts?|roles?|modes?|options?|cases?|stages?|phases?|fields?|areas?|sections?|headings?|solutions?|objectives?|goals?|aims?|measures?|bodies|units?|institutions?|divisions?)\b"
)


_LONGEST_LIST = 20


def _missing_quantity(text: str, cited: Sequence[Evidence], where: str, items: int, whole: str) -> str | None:
    held = [_limited(q, e) for e in cited for q in e.quantities]
    keyed = key(text)
    for quantity in find_quantities(text):
        if (quantity.word and quantity.value == 1 and quantity.bound is None) or (quantity.value == items > 0):
            continue
        counts = quantity.word or keyed.rstrip().endswith(":")
        if counts and (_counts_parts(whole, quantity, items) or _counts_a_list(keyed, quantity, items, cited)):
            continue
        same = [q for q in held if _same_value(q, quantity)] or [
            q
            for q in held
            if {q.unit, quantity.unit} == {"share", "percent"} and abs(_share(q) - _share(quantity)) < 1e-6
        ]
        if not same:
            return f"number {quantity.text} is not in {where}"
        fitting = [
            q for q in same if same_unit(q.unit, quantity.unit) or {q.unit, quantity.unit} == {"share", "percent"}
        ]
        if not fitting:
            return f"number {quantity.text} counts something else in {where}"
        if not any(_same_bound(q, quantity) for q in fitting):
            return f"{quantity.text} is bounded the other way in {where}"
    return None


def _share(quantity: Quantity) -> float:
    return quantity.value / 100 if quantity.unit == "percent" else quantity.value


def _same_value(a: Quantity, b: Quantity) -> bool:
    return abs(a.value - b.value) <= 1e-6 * max(1.0, abs(b.value))


def _counts_parts(whole: str, quantity: Quantity, items: int) -> bool:
    """Whether a number counts the bullets under a sentence or the parts behind its colon."""
    listed = re.split(r"[;,]|\s(?:và|and)\s", whole.partition(":")[2])
    return quantity.value in {items, len([part for part in listed if part.strip()])} - {0, 1}


def _counts_a_list(keyed: str, quantity: Quantity, items: int, cited: Sequence[Evidence]) -> bool:
    """Whether a number word counts what a passage lists ("ba nhóm", "four groups")."""
    if (
        quantity.value > _LONGEST_LIST
        or not _COUNTED_LIST.match(keyed, quantity.end)
        or quantity.unit in {"percent", "money", "year", "day"}
    ):
        return False
    return (not items and keyed.rstrip().endswith(":")) or any(quantity.value in _list_lengths(e) for e in cited)


def _list_lengths(evidence: Evidence) -> set[float]:
    lines = [line for line in evidence.text.split("\n") if re.match(r"\s*(?:[-+•*]|[a-zđ]\)|\d{1,2}\.)\s", line)]
    inline = [len(re.split(r"[;,]", part)) for clause in evidence.clauses for part in [clause.text]]
    return {float(len(lines)), *map(float, inline), float(len(evidence.clauses)), float(len(evidence.clauses) - 1)}


_DURATIONS = frozenset({"hour", "day", "workday", "week", "month", "year"})
_WITHIN = re.compile(r"\btrong(?: khoảng)?\s+$")


def _limited(quantity: Quantity, evidence: Evidence) -> Quantity:
    """A quantity of a passage, one behind a bare "trong" ("trong 3 ngày") as the highest that it is."""
    if quantity.bound is None and quantity.unit in _DURATIONS:
        before = key(evidence.text)[max(0, quantity.start - 16) : quantity.start]
        return replace(quantity, bound="max") if _WITHIN.search(before) else quantity
    return quantity


def _same_bound(held: Quantity, stated: Quantity) -> bool:
    """Whether a bound is kept: one that is said must be there and the same; one that is left out only loosens."""
    if stated.bound is None:
        return not held.ranged
    return held.bound == stated.bound
