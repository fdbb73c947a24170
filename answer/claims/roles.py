"""Who leads and who takes part, and whose duty a clause is: a sentence must not give one office another's part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.claims.evidence import Clause
from answer.claims.facts import Name
from answer.claims.polarity import nearest
from answer.claims.wording import Term, support, worded
from vietnamese.offices import find_offices
from vietnamese.text import key, nfc

_LEADS = re.compile(
    r"\bchủ trì\b|\b(?:leads?|led|leading|lead agency|takes? the lead|took the lead|takes? charge|in charge|chairs?|chaired|heads?|headed|presides?|spearheads?)\b"
)
_LEAD_BEHIND = re.compile(
    r"(?:(?:cơ quan|đơn vị) )?chủ trì\s*(?:là|:|thuộc về|gồm)\s*$|(?:led|headed|chaired|lead taken) by(?: the)?\s*$|(?:lead(?:ing)? (?:agency|body|office|unit|role)|in charge)\s*(?:is|are|:|falls to|belongs to|goes to|lies with)(?: the)?\s*$|(?:leadership|lead) of(?: the)?\s*$"
)
_NEGATED = re.compile(r"\b(?:không|chẳng|chưa|not|never|rather than|instead of)(?: (?:phải|được|là|to|be|the))*\s+$")
_GIVES = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:đã |sẽ )?(?:giao|phân công|chỉ đạo|yêu cầu|đề nghị|chỉ định|assigns?|assigned|directs?|directed|instructs?|instructed|requires?|asks?|"
    r"tasks?|tasked|appoints?|designates?|puts?|has the)\b"
)
_CHARGED = re.compile(r"(?:giao|phân công|chỉ đạo|yêu cầu|đề nghị|chỉ định)(?: nhiệm vụ)?(?: cho)?\s*$")
_PREPOSED = re.compile(
    r"(?:với|cùng|của|cho|đến|về|tới|gửi|trình|thuộc|qua|with|of|to|for|from|under|and|và|through|at|within|in)(?: the| các)?\s*$"
)
_WITH = re.compile(
    r"(?:phối hợp(?: chặt chẽ)?(?: với| cùng)|(?:coordination|cooperation|collaboration|conjunction) with|"
    r"(?:coordinat|cooperat|collaborat)\w+ with|together with|phối hợp của|supported by|assisted by)(?: the)?\s*$"
)
_COORDINATES = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:chỉ )?(?:phối hợp|coordinates|cooperates|collaborates|supports|assists)\b"
)
_LISTED = re.compile(r"(?:gồm(?: có)?|như|including|includes?|such as)(?: the| các)?:?\s*$")
_AGENT = re.compile(r"(?:\bdo|\bbởi|\bby)(?: the| các)?\s*$")
_LABEL_LEAD = re.compile(r"(?:cơ quan|đơn vị)[^:|]*chủ trì[^:|]*:\s*([^|\t]+)", re.IGNORECASE)
_LABEL_PART = re.compile(r"(?:cơ quan|đơn vị)[^:|]*phối hợp[^:|]*:\s*([^|\t]+)", re.IGNORECASE)
ALIKE = 0.85
"""The share of what the best clause holds of a sentence from which another may be the one that says who leads."""
MOST_WORDS_BEFORE = 8
"""Words before the first office of a sentence that is still taken for its subject."""
OFFICE_CELL = 0.55
"""The share of a cell that names of offices fill where the cell says who."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The offices that lead and that take part in what a clause says, as worded text; "" where it does not say."""

    lead: str
    part: str


def swapped(sentence: str, offices: Sequence[Name], terms: Sequence[Term], clauses: Sequence[Clause]) -> str | None:
    """How a sentence gives an office another's part, or None."""
    keyed = key(sentence)
    return _wrong_leader(keyed, offices, terms, clauses) or _wrong_partner(keyed, offices, terms, clauses)


def _wrong_leader(keyed: str, offices: Sequence[Name], terms: Sequence[Term], clauses: Sequence[Clause]) -> str | None:
    near = _bodies(nearest(terms, clauses), clauses)
    telling = [c for c in near if _parts(c).lead] or [c for c in clauses if _parts(c).lead]
    for match in _LEADS.finditer(keyed):
        leader = _leader(keyed, match, offices)
        if leader and _NEGATED.search(keyed[: match.start()]):
            if _only_leads(leader, telling):
                return f"{leader.text} leads in the passage"
        elif leader and not _may_lead(leader, nearest(terms, clauses, ALIKE), clauses):
            return f"{leader.text} does not lead in the passage"
    return None


def _wrong_partner(keyed: str, offices: Sequence[Name], terms: Sequence[Term], clauses: Sequence[Clause]) -> str | None:
    near = _bodies(nearest(terms, clauses), clauses)
    told = [p for c in near if (p := _parts(c)).part]
    led = any(not _NEGATED.search(keyed[: m.start()]) for m in _LEADS.finditer(keyed))
    for office in offices:
        acts = _takes_part(keyed, office)
        if not acts and not _is_partner(keyed, office):
            continue
        if (acts or led) and _only_leads(office, near):
            return f"{office.text} leads in the passage"
        held = any(_held(f"{p.part}{p.lead}", office) for p in told)
        if told and not held and not any(_held(worded(c.text), office) for c in near):
            return f"{office.text} takes no part in the passage"
    return None


def _bodies(near: Sequence[Clause], clauses: Sequence[Clause]) -> Sequence[Clause]:
    """The rows of a table that say who does what, where a sentence is nearest to the headings over them."""
    rows = [c for c in clauses if c.row and (parts := _parts(c)) and (parts.lead or parts.part)]
    return rows if rows and not any(c.row for c in near) else near


def not_the_owner(
    sentence: str, offices: Sequence[Name], rest: Sequence[Term], clauses: Sequence[Clause]
) -> str | None:
    """The office whose duty it is by the passages, where a sentence gives it to another that has duties of its own there; else None."""
    subject = _subject(key(sentence), offices)
    if subject is None:
        return None
    near = nearest(rest, clauses)
    if not near or any(_held(c.owner, subject) or not c.owner or _held(worded(c.text), subject) for c in near):
        return None
    own = [c for c in clauses if _held(c.owner, subject)]
    best = max((support(rest, worded(c.text)) or 0.0 for c in own), default=0.0)
    here = support(rest, worded(near[0].text)) or 0.0
    if own and here - best >= _CLEARLY:
        return near[0].owner.strip()
    return None


_CLEARLY = 0.15


def _held(words: str, office: Name) -> bool:
    return any(f" {w} " in words for w in office.wordings)


def _leader(keyed: str, match: re.Match[str], offices: Sequence[Name]) -> Name | None:
    """The office that a word of leading speaks of: the one right behind "led by", else the nearest before that is no partner."""
    behind = [o for o in offices if o.start >= match.start() and _LEAD_BEHIND.search(keyed[match.start() : o.start])]
    if behind:
        return behind[0]
    if re.match(r"(?:in charge|lead agency|leading)\b", match.group()) and re.match(
        r"[^,.;]*\b(?:is|are)\b", keyed[match.end() :]
    ):
        return None
    if keyed[max(0, match.start() - 3) : match.start()].strip() == "do":
        return None
    before = [o for o in offices if o.end <= match.start() and not re.search(r"[.;:]", keyed[o.end : match.start()])]
    subjects = [o for o in _doers(keyed, before) if not _is_preposed(keyed, o)]
    return subjects[-1] if subjects else None


def _doers(keyed: str, offices: Sequence[Name]) -> Sequence[Name]:
    """The offices without those that only charge another with something ("UBND tỉnh giao Sở Xây dựng chủ trì")."""
    return [o for o in offices if not _GIVES.match(keyed, o.end)] or offices


def _is_preposed(keyed: str, office: Name) -> bool:
    before = keyed[: office.start]
    return _PREPOSED.search(before) is not None and _CHARGED.search(before) is None


def _may_lead(office: Name, near: Sequence[Clause], clauses: Sequence[Clause]) -> bool:
    told = [p for c in near if (p := _parts(c)).lead or p.part]
    if not told:
        told = [p for c in clauses if (p := _parts(c)).lead or p.part]
    leads = [p for p in told if p.lead]
    if any(_held(p.lead, office) for p in leads):
        return True
    owned = [c for c in near if _held(c.owner, office)]
    if owned and any(_held(_parts(c).lead, office) and c.owner == owned[0].owner for c in clauses):
        return True
    return not leads and not any(_held(p.part, office) for p in told)


def _is_partner(keyed: str, office: Name) -> bool:
    """Whether a sentence says that others work with an office ("phối hợp với Sở Y tế")."""
    before = keyed[max(0, office.start - 40) : office.start]
    return _WITH.search(before) is not None


def _takes_part(keyed: str, office: Name) -> bool:
    """Whether a sentence says that an office coordinates: "Sở Y tế phối hợp"."""
    return _COORDINATES.match(keyed, office.end) is not None


def _only_leads(office: Name, near: Sequence[Clause]) -> bool:
    """Whether the clauses say that an office leads and give it no other part: they name who takes part, or say nothing of that."""
    told = [_parts(c) for c in near]
    named = any(p.part for p in told)
    if not any(_held(p.lead, office) for p in told) or any(_held(p.part, office) for p in told):
        return False
    return named or not any("phối hợp" in key(c.text) for c in near)


def _parts(clause: Clause) -> _Parts:
    text = nfc(clause.text)
    if clause.row or " | " in text:
        return _row_parts(clause)
    keyed = key(text)
    lead, part = keyed.find("chủ trì"), keyed.find("phối hợp")
    labelled = _LABEL_LEAD.search(text), _LABEL_PART.search(text)
    if labelled[0] or labelled[1]:
        return _Parts(worded(labelled[0][1]) if labelled[0] else "", worded(labelled[1][1]) if labelled[1] else "")
    leading = ""
    if lead >= 0:
        before = text[:lead] if part < 0 or part > lead else text[part + 8 : lead]
        named = [m.name for m in find_offices(before)]
        leading = worded("; ".join(named)) if named else clause.owner
    partners = ""
    if part >= 0:
        behind = text[part:]
        named = [m.name for m in find_offices(behind[: _partner_end(behind)])]
        partners = worded("; ".join(named))
        if lead >= 0 and re.search(r"chủ trì(?:,| và)? phối hợp", keyed):
            partners = f"{partners}{leading}"
        if lead < 0:
            partners = f"{partners}{_subjects(text[:part])}{clause.owner}"
    return _Parts(leading, partners)


def _subjects(before: str) -> str:
    """The offices that act in the words before a verb, as worded text: those that no preposition makes another's."""
    named = [m for m in find_offices(before) if not _PREPOSED.search(key(before)[: m.start])]
    return worded("; ".join(m.name for m in named)) if named else ""


def _partner_end(behind: str) -> int:
    """Where the list of partners ends: at the first verb behind the first office."""
    stop = re.search(
        r" (?:để|nhằm|trong việc|tổ chức(?! chính trị)|thực hiện|triển khai|xây dựng|tham mưu|bố trí|rà soát|trình|thanh quyết toán|tiến hành) ",
        behind,
    )
    return stop.start() if stop else len(behind)


def _row_parts(clause: Clause) -> _Parts:
    cells = [c.strip() for c in re.split(r"\t|\s\|\s", clause.text)]
    lead, part = _LABEL_LEAD.search(clause.text), _LABEL_PART.search(clause.text)
    if lead or part:
        return _Parts(worded(lead[1]) if lead else "", worded(part[1]) if part else "")
    if clause.heads:
        named = dict(zip(map(key, clause.heads), cells, strict=False))
        leads = next((v for h, v in named.items() if "chủ trì" in h), "")
        parts = next((v for h, v in named.items() if "phối hợp" in h), "")
        if leads or parts:
            return _Parts(worded(leads), worded(parts))
    who = [c for c in cells if _names_offices(c)]
    return _Parts(worded(who[0]), worded(who[1])) if len(who) > 1 else _Parts("", "")


def _names_offices(cell: str) -> bool:
    named = find_offices(cell)
    return bool(named) and sum(m.end - m.start for m in named) >= OFFICE_CELL * len(cell)


def _subject(keyed: str, offices: Sequence[Name]) -> Name | None:
    """The office that a sentence says does something: behind "do" or "by", else the first that no preposition precedes."""
    doers = _doers(keyed, offices)
    for office in doers:
        if _AGENT.search(keyed[: office.start]):
            return office
    first = doers[0] if doers else None
    if first is None or (first is offices[0] and len(keyed[: first.start].split()) > MOST_WORDS_BEFORE):
        return None
    return None if _is_preposed(keyed, first) or _LISTED.search(keyed[: first.start]) else first
