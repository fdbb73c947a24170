"""Lists over the documents of the corpus, in three spellings, and what must stay with the passages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from answer.assistant import Assistant
from answer.check import check_answer
from index.settings import PROJECT
from tests.answer.register.made import is_list, lines_of

LISTS = [
    ("Sở Nội vụ phải làm gì?", 4),
    ("so noi vu phai lam gi", 4),
    ("What must the Department of Home Affairs do?", 4),
    ("Sở Tài chính tỉnh Sóc Trăng có trách nhiệm gì?", 1),
    ("so tai chinh soc trang co trach nhiem gi", 1),
    ("What is the Department of Finance of Sóc Trăng responsible for?", 1),
    ("Nhiệm vụ của Sở Y tế trong kế hoạch của Đồng Tháp là gì?", 1),
    ("nhiem vu cua so y te trong ke hoach dan so cua dong thap la gi", 1),
    ("What are the duties of the Department of Health under the Đồng Tháp plan?", 1),
    ("Theo Quyết định 2106 thì Sở Nội vụ được giao những việc gì?", 1),
    ("Những việc phải xong trong quý IV/2025", 2),
    ("nhung viec phai xong truoc 31/3/2021", 1),
    ("What is due in the fourth quarter of 2025?", 2),
    ("Việc nào đến hạn trong tháng 8?", 1),
    ("deadlines of the Department of Home Affairs in Sóc Trăng", 1),
    ("so sánh chỉ tiêu bồi dưỡng cán bộ cấp xã giữa Bình Định và Sóc Trăng", 2),
    ("so sanh chi tieu cua binh dinh va soc trang", 2),
    ("Kế hoạch của Tỉnh ủy có chỉ tiêu đào tạo gì?", 1),
    ("chi tieu cua soc trang", 1),
    ("Which training targets does the plan of Ban Thường vụ Tỉnh ủy set for 2025?", 1),
    ("compare the targets for commune officials between Bình Định and Sóc Trăng", 2),
]
OTHERS = [
    "Khi nào Sở Nội vụ tỉnh Sóc Trăng phải tổng kết kế hoạch?",
    "When must Sóc Trăng hold the final review of its plan?",
    "so nao chu tri ke hoach o dong thap va o binh dinh",
    "Sở Tài chính Bình Định phải làm những việc gì để kế hoạch đào tạo giai đoạn 2023 - 2025 có tiền mà chạy?",
    "What is the Department of Finance in Sóc Trăng told to do for public service units that pay for training out of their own pocket?",
    "Bộ Quốc phòng phải làm gì?",
    "Ai ký Quyết định 2106?",
    "Quyết định 4221 của Bình Định giao chỉ tiêu gì?",
    "Theo Nghị định 101/2017/NĐ-CP, Sở Nội vụ phải làm gì?",
    "Sở Nội vụ tỉnh Cà Mau phải làm gì?",
    "con chó nhà tôi phải làm gì",
]


@pytest.mark.parametrize(("question", "documents"), LISTS)
def test_a_list_counts_shows_and_cites(assistant: Assistant, question: str, documents: int) -> None:
    answer = assistant.ask(question)
    assert is_list(answer)
    cited = {c.document.id for c in answer.citations}
    assert len(cited) == documents
    assert len(lines_of(answer)) <= 12
    assert sum(len(text) for text in {c.passage.text for c in answer.citations}) <= 2500
    check_answer(answer.text, answer.citations, {name: assistant.library.lines_of(name) for name in cited})
    assert (answer.status == "partial") == any(notice.code == "shortened" for notice in answer.notices)


@pytest.mark.parametrize("question", OTHERS)
def test_a_precise_question_stays_with_the_passages(assistant: Assistant, question: str) -> None:
    assert not is_list(assistant.ask(question))


def test_more_is_counted_than_passages_would_cite(assistant: Assistant) -> None:
    """Duties in an appendix's table and in a document that names the office only in passing are counted as well."""
    answer = assistant.ask("Sở Nội vụ phải làm gì?")
    assert {c.document.id for c in answer.citations} >= {
        "tinh-uy-ke-hoach-2025",
        "soc-trang-du-thao-ke-hoach-2021-2025",
    }
    assert any(c.passage.kind == "row" for c in answer.citations)
    assert {"draft", "shortened", "scope_open"} <= {notice.code for notice in answer.notices}


def test_a_look_at_the_search_knows_that_a_list_is_told(assistant: Assistant) -> None:
    assert assistant.look("Sở Nội vụ phải làm gì?").probability is None


def test_the_command_prints_a_list_as_other_answers(indexed: Path) -> None:
    command = [sys.executable, "-m", "answer", "so noi vu phai lam gi", "--json", "--data", str(indexed)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["status"], answer["mode"]) == ("partial", "extractive")
    assert all(c["quote"] and c["section"] and c["lines"] for c in answer["citations"])


@pytest.mark.parametrize(
    "question",
    [
        "Sở Nội vụ có nhiệm vụ gì trong kế hoạch của Hậu Giang?",
        "so noi vu hau giang lam gi",
        "What must the Department of Home Affairs do under the Hậu Giang plan?",
    ],
)
def test_an_office_that_a_document_only_names_is_charged_with_nothing(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence" and not answer.citations
    assert answer.text.startswith(
        ("Không thấy việc nào giao cho Sở Nội vụ", "No duty of the Department of Home Affairs")
    )


@pytest.mark.parametrize(
    "question",
    [
        "Sở Nội vụ Bình Định làm gì?",
        "What has the Office of Population and Family Planning been told to do in Dong Thap?",
        "Phòng Tổ chức - Hành chính Hậu Giang làm gì?",
    ],
)
def test_who_is_charged_or_not_known_is_not_said_to_have_no_duty(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert "Không thấy việc nào" not in text and "No duty of" not in text
