"""What a run tells a page and a person."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import StorageError
from ingest.events import EventFile, Outcome, Several, Terminal

READ = Outcome("a", "added", 3, document_id="a", pages=20, read_by="ocr", seconds=12.345)
BAD = Outcome("b.txt", "failed", detail="b.txt: the file is empty; replace it.")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_events_are_appended_one_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text('{"event": "earlier"}\n')
    with EventFile(path) as file:
        told = Several([file])
        told.started(2)
        told.reading("Kế hoạch.pdf")
        told.page("Kế hoạch.pdf", 3, 20)
        assert len(path.read_text().splitlines()) == 4, "a line is there as soon as it happened"
        told.outcome(READ)
        told.outcome(BAD)
        told.embedding(1, 2)
        told.published()
        told.ended(1.234, 1, "")
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][1:] == [
        {"event": "start", "files": 2},
        {"event": "reading", "name": "Kế hoạch.pdf"},
        {"event": "page", "name": "Kế hoạch.pdf", "page": 3, "pages": 20},
        {
            "event": "outcome", "name": "a", "document_id": "a", "action": "added", "passages": 3, "pages": 20,
            "read_by": "ocr", "seconds": 12.35, "adopted": False, "as_before": False, "by_machine": False, "detail": "",
        },
        {
            "event": "outcome", "name": "b.txt", "document_id": None, "action": "failed", "passages": 0, "pages": None,
            "read_by": None, "seconds": 0.0, "adopted": False, "as_before": False, "by_machine": False, "detail": BAD.detail,
        },
        {"event": "embedding", "done": 1, "total": 2},
        {"event": "published"},
        {"event": "end", "seconds": 1.23, "exit": 1, "error": ""},
    ]  # fmt: skip


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="name another file"):
        EventFile(tmp_path / "none" / "events.jsonl")


def test_a_full_disk_does_not_stop_the_run() -> None:
    with EventFile(Path("/dev/full")) as file:
        file.started(1)
        file.ended(0.0, 0, "")


def test_one_line_moves_on_a_terminal() -> None:
    screen = Screen()
    terminal = Terminal(screen)
    terminal.started(2)
    terminal.reading("a.pdf")
    terminal.page("a.pdf", 3, 20)
    terminal.outcome(READ)
    terminal.reading("b\x1b[2J.txt")
    terminal.ended(1.0, 0, "")
    said = screen.getvalue()
    assert "\n" not in said and "file 1 of 2: a.pdf, page 3 of 20" in said
    assert "\x1b" not in said and "file 2 of 2: b\\x1b[2J.txt" in said
    assert said.rstrip(" ").endswith("\r"), "the line is wiped at the end"


def test_elsewhere_only_what_takes_long_is_said() -> None:
    lines = io.StringIO()
    terminal = Terminal(lines)
    terminal.started(3)
    terminal.reading("a.pdf")
    terminal.page("a.pdf", 1, 20)
    terminal.outcome(READ)
    terminal.outcome(Outcome("c", "added", 1, seconds=0.2))
    for done in (5, 6, 100):
        terminal.embedding(done, 100)
    assert lines.getvalue().splitlines() == [
        "added: a (20 pages, 12 s)",
        "embedding passages: 5 of 100",
        "embedding passages: 100 of 100",
    ]


def test_the_summary_names_failures_and_counts() -> None:
    lines = io.StringIO()
    adopted = Outcome("c", "changed", 2, document_id="c", pages=4, adopted=True)
    Terminal(lines).summary([READ, BAD, adopted, Outcome("d", "unchanged")], 10.0)
    assert lines.getvalue().splitlines() == [
        "added: a (3 passages, 20 pages)",
        "not read: b.txt: the file is empty; replace it.",
        "changed: c (2 passages, 4 pages, read earlier)",
        "index: 1 added, 1 changed, 1 unchanged, 1 failed, 1 of them read earlier, in 10.0 s (20 pages, 2.0 a second)",
    ]


def test_the_summary_says_which_failures_were_not_tried_again() -> None:
    lines = io.StringIO()
    Terminal(lines).summary([BAD, replace(BAD, detail="c.pdf: damaged.", as_before=True)], 1.0)
    assert lines.getvalue().splitlines() == [
        "not read: b.txt: the file is empty; replace it.",
        "as before, not read: c.pdf: damaged.",
        "index: 2 failed, 1 of these as before and not tried again, in 1.0 s",
    ]
