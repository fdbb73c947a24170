"""Rows of a register drawn by chance, and the precision that judged rows show."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.__main__ import main
from eval.register.command import GOLD, read_rows
from eval.register.judged import VERDICTS, precisions, reasons, wilson
from eval.register.sampling import block_of, draw, identity
from index.errors import InputError

LAWS = GOLD.with_name("laws.jsonl")


def _row(number: int, **fields: Any) -> dict[str, Any]:
    row = {
        "kind": "duty", "actor": "Sở Nội vụ", "role": "lead", "action": f"mở lớp {number}", "deadline": None,
        "target": None, "document_id": "d", "section": ["Điều 1"], "lines": [number, number], "page": None,
        "quote": f"- Sở Nội vụ mở lớp {number}.",
    }  # fmt: skip
    return {**row, **fields}


def _judged(verdict: str = "right", reason: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"id": "a1", "seed": 1, "kind": "duty", "verdict": verdict, "reason": reason, **fields}


ROWS = [_row(number) for number in range(50)]


class TestDraw:
    def test_the_same_seed_draws_the_same_rows_in_their_order(self) -> None:
        first, again, other = draw(ROWS, 20, 1), draw(ROWS[::-1], 20, 1), draw(ROWS, 20, 2)
        assert [row["lines"] for row in first] == [row["lines"] for row in again][::-1]
        assert [row["lines"][0] for row in first] == sorted(row["lines"][0] for row in first)
        assert {row["id"] for row in first} != {row["id"] for row in other}

    def test_a_row_waits_for_its_verdict(self) -> None:
        (row,) = draw(ROWS, 1, 7)
        assert (row["seed"], row["verdict"], row["reason"]) == (7, None, None)
        assert row["id"] == identity(ROWS[row["lines"][0]])

    def test_a_row_more_changes_one_row_at_most(self) -> None:
        before = {row["id"] for row in draw(ROWS, 20, 1)}
        after = {row["id"] for row in draw([*ROWS, _row(99)], 20, 1)}
        assert len(before - after) <= 1

    def test_blocks_that_somebody_has_seen_are_left_out(self) -> None:
        seen = {block_of(row) for row in ROWS[:40]}
        assert {row["lines"][0] for row in draw(ROWS, 20, 1, seen)} == set(range(40, 50))

    @pytest.mark.parametrize(
        "fields",
        [
            {"actor": None},
            {"document_id": "e"},
            {"section": []},
            {"deadline": {"text": "tháng 3"}},
            {"kind": "target", "target": {"value": "30", "year": 2025}},
        ],
    )
    def test_two_rows_have_two_names(self, fields: dict[str, Any]) -> None:
        assert identity(_row(1, **fields)) != identity(_row(1))

    @given(st.integers(1, 60), st.integers(0, 9))
    def test_any_number_of_rows(self, count: int, seed: int) -> None:
        drawn = draw(ROWS, count, seed)
        assert len(drawn) == len({row["id"] for row in drawn}) == min(count, 50)


class TestPrecision:
    def test_each_sample_in_all_and_by_kind(self) -> None:
        rows = [
            *[_judged()] * 8,
            *[_judged("wrong", "actor", kind="funding")] * 2,
            _judged(seed=2, drawn_from="two laws"),
        ]
        found = [(p.sample, p.what, p.right, p.judged) for p in precisions(rows)]
        assert found == [
            ("1", "all", 8, 10),
            ("1", "duty", 8, 8),
            ("1", "funding", 0, 2),
            ("2 (two laws)", "all", 1, 1),
        ]
        assert reasons(rows) == {"1": {"actor": 2}, "2 (two laws)": {}}

    @pytest.mark.parametrize(
        ("right", "judged", "low", "high"),
        [(9, 10, 0.596, 0.982), (88, 100, 0.802, 0.930), (0, 5, 0.0, 0.434), (5, 5, 0.566, 1.0)],
    )
    def test_wilson_as_in_the_tables(self, right: int, judged: int, low: float, high: float) -> None:
        assert wilson(right, judged) == pytest.approx((low, high), abs=0.001)

    @given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
    def test_the_share_lies_in_its_interval(self, counts: tuple[int, int]) -> None:
        low, high = wilson(*counts)
        assert -1e-9 <= low < high <= 1 + 1e-9
        assert low - 1e-9 <= counts[0] / counts[1] <= high + 1e-9

    @pytest.mark.parametrize(
        "row",
        [
            _judged("maybe"),
            _judged("wrong"),
            _judged("right", "actor"),
            {**_judged(), "verdict": None},
            _judged(kind="power"),
            {"id": "a1"},
        ],
    )
    def test_a_row_that_is_not_judged_is_named(self, row: dict[str, Any]) -> None:
        with pytest.raises(InputError, match="row a1"):
            precisions([row])

    def test_nothing_judged(self) -> None:
        assert precisions([]) == []


def test_the_judged_laws_are_sound() -> None:
    rows = read_rows(LAWS)
    assert all(row["verdict"] in VERDICTS and len(row["quote"]) <= 100 for row in rows)
    assert len({(row["seed"], row["id"]) for row in rows}) == len(rows) == 700
    assert {found.judged for found in precisions(rows) if found.what == "all"} == {100}


def test_the_command_tells_the_precision_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["register", "judged", str(LAWS)]) == 0
    said = capsys.readouterr().out
    assert "sample 1 (seven documents), all: precision 0.880 [0.802, 0.930] (88 of 100)" in said
    assert "sample 1 (seven documents): wrong by cut 7" in said


def test_the_command_refuses_a_file_without_verdicts(tmp_path: Path) -> None:
    path = tmp_path / "sample.jsonl"
    path.write_text(json.dumps(draw(ROWS, 1, 1)[0]), encoding="utf-8")
    assert main(["register", "judged", str(path)]) == 1


@pytest.mark.parametrize("rows", ["0", "-3", "many"])
def test_a_number_of_rows_that_is_none(rows: str) -> None:
    with pytest.raises(SystemExit):
        main(["register", "sample", "--seed", "1", "--rows", rows])


def test_the_command_draws_rows_that_have_not_been_seen(
    indexed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["register", "sample", "--seed", "1", "--rows", "12", "--data", str(indexed)]) == 0
    said = capsys.readouterr().out
    path = tmp_path / "seen.jsonl"
    path.write_text(said, encoding="utf-8")
    seen = {block_of(row) for row in read_rows(path)}
    assert len(read_rows(path)) == 12
    command = ["register", "sample", "--seed", "1", "--rows", "12", "--without", str(path), "--data", str(indexed)]
    assert main(command) == 0
    fresh = [json.loads(line) for line in capsys.readouterr().out.split("\n") if line]
    assert len(fresh) == 12 and not seen & {block_of(row) for row in fresh}
