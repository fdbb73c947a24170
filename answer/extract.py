"""The office, figure or date that a clause or a table row gives to a question."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from answer.money import asks_money, names_money
from answer.question import Question
from answer.terms import TermWeights
from index.passage import Passage
from vietnamese.dates import find_deadlines, find_years
from vietnamese.numbers import Figure, find_document_numbers, find_figures, names_number
from vietnamese.offices import OfficeMention, find_offices, leading_office
from vietnamese.text import fold, key, syllables

_LEADS = re.compile(r"chủ trì|đơn vị thực hiện|cơ quan thực hiện", re.IGNORECASE)
_COORDINATES = re.compile(r"phối hợp", re.IGNORECASE)
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_LEADS_WITH = re.compile(r"chủ trì,?\s+(và\s+)?phối hợp( với)?\s*$", re.IGNORECASE)
_WORKS_WITH = re.compile(r"phối hợp( với)?\s*$", re.IGNORECASE)
# A sentence that begins so leaves who acts to the heading above it; the offices that it lists are worked with.
_OPENS_WITH = re.compile(r"(?:^|[.;\n])\s*(?:[-+•]\s*|[a-zđ]\)\s*|\d+[.)]\s*)?phối hợp( với)?\s*$", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.;\n])\s*(?:[-+•]\s*|[a-zđ]\)\s*|Điều \d+\.\s*|\d+[.)]\s*)?$")
_NEXT_IN_LIST = re.compile(r"\s*(?:,|và|cùng|các|\s)*\s*")
# Before an office by which something is done; before one that is only answered to, or that issued what is cited.
_DONE_BY = re.compile(r"(?:\bdo|\bbởi|\bphải được|\bđược|\btại)\s+$", re.IGNORECASE)
_NOT_ACTING = re.compile(
    r"(?:\bchịu trách nhiệm trước|\btham mưu cho|(?:\d{4}|/\s?[\w.-]+|\bngày ký)\s+của|\b(?:phê duyệt|đề nghị|ý kiến|hướng dẫn|quy định|chỉ đạo|yêu cầu) của|\btheo\s+[^,;.]{0,60}\bđược)\s+(?:các\s+)?$",
    re.IGNORECASE,
)
_WORKPLACE = re.compile(
    r"\b(?:ở|thuộc|công tác tại|làm việc tại)\s+(?:các\s+)?$|\bở các\b[^.;:()]{0,60}$", re.IGNORECASE
)
"""Before an office where somebody works ("ở các Khoa A, Khoa B"): it does not act there."""
_TIME = re.compile(r"thời gian|thời hạn|hoàn thành|tiến độ", re.IGNORECASE)
_ONCE = re.compile(r"\bkhi (?:có )?đủ điều kiện\b", re.IGNORECASE)  # no day, and yet when
_OFTEN = re.compile(
    r"(?:ít nhất |tối thiểu )?(?:trong (?:thời gian )?\d+ năm\b[^.;]{0,120}?)?\b\d+ lần(?: (?:trong|mỗi|một|/) ?(?:mỗi )?(?:\d+ )?(?:nhiệm kỳ|năm|tháng|quý))?",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(r"\bhow often\b|\bbao lâu\b[^?]{0,60}\b(?:một|1) lần\b|\bmấy lần\b|\btần suất\b", re.IGNORECASE)
_LABEL = re.compile(r"^([IVXLC]+|\d+(\.\d+)*|[a-zđ])[.)]\s*")
_PEOPLE = frozenset(
    (
        "dong chi",
        "nguoi",
        "can bo",
        "cong chuc",
        "vien chuc",
        "hoc vien",
        "dai bieu",
        "lanh dao",
        "giang vien",
        "nhan vien",
        "tien si",
        "thac si",
    )
)

_DEGREES = frozenset(("tien si", "thac si"))

_LEVEL = re.compile(
    r"\btien si\b|\bthac si\b|\bsau dai hoc\b|(?<!truong )\bdai hoc\b|\bcao dang\b|\btrung cap\b|\bso cap\b|\bcao cap\b"
)

_ABOVE = re.compile(
    r"\btrên đại học\b|\b(?:above|beyond|higher than|over|past) (?:a |the )?(?:bachelor|first degree|university|undergraduate)",
    re.IGNORECASE,
)

_KINDS_ASKED = {
    "to trinh": "TTr",
    "quyet dinh": "QĐ",
    "ke hoach": "KH",
    "nghi quyet": "NQ",
    "nghi dinh": "NĐ",
    "thong tu": "TT",
    "ket luan": "KL",
    "chi thi": "CT",
}

_KINDS_EN = {
    "decision": "QĐ",
    "resolution": "NQ",
    "decree": "NĐ",
    "circular": "TT",
    "directive": "CT",
    "submission": "TTr",
}
_KIND_EN = re.compile(rf"\b(?:which|what) (?:[\w'’-]+ ){{0,3}}?(?P<kind>{'|'.join(_KINDS_EN)})\b", re.IGNORECASE)

_SHARE = re.compile(r"\bphần trăm\b|\bbao nhiêu phần\b|\bt[ỷỉ] lệ\b", re.IGNORECASE)
_SHARE_EN = re.compile(
    r"percent|\bper cent\b|\bshares?\b|\bproportions?\b|\b(?:slice|portion|fraction)s?\b|%", re.IGNORECASE
)

_SHARE_SAID = re.compile(r"\d\s*%|phần trăm|(?<![\d/])\d/\d(?![\d/])")

_LENGTH = re.compile(
    r"\b(?:thời gian|thời lượng) (?:đào tạo|bồi dưỡng|học|tập huấn|(?:của )?(?:khóa|khoá|lớp))\b[^?]*\b(?:tối thiểu|tối đa|ít nhất|nhiều nhất|bao lâu|bao nhiêu)\b",
    re.IGNORECASE,
)
_TIMES = frozenset(("nam", "thang", "tuan", "ngay", "buoi", "tiet", "gio"))

_BESIDE = 0.15
"""Share of the question that only the part of an office to work with holds, for it to be named beside the one in charge."""


@dataclass(frozen=True, slots=True)
class Offices:
    """Who leads and who works with them, as written; `others` is "" where nobody is named. `joint` where the clause does not say that
    the first leads, only that it works with the others.
    """

    lead: str
    others: str = ""
    joint: bool = False


def find_actor(
    passage: Passage, text: str, weights: TermWeights, asked: Collection[str] = (), kinds: tuple[str, ...] = ()
) -> Offices | None:
    """Who is charged with what the question is about: a row's leading office, else the office in whose part of the text most
    of the question stands - the one that heads the section, one that the text names before it, or one by whom it is done.

    `asked` are offices that the question itself names: they are no answer to it. `kinds` are what offices of the sort asked for are called,
    without accents ("phong" of "phòng nào"): one so called goes before the others.
    """
    lead = leading_cell(passage)
    if lead:
        return Offices(lead, coordinating_cell(passage) or "")
    head = head_office(passage)
    mentions = _mentions(text)
    named = [m for m in mentions if m.name[0].isupper() or _DONE_BY.search(text[: m.start])]
    named = named or ([] if head else mentions)
    if head is None and not named:
        return None
    starts = [m.start for m in named] + [len(text)]
    own = weights.coverage(text[: starts[0]])
    shares = [(own, head)] if head else []
    beside = (_BESIDE, "", False)
    for mention, end in zip(named, starts[1:], strict=True):
        before, follows = text[: mention.start], text[mention.start : end]
        if _is_named(mention.name, asked) or _NOT_ACTING.search(before):
            continue
        if _WORKPLACE.search(before) and not (kinds and fold(mention.name).startswith(kinds)):
            continue
        leaves_to_head = _LEADS_WITH.search(before) or _OPENS_WITH.search(text[: _list_start(text, mention, mentions)])
        owner = head if head and leaves_to_head else _as_subject(text, mention, mentions)
        said = _clause_around(text, mention) if _DONE_BY.search(before) else follows
        shares.append((weights.coverage(said), owner))
        if _WORKS_WITH.search(before):
            added = weights.coverage(f"{text[: starts[0]]} {follows}") - own
            beside = max(beside, (added, mention.name, not _LEADS_WITH.search(before)))
    if not shares:
        return None
    of_kind = [share for share in shares if fold(str(share[1])).startswith(kinds)]
    if of_kind:
        best = max(of_kind, key=lambda s: s[0])
        return Offices(str(best[1]), *beside[1:]) if best[1] == head else Offices(str(best[1]))
    best = max(shares, key=lambda s: s[0])
    if head is None or best[0] > shares[0][0]:
        return Offices(str(best[1]))
    return Offices(head, *beside[1:])


def _as_subject(text: str, mention: OfficeMention, mentions: Sequence[OfficeMention]) -> str:
    """An office, with those before it where a sentence begins with them all ("Sở A, Sở B và Sở C chịu trách nhiệm …")."""
    start = _list_start(text, mention, mentions)
    return text[start : mention.end] if _BEGINS.search(text[:start]) else mention.name


def _list_start(text: str, mention: OfficeMention, mentions: Sequence[OfficeMention]) -> int:
    """Where the list of offices begins that a mention stands in ("Sở A, Sở B và Sở C")."""
    start = mention.start
    for earlier in reversed([m for m in mentions if m.end <= mention.start]):
        if not _NEXT_IN_LIST.fullmatch(text[earlier.end : start]):
            break
        start = earlier.start
    return start


def _is_named(office: str, asked: Collection[str]) -> bool:
    """Whether a question names an office, at any level ("Hội đồng nhân dân" where the text says "Hội đồng nhân dân cấp tỉnh")."""
    name = fold(office)
    return any(name == a or name.startswith(f"{a} cap ") for a in asked)


def _clause_around(text: str, mention: OfficeMention) -> str:
    """What is done by an office that stands behind "do" or "được": all between the semicolons and full stops around it."""
    start = max(text.rfind(mark, 0, mention.start) for mark in (";", ". ", "\n")) + 1
    ends = [at for mark in (";", ". ", "\n") if (at := text.find(mark, mention.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _mentions(text: str) -> list[OfficeMention]:
    """The offices that a text names; the "UBND" of "195/QĐ-UBND" is part of a number and charged with nothing."""
    numbers = find_document_numbers(text)
    return [m for m in find_offices(text) if not any(n.start <= m.start < n.end for n in numbers)]


def leading_cell(passage: Passage) -> str | None:
    """The office in the column of a row that says who leads; None where it has no such column or nothing stands in it."""
    return _cell(passage, _LEADS) or None


def coordinating_cell(passage: Passage) -> str | None:
    """Those whom the column of a row says to work with the one who leads; None as in `leading_cell`."""
    return _cell(passage, _COORDINATES) or None


def head_office(passage: Passage) -> str | None:
    """The office that the nearest heading above a passage, or its own, begins with or consists of."""
    for step in reversed(passage.section):
        name = _LABEL.sub("", step)
        office = leading_office(name) or (name if _names_office(name) else None)
        if office:
            return office
    return None


def _names_office(name: str) -> bool:
    mentions = find_offices(name)
    return bool(mentions) and mentions[0].start == 0 and len(mentions[0].name) >= 0.8 * len(name)


def _cell(passage: Passage, pattern: re.Pattern[str]) -> str | None:
    return next((value for name, value in passage.cells.items() if pattern.search(name)), None)


def find_figure(question: Question, sentence: str, weights: TermWeights) -> Figure | None:
    """The figure of a sentence that stands nearest to the words of the question; of money, where money is asked for."""
    figures = [f for f in find_figures(sentence) if not _is_year(f, question)]
    if question.counted:
        figures = [f for f in figures if _unit_fits(f, question, sentence)]
    if _LENGTH.search(question.vietnamese):
        figures = [f for f in figures if fold(f.unit or "").partition("/")[0] in _TIMES]
    if not _of_level(question, sentence):
        return None
    if asks_money(question):
        figures = [f for f in figures if names_money(sentence[f.start : f.end + 12])]
    if not figures:
        return None
    return max(
        figures, key=lambda f: (_unit_asked(question, f), weights.coverage(sentence[max(0, f.start - 60) : f.end + 60]))
    )


def _of_level(question: Question, sentence: str) -> bool:
    """Whether a sentence that names degrees names the one asked about: a share of those with a secondary one is none of graduates."""
    asked = {m.group() for m in _LEVEL.finditer(fold(question.vietnamese))}
    if _ABOVE.search(question.resolved):
        asked.add("sau dai hoc")
    said = {m.group() for m in _LEVEL.finditer(fold(sentence))}
    if not asked or not said:
        return True
    either = (asked, said) if "sau dai hoc" in asked else (said, asked)
    return bool(asked & said) or ("sau dai hoc" in either[0] and bool(_DEGREES & either[1]))


def counts_what_is_asked(question: Question, passage: Passage) -> bool:
    """Whether a passage speaks of what a question counts ("bao nhiêu lớp", "how many lecturers"); people of any kind are people."""
    if not question.counted:
        return True
    text = fold(f"{passage.searchable} {passage.text}")
    present = set(text.split()) | set(syllables(text))
    if _PEOPLE & {fold(" ".join(noun)) for noun in question.counted}:
        return any(person in text for person in _PEOPLE)
    return any(all(fold(w) in present for w in noun) for noun in question.counted)


def _unit_fits(figure: Figure, question: Question, sentence: str) -> bool:
    """Whether a figure counts what is asked for: people where people are, lớp where classes are; a share only of just these
    ("30 - 50% viên chức" where it is asked how many viên chức).
    """
    unit = fold(figure.unit or "")
    asked = {fold(" ".join(noun)) for noun in question.counted}
    if "%" in figure.text:
        behind = " ".join(syllables(fold(sentence[figure.end :])))
        return any(behind.startswith(f"{noun} ") for noun in asked - {"nguoi"})
    if asked & _DEGREES and any(degree in unit for degree in _DEGREES - asked):
        return False  # of "30 - 50 người học thạc sĩ, tiến sĩ, ít nhất 03 tiến sĩ" only the former counts any masters
    if asked & _PEOPLE:
        return unit == "" or any(person in unit for person in _PEOPLE)
    counted = set(unit.partition("/")[0].split())  # "30 người/lớp" are people, not classes
    return not unit or any(counted & set(noun.split()) for noun in asked)


def _is_year(figure: Figure, question: Question) -> bool:
    return figure.unit is None and any(str(y) in figure.text for y in question.scope.years)


def asks_share(question: Question) -> bool:
    """Whether the figure asked for is a share of something, which documents give in per cent."""
    if question.language == "en":
        return bool(_SHARE_EN.search(question.resolved))
    return "%" in question.resolved or bool(_SHARE.search(question.vietnamese))


def says_share(passage: Passage) -> bool:
    """Whether a passage gives a share of something: in per cent, as a fraction or in words."""
    return _SHARE_SAID.search(passage.text) is not None


def _unit_asked(question: Question, figure: Figure) -> int:
    asked = set(syllables(fold(question.vietnamese)))
    percent = "%" in figure.text
    wants_percent = asks_share(question)
    if percent != wants_percent and wants_percent:
        return 0
    unit = set(syllables(fold(figure.unit or "")))
    return 2 if percent and wants_percent else int(bool(unit & asked))


def figure_cells(question: Question, passage: Passage) -> list[tuple[str, str]]:
    """The cells of a row that hold figures: those of the years asked for, all where no year is; none of another year."""
    cells = [
        (name, value) for name, value in passage.cells.items() if any(c.isdigit() for c in value) and _is_target(name)
    ]
    if question.counted and all(_is_unit(noun) for noun in question.counted):
        cells = [(name, value) for name, value in cells if _counts(value, question)]
    years = [str(y) for y in question.scope.years]
    of_year = [(n, v) for n, v in cells if any(y in n for y in years)]
    by_year = any(_YEAR.search(n) for n, _ in cells)
    return of_year if years and by_year else cells


def _is_unit(noun: Sequence[str]) -> bool:
    """Whether figures are written with a noun, so that one without it counts something else."""
    return any(fold(f.unit or "") == fold(" ".join(noun)) for f in find_figures(f"2 {' '.join(noun)}"))


def _counts(value: str, question: Question) -> bool:
    """Whether a cell counts what is asked for: "30 người/lớp" no classes, "150 người/3 lớp" people and classes; a bare number may."""
    figures = find_figures(value)
    behind = (rf"\d\s*{re.escape(fold(' '.join(noun)))}\b" for noun in question.counted)
    return (
        not figures
        or any(_unit_fits(f, question, value) for f in figures)
        or any(re.search(b, fold(value)) for b in behind)
    )


def _is_target(name: str) -> bool:
    folded = fold(name)
    return any(word in folded for word in ("nam ", "chi tieu", "so luong", "kinh phi", "hoc vien", "ty le", "tong"))


def find_named_document(text: str, weights: TermWeights, question: Question) -> str | None:
    """The document that a clause names next to the words of the question; not one that the question itself names."""
    itself = find_document_numbers(question.resolved)
    named = [n for n in find_document_numbers(text) if not any(names_number(a, n.number) for a in itself)]
    if not named:
        return None
    kind = _kind_asked(question)
    named = [n for n in named if n.kind_code == kind] or named
    best = max(named, key=lambda n: weights.coverage(text[max(0, n.start - 60) : n.end + 160]))
    return best.number


def names_kind_asked(question: Question, text: str) -> bool:
    """Whether a text names a document of the kind that a question asks for ("quyết định nào"); False where it asks for no kind."""
    kind = _kind_asked(question)
    return kind is not None and any(n.kind_code == kind for n in find_document_numbers(text))


def _kind_asked(question: Question) -> str | None:
    """The code of the kind of document asked for ("quyết định nào", "which resolution")."""
    if question.language == "en":
        named = _KIND_EN.search(question.resolved)
        return _KINDS_EN[named["kind"].lower()] if named else None
    asked = fold(question.vietnamese)
    return next((code for word, code in _KINDS_ASKED.items() if f"{word} nao" in asked or f"{word} so" in asked), None)


def find_time(passage: Passage, sentence: str, question: Question | None = None) -> str | None:
    """When it is due: a row's time column, or the deadlines that the sentence names; how often, where the question asks that."""
    cell = _cell(passage, _TIME)
    if cell:
        return cell
    if question is not None and _HOW_OFTEN.search(question.asking):
        often = _OFTEN.search(sentence)
        if often:
            return often.group()
    found = [d.text for d in find_deadlines(sentence)] or [m.group() for m in _ONCE.finditer(sentence)]
    return "; ".join(dict.fromkeys(found)) if found else None


def time_above(passage: Passage) -> str | None:
    """When what stands under a heading is due, by the nearest heading that sets one year for it ("2.1. Đến năm 2025")."""
    for step in reversed(passage.section):
        set_by = [d.text for d in find_deadlines(step) if d.iso]
        if len(set_by) == 1 and len(find_years(step)) == 1:
            return set_by[0]
    return None


def duties_of(passages: Sequence[Passage], offices: Sequence[str], passage: Passage) -> list[Passage]:
    """The passages under the section of an office named, in order: its duties in that document; failing that, those under a
    heading that names it among others, or those beside `passage`.
    """
    wanted = [key(o) for o in offices]
    clauses = [p for p in passages if p.kind == "clause"]
    own = [p for p in clauses if any(key(o) in wanted for o in _offices_of(p))]
    named = [p for p in clauses if any(w in key(" ".join(p.section)) for w in wanted)]
    return own or named or same_actor(passages, passage)


def _offices_of(passage: Passage) -> list[str]:
    """The offices that the steps of a passage's path begin with."""
    leading = (leading_office(_LABEL.sub("", step)) for step in passage.section)
    return [office for office in leading if office]


def same_actor(passages: Sequence[Passage], passage: Passage) -> list[Passage]:
    """The passages under the same office's section, in order: all its duties in that document."""
    depth = next(
        (i for i in range(len(passage.section) - 1, -1, -1) if leading_office(_LABEL.sub("", passage.section[i]))), None
    )
    if depth is None or passage.kind != "clause":
        return [passage]
    head = passage.section[: depth + 1]
    return [p for p in passages if p.section[: depth + 1] == head and p.kind == "clause"]
