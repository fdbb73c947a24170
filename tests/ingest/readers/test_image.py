"""Pictures of pages as files."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from index.errors import InputError
from ingest.readers import read
from ingest.readers.image import page_size
from ingest.reading import Job
from tests.ingest.ocr.comparing import error_rate
from tests.ingest.ocr.pages import BODY, SIZE, Sheet, body_sheet


def _second() -> Image.Image:
    sheet = Sheet()
    sheet.paragraph(100, "Giao Giám đốc Sở Tài chính tham mưu bố trí kinh phí thực hiện kế hoạch này hằng năm.")
    return sheet.draw(150)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".PNG"])
def test_every_kind_of_picture_is_read(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"trang{suffix}"
    body_sheet().draw(150).save(path, quality=90)
    reading = read(path, Job(tmp_path))
    assert error_rate(" ".join(BODY), " ".join(line.text for line in reading.lines)) < 0.01
    assert reading.read_by == "ocr"


def test_a_tiff_has_pages_and_each_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "quét.tif"
    body_sheet().draw(150).save(path, save_all=True, append_images=[_second()], dpi=(150, 150))
    told: list[tuple[int, int]] = []
    reading = read(path, Job(tmp_path, on_page=lambda done, total: told.append((done, total))))
    assert told == [(1, 2), (2, 2)]
    assert [page.number for page in reading.pages] == [1, 2]
    assert reading.lines[0].text.startswith("Căn cứ Luật") and reading.lines[0].page == 1
    assert reading.lines[-1].page == 2
    assert " ".join(line.text for line in reading.lines if line.page == 2).startswith("Giao Giám đốc Sở Tài chính")


def test_the_shown_pdf_has_the_same_pages_and_words_lie_where_their_boxes_are(tmp_path: Path) -> None:
    path = tmp_path / "trang.tif"
    body_sheet().draw(300).save(path, save_all=True, append_images=[_second()], dpi=(300, 300))
    reading = read(path, Job(tmp_path))
    assert reading.shown is not None and reading.shown.parent == tmp_path
    document = pypdfium2.PdfDocument(reading.shown)
    try:
        shown_sizes = [page.get_size() for page in document]
        drawn = document[0].render(scale=2).to_pil().convert("L")
    finally:
        document.close()
    for page, shown in zip(reading.pages, shown_sizes, strict=True):
        assert (page.width, page.height) == pytest.approx(shown, abs=1)
    assert shown_sizes[0] == pytest.approx(SIZE, abs=1)
    for word in reading.lines[0].words:
        left, top, right, bottom = word.box
        inside = drawn.crop(
            (
                round(left * drawn.width),
                round(top * drawn.height),
                round(right * drawn.width) + 1,
                round(bottom * drawn.height) + 1,
            )
        )
        assert inside.getextrema()[0] < 128, f"there is no ink where {word.text} stands"


def test_a_photograph_is_turned_as_the_camera_noted(tmp_path: Path) -> None:
    path = tmp_path / "ảnh.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise
    body_sheet().draw(150).rotate(90, expand=True).save(path, exif=exif, quality=90)
    reading = read(path, Job(tmp_path))
    (page,) = reading.pages
    assert page.height > page.width
    assert "turned" not in page.notes
    assert error_rate(" ".join(BODY), " ".join(line.text for line in reading.lines)) < 0.01


@pytest.mark.parametrize(
    ("pixels", "dpi", "points"),
    [
        ((1240, 1754), 150, (595.2, 841.9)),
        ((3024, 4032), 72, (631.5, 842.0)),
        ((2480, 3508), None, (595.2, 842.0)),
        ((3508, 2480), None, (842.0, 595.2)),
    ],
)
def test_the_size_is_what_the_picture_says_where_that_is_a_page(
    pixels: tuple[int, int], dpi: int | None, points: tuple[float, float]
) -> None:
    image = Image.new("L", pixels)
    if dpi:
        image.info["dpi"] = (dpi, dpi)
    assert page_size(image) == pytest.approx(points, abs=0.5)


def _refused(path: Path, job: Job) -> str:
    with pytest.raises(InputError) as caught:
        read(path, job)
    assert str(caught.value).startswith(f"{path}: ")
    return str(caught.value)


def test_a_picture_without_words_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "trắng.png"
    Image.new("RGB", (1240, 1754), "white").save(path)
    assert "no words were found in the picture" in _refused(path, Job(tmp_path))


def test_too_many_pixels_are_refused_before_they_are_decoded(tmp_path: Path) -> None:
    path = tmp_path / "lớn.png"
    Image.new("1", (20_000, 20_000)).save(path)
    data = path.read_bytes()
    path.write_bytes(data[:200])  # the head alone: decoding it would fail otherwise
    assert "above the limit of 100,000,000 pixels" in _refused(path, Job(tmp_path))


def test_a_smaller_limit_counts(tmp_path: Path) -> None:
    path = tmp_path / "trang.png"
    Image.new("L", (1000, 1001), 255).save(path)
    assert "1,000 by 1,001 pixels" in _refused(path, Job(tmp_path, max_pixels=1_000_000))


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "nhiều.tif"
    page = Image.new("1", (100, 100), 1)
    page.save(path, save_all=True, append_images=[page] * 4)
    assert "5 pages are above the limit of 3" in _refused(path, Job(tmp_path, max_pages=3))


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_damaged_pictures_are_refused(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"hỏng{suffix}"
    body_sheet().draw(100).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "damaged" in _refused(path, Job(tmp_path))


@pytest.mark.parametrize("content", [b"%PDF-1.7 not a picture", b"\x00" * 100, b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "giả.png"
    path.write_bytes(content)
    assert "no picture" in _refused(path, Job(tmp_path))


def test_a_transparent_ground_is_shown_as_paper(tmp_path: Path) -> None:
    page = _second()
    ink = Image.eval(page.convert("L"), lambda grey: 255 - grey)
    drawn = Image.new("RGBA", page.size, (0, 0, 0, 0))
    drawn.putalpha(ink)
    drawn.save(tmp_path / "trang.png")
    reading = read(tmp_path / "trang.png", Job(tmp_path))
    assert reading.shown is not None
    document = pypdfium2.PdfDocument(reading.shown)
    try:
        shown = document[0].render().to_pil().convert("L")
    finally:
        document.close()
    assert shown.getpixel((2, 2)) == 255
    assert sum(shown.histogram()[:128]) < 0.1 * shown.width * shown.height
