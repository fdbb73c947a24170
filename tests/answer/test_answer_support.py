from dataclasses import replace

import pytest
from small_library import FINANCE, GOALS, HOME_A, MONEY, PLAN_A, ROW, placed, plans, question, weigh

from answer.ask import Ask
from answer.question import Question
from answer.scope import Scope
from answer.support import Verdict, judge, support_of
from answer.terms import TermWeights
from index.document import Document
from index.passage import Passage


def verdict(asked: Question, best: Passage | None = MONEY, document: Document = PLAN_A) -> Verdict:
    library = plans()
    found = placed(library, asked, best) if best else []
    return judge(asked, found, weigh(library, asked), TermWeights(library, asked.own_terms), document if best else None)


def test_a_passage_that_speaks_of_it_supports_an_answer() -> None:
    assert verdict(question("Kinh phí mua sách lấy từ đâu?", Ask.FUNDING, words="kinh phí|mua sách")) == Verdict(True)


def test_a_scope_that_no_document_is_of() -> None:
    asked = question("kinh phí mua sách", scope=Scope(unknown=("Cà Mau",)))
    assert verdict(asked) == Verdict(False, "names what no document is of")
    known_too = replace(asked, scope=Scope(documents=frozenset({PLAN_A.id}), unknown=("Cà Mau",)))
    assert verdict(known_too).supported


def test_nothing_found() -> None:
    assert verdict(question("kinh phí mua sách"), None) == Verdict(False, "nothing found")


def test_a_passage_on_something_else() -> None:
    found = verdict(question("Học phí lớp bơi?", words="học phí|lớp bơi|trẻ em"))
    assert not found.supported
    assert found.reason.startswith("support")


def test_more_in_common_is_more_support() -> None:
    weights = weigh(plans(), question("kinh phí mua sách", words="kinh phí|mua sách"))
    assert support_of(MONEY, weights) > support_of(FINANCE, weights) > support_of(HOME_A, weights)


def test_a_word_that_no_document_knows() -> None:
    asked = question("Kinh phí mua sách cho vũ trụ học?", words="kinh phí|mua sách|vũ trụ học")
    assert verdict(asked) == Verdict(False, "speaks of what no document knows")


def test_duties_of_an_office_that_is_not_there() -> None:
    asked = question("Sở Y tế thẩm định dự toán?", Ask.DUTY, words="thẩm định|dự toán", offices=["Sở Y tế"])
    assert verdict(asked, FINANCE) == Verdict(False, "the office asked about is not in it")
    assert verdict(replace(asked, offices=("Sở Tài chính",)), FINANCE).supported


def test_a_follow_up_whose_own_words_are_nowhere() -> None:
    asked = question("kinh phí mua sách - ai bị phạt tiền?", words="kinh phí|mua sách|ngân sách tỉnh", own="bị phạt")
    assert verdict(asked) == Verdict(False, "nothing on what the follow-up adds")


@pytest.mark.parametrize(
    ("year", "supported"), [(2024, True), (2025, True), (2026, True), (2023, False), (2030, False)]
)
def test_a_year_within_the_documents_period(year: int, supported: bool) -> None:
    found = verdict(question("kinh phí mua sách", words="kinh phí|mua sách", scope=Scope(years=(year,))))
    assert found == (Verdict(True) if supported else Verdict(False, "year outside the document"))


def test_a_year_that_the_passage_names_needs_no_period() -> None:
    asked = question("số hóa danh mục", words="số hóa|danh mục sách", scope=Scope(years=(2025,)))
    assert verdict(asked, GOALS, replace(PLAN_A, period=None, title=None)).supported


@pytest.mark.parametrize(
    ("ask", "words", "gives", "does_not"),
    [
        (Ask.NUMBER, "bồi dưỡng|thủ thư", GOALS, HOME_A),
        (Ask.DEADLINE, "danh mục sách|số hóa", GOALS, None),
        (Ask.DEADLINE, "kinh phí|mua sách", None, MONEY),
        (Ask.WHICH_DOCUMENT, "kinh phí|mua sách", None, MONEY),
        (Ask.NUMBER, "lớp biên mục sách", ROW, None),
        (Ask.DEADLINE, "lớp biên mục sách", ROW, None),
    ],
)
def test_a_figure_date_or_number_must_be_there(
    ask: Ask, words: str, gives: Passage | None, does_not: Passage | None
) -> None:
    asked = question(words.replace("|", " "), ask, words=words)
    if gives:
        assert verdict(asked, gives) == Verdict(True)
    if does_not:
        found = verdict(asked, does_not)
        assert not found.supported
        assert str(ask) in found.reason or found.reason.startswith("support")


def test_a_number_of_what_the_passage_does_not_count() -> None:
    asked = question("bao nhiêu tàu thuyền", Ask.NUMBER, words="kinh phí|mua sách", counted_nouns=["tàu thuyền"])
    assert verdict(asked) == Verdict(False, "no number in it")


def test_money_is_not_answered_by_heads() -> None:
    asked = question("Bồi dưỡng thủ thư hết bao nhiêu tiền?", Ask.NUMBER, words="bồi dưỡng|thủ thư")
    assert verdict(asked, GOALS) == Verdict(False, "no number in it")
    assert verdict(question("Mua sách hết bao nhiêu tiền?", Ask.NUMBER, words="kinh phí|mua sách")).supported
