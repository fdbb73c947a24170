"""Archives: what is read, what is refused by name, and that nothing leaves its place."""

import os
import stat
import struct
import unicodedata
import zipfile
from pathlib import Path

import pytest

from index.errors import InputError
from index.settings import Settings
from ingest.archive import list_members, unpack

SETTINGS = Settings(max_file_mb=2)


def made(path: Path, files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=packing)
    return path


def listed(path: Path) -> tuple[list[str], dict[str, str]]:
    members, refused = list_members(path, SETTINGS)
    return [m.name for m in members], {r.name: r.reason for r in refused}


def test_members_are_listed_and_unpacked_under_their_last_name(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"sub/": b"", "sub/Kế hoạch.txt": b"one", "b.md": b"two"})
    members, refused = list_members(path, SETTINGS)
    assert [m.name for m in members] == ["sub/Kế hoạch.txt", "b.md"] and refused == ()
    folder = tmp_path / "out"
    folder.mkdir()
    lying = unpack(path, members[0], folder, SETTINGS)
    assert lying == folder / "Kế hoạch.txt" and lying.read_bytes() == b"one"


def test_what_systems_leave_is_passed_over(tmp_path: Path) -> None:
    names = ["__MACOSX/._a.txt", "Thumbs.db", "x/.DS_Store", "~$a.docx", ".git/config", "x/desktop.ini", "a.txt"]
    assert listed(made(tmp_path / "a.zip", dict.fromkeys(names, b"x"))) == (["a.txt"], {})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../a.txt", "leads out of the archive"),
        ("x/../../a.txt", "leads out of the archive"),
        ("/etc/a.txt", "leads out of the archive"),
        ("C:/a.txt", "leads out of the archive"),
        ("x\\a.txt", "a backslash"),
        ("a\nb.txt", "cannot be seen"),
        ("a\x1b[2Jb.txt", "cannot be seen"),
        ("a\u202etxt.exe", "cannot be seen"),
        ("ế" * 200 + ".txt", "longer than 255 bytes"),
        ("inner.zip", "an archive within an archive"),
        ("inner.tar.gz", "an archive within an archive"),
    ],
)
def test_absurd_members_are_refused_by_name_and_the_others_are_read(tmp_path: Path, name: str, words: str) -> None:
    members, refused = listed(made(tmp_path / "a.zip", {name: b"x", "good.txt": b"y"}))
    assert members == ["good.txt"] and list(refused) == [name]
    assert words in refused[name]


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, kind in (("link.txt", stat.S_IFLNK), ("pipe.txt", stat.S_IFIFO), ("file.txt", stat.S_IFREG)):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (kind | 0o644) << 16
            archive.writestr(entry, "/etc/passwd")
    members, refused = listed(path)
    assert members == ["file.txt"] and set(refused) == {"link.txt", "pipe.txt"}
    assert "a link or a device" in refused["link.txt"]


def test_bombs_and_large_members_are_refused(tmp_path: Path) -> None:
    files = {"bomb.txt": b"\0" * 1_900_000, "large.txt": os.urandom(2_100_000), "small.txt": b"\0" * 900_000}
    members, refused = listed(made(tmp_path / "a.zip", files))
    assert members == ["small.txt"]
    assert "times its size" in refused["bomb.txt"] and "above the limit of 2 MB" in refused["large.txt"]


def test_all_together_have_a_limit(tmp_path: Path) -> None:
    block = os.urandom(20_000) * 95
    members, refused = listed(made(tmp_path / "a.zip", {f"{i:02}.txt": block for i in range(23)}))
    assert len(members) == 21 and list(refused) == ["21.txt", "22.txt"]
    assert "above 40 MB together" in refused["21.txt"]


def test_members_with_a_password_or_an_unusual_packing_are_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"a.txt": b"secret"})
    data = bytearray(path.read_bytes())
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(start) + flags] |= 1
    path.write_bytes(data)
    assert "protected by a password" in listed(path)[1]["a.txt"]
    assert "not read" in listed(made(tmp_path / "b.zip", {"a.txt": b"x"}, zipfile.ZIP_LZMA))[1]["a.txt"]


def test_names_of_other_systems_are_read(tmp_path: Path) -> None:
    def named(raw: bytes) -> str:
        path = made(tmp_path / "a.zip", {"N" * len(raw) + ".txt": b"x"})
        path.write_bytes(path.read_bytes().replace(b"N" * len(raw), raw))
        return listed(path)[0][0]

    vietnamese = unicodedata.normalize("NFC", "Số 12 Đặng Thị Ưởng")
    assert named(vietnamese.encode()) == f"{vietnamese}.txt"
    assert named("Sô\u0301 12 Đă\u0323ng".encode("cp1258")) == unicodedata.normalize("NFC", "Số 12 Đặng.txt")
    assert named("Übergröße".encode("cp437")) == "Übergröße.txt"


def test_damaged_archives_are_named(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"a.txt": b"x" * 500})
    data = path.read_bytes()
    for broken in (b"PK\x03\x04", data[:-10], os.urandom(400)):
        path.write_bytes(broken)
        with pytest.raises(InputError, match=r"a\.zip: the archive is damaged or cut short"):
            list_members(path, SETTINGS)
    path.write_bytes(data.replace(b"x" * 5, b"y" * 5))
    packed = bytearray(data)
    at = data.index(b"a.txt") + 5
    packed[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(packed)
    (member,), _ = list_members(path, SETTINGS)
    with pytest.raises(InputError, match=r"a\.zip/a\.txt: damaged within the archive"):
        unpack(path, member, tmp_path, SETTINGS)


def test_too_many_members_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {f"{i}.txt": b"" for i in range(2001)}, zipfile.ZIP_STORED)
    with pytest.raises(InputError, match=r"holds 2,001 files \(at most 2,000\)"):
        list_members(path, SETTINGS)
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 12, 5_000_000)
    path.write_bytes(data)
    with pytest.raises(InputError, match="lists too many files"):
        list_members(path, SETTINGS)


def test_a_list_for_more_than_4_gb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = zip64(made(tmp_path / "a.zip", {"a.txt": b"x"}))
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["a.txt"]
    with pytest.raises(InputError, match=r"a\.zip: the archive is written as one above 4 GB \(ZIP64\)"):
        list_members(path, SETTINGS)


def test_a_second_mark_within_the_end_hides_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"a.txt": b"x"})
    data = bytearray(path.read_bytes())
    struct.pack_into("<L4s", data, len(data) - 10, 5_000_000, b"PK\x05\x06")
    path.write_bytes(data)
    with pytest.raises(InputError, match="lists too many files"):
        list_members(path, SETTINGS)


def zip64(path: Path) -> Path:
    """The archive with a second end, whose list of members the common end only refers to."""
    data = path.read_bytes()
    end = data[-22:]
    count, size, start = struct.unpack("<HLL", end[10:20])
    record = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(data) - 22, 1)
    path.write_bytes(data[:-22] + record + locator + end[:12] + bytes(4) + end[16:])
    return path
