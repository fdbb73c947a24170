"""`python -m answer`: one question, or a file of them, answered on the terminal."""

import argparse
import json
import logging
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from answer.assistant import Assistant
from answer.claims.command import check_file
from answer.reply import Answer
from index.console import run
from index.errors import AssistantError, InputError
from index.settings import load_settings
from vietnamese.accents import EverydayError
from vietnamese.glossary import GlossaryError
from vietnamese.thesaurus import ThesaurusError

_NO_CHARACTER = re.compile(r"[\ud800-\udfff]")
"""Half of a surrogate pair: bytes of a command line that are not UTF-8, or half an escape in JSON."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code: 0 done (no evidence is an answer), 1 some input failed, 2 wrong usage or settings."""
    args = _parser().parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    if sum(given is not None for given in (args.question, args.questions, args.check)) != 1:
        _parser().print_usage(sys.stderr)
        print("answer: give one question, --questions FILE.jsonl or --check FILE.jsonl", file=sys.stderr)
        return 2
    try:
        if args.check:
            return check_file(args.check, args.json)
        assistant = Assistant.open(load_settings(data=args.data), args.today)
        if args.questions:
            return _answer_file(assistant, args.questions, args.json)
        answer = assistant.ask(_readable(args.question))
        _print(answer, args.json)
        return 1 if answer.status == "error" else 0
    except AssistantError as error:
        print(f"answer: {error}", file=sys.stderr)
        return error.exit_code
    except (GlossaryError, ThesaurusError, EverydayError) as error:  # people edit the word lists
        print(f"answer: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m answer", description=__doc__)
    parser.add_argument("question", nargs="?", metavar="QUESTION")
    parser.add_argument(
        "--questions",
        type=Path,
        metavar="FILE",
        help="a JSONL file of questions, each with its history; one answer a line",
    )
    parser.add_argument(
        "--check",
        type=Path,
        metavar="FILE",
        help="a JSONL file of written answers, each with its passages; one verdict a line",
    )
    parser.add_argument("--json", action="store_true", help="the answer as JSON")
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="where the index lives (default: ASSISTANT_DATA or data/)"
    )
    parser.add_argument(
        "--today", type=_date, metavar="YYYY-MM-DD", help="the day that decides whether a plan's period is over"
    )
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2025-06-30") from error


def _readable(text: str) -> str:
    """The text with a replacement character wherever it holds what no encoding can write."""
    return _NO_CHARACTER.sub("\ufffd", text)


def _answer_file(assistant: Assistant, path: Path, as_json: bool) -> int:
    failed = 0
    for number, row in _rows(path):
        if isinstance(row, InputError):
            failed += 1
            print(f"answer: {row}", file=sys.stderr)
            continue
        answer = assistant.ask(_readable(row["question"]), [_readable(h) for h in row.get("history") or ()])
        identified = replace(answer, id=str(row["id"]) if row.get("id") is not None else str(number))
        _print(identified, as_json)
        if answer.status == "error":
            failed += 1
            print(f"answer: {path}, line {number}: {answer.text}", file=sys.stderr)
    return 1 if failed else 0


def _rows(path: Path) -> Iterator[tuple[int, Any]]:
    """Line number and question of each line; an InputError in the place of a line that is none."""
    try:
        # Not splitlines: it parts at breaks that JSON allows inside a text.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give a UTF-8 file with one JSON object a line.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, InputError(f"{path}, line {number}: not JSON ({error}); it was passed over.")
            continue
        history = row.get("history") if isinstance(row, dict) else None
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            yield number, InputError(f"{path}, line {number}: no text field 'question'; it was passed over.")
        elif history is not None and not (isinstance(history, list) and all(isinstance(h, str) for h in history)):
            yield (
                number,
                InputError(f"{path}, line {number}: 'history' must be a list of questions; it was passed over."),
            )
        else:
            yield number, row


def _print(answer: Answer, as_json: bool) -> None:
    if as_json:
        print(json.dumps(answer.as_json(), ensure_ascii=False), flush=True)
        return
    print(answer.text)
    for citation in answer.citations or answer.nearest:
        place = " > ".join(citation.passage.section)
        lines = f", dòng {citation.lines[0]}-{citation.lines[1]}" if citation.lines else ""
        print(f"  [{citation.marker}] {citation.document.file}: {place}{lines}")
    for notice in answer.notices:
        print(f"  ! {notice.text}")


if __name__ == "__main__":
    sys.exit(run("answer", main))
