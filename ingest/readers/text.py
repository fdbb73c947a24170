"""Reads .txt and .md files: UTF-8 or UTF-16 with a mark; anything else is refused with the remedy."""

import codecs
import re
from pathlib import Path

from index.errors import InputError
from ingest.office.legacy import refuse_legacy
from ingest.reading import Job, RawLine, Reading

LONGEST_LINE = 100_000  # characters; the longest table row seen is 2,000, and longer lines come from data dumps
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_BINARY = (
    "this is no text but a binary file (give it the suffix of its kind) or UTF-16 without its mark (save it as UTF-8)."
)


def read(path: Path, _: Job) -> Reading:
    """The lines of a text file. Raises InputError: empty, binary, another encoding, a line beyond any document."""
    text = _decode(path, path.read_bytes())
    if not text.strip():
        raise InputError(f"{path}: the file holds no text; replace it or remove it.")
    _refuse_binary(path, text)
    # Only line feeds count as lines, so that numbers agree with editors; str.splitlines knows many more breaks.
    lines = re.split(r"\r\n|\n|\r", text)
    refuse_legacy(path, lines)
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise InputError(
                f"{path}: line {number} has {len(line):,} characters (at most {LONGEST_LINE:,}); "
                "this is no document text, split it into lines."
            )
    return Reading(tuple(RawLine(line, number) for number, line in enumerate(lines, 1)))


def _decode(path: Path, data: bytes) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\x00" in data[:4096]:
            raise InputError(f"{path}: {_BINARY}") from error
        raise InputError(
            f"{path}: not {encoding.upper()} (byte {error.start}); save it as UTF-8 (in Word: Save as, Plain text, UTF-8)."
        ) from error


def _refuse_binary(path: Path, text: str) -> None:
    if len(_CONTROL.findall(text)) > len(text) / 1000:
        raise InputError(f"{path}: {_BINARY}")
