"""`python -m eval`: run, score and check. Results on standard output, progress and complaints on standard error."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from eval.check import check, counts
from eval.question_set import load
from eval.report import shown
from eval.run import DEFAULT_TODAY, run
from eval.score import score
from index.errors import AssistantError
from index.settings import load_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0: done; 1: some input failed, each named; 2: wrong usage or settings."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.command(options)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measures the assistant on a question set.")
    commands = parser.add_subparsers(required=True, metavar="run | score | check")
    asking = commands.add_parser("run", help="answer a question set, score and report")
    asking.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    asking.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the run's folder is written")
    asking.add_argument("--data", type=Path, metavar="DIR", help="where the index lives")
    asking.add_argument(
        "--today",
        type=_day,
        default=DEFAULT_TODAY,
        metavar="YYYY-MM-DD",
        help=f"the day of the run (default {DEFAULT_TODAY})",
    )
    asking.set_defaults(command=_run)
    scoring = commands.add_parser("score", help="score the predictions of any program")
    scoring.add_argument("predictions", type=Path, metavar="PREDICTIONS.jsonl")
    scoring.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    scoring.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the run's folder is written")
    scoring.set_defaults(command=_score)
    checking = commands.add_parser("check", help="validate a question set")
    checking.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    checking.set_defaults(command=_check)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, write it as 2025-06-30") from error


def _run(options: argparse.Namespace) -> int:
    messages = run(options.questions, options.out, data=options.data, today=options.today)
    return _finish(options.out, messages)


def _score(options: argparse.Namespace) -> int:
    return _finish(options.out, score(options.predictions, options.questions, options.out))


def _check(options: argparse.Namespace) -> int:
    problems = check(options.questions, load_settings().corpus)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{counts(load(options.questions))}\n{len(problems)} breaches")
    return 1 if problems else 0


def _finish(out: Path, messages: Sequence[str]) -> int:
    """Names what failed, prints the figures and where the report is."""
    for message in messages:
        print(message, file=sys.stderr)
    metrics = json.loads((out / "metrics.json").read_text(encoding="utf-8"))["metrics"]
    for name, figure in metrics.items():
        interval = f"{shown(name, figure['low'])} – {shown(name, figure['high'])}"
        print(f"{name:28} {shown(name, figure['value']):>8}   {interval:>17}   n={figure['n']}")
    print(out / "report.html")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main())
