"""A sentence that gives the question back is told from one that answers it."""

import pytest

from answer.writing.echo import echoes

PLAIN = "Trường có phải mở lớp tin học cho thủ thư không?"
FOLDED = "truong co phai mo lop tin hoc cho thu thu khong"
ENGLISH = "Is the college already committed to starting a library degree straight away?"


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Trường phải mở lớp tin học cho thủ thư [1].", PLAIN),
        ("Có, trường mở lớp tin học cho các thủ thư [2].", FOLDED),
        ("[1] The college is already committed to starting a library degree straight away.", ENGLISH),
        ("No, the college is not committed to starting a library degree.", ENGLISH),
    ],
)
def test_the_question_again(sentence: str, question: str) -> None:
    assert echoes(sentence, question)


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Trường mở lớp tin học cho thủ thư trước ngày 30/9 [1].", PLAIN),
        ("Sở Nội vụ mở lớp tin học [1].", PLAIN),
        ("The college looks into a library degree when the conditions are met [1].", ENGLISH),
        ("Có.", PLAIN),
        ("", PLAIN),
        ("Trường mở lớp tin học [1].", ""),
    ],
)
def test_more_than_the_question(sentence: str, question: str) -> None:
    assert not echoes(sentence, question)
