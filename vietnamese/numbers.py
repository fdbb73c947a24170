"""Document numbers ("2106/QĐ-UBND") and figures ("30-40 người/lớp") in documents and questions.

Document numbers follow Nghị định 30/2020/NĐ-CP (serial/kind-issuer, legal texts with the year between) and the Party's
guide (serial-kind/issuer). Provincial numbers carry no year. Positions count in the NFC form of the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vietnamese.dates import find_dates
from vietnamese.spans import aligned_fold
from vietnamese.text import fold, nfc

_KIND_LIST = (
    *(
        "QĐ",
        "QyĐ",
        "KH",
        "NĐ",
        "NQ",
        "CT",
        "TT",
        "TTLT",
        "TB",
        "BC",
        "TTr",
        "CTr",
        "CTrPH",
        "ĐA",
        "HD",
        "KL",
        "QC",
        "QĐi",
        "QT",
        "PA",
        "BB",
    ),
    *(
        "GM",
        "GGT",
        "GP",
        "HĐ",
        "CĐ",
        "CV",
        "SL",
        "PL",
        "TL",
        "CTHĐ",
        "NQLT",
        "VBHN",
        "TC",
        "PB",
        "ĐCT",
        "GUQ",
        "GT",
        "CL",
    ),
)
_KIND_CODES: Mapping[str, str] = MappingProxyType({fold(code): code for code in _KIND_LIST})
_ISSUER_CODES: Mapping[str, str] = MappingProxyType(
    {
        fold(c): c
        for c in ("HĐND", "LĐTBXH", "BLĐTBXH", "SLĐTBXH", "BGDĐT", "SGDĐT", "BKHĐT", "SKHĐT", "HĐBC", "BCĐ", "HĐNN")
    }
)
_KIND_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "quyet dinh": "QĐ",
        "ke hoach": "KH",
        "nghi dinh": "NĐ",
        "nghi quyet": "NQ",
        "thong tu": "TT",
        "chi thi": "CT",
        "quy dinh": "QĐ",
        "ket luan": "KL",
        "de an": "ĐA",
        "to trinh": "TTr",
        "cong van": "",
        "van ban": "",
        "luat": "",
        "nd": "NĐ",
        "qd": "QĐ",
        "nq": "NQ",
        "decision": "QĐ",
        "plan": "KH",
        "decree": "NĐ",
        "resolution": "NQ",
        "circular": "TT",
        "directive": "CT",
        "regulation": "QĐ",
        "conclusion": "KL",
        "scheme": "ĐA",
    }
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number as written (without blanks) and its parts; codes are in capitals with their accents.

    `kind_code` is "" where the number has none (36/2024/QH15, official letters), `issuer_code` where it is typed bare.
    """

    number: str
    serial: str
    year: int | None
    kind_code: str
    issuer_code: str
    start: int
    end: int


_CODE = r"[a-z][a-z0-9&]*(?:\.[a-z0-9&]+)*"
_SERIAL = r"(?<![\w/.,–-])(?P<serial>\d{1,6}[a-c]?)"
_NUMBERED = r"(?:[^\S\n\t]+(?:so|no\.?|number)[^\S\n\t]*:?|[^\S\n\t]*#)?[^\S\n\t]+"
_STATE = re.compile(
    rf"{_SERIAL}\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?(?P<first>{_CODE})(?P<rest>(?:\s?[-–]\s?{_CODE}(?!\w))*)(?![\w/])"
)
_PARTY = re.compile(rf"{_SERIAL}\s?[-–]\s?(?P<first>[a-z]{{2,6}})\s?/\s?(?P<rest>{_CODE}(?:-{_CODE})*)(?!\w)")
_BARE = re.compile(
    rf"\b(?P<name>{'|'.join(_KIND_NAMES)})(?P<so>{_NUMBERED})(?P<serial>\d{{1,6}})(?:/(?P<year>(?:19|20)\d\d))?"
    r"(?![\w%]|[/.,–-]\s?\w|\s*(?:-|–|nam\b|thang\b|ngay\b|nguoi\b|lop\b|years?\b))"
)
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d")


def find_document_numbers(text: str) -> list[DocumentNumber]:
    """The document numbers in a text, in its order, with or without accents: "2106/qd-ubnd", "quyết định 2106".

    A bare number counts only behind the kind of document; a year behind it ("kế hoạch 2025") needs "số" to be a number.
    """
    text = nfc(text)
    folded = aligned_fold(text)
    found = [n for m in _STATE.finditer(folded) if (n := _state_number(text, m))]
    found += [n for m in _PARTY.finditer(folded) if m["first"] in _KIND_CODES and (n := _party_number(text, m))]
    whole = list(found)
    found += [
        n for m in _BARE.finditer(folded) if (n := _bare_number(text, m)) and not _overlaps(n.start, n.end, whole)
    ]
    return sorted(found, key=lambda n: n.start)


def names_number(asked: DocumentNumber, number: str) -> bool:
    """Whether a number as asked names a document's: in full, or bare by its serial and kind ("quyết định 2106", "Decree 101/2017").

    A plan goes by the number of the decision that issues it ("kế hoạch 2106").
    """
    if asked.issuer_code:
        return same_number(asked.number, number)
    kinds = {n.kind_code for n in find_document_numbers(number)} - {""}
    serial, _, rest = number.replace("-", "/").partition("/")
    of_kind = asked.kind_code in ("", "KH") or not kinds or asked.kind_code in kinds
    return of_kind and same_number(asked.serial, serial) and (asked.year is None or rest.startswith(str(asked.year)))


def same_number(a: str, b: str) -> bool:
    """Whether two numbers are one: case, accents, leading zeros, blanks and "số" aside. A year on one side only differs."""
    return _normal(a) == _normal(b)


def _normal(number: str) -> str:
    bare = re.sub(r"[\s_]|^\s*so\s*:?", "", fold(number)).replace("–", "-")
    return re.sub(r"^0+(?=\d)", "", bare)


def _state_number(text: str, match: re.Match[str]) -> DocumentNumber | None:
    first, rest = match["first"], re.sub(r"\s", "", match["rest"]).replace("–", "-").lstrip("-")
    if first in _KIND_CODES and rest:
        kind, issuer = _KIND_CODES[first], rest
    elif match["year"] and first.startswith("qh") and not rest:
        kind, issuer = "", first
    elif rest and re.fullmatch(r"ubnd|hdnd|[sbv][a-z]{1,8}|vp[a-z]*|ttg|cp", first):
        kind, issuer = "", f"{first}-{rest}"  # official letters: 1234/UBND-VX, 512/SNV-CCVC
    else:
        return None
    return _number(text, match, kind, issuer)


def _party_number(text: str, match: re.Match[str]) -> DocumentNumber:
    return _number(text, match, _KIND_CODES[match["first"]], match["rest"])


def _number(text: str, match: re.Match[str], kind: str, issuer: str) -> DocumentNumber:
    start, end = match.span()
    year = match.groupdict().get("year")
    codes = "-".join(_ISSUER_CODES.get(part, _written(part, text[start:end])) for part in issuer.split("-"))
    return DocumentNumber(
        re.sub(r"\s", "", text[start:end]), match["serial"], int(year) if year else None, kind, codes, start, end
    )


def _written(folded_code: str, number: str) -> str:
    """An issuer's code in capitals, with the accents it is written with: "ubnd" is "UBND", "HĐND" stays."""
    at = aligned_fold(number).rfind(folded_code)
    written = number[at : at + len(folded_code)]
    return "TTg" if folded_code == "ttg" else written.upper()


def _bare_number(text: str, match: re.Match[str]) -> DocumentNumber | None:
    said_number = bool(match["so"].strip())
    if _YEAR_ONLY.fullmatch(match["serial"]) and not said_number:
        return None
    start = match.start("serial")
    year = match["year"]
    kind = _KIND_NAMES[match["name"]]
    return DocumentNumber(
        text[start : match.end()], match["serial"], int(year) if year else None, kind, "", start, match.end()
    )


def _overlaps(start: int, end: int, spans: Iterable["DocumentNumber | Figure"]) -> bool:
    return any(start < s.end and s.start < end for s in spans)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written, with its bound ("ít nhất 95%"), its lowest and highest value (equal unless a range), its unit.

    The unit is the counted noun as written ("người", "người/lớp", "lần/năm", "%"); for "150 người/3 lớp" it is "người".
    """

    text: str
    value_low: float
    value_high: float
    unit: str | None
    start: int
    end: int


# Nouns that plans count, folded; longer ones first where one begins another.
_UNITS_VI = (
    "nguoi can bo|cong chuc|vien chuc|can bo|nguoi|dai bieu|hoc vien|giang vien|bao cao vien|nhan vien|lanh dao|chuyen gia|"
    "truong phong|lop|khoa hoc|khoa|luot nguoi|luot|lan|nam|thang|ngay|tuan|gio|tiet|buoi|tuoi|tien si|thac si|bac si|duoc si|"
    "chuyen khoa|bac sy|tien sy|thac sy|suat|trieu dong|ty dong|nghin dong|trieu|ty|nghin|dong|vnd|usd|loai|ban sao|ban|"
    "don vi|co quan|van ban|chuong trinh|thu tieng|tinh|huyen|xa|truong|km2|km|ha|m2|diem|trang|muc tieu|chi tieu|nhiem vu|"
    "giai phap|phuong tien|to|ky hop|ky|thanh vien|uy vien|phieu|dieu|phong|giuong|vi tri|bien che|de an|chuyen de|hoi nghi|cuoc"
)
_UNITS_EN = (
    "people|persons?|officials?|cadres?|civil servants?|public employees?|employees?|staff|trainees?|participants?|learners?|"
    "delegates?|deputies|lecturers?|doctorates?|phds?|doctors?|masters?|specialists?|class(?:es)?|courses?|times?|years?|months?|days?|"
    "weeks?|hours?|percent|per cent|million|billion|dong|units?|agencies|departments?|copies|copy|communes?|districts?|provinces?"
)
_UNIT = rf"(?:%|phan tram\b|(?:{_UNITS_VI}|{_UNITS_EN})\b)"
_DIGITS = r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,4})?(?![\d.])|\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,15}(?:[.,]\d{1,4})?"


def _names(names: str) -> list[str]:
    return names.split()


_ONES_VI = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_LAST_VI = _ONES_VI | {"mốt": 1, "tư": 4, "lăm": 5, "năm": 5, "nhăm": 5}
_ONES_EN = dict(zip(_names("one two three four five six seven eight nine"), range(1, 10), strict=True))
_TEENS_EN = dict(
    zip(
        _names("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
        range(10, 20),
        strict=True,
    )
)
_TENS_EN = dict(zip(_names("twenty thirty forty fifty sixty seventy eighty ninety"), range(20, 100, 10), strict=True))


def _number_words() -> dict[str, int]:
    """Number words from one to a hundred. "năm" alone is left out: it is a year far more often than a five."""
    words = (
        dict(_ONES_VI)
        | {"mười": 10, "một trăm": 100, "a hundred": 100, "one hundred": 100}
        | _ONES_EN
        | _TEENS_EN
        | _TENS_EN
    )
    words |= {f"mười {last}": 10 + n for last, n in _LAST_VI.items()}
    tens = {f"{w} mươi": 10 * n for w, n in (_ONES_VI | {"năm": 5}).items() if n > 1}
    words |= tens | {f"{ten} {last}": n + one for ten, n in tens.items() for last, one in _LAST_VI.items()}
    return words | {f"{ten}-{one}": n + m for ten, n in _TENS_EN.items() for one, m in _ONES_EN.items()}


_WORDS: Mapping[str, int] = MappingProxyType(_number_words())
_MARK = r"[\s*_]*"  # blanks and the stars of Markdown bold: "từ **35** cán bộ"
_BOUND = (
    r"(?:(?:it nhat|toi thieu|khong it hon|tu|tren|hon|duoi|toi da|khong qua|khoang|at least|at most|more than|less than|fewer than|"
    rf"about|from|between|up to|minimum of){_MARK})?"
)
_PER = rf"(?:{_MARK}/{_MARK}(?:\d{{1,4}}{_MARK})?{_UNIT})?"
_DIGIT_FIGURE = re.compile(
    rf"(?<![\w/.,])(?P<bound>{_BOUND})(?<![\d/.,])(?<!\w-)(?P<low>{_DIGITS})(?:{_MARK}(?P<lowunit>%)?{_MARK}(?:-|–|—|den|to|and){_MARK}(?P<high>{_DIGITS}))?"
    rf"(?![\da-z]|/\d)(?:{_MARK}(?P<unit>{_UNIT})(?P<per>{_PER}))?"
)
_WORD_FIGURE = re.compile(
    rf"(?<!\w)(?P<low>{'|'.join(sorted({fold(w) for w in _WORDS}, key=len, reverse=True))})\s+(?P<unit>{_UNIT})(?P<per>{_PER})"
)
_FRACTION = re.compile(
    r"(?<!\w)(?P<bound>(?:(?:it nhat|qua|hon|tren|duoi|khoang|toi thieu|bang|at least|about|more than)\s+)?)"
    r"(?:(?P<low>[1-9])/(?P<high>[2-9]|10)(?![\d/])|(?P<count>mot|hai|ba|bon)\s+phan\s+(?P<of>hai|ba|tu|bon|nam|muoi)\b)"
)
_WHOLE_OF = re.compile(r"\s+(?:tong so|tong|so|chu ky|thanh vien|dai bieu|cu tri|of the)\b")
_SHARES = {"mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "muoi": 10}
# Words whose number is a name: "khoản 3", "Quân khu 7", "đối tượng 1", "Phụ lục 2".
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:dieu|khoan|diem|muc|chuong|phan|phu luc|bieu|mau|doi tuong|quan khu|khu vuc|nhom|hang|bac|so|khoa|quy|buoc|article|clause|"
    r"chapter|appendix|annex|section|part|category|group|region|level|no\.?|number)|\bnghi dinh|\bquyet dinh|\bke hoach)\s*$"
)
_CLAUSE_NUMBER = re.compile(
    rf"(?:^|\n)(?:[^\S\n]|[#*_>(-]|<\w{{1,6}}>){{0,12}}\d{{1,3}}(?:(?:\.\d{{1,3}}){{0,4}}(?:[.)](?!\d)|(?=[ ]*(?:\t|</|\|)))|(?:\.\d{{1,3}}){{1,4}}(?=\s)(?!\s*{_UNIT}))"
)


def find_figures(text: str) -> list[Figure]:
    """The figures of a text: counts, ranges, shares, durations; digits and the number words before a counted noun.

    The digits of document numbers, dates, clause numbers and names ("Quân khu 7") are none.
    """
    text = nfc(text)
    folded = aligned_fold(text)
    closed = [(n.start, n.end) for n in find_document_numbers(text)] + [(d.start, d.end) for d in find_dates(text)]
    closed += [m.span() for m in _CLAUSE_NUMBER.finditer(folded)]
    figures = [
        _figure(text, m, _value(m["low"]), _value(m["high"] or m["low"]))
        for m in _DIGIT_FIGURE.finditer(folded)
        if _counts(folded, m, closed)
    ]
    for match in _WORD_FIGURE.finditer(folded):
        value = _WORDS.get(text[match.start("low") : match.end("low")].lower())
        if value and not _overlaps(*match.span(), figures):
            figures.append(_figure(text, match, float(value), float(value)))
    figures += [f for m in _FRACTION.finditer(folded) if (f := _fraction(text, folded, m)) and not _within(f, closed)]
    return sorted(figures, key=lambda f: f.start)


def _within(figure: Figure, closed: Iterable[tuple[int, int]]) -> bool:
    return any(figure.start < b and a < figure.end for a, b in closed)


def _fraction(text: str, folded: str, match: re.Match[str]) -> Figure | None:
    """ "một phần ba", "khoảng 1/3": digits need a word before or behind them that tells them from a day and a month."""
    start, end = match.span()
    if match["count"]:
        value = _SHARES[match["count"]] / _SHARES[match["of"]]
    elif match["bound"] or _WHOLE_OF.match(folded, end):
        value = int(match["low"]) / int(match["high"])
    else:
        return None
    return Figure(text[start:end], value, value, None, start, end)


def _counts(folded: str, match: re.Match[str], closed: list[tuple[int, int]]) -> bool:
    """Whether the digits of a match are a figure: not inside a number, a date or a clause number, not a name's."""
    start, end = match.start("low"), match.end("high") if match["high"] else match.end("low")
    inside = any(start < b and a < end for a, b in closed)
    return not inside and not _LABEL_BEFORE.search(folded, max(0, match.start() - 20), match.start())


def _figure(text: str, match: re.Match[str], low: float, high: float) -> Figure:
    start, end = match.span()
    return Figure(text[start:end], min(low, high), max(low, high), _unit(text, match), start, end)


def _unit(text: str, match: re.Match[str]) -> str | None:
    found = match.groupdict()
    if not found["unit"]:
        return found.get("lowunit")
    per = re.sub(r"[\s*_]", "", text[match.start("per") : match.end("per")])
    return text[match.start("unit") : match.end("unit")] + ("" if re.search(r"\d", per) else per)


def _value(written: str) -> float:
    """Dots and commas before three digits group thousands ("1.000"), others are decimal ("1,5")."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        written = written.replace(".", "")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+", written):
        written = written.replace(",", "")
    return float(written.replace(",", "."))
