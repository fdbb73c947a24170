"""The LibreOffice command: what it makes, what it is kept from, and what is said where it cannot."""

import os
import resource
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls

from index.errors import InputError
from ingest.office.convert import OfficeFailed, OfficeMissing, convert
from ingest.strays import pipe_of
from tests.ingest.listening import listening
from tests.ingest.office.sample import needs_office
from tests.ingest.office.word import Made


@needs_office
def test_a_name_that_no_command_would_like(tmp_path: Path) -> None:
    made = Made()
    made.add("Kế hoạch")
    path = made.save(tmp_path / "--help ; rm * %s Kế hoạch (1).docx")
    pdf = convert(path, "pdf", tmp_path / "scratch", ".docx")
    assert pdf.read_bytes().startswith(b"%PDF-") and pdf.is_relative_to(tmp_path / "scratch")
    assert not list((tmp_path / "scratch").rglob("registrymodifications.xcu"))


@needs_office
def test_nothing_that_a_document_links_to_is_fetched(tmp_path: Path) -> None:
    """A picture that is only linked is what a document calls home with."""
    with listening() as (address, asked):
        made = Made()
        made.add("Kế hoạch")
        link = made.word.part.relate_to(f"{address}/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
        made.raw(
            f'<w:p {nsdecls("w", "r")}><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
            f'style="width:90pt;height:90pt"><v:imagedata r:id="{link}"/></v:shape></w:pict></w:r></w:p>'
        )
        made.raw(
            f'<w:p {nsdecls("w", "r", "wp", "a", "pic")}><w:r><w:drawing><wp:inline><wp:extent cx="9000" cy="9000"/>'
            '<wp:docPr id="1" name="p"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:link="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
        path = made.save(tmp_path / "linked.docx")
        assert convert(path, "pdf", tmp_path, ".docx").is_file()
    assert asked == []


def test_what_takes_too_long_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that opens its socket, starts a child and never ends."""
    pipe = pipe_of(tmp_path / "office-pdf" / "profile")
    command = tmp_path / "soffice"
    command.write_text(f'#!/bin/sh\n[ "$1" = child ] || "$0" child &\ntouch \'{pipe}\'\nsleep 3600\nexit 0\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    path = tmp_path / "slow.docx"
    path.write_bytes(b"x")
    with _seen(pipe) as seen, pytest.raises(OfficeFailed, match=r"slow\.docx: .* after 2 seconds"):
        convert(path, "pdf", tmp_path, ".docx", timeout=2)
    assert seen and not pipe.exists()
    assert _processes_with(str(tmp_path)) == []


@needs_office
def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.odt"
    path.write_bytes(b"PK\x03\x04" + bytes(2000))
    with pytest.raises(OfficeFailed, match=r"broken\.odt: LibreOffice cannot read it"):
        convert(path, "docx", tmp_path, ".odt")


@needs_office
def test_a_start_does_nothing_twice_and_tests_no_graphics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either costs more than the conversion. The program asks by code 81 to be started again."""
    program = Path(str(shutil.which("soffice"))).resolve().parent
    (tmp_path / "versionrc").symlink_to(program / "versionrc")
    command = tmp_path / "soffice"
    command.write_text(
        f"#!/bin/sh\n'{program}/soffice.bin' \"$@\"\necho $? > '{tmp_path}/code'\n"
        f"find '{tmp_path}/scratch' -name GraphicsRenderTests.log > '{tmp_path}/tested'\n"
    )
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    made = Made()
    made.add("Kế hoạch")
    pipe = pipe_of(tmp_path / "scratch" / "office-pdf" / "profile")
    with _seen(pipe) as seen:
        pdf = convert(made.save(tmp_path / "x.docx"), "pdf", tmp_path / "scratch", ".docx")
    assert seen and not pipe.exists() and pdf.read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "code").read_text() == "0\n" and (tmp_path / "tested").read_text() == ""


def test_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK")
    with pytest.raises(OfficeMissing, match=r"x\.docx: .*sudo apt-get install .*libreoffice-writer-nogui") as caught:
        convert(path, "pdf", tmp_path, ".docx")
    assert isinstance(caught.value, InputError)


def test_a_command_that_ends_before_it_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends and is forgotten by the system before the limits are set."""
    command = tmp_path / "soffice"
    command.write_text("#!/bin/sh\necho Error: no room left\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    limit = resource.prlimit

    def late(pid: int, kind: int, limits: tuple[int, int]) -> None:
        os.waitpid(pid, 0)
        limit(pid, kind, limits)

    monkeypatch.setattr(resource, "prlimit", late)
    path = tmp_path / "x.docx"
    path.write_bytes(b"x")
    with pytest.raises(OfficeFailed, match=r"x\.docx: LibreOffice cannot read it \(no room left\)"):
        convert(path, "pdf", tmp_path, ".docx")


@contextmanager
def _seen(path: Path) -> Iterator[list[Path]]:
    """Holds the path once it was there at any time."""
    seen: list[Path] = []
    done = threading.Event()

    def look() -> None:
        while not seen and not done.wait(0.01):
            seen.extend([path] if path.exists() else [])

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def _processes_with(argument: str) -> list[str]:
    """The command lines of processes that name `argument`; none of a process that has ended."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes().replace(b"\x00", b" ").decode(errors="replace")
        except OSError:
            continue
        if argument in line and "soffice" in line and int(folder.name) != os.getpid():
            found.append(line)
    return found
