"""What a target measures, in a form that can be compared: without case, accents, numbering, years, empty words and the unit."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from obligations.clauses import step_words
from vietnamese.offices import expand_abbreviations, find_offices
from vietnamese.text import fold, key, syllables

_YEAR = r"(?:19|20)\d\d"
_TIME = re.compile(
    rf"(?<!\w)(?:(?:từ|đến|tới|vào|trong|hết|cuối|trước|tính|giai đoạn|thời kỳ)\s+){{0,3}}(?:các\s+)?năm\s+{_YEAR}"
    rf"(?:\s*(?:[-–,]|đến|và)\s*(?:năm\s+)?{_YEAR})*|(?<!\w)(?:giai đoạn|thời kỳ)\s+{_YEAR}\s*[-–]\s*{_YEAR}|"
    r"(?<!\w)(?:hằng|hàng|mỗi)\s+năm(?!\w)"
)
_OPENING = re.compile(
    r"[\s,;:.–-]*(?:(?:phấn đấu|tiếp tục|duy trì|bảo đảm|đảm bảo|tổ chức|thực hiện|mở|cử|có|đạt|tỷ lệ|tỉ lệ|tổng số|"
    r"số lượng|số|mỗi|trong)(?!\w)[\s,;:.–-]*)+"
)
"""Words before what is measured, which say no more than that it is wanted."""
_ASIDE = re.compile(r"(?<!\w)(?:trong đó|mỗi (?:lớp|khóa|đợt|năm))(?!\w).*$")
"""Behind what is measured: of what it is made up."""
_LIGHT = re.compile(
    r"(?<!\w)(?:ph[âấ]n đ[âầấ]u|đảm bảo|bảo đảm|tham gia|tham dự|dự|lớp|khóa|duy trì|tiếp tục|tỷ lệ|tỉ lệ|số lượng|đạt|"
    r"nâng cao(?=\s+(?:kiến thức|kỹ năng|năng lực|trình độ|chất lượng)))(?!\w)"
)
"""Words of little weight wherever they stand; "phấn đấu" as scans misread it too."""
_EMPTY = frozenset(
    ("có", "được", "là", "các", "những", "cho", "của", "và", "với", "về", "theo", "để", "nhằm", "từ", "đến", "đi")
)
_CLASSES = "cán bộ|công chức|viên chức|người lao động"
_PERSON = "người|học viên"
_COUNTS_PEOPLE = frozenset(fold(name) for name in (*_CLASSES.split("|"), *_PERSON.split("|")))
_PEOPLE = frozenset(fold(syllable) for name in (_CLASSES, _PERSON) for syllable in re.split(r"\W+", name))
_COMMON = _PEOPLE | frozenset(("tong", "cong", "so", "chung", "trong", "do"))
_KEPT = 8192
"""Texts of each kind whose reading is kept: a table says the same in every column, and a plan what the last one said."""
_LEAST = 3
"""Words beside people and totals that a measure must have to say what is measured."""
_WHO = re.compile(
    rf"(?<!\w)(?:{_CLASSES}|đội ngũ|đại biểu|giảng viên|giáo viên|nhân viên|lãnh đạo|người|phụ nữ|thanh niên)(?!\w)"
)
_WHERE = re.compile(
    r"(?<!\w)(?:lĩnh vực|ngành|khối|tuyến|tỉnh|huyện|quận|xã|phường|thị trấn|thôn|ấp|sở|ban|phòng|trường|trung tâm|bệnh viện|trạm|"
    r"đơn vị|cơ quan|ủy ban|hội|địa phương)(?!\w)"
)
_LEVEL = re.compile(r"(?<!\w)(?:cấp|tuyến)\s+(?:tỉnh|huyện|xã|sở|phòng|ngành|trung ương|cơ sở|thôn)(?!\w)")
_TASK = frozenset(("to", "chuc", "thuc", "hien", "cong", "tac", "doi", "ngu", "muc", "tieu", "chi"))
_COUNTED = re.compile(rf"(?<!\w)(?:lượt người|lượt|lớp|khóa|{_CLASSES}|{_PERSON})(?!\w)")
_YEARLY_COLUMN = re.compile(
    rf"(?:năm\s+)?{_YEAR}|(?<!\w)(?:kế hoạch|chỉ tiêu|số lượng|tổng số|theo từng năm|theo năm|(?:hằng|hàng|từng|mỗi|các|trong) năm|"
    rf"số|{_CLASSES}|{_PERSON})(?!\w)"
)
"""What the name of a column may say beside what it counts: the year, that it is planned, that people are counted."""
_SPAN = re.compile(rf"giai đoạn|thời kỳ|tổng cộng|cả giai|{_YEAR}.*{_YEAR}|(?<!\w)đến(?!\w)")


@dataclass(frozen=True, slots=True)
class Measure:
    """The words that say what is measured, folded and sorted, and which classes of people are counted where the unit is people.

    `core` are the words with their accents, without those of little weight.
    """

    words: tuple[str, ...]
    core: frozenset[str]
    people: frozenset[str] = frozenset()

    @property
    def is_specific(self) -> bool:
        """Whether the words say surely what is measured, so that it can be compared."""
        return len(set(self.words) - _COMMON) >= _LEAST

    @property
    def is_bare(self) -> bool:
        """Whether the words name people or a total and nothing else: "công chức", "Tổng cộng"."""
        return not set(self.words) - _COMMON


@dataclass(frozen=True, slots=True)
class Group:
    """For whom or in which field, folded and sorted: people, a part of the administration or of its fields, or only a topic.

    `core` are the words with their accents.
    """

    words: tuple[str, ...] = ()
    core: frozenset[str] = frozenset()
    kind: Literal["who", "where", "topic"] = "topic"


@lru_cache(_KEPT)
def measure_of(text: str, unit: str | None) -> Measure:
    """What a target measures by its words, the number left out, and its unit as written."""
    keyed = _without_opening(_TIME.sub(" ", key(expand_abbreviations(step_words(text)))))
    keyed, people = _without_unit(_ASIDE.sub("", keyed) or keyed, unit)
    keyed = _without_opening(keyed)
    return Measure(_words(keyed), frozenset(_said(_LIGHT.sub(" ", keyed))), people)


@lru_cache(_KEPT)
def group_of(text: str | None) -> Group:
    """The group a target is for, by its name as written."""
    if not text:
        return Group()
    whole = expand_abbreviations(step_words(text))
    keyed = key(whole)
    where: Literal["where", "topic"] = "where" if _WHERE.search(keyed) or find_offices(whole) else "topic"
    return Group(_words(keyed), frozenset(_said(keyed)), "who" if _WHO.search(keyed) else where)


def beyond(group: Group, measure: Measure) -> frozenset[str]:
    """What a group says that the measure does not: nothing where it only names again who or what is measured."""
    said = {*measure.words, *(syllable for name in measure.people for syllable in name.split()), *_TASK}
    return frozenset(group.words) - said


def names_level(text: str) -> bool:
    """Whether a text says at which level its people work: "công chức cấp xã"."""
    return bool(_LEVEL.search(key(text)))


def counted_in(column: str | None) -> str | None:
    """The noun that a column counts by its name: "Số lớp" counts "lớp"; None where it names none."""
    found = _COUNTED.search(key(column or ""))
    return found.group() if found else None


@lru_cache(_KEPT)
def unit_kind(unit: str | None) -> str:
    """What may be compared with each other: "cán bộ" and "người" are both people, "người/lớp" is not; empty where none is known."""
    noun, slash, per = fold(unit or "").partition("/")
    noun = "%" if noun.strip() == "phan tram" else noun.strip()
    return ("nguoi" if noun in _COUNTS_PEOPLE else noun) + slash + per.strip()


@lru_cache(_KEPT)
def column_kind(name: str | None) -> str:
    """What a column counts besides its year, folded: "số lớp"; empty for one that says no more than the year."""
    if name is None or not (keyed := key(name)).strip():
        return ""
    return fold(keyed) if _SPAN.search(keyed) else " ".join(syllables(fold(_YEARLY_COLUMN.sub(" ", keyed))))


def _without_opening(keyed: str) -> str:
    found = _OPENING.match(keyed)
    return keyed[found.end() :] if found else keyed.strip()


def _without_unit(keyed: str, unit: str | None) -> tuple[str, frozenset[str]]:
    """The words without the counted noun ("cử cán bộ, công chức đi học"), and the classes of people that it names."""
    noun = key(unit or "").partition("/")[0].strip()
    if not noun or noun == "%":
        return keyed, frozenset()
    more = rf"(?:(?:,|\s+và|,\s+và)?\s+(?:{_CLASSES}|{_PERSON}))*" if unit_kind(noun) == "nguoi" else ""
    found = re.search(rf"(?<!\w){re.escape(noun)}{more}(?!\w)", keyed)
    if found is None:
        return keyed, frozenset()
    classes = frozenset(fold(name) for name in re.findall(_CLASSES, found.group()))
    return f"{keyed[: found.start()]} {keyed[found.end() :]}", classes


def _words(keyed: str) -> tuple[str, ...]:
    return tuple(sorted(map(fold, _said(keyed))))


def _said(keyed: str) -> list[str]:
    return [syllable for syllable in syllables(keyed) if syllable not in _EMPTY]
