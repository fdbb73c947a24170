"""`python -m obligations`: the register of duties, targets and funding of the indexed documents."""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from index.console import run
from index.disk import write_file
from index.errors import AssistantError, InputError
from index.library import Library
from index.settings import load_settings
from obligations.exports.about import About
from obligations.exports.headings import LANGUAGES, word
from obligations.obligation import KINDS, ROLES, Obligation
from obligations.register import Register
from obligations.wanted import Wanted
from vietnamese.glossary import GlossaryError

_EXPORTS = ("xlsx", "csv", "ics")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code: 0 done (no row is a result), 1 a document that is not there or could not be read, 2 wrong usage or
    settings, or a file that cannot be written.
    """
    args = _parser().parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    try:
        library = Library.open(load_settings(data=args.data))
        try:
            return _show(library, args)
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
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write the rows as an Excel workbook")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the rows as CSV")
    parser.add_argument("--ics", type=Path, metavar="FILE", help="write the deadlines of the rows as a calendar")
    parser.add_argument(
        "--language", choices=LANGUAGES, default="vi", help="of the headings in these files (default: vi)"
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="where the index lives (default: ASSISTANT_DATA or data/)"
    )
    return parser


def _show(library: Library, args: argparse.Namespace) -> int:
    """Prints the rows, or writes them into the files that are named."""
    unknown = [name for name in args.document or () if name not in library.documents]
    if unknown:
        known = ", ".join(sorted(library.documents)) or "none"
        raise InputError(f"no document {', '.join(unknown)} in the index; there are: {known}")
    register = Register.open(library)
    wanted = Wanted(kind=args.kind, actor=args.actor, role=args.role, documents=args.document)
    rows, total = register.where(wanted), register.count()
    if any(getattr(args, name) for name in _EXPORTS):
        about = About(library.publication_id, str(library.manifest["created"]), wanted, total, date.today())
        _write_files(rows, register, about, args)
    else:
        for row in rows:
            print(json.dumps(row.as_json(), ensure_ascii=False) if args.json else _readable(row))
    print(f"{len(rows)} of {total} rows, {len(register.documents)} documents", file=sys.stderr)
    for name in register.unread:
        print(f"obligations: {name}: its duties and targets could not be read; the log above says why", file=sys.stderr)
    return 1 if register.unread else 0


def _write_files(rows: Sequence[Obligation], register: Register, about: About, args: argparse.Namespace) -> None:
    """Writes each file that is named. Their libraries take longer to load than rows to list, so they are loaded here."""
    from obligations.exports.calendar import calendar
    from obligations.exports.csv_rows import csv_rows
    from obligations.exports.workbook import workbook

    if args.xlsx:
        write_file(args.xlsx, workbook(rows, register.documents, about, args.language))
    if args.csv:
        write_file(args.csv, csv_rows(rows, register.documents, args.language))
    if args.ics:
        dated = calendar(rows, register.documents, about, args.language)
        write_file(args.ics, dated.data)
        print(f"{args.ics}: {dated.events} events; {dated.left_out} rows name no day", file=sys.stderr)


def _readable(row: Obligation) -> str:
    """A row for the eye: who and what on one line, where it stands on the next."""
    kind = word(f"kind.{row.kind}", "vi") + (f", {word(f'role.{row.role}', 'vi')}" if row.role else "")
    said = f"{row.actor}: {row.action}" if row.actor else row.action
    if row.target is not None:
        year = f" ({row.target.year})" if row.target.year else ""
        said = f"{said} = {row.target.value}{year}"
    until = f" [hạn: {row.deadline.text}]" if row.deadline else ""
    place = f", dòng {row.lines[0]}-{row.lines[1]}" if row.lines else f", trang {row.page}" if row.page else ""
    return f"[{kind}] {said}{until}\n    {row.document_id}: {' > '.join(row.section)}{place}"


if __name__ == "__main__":
    sys.exit(run("obligations", main))
