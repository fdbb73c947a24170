"""Values of which one excludes the others: groups of staff, levels, cycles, courses. A clause that speaks of another one than the
question asks about is not its answer, however many other words the two share.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from answer.ask import Ask
from answer.question import Question
from index.passage import Passage
from vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class _Value:
    """How clauses say a value, in folded Vietnamese, and how questions ask for it where that is not the same."""

    said: re.Pattern[str]
    asked: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Contrast:
    """Values that exclude one another; `opening` where a clause is bound to one only by a "Đối với …" at the head of a block or heading."""

    values: Mapping[str, _Value]
    opening: bool = False


def _value(said: str, asked: str | None = None) -> _Value:
    return _Value(re.compile(said), re.compile(said if asked is None else asked))


_FOR = re.compile(r"^\W*(?:[a-z0-9]{1,4}[.)]\s*)?doi voi\b[^:;.]*", re.MULTILINE)
_PLAN = r"\bke hoach[^.;?]{0,60}\b"
_CONTRASTS = (
    _Contrast(
        {
            "officials": _value(r"\bcan bo\b|\bcong chuc\b"),
            "employees": _value(r"\bvien chuc\b", r"\bvien chuc\b|\bgiao vien\b|\bbac si\b"),
            "deputies": _value(r"\bdai bieu\b"),
            "part-time": _value(r"\bkhong chuyen trach\b"),
        },
        opening=True,
    ),
    _Contrast(
        {
            "province": _value(r"\btinh\b", r"\b(?:cap|can bo|cong chuc) tinh\b"),
            "district": _value(r"\bhuyen\b", r"\b(?:cap|can bo|cong chuc) huyen\b|\btinh,? huyen\b"),
            "commune": _value(r"\bxa\b", r"\b(?:cap|can bo|cong chuc|lanh dao) xa\b|\bxa, phuong\b"),
        },
        opening=True,
    ),
    _Contrast(
        {
            "of a year": _value(
                _PLAN + r"h[ao]ng nam\b", _PLAN + r"(?:h[ao]ng|moi|tung) nam\b|\b(?:annual|yearly) (?:\w+ ){0,2}plan"
            ),
            "of years": _value(
                r"\bgiai doan\b|\b0?5 nam\b",
                _PLAN + r"(?:5|nam) nam\b|\bfive[- ]year\b|\b(?:own|their|its) \d{4}\s?-\s?\d{4}\b"
                r"|\bgiai doan [\d\s-]+(?:cua )?(?:minh|don vi|nganh|dia phuong|rieng)\b",
            ),
        }
    ),
    _Contrast(
        {
            "advanced": _value(r"\bcao cap l[yi] luan\b"),
            "intermediate": _value(r"\btrung cap l[yi] luan\b"),
            "elementary": _value(r"\bso cap l[yi] luan\b"),
        }
    ),
    _Contrast(
        {
            "university": _value(r"(?<!sau )\bdai hoc\b", r"(?<!sau )(?<!truong )(?<!tren )\bdai hoc\b(?! nao)"),
            "masters": _value(r"\b(?:thac|tien) s[iy]\b|\b(?:sau|tren) dai hoc\b"),
            "specialists": _value(r"\bchuyen khoa\b|\b(?:sau|tren) dai hoc\b"),
        }
    ),
    _Contrast(
        {
            "senior expert": _value(r"\bchuyen vien cao cap\b"),
            "principal": _value(r"\bchuyen vien chinh\b"),
            "expert": _value(r"\bchuyen vien\b(?! chinh\b| cao cap\b)"),
        }
    ),
    _Contrast(
        {
            "heads of departments": _value(r"\bcap so\b|\bgiam doc\b"),
            "heads of divisions": _value(r"\bcap phong\b|\btruong,? (?:pho )?phong\b|\bpho (?:truong )?phong\b"),
        }
    ),
    _Contrast({"abroad": _value(r"\bnuoc ngoai\b|\bngoai nuoc\b"), "at home": _value(r"\btrong nuoc\b")}),
)


def contrast_fit(question: Question, passage: Passage) -> int:
    """-1 where a passage speaks of other values than a question asks about and of none of these, 1 where it says to be for just these."""
    own = fold(" ; ".join(" ".join(w) for t in question.own_terms for w in t.alternatives))
    whole = fold(f"{question.resolved} ; {question.vietnamese}")
    said = fold("\n".join((*passage.section, passage.text)))
    fits = [
        _fit(c, _asked(c, own) or _asked(c, whole), said) for c in _CONTRASTS
    ]  # of a follow-up what it says itself counts
    if -1 in fits:
        return -1
    return 0 if question.ask is Ask.COMPARE else max(fits)


def _fit(contrast: _Contrast, asked: set[str], said: str) -> int:
    if not asked or len(asked) == len(contrast.values):
        return 0
    text = "\n".join(m.group() for m in _FOR.finditer(said)) if contrast.opening else said
    speaks_of = {name for name, value in contrast.values.items() if value.said.search(text)}
    if speaks_of and not asked & speaks_of:
        return -1
    return int(contrast.opening and asked == speaks_of)


def _asked(contrast: _Contrast, text: str) -> set[str]:
    return {name for name, value in contrast.values.items() if value.asked.search(text)}
