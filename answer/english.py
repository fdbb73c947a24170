"""Figures and times of Vietnamese documents as an English sentence gives them: "30-40 người/lớp" is "30-40 people/class"."""

import re

from vietnamese.text import has_accents

_WORDS = (
    (r"số lượng (?:học viên|người)", "number of trainees"),
    (r"theo từng năm", "by year"),
    (r"ít nhất|tối thiểu", "at least"),
    (r"tối đa|không quá", "at most"),
    (r"chậm nhất(?: là)?", "at the latest"),
    (r"sau", "after"),
    (r"trong nhiệm kỳ", "in a term of office"),
    (r"trong thời hạn|trong vòng|trong thời gian", "within"),
    (r"kể từ ngày ký", "from the day of signing"),
    (r"ngày làm việc", "working days"),
    (r"(?:lượt )?người|học viên", "people"),
    (r"cán bộ", "officials"),
    (r"công chức", "civil servants"),
    (r"viên chức", "public employees"),
    (r"tiến sĩ|tiến sỹ", "doctorates"),
    (r"thạc sĩ|thạc sỹ", "master's degrees"),
    (r"bác sĩ|bác sỹ", "doctors"),
    (r"giảng viên", "lecturers"),
    (r"đại biểu", "deputies"),
    (r"một bản sao", "one copy"),
    (r"bản sao|bản", "copies"),
    (r"tờ", "sheets"),
    (r"triệu đồng", "million đồng"),
    (r"tỷ đồng", "billion đồng"),
    (r"(?:hằng|hàng|mỗi) năm", "each year"),
    (r"(?:hằng|hàng|mỗi) quý", "each quarter"),
    (r"(?:hằng|hàng|mỗi) tháng", "each month"),
    (r"(?:hằng|hàng|mỗi) tuần", "each week"),
    (r"số lượng", "number"),
    (r"chỉ tiêu", "target"),
    (r"kinh phí", "funding"),
    (r"tổng số|tổng cộng", "total"),
)
# Only behind a figure or a stroke: elsewhere they are other words.
_COUNTED = (
    (r"lớp", "classes", "class"),
    (r"lần", "times", "time"),
    (r"năm", "years", "year"),
    (r"quý", "quarters", "quarter"),
    (r"tháng", "months", "month"),
    (r"tuần", "weeks", "week"),
    (r"ngày", "days", "day"),
)
_DATE = re.compile(r"(?P<cue>(?:trước|đến|từ|sau)\s+)?(?:hết\s+)?ngày\s+(?=\d{1,2}(?:/|\s+tháng))", re.IGNORECASE)
_CUES = {"trước": "before ", "đến": "until ", "từ": "from ", "sau": "after "}
_MONTHS = re.compile(r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})", re.IGNORECASE)


_YEAR = re.compile(r"(?P<cue>(?:đến|từ|trong|cuối)\s+)?năm\s+(?=\d{4}\b)", re.IGNORECASE)
_YEAR_CUES = {"đến": "by ", "từ": "from ", "trong": "in ", "cuối": "the end of "}
_FROM = re.compile(r"(?<!\w)từ\s+(?=\d)", re.IGNORECASE)
_TO = re.compile(r"(?<=\d)\s+đến\s+(?=\d)", re.IGNORECASE)


def in_english(value: str) -> str:
    """A figure, a share, a time or the name of a column in English; as it stands where a word of it is not known, for half a
    translation helps nobody.
    """
    english = _MONTHS.sub(r"\g<day>/\g<month>/\g<year>", value)
    english = _DATE.sub(lambda m: _CUES.get((m["cue"] or "").strip().lower(), ""), english)
    english = _YEAR.sub(lambda m: _YEAR_CUES.get((m["cue"] or "").strip().lower(), ""), english)
    for pattern, word in _WORDS:
        english = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", word, english, flags=re.IGNORECASE)
    for pattern, several, one in _COUNTED:
        english = re.sub(rf"/\s*{pattern}(?!\w)", f"/{one}", english, flags=re.IGNORECASE)
        english = re.sub(rf"(?<![\d.,])(0?1)\s+{pattern}(?!\w)", rf"\1 {one}", english, flags=re.IGNORECASE)
        english = re.sub(rf"(?<=\d)\s+{pattern}(?!\w)", f" {several}", english, flags=re.IGNORECASE)
    english = _TO.sub(" to ", _FROM.sub("from ", english)).strip()
    return value if has_accents(english.replace("đồng", "")) else english
