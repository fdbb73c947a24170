"""Sentences that say what the documents do not say, and those that say nothing to be checked: neither needs a marker."""

import re

from answer.claims.sentences import Sentence
from vietnamese.numbers import find_document_numbers
from vietnamese.offices import find_offices
from vietnamese.quantities import find_quantities
from vietnamese.text import key, nfc

_SOURCES_VI = r"(?:văn bản|tài liệu|đoạn(?: trích| văn)?|trích đoạn|nguồn|(?<!phòng )(?<!sở )(?<!bộ )kế hoạch|quyết định|nghị định|luật|thông tư|điều khoản|quy định|dữ liệu|phụ lục)"
_ABSENT = re.compile(
    rf"\b{_SOURCES_VI}\b[^.;]{{0,90}}?\b(?:không|chưa)(?: có)?(?: thấy)? (?:nêu|quy định|đề cập|ghi|nói|cho biết|nhắc|thể hiện|chứa|cung cấp|thông tin|xác định|chỉ rõ|hướng dẫn|bao gồm thông tin|đưa ra|có(?! (?:trách nhiệm|nghĩa vụ|quyền|thẩm quyền|nhiệm vụ|thể)\b))\b"
    r"|\bkhông (?:có|tìm thấy|thấy)(?: đủ)? (?:thông tin|căn cứ|dữ liệu|quy định|nội dung)\b|\b(?:không|chưa) được (?:nêu|đề cập|quy định|nói|ghi|nhắc)\b[^.;]*\b(?:trong|tại|ở)\b"
    r"|\b(?:passages?|documents?|texts?|sources?|excerpts?|plans?|decisions?|decree|law|materials?|provisions?|extracts?)\b[^.;]{0,60}?\b(?:do|does|did|is|are)(?: not|n't)(?: \w+)? (?:say|state|mention|specify|contain|give|indicate|provide|cover|address|set|name|include|tell|explain|list|show|identify|define|silent)\b"
    r"|\bno information\b|\b(?:is|are) not (?:stated|mentioned|specified|given|indicated|provided|addressed|found|set out|named)\b[^.;]*\b(?:passage|document|text|source|excerpt|plan|decision|decree|law|material|provision)s?\b"
    r"|\b(?:is|are) silent\b|\b(?:says?|state|contains?|mention) nothing\b|\bnothing in the (?:passages?|documents?|text|sources?)\b"
)
_TURN = re.compile(
    r"(?:,|;)?\s+(?:nhưng|tuy nhiên|song|mà(?= chỉ)|mặc dù|dù|but|however|although|though|yet|while|whereas|only that)\b|;|\s[–—]\s"
)
_OPENING = re.compile(
    r"(?:dưới đây|sau đây|here (?:is|are)|below (?:is|are)|the following (?:is|are))\b[^.;]{0,100}[:.]?$"
)
_ALONE = re.compile(
    r"(?:tóm lại|tóm tắt|cụ thể(?: như sau)?|như sau|chi tiết|ghi chú|lưu ý|nguồn|trả lời|có|không|đúng|đúng vậy|vâng|in short|in summary|summary|details?|notes?|"
    r"sources?|as follows|answer|yes|no)[\s,:.!]*$"
)
_OFFER = re.compile(
    r"(?:nếu (?:bạn|anh|chị|ông|bà) (?:cần|muốn)|vui lòng (?:cho (?:tôi )?biết|hỏi)|please (?:let me know|ask)|let me know|if you (?:need|want|would)|feel free|i hope|hy vọng)\b"
)
_MOST_WORDS = 6


def absence_of(sentence: Sentence) -> tuple[str, str] | None:
    """The part that says what the documents do not say and the rest, which claims something; None where no part does."""
    text = sentence.bare
    keyed = key(text)
    match = _ABSENT.search(keyed)
    if match is None:
        return None
    plain = nfc(text)
    turns = list(_TURN.finditer(keyed))
    start = max((m.end() for m in turns if m.end() <= match.start()), default=0)
    end = min((m.start() for m in turns if m.start() >= match.end()), default=len(plain))
    rest = f"{plain[:start]} {plain[end:]}".strip(" ,;.–—")
    return plain[start:end], re.sub(
        r"^(?:nhưng|tuy nhiên|song|but|however|although|though|while)\b[\s,]*", "", rest, flags=re.IGNORECASE
    )


def carries_a_fact(absence: str) -> bool:
    """Whether what should only be an absence states figures or documents: years alone say what is asked about."""
    return bool([q for q in find_quantities(absence) if not (q.word and q.value < 3)] or find_document_numbers(absence))


def claims_nothing(sentence: Sentence) -> bool:
    """Whether a sentence needs no marker: a heading, a line that leads on, an offer of help, a question; none states a fact."""
    keyed = key(sentence.bare).strip()
    words = re.findall(r"\w+", keyed)
    if not words:
        return True
    if find_document_numbers(sentence.bare) or find_quantities(sentence.bare):
        return False
    short = len(words) <= 4 * _MOST_WORDS
    if keyed.endswith("?"):
        return True
    if sentence.kind == "heading":
        return len(words) <= 2 * _MOST_WORDS and not keyed.endswith((".", ";"))
    if keyed.endswith(":") and short:
        return True
    if _ALONE.match(keyed):
        return True
    return short and bool(_OPENING.match(keyed) or (_OFFER.match(keyed) and not find_offices(sentence.bare)))
