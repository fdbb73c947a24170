"""`python -m ingest`: reads documents into the index, lists them, takes them out of answers and back."""

import argparse
import contextlib
import json
import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from index.console import run
from index.errors import AssistantError
from index.library import Library, Publisher
from index.settings import Settings, load_settings
from ingest.listing import describe, document_json
from ingest.passages import BUILDER_VERSION
from ingest.sync import Outcome, ingest_folder, ingest_paths


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code: 0 done, 1 some input failed, 2 wrong usage or settings."""
    parser = _parser()
    args = parser.parse_args(argv)
    if args.paths and (args.list or args.withdraw is not None or args.restore is not None):
        parser.error("PATHs are for adding and updating; --list, --withdraw and --restore take none")
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(message)s")
    try:
        settings = load_settings(data=args.data)
        if args.list:
            return _list(settings, args.json)
        if args.withdraw is not None or args.restore is not None:
            return _switch(settings, args.withdraw, args.restore)
        return _ingest(settings, args.paths, args.rebuild)
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
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--list", action="store_true", help="the documents of the index")
    action.add_argument(
        "--rebuild", action="store_true", help="read and embed everything again, for another embedding model"
    )
    action.add_argument("--withdraw", metavar="ID", help="take a document out of answers")
    action.add_argument("--restore", metavar="ID", help="put a withdrawn document back")
    return parser


def _list(settings: Settings, as_json: bool) -> int:
    library = Library.open(settings)
    for document in library.all_documents().values():
        passages = len(library.passages_of(document.id))
        print(
            json.dumps(document_json(document, passages), ensure_ascii=False)
            if as_json
            else describe(document, passages)
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


def _ingest(settings: Settings, paths: Sequence[Path], rebuild: bool) -> int:
    started = time.monotonic()
    progress = _Progress()
    outcomes = ingest_paths(settings, paths, progress, rebuild) if paths else ingest_folder(settings, progress, rebuild)
    progress.end()
    _summarise(outcomes, time.monotonic() - started)
    return 1 if any(o.action == "failed" for o in outcomes) else 0


def _summarise(outcomes: Sequence[Outcome], seconds: float) -> None:
    for outcome in outcomes:
        if outcome.action == "failed":
            print(f"not read: {outcome.detail}", file=sys.stderr)
        elif outcome.action != "unchanged":
            passages = f" ({outcome.passages} passages)" if outcome.passages else ""
            print(f"{outcome.action}: {outcome.name}{passages}", file=sys.stderr)
    counts = {a: sum(o.action == a for o in outcomes) for a in ("added", "changed", "removed", "unchanged", "failed")}
    summary = ", ".join(f"{n} {a}" for a, n in counts.items() if n)
    print(f"index: {summary}, in {seconds:.1f} s", file=sys.stderr)


class _Progress:
    """Passages embedded so far, on standard error: one line that moves on a terminal, a line each tenth elsewhere.

    That nobody reads it any more (`2>&1 | head -1`) must not stop an ingest.
    """

    def __init__(self) -> None:
        self._shown = -1
        self._moving = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Shows `done` of `total` passages."""
        tenth = done * 10 // max(total, 1)
        with contextlib.suppress(OSError):
            if self._moving:
                print(f"\rembedding passages: {done} of {total}", end="", file=sys.stderr, flush=True)
            elif tenth != self._shown:
                print(f"embedding passages: {done} of {total}", file=sys.stderr, flush=True)
        self._shown = tenth

    def end(self) -> None:
        """Ends the moving line."""
        if self._moving and self._shown >= 0:
            print(file=sys.stderr)


if __name__ == "__main__":
    sys.exit(run("ingest", main))
