"""The made files of the bench: the same at each call, and each what its name says."""

from pathlib import Path

import pypdf
import pytest

from bench.bare import read_file
from bench.mixed import make_files
from index.errors import InputError
from ingest.readers import read
from ingest.reading import Job


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "files"
    make_files(folder, 50)
    return folder


def _one(folder: Path, kind: str) -> Path:
    return next(folder.glob(f"*-{kind}.*"))


def test_fifty_files_hold_every_kind_and_are_made_alike(made: Path, tmp_path: Path) -> None:
    kinds = make_files(tmp_path / "few", 3)
    assert sum(kinds.values()) == 3 and len(list(made.iterdir())) == 50
    assert {path.stem.split("-")[1] for path in made.iterdir()} == {
        "text", "pdf", "table", "docx", "html", "xlsx", "scan", "image", "zip", "cut", "blank"
    }  # fmt: skip
    for path in (tmp_path / "few").glob("*.txt"):
        assert path.read_bytes() == (made / path.name).read_bytes()


@pytest.mark.parametrize("kind", ["text", "pdf", "table", "html", "xlsx"])
def test_a_made_file_is_read_by_the_readers_and_by_the_bare_tools(made: Path, tmp_path: Path, kind: str) -> None:
    path = _one(made, kind)
    lines = read(path, Job(tmp_path)).lines
    assert len(lines) > 20 and any("đào tạo" in line.text.lower() for line in lines)
    assert any("\t" in line.text for line in lines) == (kind in ("table", "html", "xlsx"))
    assert read_file(path) > 1000


def test_a_made_scan_has_no_text(made: Path) -> None:
    pages = pypdf.PdfReader(_one(made, "scan")).pages
    assert pages and not any(page.extract_text().strip() for page in pages)


@pytest.mark.parametrize("kind", ["cut", "blank"])
def test_a_bad_file_cannot_be_read(made: Path, tmp_path: Path, kind: str) -> None:
    with pytest.raises(InputError):
        read(_one(made, kind), Job(tmp_path))
