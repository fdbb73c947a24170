"""From when and until when a document says that it is in force: only its own words about itself count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.parts import Part
from vietnamese.acts import ACT_WORDS
from vietnamese.dates import find_dates
from vietnamese.text import fold_markup, nfc

_ACT = rf"(?:{ACT_WORDS}|Văn bản)"
_FORCE = r"có hiệu lực(?: thi hành| pháp luật)?"
_BEGINS = re.compile(
    rf"\b{_ACT} này (?:sẽ |chính thức )?{_FORCE},? (?:kể )?từ (?P<when>ngày\b.{{0,60}})",
    re.IGNORECASE,
)
# The document is the subject, and no other act comes between it and the end: "Nghị định này có hiệu lực từ … đến hết ngày …".
_ENDS = re.compile(
    rf"^(?:[^.;:]{{1,40}}[:.)] )?{_ACT} này (?:sẽ |chỉ |chính thức )?"
    rf"(?:{_FORCE}(?:,? (?:kể )?từ (?:(?!\b(?:{_ACT}|Các|Những|Điều|Khoản|Mục|trừ)\b)[^;]){{1,60}}?)?,? (?:cho )?(?:đến|tới)(?: hết)?"
    rf"|(?:{_FORCE},? (?:kể )?từ (?:(?!\b(?:{_ACT}|Các|Những|Điều|Khoản|Mục|trừ)\b)[^;]){{1,60}}?(?: và|,) (?:sẽ )?)?"
    r"hết hiệu lực(?: thi hành)?,? (?:kể )?từ) (?P<when>ngày\b.{0,60})",
    re.IGNORECASE,
)
_ITS_OWN_DAY = re.compile(r"^ngày (?:ký|ban hành|(?:được )?thông qua|(?:được )?Quốc hội thông qua)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐ])")


@dataclass(frozen=True, slots=True)
class Effect:
    """A day that the document names for its force, ISO, with the sentence that says so; None where the sentence names no day."""

    date: str | None
    words: str


def read_effect(parts: Sequence[Part], issued: str | None) -> tuple[Effect | None, Effect | None]:
    """When the document comes into force and when its force ends, as far as it says; `issued` is its own date, ISO."""
    begins: Effect | None = None
    ends: Effect | None = None
    for part in parts:
        for block in part.body:
            if block.quoted or block.is_row:
                continue
            for sentence in _SENTENCE.split(nfc(block.text)):
                begins = begins or _effect(_BEGINS, sentence, issued)
                ends = ends or _effect(_ENDS, sentence, None)
        if begins or ends:
            break  # what is attached speaks of itself
    return begins, ends


def _effect(pattern: re.Pattern[str], sentence: str, issued: str | None) -> Effect | None:
    match = pattern.search(sentence)
    if match is None:
        return None
    words = fold_markup(sentence)
    if _ITS_OWN_DAY.match(match["when"]):
        return Effect(issued if issued and len(issued) == len("2025-06-16") else None, words)
    first = next((d for d in find_dates(match["when"]) if d.kind == "day" and d.start == 0), None)
    return Effect(first.iso if first else None, words)
