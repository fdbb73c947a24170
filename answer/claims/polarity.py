"""Whether a sentence turns its passage round: a negation added or lost, "may" for "must", "before" for "after", more for less."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.claims.evidence import Clause
from answer.claims.wording import Term, holds, is_english, listed, support, terms_of, worded
from vietnamese.glossary import Glossary
from vietnamese.text import key

_FORBID = re.compile(
    r"\bkhông (?:được|được phép|có quyền|thể)\b(?! (?:ít|nhiều|quá|thấp|vượt|đăng ký tại|phân công))|\b(?:nghiêm )?cấm\b|\bkhông cho phép\b"
    r"|\b(?:must|may|shall|can|should) not\b(?! (?:exceed|be (?:more|less|fewer|later|longer)))|\bcannot\b(?! exceed)|\bcan't\b|\bmustn't\b|\bprohibit\w*|\bforbid\w*|\bforbidden\b|\bnot (?:be )?(?:allowed|permitted|entitled)\b|\bno right to\b|\bbarred from\b"
)
_NOT_REQUIRED = re.compile(
    r"\bkhông (?:bắt buộc|cần|nhất thiết|có (?:trách nhiệm|nghĩa vụ)|chịu trách nhiệm|phải (?!là\b|do\b|vì\b|đại biểu\b|người\b)\w+)\b"
    r"|\bnot (?:required|obliged|mandatory|compulsory|necessary|necessarily|need(?:ed)?)\b|\bneed not\b|\b(?:do|does|did) not (?:have to|need|require)\b|\bno need\b|\bwithout (?:having|needing) to\b|\boptional\b|\bexempt\w*|(?<!bãi )\bmiễn\b(?! (?:nhiệm|phí|dịch))"
)
_OBLIGE = re.compile(
    r"(?<!không )(?<!chưa )\bphải\b(?! không)|(?<!không )\bcó (?:trách nhiệm|nghĩa vụ)\b|(?<!không )\bbắt buộc\b|(?<!không )(?<!không phải )\bchịu trách nhiệm\b|\b(?:must|shall|have to|has to|required to|is required|are required|obliged|mandatory|compulsory|responsible for)\b"
)
_PERMIT = re.compile(
    r"(?<!không )\b(?:có thể|được phép|có quyền|được quyền|được giao lại)\b|\bkhuyến khích\b|\btùy (?:ý|nghi)\b|\b(?:may|can|might|allowed|permitted|entitled|free to|encourage[ds]?|encouraging|voluntary|voluntarily)\b"
)
_BOUND_NOT = re.compile(
    r"\bkhông (?:được )?(?:vượt )?(?:quá|ít hơn|nhiều hơn|thấp hơn|dưới|trên)\b|\b(?:no|not) (?:more|less|fewer|later|earlier|longer|lower|higher|greater) than\b|\bnot (?:to )?exceed\w*|\bmust not exceed\b|\bnot only\b|\bno\. ?\d|\bkhông chỉ\b|\bkhông những\b"
    r"|\bkhông (?:ngừng|gian|khí|chuyên trách)\b|\bnon-|\bhay không\b|\bcontinu\w+|\bif not\b|\bwhether or not\b|\bnếu không\b|\bnot yet\b(?=.*\?)"
)
_NOT = re.compile(
    r"\b(?:không|chưa|chẳng|cấm|miễn(?! nhiệm)|ngoại trừ|trừ|tránh|thiếu|chấm dứt|kết thúc|hết hiệu lực|bãi bỏ|hủy bỏ|loại ra|từ chối)\b|\b(?:not|no|never|cannot|without|neither|nor|none|nobody|nothing|except|prohibit\w*|forbid\w*|forbidden|exempt\w*|unless|outside|other than|rather than|avoid\w*|lack\w*|cease\w*|repeal\w*|fail\w*|refus\w*)\b|n't\b|\bun(?:able|allowed)\b"
)
_PLAIN_NOT_EN = re.compile(r"\b(?:not|no|never|cannot|neither|nor|none)\b|n't\b|\bprohibit\w*|\bforbid\w*")
_PLAIN_NOT_VI = re.compile(r"\b(?:không|chưa|chẳng|cấm)\b")
_SCOPE = 4


@dataclass(frozen=True, slots=True)
class _Opposites:
    """Two sides of which a sentence must not take the one that its clause does not."""

    name: str
    one: re.Pattern[str]
    other: re.Pattern[str]


_OPPOSITES: tuple[_Opposites, ...] = tuple(
    _Opposites(name, re.compile(one), re.compile(other))
    for name, one, other in (
        (
            "more and less",
            r"\b(?:tăng|nâng|bổ sung thêm|thêm|increas\w+|rais(?:e|es|ed|ing)|ris(?:e|es|ing)|strengthen\w*|enhanc\w+|improv\w+|additional)\b",
            r"\b(?:giảm|hạ|cắt giảm|bớt|decreas\w+|reduc\w+|lower(?:s|ed|ing)|cut(?:s|ting)?|weaken\w*|limit\w*)\b",
        ),
        (
            "before and after",
            r"\b(?:trước(?! (?:pháp luật|người|tập thể|chủ|cơ quan|hội đồng|ủy ban|đó|đây|hết))|before|prior to|ahead of|in advance of)\b",
            r"\b(?:sau(?! (?:đại học|đây|đó|này|liền kề|ở))|following (?:the|their|its)|after|once|upon)\b",
        ),
        ("issuing and repealing", r"\b(?:ban hành mới|xây dựng mới|duy trì|giữ nguyên|maintain\w*|keep\w*|retain\w*)\b", r"\b(?:bãi bỏ|hủy bỏ|chấm dứt|repeal\w*|abolish\w*|abrogat\w*)\b"),
        (
            "in force and out of force",
            r"\b(?:còn hiệu lực|remains? in force|still in force|stays? in force|still valid)\b",
            r"\b(?:hết hiệu lực|không còn hiệu lực|bãi bỏ|cease\w*|repeal\w*|no longer)\b",
        ),
        ("inside and outside the country", r"\b(?:trong nước|domestic\w*|within the country|at home)\b", r"\b(?:nước ngoài|ngoài nước|foreign|abroad|overseas)\b"),
        ("open and closed", r"\bcông khai\b|\b(?:in public|publicly|openly|open sessions?)\b", r"\bhọp kín\b|\b(?:behind closed doors|in private|closed sessions?|in camera)\b"),
        ("regular and irregular", r"\bđịnh kỳ\b|\b(?:regular\w*|periodic\w*|routine\w*)\b", r"\bđột xuất\b|\b(?:ad hoc|unscheduled|irregular\w*|surprise|unannounced|extraordinar\w+)\b"),
        ("paper and electronic", r"\bgiấy\b|\bpaper\b", r"\bđiện tử\b|\b(?:electronic\w*|digital\w*)\b"),
        ("full-time and part-time", r"(?<!không )\btập trung\b(?= tại|$)|\bfull-time\b", r"\bkhông tập trung\b|\bpart-time\b"),
        ("direct and indirect", r"\btrực tiếp\b|\b(?:in person|face-to-face)\b", r"\btrực tuyến\b|\bonline\b"),
    )
)  # fmt: skip
SIMILAR = 0.95
"""A clause that holds this share of what the best one holds of a sentence may be the one that is meant as well."""


_NOT_THE_PART = re.compile(
    r"^(?:không|no|có|yes|đúng(?: vậy)?|vâng|dạ)\s*[,.;:]|\b(?:(?:chứ |mà )?không(?: phải)?|but not|and not|not|rather than|instead of)(?: (?:là|cơ quan|đơn vị|the|a))* (?:chủ trì|phối hợp|lead\w*|coordinat\w*)"
)
"""A "No," ahead of a sentence, and what only sets an office's part against another ("phối hợp chứ không chủ trì"), which
`answer.claims.roles` looks at."""

_DRAFT = re.compile(r"\bdự thảo\b|\bdrafts?\b")
_NOT_ISSUED = re.compile(
    r"\b(?:chưa|không) (?:phải(?: là)? )?(?:(?:là )?(?:văn )?bản )?(?:(?:được )?ban hành|chính thức|có hiệu lực)(?: chính thức)?\b"
    r"|\bnot (?:yet )?(?:been )?(?:an? )?(?:issued|official|final|in force|adopted)\b"
)
"""What a draft is not: a passage that says that it is one bears this out."""


def turned(claim: str, terms: Sequence[Term], clauses: Sequence[Clause], glossary: Glossary) -> str | None:
    """How a sentence contradicts the clauses it is nearest to; None where one of them says it as the sentence does."""
    english = is_english(claim)
    name, modes = _modes(claim, clauses, glossary)
    if name in {"forbidden", "not required"} and name in modes:
        return None
    keyed = _NOT_THE_PART.sub(" ", key(claim))
    if _DRAFT.search(keyed) and any(_DRAFT.search(key(clause.text)) for clause in clauses):
        keyed = _NOT_ISSUED.sub(" ", keyed)
    unknown = keyed if english else _without_known_negations(keyed, clauses)
    reasons = [_against(keyed, unknown, terms, clause, english) for clause in nearest(terms, clauses)]
    return reasons[0] if reasons and all(reasons) else None


def _without_known_negations(claim: str, clauses: Sequence[Clause]) -> str:
    """A Vietnamese sentence without those "không …" that a clause has in the same words, two behind it."""
    said = " ".join(worded(c.text) for c in clauses)

    def kept(match: re.Match[str]) -> str:
        return " " if f" {worded(match.group()).strip()} " in said else match.group()

    return re.sub(r"\bkhông (?!được\b|phải\b|cần\b|có\b)\w+ \w+", kept, claim)


def nearest(terms: Sequence[Term], clauses: Sequence[Clause], similar: float = SIMILAR) -> list[Clause]:
    """The clauses that hold most of a sentence, the best first, down to a share of what the best one holds."""
    scored = [
        (support(terms, worded(c.text)) or 0.0, support(terms, c.words) or 0.0, i, c) for i, c in enumerate(clauses)
    ]
    scored = [s for s in scored if s[0] > 0]
    if not scored:
        return []
    best = max(s[0] + s[1] / 2 for s in scored)
    chosen = [s for s in scored if s[0] + s[1] / 2 >= similar * best]
    return [c for *_, c in sorted(chosen, key=lambda s: (-(s[0] + s[1] / 2), s[2]))]


def _against(keyed: str, unknown: str, terms: Sequence[Term], clause: Clause, english: bool) -> str | None:
    """How a sentence contradicts a clause; `unknown` is it without the negations that the clauses have as well."""
    said = key(clause.text)
    with_above = key(f"{clause.above} {clause.text}")
    return (
        _modal(unknown, said, with_above)
        or _negation(unknown, said, with_above, english)
        or (_scoped(unknown, said, terms, english) and _scoped(keyed, said, terms, english))
        or _opposite(unknown, said)
    )


def _modal(claim: str, said: str, with_above: str) -> str | None:
    claim_kind, said_kinds = _modality(claim), {n for n, p in _MODES if p.search(_without_bounds(said))}
    above_kinds = {n for n, p in _MODES if p.search(_without_bounds(with_above))}
    if claim_kind is None or claim_kind in above_kinds:
        return None
    negative = {"forbidden", "not required"}
    if claim_kind in negative:
        if _PLAIN_NOT_VI.search(_BOUND_NOT.sub(" ", said)) and not above_kinds & (negative - {claim_kind}):
            return None
        return f"the passage does not say that it is {claim_kind}"
    if claim_kind == "allowed" and not above_kinds and _LIMITED.search(claim):
        return "the passage does not leave this free"
    if claim_kind == "required" and "allowed" in said_kinds:
        return "the passage says may, not must"
    if claim_kind == "allowed" and "required" in said_kinds:
        return "the passage says must, not may"
    if (
        said_kinds & negative
        and not said_kinds - negative
        and not _PLAIN_NOT_EN.search(claim)
        and not _PLAIN_NOT_VI.search(claim)
    ):
        return f"the passage says that it is {sorted(said_kinds & negative)[0]}"
    return None


_LIMITED = re.compile(r"(?:trước|chậm nhất|đạt|before|by|no later than|within)\s+(?:ngày\s+)?\d|\d+\s?%")
_MODES = (("forbidden", _FORBID), ("not required", _NOT_REQUIRED), ("required", _OBLIGE), ("allowed", _PERMIT))


def _modality(text: str) -> str | None:
    """The one mode of a sentence; None where it has none, or several."""
    bare = _without_bounds(re.sub(r"\bmay (?=\d{4}|\d{1,2}\b)|\b\d{1,2} may\b", " ", text))
    for name, pattern in _MODES[:2]:
        if pattern.search(bare):
            return name
    found = [name for name, pattern in _MODES[2:] if pattern.search(bare)]
    return found[0] if len(found) == 1 else None


_GIVEN = re.compile(
    rf"(?<!không )(?<!chưa )(?<!đã )(?<!mình )(?<!hạn )(?<!vụ )\bđược\b(?! (?:ban hành|giao nhiệm|phép ban))|{_PERMIT.pattern}"
)
_REACH = 5
MODE_ALIKE = 0.8
"""The share of what the best clause with a mode holds of a sentence from which another's mode counts as well."""


def modes_turned(claim: str, clauses: Sequence[Clause], glossary: Glossary) -> str | None:
    """Whether what a sentence allows, forbids, requires or leaves free has another mode in every clause that gives it one."""
    name, modes = _modes(claim, clauses, glossary)
    if name and modes and name not in modes and _conflict(name, modes):
        return f"the passage says that it is {sorted(modes)[0]}"
    return None


def _modes(claim: str, clauses: Sequence[Clause], glossary: Glossary) -> tuple[str, set[str]]:
    """The mode of a sentence, and those in which the clauses speak of what stands behind it there; "" where it has none."""
    bare = _without_bounds(key(claim))
    for name, pattern in (*_MODES, ("given", _GIVEN)):
        match = pattern.search(bare)
        if match:
            behind = " ".join(bare[match.end() :].split()[:_REACH])
            what = [t for t in terms_of(behind, glossary) if t.weight >= 1.0][:2]
            told = [
                (support(terms_of(claim, glossary), worded(c.text)) or 0.0, _modes_of(key(c.text), what))
                for c in clauses
            ]
            best = max((share for share, modes in told if modes), default=0.0)
            return name, {mode for share, modes in told if share >= MODE_ALIKE * best for mode in modes}
    return "", set()


def _conflict(name: str, modes: set[str]) -> bool:
    """Whether a mode is denied by those found: what is forbidden or free is not required or allowed, and the other way round."""
    if name in {"forbidden", "not required"}:
        return not modes & {"forbidden", "not required"}
    if name == "required":
        return modes <= {"allowed", "forbidden", "not required"}
    return modes <= ({"forbidden", "not required"} | ({"required"} if name == "allowed" else set()))


def _modes_of(said: str, what: Sequence[Term]) -> set[str]:
    """The modes in which a clause speaks of `what`, right behind the word of the mode."""
    text = _without_bounds(said)
    found = set()
    for name, pattern in (*_MODES, ("given", _GIVEN)):
        for match in pattern.finditer(text):
            reach = f" {' '.join(worded(text[match.end() :]).split()[: _REACH + 1])} "
            if any(holds(reach, t.wordings) for t in what):
                found.add(name)
    return found


def _without_bounds(text: str) -> str:
    return _BOUND_NOT.sub(" ", text)


def _negation(claim: str, said: str, with_above: str, english: bool) -> str | None:
    """A plain "not" of the sentence needs some negative of its clause."""
    plain = (_PLAIN_NOT_EN if english else _PLAIN_NOT_VI).search(_without_bounds(claim))
    if plain and not _NOT.search(_without_bounds(said)) and not _NOT.search(_without_bounds(with_above)):
        return "the passage does not negate this"
    if plain and not english and not _same_scope(_without_bounds(claim), _without_bounds(with_above)):
        return "the passage does not negate this"
    return None


def _same_scope(claim: str, said: str) -> bool:
    """Whether what a Vietnamese sentence negates is negated in the clause, where the clause speaks of it."""
    for scope in _scopes(claim):
        words = scope.split()
        pairs = [" ".join(words[i : i + 2]) for i in range(len(words) - 1)]
        negated = " ".join(_scopes(said, 10))
        spoken = [p for p in pairs if f" {p} " in worded(said)]
        if spoken and not any(f" {p} " in f" {negated} " for p in spoken):
            return False
    return True


def _scopes(text: str, size: int = _SCOPE) -> list[str]:
    """The words behind each negation of a Vietnamese text."""
    return [" ".join(_words(text[m.end() :])[:size]) for m in _PLAIN_NOT_VI.finditer(text)]


_MODAL_WORDS = frozenset(listed("được phải cần có thể phép là bị"))


def _words(text: str) -> list[str]:
    return [w for w in worded(re.split(r"[.;:]", text, maxsplit=1)[0]).split() if w not in _MODAL_WORDS]


def _scoped(claim: str, said: str, terms: Sequence[Term], english: bool) -> str | None:
    """What the clause negates must not stand in the sentence without any negation."""
    bare = _without_bounds(claim)
    if english and (_PLAIN_NOT_EN.search(bare) or _NOT.search(bare) or _NOT_REQUIRED.search(bare)):
        return None
    told = _without_bounds(said)
    for scope in _scopes(told, 3):
        if len(scope.split()) < 2:
            continue
        if english:
            held = [t for t in terms if holds(f" {scope} ", t.wordings)]
            if [t for t in held if not holds(worded(_outside(said)), t.wordings)]:
                return "the passage negates this"
        elif any(_stands_free(bare, part) and not _stands_free(told, part) for part in _starts(scope)):
            return "the passage negates this"
    return None


_NEGATORS = frozenset(listed("không chưa chẳng cấm miễn trừ tránh"))
_AHEAD = 3


def _stands_free(text: str, phrase: str) -> bool:
    """Whether a Vietnamese text holds a phrase with no negation right ahead of it; words of mode between do not count."""
    words = [w for w in worded(text).split() if w not in _MODAL_WORDS]
    size = len(phrase.split())
    return any(
        " ".join(words[i : i + size]) == phrase and not _NEGATORS & set(words[max(0, i - _AHEAD) : i])
        for i in range(len(words) - size + 1)
    )


def _starts(scope: str) -> list[str]:
    words = scope.split()
    return [" ".join(words[:2]), *([scope] if len(words) > 2 else [])]


def _outside(said: str) -> str:
    """What a clause says outside the reach of its negations."""
    return _PLAIN_NOT_VI.split(said)[0]


def _opposite(claim: str, said: str) -> str | None:
    for pair in _OPPOSITES:
        for mine, yours in ((pair.one, pair.other), (pair.other, pair.one)):
            if mine.search(claim) and not yours.search(claim) and yours.search(said) and not mine.search(said):
                return f"{pair.name} are turned round"
    return None
