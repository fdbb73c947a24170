"""Saved web pages: their text without the site, tables with their spans, whatever the encoding."""

import time
import unicodedata
from pathlib import Path

import pytest

from index.errors import InputError
from ingest.readers import read
from ingest.readers.html import MAX_CELLS
from ingest.reading import Job, RawLine

HEAD = "<!DOCTYPE html><html><head><title>Cổng</title><meta charset=utf-8></head><body>"


def _lines(folder: Path, page: str | bytes) -> tuple[RawLine, ...]:
    path = folder / "x.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return read(path, Job(folder)).lines


def _texts(folder: Path, body: str) -> list[str]:
    return [line.text for line in _lines(folder, HEAD + body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Điều 1.\n  Phạm vi</p><p>Điều&nbsp;2.</p>", ["Điều 1. Phạm vi", "Điều 2."]),
        ("<p>SỞ NỘI VỤ<br>Số: 12</p>", ["SỞ NỘI VỤ", "Số: 12"]),
        ("<div>Trước<p>trong</p>sau</div>", ["Trước", "trong", "sau"]),
        ("<p><b>Đi</b>ều <i>3</i>.</p>", ["Điều 3."]),
        ("<pre>một\nhai</pre>", ["một", "hai"]),
        ("<ul><li>một<li>hai</ul>", ["- một", "- hai"]),
        ("<ol start=3><li>ba<li>bốn<li value=7>bảy</ol>", ["3. ba", "4. bốn", "7. bảy"]),
        ("<ol type=a><li>một</ol><ol type=I><li>một<li>hai</ol>", ["a. một", "I. một", "II. hai"]),
        ("<table><tr><td>Điều 1. Khung</table>", ["Điều 1. Khung"]),
        (
            "<table border=1><caption>Bảng 1. Kinh phí</caption><tr><td>Năm<td>Triệu<td>Nguồn<tr><td>2025<td>500<td>Tỉnh</table>",
            ["Bảng 1. Kinh phí", "Năm\tTriệu\tNguồn", "2025\t500\tTỉnh"],
        ),
    ],
)
def test_paragraphs_and_lists(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert _texts(tmp_path, body) == expected


def test_the_site_around_is_left_out(tmp_path: Path) -> None:
    body = """<nav>Trang chủ</nav><div class="menu top">Văn bản mới</div><script>alert("x")</script><style>p{}</style>
        <form id="aspnet"><p>Điều 1. Phạm vi điều chỉnh của quy định này</p><p style="display : none">ẩn</p><p hidden>ẩn</p>
        <select><option>63 tỉnh</option></select><button>Tải về</button><!-- chú thích --></form><footer>Bản quyền</footer>"""
    assert _texts(tmp_path, body) == ["Điều 1. Phạm vi điều chỉnh của quy định này"]


def test_the_part_that_the_page_calls_its_main_one(tmp_path: Path) -> None:
    text = "Điều 1. Nghị định này quy định về công tác văn thư và quản lý nhà nước về công tác văn thư."
    assert _texts(tmp_path, f"<p>Tin khác</p><main><p>{text}</p></main><p>Liên kết</p>") == [text]
    assert _texts(tmp_path, f"<p>{text}</p><main><p>Xem thêm</p></main>") == [text, "Xem thêm"]


def test_tables_with_spans(tmp_path: Path) -> None:
    body = """<table border=1><tr><th>TT<th>Nội dung<th colspan=2>Số</tr><tr><td rowspan=2>1<td>Lớp<br>A<td>10<td>x</tr>
        <tr><td>Lớp B<td>20<td>y</tr><tr><td colspan=4>II. Nhóm hai</tr><tr><td><td><td><td></tr></table>"""
    assert _texts(tmp_path, body) == [
        "TT\tNội dung\tSố\t", "1\tLớp A\t10\tx", "\tLớp B\t20\ty", "II. Nhóm hai\t\t\t",
    ]  # fmt: skip


def test_tables_that_only_set_side_by_side(tmp_path: Path) -> None:
    body = """<table><tr><td>UBND TỈNH A<br>Số: 12/QĐ-UBND<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<p>Hà Nội, ngày 1 tháng 2</tr></table>
        <table><tr><td><table border=1><tr><td>TT<td>Tên</tr><tr><td>1<td>A</tr></table></td><td>Bên cạnh</td></tr></table>"""
    assert _texts(tmp_path, body) == [
        "UBND TỈNH A", "Số: 12/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 1 tháng 2",
        "TT\tTên", "1\tA", "Bên cạnh",
    ]  # fmt: skip


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "<html>\n<body>\n<p>một</p>\n\n<p>hai\nba</p></body></html>")
    assert [(line.text, line.line, line.page, line.begins) for line in lines] == [
        ("một", 3, None, True),
        ("hai ba", 5, None, True),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1258"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "Quyết định về đào tạo, bồi dưỡng công chức"
    if encoding == "windows-1258":
        data = _windows_1258(f"<meta charset='windows-1258'><p>{text}</p>")
    else:
        data = f"<html><p>{text}</p>".encode(encoding)
    assert [line.text for line in _lines(tmp_path, data)] == [text]


def _windows_1258(text: str) -> bytes:
    """Letters with their tones as separate marks, as that encoding spells them."""
    spelt = ""
    for letter in text:
        try:
            letter.encode("windows-1258")
            spelt += letter
        except UnicodeEncodeError:
            base, tone = unicodedata.normalize("NFD", letter)[:-1], unicodedata.normalize("NFD", letter)[-1]
            if tone in "\u0302\u0306\u031b":  # marks of the vowel come after a dot below
                base, tone = base[0] + tone, base[1:]
            spelt += unicodedata.normalize("NFC", base) + tone
    return spelt.encode("windows-1258")


def test_entities_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><p>công khai &x;</p></html>'
    assert "bí mật" not in " ".join(line.text for line in _lines(tmp_path, page))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 <html>", "this is a PDF"),
        (b"PK\x03\x04<html>", "damaged or cut short"),
        ("chỉ là chữ".encode(), "no document of this kind"),
        (b"<html><p>\xff\xfe\x80 \x81</p>", "neither utf-8"),
        (b"<html><p>" + b"\x00\x01\x02" * 500, "neither utf-8"),
        (b"<html><body><script>load()</script></body></html>", "holds no words"),
        (b"<html><body>" + b"<div>" * 3000 + b"x", "nested too deeply"),
        ("<html><p>KÕ ho¹ch ®µo t¹o, båi d­ìng c¸n bé</p></html>".encode(), "old Vietnamese font"),
        (b"<table border=1>" + b"<tr><td colspan=500>a" * (MAX_CELLS // 500 + 2), "a table has more than"),
    ],
)
def test_pages_that_are_refused(tmp_path: Path, data: bytes, said: str) -> None:
    before = time.monotonic()
    with pytest.raises(InputError, match=rf"x\.html: .*{said}"):
        _lines(tmp_path, data)
    assert time.monotonic() - before < 20


def test_spans_beyond_any_table(tmp_path: Path) -> None:
    lines = _lines(tmp_path, HEAD + "<table border=1><tr><td rowspan=999999999 colspan=99999999>a<td>b</tr></table>")
    assert len(lines) == 1 and lines[0].text.startswith("a\t") and lines[0].text.endswith("\tb")
