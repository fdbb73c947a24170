"""What the list of documents finds, in which order, and what its lines say."""

from dataclasses import replace
from datetime import date

import pytest

from index.document import Document, Page, Relation
from index.validity import Validity
from ui.documents.listing import Listed, Wanted, choose, forces, mean_confidence, options, percent, row, states_of
from ui.words import Words


@pytest.fixture
def items(document: Document, draft: Document) -> list[Listed]:
    scan = Document(
        id="quet", file="quet.pdf", title="Ảnh quét", date="2024-05", pages=3, read_by="ocr", withdrawn=True
    )
    return [Listed(document, 105), Listed(draft, 82), Listed(scan, 4, 0.714, True)]


def _found(items: list[Listed], wanted: Wanted) -> list[str]:
    return [item.document.id for item in choose(items, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["quet", "binh-dinh", "soc-trang"]),
        (Wanted("2106 qd-ubnd"), ["binh-dinh"]),
        (Wanted("BINH dinh"), ["binh-dinh"]),
        (Wanted("Bình Đinh 2107"), []),
        (Wanted(type="Kế hoạch"), ["soc-trang"]),
        (Wanted(province="Cần Thơ"), ["soc-trang"]),
        (Wanted(province="Sóc Trăng"), ["soc-trang"]),
        (Wanted(state="draft"), ["soc-trang"]),
        (Wanted(state="withdrawn"), ["quet"]),
        (Wanted(state="scanned"), ["quet"]),
        (Wanted(order="newest"), ["quet", "binh-dinh", "soc-trang"]),
        (Wanted(order="least_sure"), ["quet", "binh-dinh", "soc-trang"]),
    ],
)
def test_search_filters_and_order(items: list[Listed], wanted: Wanted, found: list[str]) -> None:
    assert _found(items, wanted) == found


def test_newest_first_whatever_is_known_of_the_date(document: Document) -> None:
    dates = ["2023", "2023-06-13", None, "2024-01", "2023-06"]
    items = [Listed(replace(document, id=str(d), date=d), 1) for d in dates]
    assert _found(items, Wanted(order="newest")) == ["2024-01", "2023-06-13", "2023-06", "2023", "None"]


def test_only_what_is_there_can_be_chosen(items: list[Listed]) -> None:
    there = options(items)
    assert there["type"] == ["Kế hoạch", "Quyết định"]
    assert there["province"] == ["Bình Định", "Cần Thơ", "Gia Lai", "Sóc Trăng"]
    assert there["state"] == ["issued", "draft", "unknown", "withdrawn", "scanned"]
    assert states_of(items[2]) == {"unknown", "withdrawn", "scanned"}


def test_a_line_says_what_is_known_and_leaves_out_what_is_not(items: list[Listed]) -> None:
    first = row(items[0], None, Words("vi"))
    assert first["name"] == "Kế hoạch đào tạo" and first["about"] == ["Quyết định 2106/QĐ-UBND", "binh-dinh.md"]
    assert [cell["text"] for cell in first["cells"]] == ["13/6/2023", "UBND tỉnh Bình Định", "đã ban hành", "105 đoạn"]
    assert first["cells"][1]["small"] == "Bình Định (nay: Gia Lai)"
    scan = row(items[2], Validity("repealed"), Words("vi"))
    assert scan["badges"] == ["đã rút"]
    assert [(cell["text"], cell["known"]) for cell in scan["cells"]][1] == ("–", False)
    assert scan["cells"][2]["small"] == "đã bị bãi bỏ"
    assert scan["cells"][3] == {"text": "3 trang · 4 đoạn", "small": "bản quét, chắc 71\u00a0%", "known": True}


def test_who_repeals_a_document_is_looked_for_among_those_that_name_it(items: list[Listed], document: Document) -> None:
    other = replace(document, id="khac", relations=(Relation("repeals", "1/QĐ", None, "Bãi bỏ", "soc-trang"),))
    found = forces(items, {"khac": other}, date(2025, 6, 30))
    assert found["soc-trang"].state == "repealed" and found["binh-dinh"].state == "unknown"


def test_how_sure_a_scan_is_goes_by_its_recognised_pages() -> None:
    text, sure, unsure = Page(1, 1, 1), Page(2, 1, 1, "ocr", 0.9), Page(3, 1, 1, "ocr", 0.7)
    assert mean_confidence([text, sure, unsure]) == pytest.approx(0.8)
    assert mean_confidence([text]) is None


@pytest.mark.parametrize(("share", "shown"), [(0.0, 0), (0.714, 71), (0.9999, 99), (1.0, 100)])
def test_a_share_is_never_rounded_to_certainty(share: float, shown: int) -> None:
    assert percent(share) == shown
