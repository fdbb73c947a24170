"""`python -m obligations`: the register of duties, targets and funding of the indexed documents."""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from index.console import run
from index.errors import AssistantError, InputError
from index.library import Library
from index.settings import load_settings
from obligations.obligation import KINDS, ROLES, Obligation
from obligations.register import Register
from obligations.wanted import Wanted
from vietnamese.glossary import GlossaryError

_KINDS = {"duty": "nhiệm vụ", "target": "chỉ tiêu", "funding": "kinh phí"}
_ROLES = {
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "advise": "tham mưu",
    "report": "báo cáo",
    "implement": "thực hiện",
    "inspect": "kiểm tra",
    "fund": "bố trí kinh phí",
    "other": "khác",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code: 0 done (no row is a result), 1 a document that is not there, 2 wrong usage or settings."""
    args = _parser().parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    try:
        library = Library.open(load_settings(data=args.data))
        try:
            return _print_rows(library, args)
        finally:
            library.close()
    except AssistantError as error:
        print(f"obligations: {error}", file=sys.stderr)
        return error.exit_code
    except GlossaryError as error:  # people edit the word lists
        print(f"obligations: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m obligations", description=__doc__)
    parser.add_argument("--json", action="store_true", help="a row as JSON, one a line")
    parser.add_argument(
        "--actor", metavar="NAME", help="an office, group or post: any spelling, also without accents or in English"
    )
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--role", choices=ROLES)
    parser.add_argument(
        "--document", metavar="ID", action="append", help="a document by its id; may be given several times"
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="where the index lives (default: ASSISTANT_DATA or data/)"
    )
    return parser


def _print_rows(library: Library, args: argparse.Namespace) -> int:
    unknown = [name for name in args.document or () if name not in library.documents]
    if unknown:
        known = ", ".join(sorted(library.documents)) or "none"
        raise InputError(f"no document {', '.join(unknown)} in the index; there are: {known}")
    register = Register.open(library)
    wanted = Wanted(kind=args.kind, actor=args.actor, role=args.role, documents=args.document)
    rows = register.where(wanted)
    for row in rows:
        print(json.dumps(row.as_json(), ensure_ascii=False) if args.json else _readable(row))
    print(f"{len(rows)} of {register.count()} rows, {len(register.documents)} documents", file=sys.stderr)
    return 0


def _readable(row: Obligation) -> str:
    """A row for the eye: who and what on one line, where it stands on the next."""
    kind = _KINDS[row.kind] + (f", {_ROLES[row.role]}" if row.role else "")
    said = f"{row.actor}: {row.action}" if row.actor else row.action
    if row.target is not None:
        year = f" ({row.target.year})" if row.target.year else ""
        said = f"{said} = {row.target.value}{year}"
    until = f" [hạn: {row.deadline.text}]" if row.deadline else ""
    place = f", dòng {row.lines[0]}-{row.lines[1]}" if row.lines else f", trang {row.page}" if row.page else ""
    return f"[{kind}] {said}{until}\n    {row.document_id}: {' > '.join(row.section)}{place}"


if __name__ == "__main__":
    sys.exit(run("obligations", main))
