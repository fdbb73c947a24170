"""Parts a written answer into sentences, each with the markers it cites by: what is checked one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    lead: str = ""


_MARKER = re.compile(r"\[\s*(\d{1,6}(?:\s*(?:[,;]|-|–)\s*\d{1,6})*)\s*\]")
_ONE = r"\[\s*\d{1,6}(?:\s*(?:[,;]|-|–)\s*\d{1,6})*\s*\]"
_MARKER_RUN = re.compile(rf"\s*{_ONE}(?:\s*[,;]?\s*{_ONE})*")
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
    lines = [line for line in _with_whole_quotes(answer).split("\n") if line.strip()]
    raw = [(line, part) for line in lines for part in _parts(line)]
    return _linked(raw)


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
    quotes = [m.span() for m in _QUOTE.finditer(line)]
    for stop in _STOP.finditer(line, at):
        if (
            any(a < stop.start() and stop.end() < b for a, b in quotes)
            or _SHORT.search(line[max(begin, stop.start() - 40) : stop.start()])
            or _numbers(line, stop)
        ):
            continue
        behind = _MARKER_RUN.match(line, stop.end())
        end = behind.end() if behind else stop.end()
        if end >= len(line.rstrip()):
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


def _linked(raw: Sequence[tuple[str, str]]) -> list[Sentence]:
    sentences: list[Sentence] = []
    leads: list[tuple[int, float]] = []  # index of a leading sentence and the depth of its line
    lead_of: dict[int, int] = {}
    for line, part in raw:
        depth = _depth(line)
        leads = [(i, d) for i, d in leads if d < depth]
        if leads:
            lead_of[len(sentences)] = leads[-1][0]
        sentence = _sentence(part, bool(_HEADING.match(line)) and not markers_of(part))
        if _leads_on(sentence) and line.rstrip().endswith(part):
            leads.append((len(sentences), depth))
        sentences.append(sentence)
    return _inherited(sentences, lead_of)


def _depth(line: str) -> float:
    """How deep a line stands: text before numbers before dashes, each further in by its blanks."""
    blanks = len(line) - len(line.lstrip())
    level = 2 if _DASHED.match(line) else 1 if _BULLET.match(line) else 0
    return level + blanks / 4 if level else 0


def _leads_on(sentence: Sentence) -> bool:
    return sentence.bare.rstrip().endswith(":")


def _inherited(sentences: list[Sentence], lead_of: dict[int, int]) -> list[Sentence]:
    """Bullets take the markers of their leading line, a leading line those of its bullets, where they have none."""
    result = []
    for i, sentence in enumerate(sentences):
        below = [k for k in lead_of if _is_under(k, i, lead_of)]
        markers, lead, kind = sentence.markers, "", sentence.kind
        if below and kind != "heading":
            kind = "lead"
        if not markers and below:
            markers = tuple(dict.fromkeys(m for k in below for m in sentences[k].markers))
        above = i
        while above in lead_of:
            above = lead_of[above]
            lead = f"{sentences[above].bare} {lead}".strip()
            markers = markers or sentences[above].markers
        pieces = sentence.pieces if sentence.own else ((sentence.bare, markers),)
        direct = sum(lead_of[k] == i for k in below)
        result.append(Sentence(sentence.text, sentence.bare, markers, sentence.own, kind, pieces, direct, lead))
    return result


def _is_under(k: int, i: int, lead_of: dict[int, int]) -> bool:
    while k in lead_of:
        k = lead_of[k]
        if k == i:
            return True
    return False


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
