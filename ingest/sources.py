"""What a run reads: files, and the members of archives, each a document of its own."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import IO, Any, Self
from zipfile import BadZipFile, ZipFile

from index.errors import InputError
from index.settings import Settings
from ingest.archive import SUFFIXES as ARCHIVES
from ingest.archive import Member, list_members, opened, streaming, unpack, wrong_list
from ingest.catalog import NAME as CATALOG
from ingest.edition import document_id, hash_stream
from ingest.names import is_passed_over, shown_name, wrong_name
from ingest.office.kind import OLE, PDF, PDF_WITHIN, RTF, ZIP, kind_by_names, kind_in_ole
from ingest.readers import READERS
from ingest.reading import opening
from vietnamese.text import nfc

_AT_START = 8  # bytes: a text may quote what a PDF begins with
_MOST_OF_OLE = 32_000_000  # bytes that are looked through for the names of streams
_ZIPPED = frozenset(
    {".zip", ".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx", ".pptx", ".odt", ".ods", ".odp", ".epub"}
)
_COMPOUND = frozenset({".doc", ".dot", ".xls", ".ppt", ".docx", ".docm", ".xlsx", ".xlsm", ".msg"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a member of the archive `path`."""

    path: Path
    member: Member | None = None

    @property
    def inner(self) -> PurePosixPath:
        """The file's own name, or the member's path in its archive."""
        return PurePosixPath(self.member.name if self.member else self.path.name)

    @property
    def document_id(self) -> str:
        """The id of the document that it holds."""
        return document_id(self.inner)

    @property
    def file(self) -> str:
        """`Document.file`: the file's name, or archive and member as "archive.zip/inner name"."""
        return nfc(f"{self.path.name}/{self.member.name}" if self.member else self.path.name)

    @property
    def shown(self) -> str:
        """How messages call it."""
        return shown_name(f"{self.path}/{self.member.name}" if self.member else str(self.path))

    @property
    def suffix(self) -> str:
        """Its suffix in lower case."""
        return self.inner.suffix.lower()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that is not read: its name, and the whole message."""

    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a run reads and what it does not. `unread` are archives whose members nobody knows now; `whole` is False where
    there are folders whose files nobody knows. `refused` are documents by id that are there and are not read: they keep the
    edition they have."""

    sources: tuple[Source, ...]
    refusals: tuple[Refusal, ...]
    unread: frozenset[str]
    whole: bool = True
    refused: frozenset[str] = frozenset()


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Files in a settled order, each once: folders are walked, what is hidden and the catalogue left out.

    A link that leads nowhere counts as a file, and so do pipes, devices, folders that may not be looked into and empty ones
    with the suffix of a document: they are refused by name and not passed over.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            passed = is_passed_over(file.relative_to(path).parts)
            if not passed and file.name != CATALOG and _counts(file):
                found.setdefault(file.absolute(), file)
    return list(found.values())


def _counts(path: Path) -> bool:
    """Whether a path is to have an outcome of its own."""
    if not path.is_dir():
        return path.exists() or path.is_symlink()
    if path.is_symlink():
        return False
    return _is_closed(path) or (path.suffix.lower() in READERS and not any(path.iterdir()))


def _is_closed(folder: Path) -> bool:
    """Whether nobody can know what a folder holds."""
    return not os.access(folder, os.R_OK | os.X_OK)


def gather(files: Sequence[Path], settings: Settings) -> Gathered:
    """The sources among the files. Of two with one stem, the second is refused by name; a kind that nobody reads never counts."""
    kept: dict[str, Source] = {}
    refusals: list[Refusal] = []
    unread: set[str] = set()
    refused: set[str] = set()
    for path in files:
        sources = [Source(path)]
        reason = _no_file(path)
        if reason is not None:
            refusals.append(Refusal(shown_name(path.name), f"{sources[0].shown}: {reason}."))
            continue
        if path.suffix.lower() in ARCHIVES:
            try:
                sources = _members(path, settings, refusals, refused)
            except InputError as error:
                refusals.append(Refusal(shown_name(path.name), str(error)))
                unread.add(nfc(path.name))
                continue
        for source in sources:
            reason = _reason(source, kept)
            if reason is None:
                kept[source.document_id] = source
            else:
                refusals.append(Refusal(shown_name(source.file), f"{source.shown}: {reason}."))
    whole = not any(path.is_dir() and _is_closed(path) for path in files)
    return Gathered(tuple(kept.values()), tuple(refusals), frozenset(unread), whole, frozenset(refused))


def _members(path: Path, settings: Settings, refusals: list[Refusal], stems: set[str]) -> list[Source]:
    """The members to read. Those that are not go into `refusals`, and the ids they would have into `stems`."""
    members, refused = list_members(path, settings)
    for one in refused:
        stems.add(nfc(PurePosixPath(one.name.replace("\\", "/")).stem))
        name = shown_name(one.name)
        refusals.append(Refusal(f"{shown_name(path.name)}/{name}", f"{shown_name(str(path))}/{name}: {one.reason}."))
    if not members and not refused:
        raise InputError(f"{path}: the archive holds no files; replace it or remove it.")
    return [Source(path, member) for member in members]


def _no_file(path: Path) -> str | None:
    """Why nothing may be read under a name: opening a pipe or a device may never end. None where it is a file."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return None  # whoever reads it says what is wrong
    if stat.S_ISDIR(mode):
        if _is_closed(path):
            return "this folder may not be looked into; give yourself the right to read it"
        return "this is a folder that is called like a document and holds none; remove it or rename it"
    return None if stat.S_ISREG(mode) else "this is no file but a pipe or a device; put the document's file there"


def _reason(source: Source, kept: Mapping[str, Source]) -> str | None:
    """Why a source is refused before it is opened, or after a look at its first bytes; None where it is not."""
    wrong = wrong_name(source.inner.name)
    if wrong is not None:
        return wrong
    if source.suffix not in READERS:
        real = None if source.member else _real_suffix(source.path)
        if real is not None:
            return _give(real)
        return f"files of this kind are not read yet (known: {', '.join(sorted([*READERS, *ARCHIVES]))}); convert it to one of them"
    other = kept.get(source.document_id)
    return None if other is None else f"{other.shown} has the same name before the suffix; rename one of them"


def refuse_wrong_suffix(path: Path, shown: str) -> None:
    """InputError where the first bytes are those of another kind of file than the suffix says."""
    real = _real_suffix(path)
    if real is not None:
        raise InputError(f"{shown}: {_give(real)}.")


def _give(suffix: str) -> str:
    if suffix == _LOCKED:
        return "protected by a password; save it again without one"
    return f"this is a {suffix} file by its content; give it the suffix {suffix}"


_LOCKED = "locked"


def _real_suffix(path: Path) -> str | None:
    """The suffix that a file's first bytes call for, where its own contradicts them."""
    suffix = path.suffix.lower()
    try:
        with path.open("rb") as file:
            head = file.read(PDF_WITHIN)
    except OSError:
        return None  # whoever reads it says what is wrong
    if PDF in (head if suffix in READERS and suffix not in (".txt", ".md") else head[:_AT_START]):
        return None if suffix == ".pdf" else ".pdf"
    if head.startswith(ZIP):
        return _zipped(path) if suffix not in _ZIPPED else None
    if head.startswith(OLE):
        return _ole(path) if suffix not in _COMPOUND else None
    for start, suffixes in _STARTS.items():
        if head.startswith(start) and suffix not in suffixes:
            return suffixes[0]
    return None


_STARTS = {
    RTF: (".rtf", ".doc"),
    b"\x89PNG\r\n\x1a\n": (".png",),
    b"\xff\xd8\xff": (".jpg", ".jpeg", ".jpe", ".jfif"),
    b"II*\x00": (".tif", ".tiff"),
    b"MM\x00*": (".tif", ".tiff"),
}


def _zipped(path: Path) -> str:
    try:
        if wrong_list(path) is not None:
            return ".zip"  # whoever reads it as one says what is wrong
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return ".zip"
    return f".{kind_by_names(names)}"


def _ole(path: Path) -> str:
    """.doc, .xls or locked, by the names of the streams that a compound file holds."""
    with path.open("rb") as file:
        kind = kind_in_ole(file.read(_MOST_OF_OLE))
    if kind == "locked":
        return _LOCKED
    return ".xls" if kind == "xls" else ".doc"


class Hashing:
    """`content_hash` of one source after the other, read as streams; the archive last met stays open until the end of `with`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stack = ExitStack()
        self._archive: tuple[Path, ZipFile] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def hash(self, source: Source, stated: Mapping[str, Any]) -> str:
        """Raises InputError naming the source where it is too large or cannot be read."""
        with opening(source.path), self._stream(source) as stream:
            return hash_stream(stream, stated)

    @contextmanager
    def _stream(self, source: Source) -> Iterator[IO[bytes]]:
        settings = self._settings
        if source.member is None:
            size = source.path.stat().st_size
            if size > settings.max_file_mb * 1_000_000:
                raise InputError(
                    f"{source.path}: {size / 1e6:.0f} MB is above the limit of {settings.max_file_mb} MB "
                    "(ASSISTANT_MAX_FILE_MB); split the file or raise it."
                )
            with source.path.open("rb") as stream:
                yield stream
        else:
            with streaming(self._opened(source.path), source.shown, source.member) as stream:
                yield stream

    def _opened(self, path: Path) -> ZipFile:
        """The archive: its list of members is not read again for each of them."""
        if self._archive is None or self._archive[0] != path:
            self._stack.close()
            self._archive = None
            self._archive = (path, self._stack.enter_context(opened(path, self._settings)))
        return self._archive[1]


@contextmanager
def lying(source: Source, settings: Settings) -> Iterator[Path]:
    """Where a source lies as a file of its own: a member is unpacked into a folder that is deleted afterwards."""
    if source.member is None:
        yield source.path
        return
    with TemporaryDirectory(prefix="ingest-") as folder:
        yield unpack(source.path, source.member, Path(folder), settings)
