"""`python -m eval register`: the register of an index against the gold register; rows of it drawn and judged."""

import argparse
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from eval.register.judged import Precision, precisions, reasons
from eval.register.sampling import block_of, draw
from eval.register.score import WHATS, Agreement, Row, agree, roles_right
from index.errors import InputError
from index.settings import PROJECT, load_settings

GOLD = PROJECT / "eval" / "register" / "gold.jsonl"


def add_register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command to those of `python -m eval`."""
    parser = commands.add_parser("register", help="the register of obligations against the one made by hand")
    parser.add_argument("--gold", type=Path, default=GOLD, metavar="FILE", help="the gold register (JSONL)")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the index lives")
    parser.add_argument("--json", action="store_true", help="the figures as one line of JSON")
    parser.add_argument("--differences", action="store_true", help="list what is missing and what is too much")
    parser.set_defaults(command=_run)
    parts = parser.add_subparsers(metavar="PART", title="precision by rows judged by hand")
    _add_sample(parts)
    judged = parts.add_parser("judged", help="precision of judged rows, with Wilson's interval")
    judged.add_argument("file", type=Path, metavar="FILE.jsonl", help="what `sample` wrote, each row with a verdict")
    judged.set_defaults(command=_judged)


def _add_sample(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = parts.add_parser(
        "sample", help="rows drawn by chance, to be judged: set verdict (right or wrong) and reason"
    )
    parser.add_argument("--seed", type=int, required=True, metavar="N", help="the same rows for the same seed")
    parser.add_argument("--rows", type=_count, default=100, metavar="N", help="how many (default 100)")
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="where the index lives")
    parser.add_argument(
        "--without",
        type=Path,
        action="append",
        default=[],
        metavar="FILE.jsonl",
        help="judged rows whose blocks are left out, so that the sample is one that nobody has seen; may be given several times",
    )
    parser.set_defaults(command=_sample)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of rows, write it as 100")
    return int(text)


def _run(args: argparse.Namespace) -> int:
    gold = read_rows(args.gold)
    found = _rows_of(args.data, {row["document_id"] for row in gold})
    agreements = agree(found, gold)
    if args.json:
        print(json.dumps(figures(agreements)))
        return 0
    for what in WHATS:
        print(_told(what, agreements[what]))
        if args.differences:
            for sign, rows in (("+", agreements[what].extra), ("-", agreements[what].missing)):
                for row in rows:
                    print(f"  {sign} {_shown(row)}")
    return 0


def _sample(args: argparse.Namespace) -> int:
    seen = {block_of(row) for path in args.without for row in read_rows(path)}
    for row in draw(_rows_of(args.data), args.rows, args.seed, seen):
        print(json.dumps(row, ensure_ascii=False))
    return 0


def _judged(args: argparse.Namespace) -> int:
    rows = read_rows(args.file)
    for found in precisions(rows):
        print(_precision_told(found))
    for sample, counts in reasons(rows).items():
        wrong = ", ".join(f"{reason} {count}" for reason, count in counts.items()) or "nothing"
        print(f"sample {sample}: wrong by {wrong}")
    return 0


def _precision_told(found: Precision) -> str:
    low, high = found.interval
    return (
        f"sample {found.sample}, {found.what}: precision {found.share:.3f} [{low:.3f}, {high:.3f}] "
        f"({found.right} of {found.judged})"
    )


def _rows_of(data: Path | None, documents: Collection[str] | None = None) -> list[Row]:
    """The rows of an index as other programs read them, of these documents or of all."""
    from index.library import Library  # heavy: Chroma
    from obligations.register import Register
    from obligations.wanted import Wanted

    library = Library.open(load_settings(data=data))
    try:
        return [row.as_json() for row in Register.open(library).where(Wanted(documents=documents))]
    finally:
        library.close()


def read_rows(path: Path) -> list[Row]:
    """The rows of a register's file. InputError names the line that is none."""
    rows: list[Row] = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give a JSONL file of rows.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                raise InputError(f"{path}, line {number}: not JSON ({error}).") from error
    return rows


def figures(agreements: dict[Any, Agreement]) -> dict[str, Any]:
    """Precision, recall and counts by what is looked at, and the share of duties with the right role."""
    told: dict[str, Any] = {
        what: {
            "precision": a.precision,
            "recall": a.recall,
            "matched": len(a.matched),
            "extra": len(a.extra),
            "missing": len(a.missing),
        }
        for what, a in agreements.items()
    }
    told["roles"] = roles_right(agreements["duty"])
    return told


def _told(what: str, agreement: Agreement) -> str:
    shares = " ".join(
        f"{name} {'-' if value is None else f'{value:.3f}'}"
        for name, value in (("precision", agreement.precision), ("recall", agreement.recall))
    )
    counts = f"{len(agreement.matched)} found, {len(agreement.extra)} too much, {len(agreement.missing)} missing"
    roles = f", role right {roles_right(agreement) or 0:.3f}" if what == "duty" else ""
    return f"{what:9} {shares} ({counts}{roles})"


def _shown(row: Row) -> str:
    lines = "-".join(map(str, row["lines"] or ["?"]))
    deadline = f" | {row['deadline']['text']}" if row["deadline"] else ""
    target = f" | {row['target']['value']} {row['target']['year'] or ''}" if row["target"] else ""
    return f"{row['document_id']}:{lines} {row['actor']} [{row['role']}] {row['action'][:60]}{deadline}{target}"
