"""A table of bad files: how each is made, and what must become of it.

Each is one file, folder, link or pipe; archives have an outcome for each member. What is `added` must hold words that match,
of what is `failed` the message must match, and must not name what no office knows.
"""

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ingest.readers import READERS
from tests.ingest.bad import archives, office, pdfs, pictures
from tests.ingest.bad.archives import packed

Data = Callable[["Outside"], bytes]
Put = Callable[[Path, "Outside"], None]
TEXT = "KẾ HOẠCH\nHọc năm 2024\nI. MỤC TIÊU\n1. Mở lớp bồi dưỡng cho công chức cấp xã.\n"
TEXT_BYTES = TEXT.encode()
CLAUSE = "Mở lớp bồi dưỡng"


@dataclass(frozen=True, slots=True)
class Outside:
    """What bad files try to reach: an address that nobody may ask, and a file that nobody may write."""

    address: str
    marker: Path


@dataclass(frozen=True, slots=True)
class Expected:
    """An outcome by its name in the events: `words` matches the text of what was added, the message of what failed."""

    name: str
    added: bool
    words: str


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file under a name in the folder, what puts it there, and what must become of it."""

    name: str
    put: Put
    expected: tuple[Expected, ...]


def read(name: str, words: str, make: Data | bytes, stem: str | None = None) -> BadFile:
    """One that is read all the same."""
    known = unicodedata.normalize("NFC", stem if stem is not None else Path(name).stem)
    return BadFile(name, _writer(make), (Expected(known, True, words),))


def fails(name: str, words: str, make: Data | bytes, shown: str | None = None) -> BadFile:
    """One that is refused by name."""
    return BadFile(name, _writer(make), (Expected(shown or name.rpartition("/")[2], False, words),))


def archive(name: str, make: Data | bytes, *expected: Expected) -> BadFile:
    """One whose members have outcomes of their own."""
    return BadFile(name, _writer(make), expected)


def member(name: str, words: str) -> Expected:
    """The outcome of something refused, by the whole of its shown name."""
    return Expected(name, False, words)


def document(name: str, words: str = CLAUSE) -> Expected:
    """The outcome of something read."""
    return Expected(name, True, words)


def _writer(make: Data | bytes) -> Put:
    def put(path: Path, outside: Outside) -> None:
        path.write_bytes(make if isinstance(make, bytes) else make(outside))

    return put


def _nothing(path: Path, _: Outside) -> None:
    path.mkdir()


def _closed(path: Path, _: Outside) -> None:
    path.mkdir()
    (path / "unseen.txt").write_bytes(TEXT_BYTES)
    path.chmod(0)


def _unreadable(path: Path, _: Outside) -> None:
    path.write_bytes(pdfs.good())
    path.chmod(0)


def _pipe(path: Path, _: Outside) -> None:
    os.mkfifo(path)


def _link(target: str) -> Put:
    return lambda path, _: path.symlink_to(target)


def _special(name: str, words: str, put: Put) -> BadFile:
    return BadFile(name, put, (Expected(name, False, words),))


def _lazily(make: Callable[..., bytes], *given: object) -> Data:
    """A maker that needs nothing from outside."""
    return lambda _: make(*given)


def _share(make: Callable[..., bytes], part: float, *given: object) -> Data:
    """The first part of what is made."""

    def cut(_: Outside) -> bytes:
        data = make(*given)
        return data[: int(len(data) * part)]

    return cut


_CUT = r"damaged|cut short|cut off|cannot be unpacked"
_SAVE = "save|copy|fetch|pack|replace"
_ENGLISH = "department of finance"
_OTHER_SCRIPT = "no words were found.*if it shows Vietnamese text.*else remove"

EMPTY = (
    *(fails(f"empty{suffix.replace('.', '-')}{suffix}", "the file is empty; replace it", b"") for suffix in READERS),
    fails("empty-zip.zip", "the file is empty; replace it", b""),
)

TRUNCATED = (
    fails("cut-early.pdf", f"no PDF.*damaged.*({_SAVE})", _share(pdfs.good, 0.3)),
    fails("cut-late.pdf", f"no PDF.*damaged.*({_SAVE})", lambda _: pdfs.good()[: pdfs.good().rindex(b"trailer")]),
    read("cut-last.pdf", _ENGLISH, lambda _: pdfs.good()[: pdfs.good().rindex(b"startxref")]),
    *(
        fails(f"cut-{round(part * 100)}.docx", f"({_CUT}).*({_SAVE})", _share(office.docx, part))
        for part in (0.1, 0.5, 0.99)
    ),
    fails(
        "cut-book.xlsx", f"({_CUT}).*({_SAVE})", _share(office.workbook, 0.6, [["STT", "Tên", "Tiền"], [1, "Lớp", 5]])
    ),
    fails("cut-open.odt", f"({_CUT}).*({_SAVE})", _share(office.odt, 0.6, "<text:p>x</text:p>")),
    fails("cut-head.png", f"(no picture|{_CUT}).*save", _share(pictures.turned, 0.0005, 0)),
    fails("cut-half.png", f"page 1 .*({_CUT}).*save", _share(pictures.turned, 0.5, 0)),
    fails("cut-photo.jpg", f"page 1 .*({_CUT}).*save", _share(pictures.turned, 0.4, 0, "JPEG")),
    fails("cut-fax.tif", f"({_CUT}).*save", _share(pictures.turned, 0.4, 0, "TIFF")),
    fails("cut-map.bmp", f"({_CUT}).*save", _share(pictures.turned, 0.4, 0, "BMP")),
    fails("cut-early.zip", f"({_CUT}).*pack", _share(packed, 0.3, {"cut.txt": TEXT_BYTES * 9})),
    fails("cut-late.zip", f"({_CUT}).*pack", _share(packed, 0.9, {"cut.txt": TEXT_BYTES * 9})),
)

LOCKED = (
    fails("locked.pdf", "password.*save it without one", _lazily(pdfs.locked, "user", "owner")),
    fails("locked-aes.pdf", "password.*save it without one", _lazily(pdfs.locked, "user", "owner", "AES-256")),
    read("owner-locked.pdf", _ENGLISH, _lazily(pdfs.locked, "", "owner")),
    read("owner-locked-aes.pdf", _ENGLISH, _lazily(pdfs.locked, "", "owner", "AES-256")),
    fails("locked-word.docx", "password.*without one", _lazily(office.ole, "EncryptionInfo", "EncryptedPackage")),
    fails("locked-book.xlsx", "password.*without one", _lazily(office.ole, "EncryptionInfo", "EncryptedPackage")),
    fails("locked-open.odt", "password.*without one", _lazily(office.locked_odt)),
)

WRONG_SUFFIX = (
    fails("paper.docx", r"this is a .*pdf.*give it the suffix \.pdf", _lazily(pdfs.good)),
    fails("paper-page.html", r"give it the suffix \.pdf", _lazily(pdfs.good)),
    fails("paper-photo.jpg", r"give it the suffix \.pdf", _lazily(pdfs.good)),
    fails("picture.pdf", r"give it the suffix \.png", _lazily(pictures.white)),
    fails("photo.png", r"give it the suffix \.jpg", _lazily(pictures.photo)),
    fails("text.pdf", f"no PDF.*({_SAVE})", TEXT_BYTES),
    fails("text-word.docx", f"no document of this kind.*({_SAVE})", TEXT_BYTES),
    fails("text-picture.png", "no picture.*save", TEXT_BYTES),
    read("page.doc", CLAUSE, f"<html><body><p>{TEXT}</p></body></html>".encode()),
    fails("archive.docx", "ZIP archive without a document", packed({"inside.txt": TEXT_BYTES})),
    fails("word-text.txt", r"give it the suffix \.docx", _lazily(office.docx)),
    fails("word.pdf", r"give it the suffix \.docx", _lazily(office.docx)),
    fails("sheet.csv", r"give it the suffix \.xlsx", _lazily(office.workbook, [["a"]])),
    fails("sheet-word.docx", r"give it the suffix \.xlsx", _lazily(office.workbook, [["a"]])),
    fails("old-word.docx", r"give it the suffix \.doc\b", _lazily(office.ole, "WordDocument")),
    fails("rich.docx", r"give it the suffix \.rtf", _lazily(office.rtf, "")),
    fails("program.pdf", f"no PDF.*({_SAVE})", b"\x7fELF" + bytes(9000)),
    fails("program.exe", "not read yet.*convert", b"MZ" + bytes(900)),
    fails("slides.pptx", "not read yet.*convert", packed({"ppt/presentation.xml": b"<p/>"})),
    fails("no-suffix", "not read yet.*convert", TEXT_BYTES),
)

_LONG = "ê" * 130 + ".txt"  # 264 bytes
ARCHIVES = (
    archive(
        "nested.zip",
        _lazily(archives.nested_bomb),
        *(member(f"nested.zip/{i}.zip", "archive within an archive.*unpack") for i in range(16)),
    ),
    archive("flat.zip", _lazily(archives.flat_bomb), member("flat.zip/zeros.txt", "times its size")),
    archive(
        "overlapping.zip",
        _lazily(archives.overlapping_bomb),
        *(member(f"overlapping.zip/{i + 1:02d}.txt", "damaged within the archive.*pack it again") for i in range(20)),
    ),
    archive(
        "names.zip",
        _lazily(
            archives.named,
            (
                "../escape.txt",
                "/escape-of-an-archive.txt",
                "C:/escape.txt",
                "a/../../escape.txt",
                "back\\slash.txt",
                "new\nline.txt",
                "hidden\u202etxt.exe",
                "tool.exe",
                _LONG,
                "deep/" * 40 + "packed deep.txt",
                "$(touch packed).txt",
            ),
            TEXT_BYTES,
        ),
        member("names.zip/../escape.txt", "leads out of the archive.*plain name"),
        member("names.zip//escape-of-an-archive.txt", "leads out of the archive"),
        member("names.zip/C:/escape.txt", "leads out of the archive"),
        member("names.zip/a/../../escape.txt", "leads out of the archive"),
        member("names.zip/back\\slash.txt", "backslash.*rename"),
        member("names.zip/new\\nline.txt", "cannot be seen.*rename"),
        member("names.zip/hidden\\u202etxt.exe", "cannot be seen.*rename"),
        member("names.zip/tool.exe", "not read yet.*convert"),
        member(f"names.zip/{_LONG}", "longer than 255 bytes.*shorten"),
        document("packed deep"),
        document("$(touch packed)"),
    ),
    archive(
        "nul.zip",
        lambda _: packed({"nulXname.txt": TEXT_BYTES}).replace(b"nulXname", b"nul\0name"),
        member("nul.zip/nul\\x00name.txt", "cannot be seen.*rename"),
    ),
    archive(
        "links.zip",
        _lazily(archives.with_links, "/etc/passwd"),
        member("links.zip/link.txt", "link or a device.*pack the file itself"),
        member("links.zip/device.txt", "link or a device"),
    ),
    fails(
        "many.zip",
        r"10,000 files \(at most 2,000\); split",
        lambda _: packed({f"{i}.txt": b"x" for i in range(10_000)}),
    ),
    archive(
        "password.zip",
        _lazily(archives.encrypted, "secret.txt"),
        member("password.zip/secret.txt", "password.*without one"),
    ),
    archive(
        "twins.zip",
        packed({"twin.txt": TEXT_BYTES, "b/twin.md": TEXT_BYTES, "good.md": TEXT_BYTES}),
        document("twin"),
        member("twins.zip/b/twin.md", r"twins\.zip/twin\.txt has the same name before the suffix; rename"),
        member("twins.zip/good.md", "good.txt has the same name before the suffix; rename"),
    ),
    archive(
        "changed.zip",
        _lazily(archives.damaged, "changed inside.txt", TEXT_BYTES),
        member("changed.zip/changed inside.txt", "damaged within the archive.*pack it again"),
    ),
    archive(
        "understated.zip",
        _lazily(archives.understated, "small.txt"),
        member("understated.zip/small.txt", "damaged within the archive.*pack it again"),
    ),
    fails("folders.zip", "holds no files.*(replace|remove)", packed({"a/": b"", "b/": b""})),
    archive(
        "mixed.zip",
        lambda _: packed({"packed plan.txt": TEXT_BYTES, "packed.pdf": pdfs.good()[:300], "empty in zip.docx": b""}),
        document("packed plan"),
        member("mixed.zip/packed.pdf", f"no PDF.*({_SAVE})"),
        member("mixed.zip/empty in zip.docx", "empty.*replace"),
    ),
)

PDFS = (
    read("active.pdf", _ENGLISH, lambda outside: pdfs.active(outside.address, str(outside.marker))),
    fails(
        "pages-5000.pdf",
        r"5,000 pages are above the limit of 2,000 \(ASSISTANT_MAX_PAGES\)",
        _lazily(pdfs.many_pages, 5000),
    ),
    read("lost-places.pdf", _ENGLISH, _lazily(pdfs.lost_places)),
    fails("circular-pages.pdf", f"(damaged|no pages).*({_SAVE})", _lazily(pdfs.circular_pages)),
    read("circular-history.pdf", _ENGLISH, _lazily(pdfs.circular_history)),
    fails("circular-streams.pdf", f"(damaged|no pages).*({_SAVE})", _lazily(pdfs.circular_streams)),
    read("circular-form.pdf", _ENGLISH, _lazily(pdfs.circular_form, 1)),
    fails(
        "growing-form.pdf",
        "needs more (than|memory).*ASSISTANT_WORKER_MB.*(save|split)",
        _lazily(pdfs.circular_form, 2),
    ),
    read("nested-lists.pdf", _ENGLISH, _lazily(pdfs.nested, 100_000)),
    fails("nested-pages.pdf", f"(damaged|no pages).*({_SAVE})", _lazily(pdfs.nested_pages, 3000)),
    fails("swollen-page.pdf", "MB|damaged|no words", _lazily(pdfs.swollen, 400)),
    fails("large-picture.pdf", "no words", _lazily(pdfs.large_picture)),
    fails("huge-page.pdf", "too large to be drawn.*usual size", _lazily(pdfs.sized, "0 0 1000000 1000000")),
    read("huge-page-words.pdf", _ENGLISH, lambda _: pdfs.plain({3: pdfs.page(box="0 0 1000000 1000000")})),
    fails("no-size.pdf", "no words|no size|damaged", _lazily(pdfs.sized, "0 0 0 0")),
    fails("thin-page.pdf", "no words|too large", _lazily(pdfs.sized, "0 0 0.001 1000000")),
    fails(
        "no-pages.pdf",
        f"no pages|damaged.*({_SAVE})",
        lambda _: pdfs.plain({2: "<< /Type /Pages /Kids [] /Count 0 >>"}),
    ),
    read(
        "count-lies.pdf",
        _ENGLISH,
        lambda _: pdfs.plain({2: "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"}),
    ),
    fails("white-paper.pdf", "no words.*remove", _lazily(pdfs.sized, "0 0 595 842", b"")),
    fails(
        "unknown-lock.pdf",
        "protected in a way.*save",
        lambda _: pdfs.plain({9: "<< /Filter /Odd /V 9 >>"}, "/Encrypt 9 0 R"),
    ),
)

OFFICE = (
    read("macro.docm", "lớp bồi dưỡng", _lazily(office.docm)),
    read("acting.odt", "lớp bồi dưỡng", lambda outside: office.acting(str(outside.marker), outside.address)),
    read("linked.docx", "lớp bồi dưỡng", lambda outside: office.linked(outside.address)),
    fails("malformed.docx", "malformed XML in word/document.xml.*save", _lazily(office.with_body, "<w:p><w:r>")),
    fails("entities.docx", "declares a document type of its own.*save", lambda o: office.external_entity(o.address)),
    fails("laughing.docx", "declares a document type of its own.*save", _lazily(office.laughing)),
    fails("nested.docx", "malformed XML|nested.*save", _lazily(office.nested, 50_000)),
    fails("wordless.docx", "no words.*picture", _lazily(office.with_body, "<w:p/>")),
    fails("partless.docx", "lacks its part|names no document.*save", packed({"word/x.xml": b"<x/>"})),
    fails(
        "swollen.docx",
        "unpacked.*500 MB|parts of.*save",
        lambda _: archives.changed(office.docx(), {"word/media/a.bin": bytes(420_000_000)}),
    ),
    read("object.rtf", _ENGLISH, _lazily(office.with_object)),
    fails("garbage.doc", f"no document of this kind.*({_SAVE})", lambda _: office.ole("Garbage") + b"\x5a" * 20_000),
    fails(
        "garbage-word.doc", "LibreOffice cannot read it.*save", lambda _: office.ole("WordDocument") + b"\x5a" * 20_000
    ),
    read("calling.xlsx", "Mở lớp bồi dưỡng", lambda outside: office.calling(outside.address)),
    read(
        "million-rows.xlsx",
        "Mở lớp",
        lambda _: office.sheet(f'<row r="1">{office.cell("A1", "Mở lớp")}</row>', "A1:XFD1048576"),
    ),
    fails(
        "last-row.xlsx",
        "more than 200,000 rows.*split",
        lambda _: office.sheet(
            f'<row r="1">{office.cell("A1", "a")}</row><row r="1048576">{office.cell("A1048576", "b")}</row>'
        ),
    ),
    fails("wide.xlsx", "1,000 columns.*split", _lazily(office.workbook, [[f"Cột {i}" for i in range(16_000)]])),
    fails(
        "no-workbook.xlsx", "workbook.*save", packed({"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<Types/>"})
    ),
    fails("garbage-book.xls", f"no document of this kind.*({_SAVE})", lambda _: office.ole("Garbage")),
)

TEXTS = (
    fails("nul.txt", "binary file|UTF-16", b"M\0o\0 \0l\0o\0p\0\n\0" * 50),
    read(
        "one-nul.txt",
        "Mở lớp",
        TEXT_BYTES + b"2. M\0 l\xe1\xbb\x9bp.\n" + "3. Bồi dưỡng công chức cấp xã hằng năm.\n".encode() * 60,
    ),
    fails("latin.txt", "not UTF-8.*save it as UTF-8", "Kế hoạch đào tạo".encode("cp1258", "replace") + b"\xe9\xe8"),
    fails("one-line.csv", "characters.*split", b"a,b," * 500_000),
    read("active-page.html", "Mở lớp", lambda o: _active_page(o.address)),
    read("laughing-page.html", "&e9;", lambda _: f"<!DOCTYPE html [{office.laughs()}]><p>&e9;</p>".encode()),
    fails("deep.html", "nested too deeply.*save", b"<div>" * 100_000 + b"words"),
    fails("script-only.html", "no words.*browser", b"<html><script>document.write('words')</script></html>"),
)

PICTURES = (
    fails("large.png", "is above the limit.*lower resolution", _lazily(pictures.large_png)),
    fails("large-fax.tif", "is above the limit.*lower resolution", _lazily(pictures.large_tiff)),
    fails("note.png", "damaged|no picture.*save", _lazily(pictures.swollen_note)),
    fails("frames.tif", r"2,100 pages are above the limit of 2,000", _lazily(pictures.frames, 2100)),
    fails("circular.tif", "damaged|no words|no picture", _lazily(pictures.circular_tiff)),
    fails("white.png", "no words.*(look|remove)", _lazily(pictures.white)),
    fails("noise.png", "no words.*(look|remove)", _lazily(pictures.noise)),
    fails("landscape.jpg", "no words.*(look|remove)", _lazily(pictures.photo)),
    fails("lao.png", _OTHER_SCRIPT, lambda _: pictures.written(pictures.LAO, "NotoSansLao-Regular.ttf")),
    read("english.png", "registration is open", lambda _: pictures.written(pictures.ENGLISH, "NotoSans-Regular.ttf")),
    fails("lao-type.pdf", _OTHER_SCRIPT, lambda _: pdfs.typed(pictures.LAO, "NotoSansLao-Regular.ttf")),
    fails("arabic.png", _OTHER_SCRIPT, lambda _: pictures.written(pictures.ARABIC, "NotoNaskhArabic-Regular.ttf")),
    fails(
        "ideographs.png",
        _OTHER_SCRIPT,
        lambda _: pictures.written(pictures.IDEOGRAPHS, "NotoSerifTangut-Regular.ttf"),
    ),
    read("upside-down.png", "chủ trì, phối hợp", _lazily(pictures.turned, 180)),
    read("sideways.jpg", "chủ trì, phối hợp", _lazily(pictures.turned, 90, "JPEG")),
    read("camera.jpg", "chủ trì, phối hợp", _lazily(pictures.noted_turn)),
)
TURNED = ("upside-down", "sideways")
"""Documents whose pages must be noted as turned."""

NAMES = (
    read("📄🔥 kế hoạch.txt", CLAUSE, TEXT_BYTES),
    read(unicodedata.normalize("NFD", "kế hoạch tổ chức.txt"), CLAUSE, TEXT_BYTES),
    read("a" * 251 + ".txt", CLAUSE, TEXT_BYTES),
    fails("new\nline.txt", "cannot be seen.*rename", TEXT_BYTES, "new\\nline.txt"),
    fails("turned\u202etxt.pdf", "cannot be seen.*rename", TEXT_BYTES, "turned\\u202etxt.pdf"),
    fails(" .txt", "no name before the suffix.*rename", TEXT_BYTES),
    fails(os.fsdecode(b"\xff\xfe.txt"), "cannot be seen.*rename", TEXT_BYTES, "\\udcff\\udcfe.txt"),
    read("-rf.txt", CLAUSE, TEXT_BYTES),
    read("--help.pdf", _ENGLISH, _lazily(pdfs.good)),
    read("  spaces  .txt", CLAUSE, TEXT_BYTES),
    read("CON.txt", CLAUSE, TEXT_BYTES),
    read("\"quotes' `touch y`.txt", CLAUSE, TEXT_BYTES),
    read("; rm -rf $HOME & echo.txt", CLAUSE, TEXT_BYTES),
    read("$(touch x) | %s%n * ?.docx", "lớp bồi dưỡng", _lazily(office.docx)),
    read("<script>alert(1)<b>.txt", CLAUSE, TEXT_BYTES),
    read("dots...txt", CLAUSE, TEXT_BYTES, "dots.."),
)

SPECIAL = (
    _special("unreadable.pdf", r"cannot be read \(Permission denied\).*check", _unreadable),
    _special("folder.pdf", "a folder|no file", _nothing),
    _special("closed", "may not be looked into.*right to read", _closed),
    _special("dangling.docx", "cannot be read|no file|leads nowhere", _link("nowhere.docx")),
    _special("loop.txt", "cannot be read|leads nowhere", _link("loop.txt")),
    _special("endless.txt", "no file.*device", _link("/dev/zero")),
    _special("pipe.pdf", "no file.*pipe", _pipe),
)

FILES = (*EMPTY, *TRUNCATED, *LOCKED, *WRONG_SUFFIX, *ARCHIVES, *PDFS, *OFFICE, *TEXTS, *PICTURES, *NAMES, *SPECIAL)
GOOD = {
    "good.txt": (TEXT_BYTES, "Mở lớp bồi dưỡng"),
    "good plan.pdf": (pdfs.good(("1. The library lends books to every commune of the province.",)), "lends books"),
}
"""Sound files that stand among the bad ones, and words of each."""


def _active_page(address: str) -> bytes:
    return (
        f'<html><head><base href="{address}/"><meta http-equiv="refresh" content="0;url={address}/refresh">'
        f'<link rel="stylesheet" href="style.css"><script src="{address}/script.js"></script></head><body onload="go()">'
        f'<img src="{address}/picture.png"><iframe src="{address}/frame"></iframe><p>1. Mở lớp &amp; bồi dưỡng &eacute;.</p>'
        f"<script>document.write('written')</script><object data='{address}/object'></object></body></html>"
    ).encode()
