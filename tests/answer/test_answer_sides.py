"""Questions that set documents beside each other, parted into what is asked of each."""

import pytest

from answer.ask import Ask
from answer.assistant import Assistant
from answer.question import Reader
from answer.sides import Named, Side, compares, office_sides, part, without_comparison

NAMES = {"Phú Yên": "a", "Lâm Đồng": "b", "Khánh Hòa": "c"}
AB = frozenset({"a", "b"})


def named(stretch: str) -> Named:
    found = {name: document for name, document in NAMES.items() if name in stretch}
    return Named(frozenset(found.values()), tuple(found))


def sides(text: str, documents: frozenset[str] = AB) -> dict[str, str]:
    return {"".join(sorted(side.documents)): side.text for side in part(text, documents, named)}


def test_what_is_said_of_one_document_is_asked_of_it_alone() -> None:
    assert sides("Về thủ thư, Phú Yên mở mấy lớp còn Lâm Đồng cử bao nhiêu người?") == {
        "a": "Về thủ thư; Phú Yên mở mấy lớp",
        "b": "Về thủ thư; Lâm Đồng cử bao nhiêu người?",
    }


def test_what_is_said_after_two_bare_names_is_asked_of_both() -> None:
    found = sides("Phú Yên và Lâm Đồng, sở nào quyết toán kinh phí?")
    assert list(found) == ["a", "b"]
    assert all("sở nào quyết toán kinh phí" in text for text in found.values())
    assert "Lâm Đồng" not in found["a"]
    assert "Phú Yên" not in found["b"]


@pytest.mark.parametrize(
    "text",
    [
        "Phú Yên mở mấy lớp thủ thư?",  # one document
        "Sở nào ở Phú Yên Lâm Đồng quyết toán kinh phí?",  # named in one stretch
        "Phú Yên mở mấy lớp, Khánh Hòa cử mấy người?",  # one of the two that are meant is not named
    ],
)
def test_no_sides(text: str) -> None:
    assert part(text, AB, named) == []


def test_a_number_inside_another_word_stays() -> None:
    def numbered(stretch: str) -> Named:
        found = {
            n: d for n, d in {"quyết định 30": "a", "30": "a", "quyết định 45": "b"}.items() if n in stretch.lower()
        }
        return Named(frozenset(found.values()), tuple(found))

    found = part("quyết định 30, quyết định 45: chỉ tiêu đến 2030 là gì?", AB, numbered)
    assert all("2030" in side.text for side in found)
    assert len(found) == 2


def test_the_words_of_comparing_say_nothing_of_a_side() -> None:
    assert without_comparison("So sánh kinh phí của hai tỉnh") == "kinh phí của"
    assert without_comparison("Compare the funding sources") == "the funding sources"


@pytest.mark.parametrize(
    "words", ["khác nhau những gì", "khác ở điểm nào", "khác nhau ở chỗ nào", "giống nhau như thế nào"]
)
def test_how_they_differ_is_nothing_asked_of_one_side(words: str) -> None:
    assert without_comparison(f"Kinh phí {words}") == "Kinh phí"


def test_each_side_is_a_question_of_its_own(reader: Reader) -> None:
    asked = reader.read("Ở Bình Định và Sóc Trăng, Sở Tài chính phải làm gì?")
    found = reader.sides(asked)
    assert [sorted(s.scope.documents or ()) for s in found] == [
        ["binh-dinh-quyet-dinh-2106-2023"],
        ["soc-trang-du-thao-ke-hoach-2021-2025"],
    ]
    assert {s.ask for s in found} == {Ask.DUTY}
    assert {s.text for s in found} == {asked.text}


def test_a_comparison_asks_each_side_for_what_is_compared(reader: Reader) -> None:
    found = reader.sides(reader.read("Compare the funding sources of Bình Định and Đồng Tháp"))
    assert [s.ask for s in found] == [Ask.FUNDING, Ask.FUNDING]


def test_both_documents_are_answered_and_one_that_holds_nothing_is_named(assistant: Assistant) -> None:
    both = assistant.ask("Bình Định và Sóc Trăng: đơn vị gặp vướng mắc thì phản ánh về sở nào?")
    assert both.status == "answered"
    assert len({c.document.id for c in both.citations}) == 2
    one = assistant.ask(
        "Trường Cao đẳng Y tế làm gì trong kế hoạch của Đồng Tháp, còn Bình Định thì lớp học bơi mở ở đâu?"
    )
    assert one.status == "partial"
    assert {c.document.province for c in one.citations} == {"Đồng Tháp"}
    assert any(n.code == "absent" and "2106/QĐ-UBND" in n.text for n in one.notices)


def test_sides_are_in_the_order_of_the_question() -> None:
    assert [s.documents for s in part("Lâm Đồng mở mấy lớp; Phú Yên cử mấy người", AB, named)] == [{"b"}, {"a"}]
    assert isinstance(part("Lâm Đồng mở mấy lớp; Phú Yên cử mấy người", AB, named)[0], Side)


def test_that_it_is_compared_is_nothing_asked_of_one_side_alone() -> None:
    found = sides("Chỉ tiêu thủ thư ở Phú Yên và Lâm Đồng có bằng nhau không?")
    assert all("Chỉ tiêu thủ thư" in text for text in found.values())
    found = sides("Is it the same office in the Phú Yên plan and in the Lâm Đồng draft that trains librarians?")
    assert all("trains librarians" in text for text in found.values())


def test_whether_the_sides_are_compared() -> None:
    assert compares("Phú Yên và Lâm Đồng có giống nhau không?")
    assert compares("Phản ánh về cùng một sở không?")
    assert compares("Do they name the same office?")
    assert not compares("Sở nào của Phú Yên và Lâm Đồng mở lớp?")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "Theo kế hoạch, Sở Tài chính lo gì còn Sở Nội vụ làm gì?",
            ["Theo kế hoạch; Sở Tài chính lo gì", "Theo kế hoạch; Sở Nội vụ làm gì?"],
        ),
        (
            "What does the Sở Tài chính pay and what does the Sở Nội vụ check?",
            ["What does the Sở Tài chính pay", "what does the Sở Nội vụ check?"],
        ),
        ("Sở Tài chính chi cho Sở Nội vụ bao nhiêu và khi nào?", []),
        ("Sở Tài chính phối hợp và Sở Nội vụ làm gì?", []),
    ],
)
def test_offices_of_which_each_has_a_question_of_its_own(text: str, apart: list[str]) -> None:
    offices = [(text.index(name), text.index(name) + len(name)) for name in ("Sở Tài chính", "Sở Nội vụ")]
    assert office_sides(text, offices) == apart
