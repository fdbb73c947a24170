"""Holders of duties: whom headings, run-in labels and opening lines name for what stands under them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from obligations.actors import LINK, chain_of, normal_name
from obligations.clauses import Clause, step_words
from obligations.nouns import COMMON, HEAD, OFFICE, PERSON
from obligations.subjects import says_more, subject_at
from vietnamese.text import key


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the duties under a heading. `does` are the heading's own words of what is done ("chủ trì, phối hợp với …").

    `sure` tells that the heading says in words that duties follow ("có trách nhiệm", "Nhiệm vụ của …"), `mixed` that powers or
    rights stand among them ("Nhiệm vụ, quyền hạn của …"): what is a duty there is told by its verb alone.
    """

    name: str
    does: str = ""
    sure: bool = False
    mixed: bool = False


_DUTIES_OF = re.compile(
    r"(?:quyền,?\s+)?(?:và\s+)?(?:trách nhiệm|nhiệm vụ|nghĩa vụ|chức năng|"
    r"bổn phận)(?P<more>[^.;:]{0,60}?)\s+của\s+(?P<who>.+)$"
)
_ABOUT = re.compile(r"\s+(?:trong(?:\s+việc)?|đối với|về|khi|tại|trước|ở địa phương|theo)(?!\w).*$")
_ORDERED = re.compile(r"(?:chỉ đạo|giao|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?")
_LONGEST = 320  # characters of a list of offices


def holder_of(section: Sequence[str]) -> Holder | None:
    """Who holds the duties of a clause under this path of headings, numbers removed: the nearest heading that names somebody.

    Titles of parts, chapters and appendices name topics; above an Điều nothing is looked for.
    """
    for step in reversed(section):
        found = label_holder(step)
        if found is not None:
            return found
    return None


def holder_above(clause: Clause, heading: str | None) -> Holder | None:
    """Who holds the duties of a clause by its headings; `heading` is the last one in full, where the path cuts it."""
    steps = _naming_steps(clause.section)
    if heading and steps and steps[-1].endswith("…"):
        steps[-1] = heading
    return holder_of([_whole_parts(step) for step in steps])


def label_holder(step: str) -> Holder | None:
    """Who a heading, a run-in label or an opening line names: "Sở Tài chính:", "Các cơ quan, đơn vị có trách nhiệm:"."""
    keyed = key(step).strip()
    duties = _DUTIES_OF.match(keyed)
    if duties:
        who = _ABOUT.sub("", duties["who"]).strip()
        at = duties.start("who")
        mixed = "quyền" in keyed[:at]
        name = normal_name(step[at : at + len(who)])
        return Holder(name, sure=not mixed, mixed=mixed) if _begins_actor(step[at:]) else None
    ordered = _ORDERED.match(keyed)
    if ordered and (found := _whole_actor(re.sub(r"\s*\([^)]*\)", "", step[ordered.end() :]))):
        return Holder(normal_name(found), sure=True)
    subject = subject_at(step)
    if subject is not None and subject.acts:
        does = step[subject.end :]
        name = normal_name(step[subject.start : subject.named])
        mixed = "quyền hạn" in key(does)
        return Holder(name, does, not mixed, mixed) if does else None
    whole = _whole_actor(re.sub(r"\s*\([^)]*\)", "", step))
    return Holder(normal_name(whole)) if whole else None


def _begins_actor(text: str) -> bool:
    return bool(HEAD.match(key(text))) or chain_of(text) is not None


def _whole_actor(step: str) -> str | None:
    """The step where it is the name of an office or a list of them and nothing else; persons head what is planned for them."""
    keyed = key(step)
    if PERSON.match(keyed) or len(step) > _LONGEST:
        return None
    chain = chain_of(step)
    if chain is not None:
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
    """A heading that was cut, without the name that the cut went through."""
    return re.sub(r"(?:[,;]|\svà)\s[^,;]*…$", "", step)


def _naming_steps(section: Sequence[str]) -> list[str]:
    """The headings that may name who holds duties: from the Điều on where there is one; no titles of parts, chapters, appendices."""
    first = max((i for i, step in enumerate(section) if re.match(r"Điều\s+\d", step)), default=0)
    return [
        words
        for step in section[first:]
        if not re.match(r"(?i:phụ lục|chương|phần|mục|tiểu mục)\s", step) and (words := step_words(step))
    ]
