"""`python -m bench files`: many files of many kinds read in one go, against the bare tools on the same files in the same run."""

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measured import Measured, measure
from bench.mixed import make_files

_FEW = 4  # a run over this part of the files, to see what grows


@dataclass(frozen=True, slots=True)
class _Run:
    """`python -m ingest` over a folder, and what became of the files."""

    measured: Measured
    outcomes: Counter[str]
    pages: int
    passages: int


def main(argv: Sequence[str] | None = None) -> None:
    """Measures and prints; a line of JSON last, for machines."""
    parser = argparse.ArgumentParser(prog="python -m bench files", description=__doc__)
    parser.add_argument("--files", type=int, default=60, metavar="N", help="how many files to make (default 60)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make files and index here, and leave them")
    args = parser.parse_args(argv)
    with ExitStack() as stack:
        folder = args.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        print(json.dumps(_measured(folder, args.files)))


def _measured(folder: Path, files: int) -> dict[str, Any]:
    for name in ("files", "few", "data", "data-few"):
        shutil.rmtree(folder / name, ignore_errors=True)
    kinds = make_files(folder / "files", files)
    make_files(folder / "few", max(1, files // _FEW))
    print(f"files: {files} ({', '.join(f'{n} {kind}' for kind, n in kinds.items())})")

    few = _ingest(folder, "few", "data-few")
    first = _ingest(folder, "files", "data")
    second = _ingest(folder, "files", "data")
    said = measure(
        [sys.executable, "-m", "bench.bare", str(folder / "files"), str(folder / "data")], folder / "bare.txt"
    )
    if said.code:
        raise RuntimeError(f"the bare tools failed:\n{said.said}")
    bare = json.loads(said.said.splitlines()[-1])

    run = first.measured
    whole = bare["reading"] + bare["embedding"]
    grown = files - max(1, files // _FEW)
    figures = {
        "files": files,
        "pages": first.pages,
        "passages": first.passages,
        "outcomes": dict(first.outcomes),
        "ingest_seconds": round(run.seconds, 1),
        "bare_reading_seconds": round(bare["reading"], 1),
        "bare_embedding_seconds": round(bare["embedding"], 1),
        "ingest_to_bare": round(whole / run.seconds, 3),
        "cores": round(run.cores, 2),
        "cpu_seconds": round(run.cpu, 1),
        "bare_cpu_seconds": round(said.cpu, 1),
        "cpu_ratio": round(said.cpu / run.cpu, 3),
        "parent_mb": [round(few.measured.parent), round(run.parent)],
        "worker_mb": [round(few.measured.worker), round(run.worker)],
        "tree_mb": [round(few.measured.tree), round(run.tree)],
        "parent_kb_a_file": round((run.parent - few.measured.parent) * 1000 / grown),
        "second_seconds": round(second.measured.seconds, 2),
        "second_share": round(second.measured.seconds / run.seconds, 4),
        "second_outcomes": dict(second.outcomes),
    }
    print(
        f"outcomes: {_counts(first.outcomes)}; {first.passages} passages\n"
        f"ingest: {run.seconds:.1f} s, {first.pages / run.seconds:.2f} pages a second, {run.cores:.2f} cores busy\n"
        f"bare tools: {bare['reading']:.1f} s and embedding {bare['embedding']:.1f} s, {first.pages / whole:.2f} pages a second: "
        f"ratio {whole / run.seconds:.2f} (aim: 0.8 or more); of seconds of cores {said.cpu / run.cpu:.2f}\n"
        f"memory of {max(1, files // _FEW)} and of {files} files, in MB: parent {few.measured.parent:.0f} and {run.parent:.0f}, "
        f"largest worker {few.measured.worker:.0f} and {run.worker:.0f}, all processes {few.measured.tree:.0f} and {run.tree:.0f}\n"
        f"second pass: {second.measured.seconds:.1f} s, {second.measured.seconds / run.seconds:.1%} of the first "
        f"(aim: less than 1 % with 500 files): {_counts(second.outcomes)}"
    )
    return figures


def _counts(outcomes: Counter[str]) -> str:
    return ", ".join(f"{n} {action}" for action, n in outcomes.items())


def _ingest(folder: Path, files: str, data: str) -> _Run:
    """A run over all files of a folder, which counts a page for a file without pages."""
    events = folder / f"{data}.jsonl"
    events.unlink(missing_ok=True)
    command = [
        sys.executable,
        "-m",
        "ingest",
        str(folder / files),
        "--data",
        str(folder / data),
        "--events",
        str(events),
    ]
    run = measure(command, folder / f"{data}.txt")
    told = [json.loads(line) for line in events.read_text(encoding="utf-8").splitlines()]
    outcomes = [event for event in told if event["event"] == "outcome"]
    if run.code not in (0, 1) or not outcomes:
        raise RuntimeError(f"the ingest failed:\n{run.said}")
    return _Run(
        run,
        Counter(outcome["action"] for outcome in outcomes),
        sum(outcome["pages"] or 1 for outcome in outcomes),
        sum(outcome["passages"] for outcome in outcomes),
    )
