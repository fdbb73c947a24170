from dataclasses import replace

import pytest
from small_library import (
    GOALS,
    GOALS_B,
    HOME_A,
    MONEY,
    PASSAGES,
    PLAN_A,
    PLAN_B,
    ROW,
    A,
    passage,
    plans,
    question,
    ranked,
    small,
    weigh,
)

from answer.ask import Ask
from answer.question import Question
from answer.rank import CONSIDERED, Ranked, fit_of, rank
from answer.retrieve import Candidate
from answer.scope import Scope
from index.passage import Passage


def order(asked: Question, *passages: Passage) -> list[Ranked]:
    """Equally good candidates, ranked."""
    library = small((PLAN_A, PLAN_B), [*PASSAGES, *passages])
    return rank(asked, [Candidate(p, 0.5, 1.0, 0.5) for p in passages], weigh(library, asked), library)


def place(ordinal: int, text: str, section: tuple[str, ...] = ("V. KHÁC",)) -> Passage:
    return passage(A, 50 + ordinal, text, section)


def assert_better(asked: Question, better: Passage, worse: Passage) -> None:
    for given in ((better, worse), (worse, better)):
        found = order(asked, *given)
        assert [r.passage for r in found] == [better, worse]
        assert found[0].score > found[1].score


def test_more_of_the_question_is_better() -> None:
    asked = question("kệ gỗ phòng đọc", words="kệ gỗ|phòng đọc")
    assert_better(asked, place(1, "Kệ gỗ cho phòng đọc."), place(0, "Kệ gỗ cho phòng họp."))


def test_the_same_words_in_one_block_are_better_than_strewn() -> None:
    asked = question("kệ gỗ phòng đọc", words="kệ gỗ|phòng đọc")
    together = place(1, "Kệ gỗ cho phòng đọc.\nBàn tròn cho trẻ em.")
    strewn = place(0, "Kệ gỗ cho trẻ em.\nBàn tròn cho phòng đọc.")
    assert_better(asked, together, strewn)


def test_a_heading_that_says_it_is_better() -> None:
    asked = question("kệ gỗ", words="kệ gỗ")
    text = "Kệ gỗ mua của xưởng mộc."
    assert_better(asked, place(1, text, ("V. KỆ GỖ",)), place(0, text, ("V. NHỮNG VIỆC KHÁC CỦA XÃ",)))


def test_under_the_office_that_is_named_is_better() -> None:
    asked = question("Sở Tài chính làm gì", Ask.DUTY, words="dự toán", offices=["Sở Tài chính"])
    text = "Lập dự toán mua sách."
    assert_better(
        asked,
        place(1, text, ("V. TỔ CHỨC", "1. Sở Tài chính")),
        place(0, text, ("V. TỔ CHỨC", "2. Sở Nội vụ")),
    )


@pytest.mark.parametrize(
    ("ask", "gives", "does_not"),
    [
        (Ask.NUMBER, "Mua 30 kệ gỗ.", "Mua thêm kệ gỗ."),
        (Ask.DEADLINE, "Mua kệ gỗ trước ngày 30/6/2025.", "Mua kệ gỗ sớm nhất."),
        (Ask.OFFICE, "Sở Tài chính mua kệ gỗ.", "Thư viện mua kệ gỗ."),
        (Ask.WHICH_DOCUMENT, "Mua kệ gỗ theo Quyết định 12/QĐ-UBND.", "Mua kệ gỗ theo quy định."),
        (Ask.LIST, "Mua kệ gỗ:\n- loại to;\n- loại nhỏ.", "Mua kệ gỗ."),
        (Ask.FUNDING, "Kệ gỗ mua từ ngân sách.", "Kệ gỗ mua ở chợ."),
    ],
)
def test_what_can_give_the_answer_is_better(ask: Ask, gives: str, does_not: str) -> None:
    asked = question("kệ gỗ", ask, words="kệ gỗ")
    found = order(asked, place(0, does_not), place(1, gives))
    assert found[0].passage.text == gives
    assert fit_of(ask, place(1, gives)) > fit_of(ask, place(0, does_not))


def test_kinds_that_need_nothing_special_are_given_by_any_passage() -> None:
    assert fit_of(Ask.WHAT, MONEY) == fit_of(Ask.YES_NO, HOME_A) == 1.0


def test_the_year_that_is_asked_for_is_better() -> None:
    asked = question("thủ thư năm 2021", words="bồi dưỡng|thủ thư", scope=Scope(years=(2021,)))
    found = order(asked, GOALS, GOALS_B)
    bare = replace(asked, scope=Scope())
    ahead = {r.passage.id: r.score for r in found}
    before = {r.passage.id: r.score for r in order(bare, GOALS, GOALS_B)}
    assert ahead[GOALS_B.id] > before[GOALS_B.id]
    assert ahead[GOALS.id] == pytest.approx(before[GOALS.id])


def test_a_year_in_a_column_counts() -> None:
    asked = question("biên mục", words="biên mục", scope=Scope(years=(2025,)))
    assert order(asked, ROW)[0].score > order(replace(asked, scope=Scope()), ROW)[0].score


def test_the_better_of_two_equal_passages_is_the_one_found_higher() -> None:
    asked = question("kệ gỗ", words="kệ gỗ")
    library = small((PLAN_A,), PASSAGES)
    first, second = place(0, "Kệ gỗ."), place(1, "Kệ gỗ.")
    found = rank(asked, [Candidate(first, 0, 0, 0.2), Candidate(second, 0, 0, 0.9)], weigh(library, asked), library)
    assert [r.passage for r in found] == [second, first]


def test_equals_stand_in_reading_order() -> None:
    asked = question("kệ gỗ", words="kệ gỗ")
    passages = [place(i, "Kệ gỗ.") for i in (3, 1, 2)]
    assert [r.passage.ordinal for r in order(asked, *passages)] == [51, 52, 53]


def test_only_the_first_candidates_are_looked_at() -> None:
    asked = question("kệ gỗ", words="kệ gỗ")
    assert len(order(asked, *(place(i, "Kệ gỗ.") for i in range(CONSIDERED + 5)))) == CONSIDERED


def test_shares_are_shares() -> None:
    for asked in (question("thủ thư thư viện xã"), question("không có"), question("ngân sách", Ask.FUNDING)):
        for found in ranked(plans(), asked):
            assert all(0 <= share <= 1 + 1e-9 for share in (found.coverage, found.pairs, found.focus, found.fit))


def test_nothing_found_is_nothing_ranked() -> None:
    asked = question("kệ gỗ")
    assert rank(asked, [], weigh(plans(), asked), plans()) == []


def test_who_is_charged_is_told_by_clauses_that_charge_somebody() -> None:
    charged = place(1, "- Mua kệ gỗ.", ("V. TỔ CHỨC", "1. Sở Tài chính"))
    taught = passage(
        A,
        60,
        "1 | Học đóng kệ gỗ | Công chức Sở Tài chính",
        ("V. LỚP",),
        "row",
        {"Đối tượng": "Công chức Sở Tài chính"},
    )
    spoken = place(2, "Kệ gỗ theo hướng dẫn của Sở Tài chính.")
    assert [fit_of(Ask.OFFICE, p) for p in (ROW, charged, spoken)] == [1.0, 1.0, 0.5]
    assert fit_of(Ask.OFFICE, taught) < 0.5
    asked = question("ai mua kệ gỗ", Ask.OFFICE, words="kệ gỗ")
    assert order(asked, taught, charged)[0].passage == charged


def test_a_question_for_money_parts_clauses_on_money_from_others_more_than_other_questions_do() -> None:
    money, other = place(1, "Kệ gỗ mua từ ngân sách.", ("IV. KINH PHÍ",)), place(0, "Kệ gỗ mua ở chợ.")
    funding, what = question("kệ gỗ", Ask.FUNDING, words="kệ gỗ"), question("kệ gỗ", words="kệ gỗ")
    lead = [{r.passage.id: r.score for r in order(asked, money, other)} for asked in (funding, what)]
    assert lead[0][money.id] - lead[0][other.id] > lead[1][money.id] - lead[1][other.id] + 0.5


def test_those_whom_it_is_for_stand_under_a_heading_of_their_own() -> None:
    meant = place(1, "Thủ thư các xã.", ("I. ĐỐI TƯỢNG",))
    scores = [
        order(question(text, Ask.LIST, words="kệ gỗ"), meant)[0].score
        for text in ("những ai được dùng kệ gỗ", "những kệ gỗ để ở đâu")
    ]
    assert scores[0] == pytest.approx(scores[1] + 0.8)


def test_this_plan_stands_for_its_title() -> None:
    asked = question("kế hoạch bồi dưỡng thủ thư", words="chủ trì|bồi dưỡng|thủ thư")
    itself, other = place(1, "Chủ trì thực hiện Kế hoạch này."), place(0, "Chủ trì thực hiện việc đó.")
    assert_better(asked, itself, other)
