import pytest
from small_library import FORMS, GOALS, MONEY, PASSAGES, A, plans

from answer.assistant import Assistant
from answer.retrieve import CLAUSE_KINDS, NAMING_KINDS, RegulationRetriever, fuse, retrieve
from index.hit import Hit

DOCUMENT = "hau-giang-ke-hoach-nganh-y-te-2023"


def test_found_by_both_is_better_than_by_one() -> None:
    dense = [Hit(GOALS.id, 0.9), Hit(MONEY.id, 0.8), Hit(FORMS[0].id, 0.1)]
    lexical = [Hit(GOALS.id, 12.0), Hit(FORMS[1].id, 11.0), Hit(FORMS[0].id, 2.0)]
    found = fuse(plans(), dense, lexical)
    assert found[0].passage == GOALS
    assert found[0].fused == pytest.approx(1.0)
    assert {c.passage.id for c in found} == {GOALS.id, MONEY.id, FORMS[0].id, FORMS[1].id}
    assert [c.fused for c in found] == sorted((c.fused for c in found), reverse=True)


def test_raw_scores_are_kept_and_a_leg_that_missed_counts_zero() -> None:
    (only,) = fuse(plans(), [], [Hit(GOALS.id, 7.0)])
    assert (only.dense, only.lexical) == (0.0, 7.0)
    assert 0 < only.fused < 1


def test_nothing_found_is_nothing() -> None:
    assert fuse(plans(), [], []) == []


def test_equals_stand_in_reading_order() -> None:
    hits = [Hit(p.id, 1.0) for p in reversed(PASSAGES) if p.document_id == A]
    found = [c.passage.ordinal for c in fuse(plans(), hits, hits)]
    assert found == sorted(found)


@pytest.mark.parametrize("kinds", [CLAUSE_KINDS, NAMING_KINDS])
def test_only_the_kinds_and_documents_wanted(assistant: Assistant, kinds: frozenset[str]) -> None:
    found = retrieve(assistant.library, {"đào tạo liên tục": 1.0}, "đào tạo liên tục", True, {DOCUMENT}, kinds)  # type: ignore[arg-type]
    assert found
    assert {c.passage.document_id for c in found} == {DOCUMENT}
    assert {c.passage.kind for c in found} <= kinds
    assert all(0 <= c.fused <= 1 + 1e-9 for c in found)


def test_the_retriever_gives_langchain_documents(assistant: Assistant) -> None:
    retriever = RegulationRetriever(library=assistant.library, k=3)
    found = retriever.invoke("kinh phí đào tạo lấy từ đâu")
    assert len(found) == 3
    for document in found:
        passage = assistant.library.passage(str(document.id))
        assert document.page_content == passage.text
        assert document.metadata["document_id"] == passage.document_id
        assert document.metadata["section"] == list(passage.section)
        assert document.metadata["lines"] == (list(passage.lines) if passage.lines else None)
        assert document.metadata["title"] == assistant.library.documents[passage.document_id].title
        assert document.metadata["file"].startswith(passage.document_id)
    scores = [d.metadata["score"] for d in found]
    assert scores == sorted(scores, reverse=True)


def test_the_retriever_reads_questions_without_accents(assistant: Assistant) -> None:
    found = RegulationRetriever(library=assistant.library).invoke("bồi dưỡng kiến thức quốc phòng")
    plain = RegulationRetriever(library=assistant.library).invoke("boi duong kien thuc quoc phong")
    assert len(found) == len(plain) == 5
    assert {d.id for d in found} & {d.id for d in plain}
