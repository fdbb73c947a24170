"""Kinds of administrative documents, as their title line names them (Nghị định 30/2020/NĐ-CP and the Party's own)."""

import re

from vietnamese.acts import ACTS
from vietnamese.listed import nearest_listed
from vietnamese.text import fold

TYPES = (
    *ACTS, "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Tờ trình",
    "Hợp đồng", "Công văn", "Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy mời", "Kết luận", "Quy trình", "Điều lệ",
)  # fmt: skip
_TYPE_LINE = re.compile(rf"^({'|'.join(t.upper() for t in TYPES)})\s*$")
_APPENDIX_LINE = re.compile(
    r"^(PHỤ LỤC|Phụ lục)(\s+(?:(?:số|SỐ)\s+)?(?P<number>[IVXLC]+[A-Za-z]?|\d+[A-Za-z]?|[A-H]))?\s*(?:[.:]?$|[.:–-]\s*(?P<title>\S.*)$)"
)
_FORM_LINE = re.compile(
    r"^(?:(?i:biểu )?(?i:mẫu|biểu))(?: (?i:số))?[ :]+(?P<number>\d+(?:[.\-/]\d+)*[A-Za-zĐđ]?|[IVXLC]+)(?:\s*[-/][A-ZĐ]\S*)?\s*(?:[.:]?$|[.:–-]\s*(?P<title>\S.*)$)"
)
_TITLED = re.compile(rf"^({'|'.join(t.upper() for t in sorted(TYPES, key=len, reverse=True))})\s+(\S.*)$")
_WORDS = re.compile(r"[\w ]+")
_FOLDED_APPENDIX = re.compile(r"^phu luc(?: (?:so )?(?P<number>[ivxlht1|]{1,5}))?[.:]?$")
TYPE_WORDS = "|".join(sorted((t.lower() for t in TYPES), key=len, reverse=True))


def type_of_line(line: str, recognised: bool = False) -> str | None:
    """The document type whose title line this is ("KẾ HOẠCH" gives "Kế hoạch"), or None. "QUYẾT ĐỊNH:" enacts, titles nothing.

    A `recognised` line may be misread as far as `vietnamese.listed.nearest_listed` allows ("KÉ HOẠCH", "QUYẾT Đ1NH").
    """
    match = _TYPE_LINE.match(line.strip())
    if match:
        return match.group(1).capitalize()
    legible = recognised and line.isupper() and _WORDS.fullmatch(line.strip())
    return nearest_listed(line, TYPES) if legible else None


def appendix_of_line(line: str, recognised: bool = False) -> str | None:
    """The name of the appendix that begins with this line ("Phụ lục I"), or None; `recognised` as for `type_of_line`."""
    match = _appendix(line)
    if match is None and recognised and line[:1].isupper():
        match = _FOLDED_APPENDIX.match(fold(line.strip()))
    if match is None:
        return None
    return f"Phụ lục {match['number'].upper()}" if match["number"] else "Phụ lục"


def appendix_title(line: str) -> str:
    """The title that stands on the line which names the appendix ("PHỤ LỤC II. DANH MỤC LỚP"), "" where it has one of its own."""
    match = _appendix(line)
    return (match["title"] or "") if match else ""


def _appendix(line: str) -> re.Match[str] | None:
    match = _APPENDIX_LINE.match(line.strip())
    if match is None or (match["title"] and not (match["number"] and match["title"].isupper())):
        return None
    return match


def form_of_line(line: str) -> tuple[str, str] | None:
    """A form that begins with this line, and its title ("Mẫu số 1.2. Quyết định" gives "mẫu 1.2" and "Quyết định"), or None."""
    match = _FORM_LINE.match(line.strip())
    return (f"mẫu {match['number']}", match["title"] or "") if match else None


def titled_line(line: str) -> tuple[str, str] | None:
    """Type and title where one line in capitals holds both ("LUẬT ĐẤT ĐAI"), or None."""
    match = _TITLED.match(line.strip())
    return (match.group(1).capitalize(), match.group(2)) if match and line.isupper() else None
