"""PDF files: text, scans, pages of both, and what is refused with its name and the remedy."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from rapidfuzz.distance import Levenshtein
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from index.errors import InputError
from index.settings import PROJECT
from ingest.blocks import make_blocks, wrap_width
from ingest.clean import clean_lines
from ingest.pdf.drawing import draw_page
from ingest.readers import read
from ingest.reading import Job, Reading
from tests.ingest.pdf.sheets import HEIGHT, WIDTH, Put, drawn_pdf, put_pdf, read_pdf, texts_of, typeset_pdf
from vietnamese.text import squeeze

CORPUS = PROJECT / "corpus" / "tinh-uy-ke-hoach-2025.md"
TEXT: list[Put] = [
    (85, 120, "Ủy ban nhân dân tỉnh ban hành Kế hoạch đào tạo, bồi dưỡng"),
    (85, 140, "cán bộ, công chức, viên chức của tỉnh như sau."),
]
TORN = "Th ự c hi ệ n Quy ế t đ ị nh c ủ a Th ủ t ướ ng Chính ph ủ v ề vi ệ c phê duy ệ t Đ ề án"

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def _samples() -> Path:
    samples = os.environ.get("ASSISTANT_SAMPLES")
    if samples is None:
        pytest.skip("ASSISTANT_SAMPLES is not set")
    return Path(samples) / "samples"


def _text(reading: Reading) -> str:
    return "\n".join(line.text for line in reading.lines)


def test_a_text_of_the_corpus_comes_back_letter_by_letter(tmp_path: Path) -> None:
    source = [line.text for line in clean_lines(read(CORPUS, Job(tmp_path)).lines)]
    reading = read_pdf(typeset_pdf(tmp_path / "x.pdf", source))
    wanted, got = squeeze("".join(source)), squeeze(_text(reading))
    assert Levenshtein.distance(wanted, got) == 0
    assert reading.read_by == "text" and len(reading.pages) > 2 and reading.shown == tmp_path / "x.pdf"
    words = [word for line in reading.lines for word in line.words]
    assert len(words) == sum(len(line.text.split()) for line in reading.lines)
    assert all(0 <= b[0] < b[2] <= 1 and 0 <= b[1] < b[3] <= 1 for b in (word.box for word in words))


def test_every_line_knows_its_page_and_pages_their_size(tmp_path: Path) -> None:
    reading = read_pdf(put_pdf(tmp_path / "x.pdf", [TEXT, TEXT]))
    assert [line.page for line in reading.lines] == [1, 1, 2, 2]
    assert {line.line for line in reading.lines} == {None}
    assert [(p.number, round(p.width), round(p.height)) for p in reading.pages] == [(1, 595, 842), (2, 595, 842)]


def test_pages_are_told_as_they_are_done(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = put_pdf(tmp_path / "x.pdf", [TEXT] * 3)
    read(path, Job(tmp_path, on_page=lambda done, total: told.append((done, total))))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_blank_page_is_noted(tmp_path: Path) -> None:
    reading = read_pdf(put_pdf(tmp_path / "x.pdf", [TEXT, [], TEXT]))
    assert [page.notes for page in reading.pages] == [(), ("blank",), ()]
    assert [line.page for line in reading.lines] == [1, 1, 3, 3]


def test_english_passes_as_text(tmp_path: Path) -> None:
    english = "The People's Committee shall approve the training plan of each department every year"
    reading = read_pdf(put_pdf(tmp_path / "x.pdf", [[(40, 100, english), (40, 120, english)]]))
    assert reading.pages[0].notes == () and reading.read_by == "text"


def _torn(path: Path) -> Path:
    """A page on which every glyph that another font lends is drawn by itself, as browsers and offices do."""
    from reportlab.pdfbase import pdfmetrics

    put_pdf(path, [TEXT])  # registers the font

    def draw(canvas: Canvas) -> None:
        for row in range(3):
            left = 60.0
            for piece in TORN.split(" "):
                for part in piece:
                    canvas.drawString(left, HEIGHT - 100 - 20 * row, part)
                    left += pdfmetrics.stringWidth(part, "Sheet", 13)

    return drawn_pdf(path, draw)


def test_what_is_drawn_glyph_by_glyph_is_read_by_place(tmp_path: Path) -> None:
    path = _torn(tmp_path / "x.pdf")
    words = squeeze(TORN)
    assert squeeze(_text(read_pdf(path))) == 3 * words


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of text as a picture, nothing else."""
    import pypdfium2

    folder = tmp_path_factory.mktemp("scanned")
    texts = [line.text for line in clean_lines(read(CORPUS, Job(folder)).lines)][:6]
    document = pypdfium2.PdfDocument(typeset_pdf(folder / "text.pdf", texts))
    picture = ImageReader(draw_page(document[0], folder, 100_000_000))
    path = drawn_pdf(folder / "scan.pdf", lambda canvas: canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT))
    document.close()
    return path


@needs_tesseract
def test_a_scanned_page_is_recognised(scanned: Path) -> None:
    reading = read_pdf(scanned)
    wanted = squeeze(_text(read_pdf(scanned.parent / "text.pdf")))
    assert Levenshtein.normalized_distance(wanted, squeeze(_text(reading))) < 0.02
    assert reading.read_by == "ocr" and "ocr" in reading.pages[0].notes
    assert reading.pages[0].read_by == "ocr" and (reading.pages[0].confidence or 0) > 0.8
    assert all(line.words and line.read_by == "ocr" and line.page == 1 for line in reading.lines)


@needs_tesseract
def test_a_stamp_on_a_scan_does_not_make_it_text(scanned: Path, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(scanned))
    stamp = put_pdf(tmp_path / "stamp.pdf", [[(60, 30, "Ký bởi: Văn phòng"), (60, 45, "Ngày ký: 01/02/2024")]], 8)
    writer.pages[0].merge_page(PdfReader(stamp).pages[0])
    writer.write(tmp_path / "x.pdf")
    assert read_pdf(tmp_path / "x.pdf").read_by == "ocr"


@needs_tesseract
def test_letters_of_an_old_font_are_recognised_from_the_page(tmp_path: Path) -> None:
    old = "§µo t¹o, båi d­ìng c¸n bé, c«ng chøc, viªn chøc tØnh B×nh §Þnh n¨m häc"
    reading = read_pdf(put_pdf(tmp_path / "x.pdf", [[(60, 100 + 20 * i, old) for i in range(5)]]))
    assert reading.pages[0].notes[:2] == ("legacy_font", "ocr") and reading.pages[0].read_by == "ocr"


def test_without_tesseract_a_scan_is_refused_by_name(
    scanned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match=r"scan\.pdf: .*apt-get install"):
        read_pdf(scanned)


def _encrypted(path: Path, password: str, owner: str = "owner", algorithm: str = "AES-256") -> Path:
    writer = PdfWriter(clone_from=PdfReader(put_pdf(path, [TEXT])))
    writer.encrypt(user_password=password, owner_password=owner, algorithm=algorithm)
    writer.write(path)
    return path


@pytest.mark.parametrize("owner", ["", "owner"])
@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_an_empty_password_opens(tmp_path: Path, algorithm: str, owner: str) -> None:
    path = _encrypted(tmp_path / "x.pdf", "", owner, algorithm)
    assert texts_of(path) == [text for _, _, text in TEXT]
    assert read_pdf(path).pages[0].notes == ()  # by the library of record, which needs another one for AES


def test_a_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.pdf: the PDF is protected by a password; save it without one"):
        read_pdf(_encrypted(tmp_path / "x.pdf", "secret"))


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [TEXT] * 3)
    with pytest.raises(InputError, match=r"x\.pdf: 3 pages are above the limit of 2 \(ASSISTANT_MAX_PAGES\)"):
        read_pdf(path, max_pages=2)
    assert len(read_pdf(path, max_pages=3).pages) == 3


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no PDF at all " * 100, b"%PDF-1.4\n" + bytes(2000)])
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.pdf").write_bytes(data)
    with pytest.raises(InputError, match=r"x\.pdf: .+; .+"):
        read_pdf(tmp_path / "x.pdf")


def test_a_truncated_file_is_read_or_refused_by_name(tmp_path: Path) -> None:
    data = typeset_pdf(tmp_path / "whole.pdf", [text for _, _, text in TEXT] * 40).read_bytes()
    whole, outcomes = squeeze(_text(read_pdf(tmp_path / "whole.pdf"))), set()
    for share in range(5, 100, 5):
        (tmp_path / "x.pdf").write_bytes(data[: len(data) * share // 100])
        try:
            assert squeeze(_text(read_pdf(tmp_path / "x.pdf"))) in whole
            outcomes.add("read")
        except InputError as error:
            assert str(error).startswith(f"{tmp_path / 'x.pdf'}: ")
            outcomes.add("refused")
    assert "refused" in outcomes


def test_a_file_without_a_cross_reference_is_mended(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [TEXT])
    path.write_bytes(path.read_bytes().replace(b"startxref", b"startxxxx").replace(b"xref\n0", b"xxxx\n0"))
    assert texts_of(path) == [text for _, _, text in TEXT]


def test_a_file_of_blank_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.pdf: no words were found on any page"):
        read_pdf(put_pdf(tmp_path / "x.pdf", [[], []]))


def test_a_page_too_large_to_be_drawn_is_refused(scanned: Path) -> None:
    with pytest.raises(InputError, match=r"scan\.pdf: a page of 8 by 12 inches .*ASSISTANT_MAX_PIXELS is 10,000"):
        read_pdf(scanned, max_pixels=10_000)


def test_scripts_and_attachments_are_passed_over(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(put_pdf(tmp_path / "x.pdf", [TEXT])))
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.launchURL('http://127.0.0.1:9/')")}
    action = DictionaryObject({NameObject(key): value for key, value in script.items()})
    writer.root_object[NameObject("/OpenAction")] = action
    writer.add_attachment("inner.txt", b"words of the attachment")
    writer.write(tmp_path / "x.pdf")
    assert texts_of(tmp_path / "x.pdf") == [text for _, _, text in TEXT]


def test_nothing_is_printed_about_odd_files(tmp_path: Path) -> None:
    """In a process of its own, as the libraries log where nobody has set up logging."""
    path = put_pdf(tmp_path / "x.pdf", [TEXT])
    path.write_bytes(path.read_bytes().replace(b"startxref", b"startxxxx").replace(b"endobj", b"endobx", 2))
    code = (
        "import sys; from pathlib import Path; from ingest.readers import read; from ingest.reading import Job\n"
        "try: read(Path(sys.argv[1]), Job(Path(sys.argv[2])))\n"
        "except Exception as error: print(type(error).__name__)"
    )
    command = [sys.executable, "-c", code, str(path), str(tmp_path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == "" and done.stdout in ("", "InputError\n")


def test_a_law_from_the_gazette(tmp_path: Path) -> None:
    path = _samples() / "36-2024-qh15_1_9.pdf"
    reading = read(path, Job(tmp_path))
    text = _text(reading)
    articles = [line.text for line in reading.lines if line.text.startswith("Điều ")]
    assert [a.split(".")[0] for a in articles if "." in a[:9]] == [f"Điều {n}" for n in range(1, 10)]
    assert "CÔNG BÁO" not in text and "24-8-2024" not in text
    bare = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    heads = [line for line in bare.split("\n") if "CÔNG BÁO" in line]
    assert len(heads) == 10 and len(squeeze(text)) == len(squeeze(bare)) - sum(len(squeeze(line)) for line in heads)
    lines = clean_lines(reading.lines)
    blocks = [block.text for block in make_blocks(lines, wrap_width(lines))]
    assert all(block[-1] in ".;:" for block in blocks if block[0].islower() or block[0].isdigit())
    assert not [block for block in blocks if block[0].islower() and ")" not in block[:3]]


@needs_tesseract
def test_a_real_scan(tmp_path: Path) -> None:
    reading = read(_samples() / "scans" / "qd_729_ttg.pdf", Job(tmp_path))
    assert reading.read_by == "ocr" and any(line.text.startswith("Điều 2. ") for line in reading.lines)
