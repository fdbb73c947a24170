"""What the list says of rows, and rows as text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from index.library import Library
from index.settings import Settings
from obligations.obligation import Obligation
from obligations.wanted import Wanted
from ui.obligations.labels import deadline_name, number
from ui.obligations.reading import Reading
from ui.obligations.rows import citation_of, list_data, row_facts, row_text, shortened
from ui.words import Words

TODAY = date(2025, 6, 30)
VI, EN = Words("vi"), Words("en")


def _cells(row: Obligation, reading: Reading, words: Words = VI) -> dict[str, list[tuple[str, str]]]:
    (data,) = list_data([row], reading.documents, TODAY, words)
    return {cell["name"]: [(line["style"], line["text"]) for line in cell["lines"]] for cell in data["cells"]}


def _row(reading: Reading, **wanted: object) -> Obligation:
    return reading.rows(Wanted(documents=("nam-dinh",), **wanted), None, 1, 0)[0]  # type: ignore[arg-type]


def test_a_duty(plans: Settings, opened: Callable[[Settings], Reading]) -> None:
    reading = opened(plans)
    cells = _cells(_row(reading, actor="so tai chinh", role="fund"), reading)
    assert cells["who"] == [("strong", "Sở Tài chính"), ("small", "Bố trí kinh phí")]
    assert cells["what"][0] == ("text", "Bố trí kinh phí mở lớp kỹ năng số trước ngày 30/6 hằng năm")
    assert cells["when"][1:] == [("small", "hạn kế tiếp 30/6/2025")]
    assert ("badge", "Dự thảo") in cells["where"]
    assert cells["where"][0] == ("open", "Kế hoạch 12/KH-UBND (Nam Định)")
    in_english = _cells(_row(reading, actor="so tai chinh", role="fund"), reading, EN)
    assert in_english["who"][1] == ("small", "Department of Finance")


def test_a_target_and_funding_without_an_actor(plans: Settings, opened: Callable[[Settings], Reading]) -> None:
    reading = opened(plans)
    target = _cells(_row(reading, kind="target"), reading)
    assert target["who"] == [("strong", "Chỉ tiêu")]
    assert target["when"] == [("strong", "Ít nhất 80%"), ("small", "năm 2026")]
    assert _cells(_row(reading, kind="funding"), reading)["who"] == [("strong", "Kinh phí")]


def test_a_row_as_text(plans: Settings, opened: Callable[[Settings], Reading]) -> None:
    reading = opened(plans)
    row = _row(reading, role="report")
    library = Library.open(plans)
    try:
        citation = citation_of(row, library)
    finally:
        library.close()
    assert citation is not None and row.lines is not None
    text = row_text(row, citation, TODAY, VI)
    assert text.startswith("Sở Khoa học và Công nghệ: Báo cáo Ủy ban nhân dân tỉnh")
    assert "Thời hạn: trước ngày 31/8/2025\nNgày đến hạn: hạn 31/8/2025" in text
    assert f"“{row.quote}”" in text and f"dòng {row.lines[0]}" in text
    assert ("Recipient or product", "Ủy ban nhân dân tỉnh") in row_facts(row, citation.document, TODAY, EN)


def test_a_row_whose_document_is_gone_has_no_clause(plans: Settings, opened: Callable[[Settings], Reading]) -> None:
    row = replace(_row(opened(plans)), passage_id="gone")
    library = Library.open(plans)
    try:
        assert citation_of(row, library) is None
    finally:
        library.close()


def test_long_texts_are_cut_between_words() -> None:
    assert shortened("một hai ba", 8) == "một hai…"
    assert shortened("một hai", 7) == "một hai"


def test_names_of_values() -> None:
    assert [number(n, VI) for n in (7, 1234, 200_000)] == ["7", "1.234", "200.000"]
    assert number(200_000, EN) == "200,000"
    assert [deadline_name(code, VI) for code in ("any", "yearly", "08", "2021-03")] == [
        "có thời hạn", "hằng năm", "tháng 8", "3/2021",
    ]  # fmt: skip
    assert [deadline_name(code, EN) for code in ("08", "08-31")] == ["August", "08-31"]
