"""Tables on a terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from eval.calibration import Decisions
from eval.question_set import Question
from eval.ranks import Retrieved
from eval.run_folder import Run, write
from eval.terminal import difference_with_interval, figures, shown, table, with_interval

Row = dict[str, Any]


def test_figures_for_the_eye() -> None:
    assert shown("citation_recall", 0.8251) == "0.825"
    assert shown("cited_chars", 9100.0) == "9,100"
    assert shown("fact_recall", None) == "–"
    assert with_interval("fact_recall", {"value": None, "low": None, "high": None, "n": 0}) == "–"
    assert difference_with_interval("fact_recall", {"value": 0.5, "low": -0.1, "high": 1.0, "n": 3}) == (
        "+0.500 [-0.100, 1.000]"
    )
    assert difference_with_interval("fact_recall", {"value": 0.0, "low": 0.0, "high": 0.0, "n": 3}).startswith("0.000")


def test_columns_are_aligned() -> None:
    assert table(["a", "bb"], [["ccc", "1"]]) == "a    bb\nccc   1"


def test_a_run_beside_its_baselines(
    tmp_path: Path, questions: list[Question], perfect: list[Row], empty: list[Row], found: Callable[..., Retrieved]
) -> None:
    searched = {i: found(i, ["g"], ["g"], [], ["g"], ["g"]) for i in ("a1", "a2")}
    metrics = write(
        tmp_path, Run({}, questions, perfect, searched), {n: Run({}, questions, empty) for n in ("bm25", "gold")}
    )
    lines = figures(metrics).splitlines()
    assert lines[0].split()[:4] == ["metric", "assistant", "bm25", "gold"]
    assert [line.split()[0] for line in lines[1:5]] == [
        "citation_recall", "first_citation", "answer_correct", "refuse_f1",
    ]  # fmt: skip
    assert lines[1].split() == [
        "citation_recall", "1.000", "[1.000,", "1.000]", "0.000", "[0.000,", "0.000]", "0.000", "[0.000,", "0.000]", "2",
    ]  # fmt: skip
    assert any(line.startswith("assistant minus") for line in lines)
    assert any(line.startswith("stage (n=2)") for line in lines)
    assert lines[-1] == "right 4"


def test_probabilities_are_summed_up_where_there_are_any(
    tmp_path: Path, questions: list[Question], perfect: list[Row]
) -> None:
    decisions = Decisions(0.6, {"a1": 0.5, "a2": None, "u1": 0.5, "u2": None})
    known = figures(write(tmp_path, Run({}, questions, perfect, {}, decisions)))
    assert "probability of an answer (n=2): Brier score 0.250 [0.250, 0.250], expected calibration error 0.500" in known
    assert "Brier" not in figures(write(tmp_path, Run({}, questions, perfect)))
    nothing = Decisions(0.6, dict.fromkeys(("a1", "a2", "u1", "u2")))
    assert "Brier" not in figures(write(tmp_path, Run({}, questions, perfect, {}, nothing)))
