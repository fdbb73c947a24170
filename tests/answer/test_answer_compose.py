from dataclasses import replace

import pytest
from small_library import (
    FINANCE,
    FORMS,
    GOALS,
    GOALS_B,
    HOME_A,
    HOME_B,
    MONEY,
    PASSAGES,
    PLAN_A,
    PLAN_B,
    ROW,
    A,
    B,
    passage,
    placed,
    plans,
    question,
    ranked,
    small,
    weigh,
)

from answer.ask import Ask
from answer.compose import MOST_CHARACTERS, MOST_DOCUMENTS, Composer
from answer.draft import Draft
from answer.question import Question
from answer.rank import rank
from answer.reply import Language
from answer.retrieve import Candidate
from answer.scope import Scope
from answer.search import Findings
from index.document import Document
from index.library import Library
from index.passage import Passage
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup

IN_A = Scope(documents=frozenset({A}))


@pytest.fixture(scope="module")
def names(glossary: Glossary) -> Glossary:
    return glossary


def compose(glossary: Glossary, asked: Question, *best: Passage, library: Library | None = None) -> Draft:
    """The draft from these passages, the first the best by far, or from all."""
    library = library or plans()
    weights = weigh(library, asked)
    if len(best) == 1:
        return Composer(library, glossary).compose(asked, placed(library, asked, best[0]), weights)
    found = (
        rank(asked, [Candidate(p, 0.5, 1.0, 0.5) for p in best], weights, library) if best else ranked(library, asked)
    )
    return Composer(library, glossary).compose(asked, found, weights)


def lead(draft: Draft) -> str:
    assert draft.leads
    assert all("{m}" in text for text, _ in draft.leads)
    return draft.leads[0][0]


LEADS: list[tuple[Ask, Passage, str, str, str]] = [
    (Ask.OFFICE, HOME_A, "tổng hợp|danh sách", "Sở Nội vụ", "Department of Home Affairs"),
    (Ask.OFFICE, ROW, "biên mục", "Sở Văn hóa và Thể thao", "Department of Culture and Sports"),
    (Ask.DUTY, FINANCE, "thẩm định|dự toán", "Sở Tài chính", "Department of Finance"),
    (Ask.NUMBER, GOALS, "bồi dưỡng|thủ thư", "40 thủ thư", "40"),
    (Ask.NUMBER, ROW, "biên mục", "35 người", "35 people"),
    (Ask.DEADLINE, GOALS, "số hóa|danh mục sách", "30/9/2025", "30/9/2025"),
    (Ask.DEADLINE, ROW, "biên mục", "Quý II", "Quý II"),
    (Ask.FUNDING, MONEY, "kinh phí|mua sách", "Nguồn kinh phí", "Funding"),
    (Ask.LIST, GOALS, "mục tiêu", "2 mục", "2 items"),
    (Ask.YES_NO, FORMS[1], "từ xa", "về việc này", "on the matter"),
    (Ask.WHAT, FORMS[1], "từ xa", "quy định", "provides"),
]


@pytest.mark.parametrize(("ask", "best", "words", "says", "_"), LEADS)
def test_the_first_sentence_says_what_is_asked(
    names: Glossary, ask: Ask, best: Passage, words: str, says: str, _: str
) -> None:
    draft = compose(names, question(words, ask, words=words, scope=IN_A), best)
    assert fold_markup(says).split(" thủ")[0] in lead(draft)
    assert "15/KH-UBND" in lead(draft)
    assert draft.quotes[0].unit.passage == best


@pytest.mark.parametrize(("ask", "best", "words", "_", "says"), LEADS)
def test_in_english_too(names: Glossary, ask: Ask, best: Passage, words: str, _: str, says: str) -> None:
    draft = compose(names, question(words, ask, "en", words=words, scope=IN_A), best)
    assert says in lead(draft)
    assert "lan 15/KH-UBND" in lead(draft)
    assert not any(word in lead(draft) for word in ("quy định", "Nguồn", "Đơn vị", "chủ trì", "Thời gian:"))


def test_the_office_that_leads_and_those_that_help(names: Glossary) -> None:
    draft = compose(names, question("biên mục", Ask.OFFICE, words="biên mục", scope=IN_A), ROW)
    assert lead(draft).index("Sở Văn hóa và Thể thao") < lead(draft).index("Trường Chính trị tỉnh")


def test_the_office_that_the_question_names_is_no_answer_to_it(names: Glossary) -> None:
    asked = question("Sở Nội vụ tổng hợp danh sách cho ai?", Ask.OFFICE, words="tổng hợp|danh sách", scope=IN_A)
    assert "Sở Nội vụ" in lead(compose(names, asked, HOME_A))
    assert "Sở Nội vụ" not in lead(compose(names, replace(asked, offices=("Sở Nội vụ",)), HOME_A))


def test_the_document_that_a_clause_names(names: Glossary) -> None:
    clause = passage(A, 40, "Biên mục sách theo Thông tư số 08/2021/TT-BVHTTDL.", ("V. KHÁC",))
    library = small((PLAN_A,), [*PASSAGES, clause])
    draft = compose(names, question("biên mục", Ask.WHICH_DOCUMENT, scope=IN_A), clause, library=library)
    assert "08/2021/TT-BVHTTDL" in lead(draft)


@pytest.mark.parametrize("ask", [Ask.OFFICE, Ask.NUMBER, Ask.DEADLINE, Ask.WHICH_DOCUMENT])
def test_without_what_is_asked_the_clause_itself_is_given(names: Glossary, ask: Ask) -> None:
    draft = compose(names, question("từ xa", ask, words="từ xa", scope=IN_A), FORMS[1])
    assert "quy định" in lead(draft)
    assert draft.quotes[0].unit.text == FORMS[1].text


def test_the_year_asked_for_chooses_the_column(names: Glossary) -> None:
    scope = Scope(documents=frozenset({A}), years=(2024,))
    said = lead(compose(names, question("biên mục", Ask.NUMBER, words="biên mục", scope=scope), ROW))
    assert "20 người" in said
    assert "35 người" not in said


def test_money_is_not_read_from_a_count_of_people(names: Glossary) -> None:
    asked = question("Lớp biên mục hết bao nhiêu tiền?", Ask.NUMBER, words="biên mục", scope=IN_A)
    assert "người" not in lead(compose(names, asked, ROW))


class TestLists:
    def test_clauses_under_one_heading_are_the_list(self, names: Glossary) -> None:
        asked = question(
            "Có những hình thức bồi dưỡng thủ thư nào?", Ask.LIST, words="hình thức|bồi dưỡng|thủ thư", scope=IN_A
        )
        draft = compose(names, asked, FORMS[1])
        assert [q.unit.passage for q in draft.quotes] == list(FORMS)
        assert "3 mục" in lead(draft)
        assert draft.leads[0][1] == (0, 1, 2)

    def test_not_where_the_heading_is_something_else(self, names: Glossary) -> None:
        asked = question("Học từ xa gồm gì?", Ask.LIST, words="từ xa|máy tính|mạng", scope=IN_A)
        assert [q.unit.passage for q in compose(names, asked, FORMS[1]).quotes] == [FORMS[1]]

    def test_not_where_it_would_not_fit(self, names: Glossary) -> None:
        many = [
            passage(A, 50 + i, f"{i}. Học theo nhóm. " + "Thủ thư đọc sách. " * 40, ("IX. HÌNH THỨC", f"{i}. Nhóm"))
            for i in range(4)
        ]
        library = small((PLAN_A,), [*PASSAGES, *many])
        asked = question("hình thức", Ask.LIST, words="hình thức", scope=IN_A)
        assert len(compose(names, asked, many[0], library=library).quotes) == 1


class TestDuties:
    def asked(self, office: str = "Sở Nội vụ", language: Language = "vi") -> Question:
        return question("thủ thư", Ask.DUTY, language, words="thủ thư", offices=[office], scope=IN_A)

    def test_all_clauses_of_the_office_the_best_first(self, names: Glossary) -> None:
        draft = compose(names, self.asked(), HOME_B)
        assert [q.unit.passage for q in draft.quotes] == [HOME_B, HOME_A]
        assert "Sở Nội vụ" in lead(draft)
        assert not draft.partial

    def test_the_office_named_wins_over_the_passage_found(self, names: Glossary) -> None:
        draft = compose(names, self.asked("Sở Tài chính"), HOME_B)
        assert [q.unit.passage for q in draft.quotes] == [FINANCE]
        assert "Sở Tài chính" in lead(draft)

    def test_what_does_not_fit_is_left_out_and_the_answer_says_so(self, names: Glossary) -> None:
        section = ("V. VIỆC", "1. Sở Y tế")
        many = [
            passage(A, 50 + i, f"{i}) Khám mắt cho thủ thư. " + "Đo thị lực. " * 60, (*section, f"{i})"))
            for i in range(6)
        ]
        library = small((PLAN_A,), [*PASSAGES, *many])
        draft = compose(names, self.asked("Sở Y tế"), many[3], library=library)
        assert draft.partial
        assert draft.quotes[0].unit.passage == many[3]
        assert sum(len(q.unit.text) for q in draft.quotes) <= MOST_CHARACTERS

    def test_one_duty_longer_than_that_is_still_quoted(self, names: Glossary) -> None:
        long = passage(A, 50, "a) " + "Đo thị lực cho thủ thư. " * 120, ("V. VIỆC", "1. Sở Y tế", "a)"))
        library = small((PLAN_A,), [*PASSAGES, long])
        draft = compose(names, self.asked("Sở Y tế"), long, library=library)
        assert len(draft.quotes) == 1
        assert not draft.partial


class TestSeveralDocuments:
    words = "bồi dưỡng|thủ thư|thư viện xã"

    def test_an_open_question_is_answered_for_each(self, names: Glossary) -> None:
        draft = compose(names, question("thủ thư", Ask.NUMBER, words=self.words), GOALS_B, GOALS)
        assert {q.document.id for q in draft.quotes} == {A, B}
        assert len(draft.leads) == 2
        assert {tuple(positions) for _, positions in draft.leads} == {(0,), (1,)}

    def test_both_where_both_are_named(self, names: Glossary) -> None:
        scope = Scope(documents=frozenset({A, B}))
        draft = compose(names, question("thủ thư", Ask.COMPARE, words=self.words, scope=scope), GOALS, GOALS_B)
        assert {q.document.id for q in draft.quotes} == {A, B}

    def test_one_that_says_much_less_is_left_out(self, names: Glossary) -> None:
        other = passage(B, 5, "Xe buýt dừng trước thư viện.", ("IX. KHÁC",))
        library = small((PLAN_A, PLAN_B), [*PASSAGES, other])
        draft = compose(names, question("thủ thư", Ask.WHAT, words=self.words), GOALS, other, library=library)
        assert {q.document.id for q in draft.quotes} == {A}

    def test_no_more_than_the_most(self, names: Glossary) -> None:
        documents: list[Document] = [replace(PLAN_A, id=f"d{i}", number=f"{i + 20}/KH-UBND") for i in range(6)]
        clauses = [passage(d.id, 0, GOALS_B.text, ("I. MỤC TIÊU",)) for d in documents]
        draft = compose(
            names, question("thủ thư", Ask.NUMBER, words=self.words), *clauses, library=small(documents, clauses)
        )
        assert len({q.document.id for q in draft.quotes}) == MOST_DOCUMENTS


def test_what_else_is_near_is_quoted_after_the_answer(names: Glossary) -> None:
    twin = replace(MONEY, id=f"{A}:0041", ordinal=41)
    library = small((PLAN_A,), [*PASSAGES, twin])
    asked = question("kinh phí mua sách", Ask.FUNDING, words="kinh phí|mua sách", scope=IN_A)
    draft = compose(names, asked, MONEY, twin, library=library)
    assert [q.unit.passage.id for q in draft.quotes] == [MONEY.id, twin.id]
    assert len(draft.leads) == 1
    assert draft.leads[0][1] == (0,)


def test_every_quote_stands_in_its_passage(names: Glossary) -> None:
    for ask in (a for a in Ask if not a.about_document):
        for words in ("thủ thư|bồi dưỡng", "kinh phí|mua sách", "biên mục"):
            draft = compose(names, question(words, ask, words=words))
            assert draft.quotes
            for quote in draft.quotes:
                assert fold_markup(quote.unit.text) in fold_markup(quote.unit.passage.text)
                assert quote.document.id == quote.unit.passage.document_id


def test_of_a_clause_the_part_that_names_a_document_is_quoted(names: Glossary) -> None:
    text = "Mua sách cho thư viện xã, thủ thư, bạn đọc.\nTheo Quyết định số 12/QĐ-UBND ngày 01/02/2024."
    best = passage(A, 30, text, ("V. MUA SÁCH",))
    library = small((PLAN_A, PLAN_B), [*PASSAGES, best])
    asked = question("mua sách theo quyết định nào", Ask.WHICH_DOCUMENT, words="mua sách|thư viện xã", scope=IN_A)
    draft = compose(names, asked, best, library=library)
    assert "12/QĐ-UBND" in lead(draft)
    assert "12/QĐ-UBND" in draft.quotes[0].unit.text


def test_yes_where_the_clause_decides_it(names: Glossary) -> None:
    best = passage(A, 30, "Thư viện mở cửa chủ nhật.\nThủ thư được mượn sách về nhà.", ("V. MƯỢN SÁCH",))
    library = small((PLAN_A, PLAN_B), [*PASSAGES, best])
    asked = question(
        "Thủ thư có được mượn sách về nhà không?", Ask.YES_NO, words="thủ thư|mượn sách|về nhà", scope=IN_A
    )
    draft = compose(names, asked, best, library=library)
    assert lead(draft).startswith("Có, kế hoạch 15/KH-UBND")
    assert draft.quotes[0].unit.text == "Thủ thư được mượn sách về nhà."


class TestSides:
    """Both plans beside each other: whether they say the same stands first, where it is asked."""

    def draft(self, glossary: Glossary, text: str) -> Draft:
        library = plans()
        found = []
        for document, best in ((A, GOALS), (B, GOALS_B)):
            scope = Scope(documents=frozenset({document}))
            side = question(text, Ask.NUMBER, words="bồi dưỡng|thủ thư", scope=scope)
            found.append(Findings(side, weigh(library, side), placed(library, side, best)))
        return Composer(library, glossary).compose_sides(found)

    def test_how_they_differ(self, names: Glossary) -> None:
        draft = self.draft(names, "Hai nơi bồi dưỡng bao nhiêu thủ thư, khác nhau không?")
        assert lead(draft).startswith("Khác nhau: ")
        assert "40" in lead(draft)
        assert "12" in lead(draft)
        assert draft.leads[0][1] == (0, 1)
        assert len(draft.leads) == 3

    def test_nothing_of_it_where_it_is_not_asked(self, names: Glossary) -> None:
        assert len(self.draft(names, "Mỗi nơi bồi dưỡng bao nhiêu thủ thư").leads) == 2


@pytest.mark.parametrize(
    ("office", "lead"),
    [
        ("Sở Văn hóa và Thể thao", "Sở Văn hóa và Thể thao được giao"),
        ("Trường Chính trị tỉnh", "Sở Văn hóa và Thể thao chủ trì; phối hợp: Trường Chính trị tỉnh"),
        ("Sở Y tế", "Kế hoạch 15/KH-UBND"),
    ],
)
def test_nobody_else_is_charged_with_what_an_office_was_asked_for(names: Glossary, office: str, lead: str) -> None:
    asked = question("biên mục sách", Ask.DUTY, words="biên mục sách", offices=[office], scope=IN_A)
    assert compose(names, asked, ROW).leads[0][0].startswith(lead)
