"""One run of the real command over all bad files: each has its outcome by name, the others are published, nothing is left behind."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psutil
import pytest

from index.library import Library
from index.settings import PROJECT, Settings
from ingest.readers import READERS
from tests.ingest.bad import office, pdfs, pictures
from tests.ingest.bad_files import FILES, GOOD, TEXT, TURNED, BadFile, Expected, Outside
from tests.ingest.listening import listening
from vietnamese.text import query_tokens

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("tesseract")), reason="LibreOffice or Tesseract is not installed"
    ),
]

MARK = "TEST_OF_BAD_FILES"
SECONDS = 560  # for all files, so that one that hangs is noticed; two idle cores take less than a tenth
CPU_SECONDS = 400
FILE_SECONDS = 240
LEFT_SECONDS = 10
WORKER_MB = 1500
TREE_MB = 4500  # of the command, its two workers and what they start
CASES = [expected for bad in FILES for expected in bad.expected]


@dataclass(frozen=True, slots=True)
class Run:
    """What the command did over a folder, and what it took."""

    folder: Path
    code: int
    said: str
    events: Sequence[Mapping[str, Any]]
    seconds: float
    cpu_seconds: float
    peak_mb: float
    left: Sequence[str]

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def settings(self) -> Settings:
        return Settings(data=self.folder / "data", corpus=self.corpus)

    @property
    def outcomes(self) -> list[Mapping[str, Any]]:
        return [event for event in self.events if event["event"] == "outcome"]

    def outcome(self, name: str) -> Mapping[str, Any]:
        """The only outcome of this name."""
        (found,) = [outcome for outcome in self.outcomes if outcome["name"] == name]
        return found


@dataclass(frozen=True, slots=True)
class Desk:
    """The run over all bad files, what was asked of the network meanwhile, what is published, and how the folder looked before and after."""

    run: Run
    asked: Sequence[str]
    outside: Outside
    texts: Mapping[str, str]
    before: Mapping[str, object]
    after: Mapping[str, object]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = _room(tmp_path_factory.mktemp("bad"))
    corpus = folder / "corpus"
    with listening() as (address, asked):
        outside = Outside(address, folder / "elsewhere" / "written")
        _fill(corpus, FILES, outside)
        before = _looks(corpus)
        with _growing(corpus / "growing.txt"):
            run = _ingest(folder)
        yield Desk(run, asked, outside, _texts(run), before, _looks(corpus))
    (corpus / "closed").chmod(0o700)
    shutil.rmtree(folder)


def _room(folder: Path) -> Path:
    """The folders of a run: what it reads and what it may write, and those where nothing may come to be."""
    for name in ("corpus", "scratch", "home", "elsewhere"):
        (folder / name).mkdir()
    return folder


def _fill(corpus: Path, files: Sequence[BadFile], outside: Outside) -> None:
    for bad in files:
        bad.put(corpus / bad.name, outside)
    for name, (data, _) in GOOD.items():
        (corpus / name).write_bytes(data)


def _looks(corpus: Path) -> dict[str, object]:
    """Each entry of the folder, with its size and the time of its last change where it is a file that stays."""
    looks: dict[str, object] = {}
    for path in corpus.rglob("*"):
        status = path.lstat()
        looks[str(path)] = (status.st_mode, status.st_size, status.st_mtime_ns)
    looks.pop(str(corpus / "growing.txt"), None)
    return looks


@contextmanager
def _growing(path: Path) -> Iterator[None]:
    """A file that grows all the while."""
    path.write_text(TEXT, encoding="utf-8")
    done = threading.Event()

    def grow() -> None:
        number = 1
        with path.open("a", encoding="utf-8") as file:
            while not done.wait(0.2):
                number += 1
                file.write(f"{number}. Mở thêm lớp thứ {number}.\n")
                file.flush()

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _ingest(folder: Path, paths: Sequence[str] = (), **changed: str) -> Run:
    """The command over the folder's corpus or some paths, as somebody who may not read every file, and its tree watched."""
    mark, events, used = uuid4().hex, folder / "events", _used()
    events.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "PYTHONPATH": str(PROJECT),
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "scratch"),
        "ASSISTANT_CORPUS": str(folder / "corpus"),
        "ASSISTANT_DATA": str(folder / "data"),
        "ASSISTANT_WORKERS": "2",
        "ASSISTANT_FILE_SECONDS": str(FILE_SECONDS),
        "ASSISTANT_WORKER_MB": str(WORKER_MB),
        MARK: mark,
        **changed,
    }
    command = [*_without_rights(), sys.executable, "-m", "ingest", "--events", str(events), "--", *paths]
    began = time.monotonic()
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=folder / "elsewhere", env=environment, stdout=said, stderr=said)
        peak = _watched(process, began + SECONDS)
    seconds = time.monotonic() - began
    lines = events.read_text(encoding="utf-8").split("\n")
    return Run(
        folder,
        process.wait(),
        (folder / "said").read_text(encoding="utf-8", errors="replace"),
        [json.loads(line) for line in lines if line],
        seconds,
        _used() - used,
        peak,
        _left(mark),
    )


def _without_rights() -> list[str]:
    """What takes from an administrator the right to read what nobody may; for others nothing is needed."""
    return [] if os.geteuid() else [str(shutil.which("setpriv")), "--bounding-set", "-dac_override,-dac_read_search"]


def _watched(process: "subprocess.Popen[bytes]", deadline: float) -> float:
    """The most memory in MB that a command and all that it started had together at any time, waiting for its end."""
    tree, peak = psutil.Process(process.pid), 0.0
    while process.poll() is None:
        if time.monotonic() > deadline:
            process.kill()
            pytest.fail("the command did not come to its end")
        total = 0
        for part in [tree, *_children(tree)]:
            try:
                total += part.memory_info().rss
            except psutil.Error:
                continue  # it has ended
        peak = max(peak, total / 1e6)
        time.sleep(0.2)
    return peak


def _used() -> float:
    """The seconds of processor time that commands took until now."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _children(tree: psutil.Process) -> list[psutil.Process]:
    try:
        return tree.children(recursive=True)
    except psutil.Error:
        return []  # it has ended


def _left(mark: str) -> list[str]:
    """What of a run still goes on when it has had time to end: what waits for the command's own end, as the tracker of shared memory does, ends a moment after it."""
    deadline = time.monotonic() + LEFT_SECONDS
    while (found := _running(mark)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def _running(mark: str) -> list[str]:
    """The processes that still have a run's mark in their environment."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found.append(" ".join(process.cmdline()))
        except psutil.Error:
            continue  # it has ended, or is another user's
    return found


def _texts(run: Run) -> dict[str, str]:
    """The text of each published document."""
    library = Library.open(run.settings)
    try:
        return {name: "\n".join(line.text for line in library.lines_of(name)) for name in library.documents}
    finally:
        library.close()


def test_the_table_is_long_enough_and_says_each_thing_once() -> None:
    names = [expected.name for expected in CASES]
    assert len(FILES) >= 60 and len(names) == len(set(names)) and len({bad.name for bad in FILES}) == len(FILES)
    assert {Path(bad.name).suffix for bad in FILES} >= set(READERS) | {".zip"}


@pytest.mark.parametrize("expected", CASES, ids=[ascii(expected.name)[:60] for expected in CASES])
def test_each_has_its_outcome(desk: Desk, expected: Expected) -> None:
    outcome = desk.run.outcome(expected.name)
    if expected.added:
        assert (outcome["action"], outcome["detail"]) == ("added", "")
        assert outcome["passages"] and re.search(expected.words, desk.texts[outcome["document_id"]])
        return
    detail = outcome["detail"]
    assert outcome["action"] == "failed" and re.search(expected.words, detail, re.DOTALL), detail
    said, _, why = detail.partition(": ")
    assert said.startswith(str(desk.run.corpus)) and expected.name.rpartition("/")[2] in said, (
        "it does not name the file"
    )
    assert (
        "\n" not in detail and detail.endswith(".") and not re.search(r"\w+Error|Traceback|/scratch/|<string>|b'", why)
    ), detail


def test_nothing_else_has_an_outcome_and_the_good_files_answer(desk: Desk) -> None:
    run = desk.run
    good = {Path(name).stem for name in GOOD}
    assert {o["name"] for o in run.outcomes} == {expected.name for expected in CASES} | good | {"growing"}
    assert run.code == 1 and run.events[-1]["event"] == "end" and run.events[-1]["exit"] == 1
    library = Library.open(run.settings)
    try:
        assert set(library.documents) == {o["document_id"] for o in run.outcomes if o["action"] == "added"} >= good
        for name, (_, words) in GOOD.items():
            found = library.lexical(query_tokens(words, True), 200)
            assert Path(name).stem in {library.passage(hit.passage_id).document_id for hit in found}
        vector = library.model.embed_query("Which library lends books to communes?")
        (best,) = library.dense(vector, 1)
        assert library.passage(best.passage_id).document_id == "good plan"
        for document in TURNED:
            assert ["turned" in page.notes for page in library.pages_of(document)] == [True]
    finally:
        library.close()


def test_nothing_was_asked_run_or_written_elsewhere(desk: Desk) -> None:
    folder = desk.run.folder
    assert desk.asked == [] and not desk.outside.marker.exists()
    assert desk.before == desk.after
    assert list((folder / "elsewhere").iterdir()) == []
    # Empty folders are what LibreOffice and torch look for at their start.
    assert [path for place in ("home", "scratch") for path in (folder / place).rglob("*") if not path.is_dir()] == []
    assert {path.name for path in folder.iterdir()} == {
        "corpus", "data", "scratch", "home", "elsewhere", "events", "said"
    }  # fmt: skip
    assert not Path("/escape-of-an-archive.txt").exists() and not list(folder.parent.glob("**/escape.txt"))


def test_the_run_keeps_to_its_time_and_memory_and_leaves_no_process(desk: Desk) -> None:
    assert desk.run.left == []
    assert desk.run.seconds < SECONDS and desk.run.cpu_seconds < CPU_SECONDS
    assert desk.run.peak_mb < TREE_MB
    assert max(o["seconds"] for o in desk.run.outcomes) < FILE_SECONDS


def test_what_a_person_reads_names_each_file_once_and_shows_no_fault_of_the_program(desk: Desk) -> None:
    said = desk.run.said
    assert "Traceback" not in said
    lines = [line for line in said.splitlines() if line.startswith("not read: ")]
    assert len(lines) == sum(not expected.added for expected in CASES) == len(set(lines))
    assert all(line.isprintable() for line in lines)


def test_paths_of_every_kind_where_the_commands_are_missing(tmp_path: Path) -> None:
    folder = _room(tmp_path)
    (folder / "elsewhere" / "-dash.txt").write_text(TEXT, encoding="utf-8")
    (folder / "elsewhere" / "scan.png").write_bytes(pictures.turned(0))
    (folder / "elsewhere" / "scan.pdf.pdf").write_bytes(pdfs.sized("0 0 595 842"))
    (folder / "elsewhere" / "letter.docx").write_bytes(office.docx())
    (folder / "elsewhere" / "old.rtf").write_bytes(office.rtf(""))
    os.mkfifo(folder / "elsewhere" / "pipe.txt")
    names = ["-dash.txt", "scan.png", "scan.pdf.pdf", "letter.docx", "old.rtf", "pipe.txt", "nothing.pdf", "/dev/zero"]
    run = _ingest(folder, names, PATH=str(folder / "home"))
    said = {o["name"]: o["detail"] for o in run.outcomes}
    assert said.keys() == {
        "-dash",
        "scan.png",
        "scan.pdf.pdf",
        "letter.docx",
        "old.rtf",
        "pipe.txt",
        "nothing.pdf",
        "zero",
    }
    assert run.outcome("-dash")["action"] == "added" and run.code == 1 and run.left == []
    for name in ("scan.png", "scan.pdf.pdf"):
        assert said[name].startswith(f"{name}: Tesseract") and "apt-get install -y tesseract-ocr" in said[name]
    for name in ("letter.docx", "old.rtf"):
        assert said[name].startswith(f"{name}: LibreOffice") and "libreoffice-writer" in said[name]
    assert "no file but a pipe or a device" in said["pipe.txt"] and "no file but a pipe or a device" in said["zero"]
    assert said["nothing.pdf"] == "nothing.pdf: there is no such file or folder."


@pytest.mark.slow
def test_documents_of_a_folder_that_is_closed_for_a_while_stay(tmp_path: Path) -> None:
    folder = _room(tmp_path)
    below = folder / "corpus" / "below"
    below.mkdir()
    (below / "kept.txt").write_text(TEXT, encoding="utf-8")
    (folder / "corpus" / "other.txt").write_text(TEXT, encoding="utf-8")
    assert _ingest(folder).code == 0
    below.chmod(0)
    run = _ingest(folder)
    below.chmod(0o700)
    assert {o["name"]: o["action"] for o in run.outcomes} == {"below": "failed", "other": "unchanged"}
    assert set(_texts(run)) == {"kept", "other"}


@pytest.mark.slow
def test_files_that_take_too_long_are_given_up_and_the_others_published(tmp_path: Path) -> None:
    folder = _room(tmp_path)
    corpus = folder / "corpus"
    for i in range(3):
        (corpus / f"long {i}.pdf").write_bytes(pdfs.many_pages(1900, pdfs.LINES * 8))
        (corpus / f"scans {i}.tif").write_bytes(pictures.scans(60))
    for name, (data, _) in GOOD.items():
        (corpus / name).write_bytes(data)
    run = _ingest(folder, ASSISTANT_FILE_SECONDS="4")
    assert run.code == 1 and run.left == [] and run.seconds < SECONDS
    assert sorted(o["name"] for o in run.outcomes if o["action"] == "added") == sorted(Path(name).stem for name in GOOD)
    for outcome in (o for o in run.outcomes if o["action"] == "failed"):
        name = str(corpus / outcome["name"])
        assert outcome["detail"].startswith(f"{name}: not read within 4 s (ASSISTANT_FILE_SECONDS)")


@pytest.mark.slow
def test_a_file_of_as_many_pages_as_may_be_is_read(tmp_path: Path) -> None:
    folder = _room(tmp_path)
    lines = [[f"{number}. The office opens class {number} for staff of commune {number}."] for number in range(1, 2001)]
    (folder / "corpus" / "long.pdf").write_bytes(pdfs.book(lines))
    run = _ingest(folder)
    assert run.code == 0 and run.outcome("long")["pages"] == 2000
    assert "2000. The office opens class 2000" in _texts(run)["long"]
    assert run.peak_mb < TREE_MB
