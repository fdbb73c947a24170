"""What changed between two editions."""

from dataclasses import replace

import pytest

from index.document import Document, Period, SourceLine
from ui.documents.compare_html import comparison_html
from ui.documents.diff import ChangeKind, changed_fields, compare_lines, count_changes, paragraphs
from ui.words import Words

OLD = [
    "KẾ HOẠCH",
    "1. Mỗi xã cử 35 người học lớp kỹ năng số.",
    "2. Sở Tài chính bố trí kinh phí.",
    "3. Sở Nội vụ kiểm tra hằng quý.",
    "4. Báo cáo trước ngày 30 tháng 6.",
]


def _lines(texts: list[str]) -> list[SourceLine]:
    return [SourceLine(text, n, place=n - 1) for n, text in enumerate(texts, 1)]


def _kinds(old: list[str], new: list[str]) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.text) for change in compare_lines(_lines(old), _lines(new))]


def test_the_same_text_has_no_change() -> None:
    assert {kind for kind, _ in _kinds(OLD, OLD)} == {"same"}


def test_wrapping_is_no_change() -> None:
    long = "Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành có liên quan và Ủy ban nhân dân các xã, phường bố trí đủ kinh phí."
    wrapped = [*OLD, long[:60].rsplit(" ", 1)[0], long[len(long[:60].rsplit(" ", 1)[0]) + 1 :]]
    assert paragraphs(_lines(wrapped))[-1] == long
    assert {kind for kind, _ in _kinds([*OLD, long], wrapped)} == {"same"}


def test_a_changed_word_is_a_piece_of_its_paragraph() -> None:
    new = [*OLD[:1], OLD[1].replace("35", "40"), *OLD[2:]]
    [change] = [c for c in compare_lines(_lines(OLD), _lines(new)) if c.kind != "same"]
    assert change.kind == "changed" and (change.before, change.after) == (2, 2)
    assert [(p.kind, p.text) for p in change.pieces if p.kind != "same"] == [("removed", "35"), ("added", "40")]
    assert "".join(p.text for p in change.pieces if p.kind != "added") == OLD[1]
    assert "".join(p.text for p in change.pieces if p.kind != "removed") == new[1]


def test_added_removed_and_moved() -> None:
    new = [OLD[0], OLD[4], OLD[1], OLD[2], "5. Văn phòng tổng hợp, trình Chủ tịch."]
    found = _kinds(OLD, new)
    assert ("moved_to", OLD[4]) in found and ("moved_from", OLD[4]) in found
    assert ("removed", OLD[3]) in found
    assert ("added", new[4]) in found
    counts = count_changes(compare_lines(_lines(OLD), _lines(new)))
    assert counts["same"] == 3 and counts["changed"] == 0


@pytest.mark.parametrize(("old", "new"), [([], OLD), (OLD, []), ([], [])])
def test_empty_editions(old: list[str], new: list[str]) -> None:
    kinds = [kind for kind, _ in _kinds(old, new)]
    assert kinds == (["added"] * 5 if new else ["removed"] * 5 if old else [])


def test_fields_that_differ(document: Document) -> None:
    other = replace(document, number=None, period=Period(None, 2030))
    assert changed_fields(document, other) == [
        ("number", "2106/QĐ-UBND", None),
        ("period", "2023-2025", "…-2030"),
    ]


def test_each_change_is_said_in_words_and_escaped() -> None:
    new = [OLD[0], OLD[1].replace("35", "<b>40</b>"), *OLD[2:4], "<script>x</script> hoàn toàn khác hẳn"]
    html = comparison_html(compare_lines(_lines(OLD), _lines(new)), Words("vi"))
    assert "<b>" not in html and "<script>" not in html
    for said in (">Sửa<", ">Thêm<", ">Bỏ<", "[−35]", "[+"):
        assert said in html


def test_what_stayed_is_folded() -> None:
    many = [f"{n}. Nội dung số {n} của kế hoạch này." for n in range(1, 30)]
    changed = [*many[:15], "15a. Điều khoản mới được bổ sung thêm vào.", *many[15:]]
    html = comparison_html(compare_lines(_lines(many), _lines(changed)), Words("en"))
    assert "… 14 unchanged …" in html and "… 13 unchanged …" in html
    assert html.count('class="same"') == 2
