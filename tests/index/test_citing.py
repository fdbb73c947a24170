"""Which documents are cited, put together under one number, and which of them are missing."""

from dataclasses import replace

import pytest

from index.citing import Citations, Cited, Wanted
from index.document import Document, Relation
from index.relations import resolve_relations

DECREE = "Căn cứ Nghị định số 101/2017/NĐ-CP ngày 01/9/2017 của Chính phủ về đào tạo;"
PLAN = Document(
    "plan", "plan.txt", type="Kế hoạch", number="12/KH-UBND", date="2024-03-05", province="Cà Mau", title="Kỹ năng số"
)
ORDER = Document("order", "order.txt", type="Quyết định", number="30/QĐ-UBND", province="Bạc Liêu")
NOTE = Document("note", "note.txt", type="Thông báo")


def _cites(number: str | None, date: str | None = None, text: str = "", kind: str = "cites") -> Relation:
    return Relation(kind, number, date, text or f"Căn cứ văn bản số {number}")  # type: ignore[arg-type]


def _citations(*documents: Document) -> Citations:
    return Citations.of(resolve_relations({d.id: d for d in documents}))


def _citing(*relations: tuple[Document, Relation]) -> tuple[Cited, ...]:
    """What is cited where each relation stands in its document, a law or decree of its own for each."""
    named: dict[str, list[Relation]] = {}
    documents = {document.id: document for document, _ in relations}
    for document, relation in relations:
        named.setdefault(document.id, []).append(relation)
    return _citations(*(replace(d, relations=tuple(named[d.id])) for d in documents.values())).cited


def test_the_same_number_written_differently_is_one_document() -> None:
    (cited,) = _citing(
        (PLAN, _cites("101/2017/NĐ-CP", "2017-09-01", DECREE)),
        (ORDER, _cites("101/2017/ND-CP", None, "Nghị định số: 101/2017/ND-CP")),
        (NOTE, _cites("101 /2017/nđ-cp", "2017-09")),
    )
    assert (cited.number, cited.kind, cited.date) == ("101/2017/NĐ-CP", "Nghị định", "2017-09-01")
    assert cited.citing == ("note", "order", "plan") and cited.state == "missing"
    assert cited.subject == "của Chính phủ về đào tạo"


def test_one_number_with_two_days_is_two_documents_and_what_lacks_a_day_may_be_either() -> None:
    cited = _citing(
        (PLAN, _cites("26-NQ/TW", "2018-05-19")),
        (ORDER, _cites("26-NQ/TW", "2008-08-05")),
        (NOTE, _cites("26-NQ/TW")),
        (replace(NOTE, id="other"), _cites("26-NQ/TW")),
    )
    assert [(c.date, c.citing) for c in cited] == [
        (None, ("note", "other")),
        ("2008-08-05", ("order",)),
        ("2018-05-19", ("plan",)),
    ]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("2022-12-09", "tỉnh Cà Mau"), ("2022-12-09", "tỉnh Cà Mau"), True),
        (("2022-12-09", "tỉnh Cà Mau"), ("2022-12-09", "tỉnh Bạc Liêu"), True),  # one province since July 2025
        (("2022-12-09", "tỉnh Cà Mau"), ("2022-12-09", "tỉnh Nghệ An"), False),
        (("2022-12-09", "tỉnh Cà Mau"), ("2022-12-09", ""), True),
        (("2022-12-09", "tỉnh Cà Mau"), (None, "tỉnh Cà Mau"), False),
        ((None, ""), (None, ""), False),
    ],
)
def test_a_number_that_many_offices_give_needs_the_same_day_and_no_other_province(
    one: tuple[str | None, str], other: tuple[str | None, str], together: bool
) -> None:
    relations = [
        _cites("22/2022/NQ-HĐND", day, f"Nghị quyết số 22/2022/NQ-HĐND của HĐND {place}" if place else "")
        for day, place in (one, other)
    ]
    cited = _citing((NOTE, relations[0]), (replace(NOTE, id="other"), relations[1]))
    assert len(cited) == (1 if together else 2)


def test_of_two_provinces_a_mention_without_one_joins_neither() -> None:
    where = ("tỉnh Cà Mau", "tỉnh Nghệ An", "", "")
    texts = [f"Nghị quyết số 22/2022/NQ-HĐND của HĐND {place}" if place else "Nghị quyết" for place in where]
    cited = _citing(
        *((replace(NOTE, id=f"d{i}"), _cites("22/2022/NQ-HĐND", "2022-12-09", t)) for i, t in enumerate(texts))
    )
    assert sorted(c.citing for c in cited) == [("d0",), ("d1",), ("d2", "d3")]


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("Luật Thư viện ngày 21 tháng 11 năm 2019", True),
        ("Luật Thu viện ngày 21/11/2019", True),  # read from a scan
        ("Luật Thư viện", False),
        ("Luật Lưu trữ ngày 21/11/2019", False),
    ],
)
def test_a_law_without_a_number_goes_by_name_and_day(other: str, together: bool) -> None:
    law = _cites(None, "2019-11-21", "Luật Thư viện ngày 21/11/2019")
    cited = _citing((PLAN, law), (ORDER, _cites(None, "2019-11-21" if "ngày" in other else None, other)))
    assert len(cited) == (1 if together else 2)


def test_a_law_by_name_is_put_to_its_number_where_name_and_day_are_the_same() -> None:
    numbered = _cites("46/2019/QH14", "2019-11-21", "Luật Thư viện số 46/2019/QH14 ngày 21/11/2019")
    cited = _citing((PLAN, _cites(None, "2019-11-21", "Luật Thư viện ngày 21/11/2019")), (ORDER, numbered))
    assert [(c.name, c.citing) for c in cited] == [("Luật Thư viện 46/2019/QH14", ("order", "plan"))]
    later = replace(numbered, date="2020-01-01")
    assert len(_citing((PLAN, _cites(None, "2019-11-21", "Luật Thư viện ngày 21/11/2019")), (ORDER, later))) == 2


def _three() -> tuple[Document, Document, Document, Document]:
    decree = Document("decree", "d.txt", type="Nghị định", number="101/2017/NĐ-CP", date="2017-09-01", title="Đào tạo")
    common, plan = _cites("89/2021/NĐ-CP", "2021-10-18"), _cites("163/QĐ-TTg", kind="implements")
    return (
        decree,
        replace(PLAN, relations=(_cites("101/2017/NĐ-CP", "2017-09-01", DECREE), common, plan)),
        replace(ORDER, relations=(common, _cites("05/2019/QĐ-UBND", "2019-03-05", kind="replaces"))),
        NOTE,
    )


def test_most_cited_first_and_what_is_held_is_not_missing() -> None:
    found = _citations(*_three())
    assert [(c.number, len(c.citing), c.state) for c in found.cited] == [
        ("89/2021/NĐ-CP", 2, "missing"),
        ("05/2019/QĐ-UBND", 1, "missing"),
        ("163/QĐ-TTg", 1, "missing"),
        ("101/2017/NĐ-CP", 1, "held"),
    ]
    assert [c.document_id for c in found.cited if c.document_id] == ["decree"]
    assert "101/2017/NĐ-CP" not in [c.number for c in found.missing]
    assert found.silent(Wanted()) == ("decree", "note")
    assert found.silent(Wanted(documents=("note", "plan"))) == ("note",)
    assert found.silent(Wanted(words="x")) == found.silent(Wanted(missing=True)) == ()


def test_what_a_document_names_by_kind_of_relation() -> None:
    found = _citations(*_three()).by_document()
    assert list(found) == ["order", "plan"]
    assert [(m.relation.type, c.number) for c, m in found["plan"]] == [
        ("implements", "163/QĐ-TTg"),
        ("cites", "89/2021/NĐ-CP"),
        ("cites", "101/2017/NĐ-CP"),
    ]
    twice = replace(PLAN, relations=(_cites("1/QĐ-TTg"), _cites("1/QĐ-TTg"), _cites("1/QĐ-TTg", kind="repeals")))
    assert [m.relation.type for _, m in _citations(twice).by_document()["plan"]] == ["cites", "repeals"]


def test_withdrawn_documents_cite_nothing_and_are_not_missing() -> None:
    decree, plan, order, note = _three()
    found = _citations(replace(decree, withdrawn=True), plan, replace(order, withdrawn=True), note)
    assert {c.number: (c.state, c.citing) for c in found.cited} == {
        "89/2021/NĐ-CP": ("missing", ("plan",)),
        "163/QĐ-TTg": ("missing", ("plan",)),
        "101/2017/NĐ-CP": ("withdrawn", ("plan",)),
    }
    assert found.answering == ("plan", "note")


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(documents=("order",)), ["05/2019/QĐ-UBND", "89/2021/NĐ-CP"]),
        (Wanted(documents=("decree",)), ["101/2017/NĐ-CP"]),  # what names it
        (Wanted(types=("implements", "replaces")), ["05/2019/QĐ-UBND", "163/QĐ-TTg"]),
        (Wanted(missing=True), ["89/2021/NĐ-CP", "05/2019/QĐ-UBND", "163/QĐ-TTg"]),
        (Wanted(words="chinh phu DAO tao"), ["101/2017/NĐ-CP"]),
        (Wanted(words="bac lieu"), ["05/2019/QĐ-UBND", "89/2021/NĐ-CP"]),
        (Wanted(documents=("order",), types=("implements",)), []),
        (Wanted(words="  "), ["89/2021/NĐ-CP", "05/2019/QĐ-UBND", "163/QĐ-TTg", "101/2017/NĐ-CP"]),
    ],
)
def test_what_is_looked_for(wanted: Wanted, numbers: list[str]) -> None:
    found = _citations(*_three()).where(wanted)
    assert [c.number for c in found.cited] == numbers
    assert all(m.citing in c.citing for c in found.cited for m in c.mentions)


def test_counts_are_among_what_is_looked_for() -> None:
    (cited,) = _citations(*_three()).where(Wanted(documents=("plan",), words="89/2021")).cited
    assert cited.citing == ("plan",)


def test_a_document_that_names_itself_is_left_out() -> None:
    own = replace(PLAN, relations=(_cites("12/KH-UBND", "2024-03-05"), _cites("12/KH-UBND", "2023-01-01")))
    assert [c.date for c in _citations(own).cited] == ["2023-01-01"]


def test_what_may_be_held_is_said() -> None:
    law = Document("law", "l.txt", type="Luật", title="Thư viện", number="46/2019/QH14", date="2019-11-21")
    undated = replace(PLAN, relations=(_cites(None, None, "Luật Thư viện"), _cites("30/QĐ-UBND")))
    found = _citations(undated, law, ORDER)
    assert {c.name: (c.state, c.alike) for c in found.cited} == {
        "Luật Thư viện": ("missing", ("law",)),
        "30/QĐ-UBND": ("missing", ("order",)),
    }
    other_day = replace(undated, relations=(_cites(None, "2001-01-01", "Luật Thư viện ngày 01/01/2001"),))
    assert _citations(other_day, law).cited[0].alike == ()
    gone = _citations(undated, replace(law, withdrawn=True), replace(ORDER, withdrawn=True))
    assert all(c.alike == () for c in gone.cited)


def test_no_documents_cite_nothing() -> None:
    empty = _citations()
    assert (empty.cited, empty.missing, empty.by_document(), empty.silent(Wanted())) == ((), (), {}, ())
    assert _citations(NOTE).cited == ()


def test_a_relation_whose_words_hold_no_number_names_no_place() -> None:
    unnumbered = Relation("cites", "12/KH-UBND", None, "Kế hoạch của Ủy ban nhân dân tỉnh")
    (cited,) = _citations(replace(NOTE, relations=(unnumbered,)), PLAN).cited
    assert (cited.document_id, cited.alike) == (None, ("plan",))
