"""The numbers, dates and document numbers that a text states, in a form in which two spellings of one are equal."""

import re

from vietnamese.text import nfc

_LIST_MARK = re.compile(r"(?m)^\s*(?:[-*+]\s+)?\d{1,2}[.)]\s")
_DOCUMENT = re.compile(r"\d+(?:/\d+)*(?:[/-][^\W\d_]+)+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_CODE = re.compile(r"[A-ZĐ]{2}")


def figures(text: str) -> set[str]:
    """Document numbers whole ("2106/qđ-ubnd"); all else number by number, so that 31/8 is {31, 8} and 03 is 3.

    A number inside a document number counts only there.
    """
    bare = nfc(text)
    documents = {m.group() for m in _DOCUMENT.finditer(bare) if _CODE.search(m.group())}
    for document in sorted(documents, key=len, reverse=True):
        bare = bare.replace(document, " ")
    return {d.casefold() for d in documents} | {_plain(n) for n in _NUMBER.findall(bare)}


def without_numbering(text: str) -> str:
    """The text without "1." or "2)" at the start of its lines: the numbering of a list is no figure that it states."""
    return _LIST_MARK.sub(" ", text)


def _plain(number: str) -> str:
    if _THOUSANDS.fullmatch(number):
        number = re.sub(r"[.,]", "", number)
    whole, *rest = number.replace(",", ".").split(".")
    return ".".join([whole.lstrip("0") or "0", *rest])
