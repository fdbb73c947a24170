"""Automatic numbers as Word counts them, from the markup alone."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.office.lists import Labels
from ingest.office.styles import Numbering
from tests.ingest.office.word import PLAN, Level, Made


def _labels(made: Made) -> Labels:
    return Labels.read(made.word.part.numbering_part.element)


def _count(labels: Labels, list_id: int, levels: list[int]) -> list[str]:
    found = [labels.label(Numbering(str(list_id), level)) for level in levels]
    return [label.text if label else "" for label in found]


def test_a_plan() -> None:
    made = Made()
    plan = made.new_list(PLAN)
    counted = _count(_labels(made), plan, [0, 1, 1, 2, 2, 3, 3, 4, 5, 1, 2, 0, 1, 3])
    assert counted == ["I.", "1.", "2.", "2.1.", "2.2.", "a)", "b)", "-", "+", "3.", "3.1.", "II.", "1.", "a)"]


def test_articles_go_on_through_chapters() -> None:
    """The usual law: chapters do not begin the articles anew."""
    made = Made()
    law = made.new_list([Level("upperRoman", "Chương %1"), Level("decimal", "Điều %2.", restart=0)])
    counted = _count(_labels(made), law, [0, 1, 1, 0, 1])
    assert counted == ["Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3."]


def test_a_level_that_begins_anew_only_after_a_level_further_out() -> None:
    made = Made()
    levels = [Level("decimal", "%1."), Level("decimal", "%2)"), Level("lowerLetter", "%3.", restart=1)]
    found = made.new_list(levels)
    assert _count(_labels(made), found, [0, 1, 2, 1, 2, 0, 1, 2]) == ["1.", "1)", "a.", "2)", "b.", "2.", "1)", "a."]


def test_lists_of_one_kind_count_together_unless_one_begins_anew() -> None:
    made = Made()
    first = made.new_list([Level("decimal", "%1.")])
    same = made.same_list(first, {0: 7})
    labels = _labels(made)
    assert _count(labels, first, [0, 0]) == ["1.", "2."]
    assert _count(labels, same, [0, 0]) == ["7.", "8."]
    assert _count(labels, first, [0]) == ["9."]


def test_forms_of_numbers() -> None:
    made = Made()
    forms = ["decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman"]
    lists = [made.new_list([Level(form, "(%1)", start=28)]) for form in forms]
    labels = _labels(made)
    assert [_count(labels, found, [0])[0] for found in lists] == [
        "(28)",
        "(28)",
        "(bb)",
        "(BB)",
        "(xxviii)",
        "(XXVIII)",
    ]


def test_legal_numbering_writes_figures_for_all_levels() -> None:
    made = Made()
    found = made.new_list([Level("upperRoman", "%1."), Level("decimal", "%1.%2", legal=True)])
    assert _count(_labels(made), found, [0, 1, 0, 1, 1]) == ["I.", "1.1", "II.", "2.1", "2.2"]


def test_a_form_that_is_not_known_is_left_to_the_page() -> None:
    made = Made()
    found = made.new_list([Level("chineseCounting", "%1.")])
    label = _labels(made).label(Numbering(str(found), 0))
    assert label is not None and label.text == ""


def test_a_level_tied_to_a_style() -> None:
    made = Made()
    found = made.new_list([Level("decimal", "%1."), Level("lowerLetter", "%2)")])
    levels = made.word.part.numbering_part.element.findall(".//{*}abstractNum")[0].findall("{*}lvl")
    levels[1].insert(2, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="Diem"/>'))
    label = _labels(made).label(Numbering(str(found), None, "Diem"))
    assert label is not None and label.text == "a)"


def test_lists_that_are_not_there() -> None:
    assert Labels.read(None).label(Numbering("3", 0)) is None
    made = Made()
    found = made.new_list([Level("decimal", "%1.")])
    assert _labels(made).label(Numbering(str(found), 5)) is None
