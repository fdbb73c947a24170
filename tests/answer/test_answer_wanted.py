"""Kinds of answers that few clauses give, told from questions and from clauses."""

import pytest
from small_library import GOALS, MONEY, passage, question

from answer.ask import Ask
from answer.wanted import WANTED, holds_wanted, kinds_wanted


def kinds(text: str, english: bool = False) -> set[str]:
    return {w.name for w in kinds_wanted(question(text, language="en" if english else "vi"))}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Giám đốc thư viện tỉnh tên là gì?", "person"),
        ("Số điện thoại của thư viện là gì?", "contact"),
        ("Vì sao lớp biên mục bị dời?", "reason"),
        ("Sao thư viện lại chỉ mở hai lớp?", "reason"),
        ("Nộp trễ thì bị xử lý thế nào?", "sanction"),
        ("Năm ngoái đã đào tạo được bao nhiêu thủ thư?", "result"),
        ("Thủ thư được đi học ở nước nào?", "country"),
        ("Lớp biên mục mở ở đâu?", "place"),
        ("Xin học thì dùng mẫu đơn gì?", "paper"),
        ("Chứng chỉ tiếng Anh phải đạt trình độ nào?", "level"),
        ("Hạn nộp danh mục là ngày mấy?", "day"),
        ("Lớp biên mục mở vào tháng mấy?", "month"),
        ("Khóa biên mục kéo dài bao lâu?", "length"),
        ("Tổng kết vào quý mấy?", "month"),
        ("Hạn nộp danh mục là khi nào?", "due"),
        ("Cuối khóa phải thi môn gì?", "exam"),
        ("Nộp chậm thì sao?", "sanction"),
        ("Thủ thư bao nhiêu tuổi thì được cử đi?", "age"),
        ("Độ tuổi đi học là thế nào?", "age"),
        ("Bệnh viện nào cử người đi học?", "hospital"),
        ("Kế hoạch đã được tổng kết chưa?", "result"),
    ],
)
def test_what_a_question_asks_for(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What is the name of the director of the library?", "person"),
        ("What is the library's phone number?", "contact"),
        ("Why was the course put off?", "reason"),
        ("What happens to a library that files late?", "sanction"),
        ("How many librarians were trained so far?", "result"),
        ("Which countries do the librarians go to?", "country"),
        ("What is the venue of the course?", "place"),
        ("Which form do I fill in to apply?", "paper"),
        ("What level of English must librarians reach?", "level"),
        ("What is the cut-off date for the list?", "day"),
        ("In which month is the course held?", "month"),
        ("How long is the cataloguing course?", "length"),
        ("In which quarter is the review?", "month"),
        ("What is the deadline for the list?", "due"),
        ("Is there an exam at the end?", "exam"),
        ("What happens to a district that files late?", "sanction"),
        ("How old may a librarian be?", "age"),
        ("What is the age limit for the course?", "age"),
        ("Which hospitals send people?", "hospital"),
        ("How much was actually done?", "result"),
    ],
)
def test_what_an_english_question_asks_for(text: str, kind: str) -> None:
    assert kind in kinds(text, english=True)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Sở nào mở lớp cho thủ thư?", False),
        ("Mỗi năm bồi dưỡng bao nhiêu thủ thư?", False),
        ("Hồ sơ gửi về sở nào?", False),
        ("Hiện nay mức hỗ trợ cho người đi học là bao nhiêu?", False),
        ("Cơ quan nhà nước nào quản lý công tác văn thư?", False),
        ("Bản sao y có phải đóng dấu lại không?", False),
        ("Hồ sơ thiếu thì xử lý thế nào?", False),
        ("Mức hỗ trợ cho thủ thư trẻ tuổi?", False),
        ("Sở Y tế hướng dẫn các bệnh viện ra sao?", False),
        ("Which agency manages the stages of the course?", True),
        ("Lớp bồi dưỡng này tên gì?", False),
        ("Cán bộ nào trình độ thạc sĩ được cử đi?", False),
        ("Is it fine to send a scanned copy?", True),
        ("What happens to incoming documents?", True),
        ("How does the plan address the shortage of librarians?", True),
        ("Which level of government approves the plan?", True),
        ("Who funds the purchase of books?", True),
        ("Whom does the plan tell why reading matters?", True),
    ],
)
def test_plain_questions_ask_for_none_of_them(text: str, english: bool) -> None:
    assert not kinds(text, english)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Giám đốc Thư viện tỉnh là bà Nguyễn Thị Sách.", "person"),
        ("Liên hệ số điện thoại 0263 382 1234.", "contact"),
        ("Mở thêm lớp nhằm bù số thủ thư nghỉ hưu.", "reason"),
        ("Đơn vị nộp trễ bị phê bình.", "sanction"),
        ("Đến nay đã đào tạo 38 thủ thư.", "result"),
        ("Lớp học tổ chức tại Trường Chính trị tỉnh.", "place"),
        ("Cử đi học tại Nhật Bản.", "country"),
        ("Hồ sơ gồm đơn xin học và lý lịch.", "paper"),
        ("Đạt chứng chỉ tiếng Anh bậc 3.", "level"),
        ("Nộp trước ngày 30/9.", "day"),
        ("Mở lớp trong quý III.", "month"),
        ("Khóa học dài 10 ngày.", "length"),
        ("Thủ thư không quá 45 tuổi.", "age"),
        ("Bệnh viện Đa khoa tỉnh cử người đi học.", "hospital"),
    ],
)
def test_a_clause_that_gives_it(text: str, holds: str) -> None:
    given = next(w.given for w in WANTED if w.name == holds)
    assert given.search(text)
    assert not given.search("Thư viện huyện mở lớp cho thủ thư.")


def test_a_clause_on_the_same_things_that_gives_no_such_answer() -> None:
    assert not holds_wanted(question("Vì sao mỗi năm bồi dưỡng 40 thủ thư?", Ask.WHAT), GOALS)
    assert holds_wanted(question("Số hóa danh mục sách trước ngày mấy?", Ask.DEADLINE), GOALS)
    assert holds_wanted(question("Kinh phí mua sách lấy từ đâu?", Ask.FUNDING), MONEY)


def test_cells_and_headings_count() -> None:
    row = passage("a", 1, "1 | Lớp biên mục", ("Phụ lục",), "row", {"Thời gian": "Quý III"})
    assert holds_wanted(question("Lớp biên mục mở vào tháng mấy?"), row)
