"""The index kept equal to a folder: real publisher and stores, an embedding model without weights."""

import errno
import hashlib
import os
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import ingest.sync
from index.errors import InputError, SettingError, StorageError
from index.files import FileStore
from index.library import Library, Publisher
from index.settings import Settings
from ingest.events import Listener, Outcome
from ingest.sources import Hashing, Source
from ingest.sync import ingest_folder, ingest_paths
from tests.index.standin import standin_model

MODEL = standin_model()


class Desk:
    """A corpus folder and its index."""

    def __init__(self, folder: Path) -> None:
        self.corpus = folder / "corpus"
        self.corpus.mkdir()
        self.settings = Settings(data=folder / "data", corpus=self.corpus, max_file_mb=1)

    def write(self, name: str, words: str = "Mở lớp.") -> Path:
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"KẾ HOẠCH\nHọc năm 2024\nI. MỤC TIÊU\n{words}\n", encoding="utf-8")
        return path

    def sync(self) -> dict[str, str]:
        return _actions(ingest_folder(self.settings, model_loader=lambda: MODEL))

    def add(self, *paths: Path) -> list[Outcome]:
        return ingest_paths(self.settings, paths, model_loader=lambda: MODEL)

    def texts(self) -> dict[str, str]:
        """What the index holds, as a reader opens it now: the words of each document's last clause."""
        library = Library.open(self.settings, MODEL)
        try:
            return {d: library.passages_of(d)[-1].text.split("\n")[-1] for d in library.all_documents()}
        finally:
            library.close()

    def stated(self, document_id: str) -> tuple[str | None, tuple[str, ...]]:
        library = Library.open(self.settings, MODEL)
        try:
            document = library.all_documents()[document_id]
            return document.number, document.stated
        finally:
            library.close()


def _actions(outcomes: Sequence[Outcome]) -> dict[str, str]:
    return {o.name: o.action for o in outcomes}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_added_unchanged_changed_and_removed(desk: Desk) -> None:
    desk.write("a.txt")
    old = desk.write("b.md")
    assert desk.sync() == {"a": "added", "b": "added"}
    assert desk.sync() == {"a": "unchanged", "b": "unchanged"}
    desk.write("a.txt", "Mở hai lớp.")
    old.unlink()
    desk.write("sub/c.txt", "Lớp ở huyện.")
    assert desk.sync() == {"a": "changed", "c": "added", "b": "removed"}
    assert desk.texts() == {"a": "Mở hai lớp.", "c": "Lớp ở huyện."}


def test_nothing_is_embedded_where_nothing_changed(desk: Desk) -> None:
    desk.write("a.txt")
    desk.sync()
    assert _actions(ingest_folder(desk.settings, model_loader=lambda: pytest.fail("the model was loaded"))) == {
        "a": "unchanged"
    }


def test_another_builder_makes_every_document_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.txt")
    desk.sync()
    monkeypatch.setattr(ingest.sync, "BUILDER_VERSION", "next")
    assert desk.sync() == {"a": "changed"}


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 100, b"x" * 1_100_000, "Mở lớp.".encode("utf-16-le")],
    ids=["empty", "binary", "large", "utf-16"],
)
def test_a_file_that_fails_keeps_its_old_edition_and_the_others_go_on(desk: Desk, data: bytes) -> None:
    bad = desk.write("a.txt", "Cũ.")
    desk.sync()
    bad.write_bytes(data)
    desk.write("b.txt", "Mới.")
    outcomes = ingest_folder(desk.settings, model_loader=lambda: MODEL)
    assert _actions(outcomes) == {"a.txt": "failed", "b": "added"}
    assert next(o.detail for o in outcomes if o.action == "failed").startswith(f"{bad}: ")
    assert desk.texts() == {"a": "Cũ.", "b": "Mới."}


def test_unknown_kinds_and_links_that_lead_nowhere_are_named_and_the_others_go_on(desk: Desk) -> None:
    desk.write("a.txt")
    desk.write("b.exe")
    (desk.corpus / "loop.txt").symlink_to(desk.corpus / "loop.txt")
    (desk.corpus / "gone.md").symlink_to(desk.corpus / "nothing.md")
    assert desk.sync() == {"a": "added", "b.exe": "failed", "loop.txt": "failed", "gone.md": "failed"}


def test_folders_are_walked_whatever_their_name_and_loops_are_not_followed(desk: Desk) -> None:
    desk.write("x.txt/a.txt")
    (desk.corpus / "x.txt" / "again").symlink_to(desk.corpus, target_is_directory=True)
    assert desk.sync() == {"a": "added"}


def test_hidden_files_and_folders_are_left_out(desk: Desk) -> None:
    desk.write("a.txt")
    desk.write(".b.txt")
    desk.write(".cache/c.txt")
    assert desk.sync() == {"a": "added"}


def test_the_second_of_two_files_with_one_stem_is_refused_by_name(desk: Desk) -> None:
    first, second = desk.write("a.md", "Một."), desk.write("a.txt", "Hai.")
    outcomes = ingest_folder(desk.settings, model_loader=lambda: MODEL)
    assert _actions(outcomes) == {"a.txt": "failed", "a": "added"}
    assert outcomes[0].detail == f"{second}: {first} has the same name before the suffix; rename one of them."
    assert desk.texts() == {"a": "Một."}


def test_one_stem_in_two_spellings_is_one_stem(desk: Desk) -> None:
    desk.write(unicodedata.normalize("NFC", "số.md"))
    desk.write(unicodedata.normalize("NFD", "số.txt"))
    assert sorted(desk.sync().values()) == ["added", "failed"]


def test_named_paths_leave_the_rest(desk: Desk, tmp_path: Path) -> None:
    desk.write("a.txt", "Một.")
    desk.write("b.txt", "Hai.")
    desk.sync()
    desk.write("b.txt", "Đổi.")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    newer = elsewhere / "a.md"
    newer.write_text("1. Bản mới.")
    (elsewhere / "c.txt").write_text("1. Ba.")
    assert _actions(desk.add(newer, newer, elsewhere)) == {"a": "changed", "c": "added"}
    assert desk.texts() == {"a": "1. Bản mới.", "b": "Hai.", "c": "1. Ba."}


def test_paths_that_hold_nothing_are_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcomes = desk.add(tmp_path / "empty", tmp_path / "none.txt", desk.write("a.txt"))
    assert [o.action for o in outcomes] == ["failed", "failed", "added"]
    assert [str(tmp_path / name) in o.detail for name, o in zip(("empty", "none.txt"), outcomes, strict=False)] == [
        True,
        True,
    ]


def test_a_change_of_the_catalogue_makes_a_new_edition_that_says_what_is_stated(desk: Desk) -> None:
    desk.write("a.txt")
    desk.write("b.txt")
    desk.sync()
    (desk.corpus / "catalog.yaml").write_text('documents:\n  a:\n    number: "1/KH-SNV"\n')
    assert desk.sync() == {"a": "changed", "b": "unchanged"}
    assert desk.stated("a") == ("1/KH-SNV", ("number",))
    (desk.corpus / "catalog.yaml").unlink()
    assert desk.sync() == {"a": "changed", "b": "unchanged"}
    assert desk.stated("a") == (None, ())


def test_a_broken_catalogue_leaves_its_documents_as_they_are_and_the_others_go_on(desk: Desk) -> None:
    desk.write("a.txt", "Cũ.")
    desk.write("own/b.txt", "Cũ.")
    (desk.corpus / "own" / "catalog.yaml").write_text("documents: {}")
    desk.sync()
    desk.write("a.txt", "Mới.")
    desk.write("own/b.txt", "Mới.")
    (desk.corpus / "catalog.yaml").write_text("documents: {a: {status: final}}")
    outcomes = ingest_folder(desk.settings, model_loader=lambda: MODEL)
    assert _actions(outcomes) == {"catalog.yaml": "failed", "b": "changed"}
    assert "status must be one of" in outcomes[0].detail
    assert desk.texts() == {"a": "Cũ.", "b": "Mới."}


def test_no_folder_and_no_documents_change_nothing(desk: Desk) -> None:
    with pytest.raises(SettingError, match="holds no documents; nothing was changed"):
        desk.sync()
    desk.corpus.rmdir()
    with pytest.raises(SettingError, match="there is no such folder; name the documents' folder in ASSISTANT_CORPUS"):
        desk.sync()


class Told(Listener):
    """What a run tells, in order."""

    def __init__(self) -> None:
        self.said: list[tuple[object, ...]] = []

    def started(self, files: int) -> None:
        self.said.append(("start", files))

    def reading(self, name: str) -> None:
        self.said.append(("reading", name))

    def outcome(self, outcome: Outcome) -> None:
        self.said.append((outcome.action, outcome.name, outcome.document_id))

    def embedding(self, done: int, total: int) -> None:
        self.said.append(("embedding", done, total))

    def published(self) -> None:
        self.said.append(("published",))


def test_a_run_tells_what_it_does_in_order(desk: Desk) -> None:
    desk.write("a.txt")
    desk.write("b.exe")
    told = Told()
    ingest_folder(desk.settings, told, model_loader=lambda: MODEL)
    assert told.said == [
        ("start", 2),
        ("failed", "b.exe", None),
        ("reading", "a.txt"),
        ("added", "a", "a"),
        ("embedding", 2, 2),
        ("published",),
    ]
    again = Told()
    ingest_folder(desk.settings, again, model_loader=lambda: MODEL)
    assert again.said == [("start", 2), ("failed", "b.exe", None), ("unchanged", "a", "a")]


def _zip(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, words in members.items():
            archive.writestr(f"x/{name}.txt", f"KẾ HOẠCH\nHọc năm 2024\nI. MỤC TIÊU\n{words}\n")
    return path


def test_the_members_of_an_archive_are_documents(desk: Desk) -> None:
    desk.write("c.txt", "Ba.")
    _zip(desk.corpus / "all.zip", a="Một.", b="Hai.")
    assert desk.sync() == {"a": "added", "b": "added", "c": "added"}
    assert desk.sync() == {"a": "unchanged", "b": "unchanged", "c": "unchanged"}
    library = Library.open(desk.settings, MODEL)
    document = library.documents["a"]
    assert document.file == "all.zip/x/a.txt" and document.original is not None
    assert "Một." in library.files.path(document.original).read_text(encoding="utf-8")
    library.close()
    _zip(desk.corpus / "all.zip", a="Đổi.")
    assert desk.sync() == {"a": "changed", "c": "unchanged", "b": "removed"}


def test_the_documents_of_an_archive_that_cannot_be_opened_stay(desk: Desk) -> None:
    desk.write("c.txt", "Ba.")
    desk.write("d.txt", "Bốn.")
    path = _zip(desk.corpus / "all.zip", a="Một.")
    desk.sync()
    path.write_bytes(path.read_bytes()[:50])
    (desk.corpus / "d.txt").unlink()
    assert desk.sync() == {"all.zip": "failed", "c": "unchanged", "d": "removed"}
    assert desk.texts() == {"a": "Một.", "c": "Ba."}


def test_what_a_worker_cannot_read_is_named_and_the_others_are_published(desk: Desk) -> None:
    with zipfile.ZipFile(desk.corpus / "all.zip", "w") as archive:
        archive.writestr("bad.txt", b"\x00" * 100)
        archive.writestr("good.txt", "1. Mở lớp.")
    outcomes = ingest_folder(desk.settings, model_loader=lambda: MODEL)
    assert [(o.name, o.action) for o in outcomes] == [("all.zip/bad.txt", "failed"), ("good", "added")]
    assert outcomes[0].detail.startswith(f"{desk.corpus / 'all.zip'}/bad.txt: this is no text")


def test_an_earlier_content_is_taken_up_without_reading(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.txt", "Một.")
    desk.write("b.txt", "Ba.")
    desk.sync()
    desk.write("a.txt", "Hai.")
    desk.sync()
    desk.write("a.txt", "Một.")
    monkeypatch.setattr(ingest.sync, "read_here", lambda *_: pytest.fail("it was read again"))
    (outcome, _) = ingest_folder(desk.settings, model_loader=lambda: pytest.fail("the model was loaded"))
    assert (outcome.action, outcome.adopted, outcome.passages) == ("changed", True, 2)
    assert desk.texts() == {"a": "Một.", "b": "Ba."}
    library = Library.open(desk.settings, MODEL)
    assert [v.is_live for v in library.history("a")] == [True, False]
    library.close()


def _file(settings: Settings, document_id: str) -> str:
    library = Library.open(settings, MODEL)
    try:
        return library.documents[document_id].file
    finally:
        library.close()


def _nothing_is_read_or_embedded(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> list[Outcome]:
    with monkeypatch.context() as patched:
        patched.setattr(ingest.sync, "read_here", lambda *_: pytest.fail("it was read again"))
        patched.setattr(ingest.sync.ReadingPool, "submit", lambda *_: pytest.fail("it was read again"))
        return ingest_folder(settings, model_loader=lambda: pytest.fail("the model was loaded"))


def test_a_renamed_file_goes_by_its_new_name_without_being_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("a.txt", "Một.")
    desk.sync()
    before = Library.open(desk.settings, MODEL)
    for name in ("a.md", "a.TXT", "below/a.MD"):
        (desk.corpus / name).parent.mkdir(exist_ok=True)
        path = path.rename(desk.corpus / name)
        (outcome,) = _nothing_is_read_or_embedded(monkeypatch, desk.settings)
        assert (outcome.action, outcome.adopted, outcome.passages) == ("changed", True, 2)
        assert before.refresh() and before.documents["a"].file == path.name
        assert len(before.history("a")) == 1 and len(before.lexical(["một"], 9)) == 1
        assert _actions(_nothing_is_read_or_embedded(monkeypatch, desk.settings)) == {"a": "unchanged"}
    before.close()


def test_a_member_goes_by_the_archive_that_it_lies_in_now(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = _zip(desk.corpus / "all.zip", a="Một.")
    desk.sync()
    archive.rename(desk.corpus / "renamed.zip")
    assert _actions(_nothing_is_read_or_embedded(monkeypatch, desk.settings)) == {"a": "changed"}
    assert _file(desk.settings, "a") == "renamed.zip/x/a.txt"
    # The archive is known by its new name: that it cannot be opened must not take its documents out.
    desk.write("b.txt")
    (desk.corpus / "renamed.zip").write_bytes(b"PK")
    assert desk.sync() == {"renamed.zip": "failed", "b": "added"}


def test_the_same_bytes_as_a_file_of_another_kind_are_read_as_such(desk: Desk) -> None:
    path = desk.write("a.txt", "Một,Hai.")
    desk.sync()
    path = path.rename(desk.corpus / "a.csv")
    assert desk.sync() == {"a": "changed"}
    assert _file(desk.settings, "a") == "a.csv"
    library = Library.open(desk.settings, MODEL)
    assert len(library.history("a")) == 2
    library.close()


def test_a_withdrawn_document_stays_so_under_its_new_name(desk: Desk) -> None:
    path = desk.write("a.txt")
    desk.sync()
    with Publisher(desk.settings, ingest.sync.BUILDER_VERSION, lambda: MODEL) as publisher:
        publisher.withdraw("a")
        publisher.publish()
    path.rename(desk.corpus / "a.md")
    assert desk.sync() == {"a": "changed"}
    library = Library.open(desk.settings, MODEL)
    assert (library.all_documents()["a"].file, library.all_documents()["a"].withdrawn) == ("a.md", True)
    library.close()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE, errno.EIO])
def test_a_fault_of_the_machine_is_not_remembered_against_the_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = desk.write("a.txt")

    def refuse(*_: object, **__: object) -> None:
        raise InputError(f"{path}: cannot be read") from OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr("ingest.worker.make_edition", refuse)
        (outcome,) = ingest_folder(desk.settings, model_loader=lambda: MODEL)
    assert (outcome.action, outcome.by_machine, outcome.as_before) == ("failed", True, False)
    assert outcome.detail.startswith(f"{path}: not read by a fault of the machine and not of the file (")
    assert desk.sync() == {"a": "added"}


def test_a_file_that_cannot_be_hashed_by_a_fault_of_the_machine_keeps_its_edition(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("a.txt")
    desk.sync()

    def refuse(*_: object) -> str:
        raise InputError("a.txt: cannot be read") from OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("ingest.sources.Hashing.hash", refuse)
    (outcome,) = ingest_folder(desk.settings, model_loader=lambda: MODEL)
    assert outcome.by_machine and desk.texts() == {"a": "Mở lớp."}


def test_files_to_leave_are_neither_read_nor_removed(desk: Desk) -> None:
    old = desk.write("a.txt", "Một.")
    desk.sync()
    desk.write("a.txt", "Hai.")
    growing = desk.write("b.txt", "Ba.")
    new = desk.write("c.txt", "Bốn.")
    outcomes = ingest_folder(desk.settings, model_loader=lambda: MODEL, leave=[old, growing])
    assert _actions(outcomes) == {"c": "added"} and new.exists()
    assert desk.texts() == {"a": "Một.", "c": "Bốn."}


def test_a_file_that_fails_by_itself_is_not_tried_again_until_it_or_the_program_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path)
    desk.write("good.txt")
    bad = desk.corpus / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02 text")

    def outcome(rebuild: bool = False) -> Outcome:
        outcomes = ingest_folder(desk.settings, rebuild=rebuild, model_loader=lambda: MODEL)
        return next(o for o in outcomes if o.name.startswith("bad"))

    first, second = outcome(), outcome()
    assert (first.action, first.as_before) == ("failed", False)
    assert (second.action, second.as_before, second.detail) == ("failed", True, first.detail)
    assert not outcome(rebuild=True).as_before
    moved = bad.rename(desk.corpus / "bad-too.txt")
    assert outcome().as_before and outcome().detail == first.detail.replace(bad.name, moved.name)
    monkeypatch.setattr(ingest.sync, "BUILDER_VERSION", "later")
    assert not outcome().as_before
    moved.write_text("KẾ HOẠCH\nI. MỤC TIÊU\nMở lớp.\n", encoding="utf-8")
    assert outcome().action == "added"
    moved.write_bytes(b"\x00\x01\x02 text")
    assert not outcome().as_before  # a run in which it could be read has forgotten it


BAD = b"\x00\x01\x02 text"
Hindrance = Callable[[Desk], AbstractContextManager[None]]


@contextmanager
def _broken_catalogue(desk: Desk) -> Iterator[None]:
    catalogue = desk.corpus / "catalog.yaml"
    catalogue.write_text("documents: {bad: {status: final}}")
    yield
    catalogue.unlink()


@contextmanager
def _archive_cut_short(desk: Desk) -> Iterator[None]:
    archive = desk.corpus / "all.zip"
    whole = archive.read_bytes()
    archive.write_bytes(whole[:50])
    yield
    archive.write_bytes(whole)


@contextmanager
def _closed_folder(desk: Desk) -> Iterator[None]:
    """A folder whose files nobody can list; the rights that say so would not keep out the system's administrator."""
    folder, kept = desk.corpus / "own", desk.corpus.parent / "kept"
    folder.rename(kept)
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("ingest.sources._is_closed", lambda path: path == folder)
        yield
    folder.rmdir()
    kept.rename(folder)


@contextmanager
def _unread_by_the_machine(_: Desk) -> Iterator[None]:
    hash_of = Hashing.hash

    def refuse(hashing: Hashing, source: Source, stated: Mapping[str, Any]) -> str:
        if source.document_id == "bad":
            raise InputError("bad.txt: cannot be read") from OSError(errno.EIO, os.strerror(errno.EIO))
        return hash_of(hashing, source, stated)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Hashing, "hash", refuse)
        yield


def _failure(desk: Desk) -> Outcome:
    (failed,) = (o for o in ingest_folder(desk.settings, model_loader=lambda: MODEL) if o.action == "failed")
    return failed


@pytest.mark.parametrize(
    ("place", "hindrance"),
    [
        ("bad.txt", _broken_catalogue),
        ("bad.txt", _unread_by_the_machine),
        ("own/bad.txt", _closed_folder),
        ("all.zip", _archive_cut_short),
    ],
)
def test_a_failure_is_kept_in_mind_by_a_run_that_could_not_look_at_its_file(
    desk: Desk, place: str, hindrance: Hindrance
) -> None:
    desk.write("good.txt")
    path = desk.write(place)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("bad.txt", BAD)
    else:
        path.write_bytes(BAD)
    first = _failure(desk)
    with hindrance(desk):
        assert _failure(desk).detail != first.detail, "it was looked at"
    again = _failure(desk)
    assert (again.as_before, again.detail) == (True, first.detail)


def test_a_failure_is_kept_in_mind_by_runs_that_leave_its_file_out(desk: Desk) -> None:
    bad = desk.write("bad.txt")
    bad.write_bytes(BAD)
    first = _failure(desk)
    for name in ("b.txt", "c.txt"):
        desk.write(name)
        assert _actions(ingest_folder(desk.settings, model_loader=lambda: MODEL, leave=[bad]))[name[0]] == "added"
    again = _failure(desk)
    assert (again.as_before, again.detail) == (True, first.detail)


def test_a_failure_for_want_of_a_command_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path)
    Image.new("L", (600, 800), 255).save(desk.corpus / "scan.png")
    monkeypatch.setenv("PATH", str(tmp_path))
    for _ in range(2):
        (outcome,) = ingest_folder(desk.settings, model_loader=lambda: MODEL)
        assert (outcome.action, outcome.as_before) == ("failed", False)
        assert "not installed" in outcome.detail


def test_a_rebuild_stores_kept_files_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    path = desk.write("a.txt")
    desk.write("b.txt", "Mở hai lớp.")
    desk.sync()
    kept = FileStore(desk.settings)
    name = hashlib.sha256(path.read_bytes()).hexdigest() + ".txt"
    kept.path(name).unlink()
    with pytest.raises(StorageError, match="--rebuild"):
        kept.path(name)
    outcomes = ingest_folder(desk.settings, rebuild=True, model_loader=lambda: MODEL)
    assert _actions(outcomes) == {"a": "changed", "b": "unchanged"}
    assert kept.path(name).read_bytes() == path.read_bytes()
    assert desk.texts() == {"a": "Mở lớp.", "b": "Mở hai lớp."}


def test_a_member_that_is_refused_now_keeps_the_edition_it_had(desk: Desk) -> None:
    plan, archive = desk.write("plan.txt"), desk.corpus / "all.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(plan, "inner.txt")
    desk.sync()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_LZMA) as packed:
        packed.write(plan, "inner.txt")
    outcomes = desk.sync()
    assert outcomes["all.zip/inner.txt"] == "failed"
    assert set(desk.texts()) == {"plan", "inner"}
