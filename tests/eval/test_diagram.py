"""The reliability diagram: points where they belong, the threshold marked, every word escaped."""

import re

from eval.calibration import Claim, binned
from eval.diagram import Labels, reliability_diagram

LABELS = Labels("A <title>", "probability", "share", "threshold", ",")


def _points(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', svg)]


def test_points_stand_at_probability_and_share() -> None:
    svg = reliability_diagram(binned([Claim(0.05, False), Claim(0.95, True), Claim(0.95, False)]), 0.6, LABELS)
    (left, bottom), (right, middle) = _points(svg)
    assert right - left == 0.9 * 300 and bottom - middle == 0.5 * 300


def test_words_are_escaped_and_written_in_the_language() -> None:
    svg = reliability_diagram(binned([]), 0.6, LABELS)
    assert "<title>A &lt;title&gt;</title>" in svg
    assert ">threshold 0,6</text>" in svg and ">0,2</text>" in svg and ">0.2<" not in svg
    assert "<circle" not in svg and "<rect" not in svg


def test_the_threshold_stands_on_the_same_scale_as_the_points() -> None:
    svg = reliability_diagram(binned([Claim(0.6, True)]), 0.6, LABELS)
    at = re.search(r'<line stroke="#b3392c" x1="([\d.]+)"', svg)
    assert at and float(at[1]) == _points(svg)[0][0]


def test_bins_show_how_many_questions_they_have() -> None:
    svg = reliability_diagram(binned([Claim(0.15, True), Claim(0.85, True), Claim(0.85, False)]), 0.6, LABELS)
    heights = [float(h) for h in re.findall(r'<rect [^>]*height="([\d.]+)"', svg)]
    assert len(heights) == 2 and heights[1] == 2 * heights[0]
    assert re.findall(r'font-size="10"[^>]*>(\d+)<', svg) == ["1", "2"]
