"""`python -m eval benchmark`: retrieval alone, on a public test collection."""

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from eval.benchmark.collection import Half

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

LIBRARY = "library"


def add_benchmark(commands: "Commands") -> None:
    """Adds the command to those of `python -m eval`."""
    parser = commands.add_parser(
        "benchmark",
        help="measure retrieval alone on a public set",
        description="Measures the stages of retrieval (lexical, dense, fused, final) on a folder in the layout of BEIR "
        "(corpus.jsonl, queries.jsonl, and qrels.tsv or qrels/test.tsv) or a file in the layout of SQuAD.",
    )
    parser.add_argument("collection", type=Path, metavar="FOLDER", help="the folder, or the SQuAD file")
    parser.add_argument("--queries", type=Path, metavar="FILE", help="other questions than the folder's queries.jsonl")
    parser.add_argument("--qrels", type=Path, metavar="FILE", help="the judgements of those questions")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the run's folder is written")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="keeps the embedded articles for the next run (default: OUT/library); must not be the assistant's own index",
    )
    parser.add_argument(
        "--half",
        choices=get_args(Half),
        default="all",
        help="questions whose id has an even SHA-256 (tune), an odd one (report), or all (default)",
    )
    parser.set_defaults(command=_benchmark)


def _benchmark(options: argparse.Namespace) -> int:
    from eval.benchmark.layout import read_collection
    from eval.benchmark.run import run  # heavy: only this command needs the models
    from eval.benchmark.table import table

    collection = read_collection(options.collection, options.queries, options.qrels)
    described = {"set": _named(options.collection), "command": _as_typed(options)}
    metrics = run(collection, options.half, options.data or options.out / LIBRARY, options.out, described)
    print(f"{described['set']}, half {options.half}, n={metrics['n']}\n\n{table(metrics)}\n\n{options.out}")
    return 0


def _named(path: Path) -> str:
    """A set's name: the last two steps of its path, which tell one set from another and nobody's folders."""
    return "/".join(path.resolve().parts[-2:])


def _as_typed(options: argparse.Namespace) -> str:
    """The command that makes this run again, the set by its name."""
    words = [shlex.quote(_named(options.collection))]
    given = {"queries": options.queries, "qrels": options.qrels, "out": options.out, "data": options.data}
    words += [f"--{flag} {shlex.quote(str(value))}" for flag, value in given.items() if value is not None]
    return " ".join(["python -m eval benchmark", *words, f"--half {options.half}"])
