"""`python -m answer --check`: written answers from a file, one verdict a line."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answer.claims.verdict import SentenceVerdict, check_claims
from index.errors import InputError
from vietnamese.glossary import Glossary

LONGEST_ANSWER = 50_000
"""Characters of an answer that is still checked."""
LONGEST_PASSAGES = 500_000
"""Characters of all passages of one answer together."""
LANGUAGES = ("vi", "vi_unaccented", "en")


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """An answer that a language model wrote and the passages that it was given, by marker.

    A line's language is only checked to be one that answers have: each sentence is read by its own words.
    """

    id: str
    answer: str
    passages: Mapping[int, str]


def check_file(path: Path, as_json: bool) -> int:
    """Checks every answer of a JSONL file and prints a verdict a line; returns 1 where a line could not be checked, else 0.

    Lines that are no written answer are named on standard error and passed over. Raises InputError where the file cannot be read.
    """
    glossary = Glossary.load()
    failed = 0
    for row in _rows(path):
        if isinstance(row, InputError):
            failed += 1
            print(f"answer: {row}", file=sys.stderr)
            continue
        verdicts = check_claims(row.answer, row.passages, glossary)
        _print(row.id, verdicts, as_json)
    return 1 if failed else 0


def as_row(identifier: str, verdicts: Sequence[SentenceVerdict]) -> dict[str, Any]:
    """The verdict on an answer as JSON: it stands only if each of its sentences does."""
    sentences = [{"text": v.text, "ok": v.ok, "reason": v.reason} for v in verdicts]
    return {"id": identifier, "ok": all(v.ok for v in verdicts), "sentences": sentences}


def _print(identifier: str, verdicts: Sequence[SentenceVerdict], as_json: bool) -> None:
    if as_json:
        lines = [json.dumps(as_row(identifier, verdicts), ensure_ascii=False)]
    else:
        lines = [f"{identifier}: {'ok' if all(v.ok for v in verdicts) else 'fails'}"]
        lines += [f"  ! {v.reason}: {v.text}" for v in verdicts if not v.ok]
    for line in lines:
        # A file may hold halves of surrogate pairs, which no terminal can be sent.
        print(line.encode("utf-8", "replace").decode("utf-8"), flush=True)


def _rows(path: Path) -> Iterator[WrittenAnswer | InputError]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give a UTF-8 file with one JSON object a line.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(f"{path}, line {number}", number, line)


def _row(where: str, number: int, line: str) -> WrittenAnswer | InputError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return InputError(f"{where}: not JSON ({error}); it was passed over.")
    wrong = _what_is_wrong(row)
    if wrong:
        return InputError(f"{where}: {wrong}; it was passed over.")
    identifier = row.get("id")
    passages = {p["marker"]: p["text"] for p in row["passages"]}
    return WrittenAnswer(str(identifier if identifier is not None else number), row["answer"], passages)


def _what_is_wrong(row: Any) -> str | None:
    """What keeps a line's value from being a written answer with passages."""
    if not isinstance(row, dict):
        return "not a JSON object"
    if not isinstance(row.get("answer"), str):
        return "no text field 'answer'"
    if row.get("language") not in LANGUAGES:
        return f"'language' must be one of {', '.join(LANGUAGES)}"
    passages = row.get("passages")
    if not isinstance(passages, list) or not all(map(_is_passage, passages)):
        return "'passages' must be a list of objects with a number 'marker' and a text 'text'"
    markers = [p["marker"] for p in passages]
    if len(set(markers)) < len(markers):
        return "two passages have the same marker"
    if len(row["answer"]) > LONGEST_ANSWER:
        return f"the answer is longer than {LONGEST_ANSWER} characters"
    if sum(len(p["text"]) for p in passages) > LONGEST_PASSAGES:
        return f"the passages are longer than {LONGEST_PASSAGES} characters together"
    return None


def _is_passage(value: Any) -> bool:
    marked = isinstance(value, dict) and isinstance(value.get("marker"), int) and not isinstance(value["marker"], bool)
    return marked and isinstance(value.get("text"), str)
