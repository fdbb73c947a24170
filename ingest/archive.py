"""Reads .zip archives: what is in them, refused by name where it must not be unpacked, and each member as a stream.

Nothing is unpacked under the name that the archive gives, so no name leads out of the folder that the caller chose.
"""

import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from index.errors import InputError
from index.settings import Settings
from ingest.names import is_passed_over, shown_name, wrong_name
from ingest.reading import opening
from vietnamese.text import nfc

SUFFIXES = frozenset({".zip"})
MOST_MEMBERS = 2000
TOTAL_FACTOR = 20
"""An archive, packed and unpacked, may be this many times as large as a single file."""
_NESTED = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".cab", ".iso", ".arj"})
_MOST_RATIO = 200  # text packs to a tenth, drawings to a fiftieth; a packer's limit is a thousandth
_RATIO_FROM = 1_000_000  # bytes; below, a ratio harms nobody
_LONGEST_LIST = 4_000_000  # bytes of the list of members; 2,000 members with long names take a quarter
_ENCRYPTED, _UTF8 = 0x1, 0x800
_PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the others may ask for gigabytes just to unpack
_END, _END_SIZE = b"PK\x05\x06", 22
_LOCATOR, _LOCATOR_SIZE = b"PK\x06\x07", 20  # of the list of an archive above 4 GB or 65,535 files
_LONGEST_COMMENT = 65_536  # one more than the format has: the library looks as far
_VIETNAMESE = frozenset(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz0123456789 -_.,()[]&+'/"
    + "\u0300\u0301\u0303\u0309\u0323"
    + "áàảãạíìỉĩịéèẻẽẹóòỏõọúùủũụýỳỷỹỵ"
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name there, composed, and its place in the archive's list."""

    name: str
    place: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A member that is not read, and why, with the remedy."""

    name: str
    reason: str


def list_members(path: Path, settings: Settings) -> tuple[tuple[Member, ...], tuple[Refused, ...]]:
    """The members to read, in the archive's order, and those that are refused. Raises InputError naming the archive.

    Folders, and what systems leave in archives for themselves, are neither.
    """
    with opened(path, settings) as archive:
        entries = archive.infolist()
    files = [(place, entry) for place, entry in enumerate(entries) if not entry.is_dir()]
    if len(files) > MOST_MEMBERS:
        raise InputError(f"{path}: the archive holds {len(files):,} files (at most {MOST_MEMBERS:,}); split it.")
    members: list[Member] = []
    refused: list[Refused] = []
    room = settings.max_file_mb * TOTAL_FACTOR * 1_000_000
    for place, entry in files:
        name = _name(entry)
        reason = _wrong(name, entry, settings.max_file_mb)
        if reason is None and is_passed_over(PurePosixPath(name).parts):
            continue
        if reason is None and entry.file_size > room:
            reason = (
                f"the archive's files are above {settings.max_file_mb * TOTAL_FACTOR} MB together; split the archive"
            )
        if reason is None:
            room -= entry.file_size
            members.append(Member(name, place))
        else:
            refused.append(Refused(name, reason))
    return tuple(members), tuple(refused)


@contextmanager
def opened(path: Path, settings: Settings) -> Iterator[zipfile.ZipFile]:
    """An archive, open for reading. Raises InputError naming it where it is damaged or too large."""
    with opening(path):
        _refuse_list(path, settings)
        try:
            archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            raise InputError(
                f"{path}: the archive is damaged or cut short ({error}); pack or copy it again."
            ) from error
        with archive:
            yield archive


@contextmanager
def streaming(archive: zipfile.ZipFile, shown: str, member: Member) -> Iterator[IO[bytes]]:
    """A member's bytes, never more than its entry states. Raises InputError naming it where they cannot be unpacked."""
    try:
        with archive.open(archive.infolist()[member.place]) as stream:
            yield stream
    except (zipfile.BadZipFile, zipfile.zlib.error, NotImplementedError, RuntimeError, EOFError) as error:  # type: ignore[attr-defined]
        raise InputError(f"{shown}: damaged within the archive; pack it again.") from error


def unpack(path: Path, member: Member, folder: Path, settings: Settings) -> Path:
    """Writes a member into `folder`, under the last part of its name; where it lies."""
    target = folder / PurePosixPath(member.name).name
    with (
        opened(path, settings) as archive,
        streaming(archive, shown_name(f"{path}/{member.name}"), member) as stream,
        target.open("wb") as file,
    ):
        shutil.copyfileobj(stream, file)
    return target


def _refuse_list(path: Path, settings: Settings) -> None:
    """Looks at the archive's end before its list of members is read: a list may be made to fill the memory."""
    size = path.stat().st_size
    most = settings.max_file_mb * TOTAL_FACTOR
    if not size:
        raise InputError(f"{path}: the file is empty; replace it or remove it.")
    if size > most * 1_000_000:
        raise InputError(f"{path}: {size / 1e6:.0f} MB is above the limit of {most} MB for archives; split it.")
    reason = wrong_list(path)
    if reason is not None:
        raise InputError(f"{path}: {reason}.")


def wrong_list(path: Path) -> str | None:
    """Why the list of an archive's members must not be read, with the remedy; None where it may be. Reads the file's end only."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LOCATOR_SIZE - _END_SIZE - _LONGEST_COMMENT))
        tail = file.read()
    at = len(tail) - _END_SIZE
    # The record is looked for as the library does it: one that only this would find could hide the list that is read.
    if at < 0 or not (tail.startswith(_END, at) and tail.endswith(b"\x00\x00")):
        at = tail.rfind(_END)
    if at < 0:
        return None
    if at >= _LOCATOR_SIZE and tail.startswith(_LOCATOR, at - _LOCATOR_SIZE):
        return "the archive is written as one above 4 GB (ZIP64); pack it again in the common form"
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _LONGEST_LIST:
        return f"the archive lists too many files (at most {MOST_MEMBERS:,}); split it"
    return None


def _wrong(name: str, entry: zipfile.ZipInfo, max_file_mb: int) -> str | None:
    """Why a member is not read; None where it may be."""
    wrong = wrong_name(name)
    mode = entry.external_attr >> 16
    if wrong is not None:
        return wrong
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "this is a link or a device, not a file; pack the file itself"
    if is_passed_over(PurePosixPath(name).parts):
        return None
    if PurePosixPath(name).suffix.lower() in _NESTED:
        return "an archive within an archive is not read; unpack it and pack its files"
    if entry.flag_bits & _ENCRYPTED:
        return "protected by a password; pack it without one"
    if entry.compress_type not in _PACKINGS:
        return "packed in a way that is not read; pack it with Deflate, as usual"
    if entry.file_size > max_file_mb * 1_000_000:
        size = f"{entry.file_size / 1e6:.0f} MB is above the limit of {max_file_mb} MB"
        return f"{size} (ASSISTANT_MAX_FILE_MB); split the file or raise it"
    if entry.file_size > max(_RATIO_FROM, _MOST_RATIO * entry.compress_size):
        return f"unpacks to {entry.file_size // max(1, entry.compress_size):,} times its size, as no document does; leave it out"
    return None


def _name(entry: zipfile.ZipInfo) -> str:
    """A member's name, composed. Without the mark of UTF-8, it is in that of the packing system: UTF-8, 1258 or 437."""
    if entry.flag_bits & _UTF8:
        return nfc(entry.orig_filename)
    raw = entry.orig_filename.encode("cp437")
    for encoding in ("utf-8", "cp1258"):
        try:
            name = nfc(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or set(nfc(name).lower()) <= _letters():
            return name
    return nfc(entry.orig_filename)


def _letters() -> frozenset[str]:
    """What a name in Vietnamese is made of, composed: read by another system's table, it holds other signs."""
    marks = "\u0300\u0301\u0303\u0309\u0323"
    return _VIETNAMESE | {nfc(vowel + mark) for vowel in "aăâeêioôơuưy" for mark in marks}
