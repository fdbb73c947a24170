"""The words of a sentence that only say which document it is taken from: what they name is looked for, but it states nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from answer.claims.facts import holds_number, names_office, offices_of
from answer.claims.references import references_of
from answer.claims.values import is_date_held
from answer.claims.wording import is_english, is_function_word, listed, support, terms_of, worded
from vietnamese.dates import DateMention, find_dates
from vietnamese.glossary import Glossary
from vietnamese.numbers import DocumentNumber, find_document_numbers
from vietnamese.quantities import find_quantities
from vietnamese.text import nfc

_VI = (
    r"kế hoạch|quyết định|nghị định|nghị quyết|bộ luật|luật|thông tư|chỉ thị|kết luận|quy định|quy chế|đề án|chương trình|tờ trình|công văn|văn bản|"
    r"tài liệu|dự thảo|phụ lục|mục|điều|khoản|điểm|phần|chương|đoạn|trích đoạn|nguồn|bảng|biểu|nhiệm vụ"
)
_EN = (
    r"plan|decision|decree|law|resolution|circular|directive|conclusion|regulation|scheme|document|text|draft|appendix|annex|section|article|"
    r"clause|point|part|chapter|passage|excerpt|source|table|task|item|row"
)
_SAYS = (
    r"nêu|ghi|quy định|yêu cầu|giao|đặt ra|đặt|đề ra|cho biết|cho thấy|xác định|nói|dự kiến|đưa ra|phân công|liệt kê|"
    r"states?|says?|lists?|provides?|requires?|assigns?|sets?|gives?|specif(?:ies|y)|names?|indicates?|stipulates?|calls|mentions?|notes?|covers?"
)
_OPENER = (
    r"căn cứ(?: vào| theo)?|theo(?: như)?|tại|trong|ở|dựa (?:trên|vào|theo)|chiếu theo|"
    r"according to|under|in accordance with|in line with|in|pursuant to|based on|as per|per|by|within|on the basis of|from|"
    r"as (?:stated|set out|provided|specified|laid down|required|noted|mentioned) (?:in|by)"
)
_WORD = rf"(?!(?:{_OPENER})\s)[^\s,:;.\d]+\s+"
_YEARS = r"(?:\d{4}(?:\s?[-–]\s?\d{4})?\s+(?:(?!the\s|this\s|a\s)[^\s,:;.\d]+\s+){0,2})?"
_NAME = rf"(?:{_WORD}){{0,6}}?{_YEARS}(?:{_VI}|{_EN})s?(?!\w)"
"""The kind of a document with what may stand before it: "the 2023 training plan", "nội dung Phụ lục"."""
_BEGINS = re.compile(rf"(?<!\w)(?:{_OPENER})\s+{_NAME}", re.IGNORECASE)
_SUBJECT = re.compile(rf"\s*{_NAME}[^:;]{{0,200}}?(?=[\s,]+(?:{_SAYS})(?!\w))", re.IGNORECASE)
_PLAIN_SAYING = re.compile(
    r"[\s,]*(?:nêu|ghi|cho biết|nói|states?|says?|lists?)(?!\w)(?: rõ| that)?\s*:?", re.IGNORECASE
)
_END = re.compile(r",|:|\s(?=thì\s)|$")
_LONGEST = 260
"""Characters of the longest name of a document with what leads to it."""
_SAID_OF_IT = frozenset(
    listed(
        "này kèm ban hành bởi dự thảo số ngày năm tháng giai đoạn của tỉnh nêu trên trích the this dated number no issued of for draft by attached as set out "
        "in with period section annual specific được cung cấp trích dẫn trên đây provided given cited above retrieved supplied"
    )
)
_HELD_WORDS = 0.7
"""The share of the words of such a stretch that the line naming the document holds."""

_BRACKETS = re.compile(r"\(([^()]*)\)")
_DOCUMENT = re.compile(
    r"(?i)\s*(?:theo |under |the )?(?:\d{4}(?: ?[-–] ?\d{4})? )?(?:kế hoạch|quyết định|nghị định|luật|văn bản|tài liệu|plan|decision|decree|law|document)\b"
)
_OPENING = re.compile(
    r"(?i)^(?:theo )?(?:the (?:\d{4}(?: - \d{4})? )?)?(?:kế hoạch|quyết định|nghị định|luật|văn bản|tài liệu|plan|decision|decree|law|document)\b[^:;,.]{0,90}?"
    r"\b(?:nêu|ghi|states?|says?|lists?)\b(?: rõ| that)?\s*:?"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The line by which a passage names its document, with the numbers and dates in it."""

    words: str
    numbers: tuple[DocumentNumber, ...]
    dates: tuple[DateMention, ...]


@lru_cache(maxsize=512)
def read_head(line: str) -> Head:
    """Reads the line that names a document; any text is one."""
    return Head(worded(line), tuple(find_document_numbers(line)), tuple(find_dates(line)))


@dataclass(frozen=True, slots=True)
class Origin:
    """The lines by which the cited passages name their documents: what may be said of where a sentence is from."""

    heads: tuple[Head, ...]
    glossary: Glossary

    def without(self, text: str) -> str:
        """A sentence without the words that only say where it is from; one that names another document keeps them."""
        bare = _BRACKETS.sub(lambda m: " " if find_document_numbers(m[1]) or _DOCUMENT.match(m[1]) else m[0], nfc(text))
        bare = _OPENING.sub("", bare, count=1)
        for start, end in reversed(list(self._stretches(bare))):
            bare = f"{bare[:start]} {bare[end:]}"
        subject = _SUBJECT.match(bare)
        if subject and self._names_source(subject.group()):
            rest = bare[subject.end() :]
            bare = _PLAIN_SAYING.sub("", rest, count=1) if _PLAIN_SAYING.match(rest) else rest
        return bare.strip(" ,")

    def _stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches that begin with "Theo", "under" and the like and name the source, to the end of its title."""
        last = 0
        for match in _BEGINS.finditer(text):
            if match.start() < last:
                continue
            end = self._end(text, match.start(), match.end())
            if end:
                last = end
                yield match.start(), end

    def _end(self, text: str, start: int, end: int) -> int:
        """Where a stretch ends that names the source; 0 where it names something else."""
        found = 0
        for stop in _END.finditer(text, end):
            part = text[found or start : stop.start()]
            if stop.start() - start > _LONGEST or not self._names_source(part):
                break
            if found and not self._runs_on(text, found):
                break
            found = stop.end()
            if text[stop.start() : stop.end()] == ":":
                break
        return found

    def _runs_on(self, text: str, at: int) -> bool:
        """Whether the words on both sides of a comma stand side by side in the line that names the document."""
        before, behind = worded(text[:at]).split(), worded(text[at : at + 40]).split()
        pair = f" {' '.join([*before[-2:], *behind[:2]])} "
        return len(behind) > 1 and any(pair in e.words for e in self.heads)

    def _names_source(self, stretch: str) -> bool:
        """Whether a stretch holds nothing but what a document's line holds: its kind, number, date, issuer, title, or clauses' numbers."""
        plain = nfc(stretch)
        numbers, dates = find_document_numbers(plain), find_dates(plain)
        references = [(r.start, r.end) for r in references_of(plain)]
        if find_quantities(_without_spans(plain, references)):
            return False
        held_numbers = [n for e in self.heads for n in e.numbers]
        held_dates = [d for e in self.heads for d in e.dates]
        years = {str(n.year) for n in held_numbers if n.year}
        if not all(holds_number(held_numbers, n) for n in numbers):
            return False
        if not all(is_date_held(d, held_dates) or d.iso in years for d in dates):
            return False
        if not all(any(names_office(e.words, o) for e in self.heads) for o in offices_of(plain, self.glossary)):
            return False
        spans = [*((n.start, n.end) for n in numbers), *((d.start, d.end) for d in dates), *references]
        return self._is_title(_without_spans(plain, spans))

    def _is_title(self, rest: str) -> bool:
        """Whether the words that are left stand in the line that names the document."""
        bare = re.sub(rf"(?i)(?<!\w)(?:{_OPENER}|{_VI}|{_EN})s?(?!\w)", " ", rest)
        if is_english(rest):
            plain = " ".join(word for word in bare.split() if word.strip(",.").lower() not in _SAID_OF_IT)
            share = support(terms_of(plain, self.glossary), "".join(e.words for e in self.heads))
            return share is None or share >= _HELD_WORDS
        words = [
            w for w in worded(bare).split() if not is_function_word(w) and w not in _SAID_OF_IT and not w.isdigit()
        ]
        held = [w for w in words if any(f" {w} " in e.words for e in self.heads)]
        return len(held) >= _HELD_WORDS * len(words)


def _without_spans(text: str, spans: Sequence[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)
