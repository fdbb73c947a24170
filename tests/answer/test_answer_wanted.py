"""Kinds of answers that few clauses give, told from questions and from clauses."""

from dataclasses import replace

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
        ("Ai làm trưởng ban biên tập?", "person"),
        ("Ai là trưởng phòng thư viện?", "person"),
        ("Lịch học của lớp biên mục?", "timetable"),
        ("Ai soạn kế hoạch này?", "author"),
        ("Kế hoạch thư viện do ai viết?", "author"),
        ("Thời gian bồi dưỡng tối thiểu là mấy ngày?", "length"),
        ("Bao nhiêu thủ thư đã học xong rồi?", "result"),
        ("Thủ thư trên 50 tuổi có được cử đi không?", "age"),
        ("Có lớp biên mục buổi tối không?", "hour"),
        ("Thư viện báo cáo mỗi năm mấy lần?", "times"),
        ("Trong đó thủ thư huyện là bao nhiêu?", "part of a number"),
        ("Ai lo hộ chiếu cho thủ thư?", "passport"),
        ("Lớp biên mục gồm những chuyên đề gì?", "module"),
        ("Mức trần cho một lớp biên mục là gì?", "price"),
        ("Bộ nào duyệt việc mua sách?", "ministry"),
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
        ("Điều gì khiến thư viện bỏ lớp biên mục?", "reason"),
        ("Kết quả khảo sát thủ thư ra sao?", "result"),
        ("Trưởng ban biên tập là ai?", "person"),
        ("Vào học có bài kiểm tra không?", "exam"),
        ("Thủ thư học ở trường nào?", "school"),
        ("Ai dạy lớp biên mục?", "teacher"),
        ("Học trực tuyến bằng phần mềm gì?", "software"),
        ("Lớp biên mục theo giáo trình nào?", "textbook"),
        ("Quy định đó bị bãi bỏ ở điều khoản nào?", "clause"),
        ("Theo tiêu chuẩn số mấy?", "standard"),
        ("Chia cho mỗi huyện bao nhiêu thủ thư?", "share of each"),
        ("Học giỏi thì được khen thưởng gì?", "reward"),
        ("Học viên có được bố trí chỗ ở không?", "lodging"),
        ("Vé máy bay ai trả?", "travel"),
        ("Lớp dạy bằng tiếng gì?", "tongue"),
        ("Trang bị máy tính loại nào?", "equipment"),
        ("Công ty nào tổ chức lớp?", "company"),
        ("Lớp mở cho huyện nào?", "district"),
        ("Xin đi học phải qua mấy bước?", "steps"),
        ("Ai được miễn học?", "exemption"),
        ("Đi học có được đóng bảo hiểm không?", "insurance"),
        ("Ốm thì có được hoãn không?", "deferral"),
        ("Mấy giờ vào lớp?", "hour"),
        ("Chương trình bao nhiêu tín chỉ?", "credits"),
        ("Lệ phí dự học bao nhiêu?", "fee"),
        ("Cơ quan nào cấp chứng chỉ biên mục?", "certificate of whom"),
        ("Người đi học được chọn theo tiêu chí nào?", "choice"),
    ],
)
def test_what_a_question_asks_for(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What is the name of the director of the library?", "person"),
        ("What is the library's phone number?", "contact"),
        ("Who drafted the plan?", "author"),
        ("Why was the course put off?", "reason"),
        ("What happens to a library that files late?", "sanction"),
        ("What happens if somebody fails to finish the course?", "sanction"),
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
        ("What made the library drop the course?", "reason"),
        ("What did the review of the library find?", "result"),
        ("What is the name of the city library's director?", "person"),
        ("What mark is needed in the entrance test?", "exam"),
        ("Which universities do librarians go to?", "school"),
        ("Who teaches the cataloguing course?", "teacher"),
        ("Which online platform is used?", "software"),
        ("Which textbook does the course follow?", "textbook"),
        ("Which articles were repealed?", "clause"),
        ("Which ISO will the procedure follow?", "standard"),
        ("How many librarians does each district send?", "share of each"),
        ("Is there a prize for the best librarian?", "reward"),
        ("Is accommodation arranged for them?", "lodging"),
        ("Who books their flights?", "travel"),
        ("In which language is it taught?", "tongue"),
        ("How many laptops are bought?", "equipment"),
        ("Which company runs the course?", "company"),
        ("In which districts is it held?", "district"),
        ("How many steps does the procedure have?", "steps"),
        ("Who is exempted?", "exemption"),
        ("Are they insured on the way?", "insurance"),
        ("Can the course be postponed?", "deferral"),
        ("What time does the course begin?", "hour"),
        ("How many credits is it worth?", "credits"),
        ("What is the registration fee?", "fee"),
        ("Who issues the certificate?", "certificate of whom"),
        ("How are the librarians chosen?", "choice"),
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
        ("Ai soạn kế hoạch hằng năm?", False),
        ("Ai biên soạn tài liệu biên mục?", False),
        ("Mỗi năm bồi dưỡng bao nhiêu thủ thư?", False),
        ("Hồ sơ gửi về sở nào?", False),
        ("Hiện nay mức hỗ trợ cho người đi học là bao nhiêu?", False),
        ("Cơ quan nhà nước nào quản lý công tác văn thư?", False),
        ("Bản sao y có phải đóng dấu lại không?", False),
        ("Tôi soạn lịch học, ai mở lớp biên mục?", False),
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
        ("Người soạn: Nguyễn Thị Sách.", "author"),
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
        ("Học tại Đại học Cần Thơ.", "school"),
        ("Mời giảng viên thỉnh giảng.", "teacher"),
        ("Dùng phần mềm thư viện số.", "software"),
        ("Biên soạn giáo trình biên mục.", "textbook"),
        ("Theo Điều 5 và khoản 2.", "clause"),
        ("Áp dụng ISO 9001:2015.", "standard"),
        ("Mỗi huyện cử 2 người.", "share of each"),
        ("Được khen thưởng theo quy định.", "reward"),
        ("Chi phí ăn ở, đi lại do cơ quan trả.", "lodging"),
        ("Chi phí ăn ở, đi lại do cơ quan trả.", "travel"),
        ("Biết tiếng Khmer.", "tongue"),
        ("Mua máy tính.", "equipment"),
        ("Phối hợp với các doanh nghiệp.", "company"),
        ("Mở tại thị xã Ngã Năm.", "district"),
        ("Thực hiện theo trình tự sau.", "steps"),
        ("Được miễn tập sự.", "exemption"),
        ("Đóng bảo hiểm xã hội.", "insurance"),
        ("Được hoãn một năm.", "deferral"),
        ("Học từ 8 giờ.", "hour"),
        ("Gồm 10 tín chỉ.", "credits"),
        ("Nộp lệ phí.", "fee"),
        ("Thư viện tỉnh cấp chứng chỉ.", "certificate of whom"),
        ("Ưu tiên người trẻ.", "choice"),
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


def test_what_only_the_question_before_asked_for_is_not_wanted_again() -> None:
    asked = question("Thủ thư xã học ở trường nào - Mỗi năm mấy người đi học?")
    assert [w.name for w in kinds_wanted(asked)] == ["school"]
    assert kinds_wanted(replace(asked, own_wording="Mỗi năm mấy người đi học?")) == ()


def test_what_was_only_planned_is_no_result() -> None:
    assert "result" in kinds("How many librarians were trained in 2024?", english=True)
    assert "result" not in kinds("How many librarians were planned for 2024?", english=True)
