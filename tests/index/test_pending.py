"""Editions that are written but not published: unseen, taken up by the next run, deleted by whoever publishes without them."""

import signal
import subprocess
from collections.abc import Callable

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from standin import edition, numbered, standin_model
from test_library import dense, lexical, segments

import index.staging
from index.embedding import EmbeddingModel
from index.errors import InputError
from index.library import Library, Publisher
from index.record import Record
from index.record.segments import Segment
from index.record.tables import EditionRow, PassageRow, StagedSegmentRow
from index.settings import Settings

Publish = Callable[..., None]
Opened = Callable[[Settings], Library]
Worker = Callable[..., "subprocess.Popen[str]"]
BUILDER = "builder-1"


def no_model() -> EmbeddingModel:
    raise AssertionError("the model was loaded")


def rows(settings: Settings) -> tuple[int, int, int]:
    """How many editions, passages and staged segments the record holds."""
    record = Record.open(settings)
    assert record is not None
    with Session(record._engine) as session:
        counts = [
            session.scalar(select(func.count()).select_from(t)) or 0 for t in (EditionRow, PassageRow, StagedSegmentRow)
        ]
    record.close()
    return counts[0], counts[1], counts[2]


def stopped(settings: Settings, worker: Worker, step: str, passages: int = 20) -> None:
    """A writer of "changed" and "new-v1" that is killed at a step."""
    process = worker(str(settings.data), "v1", step, str(passages))
    process.communicate("\n", timeout=100)
    assert process.returncode == -signal.SIGKILL


def test_a_stopped_run_is_taken_up_without_reading_or_embedding(
    settings: Settings, publish: Publish, opened: Opened, worker: Worker
) -> None:
    publish(settings, numbered("changed", "v0", 5), numbered("gone", "v0", 5))
    stopped(settings, worker, "before-lexical")
    assert rows(settings) == (4, 50, 1)
    library = opened(settings)
    assert library.manifest["documents"] == {"changed": "v0", "gone": "v0"}
    assert [v.content_hash for v in library.history("changed")] == ["v0"] and library.history("new-v1") == ()
    with Publisher(settings, BUILDER, model_loader=no_model) as publisher:
        assert publisher.adopt("changed", "another content", "changed.md") is None
        assert publisher.adopt("changed", "v1", "other file.md") is None
        for name in ("changed", "new-v1"):
            adopted = publisher.adopt(name, "v1", f"{name}.md")
            assert adopted is not None and len(adopted.passages) == 20
        with pytest.raises(InputError, match="added twice"):
            publisher.add(numbered("changed", "v2", 1))
        assert publisher.publish() is True
    library.refresh()
    assert library.manifest["documents"] == {"changed": "v1", "gone": "v0", "new-v1": "v1"}
    assert {i.split("#")[0] for i in dense(library, "v1", n=100)} == {"changed", "gone", "new-v1"}
    assert len(lexical(library, "v1", n=100)) == 40
    assert rows(settings) == (4, 50, 0)


def test_what_is_not_taken_up_is_deleted_and_its_id_is_not_given_again(
    settings: Settings, publish: Publish, opened: Opened, worker: Worker
) -> None:
    publish(settings, numbered("kept", "v0", 5))
    stopped(settings, worker, "before-lexical")
    with Publisher(settings, BUILDER, model_loader=no_model) as publisher:
        assert publisher.adopt("changed", "v1", "changed.md") is not None
        publisher.publish()
    assert rows(settings) == (2, 25, 0)
    # The segment of the stopped run still has entries of "new-v1": another edition under its id would get its vectors.
    publish(settings, edition("other", ["đào tạo nghề", "kinh phí"]))
    library = opened(settings)
    assert library._snapshot.editions == {"kept": 1, "changed": 2, "other": 4}
    vector = library.model.encode_passages([library.passage("other#1").searchable])[0]
    assert library.dense(vector, 1)[0].score == pytest.approx(1, abs=1e-4)
    publish(settings, numbered("last", "v0", 3))
    assert segments(settings) == {s.name for p in _recent(settings) for s in p}


def _recent(settings: Settings) -> list[tuple[Segment, ...]]:
    record = Record.open(settings)
    assert record is not None
    recent = [p.segments for p in record.publications.recent()]
    record.close()
    return recent


def test_vectors_of_another_model_are_not_taken_up(settings: Settings, worker: Worker) -> None:
    stopped(settings, worker, "before-lexical")
    other = standin_model("another")
    with Publisher(settings, BUILDER, model_loader=lambda: other) as publisher:
        assert publisher.adopt("changed", "v1", "changed.md") is not None
        publisher.publish()
    library = Library.open(settings, other)
    assert library.manifest["model"] == "another" and library.manifest["dimension"] == 32
    assert len(dense(library, "v1", n=100)) == 20
    library.close()
    assert len(segments(settings)) == 1


def test_the_first_publication_of_a_stopped_run_knows_its_model(settings: Settings, worker: Worker) -> None:
    stopped(settings, worker, "before-lexical")
    model = standin_model()
    with Publisher(settings, BUILDER, model_loader=lambda: model) as publisher:
        publisher.adopt("changed", "v1", "changed.md")
        publisher.publish()
    library = Library.open(settings, model)
    assert (library.manifest["model"], library.manifest["dimension"]) == ("stand-in", 32)
    library.close()


def test_an_earlier_edition_comes_back_at_no_cost(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, numbered("a", "v1", 5), numbered("b", "v1", 9))
    publish(settings, numbered("a", "v2", 5))
    with Publisher(settings, BUILDER, model_loader=no_model) as publisher:
        assert publisher.adopt("a", "v1", "a.md") is not None
        publisher.publish()
    library = opened(settings)
    assert {library.passage(i).text.split()[1] for i in dense(library, "a v1", n=100)} == {"v1"}
    assert [(v.number, v.content_hash, v.is_live) for v in library.history("a")] == [(1, "v1", True), (2, "v2", False)]
    publish(settings, remove="b")
    with Publisher(settings, BUILDER, model_loader=standin_model) as publisher:
        assert publisher.adopt("b", "v1", "b.md") is not None
        publisher.publish()
    library.refresh()
    assert set(lexical(library, "v1", n=100)) == set(dense(library, "v1", n=100))
    assert library.size == 14


def test_the_history_has_every_published_edition_with_its_content(
    settings: Settings, publish: Publish, opened: Opened
) -> None:
    first, second = edition("a", ["một", "hai"], "h1"), edition("a", ["ba"], "h2")
    publish(settings, first)
    publish(settings, second, edition("b", ["khác"]))
    publish(settings, remove="a")
    library = opened(settings)
    one, two = library.history("a")
    assert (one.number, two.number, one.is_live, two.is_live) == (1, 2, False, False)
    assert (one.document, one.content_hash, one.builder_version) == (first.document, "h1", BUILDER)
    assert library.lines_of_edition(one.edition_id) == first.lines
    assert library.lines_of_edition(two.edition_id) == second.lines
    assert library.ever_published() == {"a", "b"} and library.history("nobody") == ()
    with pytest.raises(KeyError):
        library.lines_of_edition(99)


def test_many_editions_are_embedded_in_batches_into_segments_of_whole_editions(
    settings: Settings, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.staging, "BATCH", 16)
    monkeypatch.setattr(index.staging, "SEGMENT", 30)
    told: list[tuple[int, int]] = []
    with Publisher(
        settings, BUILDER, model_loader=standin_model, progress=lambda done, total: told.append((done, total))
    ) as publisher:
        for i in range(10):
            publisher.add(numbered(f"d{i}", "v1", 7))
        assert told == [(21, 21), (42, 42), (63, 63)]
        publisher.publish()
    assert told[-1] == (70, 70)
    library = opened(settings)
    held = [set(s.editions) for s in library._snapshot.publication.segments]
    assert sorted(e for editions in held for e in editions) == list(range(1, 11))
    assert [s.size for s in library._snapshot.publication.segments] == [42, 28]
    assert len(dense(library, "v1", n=100)) == 70


def test_a_data_folder_of_an_earlier_version_goes_on(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, numbered("a", "v1", 5))
    record = Record.open(settings)
    assert record is not None
    with record._engine.begin() as connection:
        connection.execute(text("DROP TABLE staged_segment"))
        connection.execute(text("UPDATE passage SET body = json_insert(body, '$.block_pages', json('[1]'))"))
    record.close()
    assert opened(settings).size == 5
    publish(settings, numbered("b", "v1", 5))
    assert opened(settings).size == 10
