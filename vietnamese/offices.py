"""Offices, boards, posts and groups of offices as Vietnamese documents name them, and their abbreviations.

An office's name begins with a head word ("Sở", "Phòng", "Chủ tịch", "Các sở, ban, ngành") and goes on as long as the
words are a known field of work ("Nông nghiệp và Phát triển nông thôn"), compounds that begin with a capital
("Tổ chức - Hành chính"), or a place or level ("tỉnh", "các huyện, thị xã, thành phố"). It ends before a verb of duty.
Field names follow Nghị định 24/2014/NĐ-CP (provincial departments), 37/2014/NĐ-CP (district divisions) and those of the
ministries; those of 2025 are added.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vietnamese.numbers import find_document_numbers
from vietnamese.spans import aligned_fold
from vietnamese.text import fold, nfc


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office, post or group as written, line breaks made blanks; typed without accents, its accented name. Span in NFC text."""

    name: str
    start: int
    end: int


def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split("|"))


_FIELDS = (
    "Nội vụ",
    "Tài chính",
    "Y tế",
    "Giáo dục và Đào tạo",
    "Kế hoạch và Đầu tư",
    "Tư pháp",
    "Công Thương",
    "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường",
    "Giao thông vận tải",
    "Xây dựng",
    "Tài nguyên và Môi trường",
    "Thông tin và Truyền thông",
    "Lao động - Thương binh và Xã hội",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thể thao",
    "Văn hóa và Thông tin",
    "Du lịch",
    "Khoa học và Công nghệ",
    "Ngoại vụ",
    "Ngoại giao",
    "Quốc phòng",
    "Công an",
    "Quy hoạch - Kiến trúc",
    "Dân tộc và Tôn giáo",
)
_DIVISIONS = (
    "Kế hoạch - Tài chính",
    "Tài chính - Kế hoạch",
    "Tổ chức - Hành chính",
    "Tổ chức cán bộ",
    "Nghiệp vụ Y - BHYT",
    "Nghiệp vụ Y - Dược",
    "Nghiệp vụ Y",
    "Nghiệp vụ Dược",
    "Quản lý đô thị",
    "Kinh tế",
    "Kinh tế và Hạ tầng",
    "Tổ chức",
    "Hành chính",
    "Dân tộc",
    "Đào tạo",
    "Thanh tra",
    "Pháp chế",
    "Tổng hợp",
    "Quản trị",
    "Kế toán",
    "Tài vụ",
)
_WHOLE_NAMES = (
    "Chi cục Dân số - Kế hoạch hóa gia đình",
    "Chi cục Dân số",
    "Ban Chấp hành Trung ương Đảng",
    "Ban Chấp hành Đảng bộ tỉnh",
    "Ban Bí thư Trung ương Đảng",
    "Ban Tổ chức Trung ương Đảng",
    "Ban Thường vụ",
    "Ban Quản lý Khu kinh tế",
    "Ban Quản lý các khu công nghiệp",
    "Liên đoàn Lao động tỉnh",
    "Công an tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Học viện Chính trị khu vực I",
    "Học viện Chính trị khu vực II",
    "Học viện Chính trị khu vực III",
    "Học viện Chính trị khu vực IV",
    "Trường Quân sự Quân khu 7",
    "Văn phòng Ủy ban nhân dân tỉnh",
    "Văn phòng UBND tỉnh",
    "Thường trực Hội đồng nhân dân tỉnh",
    "Ban cán sự đảng Ủy ban nhân dân tỉnh",
    "Ban cán sự đảng UBND tỉnh",
    "Đảng ủy Khối cơ quan và doanh nghiệp tỉnh",
    "Ban thường vụ các huyện, thị, thành ủy",
    "Các huyện, thị, thành ủy",
    "Học viện Chính trị quốc gia Hồ Chí Minh",
    "Học viện Hành chính Quốc gia",
    "Học viện Quốc phòng",
    "Trường Chính trị tỉnh",
    "Ban Tổ chức Tỉnh ủy",
    "Ban Tổ chức Trung ương",
    "Ban Thường vụ Tỉnh ủy",
    "Ban Tuyên giáo Tỉnh ủy",
    "Ban Dân vận Tỉnh ủy",
    "Ban Nội chính Tỉnh ủy",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Văn phòng Tỉnh ủy",
    "Thường trực Tỉnh ủy",
    "Thường trực HĐND tỉnh",
    "Tỉnh ủy",
    "Mặt trận Tổ quốc Việt Nam",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Kho bạc Nhà nước",
    "Thanh tra tỉnh",
    "Thủ tướng Chính phủ",
    "Văn phòng Chính phủ",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Ủy ban Thường vụ Quốc hội",
    "Quốc hội",
    "Chính phủ",
    "Văn thư cơ quan",
    "Lưu trữ cơ quan",
    "Các huyện, TX, TP",
)

_COUNCILS = ("Ủy ban nhân dân", "Hội đồng nhân dân", "UBND", "HĐND")
_HEADS = _split(
    "Sở|Bộ|Phòng|Ban|Vụ|Cục|Chi cục|Tổng cục|Văn phòng|Trường|Học viện|Viện|Trung tâm|Bệnh viện|Đài|Báo|Công an|Thanh tra|Hội|Đoàn|Liên đoàn|"
    "Kho bạc|Trạm|Khoa|Quỹ|Tòa án|Ủy ban|Hội đồng|Đảng ủy|Đảng bộ|Đảng đoàn|Mặt trận|Cổng|Bộ phận|Chi bộ|Huyện ủy|Thành ủy|Thị ủy|Tỉnh ủy"
)
_POSTS = _split(
    "Phó Chủ tịch|Chủ tịch|Phó Giám đốc|Giám đốc|Thủ trưởng|Phó Chánh Văn phòng|Chánh Văn phòng|Chánh Thanh tra|Phó Hiệu trưởng|Hiệu trưởng|"
    "Phó Bí thư|Bí thư|Phó Trưởng phòng|Trưởng phòng|Phó Trưởng ban|Trưởng ban|Thường trực|Người đứng đầu|Đại biểu"
)
_GROUP_FIRST = _split(  # what "các …" may begin with; "các ngành", "các tổ chức" alone are no actors
    "sở|ban cán sự đảng|ban ngành|ban|cơ quan thông tấn, báo chí|cơ quan hành chính|cơ quan truyền thông|cơ quan|đơn vị sự nghiệp công lập|đơn vị sự nghiệp|đơn vị y tế|đơn vị|bộ|"
    "tổ chức chính trị - xã hội|phòng chuyên môn|phòng|huyện|cơ sở đào tạo|cơ sở y tế|trường đại học|đảng đoàn|doanh nghiệp|địa phương"
)
_GROUP_MORE = _split(
    "ngành|đoàn thể|bồi dưỡng cán bộ|bồi dưỡng|công chức|viên chức|thị xã|thành phố|tổ chức|địa phương"
)
# After a capitalised syllable these begin something new: verbs of duty, links and prepositions.
_ENDS_NAME = (
    "và|với|về|của|theo|tại|trong|trên|là|các|có|cho|để|được|đã|sẽ|phải|thì|đến|từ|đi|do|này|như|nếu|khi|căn|tham|tiến|ban hành|chủ trì|phối hợp|hướng dẫn|"
    "thực hiện|thực thi|thống nhất|tổng hợp|rà soát|bố trí|trình|lập|gửi|chịu|triển khai|đôn đốc|thẩm định|báo cáo|giúp|xem xét|giao|xét|cử|quyết|phê duyệt|cùng|"
    "cấp|tiếp tục|đề nghị|đề xuất|hoặc|gồm|sau|trước|việc|nhằm|thường xuyên|hằng|hàng|mở|xây dựng|kiểm tra|giám sát|đánh giá|thông báo|cung cấp|quán triệt|phổ biến|"
    "ký|ở|kịp thời|liên quan|thuộc|tổ chức|quy định|quản lý|theo dõi|chỉ đạo|lãnh đạo|khóa|ngày|năm|số|tỉnh|huyện|xã|nghiên cứu|tham gia|hỗ trợ|bảo đảm|đảm bảo|chủ động"
)

_UPPER = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and len(c.lower()) == 1 and fold(c).isascii())
_LOWER = _UPPER.lower()
_GAP = r"[^\S\t]+"  # a name may run over a line's end, never over a table cell's
_DASH = r"[^\S\t]*[-–—][^\S\t]*"
_JOIN = rf"(?:{_DASH}|{_GAP})"


def _way(name: str) -> str:
    """A pattern for a listed name: any blanks, any dash or none, either tone placement in "hóa" and "Ủy"."""
    words = re.escape(name).replace(r"\ \-\ ", _JOIN).replace(r"\ ", _GAP)
    return words.replace("hóa", "(?:hóa|hoá)").replace("Ủy", "(?:Ủy|Uỷ)").replace("ủy", "(?:ủy|uỷ)")


def _any(names: Iterable[str]) -> str:
    """One of the names in any case, the longest that fits."""
    return rf"(?i:(?:{'|'.join(map(_way, sorted(set(names), key=len, reverse=True)))})(?!\w))"


_HEAD_WORDS = rf"(?:{'|'.join(map(_way, sorted(_HEADS, key=len, reverse=True)))})"
_POST = _any(_POSTS)
_SYLLABLE_2 = rf"(?:{_GAP}(?!(?:{_ENDS_NAME.replace(' ', _GAP)})(?!\w))[{_LOWER}]+(?!\w))?"
_COMPOUND = rf"(?:[{_UPPER}][{_LOWER}]*(?!\w){_SYLLABLE_2}|[{_UPPER}]{{2,}}(?!\w))"
_MORE = rf"(?!(?:{_HEAD_WORDS}|{_POST})(?!\w)){_COMPOUND}"
_LOWER_TAIL = _any(
    _split(
        "quốc gia|khu vực|khu kinh tế|nông thôn|vận tải|cán bộ|đô thị|nhà nước|gia đình|hóa gia đình|phổ thông|cơ sở|bệnh tật"
    )
)
_GENERIC = (
    rf"(?:[^\S\t\n]+(?:{_MORE})|{_GAP}(?=[{_UPPER}][{_LOWER}]){_MORE})"
    rf"(?:[^\S\t\n]+{_MORE}|{_DASH}{_MORE}|{_GAP}và{_GAP}{_MORE}|{_GAP}{_LOWER_TAIL}|[^\S\t\n]+(?:[IVX]+|\d{{1,2}})(?!\w))*"
)
_AREAS = _any(
    [
        *(
            "các huyện, thị xã, thành phố",
            "huyện, thị xã, thành phố",
            "các huyện, TX, TP",
            "các huyện",
            "các xã, phường, thị trấn",
        ),
        *(
            "xã, phường, thị trấn",
            "các xã, phường",
            "các cấp của tỉnh",
            "các cấp",
            "cấp tỉnh",
            "cấp huyện",
            "cấp xã",
            "cấp phòng",
            "cấp sở",
        ),
        *("Trung ương Đảng", "Trung ương", "Tỉnh ủy", "của Tỉnh ủy"),
    ]
)
_PLACE = rf"(?:{_GAP}(?!{_HEAD_WORDS}(?!\w))(?:Bà{_GAP}Rịa{_JOIN}Vũng{_GAP}Tàu|[{_UPPER}]\w*{_GAP}[{_UPPER}]\w*(?:{_GAP}Huế)?|Huế)(?!\w))?"
_LEVEL = (
    rf"(?:{_GAP}(?i:trực{_GAP}thuộc|thuộc(?={_GAP}(?:tỉnh|UBND|Ủy|huyện)))(?:{_GAP}{_any(('UBND', 'Ủy ban nhân dân'))})?)?"
    rf"(?:{_GAP}(?:{_AREAS}|(?i:tỉnh|thành{_GAP}phố|(?:huyện|xã)(?!,))(?!\w){_PLACE}))?(?:{_GAP}(?:có{_GAP})?liên{_GAP}quan)?"
)
_COUNCIL = rf"{_any(_COUNCILS)}(?!-)"
_NAMED = (
    rf"(?:{_any(('Sở', 'Bộ', 'Phòng', 'Ban', 'Bộ phận', 'Ủy ban'))}{_GAP}{_any((*_FIELDS, *_DIVISIONS))}|{_any(('Văn phòng', 'Thường trực'))}{_GAP}{_COUNCIL}|"
    rf"(?:{_HEAD_WORDS}|phòng|bộ{_GAP}phận){_GENERIC})"
)
_NOUNS = rf"{_any(_GROUP_FIRST)}(?!{_GAP}(?:hành|phận|hợp)(?!\w))"
_GROUP_REST = rf"(?:(?:,{_GAP}(?:các{_GAP})?|{_GAP}và{_GAP}(?:các{_GAP})?){_any((*_GROUP_FIRST, *_GROUP_MORE))}(?!{_GAP}[{_UPPER}]))*"
_GROUP = rf"(?i:các){_GAP}{_NOUNS}{_GROUP_REST}"
_LISTED = _any(_WHOLE_NAMES)
_OFFICE = rf"(?:{_LISTED}|{_GROUP}|{_COUNCIL}|{_NAMED}){_LEVEL}"
_LEADER = rf"(?:{_POST}|Lãnh đạo)(?:,{_GAP}{_POST})*{_GAP}(?:{_OFFICE}|{_NOUNS}{_GROUP_REST}{_LEVEL})"
_MENTION = re.compile(rf"(?<!\w)(?<!cơ )(?<!Cơ )(?<!trụ )(?:{_LEADER}|{_OFFICE})")
_LINK = re.compile(rf"[,;]{_GAP}(?:và{_GAP})?|{_GAP}và{_GAP}")
_LABEL_START = re.compile(r"[\s*_#>+-]*(?:(?i:chỉ đạo|giao|đề nghị|yêu cầu)\s+)?")
_DUTY = _any(
    _split(
        "chủ trì|phối hợp|tham mưu|có trách nhiệm|chịu trách nhiệm|thực hiện|hướng dẫn|theo dõi|tổng hợp|rà soát|bố trí|trình|báo cáo|phải"
    )
)
_LABEL_COLON = re.compile(rf"(?i:(?:các\s+)?(?:đơn vị|cơ quan|cơ sở đào tạo))\b(?:(?!\s{_DUTY})[^:.;\n]){{0,120}}(?=:)")


def find_offices(text: str) -> list[OfficeMention]:
    """The offices, boards, posts and groups of offices a text names, in its order.

    Text typed without any accents is searched for the listed offices only ("so noi vu", "phong ke hoach tai chinh").
    """
    text = nfc(text)
    folded = aligned_fold(text)
    if folded == text.lower():
        return [OfficeMention(_accented(m.group()), m.start(), m.end()) for m in _FOLDED.finditer(folded)]
    return [OfficeMention(_clean(m.group()), m.start(), m.end()) for m in _MENTION.finditer(text)]


def leading_office(text: str) -> str | None:
    """The office or offices that open a clause whose number is removed: its run-in label or its subject; else None.

    "Phòng Kế hoạch - Tài chính có trách nhiệm …" and "Sở Tài chính: …" give the office; a list of offices gives the
    whole list. A clause that tells an office to act ("Chỉ đạo Sở Nội vụ") gives that office. "Đối với …" gives None.
    """
    text = nfc(text)
    start = _LABEL_START.match(text)
    at = start.end() if start else 0
    end = at
    following = at
    while match := _MENTION.match(text, following):
        end = match.end()
        following = _link_end(text, end)
    label = _LABEL_COLON.match(text, at)
    if label and label.end() > end:
        end = label.end()
    return _clean(text[at:end]) or None


_CENTRAL = re.compile(
    r"^(?:Quốc hội|Ủy ban Thường vụ Quốc hội|Chủ tịch nước|Chính phủ|Thủ tướng|Văn phòng (?:Chính phủ|Quốc hội|Chủ tịch nước)|Bộ|Ban Bí thư|Ban Chấp hành Trung ương)\b",
    re.IGNORECASE,
)


def is_central(office: str) -> bool:
    """Whether a name is that of an office of the whole country: the Assembly, the Government, a ministry, the Party's centre."""
    return bool(_CENTRAL.match(nfc(office)))


def expand_abbreviations(text: str) -> str:
    """`text` in NFC with the abbreviations of offices written out; document numbers stay as they are.

    Distinctive ones are known in any case and without accents ("ubnd", "cbccvc"); short ones ("CB", "VP") in capitals only.
    """
    text = nfc(text)
    pieces: list[str] = []
    at = 0
    for number in find_document_numbers(text):
        pieces += [_expanded(text[at : number.start]), text[number.start : number.end]]
        at = number.end
    return "".join([*pieces, _expanded(text[at:])])


ABBREVIATIONS: Mapping[str, str] = MappingProxyType(
    {
        "UBND": "Ủy ban nhân dân",
        "HĐND": "Hội đồng nhân dân",
        "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
        "MTTQ": "Mặt trận Tổ quốc",
        "SNV": "Sở Nội vụ",
        "SYT": "Sở Y tế",
        "STC": "Sở Tài chính",
        "GD&ĐT": "Giáo dục và Đào tạo",
        "GDĐT": "Giáo dục và Đào tạo",
        "GD-ĐT": "Giáo dục và Đào tạo",
        "KH&ĐT": "Kế hoạch và Đầu tư",
        "KHĐT": "Kế hoạch và Đầu tư",
        "KH&CN": "Khoa học và Công nghệ",
        "KHCN": "Khoa học và Công nghệ",
        "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
        "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
        "TN&MT": "Tài nguyên và Môi trường",
        "TNMT": "Tài nguyên và Môi trường",
        "TT&TT": "Thông tin và Truyền thông",
        "TTTT": "Thông tin và Truyền thông",
        "VHTTDL": "Văn hóa, Thể thao và Du lịch",
        "VH,TT&DL": "Văn hóa, Thể thao và Du lịch",
        "LĐTBXH": "Lao động - Thương binh và Xã hội",
        "LĐ-TB&XH": "Lao động - Thương binh và Xã hội",
        "LĐTB&XH": "Lao động - Thương binh và Xã hội",
        "GTVT": "Giao thông vận tải",
        "TCHC": "Tổ chức - Hành chính",
        "TC-HC": "Tổ chức - Hành chính",
        "KHTC": "Kế hoạch - Tài chính",
        "KH-TC": "Kế hoạch - Tài chính",
        "TCCB": "Tổ chức cán bộ",
        "NVY": "Nghiệp vụ Y",
        "CBCCVC": "cán bộ, công chức, viên chức",
        "CBCC": "cán bộ, công chức",
        "CCVC": "công chức, viên chức",
        "CB": "cán bộ",
        "CC": "công chức",
        "VC": "viên chức",
        "NLĐ": "người lao động",
        "ĐTBD": "đào tạo, bồi dưỡng",
        "ĐTBDCBCC": "đào tạo, bồi dưỡng cán bộ, công chức",
        "BHYT": "bảo hiểm y tế",
        "BHXH": "bảo hiểm xã hội",
        "QLNN": "quản lý nhà nước",
        "LLCT": "lý luận chính trị",
        "QPAN": "quốc phòng và an ninh",
        "QP-AN": "quốc phòng - an ninh",
        "CNTT": "công nghệ thông tin",
        "CĐS": "chuyển đổi số",
        "DTTS": "dân tộc thiểu số",
        "KHHGĐ": "kế hoạch hóa gia đình",
        "DS-KHHGĐ": "dân số - kế hoạch hóa gia đình",
        "SKSS": "sức khỏe sinh sản",
        "KT-XH": "kinh tế - xã hội",
        "NSNN": "ngân sách nhà nước",
        "ĐVSN": "đơn vị sự nghiệp",
        "TTĐT": "thông tin điện tử",
        "BTV": "Ban Thường vụ",
        "BCH": "Ban Chấp hành",
        "BTCTU": "Ban Tổ chức Tỉnh ủy",
        "TTg": "Thủ tướng Chính phủ",
        "TW": "Trung ương",
        "TƯ": "Trung ương",
        "TT": "Thường trực",
        "PCT": "Phó Chủ tịch",
        "CT": "Chủ tịch",
        "VP": "Văn phòng",
        "CQ": "cơ quan",
        "ĐV": "đơn vị",
        "ĐT": "đoàn thể",
        "LĐ": "Lãnh đạo",
        "CV": "chuyên viên",
        "CM": "chuyên môn",
        "HV": "Học viện",
        "QG": "quốc gia",
        "TX": "thị xã",
        "TP": "thành phố",
        "VTVL": "vị trí việc làm",
        "CDNN": "chức danh nghề nghiệp",
        "SĐH": "sau đại học",
    }
)
_ANY_CASE_LENGTH = 4  # "ubnd" and longer are no Vietnamese syllables; of the shorter ones, these three are none either
_ANY_CASE_SHORT = frozenset({"SNV", "SYT", "NLĐ"})
_ANY_CASE = {
    fold(short): full
    for short, full in ABBREVIATIONS.items()
    if len(short) >= _ANY_CASE_LENGTH or short in _ANY_CASE_SHORT
}
# "TT" is also "thứ tự" (a table's first column), "CT" and "VP" also codes: they count before the office they belong to.
_BEFORE_OFFICE = r"(?=[\s/,.]*(?:các\s+)?(?:UBND|HĐND|PCT|[Tt]ỉnh|[Hh]uyện|[Tt]hành|Ủy|Hội|VP|CV))"
_ABBREVIATION = re.compile(
    r"(?<![\w&-])(?:"
    + "|".join(
        re.escape(short) + (_BEFORE_OFFICE if short in {"TT", "CT", "LĐ", "CV"} else "") + r"(?![\w&]|-\w)"
        for short in sorted(ABBREVIATIONS, key=len, reverse=True)
    )
    + ")"
)
_ABBREVIATION_FOLDED = re.compile(
    rf"(?<![\w&-])(?:{'|'.join(map(re.escape, sorted(_ANY_CASE, key=len, reverse=True)))})(?![\w&]|-\w)"
)


def _expanded(text: str) -> str:
    text = _ABBREVIATION.sub(lambda m: ABBREVIATIONS[m.group()], text)
    pieces: list[str] = []
    at = 0
    for match in _ABBREVIATION_FOLDED.finditer(aligned_fold(text)):
        pieces += [text[at : match.start()], _ANY_CASE[match.group()]]
        at = match.end()
    return "".join([*pieces, text[at:]])


LISTED_OFFICES: tuple[str, ...] = (
    *(f"Sở {field}" for field in _FIELDS),
    *(f"Bộ {field}" for field in _FIELDS),
    *(f"Phòng {field}" for field in (*_FIELDS, *_DIVISIONS)),
    *_WHOLE_NAMES,
    "Các sở, ban, ngành",
    "Các đơn vị trực thuộc",
    *(
        f"{council}{level}"
        for council in _COUNCILS
        for level in ("", " tỉnh", " huyện", " xã", " cấp huyện", " cấp xã")
    ),
    *(f"Chủ tịch {council}{level}" for council in ("Ủy ban nhân dân", "UBND") for level in ("", " tỉnh", " cấp xã")),
)
"""Offices that are known by their whole names, written as in a sentence."""


def _letters(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


_BY_LETTERS: Mapping[str, str] = MappingProxyType({_letters(name): name for name in LISTED_OFFICES})
_FOLDED = re.compile(
    r"(?<!\w)(?:"
    + "|".join(name.replace(" ", r"[\s,–-]{1,3}") for name in sorted(_BY_LETTERS, key=len, reverse=True))
    + r")(?!\w)"
)


def _accented(typed: str) -> str:
    return _BY_LETTERS[_letters(typed)]


def _clean(name: str) -> str:
    return " ".join(name.replace("*", " ").split()).rstrip(",;")


def _link_end(text: str, end: int) -> int:
    link = _LINK.match(text, end)
    return link.end() if link else len(text)
