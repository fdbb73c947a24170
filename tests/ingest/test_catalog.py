"""The catalogue: facts that a person states, checked before they are believed."""

from pathlib import Path

import pytest

from index.document import Document, Period
from index.errors import InputError
from ingest.catalog import apply_catalog, load_catalog


def _load(folder: Path, text: str | bytes) -> object:
    (folder / "catalog.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
    return load_catalog(folder)


def test_entries_by_document_id(tmp_path: Path) -> None:
    text = 'documents:\n  a:\n    number: "1/KH"\n    period: {from: 2021, to: 2025}\n  2023:\n    signer: null\n'
    assert _load(tmp_path, text) == {
        "a": {"number": "1/KH", "period": {"from": 2021, "to": 2025}},
        "2023": {"signer": None},
    }


@pytest.mark.parametrize("text", ["", "# nothing\n", "documents:\n", "documents: {}\n"])
def test_an_empty_catalogue_states_nothing(tmp_path: Path, text: str) -> None:
    assert _load(tmp_path, text) == {}


def test_no_catalogue_states_nothing(tmp_path: Path) -> None:
    assert load_catalog(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("documents: [", "YAML"),
        ("documents: {a: {date: 2023-02-30}}", "YAML"),
        (b"documents:\n  a: {title: \xff}", "YAML"),
        ("- a\n- b", "'documents:'"),
        ("a: {number: x}", "'documents:'"),
        ("just words", "'documents:'"),
        ("documents: [a]", "must map"),
        ("documents: {a: b}", "'a' must map"),
        ("documents: {a: {nummer: x, 1: y}}", "unknown fields 1, nummer; known: date, issuer"),
        ("documents: {a: {status: final}}", "status must be one of draft, issued, unknown"),
        ("documents: {a: {status: [issued]}}", "status must be"),
        ("documents: {a: {number: 12}}", "number must be text"),
        ("documents: {a: {date: 2023-06-13}}", "date must be text; put it in quotes"),
        ('documents: {a: {date: "13/06/2023"}}', "date must look like"),
        ("documents: {a: {period: 2021-2025}}", "period must look like"),
        ("documents: {a: {period: {from: 2021}}}", "period must look like"),
        ('documents: {a: {period: {from: "2021", to: 2025}}}', "period must look like"),
        ("documents: {a: {period: {from: 2026, to: 2025}}}", "period must look like"),
        ("documents: {a: {period: {to: true}}}", "period must look like"),
    ],
)
def test_each_breach_names_the_file_and_the_remedy(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError) as error:
        _load(tmp_path, text)
    assert str(tmp_path / "catalog.yaml") in str(error.value) and words in str(error.value)


def test_a_catalogue_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").mkdir()
    with pytest.raises(InputError, match=r"catalog\.yaml: cannot be read"):
        load_catalog(tmp_path)


def test_stated_fields_replace_those_of_the_text_and_are_named() -> None:
    document = Document("a", "a.txt", number="1/KH", province="Hậu Giang", province_current="Cần Thơ", status="unknown")
    stated = apply_catalog(
        document, {"status": "issued", "province": "Sóc Trăng", "number": None, "period": {"to": 2025}}
    )
    assert (stated.status, stated.number, stated.period) == ("issued", None, Period(None, 2025))
    assert (stated.province, stated.province_current) == ("Sóc Trăng", "Cần Thơ")
    assert stated.stated == ("number", "period", "province", "status")


def test_a_province_taken_away_has_no_current_name() -> None:
    document = Document("a", "a.txt", province="Hậu Giang", province_current="Cần Thơ")
    assert apply_catalog(document, {"province": None, "period": None}).province_current is None


def test_nothing_stated_changes_nothing() -> None:
    document = Document("a", "a.txt")
    assert apply_catalog(document, {}) is document


def test_force_is_stated_with_its_source(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text(
        "documents:\n  a:\n    validity: repealed\n    validity_source: Công báo số 5\n", encoding="utf-8"
    )
    document = apply_catalog(Document("a", "a.txt"), load_catalog(tmp_path)["a"])
    assert (document.validity, document.validity_source) == ("repealed", "Công báo số 5")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [("validity: repealed", "validity_source"), ("validity: current", "must be one of"), ("validity_source: 5", "must be text")],
)  # fmt: skip
def test_force_without_a_source_is_refused(tmp_path: Path, fields: str, reason: str) -> None:
    (tmp_path / "catalog.yaml").write_text(f"documents:\n  a:\n    {fields}\n", encoding="utf-8")
    with pytest.raises(InputError, match=reason):
        load_catalog(tmp_path)
