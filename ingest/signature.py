"""What the end of a document says of it: who signed it, as what, and who received it."""

import re
from collections.abc import Sequence

from ingest.blocks import Block
from ingest.head import Found, is_recognised
from ingest.parts import Part, name_of_line
from vietnamese.listed import with_listed_words
from vietnamese.text import tidy

_COPY = re.compile(r"^(?:SAO Y|SAO LỤC|TRÍCH SAO|BẢN SAO)\b")
_NOTE = re.compile(r"^\([^()]*\)[;,.]*$")
SURE_NAME = 0.9
"""Confidence of recognition below which a scanned name is unknown: no list tells whether it is right."""
_STOPS = ";,. "


def read_signer(parts: Sequence[Part]) -> Found | None:
    """The first part's signer that was read surely."""
    for part in parts:
        signed = _signed(part)
        if signed is not None:
            block = part.signature[signed]
            return Found(name_of_line(block.text) or "", block.text)
    return None


def read_signer_title(parts: Sequence[Part]) -> str | None:
    """The lines in capitals above the signer's name ("TM. ỦY BAN NHÂN DÂN - CHỦ TỊCH")."""
    for part in parts:
        signed = _signed(part)
        titles = [_post(b) for b in part.signature[:signed] if b.text.isupper()] if signed is not None else []
        if titles:
            return " - ".join(titles)
    return None


def _post(block: Block) -> str:
    return with_listed_words(block.text) if is_recognised(block) else block.text


def _signed(part: Part) -> int | None:
    """Where the signer's name stands in the signature: the last name there, but for who certified a copy."""
    copy = next((i for i, b in enumerate(part.signature) if _COPY.match(b.text)), len(part.signature))
    names = [i for i, b in enumerate(part.signature[:copy]) if name_of_line(b.text) and _is_sure_name(b)]
    return names[-1] if names else None


def _is_sure_name(block: Block) -> bool:
    return block.confidence is None or block.confidence >= SURE_NAME


def read_recipients(parts: Sequence[Part]) -> tuple[str, ...]:
    """A line without a bullet goes on with the one before it, unless that was ended; a note in brackets by itself is none."""
    names: list[str] = []
    goes_on = False
    for block in (block for part in parts for block in part.recipients):
        words = tidy(block.words)
        if _NOTE.match(words):
            continue  # beside a brace, for several of them
        if block.mark is None and goes_on:
            names[-1] = f"{names[-1]} {words}"
        elif words.rstrip(_STOPS) and (block.mark is not None or names):
            names.append(words)
        goes_on = bool(names) and words[-1:] not in ("", ";", ".")
    return tuple(name.rstrip(_STOPS) for name in names)
