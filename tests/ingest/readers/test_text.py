"""Text files: what is read, and what is refused with its name and the remedy."""

import math
import os
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import InputError
from index.settings import PROJECT, Settings
from ingest.edition import make_edition
from ingest.readers import read
from ingest.readers.text import LONGEST_LINE
from ingest.reading import Job, Reading

TEXT = "KẾ HOẠCH\nĐào tạo, bồi dưỡng công chức\n\n1. Mở lớp."


def _read(path: Path) -> Reading:
    return read(path, Job(path.parent))


def _file(folder: Path, data: bytes, name: str = "x.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_say_what_they_are(tmp_path: Path, encoding: str) -> None:
    reading = _read(_file(tmp_path, TEXT.encode(encoding)))
    assert [line.text for line in reading.lines] == TEXT.split("\n")
    assert (reading.pages, reading.read_by) == ((), "text")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_a_mark_of_either_order(tmp_path: Path, encoding: str) -> None:
    reading = _read(_file(tmp_path, ("\ufeff" + TEXT).encode(encoding)))
    assert reading.lines[1].text == "Đào tạo, bồi dưỡng công chức"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    reading = _read(_file(tmp_path, TEXT.replace("\n", end).encode()))
    assert [(line.text, line.line) for line in reading.lines] == list(zip(TEXT.split("\n"), range(1, 5), strict=True))


def test_other_breaks_do_not_count_lines(tmp_path: Path) -> None:
    assert len(_read(_file(tmp_path, "a\u2028b\x0bc\x0cd\x85e\n".encode() * 300)).lines) == 301


def test_suffixes_in_any_case(tmp_path: Path) -> None:
    assert _read(_file(tmp_path, TEXT.encode(), "X.MD")).lines


def _windows_1258(text: str) -> bytes:
    """That code page has some letters only as a base with a mark behind."""
    import unicodedata

    def spelled(letter: str) -> bytes:
        try:
            return letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next((c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"), "")
            return unicodedata.normalize("NFC", parts.replace(tone, "", 1)).encode("cp1258") + tone.encode("cp1258")

    return b"".join(map(spelled, text))


_TCVN3 = "§µo t¹o, båi d­ìng c¸n bé, c«ng chøc, viªn chøc tØnh"
_VNI = "Ñaøo taïo, boài döôõng caùn boä, coâng chöùc, vieân chöùc tænh"

REFUSED = [
    (b"", "is empty; replace it or remove it"),
    (b" \n\t\r\n  ", "holds no text"),
    (b"\xef\xbb\xbf", "holds no text"),
    (b"\x00" * 5000, "binary file"),
    (random.Random(1).randbytes(20_000), "binary file"),
    (b"\x7fELF\x02\x01\x01" + b"\x00" * 9 + b"\x03\x00>\x00\x01\x00\x00\x00\xb0\xde" * 50, "binary file"),
    (b"PK\x03\x04\x14\x00\x08\x08\x08\x00\x97\xa2" + random.Random(2).randbytes(4000), "binary file"),
    (b"abc \x01\x02\x03\x04 def\n" * 100, "binary file"),
    (TEXT.encode("utf-16-le"), "UTF-16 without its mark"),
    ("only ASCII".encode("utf-16-be"), "UTF-16 without its mark"),
    (_windows_1258(TEXT), "save it as UTF-8"),
    ("Đ".encode() + b"\xc4", "not UTF-8 (byte 2)"),
    (_TCVN3.encode(), "convert the file to Unicode first"),
    (_TCVN3.encode("latin-1"), "save it as UTF-8"),
    (_VNI.encode(), "convert the file to Unicode first"),
    (b"a\n" + b"b" * (LONGEST_LINE + 1), "line 2 has 100,001 characters"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED, ids=[f"{i}-{w[:18]}" for i, (_, w) in enumerate(REFUSED)])
def test_what_is_refused_is_named_with_the_remedy(tmp_path: Path, data: bytes, words: str) -> None:
    path = _file(tmp_path, data)
    with pytest.raises(InputError) as error:
        _read(path)
    assert str(error.value).startswith(f"{path}: ") and words in str(error.value)


def test_eth_for_d_with_stroke_is_no_old_font(tmp_path: Path) -> None:
    assert _read(_file(tmp_path, "ðào tạo, bồi dưỡng ðội ngũ ðảng viên ðược ðiều ðộng".encode())).lines


def test_an_unknown_suffix_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.psd: files of this kind are not read yet \(known: .*\.md, .*\.txt"):
        _read(_file(tmp_path, b"x", "x.psd"))


@pytest.mark.parametrize("kind", ["folder", "missing", "loop", "dangling"])
def test_what_is_no_file_is_named(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.txt"
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.symlink_to(path if kind == "loop" else tmp_path / "gone.txt")
    with pytest.raises(InputError, match=r"x\.txt: cannot be read \(.+\); check that it is a file that is there"):
        _read(path)
    with pytest.raises(InputError, match=r"x\.txt: "):
        make_edition(path, {}, Settings(data=tmp_path / "data", max_file_mb=1))


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """In a process without privileges, since a superuser may read every file."""
    path = _file(tmp_path, TEXT.encode())
    path.chmod(0)
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[2]); from ingest.readers import read, text; from ingest.reading import Job; from pathlib import Path\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "read(Path(sys.argv[1]), Job(Path('.')))"
    )
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        if os.getuid() == 0:
            folder.chmod(0o755)
    run = subprocess.run(
        [sys.executable, "-c", code, str(path), str(PROJECT)], capture_output=True, text=True, timeout=60
    )
    assert "InputError" in run.stderr and "x.txt: cannot be read (Permission denied)" in run.stderr


def test_a_single_line_of_50_mb_is_refused_before_it_is_read_and_with_little_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.txt"
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"a" * 1_000_000)
    monkeypatch.setattr("ingest.edition.hash_stream", lambda *_: pytest.fail("it was read"))
    tracemalloc.start()
    with pytest.raises(InputError, match="50 MB is above the limit"):
        make_edition(path, {}, Settings(data=tmp_path / "data", max_file_mb=32))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_single_line_within_the_limit_is_refused_in_time_that_grows_with_its_length(tmp_path: Path) -> None:
    def refuse(words: int) -> None:
        with pytest.raises(InputError, match="split it into lines"):
            make_edition(_file(tmp_path, b"a " * words), {}, Settings(data=tmp_path / "data", max_file_mb=32))

    refuse(100_000)  # whatever is imported first
    assert _seconds(lambda: refuse(10_000_000)) < MOST_GROWTH * _seconds(lambda: refuse(2_500_000))


@pytest.mark.parametrize("line", ["chữ thường không hết câu", "1. Mở lớp", "TT\tLớp\t30"])
def test_many_short_lines_are_read_in_time_that_grows_with_their_number(tmp_path: Path, line: str) -> None:
    def lines_of(n: int) -> int:
        path = _file(tmp_path, (line + "\n").encode() * n)
        return len(make_edition(path, {}, Settings(data=tmp_path / "data", max_file_mb=32)).lines)

    assert lines_of(100) == 100  # whatever is imported first
    seconds = [_seconds(lambda n=n: lines_of(n)) for n in (2_500, 10_000)]  # type: ignore[misc]
    assert seconds[1] < MOST_GROWTH * seconds[0]


MOST_GROWTH = 9
"""Times as long that four times as much may take: what grows with the square takes sixteen."""


def _seconds(act: Callable[[], object]) -> float:
    """The seconds of this process's own time that a call takes, the best of three, whatever else the machine does."""
    best = math.inf
    for _ in range(3):
        before = time.process_time()
        act()
        best = min(best, time.process_time() - before)
    return best
