"""The ZIP that a .docx or .xlsx is: its parts as XML, opened only where their size and their markup are harmless."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from lxml import etree

from index.errors import InputError

MAX_MEMBERS = 10_000
MAX_XML = 96_000_000  # bytes of one part once unpacked; a law of 60 pages has 0.8 million
MAX_TOTAL = 400_000_000  # bytes of all parts once unpacked, pictures among them
_PROLOG = 65_536  # bytes of a part in which a document type would be declared
_REMEDY = "save the document again where it was written, or leave it out"


@dataclass(frozen=True, slots=True)
class Package:
    """An office file that is open. `path` is what errors name; parts are named without a leading slash."""

    path: Path
    archive: zipfile.ZipFile
    names: frozenset[str] = field(default_factory=frozenset)

    def main(self) -> str:
        """The name of the part that holds the document itself."""
        for relation in self.xml("_rels/.rels"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return str(posixpath.normpath(relation.get("Target", "").lstrip("/")))
        raise InputError(f"{self.path}: the file names no document inside; {_REMEDY}.")

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` refers to as `kind` ("styles", "numbering"), where there is one."""
        folder, name = posixpath.split(part)
        links = f"{folder}/_rels/{name}.rels"
        if links not in self.names:
            return None
        for relation in self.xml(links):
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
                return target if target in self.names else None
        return None

    def xml(self, part: str) -> etree._Element:
        """The root of a part. Raises InputError where it is missing, malformed, or declares a document type."""
        if part not in self.names:
            raise InputError(f"{self.path}: the file lacks its part {part}; {_REMEDY}.")
        with self._unpacking(part):
            data = self.archive.read(part)
        # Entities are never resolved and nothing is fetched: a part that declares its own is refused before it is used.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise InputError(
                f"{self.path}: malformed XML in {part} (line {error.lineno}), or nested too deeply; {_REMEDY}."
            ) from error
        self._refuse_type(part, root)
        return root

    def check(self) -> None:
        """Raises InputError where unpacking would take more than any document, or a part declares a document type."""
        members = self.archive.infolist()
        total = sum(member.file_size for member in members)
        if len(members) > MAX_MEMBERS or total > MAX_TOTAL:
            raise InputError(
                f"{self.path}: unpacked, it has {len(members):,} parts of {total / 1e6:,.0f} MB "
                f"(at most {MAX_MEMBERS:,} and {MAX_TOTAL / 1e6:.0f} MB); {_REMEDY}."
            )
        for member in members:
            if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
                continue
            if member.file_size > MAX_XML:
                raise InputError(
                    f"{self.path}: unpacked, {member.filename} has {member.file_size / 1e6:,.0f} MB "
                    f"(at most {MAX_XML / 1e6:.0f} MB); {_REMEDY}."
                )
            with self._unpacking(member.filename), self.archive.open(member) as part:
                prolog = part.read(_PROLOG)
            if b"<!DOCTYPE" in prolog.replace(b"\x00", b""):
                raise self._own_type(member.filename)
            # Comments may push it further down, and it may be written in an encoding that hides it.
            with self._unpacking(member.filename), self.archive.open(member) as part:
                root = _root(part)
            if root is not None:
                self._refuse_type(member.filename, root)

    def _refuse_type(self, part: str, root: etree._Element) -> None:
        if root.getroottree().docinfo.doctype:
            raise self._own_type(part)

    def _own_type(self, part: str) -> InputError:
        return InputError(f"{self.path}: {part} declares a document type of its own; {_REMEDY}.")

    @contextmanager
    def _unpacking(self, part: str) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
            raise InputError(f"{self.path}: its part {part} cannot be unpacked ({error}); {_REMEDY}.") from error


def _root(part: IO[bytes]) -> etree._Element | None:
    """The root of a part as far as its own tag; None where the markup is malformed before it, which its reader says."""
    parsing = etree.iterparse(
        part, events=("start",), resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        return next((root for _, root in parsing), None)
    except etree.XMLSyntaxError:
        return None


@contextmanager
def open_package(stored: Path, path: Path) -> Iterator[Package]:
    """The office file at `stored`, checked. Raises InputError naming `path` where it is no ZIP, damaged, or a bomb."""
    try:
        archive = zipfile.ZipFile(stored)
    except (zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise InputError(f"{path}: damaged or cut short ({error}); copy it again, or {_REMEDY}.") from error
    with archive:
        package = Package(path, archive, frozenset(archive.namelist()))
        package.check()
        yield package
