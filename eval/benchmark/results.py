"""`python -m eval.benchmark.results RUN...`: the page of results, from the folders of finished benchmark runs."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.benchmark.table import table
from eval.files import write_text
from index.console import run
from index.errors import AssistantError, InputError
from index.settings import PROJECT

PAGE = PROJECT / "docs" / "results.md"
_OPENING = """# Results on public sets

Made by `python -m eval.benchmark.results`; do not edit by hand. [evaluation.md](evaluation.md) explains the measures.

Retrieval alone. Each figure stands with its 95 % interval (bootstrap over the questions); n is the number of questions.

* **lexical**: BM25 with the question as it stands.
* **dense**: the embedding model with the question as it stands.
* **fused**: both, scaled to 0-1 and added half and half.
* **final**: what the assistant itself puts first, from understanding the question to the second stage.

An article that is too long for one passage is cut, and ranks by the best of its passages. The sets are public and no part of
this project; the commands name the folder that each lies in. `--half tune` and `--half report` part the questions by the
SHA-256 of their ids, so that what is tuned on one half can be reported on the other.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0: done; 1: a folder that is no finished run, named; 2: wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.benchmark.results", description="Writes the page of results on public sets."
    )
    parser.add_argument("runs", type=Path, nargs="+", metavar="RUN", help="the folder of a finished benchmark")
    parser.add_argument("--page", type=Path, default=PAGE, metavar="FILE", help="the page (default docs/results.md)")
    options = parser.parse_args(arguments)
    try:
        write_text(options.page, page(options.runs))
    except AssistantError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    print(options.page)
    return 0


def page(runs: Sequence[Path]) -> str:
    """The page, one section a run in the order given; InputError names a folder that is no finished benchmark."""
    return "\n".join([_OPENING, *map(_section, runs)])


def _section(place: Path) -> str:
    manifest, metrics = _read(place, "manifest.json"), _read(place, "metrics.json")
    if "stages" not in metrics or "set" not in manifest:
        raise InputError(f"{place} is not the folder of a benchmark. Name one that `python -m eval benchmark` wrote.")
    counts = manifest["index"]["counts"]
    half = "all questions" if manifest["half"] == "all" else f"the half {manifest['half']!r}"
    return "\n".join(
        [
            f"## {manifest['set']}, {_questions(manifest)}",
            "",
            f"n = {metrics['n']} ({half}), {counts['documents']:,} articles in {counts['passages']:,} passages, "
            f"{manifest['index']['model'].split(' (')[0]} in {manifest['index']['dtype']}.",
            "",
            table(metrics),
            "",
            f"```sh\n{manifest['command']}\n```",
            "",
        ]
    )


def _questions(manifest: dict[str, Any]) -> str:
    """The file that the questions came from: of three files of a BEIR set the second."""
    names: list[str] = list(manifest["files"])
    return names[len(names) // 2]


def _read(place: Path, name: str) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((place / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            f"{place / name} cannot be read ({error}). Name the folder of a finished benchmark."
        ) from error
    return found


if __name__ == "__main__":
    sys.exit(run("eval.benchmark.results", main))
