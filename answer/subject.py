"""What a question for a meaning is about: the "bản sao y" of "bản sao y là gì?"."""

import re

from vietnamese.text import nfc

_OPENING = re.compile(
    r"^(?:(?:xin|cho tôi|cho|tôi muốn|hãy)\s+(?:hỏi|biết)[,:]?\s+|(?:theo|trong)\s+[^,]{3,80},\s*|(?:vậy|thế)\s+(?!nào))",
    re.IGNORECASE,
)
_VIETNAMESE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:thế nào|như thế nào)\s+(?:được\s+(?:gọi|coi|xem)\s+)?là\s+(?P<subject>.{2,100}?)[\s?.]*$",
        r"^(?:định nghĩa|khái niệm)\s+(?:của\s+|về\s+)?(?P<subject>.{2,100}?)(?:\s+là\s+gì)?[\s?.]*$",
        r"^(?P<subject>.{2,100}?)\s+(?:(?:có\s+)?nghĩa\s+là\s+gì|được\s+(?:hiểu|định nghĩa)\s+(?:là\s+gì|như\s+thế\s+nào|thế\s+nào|ra\s+sao)"
        r"|là\s+(?:cái\s+|cơ\s+quan\s+)?gì)[\s?.]*$",
    )
)
_ENGLISH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^what\s+(?:does|do)\s+(?P<subject>.{2,80}?)\s+mean\b",
        r"^what\s+is\s+meant\s+by\s+(?P<subject>.{2,80}?)(?:\s+(?:under|in|according to|by)\s.*)?[\s?.]*$",
        r"^(?:what\s+is\s+the\s+)?definition\s+of\s+(?P<subject>.{2,80}?)(?:\s+(?:under|in|according to)\s.*)?[\s?.]*$",
        r"^define\s+(?P<subject>.{2,80}?)[\s?.]*$",
        r"^what\s+(?:is|are)\s+(?P<subject>.{2,80}?)(?:\s+(?:under|in|according to)\s.*)?[\s?.]*$",
    )
)
_QUOTES = "“”\"'‘’«» \t"
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)


def defined_subject(text: str, english: bool = False) -> str | None:
    """What a question wants the meaning of, without quotation marks; None where it does not ask for a meaning."""
    text = _OPENING.sub("", nfc(text).strip())
    for pattern in _ENGLISH if english else _VIETNAMESE:
        match = pattern.match(text)
        if match:
            return _ARTICLE.sub("", match["subject"].strip(_QUOTES)) if english else match["subject"].strip(_QUOTES)
    return None
