"""Written answers over passages of real documents, half of them with one planted fault: how many the check gets right."""

import hashlib
import json
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from answer.claims import check_claims
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup

HERE = Path(__file__).parent
CORPUS = Path(__file__).parents[3] / "corpus"
FLOORS = {("tune", "faulty"): 0.97, ("tune", "sound"): 0.97, ("held", "faulty"): 0.95, ("held", "sound"): 0.97}
"""Shares of faults found and of sound answers passed, on the half that the rules were made on and on the other."""


def read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


PASSAGES = {row["key"]: row["text"] for row in read("passages.jsonl")}
CASES = read("cases.jsonl")


@cache
def outcomes() -> dict[tuple[str, str], list[bool]]:
    glossary = Glossary.load()
    found: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for case in CASES:
        passages = {p["marker"]: PASSAGES[p["of"]] for p in case["passages"]}
        verdicts = check_claims(case["answer"], passages, glossary)
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


def test_half_of_the_cases_hold_a_fault_and_both_languages_are_there() -> None:
    faulty = [c for c in CASES if c["fault"]]
    assert len(CASES) >= 320
    assert len(faulty) * 2 == len(CASES)
    for language in ("vi", "en"):
        assert sum(c["language"] == language for c in CASES) >= 0.4 * len(CASES)


def test_passages_are_verbatim() -> None:
    texts = {
        p.name: fold_markup(p.read_text(encoding="utf-8")) for p in CORPUS.iterdir() if p.suffix in {".txt", ".md"}
    }
    rows = [row for row in read("passages.jsonl") if row["source"] in texts]
    assert len(rows) > 40
    for row in rows:
        assert unicodedata.normalize("NFC", fold_markup(row["text"])) in texts[row["source"]]
