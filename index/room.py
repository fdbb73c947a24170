"""Room on the disk: what a run writes before it publishes must leave readers what they need."""

import errno
import os
import shutil
from collections.abc import Iterable

from index.document import Edition
from index.settings import Settings

_READERS = 1_000_000
"""Bytes that stay free for readers; record and vectors together need some 100 KB to open."""


def refuse_full_disk(settings: Settings, editions: Iterable[Edition]) -> None:
    """OSError, as of a full disk, where pending editions would take the room that readers need to open the live publication.

    Only a record in the data folder takes room there.
    """
    room = _READERS + sum(map(_taken, editions))
    if settings.database is None and shutil.disk_usage(settings.data).free < room:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _taken(edition: Edition) -> int:
    """Bytes that an edition takes in the record, twice, since it stands in the log first; rather too many."""
    texts = sum(len(line.text) + 150 for line in edition.lines) + sum(len(p.searchable) + 600 for p in edition.passages)
    rows = edition.registered.rows if edition.registered else ()
    words = 100 * sum(len(page.words) for page in edition.pages)
    return 2 * (
        2 * texts + words + sum(2 * len(row.accented) + len(row.plain) + 2 * len(row.body) + 300 for row in rows)
    )
