"""Rows and documents made for one test of the exports."""

from dataclasses import replace
from datetime import date
from typing import Any

from index.document import Document, Period
from obligations.deadlines import read_time
from obligations.exports.about import About
from obligations.obligation import Deadline, Obligation, Target
from obligations.wanted import Wanted

QUOTE = "a) Chủ trì, phối hợp với Sở Tài chính mở các lớp bồi dưỡng; báo cáo Ủy ban nhân dân tỉnh trước ngày 31/8/2025."
DAY = date(2025, 6, 30)
HOSTILE = (
    '=HYPERLINK("http://example.org";"Ủy ban")',
    "+84 123",
    "- Ít nhất 80% cán bộ",
    "@SUM(1+1)",
    "\t=1+1",
    "\r\n-1+1",
    " \u00a0=1+1",
    "＝1+1",
    "a\x00b\x07c\x0b\x1f\x7fđ",
    "nửa \ud83d ký tự \ufffe\uffff",
    "_x0041_ và _x000D_",
    "#N/A",
    '"Sở Nội vụ", "Sở Y tế"; \'x\'',
    "Sở Nội vụ;=1+1",
    "Sở Nội vụ;\"=cmd|' /C calc'!A0\"",
    "hai\ndòng\r\nba\u2028bốn\x85năm",
    "<b>đậm</b> &amp; ]]>",
    "Ngày \u202eđảo\u202c",
    "😀 ngoài mặt phẳng cơ bản",
)
"""Texts that somebody might put into a document to do harm, or that files have trouble with."""


def document(**fields: Any) -> Document:
    """A plan for 2021 to 2025."""
    made = Document(
        "ke-hoach-12",
        "ke-hoach-12.txt",
        title="Đào tạo, bồi dưỡng cán bộ, công chức giai đoạn 2021 - 2025",
        type="Kế hoạch",
        number="12/KH-UBND",
        date="2021-03-05",
        issuer="Ủy ban nhân dân tỉnh Sóc Trăng",
        province="Sóc Trăng",
        period=Period(2021, 2025),
        status="issued",
    )
    return replace(made, **fields)


def row(**fields: Any) -> Obligation:
    """A duty of the Department of Home Affairs without a deadline."""
    made = Obligation(
        kind="duty",
        actor="Sở Nội vụ",
        actor_en="Department of Home Affairs",
        role="lead",
        action="mở các lớp bồi dưỡng",
        object=None,
        counterparts=("Sở Tài chính", "Sở Y tế"),
        condition=None,
        deadline=None,
        target=None,
        document_id="ke-hoach-12",
        section=("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ"),
        lines=(12, 14),
        page=3,
        quote=QUOTE,
    )
    return replace(made, **fields)


def due(text: str, **fields: Any) -> Obligation:
    """A duty with the deadline that the register reads from a cell."""
    return row(deadline=read_time(text), **fields)


def target(**fields: Any) -> Obligation:
    """A figure between two bounds."""
    figure = Target("cán bộ được bồi dưỡng", "cấp xã", "từ 12,5 đến 80%", 12.5, 80.0, "%", 2025)
    return row(kind="target", role=None, target=replace(figure, **fields))


def hostile(text: str) -> Obligation:
    """A row with this text wherever a document's words come to stand."""
    return row(
        actor=text,
        actor_en=text,
        action=text,
        object=text,
        counterparts=(text,),
        condition=text,
        deadline=Deadline(text, "2025-08-31"),
        section=(text, text),
        quote=text,
    )


def about(wanted: Wanted | None = None, total: int = 377) -> About:
    """An index, a filter and a day."""
    return About("1c532f1f8f84", "2025-06-29T08:30:00+00:00", wanted or Wanted(), total, DAY)


def documents(*more: Document) -> dict[str, Document]:
    """The plan and others, by id."""
    return {found.id: found for found in (document(), *more)}
