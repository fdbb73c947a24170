"""Names of closed lists as recognition misreads them on a scan: bodies that issue documents, provinces, kinds of documents."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from rapidfuzz.distance import Levenshtein

from vietnamese.offices import LISTED_OFFICES
from vietnamese.provinces import CURRENT_PROVINCES, OLD_PROVINCES
from vietnamese.spans import aligned_fold
from vietnamese.syllable import is_syllable
from vietnamese.text import fold, key, nfc, squeeze

LETTERS_PER_ERROR = 6
"""A name of so many letters may have one of them misread, one of twice as many two; marks on vowels may be misread anywhere."""
CENTRAL_BODIES = (
    *(name for name in LISTED_OFFICES if name.startswith("Bộ ") and not name.endswith("tỉnh")),
    "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Văn phòng Quốc hội", "Chủ tịch nước", "Văn phòng Chủ tịch nước",
    "Chính phủ", "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Thanh tra Chính phủ", "Ủy ban Dân tộc",
    "Ngân hàng Nhà nước Việt Nam", "Kiểm toán Nhà nước", "Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao",
    "Bảo hiểm xã hội Việt Nam", "Tổng Liên đoàn Lao động Việt Nam", "Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư",
)  # fmt: skip
"""Bodies of the whole country, which belong to no province."""
_COUNCILS = ("Ủy ban nhân dân", "Hội đồng nhân dân", "UBND", "HĐND")
_LOCAL_BODIES = ("Thành ủy", "Thường trực Hội đồng nhân dân", "Ban Thường vụ Thành ủy", "Văn phòng Thành ủy")
_BODIES = tuple(
    dict.fromkeys(
        name for name in (*CENTRAL_BODIES, *LISTED_OFFICES, *_COUNCILS, *_LOCAL_BODIES) if not name.startswith("Các ")
    )
)
_WANTS_PLACE = frozenset(
    f"{council}{level}" for council in _COUNCILS for level in ("", " huyện", " xã", " cấp huyện", " cấp xã")
)
_SURE_WORDS = tuple(
    (re.compile(rf"(?<!\w){fold(word)}(?!\w)"), word)
    for word in (
        *("thành phố", "kế hoạch", "quyết định", "nghị quyết", "nghị định", "chương trình"),
        *("ủy ban nhân dân", "hội đồng nhân dân", "chủ tịch", "giám đốc", "bộ trưởng"),
    )
)
_LEVELS: Mapping[str, str] = MappingProxyType({"tinh": "tỉnh", "thanh pho": "thành phố", "tp": "thành phố"})
_CITY = "Thành phố "  # which one province has in its name
_PROVINCES: Mapping[str, str] = MappingProxyType(
    {
        **{name.removeprefix(_CITY): name for name in (*(p.name for p in OLD_PROVINCES), *CURRENT_PROVINCES)},
        f"{_CITY}Hồ Chí Minh": f"{_CITY}Hồ Chí Minh",
    }
)


def nearest_listed(recognised: str, names: Iterable[str]) -> str | None:
    """The one name that recognised words were read from, whatever their case; None where it is none of them, or may be several.

    Marks on vowels count for nothing, unless two names differ in them alone. A wrong letter is taken for an error only in a
    syllable that Vietnamese cannot spell, and one for every `LETTERS_PER_ERROR` letters of the name at most.
    """
    given = re.findall(r"\w+", key(recognised))
    found = [name for name in names if _may_be(given, re.findall(r"\w+", key(name)))]
    exact = [name for name in found if squeeze(key(name)) == "".join(given)]
    candidates = exact or found
    return candidates[0] if len(candidates) == 1 else None


def province_as_listed(recognised: str) -> str | None:
    """The province that recognised words name and nothing else, "tỉnh" or "thành phố" before it aside; None where none is near."""
    words = recognised.split()
    length, _ = _level(words)
    found = nearest_listed(" ".join(words[length:]), _PROVINCES) if len(words) > length else None
    return _PROVINCES[found] if found else None


def issuer_as_listed(recognised: str) -> str | None:
    """The body that issues documents which recognised words name, with its province, as it is written in a sentence.

    None where the words hold anything that is on no list: a commune, whose name nothing proves, or what is left of an office.
    """
    words = re.findall(r"\w+", nfc(recognised))
    for end in range(len(words), 0, -1):
        body = nearest_listed(" ".join(words[:end]), _BODIES)
        place = _place(words[end:])
        if body and place is not None and (place or body not in _WANTS_PLACE):
            return f"{body} {place}".strip()
    return None


def with_listed_words(recognised: str) -> str:
    """Recognised words in which the marks of a few words that no other is like ("Thành phô", "Kê hoạch") are put right."""
    text = nfc(recognised)
    for pattern, word in _SURE_WORDS:
        for match in pattern.finditer(aligned_fold(text)):
            text = f"{text[: match.start()]}{_in_case_of(match, word, text)}{text[match.end() :]}"
    return text


def _in_case_of(match: re.Match[str], word: str, text: str) -> str:
    """A listed word in the capitals of the one that stands there; that one itself where its marks are right."""
    read = text[match.start() : match.end()]
    if key(read) == key(word):
        return read
    return "".join(c.upper() if r.isupper() else c for c, r in zip(word, read, strict=True))


def _may_be(given: list[str], listed: list[str]) -> bool:
    """Whether the syllables that were read may be those of a listed name."""
    read, wanted = fold("".join(given)), fold("".join(listed))
    if read == wanted:
        return True
    if len(given) != len(listed):
        return False
    pairs = [(g, name) for g, name in zip(given, listed, strict=True) if fold(g) != fold(name)]
    errors = sum(Levenshtein.distance(fold(g), fold(name)) for g, name in pairs)
    return errors <= len(wanted) // LETTERS_PER_ERROR and all(not _is_spelt(g) for g, _ in pairs)


def _is_spelt(word: str) -> bool:
    """Whether a syllable can be Vietnamese; none ends on the short vowels."""
    return is_syllable(word) and not re.search(r"[ăắằẳẵặâấầẩẫậ]$", word)


def _place(words: list[str]) -> str | None:
    """The rest of an issuer's name behind its office: level and province, one of them, or nothing; None where it is anything else."""
    length, level = _level(words)
    if len(words) == length:
        return level
    province = province_as_listed(" ".join(words))
    if province is None:
        return None
    return province if province.startswith(_CITY) else f"{level} {province}".strip()


def _level(words: list[str]) -> tuple[int, str]:
    """How many words name the level that an issuer's name goes on with, and that level; 0 where none does."""
    for length in (2, 1):
        level = _LEVELS.get(fold(" ".join(words[:length])).rstrip("."))
        if level:
            return length, level
    return 0, ""
