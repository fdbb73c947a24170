"""Whether the sides of a comparison say the same."""

from small_library import FINANCE, GOALS, GOALS_B, HOME_A, ROW, plans, question, weigh

from answer.agreement import Stated, agreement, stated_by
from answer.ask import Ask
from answer.units import best_unit
from index.passage import Passage


def stated(best: Passage, ask: Ask, words: str) -> Stated | None:
    asked = question(words.replace("|", " "), ask, words=words)
    weights = weigh(plans(), asked)
    return stated_by(asked, best_unit(best, weights), weights)


def test_the_office_or_the_figure_of_a_clause() -> None:
    assert stated(HOME_A, Ask.OFFICE, "tổng hợp|danh sách") == Stated("office", "Sở Nội vụ")
    found = stated(GOALS, Ask.NUMBER, "bồi dưỡng|thủ thư")
    assert found is not None
    assert found.kind == "figure"
    assert "40" in found.value


def test_nothing_where_no_one_thing_is_stated() -> None:
    assert stated(FINANCE, Ask.WHAT, "dự toán") is None
    assert stated(ROW, Ask.NUMBER, "biên mục") is None
    assert stated(FINANCE, Ask.NUMBER, "dự toán") is None


def test_the_same_and_different() -> None:
    home, finance = Stated("office", "Sở Nội vụ"), Stated("office", "Sở Tài chính")
    assert agreement([home, Stated("office", "sở nội vụ")]) is True
    assert agreement([home, finance]) is False
    assert (
        agreement([stated(GOALS, Ask.NUMBER, "bồi dưỡng|thủ thư"), stated(GOALS_B, Ask.NUMBER, "bồi dưỡng|thủ thư")])
        is False
    )


def test_nothing_is_said_where_it_is_not_plain() -> None:
    home, share = Stated("office", "Sở Nội vụ"), Stated("figure", "60%", "%")
    assert agreement([home, None]) is None
    assert agreement([home]) is None
    assert agreement([home, share]) is None
    assert agreement([share, Stated("figure", "60 người", "nguoi")]) is None
    assert agreement([share, Stated("figure", "ít nhất 60%", "%")]) is None
