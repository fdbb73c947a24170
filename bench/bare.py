"""`python -m bench.bare FOLDER DATA`: what the tools behind `python -m ingest` take for the same files by themselves.

Every file is opened with the library or command that reads its kind, on all cores, and nothing is made of what comes out.
Then the passages that the index in DATA holds are embedded in one call. Prints the seconds of both as JSON.
"""

import contextlib
import csv
import ctypes
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from multiprocessing import get_context
from pathlib import Path, PurePath

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium_c
from lxml import html
from PIL import Image
from pypdf import PdfReader

from index.embedding import load_embedding
from index.library import Library
from index.settings import Settings
from ingest.ocr.sheet import DPI
from ingest.ocr.tesseract import LANGUAGE
from ingest.office.convert import write_profile

_COLUMN = 4  # tesseract's mode for one column of text, as the reader calls it first
_A4_HEIGHT = 842 / 72  # inches, of a picture of a page


def main(folder: Path, data: Path) -> None:
    """Measures and prints."""
    files = sorted(folder.iterdir())
    started = time.perf_counter()
    with (
        tempfile.TemporaryDirectory() as scratch,
        get_context("spawn").Pool(initializer=_settle, initargs=(scratch,)) as pool,
    ):
        for _ in pool.imap_unordered(read_file, files):
            pass
    reading = time.perf_counter() - started
    settings = Settings(data=data)
    library = Library.open(settings)
    texts = [passage.searchable for passage in library.all_passages()]
    library.close()
    started = time.perf_counter()
    load_embedding(settings).encode_passages(texts)
    embedding = time.perf_counter() - started
    print(json.dumps({"reading": reading, "embedding": embedding, "passages": len(texts)}))


_scratch = Path()


def _settle(scratch: str) -> None:
    global _scratch
    _scratch = Path(scratch) / str(os.getpid())
    _scratch.mkdir()
    command = shutil.which("soffice")
    if command:
        write_profile(_scratch / "profile", command)


def read_file(path: Path) -> int:
    """What the tool for a file's kind gets out of it, counted in characters; 0 for what it cannot open."""
    return _read(path, path.read_bytes())


def _read(name: PurePath, content: bytes) -> int:
    match name.suffix:
        case ".pdf":
            return _pdf(content)
        case ".docx":
            return _word(content)
        case ".html":
            return len(html.fromstring(content).text_content())
        case ".xlsx":
            return _sheet(content)
        case ".jpg" | ".png":
            return _recognise(_at_dpi(Image.open(io.BytesIO(content))))
        case ".zip":
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return sum(_read(PurePath(inner), archive.read(inner)) for inner in archive.namelist())
        case _:
            return len(content.decode())


def _pdf(content: bytes) -> int:
    """Text by pypdf and the place of every word by pdfium; a page without text is drawn and recognised."""
    reader = PdfReader(io.BytesIO(content))
    document = pypdfium2.PdfDocument(content)
    found = 0
    try:
        for i, page in enumerate(reader.pages):
            text = page.extract_text()
            drawn = document[i]
            if text.strip():
                found += len(text) + len(_word_boxes(drawn))
            else:
                found += _recognise(drawn.render(scale=DPI / 72, grayscale=True).to_pil())
            drawn.close()
    finally:
        document.close()
    return found


def _word_boxes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    text = pdfium_c.FPDFText_LoadPage(page.raw)
    rectangle = pdfium_c.FS_RECTF()
    reference = ctypes.byref(rectangle)
    boxes: list[tuple[float, float, float, float]] = []
    box: tuple[float, float, float, float] | None = None
    for i in range(pdfium_c.FPDFText_CountChars(text)):
        if chr(pdfium_c.FPDFText_GetUnicode(text, i)).isspace():
            if box is not None:
                boxes.append(box)
            box = None
        elif pdfium_c.FPDFText_GetLooseCharBox(text, i, reference):
            one = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            box = (
                one
                if box is None
                else (min(box[0], one[0]), min(box[1], one[1]), max(box[2], one[2]), max(box[3], one[3]))
            )
    pdfium_c.FPDFText_ClosePage(text)
    return boxes if box is None else [*boxes, box]


def _word(content: bytes) -> int:
    """The pages of a document as LibreOffice makes them, started as the reader starts it but with a profile that is kept."""
    source, out = _scratch / "document.docx", _scratch / "out"
    source.write_bytes(content)
    made = out / "document.pdf"
    made.unlink(missing_ok=True)
    profile = (_scratch / "profile").as_uri()
    command = ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "pdf", "--outdir", str(out), str(source)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with contextlib.suppress(FileNotFoundError):
        return made.stat().st_size
    return 0


def _sheet(content: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return sum(len(str(cell)) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def _at_dpi(image: Image.Image) -> Image.Image:
    scale = DPI * _A4_HEIGHT / image.height
    return image.convert("L").resize((round(image.width * scale), round(image.height * scale)))


def _recognise(image: Image.Image) -> int:
    buffer = io.BytesIO()
    image.save(buffer, "PPM")
    command = [
        "tesseract",
        "stdin",
        "stdout",
        "-l",
        LANGUAGE,
        "--psm",
        str(_COLUMN),
        "--oem",
        "1",
        "--dpi",
        str(DPI),
        "tsv",
    ]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    said = subprocess.run(command, input=buffer.getvalue(), capture_output=True, env=environment, check=True).stdout
    rows = csv.DictReader(io.StringIO(said.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
    return sum(len(row["text"] or "") for row in rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
