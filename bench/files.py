"""`python -m bench files`: many files of many kinds read in one go, against the bare tools on the same files in the same run."""

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class _Bare:
    """What the tools took by themselves: seconds by the clock for each of the two steps, and of all cores."""

    reading: float
    embedding: float
    cpu: float

    @property
    def seconds(self) -> float:
        return self.reading + self.embedding


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
    fewer = max(1, files // _FEW)
    kinds = make_files(folder / "files", files)
    make_files(folder / "few", fewer)
    print(f"files: {files} ({_counts(kinds)})")
    few = _ingest(folder, "few", "data-few")
    first, second = (_ingest(folder, "files", "data") for _ in range(2))
    bare = _bare(folder)
    print(_told(first, bare))
    print(_memory_told((fewer, few.measured), (files, first.measured)))
    print(
        f"second pass: {second.measured.seconds:.1f} s, {second.measured.seconds / first.measured.seconds:.1%} of the first "
        f"(aim: less than 1 % with 500 files): {_counts(second.outcomes)}"
    )
    return {
        "files": files,
        **_figures(first, bare),
        **_memory_figures(few.measured, first.measured, files - fewer),
        "second_seconds": round(second.measured.seconds, 2),
        "second_share": round(second.measured.seconds / first.measured.seconds, 4),
        "second_outcomes": dict(second.outcomes),
    }


def _figures(run: _Run, bare: _Bare) -> dict[str, Any]:
    measured = run.measured
    return {
        "pages": run.pages,
        "passages": run.passages,
        "outcomes": dict(run.outcomes),
        "ingest_seconds": round(measured.seconds, 1),
        "bare_reading_seconds": round(bare.reading, 1),
        "bare_embedding_seconds": round(bare.embedding, 1),
        "ingest_to_bare": round(bare.seconds / measured.seconds, 3),
        "cores": round(measured.cores, 2),
        "cpu_seconds": round(measured.cpu, 1),
        "bare_cpu_seconds": round(bare.cpu, 1),
        "cpu_ratio": round(bare.cpu / measured.cpu, 3),
    }


def _told(run: _Run, bare: _Bare) -> str:
    measured = run.measured
    return (
        f"outcomes: {_counts(run.outcomes)}; {run.passages} passages\n"
        f"ingest: {measured.seconds:.1f} s, {run.pages / measured.seconds:.2f} pages a second, {measured.cores:.2f} cores busy\n"
        f"bare tools: {bare.reading:.1f} s and embedding {bare.embedding:.1f} s, {run.pages / bare.seconds:.2f} pages a second: "
        f"ratio {bare.seconds / measured.seconds:.2f} (aim: 0.8 or more); of seconds of cores {bare.cpu / measured.cpu:.2f}"
    )


def _memory_figures(few: Measured, many: Measured, grown: int) -> dict[str, Any]:
    """In MB, of the run over a part of the files and of that over all, which are `grown` more."""
    return {
        "parent_mb": [round(few.parent), round(many.parent)],
        "worker_mb": [round(few.worker), round(many.worker)],
        "tree_mb": [round(few.tree), round(many.tree)],
        "parent_kb_a_file": round((many.parent - few.parent) * 1000 / max(1, grown)),
    }


def _memory_told(fewer: tuple[int, Measured], all_files: tuple[int, Measured]) -> str:
    """The memory of two runs, each with the number of its files."""
    (some, few), (files, many) = fewer, all_files
    return (
        f"memory of {some} and of {files} files, in MB: parent {few.parent:.0f} and {many.parent:.0f}, "
        f"largest worker {few.worker:.0f} and {many.worker:.0f}, all processes {few.tree:.0f} and {many.tree:.0f}"
    )


def _counts(counted: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {name}" for name, n in counted.items())


def _bare(folder: Path) -> _Bare:
    """The bare tools over the same files, and over the passages that were made of them."""
    run = measure(
        [sys.executable, "-m", "bench.bare", str(folder / "files"), str(folder / "data")], folder / "bare.txt"
    )
    if run.code:
        raise RuntimeError(f"the bare tools failed:\n{run.said}")
    told = json.loads(run.said.splitlines()[-1])
    return _Bare(told["reading"], told["embedding"], run.cpu)


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
