"""Documents as the commands list them."""

from index.document import Document, Part, Period, Relation
from index.validity import Validity
from ingest.listing import describe, document_json

FULL = Document(
    "a", "a.txt", title="Học", type="Kế hoạch", number="1/KH-SNV", date="2023", issuer="Sở Nội vụ", province="Hậu Giang",
    province_current="Cần Thơ", period=Period(None, 2025), status="issued", signer="Lê Thị Hoa", parts=(Part("Kế hoạch", "Học", (1, 9)),),
    relations=(Relation("cites", "1/NĐ-CP", "2017-09-01", "Căn cứ …"),), withdrawn=True,
)  # fmt: skip


def test_all_that_is_known() -> None:
    listed = document_json(FULL, 7)
    assert listed["period"] == {"from": None, "to": 2025}
    assert listed["parts"] == [{"type": "Kế hoạch", "title": "Học"}]
    assert listed["relations"] == [
        {
            "type": "cites",
            "number": "1/NĐ-CP",
            "date": "2017-09-01",
            "document_id": None,
            "text": "Căn cứ …",
            "partial": False,
        }
    ]
    assert "validity" not in listed
    assert (listed["passages"], listed["withdrawn"], listed["read_by"], listed["pages"]) == (7, True, "text", None)


def test_unknown_is_null() -> None:
    listed = document_json(Document("a", "a.txt"), 0)
    unknown = ["title", "type", "number", "date", "issuer", "province", "province_current", "period", "signer", "pages"]
    assert [listed[name] for name in unknown] == [None] * len(unknown)
    assert (listed["status"], listed["parts"], listed["relations"], listed["withdrawn"]) == ("unknown", [], [], False)


def test_a_line_for_people() -> None:
    assert describe(FULL, 7) == "a: 1/KH-SNV, 2023, Hậu Giang, issued; 7 passages; withdrawn"
    assert describe(Document("a", "a.txt"), 0) == "a: no number, no date, no province, unknown; 0 passages"


def test_force_is_told_with_who_tells_it() -> None:
    repealed = Validity("repealed", "Quyết định số 1/KH-SNV hết hiệu lực", "b", "2025-01-01")
    assert document_json(FULL, 7, repealed)["validity"] == {
        "state": "repealed",
        "date": "2025-01-01",
        "according_to": "b",
        "source": "Quyết định số 1/KH-SNV hết hiệu lực",
    }
    assert "repealed according to b" in describe(FULL, 7, repealed)
    assert "in force from 2025-01-01 according to its own words" in describe(
        FULL, 7, Validity("in_force_from", "…", "a", "2025-01-01")
    )
    assert "replaced according to the catalogue (Sở Nội vụ)" in describe(FULL, 7, Validity("replaced", "Sở Nội vụ"))
    assert "unknown according" not in describe(FULL, 7, Validity())
    assert document_json(FULL, 7, Validity())["validity"]["state"] == "unknown"


def test_what_comes_later_is_told_with_its_day() -> None:
    later = Validity("repealed", "Bãi bỏ …", "b", "2099-01-01")
    known = Validity("in_force_from", "…", "a", "2025-01-01", later)
    told = document_json(FULL, 7, known)["validity"]
    assert (told["state"], told["upcoming"]["state"], told["upcoming"]["date"]) == (
        "in_force_from", "repealed", "2099-01-01",
    )  # fmt: skip
    assert "according to its own words; from 2099-01-01 repealed according to b" in describe(FULL, 7, known)
    unknown = describe(FULL, 7, Validity(upcoming=later))
    assert "; from 2099-01-01 repealed according to b" in unknown and "unknown according" not in unknown
    assert "upcoming" not in document_json(FULL, 7, later)["validity"]
