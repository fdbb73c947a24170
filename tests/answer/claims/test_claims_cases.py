"""Written answers over passages of real documents, many of them with one planted fault: how many the check gets right."""

import hashlib
import json
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from answer.claims import check_claims
from answer.claims.sentences import split_sentences
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup

HERE = Path(__file__).parent
CORPUS = Path(__file__).parents[3] / "corpus"
FLOORS = {("tune", "faulty"): 0.98, ("tune", "sound"): 0.99, ("held", "faulty"): 0.97, ("held", "sound"): 0.98}
"""Shares of faults found and of sound answers passed, on the half that the rules were made on and on the other."""


def read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def whole(row: dict[str, Any]) -> str:
    """A passage with the lines that stand above it: its document, the headings, the columns, where the row has them."""
    return "\n".join(part for part in (row.get("head"), row["text"]) if part)


PASSAGES = {row["key"]: whole(row) for row in read("passages.jsonl")}
CASES = read("cases.jsonl")
GLOSSARY = Glossary.load()


@cache
def outcomes() -> dict[tuple[str, str], list[bool]]:
    found: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for case in CASES:
        passages = {p["marker"]: PASSAGES[p["of"]] for p in case["passages"]}
        verdicts = check_claims(case["answer"], passages, GLOSSARY)
        failing = [i for i, v in enumerate(verdicts) if not v.ok]
        wanted = [] if case["fault"] is None else [case["faulty"]]
        found[half(case["id"]), "sound" if case["fault"] is None else "faulty"].append(failing == wanted)
    return dict(found)


def half(identifier: str) -> str:
    """A sound answer and its faulty twin are in the same half."""
    twins = identifier.rsplit("-", 1)[0]
    return "tune" if int(hashlib.sha256(twins.encode()).hexdigest(), 16) % 2 else "held"


@pytest.mark.parametrize(("part", "kind"), list(FLOORS))
def test_floors(part: str, kind: str) -> None:
    right = outcomes()[part, kind]
    assert sum(right) / len(right) >= FLOORS[part, kind]


def test_many_cases_hold_a_fault_and_both_languages_are_there() -> None:
    faulty = [c for c in CASES if c["fault"]]
    assert len({c["id"] for c in CASES}) == len(CASES) >= 600
    assert len(faulty) >= 0.45 * len(CASES)
    for language in ("vi", "en"):
        assert sum(c["language"] == language for c in CASES) >= 0.4 * len(CASES)


@pytest.mark.parametrize("row", [r for r in read("passages.jsonl") if r.get("head")], ids=lambda row: row["key"])
def test_a_block_copied_as_it_stands_is_sound(row: dict[str, Any]) -> None:
    blocks = [block for block in row["text"].split("\n") if block.strip()]
    copied = "\n".join(f"{s.text} [1]" for block in blocks for s in split_sentences(block))
    verdicts = check_claims(copied, {1: whole(row)}, GLOSSARY)
    assert [(v.text, v.reason) for v in verdicts if not v.ok] == []


def test_passages_are_verbatim() -> None:
    texts = {
        p.name: fold_markup(p.read_text(encoding="utf-8")) for p in CORPUS.iterdir() if p.suffix in {".txt", ".md"}
    }
    rows = [row for row in read("passages.jsonl") if row["source"] in texts]
    assert len(rows) > 40
    for row in rows:
        assert unicodedata.normalize("NFC", fold_markup(row["text"])) in texts[row["source"]]
