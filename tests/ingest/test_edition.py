"""A file becomes an edition."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import InputError
from index.registered import Registered
from index.settings import Settings
from ingest.edition import content_hash, document_id, make_edition
from obligations.stored import reader_version

TEXT = "KẾ HOẠCH\nHọc năm 2024\nI. MỤC TIÊU\nMở lớp.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kế-hoạch.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_document_lines_and_passages_belong_together(file: Path, tmp_path: Path) -> None:
    edition = make_edition(file, {}, Settings(data=tmp_path / "data", max_file_mb=1))
    assert (edition.document.id, edition.document.file) == ("kế-hoạch", "kế-hoạch.txt")
    assert [line.text for line in edition.lines] == TEXT.splitlines()
    assert {p.document_id for p in edition.passages} == {"kế-hoạch"}
    assert edition.content_hash == content_hash(file, {}, 1)


def test_the_rows_of_the_register_come_along_and_cost_no_document_its_place(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(data=tmp_path / "data")
    edition = make_edition(file, {}, settings)
    assert edition.registered is not None and edition.registered.reader == reader_version()

    def stumbles(*_: object) -> Registered:
        raise UnboundLocalError("cannot access local variable")

    monkeypatch.setattr("ingest.edition.registered", stumbles)
    assert make_edition(file, {}, settings) == replace(edition, registered=None)
    assert "kế-hoạch.txt: its duties and targets could not be read." in caplog.text


def test_ids_are_composed_whatever_the_file_system_spells(file: Path) -> None:
    assert document_id(Path(unicodedata.normalize("NFD", str(file)))) == unicodedata.normalize("NFC", file.stem)


def test_the_hash_changes_with_the_bytes_and_with_what_is_stated(file: Path) -> None:
    before = content_hash(file, {}, 1)
    stated = content_hash(file, {"number": "1/KH"}, 1)
    assert stated != before and stated == content_hash(file, {"number": "1/KH"}, 1)
    assert stated != content_hash(file, {"number": "2/KH"}, 1)
    file.write_text(TEXT + " ", encoding="utf-8")
    assert content_hash(file, {}, 1) != before


def test_stated_facts_stand_in_the_document_and_in_the_context(file: Path, tmp_path: Path) -> None:
    edition = make_edition(file, {"number": "1/KH-SNV"}, Settings(data=tmp_path / "data", max_file_mb=1))
    assert (edition.document.number, edition.document.stated) == ("1/KH-SNV", ("number",))
    assert "1/KH-SNV" in edition.passages[-1].context


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as big:
        big.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    with pytest.raises(InputError, match=r"big\.txt: 50 MB is above the limit of 32 MB .*split the file or raise it"):
        content_hash(file, {}, 32)
    with pytest.raises(InputError, match=r"big\.txt: 50 MB is above the limit of 32 MB"):
        make_edition(file, {}, Settings(data=tmp_path / "data", max_file_mb=32))


def test_a_file_of_rules_only_holds_no_words(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("-----\n\n*****\n")
    with pytest.raises(InputError, match=r"x\.txt: the file holds no words"):
        make_edition(tmp_path / "x.txt", {}, Settings(data=tmp_path / "data", max_file_mb=1))
