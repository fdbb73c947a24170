"""Subjects of sentences: who a sentence says must do something, and where the words of what they do begin."""

import re
from dataclasses import dataclass

from obligations.actors import actors_in, chain_of
from obligations.nouns import ANYBODY, BODIES, COMMON, HEAD, OFFICE
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
    rf"(?<!\w){BEFORE_VERB}{{0,5}}(?:chủ trì|phối hợp|tham mưu|hướng dẫn(?!\s+viên)|nộp|báo cáo|phản ánh|đề xuất|rà soát|triển khai|"
    r"căn cứ|bố trí|gửi|tạo điều kiện|(?<!chương )(?<!quá )(?<!quy )(?<!công )(?<!giáo )(?<!lộ )(?<!tiến )(?<!xuất )trình(?!\s+(?:độ|tự|bày|diễn))|(?<!ngoại )(?<!chuyển )(?<!bàn )(?<!tiếp )giao(?!\s+(?:thông|tiếp|dịch|lưu|ban|lại|hàng|nhận))|"
    r"(?<!sự )phân công|"
    r"(?<!theo )(?<!có )(?<!hồ sơ )(?<!đơn )(?<!văn bản )(?<!giấy )đề nghị(?!\s+của)|chủ động|kịp thời|nghiêm túc|đôn đốc|tổng hợp|theo dõi|kiểm tra|chịu sự|cử(?=\s+\d))(?!\w)"
    r"|(?<!\w)(?:xuất trình|tiến hành)(?!\w)"
    rf"|(?<!\w){BEFORE_VERB}{{1,5}}{VERB}"
)
_PART_OF_NAME = re.compile(
    r"(?:\bđược(?:\s+(?:giao|phân công|cử|ủy quyền|chỉ định))?|\b(?:do|cơ quan|đơn vị|tổ chức|cá nhân|bộ phận|người|"
    r"việc|công tác|làm|có|về|để|cần|chức năng|nhiệm vụ|không))\s+$"
)
_COMPETENT = re.compile(r"\bthẩm quyền\s+$")
_IN_CASE = re.compile(r"[^,;]\snếu\s[^,;]*$")
_FIRST_HALF = re.compile(r"\b(?:thành|xác|thiết|tạo|sáng|công|xuất|trưng)\s+$")
"""A syllable that is one word with the verb behind it: "xác lập", "công nhận"."""
_MODALS = re.compile(rf"(?<!\w){MODAL}")
_IS = re.compile(r"\s+(?:là|bị)(?!\w)")
_NOT_MAIN = re.compile(
    r"(?:cần|cần thiết|mà|không|đối tượng|thuộc diện|nội dung|vấn đề|việc|điều kiện|trường hợp|những gì|quy định|mép|bên|góc|[^,;\s]\s+người)\s+$"
)
_WITHIN_NAME = re.compile(r"phải(?:\s+[^\s,;]+){1,7}\s+(?:phải|có trách nhiệm|có nghĩa vụ|có nhiệm vụ)(?!\w)")
"""A word of must before another: "chủ nguồn thải phải kiểm soát có trách nhiệm"."""
_BROKEN = re.compile(
    r"(?<!\w)(?:là|gồm|làm việc|bao gồm|thì|nếu|để|nhằm|có quyền|có thể|không được|được quyền|nhưng|mà|như sau|"
    r"trong đó|tự chủ|(?<!người )(?<!cá nhân )tham gia)(?!\w)|"
    r"\s(?:và|hoặc|của|cho|các|những|về|với|do|bởi|để|tại|trong|từ|không|không phải|đã|đang|"
    r"cũng|còn|mới|đều|sự|việc|ngày|khi|cùng|mà|hay|như|làm)$|\s(?:vào ngày|vào thời điểm|xem xét)(?!\w)|"
    r"(?<!\w)được\s+(?:trình|gửi|báo cáo|đề xuất|đề nghị|tham mưu|phản ánh)(?!\w)"
)
_PLACES = (
    r"(?:\s+(?:trên địa bàn(?:\s+tỉnh|\s+thành phố|\s+huyện)?|tại địa phương|của tỉnh|có liên quan|liên quan|trực thuộc|"
    r"các cấp))*"
)
_WHERE = re.compile(_PLACES)
_GAP = (
    rf"(?:\s*\([^)]*\))?{_PLACES}(?:\s+nêu trên)?(?:\s*\([^)]*\))?"
    r"(?:,?\s+(?:trong\s+(?:phạm vi|quá trình|thời gian)|theo\s+(?:chức năng|thẩm quyền|quy định|nhiệm vụ|phân cấp|"
    r"phân công)|căn cứ(?:\s+vào)?\s+chức năng|ngoài việc|sau khi|khi)[^,;:]*(?:,\s+(?:nhiệm vụ|quyền hạn)[^,;:]*)*,|"
    r"\s+là\s+(?:cơ quan|đơn vị|bộ phận)\s+(?:đầu mối|thường trực|chủ trì|chuyên trách)[^,;:]*,|\s*,)?\s+"
)
_BETWEEN = re.compile(_GAP)
_ACTS = re.compile(
    rf"{_GAP}(?!(?:sẽ|phải)\s+(?:là|bị)(?!\w)|sẽ\s+(?:được|có|không)(?!\w))(?:được giao\s+)?"
    rf"{BEFORE_VERB}{{0,5}}(?:{MODAL}|{VERB}|căn cứ(?!\w)|trên cơ sở(?!\w)|quy định\s+(?:chi tiết|cụ thể|việc|mẫu|về))"
)
_REWARDED = re.compile(r"\sthì\s+(?:được|bị|có quyền)(?!\w)")
"""What happens to those who do something, which is no duty: "… có thành tích thì được khen thưởng"."""
_PUNISHED = re.compile(r"(?:(?!\s(?:nếu|trường hợp|khi)\s)[^;])*?\sthì\s+(?:tùy\s[^;]*?\s)?bị(?!\w)")
"""… and to those who do not do what they must: "người phải nộp mà không nộp thì tùy theo mức độ bị xử phạt"."""
_DECIDES = re.compile(
    r"\s+(?:xem xét|quyết định|quy định(?!\s+(?:chi tiết|cụ thể|việc|mẫu|về))|công nhận|thừa nhận|bảo hộ|tôn trọng|cho phép|"
    r"có chính sách|được|không|là|gồm|bao gồm)(?!\w)"
)
"""What bodies of the state do that is no duty of this clause."""
_POST = re.compile(r"(?:bộ trưởng|thứ trưởng|tổng giám đốc|tổng cục trưởng|cục trưởng|trưởng ban|trưởng phòng)\s+")
_HALF_WORD = re.compile(r"\scông$")
"""A syllable that begins a verb and was taken for the end of a name: "Tòa án … công nhận"."""
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
_TAIL = re.compile(rf"[\s,]+{BEFORE_VERB}{{1,5}}$|[\s,]+$|\s+(?:chỉ|vẫn)$")
_LIGHT_TAIL = re.compile(
    r"(?<![,;])(?:\s+(?:tiến hành|thực hiện(?:\s+(?:việc|quyền|công tác))?|tiếp tục|có kế hoạch))+\s+$"
)
"""Verbs that leave what is done to the one behind them: "… tiến hành kiểm tra"."""
_LONGEST = 320  # characters of an actor's name
_REACH = 1_200  # characters from the beginning of a subject to its verb, with all that is put in between
_BEFORE = 60  # characters before a verb that tell whether it is part of a name
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
    chain = chain_of(text[at : at + _REACH])
    if chain is not None:
        names, end = chain[0], at + chain[1]
        if any(COMMON.match(key(name)) for name in names):
            if modal := _modal_subject(text, keyed, at):
                return modal
            if _OF_ITS_NAME.match(keyed, end):
                return _generic_subject(text, keyed, at)
        acts = None if _HALF_WORD.search(keyed, at, end) else _ACTS.match(keyed, end)
        if acts and _REWARDED.search(keyed, acts.end()):
            return Subject(names, at, end, end, False)
        if acts and not _only_comma(keyed, end):
            named = _end_of(_WHERE, keyed, end)
            return Subject(actors_in(text[at:named]), at, named, _end_of(_BETWEEN, keyed, end), True)
        if _DOES_NOT.match(keyed, end):
            return Subject(names, at, end, end, False)
    return _generic_subject(text, keyed, at)


def agent_of(text: str) -> Subject | None:
    """By whom something must be done: "phải do người có thẩm quyền … duyệt", "phải được Văn thư cơ quan trình"; None where a
    sentence does not name anybody who does.
    """
    keyed = key(text)
    found = (p for p in _PASSIVE.finditer(keyed) if not _NOT_MAIN.search(keyed, 0, p.start()))
    passive = next((p for p in found if not _IN_CASE.search(keyed, 0, p.start())), None)
    if passive is None:
        return None
    at = passive.end()
    if not HEAD.match(keyed, at) and not any(m.start == 0 for m in find_offices(text[at : at + 80])):
        return None
    chain = chain_of(text[at : at + _REACH])
    named = at + chain[1] if chain else at
    verbs = list(_DONE.finditer(keyed, at))
    for i, done in enumerate(verbs):
        if _COMPETENT.search(keyed, at, done.start()) and any(v.start() > done.end() + 1 for v in verbs[i + 1 :]):
            continue
        if _FIRST_HALF.search(keyed, at, done.start()):
            continue  # "người có thẩm quyền ký văn bản duyệt": the verb is one of the name
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


def _only_comma(keyed: str, end: int) -> bool:
    """Whether nothing but a comma parts a name from a verb: then it is a topic or goes on in a list."""
    return bool(_COMMA_ONLY.fullmatch(keyed, end, _end_of(_BETWEEN, keyed, end)))


def _modal_subject(text: str, keyed: str, at: int) -> Subject | None:
    """A subject whose name goes on up to a word of must: "các cơ quan … được giao chủ trì đề án có trách nhiệm"."""
    for modal in _MODALS.finditer(keyed, at, at + _REACH):
        if _IS.match(keyed, modal.end()):
            return None
        before = max(at, modal.start() - _BEFORE)
        if not (_NOT_MAIN.search(keyed, before, modal.start()) or _WITHIN_NAME.match(keyed, modal.start())):
            return _subject_up_to(text, keyed, at, modal.start())
    return None


def _generic_subject(text: str, keyed: str, at: int) -> Subject | None:
    """A subject that begins with a common noun for who has duties, and ends before a word of must or a plain verb of duty."""
    if not HEAD.match(keyed, at) and not any(m.start == 0 for m in find_offices(text[at : at + 40])):
        return None
    if _PUNISHED.match(keyed, at):
        return None
    found = _modal_subject(text, keyed, at)
    named = _closed_name(text, keyed, at)
    if named is not None and (found is None or found.named > named):
        if subject := _body_subject(text, keyed, at, named):
            return subject
        if found is None and _DECIDES.match(keyed, named):
            return None
    if found is not None:
        return found
    if _REWARDED.search(keyed, at):
        return None
    for verb in _CLEAR.finditer(keyed, at, at + _REACH):
        before = max(at, verb.start() - _BEFORE)
        if _SENDS.match(keyed, verb.start()) or not _PART_OF_NAME.search(keyed, before, verb.start()):
            if _is_done_to(text, keyed, at, verb.start()):
                return None
            light = _LIGHT_TAIL.search(keyed, before, verb.start())
            return _subject_up_to(text, keyed, at, light.start() + 1 if light else verb.start())
    return None


def _closed_name(text: str, keyed: str, at: int) -> int | None:
    """Where the closed name of a body of the state ends, or of who leads one ("Bộ trưởng Bộ Y tế"); None where none stands there."""
    if post := _POST.match(keyed, at):
        led = next((m for m in find_offices(text[post.end() : post.end() + 80]) if m.start == 0), None)
        return post.end() + led.end if led else None
    bodies = BODIES.match(keyed, at)
    return bodies.end() if bodies else None


def _body_subject(text: str, keyed: str, at: int, named: int) -> Subject | None:
    """Bodies of the state as subject, where a verb of duty follows right behind their closed names."""
    acts = _ACTS.match(keyed, named)
    if acts is None or _only_comma(keyed, named) or _REWARDED.search(keyed, acts.end()):
        return None
    return Subject(actors_in(text[at:named]), at, named, _end_of(_BETWEEN, keyed, named), True)


def _is_done_to(text: str, keyed: str, at: int, verb: int) -> bool:
    """Whether a verb tells what another does to who stands at a place: "trường được Nhà nước giao đất"."""
    for passive in re.finditer(r"(?<!\w)được\s+", keyed[at:verb]):
        by = at + passive.end()
        if HEAD.match(keyed, by) or any(m.start == 0 for m in find_offices(text[by:verb])):
            return True
    return False


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
        or (name == "người" and keyed.startswith("có trách nhiệm", end))
        or (keyed[:end].rstrip().endswith(",") and not inserted)
    ):
        return None
    return Subject(actors_in(text[at : at + len(name)]), at, at + len(name), end, True)
