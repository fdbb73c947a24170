"""The gate at every page: is its text what stands there, or must the page be read another way?"""

from typing import Literal

import pypdfium2 as pdfium

from ingest.office.legacy import is_legacy
from ingest.pdf.drawing import covered_by_images, shows_anything
from vietnamese.quality import sound_share

Verdict = Literal["text", "scrambled", "legacy_font", "picture", "blank"]
"""Text as it should be; torn or garbled; in letters of TCVN3 or VNI; nothing but what is drawn; nothing at all."""

_SOUND = 0.7  # clean text of any Latin language has 0.86 and more, text torn apart 0.45 and less
_TORN = 1.3  # times as many words as there are on the page
_STAMP = 250  # letters: fewer on top of a scan are a stamp or a signature, not the page's text
_SCAN = 0.5  # of the page: a picture of this size is the page itself


def judge(text: str, page: pdfium.PdfPage, drawn: str) -> Verdict:
    """What a text of a page is worth. `drawn` is its text as the places of its letters part it into words."""
    letters = sum(c.isalnum() for c in text)
    if not letters:
        return "picture" if shows_anything(page) else "blank"
    if letters < _STAMP and covered_by_images(page) > _SCAN:
        return "picture"
    if is_legacy(text):
        return "legacy_font"
    return "text" if _is_sound(text, drawn) else "scrambled"


def _is_sound(text: str, drawn: str) -> bool:
    """Whether a text's words are spelt as words can be; where they are too few to tell, whether they are torn apart."""
    share = sound_share(text)
    if share is None:
        return len(text.split()) <= _TORN * max(len(drawn.split()), 1)
    return share >= _SOUND
