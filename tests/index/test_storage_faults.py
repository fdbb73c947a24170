"""A full disk, a folder that cannot be written, a server that is gone: a sentence with a remedy, the old index intact."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from standin import edition, numbered, standin_model
from test_library import dense, lexical

from index.errors import SettingError, StorageError
from index.library import Library, Publisher
from index.settings import PROJECT, Settings

Publish = Callable[..., None]
Opened = Callable[[Settings], Library]
Worker = Callable[..., "subprocess.Popen[str]"]

NOBODY = 65534


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 6 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"mounting a file system is not permitted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def publish_elsewhere(worker: Worker, data: Path, passages: int) -> str:
    """What a writer in a process of its own says at its end.

    Not in this process: after a write that failed on a full disk, Chroma may wait for ever in the next call that shares
    its client.
    """
    process = worker(str(data), "v1", "", str(passages))
    said, _ = process.communicate("\n", timeout=100)
    return said.splitlines()[-1]


def test_a_disk_without_any_room(small_disk: Path, publish: Publish, opened: Opened, worker: Worker) -> None:
    """SQLite and Chroma need some room even to open; a reader that has the index open goes on."""
    settings = Settings(data=small_disk / "data")
    publish(settings, numbered("changed", "v0", 30))
    library = opened(settings)
    (small_disk / "filler").write_bytes(b"x" * shutil.disk_usage(small_disk).free)
    assert re.search(
        r"small/data cannot be used: .+ Free some space.*--data", publish_elsewhere(worker, settings.data, 9)
    )
    assert library.refresh() is False
    assert len(dense(library, "v0", n=100)) == len(lexical(library, "v0", n=100)) == 30
    (small_disk / "filler").unlink()
    assert opened(settings).manifest["documents"] == {"changed": "v0"}


@pytest.mark.parametrize("spare_kb", [200, 700, 1500])
def test_a_full_disk(spare_kb: int, small_disk: Path, publish: Publish, opened: Opened, worker: Worker) -> None:
    settings = Settings(data=small_disk / "data")
    publish(settings, numbered("changed", "v0", 30))
    (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - spare_kb * 1024))
    said = publish_elsewhere(worker, settings.data, 1500)
    assert re.search(r"small/data cannot be used: .+ Free some space.*--data", said)
    library = opened(settings)
    assert library.manifest["documents"] == {"changed": "v0"}
    assert len(dense(library, "v0", n=100)) == len(lexical(library, "v0", n=100)) == 30
    (small_disk / "filler").unlink()
    assert publish_elsewhere(worker, settings.data, 20) == "done"
    assert library.refresh() is True
    assert len(dense(library, "v1", n=100)) == len(lexical(library, "v1", n=100)) == 40


def test_a_file_where_the_folder_should_be(tmp_path: Path, publish: Publish) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageError, match=r"data cannot be used.*ASSISTANT_DATA"):
        publish(Settings(data=tmp_path / "data"), numbered("a", "v1", 1))
    with pytest.raises(StorageError, match=r"data.* cannot be used.*ASSISTANT_DATA"):
        publish(Settings(data=tmp_path / "data" / "deeper"), numbered("a", "v1", 1))


def as_nobody(script: str, data: Path) -> "subprocess.CompletedProcess[str]":
    """Runs a script without root's right to ignore permissions."""
    drop = f"import os; os.geteuid() == 0 and (os.setgroups([]), os.setegid({NOBODY}), os.seteuid({NOBODY}))\n"
    imports = (
        "from pathlib import Path\nfrom standin import numbered, standin_model\nfrom index.errors import StorageError\n"
        f"from index.library import Library, Publisher\nfrom index.settings import Settings\ndata = Path({str(data)!r})\n"
        "import chromadb, index.vectors\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PROJECT), str(Path(__file__).parent)])}
    command = [sys.executable, "-c", imports + drop + script]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


PUBLISH = """
try:
    with Publisher(Settings(data=data), 'builder-1', model_loader=standin_model) as publisher:
        publisher.add(numbered('new', 'v2', 3))
        publisher.publish()
except StorageError as error:
    print(error)
"""


@pytest.fixture
def reachable(tmp_path: Path) -> Path:
    """A folder that another user can reach."""
    for folder in [tmp_path, *tmp_path.parents]:
        if folder.stat().st_uid == os.getuid() and folder != Path(folder.root):
            folder.chmod(folder.stat().st_mode | 0o755)
    return tmp_path


def test_a_folder_without_permission(reachable: Path) -> None:
    (reachable / "data").mkdir(mode=0o555)
    done = as_nobody(PUBLISH, reachable / "data")
    assert "data cannot be used: " in done.stdout, done.stderr
    assert "Permission denied" in done.stdout
    assert "make the folder writable" in done.stdout


def test_an_index_that_became_read_only(reachable: Path, publish: Publish, opened: Opened) -> None:
    settings = Settings(data=reachable / "data")
    publish(settings, numbered("old", "v1", 30))
    for path in [settings.data, *settings.data.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = as_nobody(PUBLISH, settings.data)
    assert "data cannot be used: " in done.stdout, done.stderr
    for path in [settings.data, *settings.data.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert opened(settings).manifest["documents"] == {"old": "v1"}


def test_feedback_on_a_full_disk(small_disk: Path, publish: Publish, opened: Opened) -> None:
    settings = Settings(data=small_disk / "data")
    publish(settings, numbered("old", "v1", 3))
    library = opened(settings)
    (small_disk / "filler").write_bytes(b"x" * shutil.disk_usage(small_disk).free)
    with pytest.raises(StorageError, match="Free some space"):
        library.save_feedback("?" * 100_000, {}, "up")
    assert library.feedback() == []


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data", chroma="http://127.0.0.1:9")
    with Publisher(settings, "builder-1", model_loader=standin_model) as publisher:
        publisher.add(edition("a", ["x"]))
        with pytest.raises(StorageError, match=r"Chroma server at http://127.0.0.1:9 cannot be used.*ASSISTANT_CHROMA"):
            publisher.publish()


@pytest.mark.parametrize("address", ["localhost:8000", "ftp://x", "http://"])
def test_an_address_that_is_none(address: str, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data", chroma=address)
    with Publisher(settings, "builder-1", model_loader=standin_model) as publisher:
        publisher.add(edition("a", ["x"]))
        with pytest.raises(SettingError, match=r"ASSISTANT_CHROMA.*http://host:8000"):
            publisher.publish()


def test_a_database_address_that_is_none(tmp_path: Path) -> None:
    with (
        pytest.raises(SettingError, match="ASSISTANT_DATABASE"),
        Publisher(Settings(data=tmp_path, database="no-such-dialect://x"), "builder-1"),
    ):
        pass


def test_a_database_by_its_address(tmp_path: Path, publish: Publish, opened: Opened) -> None:
    settings = Settings(data=tmp_path / "data", database=f"sqlite:///{tmp_path / 'elsewhere.db'}")
    publish(settings, numbered("a", "v1", 3))
    assert opened(settings).size == 3
    assert not (tmp_path / "data" / "record.sqlite").exists()


def test_a_damaged_record(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, numbered("a", "v1", 3))
    (settings.data / "record.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(StorageError, match="is damaged"):
        opened(settings)
