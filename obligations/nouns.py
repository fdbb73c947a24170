"""Common nouns for who can have duties: kinds of offices, persons and leaders. Patterns for text in the form of `vietnamese.text.key`."""

import re

_PERSONS = (
    "cán bộ|công chức|viên chức|người lao động|người|giảng viên|giáo viên|học viên|nhân viên|đại biểu|thành viên|"
    "đảng viên|cá nhân|công dân|báo cáo viên|hộ gia đình|chủ đầu tư|nhà thầu|chủ sở hữu|chủ xe"
)
_GENERIC = (
    "cơ quan|đơn vị|địa phương|cơ sở|tổ chức|nhà trường|trường|lực lượng|chính quyền|doanh nghiệp|bộ phận|"
    "tập thể|các ngành|các cấp|cấp ủy|nhà nước|hợp tác xã|khoa|phòng chuyên môn|các phòng|các ban|các sở|các bộ|"
    "bộ|sở|hội đồng|ủy ban|chi bộ|đảng bộ|văn phòng|trung tâm|chi cục|ban chỉ đạo|ban quản lý|"
    "học viện|công an|bộ chỉ huy|kho bạc|bảo hiểm xã hội|tổ giúp việc|thanh tra sở|thanh tra tỉnh|thanh tra huyện"
)
_LEADERS = (
    "lãnh đạo|thủ trưởng|giám đốc|phó giám đốc|tổng giám đốc|chủ tịch|phó chủ tịch|trưởng|phó trưởng|bí thư|"
    "phó bí thư|bộ trưởng|thứ trưởng|chánh|hiệu trưởng|người đứng đầu|cấp phó|thủ tướng|chủ nhiệm|đồng chí"
)
_NO_OFFICE = (
    r"(?!tổ chức\s+(?:thực|kiểm|rà|các|bồi|đào|lớp|triển|hội|đánh|phổ|tuyên|học|tập|xây|bộ|lại|sơ|tổng|mở|hệ|thi|"
    r"biên|in|điều|quán|chính quyền)\b)"
    r"(?!cơ sở\s+(?:dữ liệu|vật chất|pháp lý|hạ tầng|để|quy|đề|khoa|rà|kết|đó|này|các quy|thực)\b)(?!bộ\s+(?:máy|"
    r"luật|tiêu|hồ|đề|chỉ số|quy|câu|tài)\b)"
    r"(?!trường\s+hợp\b)(?!sở\s+(?:hữu|thích|trường)\b)(?!khoa\s+học\b)(?!người\s+dân tộc\b)"
    r"(?!trưởng\s+thành\b)(?!cấp phó\s+phòng)(?!văn phòng\s+phẩm\b)(?!trung tâm\s+của\b)"
)
_DET = r"(?:(?:tất cả\s+)?(?:các|những|mỗi|mọi|từng|một số|toàn thể)\s+)?"
HEAD = re.compile(rf"{_DET}{_NO_OFFICE}(?:{_PERSONS}|{_GENERIC}|{_LEADERS})(?!\w)")
"""Any of them."""
OFFICE = re.compile(rf"{_DET}{_NO_OFFICE}(?:{_GENERIC}|{_LEADERS})(?!\w)")
PERSON = re.compile(rf"{_DET}(?:{_PERSONS})(?!\w)")
ANYBODY = re.compile(r"(?:các|những|mỗi|mọi|từng|người|cá nhân)(?!\w)")
COMMON = re.compile(
    r"(?:(?:người đứng đầu|thủ trưởng|lãnh đạo|cấp phó)\s+)?(?:các|những|mọi|mỗi|một số)?\s*(?:cơ quan|đơn vị|"
    r"tổ chức|địa phương|cá nhân|bộ phận|cơ sở)(?!\w)"
)
"""Common nouns for offices, whose names may go on with what tells them from others: "cơ quan soạn thảo văn bản"."""
