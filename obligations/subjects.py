"""Subjects of sentences: who a sentence says must do something, and where the words of what they do begin."""

import re
from dataclasses import dataclass

from obligations.actors import chain_of, parts_of
from obligations.nouns import ANYBODY, COMMON, HEAD, OFFICE
from obligations.roles import BEFORE_VERB, MODAL, VERB
from vietnamese.offices import find_offices
from vietnamese.text import key


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a sentence is about: its actors, where their names begin and end, and where the words of what they do begin.

    `acts` is False where the sentence gives a right, defines, or says what is done to them.
    """

    names: tuple[str, ...]
    start: int
    named: int
    end: int
    acts: bool


_OF_ITS_NAME = re.compile(
    r"\s+(?:quản lý|sử dụng|soạn thảo|cấp|ban hành|phân cấp|ủy quyền|đào tạo|bồi dưỡng|chuyên môn|có)(?!\w)"
)
"""Words that go on in the name of a kind of office: "các cơ quan quản lý nhà nước"."""
_CLEAR = re.compile(
    rf"(?<!\w){BEFORE_VERB}{{0,5}}(?:chủ trì|phối hợp|tham mưu|hướng dẫn|báo cáo|phản ánh|đề xuất|rà soát|triển khai|"
    r"căn cứ|bố trí|gửi|tạo điều kiện|(?<!chương )(?<!quá )(?<!quy )(?<!công )(?<!giáo )(?<!lộ )(?<!tiến )trình(?!\s+(?:độ|tự|bày|diễn))|giao(?!\s+(?:thông|tiếp|dịch|lưu|ban))|phân công|"
    r"chủ động|kịp thời|nghiêm túc|đôn đốc|tổng hợp|theo dõi|kiểm tra|chịu sự|cử(?=\s+\d))(?!\w)"
    rf"|(?<!\w){BEFORE_VERB}{{1,5}}{VERB}"
)
_PART_OF_NAME = re.compile(
    r"(?:\bđược(?:\s+(?:giao|phân công|cử|ủy quyền|chỉ định))?|\b(?:do|cơ quan|đơn vị|tổ chức|cá nhân|bộ phận|người|"
    r"việc|công tác|làm|có|về|để|cần|chức năng|nhiệm vụ|không))\s+$"
)
_MODALS = re.compile(rf"(?<!\w){MODAL}")
_IS = re.compile(r"\s+(?:là|bị)(?!\w)")
_NOT_MAIN = re.compile(
    r"(?:cần|mà|không|nội dung|vấn đề|việc|điều kiện|trường hợp|những gì|quy định|mép|bên|góc|[^,;\s]\s+người)\s+$"
)
_BROKEN = re.compile(
    r"(?<!\w)(?:là|gồm|làm việc|bao gồm|thì|nếu|để|nhằm|có quyền|có thể|không được|được quyền|nhưng|mà|như sau|"
    r"trong đó|tự chủ|(?<!người )(?<!cá nhân )tham gia)(?!\w)|\s(?:và|hoặc|của|cho)$"
)
_PLACES = (
    r"(?:\s+(?:trên địa bàn(?:\s+tỉnh|\s+thành phố|\s+huyện)?|tại địa phương|của tỉnh|có liên quan|liên quan|trực thuộc|"
    r"các cấp))*"
)
_WHERE = re.compile(_PLACES)
_GAP = (
    rf"(?:\s*\([^)]*\))?{_PLACES}(?:\s+nêu trên)?(?:\s*\([^)]*\))?"
    r"(?:,?\s+(?:trong\s+(?:phạm vi|quá trình|thời gian)|theo\s+(?:chức năng|thẩm quyền|quy định|nhiệm vụ|phân cấp|"
    r"phân công)|căn cứ(?:\s+vào)?\s+chức năng|ngoài việc|sau khi|khi)[^,;:]*,|"
    r"\s+là\s+(?:cơ quan|đơn vị|bộ phận)\s+(?:đầu mối|thường trực|chủ trì|chuyên trách)[^,;:]*,|\s*,)?\s+"
)
_BETWEEN = re.compile(_GAP)
_ACTS = re.compile(
    rf"{_GAP}(?!(?:sẽ|phải)\s+(?:là|bị)(?!\w)|sẽ\s+(?:được|có|không)(?!\w))(?:được giao\s+)?"
    rf"{BEFORE_VERB}{{0,5}}(?:{MODAL}|{VERB}|căn cứ(?!\w)|trên cơ sở(?!\w)|quy định\s+(?:chi tiết|cụ thể|việc|mẫu|về))"
)
_REWARDED = re.compile(r"\sthì\s+(?:được|bị|có quyền)(?!\w)")
"""What happens to those who do something, which is no duty: "… có thành tích thì được khen thưởng"."""
_COMMA_ONLY = re.compile(r"\s*,\s+")
_DOES_NOT = re.compile(
    f"{_GAP}(?:là|gồm|bao gồm|được|có quyền|có thể|không|chỉ được|hoạt động|quyết định|do|có thẩm quyền|bị|đã|"
    r"và các nhiệm vụ)(?!\w)"
)
_PASSIVE = re.compile(r"(?<!\w)phải\s+(?:được\s+do|do|được)\s+")
_DONE = re.compile(
    r"(?<=\s)(?:quyết định|duyệt|ký|xem xét|quy định|cho phép|đồng ý|chấp thuận|phê chuẩn|thông qua|bầu|công nhận|"
    rf"{VERB})(?!\w)"
)
_PHRASE_END = re.compile(
    r",?\s+(?:trong\s+(?:phạm vi|quá trình|trường hợp|thời hạn|thời gian)|sau khi|trước khi|khi|theo\s+(?:chức năng|"
    r"thẩm quyền|quy định|nhiệm vụ|phân cấp|phân công)|căn cứ|ngoài việc|tùy theo|hằng năm|hàng năm)(?!\w).*$"
)
_TAIL = re.compile(rf"[\s,]+{BEFORE_VERB}{{1,5}}$|[\s,]+$")
_LONGEST = 320  # characters of an actor's name
_SENDS = re.compile(r"cử\s+\d")
_COLON = re.compile(r"(?<!các sở)(?<!các ban)(?<!các phòng)(?<!các huyện):")
"""A colon, but in "các Sở: Nội vụ, Y tế"."""
_EACH = re.compile(r"(?:mỗi|từng|mọi|tất cả|toàn thể)\s+")
_AGAINST = re.compile(r"đối với\s+")


def subject_at(text: str, at: int = 0) -> Subject | None:
    """Who the sentence that begins at `at` is about; None where nobody who can have duties stands there."""
    keyed = key(text)
    if each := _EACH.match(keyed, at):
        at = each.end()
    against = _AGAINST.match(keyed, at)
    if against:
        found = _generic_subject(text, keyed, against.end())
        return found if found and found.acts and _MODALS.search(keyed, against.end(), found.end + 24) else None
    chain = chain_of(text[at:])
    if chain is not None:
        names, end = chain[0], at + chain[1]
        if any(COMMON.match(key(name)) for name in names):
            if modal := _modal_subject(text, keyed, at):
                return modal
            if _OF_ITS_NAME.match(keyed, end):
                return _generic_subject(text, keyed, at)
        acts = _ACTS.match(keyed, end)
        if acts and _REWARDED.search(keyed, acts.end()):
            return Subject(names, at, end, end, False)
        if acts and not _COMMA_ONLY.match(keyed, end):
            named = _end_of(_WHERE, keyed, end)
            names = (*names[:-1], names[-1] + text[end:named])
            return Subject(names, at, named, _end_of(_BETWEEN, keyed, end), True)
        if _DOES_NOT.match(keyed, end):
            return Subject(names, at, end, end, False)
    return _generic_subject(text, keyed, at)


def agent_of(text: str) -> Subject | None:
    """By whom something must be done: "phải do người có thẩm quyền … duyệt", "phải được Văn thư cơ quan trình"; None where a
    sentence does not name anybody who does.
    """
    keyed = key(text)
    passive = _PASSIVE.search(keyed)
    if passive is None:
        return None
    at = passive.end()
    if not HEAD.match(keyed, at) and not any(m.start == 0 for m in find_offices(text[at : at + 80])):
        return None
    chain = chain_of(text[at:])
    named = at + chain[1] if chain else at
    for done in _DONE.finditer(keyed, at):
        if done.start() > named or not _PART_OF_NAME.search(keyed, at, done.start()):
            name = text[at : done.start()].strip()
            return Subject((name,), at, at + len(name), done.start(), bool(name and "," not in name))
    return None


def has_agent(text: str) -> bool:
    """Whether a sentence says that something must be done by somebody."""
    return bool(re.search(r"(?<!\w)phải\s+(?:được\s+)?do(?!\w)", key(text)))


def begins_office(text: str, at: int) -> bool:
    """Whether a common noun for offices, or "các", "người" and the like, stands at a place."""
    keyed = key(text)
    return bool(OFFICE.match(keyed, at) or ANYBODY.match(keyed, at))


def says_more(keyed: str) -> bool:
    """Whether words that begin with a common noun say more than a name: a verb of duty, a word of must, the end of a clause."""
    return bool(_CLEAR.search(keyed) or _MODALS.search(keyed) or _BROKEN.search(keyed))


def _end_of(pattern: re.Pattern[str], keyed: str, at: int) -> int:
    """Where a pattern ends that stands at a place; the place itself where it does not."""
    found = pattern.match(keyed, at)
    return found.end() if found else at


def _modal_subject(text: str, keyed: str, at: int) -> Subject | None:
    """A subject whose name goes on up to a word of must: "các cơ quan … được giao chủ trì đề án có trách nhiệm"."""
    for modal in _MODALS.finditer(keyed, at):
        if _IS.match(keyed, modal.end()):
            return None
        if not _NOT_MAIN.search(keyed, at, modal.start()):
            return _subject_up_to(text, keyed, at, modal.start())
    return None


def _generic_subject(text: str, keyed: str, at: int) -> Subject | None:
    """A subject that begins with a common noun for who has duties, and ends before a word of must or a plain verb of duty."""
    if not HEAD.match(keyed, at) and not any(m.start == 0 for m in find_offices(text[at : at + 40])):
        return None
    found = _modal_subject(text, keyed, at)
    if found is not None:
        return found
    if _REWARDED.search(keyed, at):
        return None
    for verb in _CLEAR.finditer(keyed, at):
        if _SENDS.match(keyed, verb.start()) or not _PART_OF_NAME.search(keyed, at, verb.start()):
            return _subject_up_to(text, keyed, at, verb.start())
    return None


def _subject_up_to(text: str, keyed: str, at: int, end: int) -> Subject | None:
    """The subject between two places, where nothing but a name stands there."""
    name = _PHRASE_END.sub("", keyed[at:end])
    inserted = name != keyed[at:end]
    while _TAIL.search(name):
        name = _TAIL.sub("", name)
    if (
        not name
        or len(name) > _LONGEST
        or _COLON.search(name)
        or _BROKEN.search(name)
        or (keyed[:end].rstrip().endswith(",") and not inserted)
    ):
        return None
    return Subject(tuple(parts_of(text[at : at + len(name)])), at, at + len(name), end, True)
