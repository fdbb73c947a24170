"""What is refused before any other program opens an office file, and what a file is whatever it is called."""

import zipfile
from pathlib import Path

import pytest

from index.errors import InputError
from ingest.office import package as packages
from ingest.office.kind import kind_of
from ingest.office.package import open_package
from tests.ingest.office.word import Made

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _docx(folder: Path, name: str = "made.docx") -> Path:
    made = Made()
    made.add("Kế hoạch")
    return made.save(folder / name)


def _changed(path: Path, part: str, data: bytes) -> Path:
    """A copy in which one part holds something else."""
    target = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in source.infolist():
            copy.writestr(member.filename, data if member.filename == part else source.read(member))
        if part not in source.namelist():
            copy.writestr(part, data)
    return target


def _open(path: Path) -> None:
    with open_package(path, path) as package:
        package.xml(package.main())


def test_a_sound_file_opens(tmp_path: Path) -> None:
    path = _docx(tmp_path)
    with open_package(path, path) as package:
        assert package.main() == "word/document.xml"
        assert package.related("word/document.xml", "styles") == "word/styles.xml"
        assert package.related("word/document.xml", "comments") is None


def test_a_bomb_is_refused_by_its_size_once_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = _changed(_docx(tmp_path), "word/media/a.bin", bytes(20_000_000))
    assert bomb.stat().st_size < 100_000
    monkeypatch.setattr(packages, "MAX_TOTAL", 10_000_000)
    with pytest.raises(InputError, match=r"changed-made\.docx: unpacked, .* 21 MB"):
        _open(bomb)


def test_one_part_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _changed(_docx(tmp_path), "word/styles.xml", b" " * 3_000_000)
    monkeypatch.setattr(packages, "MAX_XML", 2_000_000)
    with pytest.raises(InputError, match=r"word/styles\.xml has 3 MB"):
        _open(path)


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_MEMBERS", 5)
    with pytest.raises(InputError, match="parts of"):
        _open(_docx(tmp_path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own(tmp_path: Path, encoding: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&x;</w:body></w:document>'
    )
    path = _changed(_docx(tmp_path), "word/document.xml", text.encode(encoding))
    with pytest.raises(InputError, match=r"word/document\.xml declares a document type"):
        _open(path)


@pytest.mark.parametrize("part", ["word/document.xml", "word/theme/theme1.xml"])
def test_a_document_type_behind_a_long_comment(tmp_path: Path, part: str) -> None:
    text = f"<!--{'x' * 70_000}--><!DOCTYPE d [<!ENTITY x 'y'>]><d>&x;</d>"
    with pytest.raises(InputError, match=rf"{part} declares a document type"):
        _open(_changed(_docx(tmp_path), part, text.encode()))


@pytest.mark.parametrize("data", [b"<w:document", b"", b"\x00" * 50, b"<a>" * 400 + b"</a>" * 400])
def test_malformed_markup(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError, match=r"changed-made\.docx: malformed XML in word/document\.xml"):
        _open(_changed(_docx(tmp_path), "word/document.xml", data))


def test_a_file_cut_short(tmp_path: Path) -> None:
    path = _docx(tmp_path)
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(InputError, match=r"made\.docx: damaged or cut short"):
        _open(path)


def test_a_part_whose_bytes_were_changed(tmp_path: Path) -> None:
    path = _docx(tmp_path)
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo("word/document.xml")
    data = bytearray(path.read_bytes())
    start = member.header_offset + 30 + len(member.filename)
    data[start + 40 : start + 60] = bytes(20)
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"word/document\.xml cannot be unpacked"):
        _open(path)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1 x}", "rtf"),
        ("\ufeff<html><body>x".encode("utf-16"), "html"),
        (b"<!DOCTYPE html>", "html"),
        (_OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "doc"),
        (_OLE + bytes(504) + b"\xec\xa5" + bytes(9) + b"\x01" + "WordDocument".encode("utf-16-le"), "locked"),
        (_OLE + "WordDocument".encode("utf-16-le") + bytes(480) + b"\xec\xa5", "doc"),  # cut off where it would say
        (_OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (_OLE + bytes(600) + "Workbook".encode("utf-16-le"), "xls"),
        (b"MZ\x90\x00 program", "other"),
        (b"plain text", "other"),
    ],
)
def test_kinds_by_content(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    assert kind_of(path) == kind


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"word/document.xml": "x"}, "docx"),
        ({"xl/workbook.xml": "x"}, "xlsx"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "odt"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "ods"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<m:encryption-data/>"},
            "locked",
        ),
        ({"photo.jpg": "x"}, "zip"),
    ],
)
def test_kinds_of_archives(tmp_path: Path, parts: dict[str, str], kind: str) -> None:
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    assert kind_of(path) == kind


@pytest.mark.parametrize("data", [b"", b"\x00" * 5000, b" \n"])
def test_empty_files(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"x\.docx: the file is empty"):
        kind_of(path)
