"""What a mechanism adds, from made-up answers with it and without it, and the tables of it."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from eval.ablation.effect import MEASURED, Changed, Cost, Effect, Told, by_language, changed, cost
from eval.ablation.run import Ablated
from eval.ablation.table import as_json, as_markdown, on_terminal, ordered
from eval.bootstrap import difference
from eval.metrics import Share
from eval.question_set import Question
from eval.scores import score_all

Row = dict[str, Any]


def told(number: int, right: bool, language: str = "vi", words: str = "") -> Told:
    """An answerable question, answered rightly or refused."""
    share = Share(float(right))
    shares: dict[str, Share | None] = dict.fromkeys(MEASURED, None)
    shares |= dict.fromkeys(("citation_recall", "first_citation", "answer_correct"), share)
    shares["over_refusal_rate"] = Share(float(not right))
    return Told(f"q{number}", language, right, words or str(right), shares)


def effect(name: str, part: Changed, languages: Mapping[str, Changed], spent: Cost | None = None) -> Effect:
    return Effect(name, f"what {name} does", part, languages, spent)


def test_what_is_kept_of_a_score_is_read_back(questions: list[Question], perfect: list[Row]) -> None:
    kept = [Told.of(s, p) for s, p in zip(score_all(questions, perfect), perfect, strict=True)]
    assert [t.right for t in kept] == [True] * 4
    assert [Told.from_json(json.loads(json.dumps(t.as_json()))) for t in kept] == kept
    assert kept[0].shares["answer_correct"] == Share(1.0) and kept[0].shares["unsupported_answer_rate"] is None
    other = Told.of(score_all(questions, perfect)[0], perfect[0] | {"answer": "Sở Tài chính. [1]"})
    assert other.words != kept[0].words


def test_gains_and_losses_are_counted() -> None:
    full = [told(1, True), told(2, True), told(3, False), told(4, True)]
    without = [told(1, False), told(2, True), told(3, True), told(4, True, words="otherwise")]
    found = changed(full, without)
    assert (found.n, found.answers, found.gained, found.lost) == (4, 3, 1, 1)
    assert found.adds["answer_correct"]["value"] == 0.0
    assert found.adds["refuse_f1"] == {"value": None, "low": None, "high": None, "n": 0}
    assert found.verdict == "not shown"


def test_a_difference_beyond_chance_is_told_by_its_side() -> None:
    good, bad = [told(i, True) for i in range(40)], [told(i, i % 2 == 0) for i in range(40)]
    assert changed(good, bad).verdict == "adds"
    assert changed(bad, good).verdict == "harms"
    assert changed(good, bad).adds["over_refusal_rate"]["value"] == -0.5  # less is better
    assert changed(good, good).verdict == "nothing"


def test_one_metric_better_and_another_worse() -> None:
    full = [told(i, True) for i in range(40)]
    without = [told(i, True) for i in range(40)]
    for row in without[:20]:
        assert isinstance(row.shares, dict)
        row.shares["first_citation"] = Share(0.0)
    for row in full[20:]:
        assert isinstance(row.shares, dict)
        row.shares["citation_recall"] = Share(0.0)
    assert changed(full, without).verdict == "both"


def test_equal_sides_need_no_resamples() -> None:
    side = [told(i, i % 3 > 0) for i in range(12)]
    shares = [t.shares["answer_correct"] for t in side]
    assert changed(side, side).adds["answer_correct"] == difference(shares, shares)


def test_languages_are_told_apart() -> None:
    full = [told(1, True), told(2, True, "en"), told(3, True, "en")]
    without = [told(1, True), told(2, False, "en"), told(3, True, "en")]
    found = by_language(full, without)
    assert {name: (part.n, part.gained) for name, part in found.items()} == {"vi": (1, 0), "en": (2, 1)}
    assert found["en"].adds["answer_correct"]["value"] == 0.5


def test_cost_is_the_median_of_pairs() -> None:
    assert cost([(10.0, 4.0), (20.0, 19.0), (30.0, 20.0)]) == Cost(3, 20.0, 19.0, 6.0)
    assert cost([]) is None


@pytest.fixture
def ablated() -> Ablated:
    """Two mechanisms: one that four in ten questions need, one that nothing comes to."""
    full, without = [told(i, True) for i in range(10)], [told(i, i > 3) for i in range(10)]
    effects = (
        effect("idle", changed(full, full), by_language(full, full)),
        effect("busy", changed(full, without), by_language(full, without), Cost(5, 30.0, 20.0, 9.5)),
    )
    figures: Callable[[float], dict[str, Any]] = lambda v: {"value": v, "low": v, "high": v, "n": 10}  # noqa: E731
    manifest = {"questions": {"file": "few.jsonl", "n": 10}}
    return Ablated(manifest, dict.fromkeys(MEASURED, figures(0.9)), effects, ())


def test_what_makes_most_right_comes_first(ablated: Ablated) -> None:
    assert [e.name for e in ordered(ablated.effects)] == ["busy", "idle"]


def test_the_terminal_has_a_line_a_mechanism(ablated: Ablated) -> None:
    heads, full, busy, idle = on_terminal(ablated).splitlines()
    assert heads.split()[:2] == ["without", "citation_recall"]
    assert "0.900" in full
    assert busy.split()[:2] == ["busy", "+0.400*"] and busy.rstrip().endswith("+4 −0  +9.5 (20 → 30)     adds")
    assert idle.split()[:2] == ["idle", "0.000"] and idle.rstrip().endswith("–  nothing")


def test_markdown_has_the_intervals_and_the_languages(ablated: Ablated) -> None:
    page = as_markdown(ablated)
    assert page.startswith("few.jsonl, 10 questions. The whole program: citation_recall 0.900")
    assert "| `busy`: what busy does | **+0.400 (0.100 – 0.700)** |" in page
    assert "| 4 | +4 −0 | +9.5 (20 → 30) |" in page
    assert "| `busy` | **+0.400" in page  # by language
    assert "| Vietnamese: citation_recall |" in page
    assert "| `idle`" not in page and "No answer changes without `idle` (what idle does)." in page
    assert "medians over 5 questions" in page


def test_json_has_everything(ablated: Ablated) -> None:
    found = json.loads(json.dumps(as_json(ablated)))
    assert [m["name"] for m in found["mechanisms"]] == ["idle", "busy"]
    busy = found["mechanisms"][1]
    assert busy["verdict"] == "adds" and busy["ms"] == {"n": 5, "with": 30.0, "without": 20.0, "more": 9.5}
    assert busy["languages"]["vi"]["gained"] == 4
    assert found["mechanisms"][0]["ms"] is None
