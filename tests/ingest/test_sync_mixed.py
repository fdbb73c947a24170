"""One run over files of several kinds, the bad ones among them: each has its outcome, and the good ones are published."""

import io
import zipfile
from pathlib import Path

import docx
from reportlab.pdfgen.canvas import Canvas

from index.library import Library
from index.settings import Settings
from ingest.sync import ingest_folder
from tests.index.standin import standin_model

MODEL = standin_model()


def _pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in range(2):
        canvas.drawString(72, 750 - 20 * page, f"{page + 1}. The office opens a class for its staff.")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _docx() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Học năm 2024")
    document.add_paragraph("1. Mở ba lớp bồi dưỡng.")
    document.save(buffer)
    return buffer.getvalue()


def test_files_of_many_kinds_in_one_run(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "text.txt").write_text("1. Mở hai lớp.", encoding="utf-8")
    (corpus / "staff.pdf").write_bytes(_pdf())
    (corpus / "cut.pdf").write_bytes(_pdf()[:300])
    (corpus / "plan.docx").write_bytes(_docx())
    (corpus / "really.docx").write_bytes(_pdf())
    (corpus / "tool.exe").write_bytes(b"MZ")
    with zipfile.ZipFile(corpus / "all.zip", "w") as archive:
        archive.writestr("inner.md", "1. Mở bốn lớp.")
        archive.writestr("packed.docx", _docx())
        archive.writestr("../escape.txt", "x")
    settings = Settings(data=tmp_path / "data", corpus=corpus)
    outcomes = {o.name: o for o in ingest_folder(settings, model_loader=lambda: MODEL)}
    assert {name: o.action for name, o in outcomes.items()} == {
        "tool.exe": "failed",
        "all.zip/../escape.txt": "failed",
        "cut.pdf": "failed",
        "really.docx": "failed",
        **dict.fromkeys(("text", "staff", "plan", "inner", "packed"), "added"),
    }
    assert "give it the suffix .pdf" in outcomes["really.docx"].detail
    assert outcomes["staff"].pages == 2 and outcomes["text"].pages is None
    library = Library.open(settings, MODEL)
    assert set(library.documents) == {"text", "staff", "plan", "inner", "packed"}
    assert library.documents["packed"].file == "all.zip/packed.docx"
    library.close()
    assert {o.action for o in ingest_folder(settings, model_loader=lambda: MODEL)} == {"failed", "unchanged"}
    assert not (tmp_path / "escape.txt").exists() and not (tmp_path.parent / "escape.txt").exists()
