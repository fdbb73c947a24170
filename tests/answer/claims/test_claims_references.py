"""Numbers that name clauses, rows and passages are looked for as such and state no figure."""

import pytest

from answer.claims.references import holds_reference, references_of, without_labels

PASSAGE = (
    "Kế hoạch của Sở Y tế: “Đào tạo”.\nC. Nhiệm vụ\nV. Tổ chức thực hiện\n6. Sở Y tế\n6.1. Lớp học\nb) Chủ trì mở lớp.\n"
    "TT | Nội dung | Năm 2023 | Năm 2024\n2.3 | Mở lớp | 3 lớp | 4 lớp"
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Mục V.6 và khoản 2 Điều 5", ["V.6", "2", "5"]),
        ("Section V.6 of Part II", ["V.6", "2"]),
        ("Article 8(2)(a)", ["8.2.a"]),
        ("mục C.V.6.1.b", ["C.V.6.1.b"]),
        ("điểm a khoản 1", ["a", "1"]),
        ("đối tượng 2", ["2"]),
        ("danh mục i ốt", []),
        ("mục tiêu 5 lớp", []),
    ],
)
def test_references(text: str, numbers: list[str]) -> None:
    assert [r.number for r in references_of(text)] == numbers


@pytest.mark.parametrize(
    "text", ["mục V.6", "mục V.6.1", "mục 6.1", "mục C.V.6.b", "mục 5.6", "điểm b", "mục V", "phần C.V"]
)
def test_a_path_leads_down_the_lines_of_a_passage(text: str) -> None:
    assert all(holds_reference(PASSAGE, r) for r in references_of(text))


@pytest.mark.parametrize("text", ["mục V.7", "mục IV.6", "mục 6.V", "mục VI.1", "mục V.6.2", "điểm c"])
def test_a_path_that_leads_nowhere(text: str) -> None:
    (reference,) = references_of(text)
    assert not holds_reference(PASSAGE, reference)


def left(text: str, markers: tuple[int, ...] = (1, 2), items: int = 0) -> str:
    blanked = without_labels(text, [PASSAGE], markers, items)
    assert len(blanked) == len(text)
    return " ".join(blanked.split())


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Theo mục V.6, có 3 lớp", "Theo mục , có 3 lớp"),
        ("Nhiệm vụ 2.3 có 3 lớp", "Nhiệm vụ có 3 lớp"),
        ("Task 2.3 has 3 classes", "Task has 3 classes"),
        ("Theo đoạn 1 và 2, có 3 lớp", "Theo đoạn và , có 3 lớp"),
        ("According to passage 2 there are 3", "According to passage there are 3"),
        ("The two plans give different figures", "The give different figures"),
        ("Có hai số liệu khác nhau: 3 lớp; 4 lớp", "Có khác nhau: 3 lớp; 4 lớp"),
        ("It is held in each of the two years", "It is held in each of the years"),
    ],
)
def test_labels_are_blanked(text: str, rest: str) -> None:
    assert left(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Nhiệm vụ 2.4 có 3 lớp",
        "Nhiệm vụ 6 người làm",
        "Theo đoạn 7, có 3 lớp",
        "nguồn 2 tỷ đồng",
        "Ba văn bản khác nhau",
        "đối tượng 2",
        "in each of the five years",
        "Quyết định 6/QĐ-UBND",
    ],
)
def test_what_may_be_a_figure_stays(text: str) -> None:
    assert left(text) == text
