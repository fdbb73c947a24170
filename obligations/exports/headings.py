"""The words of the exports in both languages: column headings, labels of values, lines of the sheet that says what a file is of."""

from typing import Literal

Language = Literal["vi", "en"]

LANGUAGES: tuple[Language, ...] = ("vi", "en")
TABLE: dict[str, tuple[str, str]] = {
    # sheets and calendars
    "title": ("Nhiệm vụ, chỉ tiêu và kinh phí", "Duties, targets and funding"),
    "rows": ("Các dòng", "Rows"),
    "about": ("Nguồn", "Source"),
    "calendar": ("Hạn thực hiện theo văn bản", "Deadlines set by documents"),
    # columns: the row
    "column.no": ("STT", "No."),
    "column.kind": ("Loại", "Kind"),
    "column.actor": ("Ai thực hiện", "Who"),
    "column.actor_en": ("Tên tiếng Anh", "English name"),
    "column.role": ("Vai trò", "Role"),
    "column.action": ("Nội dung", "What"),
    "column.object": ("Cơ quan nhận, sản phẩm", "Recipient or product"),
    "column.counterparts": ("Phối hợp với", "Together with"),
    "column.condition": ("Điều kiện", "Condition"),
    "column.deadline": ("Thời hạn (nguyên văn)", "Deadline as written"),
    "column.due_first": ("Khoảng hạn: từ ngày", "Due from"),
    "column.due_last": ("Hạn cuối", "Due by"),
    "column.every_year": ("Hạn hằng năm", "Due every year"),
    "column.frequency": ("Định kỳ", "How often"),
    "column.measure": ("Chỉ tiêu", "Target"),
    "column.group": ("Nhóm", "Group"),
    "column.value": ("Mức (nguyên văn)", "Figure as written"),
    "column.low": ("Từ", "At least"),
    "column.high": ("Đến", "At most"),
    "column.unit": ("Đơn vị tính", "Unit"),
    "column.target_year": ("Năm chỉ tiêu", "Target year"),
    # columns: where it stands
    "column.document_type": ("Loại văn bản", "Document type"),
    "column.document_number": ("Số, ký hiệu", "Document number"),
    "column.document_title": ("Tên văn bản", "Document title"),
    "column.document_date": ("Ngày văn bản", "Document date"),
    "column.issuer": ("Cơ quan ban hành", "Issuer"),
    "column.province": ("Tỉnh, thành", "Province"),
    "column.status": ("Tình trạng", "Status"),
    "column.period_start": ("Giai đoạn: từ năm", "Period from"),
    "column.period_end": ("Giai đoạn: đến năm", "Period to"),
    "column.section": ("Mục", "Section"),
    "column.line_first": ("Từ dòng", "First line"),
    "column.line_last": ("Đến dòng", "Last line"),
    "column.page": ("Trang", "Page"),
    "column.quote": ("Trích nguyên văn", "Quote"),
    "column.document_id": ("Mã văn bản", "Document id"),
    "column.rows": ("Số dòng", "Rows"),
    # values
    "kind.duty": ("nhiệm vụ", "duty"),
    "kind.target": ("chỉ tiêu", "target"),
    "kind.funding": ("kinh phí", "funding"),
    "role.lead": ("chủ trì", "lead"),
    "role.coordinate": ("phối hợp", "coordinate"),
    "role.advise": ("tham mưu", "advise"),
    "role.report": ("báo cáo", "report"),
    "role.implement": ("thực hiện", "implement"),
    "role.inspect": ("kiểm tra", "inspect"),
    "role.fund": ("bố trí kinh phí", "fund"),
    "role.other": ("khác", "other"),
    "frequency.yearly": ("hằng năm", "yearly"),
    "frequency.half-yearly": ("6 tháng một lần", "half-yearly"),
    "frequency.quarterly": ("hằng quý", "quarterly"),
    "frequency.monthly": ("hằng tháng", "monthly"),
    "frequency.weekly": ("hằng tuần", "weekly"),
    "frequency.once": ("một lần", "once"),
    "status.issued": ("đã ban hành", "issued"),
    "status.draft": ("dự thảo", "draft"),
    "status.unknown": ("chưa rõ", "unknown"),
    # what comes back every year; {years} is one of the next three, or nothing
    "yearly": ("{days} hằng năm{years}", "{days} every year{years}"),
    "years.both": (", {a}–{b}", ", {a}–{b}"),
    "years.from": (", từ năm {a}", ", from {a}"),
    "years.until": (", đến năm {b}", ", until {b}"),
    "whole_month": ("tháng {n}", "{name}"),
    # what a file is of
    "about.index": ("Chỉ mục", "Index"),
    "about.indexed": ("Chỉ mục lập lúc", "Index made at"),
    "about.day": ("Ngày xuất", "Exported on"),
    "about.rows": ("Số dòng trong tệp", "Rows in this file"),
    "about.total": ("Số dòng của cả sổ", "Rows of the whole register"),
    "about.cut": ("Số ô bị cắt ở {n} ký tự, giới hạn của Excel", "Cells cut at {n} characters, the limit of Excel"),
    "about.filter": ("Điều kiện lọc", "Filter"),
    "about.no_filter": ("không lọc", "none"),
    "about.documents": ("Văn bản đã đọc", "Documents that were read"),
    "cut": ("… [bị cắt]", "… [cut]"),
    # filters, by the fields of `obligations.wanted.Wanted`
    "wanted.kind": ("Loại", "Kind"),
    "wanted.actor": ("Ai thực hiện", "Who"),
    "wanted.role": ("Vai trò", "Role"),
    "wanted.documents": ("Văn bản", "Documents"),
    "wanted.province": ("Tỉnh, thành", "Province"),
    "wanted.year": ("Năm", "Year"),
    "wanted.deadline": ("Thời hạn", "Deadline"),
    "wanted.due": ("Đến hạn trong", "Due within"),
    "wanted.words": ("Có các từ", "With the words"),
    # calendar
    "event.day": ("Thời hạn: {text}", "Deadline: {text}"),
    "event.days": ("Thời hạn: {text} ({days})", "Deadline: {text} ({days})"),
    "event.document": ("Văn bản: {text}", "Document: {text}"),
    "event.section": ("Mục: {text}", "Section: {text}"),
    "event.draft": ("Văn bản này là dự thảo.", "This document is a draft."),
    "event.counts": (
        "{events} mốc hạn; {left_out} dòng không nêu ngày, tháng, quý hay năm nên không có trong lịch.",
        "{events} deadlines; {left_out} rows name no day, month, quarter or year and are left out.",
    ),
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def word(key: str, language: Language, **fields: object) -> str:
    """The words behind a key; KeyError where there are none."""
    return TABLE[key][LANGUAGES.index(language)].format(**fields)
