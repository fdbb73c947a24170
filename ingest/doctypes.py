"""Kinds of administrative documents, as their title line names them (Nghị định 30/2020/NĐ-CP and the Party's own)."""

import re

TYPES = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư liên tịch", "Thông tư",
    "Chỉ thị", "Quy chế", "Quy định", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án",
    "Báo cáo", "Tờ trình", "Hợp đồng", "Công văn", "Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy mời", "Kết luận",
    "Quy trình", "Điều lệ",
)  # fmt: skip
_TYPE_LINE = re.compile(rf"^({'|'.join(t.upper() for t in TYPES)})\s*$")
_APPENDIX_LINE = re.compile(r"^(PHỤ LỤC|Phụ lục)(\s+(?:(?:số|SỐ)\s+)?([IVXLC]+|\d+))?\s*[.:]?$")
TYPE_WORDS = "|".join(sorted((t.lower() for t in TYPES), key=len, reverse=True))


def type_of_line(line: str) -> str | None:
    """The document type whose title line this is ("KẾ HOẠCH" gives "Kế hoạch"), or None. "QUYẾT ĐỊNH:" enacts, titles nothing."""
    match = _TYPE_LINE.match(line.strip())
    return match.group(1).capitalize() if match else None


def appendix_of_line(line: str) -> str | None:
    """The name of the appendix that begins with this line ("Phụ lục I"), or None."""
    match = _APPENDIX_LINE.match(line.strip())
    if match is None:
        return None
    return f"Phụ lục {match.group(3)}" if match.group(3) else "Phụ lục"
