"""What a run of the ingest says of itself, one JSON object a line, gathered into what has been done and what goes on."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, cast

from ingest.edition import document_id
from ingest.events import Action
from ingest.names import shown_name


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file; `detail` is the reason and the remedy where it failed."""

    name: str
    action: Action
    document_id: str | None = None
    passages: int = 0
    pages: int | None = None
    read_by: str | None = None
    seconds: float | None = None
    detail: str = ""


@dataclass(slots=True)
class Progress:
    """How far a run is. `reading` maps the files being read to the page that is done and of how many, None before the first."""

    files: int | None = None
    reading: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    outcomes: list[FileOutcome] = field(default_factory=list)
    embedded: tuple[int, int] | None = None
    published: bool = False
    seconds: float | None = None
    exit: int | None = None
    error: str = ""

    def count(self, *actions: Action) -> int:
        """How many files came out one of these ways."""
        return sum(outcome.action in actions for outcome in self.outcomes)


def read_progress(path: Path) -> Progress:
    """The progress that a file of events tells; an empty one where there is none yet."""
    if not path.exists():
        return Progress()
    *lines, _unfinished = path.read_bytes().split(b"\n")
    return gather(json.loads(line) for line in lines if line.strip())


def gather(events: Iterable[dict[str, Any]]) -> Progress:
    """The progress after some events. One of a kind that is not known changes nothing: it is for other readers."""
    progress = Progress()
    for event in events:
        _take(progress, event)
    return progress


def _take(progress: Progress, event: dict[str, Any]) -> None:
    kind = event.get("event")
    if kind == "start":
        progress.files = event["files"]
    elif kind == "reading":
        progress.reading[event["name"]] = None
    elif kind == "page":
        progress.reading[event["name"]] = (event["page"], event["pages"])
    elif kind == "outcome":
        outcome = _outcome(event)
        progress.reading = {n: page for n, page in progress.reading.items() if not _is_of(outcome, n)}
        progress.outcomes.append(outcome)
    elif kind == "embedding":
        progress.embedded = (event["done"], event["total"])
    elif kind == "published":
        progress.published = True
    elif kind == "end":
        progress.reading.clear()
        progress.seconds, progress.exit, progress.error = event["seconds"], event["exit"], event.get("error", "")


def _is_of(outcome: FileOutcome, name: str) -> bool:
    """Whether an outcome is that of the file `name`: it goes by the document's id where the file could be read."""
    return outcome.name in (name, shown_name(name)) or outcome.document_id == document_id(PurePosixPath(name))


def _outcome(event: dict[str, Any]) -> FileOutcome:
    return FileOutcome(
        event["name"],
        cast(Action, event["action"]),
        event.get("document_id"),
        event.get("passages") or 0,
        event.get("pages"),
        event.get("read_by"),
        event.get("seconds"),
        event.get("detail") or "",
    )
