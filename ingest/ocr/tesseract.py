"""The tesseract command: a picture goes in, words with their boxes come out."""

import csv
import io
import os
import re
import shutil
import signal
import subprocess
from functools import cache

from PIL import Image

from index.errors import InputError
from ingest.ocr.words import ScannedWord

LANGUAGE = "vie"
INSTALL = "sudo apt-get install -y tesseract-ocr tesseract-ocr-vie"
TIMEOUT = 120.0  # seconds for one page; a dense one takes five, on a machine with more processes than cores twenty
_ORIENTATION = re.compile(r"Orientation in degrees: (\d+)")
UPRIGHT = "osd"
"""The data that tells which way up a page stands."""


class TesseractMissing(InputError):
    """The command, or its Vietnamese data, is not installed."""


class TesseractFailed(InputError):
    """The command gave up on a picture, or took too long over it."""


def find_words(image: Image.Image, psm: int, dpi: int) -> tuple[ScannedWord, ...]:
    """The words in a picture in grey, in the order that tesseract reads them. `psm` is its page segmentation mode.

    Raises TesseractMissing and TesseractFailed; neither names the page, which the caller knows.
    """
    languages = available()
    if LANGUAGE not in languages:
        raise TesseractMissing(f"Tesseract has no Vietnamese data, which reading scanned pages needs: {INSTALL}")
    options = ["-l", LANGUAGE, "--psm", str(psm), "--oem", "1", "--dpi", str(dpi), "tsv"]
    return parse(_run(["stdin", "stdout", *options], _bytes(image)))


def find_turn(image: Image.Image, dpi: int) -> int:
    """How far a page must be turned counter-clockwise to stand upright: 0, 90, 180 or 270 degrees.

    0 also where the page has too few letters to tell. Raises TesseractMissing where the data for it is not installed.
    """
    if UPRIGHT not in available():
        raise TesseractMissing(f"Tesseract has no data to tell which way up a page stands: {INSTALL}")
    try:
        said = _run(["stdin", "stdout", "--psm", "0", "--dpi", str(dpi)], _bytes(image))
    except TesseractFailed:
        return 0  # its only way of saying that there are too few letters
    found = _ORIENTATION.search(said)
    return int(found.group(1)) if found else 0


def parse(table: str) -> tuple[ScannedWord, ...]:
    """The words of tesseract's table (TSV); rows of blocks, paragraphs and lines have no confidence and are left out."""
    words = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text, confidence = (row["text"] or "").strip(), float(row["conf"])
        if not text or confidence < 0:
            continue
        left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
        line = tuple(int(row[name]) for name in ("block_num", "par_num", "line_num"))
        words.append(ScannedWord(text, confidence / 100, left, top, left + width, top + height, line))
    return tuple(words)


def available() -> frozenset[str]:
    """The languages that the command has data for. Raises TesseractMissing where there is no command."""
    command = shutil.which("tesseract")
    if command is None:
        raise TesseractMissing(f"Tesseract, which reads scanned pages, is not installed: {INSTALL}")
    return _languages(command)


@cache
def _languages(command: str) -> frozenset[str]:
    listed = subprocess.run([command, "--list-langs"], capture_output=True, text=True, timeout=TIMEOUT, check=False)
    return frozenset(line.strip() for line in listed.stdout.splitlines()[1:])


def _bytes(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PPM")
    return buffer.getvalue()


def _run(arguments: list[str], data: bytes) -> str:
    # One thread: files are read in as many processes as there are cores, and more threads than that slow each other down.
    process = subprocess.Popen(
        ["tesseract", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        start_new_session=True,
    )
    try:
        out, problems = process.communicate(data, TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise TesseractFailed(
            f"recognition took more than {TIMEOUT:.0f} seconds; scan it again, or leave it out"
        ) from error
    finally:
        _end(process)
    if process.returncode != 0:
        said = problems.decode(errors="replace").strip().splitlines()
        raise TesseractFailed(f"recognition failed ({said[-1] if said else process.returncode}); scan it again")
    return out.decode()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the command with whatever it started, where it still runs."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
