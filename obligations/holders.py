"""Holders of duties: whom headings, run-in labels and opening lines name for what stands under them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from obligations.actors import LINK, chain_of, is_group, normal_name
from obligations.clauses import Clause, step_words
from obligations.nouns import COMMON, HEAD, OFFICE, PERSON
from obligations.subjects import says_more, subject_at
from vietnamese.offices import find_offices
from vietnamese.text import key


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the duties under a heading. `does` are the heading's own words of what is done ("chủ trì, phối hợp với …").

    `sure` tells that the heading says in words that duties follow ("có trách nhiệm", "Nhiệm vụ của …"), `mixed` that powers or
    rights stand among them ("Nhiệm vụ, quyền hạn của …"): what is a duty there is told by its verb alone. `rights` tells that
    they are rights, among which fewer verbs are sure to be duties.
    """

    name: str
    does: str = ""
    sure: bool = False
    mixed: bool = False
    rights: bool = False


_DUTIES_OF = re.compile(
    r"(?:quyền,?\s+)?(?:và\s+)?(?:trách nhiệm|nhiệm vụ|nghĩa vụ|chức năng|"
    r"bổn phận)(?P<more>[^.;:]{0,60}?)\s+của\s+(?P<who>.+)$"
)
_ABOUT = re.compile(r"\s+(?:sau khi|trước khi|trong(?:\s+việc)?|đối với|về|khi|tại|trước|ở địa phương|theo)(?!\w).*$")
_ORDERED = re.compile(r"(?:chỉ đạo|giao|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?")
_RIGHTS = re.compile(r"(?<!\w)quyền(?!\s+hạn)(?!\w)")
_INCLUDES = re.compile(r"\s+(?:bao gồm|gồm|như sau|được quy định như sau)(?:\s.*)?$")
_THINGS = (
    "tiêu chuẩn|điều kiện|nội dung|thông tin|giấy tờ|tài liệu|hồ sơ|yếu tố|thành phần|tiêu chí|yêu cầu|nguyên tắc|hình thức|"
    "phương thức|loại|căn cứ"
)
_IS_HELPER = re.compile(
    r",?\s+là\s+(?:cơ quan|đơn vị|bộ phận|đầu mối)(?!\w)[^;]*?(?:…$|(?:trách nhiệm|nhiệm vụ)[^;]*(?:sau|sau đây|dưới đây)\W*$)"
)
_AS_FOLLOWS = r"(?<!\w)(?:sau|sau đây|dưới đây)\W*(?:$|trừ\s)"
_LISTS_THINGS = re.compile(
    r"(?<!\w)(?:có|gồm|ghi|nêu|thể hiện|bảo đảm|đảm bảo|đáp ứng|đạt|theo|tuân thủ|là|phải)\s+"
    r"(?:đủ\s+|đầy đủ\s+|rõ\s+|đồng thời\s+|một trong\s+|một số\s+)*(?:các\s+|những\s+)?"
    rf"(?:{_THINGS})(?!\w)[^.;]{{0,80}}{_AS_FOLLOWS}"
    r"|(?<!\w)(?:bao gồm|gồm|gồm có)\W*$"
)
_DUTY_WORDS = re.compile(r"(?<!\w)(?:trách nhiệm|nhiệm vụ|nghĩa vụ|bổn phận)(?!\w)")
_NO_DUTY_LIST = re.compile(
    rf"(?<!\w)(?:trường hợp|đối tượng|hành vi)\s+{_AS_FOLLOWS}|"
    rf"(?<!\w)khi\s+(?:(?!phải|trách nhiệm|nghĩa vụ|nhiệm vụ)[^,;.]){{2,40}}\s{_AS_FOLLOWS}|"
    rf"(?<!\w)(?:khuyến khích|có chính sách|hỗ trợ cho)\s[^;]*{_AS_FOLLOWS}|"
    r"(?<!\w)(?:có|được)\s+(?:một trong\s+|một số\s+)?(?:các\s+|những\s+)?quyền(?!\s+hạn)"
    r"(?![^.;]*(?:nghĩa vụ|trách nhiệm|nhiệm vụ))[^.;]*$"
)
"""Openings of lists of rights, of cases and of what others are encouraged to do."""
_RULES = re.compile(r"(?<!\w)(?:xem xét|quyết định|quy định|được|là)(?!\w)")
"""Verbs behind an office that make a heading a sentence of its own."""
_LONGEST = 320  # characters of a list of offices


def _heads(clause: Clause, step: str) -> bool:
    """Whether the last step of a path is what its clause begins with, where it is one block: an office within the sentence
    ("Đề nghị Quốc hội …") may have given it a name.
    """
    if len(clause.blocks) != 1 or step not in step_words(clause.section[-1]):
        return True
    words = clause.blocks[0].words
    return step.rstrip("…") not in words or words.startswith(step.rstrip("…"))


def holder_of(section: Sequence[str]) -> Holder | None:
    """Who holds the duties of a clause under this path of headings, numbers removed: the nearest heading that names somebody.

    Titles of parts, chapters and appendices name topics; above an Điều nothing is looked for.
    """
    for step in reversed(section):
        if lists_things(step):
            return None
        found = label_holder(step)
        if found is not None:
            return found
    return None


def holder_above(clause: Clause, heading: str | None) -> Holder | None:
    """Who holds the duties of a clause by its headings; `heading` is the last one in full, where the path cuts it."""
    steps = _naming_steps(clause.section)
    if steps and not _heads(clause, steps[-1]):
        steps.pop()
    if heading and steps and steps[-1].endswith("…"):
        steps[-1] = heading
    return holder_of([_whole_parts(step) for step in steps])


def label_holder(step: str) -> Holder | None:
    """Who a heading, a run-in label or an opening line names: "Sở Tài chính:", "Các cơ quan, đơn vị có trách nhiệm:"."""
    keyed = key(step).strip()
    duties = _DUTIES_OF.match(keyed)
    if duties:
        who = _ABOUT.sub("", _INCLUDES.sub("", duties["who"])).strip()
        at = duties.start("who")
        mixed = "quyền" in keyed[:at]
        rights = bool(_RIGHTS.search(keyed[:at]))
        name = normal_name(step[at : at + len(who)])
        return Holder(name, sure=not mixed, mixed=mixed, rights=rights) if _begins_actor(step[at:]) else None
    ordered = _ORDERED.match(keyed)
    if ordered and (found := _whole_actor(re.sub(r"\s*\([^)]*\)", "", step[ordered.end() :]))):
        return Holder(normal_name(found), sure=True)
    subject = subject_at(step)
    if subject is not None and subject.acts:
        does = step[subject.end :]
        name = normal_name(step[subject.start : subject.named])
        mixed = "quyền hạn" in key(does)
        return Holder(name, does, not mixed, mixed) if does else None
    if helper := _helper(step):
        return Holder(normal_name(helper), sure=True)
    whole = _whole_actor(re.sub(r"\s*\([^)]*\)", "", step))
    return Holder(normal_name(whole)) if whole else None


def _helper(step: str) -> str | None:
    """The office of a heading that says first what it is for whom ("Bộ Y tế là cơ quan giúp Chính phủ …, có nhiệm vụ sau đây")."""
    chain = chain_of(step)
    found = _IS_HELPER.match(key(step), chain[1]) if chain else None
    return step[: chain[1]] if chain and found else None


def lists_things(opening: str) -> bool:
    """Whether a heading or opening line announces what something consists of or must meet ("phải đáp ứng các tiêu chuẩn sau đây",
    "gồm:"), and not what its subject does.
    """
    keyed = key(opening)
    return bool(_LISTS_THINGS.search(keyed)) and not _DUTY_WORDS.search(keyed)


def lists_no_duties(opening: str) -> bool:
    """Whether a heading or opening line announces rights or cases ("có các quyền sau đây", "trong các trường hợp sau đây")."""
    return bool(_NO_DUTY_LIST.search(key(opening)))


def _begins_actor(text: str) -> bool:
    return bool(HEAD.match(key(text))) or chain_of(text) is not None


def _whole_actor(step: str) -> str | None:
    """The step where it is the name of an office or a list of them and nothing else; persons head what is planned for them."""
    keyed = key(step)
    if PERSON.match(keyed) or len(step) > _LONGEST:
        return None
    chain = chain_of(step)
    if chain is not None:
        if _RULES.search(keyed, chain[1]):
            return None
        if chain[1] >= 0.6 * len(step.rstrip(" .:;")) or _links_on(keyed, chain[1]):
            return step
        if not any(COMMON.match(key(name)) for name in chain[0]):
            return None
    return step if OFFICE.match(keyed) and not says_more(keyed) else None


def _links_on(keyed: str, end: int) -> bool:
    """Whether a list of offices goes on behind those that are known by name."""
    link = LINK.match(keyed, end)
    return bool(link and HEAD.match(keyed, link.end()))


def _whole_parts(step: str) -> str:
    """A heading that was cut, without the name that the cut went through; an office that stands whole before the cut stays."""
    cut = re.search(r"(?:[,;]|\svà)\s[^,;]*…$", step)
    if cut is None:
        return step
    across = next((m for m in find_offices(step) if m.start < cut.start() < m.end and not is_group(m.name)), None)
    return step[: across.end] if across is not None and across.end < len(step) - 1 else step[: cut.start()]


def _naming_steps(section: Sequence[str]) -> list[str]:
    """The headings that may name who holds duties: from the Điều on where there is one; no titles of parts, chapters, appendices."""
    first = max((i for i, step in enumerate(section) if re.match(r"Điều\s+\d", step)), default=0)
    return [
        words
        for step in section[first:]
        if not re.match(r"(?i:phụ lục|chương|phần|mục|tiểu mục)\s", step) and (words := step_words(step))
    ]
