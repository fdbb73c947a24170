"""The glossary: its file, English names found in questions, and offices in English."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.glossary import Glossary, GlossaryError
from vietnamese.text import nfc

_GLOSSARY = Glossary.load()


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return _GLOSSARY


def pairs(glossary: Glossary, question: str) -> list[tuple[str, str]]:
    return [(question[e.start : e.end], e.vi) for e in glossary.expand_english(question)]


def test_it_covers_the_field(glossary: Glossary) -> None:
    assert len(glossary.entries) > 300
    assert {"office", "title", "term", "verb", "document"} == {e.kind for e in glossary.entries}
    assert "kinh phí" in glossary.vietnamese_terms()
    assert all(nfc(t) == t for t in glossary.vietnamese_terms())


def test_the_longest_name_wins(glossary: Glossary) -> None:
    found = pairs(glossary, "Which advanced political theory class of the Department of Home Affairs is full-time?")
    assert ("advanced political theory", "cao cấp lý luận chính trị") in found
    assert ("Department of Home Affairs", "Sở Nội vụ") in found
    assert ("full-time", "hệ tập trung") in found
    assert not any(vi in {"sở", "lý luận chính trị"} for _, vi in found)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("the continuing-education funds", {("continuing-education", "đào tạo liên tục"), ("funds", "kinh phí")}),
        ("who settles accounts", {("settles accounts", "thanh quyết toán"), ("settles accounts", "quyết toán")}),
        ("who signed it", {("signed", "ký")}),
        ("the finance office", {("finance office", "Phòng Kế hoạch - Tài chính"), ("finance office", "Sở Tài chính")}),
        ("is it a draft", {("draft", "dự thảo")}),
        ("the labor departments", {("labor departments", "Sở Lao động - Thương binh và Xã hội")}),
        ("People’s Committees", {("People’s Committees", "Ủy ban nhân dân")}),
        ("ai ky, it is", set()),
        ("AI skills", {("AI", "trí tuệ nhân tạo"), ("skills", "kỹ năng")}),
    ],
)
def test_endings_and_alternatives(glossary: Glossary, question: str, expected: set[tuple[str, str]]) -> None:
    assert set(pairs(glossary, question)) == expected


def test_a_word_as_typed_wins_over_its_stem(glossary: Glossary) -> None:
    assert pairs(glossary, "plans") == [("plans", "kế hoạch")]
    assert "quy hoạch" in {vi for _, vi in pairs(glossary, "planning")}


@pytest.mark.parametrize(
    "word", ["them", "not", "us", "will", "far", "last", "second", "back", "set", "stand", "think"]
)
def test_a_common_word_is_not_read_as_a_name_that_shares_its_stem(glossary: Glossary, word: str) -> None:
    assert pairs(glossary, word) == []


def test_off_is_not_of(glossary: Glossary) -> None:
    assert pairs(glossary, "one of") == []
    assert ("one-off", "đột xuất") in pairs(glossary, "one-off")


def test_the_names_themselves_are_read(glossary: Glossary) -> None:
    found = pairs(glossary, "willing and seconded, on these themes, with notes")
    assert [typed for typed, _ in found if typed != "with"] == ["willing", "seconded", "themes", "notes"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who foots the bill for upskilling?", {"chi trả", "kinh phí", "bồi dưỡng"}),
        ("Does the home affairs side keep an eye on it?", {"Sở Nội vụ", "theo dõi", "giám sát"}),
        ("Which young talents get a head start?", {"trẻ tuổi có tài năng", "người có tài năng", "ưu tiên"}),
        ("What is in it for rank-and-file staff?", {"cán bộ, công chức, viên chức", "chế độ"}),
        ("What paperwork is there, and whose sign-off?", {"phê duyệt", "thủ tục"}),
        ("Must dropouts pay the money back?", {"bỏ học", "đền bù chi phí đào tạo"}),
        ("What are the new headcount targets by the end of the plan?", {"chỉ tiêu", "giai đoạn"}),
        ("Who stands in for the mayor?", {"thay thế", "Chủ tịch Ủy ban nhân dân"}),
    ],
)
def test_everyday_english_is_read_as_the_documents_put_it(
    glossary: Glossary, question: str, expected: set[str]
) -> None:
    assert expected <= {vi for _, vi in pairs(glossary, question)}


def test_what_the_public_service_is_called_is_not_cut_apart(glossary: Glossary) -> None:
    assert ("public service", "công vụ") in pairs(glossary, "the public service")
    assert ("the people's council", "Hội đồng nhân dân") in pairs(glossary, "the people's council")


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Sở Nội vụ", "Department of Home Affairs"),
        ("SỞ Y TẾ TỈNH HẬU GIANG", "Department of Health"),
        ("Phòng Kế hoạch – Tài chính", "Planning and Finance Division"),
        ("phong ke hoach tai chinh", "Planning and Finance Division"),
        ("Phòng Nghiệp vụ Y - BHYT", "Medical Professional and Health Insurance Division"),
        ("UBND tỉnh", "Provincial People's Committee"),
        ("Ủy ban nhân dân tỉnh Bình Định", "Provincial People's Committee"),
        ("Trường Chính trị tỉnh", "Provincial Political School"),
        ("Các sở, ban, ngành thuộc tỉnh", "departments, boards and sectors of the province"),
        ("CB, CC, VC", "cadres, civil servants and public employees"),
        ("Sở Không Có", None),
        ("", None),
    ],
)
def test_english_name(glossary: Glossary, vi: str, en: str | None) -> None:
    assert glossary.english_name(vi) == en


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- {vi: kinh phí, en: [funding]}", "entry 1 .*needs exactly vi, en and kind; write"),
        ("- {vi: kinh phí, en: [funding], kind: money}", "kind 'money' is unknown"),
        ("- {vi: kinh phí, en: funding, kind: term}", "en holds no list of names"),
        ("- {vi: [], en: [funding], kind: term}", "vi holds no list of names"),
        ("- {vi: ký, en: [sign, yes], kind: verb}", "en holds no list of names"),
        ("- {vi: ký, en: [sign], kind: verb}\n- {vi: Ký, en: [signed], kind: verb}", "entry 2 .* repeats entry 1"),
        ("vi: ký", "not a list of entries"),
        ("- {vi: ký, en: [sign", "not YAML"),
    ],
)
def test_a_malformed_file_names_file_entry_and_remedy(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GlossaryError, match=message) as error:
        Glossary.load(path)
    assert str(path) in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"nowhere\.yaml"):
        Glossary.load(tmp_path / "nowhere.yaml")


@given(st.text())
def test_spans_slice_back_and_do_not_cross(text: str) -> None:
    spans = sorted({(e.start, e.end) for e in _GLOSSARY.expand_english(text)})
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))
    assert all(nfc(text)[a:b] for a, b in spans)
    _GLOSSARY.english_name(text)
