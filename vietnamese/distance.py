"""How far words as recognised on a scan are from words as they should be."""

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from vietnamese.text import squeeze


def nearest_distance(span: str, text: str) -> float:
    """Edits, as a share of the span's letters and digits, between `span` and the stretch of `text` most like it.

    Blanks, marks and case do not count. 0 where the text holds the span; at most 1; 1 for a span without letters or digits.
    """
    wanted, given = squeeze(span), squeeze(text)
    if not wanted or not given:
        return 1.0
    if wanted in given:
        return 0.0
    if len(given) <= len(wanted):
        return min(1.0, Levenshtein.distance(wanted, given) / len(wanted))
    found = fuzz.partial_ratio_alignment(wanted, given)
    stretch = given[found.dest_start : found.dest_end] if found else ""
    return min(1.0, Levenshtein.distance(wanted, stretch) / len(wanted))
