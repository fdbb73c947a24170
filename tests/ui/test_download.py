from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.document import Document
from index.files import FileStore
from index.settings import Settings
from ingest.readers import READERS
from ui.download import media_type
from ui.words import Words


@pytest.mark.parametrize("suffix", READERS)
def test_every_kind_of_file_that_is_read_has_a_type(suffix: str) -> None:
    assert media_type(f"a{suffix.upper()}") not in ("", "application/octet-stream")


def test_types() -> None:
    assert media_type("Kế hoạch.v2.PDF") == "application/pdf"
    assert media_type("unknown") == "application/octet-stream"


def _page(files: "FileStore", document: "Document", words: "Words") -> None:
    from ui.download import show_download  # the source of this function is run as a page by itself

    show_download(files, document, "k", words)


def _drawn(files: FileStore, document: Document) -> AppTest:
    app = AppTest.from_function(_page, kwargs={"files": files, "document": document, "words": Words("en")}).run()
    assert not app.exception
    return app


def test_the_button_and_what_stands_there_without_the_file(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "Kế hoạch.docx"
    path.write_bytes(b"original")
    files = FileStore(Settings(data=tmp_path / "data"))
    kept = replace(document, original=files.keep(path))
    assert [b.label for b in _drawn(files, kept).get("download_button")] == ["Download the original"]
    assert not _drawn(files, document).get("download_button")
    files.path(str(kept.original)).unlink()
    gone = _drawn(files, kept)
    assert not gone.get("download_button")
    assert "no longer kept" in gone.get("html")[0].proto.body
