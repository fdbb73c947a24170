"""Word documents through the real converter: text, automatic numbers, pages and places of words."""

import re
import subprocess
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from index.errors import InputError
from ingest.clean import clean_lines
from ingest.readers import docx, read
from ingest.readers.docx import read_package
from ingest.reading import Job, RawLine, Reading
from tests.ingest.office.sample import needs_office, sample
from tests.ingest.office.word import PLAN, Level, Made, repeat_header
from vietnamese.text import squeeze

ARTICLE = re.compile(r"^Điều (\d+)\.")


def _read(made: Made, folder: Path) -> Reading:
    return read(made.save(folder / "made.docx"), Job(folder / "scratch"))


def _office_text(path: Path, folder: Path) -> list[str]:
    """The paragraphs as LibreOffice itself writes them, numbers included."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    text = (folder / f"{path.stem}.txt").read_text("utf-8-sig")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@needs_office
def test_automatic_numbers_as_the_pages_show_them(tmp_path: Path) -> None:
    made = Made()
    plan = made.new_list(PLAN)
    law = made.new_list(
        [Level("decimal", "Điều %1.", suffix="space"), Level("decimal", "%2."), Level("lowerLetter", "%3)")]
    )
    for i, level in enumerate([0, 1, 1, 2, 2, 3, 3, 4, 5, 1, 2, 0, 1, 3]):
        made.add(f"Nội dung {i} của kế hoạch", plan, level)
    made.add("Đoạn không đánh số")
    for i, level in enumerate([0, 1, 1, 2, 2, 0, 1, 2]):
        made.add(f"Quy định {i} của luật", law, level)
    made.add("Đi tiếp kế hoạch", plan, 1)
    made.add("Lại từ bốn", made.same_list(plan, {0: 4}), 0)
    reading = _read(made, tmp_path)
    texts = [line.text for line in reading.lines]
    shown = [re.sub(r"^[•◦▪–]", "-", line) for line in _office_text(tmp_path / "made.docx", tmp_path)]
    # The converter shows one and the same sign for every bullet of this list; the file tells "-" from "+".
    assert [re.sub(r"^\+", "-", text) for text in texts] == shown
    assert texts[:10] == [
        "I. Nội dung 0 của kế hoạch", "1. Nội dung 1 của kế hoạch", "2. Nội dung 2 của kế hoạch",
        "2.1. Nội dung 3 của kế hoạch", "2.2. Nội dung 4 của kế hoạch", "a) Nội dung 5 của kế hoạch",
        "b) Nội dung 6 của kế hoạch", "- Nội dung 7 của kế hoạch", "+ Nội dung 8 của kế hoạch", "3. Nội dung 9 của kế hoạch",
    ]  # fmt: skip
    assert texts[15] == "Điều 1. Quy định 0 của luật"
    assert all(line.begins and line.page for line in reading.lines)
    _words_stand_in_their_lines(reading)


@needs_office
def test_articles_that_go_on_through_chapters_keep_word_s_numbers(tmp_path: Path) -> None:
    """LibreOffice begins them anew in each chapter; Word does not where the list says so."""
    made = Made()
    law = made.new_list([Level("upperRoman", "Chương %1"), Level("decimal", "Điều %2.", restart=0)])
    for level in (0, 1, 1, 0, 1):
        made.add("Quy định chung", law, level)
    texts = [line.text for line in _read(made, tmp_path).lines]
    assert [text.removesuffix(" Quy định chung") for text in texts] == [
        "Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3.",
    ]  # fmt: skip


@needs_office
def test_a_table_over_pages_with_its_header_repeated(tmp_path: Path) -> None:
    made = Made()
    made.add("Phụ lục")
    rows = [["TT", "Nội dung", "Số lượng"], *([str(i), f"Lớp bồi dưỡng thứ {i}", str(10 * i)] for i in range(1, 91))]
    table = made.table(rows)
    repeat_header(table)
    table.cell(4, 0).merge(table.cell(4, 2)).text = "II. Nhóm lớp chuyên môn"
    table.cell(6, 1).merge(table.cell(7, 1)).text = "Gộp hai hàng"
    reading = _read(made, tmp_path)
    found = [line for line in reading.lines if "\t" in line.text]
    assert len(found) == 91 and len(reading.pages) > 1
    assert [line.text for line in found].count("TT\tNội dung\tSố lượng") == 1
    assert found[4].text == "II. Nhóm lớp chuyên môn\t\t"
    assert [found[6].text, found[7].text] == ["6\tGộp hai hàng\t60", "7\t\t70"]
    pages = [line.page for line in found]
    assert pages == sorted(pages, key=lambda page: page or 0) and set(pages) == set(range(1, len(reading.pages) + 1))
    _words_stand_in_their_lines(reading)


@needs_office
def test_a_paragraph_over_two_pages_is_a_line_on_each(tmp_path: Path) -> None:
    made = Made()
    for i in range(3):
        made.add(" ".join(f"chữ{i}x{k}" for k in range(600)))
    reading = _read(made, tmp_path)
    parted = [(a, b) for a, b in pairwise(reading.lines) if b.begins is False]
    assert parted and all(a.page is not None and b.page == a.page + 1 for a, b in parted)
    assert [line.begins for line in reading.lines].count(True) == 3
    assert " ".join(line.text for line in reading.lines).split() == [
        f"chữ{i}x{k}" for i in range(3) for k in range(600)
    ]


@needs_office
def test_heads_lines_within_a_paragraph_and_headers(tmp_path: Path) -> None:
    made = Made()
    made.word.sections[0].header.paragraphs[0].text = "Mật mã trang"
    made.table(
        [["UBND TỈNH A\nSố: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]],
        ruled=False,
    )
    made.add("KẾ HOẠCH")
    made.table([["Nơi nhận:\n- Như trên.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]], ruled=False)
    reading = _read(made, tmp_path)
    assert [(line.text, line.begins) for line in reading.lines] == [
        ("UBND TỈNH A", True), ("Số: 12/KH-UBND", None),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập - Tự do - Hạnh phúc", None),
        ("KẾ HOẠCH", True),
        ("Nơi nhận:", True), ("- Như trên.", None), ("TM. ỦY BAN NHÂN DÂN", True), ("CHỦ TỊCH", None),
    ]  # fmt: skip


def _words_stand_in_their_lines(reading: Reading) -> None:
    """Every word with letters has a place, and the page shows that word there."""
    document = pypdfium2.PdfDocument(reading.shown)
    try:
        pages = [page.get_textpage() for page in document]
        for line in reading.lines:
            assert [word.text for word in line.words if squeeze(word.text)] == [
                w for w in line.text.split() if squeeze(w)
            ]
            assert line.page is not None
            _is_shown(line, pages[line.page - 1], reading)
        for page in pages:
            page.close()
    finally:
        document.close()


def _is_shown(line: RawLine, page: pypdfium2.PdfTextPage, reading: Reading) -> None:
    size = reading.pages[(line.page or 1) - 1]
    for word in line.words:
        left, top, right, bottom = word.box
        assert 0 <= left < right <= 1 and 0 <= top < bottom <= 1
        shown = page.get_text_bounded(
            left * size.width - 1, (1 - bottom) * size.height, right * size.width + 1, (1 - top) * size.height
        )
        # Letters that the font lacks are drawn apart, so that their order there says nothing.
        assert set(squeeze(word.text)) <= set(squeeze(shown)), (word, shown)


@needs_office
@pytest.mark.parametrize(("name", "articles"), [("Luat-72-2025-QH15.docx", 54), ("ND-30-2020.docx", 38)])
def test_real_documents(tmp_path: Path, name: str, articles: int) -> None:
    path = sample(name)
    reading = read(path, Job(tmp_path / "scratch"))
    found = [int(match[1]) for line in reading.lines if (match := ARTICLE.match(line.text))]
    assert found == list(range(1, articles + 1))
    own = [int(match[1]) for line in _office_text(path, tmp_path) if (match := ARTICLE.match(line))]
    assert found == own
    lines = clean_lines(reading.lines)
    assert all(line.page is not None for line in lines)
    assert squeeze(" ".join(line.text for line in lines)).startswith(
        "quốchội" if name.startswith("Luat") else "chínhphủ"
    )
    texts = [line.text for line in lines]
    expected = {
        "Luat-72-2025-QH15.docx": [
            "Luật số: 72/2025/QH15", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "LUẬT", "CHỦ TỊCH QUỐC HỘI",
            "Đã ký: Trần Thanh Mẫn", "Hà Nội, ngày 16 tháng 6 năm 2025",
        ],
        "ND-30-2020.docx": [
            "CHÍNH PHỦ", "Số: 30/2020/NĐ-CP", "Hà Nội, ngày 05 tháng 3 năm 2020", "NGHỊ ĐỊNH",
            "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;", "Nơi nhận:", "- Lưu: VT, HC (2).",
            "TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Nguyễn Xuân Phúc",
        ],
    }  # fmt: skip
    assert [text for text in expected[name] if text not in texts] == []
    with_letters = [word for line in reading.lines for word in line.text.split() if squeeze(word)]
    placed = [word for line in reading.lines for word in line.words]
    assert len(placed) >= 0.999 * len(with_letters)


def _renamed_pdf(folder: Path) -> Path:
    path = folder / "x.docx"
    path.write_bytes(b"%PDF-1.7\n%%EOF")
    return path


def _without_words(folder: Path) -> Path:
    return Made().save(folder / "x.docx")


def _without_document(folder: Path) -> Path:
    path = folder / "x.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/other.xml", "<a/>")
        archive.writestr("_rels/.rels", "<Relationships/>")
    return path


def _legacy(folder: Path) -> Path:
    made = Made()
    for _ in range(5):
        made.add("KÕ ho¹ch ®µo t¹o, båi d­ìng c¸n bé, c«ng chøc")
    return made.save(folder / "x.docx")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_renamed_pdf, "this is a PDF; give it the suffix .pdf"),
        (_without_words, "holds no words"),
        (_without_document, "names no document"),
        (_legacy, "old Vietnamese font"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, make: Callable[[Path], Path], said: str) -> None:
    with pytest.raises(InputError, match=rf"x\.docx: .*{re.escape(said)}"):
        docx.read(make(tmp_path), Job(tmp_path / "scratch"))


@needs_office
def test_too_many_pages(tmp_path: Path) -> None:
    made = Made()
    for i in range(3):
        made.add(f"Trang {i}").paragraph_format.page_break_before = True
    path = made.save(tmp_path / "x.docx")
    with pytest.raises(InputError, match=r"x\.docx: 3 pages are above the limit of 2"):
        docx.read(path, Job(tmp_path / "scratch", max_pages=2))


@needs_office
def test_pages_are_told_while_they_are_read(tmp_path: Path) -> None:
    made = Made()
    for i in range(2):
        made.add(f"Trang {i}").paragraph_format.page_break_before = True
    told: list[tuple[int, int]] = []
    path = made.save(tmp_path / "x.docx")
    read_package(path, path, Job(tmp_path / "scratch", on_page=lambda done, total: told.append((done, total))))
    assert told == [(1, 2), (2, 2)]


@needs_office
def test_macros_stay_text_of_nobody(tmp_path: Path) -> None:
    """A .docm is read as its text; the program inside is not even looked at."""
    made = Made()
    made.add("Văn bản có macro")
    path = made.save(tmp_path / "x.docx")
    macro = tmp_path / "macro.docm"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(macro, "w") as copy:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            copy.writestr(member.filename, data)
        copy.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(100))
    assert [line.text for line in read(macro, Job(tmp_path / "scratch")).lines] == ["Văn bản có macro"]
