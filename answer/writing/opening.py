"""What a language model writes before the answer itself, taken off: its thoughts, and the line that says how much it found."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from vietnamese.text import fold

Status = Literal["complete", "partial", "none"]

# Compared with folded text: lower case, no accents.
_VALUES: dict[str, Status] = {
    "complete": "complete", "completed": "complete", "full": "complete", "day du": "complete",
    "partial": "partial", "partially": "partial", "incomplete": "partial", "mot phan": "partial",
    "none": "none", "khong co": "none", "khong": "none",
}  # fmt: skip
_NAMES = ("status", "trang thai")
_LONGEST = 100
"""Characters of a line that are held back at most while it may still be the status line."""


def _begun(words: Iterable[str]) -> str:
    """A pattern of the words and of all their beginnings but the empty one."""
    nested = []
    for word in words:
        pattern = ""
        for c in reversed(word[1:]):
            pattern = f"(?:{c}{pattern})?"
        nested.append(word[0] + pattern)
    return f"(?:{'|'.join(nested)})"


_BEFORE = r"[-#>*_`~\"'“•\[ \t]{0,8}"  # Markdown before the name
_WITHIN = r"[*_`~\"'”“\[\]<> \t]{0,8}"  # and about the value
_SIGN = "[:：=–-]"
_NAME = f"(?:{'|'.join(_NAMES)})"
_VALUE = f"(?:{'|'.join(sorted(_VALUES, key=len, reverse=True))})(?!-?\\w)"
_OR = r"[ \t]*[|/][ \t]*"
_AFTER = r"[*_`~\"'”’\])>]{0,8}[.!;,]?[*_`~\"'”’\])>]{0,8}[ \t\r]*"
_STATUS = re.compile(
    rf"{_BEFORE}(?P<name>{_NAME}){_WITHIN}(?P<sign>{_SIGN})?{_WITHIN}"
    rf"(?P<values>{_VALUE}(?:{_OR}{_VALUE})*)(?P<after>{_AFTER}(?:[-–—|:][ \t]+)?)"
)
_STATUS_BEGUN = re.compile(
    rf"{_BEFORE}(?:{_begun(_NAMES)}|{_NAME}{_WITHIN}{_SIGN}?{_WITHIN}(?:{_VALUE}{_OR}){{0,4}}"
    rf"(?:{_begun(_VALUES)}|{_VALUE}{_AFTER}(?:[-–—|:/][ \t]*)?)?)?"
)
_TAGS = ("<think>", "<thinking>", "</think>", "</thinking>")
_ENDS = _TAGS[2:]


class OpeningStream:
    """Takes thoughts and the status line off a text that comes in pieces, and gives the answer's own words as soon as may be.

    Thoughts are taken off only where they stand before the answer, a status line also where it is a line of its own further down.
    Where the pieces are cut makes no difference, and what `feed` has given is never taken back.
    """

    def __init__(self) -> None:
        self._status: Status | None = None
        self._state: Callable[[str], None] = self._before
        self._blanks: list[str] = []  # white space before anything else
        self._held = ""  # what may be a tag or a status line
        self._taken = False  # whether anything was taken off before the answer
        self._given: list[str] = []

    @property
    def status(self) -> Status | None:
        """How much of the answer the model says it found, as the first status line has it; None where none was written."""
        return self._status

    def feed(self, piece: str) -> str:
        """What of the answer is certain now that this piece is known."""
        for c in piece:
            self._state(c)
        return self._take()

    def close(self) -> str:
        """What was held back, at the end of the text."""
        while self._state == self._before and self._held:
            self._judge()
        if self._state == self._before and not self._taken:
            self._given += self._blanks
        if self._state == self._line_begun and not self._is_status_line():
            self._given.append(self._held)
        self._blanks, self._held = [], ""
        return self._take()

    def _take(self) -> str:
        text = "".join(self._given)
        self._given.clear()
        return text

    # One method a state; each is given the next character.

    def _before(self, c: str) -> None:
        """Before the answer."""
        if c.isspace() and not self._held:
            self._blanks.append(c)
            return
        self._held += c
        tag = self._held.lower()
        if tag in _TAGS:
            self._taken, self._held = True, ""
            self._state = self._before if tag in _ENDS else self._thinking
        elif not any(t.startswith(tag) for t in _TAGS) and not self._may_be_status():
            self._judge()

    def _thinking(self, c: str) -> None:
        self._held = (self._held + c)[-len(_ENDS[-1]) :]
        if self._held.lower().endswith(_ENDS):
            self._held, self._state = "", self._before

    def _line_begun(self, c: str) -> None:
        """In a line of the answer that may be a status line."""
        if c == "\n" and self._is_status_line():
            self._held = ""
            return
        self._held += c
        if c == "\n" or not self._may_be_status():
            self._given.append(self._held)
            self._held = ""
            self._state = self._line_begun if c == "\n" else self._within

    def _within(self, c: str) -> None:
        """In a line of the answer."""
        self._given.append(c)
        if c == "\n":
            self._state = self._line_begun

    # What is held back, looked at.

    def _may_be_status(self) -> bool:
        return len(self._held) <= _LONGEST and _STATUS_BEGUN.fullmatch(fold(self._held)) is not None

    def _judge(self) -> None:
        """What stands before the answer is a status line with what follows it, or the answer's first words."""
        folded, starts = _folded(self._held)
        found = _STATUS.match(folded)
        rest = self._held[starts[found.end()] :] if found and found.end() < len(folded) else ""
        if found and self._counts(found, starts, rest):
            self._note(found)
            self._taken, self._held = True, ""
            for c in rest:
                self._state(c)
            return
        self._given += [*([] if self._taken else self._blanks), self._held]
        self._state = self._line_begun if self._held.endswith("\n") else self._within
        self._held = ""

    def _counts(self, found: re.Match[str], starts: list[int], rest: str) -> bool:
        """Whether what reads like a status is one.

        In capitals it always is. "Status complete" without a sign is words, and so is "Trạng thái: không có văn bản nào", a sentence.
        """
        if self._held[starts[found.start("name")] : starts[found.end("name")]].isupper():
            return True
        return found["sign"] is not None and (found["after"].strip() != "" or not rest[:1].islower())

    def _is_status_line(self) -> bool:
        """Whether the held line is a status line and nothing else; its status is noted."""
        folded, starts = _folded(self._held)
        found = _STATUS.fullmatch(folded)
        if found is None or not self._counts(found, starts, ""):
            return False
        self._note(found)
        return True

    def _note(self, found: re.Match[str]) -> None:
        """The first status counts; a line that only lists the choices ("complete | partial | none") states none."""
        values = {_VALUES[v.strip()] for v in re.split(r"[|/]", found["values"])}
        if self._status is None and len(values) == 1:
            self._status = values.pop()


def _folded(text: str) -> tuple[str, list[int]]:
    """The text in the form that is compared, and where each of its characters stands in the text as written."""
    parts = [(f, i) for i, c in enumerate(text) for f in fold(c)]
    return "".join(f for f, _ in parts), [i for _, i in parts]
