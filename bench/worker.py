"""`python -m bench.worker`: what one process holds while it reads file after file, as a worker of the ingest does.

Many files of all kinds that `python -m bench files` makes. What it holds rises with the first ones, which load libraries and
fill caches of a fixed size, and must not rise after that.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import psutil

from bench.mixed import make_files
from index.settings import Settings
from ingest.sources import Source
from ingest.worker import read_here

_SHOWN = 10  # figures


def main(argv: Sequence[str] | None = None) -> None:
    """Measures and prints; a line of JSON last, for machines."""
    parser = argparse.ArgumentParser(prog="python -m bench.worker", description=__doc__)
    parser.add_argument("--files", type=int, default=60, metavar="N", help="how many files to make (default 60)")
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="how often to read them all (default 2)")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "files"
        make_files(made, args.files)
        held = list(_held(sorted(made.iterdir()) * args.rounds, Settings(data=Path(folder) / "data")))
    step = -(-len(held) // _SHOWN)
    shown = [round(mb) for mb in held[step - 1 :: step]]
    print(f"memory after each {step} of {len(held)} files, in MB: {', '.join(map(str, shown))}")
    half = held[len(held) // 2 :]
    grown = (half[-1] - half[0]) * 1000 / len(half)
    print(f"second half: {grown:.0f} KB a file; open files at the end: {psutil.Process().num_fds()}")
    print(json.dumps({"files": len(held), "mb": shown, "kb_a_file": round(grown)}))


def _held(files: Sequence[Path], settings: Settings) -> Iterator[float]:
    """The process's memory in MB after each file."""
    process, numbers = psutil.Process(), count()
    for path in files:
        read_here(next(numbers), Source(path), {}, settings)
        yield process.memory_info().rss / 1e6


if __name__ == "__main__":
    main()
