from dataclasses import replace
from pathlib import Path

import pytest

from eval.compare import compare
from eval.predictions import load
from eval.question_set import load as load_questions
from eval.run_folder import read
from ui.evaluation.charts import bars, count_chart, interval_chart
from ui.evaluation.comparison import changes, difference_bars, differences, lines, verdict
from ui.evaluation.question_view import cited_place, fact_rows, heading, rank_rows, share_rows
from ui.evaluation.runs import Baseline, Figure, Metrics, read_run
from ui.evaluation.selection import Selection, selected
from ui.evaluation.tables import NOTHING, Cell, figure_cell, headline, in_order, metric_cell, number, table_html
from ui.words import Words

VI, EN = Words("vi"), Words("en")


def test_texts_of_a_table_are_escaped() -> None:
    html = table_html('a"b', ["<i>"], [[Cell("<b>"), Cell("x & y", "1\n<2>", "number")]])
    assert "<b>" not in html and "<i>" not in html and "<2>" not in html
    assert "&lt;b&gt;" in html and 'aria-label="a&quot;b"' in html
    assert '<td class="number">x &amp; y<small>1</small><small>&lt;2&gt;</small></td>' in html


@pytest.mark.parametrize(
    ("name", "value", "signed", "vietnamese", "english"),
    [
        ("answer_correct", 0.8125, False, "0,812", "0.812"),
        ("answer_correct", -0.1, True, "−0,100", "−0.100"),
        ("answer_correct", -0.0001, True, "+0,000", "+0.000"),
        ("cited_chars", 9100.4, False, "9.100", "9,100"),
        ("mrr@10", 0.5, True, "+0,500", "+0.500"),
        ("answer_correct", None, False, NOTHING, NOTHING),
    ],
)
def test_numbers(name: str, value: float | None, signed: bool, vietnamese: str, english: str) -> None:
    assert (number(name, value, VI, signed), number(name, value, EN, signed)) == (vietnamese, english)


def test_a_figure_stands_with_its_interval_and_n() -> None:
    figure = Figure(value=0.8, low=0.7, high=0.9, n=40)
    assert figure_cell("answer_correct", figure, VI) == Cell("0,800", "0,700 – 0,900 · n = 40", "number")
    assert figure_cell("answer_correct", figure, EN, signed=True).small == "+0.700 to +0.900 · n = 40"
    assert figure_cell("mrr@10", Figure(value=0.86), EN).small == ""
    assert figure_cell("answer_correct", None, EN) == Cell(NOTHING)


def test_a_metric_is_named_in_words_and_by_its_code() -> None:
    assert metric_cell("over_refusal_rate", EN) == Cell("Refused by mistake\u00a0↓", "over_refusal_rate", "metric")
    assert metric_cell("lexical mrr@10", EN) == Cell("lexical mrr@10", "", "metric")


def test_what_must_not_get_worse_stands_first() -> None:
    assert in_order(["quote_verbatim", "refuse_f1", "citation_recall"]) == [
        "citation_recall", "refuse_f1", "quote_verbatim"
    ]  # fmt: skip


def test_baselines_stand_beside_the_run() -> None:
    own = {"answer_correct": Figure(value=0.9, low=0.8, high=1, n=10), "fact_recall": Figure(value=0.7, n=10)}
    plain = Baseline(
        metrics={"answer_correct": Figure(value=0.4, low=0.3, high=0.5, n=10)},
        difference={"answer_correct": Figure(value=0.5, low=0.4, high=0.6, n=10)},
    )
    html = headline(Metrics(n=10, metrics=own, baselines={"bm25": plain, "<x>": plain}), EN)
    assert "BM25 alone" in html and "&lt;x&gt;" in html
    assert html.count("<small>difference +0.500</small><small>(+0.400 to +0.600)</small>") == 2
    assert html.count(f'<td class="">{NOTHING}</td>') == 2


def test_a_chart_leaves_out_what_has_no_value() -> None:
    rows = bars(
        [("a", Figure(value=0.5, low=0.4, high=0.6, n=3), "x"), ("b", Figure(), "y"), ("c", Figure(value=1), "z")]
    )
    assert [(r.name, r.low, r.value, r.high) for r in rows] == [("a", 0.4, 0.5, 0.6), ("c", 1, 1, 1)]
    drawn = interval_chart(rows, VI, line=0.5, share=True).to_dict()
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["rule", "rule", "point"]
    assert drawn["layer"][1]["encoding"]["x"]["scale"] == {"domain": [0, 1]}
    assert "replace(" in drawn["layer"][1]["encoding"]["x"]["axis"]["labelExpr"]
    assert len(interval_chart(rows, EN, line=None, share=False).to_dict()["layer"]) == 2


def test_counts_keep_their_order_and_colour() -> None:
    drawn = count_chart([("right", 5), ("error", 2)], EN, right="right").to_dict()
    (values,) = drawn["datasets"].values()
    assert [(v["name"], v["value"]) for v in values] == [("right", 5), ("error", 2)]
    assert values[0]["color"] != values[1]["color"]


def test_questions_are_selected_by_every_part(runs: Path) -> None:
    scores = list(read(runs / "regressed").scores.values())
    texts = {p["id"]: p["question"] for p in load(runs / "regressed" / "predictions.jsonl").values()}

    def ids(selection: Selection) -> list[str]:
        return [score.id for score in selected(scores, texts, selection)]

    assert ids(Selection()) == ["a1", "a2", "u1", "u2"]
    assert ids(Selection(buckets=("wrong citation", "unsupported answer"))) == ["a1", "u2"]
    assert ids(Selection(buckets=("unsupported answer",), languages=("vi",))) == []
    assert ids(Selection(kinds=("number", "unanswerable"), languages=("en",))) == ["a2", "u2"]
    assert ids(Selection(words="tien LO")) == ["a1"]
    assert ids(Selection(words="u1")) == ["u1"]


def test_what_is_said_of_a_question(runs: Path) -> None:
    place = runs / "regressed"
    score = read(place).scores["a1"]
    question = load_questions(place / "questions.jsonl")[0]
    prediction = load(place / "predictions.jsonl")["a1"]
    assert heading(score, EN) == "a1 · wrong citation · office · Vietnamese"
    assert [row[1].text for row in fact_rows(question, prediction, EN)] == ["missing", "missing"]
    right = load(runs / "right" / "predictions.jsonl")["a1"]
    assert [row[1].text for row in fact_rows(question, right, EN)] == ["said", "said"]
    assert cited_place(prediction["citations"][0]) == "classes › I. CHUNG"
    assert rank_rows(score, EN) == []
    shares = {row[0].small: row[1].text for row in share_rows(score, EN)}
    assert shares["answer_correct"] == "0 / 1" and "refuse_recall" not in shares


def test_a_comparison_in_words(runs: Path) -> None:
    found = compare(runs / "right", runs / "regressed")
    by_name = {line.name: line for line in lines(found)}
    assert by_name["answer_correct"].difference["value"] == -0.5
    html = differences(found, EN)
    assert "−0.500" in html and "no difference shown" in html
    changed = changes(found.changes, EN)
    assert changed.index("a1") < changed.index("u2")
    assert "unsupported answer" in changed
    assert "cited_chars" in by_name
    assert EN("metric.cited_chars") not in [bar.name for bar in difference_bars(found, EN)]


@pytest.mark.parametrize(
    ("name", "low", "high", "said"),
    [
        ("answer_correct", 0.1, 0.2, "better"),
        ("answer_correct", -0.2, -0.1, "worse"),
        ("over_refusal_rate", 0.1, 0.2, "worse"),
        ("over_refusal_rate", -0.2, -0.1, "better"),
        ("answer_correct", -0.1, 0.1, "same"),
        ("answer_correct", 0.0, 0.1, "same"),
        ("answer_correct", None, None, "same"),
    ],
)
def test_runs_differ_where_the_interval_excludes_0(
    runs: Path, name: str, low: float | None, high: float | None, said: str
) -> None:
    line = next(line for line in compare(runs / "right", runs / "right").metrics if line.name == name)
    assert verdict(replace(line, difference={"value": low, "low": low, "high": high, "n": 4})) == said


def test_slices_are_those_of_the_run(runs: Path) -> None:
    slices = read_run(runs / "regressed").metrics.slices
    assert {name: group.n for name, group in slices["language"].items()} == {"en": 2, "vi": 2}
