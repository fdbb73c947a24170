"""The register: rows of several documents, in order, with filters."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.document import Document
from index.library import Library
from index.registered import Registered
from index.settings import PROJECT, Settings
from ingest.sync import ingest_folder
from obligations.deadlines import read_time
from obligations.obligation import KINDS, ROLES
from obligations.register import Register
from obligations.stored import kept, reader_version, registered
from obligations.wanted import Wanted
from tests.index.standin import standin_model
from tests.obligations.made_plans import ONE_YEAR, plan
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


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two plans, read and published: one of several years, one of a single year."""
    folder = tmp_path_factory.mktemp("register")
    settings = Settings(data=folder / "data", corpus=folder / "corpus")
    settings.corpus.mkdir()
    (settings.corpus / "made.txt").write_text(plan(BODY), encoding="utf-8")
    (settings.corpus / "second.txt").write_text(plan(BODY, ONE_YEAR), encoding="utf-8")
    provinces = {"made": {"province": "Nam Định"}, "second": {"province": "Hà Nam"}}
    (settings.corpus / "catalog.yaml").write_text(
        yaml.safe_dump({"documents": provinces}, allow_unicode=True), encoding="utf-8"
    )
    outcomes = ingest_folder(settings, model_loader=standin_model)
    assert {outcome.action for outcome in outcomes} == {"added"}
    library = Library.open(settings, standin_model())
    yield library
    library.close()


@pytest.fixture(scope="module")
def register(library: Library, glossary: Glossary) -> Register:
    return Register.open(library, glossary)


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


@pytest.mark.parametrize(
    ("first", "last", "due"),
    [
        ("2025-08-01", "2025-08-31", ["2025-08-31"] * 2),
        ("2025-09-01", "2030-12-31", []),
        ("2025-08-31", "2025-08-31", ["2025-08-31"] * 2),
    ],
)
def test_what_is_due_between_two_days(register: Register, first: str, last: str, due: list[str]) -> None:
    rows = register.where(Wanted(due=(date.fromisoformat(first), date.fromisoformat(last))))
    assert [row.deadline.date for row in rows if row.deadline] == due


def test_the_end_of_february_is_a_day_of_every_year(library: Library, glossary: Glossary, register: Register) -> None:
    edition, period = library.editions["made"], library.documents["made"].period
    row = replace(register.where(Wanted(documents=["made"]))[0], deadline=read_time("Tháng 02 hằng năm"))
    library.register_rows.keep(edition, Registered(reader_version(), (kept(row, period),)))
    for last, count in ((date(2025, 2, 27), 0), (date(2025, 2, 28), 1), (date(2028, 2, 28), 0), (date(2028, 2, 29), 1)):
        assert register.count(Wanted(documents=["made"], due=(last.replace(day=1), last))) == count
    library.register_rows.keep(edition, Registered("an earlier one", ()))
    Register.open(library, glossary)  # for the other tests


def test_by_deadline_what_is_due_next_comes_first_and_what_has_none_last(register: Register) -> None:
    def days(today: date) -> list[str | None]:
        rows = register.where(Wanted(), today=today)
        assert len(rows) == register.count()
        first = [row for row in rows if row.deadline]
        assert first == rows[: len(first)]
        return [row.deadline.date for row in first if row.deadline]

    assert days(date(2024, 5, 1)) == ["2025-08-31"] * 2 + [None] * 2
    assert days(date(2026, 5, 1)) == [None] * 2 + ["2025-08-31"] * 2


@pytest.mark.parametrize(
    ("words", "count"), [("lop", 4), ("lo", 0), ("ngan/sach-tinh", 2), ("“lớp”", 4), ('" OR lop*', 0)]
)
def test_words_are_whole_syllables(register: Register, words: str, count: int) -> None:
    assert register.count(Wanted(words=words)) == count


def test_kinds_are_counted(register: Register) -> None:
    assert register.kinds() == {kind: register.count(Wanted(kind=kind)) for kind in KINDS}
    assert register.kinds(Wanted(words="lop"))["funding"] == 0


def test_a_page_of_rows(register: Register) -> None:
    everything = register.where(Wanted())
    assert register.where(Wanted(), limit=3) + register.where(Wanted(), limit=1000, offset=3) == everything
    assert register.where(Wanted(), limit=3, offset=len(everything)) == []


def test_actors_by_the_number_of_their_rows(register: Register) -> None:
    actors = register.actors()
    everything = register.where(Wanted())
    assert (actors[0].name, actors[0].english, actors[0].documents) == ("Sở Nội vụ", "Department of Home Affairs", 2)
    assert {a.name: a.rows for a in actors} == Counter(row.actor for row in everything if row.actor)
    assert [a.name for a in register.actors(Wanted(actor="STC"))] == ["Sở Tài chính"]


def test_the_years_of_the_rows(register: Register) -> None:
    assert register.years() == [2024, 2025, 2026, 2027, 2028]
    assert register.years(Wanted(kind="target")) == [2026]


def test_a_row_has_the_english_name_of_its_office(register: Register) -> None:
    names = {row.actor: row.actor_en for row in register.where(Wanted())}
    assert names["Sở Tài chính"] == "Department of Finance"
    assert names[None] is None


def test_what_another_version_has_read_is_read_anew(library: Library, glossary: Glossary, register: Register) -> None:
    everything = register.where(Wanted())
    for edition in library.editions.values():
        library.register_rows.keep(edition, Registered("an earlier one", ()))
    assert register.count() == 0
    told: list[tuple[int, int]] = []
    opened = Register.open(library, glossary, lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]
    assert opened.where(Wanted()) == everything
    assert opened.count(Wanted(words="mo lop")) == 4


def test_a_document_over_which_the_rules_stumble_does_not_cost_the_others(
    library: Library, glossary: Glossary, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(document: Document, *rest: Any) -> Registered:
        if document.id == "made":
            raise IndexError("no such group")
        return registered(document, *rest)

    everything = register.where(Wanted())
    for edition in library.editions.values():
        library.register_rows.keep(edition, Registered("an earlier one", ()))
    with monkeypatch.context() as patch:
        patch.setattr("obligations.register.registered", stumbles)
        opened = Register.open(library, glossary)
    assert opened.unread == ("made",)
    assert opened.where(Wanted()) == [row for row in everything if row.document_id == "second"]
    assert Register.open(library, glossary).where(Wanted()) == everything


def test_the_whole_corpus(indexed: Path) -> None:
    """Every quote stands word for word in its file, at its lines; every kind of row is there."""
    library = Library.open(Settings(data=indexed))
    try:
        rows = Register.open(library).where(Wanted())
    finally:
        library.close()
    assert {row.kind for row in rows} == set(KINDS)
    assert len({row.document_id for row in rows}) == 5
    for row in rows:
        (path,) = (PROJECT / "corpus").glob(f"{row.document_id}.*")
        assert row.lines is not None
        stored = path.read_text(encoding="utf-8").split("\n")[row.lines[0] - 1 : row.lines[1]]
        assert fold_markup(row.quote) in fold_markup("\n".join(stored))
        assert (row.kind == "target") <= (row.target is not None)
        assert (row.kind == "duty") == (row.role is not None)


def test_a_register_without_rows(register: Register) -> None:
    nothing = Wanted(actor="Sở Y tế", words="lớp", year=2024)
    assert (register.where(nothing), register.actors(nothing), register.years(nothing)) == ([], [], [])
