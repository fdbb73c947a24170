"""What a run reads: kinds, wrong suffixes, names."""

import zipfile
from pathlib import Path

import pytest

from index.errors import InputError
from index.settings import Settings
from ingest.edition import content_hash
from ingest.office.kind import OLE
from ingest.sources import Hashing, Source, find_files, gather, lying, refuse_wrong_suffix
from tests.ingest.test_archive import zip64

SETTINGS = Settings(max_file_mb=1)


def refusals(folder: Path) -> dict[str, str]:
    return {r.name: r.detail for r in gather(find_files([folder]), SETTINGS).refusals}


def write_zip(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, f"KẾ HOẠCH {name}")
    return path


def test_what_systems_leave_is_passed_over(tmp_path: Path) -> None:
    for name in ("Thumbs.db", "~$a.docx", ".DS_Store", "desktop.ini", "catalog.yaml", "a.txt"):
        (tmp_path / name).write_text("x")
    assert [p.name for p in find_files([tmp_path])] == ["a.txt"]


def test_kinds_that_nobody_reads_are_refused_and_hold_no_name(tmp_path: Path) -> None:
    for name in ("a.exe", "a.txt", "b"):
        (tmp_path / name).write_text("x")
    assert [s.document_id for s in gather(find_files([tmp_path]), SETTINGS).sources] == ["a"]
    said = refusals(tmp_path)
    assert set(said) == {"a.exe", "b"}
    assert said["a.exe"].startswith(f"{tmp_path / 'a.exe'}: files of this kind are not read yet (known: ")


@pytest.mark.parametrize(
    ("name", "data", "remedy"),
    [
        ("a.txt", b"%PDF-1.7\n", ".pdf"),
        ("a.docx", b"%PDF-1.7\n", ".pdf"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", ".png"),
        ("a.png", b"\xff\xd8\xff\xe0", ".jpg"),
        ("a.jpg", b"II*\x00", ".tif"),
        ("a.txt", b"{\\rtf1", ".rtf"),
        ("a.txt", OLE, ".doc"),
        ("a.txt", OLE + "Workbook".encode("utf-16-le"), ".xls"),
        ("a.txt", OLE + "WordDocument Workbook".encode("utf-16-le") + bytes(512), ".doc"),  # with a sheet embedded
        ("a.txt", b"PK\x03\x04", ".zip"),
    ],
)
def test_a_wrong_suffix_is_refused_with_the_right_one(tmp_path: Path, name: str, data: bytes, remedy: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(
        InputError, match=rf"shown: this is a \{remedy} file by its content; give it the suffix \{remedy}\."
    ):
        refuse_wrong_suffix(path, "shown")
    right = path.with_suffix(remedy)
    right.write_bytes(data)
    refuse_wrong_suffix(right, "shown")


def test_an_unknown_suffix_over_a_known_content_names_the_right_one(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"%PDF-1.4\n")
    write_zip(tmp_path / "b.dat", "word/document.xml")
    (tmp_path / "c.dat").write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    said = refusals(tmp_path)
    assert "give it the suffix .pdf" in said["a.bin"] and "give it the suffix .docx" in said["b.dat"]
    assert "protected by a password" in said["c.dat"]


def test_a_list_that_must_not_be_read_is_not_read_to_tell_the_kind(tmp_path: Path) -> None:
    """Here it would say .docx."""
    path = zip64(write_zip(tmp_path / "a.dat", "word/document.xml"))
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["word/document.xml"]
    assert "give it the suffix .zip" in refusals(tmp_path)["a.dat"]


def test_members_are_sources_with_the_name_of_both(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "all.zip", "x/a.txt", "x/b.md", "a.md", "c.exe", "d.zip")
    gathered = gather([path], SETTINGS)
    assert [(s.document_id, s.file) for s in gathered.sources] == [("a", "all.zip/x/a.txt"), ("b", "all.zip/x/b.md")]
    said = {r.name: r.detail for r in gathered.refusals}
    assert set(said) == {"all.zip/a.md", "all.zip/c.exe", "all.zip/d.zip"}
    assert f"{path}/x/a.txt has the same name before the suffix" in said["all.zip/a.md"]
    with lying(gathered.sources[0], SETTINGS) as lies:
        assert lies.name == "a.txt" and lies.parent != tmp_path
        with Hashing(SETTINGS) as hashing:
            assert hashing.hash(gathered.sources[0], {}) == content_hash(lies, {}, 1)
            assert hashing.hash(gathered.sources[0], {"number": "1"}) == content_hash(lies, {"number": "1"}, 1)
    assert not lies.parent.exists()


def test_an_archive_that_cannot_be_opened_is_named_and_remembered(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 cut")
    write_zip(tmp_path / "empty.zip")
    gathered = gather(find_files([tmp_path]), SETTINGS)
    assert gathered.unread == {"bad.zip", "empty.zip"} and [r.name for r in gathered.refusals] == [
        "bad.zip",
        "empty.zip",
    ]


def test_names_that_cannot_be_shown_are_refused(tmp_path: Path) -> None:
    for name in (b"a\x07.txt", b"\xff.txt", "b\u202etxt.txt".encode()):
        Path(str(tmp_path), name.decode(errors="surrogateescape")).write_text("x")
    said = refusals(tmp_path)
    assert len(said) == 3 and all("cannot be seen or are no letters" in detail for detail in said.values())
    assert all(detail.isprintable() for detail in said.values())


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1_000_001)
    with Hashing(SETTINGS) as hashing, pytest.raises(InputError, match="above the limit of 1 MB"):
        hashing.hash(Source(path), {})
