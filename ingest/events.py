"""What a run tells those who watch it: a file of JSON lines for a page, lines on a terminal for a person."""

import contextlib
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TextIO

from index.errors import StorageError
from index.passage import ReadBy
from ingest.names import shown_name

Action = Literal["added", "changed", "unchanged", "removed", "failed"]
ACTIONS: tuple[Action, ...] = ("added", "changed", "removed", "unchanged", "failed")
_LONG = 10.0  # seconds; files that take longer are named where lines do not move
_ROOM = 60  # characters of a name on a line that moves


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file or document in a run; `detail` is the reason where it failed.

    `name` is the document's id, the file's name where it failed. `adopted` says that an edition read earlier was taken up,
    `as_before` that the file failed in an earlier run and was not tried again, `by_machine` that the machine failed.
    `pages` is None where a source has none, `seconds` what reading took, `path` the file or the archive that was looked at.
    """

    name: str
    action: Action
    passages: int = 0
    detail: str = ""
    document_id: str | None = None
    pages: int | None = None
    read_by: ReadBy | None = None
    seconds: float = 0.0
    adopted: bool = False
    as_before: bool = False
    by_machine: bool = False
    path: Path | None = None


class Listener:
    """Whom a run tells how it goes. This one ignores everything."""

    def started(self, files: int) -> None:
        """The run begins, with so many files to look at."""

    def reading(self, name: str) -> None:
        """A file is begun."""

    def page(self, name: str, page: int, pages: int) -> None:
        """A page of a file is done."""

    def outcome(self, outcome: Outcome) -> None:
        """A file or document is done with, as soon as that is known; nothing is visible before `published`."""

    def embedding(self, done: int, total: int) -> None:
        """So many passages are embedded, of those known so far."""

    def published(self) -> None:
        """Readers see the changes."""

    def ended(self, seconds: float, code: int, error: str) -> None:
        """The run is over, with the command's exit code; `error` where it did not get to its end."""


class Several(Listener):
    """Tells several listeners, in their order."""

    def __init__(self, listeners: Sequence[Listener]) -> None:
        self._listeners = tuple(listeners)

    def started(self, files: int) -> None:
        for listener in self._listeners:
            listener.started(files)

    def reading(self, name: str) -> None:
        for listener in self._listeners:
            listener.reading(name)

    def page(self, name: str, page: int, pages: int) -> None:
        for listener in self._listeners:
            listener.page(name, page, pages)

    def outcome(self, outcome: Outcome) -> None:
        for listener in self._listeners:
            listener.outcome(outcome)

    def embedding(self, done: int, total: int) -> None:
        for listener in self._listeners:
            listener.embedding(done, total)

    def published(self) -> None:
        for listener in self._listeners:
            listener.published()

    def ended(self, seconds: float, code: int, error: str) -> None:
        for listener in self._listeners:
            listener.ended(seconds, code, error)


class EventFile(Listener):
    """Appends one JSON object a line to a file, each line whole at once. StorageError where the file cannot be opened."""

    def __init__(self, path: Path) -> None:
        try:
            self._file = path.open("a", encoding="utf-8", errors="backslashreplace", buffering=1)
        except OSError as error:
            raise StorageError(
                f"{path}: events cannot be written there ({error.strerror}); name another file."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):
            self._file.close()

    def started(self, files: int) -> None:
        self._write("start", files=files)

    def reading(self, name: str) -> None:
        self._write("reading", name=name)

    def page(self, name: str, page: int, pages: int) -> None:
        self._write("page", name=name, page=page, pages=pages)

    def outcome(self, outcome: Outcome) -> None:
        self._write(
            "outcome",
            name=outcome.name,
            document_id=outcome.document_id,
            action=outcome.action,
            passages=outcome.passages,
            pages=outcome.pages,
            read_by=outcome.read_by,
            seconds=round(outcome.seconds, 2),
            adopted=outcome.adopted,
            as_before=outcome.as_before,
            by_machine=outcome.by_machine,
            detail=outcome.detail,
        )

    def embedding(self, done: int, total: int) -> None:
        self._write("embedding", done=done, total=total)

    def published(self) -> None:
        self._write("published")

    def ended(self, seconds: float, code: int, error: str) -> None:
        self._write("end", seconds=round(seconds, 2), exit=code, error=error)

    def _write(self, event: str, **fields: Any) -> None:
        # A full disk must not stop an ingest that can still publish.
        with contextlib.suppress(OSError):
            self._file.write(json.dumps({"event": event, **fields}, ensure_ascii=False) + "\n")


class Terminal(Listener):
    """Lines for a person, on standard error: one that moves on a terminal; elsewhere one for a file that takes long.

    That nobody reads them any more (`2>&1 | head -1`) must not stop an ingest.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._moving = self._stream.isatty()
        self._width = 0
        self._tenth = -1
        self._files = self._done = 0
        self._begun: dict[str, float] = {}

    def started(self, files: int) -> None:
        self._files, self._done, self._tenth = files, 0, -1

    def reading(self, name: str) -> None:
        self._begun[name] = time.monotonic()
        self._show(f"file {self._done + 1} of {self._files}: {_short(name)}")

    def page(self, name: str, page: int, pages: int) -> None:
        self._show(f"file {self._done + 1} of {self._files}: {_short(name)}, page {page} of {pages}")

    def outcome(self, outcome: Outcome) -> None:
        self._done += outcome.action != "removed"
        if not self._moving and outcome.seconds >= _LONG:
            pages = f"{outcome.pages} pages, " if outcome.pages else ""
            self._line(f"{outcome.action}: {shown_name(outcome.name)} ({pages}{outcome.seconds:.0f} s)")

    def embedding(self, done: int, total: int) -> None:
        tenth = done * 10 // max(total, 1)
        if self._moving:
            self._show(f"embedding passages: {done} of {total}")
        elif tenth != self._tenth:
            self._line(f"embedding passages: {done} of {total}")
        self._tenth = tenth

    def ended(self, seconds: float, code: int, error: str) -> None:  # noqa: ARG002 - the summary says it
        self._show("")

    def summary(self, outcomes: Sequence[Outcome], seconds: float) -> None:
        """What became of each file that was not as before, and the counts."""
        for outcome in outcomes:
            if outcome.action == "failed":
                self._line(f"{'as before, ' if outcome.as_before else ''}not read: {outcome.detail}")
            elif outcome.action != "unchanged":
                self._line(f"{outcome.action}: {shown_name(outcome.name)}{_known(outcome)}")
        pages = sum(o.pages or 0 for o in outcomes if not o.adopted and o.action in ("added", "changed"))
        rate = f" ({pages} pages, {pages / max(seconds, 0.01):.1f} a second)" if pages else ""
        self._line(f"index: {_counts(outcomes)}, in {seconds:.1f} s{rate}")

    def _show(self, text: str) -> None:
        if self._moving:
            with contextlib.suppress(OSError):
                print(f"\r{text:<{self._width}}\r{text}", end="", file=self._stream, flush=True)
            self._width = len(text)

    def _line(self, text: str) -> None:
        self._show("")
        with contextlib.suppress(OSError):
            print(text, file=self._stream, flush=True)


def _known(outcome: Outcome) -> str:
    known = [f"{outcome.passages} passages"] if outcome.passages else []
    known += [f"{outcome.pages} pages"] if outcome.pages else []
    known += ["read earlier"] if outcome.adopted else []
    return f" ({', '.join(known)})" if known else ""


def _counts(outcomes: Sequence[Outcome]) -> str:
    counts = {action: sum(o.action == action for o in outcomes) for action in ACTIONS}
    parts = [f"{n} {action}" for action, n in counts.items() if n]
    adopted = sum(o.adopted for o in outcomes)
    parts += [f"{adopted} of them read earlier"] if adopted else []
    as_before = sum(o.as_before for o in outcomes)
    parts += [f"{as_before} of these as before and not tried again"] if as_before else []
    by_machine = sum(o.by_machine for o in outcomes)
    parts += [f"{by_machine} of these by a fault of the machine"] if by_machine else []
    return ", ".join(parts) or "nothing to do"


def _short(name: str) -> str:
    shown = shown_name(name)
    return shown if len(shown) <= _ROOM else f"{shown[: _ROOM // 2]}…{shown[-_ROOM // 2 + 1 :]}"
