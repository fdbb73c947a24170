"""What is known of a document's force, and which document a relation names."""

from dataclasses import replace
from datetime import date

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


TODAY = date(2025, 6, 30)


def _known(*documents: Document) -> dict[str, Validity]:
    held = resolve_relations({d.id: d for d in documents})
    return {d.id: validity(d, held, TODAY) for d in held.values()}


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


@pytest.mark.parametrize(
    ("day", "state", "upcoming"),
    [(date(2098, 12, 31), "unknown", "replaced"), (date(2099, 1, 1), "replaced", None)],
)
def test_nothing_is_replaced_before_the_other_counts(day: date, state: str, upcoming: str | None) -> None:
    later = replace(NEW, in_force_from="2099-01-01", relations=(replace(REPEALS, type="replaces"),))
    held = resolve_relations({d.id: d for d in (OLD, later)})
    known = validity(held["old"], held, day)
    assert (known.state, known.upcoming and known.upcoming.state) == (state, upcoming)
    assert (known.upcoming or known).date == "2099-01-01"


def test_a_day_that_nobody_states_stays_unknown_and_the_change_counts() -> None:
    undated = replace(NEW, in_force_from=None, relations=(REPEALS,))
    assert _known(OLD, undated)["old"] == Validity("repealed", REPEALS.text, "new", None)


def test_the_words_of_a_repeal_may_name_their_own_day() -> None:
    text = "Nghị định số 110/2004/NĐ-CP hết hiệu lực kể từ ngày 01 tháng 7 năm 2021."
    held = resolve_relations({"old": OLD, "new": replace(NEW, relations=(replace(REPEALS, text=text),))})
    before, after = (validity(held["old"], held, day) for day in (date(2021, 6, 30), date(2021, 7, 1)))
    assert (before.state, after.state, after.date) == ("unknown", "repealed", "2021-07-01")


def test_a_weaker_change_counts_until_the_stronger_one_does() -> None:
    amends = replace(NEW, id="amending", relations=(replace(REPEALS, type="amends"),))
    later = replace(NEW, in_force_from="2099-01-01", relations=(REPEALS,))
    known = _known(OLD, amends, later)["old"]
    assert (known.state, known.upcoming and known.upcoming.by) == ("amended", "new")


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


SHARED = Document(
    "old", "old.txt", number="05/2019/QĐ-UBND", date="2019-03-05", issuer="UBND tỉnh Bình Định", province="Bình Định"
)
NAMING = replace(NEW, number="77/2025/QĐ-UBND", issuer="UBND tỉnh Nghệ An", province="Nghệ An")
OF = "Bãi bỏ Quyết định số 05/2019/QĐ-UBND"


@pytest.mark.parametrize(
    ("words", "day", "naming", "found"),
    [
        (f"{OF} của Ủy ban nhân dân tỉnh Nghệ An.", None, NAMING, None),
        (f"{OF} của Ủy ban nhân dân tỉnh Nghệ An.", "2019-03-05", NAMING, None),
        (f"{OF} của Ủy ban nhân dân tỉnh.", None, NAMING, None),
        (f"{OF} của Ủy ban nhân dân tỉnh.", None, replace(NAMING, province="Bình Định", issuer=None), "old"),
        (f"{OF}.", None, NAMING, None),
        (f"{OF}.", "2019", NAMING, None),
        (f"{OF} ngày 05/3/2019.", "2019-03-05", NAMING, "old"),
        (f"{OF} của UBND tỉnh Bình Định về sách tại tỉnh Nghệ An.", None, NAMING, "old"),
        (f"{OF} ngày 05/3/2019 của UBND tỉnh Gia Lai.", "2019-03-05", NAMING, "old"),
        (f"{OF} của UBND tỉnh Gia Lai.", None, NAMING, None),
        (f"{OF} của UBND huyện Tuy Phước tỉnh Bình Định.", None, NAMING, None),
    ],
)  # fmt: skip
def test_a_number_that_many_offices_give_needs_the_day_or_their_province(
    words: str, day: str | None, naming: Document, found: str | None
) -> None:
    relation = Relation("repeals", "05/2019/QĐ-UBND", day, words)
    held = resolve_relations({"old": SHARED, "new": replace(naming, relations=(relation,))})
    assert held["new"].relations[0].document_id == found


@pytest.mark.parametrize("number", ["57-QĐ/TW", "36/2024/QH15", "729/QĐ-TTg", "1/2014/TTLT-BTC-BNV", "1234/BNV-TCBC"])
def test_a_number_of_an_office_that_there_is_one_of_needs_no_day(number: str) -> None:
    relation = Relation("cites", number, None, f"Căn cứ văn bản số {number};")
    held = resolve_relations(
        {"old": replace(SHARED, number=number, province=None), "new": replace(NAMING, relations=(relation,))}
    )
    assert held["new"].relations[0].document_id == "old"


@pytest.mark.parametrize(("province", "found"), [("Nghệ An", "2019-02-01"), ("Bình Định", "2019-09-09")])
def test_of_one_number_twice_in_a_sentence_each_day_has_its_own_office(province: str, found: str) -> None:
    words = f"{OF} ngày 01/02/2019 của UBND tỉnh Nghệ An và Quyết định số 05/2019/QĐ-UBND ngày 09/9/2019 của UBND tỉnh Bình Định."
    both = tuple(Relation("repeals", "05/2019/QĐ-UBND", day, words) for day in ("2019-02-01", "2019-09-09"))
    held = resolve_relations(
        {
            "old": replace(SHARED, province=province, issuer=None, date=None),
            "new": replace(NEW, relations=both),
        }
    )
    assert [r.date for r in held["new"].relations if r.document_id == "old"] == [found]


def test_an_older_resolution_does_not_outlive_the_document() -> None:
    stale = replace(NEW, relations=(replace(REPEALS, document_id="old"),))
    assert resolve_relations({"new": stale})["new"].relations[0].document_id is None
