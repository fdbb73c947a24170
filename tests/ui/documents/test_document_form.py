"""What is typed into the form of corrections, and reasons in the page's language."""

from pathlib import Path
from typing import Any

import pytest

from index.document import Document
from index.errors import InputError
from index.settings import Settings
from ingest.edition import make_edition
from ui.documents.correct_view import FieldError, corrections, read_field, text_of
from ui.documents.facts_view import FIELDS
from ui.documents.reasons import kind_of, reason
from ui.words import Words


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("date", "13/06/2023", "2023-06-13"),
        ("date", "3/6/2023", "2023-06-03"),
        ("date", "03/2021", "2021-03"),
        ("date", "2025", "2025"),
        ("date", "2023-06-13", "2023-06-13"),
        ("date", "  ", None),
        ("period", "2021-2025", {"from": 2021, "to": 2025}),
        ("period", "2021 – 2025", {"from": 2021, "to": 2025}),
        ("period", "…-2030", {"from": None, "to": 2030}),
        ("period", "2025", {"from": 2025, "to": 2025}),
        ("title", " Kê\u0301 hoạch ", "Kế hoạch"),
        ("signer", "", None),
    ],
)
def test_what_is_typed_and_what_it_means(name: str, typed: str, meant: Any) -> None:
    assert read_field(name, typed) == meant


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("date", "hôm qua"),
        ("date", "13/13/2023"),
        ("date", "32/1/2023"),
        ("date", "1/1/23"),
        ("period", "2030-2025"),
        ("period", "x"),
    ],
)
def test_what_cannot_be_meant(name: str, typed: str) -> None:
    with pytest.raises(FieldError, match=name):
        read_field(name, typed)


def test_a_form_that_was_not_touched_corrects_nothing(document: Document, draft: Document) -> None:
    for one in (document, draft):
        assert corrections(one, {name: text_of(one, name) for name in FIELDS}) == {}


def test_only_what_was_changed_is_stated(document: Document) -> None:
    typed = {name: text_of(document, name) for name in FIELDS} | {"number": "", "period": "2024-2025"}
    assert corrections(document, typed) == {"number": None, "period": {"from": 2024, "to": 2025}}


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.exe", b"x", "reason.kind"),
        ("a.txt", b"", "reason.empty"),
        ("a.txt", b"x" * 1_000_001, "reason.size"),
        ("khong-co.txt", None, "reason.access"),
    ],
)
def test_what_the_ingest_says_has_words_in_vietnamese(
    name: str, content: bytes | None, kind: str, tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path / "data", corpus=tmp_path, max_file_mb=1)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as caught:
        make_edition(tmp_path / name, {}, settings)
    assert kind_of(str(caught.value)) == kind
    said = reason(str(caught.value), settings, Words("vi"))
    assert said.startswith(Words("vi")(kind)) and str(tmp_path) not in said and name in said


def test_a_name_that_stands_before_its_reason_is_not_said_again(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, corpus=tmp_path)
    detail = f"{tmp_path}/a/b.txt: something odd"
    assert reason(detail, settings, Words("en"), "a/b.txt") == "something odd"
    assert reason(detail, settings, Words("en")) == "a/b.txt: something odd"


def test_a_reason_of_no_known_kind_is_given_as_it_is(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, corpus=tmp_path)
    assert reason("something odd", settings, Words("en")) == "something odd"
    assert (
        reason("something odd", settings, Words("vi")) == "Tệp này không đọc được.\nChi tiết (tiếng Anh): something odd"
    )
