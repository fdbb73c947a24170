"""The signals that speak for and against an answer, and what the learned weights make of them."""

from dataclasses import astuple, replace
from pathlib import Path

import pytest
from small_library import FINANCE, GOALS, HOME_A, MONEY, PLAN_A, ROW, passage, placed, plans, question, weigh

from answer.ask import Ask
from answer.question import Question
from answer.scope import Scope
from answer.support import SIGNALS, Answerability, Signals, Verdict, judge, signals_of, support_of
from answer.terms import TermWeights
from index.document import Document
from index.errors import SettingError
from index.passage import Passage
from vietnamese.numbers import find_document_numbers

HALF = Answerability(-1.0, dict.fromkeys(SIGNALS, 0.0) | {"support": 2.0}, 0.5)
"""Answers where support is at least one half."""


def signals(asked: Question, best: Passage = MONEY, document: Document = PLAN_A) -> Signals:
    library = plans()
    found = placed(library, asked, best)
    own = TermWeights(library, asked.own_terms)
    return signals_of(asked, found, weigh(library, asked), own, {document.id: document})


def verdict(asked: Question, best: Passage | None = MONEY) -> Verdict:
    library = plans()
    found = placed(library, asked, best) if best else []
    own = TermWeights(library, asked.own_terms)
    return judge(asked, found, weigh(library, asked), own, {PLAN_A.id: PLAN_A}, HALF)


def test_a_passage_that_speaks_of_it_supports_an_answer() -> None:
    found = verdict(question("Kinh phí mua sách lấy từ đâu?", Ask.FUNDING, words="kinh phí|mua sách"))
    assert found.supported
    assert found.reason == ""
    assert found.probability is not None
    assert found.probability > 0.5


def test_a_scope_that_no_document_is_of() -> None:
    asked = question("kinh phí mua sách", words="kinh phí|mua sách", scope=Scope(unknown=("Cà Mau",)))
    assert verdict(asked) == Verdict(False, "names what no document is of")
    known_too = replace(asked, scope=Scope(documents=frozenset({PLAN_A.id}), unknown=("Cà Mau",)))
    assert verdict(known_too).supported


def test_nothing_found() -> None:
    assert verdict(question("kinh phí mua sách"), None) == Verdict(False, "nothing found")


def test_a_passage_on_something_else() -> None:
    found = verdict(question("Học phí lớp bơi?", words="học phí|lớp bơi|trẻ em"))
    assert not found.supported
    assert found.reason.startswith("chiefly ")


def test_more_in_common_is_more_support() -> None:
    weights = weigh(plans(), question("kinh phí mua sách", words="kinh phí|mua sách"))
    assert support_of(MONEY, weights) > support_of(FINANCE, weights) > support_of(HOME_A, weights)


def test_a_word_that_no_document_knows() -> None:
    assert signals(question("Kinh phí mua sách?", words="kinh phí|mua sách")).unknown == 0
    assert signals(question("Kinh phí vũ trụ học?", words="kinh phí|vũ trụ học")).unknown == 1


def test_duties_of_an_office_that_is_not_there() -> None:
    asked = question("Sở Y tế thẩm định dự toán?", Ask.DUTY, words="thẩm định|dự toán", offices=["Sở Y tế"])
    assert signals(asked, FINANCE).office == 0
    assert signals(replace(asked, offices=("Sở Tài chính",)), FINANCE).office == 1


def test_an_office_is_named_without_its_signs_too() -> None:
    held = passage("thu-vien-a", 9, "Phòng Kế hoạch - Tài chính thẩm định dự toán.")
    asked = question("dự toán", Ask.DUTY, words="dự toán", offices=["phòng kế hoạch tài chính"])
    assert signals(asked, held).office == 1
    assert signals(replace(asked, offices=("phòng kế hoạch",)), held).office == 1
    assert signals(replace(asked, offices=("phòng kế",)), replace(held, text="Phòng kếch xù dự toán.")).office == 0


def test_a_number_that_stands_beside_the_document_asked_for_is_not_foreign() -> None:
    held = passage("thu-vien-a", 9, "Kế hoạch số 18-KH/TU thực hiện Nghị quyết số 22-NQ/TW về sách.")
    asked = question(
        "nghị quyết sách",
        Ask.WHICH_DOCUMENT,
        words="sách",
        scope=Scope(foreign=tuple(find_document_numbers("kế hoạch 18-KH/TU"))),
    )
    assert signals(asked, held).foreign == 0
    assert signals(asked, MONEY).foreign == 1
    assert signals(replace(asked, ask=Ask.OFFICE), held).foreign == 1


def test_a_follow_up_whose_own_words_are_nowhere() -> None:
    asked = question("kinh phí mua sách - ai bị phạt tiền?", words="kinh phí|mua sách|ngân sách tỉnh", own="bị phạt")
    assert signals(asked).own == 0
    assert signals(replace(asked, own_terms=())).own == 1


@pytest.mark.parametrize(("year", "held"), [(2024, 1), (2025, 1), (2026, 1), (2023, 0), (2030, 0)])
def test_a_year_within_the_documents_period(year: int, held: int) -> None:
    assert signals(question("kinh phí mua sách", words="kinh phí|mua sách", scope=Scope(years=(year,)))).years == held


def test_a_year_that_the_passage_names_needs_no_period() -> None:
    asked = question("số hóa danh mục", words="số hóa|danh mục sách", scope=Scope(years=(2025,)))
    assert signals(asked, GOALS, replace(PLAN_A, period=None, title=None)).years == 1


@pytest.mark.parametrize(
    ("ask", "words", "best", "gives"),
    [
        (Ask.NUMBER, "bồi dưỡng|thủ thư", GOALS, 1),
        (Ask.NUMBER, "bồi dưỡng|thủ thư", HOME_A, 0),
        (Ask.DEADLINE, "danh mục sách|số hóa", GOALS, 1),
        (Ask.DEADLINE, "kinh phí|mua sách", MONEY, 0),
        (Ask.WHICH_DOCUMENT, "kinh phí|mua sách", MONEY, 0),
        (Ask.NUMBER, "lớp biên mục sách", ROW, 1),
        (Ask.DEADLINE, "lớp biên mục sách", ROW, 1),
    ],
)
def test_a_figure_date_or_number_must_be_there(ask: Ask, words: str, best: Passage, gives: int) -> None:
    assert signals(question(words.replace("|", " "), ask, words=words), best).gives == gives


@pytest.mark.parametrize(
    ("text", "ask", "best", "gives"),
    [
        ("Bao nhiêu phần trăm thủ thư được bồi dưỡng?", Ask.NUMBER, GOALS, 0),
        ("Tiền thù lao cho thủ thư là bao nhiêu?", Ask.NUMBER, GOALS, 0),
        ("Mức chi mua sách là gì?", Ask.WHAT, GOALS, 0),
        ("Mức chi mua sách là gì?", Ask.WHAT, MONEY, 1),
    ],
)
def test_a_share_and_a_sum_are_given_by_no_other_figure(text: str, ask: Ask, best: Passage, gives: int) -> None:
    assert signals(question(text, ask, words="bồi dưỡng|thủ thư|mua sách"), best).gives == gives


def test_a_number_of_what_the_passage_does_not_count() -> None:
    asked = question("bao nhiêu tàu thuyền", Ask.NUMBER, words="kinh phí|mua sách", counted_nouns=["tàu thuyền"])
    assert signals(asked).gives == 0


def test_money_is_not_answered_by_heads() -> None:
    asked = question("Bồi dưỡng thủ thư hết bao nhiêu tiền?", Ask.NUMBER, words="bồi dưỡng|thủ thư")
    assert signals(asked, GOALS).gives == 0
    assert signals(question("Mua sách hết bao nhiêu tiền?", Ask.NUMBER, words="kinh phí|mua sách")).gives == 1


def test_the_probability_is_logistic() -> None:
    asked = signals(question("kinh phí mua sách", words="kinh phí|mua sách"))
    certain = replace(asked, support=0.5)
    assert HALF.probability(certain) == pytest.approx(0.5)
    assert HALF.probability(replace(certain, support=1.0)) == pytest.approx(0.7311, abs=1e-4)


def test_the_learned_weights_know_every_signal() -> None:
    model = Answerability.load()
    assert tuple(model.weights) == SIGNALS
    assert 0 < model.threshold < 1
    assert len(astuple(signals(question("kinh phí", words="kinh phí")))) == len(SIGNALS)


def test_damaged_weights_name_the_file_and_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "weights.yaml"
    file.write_text("threshold: 0.5\nintercept: 1\nweights: {support: 1}\n", encoding="utf-8")
    with pytest.raises(SettingError, match=r"weights\.yaml.*python -m eval learn"):
        Answerability.load(file)
