"""The catalogue as the Documents page writes it."""

from pathlib import Path

import pytest
import yaml as reader

from index.errors import InputError
from index.settings import PROJECT
from ingest.catalog import load_catalog
from ingest.corrections import clear, correct

KEPT = """\
# Kept by hand, do not sort.
documents:
  # the letter came without a number
  b-plan:   # see the register
    number: '7/KH-SYT'
    title: >-
      Kế hoạch
      dài
  a-plan: {status: draft}
# end
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "catalog.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_correction_is_read_back_and_comments_and_order_stay(tmp_path: Path) -> None:
    path = _write(tmp_path, KEPT)
    correct(tmp_path, "b-plan", {"date": "2023-06-13", "period": {"from": 2021, "to": 2025}})
    text = path.read_text(encoding="utf-8")
    for kept in ("# Kept by hand", "# the letter came", "# see the register", "# end", "'7/KH-SYT'", ">-"):
        assert kept in text
    assert text.index("b-plan") < text.index("a-plan")
    assert load_catalog(tmp_path)["b-plan"] == {
        "number": "7/KH-SYT",
        "title": "Kế hoạch dài",
        "date": "2023-06-13",
        "period": {"from": 2021, "to": 2025},
    }
    assert load_catalog(tmp_path)["a-plan"] == {"status": "draft"}


def test_the_catalogue_that_the_product_comes_with_takes_a_first_entry(tmp_path: Path) -> None:
    original = (PROJECT / "corpus" / "catalog.yaml").read_text(encoding="utf-8")
    path = _write(tmp_path, original)
    correct(tmp_path, "hau-giang", {"number": "123/KH-SYT"})
    text = path.read_text(encoding="utf-8")
    comments = [line for line in original.splitlines() if line.startswith("#")]
    assert [line for line in text.splitlines() if line.startswith("#")] == comments
    assert text.endswith('documents:\n  hau-giang:\n    number: "123/KH-SYT"\n')
    clear(tmp_path, "hau-giang")
    assert load_catalog(tmp_path) == {}


@pytest.mark.parametrize("content", [None, "", "# only words\n", "documents:\n"])
def test_where_there_is_no_entry_yet(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        _write(tmp_path, content)
    correct(tmp_path, "kế-hoạch", {"title": "Kế hoạch: “a” # b\n- c"})
    assert load_catalog(tmp_path) == {"kế-hoạch": {"title": "Kế hoạch: “a” # b\n- c"}}
    if content and content.startswith("#"):
        assert "# only words" in (tmp_path / "catalog.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("value", ["2023", "2023-06-13", "true", "null", "1e3", "- a", "{a: b}", "'", '"', "tên: khác"])
def test_text_stays_text(value: str, tmp_path: Path) -> None:
    correct(tmp_path, "p", {"title": value})
    assert load_catalog(tmp_path)["p"]["title"] == value


def test_a_field_is_stated_as_absent_and_cleared(tmp_path: Path) -> None:
    correct(tmp_path, "p", {"number": None, "signer": "Đỗ Văn A"})
    assert load_catalog(tmp_path)["p"] == {"number": None, "signer": "Đỗ Văn A"}
    clear(tmp_path, "p", ["number"])
    assert load_catalog(tmp_path)["p"] == {"signer": "Đỗ Văn A"}
    clear(tmp_path, "p")
    assert "p" not in load_catalog(tmp_path)
    clear(tmp_path, "p")


def test_an_entry_is_found_however_its_key_is_spelt(tmp_path: Path) -> None:
    _write(tmp_path, "documents:\n  ke\u0302\u0301-hoach: {number: a}\n  2023: {number: b}\n")
    correct(tmp_path, "kế-hoach", {"number": "c"})
    correct(tmp_path, "2023", {"number": "d"})
    assert load_catalog(tmp_path) == {"kế-hoach": {"number": "c"}, "2023": {"number": "d"}}


@pytest.mark.parametrize(
    "fields", [{"date": "13/06/2023"}, {"status": "void"}, {"period": {"from": 2030, "to": 2025}}, {"colour": "red"}]
)
def test_what_the_catalogue_does_not_allow_leaves_the_file_as_it_was(fields: dict[str, object], tmp_path: Path) -> None:
    path = _write(tmp_path, KEPT)
    with pytest.raises(InputError) as caught:
        correct(tmp_path, "a-plan", fields)
    assert str(caught.value).startswith(f"{path}: ")
    assert path.read_text(encoding="utf-8") == KEPT
    assert [p.name for p in tmp_path.iterdir()] == ["catalog.yaml"]


def test_a_broken_catalogue_is_not_written_over(tmp_path: Path) -> None:
    path = _write(tmp_path, "documents: [")
    with pytest.raises(InputError, match="mend or remove it"):
        correct(tmp_path, "p", {"number": "1"})
    assert path.read_text(encoding="utf-8") == "documents: ["


def test_other_tools_read_what_was_written(tmp_path: Path) -> None:
    correct(tmp_path, "p", {"title": "Kế hoạch số\u00a01", "period": {"from": None, "to": 2030}})
    read = reader.safe_load((tmp_path / "catalog.yaml").read_text(encoding="utf-8"))
    assert read == {"documents": {"p": {"title": "Kế hoạch số\u00a01", "period": {"from": None, "to": 2030}}}}
