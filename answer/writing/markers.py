"""Markers of passages in what a language model writes: brought into the one form `[n]` while the text still comes in."""

import re
from collections.abc import Callable, Collection, Mapping

from answer.claims.sentences import markers_of
from vietnamese.text import fold

_MARKER = re.compile(r"\[(\d{1,6})\]")
_OPENERS, _CLOSERS = "[【［", "]】］"
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_HELD = 40
"""Characters of a bracket that are held back before it is taken for mere text."""
_LISTED = 80
"""The same for a bracket that still reads like a list of passages, and for what may be an address."""
_LARGEST = 999
"""A larger number in brackets is a year or a figure of the text, unless a passage has it."""

# What follows is compared with folded text: lower case, no accents, blanks single.
_LABELS = (
    *("doan", "doan trich", "trich doan", "trich dan", "nguon", "tai lieu"),
    *("passage", "passages", "source", "sources", "citation", "citations", "reference", "references", "ref", "refs"),
    *("document", "documents", "doc", "docs", "excerpt", "excerpts"),
)
_COUNTED = ("so", "no")
_BETWEEN = ("va", "and", "hoac", "or", "to", "den")
_LABEL = rf"(?:(?:(?:{'|'.join(_LABELS)})(?![^\W\d_])[.:]? ?){{1,2}}(?:(?:{'|'.join(_COUNTED)})[.:]? ?)?|[\^#] ?)"
_TAIL = r"(?:(?::\d{1,3})? ?†[^,;]*+)?"  # "1†source", "1:0†L12-L15"
_ITEM = rf"(?:{_LABEL})?(\d{{1,6}}){_TAIL}(?: ?(?:[-–—−~]|to|den) ?(?:{_LABEL})?(\d{{1,6}}){_TAIL})?"
_SEPARATOR = r"(?: ?[,;，；、&+] ?(?:(?:va|and) )?| (?:va|and|hoac|or) | )"
_CITATION = re.compile(rf"{_ITEM}(?:{_SEPARATOR}{_ITEM})*[ .,;:]*")
_ITEMS = re.compile(_ITEM)
_ONLY_LABEL = re.compile(_LABEL)
_LAST_WORDS = (re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+ [^\W\d_]+$"))

_ADDRESS_BEGUN = re.compile(
    r"[ \t]*<?(?:(?:https?|ftp|file|mailto|javascript|vbscript|data|tel):|[a-z][a-z0-9+.-]*://|//|www\.|#|\.{0,2}/)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[ \t]*<?(?:[\w.~%-]+/)*[\w~%-]+(?:\.[\w~%-]+)*\.[a-z]{2,5}(?:[/?#:]\S*)?>?[ \t]*", re.ASCII)
"""A host or a file without a scheme: "example.org/a", "plan.pdf"; no document number and no abbreviation reads so."""
_TITLE_BEGUN = re.compile(r"[ \t]*(?:\"[^\"]*\"?|'[^']*'?)?[ \t]*")

_JOINTS = ("", ",", ";", "và", "and", ", và", ", and")
"""What may stand between two markers of one run, apart from blanks."""
_SPOKEN = re.compile(
    r"(?i)(?P<quote>“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»)|"
    r"(?P<led>^\W*|[.;:!?,(\n]\s*|(?<!\w)(?:theo|trong|tại|ở|như|từ|các|và|under|in|from|to|by|per|of|see|and)\s+(?:trích )?)"
    r"(?P<word>đoạn(?: trích)?|passage)\s+(?P<number>\d{1,2})\b(?![/.]\d)(?!\s+(?:điểm|khoản|điều|của|of)(?!\w))"
)
"""A passage named by its number, where the words lead to one: the 2 of "giai đoạn 2", of "đoạn 2 khoản 1" and of quoted words stays."""
_CLOSING = ".,;:!?…)]}”»"


def markers_in(text: str) -> tuple[int, ...]:
    """The numbers written exactly `[n]`, each once, in the order of first use.

    Unlike `markers_of`, which reads what any program wrote, this leaves alone the "[ 5 ]" of a quote that is no marker of ours.
    """
    return tuple(dict.fromkeys(int(n) for n in _MARKER.findall(text)))


def renumbered(text: str, order: Mapping[int, int]) -> str:
    """The text with each `[n]` written `[order[n]]`. KeyError where `order` lacks one: left as it is, it would cite another.

    A passage that the words name by its number ("Theo đoạn 4, …") goes by the new one too, as far as `order` has it.
    """
    spoken = _SPOKEN.sub(lambda m: _respoken(m, order), text)
    return _MARKER.sub(lambda m: f"[{order[int(m[1])]}]", spoken)


def _respoken(match: re.Match[str], order: Mapping[int, int]) -> str:
    if match["quote"]:
        return match[0]
    return f"{match['led']}{match['word']} {order.get(int(match['number']), match['number'])}"


class MarkerStream:
    """Text with markers in any form that models write, piece by piece, to text with `[n]` alone, `n` one of `known`.

    Where the pieces are cut makes no difference. What `feed` has given is never taken back. At most some eighty characters are
    held back, and only where a bracket, or a blank that may go with a dropped marker, is not decided yet.
    """

    def __init__(self, known: Collection[int]) -> None:
        self._known = frozenset(known)
        self._shown = _Shown()
        self._state: Callable[[str], None] = self._plain
        self._outer = ""  # those around it with nothing else in them: the first of "[[1]]"
        self._held = ""  # the open bracket; behind its end the whole one, "" where it was a citation
        self._owed: list[str | None] = []  # what to write for the closers of opened brackets; None: as they are written
        self._address = ""  # behind "](", or behind its address
        self._depth = 0  # of round brackets in the address

    def feed(self, piece: str) -> str:
        """What may be shown now that this piece is known."""
        for c in piece:
            self._state(c)
        return self._shown.take()

    def close(self) -> str:
        """The rest, at the end of the text: half a marker is dropped, half a bracket of words is not."""
        if self._state == self._opened:
            if self._may_cite():
                self._cite(())
            else:
                self._let_go()
        elif self._state == self._linked and not _ADDRESS.fullmatch(self._address):
            self._no_link(apart=False)
        elif self._state == self._titled:
            self._shown.text(self._address)
        elif self._state in (self._closed, self._linked):
            self._write_bracket(as_link=self._state == self._linked)
        self._state = self._plain
        self._shown.rest()
        return self._shown.take()

    # One method a state; each is given the next character.

    def _plain(self, c: str) -> None:
        if c in _OPENERS:
            self._held, self._state = c, self._opened
        elif c in _CLOSERS and self._owed:
            owed = self._owed.pop()
            self._shown.text(c if owed is None else owed)
            self._state = self._closed
        else:
            self._shown.text(c)

    def _opened(self, c: str) -> None:
        if c in _CLOSERS:
            self._end(c)
        elif c in _OPENERS:
            self._nest(c)
        else:
            self._held += c
            size = len(self._held) - 1
            undecided = size <= _HELD and c not in _BREAKS
            if not undecided and (size > _LISTED or not self._may_cite()):
                self._let_go()

    def _closed(self, c: str) -> None:
        """Behind a bracket, which is a link's where an address follows."""
        if c == "(":
            self._address, self._depth, self._state = "", 0, self._linked
        else:
            self._write_bracket()
            self._go_on(c)

    def _linked(self, c: str) -> None:
        """Behind "](", as long as it is not known whether what follows is an address."""
        if c in _OPENERS or c in _CLOSERS:
            self._no_link(apart=True)
            self._go_on(c)
        elif c == ")" and not self._depth:
            if _ADDRESS.fullmatch(self._address):
                self._write_bracket(as_link=True)
                self._state = self._behind_link
            else:
                self._no_link(apart=False)
                self._go_on(c)
        else:
            self._address += c
            self._count(c)
            if _ADDRESS_BEGUN.match(self._address):
                self._write_bracket(as_link=True)
                self._state = self._skipping
            elif c in _BREAKS or len(self._address) > _LISTED or re.search(r"\S\s+\S", self._address):
                self._no_link(apart=False)

    def _skipping(self, c: str) -> None:
        """Inside a link's address, which nobody is shown."""
        if c in _OPENERS or c in _BREAKS:
            self._go_on(c)
        elif c.isspace():
            self._address, self._state = c, self._titled
        elif c == ")" and not self._depth:
            self._state = self._behind_link
        else:
            self._count(c)

    def _titled(self, c: str) -> None:
        """Behind a link's address: its title and its end, or else the text goes on without the link having ended."""
        if c == ")" and _TITLE_BEGUN.fullmatch(self._address) and self._address.count('"') != 1:
            self._state = self._behind_link
        elif c in _OPENERS or c in _CLOSERS or c in _BREAKS or len(self._address) > _LISTED:
            self._shown.text(self._address)
            self._go_on(c)
        else:
            self._address += c
            if not _TITLE_BEGUN.fullmatch(self._address):
                self._shown.text(self._address)
                self._state = self._plain

    def _behind_link(self, c: str) -> None:
        """A link has just ended, so that words in round brackets may stand directly behind a marker: parted, or they read as its address."""
        self._state = self._plain
        if c == "(":
            self._shown.apart(c)
        else:
            self._plain(c)

    def _go_on(self, c: str) -> None:
        self._state = self._plain
        self._plain(c)

    def _count(self, c: str) -> None:
        self._depth += (c == "(") - (c == ")")

    # What becomes of a bracket.

    def _end(self, closer: str) -> None:
        self._state = self._closed
        numbers = self._cited()
        if numbers is None:
            self._held += closer
        else:
            self._cite(numbers)

    def _nest(self, opener: str) -> None:
        """A bracket within the open one: "[[1], [2]]" loses the outer one, "[see [1]]" gets round ones."""
        content, numbers = _folded(self._held[1:]), self._cited()
        if not content:
            self._outer += self._held
            if len(self._outer) > _HELD:
                self._shown.apart(self._outer_as(")"))
        elif numbers is not None or _ONLY_LABEL.fullmatch(content):
            self._owed.append("")
            self._cite(numbers)
        else:
            self._shown.apart(f"{self._outer_as(')')}({self._held[1:]}")
            self._owed.append(")")
        self._held = opener

    def _cite(self, numbers: tuple[int, ...] | None) -> None:
        """Writes the markers; None: there are none to write or to drop. Brackets around them are dropped with their ends."""
        self._outer_as("")
        self._held = ""
        if numbers is not None:
            self._shown.cite(numbers)

    def _let_go(self) -> None:
        """The open bracket will not be a citation: shown as far as it goes, with a round bracket where it holds a number."""
        if _has_digit(self._held) or self._may_cite():
            self._shown.apart(f"{self._outer_as(')')}({self._held[1:]}")
            self._owed.append(")")
        else:
            self._shown.text(self._outer_as(None) + self._held)
            self._owed.append(None)
        self._shown.rest()
        self._held, self._state = "", self._plain

    def _write_bracket(self, as_link: bool = False) -> None:
        """Writes the closed bracket, where it is not a citation and written already."""
        held, self._held = self._held, ""
        if as_link and held:
            self._shown.apart(self._outer_as(")") + held[1:-1])
        elif _has_digit(held):
            self._shown.apart(f"{self._outer_as(')')}({held[1:-1]})")
        elif held:
            self._shown.text(self._outer_as(None) + held)

    def _no_link(self, apart: bool) -> None:
        """What stood behind "](" is text. `apart` where it holds brackets, which may go and leave what reads as an address."""
        self._write_bracket()
        if apart:
            self._shown.apart("(")
        else:
            self._shown.text("(")
        self._shown.text(self._address)
        self._state = self._plain

    def _outer_as(self, closer: str | None) -> str:
        """The outer brackets as they are to be written where their ends are written as `closer`."""
        outer, self._outer = self._outer, ""
        self._owed += [closer for c in outer if c in _OPENERS]
        return outer if closer is None else "".join("(" if c in _OPENERS else c for c in outer)

    def _cited(self) -> tuple[int, ...] | None:
        """The known passages that the open bracket names; None where it names none, known or not."""
        content = _folded(self._held[1:])
        if not _CITATION.fullmatch(content):
            return None
        items = [f"{first}-{last}" if last else first for first, last in _ITEMS.findall(content)]
        numbers = markers_of(f"[{','.join(items)}]")
        if any(n > _LARGEST and n not in self._known for n in numbers):
            return None
        return tuple(n for n in numbers if n in self._known)

    def _may_cite(self) -> bool:
        """Whether the open bracket could still become a citation."""
        content = _folded(self._held[1:])
        if _CITATION.fullmatch(content) or _CITATION.fullmatch(f"{content}1"):
            return True
        return any(_is_begun(content, found[0]) for words in _LAST_WORDS if (found := words.search(content)))


class _Shown:
    """The text that was decided so far. Keeps a marker from repeating in a run, and from leaving its blank when it is dropped."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._last = ""  # the last character given out; "" at the start
        self._run: set[int] | None = None  # markers with only joints between them, up to here; None in other text
        self._gap: list[str] = []  # blanks, in a run a joint too: they go if the markers behind them do
        self._dropped = False  # a citation was dropped behind the gap
        self._after: list[str] = []  # the gap behind what was dropped

    def take(self) -> str:
        """The text since the last call."""
        text = "".join(self._pieces)
        self._pieces.clear()
        return text

    def text(self, text: str) -> None:
        """Goes on with text that is no marker."""
        for c in text:
            if self._in_gap(c):
                self._behind().append(c)
            else:
                self._settle(c)
                self._give(c)

    def apart(self, text: str) -> None:
        """Like `text`; with a blank before a round bracket that would make the square one before it a link's."""
        if text.startswith("("):
            self._settle("(")
            if self._last and self._last in _CLOSERS:
                self._give(" ")
        self.text(text)

    def cite(self, numbers: Collection[int]) -> None:
        """Goes on with markers, those left out that the run has; none at all where the citation is dropped."""
        self._part()
        run = self._run = set() if self._run is None else self._run
        fresh = [n for n in dict.fromkeys(numbers) if n not in run]
        run.update(fresh)
        if fresh:
            self._give("".join(self._gap) + "".join(f"[{n}]" for n in fresh))
            self._gap = []
        self._dropped = not fresh
        self._after = []

    def rest(self) -> None:
        """Gives out the gap: no marker behind it will be dropped with it."""
        self._settle("")

    def _behind(self) -> list[str]:
        """The gap behind what came last."""
        return self._after if self._dropped else self._gap

    def _in_gap(self, c: str) -> bool:
        if c.isspace():
            return c not in _BREAKS
        if self._run is None:
            return False
        joint = ("".join(self._behind()) + c).strip()
        return any(j.startswith(joint) for j in _JOINTS)

    def _part(self) -> None:
        """Before a citation: a gap that holds only half a joint ("[1] v [2]") is text up to its last blanks."""
        gap = "".join(self._behind())
        if gap.strip() in _JOINTS:
            return
        words = gap.rstrip()
        del self._behind()[len(words) :]
        self._settle(words[-1])
        self._gap = list(gap[len(words) :])

    def _settle(self, following: str) -> None:
        """Gives out the gap before a character that is no marker and no part of a gap ("" at the end), and ends the run."""
        if self._gap or self._after:
            self._give(self._gap_left(following) if self._dropped else "".join(self._gap))
            self._gap, self._after = [], []
        self._dropped, self._run = False, None

    def _gap_left(self, following: str) -> str:
        """What is left of the gaps before and behind what was dropped: no blank before a stop, and never two for one."""
        before, after = "".join(self._gap), "".join(self._after)
        behind = after.lstrip()
        if not self._last or self._last in _BREAKS:
            return before + behind
        if behind[:1] in {",", ";"}:
            return behind
        if not behind and following and following in _CLOSING:
            return ""
        if not following or following in _BREAKS:
            return after
        return after or before

    def _give(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._last = text[-1]


def _is_begun(content: str, last: str) -> bool:
    """Whether a bracket's last words are half a label, or half a word between numbers, and all before them reads like a citation."""
    stem = content.removesuffix(last)
    words = _LABELS + _COUNTED + _BETWEEN if stem else _LABELS
    return any(w.startswith(last) for w in words) and _CITATION.fullmatch(f"{stem}1") is not None


def _folded(content: str) -> str:
    return " ".join(fold(content).split())


def _has_digit(text: str) -> bool:
    return re.search(r"\d", text) is not None
