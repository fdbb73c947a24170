"""What a run may write while the disk fills up."""

import errno

import pytest
from standin import numbered

from index.document import Edition, SourceLine
from index.room import refuse_full_disk
from index.settings import Settings


@pytest.fixture
def endless() -> Edition:
    """An edition of a text of some hundred terabytes: one line, over and over."""
    edition = numbered("d", "v1", 1)
    line = SourceLine("x" * 100_000_000, 1)
    return Edition(edition.document, (line,) * 1_000_000, edition.passages, edition.content_hash)


def test_what_leaves_readers_room_is_let_through(settings: Settings) -> None:
    settings.data.mkdir(parents=True, exist_ok=True)
    refuse_full_disk(settings, [numbered("d", "v1", 20)])


def test_what_would_take_it_is_refused_as_on_a_full_disk(settings: Settings, endless: Edition) -> None:
    settings.data.mkdir(parents=True, exist_ok=True)
    with pytest.raises(OSError) as raised:
        refuse_full_disk(settings, [endless])
    assert raised.value.errno == errno.ENOSPC


def test_a_record_elsewhere_takes_no_room_here(settings: Settings, endless: Edition) -> None:
    refuse_full_disk(settings.model_copy(update={"database": "postgresql://elsewhere/record"}), [endless])
