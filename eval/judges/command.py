"""`python -m eval judge`: judged figures beside those of a finished run."""

import argparse
import sys
from pathlib import Path

from eval.judges.judged import JUDGED_FILE, failures, judge_run, on_terminal
from eval.run_folder import read
from index.errors import SettingError
from index.settings import load_settings


def add_judge(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `judge` to the subcommands of `python -m eval`."""
    parser = commands.add_parser("judge", help="have a language model judge the answers of a run (optional)")
    parser.add_argument("run", type=Path, metavar="DIR", help="the run's folder; judged.json is written into it")
    parser.add_argument("--limit", type=_count, metavar="N", help="judge N of the answers, a sample by hash")
    parser.set_defaults(command=_judge)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of answers, write it as 20")
    return int(text)


def _judge(options: argparse.Namespace) -> int:
    from eval.judges.ragas_judge import RagasJudge  # heavy: LangChain and the embedding model
    from index.embedding import load_embedding

    settings = load_settings()
    if settings.judge is None:
        raise SettingError(
            "No judge is named. Set ASSISTANT_JUDGE, for example to openai:gpt-4o-mini; "
            "the run's questions, answers and passages are sent to it."
        )
    read(options.run)
    judged = judge_run(options.run, RagasJudge(settings.judge, load_embedding(settings)), options.limit)
    for message in failures(judged):
        print(message, file=sys.stderr)
    print(on_terminal(judged))
    print(options.run / JUDGED_FILE)
    return 1 if failures(judged) else 0
