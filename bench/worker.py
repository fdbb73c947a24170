"""`python -m bench.worker`: what one process holds while it reads file after file, as a worker of the ingest does.

Many files of all kinds that `python -m bench files` makes. What it holds rises with the first ones, which load libraries and
fill caches of a fixed size, and must not rise after that. Files that are not read, but for those that are made to be bad, are
named and the exit code is 1: without LibreOffice or Tesseract, what was measured is how files fail.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from bench.mixed import BAD, make_files
from index.settings import Settings
from ingest.sources import Source, gather
from ingest.worker import Read, read_here

_SHOWN = 10  # figures


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints; a line of JSON last, for machines. The exit code: 1 where a file failed that should be read."""
    parser = argparse.ArgumentParser(prog="python -m bench.worker", description=__doc__)
    parser.add_argument("--files", type=int, default=60, metavar="N", help="how many files to make (default 60)")
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="how often to read them all (default 2)")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "files"
        make_files(made, args.files)
        settings = Settings(data=Path(folder) / "data")
        sources = gather(sorted(made.iterdir()), settings).sources * args.rounds
        looked = list(_looked(sources, settings))
    held = [megabytes for _, megabytes in looked]
    failed = [read for read, _ in looked if read is not None]
    wrong = [read for read in failed if not _is_bad(sources[read.number])]
    step = -(-len(held) // _SHOWN)
    shown = [round(mb) for mb in held[step - 1 :: step]]
    print(f"memory after each {step} of {len(held)} files, in MB: {', '.join(map(str, shown))}")
    half = held[len(held) // 2 :]
    grown = (half[-1] - half[0]) * 1000 / len(half)
    print(f"second half: {grown:.0f} KB a file; open files at the end: {psutil.Process().num_fds()}")
    print(f"not read: {len(failed)} of {len(held)}, {len(failed) - len(wrong)} of them made to be bad")
    for detail in sorted({read.detail for read in wrong}):
        print(f"not read: {detail}", file=sys.stderr)
    print(json.dumps({"files": len(held), "failed": len(wrong), "mb": shown, "kb_a_file": round(grown)}))
    return 1 if wrong else 0


def _looked(sources: Sequence[Source], settings: Settings) -> Iterator[tuple[Read | None, float]]:
    """What became of each file that was not read, and the process's memory in MB after each; editions are not kept."""
    process = psutil.Process()
    for number, source in enumerate(sources):
        read = read_here(number, source, {}, settings)
        yield (read if read.edition is None else None), process.memory_info().rss / 1e6


def _is_bad(source: Source) -> bool:
    return any(source.path.stem.endswith(f"-{kind}") for kind in BAD)


if __name__ == "__main__":
    sys.exit(main())
