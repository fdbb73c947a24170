"""`python -m eval ablate`: what each mechanism of the assistant adds and costs."""

import argparse
import json
import sys
from pathlib import Path

from eval.files import folder, write_text

JSON_FILE, MARKDOWN_FILE = "ablation.json", "ablation.md"


def add_ablate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `ablate` to the subcommands of `python -m eval`."""
    parser = commands.add_parser("ablate", help="switch each mechanism off by itself: what it adds, what it costs")
    parser.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="where the tables are written, and what is measured is kept",
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the index lives")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="these mechanisms (default: all)")
    parser.set_defaults(command=_ablate)


def _ablate(options: argparse.Namespace) -> int:
    from eval.ablation.listed import chosen  # heavy: all of the program
    from eval.ablation.run import run
    from eval.ablation.table import as_json, as_markdown, on_terminal

    found = run(options.questions, folder(options.out), options.data, chosen(options.only))
    for effect in found.effects:
        for target in effect.uncalled:
            print(f"{effect.name}: no question of the set comes to {target}.", file=sys.stderr)
    for message in found.messages:
        print(message, file=sys.stderr)
    write_text(options.out / JSON_FILE, json.dumps(as_json(found), ensure_ascii=False, indent=1) + "\n")
    write_text(options.out / MARKDOWN_FILE, as_markdown(found))
    print(on_terminal(found), end="\n\n")
    print(options.out / MARKDOWN_FILE)
    return 1 if found.messages else 0
