"""Yes or no: said only where one clause decides it."""

import pytest
from small_library import PASSAGES, PLAN_A, A, passage, question, small

from answer.ask import Ask
from answer.question import Question
from answer.reply import Language
from answer.verdict import LONGEST, Decision, decide, statement
from index.passage import Passage
from vietnamese.glossary import Glossary

SHELVES = passage(A, 40, "Thư viện tỉnh cho thủ thư mượn sách về nhà.", ("V. MƯỢN SÁCH",))
SHARE = passage(A, 41, "Thư viện xã mua 50% sách thiếu nhi bằng ngân sách tỉnh.", ("VI. MUA SÁCH",))


def asked(text: str, words: str, language: Language = "vi", ask: Ask = Ask.YES_NO) -> Question:
    return question(text, ask, language, words=words)


def decided(glossary: Glossary, text: str, words: str, best: Passage, language: Language = "vi") -> Decision | None:
    library = small((PLAN_A,), [*PASSAGES, best])
    return decide(asked(text, words, language), best, PLAN_A, library, glossary)


def test_a_clause_that_says_all_of_it_says_yes(glossary: Glossary) -> None:
    found = decided(glossary, "Thủ thư có được mượn sách về nhà không?", "thủ thư|mượn sách|về nhà", SHELVES)
    assert found == Decision("yes", 0)


def test_another_share_of_the_same_says_no(glossary: Glossary) -> None:
    words = "thư viện xã|mua|sách thiếu nhi|ngân sách tỉnh"
    question_text = "Thư viện xã có mua {} sách thiếu nhi bằng ngân sách tỉnh không?"
    assert decided(glossary, question_text.format("70%"), words, SHARE) == Decision("no", 0, "50%")
    assert decided(glossary, question_text.format("50%"), words, SHARE) == Decision("yes", 0)
    assert decided(glossary, question_text.format("ít nhất 40%"), words, SHARE) is None


@pytest.mark.parametrize(
    "text",
    [
        "Thư viện tỉnh cho thủ thư mượn sách về nhà nếu còn bản khác.",
        "Thư viện tỉnh khuyến khích cho thủ thư mượn sách về nhà.",
        "Thư viện tỉnh không cho thủ thư mượn sách về nhà.",
        "Phân đầu thư viện tỉnh cho thủ thư mượn sách về nhà.",
        "Thư viện tỉnh cho bạn đọc mượn sách.",
    ],
)
def test_what_is_bound_or_says_less_decides_nothing(glossary: Glossary, text: str) -> None:
    best = passage(A, 42, text, ("V. MƯỢN SÁCH",))
    assert decided(glossary, "Thủ thư có được mượn sách về nhà không?", "thủ thư|mượn sách|về nhà", best) is None


def test_a_duty_is_asked_of_a_clause_that_obliges(glossary: Glossary) -> None:
    words = "thủ thư|ghi|sổ mượn"
    question_text = "Thủ thư có bắt buộc ghi sổ mượn không?"
    must = passage(A, 43, "Thủ thư phải ghi sổ mượn.", ("V. MƯỢN SÁCH",))
    does = passage(A, 43, "Thủ thư ghi sổ mượn.", ("V. MƯỢN SÁCH",))
    assert decided(glossary, question_text, words, must) == Decision("yes", 0)
    assert decided(glossary, question_text, words, does) is None


def test_the_heading_says_of_whom_a_point_speaks(glossary: Glossary) -> None:
    section = ("III. TỔ CHỨC", "1. Sở Nội vụ")
    points = passage(A, 44, "- Lưu sổ mượn.\n- Mua tủ đựng sách thiếu nhi.", section)
    found = decided(
        glossary, "Sở Nội vụ có mua tủ đựng sách thiếu nhi không?", "sở nội vụ|mua|tủ đựng sách|thiếu nhi", points
    )
    assert found == Decision("yes", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Thủ thư được mượn mấy cuốn, có được mang về không?",
        "Thủ thư mượn trước rồi ghi sổ có được không?",
        "Tôi làm ở xã. Tôi có được mượn không?",
        "Thủ thư có phải không được mượn không?",
        f"Thủ thư {'rất ' * LONGEST} có được mượn không?",
    ],
)
def test_what_asks_for_more_is_no_statement(text: str) -> None:
    assert statement(asked(text, "mượn")) is None


def test_the_statement_of_a_question() -> None:
    assert statement(asked("Thủ thư có được mượn sách không?", "mượn")) == "Thủ thư được mượn sách"
    assert statement(asked("Có phải Sở Nội vụ mua sách không?", "mua")) == "Sở Nội vụ mua sách"
    assert (
        statement(asked("Do librarians buy 70 percent of the books?", "mua", "en"))
        == "Do librarians buy 70% of the books"
    )
    assert statement(asked("Thủ thư mượn gì?", "mượn", ask=Ask.WHAT)) is None
