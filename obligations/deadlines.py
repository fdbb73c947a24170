"""Time limits: what a cell of a time column says, and the limits that the sentences of a duty name.

Patterns are written for folded text (no accents, lower case), whose positions are those of the NFC text.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from obligations.obligation import Deadline, Frequency
from obligations.roles import VERB
from vietnamese.dates import DateMention, find_dates
from vietnamese.numbers import find_document_numbers
from vietnamese.spans import aligned_fold
from vietnamese.text import key, nfc, tidy


@dataclass(frozen=True, slots=True)
class Limit:
    """A deadline and its span in the NFC text."""

    deadline: Deadline
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimePart:
    """One of several times in a cell: the letter it stands behind ("a"; "" where it has none) and its text."""

    letter: str
    text: str


_ONCE = r"(?:0?1|mot)"
_FREQUENCY_WORDS: tuple[tuple[Frequency, str], ...] = (
    ("weekly", r"\b(?:hang|moi) tuan\b|\blan\s*/\s*tuan\b|\bmot tuan mot lan\b"),
    (
        "monthly",
        r"\b(?:hang|moi) thang\b|\blan\s*/\s*thang\b|\b(?:mot|1|01) thang(?: mot lan|\s*/\s*lan)\b|"
        r"\b12 lan\s*/\s*nam\b",
    ),
    (
        "quarterly",
        r"\b(?:hang|moi) quy\b|\blan\s*/\s*quy\b|\b(?:0?3|ba) thang(?: mot lan|\s*/\s*lan)|\b(?:0?4|bon) lan\s*(?:/|"
        r"moi|trong|mot)\s*nam\b"
        r"|\b(?:cuoi|dau) quy\b",
    ),
    (
        "half-yearly",
        r"\b(?:dinh ky|moi|hang)?\s*(?:0?6|sau) thang(?: mot lan|\s*/\s*lan| dau nam)?\b(?! ke tu)|\b(?:0?2|"
        r"hai) lan\s*(?:/|moi|trong|mot)\s*nam\b|\bnua nam\b",
    ),
    ("yearly", rf"\b(?:hang|moi) nam\b|\bthuong nien\b|\b{_ONCE} lan\s*(?:/|moi|trong|mot)\s*nam\b|\bnam mot lan\b"),
)
_FREQUENCIES = tuple((frequency, re.compile(pattern)) for frequency, pattern in _FREQUENCY_WORDS)
_HALF_YEAR = re.compile(r"\b(?:dinh ky|moi|hang)\s+(?:0?6|sau) thang\b|\b(?:0?6|sau) thang(?: mot lan|\s*/\s*lan)")
_AFTER_HALF = re.compile(r"\b(?:trong|sau|vong|han|qua)\s+(?:0?6|sau) thang")
_MONTH = re.compile(r"\bthang\s+(?P<m>\d{1,2})\b(?!\s*(?:[/-]\s*)?\d|\s*(?:,\s*)?nam\s+\d)")
_T_MONTH = re.compile(r"\bt(?P<m>\d{1,2})\s*[/.-]\s*20\d\d\b")
"""A month as tables shorten it: "T3/2024"."""
_BARE_DAY = re.compile(r"(?<![\d/.,-])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])")
_MONTH_OF_YEAR = re.compile(r"\d{4}-(?P<m>\d\d)")
_DAY_OF_MONTH = re.compile(
    r"\bngay\s+\d{1,2}(?:\s+(?:cua\s+)?(?:(?:hang|moi)\s+thang|thang\s+(?:dau|cuoi|sau|tiep theo)[^,;.()]{0,16})|"
    r"(?=\s+hang thang))"
)
_WEEK = re.compile(r"\btuan(?:\s+thu)?\s+$")
"""Before the number of a week: "Tuần 2 tháng 5" names no day."""
_CITES = re.compile(r"[\s,]*(?:ngay)?\s*$")
_LETTERED = re.compile(r"(?:^|(?<=[\s;,.]))(?P<letter>[a-hđ])\)\s*")
_CUE = re.compile(
    r"\b(?P<cue>truoc|cham nhat|muon nhat|khong qua|han chot|han cuoi|thoi han|tu|den|het|xong|hoan thanh|vao|trong)"
    r"(?:\s+(?:la|vao|den|trong|truoc|thoi diem|cuoi|dau|het|xong))*(?:\s+ngay)?\s*$"
)
_STRONG_CUES = frozenset(
    ("truoc", "cham nhat", "muon nhat", "han chot", "han cuoi", "hoan thanh", "xong", "thoi han", "het")
)
_WEAK_ON = frozenset({"day", "month_day", "month", "quarter"})
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:ban hanh|hieu luc|duoc cap|da cap|duoc ky|da ky|sinh|thanh lap|phat sinh|tuyen dung|bo nhiem|nghi huu|"
    r"cong bo|ke tu|tinh tu)\s+$"
)
_BESIDE = re.compile(r"[\s,]*(?:va\s+|\()?")
_AND = re.compile(r"\s*(?:va|,|;)\s+(?P<again>(?:(?:vao|truoc)\s+)?(?:ngay\s+)?)")
_AGAIN = re.compile(r"\s*(?:hang|moi) (?:nam|quy|thang)\b")
_AT_START = re.compile(r"\W*(?:ngay\s+)?")
_FROM = re.compile(r"\btu(?:\s+ngay)?\s*$")
_ONES = "mot|hai|ba|bon|nam|lam|sau|bay|tam|chin"
_COUNT = rf"(?:\d{{1,3}}|(?:(?:{_ONES})\s+)?muoi(?:\s+(?:{_ONES}))?|{_ONES})"
"""A number, also in words: "mười lăm"."""
_CHOICE = (
    r"[^,;.()]*\b(?:bau|bo nhiem|mien nhiem|bai nhiem|phe chuan)\s[^,;.()]*"
    r"(?:,\s+(?:pho\s+)?(?:chu tich|chanh|truong|giam doc|uy vien|bi thu)\b[^,;.()]*)*"
)
"""The day when persons were chosen, with all their offices."""
_TAIL = r"(?:(?!\sthi\s)[^,;.()]|,(?=\s+bo sung\b)(?:(?<=sua doi,)|(?<=chinh sua,)|(?<=hoan thien,)))*"
"""What an event goes on with: "kể từ ngày nhận được hồ sơ đã sửa đổi, bổ sung"."""
_RELATIVE = re.compile(
    rf"\b(?:(?:cham nhat|muon nhat|trong vong|trong thoi han)(?:\s+(?:la|trong|khong qua|sau(?=\s+\d)))*\s+{_COUNT}\s+(?:ngay|"
    r"tuan|thang|nam|gio)\b(?:\s+lam viec)?"
    rf"(?:,?\s+(?:ke tu|tinh tu|tu ngay|truoc|sau)\b(?:{_CHOICE}|{_TAIL}))?"
    r"|(?:sau|trong|khong qua)\s+\d{1,3}\s+(?:ngay|tuan|thang|nam|gio)\b(?:\s+lam viec)?,?\s+(?:ke tu|tinh tu|"
    rf"tu ngay)\b{_TAIL}"
    r"|\bsau\s+\d{1,3}\s+(?:ngay|tuan|thang|nam)\b(?:\s+lam viec)?"
    r"|trong ngay(?:\s+lam viec)?(?=\s*[,;.]|$|\s+(?:den|"
    r"cho)\b)(?:,?\s+cham nhat(?: la)? trong ngay lam viec tiep theo)?|"
    "cham nhat(?: la)? trong ngay lam viec tiep theo"
    r"|ngay sau khi\s+[^,;.()]{2,80})"
)
_ADVERB_BEFORE = re.compile(
    r"(?:^|[,;:.(]\s*|\bdinh ky\b[^.;:]{0,60}\sva\s+|\b(?:dinh ky|vao|theo|thuc hien|to chuc|danh gia|ra soat|bao cao|so ket|tong ket)\s+)$"
)
_ADVERB_AFTER = re.compile(r"\s*(?:,|$|\s(?:cac|so|phong|ban|uy ban|ubnd|co quan|don vi|co trach nhiem|phai)\b)")
_TIME_WORDS = re.compile(r"\d|\b(?:nam|quy|thang|tuan|ngay|dinh ky)\b")
_SPAN = re.compile(r"\b(?:tuan|thang|quy|nam)\b")
_WORK = re.compile(rf"(?!hoàn thành|xong)(?:{VERB})[^\d,;()]{{0,80}}?\s+$")
"""The work in front of a time in a cell: "Sơ kết" in "Sơ kết trong năm 2026". Words that make the time a limit are none."""
_BY_SOMETHING = re.compile(
    r"(?<!\w)(?:theo|căn cứ|khi|kể từ)(?!\w)|(?:kế hoạch|chương trình|đề án|dự toán|ngân sách)\s+"
    r"(?=(?:năm|quý|tháng|tuần|hằng|hàng|mỗi|\d))"
)
"""Words that make what stands in front of a time a part of it: "theo kế hoạch năm 2025"."""
_TIME_BEGINS = re.compile(
    r"(?<!\w)(?:(?:trong|trước|sau|vào|từ|đến|hết|xong|hoàn thành|chậm nhất|muộn nhất|không quá|cuối|đầu)\s+)*"
    r"(?:(?:cuối|đầu)\s+(?=ngày|tháng|quý|năm|kỳ)|(?:là\s+)?(?:ngày|tuần|tháng|quý|năm|6 tháng)(?:\s+(?=[\divx])|\s*$)|"
    r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ(?!\w)|thường xuyên(?!\w)|\d)"
)


def read_time(text: str, repeats: bool = True) -> Deadline:
    """What a phrase or a whole cell says of time. `repeats` tells that a day and month without a year come back every year."""
    text = nfc(text)
    folded = aligned_fold(text)
    frequency = _frequency(folded)
    date, month_day = _certain(text, folded)
    if month_day is not None and len(month_day) == 5 and frequency is None and repeats:
        frequency = "yearly"
    return Deadline(tidy(text).rstrip(".;,"), date, month_day, frequency)


def split_times(cell: str) -> list[TimePart]:
    """The times of a cell that sets several: behind letters ("a) Trước 31/3/2021 b) …"), or joined by "và" or ";" where each
    part names a time of its own ("Sơ kết trong năm 2023 và tổng kết trong quý IV/2025"). Otherwise the cell as one. What is to
    be done by then ("Sơ kết") is left out.
    """
    cell = nfc(cell)
    parts = split_letters(cell)
    pieces = [p for p in re.split(r"\s*;\s*|\s+và\s+", cell) if p.strip()]
    if len(parts) == 1 and len(pieces) > 1 and all(_dated(p) for p in pieces):
        parts = [TimePart("", p.strip()) for p in pieces]
    return [replace(part, text=_without_work(part.text)) for part in parts]


def split_letters(text: str) -> list[TimePart]:
    """The parts of a text behind its letters "a)", "b)" …; the whole text where they do not come in order from "a"."""
    marks = list(_LETTERED.finditer(text))
    if len(marks) < 2 or [m["letter"] for m in marks] not in (
        _first(len(marks), "abcdđegh"),
        _first(len(marks), "abcdegh"),
    ):
        return [TimePart("", text.strip())]
    ends = [*(m.start() for m in marks[1:]), len(text)]
    return [TimePart(m["letter"], text[m.end() : end].strip(" ;")) for m, end in zip(marks, ends, strict=True)]


def find_limits(text: str, repeats: bool = True) -> list[Limit]:
    """The limits that a sentence sets for what it says, in its order. A year alone is one only behind "trước", "hoàn thành" and
    the like; "hằng năm" is one where it says when something is done, not which plan is meant ("kế hoạch hằng năm").
    """
    text = nfc(text)
    folded = aligned_fold(text)
    if not _TIME_WORDS.search(folded):
        return []
    often = list(_often_spans(folded))
    spans = _without_overlaps([*_dated_spans(text, folded), *_spans(_RELATIVE, folded), *often])
    limits = [Limit(read_time(text[a:b], repeats), a, b) for a, b in _merged(folded, spans, often)]
    return _with_frequency(limits)


def _without_work(time: str) -> str:
    """A time without the work in front of it; as it is where no work stands there, or where the work is part of the time
    ("Theo kế hoạch năm 2025").
    """
    keyed = key(time)
    begins = _TIME_BEGINS.search(keyed)
    if begins is None or not _WORK.match(keyed[: begins.start()]) or _BY_SOMETHING.search(keyed, 0, begins.end()):
        return time
    return time[begins.start() :]


def _first(count: int, letters: str) -> list[str]:
    return list(letters[:count])


def _dated(piece: str) -> bool:
    return bool(find_dates(piece) or _MONTH.search(aligned_fold(piece)))


def _frequency(folded: str) -> Frequency | None:
    """How often, the most frequent where a text names several; "trong 6 tháng" is a span and not how often."""
    for frequency, pattern in _FREQUENCIES:
        if frequency == "half-yearly" and not _is_half_yearly(folded):
            continue
        if pattern.search(folded):
            return frequency
    return None


def _is_half_yearly(folded: str) -> bool:
    if re.search(r"\b(?:0?2|hai) lan\s*(?:/|moi|trong|mot)\s*nam\b|\bnua nam\b", folded):
        return True
    return bool(_HALF_YEAR.search(folded)) and not _AFTER_HALF.search(folded)


def _certain(text: str, folded: str) -> tuple[str | None, str | None]:
    """The date, and the day and month or the month alone, of the last date that a phrase names; not one of a document it cites."""
    dates = [d for d in find_dates(text) if not _is_cited(text, folded, d) and not _WEEK.search(folded, 0, d.start)]
    for mention in reversed(dates):
        if mention.kind == "day":
            return mention.iso, None
        if mention.kind == "month_day":
            return None, mention.iso[2:]
        if of_year := _MONTH_OF_YEAR.fullmatch(mention.iso):
            return None, of_year["m"]
    for bare in reversed([*_BARE_DAY.finditer(folded), *_MONTH.finditer(folded), *_T_MONTH.finditer(folded)]):
        known = bare.groupdict()
        day, month = int(known.get("d") or 1), int(known["m"])
        if 1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]:  # a leap year, so that 29 February stands
            return None, f"{month:02d}-{day:02d}" if "d" in known else f"{month:02d}"
    return None, None


def _is_cited(text: str, folded: str, mention: DateMention) -> bool:
    """Whether a date is that of a document whose number stands before it ("Kế hoạch số 12/KH-UBND ngày 01/02/2023")."""
    return any(
        n.end <= mention.start and _CITES.fullmatch(folded, n.end, mention.start) for n in find_document_numbers(text)
    )


def _dated_spans(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Dates with the word that makes them a limit, and a yearly word behind them."""
    found = [(d.start, d.end, d.kind) for d in find_dates(text) if not _is_cited(text, folded, d)]
    taken = [(a, b) for a, b, _ in found]
    for pattern in (_MONTH, _DAY_OF_MONTH):
        found += [(m.start(), m.end(), "month") for m in pattern.finditer(folded) if not _overlaps(taken, *m.span())]
    taken_to: int | None = None
    for start, end, kind in sorted(found):
        beside = _AND.fullmatch(folded, taken_to, start) if taken_to is not None else None
        if beside is not None:  # "vào ngày 15/6 và ngày 15/12"
            taken_to = _to_again(folded, end)
            yield beside.start("again"), taken_to
            continue
        cue = _CUE.search(folded, max(0, start - 40), start)
        if cue is None and kind in _WEAK_ON and _AT_START.fullmatch(folded, 0, start):
            taken_to = _to_again(folded, end)
            yield start, taken_to
            continue
        if cue is None or _OF_SOMETHING_ELSE.search(folded, 0, cue.start()):
            continue
        strong = any(word in cue.group() for word in _STRONG_CUES)
        if not strong and (kind not in _WEAK_ON or cue["cue"] == "tu"):
            continue
        first = cue.start()
        if cue["cue"] == "den":
            first = _range_start(folded, found, first)
        taken_to = _to_again(folded, end)
        yield first, taken_to


def _to_again(folded: str, end: int) -> int:
    """The end of a date with the words of how often behind it: "31/8 hằng năm"."""
    again = _AGAIN.match(folded, end)
    return again.end() if again else end


def _range_start(folded: str, found: Sequence[tuple[int, int, str]], at: int) -> int:
    """Where a span of time begins whose end is a limit: "từ ngày 01/3 đến ngày 15/4"."""
    for start, end, _ in found:
        before = _FROM.search(folded, max(0, start - 12), start)
        if before and end <= at and not folded[end:at].strip():
            return before.start()
    return at


def _often_spans(folded: str) -> Iterator[tuple[int, int]]:
    """Words of how often that say when something is done."""
    for frequency, pattern in _FREQUENCIES:
        if frequency == "half-yearly":
            pattern = _HALF_YEAR
        for match in pattern.finditer(folded):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            periodic = re.search(r"(?:theo\s+)?dinh ky(?:\s+vao)?\s+$", folded[:start])
            first = periodic.start() if periodic else start
            if _SPAN.search(match.group()) and _is_adverb(folded, first):
                yield first, match.end()


def _is_adverb(folded: str, start: int) -> bool:
    """Whether words of how often stand where an adverb stands, and not behind the name of a plan that they tell from others."""
    return bool(_ADVERB_BEFORE.search(folded, 0, start)) or folded.startswith("dinh ky", start)


def _spans(pattern: re.Pattern[str], folded: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(folded):
        yield match.start(), match.start() + len(match.group().rstrip())


def _without_overlaps(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, each but those that overlap an earlier or longer one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not _overlaps(kept, start, end):
            kept.append((start, end))
    return kept


def _merged(folded: str, spans: Sequence[tuple[int, int]], often: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, how often something is done put together with the date beside it: "định kỳ 6 tháng (trước ngày 15/6)"."""
    merged: list[tuple[int, int]] = []
    beside: bool | None = None  # whether the span before says how often; None where it cannot take in one more
    for start, end in spans:
        is_often = (start, end) in often
        between = _BESIDE.fullmatch(folded, merged[-1][1], start) if merged and beside is not None else None
        if between is not None and (beside or is_often):
            closes = "(" in between.group() and folded.startswith(")", end)
            merged[-1] = (merged[-1][0], end + closes)
            beside = True if beside and is_often else None
        else:
            merged.append((start, end))
            beside = is_often
    return merged


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < b and a < end for a, b in spans)


def _with_frequency(limits: Sequence[Limit]) -> list[Limit]:
    """One date and, apart from it, how often: "Hằng năm, các đơn vị gửi báo cáo trước ngày 31/8" is one limit."""
    dated = [x for x in limits if x.deadline.date or x.deadline.month_day]
    often = [x for x in limits if x not in dated and x.deadline.frequency]
    if len(dated) == 1 and len(often) == 1 and len(limits) == 2 and dated[0].deadline.date is None:
        merged = replace(dated[0].deadline, frequency=often[0].deadline.frequency)
        return [replace(dated[0], deadline=merged)]
    return list(limits)
