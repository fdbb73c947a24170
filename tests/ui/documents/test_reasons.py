"""Why a file was not read, in words of the page."""

import pytest

from ui.documents.reasons import kind_of


@pytest.mark.parametrize(
    ("detail", "kind"),
    [
        ("x.pdf: not read within 1800 s (ASSISTANT_FILE_SECONDS); split the file or raise it.", "time"),
        ("x.doc: LibreOffice was not done with it after 120 seconds; split the file or leave it out.", "time"),
        ("x.pdf: page 3: recognition took more than 120 seconds; scan it again, or leave it out", "time"),
        ("x.pdf: needs more than 3000 MB of memory (ASSISTANT_WORKER_MB); split the file or raise it.", "memory"),
        ("x.zip: b.zip: an archive within an archive is not read; unpack it and pack its files", "nested"),
        ("x.docx: this is a PDF; give it the suffix .pdf.", "suffix"),
        ("x.txt: the letters are of an old Vietnamese font (TCVN3 or VNI); convert the file to Unicode first.", "font"),
        ("x.png: no words were found in the picture; scan it again.", "empty"),
        ("x.pdf: the PDF is protected by a password; save it without one", "password"),
        ("x.png: Tesseract is not installed: sudo apt-get install -y tesseract-ocr tesseract-ocr-vie", "tool"),
        ("x.docx: damaged or cut short (bad header); copy it again.", "broken"),
        ("x.pdf: 5,000 pages are above the limit of 2,000 (ASSISTANT_MAX_PAGES); split the file or raise it.", "size"),
        ("x.psd: files of this kind are not read yet (known: .csv, .doc); convert it to one of them.", "kind"),
        (
            "x.pdf: not read by a fault of the machine and not of the file (Too many open files); raise the limit",
            "machine",
        ),
        ("x.pdf: not read by a fault of the machine and not of the file (No space left on device); free some", "space"),
        ("a: this folder may not be looked into; give yourself the right to read it", "access"),
    ],
)
def test_what_the_readers_say_has_words_on_the_page(detail: str, kind: str) -> None:
    assert kind_of(detail.split(": ", 1)[1]) == f"reason.{kind}"
