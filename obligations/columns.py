"""What the columns of a table say of its rows: what is done, by whom, with whom, until when, how much."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vietnamese.text import key

_LEAD = re.compile(r"chủ trì|đầu mối")
_DOER = re.compile(
    "(?:cơ quan|đơn vị|bộ phận|cá nhân|người|cán bộ|tổ chức)[^:]*(?:thực hiện|chịu trách nhiệm|phụ trách|được giao|"
    "tham mưu)|trách nhiệm|phân công|thực hiện:"
)
_PARTNER = re.compile(r"phối hợp")
_TIME = re.compile(r"thời gian|thời hạn|thời điểm|tiến độ|hoàn thành|hạn (?:chót|cuối)|lộ trình")
_CONTENT = re.compile(
    r"nội dung|nhiệm vụ|công việc|tên|lớp|chương trình|hoạt động|chỉ tiêu|mục tiêu|giải pháp|đề án|khóa"
)
_PRODUCT = re.compile(r"sản phẩm|kết quả|đầu ra")
_AUDIENCE = re.compile(r"đối tượng|học viên|thành phần")
_NOTE = re.compile(r"ghi chú|căn cứ|địa điểm|^stt|^tt$|điện thoại")
_AS_ABOVE = re.compile(r"\W*(?:nt|như trên)\W*|\s*[\"”]\s*")
_UNIT = re.compile(r"đơn vị tính|đvt|^đơn vị$")


@dataclass(frozen=True, slots=True)
class Columns:
    """A row's cells by what their columns are for; None where no column is for it. `others` are the rest, in their order."""

    content: str | None
    lead: str | None
    partners: str | None
    time: str | None
    product: str | None
    audience: str | None
    unit: str | None
    others: Mapping[str, str]


def filled(cells: Mapping[str, str], above: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row, those that say "as above" ("-nt-") with what stands above them."""
    return {name: above.get(name, "") if _AS_ABOVE.fullmatch(key(value)) else value for name, value in cells.items()}


def read_columns(cells: Mapping[str, str]) -> Columns:
    """Tells the cells of a row apart by the names of their columns, the first that fits each; the content is else the first cell."""
    names = {name: key(name) for name in cells}
    used: dict[str, str] = {}

    def take(what: str, pattern: re.Pattern[str], *, unless: re.Pattern[str] | None = None) -> str | None:
        for name, keyed in names.items():
            if name not in used and pattern.search(keyed) and not (unless and unless.search(keyed)):
                used[name] = what
                return cells[name]
        return None

    unit = take("unit", _UNIT)
    lead = take("lead", _LEAD, unless=re.compile(r"^phối hợp"))
    partners = take("partners", _PARTNER)
    if lead is None:
        lead = take("lead", _DOER, unless=_TIME)
    time = take("time", _TIME, unless=re.compile(r"kinh phí"))
    product = take("product", _PRODUCT)
    audience = take("audience", _AUDIENCE, unless=re.compile(r"số lượng|năm|:|số học viên|tổng"))
    content = take("content", _CONTENT, unless=re.compile(r"số lượng|kinh phí|năm \d|:"))
    if content is None:
        content = next((value for name, value in cells.items() if name not in used), None)
        used |= {name: "content" for name, value in cells.items() if value is content and name not in used}
    others = {name: value for name, value in cells.items() if name not in used and not _NOTE.search(names[name])}
    return Columns(content, lead, partners, time, product, audience, unit, others)
