"""What a text says in comparable words: syllables for Vietnamese, the glossary's Vietnamese terms for English."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from vietnamese.glossary import Expansion, Glossary
from vietnamese.offices import expand_abbreviations
from vietnamese.syllable import is_foreign
from vietnamese.text import fold, has_accents, key, nfc, syllables


def listed(words: str) -> list[str]:
    """The words of a list that is written with blanks between them."""
    return words.split()


_STOP = frozenset(
    listed(
        "của và các cho trong với là có được theo tại về đến từ này đó những một khi để do bởi ở ra vào thì mà như nào "
        "gì cũng đã sẽ đang bị lên trên dưới nếu vì nên việc cần thế lại ngày tháng năm số còn làm nhằm giữa cùng hoặc "
        "hay đối vì qua sau trước phải không mỗi hằng hàng cả rằng thuộc gồm bao nêu trên đây sau đều vẫn chỉ rõ ngoài "
        "đồng thời tức ví dụ cụ thể văn bản quy định yêu cầu hai ba bốn sáu bảy tám chín mười mươi chia khoảng"
    )
)
_PLAIN_ENGLISH = frozenset(
    listed(
        "plan document decision rule regulation text provision must shall should work task year day month time number "
        "include including state say set specify require required provide under follow following according accordance "
        "relate relevant"
    )
)
_ENGLISH_SHARE = 0.4
_EN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")
_COMMON_ENGLISH = frozenset(
    listed("the of and to in is are for be by on at an or as it its this that with from not no may can must has have a")
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a claim speaks of: its wordings, any of which counts, and how much it tells (0.5-1.5)."""

    wordings: frozenset[str]
    weight: float


@lru_cache(maxsize=4096)
def worded(text: str) -> str:
    """The syllables of a text, abbreviations written out, each between blanks: `" sở y tế " in worded(text)` asks for a name."""
    return f" {' '.join(syllables(expand_abbreviations(text)))} "


@lru_cache(maxsize=4096)
def folded_words(text: str) -> str:
    """The same without accents, for what an English sentence writes without them."""
    return fold(worded(text))


def is_function_word(word: str) -> bool:
    """Whether a word in either language only links others ("Theo", "Tại", "In")."""
    return key(word) in _STOP or word.lower() in _COMMON_ENGLISH


@lru_cache(maxsize=4096)
def is_english(text: str) -> bool:
    """Whether a sentence is English, by its words; names of offices in brackets do not make it Vietnamese."""
    words = _EN_WORD.findall(re.sub(r"\S*/\S*", " ", nfc(text)))
    plain = [w.lower() for w in re.findall(r"[^\W\d_]+", nfc(text))]
    if not words or not plain:
        return False
    english = sum((w in _COMMON_ENGLISH) or (not has_accents(w) and is_foreign(w)) for w in plain)
    return english >= _ENGLISH_SHARE * len(plain)


def terms_of(text: str, glossary: Glossary) -> list[Term]:
    """The terms of a sentence or a stretch of one, in either language."""
    return english_terms(text, glossary) if is_english(text) else vietnamese_terms(text)


def vietnamese_terms(text: str) -> list[Term]:
    """Syllables that are no stop words, and pairs of neighbours, which tell more."""
    words = worded(text).split()
    single = [w for w in words if w not in _STOP and not w.isdigit()]
    pairs = [
        f"{a} {b}" for a, b in pairwise(words) if a not in _STOP and b not in _STOP and not (a.isdigit() or b.isdigit())
    ]
    pairs += [f"{a} {b}" for a, b in pairwise(words) if a == "không" and b not in _STOP]
    return [Term(frozenset({w}), 0.5) for w in dict.fromkeys(single)] + [
        Term(frozenset({p}), 1.0) for p in dict.fromkeys(pairs)
    ]


def english_terms(text: str, glossary: Glossary) -> list[Term]:
    """What the glossary makes of an English sentence; words that it does not know tell nothing, Vietnamese names stand for themselves."""
    terms: dict[frozenset[str], Term] = {}
    for (start, end), found in expansions_by_span(text, glossary).items():
        wordings = wordings_of(found)
        plain = nfc(text)[start:end].lower().rstrip("s") in _PLAIN_ENGLISH
        if not plain:
            terms[wordings] = Term(wordings, _weight(wordings))
    for name in vietnamese_runs(text):
        wordings = frozenset({worded(name).strip()})
        terms[wordings] = Term(wordings, 1.0)
    return list(terms.values())


_ALIKE = tuple(
    tuple(group.split("|"))
    for group in (
        "đào tạo|bồi dưỡng|tập huấn",
        "cử|gửi|cử đi",
        "nhiệm vụ|công việc|công vụ",
        "chủ trì|phụ trách",
        "đại biểu|đại biểu hội đồng nhân dân",
        "kinh phí|ngân sách",
        "quy định|quy chế",
        "khóa|lớp|khóa bồi dưỡng|lớp bồi dưỡng",
        "chương trình|chương trình đào tạo|thời lượng",
        "hàng năm|hằng năm|mỗi năm",
        "nộp|nộp lưu|gửi",
        "công chức|cán bộ|viên chức",
    )
)
"""What English sentences write with one word where documents have several."""


def wordings_of(found: Iterable[Expansion]) -> frozenset[str]:
    """The worded Vietnamese terms for a stretch of English, with those that mean the same in plans."""
    wordings = {worded(e.vi).strip() for e in found}
    more = {form for group in _ALIKE if wordings & set(group) for form in group}
    return frozenset(wordings | more)


def _weight(wordings: frozenset[str]) -> float:
    """A term of several syllables tells more than one of a single syllable: half a point a syllable, one and a half at most."""
    return min(0.5 * max(len(w.split()) for w in wordings), 1.5)


def expansions_by_span(text: str, glossary: Glossary) -> dict[tuple[int, int], list[Expansion]]:
    """The glossary's readings of each stretch of an English text."""
    spans: dict[tuple[int, int], list[Expansion]] = {}
    for found in _expansions(text, glossary):
        spans.setdefault((found.start, found.end), []).append(found)
    return spans


@lru_cache(maxsize=4096)
def _expansions(text: str, glossary: Glossary) -> tuple[Expansion, ...]:
    return tuple(glossary.expand_english(text))


def vietnamese_runs(text: str) -> list[str]:
    """Stretches of words with Vietnamese letters inside an English sentence: "Sở Nội vụ" in "(Sở Nội vụ)"."""
    runs = []
    for stretch in re.findall(r"[^\W\d_]+(?:[^\S\n]+(?:-[^\S\n]+)?[^\W\d_]+)*", nfc(text)):
        words = stretch.split()
        marked = [i for i, w in enumerate(words) if has_accents(w)]
        if len(marked) > 1 or (marked and len(words) > 1):
            first, last = marked[0], marked[-1]
            while first > 0 and _may_be_vietnamese(words[first - 1]):
                first -= 1
            while last + 1 < len(words) and _may_be_vietnamese(words[last + 1]):
                last += 1
            runs.append(" ".join(words[first : last + 1]))
    return runs


_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Prof"))


def _may_be_vietnamese(word: str) -> bool:
    return word not in _TITLES and word[0].isupper() and not is_foreign(word) and word.lower() not in _COMMON_ENGLISH


def holds(text: str, wordings: Iterable[str]) -> bool:
    """Whether a worded text holds one of the wordings."""
    return any(f" {w} " in text for w in wordings if w)


def support(terms: Iterable[Term], text: str) -> float | None:
    """The share of the terms' weight that a worded text holds; None where there are none."""
    total = held = 0.0
    for term in terms:
        total += term.weight
        held += term.weight * holds(text, term.wordings)
    return held / total if total else None
