"""Who a sentence says must do something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.subjects import agent_of, begins_office, has_agent, says_more, subject_at


@pytest.mark.parametrize(
    ("text", "names", "does"),
    [
        ("Sở Nội vụ chủ trì tổ chức", ("Sở Nội vụ",), "chủ trì"),
        ("Sở Nội vụ, Sở Y tế chịu trách nhiệm thi hành", ("Sở Nội vụ", "Sở Y tế"), "chịu trách nhiệm"),
        ("các cơ quan, đơn vị kịp thời phản ánh về tỉnh", ("các cơ quan, đơn vị",), "kịp thời"),
        ("Cơ quan soạn thảo văn bản có trách nhiệm giải trình", ("Cơ quan soạn thảo văn bản",), "có trách nhiệm"),
        ("Bộ Y tế, trong phạm vi nhiệm vụ của mình, chủ trì xây dựng", ("Bộ Y tế",), "chủ trì"),
        ("Đối với viên chức được cử đi học phải nộp bản sao", ("viên chức được cử đi học",), "phải nộp"),
        ("Người đứng đầu đơn vị có trách nhiệm kiểm tra", ("Người đứng đầu đơn vị",), "có trách nhiệm"),
        ("Công chức phải tham dự đầy đủ các buổi học", ("Công chức",), "phải"),
        ("Sở Y tế sẽ cử công chức đi học", ("Sở Y tế",), "sẽ cử"),
        ("Các bộ, cơ quan ngang bộ thực hiện quản lý rừng", ("Các bộ, cơ quan ngang bộ",), "thực hiện"),
        ("Nhà nước ưu tiên bố trí đất xây trường", ("Nhà nước",), "ưu tiên"),
        ("Bộ trưởng Bộ Y tế hướng dẫn việc khám bệnh", ("Bộ trưởng Bộ Y tế",), "hướng dẫn"),
        ("Bộ Y tế định kỳ 02 năm một lần xây dựng báo cáo", ("Bộ Y tế",), "định kỳ 02 năm"),
        ("Lực lượng bảo vệ rừng thuộc tỉnh tiến hành kiểm tra", ("Lực lượng bảo vệ rừng thuộc tỉnh",), "tiến hành"),
        ("Tòa án vẫn tiến hành phiên họp", ("Tòa án",), "vẫn tiến hành"),
        ("Bên thuê nhà phải trả tiền thuê", ("Bên thuê nhà",), "phải trả"),
        ("Bên vi phạm chỉ phải bồi thường một phần", ("Bên vi phạm",), "phải bồi thường"),
        ("Chủ cơ sở phải đăng ký có trách nhiệm lập sổ", ("Chủ cơ sở phải đăng ký",), "có trách nhiệm"),
        ("Cơ quan quản lý chợ đề nghị Sở Y tế kiểm tra", ("Cơ quan quản lý chợ",), "đề nghị"),
        (
            "Ủy ban nhân dân cấp tỉnh, trong phạm vi nhiệm vụ, quyền hạn của mình, thực hiện quản lý chợ",
            ("Ủy ban nhân dân cấp tỉnh",),
            "thực hiện quản lý",
        ),
        (
            "Hội đồng nhân dân, Ủy ban nhân dân cấp tỉnh có trách nhiệm trả lời",
            ("Hội đồng nhân dân cấp tỉnh", "Ủy ban nhân dân cấp tỉnh"),
            "có trách nhiệm",
        ),
    ],
)
def test_who_acts(text: str, names: tuple[str, ...], does: str) -> None:
    subject = subject_at(text)
    assert subject is not None
    assert subject.acts
    assert subject.names == names
    assert text[subject.start : subject.named].split(",")[0] in names[0]
    assert text[subject.end :].startswith(does)


@pytest.mark.parametrize(
    "text",
    [
        "Hội đồng nhân dân gồm các đại biểu",
        "Sở Nội vụ là cơ quan chuyên môn",
        "Ủy ban nhân dân tỉnh được đề xuất với Chính phủ",
        "Sở Y tế có quyền từ chối",
        "Sở Y tế không tổ chức lớp riêng",
        "Cơ quan, tổ chức có thành tích thực hiện tốt thì được khen thưởng",
        "Tổ chức khóa đào tạo cho cán bộ",
        "Cơ sở dữ liệu phải được bảo vệ",
        "Bộ máy hành chính phải tinh gọn",
        "Tăng cường kiểm tra các cơ quan",
        "Kinh phí phải quyết toán đúng quy định",
        "Cán bộ là người được bầu cử",
        "Trường tư thục được Nhà nước giao đất và hỗ trợ học phí",
        "Tòa án xem xét, quyết định thay đổi biện pháp khi cần thiết phải thay đổi",
        "Các bên không phải tiếp tục thực hiện hợp đồng",
        "Người phải nộp phạt cố ý không nộp thì tùy mức độ mà bị xử lý kỷ luật",
        "Người có trách nhiệm thu tiền",
        "Chủ tàu được trình đồng thời hồ sơ đề nghị đăng kiểm",
        "Người bào chữa trình bày về nội dung vụ án và các căn cứ của mình",
        "Tòa án Nam Hà công nhận giấy tờ do nước ngoài cấp",
        "Cơ quan chuyên môn về xây dựng thẩm định thiết kế",
    ],
)
def test_nobody_acts(text: str) -> None:
    subject = subject_at(text)
    assert subject is None or not subject.acts


@pytest.mark.parametrize(
    ("text", "name", "does"),
    [
        ("Văn bản phải do người có thẩm quyền ký", "người có thẩm quyền", "ký"),
        ("Hồ sơ phải được Văn thư cơ quan đăng ký vào sổ", "Văn thư cơ quan", "đăng ký vào sổ"),
    ],
)
def test_by_whom_something_must_be_done(text: str, name: str, does: str) -> None:
    agent = agent_of(text)
    assert agent is not None
    assert agent.names == (name,)
    assert text[agent.end :] == does


def test_a_verb_may_be_part_of_the_name() -> None:
    agent = agent_of("Bản thảo phải do người có thẩm quyền ký văn bản duyệt")
    assert agent is not None
    assert agent.names == ("người có thẩm quyền ký văn bản",)


@pytest.mark.parametrize(
    "text",
    [
        "Hợp đồng phải do người đại diện xác lập",
        "Công trình thuộc đối tượng phải được cơ quan quản lý thẩm định",
        "Tòa án tuyên bố hợp đồng vô hiệu nếu việc này phải do người giám hộ thực hiện",
    ],
)
def test_what_is_said_in_passing_has_no_agent(text: str) -> None:
    assert agent_of(text) is None


def test_something_that_must_be_done_by_nobody_named() -> None:
    assert agent_of("Kinh phí phải được quyết toán đúng quy định") is None
    assert has_agent("Văn bản phải do người đó ký")
    assert not has_agent("Văn bản phải có chữ ký")


def test_begins_office() -> None:
    assert begins_office("gồm các sở", 4)
    assert not begins_office("gồm việc mở lớp", 4)


@pytest.mark.parametrize(
    ("words", "more"),
    [("các đơn vị trực thuộc", False), ("các đơn vị chủ trì việc này", True), ("các đơn vị phải", True)],
)
def test_says_more(words: str, more: bool) -> None:
    assert says_more(words) is more


@given(st.text(alphabet=" ,;:.()adchquiơ ủýộnSởNV", max_size=150))
def test_any_sentence_can_be_read(text: str) -> None:
    subject = subject_at(text)
    if subject is not None:
        assert 0 <= subject.start <= subject.named <= subject.end <= len(text)
