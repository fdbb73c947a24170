from dataclasses import replace

import pytest
from small_library import (
    FINANCE,
    FORMS,
    GOALS,
    HOME_A,
    HOME_B,
    MONEY,
    PASSAGES,
    ROW,
    A,
    passage,
    plans,
    question,
    weigh,
)

from answer.ask import Ask
from answer.extract import (
    Offices,
    counts_what_is_asked,
    duties_of,
    figure_cells,
    find_actor,
    find_figure,
    find_named_document,
    find_time,
    time_above,
)
from answer.money import asks_money
from answer.question import Question
from answer.reply import Language
from answer.scope import Scope
from index.passage import Passage


def actor(of: Passage, words: str) -> Offices | None:
    return find_actor(of, of.text, weigh(plans(), question(words, words=words)))


def figure(sentence: str, asked: Question) -> str | None:
    found = find_figure(asked, sentence, weigh(plans(), asked))
    return found.text.strip() if found else None


class TestActor:
    def test_from_the_section(self) -> None:
        assert actor(HOME_A, "tổng hợp|danh sách") == Offices("Sở Nội vụ")

    def test_from_the_clauses_own_label(self) -> None:
        assert actor(FINANCE, "thẩm định|dự toán") == Offices("Sở Tài chính")

    def test_offices_that_the_one_of_the_heading_works_with(self) -> None:
        text = "Phối hợp với Sở Nội vụ, Sở Y tế và Sở Xây dựng trình dự toán mua sách."
        found = actor(replace(FINANCE, text=text, section=("II. THỰC HIỆN", "3. Sở Tài chính")), "dự toán|mua sách")
        assert found is not None
        assert found.lead == "Sở Tài chính"

    def test_from_a_rows_columns(self) -> None:
        assert actor(ROW, "biên mục") == Offices("Sở Văn hóa và Thể thao", "Trường Chính trị tỉnh")

    @pytest.mark.parametrize(
        ("text", "words", "office"),
        [
            ("Danh mục do Sở Nội vụ phê duyệt, gửi các đơn vị.", "phê duyệt|danh mục", "Sở Nội vụ"),
            (
                "Sở Nội vụ, Sở Tài chính và Sở Y tế chịu trách nhiệm mua sách.",
                "mua sách",
                "Sở Nội vụ, Sở Tài chính và Sở Y tế",
            ),
            ("Thư viện mời Sở Nội vụ và Sở Y tế mua sách.", "mua sách", "Sở Y tế"),
            ("Phòng Tổ chức tham mưu cho Giám đốc Sở Y tế mua sách.", "mua sách", "Phòng Tổ chức"),
            ("Bộ Nội vụ chịu trách nhiệm trước Chính phủ quản lý thư viện.", "quản lý|thư viện", "Bộ Nội vụ"),
            ("Giám đốc thư viện giao cho Văn thư cơ quan giữ con dấu.", "con dấu", "Văn thư cơ quan"),
            ("Theo hướng dẫn của Sở Nội vụ, Sở Y tế mua sách.", "mua sách", "Sở Y tế"),
        ],
    )
    def test_who_does_it_not_who_is_only_named(self, text: str, words: str, office: str) -> None:
        assert actor(passage(A, 41, text), words) == Offices(office)

    def test_who_issued_a_document_that_is_cited_is_charged_with_nothing(self) -> None:
        cited = passage(
            A, 42, "Theo Nghị quyết số 22/2022/NQ-HĐND ngày 09/12/2022 của Hội đồng nhân dân tỉnh Lâm Đồng."
        )
        assert actor(cited, "nghị quyết") is None

    def test_where_somebody_works_is_charged_with_nothing(self) -> None:
        text = "Bồi dưỡng thủ thư ở các Phòng Tổ chức, Phòng Hành chính và thủ thư thuộc Sở Y tế."
        assert actor(passage(A, 42, text), "bồi dưỡng|thủ thư") is None

    def test_an_office_that_the_question_names_is_no_answer(self) -> None:
        text = "Phòng Tổ chức trình Sở Nội vụ phê duyệt danh sách."
        asked = question("Sở Nội vụ phê duyệt gì?", words="phê duyệt|danh sách")
        found = find_actor(passage(A, 43, text), text, weigh(plans(), asked), asked=("so noi vu",))
        assert found == Offices("Phòng Tổ chức")

    def test_nor_is_the_same_office_at_a_level(self) -> None:
        text = "Hội đồng nhân dân cấp tỉnh bị giải tán thì Thủ tướng Chính phủ chỉ định người thay."
        asked = question("Ai chỉ định khi Hội đồng nhân dân bị giải tán?", words="chỉ định|giải tán")
        found = find_actor(passage(A, 44, text), text, weigh(plans(), asked), asked=("hoi dong nhan dan",))
        assert found == Offices("Thủ tướng Chính phủ")

    def test_a_row_without_a_leading_column_names_none(self) -> None:
        bare = passage(
            A, 40, "1 | Lớp biên mục | 20 người", ("Phụ lục", "1. Lớp biên mục"), "row", {"Lớp": "Lớp biên mục"}
        )
        assert actor(bare, "biên mục") is None

    def test_an_office_inside_a_document_number_is_none(self) -> None:
        text = "Danh sách bồi dưỡng theo Quyết định số 195/QĐ-UBND ngày 13/02/2023."
        assert actor(passage(A, 40, text, ("V. NỘI DUNG",)), "danh sách") is None

    def test_from_inside_the_clause_by_what_is_asked(self) -> None:
        text = "Sở Tài chính thẩm định dự toán mua sách; Sở Y tế khám sức khỏe cho thủ thư."
        inside = passage(A, 40, text, ("V. PHÂN CÔNG",))
        assert actor(inside, "dự toán|mua sách") == Offices("Sở Tài chính")
        assert actor(inside, "khám|sức khỏe") == Offices("Sở Y tế")

    def test_another_office_inside_the_section_of_one(self) -> None:
        text = "a) Thẩm định dự toán mua sách. Đề nghị Sở Y tế khám sức khỏe cho thủ thư."
        inside = passage(A, 40, text, ("V. TỔ CHỨC", "1. Sở Tài chính", "a)"))
        assert actor(inside, "dự toán|mua sách") == Offices("Sở Tài chính")
        assert actor(inside, "khám|sức khỏe") == Offices("Sở Y tế")

    def test_who_works_along_does_not_lead(self) -> None:
        text = "a) Chủ trì, phối hợp với Sở Y tế mở lớp sơ cứu cho thủ thư."
        inside = passage(A, 40, text, ("V. TỔ CHỨC", "1. Sở Nội vụ", "a)"))
        assert actor(inside, "mở lớp|sơ cứu") == Offices("Sở Nội vụ")

    @pytest.mark.parametrize(
        ("text", "joint"),
        [
            ("Phối hợp Phòng Kế hoạch - Tài chính thanh toán tiền mua sách.", True),
            ("Chủ trì, phối hợp với Phòng Kế hoạch - Tài chính thanh toán tiền mua sách.", False),
        ],
    )
    def test_who_only_works_along_is_not_said_to_lead(self, text: str, joint: bool) -> None:
        of = passage(A, 45, text, ("V. TỔ CHỨC", "1. Phòng Tổ chức"))
        found = find_actor(of, text, weigh(plans(), question("", words="thanh toán|mua sách")), kinds=("phong ",))
        assert found == Offices("Phòng Tổ chức", "Phòng Kế hoạch - Tài chính", joint)

    def test_nobody_named_is_nobody(self) -> None:
        assert actor(FORMS[1], "từ xa") is None


class TestFigure:
    @pytest.mark.parametrize(
        ("asked", "sentence", "given"),
        [
            ("Tỷ lệ thủ thư có trình độ đại học?", "100% thủ thư có trình độ trung cấp trở lên.", False),
            ("Tỷ lệ thủ thư có trình độ đại học?", "80% thủ thư có trình độ đại học.", True),
            ("Tỷ lệ thủ thư có trình độ sau đại học?", "10% thủ thư là thạc sĩ.", True),
            ("Tỷ lệ thủ thư là thạc sĩ?", "10% thủ thư có trình độ sau đại học.", True),
            ("Tỷ lệ thủ thư là thạc sĩ?", "10% thủ thư học Trường Đại học Đà Lạt.", True),
            ("Tỷ lệ thủ thư đi học?", "10% thủ thư có trình độ cao đẳng.", True),
        ],
    )
    def test_of_the_degree_that_is_asked(self, asked: str, sentence: str, given: bool) -> None:
        assert (figure(sentence, question(asked, Ask.NUMBER)) is not None) == given

    sentence = "Thư viện tỉnh mở 3 lớp biên mục, mua 250 kệ gỗ và cử 40 thủ thư đi học trong 15 ngày."

    @pytest.mark.parametrize(
        ("words", "value"), [("lớp biên mục|mở", "3 lớp"), ("kệ gỗ|mua", "250"), ("đi học|trong ngày", "15 ngày")]
    )
    def test_the_one_next_to_the_words(self, words: str, value: str) -> None:
        asked = question(f"Bao nhiêu {words.replace('|', ' ')}?", Ask.NUMBER, words=words)
        found = figure(
            self.sentence.replace(", ", ", " + "và nhiều việc khác theo kế hoạch hằng năm của xã " * 2).replace(
                " và cử", ", " + "cùng nhiều việc khác theo kế hoạch hằng năm của xã " * 2 + "và cử"
            ),
            asked,
        )
        assert found is not None
        assert value in found

    def test_the_unit_that_is_asked_for(self) -> None:
        assert figure("Mở 3 lớp cho 90 người.", question("Bao nhiêu người học?", Ask.NUMBER, words="học")) == "90 người"
        assert figure("Mở 3 lớp cho 90 người.", question("Mấy lớp được mở?", Ask.NUMBER, words="mở")) == "3 lớp"

    def test_a_share_where_a_share_is_asked(self) -> None:
        sentence = "Cử 40 thủ thư, đạt 80% kế hoạch."
        assert "80%" in str(figure(sentence, question("Đạt tỷ lệ bao nhiêu phần trăm?", Ask.NUMBER, words="thủ thư")))
        english = question("What percentage is sent?", Ask.NUMBER, "en", words="thủ thư")
        assert "80%" in str(figure(sentence, english))

    def test_a_share_of_just_what_is_counted(self) -> None:
        asked = question("Bao nhiêu thủ thư đi học?", Ask.NUMBER, words="thủ thư", counted_nouns=["thủ thư"])
        assert "80%" in str(figure("Cử 80% thủ thư đi học.", asked))
        assert figure("Đạt 80% kế hoạch cử thủ thư đi học.", asked) is None

    def test_money_only_in_dong(self) -> None:
        asked = question("Mua sách hết bao nhiêu tiền?", Ask.NUMBER, words="mua sách")
        assert figure("Mua 250 cuốn sách.", asked) is None
        assert "1,2" in str(figure(MONEY.text, asked))
        assert "25" not in str(figure(MONEY.text, asked))

    def test_the_year_of_the_question_is_no_figure(self) -> None:
        asked = question("Năm 2025 bao nhiêu?", Ask.NUMBER, words="thủ thư", scope=Scope(years=(2025,)))
        assert figure("Năm 2025 thủ thư đi học.", asked) is None

    def test_none_where_there_is_none(self) -> None:
        assert figure("Thủ thư đi học.", question("Bao nhiêu thủ thư?", Ask.NUMBER, words="thủ thư")) is None


@pytest.mark.parametrize(
    ("text", "language", "money"),
    [
        ("Lớp học hết bao nhiêu tiền?", "vi", True),
        ("Học phí bao nhiêu?", "vi", True),
        ("Mấy tỷ đồng cho thư viện?", "vi", True),
        ("Bao nhiêu người học?", "vi", False),
        ("How much money is spent?", "en", True),
        ("What is the tuition fee?", "en", True),
        ("How many people are sent?", "en", False),
    ],
)
def test_whether_money_is_asked_for(text: str, language: Language, money: bool) -> None:
    assert asks_money(question(text, Ask.NUMBER, language)) is money


@pytest.mark.parametrize(
    ("noun", "of", "speaks"),
    [
        ("lớp", ROW, True),
        ("thủ thư", GOALS, True),
        ("tàu thuyền", GOALS, False),
        ("người", GOALS, False),
        ("học viên", ROW, True),
    ],
)
def test_whether_a_passage_speaks_of_what_is_counted(noun: str, of: Passage, speaks: bool) -> None:
    asked = question(f"Bao nhiêu {noun}?", Ask.NUMBER, counted_nouns=[noun])
    assert counts_what_is_asked(asked, of) is speaks


def test_where_nothing_is_counted_any_passage_will_do() -> None:
    assert counts_what_is_asked(question("Tỷ lệ bao nhiêu?", Ask.NUMBER), FORMS[1])


class TestCells:
    def test_those_of_the_year_asked_for(self) -> None:
        asked = question("Năm 2025 mấy người?", Ask.NUMBER, scope=Scope(years=(2025,)))
        assert figure_cells(asked, ROW) == [("Chỉ tiêu: Năm 2025", "35 người")]

    def test_all_where_no_year_is_asked_for(self) -> None:
        found = figure_cells(question("Mấy người?", Ask.NUMBER), ROW)
        assert found == [("Chỉ tiêu: Năm 2024", "20 người"), ("Chỉ tiêu: Năm 2025", "35 người")]

    def test_another_years_figures_are_no_answer(self) -> None:
        asked = question("Năm 2030 mấy người?", Ask.NUMBER, scope=Scope(years=(2030,)))
        assert figure_cells(asked, ROW) == []

    def test_a_clause_has_none(self) -> None:
        assert figure_cells(question("Mấy người?", Ask.NUMBER), GOALS) == []


class TestNamedDocument:
    text = "Mua sách theo Quyết định số 12/QĐ-UBND; bồi dưỡng thủ thư theo Nghị quyết số 07/NQ-HĐND."

    def named(self, words: str) -> str | None:
        asked = question(words, Ask.WHICH_DOCUMENT, words=words)
        return find_named_document(self.text, weigh(plans(), asked), asked)

    def test_the_one_beside_the_words(self) -> None:
        text = f"Mua sách theo Quyết định số 12/QĐ-UBND. {'Phòng đọc mở cửa mỗi sáng. ' * 10}Nghị quyết số 07/NQ-HĐND về thủ thư."
        asked = question("thủ thư", Ask.WHICH_DOCUMENT)
        assert find_named_document(text, weigh(plans(), asked), asked) == "07/NQ-HĐND"

    def test_not_one_that_the_question_names(self) -> None:
        assert self.named("mua sách theo Quyết định 12/QĐ-UBND") == "07/NQ-HĐND"
        assert self.named("mua sách theo quyết định 12") == "07/NQ-HĐND"
        assert self.named("mua sách theo nghị quyết 12") == "12/QĐ-UBND"
        assert self.named("mua sách theo Quyết định 12/QĐ-UBND và Nghị quyết 07/NQ-HĐND") is None


class TestTime:
    def test_a_rows_column(self) -> None:
        assert find_time(ROW, ROW.text) == "Quý II"

    @pytest.mark.parametrize(
        ("text", "part"),
        [
            ("Nộp danh sách trước ngày 30/9/2025.", "30/9/2025"),
            ("Báo cáo trước ngày 15/12 hằng năm.", "15/12"),
            ("Họp trong quý IV/2025.", "IV/2025"),
            ("Bổ nhiệm thủ thư khi có đủ điều kiện theo quy định.", "khi có đủ điều kiện"),
        ],
    )
    def test_the_deadline_of_a_sentence(self, text: str, part: str) -> None:
        assert part in str(find_time(FORMS[1], text))

    def test_none_where_none_is_set(self) -> None:
        assert find_time(FORMS[1], FORMS[1].text) is None

    @pytest.mark.parametrize(
        ("text", "often"),
        [
            ("Thủ thư được bồi dưỡng ít nhất 01 lần trong nhiệm kỳ.", "ít nhất 01 lần trong nhiệm kỳ"),
            ("Mở lớp 2 lần mỗi năm.", "2 lần mỗi năm"),
            (
                "Ít nhất trong thời gian 02 năm thủ thư được học 01 lần.",
                "trong thời gian 02 năm thủ thư được học 01 lần",
            ),
        ],
    )
    def test_how_often_where_that_is_asked(self, text: str, often: str) -> None:
        asked = question("Thủ thư bao lâu được bồi dưỡng một lần?", Ask.DEADLINE)
        assert often in str(find_time(FORMS[1], text, asked))

    @pytest.mark.parametrize(
        ("section", "time"),
        [
            (("II. MỤC TIÊU", "2.1. Đến năm 2027"), "Đến năm 2027"),
            (("2. Mục tiêu đến năm 2027", "a) Về thủ thư"), "đến năm 2027"),
            (("Phụ lục I. BIỂU CHỈ TIÊU GIAI ĐOẠN 2023 - 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030",), None),
            (("III. NHIỆM VỤ", "4. Rà soát hằng năm"), None),
        ],
    )
    def test_the_heading_above_sets_one_year_or_none(self, section: tuple[str, ...], time: str | None) -> None:
        assert time_above(replace(FORMS[1], section=section)) == time


class TestDuties:
    def test_all_clauses_under_the_office_named(self) -> None:
        assert duties_of(PASSAGES, ["Sở Nội vụ"], FINANCE) == [HOME_A, HOME_B]

    def test_any_case_and_tone_placement_of_its_name(self) -> None:
        assert duties_of(PASSAGES, ["sở nội vụ"], FINANCE) == [HOME_A, HOME_B]

    def test_failing_that_those_beside_the_passage(self) -> None:
        assert duties_of(PASSAGES, ["Sở Y tế"], HOME_A) == [HOME_A, HOME_B]
        assert duties_of(PASSAGES, [], HOME_B) == [HOME_A, HOME_B]

    def test_a_passage_of_no_office_stands_alone(self) -> None:
        assert duties_of(PASSAGES, [], MONEY) == [MONEY]
        assert duties_of(PASSAGES, [], ROW) == [ROW]
