"""A writer killed at any moment leaves the old publication or the new one, whole, and the next writer cleans up."""

import random
import signal
import subprocess
import time
from collections.abc import Callable

import pytest
from publish_worker import PASSAGES
from standin import numbered
from test_library import dense, lexical, segments

from index.library import Library
from index.record import Record
from index.settings import Settings

Publish = Callable[..., None]
Opened = Callable[[Settings], Library]
Worker = Callable[..., "subprocess.Popen[str]"]

BEFORE = {"kept": "v0", "changed": "v0", "gone": "v0"}
AFTER = {"kept": "v0", "changed": "v1", "new-v1": "v1"}


def begin(settings: Settings, publish: Publish) -> None:
    publish(settings, *(numbered(name, version, 20) for name, version in BEFORE.items()))


def release(process: "subprocess.Popen[str]") -> None:
    """Lets a worker that is ready go on."""
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("\n")
    process.stdin.flush()


def state(library: Library) -> dict[str, str]:
    """Documents with their version, after seeing that record, lexical index and vectors tell the same."""
    versions = {name: library.manifest["documents"][name] for name in library.documents}
    for name, version in versions.items():
        passages = library.passages_of(name)
        assert all(version in p.text.split() for p in passages)
        assert library.lines_of(name)[0].text == passages[0].text
        expected = {p.id for p in passages}
        assert set(dense(library, f"{name} {version}", n=1000, documents=[name])) == expected
        assert set(lexical(library, version, n=1000, documents=[name])) == expected
    assert {i.split("#")[0] for i in dense(library, "kinh phí", n=5000)} == set(versions)
    assert library.size == sum(len(library.passages_of(name)) for name in versions)
    return versions


def finish(settings: Settings, publish: Publish, opened: Opened, running: Library) -> dict[str, str]:
    """The state after a kill; the next writer works and leaves nothing behind."""
    after = state(opened(settings))
    running.refresh()
    assert state(running) == after
    publish(settings, numbered("next", "v9", 3))
    assert state(opened(settings)) == {**after, "next": "v9"}
    record = Record.open(settings)
    assert record is not None
    recent = record.publications.recent()
    record.close()
    assert segments(settings) == {s.name for p in recent for s in p.segments}
    assert {f.name for f in (settings.data / "lexical").iterdir()} == {p.lexical for p in recent}
    return after


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("before-record", BEFORE),
        ("before-vectors", BEFORE),
        ("before-staging", BEFORE),
        ("before-lexical", BEFORE),
        ("before-sync", BEFORE),
        ("before-switch", BEFORE),
        ("within-switch", BEFORE),
        ("before-cleaning", AFTER),
    ],
)
def test_killed_at_a_step(
    step: str, expected: dict[str, str], settings: Settings, publish: Publish, opened: Opened, worker: Worker
) -> None:
    begin(settings, publish)
    running = opened(settings)
    process = worker(str(settings.data), "v1", step)
    release(process)
    assert process.wait() == -signal.SIGKILL
    assert finish(settings, publish, opened, running) == expected


def kill_somewhere(seed: int, settings: Settings, publish: Publish, opened: Opened, worker: Worker) -> None:
    begin(settings, publish)
    running = opened(settings)
    process = worker(str(settings.data), "v1")
    release(process)
    time.sleep(random.Random(seed).uniform(0, 1.2))
    process.kill()
    process.wait()
    assert finish(settings, publish, opened, running) in (BEFORE, AFTER)


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment(seed: int, settings: Settings, publish: Publish, opened: Opened, worker: Worker) -> None:
    kill_somewhere(seed, settings, publish, opened, worker)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 130))
def test_killed_at_thirty_moments(
    seed: int, settings: Settings, publish: Publish, opened: Opened, worker: Worker
) -> None:
    kill_somewhere(seed, settings, publish, opened, worker)


def test_killed_while_publishing_the_first_time(
    settings: Settings, publish: Publish, opened: Opened, worker: Worker
) -> None:
    process = worker(str(settings.data), "v1", "within-switch")
    release(process)
    process.wait()
    publish(settings, numbered("next", "v9", 3))
    assert state(opened(settings)) == {"next": "v9"}
    assert len(segments(settings)) == 1
    assert PASSAGES > 3, "the killed segment was not the one that is left"
