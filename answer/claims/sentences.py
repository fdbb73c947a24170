"""Parts a written answer into sentences, each with the markers it cites by: what is checked one by one."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

Kind = Literal["statement", "lead", "heading"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as written. `bare` is it without markers, bullet signs and emphasis.

    `markers` are those it cites by, its own or, for a bullet without any, those of the line that leads to it (for a leading line
    without any, those of its bullets). `own` says that they are its own. `pieces` are the stretches of `bare`, each with the markers
    behind it. `items` is the number of bullets a leading line has.
    """

    text: str
    bare: str
    markers: tuple[int, ...]
    own: bool
    kind: Kind
    pieces: tuple[tuple[str, tuple[int, ...]], ...]
    items: int = 0


_MARKER = re.compile(r"\[\s*(\d{1,6}(?:\s*(?:[,;]|-|–)\s*\d{1,6})*)\s*\]")
_ONE = r"\[\s*\d{1,6}(?:\s*(?:[,;]|-|–)\s*\d{1,6})*\s*\]"
_MARKER_RUN = re.compile(rf"(?<!\s)\s*{_ONE}(?:\s*[,;]?\s*{_ONE})*")
_BULLET = re.compile(r"^\s*(?:[-*•+–—◦▪]\s+|\(?\d{1,2}[.)]\s+|\(?[a-zđ]\)\s+|[a-zđ]\.\s+)")
_DASHED = re.compile(r"^\s*[-*•+–—◦▪]\s+")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s+\S|\*\*[^*]+\*\*\s*:?\s*$)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_`](?=\w)|(?<=\w)[*_`](?!\w)|^\s*#{1,6}\s+")
_STOP = re.compile(r"(?:[.!?…]+|\./\.)[\"”’')»]*")
_SHORT = re.compile(
    r"(?:\b(?:TP|Tp|tp|TX|P|Q|H|TT|ThS|TS|PGS|GS|BS|CN|KS|Mr|Mrs|Ms|Dr|Prof|No|Nos|Art|Arts|Sec|St|v\.v|vv|e\.g|i\.e|cf|etc|vs|approx|incl)"
    r"|(?:^|[\s(“\"])(?:Điều|Khoản|Mục|Phần|Chương|khoản|mục|Article|Clause|Section)\s+[\dIVXLC]+|(?:^|\s)[A-ZĐ])$"
)
_STARTS = re.compile(r"\s+(?=[\"“‘'(\[«*]*[A-ZÀ-ỸĐ0-9\[])")
_RANGE_MARKER = re.compile(r"(\d{1,6})\s*[-–]\s*(\d{1,6})")
_LONGEST_RANGE = 50


def split_sentences(answer: str) -> list[Sentence]:
    """The sentences of an answer in its order. Headings and lines that lead to bullets are among them."""
    return _linked([line for line in _with_whole_quotes(answer).split("\n") if line.strip()])


def markers_of(text: str) -> tuple[int, ...]:
    """The markers of a text, each once: "[1]", "[1][2]", "[1, 3]" and "[2-4]"."""
    found: dict[int, None] = {}
    for match in _MARKER.finditer(text):
        listed = _RANGE_MARKER.sub(_spelt_out, match[1])
        found |= dict.fromkeys(int(n) for n in re.findall(r"\d+", listed))
    return tuple(found)


def _spelt_out(match: re.Match[str]) -> str:
    first, last = int(match[1]), int(match[2])
    return " ".join(map(str, range(first, last + 1))) if first <= last < first + _LONGEST_RANGE else match[0]


_QUOTE = re.compile(r"“[^“”]{0,8000}(?:“[^“”]{0,2000}”[^“”]{0,8000})*”|\"[^\"\n]{0,2000}\"|«[^«»]{0,2000}»")
_BREAK = "\x1e"
"""Stands for the end of a line inside quoted words, which are one sentence with what they stand in."""


def _with_whole_quotes(answer: str) -> str:
    return _QUOTE.sub(lambda m: m.group().replace("\n", _BREAK), answer.replace(_BREAK, " "))


def _parts(line: str) -> Iterator[str]:
    """A line's sentences; a stop inside a number, behind an abbreviation or behind a clause's number ends none."""
    bullet = _BULLET.match(line)
    at = bullet.end() if bullet else 0
    begin = 0
    last = len(line.rstrip())
    quotes = [m.span() for m in _QUOTE.finditer(line)]
    starts = [a for a, _ in quotes]
    for stop in _STOP.finditer(line, at):
        before = bisect_left(starts, stop.start())
        if (
            (before and stop.end() < quotes[before - 1][1])
            or _SHORT.search(line[max(begin, stop.start() - 40) : stop.start()])
            or _numbers(line, stop)
        ):
            continue
        behind = _MARKER_RUN.match(line, stop.end())
        end = behind.end() if behind else stop.end()
        if end >= last:
            break
        if _STARTS.match(line, end) or (behind and line[end - 1].isspace()):
            yield line[begin:end].strip()
            begin = end
    rest = line[begin:].strip()
    if rest:
        yield rest


def _numbers(line: str, stop: re.Match[str]) -> bool:
    """Whether a stop only follows a clause's number at the line's start ("5. ", "2.1. ")."""
    if stop.start() > 30:
        return False
    return re.fullmatch(r"[\s#*_\"“]*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ])", line[: stop.start()]) is not None


def _linked(lines: Sequence[str]) -> list[Sentence]:
    sentences: list[Sentence] = []
    leads: list[tuple[int, float]] = []  # index of a leading sentence and the depth of its line, deepest last
    above: list[int | None] = []
    for line in lines:
        depth, heading = _depth(line), _HEADING.match(line) is not None
        while leads and leads[-1][1] >= depth:
            leads.pop()
        parts = list(_parts(line))
        above += [leads[-1][0] if leads else None] * len(parts)
        sentences += [_sentence(part, heading and not markers_of(part)) for part in parts]
        if parts and _leads_on(sentences[-1]):
            leads.append((len(sentences) - 1, depth))
    return _inherited(sentences, above)


def _depth(line: str) -> float:
    """How deep a line stands: text before numbers before dashes, each further in by its blanks."""
    blanks = len(line) - len(line.lstrip())
    level = 2 if _DASHED.match(line) else 1 if _BULLET.match(line) else 0
    return level + blanks / 4 if level else 0


def _leads_on(sentence: Sentence) -> bool:
    return sentence.bare.rstrip().endswith(":")


def _inherited(sentences: Sequence[Sentence], above: Sequence[int | None]) -> list[Sentence]:
    """Bullets take the markers of their leading line, a leading line those of its bullets, where they have none.

    `above` is the index of each sentence's leading line, which stands before it; None where it has none.
    """
    items = Counter(above)
    below = _markers_below(sentences, above)
    over: list[tuple[int, ...]] = []  # markers of the nearest leading line that has any
    result = []
    for i, sentence in enumerate(sentences):
        lead = above[i]
        over.append(() if lead is None else sentences[lead].markers or over[lead])
        markers = sentence.markers or below.get(i, ()) or over[i]
        pieces = sentence.pieces if sentence.own else ((sentence.bare, markers),)
        kind: Kind = "lead" if items[i] and sentence.kind != "heading" else sentence.kind
        result.append(Sentence(sentence.text, sentence.bare, markers, sentence.own, kind, pieces, items[i]))
    return result


def _markers_below(sentences: Sequence[Sentence], above: Sequence[int | None]) -> dict[int, tuple[int, ...]]:
    """The markers of all sentences under each leading line, by its index, in the answer's order."""
    nested: dict[int, list[tuple[int, ...]]] = {}
    below: dict[int, tuple[int, ...]] = {}
    for i in reversed(range(len(sentences))):
        if i in nested:
            below[i] = tuple(dict.fromkeys(chain.from_iterable(reversed(nested.pop(i)))))
        lead = above[i]
        if lead is not None:
            nested.setdefault(lead, []).extend((below.get(i, ()), sentences[i].markers))
    return below


def _sentence(part: str, heading: bool) -> Sentence:
    markers = markers_of(part)
    inner = _BULLET.sub("", part, count=1)
    pieces: list[tuple[str, tuple[int, ...]]] = []
    at = 0
    for run in _MARKER_RUN.finditer(inner):
        pieces.append((_plain(inner[at : run.start()]), markers_of(run.group())))
        at = run.end()
    rest = _plain(inner[at:])
    if rest.strip(" .,;:!?…"):
        pieces.append((rest, pieces[-1][1] if pieces else ()))
    bare = _plain(_MARKER_RUN.sub(" ", inner))
    return Sentence(
        part.replace(_BREAK, "\n"), bare, markers, bool(markers), "heading" if heading else "statement", tuple(pieces)
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r"\s+", " ", _EMPHASIS.sub("", text))).strip()
