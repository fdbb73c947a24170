"""`python -m eval`: run, score, check, compare and more. Results on standard output, progress and complaints on standard error."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from eval import terminal
from eval.ablation.command import add_ablate
from eval.benchmark.command import add_benchmark
from eval.check import check, counts
from eval.compare import TOLERANCE, compare
from eval.comparison_page import as_page, on_terminal
from eval.drafts import add_drafts
from eval.files import write_text
from eval.gate import add_gate
from eval.judges.command import add_judge
from eval.learn import add_learn
from eval.question_set import load
from eval.register.command import add_register
from eval.run import DEFAULT_TODAY, run
from eval.sample import sampled
from eval.score import score
from index import console
from index.errors import AssistantError
from index.settings import load_settings
from vietnamese.accents import EverydayError
from vietnamese.glossary import GlossaryError
from vietnamese.thesaurus import ThesaurusError


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0: done; 1: some input failed, each named, or a comparison found a drop; 2: wrong usage or settings."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.command(options)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except (GlossaryError, ThesaurusError, EverydayError) as error:  # people edit the word lists
        print(error, file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measures the assistant on a question set.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    asking = commands.add_parser("run", help="answer a question set, score and report")
    _add_questions(asking)
    _add_out(asking)
    asking.add_argument("--data", type=Path, metavar="DIR", help="where the index lives")
    asking.add_argument(
        "--today",
        type=_day,
        default=DEFAULT_TODAY,
        metavar="YYYY-MM-DD",
        help=f"the day of the run (default {DEFAULT_TODAY})",
    )
    asking.add_argument("--no-baselines", action="store_true", help="leave the baselines out")
    asking.add_argument("--sample", type=_count, metavar="N", help="ask a sample of N questions, the same every time")
    asking.set_defaults(command=_run)
    scoring = commands.add_parser("score", help="score the predictions of any program")
    scoring.add_argument("predictions", type=Path, metavar="PREDICTIONS.jsonl")
    _add_questions(scoring)
    _add_out(scoring)
    scoring.set_defaults(command=_score)
    checking = commands.add_parser("check", help="validate a question set")
    _add_questions(checking)
    checking.set_defaults(command=_check)
    _add_compare(commands)
    add_gate(commands)
    add_judge(commands)
    add_benchmark(commands)
    add_learn(commands)
    add_drafts(commands)
    add_ablate(commands)
    add_register(commands)
    return parser


def _add_questions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the run's folder is written")


def _add_compare(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    comparing = commands.add_parser("compare", help="two runs of one question set, paired")
    comparing.add_argument("a", type=Path, metavar="DIR_A", help="the run before")
    comparing.add_argument("b", type=Path, metavar="DIR_B", help="the run after")
    comparing.add_argument(
        "--tolerance",
        type=_share,
        default=TOLERANCE,
        metavar="SHARE",
        help=f"how far a guarded metric may drop (default {TOLERANCE})",
    )
    comparing.add_argument("--json", action="store_true", help="the comparison as JSON")
    comparing.add_argument("--out", type=Path, metavar="FILE.html", help="the comparison as a page")
    comparing.set_defaults(command=_compare)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, write it as 2025-06-30") from error


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of questions, write it as 40")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no share from 0 to 1, write it as 0.02")
    return share


def _run(options: argparse.Namespace) -> int:
    with_baselines = not options.no_baselines
    outcome = run(options.questions, options.out, options.data, options.today, with_baselines, options.sample)
    return _finish(options.out, outcome.messages, outcome.seconds)


def _score(options: argparse.Namespace) -> int:
    return _finish(options.out, score(options.predictions, options.questions, options.out), {})


def _check(options: argparse.Namespace) -> int:
    problems = check(options.questions, load_settings().corpus)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{counts(load(options.questions))}\n{len(problems)} breaches")
    return 1 if problems else 0


def _compare(options: argparse.Namespace) -> int:
    comparison = compare(options.a, options.b, options.tolerance)
    for question in comparison.alone:
        print(f"{question}: only one of the runs has it; left out.", file=sys.stderr)
    if options.out:
        write_text(options.out, as_page(comparison))
    if options.json:
        print(json.dumps(comparison.as_json(), ensure_ascii=False))
    else:
        print(on_terminal(comparison))
    return 0 if comparison.passed else 1


def _finish(out: Path, messages: Sequence[str], seconds: Mapping[str, float]) -> int:
    """Names what failed, prints the figures, how long each part took, and where the report is."""
    for message in messages:
        print(message, file=sys.stderr)
    metrics, manifest = (
        json.loads((out / name).read_text(encoding="utf-8")) for name in ("metrics.json", "manifest.json")
    )
    print(sampled(manifest) or f"{manifest['questions']['file']}: {metrics['n']} questions", end="\n\n")
    print(terminal.figures(metrics), end="\n\n")
    if seconds:
        print(_times(seconds))
    print(out / "report.html")
    return 1 if messages else 0


_HARNESS = ("opening", "scoring and report")
_OF_THE_ASSISTANT = ("assistant", "stages")  # its answers, and its search once more to see each stage


def _times(seconds: Mapping[str, float]) -> str:
    """The time of what is measured (the assistant's answers and search), of what it is compared with, and of the harness."""
    shares = {"assistant": 0.0, "baselines": 0.0, "harness": 0.0}
    for part, spent in seconds.items():
        whose = "assistant" if part in _OF_THE_ASSISTANT else "harness" if part in _HARNESS else "baselines"
        shares[whose] += spent
    parts = ", ".join(f"{part} {spent}" for part, spent in seconds.items())
    return f"seconds: {', '.join(f'{whose} {spent:.1f}' for whose, spent in shares.items())} ({parts})"


if __name__ == "__main__":
    sys.exit(console.run("eval", main))
