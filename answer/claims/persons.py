"""Proper names of persons, places and institutions that a sentence states, by their capitals."""

import re
from collections.abc import Iterable

from answer.claims.references import references_of
from answer.claims.wording import folded_words, is_english, is_function_word, listed, vietnamese_runs, worded
from vietnamese.numbers import find_document_numbers
from vietnamese.provinces import find_provinces, find_provinces_folded
from vietnamese.syllable import is_foreign
from vietnamese.text import fold, has_accents, key, nfc

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_CAPITAL = rf"(?:(?![ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ])[{_UPPER}])[^\W\d_]*"
_CAPITALS = re.compile(rf"(?<!\w){_CAPITAL}(?:[^\S\n]+{_CAPITAL})+(?!\w)")
_KINDS = re.compile(
    r"(?i)(?<!\w)(?:quyết định|kế hoạch|nghị định|nghị quyết|thông tư|chỉ thị|kết luận|quy định|quy chế|đề án|chương trình|tờ trình|công văn|"
    r"văn bản|tài liệu|phụ lục|hướng dẫn|thông báo|báo cáo|dự thảo|nhiệm vụ|luật|mục|điều|khoản|điểm|phần|chương|bảng|biểu|đoạn|nguồn)(?!\w)"
)
_TITLES = frozenset(listed("ông bà anh chị cô chú em đồng chí mr mrs ms dr prof comrade"))
_LEADING = frozenset(
    listed(
        "giao chỉ cử mời gửi trình báo bầu riêng lớp khối ngành nhóm ngoài bên đối tỉnh huyện xã cấp ai nơi người toàn mọi mỗi căn dựa nhờ tuy "
        "bởi hễ dù dẫu hơn gần khoảng chính đặc nhất trường hợp ngay kể thông nói như tương riêng tổng tất"
    )
)
"""Words beside those that tell nothing by which sentences open before a name."""
_UNACCENTED = re.compile(r"(?<!\w)[A-Z][a-z]+(?:\s+[A-Z][a-z]+){2,3}(?!\w)")
_STOP_MARK = ";"
"""Takes the place of what is no part of a person's name: names do not run across it."""


def persons_of(sentence: str, offices: Iterable[tuple[int, int]]) -> list[str]:
    """The names of two capitalised words or more outside the spans of `offices`, those of documents and their kinds."""
    if is_english(sentence):
        return [run for run in vietnamese_runs(sentence) if sum(w[0].isupper() for w in run.split()) > 1]
    text = _without(sentence, offices)
    runs = (_bare(m.group(), _opens(text, m.start())) for m in _CAPITALS.finditer(text))
    return [run for run in runs if len(run.split()) > 1 and not _is_common(run)]


def unaccented_names(sentence: str) -> list[str]:
    """Vietnamese names typed without accents in an English sentence: three capitalised syllables or more in a row ("Pham Anh Tuan")."""
    text = nfc(sentence)
    places = [(p.start, p.end) for p in find_provinces_folded(text) if text[p.start].isupper()]
    names = (_bare(m.group(), True) for m in _UNACCENTED.finditer(_blanked(text, places)))
    return [n for n in names if len(n.split()) > 2 and not any(map(is_foreign, n.split()))]


def is_person_held(name: str, passage: str) -> bool:
    """Whether a passage names a person or a place as written, with or without accents where the sentence has none."""
    words = worded(name).strip()
    text = worded(passage)
    return f" {words} " in text or (not has_accents(name) and f" {fold(words)} " in folded_words(passage))


def _without(sentence: str, offices: Iterable[tuple[int, int]]) -> str:
    text = nfc(sentence)
    spans = [*offices, *((n.start, n.end) for n in find_document_numbers(text))]
    spans += [(r.start, r.end) for r in references_of(text)]
    spans += [(p.start, p.end) for p in find_provinces(text)]
    return _blanked(text, [*spans, *(m.span() for m in _KINDS.finditer(text))])


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = _STOP_MARK * (end - start)
    return "".join(letters)


def _opens(text: str, start: int) -> bool:
    """Whether a word has its capital from where it stands: at the start of a sentence or of a part behind a stop."""
    return re.search(r"(?:^|[.:;!?“\"(…-])\s*$", text[:start]) is not None


def _bare(run: str, opens: bool) -> str:
    """A run of capitalised words without the words before a name: those that open a sentence, titles of persons."""
    words = run.split()
    while words and (key(words[0]) in _TITLES or (opens and _is_opener(words[0]))):
        words.pop(0)
    return " ".join(words)


def _is_opener(word: str) -> bool:
    return is_function_word(word) or key(word) in _LEADING


def _is_common(name: str) -> bool:
    return key(name) in {"việt nam", "nhà nước", "kế hoạch đào tạo"} or name.isupper()
