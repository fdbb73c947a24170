"""Older and other text documents: the same lines as from the DOCX that they were made of."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from index.errors import InputError
from ingest.readers import read
from ingest.reading import Job
from tests.ingest.office.sample import needs_office
from tests.ingest.office.word import Level, Made, repeat_header

ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def _plan(folder: Path) -> Path:
    made = Made()
    made.table([["UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]], ruled=False)
    made.add("KẾ HOẠCH")
    plan = made.new_list([Level("upperRoman", "%1."), Level("decimal", "%2."), Level("lowerLetter", "%3)")])
    for i, level in enumerate([0, 1, 2, 2, 1, 0]):
        made.add(f"Nội dung {i} của kế hoạch đào tạo, bồi dưỡng", plan, level)
    table = made.table([["TT", "Nội dung", "Số"], *([str(i), f"Lớp thứ {i}", str(i * 10)] for i in range(1, 6))])
    repeat_header(table)
    table.cell(3, 0).merge(table.cell(3, 2)).text = "II. Nhóm lớp"
    made.add("Kết thúc ./.")
    return made.save(folder / "plan.docx")


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
def test_the_same_lines_as_from_docx(tmp_path: Path, suffix: str) -> None:
    source = _plan(tmp_path)
    made = _converted(source, suffix, tmp_path)
    lines = read(source, Job(tmp_path / "one")).lines
    assert len(lines) == 16
    assert [(line.text, line.page) for line in read(made, Job(tmp_path / "two")).lines] == [
        (x.text, x.page) for x in lines
    ]


@needs_office
def test_the_content_decides_and_not_the_suffix(tmp_path: Path) -> None:
    rtf = tmp_path / "really.doc"
    rtf.write_bytes(b"{\\rtf1\\ansi {\\b K\\u7871? ho\\u7841?ch} 2025\\par}")
    assert [line.text for line in read(rtf, Job(tmp_path / "a")).lines] == ["Kế hoạch 2025"]
    page = tmp_path / "page.doc"
    page.write_text("<html><body><p>Quyết định</p></body></html>", encoding="utf-8")
    assert [line.text for line in read(page, Job(tmp_path / "b")).lines] == ["Quyết định"]
    docx = _plan(tmp_path).rename(tmp_path / "new.doc")
    assert len(read(docx, Job(tmp_path / "c")).lines) == 16


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (bytes(4000), "the file is empty"),
        (ENCRYPTED, "protected by a password"),
        (b"%PDF-1.4", "this is a PDF"),
        (b"MZ\x90" + bytes(range(256)) * 40, "no document of this kind"),
        ("chỉ là chữ".encode(), "no document of this kind"),
    ],
)
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf", "docx"])
def test_files_that_are_refused(tmp_path: Path, suffix: str, data: bytes, said: str) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(data)
    with pytest.raises(InputError, match=rf"x\.{suffix}: .*{said}"):
        read(path, Job(tmp_path / "scratch"))


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_files_cut_short(tmp_path: Path, suffix: str) -> None:
    """Either what is left of one is read, or it is refused by name: never nothing without a word."""
    made = _converted(_plan(tmp_path), suffix, tmp_path)
    data = made.read_bytes()
    made.write_bytes(data[: len(data) // 3])
    try:
        assert read(made, Job(tmp_path / "scratch")).lines
    except InputError as error:
        assert made.name in str(error)


def test_a_protected_odt(tmp_path: Path) -> None:
    path = tmp_path / "x.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(InputError, match=r"x\.odt: this is protected by a password"):
        read(path, Job(tmp_path / "scratch"))


def _converted(source: Path, suffix: str, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", suffix, "--outdir", str(folder / "made"), str(source)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return folder / "made" / f"{source.stem}.{suffix}"
