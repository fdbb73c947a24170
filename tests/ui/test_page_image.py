import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from index.errors import InputError, StorageError
from index.files import FileStore
from index.settings import Settings
from ui import page_image as module
from ui.drawing import MOST_PIXELS
from ui.page_image import WIDTH, draw_page, page_image


def _pdf(path: Path, draw: Callable[[Canvas], object], size: tuple[float, float] = A4, pages: int = 1) -> Path:
    canvas = Canvas(str(path), pagesize=size)
    for number in range(pages):
        canvas.rect(20, 20, 10 + 30 * number, 30, fill=1)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def _nothing(_: Canvas) -> None:
    pass


def _picture(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    assert picture.format == "WEBP"
    return picture


def _ink(data: bytes, box: tuple[float, float, float, float]) -> float:
    """Share of dark pixels in a box of the page, in shares of it."""
    grey = np.asarray(_picture(data).convert("L"))
    height, width = grey.shape
    left, top, right, bottom = box
    part = grey[int(top * height) : int(bottom * height), int(left * width) : int(right * width)]
    return float((part < 100).mean())


def test_a_page_is_drawn_at_the_width_that_is_asked(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "a.pdf", lambda c: c.rect(0, 421, 595, 421, fill=1), pages=2)
    data = draw_page(path, 2, 700)
    picture = _picture(data)
    assert abs(picture.width - 700) <= 1
    assert abs(picture.height / picture.width - A4[1] / A4[0]) < 0.01
    assert _ink(data, (0.1, 0.1, 0.9, 0.4)) > 0.99
    assert _ink(data, (0.3, 0.6, 0.9, 0.9)) == 0


def test_fields_of_a_form_are_drawn(tmp_path: Path) -> None:
    def field(canvas: Canvas) -> None:
        canvas.acroForm.textfield(value="HHHHHHHHHHHH", x=100, y=700, width=400, height=40, fontSize=30, borderWidth=0)

    box = (100 / A4[0], (A4[1] - 740) / A4[1], 500 / A4[0], (A4[1] - 700) / A4[1])
    assert _ink(draw_page(_pdf(tmp_path / "form.pdf", field), 1), box) > 0.03


@pytest.mark.parametrize("size", [(20, 14_000), (14_000, 20), (3, 3), (14_000, 14_000)])
def test_pictures_are_bounded(tmp_path: Path, size: tuple[float, float]) -> None:
    picture = _picture(draw_page(_pdf(tmp_path / "odd.pdf", _nothing, size), 1, 4000))
    assert picture.width * picture.height <= MOST_PIXELS * 1.01
    assert max(picture.size) <= 16_383


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_is_not_there(tmp_path: Path, number: int) -> None:
    with pytest.raises(InputError, match=f"one.pdf: page {number} cannot be drawn"):
        draw_page(_pdf(tmp_path / "one.pdf", _nothing), number)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"no pdf at all" * 100])
def test_a_damaged_file_is_an_error_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"bad\.pdf"):
        draw_page(path, 1)


def test_a_page_that_crashes_what_draws_it_is_an_error_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _pdf(tmp_path / "one.pdf", _nothing)
    crashing = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    monkeypatch.setattr(module, "_PROGRAM", (sys.executable, "-c", crashing))
    with pytest.raises(InputError, match=r"one\.pdf: page 1 cannot be drawn \(drawing it ended with SIGSEGV\)"):
        draw_page(path, 1)


def test_a_page_that_is_never_done_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.01)
    with pytest.raises(InputError, match=r"one\.pdf: page 1 cannot be drawn \(it takes longer than 0.01 seconds\)"):
        draw_page(_pdf(tmp_path / "one.pdf", _nothing), 1)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        page_image(FileStore(Settings(data=tmp_path)), "gone.pdf", 1)


def test_a_picture_is_kept(tmp_path: Path) -> None:
    files = FileStore(Settings(data=tmp_path / "data"))
    name = files.keep(_pdf(tmp_path / "a.pdf", _nothing, pages=2))
    first = page_image(files, name, 1)
    assert page_image(files, name, 2) != first
    assert abs(_picture(page_image(files, name, 1, 300)).width - 300) <= 1
    assert abs(_picture(first).width - WIDTH) <= 1
    files.path(name).write_bytes(b"overwritten")
    assert page_image(files, name, 1) == first
    with pytest.raises(InputError):
        page_image(files, name, 1, 500)


def test_many_threads_draw_the_same_as_one(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "a.pdf", lambda c: c.drawString(100, 700, "text"), pages=6)
    alone = [draw_page(path, n, 200) for n in range(1, 7)]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda i: draw_page(path, i % 6 + 1, 200), range(18)))
    assert together == alone * 3
