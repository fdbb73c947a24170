"""The register: rows of several documents, in order, with filters."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.settings import PROJECT, Settings
from obligations.obligation import KINDS, ROLES
from obligations.register import Register, Wanted, read_document, with_english
from tests.obligations.made_plans import ONE_YEAR, SEVERAL_YEARS, plan, plan_document, plan_passages
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup

BODY = """I. MỤC TIÊU
1. Đến năm 2026
- Ít nhất 80% cán bộ được bồi dưỡng.
II. KINH PHÍ
Từ ngân sách tỉnh.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
a) Chủ trì, phối hợp với Sở Tài chính mở lớp.
b) Báo cáo Ủy ban nhân dân tỉnh trước ngày 31/8/2025.
2. Các sở, ban, ngành; Ủy ban nhân dân các huyện, thị xã
- Cử cán bộ đi học; hằng quý báo cáo Sở Nội vụ."""


def made(glossary: Glossary, title: str = SEVERAL_YEARS, name: str = "made", province: str = "Nam Định") -> Register:
    document = replace(plan_document(BODY, title), id=name, province=province, province_current="Ninh Bình")
    rows = [replace(row, document_id=name) for row in read_document(document, plan_passages(BODY, title), {})]
    return Register(with_english(rows, glossary), {name: document}, glossary)


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


@pytest.fixture(scope="module")
def register(glossary: Glossary) -> Register:
    """Two plans: one of several years, one of a single year."""
    first = made(glossary)
    second = made(glossary, ONE_YEAR, "second", "Hà Nam")
    return Register((*first.rows, *second.rows), {**first.documents, **second.documents}, glossary)


def lines_of(register: Register, wanted: Wanted) -> list[tuple[str, int]]:
    return [(row.document_id, row.lines[0]) for row in register.where(wanted) if row.lines]


def test_rows_stand_in_reading_order(register: Register) -> None:
    for name in ("made", "second"):
        lines = [line for document, line in lines_of(register, Wanted()) if document == name]
        assert lines == sorted(lines)
        assert len(lines) > 5


def test_every_row_has_the_words_of_its_lines(register: Register) -> None:
    text = plan(BODY).split("\n")
    for row in register.where(Wanted(documents=["made"])):
        assert row.lines is not None
        assert row.quote == " ".join(text[row.lines[0] - 1 : row.lines[1]])


@pytest.mark.parametrize(
    "asked",
    ["Sở Tài chính", "so tai chinh", "STC", "sở tài chính", "Department of Finance", "the department of finance"],
)
def test_an_actor_in_any_spelling(register: Register, asked: str) -> None:
    found = register.where(Wanted(actor=asked))
    assert {row.actor for row in found} == {"Sở Tài chính"}
    assert {row.role for row in found} == {"coordinate"}


@pytest.mark.parametrize("asked", ["UBND huyện", "UBND các huyện, thị xã", "uy ban nhan dan cac huyen", "các sở, ban"])
def test_a_part_of_a_group(register: Register, asked: str) -> None:
    found = {row.actor for row in register.where(Wanted(actor=asked))}
    assert found == {"Các sở, ban, ngành; Ủy ban nhân dân các huyện, thị xã"}


def test_an_actor_with_a_wrong_accent(register: Register) -> None:
    assert {row.actor for row in register.where(Wanted(actor="Sở Nội vu"))} == {"Sở Nội vụ"}


@pytest.mark.parametrize("asked", ["Sở Y tế", "finance", "xyz"])
def test_an_actor_who_is_not_there(register: Register, asked: str) -> None:
    assert register.where(Wanted(actor=asked)) == []


def test_the_other_filters(register: Register) -> None:
    everything = register.where(Wanted())
    for kind in KINDS:
        assert register.where(Wanted(kind=kind)) == [row for row in everything if row.kind == kind] != []
    for role in ROLES:
        assert register.where(Wanted(role=role)) == [row for row in everything if row.role == role]
    assert {row.document_id for row in register.where(Wanted(documents=["second"]))} == {"second"}
    assert register.where(Wanted(documents=[])) == []


@pytest.mark.parametrize(
    ("province", "documents"),
    [
        ("Nam Định", {"made"}),
        ("nam dinh", {"made"}),
        ("tỉnh Hà Nam", {"second"}),
        ("Ninh Bình", {"made", "second"}),
        ("Atlantis", set()),
    ],
)
def test_a_province_by_its_old_or_present_name(register: Register, province: str, documents: set[str]) -> None:
    assert {row.document_id for row in register.where(Wanted(province=province))} == documents


def test_the_year_of_a_target_a_deadline_or_the_document(register: Register) -> None:
    in_2025 = register.where(Wanted(year=2025))
    assert {row.document_id for row in in_2025 if row.kind == "funding"} == {"made"}
    assert {row.deadline.date for row in in_2025 if row.deadline and row.deadline.date} == {"2025-08-31"}
    assert all(row.target is None for row in in_2025)
    assert [row.target.year for row in register.where(Wanted(year=2026)) if row.target] == [2026, 2026]


@pytest.mark.parametrize(
    ("deadline", "count"), [("any", 4), ("quarterly", 2), ("08", 2), ("08-31", 2), ("2025-08", 2), ("09", 0)]
)
def test_deadlines(register: Register, deadline: str, count: int) -> None:
    assert len(register.where(Wanted(deadline=deadline))) == count


@pytest.mark.parametrize(
    ("words", "count"), [("mở lớp", 4), ("mo lop", 4), ("MỞ  lớp", 4), ("mỡ lớp", 0), ("ngân sách tỉnh", 2)]
)
def test_words(register: Register, words: str, count: int) -> None:
    assert len(register.where(Wanted(words=words))) == count


def test_actors_by_the_number_of_their_rows(register: Register) -> None:
    assert register.actors()[0] == "Sở Nội vụ"
    assert len(register.actors()) == len({row.actor for row in register.rows if row.actor})


def test_a_row_with_several_offices_has_an_english_name_if_each_has_one(register: Register) -> None:
    names = {row.actor: row.actor_en for row in register.rows}
    assert names["Sở Tài chính"] == "Department of Finance"
    assert names[None] is None


def test_the_whole_corpus(indexed: Path) -> None:
    """Every quote stands word for word in its file, at its lines; every kind of row is there."""
    library = Library.open(Settings(data=indexed))
    try:
        register = Register.of(library)
    finally:
        library.close()
    assert {row.kind for row in register.rows} == set(KINDS)
    assert len({row.document_id for row in register.rows}) == 5
    for row in register.rows:
        (path,) = (PROJECT / "corpus").glob(f"{row.document_id}.*")
        assert row.lines is not None
        stored = path.read_text(encoding="utf-8").split("\n")[row.lines[0] - 1 : row.lines[1]]
        assert fold_markup(row.quote) in fold_markup("\n".join(stored))
        assert (row.kind == "target") <= (row.target is not None)
        assert (row.kind == "duty") == (row.role is not None)


def test_an_empty_register(glossary: Glossary) -> None:
    register = Register((), {}, glossary)
    assert register.where(Wanted(actor="Sở Y tế", words="lớp", year=2024)) == []
    assert register.actors() == []
