"""Names of persons by their capitals: what stands before them, and names of offices, documents and places, are no part of them."""

import pytest

from answer.claims.facts import offices_of
from answer.claims.persons import is_person_held, persons_of, unaccented_names
from vietnamese.glossary import Glossary

GLOSSARY = Glossary.load()


def persons(sentence: str) -> list[str]:
    return persons_of(sentence, [(o.start, o.end) for o in offices_of(sentence, GLOSSARY)])


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Theo Quyết định 12/QĐ-UBND, có 3 lớp.", []),
        ("Trong Kế hoạch, có 3 lớp.", []),
        ("Tại Sở Khoa học và Công nghệ có 3 lớp.", []),
        ("Giao Sở Nội vụ mở lớp.", []),
        ("Theo Nguyễn Văn Hùng, có 3 lớp.", ["Nguyễn Văn Hùng"]),
        ("Bầu ông Trần Mạnh Hùng.", ["Trần Mạnh Hùng"]),
        ("Ông Trần Mạnh Hùng được bầu.", ["Trần Mạnh Hùng"]),
        ("Lớp do Microsoft Office tài trợ.", ["Microsoft Office"]),
        ("Lớp ở tỉnh Bình Định.", []),
        ("Sở Nội vụ (the Provincial People's Committee of Bình Định) mở lớp cho cán bộ.", []),
    ],
)
def test_persons(sentence: str, names: list[str]) -> None:
    assert persons(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("In Binh Dinh province there are 3 classes.", []),
        ("In Nguyen Van Hung's view there are 3 classes.", ["Nguyen Van Hung"]),
        ("Mr Pham Anh Tuan was elected.", ["Pham Anh Tuan"]),
        ("Hau Giang Department of Health", []),
    ],
)
def test_names_without_accents(sentence: str, names: list[str]) -> None:
    assert unaccented_names(sentence) == names


def test_held_with_and_without_accents() -> None:
    assert is_person_held("Pham Anh Tuan", "Bầu ông Phạm Anh Tuấn.")
    assert not is_person_held("Phạm Anh Tuân", "Bầu ông Phạm Anh Tuấn.")
