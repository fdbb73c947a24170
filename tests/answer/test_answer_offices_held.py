"""Offices that the documents never name are charged with nothing, and that is said."""

import pytest

from answer.assistant import Assistant
from answer.offices_held import OfficesHeld
from answer.question import Reader

HAU_GIANG, DONG_THAP = "hau-giang-ke-hoach-nganh-y-te-2023", "dong-thap-ke-hoach-dan-so-2030"


@pytest.mark.parametrize(
    ("name", "documents", "held"),
    [
        ("Phòng Kế hoạch - Tài chính", [HAU_GIANG], True),
        ("phòng kế hoạch tài chính", [HAU_GIANG], True),
        ("phòng tài chính", [HAU_GIANG], True),
        ("Phòng Thanh tra", [HAU_GIANG], False),
        ("Phòng Nghiệp vụ Dược", [HAU_GIANG], False),
        ("Sở Giáo dục và Đào tạo", [DONG_THAP], False),
        ("Sở Nội vụ", None, True),
        ("Sở Ngoại giao", None, False),
        ("Phòng", [HAU_GIANG], True),
        ("Trường Đại học Cần Thơ", [HAU_GIANG], True),
        ("Sở Ngoại giao", ["withdrawn-since"], True),
    ],
)
def test_what_the_documents_name(assistant: Assistant, name: str, documents: list[str] | None, held: bool) -> None:
    assert OfficesHeld(assistant.library).holds([name], documents) == held


def test_one_of_several_readings_is_enough(assistant: Assistant) -> None:
    assert OfficesHeld(assistant.library).holds(["Sở Ngoại giao", "Sở Nội vụ"], None)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Phòng Nghiệp vụ Dược của Sở Y tế Hậu Giang được phân công gì?", "không nhắc đến Phòng Nghiệp vụ Dược."),
        ("phong thanh tra so y te hau giang co nhiem vu gi", "không nhắc đến phòng thanh tra."),
        (
            "What is the Department of Education and Training's task in Đồng Tháp's population training plan?",
            "do not mention the Department of Education and Training (Sở Giáo dục và Đào tạo).",
        ),
    ],
)
def test_the_duties_of_an_office_that_is_not_named(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert answer.text.endswith(said)
    assert answer.nearest


@pytest.mark.parametrize(
    ("name", "documents", "called"),
    [
        ("phòng tài chính", [HAU_GIANG], ("Phòng Kế hoạch - Tài chính",)),
        ("Phòng Kế hoạch - Tài chính", [HAU_GIANG], ("Phòng Kế hoạch - Tài chính",)),
        ("Sở Tài chính", [HAU_GIANG], ("Sở Tài chính",)),
        ("Phòng Nghiệp vụ Dược", [HAU_GIANG], ("Phòng Nghiệp vụ Dược",)),
        ("các phòng", [HAU_GIANG], ("các phòng",)),
    ],
)
def test_a_short_name_is_the_one_that_the_documents_write(
    assistant: Assistant, name: str, documents: list[str] | None, called: tuple[str, ...]
) -> None:
    assert OfficesHeld(assistant.library).called((name,), documents) == called


@pytest.mark.parametrize(
    ("text", "documents", "meant"),
    [
        ("Còn bên Nội vụ thì sao?", [DONG_THAP], "Còn Sở Nội vụ thì sao?"),
        ("Còn bên này thì sao?", [DONG_THAP], "Còn bên này thì sao?"),
        ("Còn Nội vụ thì sao?", [DONG_THAP], "Còn Nội vụ thì sao?"),
        ("Còn bên Ngoại giao thì sao?", [DONG_THAP], "Còn bên Ngoại giao thì sao?"),
        ("Còn bên Nội vụ thì sao?", None, "Còn bên Nội vụ thì sao?"),
    ],
)
def test_an_office_called_by_its_field(
    assistant: Assistant, text: str, documents: list[str] | None, meant: str
) -> None:
    assert OfficesHeld(assistant.library).spoken(text, documents) == meant


def test_a_follow_up_on_an_office_called_by_its_field(reader: Reader) -> None:
    history = ["Trong kế hoạch dân số, Sở Tài chính Đồng Tháp được giao việc gì?"]
    asked = reader.read("Còn bên Nội vụ thì sao?", history)
    assert asked.offices == ("Sở Nội vụ",)
    assert asked.scope.documents == frozenset({DONG_THAP})
