"""Figures that a plan wants reached: cells of tables with their years, and figures of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.passage import Passage
from obligations.actors import normal_name
from obligations.clauses import Block, Clause, Pages, bare_row, row_block, step_words
from obligations.columns import read_columns
from obligations.funding import names_source
from obligations.obligation import Kind, Obligation, Target
from obligations.sentences import parts_of_text, plain
from vietnamese.dates import find_dates
from vietnamese.numbers import Figure, find_figures
from vietnamese.text import fold, key, nfc, tidy


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands above a block: whether it speaks of targets, for whom, until which year."""

    is_goal: bool
    group: str | None
    year: int | None
    level: int = -1


_GOAL = re.compile(r"mục tiêu|chỉ tiêu|kết quả cần đạt")
_GENERAL = re.compile(
    r"mục tiêu|chỉ tiêu|yêu cầu|nhiệm vụ|giải pháp|định hướng|nội dung|kế hoạch$|^về\s|^đến năm|^giai đoạn"
)
_NO_FIGURES = re.compile(
    r"ghi chú|số hiệu|số, ký hiệu|^cột 1$|điện thoại|năm sinh|thời gian|ngày|điều khoản|căn cứ|địa chỉ"
)
_FIGURES = re.compile(
    r"năm\s*\d{4}|chỉ tiêu|số lượng|số người|số lớp|kế hoạch|học viên|tỷ lệ|tỉ lệ|tổng|kinh phí|dự toán|thành tiền|"
    "đơn giá|mức|số tiền|người|lớp|khóa|%"
)
_CELL = re.compile(
    r"(?:(?:ít nhất|tối thiểu|trên|dưới|khoảng|từ|không quá|tối đa|đạt|≥|≤|>|<|hơn)\s*)?\d[\d.,]*\s*(?:$|%|[-–+x/(]|"
    r"đến|[^\W\d_])",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?<!\w)(?:nghìn|triệu|tỷ|tỉ|đồng|vnđ|vnd|trđ|tr\.đ|usd)(?!\w)|kinh phí|dự toán|thành tiền|đơn giá|số tiền"
)
_MONEY_UNIT = re.compile(r"(?:nghìn|triệu|tỷ|tỉ)\s+đồng|(?<!\w)(?:đồng|vnđ|vnd|trđ|usd)(?!\w)")
_IN_BRACKETS = re.compile(r"\((?:đvt|đơn vị(?: tính)?)?\s*:?\s*([^()\d]{1,24})\)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_UNTIL = re.compile(
    r"(?<!\w)(?:đến|tới|vào|trong|hết|cuối|trước)\s+(?:hết\s+|cuối\s+)?năm\s+((?:19|20)\d\d)(?!\s*[-–]\s*\d)"
)
_EACH_YEAR = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi)\s+năm(?!\w)")
_PER_SPAN = re.compile(
    r"(?<!\w)(?:trong|mỗi)\s+(?:thời gian\s+)?(?:(?:0?[2-9]|hai|ba)\s+năm|(?:một\s+)?nhiệm kỳ)(?!\w)"
)
_AT_LEAST = re.compile(
    r"(?:ít nhất|tối thiểu|không ít hơn|không dưới|trên|hơn|từ|≥|>)\s*$|^(?:ít nhất|tối thiểu|không ít hơn|"
    r"không dưới|trên|hơn|từ)(?!\w)",
    re.IGNORECASE,
)
_AT_MOST = re.compile(r"(?:tối đa|không quá|dưới|≤|<)\s*$|^(?:tối đa|không quá|dưới)(?!\w)", re.IGNORECASE)
_AND_MORE = re.compile(r"[^,;.()]{0,40}?\btrở lên\b")
_COUNTED = re.compile(
    "(?:lượt )?(?:nguoi|can bo|cong chuc|vien chuc|hoc vien|giang vien|bao cao vien|dai bieu|tien si|thac si|"
    "tien sy|bac si|duoc si|nhan vien|lanh dao|chuyen gia|"
    "lop|khoa|luot|lan|don vi|co quan|xa|huyen|truong|mo hinh|chuyen de|hoi nghi|cuoc|suat|de an|chuong trinh|ho|"
    "san pham)"
)
_WANTED = re.compile(
    r"(?<!\w)(?:đạt|phấn đấu|bảo đảm|đảm bảo|đảm nhiệm|cử(?!\s+(?:tri|nhân))|chỉ tiêu|tối thiểu đạt)(?!\w)"
)
_PLANNED = re.compile(
    r"(?<!\w)(?:cử|mở|tổ chức|đào tạo|bồi dưỡng|tập huấn|tuyển dụng|tuyển)\s+(?:mới\s+|được\s+|cho\s+|ít nhất\s+|"
    r"từ\s+|khoảng\s+|tối thiểu\s+)*$"
)
_VOTE = re.compile(
    r"biểu quyết|tán thành|phiếu|vốn điều lệ|cổ phần|vốn góp|phạt|lãi|lương|phụ cấp|thuế|trợ cấp|giá trị|khấu trừ"
)
_LOOSE_END = re.compile(r"(?:,?\s+(?:trong đó|và|có|là|gồm|đạt|với|từ|tỷ lệ|ít nhất|đạt tỷ lệ))+$")
_GOAL_ABOUT = re.compile(r"(?:các\s+)?(?:mục tiêu|chỉ tiêu)(?:\s+cụ thể)?\s+(?:về|đối với|cho)\s+(?=\w)")
_FOR = re.compile(r"(?:.*?\s)?đối với\s+(?P<who>[^:;,.]+(?:,\s[^:;.]+)?)$")


def row_targets(passage: Passage, pages: Pages) -> Iterator[Obligation]:
    """A row for each figure of a table row: what its columns count or plan for a year; sums of money are funding, and so is the
    source that a row names where it has no sum.
    """
    columns = read_columns(passage.cells)
    if not columns.content:
        return
    block = row_block(passage, pages)
    groups = [step_words(step) for step in passage.section[1:-1]]
    group = groups[-1] if groups and passage.kind == "row" and _is_group(passage) else columns.audience
    lead = normal_name(columns.lead) if columns.lead else None
    has_sum = False
    for name, value in columns.others.items():
        if not _is_figure_cell(name, value):
            continue
        target = _cell_target(columns.content, group or columns.audience, name, value, columns.unit)
        is_money = bool(_MONEY.search(key(f"{name} {columns.unit or ''} {value}")))
        has_sum = has_sum or is_money
        kind: Kind = "funding" if is_money else "target"
        row = bare_row(kind, passage.document_id, passage.section, block, target.measure)
        yield replace(row, actor=lead, target=target)
    if lead and not has_sum and names_source(columns.content):
        row = bare_row("funding", passage.document_id, passage.section, block, plain(columns.content))
        yield replace(row, actor=lead)


def clause_targets(clause: Clause, period_year: int | None = None) -> Iterator[Obligation]:
    """The figures of a clause that are to be reached. `period_year` is the year of a plan of one year."""
    steps = [step_words(step) for step in clause.section]
    own = _Context(any(_GOAL.search(key(s)) for s in steps), _group_of(steps), _year_of(" ".join(steps)) or period_year)
    open_ones = [own]
    for block in clause.blocks:
        words = block.words.strip()
        is_opening = words.endswith(":")
        while len(open_ones) > 1 and block.level and _closes(open_ones[-1], block.level, is_opening):
            open_ones.pop()
        above = open_ones[-1]
        if is_opening:
            goal = above.is_goal or bool(_GOAL.search(key(words)))
            year = _year_of(words) or above.year
            open_ones.append(_Context(goal, _audience(words) or above.group, year, block.level))
        else:
            yield from _block_targets(clause, block, above)


def _closes(opened: _Context, level: int, is_opening: bool) -> bool:
    """Whether a numbered block or bullet ends what an opening holds; bullets may stand as deep as the one that opens them."""
    return level < opened.level or (level == opened.level and (is_opening or level < 3))


def _block_targets(clause: Clause, block: Block, context: _Context) -> Iterator[Obligation]:
    text = nfc(block.words)
    if not any(letter.isdigit() for letter in text):
        return
    year = _year_of(text) or context.year
    each_year = bool(_EACH_YEAR.search(key(text)))
    wanted = False
    for part in parts_of_text(text):
        keyed = key(part)
        figures = [f for f in find_figures(part) if _is_target(keyed, f, context.is_goal, wanted)]
        if not figures:
            continue
        wanted = True
        ends = [*(f.start for f in figures[1:]), len(part)]
        for i, (figure, end) in enumerate(zip(figures, ends, strict=True)):
            start = 0 if i == 0 else figure.start
            measure = _measure(part, figure, start, end)
            if context.group and measure.startswith(f"{context.group}:"):
                measure = measure[len(context.group) + 1 :].strip()
            low, high = _bounds(part, figure)
            again = each_year or (fold(figure.unit or "") == "lan" and bool(_PER_SPAN.search(keyed)))
            own_year = None if again and not _year_of(part) else year
            target = Target(tidy(measure), context.group, tidy(figure.text), low, high, figure.unit, own_year)
            row = bare_row("target", clause.document_id, clause.section, block, plain(part))
            yield replace(row, target=target)


def _measure(part: str, figure: Figure, start: int, end: int) -> str:
    """The words between two places without the number: what it counts and what is to become of them."""
    noun = 0 if not figure.unit or figure.unit == "%" else figure.text.rfind(figure.unit.partition("/")[0])
    counted = figure.text[noun:] if noun > 0 else ""
    behind = re.sub(r"^\s+trở lên", "", part[figure.end : end])
    words = _LOOSE_END.sub("", plain(f"{part[start : figure.start]} {counted}{behind}"))
    return words.rstrip(")") if words.count(")") > words.count("(") else words


def _is_target(keyed: str, figure: Figure, is_goal: bool, wanted: bool) -> bool:
    """Whether a figure is to be reached: a share, or people and classes counted; elsewhere than under targets only where the
    sentence says that it is wanted or planned.
    """
    unit = fold(figure.unit or "")
    if _VOTE.search(keyed) or not any(c.isdigit() for c in figure.text):
        return False
    if unit == "%":
        return is_goal or wanted or bool(_WANTED.search(keyed))
    if not _COUNTED.match(unit):
        return False
    return is_goal or bool(_PLANNED.search(keyed, 0, figure.start))


def _bounds(text: str, figure: Figure) -> tuple[float | None, float | None]:
    """The lowest and the highest value; None where "ít nhất", "trở lên", "không quá" and the like leave a side open."""
    low, high = figure.value_low, figure.value_high
    if low != high:
        return low, high
    before = key(text[max(0, figure.start - 14) : figure.start])
    if _AT_MOST.search(key(figure.text)) or _AT_MOST.search(before):
        return None, high
    if _AT_LEAST.match(key(figure.text)) or _AT_LEAST.search(before) or _AND_MORE.match(text, figure.end):
        return low, None
    return low, high


def _is_group(passage: Passage) -> bool:
    """Whether the step above a row is a group row, not the title of its appendix or part."""
    return len(passage.section) > 2 or (len(passage.section) == 2 and not re.match(r"(?i)phụ lục", passage.section[0]))


def _is_figure_cell(name: str, value: str) -> bool:
    keyed = key(name)
    if _NO_FIGURES.search(keyed) or len(value) > 120:
        return False
    return bool(_CELL.match(value.strip())) and (bool(_FIGURES.search(keyed)) or bool(find_figures(value)))


def _cell_target(content: str, group: str | None, name: str, value: str, unit: str | None) -> Target:
    figures = find_figures(value)
    years = _YEAR.findall(name)
    bracket = _IN_BRACKETS.search(name)
    stated = unit or (bracket.group(1).strip() if bracket else None)
    if not figures:
        return Target(tidy(content), group, tidy(value), None, None, stated, int(years[-1]) if years else None)
    low, high = _bounds(value, figures[0])
    return Target(
        tidy(content),
        group,
        tidy(value),
        low,
        high,
        figures[0].unit or stated or _money_unit(name),
        int(years[-1]) if years else None,
    )


def _money_unit(name: str) -> str | None:
    found = _MONEY_UNIT.search(key(name))
    return found.group() if found else None


def _year_of(text: str) -> int | None:
    """The year that a target is to be reached in: "đến năm 2025"; failing that, the only year that the text names."""
    if not _YEAR.search(text):
        return None
    until = _UNTIL.search(key(text))
    if until:
        return int(until.group(1))
    years = {int(d.iso) for d in find_dates(text) if d.kind == "year" and d.iso.isdigit()}
    return next(iter(years)) if len(years) == 1 else None


def _group_of(steps: Sequence[str]) -> str | None:
    """Whom or what the nearest heading speaks of that is more than "Mục tiêu cụ thể"."""
    for step in reversed(steps):
        if step and not _GENERAL.search(key(step)):
            return _audience(step)
    return None


def _audience(heading: str) -> str | None:
    heading = plain(heading)
    if about := _GOAL_ABOUT.match(key(heading)):
        return tidy(heading[about.end() :])
    found = _FOR.match(key(heading))
    if found:
        return tidy(heading[found.start("who") :])
    return tidy(heading) if heading and not _GENERAL.search(key(heading)) else None
