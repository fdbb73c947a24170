"""Roles: the verbs of duty that say what an office does, and the words of must and shall."""

import re
from collections.abc import Mapping

from obligations.obligation import Role

_BY_ROLE: Mapping[Role, str] = {
    "lead": "chủ trì|làm đầu mối|là đầu mối|đầu mối",
    "coordinate": "phối hợp|phối kết hợp|tham gia phối hợp",
    "advise": "tham mưu|đề xuất|trình|kiến nghị|đề nghị|giúp|tư vấn",
    "report": "báo cáo|báo|gửi|phản ánh|nộp",
    "inspect": "kiểm tra|giám sát|theo dõi|thanh tra|đôn đốc|kiểm soát|kiểm toán",
    "fund": (
        r"(?:bố trí|cấp|cân đối|bảo đảm|đảm bảo|phân bổ|huy động|lập dự toán|dự toán|phân khai|hỗ trợ|chi trả)"
        r"(?:\s+[^\s,;.:]+){0,4}?\s+(?:kinh phí|ngân sách|nguồn vốn|nguồn tài chính|nguồn lực tài chính)"
        r"|cân đối|dự toán kinh phí"
    ),
    "implement": (
        "thực hiện|thi hành|thực thi|tổ chức|triển khai|tiến hành|xây dựng|ban hành|cử|chọn|xét|lựa chọn|mở|"
        "hướng dẫn|chỉ đạo|lãnh đạo|quản lý|rà soát|đánh giá|sơ kết|tổng kết|phổ biến|quán triệt|tuyên truyền|"
        "lồng ghép|lập|giải quyết|sắp xếp|biên soạn|cập nhật|đổi mới|nâng cao|duy trì|tạo điều kiện|hỗ trợ|"
        "phân công|giao|phân bổ|quyết toán|thanh quyết toán|thanh, quyết toán|thanh toán|điều phối|điều hành|"
        "vận động|huy động|thu hút|khai thác|sử dụng|bảo quản|lưu trữ|lưu|cung cấp|công bố|công khai|thông báo|"
        "tiếp nhận|xử lý|thẩm định|thẩm tra|phê duyệt|kiện toàn|củng cố|ký kết|hợp tác|nghiên cứu|ứng dụng|"
        "đào tạo|bồi dưỡng|tập huấn|cụ thể hóa|bàn giao|hoàn thành|hoàn thiện|hoàn chỉnh|bổ sung|điều chỉnh|"
        "sửa đổi|đăng ký|đăng tải|xác định|xác nhận|xác minh|trang bị|đầu tư|mua sắm|sửa chữa|vận hành|kết nối|"
        "chia sẻ|số hóa|thống kê|khảo sát|điều tra|phân loại|phân tích|tính toán|dự báo|luân chuyển|tuyển dụng|"
        "khen thưởng|xử phạt|phòng ngừa|ngăn chặn|phát hiện|bảo vệ|giữ gìn|chăm sóc|phục vụ|phát huy|phát triển|"
        "thúc đẩy|nhân rộng|chuẩn bị|chuẩn hóa|bảo đảm|đảm bảo|bố trí|cấp|dự toán|phân khai|truyền thông|"
        "biên tập|in ấn|phát hành|chuyển|chuyển giao|nhận|thu|chi|đấu thầu|thu thập|lấy ý kiến|xin ý kiến|"
        "cho ý kiến|góp ý|trả lời|giải trình|hiện đại hóa|xã hội hóa|đa dạng hóa|tinh giản|quy hoạch|giám định|"
        "niêm yết|tiếp thu|tập hợp|tra cứu|đối thoại|tiếp công dân|soạn thảo|phân luồng|"
        "triệu tập|chủ tọa|giáo dục|sơ tuyển|kê khai|ghi chép|ghi|chấm dứt|đưa|lắp đặt|nghiệm thu|giám hộ|"
        "bảo trì|khắc phục|yêu cầu|cân đối|xuất trình"
    ),
    "other": (
        "cam kết|chấp hành|tuân thủ|tham gia|tham dự|học tập|vận dụng|chịu trách nhiệm|chịu sự|gương mẫu|"
        "cộng tác|liên hệ|đáp ứng|trung thành|tôn trọng|giữ|rèn luyện|tập trung|quan tâm|chú trọng|ưu tiên|"
        "đề cao|coi trọng|khuyến khích|đảm nhiệm|phấn đấu|tích cực|lắng nghe"
    ),
}
_MANNER = (
    "chủ động|kịp thời|thường xuyên|nghiêm túc|khẩn trương|tiếp tục|tăng cường|đẩy mạnh|trực tiếp|tích cực|tự|"
    "đồng thời|thống nhất|vẫn|từng bước|không ngừng|nhanh chóng|tập trung|chặt chẽ"
)
"""Words of manner, which stand before a verb and leave open which duty it is."""
_TIMES = (
    "hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|hằng tuần|hàng tuần|mỗi năm|mỗi quý|mỗi tháng|định kỳ|"
    r"định kỳ \d{1,2} năm một lần|định kỳ \d{1,2} tháng một lần|định kỳ hằng năm|định kỳ hàng năm|định kỳ hằng quý|định kỳ hàng quý"
)
_LIGHT = frozenset(_MANNER.split("|")) | {
    "tổ chức",
    "thực hiện",
    "triển khai",
    "tiến hành",
    "quản lý",
    "tổng hợp",
    "thống nhất",
    "chịu trách nhiệm",
    "đầu mối",
}
"""Verbs that leave the role to the one behind them: "tổ chức kiểm tra" is "kiểm tra"."""
_MODAL = (
    "phải có trách nhiệm|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|có các nhiệm vụ|có những nhiệm vụ|"
    "có nghĩa vụ|có các nghĩa vụ|có những nghĩa vụ|có các trách nhiệm|có bổn phận|phải chịu trách nhiệm|phải|sẽ"
)
_SUMMING = "tổng hợp|thống nhất|đầu mối"
_LONGER_WORDS: Mapping[str, str] = {
    "trình": "độ|tự|bày|diễn",
    "cấp": "tỉnh|huyện|xã|sở|phòng|ủy|uỷ|trên|dưới|có|bách|nào|phó|mình|cơ|i|ii|đó|này|chính|cao|độ",
    "chi": "thường|tiết|phí|cục|nhánh|bộ",
    "thu": "nhập|chi",
    "giao": "thông|tiếp|lưu|dịch",
    "báo cáo": "viên",
    "báo": "cáo|chí|hiệu",
    "cử": "tri|nhân",
    "hướng dẫn": "viên",
    "chuyển": "đổi|biến|tiếp|ngành",
    "nhận": "thức|xét",
    "lưu": "ý|thông|động",
    "xét": "nghiệm",
    "mở": "đầu",
    "giữ": "chức",
    "tổ chức": "chính|đảng|quốc|hội|cá|cơ|phi",
    "tự": "do|nhiên|chủ|động|vệ",
    "chủ tọa": "kỳ|cuộc|của|phiên",
    "quy hoạch": "cán|chức",
    "phân công": "lao",
    "yêu cầu": "đối|về|của|nhiệm|cơ|chung|cụ|thực|công|kỹ|phát|xã|chuyên|vị|đặt|cần",
}
"""Syllables behind which a verb is part of another word: "trình độ" is no "trình"."""


def _any(*lists: str) -> str:
    """One of the listed phrases, the longest that fits, on word boundaries, with any blanks between its words."""
    names = sorted({name for listed in lists for name in listed.split("|")}, key=len, reverse=True)
    return rf"(?:{'|'.join(map(_way, names))})(?!\w)"


def _way(name: str) -> str:
    words = name.replace(" ", r"\s+")
    longer = _LONGER_WORDS.get(name)
    return rf"{words}(?!\s+(?:{longer})(?!\w))" if longer else words


_FUND = _BY_ROLE["fund"]
_PLAIN: Mapping[Role, str] = {role: verbs for role, verbs in _BY_ROLE.items() if role != "fund"}
_ROLE_PATTERNS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("fund", re.compile(rf"(?<!\w)(?:{_FUND})(?!\w)")),
    *((role, re.compile(rf"(?<!\w){_any(verbs)}")) for role, verbs in _PLAIN.items()),
)
VERB = _any(*_PLAIN.values(), _MANNER, _SUMMING)
"""Regular expression, for text in the form of `vietnamese.text.key`: a verb of duty, or a word of manner before one."""
BEFORE_VERB = rf"(?:{_any(_MANNER, _TIMES)},?\s+(?:và\s+)?)"
"""Words of manner or of how often, with what parts them from the verb."""
OFTEN = _any(_TIMES)
MODAL = _any(_MODAL)
"""Words of must and shall."""
_AFTER_LIGHT = re.compile(
    r"(?:\s+(?:công tác|việc|hoạt động|tốt|nghiêm|có hiệu quả|nhiệm vụ|tổ chức))*,?\s*(?:đồng thời\s+)?"
)
_START = re.compile(rf"\s*(?:(?:{_any(_MODAL)}|{_any(_TIMES)}|được giao)[,:]?\s*)*")
_GROUNDS = re.compile(r"(?:căn cứ|trên cơ sở|theo|là)(?!\w)(?!\s+đầu mối)")
"""Words that stand before the verb and say by what, or as what, it is done."""
_ANY_VERB = re.compile(rf"(?<!\w){VERB}")
_MANNER_WORD = re.compile(_any(_MANNER, _SUMMING))
_NOT_A_VERB = re.compile(
    r"(?:việc|công tác|sự|được|cơ quan|đơn vị|(?<!chịu )(?<!có )trách nhiệm|cơ chế|chương trình|kế hoạch)\s+$"
)


def role_of(does: str) -> Role:
    """The role that the main verb gives, with which the words begin; words of manner and light verbs ("tổ chức kiểm tra") aside.

    `does` is in the form of `vietnamese.text.key`. What begins with no verb of duty ("phải có trình độ …") is "other".
    """
    at = _end_of(_START, does, 0)
    if _GROUNDS.match(does, at):
        first = next((m.start() for m in _ANY_VERB.finditer(does, at + 1) if not _is_noun(does, m.start())), None)
        at = first if first is not None else at
    chosen: Role | None = None
    while found := _verb_at(does, at):
        role, end = found
        if " ".join(does[at:end].split()) not in _LIGHT:
            return role
        chosen = role if chosen is None else chosen
        at = _end_of(_AFTER_LIGHT, does, end)
    return chosen or "other"


def _end_of(pattern: re.Pattern[str], does: str, at: int) -> int:
    """Where a pattern ends that stands at a place; the place itself where it does not."""
    found = pattern.match(does, at)
    return found.end() if found else at


def _verb_at(does: str, at: int) -> tuple[Role, int] | None:
    """The role of the longest verb that stands at a place, and where it ends."""
    found = [(m.end(), role) for role, pattern in _ROLE_PATTERNS if (m := pattern.match(does, at))]
    manner = _MANNER_WORD.match(does, at)
    if manner and all(end <= manner.end() for end, _ in found):
        return "implement", manner.end()
    if not found:
        return None
    end, role = max(found, key=lambda f: f[0])
    return role, end


def _is_noun(does: str, at: int) -> bool:
    return bool(_NOT_A_VERB.search(does, max(0, at - 14), at))
