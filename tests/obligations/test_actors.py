"""Names of those who are obliged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.actors import (
    actors_in,
    chain_of,
    english_of,
    is_named,
    names_actor,
    normal_name,
    offices_after,
    parts_of,
    same_actor,
    with_levels,
)
from vietnamese.glossary import Glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("sở  Nội vụ;", "Sở Nội vụ"),
        ("SỞ TÀI CHÍNH", "Sở Tài chính"),
        ("Các phòng (thuộc Sở) chuyên môn", "Các phòng chuyên môn"),
        ("mỗi công chức", "Công chức"),
        ("UBND", "UBND"),
        ("", ""),
    ],
)
def test_a_name_is_shown_as_in_a_sentence(written: str, shown: str) -> None:
    assert normal_name(written) == shown


@pytest.mark.parametrize(
    ("listed", "parts"),
    [
        ("Sở Nội vụ, Sở Tài chính và Sở Y tế", ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]),
        ("Các sở, ban, ngành; UBND các huyện, thị xã", ["Các sở, ban, ngành", "UBND các huyện, thị xã"]),
        ("các sở, ban, ngành và các cơ sở đào tạo", ["các sở, ban, ngành", "các cơ sở đào tạo"]),
        ("Sở Nông nghiệp và Phát triển nông thôn", ["Sở Nông nghiệp và Phát triển nông thôn"]),
        ("Sở Giáo dục và Đào tạo, Sở Y tế", ["Sở Giáo dục và Đào tạo", "Sở Y tế"]),
        ("cán bộ, công chức, viên chức", ["cán bộ, công chức, viên chức"]),
        ("Chánh Văn phòng, Giám đốc Sở Nội vụ", ["Chánh Văn phòng", "Giám đốc Sở Nội vụ"]),
        ("Giám đốc, Thủ trưởng các sở, ban, ngành", ["Giám đốc, Thủ trưởng các sở, ban, ngành"]),
        ("Chính phủ, Bộ, cơ quan ngang Bộ", ["Chính phủ", "Bộ, cơ quan ngang Bộ"]),
        ("Bộ Tư pháp, Tòa án nhân dân tối cao", ["Bộ Tư pháp", "Tòa án nhân dân tối cao"]),
    ],
)
def test_a_list_of_offices_is_taken_apart(listed: str, parts: list[str]) -> None:
    assert parts_of(listed) == parts


@pytest.mark.parametrize(
    ("listed", "actors"),
    [
        ("Sở Nội vụ và Sở Y tế", ("Sở Nội vụ", "Sở Y tế")),
        ("Các sở, ban, ngành; UBND các huyện, thị xã", ("Các sở, ban, ngành; UBND các huyện, thị xã",)),
        (
            "Sở Nội vụ, các phòng chuyên môn và các đơn vị trực thuộc",
            ("Sở Nội vụ", "các phòng chuyên môn và các đơn vị trực thuộc"),
        ),
        (
            "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thị xã",
            ("Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các huyện, thị xã"),
        ),
        ("", ()),
    ],
)
def test_groups_that_follow_each_other_are_one_actor(listed: str, actors: tuple[str, ...]) -> None:
    assert actors_in(listed) == actors


@given(st.lists(st.sampled_from(["Sở Y tế", "các sở", "các phòng", "Giám đốc", ", ", "; ", " và ", " "]), max_size=12))
def test_any_list_of_actors_can_be_read(words: list[str]) -> None:
    listed = "".join(words)
    at = 0
    for actor in actors_in(listed):
        at = listed.index(actor, at) + len(actor)


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        (
            ["Hội đồng nhân dân", "Chủ tịch Ủy ban nhân dân cấp tỉnh"],
            ["Hội đồng nhân dân cấp tỉnh", "Chủ tịch Ủy ban nhân dân cấp tỉnh"],
        ),
        (["HĐND", "UBND các xã, phường"], ["HĐND các xã, phường", "UBND các xã, phường"]),
        (["Ủy ban nhân dân", "Sở Y tế", "Ủy ban nhân dân xã"], ["Ủy ban nhân dân", "Sở Y tế", "Ủy ban nhân dân xã"]),
        (["Chính phủ", "Ủy ban nhân dân"], ["Chính phủ", "Ủy ban nhân dân"]),
    ],
)
def test_councils_have_the_level_of_the_next_one(names: list[str], whole: list[str]) -> None:
    assert with_levels(names) == whole


def test_offices_in_a_row() -> None:
    text = "Sở Nội vụ, Sở Tài chính tổ chức cho Sở Y tế"
    assert chain_of(text) == (("Sở Nội vụ", "Sở Tài chính"), len("Sở Nội vụ, Sở Tài chính"))
    assert chain_of("và Sở Nội vụ") is None
    assert offices_after(text, text.index("Sở Y tế")) == ("Sở Y tế",)
    assert offices_after(text, text.index("tổ chức")) == ()
    assert offices_after("các Bộ, cơ quan ngang Bộ có liên quan", 0) == ("các Bộ, cơ quan ngang Bộ có liên quan",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh", True),
        ("Các sở, ban, ngành", "các Sở, ban ngành", True),
        ("Công chức, viên chức", "công chức, viên chức được cử đi học", True),
        ("Sở Y tế", "Sở Y tế và Sở Nội vụ", False),
        ("Sở Nội vụ", "Bộ Nội vụ", False),
    ],
)
def test_two_names_of_one_actor(one: str, other: str, same: bool) -> None:
    assert same_actor(one, other) is same
    assert same_actor(other, one) is same


@pytest.mark.parametrize(
    ("asked", "actor", "meant"),
    [
        ("sở nội vụ", "Sở Nội vụ", True),
        ("so noi vu", "Sở Nội vụ", True),
        ("UBND huyện", "Ủy ban nhân dân huyện, thị xã, thành phố", True),
        ("Sở Y tế", "Sở Nội vụ, Sở Y tế", True),
        ("Sở Nội", "Sở Nội vụ", True),
        ("Nội vụ", "Sở Nội vụ", False),
        ("sở nỗi vụ", "Sở Nội vụ", False),
        ("Sở Y", "Sở Yên", False),
        ("", "Sở Nội vụ", False),
    ],
)
def test_who_is_meant_by_what_somebody_types(asked: str, actor: str, meant: bool) -> None:
    assert names_actor(asked, actor) is meant


@pytest.mark.parametrize(
    ("name", "in_text", "in_table"),
    [
        ("Sở Tài chính", True, True),
        ("Các sở, ban, ngành", True, True),
        ("Các đơn vị liên quan", False, False),
        ("Các cơ quan khác", False, False),
        ("Các cơ quan truyền thông", False, True),
        ("Các cơ sở đào tạo", False, False),
    ],
)
def test_offices_named_exactly(name: str, in_text: bool, in_table: bool) -> None:
    assert is_named(name) is in_text
    assert is_named(name, in_table=True) is in_table


def test_english_names(glossary: Glossary) -> None:
    assert english_of("Sở Nội vụ", glossary) == "Department of Home Affairs"
    both = english_of("Sở Nội vụ; Sở Tài chính", glossary)
    assert both == "Department of Home Affairs; Department of Finance"
    assert english_of("Sở Nội vụ; Phòng Không tên", glossary) is None
    assert english_of(None, glossary) is None


@given(st.text(max_size=120))
def test_any_name_can_be_read(name: str) -> None:
    assert normal_name(name) == normal_name(f"  {name} ")
    assert all(part.strip() for part in parts_of(name))
    assert same_actor(name, name)
