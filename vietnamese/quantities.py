"""Quantities with what they count and how they are bounded, in Vietnamese and English: "ít nhất hai mươi lăm người", "1,5 tỷ đồng",
"no more than 50 %", "twice a year".

Unlike `vietnamese.numbers.find_figures`, which keeps figures as written for an answer, these are values to be compared across
languages: scales are multiplied out, number words are read, units are reduced to a common name. Positions count in `key(text)`,
which is as long as the NFC text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from vietnamese.dates import find_dates
from vietnamese.numbers import find_document_numbers
from vietnamese.text import key

Bound = Literal["min", "max"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value as compared: scales multiplied out, percent as written, shares as 0-1.

    `unit` is a common name ("percent", "money", "share", "people", "day" ...) or None where the counted noun is not known. `bound`
    says whether the value is a lowest or a highest one; `ranged` that it is an end of a range, whose ends are two quantities.
    `word` marks a value in words, which may count what a sentence lists. Span in `key(text)`.
    """

    text: str
    value: float
    unit: str | None
    bound: Bound | None
    ranged: bool
    word: bool
    start: int
    end: int


def _listed(words: str) -> list[str]:
    return words.split()


_UNIT_WORDS: Mapping[str, str] = {
    "percent": "% phần+trăm percent per+cent pct",
    "money": "đồng vnđ vnd dong đ",
    "age": "tuổi years+old years+of+age year+old",
    "people": "lượt+người người cán+bộ công+chức viên+chức học+viên giảng+viên báo+cáo+viên nhân+viên thạc+sĩ "
    "bác+sĩ dược+sĩ chuyên+gia lãnh+đạo thành+viên people persons person officials official cadres cadre civil+servants civil+servant "
    "public+employees public+employee employees employee staff trainees trainee participants participant learners learner students "
    "doctors doctor lecturers lecturer specialists specialist members member leaders leader managers manager master's representatives "
    "representative",
    "deputy": "đại+biểu deputies deputy delegates delegate",
    "resident": "dân residents resident inhabitants inhabitant",
    "doctorate": "tiến+sĩ tiến+sỹ doctorates doctorate phds phd",
    "class": "lớp khóa+bồi+dưỡng khoá+bồi+dưỡng khóa+học classes class courses course",
    "workday": "ngày+làm+việc working+days working+day business+days business+day",
    "day": "ngày days day",
    "week": "tuần weeks week",
    "month": "tháng months month",
    "year": "năm years year",
    "hour": "giờ hours hour",
    "times": "lần lượt times time",
    "copy": "bản copies copy",
    "sheet": "tờ sheets sheet",
    "session": "kỳ kỳ+họp sessions session meetings meeting",
    "language": "thứ+tiếng languages language",
    "device": "loại+phương+tiện phương+tiện loại types type kinds kind methods method",
}
_UNITS: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    sorted(
        ((tuple(key(form).split("+")), unit) for unit, forms in _UNIT_WORDS.items() for form in forms.split()),
        key=lambda form: -len(form[0]),
    )
)
_SAME_UNITS = frozenset(
    frozenset(pair)
    for pair in (
        ("day", "workday"),
        ("times", "session"),
        ("people", "deputy"),
        ("people", "resident"),
        ("people", "doctorate"),
    )
)

_ONES_VI = dict(zip(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"), range(1, 10), strict=True))
_LAST_VI = _ONES_VI | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
_ONES_EN = dict(
    zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), range(1, 10), strict=True)
)
_TEENS_EN = dict(
    zip(
        _listed("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
        range(10, 20),
        strict=True,
    )
)
_TENS_EN = dict(zip(_listed("twenty thirty forty fifty sixty seventy eighty ninety"), range(20, 100, 10), strict=True))
_SCALES = {
    "chục": 10, "dozen": 12, "vạn": 1e4, "nghìn": 1e3, "ngàn": 1e3, "thousand": 1e3, "triệu": 1e6, "million": 1e6, "tỷ": 1e9, "tỉ": 1e9, "billion": 1e9,
}  # fmt: skip
_SHARES = {
    "third": 1 / 3, "thirds": 1 / 3, "half": 0.5, "quarters": 0.25, "fifth": 0.2, "fifths": 0.2,
}  # fmt: skip
_TOKEN = re.compile(
    r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.]\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]\d)|\d+(?:[.,]\d+)?|%|[^\W\d_]+(?:'s)?"
)
_LABEL = re.compile(
    r"(?:điều|khoản|điểm|mục|chương|phần|phụ lục|biểu|mẫu|đối tượng|quân khu|khu vực|nhóm|hạng|bậc|khóa|khoá|quý|bước|thứ|số|loại|cấp|"
    r"article|articles|clause|clauses|chapter|appendix|annex|section|part|category|group|groups|region|zone|level|grade|rank|point|item|"
    r"no\.?|number|quarter|table|row|term|paragraph)\s*$"
)
_CLAUSE_START = re.compile(
    r"(?:^|\n)[\s#*_>(-]*(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2})+(?=\s)(?!\s*(?:%|phần trăm|per|triệu|tỷ|tỉ|nghìn|million|billion|thousand|đồng|vn|người))|\d{1,3}(?=\s*[\t|]))"
)
_RANGE = re.compile(r"\s*(?:%|phần trăm|percent)?\s*(?:-|–|—|đến|tới|to|and)\s*(?:năm\s+)?")
_NOT_FIVE = frozenset(
    _listed(
        "mỗi hằng hàng trong đến từ cả cuối đầu giữa của theo qua từng một hai ba bốn sáu bảy tám chín mười nhiều các những"
    )
)
_UNIT_GAP = 3
_STOPS_UNIT = frozenset(
    _listed("và hoặc trở of and or to from in by at for per each every mỗi trong đến từ với cho a an the")
)


def same_unit(a: str | None, b: str | None) -> bool:
    """Whether two quantities can count the same: an unknown unit goes with any but percent, money and shares."""
    strict = {"percent", "money", "share"}
    if a is None or b is None:
        return not ({a, b} & strict - {None}) or (a is None and b == "money") or (b is None and a == "money")
    return a == b or frozenset({a, b}) in _SAME_UNITS


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a text in its order; digits of dates, document numbers, clause numbers and names are none."""
    keyed = key(text)
    closed = [(n.start, n.end) for n in find_document_numbers(keyed)] + [(d.start, d.end) for d in find_dates(keyed)]
    closed += [m.span() for m in _CLAUSE_START.finditer(keyed)]
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(keyed)]
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        read = _read_number(tokens, at, keyed)
        if read is None or any(tokens[at][1] < b and a < read[2] for a, b in closed):
            at += 1
            continue
        value, after, end, kind = _completed(tokens, read, keyed)
        start = tokens[at][1]
        if not (kind == "digits" and _LABEL.search(keyed, max(0, start - 14), start)):
            found.append(_quantity(keyed, tokens, after, value, start, end, kind))
        at = after
    return _with_ranges(keyed, found)


_Tokens = Sequence[tuple[str, int, int]]
_Read = tuple[float, int, int, str]


def _read_number(tokens: _Tokens, at: int, keyed: str) -> _Read | None:
    """Value, index of the next token, end and kind (digits, word, share) of the number at a token."""
    word = tokens[at][0]
    if word[0].isdecimal():  # "²" and "①" are digits, and no numbers
        before = keyed[tokens[at][1] - 1 : tokens[at][1]]
        if before.isalpha() or (before == "-" and keyed[max(0, tokens[at][1] - 2)].isalpha()):
            return None
        share = _digit_share(tokens, at, keyed)
        return share or _scaled(tokens, at + 1, _value(word), tokens[at][2], "digits")
    return _share_words(tokens, at) or _word_number(tokens, at)


def _completed(tokens: _Tokens, read: _Read, keyed: str) -> _Read:
    """A number with what else belongs to it: itself in brackets ("06 (sáu)"), a half, smaller scales ("2 tỷ 500 triệu")."""
    value, after, end, kind = _repeated(tokens, read, keyed)
    if _AND_A_HALF.match(keyed, end):
        return value + 0.5, after, end, kind
    scale = _SCALES.get(tokens[after - 1][0])
    while scale and after < len(tokens) and keyed[end : tokens[after][1]] == " ":
        if tokens[after][0] == "rưỡi":
            return value + scale / 2, after + 1, tokens[after][2], kind
        more = _read_number(tokens, after, keyed)
        smaller = _SCALES.get(tokens[more[1] - 1][0]) if more else None
        if (
            more is None
            or more[3] == "share"
            or more[0] >= scale
            or not (smaller or (kind == "word" and more[0] >= 100))
        ):
            break
        value, (_, after, end, _), scale = value + more[0], more, smaller
    return value, after, end, kind


def _repeated(tokens: _Tokens, read: _Read, keyed: str) -> _Read:
    """A number with its repetition in brackets, in figures or in words, and the scale behind them."""
    value, after, end, kind = read
    if after >= len(tokens) or kind == "share" or keyed[end : tokens[after][1]].strip() != "(":
        return read
    again = _read_number(tokens, after, keyed)
    if tokens[after][0] == "năm":
        again = again or (5.0, after + 1, tokens[after][2], "word")
    if again is None or again[0] != value or again[3] == "share":
        return read
    close = _CLOSING.match(keyed, again[2])
    if close is None:
        return read
    both = "word" if kind == again[3] == "word" else "digits"
    return _scaled(tokens, again[1], value, close.end(), both)


_AND_A_HALF = re.compile(r" (?:giờ|ngày|tuần|tháng|năm) rưỡi\b")
_CLOSING = re.compile(r"[^\S\n]*\)")


def _digit_share(tokens: _Tokens, at: int, keyed: str) -> _Read | None:
    match = _FRACTION.match(keyed, tokens[at][1])
    if not match or at + 1 >= len(tokens):
        return None
    if not match["of"] and not _FRACTION_CUE.search(keyed[: tokens[at][1]]):
        return None
    return int(match[1]) / int(match[2]), at + 2, tokens[at + 1][2], "share"


_FRACTION = re.compile(r"([1-9])/([2-9]|10)(?![\d/])\s*(?P<of>tổng|số|thành viên|đại biểu|chu kỳ|of\b)?")
_FRACTION_CUE = re.compile(
    r"(?:khoảng|ít nhất|tối thiểu|quá|hơn|trên|dưới|bằng|about|at least|more than|over|roughly)\s+$"
)


def _share_words(tokens: _Tokens, at: int) -> _Read | None:
    words = [t[0] for t in tokens[at : at + 3]]
    if len(words) == 3 and words[1] == "phần" and words[0] in _ONES_VI and words[2] in _LAST_VI | {"mười": 10}:
        return _ONES_VI[words[0]] / (_LAST_VI | {"mười": 10})[words[2]], at + 3, tokens[at + 2][2], "share"
    if words[:1] in (["nửa"], ["half"]):
        return 0.5, at + 1, tokens[at][2], "share"
    if len(words) > 1 and words[0] in {**_ONES_EN, "a": 1} and words[1] in _SHARES:
        return {**_ONES_EN, "a": 1}[words[0]] * _SHARES[words[1]], at + 2, tokens[at + 1][2], "share"
    return None


def _word_number(tokens: _Tokens, at: int) -> _Read | None:
    return _vietnamese(tokens, at) or _english(tokens, at)


def _vietnamese(tokens: _Tokens, at: int) -> _Read | None:
    words = [t[0] for t in tokens[at : at + 8]]
    first = words[0]
    if first == "năm" and not _is_five(tokens, at):
        return None
    if first == "mười":
        last = _LAST_VI.get(words[1]) if len(words) > 1 and words[1] != "năm" else None
        return _scaled(tokens, at + (2 if last else 1), 10 + (last or 0), tokens[at + (1 if last else 0)][2], "word")
    if first not in _ONES_VI:
        return None
    value, used = float(_ONES_VI[first]), 1
    if words[1:2] == ["trăm"]:
        value, used = value * 100, 2
        rest = words[used:]
        if rest[:1] in (["linh"], ["lẻ"]) and rest[1:2] and rest[1] in _LAST_VI:
            value, used = value + _LAST_VI[rest[1]], used + 2
        elif rest[:1] == ["mười"]:
            value, used = value + 10, used + 1
            if rest[1:2] and rest[1] in _LAST_VI and rest[1] != "năm":
                value, used = value + _LAST_VI[rest[1]], used + 1
        elif rest[1:2] == ["mươi"] and rest[0] in _ONES_VI:
            value, used = _tens(value + 10 * _ONES_VI[rest[0]], used + 2, words)
    elif words[1:2] == ["mươi"]:
        value, used = _tens(value * 10, 2, words)
    return _scaled(tokens, at + used, value, tokens[at + used - 1][2], "word")


def _tens(value: float, used: int, words: Sequence[str]) -> tuple[float, int]:
    """ "hai mươi lăm" is 25, "hai mươi năm" twenty years."""
    last = words[used] if used < len(words) else ""
    return (value + _LAST_VI[last], used + 1) if last in _LAST_VI and last != "năm" else (value, used)


def _is_five(tokens: _Tokens, at: int) -> bool:
    """Whether "năm" is a five: before tens, a scale or what is counted, and behind nothing that makes it a year."""
    following = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    if following in {"mươi", "trăm"}:
        return True
    before = tokens[at - 1][0] if at else ""
    return (
        (following in _SCALES or _unit_at(tokens, at + 1, 1) not in {None, "money"})
        and before not in _NOT_FIVE
        and not before[:1].isdigit()
        and following != "học"
    )


def _english(tokens: _Tokens, at: int) -> _Read | None:
    word = tokens[at][0]
    if word == "twice" or (word == "once" and _is_count(tokens, at)):
        return (2.0 if word == "twice" else 1.0), at + 1, tokens[at][2], "word"
    value: float = 0
    used = at
    while used < len(tokens):
        here = tokens[used][0]
        if here in _TENS_EN and not value % 100:
            value += _TENS_EN[here]
        elif here in _TEENS_EN and not value % 100:
            value += _TEENS_EN[here]
        elif here in _ONES_EN and not value % 10 and value % 100 != 10:
            value += _ONES_EN[here]
        elif here == "hundred" and 0 < value < 10:
            value *= 100
        elif here == "a" and not value and tokens[used + 1 : used + 2] and tokens[used + 1][0] in {"hundred", *_SCALES}:
            value = 1
        elif here == "and" and value and not value % 100 and _is_small(tokens, used + 1):
            pass
        else:
            break
        used += 1
    if not value:
        return None
    return _scaled(tokens, used, value, tokens[used - 1][2], "word")


def _is_count(tokens: _Tokens, at: int) -> bool:
    """Whether "once" is one time, not "as soon as"."""
    before = [t[0] for t in tokens[max(0, at - 2) : at]]
    behind = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return before[-1:] in (["least"], ["most"], ["only"], ["than"]) or behind in {"a", "per", "every", "each", "during"}


def _is_small(tokens: _Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at][0] in {**_TENS_EN, **_TEENS_EN, **_ONES_EN}


def _scaled(tokens: _Tokens, after: int, value: float, end: int, kind: str) -> _Read:
    while after < len(tokens) and tokens[after][0] in _SCALES and tokens[after][1] - end <= 2:
        value *= _SCALES[tokens[after][0]]
        end = tokens[after][2]
        after += 1
    return value, after, end, kind


def _value(written: str) -> float:
    """Dots or commas before three digits group thousands, others are decimal."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        written = written.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        written = written.replace(",", "")
    return float(written.replace(",", "."))


def _quantity(keyed: str, tokens: _Tokens, after: int, value: float, start: int, end: int, kind: str) -> Quantity:
    unit = "share" if kind == "share" else _unit_after(keyed, tokens, after, end)
    if keyed[start:end] in {"twice", "once"}:
        unit = "times"
    if unit is None and re.search(r"(?:vnd|vnđ)\s*$", keyed[max(0, start - 5) : start]):
        unit = "money"
    if unit is None and re.search(
        r"(?:aged?|under the age of|tuổi)\s+(?:under|over|below|above|dưới|trên)?\s*$",
        keyed[max(0, start - 24) : start],
    ):
        unit = "age"
    return Quantity(keyed[start:end], value, unit, bound_at(keyed, start, end), False, kind == "word", start, end)


def _unit_after(keyed: str, tokens: _Tokens, after: int, end: int) -> str | None:
    for gap in range(_UNIT_GAP + 1):
        at = after + gap
        if at >= len(tokens) or re.search(r"[.,;:()\n\t|]", keyed[end : tokens[at][1]]):
            return None
        found = _unit_at(tokens, at, 3)
        if found == "money" and tokens[at][0] == "đ" and gap:
            found = None
        if found and not (
            gap and found in {"percent", "year", "day", "month"} and tokens[at][0] in {"năm", "ngày", "tháng"}
        ):
            return found
        if tokens[at][0] in _STOPS_UNIT or tokens[at][0][0].isdigit():
            return None
    return None


def _unit_at(tokens: _Tokens, at: int, longest: int) -> str | None:
    words = tuple(t[0] for t in tokens[at : at + max(longest, 3)])
    return next((unit for form, unit in _UNITS if words[: len(form)] == form), None)


def _with_ranges(keyed: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with the ends of ranges marked; the lower end takes the unit of the upper."""
    result = list(found)
    for i, (low, high) in enumerate(pairwise(found)):
        link = _RANGE.fullmatch(keyed, low.end, high.start)
        joined = link is not None and (
            "and" not in link.group() or re.search(r"between\s*$", keyed[max(0, low.start - 9) : low.start])
        )
        if joined and low.value < high.value:
            unit = low.unit or high.unit
            result[i] = Quantity(low.text, low.value, unit, "min", True, low.word, low.start, low.end)
            result[i + 1] = Quantity(
                high.text, high.value, high.unit or unit, "max", True, high.word, high.start, high.end
            )
    return result


_FAR_MAX = (
    r"không (?:được )?(?:vượt )?quá|không (?:được )?(?:nhiều|cao|lớn) hơn|không trên|tối đa|nhiều nhất|chậm nhất|muộn nhất|hạn chót|trong (?:thời hạn|vòng|thời gian)|trong thời hạn|"
    r"at most|(?:no|not) (?:more|greater|longer|higher|later) than|not (?:to )?exceed(?:ing)?|never exceed|without exceeding|cannot exceed|maximum|capped at|cap of|limited to|"
    r"at the latest|up to|ceiling of"
)
_FAR_MIN = r"ít nhất|tối thiểu|không (?:được )?(?:ít|thấp|nhỏ) hơn|không dưới|at least|(?:no|not) (?:less|fewer|lower) than|minimum|a floor of"
_NEAR_MAX = (
    r"dưới|trước|before|chưa (?:đến|quá|đủ)|(?:ít|thấp|nhỏ) hơn|less than|fewer than|under|below|within|lower than"
)
_NEAR_MIN = r"trên|hơn|quá|vượt|từ|sau|more than|over|above|exceeds?|exceeding|from|upwards of|greater than|after"
_BETWEEN = r"(?:[^\S\n\t]+[^\s.,;:()\d]+){0,4}?[^\S\n]*\(?$"
_BEFORE: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(rf"(?:{_FAR_MAX})\b{_BETWEEN}"), "max"),
    (re.compile(rf"(?:{_FAR_MIN})\b{_BETWEEN}"), "min"),
    (re.compile(rf"\b(?:{_NEAR_MAX})\s+(?:the age of\s+|is\s+|là\s+|half\s+)?$"), "max"),
    (re.compile(rf"\b(?:{_NEAR_MIN})\s+(?:the age of\s+|is\s+|là\s+)?$"), "min"),
)
_AFTER_WORDS = r"\s*(?:%|đồng|phần trăm)?(?:[^\S\n\t]+[^\s.,;:()\d]+){0,5}?[^\S\n\t]*,?[^\S\n\t]+"
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(rf"{_AFTER_WORDS}(?:trở xuống|trở lại|or (?:less|fewer|under|below)|and (?:below|under)|at (?:the )?(?:most|latest)(?!\s+\w))\b"), "max"),
    (re.compile(rf"{_AFTER_WORDS}(?:trở lên|or (?:more|over|above|higher|longer)|and (?:above|over|more)|at (?:the )?least(?!\s+\w)|at a minimum(?!\s+\w)|after)\b"), "min"),
)  # fmt: skip
_CLOSER = re.compile(r"[.,;:]\s")


def bound_at(keyed: str, start: int, end: int) -> Bound | None:
    """How what stands around a span of `key(text)` bounds the value there; the nearer of two words counts."""
    before = _CLOSER.split(keyed[max(0, start - 48) : start])[-1]
    found = [(m.start(), bound) for pattern, bound in _BEFORE[:2] if (m := _last(pattern, before))]
    if found:
        bound = max(found)[1]
        return "min" if bound == "max" and _LATEST.search(before) and _AHEAD.match(keyed, end) else bound
    behind = next((bound for pattern, bound in _AFTER if pattern.match(keyed, end)), None)
    return behind or next((bound for pattern, bound in _BEFORE[2:] if _last(pattern, before)), None)


# "chậm nhất 07 ngày trước hội nghị" leaves at least seven days.
_LATEST = re.compile(r"chậm nhất|muộn nhất|no later than|at the latest")
_AHEAD = re.compile(
    r"\s*(?:ngày|tháng|tuần|giờ|days?|weeks?|months?|hours?)(?:\s+làm việc)?\s+(?:trước|before|prior|ahead|in advance)\b"
)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = [m for i in range(len(text)) if (i == 0 or not text[i - 1].isalnum()) and (m := pattern.match(text, i))]
    return matches[-1] if matches else None
