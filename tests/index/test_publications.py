"""What the record keeps of publications: enough for readers and for the history, however many there were."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from standin import numbered
from test_library import dense, lexical

import index.record.publications
from index.library import Library
from index.record import Record
from index.record.publications import Publication
from index.record.tables import PublicationRow, PublishedEdition
from index.settings import Settings

Publish = Callable[..., None]
Opened = Callable[[Settings], Library]
N = 20  # documents


def listed(settings: Settings) -> list[tuple[int, int]]:
    """(publication, edition) for each row that the record keeps."""
    with _session(settings) as session:
        rows = session.execute(select(PublishedEdition.publication_id, PublishedEdition.edition_id))
        return sorted((publication, edition) for publication, edition in rows)


def characters(settings: Settings) -> int:
    """What the record holds of segments and manifests."""
    with _session(settings) as session:
        return sum(len(str(row.segments)) + len(str(row.manifest)) for row in session.scalars(select(PublicationRow)))


def publications(settings: Settings) -> int:
    with _session(settings) as session:
        return session.scalar(select(func.count()).select_from(PublicationRow)) or 0


def _session(settings: Settings) -> Session:
    record = Record.open(settings)
    assert record is not None
    return Session(record._engine)


def replaced(settings: Settings, publish: Publish) -> None:
    """Publishes `N` documents, then six further times: two editions of one document, two removed, one withdrawn and back."""
    publish(settings, *(numbered(f"d{i}", "v1", 1) for i in range(N)))
    publish(settings, numbered("d0", "v2", 1))
    publish(settings, numbered("d0", "v3", 1))
    publish(settings, remove="d1 d2")
    publish(settings, withdraw="d3")
    publish(settings, restore="d3")
    publish(settings, withdraw="d4")


def test_the_record_does_not_grow_with_every_publication(settings: Settings, publish: Publish, opened: Opened) -> None:
    replaced(settings, publish)
    # The last two publications whole, and one row for each of the four editions that neither of them lists.
    rows = listed(settings)
    assert {edition: p for p, edition in rows if p < 6} == {1: 1, 21: 2, 2: 3, 3: 3}
    assert len(rows) == 2 * (N - 2) + 4
    before = characters(settings)
    for _ in range(3):
        publish(settings, restore="d4")
        publish(settings, withdraw="d4")
    assert (len(listed(settings)), publications(settings)) == (len(rows), 5)
    assert characters(settings) == before
    library = opened(settings)
    assert [(v.content_hash, v.is_live) for v in library.history("d0")] == [("v1", False), ("v2", False), ("v3", True)]
    assert library.ever_published() == {f"d{i}" for i in range(N)}
    assert library.lines_of_edition(1) == numbered("d0", "v1", 1).lines


def test_an_edition_that_comes_back_is_listed_once_more(settings: Settings, publish: Publish, opened: Opened) -> None:
    for version in ("v1", "v2", "v3"):
        publish(settings, numbered("a", version, 1), numbered("b", version, 1))
    publish(settings, remove="b")
    publish(settings, numbered("c", "v1", 1))
    assert [v.content_hash for v in opened(settings).history("b")] == ["v1", "v2", "v3"]
    publish(settings, numbered("b", "v4", 1))
    assert [v.number for v in opened(settings).history("b")] == [1, 2, 3, 4]


def test_a_record_of_an_earlier_version_shrinks_at_the_next_publication(
    settings: Settings, publish: Publish, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Earlier versions kept every publication whole."""
    with monkeypatch.context() as earlier:
        earlier.setattr(index.record.publications, "_empty_older", lambda _: None)
        replaced(settings, publish)
    assert len(listed(settings)) == 3 * N + 4 * (N - 2)
    library = opened(settings)
    history = {name: [v.edition_id for v in library.history(name)] for name in library.ever_published()}
    assert len(lexical(library, "kinh phí", n=100)) == len(dense(library, "kinh phí", n=100)) == N - 3
    publish(settings, restore="d4")
    assert (len(listed(settings)), publications(settings)) == (2 * (N - 2) + 4, 5)
    library.refresh()
    assert {name: [v.edition_id for v in library.history(name)] for name in library.ever_published()} == history
    assert len(lexical(library, "kinh phí", n=100)) == len(dense(library, "kinh phí", n=100)) == N - 2


def test_a_publication_that_was_emptied_while_it_was_read_is_not_shown(
    settings: Settings, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(settings, numbered("a", "v1", 1))
    record = Record.open(settings)
    assert record is not None
    read: Callable[[Session, PublicationRow], Publication] = index.record.publications._publication

    def slowly(session: Session, row: PublicationRow) -> Any:
        monkeypatch.setattr(index.record.publications, "_publication", read)
        assert row.id == 1
        publish(settings, numbered("a", "v2", 1))
        publish(settings, numbered("a", "v3", 1))
        return read(session, row)

    monkeypatch.setattr(index.record.publications, "_publication", slowly)
    live = record.publications.live()
    assert live is not None
    assert (live.id, live.manifest["documents"], live.editions) == (3, {"a": "v3"}, {3: False})
    record.close()
