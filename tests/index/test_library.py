"""Publishing and searching, on embedded Chroma and on a Chroma server."""

import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from standin import edition, numbered, standin_model

from index.embedding import EmbeddingModel
from index.errors import IndexBusy, IndexMismatch, IndexMissing, InputError, StorageError
from index.library import Hit, Library, Publisher
from index.merging import segments_to_merge
from index.record import Record
from index.record.publications import Publication
from index.record.segments import Segment
from index.settings import Settings
from index.vectors import VectorStore
from vietnamese.text import query_tokens

Publish = Callable[..., None]
Opened = Callable[[Settings], Library]

FUNDING = edition("funding", ["kinh phí đào tạo liên tục", "kinh phí đào tạo nghề", "báo cáo hằng năm"])
HEALTH = edition("health", ["trạm y tế xã", "kinh phí y tế dự phòng"])
HEAD = edition("head", ["Số 12/QĐ-UBND kinh phí"], kind="head")


def found(hits: list[Hit]) -> list[str]:
    return [hit.passage_id for hit in hits]


def lexical(library: Library, text: str, n: int = 10, **narrow: object) -> list[str]:
    return found(library.lexical(query_tokens(text, accented=True), n, **narrow))  # type: ignore[arg-type]


def dense(library: Library, text: str, n: int = 10, **narrow: object) -> list[str]:
    vector = library.model.encode_queries([text])[0]
    return found(library.dense(vector, n, **narrow))  # type: ignore[arg-type]


def segments(settings: Settings) -> set[str]:
    """The names of the collections that Chroma holds for an index."""
    record = Record.open(settings)
    assert record is not None
    store = VectorStore.open(settings, record.index_id())
    names = {c.name for c in store._client.list_collections() if c.name.startswith(store._prefix)}
    store.close()
    record.close()
    return names


def test_what_is_published_can_be_read(any_settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(any_settings, FUNDING, HEALTH)
    library = opened(any_settings)
    assert list(library.documents) == ["funding", "health"]
    assert library.documents["health"] == HEALTH.document
    assert library.passages_of("funding") == FUNDING.passages
    assert library.passage("health#1") == HEALTH.passages[1]
    assert library.all_passages() == FUNDING.passages + HEALTH.passages
    assert library.lines_of("health") == HEALTH.lines
    assert library.size == 5
    assert library.document_frequency("y") == 2
    assert library.manifest["documents"] == {"funding": "hash-1", "health": "hash-1"}
    assert library.manifest["counts"] == {"documents": 2, "withdrawn": 0, "passages": 5}
    assert library.manifest["publication"] == library.publication_id
    with pytest.raises(KeyError):
        library.lines_of("nobody")


def test_both_searches_find_and_narrow(any_settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(any_settings, FUNDING, HEALTH, HEAD)
    library = opened(any_settings)
    for search in (lexical, dense):
        assert search(library, "kinh phí đào tạo nghề")[0] == "funding#1"
        assert search(library, "kinh phí", documents=["health"])[0] == "health#1"
        assert search(library, "kinh phí", kinds=["head"]) == ["head#0"]
        assert "head#0" not in search(library, "kinh phí", kinds=["clause", "row"])
        assert search(library, "kinh phí", documents=["health"], kinds=["head"]) == []
        assert search(library, "kinh phí", documents=[]) == []
        assert search(library, "kinh phí", n=0) == []
        assert len(search(library, "kinh phí", n=2)) == 2
    hits = library.dense(library.model.encode_passages([FUNDING.passages[0].searchable])[0], 3)
    assert hits[0].passage_id == "funding#0"
    assert hits[0].score == pytest.approx(1, abs=1e-4)
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_a_new_edition_replaces_the_old_one_in_answers_only(
    any_settings: Settings, publish: Publish, opened: Opened
) -> None:
    publish(any_settings, FUNDING, HEALTH)
    library = opened(any_settings)
    before = library.publication_id
    assert library.refresh() is False
    publish(any_settings, edition("funding", ["học bổng sau đại học"], "hash-2"))
    assert "funding#1" in lexical(library, "kinh phí đào tạo nghề"), "a reader's state changes at refresh only"
    assert library.refresh() is True
    assert library.publication_id != before
    for search in (lexical, dense):
        assert search(library, "kinh phí đào tạo nghề", documents=["funding"]) in ([], ["funding#0"])
        assert search(library, "học bổng sau đại học")[0] == "funding#0"
    assert library.passage("funding#0").text == "học bổng sau đại học"
    record = Record.open(any_settings)
    assert record is not None
    assert [h.content_hash for h in record.editions.heads([1, 3])] == ["hash-1", "hash-2"]
    assert record.editions.lines(1) == FUNDING.lines
    record.close()


def test_a_removed_document_is_gone(any_settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(any_settings, FUNDING, HEALTH)
    publish(any_settings, remove="funding")
    library = opened(any_settings)
    assert list(library.all_documents()) == ["health"]
    for search in (lexical, dense):
        assert all(i.startswith("health#") for i in search(library, "kinh phí đào tạo"))
    publish(any_settings, remove="health")
    assert library.refresh() is True
    assert (library.size, dict(library.documents), dense(library, "y tế"), lexical(library, "y tế")) == (0, {}, [], [])
    publish(any_settings, FUNDING)
    assert library.refresh() is True
    assert dense(library, "báo cáo hằng năm")[0] == "funding#2"


def test_a_withdrawn_document_stays_out_until_restored(
    any_settings: Settings, publish: Publish, opened: Opened
) -> None:
    publish(any_settings, FUNDING, HEALTH)
    publish(any_settings, withdraw="funding")
    library = opened(any_settings)
    assert list(library.documents) == ["health"]
    assert library.all_documents()["funding"].withdrawn is True
    assert library.manifest["counts"] == {"documents": 2, "withdrawn": 1, "passages": 2}
    assert library.document_frequency("nghề") == 0
    publish(any_settings, edition("funding", ["kinh phí mới"], "hash-2"))
    library.refresh()
    for search in (lexical, dense):
        assert all(i.startswith("health#") for i in search(library, "kinh phí đào tạo"))
    assert len(dense(library, "kinh phí")) == 2
    with Publisher(any_settings, "builder-1", model_loader=standin_model) as publisher:
        assert publisher.known["funding"].withdrawn is True
        assert publisher.known["health"].withdrawn is False
    publish(any_settings, restore="funding")
    library.refresh()
    assert lexical(library, "kinh phí mới")[0] == dense(library, "kinh phí mới")[0] == "funding#0"


def test_many_publications_are_merged_without_embedding_again(
    any_settings: Settings, publish: Publish, opened: Opened
) -> None:
    for i in range(12):
        publish(any_settings, numbered(f"d{i}", "v1", 3))
    library = opened(any_settings)
    assert len(library._snapshot.publication.segments) <= 8
    assert len(library.documents) == 12
    for i in range(12):
        query = f"d{i} v1 điều khoản số 1 về kinh phí đào tạo"
        assert dense(library, f"Document d{i}\n{query}")[0] == f"d{i}#1"
    kept = {s.name for p in _recent(any_settings) for s in p.segments}
    assert segments(any_settings) == kept


def _recent(settings: Settings) -> list[Publication]:
    record = Record.open(settings)
    assert record is not None
    recent = record.publications.recent()
    record.close()
    return recent


def test_dead_passages_are_left_behind(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, *(numbered(f"d{i}", "v1", 10) for i in range(4)))
    publish(settings, remove="d0 d1")
    assert [s.size for s in opened(settings)._snapshot.publication.segments] == [40]
    publish(settings, remove="d2")
    library = opened(settings)
    assert [s.size for s in library._snapshot.publication.segments] == [10]
    assert len(dense(library, "kinh phí", n=100)) == 10
    publish(settings, numbered("d4", "v1", 1))
    assert len(segments(settings)) == 2
    assert len(list((settings.data / "lexical").iterdir())) == 2


def test_which_segments_are_merged() -> None:
    small = [Segment(f"s{i}", {i: 10}) for i in range(9)]
    big = Segment("big", {100: 1000})
    everything = set(range(9)) | {100}
    assert segments_to_merge(small[:8], everything) == []
    assert segments_to_merge(small, everything) == small
    assert segments_to_merge([big, *small[:8]], everything) == small[:8]
    assert segments_to_merge([big, small[0]], {0}) == [big, small[0]]
    assert segments_to_merge([], everything) == []


def test_nothing_pending_is_instant_and_needs_no_model(settings: Settings, publish: Publish) -> None:
    def no_model() -> EmbeddingModel:
        raise AssertionError("the model was loaded")

    publish(settings, FUNDING)
    with Publisher(settings, "builder-1", model_loader=no_model) as publisher:
        publisher.publish()
        publisher.withdraw("funding")
        publisher.publish()
        publisher.withdraw("funding")
        publisher.restore("funding")
        publisher.publish()
        assert publisher.known["funding"].withdrawn is False
        assert publisher.known["funding"].content_hash == "hash-1"
        assert publisher.known["funding"].builder_version == "builder-1"


def test_wrong_changes_are_refused_by_name(settings: Settings, publish: Publish, model: EmbeddingModel) -> None:
    publish(settings, FUNDING)
    with Publisher(settings, "builder-1", model_loader=lambda: model) as publisher:
        for change in (publisher.remove, publisher.withdraw, publisher.restore):
            with pytest.raises(InputError, match="no document nobody"):
                change("nobody")
        publisher.add(HEALTH)
        with pytest.raises(InputError, match="health was added twice"):
            publisher.add(HEALTH)
        publisher.add(edition("other", ["x"]))
        clash = edition("clash", ["x"])
        object.__setattr__(clash.passages[0], "id", "other#0")
        publisher.add(clash)
        with pytest.raises(InputError, match="one id: other#0"):
            publisher.publish()


def test_no_index_names_the_command(settings: Settings) -> None:
    with pytest.raises(IndexMissing, match=r"python -m ingest"):
        Library.open(settings)
    assert not settings.data.exists(), "looking for an index leaves nothing behind"
    with Publisher(settings, "builder-1") as publisher:
        publisher.publish()
    with pytest.raises(IndexMissing):
        Library.open(settings)


def test_another_model_is_refused_by_both_names(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, FUNDING)
    with pytest.raises(IndexMismatch, match=r"stand-in in float32.*bundled:multilingual-e5-small@.*--rebuild"):
        Library.open(settings)
    with pytest.raises(IndexMismatch, match=r"stand-in.*bundled:.*--rebuild"), Publisher(settings, "builder-1"):
        pass
    other = standin_model("another")
    with Publisher(settings, "builder-1", model_loader=lambda: other) as publisher:
        publisher.add(HEALTH)
        with pytest.raises(IndexMismatch, match=r"stand-in.*another"):
            publisher.publish()
    assert list(opened(settings).documents) == ["funding"]
    with Publisher(settings, "builder-1", model_loader=lambda: other, rebuild=True) as publisher:
        publisher.publish()
    with pytest.raises(IndexMismatch, match=r"another.*stand-in"):
        Library.open(settings, standin_model())
    library = Library.open(settings, other)
    assert dense(library, "kinh phí đào tạo nghề")[0] == "funding#1"
    library.close()


def test_another_number_type_is_refused(settings: Settings) -> None:
    with Publisher(settings, "builder-1") as publisher:
        publisher.add(edition("empty", []))
        publisher.publish()
    Library.open(settings).close()
    with pytest.raises(IndexMismatch, match=r"in float32.*in bfloat16"):
        Library.open(settings.model_copy(update={"dtype": "bfloat16"}))


def test_another_builder_is_refused_where_asked_for(
    settings: Settings, publish: Publish, model: EmbeddingModel
) -> None:
    publish(settings, FUNDING)
    Library.open(settings, model, builder_version="builder-1").close()
    with pytest.raises(IndexMismatch, match=r"version builder-1.*this program has builder-2.*python -m ingest"):
        Library.open(settings, model, builder_version="builder-2")
    with Publisher(settings, "builder-2", model_loader=lambda: model) as publisher:
        publisher.add(HEALTH)
        publisher.publish()
        assert publisher.known["funding"].builder_version == "builder-1"
    with pytest.raises(IndexMismatch, match="builder-1, builder-2"):
        Library.open(settings, model, builder_version="builder-2")


def test_a_rebuild_restores_lost_vectors_from_the_record(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, FUNDING, HEALTH)
    publish(settings, withdraw="health")
    shutil.rmtree(settings.data / "chroma")
    shutil.rmtree(settings.data / "lexical")
    with pytest.raises(StorageError, match="--rebuild"):
        opened(settings)
    publish(settings, rebuild=True)
    library = opened(settings)
    assert dense(library, "báo cáo hằng năm")[0] == lexical(library, "báo cáo hằng năm")[0] == "funding#2"
    assert list(library.documents) == ["funding"]


def test_one_writer_at_a_time(settings: Settings, model: EmbeddingModel) -> None:
    with (
        Publisher(settings, "builder-1", model_loader=lambda: model),
        pytest.raises(IndexBusy, match="Another ingest is writing"),
        Publisher(settings, "builder-1"),
    ):
        pass
    with Publisher(settings, "builder-1", model_loader=lambda: model):
        pass


def test_a_writer_in_another_process_is_seen(
    settings: Settings, publish: Publish, opened: Opened, worker: Callable[..., "subprocess.Popen[str]"]
) -> None:
    publish(settings, numbered("kept", "v0", 5), numbered("changed", "v0", 5), numbered("gone", "v0", 5))
    library = opened(settings)
    assert set(dense(library, "v0", n=100)) == set(lexical(library, "v0", n=100))
    process = worker(str(settings.data), "v1")
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "ready\n"
    with pytest.raises(IndexBusy), Publisher(settings, "builder-1"):
        pass
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "done\n"
    process.wait()
    assert "gone" in library.documents
    assert library.refresh() is True
    assert set(library.documents) == {"kept", "changed", "new-v1"}
    for search in (lexical, dense):
        hits = search(library, "changed v1 kinh phí", n=1000)
        assert len(hits) == 605
        assert {i.split("#")[0] for i in hits} == {"kept", "changed", "new-v1"}


def test_a_reader_two_publications_behind_catches_up(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, FUNDING)
    library = opened(settings)
    publish(settings, edition("funding", ["một"], "hash-2"))
    publish(settings, edition("funding", ["hai"], "hash-3"))
    assert dense(library, "hai") == ["funding#0"]
    assert library.passage("funding#0").text == "hai"


def test_threads_search_while_another_publishes(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, numbered("a", "v0", 20), numbered("b", "v0", 20))
    library = opened(settings)

    def ask(i: int) -> None:
        library.refresh()
        for search in (lexical, dense):
            hits = search(library, "v0 kinh phí", n=30)
            assert len(hits) == 30
            assert len(set(hits)) == 30
        assert library.passages_of("a")[i % 20].document_id == "a"

    with ThreadPoolExecutor(4) as pool:
        asked = pool.map(ask, range(200))
        for version in range(1, 5):
            publish(settings, numbered("a", f"v{version}", 20))
        list(asked)


def test_dense_search_is_exact_on_thousands(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, *(numbered(f"d{i}", "v1", 400) for i in range(5)))
    publish(settings, numbered("d0", "v2", 400), remove="d4")
    library = opened(settings)
    passages = library.all_passages()
    vectors = library.model.encode_passages([p.searchable for p in passages])
    for text in ("kinh phí d1 số 7", "d0 v2 đào tạo", "báo cáo"):
        query = library.model.encode_queries([text])[0]
        for documents in (None, ["d1"], ["d0", "d2"]):
            allowed = [i for i, p in enumerate(passages) if documents is None or p.document_id in documents]
            best = np.sort(vectors[allowed] @ query)[::-1][:50]
            got = [hit.score for hit in library.dense(query, 50, documents=documents)]
            np.testing.assert_allclose(got, best, atol=1e-4)


def test_feedback_is_kept_in_order(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, FUNDING)
    library = opened(settings)
    library.save_feedback("Ai chi trả?", {"status": "answered", "answer": "Sở Tài chính [1]"}, "up")
    library.save_feedback("Bao giờ?", {"status": "no_evidence"}, "down", "thiếu hạn nộp")
    publish(settings, HEALTH)
    first, second = opened(settings).feedback()
    assert (first.question, first.answer["answer"], first.verdict) == ("Ai chi trả?", "Sở Tài chính [1]", "up")
    assert (second.verdict, second.comment) == ("down", "thiếu hạn nộp")


def test_the_last_verdict_on_an_answer_is_the_one_kept(settings: Settings, publish: Publish, opened: Opened) -> None:
    publish(settings, FUNDING)
    library = opened(settings)
    library.save_feedback("Ai chi trả?", {"id": "a"}, "down")
    library.save_feedback("Bao giờ?", {"id": "b"}, "up")
    library.save_feedback("Ai chi trả?", {"id": "a"}, "down", "sai cơ quan")
    library.save_feedback("Ở đâu?", {"id": None}, "up")
    library.save_feedback("Ở đâu?", {"id": None}, "down")
    kept = [(f.answer["id"], f.verdict, f.comment) for f in library.feedback()]
    assert kept == [("b", "up", ""), ("a", "down", "sai cơ quan"), (None, "up", ""), (None, "down", "")]
    library.remove_feedback("a")
    library.remove_feedback("never given")
    assert [f.answer["id"] for f in library.feedback()] == ["b", None, None]


def test_everything_with_the_real_model(settings: Settings, real_model: EmbeddingModel) -> None:
    with Publisher(settings, "builder-1", model_loader=lambda: real_model) as publisher:
        publisher.add(FUNDING)
        publisher.add(HEALTH)
        publisher.publish()
    library = Library.open(settings)
    assert library.manifest["dimension"] == 384
    library = Library.open(settings, real_model)
    assert dense(library, "Who pays for health prevention?", n=2)[0].startswith("health")
    library.close()


def test_the_record_s_file_is_the_only_truth(tmp_path: Path, publish: Publish, opened: Opened) -> None:
    """A data folder can be moved."""
    publish(Settings(data=tmp_path / "here"), FUNDING)
    shutil.move(tmp_path / "here", tmp_path / "there")
    assert dense(opened(Settings(data=tmp_path / "there")), "báo cáo hằng năm")[0] == "funding#2"
