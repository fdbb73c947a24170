"""The provinces of Viet Nam: the 63 of 2004 to 30 June 2025, the 34 since, and where a text names one.

The mapping is that of Resolution 202/2025/QH15 on the arrangement of provincial administrative units, in force since
1 July 2025. The list is closed on purpose: a word that is not in it ("Năm", "Hậu") is never a province.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vietnamese.spans import aligned_fold
from vietnamese.text import key, nfc

# Current province -> the provinces it was formed from. Eleven were left as they were (Resolution 202/2025/QH15).
_FORMED_FROM: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Tuyên Quang": ("Hà Giang", "Tuyên Quang"),
        "Lào Cai": ("Yên Bái", "Lào Cai"),
        "Thái Nguyên": ("Bắc Kạn", "Thái Nguyên"),
        "Phú Thọ": ("Vĩnh Phúc", "Hòa Bình", "Phú Thọ"),
        "Bắc Ninh": ("Bắc Giang", "Bắc Ninh"),
        "Hưng Yên": ("Thái Bình", "Hưng Yên"),
        "Hải Phòng": ("Hải Dương", "Hải Phòng"),
        "Ninh Bình": ("Hà Nam", "Nam Định", "Ninh Bình"),
        "Quảng Trị": ("Quảng Bình", "Quảng Trị"),
        "Đà Nẵng": ("Quảng Nam", "Đà Nẵng"),
        "Quảng Ngãi": ("Kon Tum", "Quảng Ngãi"),
        "Gia Lai": ("Bình Định", "Gia Lai"),
        "Khánh Hòa": ("Ninh Thuận", "Khánh Hòa"),
        "Lâm Đồng": ("Đắk Nông", "Bình Thuận", "Lâm Đồng"),
        "Đắk Lắk": ("Phú Yên", "Đắk Lắk"),
        "Thành phố Hồ Chí Minh": ("Bình Dương", "Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh"),
        "Đồng Nai": ("Bình Phước", "Đồng Nai"),
        "Tây Ninh": ("Long An", "Tây Ninh"),
        "Cần Thơ": ("Sóc Trăng", "Hậu Giang", "Cần Thơ"),
        "Vĩnh Long": ("Bến Tre", "Trà Vinh", "Vĩnh Long"),
        "Đồng Tháp": ("Tiền Giang", "Đồng Tháp"),
        "Cà Mau": ("Bạc Liêu", "Cà Mau"),
        "An Giang": ("Kiên Giang", "An Giang"),
        "Hà Nội": ("Hà Nội",),
        "Huế": ("Thừa Thiên Huế",),
        "Lai Châu": ("Lai Châu",),
        "Điện Biên": ("Điện Biên",),
        "Sơn La": ("Sơn La",),
        "Lạng Sơn": ("Lạng Sơn",),
        "Quảng Ninh": ("Quảng Ninh",),
        "Thanh Hóa": ("Thanh Hóa",),
        "Nghệ An": ("Nghệ An",),
        "Hà Tĩnh": ("Hà Tĩnh",),
        "Cao Bằng": ("Cao Bằng",),
    }
)

# Other spellings in documents and in questions. "Hồ Chí Minh" alone is a person, an academy or a youth union.
_OTHER_SPELLINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Bắc Kạn": ("Bắc Cạn",),
        "Đắk Lắk": ("Đăk Lăk", "Đắc Lắc", "Đắk Lăk", "Đăk Lắk", "Đak Lak", "Dak Lak", "Daklak", "Dac Lac"),
        "Đắk Nông": ("Đăk Nông", "Đắc Nông", "Đak Nông", "Dak Nong", "Dac Nong"),
        "Kon Tum": ("Kontum",),
        "Hà Nội": ("Hanoi",),
        "Đà Nẵng": ("Danang",),
        "Hải Phòng": ("Haiphong",),
        "Bà Rịa - Vũng Tàu": ("Bà Rịa Vũng Tàu", "BR-VT", "BRVT"),
        "Thừa Thiên Huế": ("TT-Huế",),
        "Thành phố Hồ Chí Minh": (
            "TP Hồ Chí Minh",
            "TP.HCM",
            "TPHCM",
            "Thành phố HCM",
            "HCMC",
            "Ho Chi Minh City",
            "Sài Gòn",
            "Saigon",
        ),
    }
)

# Folded names that are also ordinary words ("hàng năm định kỳ", "hai phòng", "đã nâng cao", "đánh giá lại", "diễn biến").
# Those of the first set stay ordinary words even at the end of a question.
_ORDINARY_AT_THE_END = frozenset({"hoa binh", "nam dinh", "hai phong", "dien bien", "cao bang", "gia lai", "hai duong"})
_ORDINARY_WORDS = _ORDINARY_AT_THE_END | {
    *("hue", "lam dong", "dong thap", "thanh hoa", "da nang", "nghe an", "tien giang", "long an"),
    *("ca mau", "ha nam", "son la", "an giang", "thai binh"),
}
_PLAIN_AT_THE_START = frozenset(
    {"lam dong", "dong thap", "thanh hoa", "nghe an", "tien giang", "long an", "an giang", "thai binh"}
)
_CUE_BEFORE = re.compile(
    r"(?:\b(?:tinh|thanh pho|tp|province|city|in|of|o|cua|tai|from|for|so y te|so noi vu|ubnd)|[,(/]|\btp\.)\s*$"
)
_CUE_AFTER = re.compile(r"['’]s\b|\s+(?:province|city|plan)\b")
_END_AFTER = re.compile(r"\s*(?:[?.,;:)]|$)")
_LONGER_NAME = re.compile(r"thai\s+binh\s+duong\b|dien\s+bien\s+phu\b(?!\s+(?:trach|hop))")  # the Pacific, a battle
_SMALLER_PLACE_BEFORE = re.compile(r"(?:huyện|quận|phường|xã|thị trấn|(?<!thành )phố|đường|sông)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Province:
    """A province of before 1 July 2025 and the province its land is in since."""

    name: str
    current: str


@dataclass(frozen=True, slots=True)
class ProvinceMention:
    """A province named in a text: its name as listed, today's name, and the span in the NFC text."""

    name: str
    current: str
    start: int
    end: int


OLD_PROVINCES: tuple[Province, ...] = tuple(
    sorted(
        (Province(old, current) for current, olds in _FORMED_FROM.items() for old in olds),
        key=lambda p: aligned_fold(p.name),
    )
)
CURRENT_PROVINCES: tuple[str, ...] = tuple(sorted(_FORMED_FROM, key=aligned_fold))
_CURRENT: Mapping[str, str] = MappingProxyType({p.name: p.current for p in OLD_PROVINCES} | {"Huế": "Huế"})


def _spellings() -> dict[str, str]:
    listed = {spelling: name for name, others in _OTHER_SPELLINGS.items() for spelling in (name, *others)}
    return {name: name for name in _CURRENT} | listed


def _key_of(spelling: str) -> str:
    """Case, dashes, stops and blanks are ways of writing: "TP. HCM" is "TP.HCM", "Thừa Thiên – Huế" is "Thừa Thiên - Huế"."""
    return re.sub(r"[\s.\-–—]+", " ", key(spelling)).strip()


_BY_KEY: Mapping[str, str] = MappingProxyType({_key_of(s): name for s, name in _spellings().items()})
_BY_FOLDED_KEY: Mapping[str, str] = MappingProxyType({aligned_fold(k): name for k, name in _BY_KEY.items()})


def _any_of(keys: list[str]) -> re.Pattern[str]:
    """One pattern for all names, longest first, each on word boundaries."""
    ways = (r"[\s.\-–—]{1,3}".join(map(re.escape, k.split())) for k in sorted(keys, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE)


def _any_tone_placement(keys: Mapping[str, str]) -> list[str]:
    """Names with the old tone placement beside the new: "Hoà Bình", "Khánh Hoà", "Thanh Hoá"."""
    return [*keys, *(k.replace("hòa", "hoà").replace("hóa", "hoá") for k in keys if "hòa" in k or "hóa" in k)]


_ACCENTED = _any_of(_any_tone_placement(_BY_KEY))
_FOLDED = _any_of(list(_BY_FOLDED_KEY))


def find_provinces(text: str) -> list[ProvinceMention]:
    """The provinces a document names: accented and capitalised, not a district or a street of that name.

    Positions count in the NFC form of `text`.
    """
    text = _composed(text)
    return [
        _mention(_BY_KEY[_key_of(m.group())], m)
        for m in _ACCENTED.finditer(text)
        if _is_a_name(m.group()) and not _is_another_place(text, m)
    ]


def find_provinces_folded(text: str) -> list[ProvinceMention]:
    """The provinces a question names, however it is typed: "binh dinh", "Can Tho City", "tp.hcm", "bình định".

    A folded name that is also an ordinary phrase counts only when it is typed with its own accents or capitals, or
    stands where a place stands ("tinh", "in", "o", "cua" before it, "province" or the end after it).
    Positions count in the NFC form of `text`.
    """
    text = _composed(text)
    folded = aligned_fold(text)
    return [
        _mention(_BY_FOLDED_KEY[_key_of(m.group())], m)
        for m in _FOLDED.finditer(folded)
        if _means_the_province(text, folded, m) and not _is_another_place(text, m)
    ]


def current_name(name: str) -> str:
    """Today's province of a province named in any known way, with or without "tỉnh" before it; KeyError for others."""
    return _CURRENT[_listed(name)]


def _composed(text: str) -> str:
    """NFC, with the Eth that some keyboards type for Đ made Đ: the same letters at the same places."""
    return nfc(text).translate({ord("Ð"): "Đ", ord("ð"): "đ"})


def _listed(name: str) -> str:
    bare = _key_of(name)
    for candidate in (bare, re.sub(r"^(?:tỉnh|tinh|thành phố|thanh pho|tp) ", "", bare)):
        found = _BY_KEY.get(candidate) or _BY_FOLDED_KEY.get(aligned_fold(candidate))
        if found:
            return found
    raise KeyError(f"{name!r} is no province of Viet Nam before or after 1 July 2025")


def _mention(name: str, match: re.Match[str]) -> ProvinceMention:
    return ProvinceMention(name, _CURRENT[name], match.start(), match.end())


def _is_a_name(written: str) -> bool:
    """Every word begins with a capital; "thành phố" and "tp" before the name need none."""
    words = re.findall(r"\w+", re.sub(r"^(?:thành\s+phố|tp\b)", "", written, flags=re.IGNORECASE))
    return all(word[0].isupper() for word in words)


def _is_another_place(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 14) : match.start()]
    return bool(
        _LONGER_NAME.match(aligned_fold(text[match.start() : match.end() + 12])) or _SMALLER_PLACE_BEFORE.search(before)
    )


def _means_the_province(text: str, folded: str, match: re.Match[str]) -> bool:
    written = text[match.start() : match.end()]
    accented = written.lower() != match.group()
    if accented and _key_of(written) not in _BY_KEY:
        return False
    ordinary = _key_of(match.group()) in _ORDINARY_WORDS and (not accented or _key_of(written) == "hòa bình")
    return not ordinary or _is_a_name(written) or _stands_as_place(folded, match)


def _stands_as_place(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - 14) : match.start()]
    if not before.strip() and match.group() in _PLAIN_AT_THE_START:
        return True
    at_end = match.group() not in _ORDINARY_AT_THE_END and _END_AFTER.match(folded, match.end())
    return bool(_CUE_BEFORE.search(before) or _CUE_AFTER.match(folded, match.end()) or at_end)
