"""Whatever is typed is answered or refused, always alike, and never breaks anything."""

import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answer.assistant import Assistant
from answer.reply import Answer

_WORDS = [
    "Sở Tài chính",
    "UBND tỉnh",
    "Bình Định",
    "Soc Trang",
    "kinh phí",
    "bao nhiêu",
    "ai ký",
    "khi nào",
    "2025",
    "2106/QĐ-UBND",
    "who",
    "how many",
    "which office",
    "training",
    "[1]",
    "{m}",
    "{0}",
    "**",
    "<b>",
    "%s",
    "còn",
    "đó",
    "it",
    "?",
    "\n",
    "\t",
    "🙂",
    "năm",
    "lớp",
    "người",
    "từ đâu",
    "phải làm gì",
    "là dự thảo",
    "compare",
    "list",
    "deadline",
    "and",
]
QUESTIONS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join),
    st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=6)), max_size=8).map("".join),
)
SOME = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def said(answer: Answer) -> str:
    return json.dumps(replace(answer, timings_ms={}).as_json(), ensure_ascii=False)


@SOME
@given(text=QUESTIONS)
def test_any_text_gets_an_answer_and_the_same_one_twice(assistant: Assistant, text: str) -> None:
    first = assistant.ask(text)
    assert json.loads(json.dumps(first.as_json()))["question"] == text
    assert first.text
    assert first.status in ("answered", "partial", "no_evidence", "error")
    assert bool(first.citations) == (first.status in ("answered", "partial"))
    assert said(assistant.ask(text)) == said(first)


@SOME
@given(text=QUESTIONS, history=st.lists(QUESTIONS, min_size=1, max_size=2))
def test_after_any_conversation(assistant: Assistant, text: str, history: list[str]) -> None:
    answer = assistant.ask(text, history)
    assert answer.question == text
    assert json.dumps(answer.as_json())


@pytest.mark.parametrize(
    "text",
    [
        "\x00 kinh phí \x07",
        "\ufeffkinh phí",
        "{m} {doc} {value} kinh phí của {0} ở Bình Định lấy từ đâu?",
        "[1] [2] Kinh phí của Bình Định lấy từ đâu? [99]",
        "'; DROP TABLE documents; --",
        "Kinh phí" + "\u0301" * 500,
        "1" * 1900,
        "ﬁ ﬀ İ ß ẞ Ŋ ŉ ǆ",
        "Sở " * 600,
    ],
)
def test_odd_text(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(text)
    assert answer.text
    assert json.dumps(answer.as_json())


def test_half_a_character(assistant: Assistant) -> None:
    assert assistant.ask("kinh phí \ud800 của Bình Định lấy từ đâu?").text


def test_decomposed_letters_are_the_same_question(assistant: Assistant) -> None:
    text = "Kinh phí đào tạo của Bình Định lấy từ đâu?"
    assert assistant.ask(unicodedata.normalize("NFD", text)).text == assistant.ask(text).text
