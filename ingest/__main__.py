"""`python -m ingest`: reads documents into the index, lists them, takes them out of answers and back."""

import argparse
import contextlib
import json
import logging
import math
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.console import STOPPED, run
from index.errors import AssistantError, IndexBusy, SettingError, StorageError
from index.library import Library, Publisher
from index.settings import Settings, load_settings
from index.validity import validity
from ingest.backoff import Backoff
from ingest.events import EventFile, Listener, Outcome, Several, Terminal
from ingest.listing import describe, document_json
from ingest.passages import BUILDER_VERSION
from ingest.sync import ingest_folder, ingest_paths
from ingest.watch import Change, Watch

WATCH_SECONDS = 5.0
AGAIN_SECONDS = 60.0
"""How long a watch waits before it first tries again what failed by a fault of the machine."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code: 0 done, 1 some input failed, 2 wrong usage or settings."""
    parser = _parser()
    args = parser.parse_args(argv)
    if args.paths and (args.list or args.watch is not None or args.withdraw is not None or args.restore is not None):
        parser.error("PATHs are for adding and updating; --list, --watch, --withdraw and --restore take none")
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(message)s")
    try:
        settings = load_settings(data=args.data)
        if args.list:
            return _list(settings, args.json)
        if args.withdraw is not None or args.restore is not None:
            return _switch(settings, args.withdraw, args.restore)
        with contextlib.ExitStack() as stack:
            stack.enter_context(_stopped_politely())
            terminal = Terminal()
            events = [stack.enter_context(EventFile(args.events))] if args.events else []
            listener = Several([terminal, *events])
            if args.watch is not None:
                return _watch(settings, args.watch, listener, terminal)
            return _ingest(settings, args.paths, args.rebuild, listener, terminal)
    except AssistantError as error:
        print(f"ingest: {error}", file=sys.stderr)
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ingest", description=__doc__)
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files or folders to add or update; none: make the index equal to the corpus folder",
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="where the index lives (default: ASSISTANT_DATA or data/)"
    )
    parser.add_argument("--json", action="store_true", help="with --list: one JSON object a line")
    parser.add_argument(
        "--events",
        type=Path,
        metavar="FILE",
        help="append what happens to a file, one JSON object a line, for programs",
    )
    _add_actions(parser)
    return parser


def _add_actions(parser: argparse.ArgumentParser) -> None:
    """The flags of which a command has one at most."""
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--list", action="store_true", help="the documents of the index")
    action.add_argument(
        "--rebuild",
        action="store_true",
        help="embed everything anew, for another embedding model; files that are unchanged are not read again",
    )
    action.add_argument(
        "--watch",
        nargs="?",
        type=_seconds,
        const=WATCH_SECONDS,
        metavar="SECONDS",
        help=f"keep the index equal to the corpus folder, looking every few seconds (default {WATCH_SECONDS:g})",
    )
    action.add_argument("--withdraw", metavar="ID", help="take a document out of answers")
    action.add_argument("--restore", metavar="ID", help="put a withdrawn document back")


def _seconds(text: str) -> float:
    """A time of a command's flag; an error of usage where it is none."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 86_400:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds from 0.1 on")
    return seconds


def _list(settings: Settings, as_json: bool) -> int:
    library = Library.open(settings)
    today = date.today()
    for document in library.all_documents().values():
        passages = len(library.passages_of(document.id))
        force = validity(document, library.documents, today)
        print(
            json.dumps(document_json(document, passages, force), ensure_ascii=False)
            if as_json
            else describe(document, passages, force)
        )
    return 0


def _switch(settings: Settings, withdraw: str | None, restore: str | None) -> int:
    with Publisher(settings, builder_version=BUILDER_VERSION) as publisher:
        if withdraw is not None:
            publisher.withdraw(withdraw)
        if restore is not None:
            publisher.restore(restore)
        publisher.publish()
    print(f"withdrawn: {withdraw}" if withdraw is not None else f"restored: {restore}", file=sys.stderr)
    return 0


def _ingest(settings: Settings, paths: Sequence[Path], rebuild: bool, listener: Listener, terminal: Terminal) -> int:
    """One run over the paths, or over the corpus folder where there are none."""
    with _told_of_end(listener) as clock:
        outcomes = (
            ingest_paths(settings, paths, listener, rebuild) if paths else ingest_folder(settings, listener, rebuild)
        )
        clock.code = _code(outcomes)
    terminal.summary(outcomes, clock.seconds)
    return clock.code


def _watch(settings: Settings, seconds: float, listener: Listener, terminal: Terminal) -> int:
    """Keeps the index equal to the corpus folder until the command is stopped, whatever trouble passes."""
    watch, backoff = Watch(settings), Backoff(AGAIN_SECONDS)
    said: frozenset[str] = frozenset()
    trouble, pause = "", seconds
    longest = 1.0  # at first: the first look finds nothing that has settled
    while True:
        try:
            watch.make_due(backoff.due(time.monotonic()))
            change = watch.look()
            if change is not None:
                said, outcomes = _follow(settings, watch, change, said, listener, terminal)
                backoff.failed({o.path for o in outcomes if o.by_machine and o.path}, time.monotonic())
            trouble, pause = "", seconds
        except (StorageError, OSError) as error:
            if _passing(error, settings) != trouble:
                trouble = _passing(error, settings)
                print(f"ingest: {trouble}", file=sys.stderr)
            pause = max(seconds, min(2 * pause, AGAIN_SECONDS))
        time.sleep(min(pause, longest))
        longest = math.inf


def _passing(error: StorageError | OSError, settings: Settings) -> str:
    """The words for trouble that a watch outlives: a folder that went while it was looked through, a disk that is full."""
    if isinstance(error, StorageError):
        return str(error)
    return f"{settings.corpus}: the folder could not be looked through ({error}); it is looked at again."


def _follow(
    settings: Settings, watch: Watch, change: Change, said: frozenset[str], listener: Listener, terminal: Terminal
) -> tuple[frozenset[str], Sequence[Outcome]]:
    """One run over what has changed; what has been said of failures, each once while it lasts, and the outcomes.

    StorageError, OSError: the change is not taken up and will be found again.
    """
    try:
        with _told_of_end(listener) as clock:
            outcomes = ingest_folder(settings, listener, leave=change.leave)
            clock.code = _code(outcomes)
    except (IndexBusy, SettingError) as error:
        if str(error) not in said:
            print(f"ingest: {error}", file=sys.stderr)
        if isinstance(error, SettingError):
            watch.take(change)
        return said | {str(error)}, ()
    watch.take(change)
    terminal.summary([o for o in outcomes if o.detail not in said], clock.seconds)
    return frozenset(o.detail for o in outcomes if o.detail), outcomes


def _code(outcomes: Sequence[Outcome]) -> int:
    return 1 if any(o.action == "failed" for o in outcomes) else 0


@contextlib.contextmanager
def _stopped_politely() -> Iterator[None]:
    """Takes a request to end, as a page sends it, like one from the keyboard."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@dataclass(slots=True)
class _Clock:
    """How long a run took, and the exit code that it calls for."""

    seconds: float = 0.0
    code: int = 0


@contextlib.contextmanager
def _told_of_end(listener: Listener) -> Iterator[_Clock]:
    """Tells the listener how a run ended, whichever way."""
    clock, error = _Clock(), ""
    started = time.monotonic()
    try:
        yield clock
    except AssistantError as failure:
        clock.code, error = failure.exit_code, str(failure)
        raise
    except KeyboardInterrupt:
        clock.code, error = STOPPED, "stopped"
        raise
    except BaseException as failure:
        clock.code, error = 2, f"{type(failure).__name__}: {failure}"
        raise
    finally:
        clock.seconds = time.monotonic() - started
        listener.ended(clock.seconds, clock.code, error)


if __name__ == "__main__":
    sys.exit(run("ingest", main))
