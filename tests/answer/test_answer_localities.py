"""Districts and towns that no document speaks of are said to be unknown, and nothing is told of them."""

import pytest

from answer.assistant import Assistant
from answer.localities import localities_missing
from answer.question import Reader


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Huyện Vĩnh Thạnh của Bình Định cử bao nhiêu người đi học?", ["Vĩnh Thạnh"]),
        ("tp Quy Nhon cu bao nhieu nguoi di hoc", ["Quy Nhon"]),
        ("How many officials does An Nhon town send to classes?", ["An Nhon"]),
        ("Huyện ủy cử bao nhiêu người đi học?", []),
        ("Các huyện phải báo cáo với ai?", []),
        ("Thành phố Cần Thơ có kế hoạch không?", []),
        ("Which district officials may study abroad?", []),
        ("At commune level, who must be trained?", []),
        ("Our district wants to send people abroad. Who decides?", []),
        ("My Commune has no training room. Who pays?", []),
    ],
)
def test_places_that_no_document_names(assistant: Assistant, reader: Reader, question: str, missing: list[str]) -> None:
    assert localities_missing(reader.read(question), assistant.library) == missing


def test_it_is_said_that_a_place_is_not_named(assistant: Assistant) -> None:
    answer = assistant.ask("Huyện Vĩnh Thạnh của Bình Định cử bao nhiêu người đi học?")
    assert answer.status == "no_evidence"
    assert answer.text == "Các văn bản được hỏi không nhắc đến Vĩnh Thạnh."
