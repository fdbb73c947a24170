"""What is known of a document's force, and which document a relation names."""

from dataclasses import replace

import pytest

from index.document import Document, Relation
from index.relations import resolve_relations
from index.validity import Validity, validity

OLD = Document(
    "old", "old.txt", type="Nghị định", number="110/2004/NĐ-CP", date="2004-04-08", title="Về công tác văn thư"
)
NEW = Document(
    "new", "new.txt", type="Nghị định", number="30/2020/NĐ-CP", date="2020-03-05", in_force_from="2020-03-05",
    evidence={"in_force_from": "Nghị định này có hiệu lực thi hành kể từ ngày ký."},
)  # fmt: skip
REPEALS = Relation("repeals", "110/2004/NĐ-CP", "2004-04-08", "Nghị định số 110/2004/NĐ-CP hết hiệu lực")


def _known(*documents: Document) -> dict[str, Validity]:
    held = resolve_relations({d.id: d for d in documents})
    return {d.id: validity(d, held) for d in held.values()}


def test_unknown_unless_somebody_says_so() -> None:
    assert _known(OLD) == {"old": Validity()}


def test_a_document_that_repeals_another_is_not_itself_repealed() -> None:
    known = _known(OLD, replace(NEW, relations=(REPEALS,)))
    assert known["old"] == Validity("repealed", REPEALS.text, "new", "2020-03-05")
    assert known["new"] == Validity("in_force_from", NEW.evidence["in_force_from"], "new", "2020-03-05")


@pytest.mark.parametrize(
    ("relation", "state"),
    [
        (replace(REPEALS, type="replaces"), "replaced"),
        (replace(REPEALS, partial=True), "partly_repealed"),
        (replace(REPEALS, type="amends"), "amended"),
        (replace(REPEALS, type="cites"), "unknown"),
        (replace(REPEALS, type="implements"), "unknown"),
    ],
)
def test_what_each_relation_does(relation: Relation, state: str) -> None:
    assert _known(OLD, replace(NEW, relations=(relation,)))["old"].state == state


def test_the_strongest_word_counts_and_a_draft_has_none() -> None:
    both = replace(NEW, relations=(replace(REPEALS, type="amends", text="a"), REPEALS))
    assert _known(OLD, both)["old"].state == "repealed"
    assert _known(OLD, replace(both, status="draft"))["old"].state == "unknown"


def test_the_catalogue_comes_first() -> None:
    stated = replace(OLD, validity="in_force_from", validity_source="Sở Tư pháp")
    assert _known(stated, replace(NEW, relations=(REPEALS,)))["old"] == Validity("in_force_from", "Sở Tư pháp")


def test_the_end_that_a_document_names_for_itself() -> None:
    until = replace(
        NEW, in_force_until="2025-12-31", evidence={**NEW.evidence, "in_force_until": "đến hết ngày 31/12/2025"}
    )
    assert _known(until)["new"] == Validity("in_force_until", "đến hết ngày 31/12/2025", "new", "2025-12-31")


@pytest.mark.parametrize(
    ("relation", "other", "found"),
    [
        (REPEALS, OLD, "old"),
        (replace(REPEALS, number="110/2004/ND-CP", date=None), OLD, "old"),
        (replace(REPEALS, date="2004-04-09"), OLD, None),
        (replace(REPEALS, number="111/2004/NĐ-CP"), OLD, None),
        (REPEALS, replace(OLD, date=None), "old"),
        (
            Relation("cites", None, "2019-11-21", "Luật Thư viện ngày 21/11/2019"),
            replace(OLD, type="Luật", title="Thư viện", number="46/2019/QH14", date="2019-11-21"),
            "old",
        ),
        (Relation("cites", None, None, "Luật Thư viện"), replace(OLD, type="Luật", title="Thư viện"), None),
    ],
)
def test_which_document_a_relation_names(relation: Relation, other: Document, found: str | None) -> None:
    held = resolve_relations({"old": other, "new": replace(NEW, relations=(relation,))})
    assert held["new"].relations[0].document_id == found


def test_of_two_documents_with_one_number_neither_is_meant_unless_the_day_tells() -> None:
    naming = replace(NEW, relations=(Relation("cites", "15/KH-UBND", "2024-03-05", "Kế hoạch số 15/KH-UBND"),))
    one = Document("one", "one.txt", number="15/KH-UBND")
    two = Document("two", "two.txt", number="15/KH-UBND", date="2024-03-05")
    assert resolve_relations({d.id: d for d in (naming, one, two)})["new"].relations[0].document_id is None
    other_day = replace(one, date="2023-01-01")
    assert resolve_relations({d.id: d for d in (naming, other_day, two)})["new"].relations[0].document_id == "two"


def test_an_older_resolution_does_not_outlive_the_document() -> None:
    stale = replace(NEW, relations=(replace(REPEALS, document_id="old"),))
    assert resolve_relations({"new": stale})["new"].relations[0].document_id is None
