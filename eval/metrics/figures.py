"""The numbers, dates and document numbers that a text states, in a form in which two spellings of one are equal."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import dropwhile, takewhile

from answer.claims.facts import holds_number
from vietnamese.dates import find_dates
from vietnamese.numbers import find_document_numbers
from vietnamese.quantities import Quantity, find_quantities
from vietnamese.text import nfc

_LIST_MARK = re.compile(r"(?m)^\s*(?:[-*+]\s+)?\d{1,2}[.)]\s")
_DOCUMENT = re.compile(r"\d+(?:/\d+)*(?:[/-][^\W\d_]+)+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_CODE = re.compile(r"[A-ZĐ]{2}")
_ITEM = re.compile(r"\s*(?:[-*•+–]\s|\d{1,2}[.)]\s|[a-zđ]\)\s)")
_SIGN = re.compile(r"\s*([-*•+–])\s")
_COUNT = 12
"""Number words up to this may count what an answer lists ("two offices") and state no figure of the documents."""


def figures(text: str) -> set[str]:
    """Document numbers whole ("2106/qđ-ubnd"); all else number by number, so that 31/8 is {31, 8} and 03 is 3.

    A number inside a document number counts only there.
    """
    bare = nfc(text)
    documents = {m.group() for m in _DOCUMENT.finditer(bare) if _CODE.search(m.group())}
    for document in sorted(documents, key=len, reverse=True):
        bare = bare.replace(document, " ")
    return {d.casefold() for d in documents} | {_plain(n) for n in _NUMBER.findall(bare)}


def stated(text: str) -> set[str]:
    """The figures of an answer: those of `figures` in its running text, and what it says in words above twelve, of money or in percent.

    "1." or "2)" at the start of a line is no figure, nor is the number in "3 forms:" over three items.
    """
    lines = text.split("\n")
    counted = (_without_count(line, lines[i + 1 :]) for i, line in enumerate(lines))
    return _said(without_numbering("\n".join(counted)))


def unsupported(text: str, source: str) -> set[str]:
    """The figures of an answer that a source does not hold, in whatever spelling: "3" is "ba", "1.5 million" is "1.500.000".

    A document number that is shortened ("Decision 2106") stands where every part of it stands, a quarter in any numeral.
    """
    held = figures(source)
    if not stated(text) - held:
        return set()
    rest = list(nfc(text))
    for start, end in _held_elsewise(nfc(text), nfc(source)):
        rest[start:end] = " " * (end - start)
    return stated("".join(rest)) - held


def without_numbering(text: str) -> str:
    """The text without "1." or "2)" at the start of its lines: the numbering of a list is no figure that it states."""
    return _LIST_MARK.sub(" ", text)


def _said(text: str) -> set[str]:
    words = [q for q in find_quantities(text) if q.word and (q.value > _COUNT or q.unit in ("money", "percent"))]
    return figures(text) | {f"{q.value:g}" if q.value < 1e6 else str(round(q.value)) for q in words}


def _without_count(line: str, following: list[str]) -> str:
    """A line that leads to items, without the number of them: those right under it, or those of the quote that it leads to."""
    if not line.rstrip().endswith(":"):
        return line
    for items in _counts_below(following):
        line = re.sub(rf"(?<![\d.,/])0?{items}(?![\d.,/])", " ", line)
    return line


def _counts_below(following: list[str]) -> set[int]:
    """How many items stand under a line, also below an empty one; of a quote, which may begin with its heading, the items of each sign are counted."""
    below = list(dropwhile(lambda text: not text.strip(), following))
    if not below or not below[0].startswith("“"):
        return {sum(1 for _ in takewhile(_ITEM.match, below))} - {0}
    quote = takewhile(str.strip, [below[0][1:], *below[1:]])
    return set(Counter(found[1] for text in quote if (found := _SIGN.match(text))).values())


def _held_elsewise(text: str, source: str) -> Iterator[tuple[int, int]]:
    """Where an answer states what the source writes in another way: spans of the text, which is in NFC like the source."""
    quantities, numbers, dates = find_quantities(source), find_document_numbers(source), find_dates(source)
    yield from ((q.start, q.end) for q in find_quantities(text) if any(_same(q, own) for own in quantities))
    yield from ((n.start, n.end) for n in find_document_numbers(text) if holds_number(numbers, n))
    quarters = {d.iso for d in dates if d.kind == "quarter"} | {f"--{d.iso[-2:]}" for d in dates if d.kind == "quarter"}
    yield from ((d.start, d.end) for d in find_dates(text) if d.kind == "quarter" and d.iso in quarters)


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are worth the same; half of something is 50 %."""
    parts = {q.unit: q.value * (100 if q.unit == "share" else 1) for q in (one, other)}
    if set(parts) == {"share", "percent"}:
        return abs(parts["share"] - parts["percent"]) < 1e-6
    return abs(one.value - other.value) <= 1e-9 * max(1.0, abs(other.value))


def _plain(number: str) -> str:
    if _THOUSANDS.fullmatch(number):
        number = re.sub(r"[.,]", "", number)
    whole, *rest = number.replace(",", ".").split(".")
    return ".".join([whole.lstrip("0") or "0", *rest])
