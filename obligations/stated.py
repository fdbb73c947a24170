"""The register's targets as they are compared: each figure with what it measures, for whom, in which year."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from obligations.measures import Group, Measure, column_kind, counted_in, group_of, measure_of, unit_kind
from obligations.obligation import Obligation, Target
from vietnamese.numbers import find_figures
from vietnamese.text import fold, key, tidy

Cells = Callable[[str], Mapping[str, str]]
"""The cells of a passage by its id, by their columns; none where it is no table row."""

_EACH_YEAR = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi|từng)\s+năm(?!\w)")
_UNTIL = re.compile(
    r"(?<!\w)(?:đến|tới|giai đoạn|thời kỳ|trong giai đoạn)\s+(?:hết\s+|cuối\s+|năm\s+)*(?:19|20)\d\d|tổng"
)
_OF_WHICH = re.compile(r"trong đó(?:\s+(?:có|gồm|đạt|từ))?[\s:,]*$")
_IN_EACH = re.compile(r"(?P<part>mỗi\s+(?P<each>lớp|khóa|đợt|xã|huyện|đơn vị|trường))\s*(?:có|gồm|từ|khoảng)?\s*$")
_AT_LEAST = re.compile(r"ít nhất|tối thiểu|không ít hơn|không dưới|trên|hơn|từ")
_AT_MOST = re.compile(r"tối đa|không quá|dưới")
_PIECE = re.compile(r"[^,;:.()]+")


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure. `words` say what it measures, as written, the number left out; `part` which part of it, as "tiến sĩ".

    `column` is the table column it stands in, None where several might be. `year` is None where `each_year` holds or no year is stated;
    `until` tells that the year ends a span ("đến năm 2025", "giai đoạn 2021 - 2025"). `cells` are those of its table row.
    `inner` marks a figure that stands in brackets behind another, in the same cell.
    """

    id: str
    row: Obligation
    words: str
    part: str | None
    column: str | None
    value: str
    low: float | None
    high: float | None
    unit: str | None
    year: int | None
    each_year: bool
    until: bool
    measure: Measure
    group: Group
    cells: Mapping[str, str]
    inner: bool = False

    @property
    def identity(self) -> tuple[object, ...]:
        """The same for figures of one thing: its words, group, part, column and kind of unit."""
        measured = self.measure.words or self.words
        return measured, self.group.words, fold(self.part or ""), column_kind(self.column), unit_kind(self.unit)


def stated_figures(rows: Iterable[Obligation], cells: Cells) -> list[Stated]:
    """A figure for each target among the rows, in their order, and behind it those in brackets of the same cell."""
    found: list[Stated] = []
    counts: dict[str, int] = {}
    for _, group in groupby((row for row in rows if row.target), key=_sentence):
        sentence = list(group)
        columns = cells(sentence[0].passage_id) if sentence[0].passage_id else {}
        read = map(_of_row, sentence) if not columns else (_of_cell(row, columns) for row in sentence)
        figures = list(read) if columns else _in_sentence(list(read))
        for figure in figures:
            name = figure.row.document_id
            counts[name] = counts.get(name, 0) + 1
            numbered = replace(figure, id=f"{name}:{counts[name]}")
            found += [numbered, *_inner(numbered)] if columns else [numbered]
    return found


def _sentence(row: Obligation) -> tuple[object, ...]:
    return row.document_id, row.passage_id, row.places, row.quote, row.action


def _of_row(row: Obligation) -> Stated:
    """A figure of the text by its own words alone."""
    target = _target(row)
    said = key(f"{row.quote} {row.action}")
    return Stated(
        id="",
        row=row,
        words=_whole(target.measure),
        part=None,
        column=None,
        value=target.value,
        low=target.low,
        high=target.high,
        unit=target.unit,
        year=target.year,
        each_year=target.year is None and bool(_EACH_YEAR.search(said)),
        until=bool(_UNTIL.search(key(" ".join((*row.section, row.quote))))),
        measure=measure_of(target.measure, target.unit),
        group=group_of(target.group),
        cells={},
    )


def _of_cell(row: Obligation, cells: Mapping[str, str]) -> Stated:
    """A figure of a table, with the column it stands in."""
    target = _target(row)
    column = _column_of(target, cells)
    named = key(column or "")
    return replace(
        _of_row(row),
        column=column,
        unit=target.unit or counted_in(column),
        each_year=target.year is None and bool(_EACH_YEAR.search(named)),
        until=bool(_UNTIL.search(named)),
        cells=cells,
    )


def _column_of(target: Target, cells: Mapping[str, str]) -> str | None:
    """The column that a figure of a row stands in; None where several might be it."""
    fitting = [name for name, value in cells.items() if tidy(value) == target.value]
    of_year = [name for name in fitting if target.year is not None and str(target.year) in name] or fitting
    return of_year[0] if len({column_kind(name) for name in of_year}) == 1 else None


def _in_sentence(figures: Sequence[Stated]) -> list[Stated]:
    """The figures of one sentence: those behind "trong đó" or "mỗi lớp có" are of what the first one counts, and one that only
    names people is of what the next one says they are to do.
    """
    read: list[Stated] = []
    end = 0
    for place, figure in enumerate(figures):
        action = figure.row.action
        start = action.find(figure.value, end)
        before = key(action[end:start]) if start >= 0 else ""
        end = max(end, start + len(figure.value))
        within = _IN_EACH.search(before)
        if place and within:
            figure = _part(figures[0], figure, within["part"], f"{figure.unit or ''}/{within['each']}")
        elif place and _OF_WHICH.search(before):
            figure = _part(figures[0], figure, _first_piece(figure.words), figure.unit)
        elif figure.measure.is_bare:
            figure = _with_next(figure, figures[place + 1 :])
        read.append(figure)
    return read


def _part(whole: Stated, figure: Stated, part: str, unit: str | None) -> Stated:
    return replace(figure, words=whole.words, measure=whole.measure, part=part, unit=unit)


def _with_next(figure: Stated, behind: Sequence[Stated]) -> Stated:
    """ "80% công chức, 100% báo cáo viên dự lớp": what the first are to do is said of the last."""
    words = [figure.words]
    for other in behind:
        words.append(other.words)
        if not other.measure.is_bare:
            said = ", ".join(words)
            return replace(figure, words=said, measure=measure_of(said, None), part=figure.words)
    return replace(figure, words=figure.row.action)


def _inner(figure: Stated) -> Iterator[Stated]:
    """The figures behind the first one of a cell that have a unit: "30 - 50 người (01 tiến sĩ)"."""
    for number, other in enumerate(find_figures(figure.value)[1:], 1):
        noun = fold(other.unit or "").partition("/")[0]
        at = fold(other.text).rfind(noun) if noun else -1
        if at < 0 or noun == "%":
            continue
        low, high = _bounds(other.text, other.value_low, other.value_high)
        part = _first_piece(other.text[at:] + figure.value[other.end :])
        yield replace(
            figure, id=f"{figure.id}.{number}", part=part, value=other.text, low=low, high=high, unit=other.unit, inner=True
        )  # fmt: skip


def _bounds(text: str, low: float, high: float) -> tuple[float | None, float | None]:
    """The lowest and the highest value of a figure as written; None on a side that its words leave open."""
    if low != high:
        return low, high
    keyed = key(text)
    return (low, None) if _AT_LEAST.match(keyed) else (None, high) if _AT_MOST.match(keyed) else (low, high)


def _whole(measure: str) -> str:
    """The words of a measure without a bracket at their end that was cut open: "mở lớp (mỗi lớp"."""
    return measure[: measure.rfind("(")].rstrip(" ,;") if measure.count("(") > measure.count(")") else measure


def _first_piece(text: str) -> str:
    found = _PIECE.search(text)
    return tidy(found.group()) if found else tidy(text)


def _target(row: Obligation) -> Target:
    assert row.target is not None
    return row.target
