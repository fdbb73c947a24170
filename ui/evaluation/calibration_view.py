"""How far the probability of an answer can be believed: a reliability diagram with its table, and what other thresholds would refuse."""

import streamlit as st

from eval.bootstrap import Figure as Measured
from eval.calibration import BEST, Bin, Calibration, Tried
from eval.diagram import Labels, reliability_diagram
from ui.evaluation.runs import Figure
from ui.evaluation.tables import Cell, figure_cell, interval, metric_cell, number, table_html
from ui.plain import show_plain
from ui.words import Words

_TRIED = ("over_refusal_rate", "refuse_recall")


def show_calibration(calibration: Calibration | None, words: Words) -> None:
    """The section; where a run has no probabilities, it says so."""
    show_plain(words("calibration"), "part")
    if calibration is None or not calibration.n:
        show_plain(words("calibration_none"))
        return
    show_plain(summary(calibration, words))
    show_plain(words("calibration_note", n=calibration.n, without=calibration.without, best=BEST), "quiet")
    diagram = reliability_diagram(calibration.bins, calibration.threshold, _labels(words))
    st.image(str(diagram), alt=words("calibration_diagram"))
    st.html(bins_table(calibration, words))
    show_plain(words("calibration_tried_note"), "quiet")
    st.html(tried_table(calibration, words))


def summary(calibration: Calibration, words: Words) -> str:
    """Brier score and expected calibration error in one sentence."""
    brier = Figure.model_validate(calibration.brier)
    return words(
        "calibration_figures",
        brier=number("brier", brier.value, words),
        interval=interval("brier", brier, words),
        ece=number("ece", calibration.ece, words),
    )


def bins_table(calibration: Calibration, words: Words) -> str:
    """What the diagram shows, a row a bin."""
    heads = [words("probability"), words("questions_count"), words("probability_mean"), words("probability_held")]
    return table_html(words("calibration_bins"), heads, (_bin_row(b, words) for b in calibration.bins))


def tried_table(calibration: Calibration, words: Words) -> str:
    """What each threshold would refuse, a row a threshold; the one in use is named."""
    heads = [words("threshold").capitalize(), *(metric_cell(name, words).text for name in _TRIED)]
    rows = (_tried_row(t, calibration.threshold, words) for t in calibration.thresholds)
    return table_html(words("calibration_tried"), heads, rows)


def _labels(words: Words) -> Labels:
    return Labels(
        title=words("calibration_diagram"),
        across=words("probability"),
        up=words("probability_held"),
        threshold=words("threshold"),
        decimal="," if words.language == "vi" else ".",
    )


def _bin_row(b: Bin, words: Words) -> list[Cell]:
    bounds = {"low": _tenth(b.low, words), "high": _tenth(b.high, words)}
    return [
        Cell(words("probability_bin", **bounds)),
        Cell(str(b.n), style="number"),
        Cell(number("", b.probability, words), style="number"),
        _figure_cell(b.held, words),
    ]


def _tried_row(tried: Tried, used: float, words: Words) -> list[Cell]:
    shown = _tenth(tried.threshold, words)
    name = words("threshold_used", n=shown) if tried.threshold == used else shown
    return [Cell(name), _figure_cell(tried.over_refusal_rate, words), _figure_cell(tried.refuse_recall, words)]


def _figure_cell(figure: Measured, words: Words) -> Cell:
    return figure_cell("", Figure.model_validate(figure), words)


def _tenth(share: float, words: Words) -> str:
    text = f"{share:.1f}"
    return text.replace(".", ",") if words.language == "vi" else text
