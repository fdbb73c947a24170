"""A writer in a process of its own: `publish_worker.py DATA VERSION [STEP [PASSAGES]]`.

It prints "ready", waits for a line, publishes `VERSION` of "changed", takes "gone" out and adds a document, and prints
"done", or the StorageError that it met. With a STEP, it kills itself there.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from standin import numbered, standin_model

import index.lexical_folders
from index.errors import StorageError
from index.lexical_folders import LexicalFolders
from index.library import Publisher
from index.record.editions import Editions
from index.record.publications import Publications
from index.record.segments import StagedSegments
from index.record.tables import PublishedEdition
from index.settings import Settings
from index.vectors import VectorStore

PASSAGES = 300


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(step: str) -> None:
    """Arranges for death before or after a step of publishing."""
    places: dict[str, tuple[Any, str]] = {
        "before-record": (Editions, "add"),
        "before-vectors": (VectorStore, "write"),
        "before-staging": (StagedSegments, "add"),
        "before-lexical": (LexicalFolders, "write"),
        "before-sync": (index.lexical_folders, "force"),
        "before-switch": (Publications, "publish"),
        "within-switch": (PublishedEdition, "__init__"),
        "before-cleaning": (VectorStore, "collect"),
    }
    owner, name = places[step]
    setattr(owner, name, die)


def main(data: str, version: str, step: str = "", passages: str = str(PASSAGES)) -> None:
    if step:
        die_at(step)
    with Publisher(Settings(data=Path(data)), "builder-1", model_loader=standin_model) as publisher:
        print("ready", flush=True)
        sys.stdin.readline()
        publisher.add(numbered("changed", version, int(passages)))
        if "gone" in publisher.known:
            publisher.remove("gone")
        publisher.add(numbered(f"new-{version}", version, int(passages)))
        publisher.publish()
    print("done", flush=True)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except StorageError as error:
        print(error)
