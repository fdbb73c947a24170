"""Common nouns for who can have duties: kinds of offices, persons and leaders. Patterns for text in the form of `vietnamese.text.key`."""

import re

_PERSONS = (
    "cán bộ|công chức|viên chức|người lao động|người|giảng viên|giáo viên|học viên|nhân viên|đại biểu|thành viên|"
    "đảng viên|cá nhân|công dân|báo cáo viên|hộ gia đình|chủ đầu tư|nhà thầu|chủ sở hữu|chủ xe|thẩm phán|hội thẩm|"
    "kiểm sát viên|trọng tài viên|luật sư|nhà giáo|học sinh|sinh viên|thanh niên|hướng dẫn viên"
)
_PARTIES = (
    r"đương sự|nguyên đơn|bị đơn|(?:các\s+)?bên(?!\s+(?:cạnh|trong|ngoài|dưới|trên|phải|trái|kia)\b)|cha|mẹ|vợ|chồng(?!\s+chéo)|"
    r"gia đình|hộ(?=\s+(?:dân|nghèo|kinh doanh|gia đình))|"
    r"chủ(?=\s+(?:cơ sở|dự án|đầu tư|sở hữu|hộ|xe|phương tiện|rừng|nguồn|nhà|tàu|thể|sử dụng|công trình|nợ|tài khoản|hàng))"
)
"""Those between whom a law rules."""
_GENERIC = (
    "cơ quan|đơn vị|địa phương|cơ sở|tổ chức|nhà trường|trường|lực lượng|chính quyền|doanh nghiệp|bộ phận|"
    "tập thể|các ngành|các cấp|cấp ủy|nhà nước|hợp tác xã|khoa|phòng chuyên môn|các phòng|các ban|các sở|các bộ|"
    "bộ|sở|hội đồng|ủy ban|chi bộ|đảng bộ|văn phòng|trung tâm|chi cục|ban chỉ đạo|ban quản lý|"
    "tòa án|viện kiểm sát|quốc hội|kiểm toán nhà nước|công ty|hiệp hội|"
    "học viện|công an|bộ chỉ huy|kho bạc|bảo hiểm xã hội|tổ giúp việc|thanh tra sở|thanh tra tỉnh|thanh tra huyện"
)
_LEADERS = (
    "lãnh đạo|thủ trưởng|giám đốc|phó giám đốc|tổng giám đốc|chủ tịch|phó chủ tịch|trưởng|phó trưởng|bí thư|"
    "phó bí thư|bộ trưởng|thứ trưởng|chánh|hiệu trưởng|người đứng đầu|cấp phó|thủ tướng|chủ nhiệm|đồng chí|viện trưởng|chánh án|"
    "phó viện trưởng|phó chánh án|chủ tọa"
)
_NO_OFFICE = (
    r"(?!tổ chức\s+(?:thực|kiểm|ứng|rà|các|bồi|đào|lớp|triển|hội|đánh|phổ|tuyên|học|tập|xây|bộ|lại|sơ|tổng|mở|hệ|thi|"
    r"biên|in|điều|quán|chính quyền)\b)"
    r"(?!cơ sở\s+(?:dữ liệu|vật chất|pháp lý|hạ tầng|để|quy|đề|khoa|rà|kết|đó|này|các quy|thực)\b)(?!bộ\s+(?:máy|"
    r"luật|tiêu|hồ|đề|chỉ số|quy|câu|tài)\b)"
    r"(?!trường\s+hợp\b)(?!sở\s+(?:hữu|thích|trường)\b)(?!khoa\s+học\b)(?!người\s+dân tộc\b)"
    r"(?!trưởng\s+thành\b)(?!cấp phó\s+phòng)(?!văn phòng\s+phẩm\b)(?!trung tâm\s+của\b)"
)
_DET = r"(?:(?:tất cả\s+)?(?:các|những|mỗi|mọi|từng|một số|toàn thể)\s+)?"
HEAD = re.compile(rf"{_DET}{_NO_OFFICE}(?:{_PERSONS}|{_PARTIES}|{_GENERIC}|{_LEADERS})(?!\w)")
"""Any of them."""
OFFICE = re.compile(rf"{_DET}{_NO_OFFICE}(?:{_GENERIC}|{_LEADERS})(?!\w)")
PERSON = re.compile(rf"{_DET}(?:{_PERSONS}|{_PARTIES})(?!\w)")
_LEVEL = (
    r"(?:\s+(?:nhân dân|tối cao|cấp cao|các cấp|cùng cấp|cấp mình|cấp trên|cấp dưới|cấp tỉnh|cấp huyện|cấp xã|tỉnh|huyện|xã|"
    r"cấp sơ thẩm|cấp phúc thẩm))*"
)
_BODY = (
    r"(?:các\s+)?(?:nhà nước|chính phủ|quốc hội|chủ tịch nước|thủ tướng chính phủ|tòa án|viện kiểm sát|kiểm toán nhà nước|"
    r"cơ quan ngang bộ|cơ quan thuộc chính phủ|bộ trưởng(?!\s+bộ)|thủ trưởng cơ quan ngang bộ|"
    r"bộ(?=,\s+(?:cơ quan|ngành)|\s+và\s+cơ quan ngang)|(?<=các )bộ(?!\s+trưởng)|ngành|hội đồng nhân dân|"
    r"ủy ban nhân dân|hội đồng xét xử|hội đồng thẩm phán|thẩm phán|kiểm sát viên|(?:phó\s+)?chánh án(?:\s+tòa án)?|"
    rf"(?:phó\s+)?viện trưởng(?:\s+viện kiểm sát)?){_LEVEL}(?:\s+khác)?"
)
BODIES = re.compile(rf"{_BODY}(?:(?:,\s+|\s+và\s+){_BODY})*(?!\w)")
"""Bodies of the state and their lists, whose names are closed: no verb can be part of one."""
ANYBODY = re.compile(rf"(?:các|những|mỗi|mọi|từng|người|cá nhân|thẩm phán|kiểm sát viên|{_PARTIES})(?!\w)")
COMMON = re.compile(
    r"(?:(?:người đứng đầu|thủ trưởng|lãnh đạo|cấp phó)\s+)?(?:các|những|mọi|mỗi|một số)?\s*(?:cơ quan|đơn vị|"
    r"tổ chức|địa phương|cá nhân|bộ phận|cơ sở)(?!\w)"
)
"""Common nouns for offices, whose names may go on with what tells them from others: "cơ quan soạn thảo văn bản"."""
