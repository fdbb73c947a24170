"""The command itself: what it says when it is not there, takes too long, or finds words."""

import os
import stat
import time
from pathlib import Path

import pytest
from PIL import Image

from index.errors import InputError
from ingest.ocr import tesseract
from ingest.ocr.recognise import recognise_page
from ingest.ocr.tesseract import TesseractFailed, TesseractMissing, find_words, parse
from ingest.readers import read
from ingest.reading import Job
from tests.ingest.ocr.pages import SIZE, body_sheet

_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def _command(folder: Path, script: str) -> None:
    file = folder / "tesseract"
    file.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def _commands(folder: Path) -> list[str]:
    """The command lines of what was started from a folder and still runs."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if f"{folder}/tesseract".encode() in line:
            found.append(line.decode(errors="replace"))
    return found


def test_words_and_boxes_are_taken_from_the_table() -> None:
    rows = '4\t1\t1\t1\t1\t0\t5\t5\t90\t20\t-1\t\n5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t96.5\t"Sở\n5\t1\t1\t1\t1\t2\t50\t20\t30\t40\t90\t \n'
    (word,) = parse(_HEAD + rows)
    assert (word.text, word.confidence) == ('"Sở', 0.965)
    assert (word.left, word.top, word.right, word.bottom) == (10, 20, 40, 60)


def test_words_of_a_line_share_it() -> None:
    words = find_words(body_sheet().draw(150).convert("L"), 4, 150)
    first = [word.text for word in words if word.line == words[0].line]
    assert " ".join(first) == "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"


def test_a_missing_command_is_named_with_what_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TesseractMissing, match="sudo apt-get install -y tesseract-ocr tesseract-ocr-vie") as caught:
        recognise_page(Image.new("L", (600, 800), 255), 1, SIZE)
    assert isinstance(caught.value, InputError)


def test_missing_vietnamese_data_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _command(tmp_path, "echo 'List of available languages (2):'; echo eng; echo osd")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(TesseractMissing, match="no Vietnamese data"):
        find_words(Image.new("L", (600, 800), 255), 4, 150)


def test_a_page_that_takes_too_long_is_given_up_and_nothing_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _command(tmp_path, 'if [ "$1" = --list-langs ]; then echo List; echo vie; exit; fi\n(sleep 600; true) & sleep 600')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(tesseract, "TIMEOUT", 0.5)
    with pytest.raises(TesseractFailed, match="took more than"):
        recognise_page(body_sheet().draw(100), 7, SIZE)
    deadline = time.monotonic() + 60
    while (left := _commands(tmp_path)) and time.monotonic() < deadline:
        time.sleep(0.02)  # what was killed takes a moment to go
    assert left == []


def test_what_the_command_says_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _command(tmp_path, 'if [ "$1" = --list-langs ]; then echo List; echo vie; exit; fi\necho "out of ink" >&2; exit 3')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(TesseractFailed, match="out of ink"):
        find_words(Image.new("L", (600, 800), 255), 4, 150)


def test_the_reader_names_file_and_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _command(tmp_path, 'if [ "$1" = --list-langs ]; then echo List; echo vie; exit; fi\nexit 3')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    path = tmp_path / "trang.png"
    body_sheet().draw(100).save(path)
    with pytest.raises(TesseractFailed) as caught:
        read(path, Job(tmp_path))
    assert str(caught.value).startswith(f"{path}: page 1: recognition failed")
