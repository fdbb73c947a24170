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
    ],
)
def test_who_acts(text: str, names: tuple[str, ...], does: str) -> None:
    subject = subject_at(text)
    assert subject is not None
    assert subject.acts
    assert subject.names == names
    assert text[subject.start : subject.named].startswith(names[0])
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
