import pytest

from index.document import Document, Period
from ui.filters import Filter, describe, province_names, years_of


@pytest.fixture
def documents(document: Document, draft: Document) -> dict[str, Document]:
    party = Document(id="tinh-uy", file="tinh-uy.md", date="2025-01-02")
    return {d.id: d for d in (document, draft, party)}


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (Filter(documents=("binh-dinh", "tinh-uy")), {"binh-dinh", "tinh-uy"}),
        (Filter(provinces=("Bình Định",)), {"binh-dinh"}),
        (Filter(provinces=("Gia Lai",)), {"binh-dinh"}),
        (Filter(provinces=("Gia Lai", "Cần Thơ")), {"binh-dinh", "soc-trang"}),
        (Filter(years=(2024,)), {"binh-dinh"}),
        (Filter(years=(2025,)), {"binh-dinh", "soc-trang", "tinh-uy"}),
        (Filter(provinces=("Sóc Trăng",), years=(2025,)), {"soc-trang"}),
        (Filter(documents=("tinh-uy",), provinces=("Sóc Trăng",)), set()),
    ],
)
def test_parts_intersect(chosen: Filter, ids: set[str], documents: dict[str, Document]) -> None:
    assert chosen.chosen(documents) == ids


def test_no_choice_does_not_limit(documents: dict[str, Document]) -> None:
    assert Filter().chosen(documents) is None
    assert not Filter()


def test_years_of_period_or_else_of_date() -> None:
    assert list(years_of(Document(id="x", file="x", period=Period(2021, 2023), date="2020"))) == [2021, 2022, 2023]
    assert list(years_of(Document(id="x", file="x", date="2020-05"))) == [2020]
    assert list(years_of(Document(id="x", file="x"))) == []


def test_provinces_by_old_and_present_name(documents: dict[str, Document]) -> None:
    assert province_names(documents.values()) == {
        "Bình Định": "Gia Lai", "Cần Thơ": "Cần Thơ", "Gia Lai": "Gia Lai", "Sóc Trăng": "Cần Thơ"
    }  # fmt: skip


def test_described_in_words(documents: dict[str, Document]) -> None:
    chosen = Filter(("binh-dinh", "gone"), ("Gia Lai",), (2024, 2025))
    assert describe(chosen, documents) == "Quyết định 2106/QĐ-UBND (Bình Định), gone; Gia Lai; 2024, 2025"
