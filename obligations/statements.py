"""Statements: what the sentences of a block say that somebody must do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from obligations.actors import chain_of, normal_name, same_actor
from obligations.holders import Holder
from obligations.nouns import HEAD
from obligations.roles import BEFORE_VERB, MODAL, OFTEN, VERB
from obligations.sentences import parts_of_text
from obligations.subjects import Subject, agent_of, begins_office, has_agent, subject_at
from vietnamese.offices import find_offices
from vietnamese.text import key

Actors = tuple[str, ...]
"""Who is obliged; empty where a text orders something and leaves open who does it."""


@dataclass(slots=True)
class Statement:
    """What one actor, or several in one list, must do by a block: the sentences that say it, without the actors, and from the verb
    on (`does`).
    """

    actors: Actors
    texts: list[str] = field(default_factory=list)
    does: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a part of a block says: who must do something (None: nobody, or it only goes on), in which words, beginning with which
    verb, and who the parts behind it are about.
    """

    actors: Actors | None
    text: str = ""
    does: str = ""
    about: Actors | None = None
    goes_on: bool = False


DOES = re.compile(rf"{BEFORE_VERB}{{0,5}}(?:{MODAL}\s+)?(?:{VERB})|{MODAL}")
_MUST = re.compile(MODAL)
_CONNECTIVE = re.compile(
    r"(?:ngoài ra|đồng thời|bên cạnh đó|riêng|và|trong đó|cụ thể|theo đó|tuy nhiên|do đó|vì vậy)(?:,\s*|:\s*|\s+)"
)
LEAD_IN = re.compile(
    "(?:trên cơ sở|căn cứ|theo|để|nhằm|trong|ở|khi|sau|trước|trường hợp|nếu|đối với|từ|đến|tại|với|ngoài|bên cạnh|"
    rf"cùng với|trên đây|chậm nhất|do|vì|vào|cuối|đầu|hết|kết thúc|"
    rf"(?:ngày|tháng|quý|năm)\s+(?:[ivx]+|\d[\d/.-]*)|{OFTEN})(?!\w)"
)
_MAY_THEN = re.compile(
    rf"(?:(?!,|;|\s(?:{MODAL})\s).)*?\s(?:có thể|được|có quyền|không phải)\s(?!(?:(?!,|;).)*\s(?:{MODAL})(?!\w))",
    re.DOTALL,
)
"""Who may do something in a case, and need not."""
_THING_BEGINS = re.compile(r"(?:việc|quyết định|văn bản|nội dung|hồ sơ|kết quả)\s[^;]*?\sphải(?!\w)")
_ENCOURAGES = re.compile(r"nhà nước\s+(?:\w+\s+)?khuyến khích(?!\w)")
"""A policy, which obliges nobody to a deed."""
_GROUNDS = re.compile(r"(?:trên cơ sở|căn cứ|để|nhằm)(?!\w)")
_CASE_OF = re.compile(r"(?:trong\s+)?(?:trường hợp|khi|nếu)\s+")
_CHOSEN = re.compile(r"(?<!\w)(?:bầu(?:\s+ra)?|bổ nhiệm|miễn nhiệm|bãi nhiệm|cách chức|phê chuẩn|điều động)\s+$")
"""Before an office in an adverbial that tells who was chosen: the list goes on with others who were ("kể từ ngày bầu …, …, …")."""
_ANY_OF_LIST = re.compile(
    r"\s(?:cho|của|với|đến|từ|về|tới|bởi|do)\s+(?:các\s+|những\s+)?(?:cơ quan|đơn vị|tổ chức|cá nhân|doanh nghiệp|người dân)"
    r"(?:,\s+(?:cơ quan|đơn vị|tổ chức|cá nhân|doanh nghiệp|người dân))*\s*$"
)
_ONE_MORE = re.compile(
    r"(?:hoặc\s+|và\s+)?(?:cơ quan|đơn vị|tổ chức|cá nhân|doanh nghiệp|hộ gia đình)\s+(?=phải|có trách nhiệm|sẽ)"
)
"""One more of a list of those whom an adverbial names: "khi gửi cho đơn vị, cá nhân phải …" says not who must."""
_POWER = re.compile(r"ban hành\s+(?:[^;]*?\s)?về\s+(?:các\s+|những\s+)?vấn đề\s+thuộc(?!\w)")
"""What an office may decide, among its duties and powers."""
_MAY = re.compile(
    r"(?:mở|tuyển dụng|ký kết|hợp tác|khai thác|chuyển|nhận|thu|lựa chọn|chọn|đề nghị|kiến nghị|yêu cầu|tự(?!\s+chịu)|tham gia|"
    r"đầu tư|huy động|đề xuất|liên hệ|tiếp nhận|vận dụng|sử dụng(?![^;]*(?:đúng|hiệu quả|tiết kiệm)))(?!\w)"
)
"""Verbs that say among rights and duties what somebody may do."""
_THINGS = re.compile(r"(?:mọi\s+)?(?:việc|hoạt động|các|những|nội dung)(?!\w)")
"""How a list of things begins of which something is said at its end: "Việc gây mê; …; … phải được đồng ý"."""
_ORGANISATION = re.compile(
    r"(?P<name>tổ chức\s+[^,;:]{3,80}?)\s+(?P<must>có trách nhiệm|có nghĩa vụ|"
    r"phải\s+(?:chịu|thông báo|báo cáo|nộp|gửi|đăng ký|lập|cung cấp|lưu))(?!\w)"
)
"""An organisation, and not the verb that is written alike: "Tổ chức trọng tài phải chịu trách nhiệm"."""
_WHETHER_THEN = re.compile(r"(?:(?!,\s+(?:nếu|trường hợp|khi)\s).)*?\sthì\s+", re.DOTALL)
"""A case up to the word behind which stands what must be done then."""
_BUT_WHERE = re.compile(r"trừ\s+(?=trường hợp\s[^;]*\sthì\s)")
_OFTEN_START = re.compile(rf"{OFTEN},?\s+")
_LISTED_VERB = re.compile(rf"(?<!\w)(?<!được )(?:{VERB})$")
"""A verb right before a comma: what stands behind it is one more of a list ("đào tạo, bồi dưỡng")."""
_ORDERS = re.compile(r"(?:giao|đề nghị|yêu cầu|phân công|chỉ đạo)\s+(?:cho\s+)?")
_COMMA = re.compile(r",\s+|\sthì\s+|:\s+")
_COMMAS = 60  # looked at in one sentence
_REQUIRES = re.compile(r"(?:giao|đề nghị|yêu cầu)\s+(?:cho\s+)?")
_ANY_OFFICE = re.compile(r"(?:các\s+)?(?:cơ quan|chính quyền|tổ chức|đơn vị|người)(?!\w)")
_SAYS = re.compile(rf"(?<!\w)(?:{VERB}|{MODAL}|là|được|có|không)(?!\w)")
_SALUTED = re.compile(r"(?:các\s+)?(?:ông|bà)(?:\s*\((?:ông|bà)\)|,\s*bà|\s+và\s+bà)?\s*:?\s+")
_MUST_BE = re.compile(
    r"(?<!cần )(?<!không )(?<!mà )(?<!vẫn )(?<!mép )(?<!bên )(?<!góc )phải\s+(?!là\s+(?:người|thành|cơ))(?![^.;]*(?:biểu quyết|tán thành))"
)
_NO_THING = re.compile(
    r"(?<!\w)(?:nếu|khi|trường hợp|thì|mà|để|những nội dung|cần|không|là|có thể|nhưng|do|vì|đã)(?!\w)"
)
_WHOM = re.compile(r"(?:các\s+|những\s+)?đối tượng(?!\w)")
"""Those to whom a rule applies: "Đối tượng phải đánh giá là …" defines."""
LABEL = re.compile(r"(?P<label>[^:;.]{2,200}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)
_NOUNISH = re.compile(
    "(?:việc|kinh phí|nội dung|thời gian|hình thức|đối tượng|số lượng|các|những|mẫu|danh sách|phụ lục|mức|nguồn|"
    r"trường hợp|được|có quyền|có thể|không|chỉ|gồm|bao gồm|\()"
)


def read_block(words: str, holder: Holder | None) -> list[Statement]:
    """What a block says that somebody must do, in its order, that of one actor put together. `holder` holds the duties of the clause."""
    statements: list[Statement] = []
    about: Actors | None = None
    last: Statement | None = None
    before = ""
    waiting: list[str] = []  # parts of the sentence so far, which oblige nobody and end with semicolons
    for i, part in enumerate(_parts(words)):
        said = _read_part(part, holder, about, i == 0, last is not None)
        if (said.goes_on and before.endswith(";")) or (last is not None and _is_listed(before, part)):
            if last is not None:
                last.texts[-1] = f"{last.texts[-1]} {part}"
            before = part
            continue
        rest = before.endswith(";") and last is None and part[:1].islower()  # of a sentence that obliges nobody
        before = part
        listed = waiting if rest and waiting and _THINGS.match(key(waiting[0])) else []
        waiting = [*(waiting if rest else []), part]
        if said.actors is None or (rest and holder is not None and said.actors == (holder.name,)):
            about, last = said.about, None
            continue
        last = _statement_of(statements, said.actors)
        last.texts.append(" ".join([*listed, said.text]) if not said.actors else said.text)
        last.does.append(said.does)
        about = last.actors
    return statements


def _is_listed(before: str, part: str) -> bool:
    """Whether a part goes on in a list of offices that a semicolon only divides: "hướng dẫn các sở; các đơn vị … thực hiện"."""
    ended = before.rstrip(" ;")
    offices = find_offices(ended) if before.endswith(";") and part[:1].islower() else []
    return bool(offices) and offices[-1].end == len(ended)


def _parts(words: str) -> list[str]:
    """The parts of a block; offices that a semicolon only parts from others stand with the part behind them."""
    parts: list[str] = []
    waiting = ""
    for part in parts_of_text(words):
        bare = part.rstrip(" ;")
        if part.endswith(";") and chain_of(bare) is not None and not _SAYS.search(key(bare)):
            waiting += f"{part} "
            continue
        parts.append(waiting + part)
        waiting = ""
    return [*parts, waiting.strip()] if waiting else parts


def _statement_of(statements: list[Statement], actors: Actors) -> Statement:
    """What was said of these actors so far, or a new statement; persons named once more in short are the same."""
    for statement in statements:
        if len(statement.actors) == len(actors) and all(map(same_actor, statement.actors, actors)):
            return statement
    statements.append(Statement(actors))
    return statements[-1]


def _read_part(part: str, holder: Holder | None, about: Actors | None, is_first: bool, acted: bool) -> _Said:
    """What one sentence, or part of one, says; `about` are those whom the part before speaks of, `acted` whether it obliged them."""
    text = _without_topic(part)
    if connective := _CONNECTIVE.match(key(text)):
        text = text[connective.end() :]
    if but := _BUT_WHERE.match(key(text)):
        text = text[but.end() :]
    if saluted := _SALUTED.match(key(text)):
        text = text[saluted.end() :]
    keyed = key(text)
    inherited = about or ((holder.name,) if holder else None)
    if holder is not None and ((holder.mixed and _POWER.match(keyed)) or (holder.rights and _MAY.match(keyed))):
        return _Said(None)
    start = often.end() if (often := _OFTEN_START.match(keyed)) else 0
    if organisation := _ORGANISATION.match(keyed, start):
        end = organisation.end("name")
        return _by_subject(text, start, Subject((text[start:end],), start, end, organisation.start("must"), True))
    if DOES.match(keyed, start) and not (start == 0 and LEAD_IN.match(keyed)):
        if about is not None and not acted and not _MUST.match(keyed, start):  # what was said of them is no duty
            return _Said(None, about=about)
        if (
            not inherited and (must := _nobody_ordered(keyed)) is not None
        ):  # "Đào tạo, bồi dưỡng phải …": work as a thing
            return _Said((), text, text[must:])
        return _done(text, start, inherited)
    subject = subject_at(text, start)
    if subject is not None:
        return _by_subject(text, start, subject)
    if LEAD_IN.match(keyed):
        found = _behind_lead_in(text, keyed, inherited, holder is None or not holder.mixed)
        if found is not None:
            return found
    if (agent := agent_of(text)) is not None:
        return _Said(_names(agent), text, text[agent.end :]) if agent.acts else _Said(None)
    if has_agent(text):
        return _Said(None)
    if (must := _nobody_ordered(keyed)) is not None:
        return _Said((holder.name,) if holder and not holder.mixed else (), text, text[must:])
    if is_first and holder is not None and holder.sure and not _NOUNISH.match(keyed):
        does = text[len(holder.name) :].strip() if keyed.startswith(f"{key(holder.name)} ") else text
        return _Said((holder.name,), does, does)
    return _Said(None, about=about, goes_on=not is_first)


def _without_topic(part: str) -> str:
    """A part without the topic in front of its colon: "chuyên môn nghiệp vụ: Căn cứ …, Sở Y tế sẽ cử …"."""
    found = LABEL.match(part)
    if (
        found is None
        or not found["rest"][:1].isupper()
        or DOES.match(key(part))
        or subject_at(found["label"]) is not None
        or chain_of(found["label"]) is not None
    ):
        return part
    return found["rest"]


def _done(text: str, at: int, inherited: Actors | None) -> _Said:
    """A part that begins with a verb: of one that it orders to act, where nobody else holds the duties or it is the one that does
    ("Giao Sở Nội vụ chủ trì …"), else of the actor before it or above it.
    """
    order = _ORDERS.match(key(text), at)
    subject = subject_at(text, order.end()) if order else None
    if order is not None and subject is not None and subject.acts:
        names = _names(subject)
        if not inherited or (len(names) == len(inherited) and all(map(same_actor, names, inherited))):
            return _Said(names, text[: order.start()] + text[subject.end :], text[subject.end :])
    return _Said(inherited, text, text[at:]) if inherited else _Said(None)


def _by_subject(text: str, at: int, subject: Subject) -> _Said:
    """A part with a subject: what it must do, or what the one must do whom it orders to ("Ủy ban nhân dân tỉnh giao Sở Nội vụ …")."""
    if not subject.acts or _ENCOURAGES.match(key(text), subject.start):
        return _Said(None, about=_names(subject))
    order = _REQUIRES.match(key(text), subject.end)
    if order is not None and not _ANY_OFFICE.match(key(subject.names[0])):
        ordered = subject_at(text, order.end())
        if ordered is not None and ordered.acts:
            subject = ordered
    return _Said(_names(subject), text[:at] + text[subject.end :], text[subject.end :])


def _behind_lead_in(text: str, keyed: str, inherited: Actors | None, anywhere: bool) -> _Said | None:
    """What stands behind an adverbial ("Trên cơ sở …, hằng năm tổng hợp …"): a verb or a subject right after one of its commas;
    failing that, and where `anywhere` allows it, a verb within it.
    """
    inside = [(m.start, m.end) for m in find_offices(text)]
    inherits: _Said | None = None
    if _CASE_OF.match(keyed) and inside and any(a <= len("trong trường hợp ") for a, _ in inside):
        inherited = None  # "Trường hợp Sở Nội vụ không …, thì": of whom the case speaks, not of who stands above
    then = _WHETHER_THEN.match(keyed) if _CASE_OF.match(keyed) else None
    if then is not None and HEAD.match(keyed, then.end()) and _MAY_THEN.match(keyed, then.end()):
        return None
    is_first = True
    for comma, at in _places(text, keyed, then.end() if then else 0, inside):
        subject = subject_at(text, at)
        if is_first and subject is None and _THING_BEGINS.match(keyed, at):  # "Tại phiên tòa, việc …, … phải được ghi"
            return None
        begins = _begins_subject(text, at, inside) or (is_first and bool(HEAD.match(keyed, at)))
        is_first = False
        if subject is not None and begins:
            if _goes_on_in_list(text, keyed, comma, subject, inside):
                continue
            return _by_subject(text, at, subject)
        if DOES.match(keyed, at):
            said = _done(text, at, inherited)
            if said.actors is None:
                continue
            inherits = inherits or said
            if _GROUNDS.match(keyed) and (later := _later_subject(text, keyed, at, inside)) is not None:
                return _by_subject(text, later.start, later)
            if not _LISTED_VERB.search(keyed, 0, comma):
                return said
    others = any(re.search(r"(?:,|\sthì)\s*$", text[:a]) for a, _ in inside)
    if inherits is None and inherited and anywhere and not others and DOES.search(keyed):
        return _Said(inherited, text, text)
    return inherits


def _places(text: str, keyed: str, earliest: int, inside: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The commas of a sentence behind which a verb or a subject may stand, each with that place: none within the name of an office
    or in brackets, and none before `earliest`, in the case itself.
    """
    for comma in islice(_COMMA.finditer(keyed), _COMMAS):
        at = comma.end()
        if at < earliest or any(a < at < b for a, b in inside) or _in_brackets(text, at):
            continue
        often = _OFTEN_START.match(keyed, at)
        yield comma.start(), often.end() if often else at


def _later_subject(text: str, keyed: str, at: int, inside: Sequence[tuple[int, int]]) -> Subject | None:
    """Who acts behind grounds that go on with verbs ("Căn cứ yêu cầu phát triển, bảo đảm an ninh, Sở Y tế trình …"): who stands
    behind a later comma and is no more of a list of offices.
    """
    for comma in islice(_COMMA.finditer(keyed, at), _COMMAS):
        if any(b == comma.start() or a < comma.end() < b for a, b in inside) or _in_brackets(text, comma.end()):
            continue
        subject = subject_at(text, comma.end())
        if subject is not None and subject.acts and _begins_subject(text, comma.end(), inside):
            return subject
    return None


def _goes_on_in_list(text: str, keyed: str, comma: int, subject: Subject, inside: Sequence[tuple[int, int]]) -> bool:
    """Whether who stands behind a comma belongs to a list within the adverbial, so that the one who acts comes later or is not named."""
    if _ANY_OF_LIST.search(keyed, 0, comma) and _ONE_MORE.match(keyed, subject.start):
        return True
    lists = [a for a, b in inside if b <= comma]
    chosen = bool(lists) and _CHOSEN.search(keyed, 0, lists[0])
    return bool(chosen) and len(subject.names) > 1 and " và " not in text[subject.start : subject.named]


def _begins_subject(text: str, at: int, inside: Sequence[tuple[int, int]]) -> bool:
    """Whether a subject begins behind a comma, and not one more noun of a list: an office's name, or "các", or a noun of persons."""
    return any(a == at for a, _ in inside) or begins_office(text, at)


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _nobody_ordered(keyed: str) -> int | None:
    """Where the words of must stand, in a text that orders something of a thing and names nobody: "Việc cử cán bộ … phải dựa vào
    quy hoạch"; None in any other.
    """
    must = _MUST_BE.search(keyed)
    if must is None:
        return None
    thing = keyed[: must.start()]
    if LEAD_IN.match(thing) and "," in thing:
        thing = thing[thing.index(",") + 1 :].strip()
    if (
        HEAD.match(thing)
        or _WHOM.match(thing)
        or not thing.strip()
        or len(thing.split()) > 40
        or _NO_THING.search(thing)
        or thing.rstrip().endswith(",")
    ):
        return None
    return must.start()


def _names(subject: Subject) -> Actors:
    return tuple(dict.fromkeys(normal_name(name) for name in subject.names))
