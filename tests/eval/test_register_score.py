"""Registers compared row by row, and the project's own register against the one made by hand."""

from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.register.command import GOLD, figures, read_rows
from eval.register.score import agree, roles_right
from index.errors import InputError
from obligations.obligation import KINDS, ROLES


def _row(lines: tuple[int, int], actor: str | None = "Sở Nội vụ", **fields: Any) -> dict[str, Any]:
    row = {
        "kind": "duty", "actor": actor, "role": "lead", "action": "mở lớp", "deadline": None, "target": None,
        "document_id": "d", "lines": list(lines),
    }  # fmt: skip
    return {**row, **fields}


def _limit(text: str, **certain: str | None) -> dict[str, Any]:
    return {"text": text, "date": None, "month_day": None, "frequency": None, **certain}


def test_a_duty_is_the_same_where_its_actor_is_and_its_lines_overlap() -> None:
    gold = [_row((1, 2)), _row((5, 5), "Ủy ban nhân dân tỉnh"), _row((7, 7))]
    found = [_row((2, 2), "sở nội vụ"), _row((5, 5), "UBND tỉnh", role="other"), _row((7, 7), "Sở Y tế"), _row((9, 9))]
    duties = agree(found, gold)["duty"]
    assert (len(duties.matched), len(duties.extra), len(duties.missing)) == (2, 2, 1)
    assert (duties.precision, duties.recall, roles_right(duties)) == (0.5, pytest.approx(2 / 3), 0.5)


def test_rows_of_one_block_are_paired_one_to_one_with_the_fitting_deadline() -> None:
    march, june = _limit("trước 31/3", month_day="03-31"), _limit("trước 30/6", month_day="06-30")
    gold = [_row((1, 1), deadline=march), _row((1, 1), deadline=june)]
    agreements = agree([_row((1, 1), deadline={**june, "text": "ngày 30/6"}), _row((1, 1))], gold)
    assert len(agreements["duty"].matched) == 2
    assert (agreements["deadline"].precision, agreements["deadline"].recall) == (1.0, 0.5)


def test_targets_are_told_by_their_figures_and_year() -> None:
    target = {
        "measure": "Lớp",
        "group": None,
        "value": "30 người",
        "low": 30,
        "high": 30,
        "unit": "người",
        "year": 2025,
    }
    gold = [_row((1, 1), None, kind="target", target=target)]
    assert agree([_row((1, 1), None, kind="target", target={**target, "measure": "x"})], gold)["target"].precision == 1
    assert agree([_row((1, 1), None, kind="target", target={**target, "year": 2024})], gold)["target"].precision == 0


def test_nothing_on_either_side_has_no_share() -> None:
    told = figures(agree([], []))
    assert told["duty"]["precision"] is None and told["duty"]["recall"] is None and told["roles"] is None


def test_the_gold_register_is_sound() -> None:
    rows = read_rows(GOLD)
    assert len(rows) == 360
    seen = set()
    for row in rows:
        assert row["kind"] in KINDS and row["role"] in (None, *ROLES) and row["quote"] and row["lines"]
        target = row["target"] or {}
        told = (row["document_id"], row["kind"], tuple(row["lines"]), row["actor"], str(row["deadline"]), str(target))
        assert told not in seen
        seen.add(told)


@pytest.mark.parametrize("content", ["{", "no json\n"])
def test_a_broken_line_is_named(content: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold.jsonl, line 1"):
        read_rows(path)


def test_the_register_of_the_corpus_is_near_the_one_made_by_hand(
    indexed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["register", "--data", str(indexed), "--differences"]) == 0
    said = capsys.readouterr().out
    shares = {line.split()[0]: line.split()[2::2][:2] for line in said.split("\n") if line and line[0] != " "}
    floors = {"duty": (0.98, 0.98), "deadline": (0.98, 0.95), "target": (0.98, 0.98), "funding": (0.9, 0.9)}
    for what, (precision, recall) in floors.items():
        assert float(shares[what][0]) >= precision and float(shares[what][1]) >= recall, said
