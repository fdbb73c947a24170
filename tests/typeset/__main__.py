"""`python -m tests.typeset FOLDER`: the corpus in every form, a folder each, to index and to measure."""

import sys
from pathlib import Path

from index.settings import PROJECT
from tests.typeset.pdf import print_pdf, printing
from tests.typeset.scan import Scanner, scan_pdf
from tests.typeset.source import read_source
from tests.typeset.word import write_docx

SCANNERS = {
    "scan-300": Scanner(300, 0.4, 0.4, 6),
    "scan-200": Scanner(200, -0.7, 0.5, 8),
    "scan-150": Scanner(150, 0.3, 0.3, 5),
    "scan-noisy": Scanner(200, 1.2, 0.9, 18),
}


def main(folder: Path) -> None:
    """Writes pdf, fallback, docx, docx-auto and the scans."""
    names = ("pdf", "fallback", "docx", "docx-auto", *SCANNERS)
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
    with printing() as browser:
        for path in sorted((PROJECT / "corpus").glob("*-*.*")):
            document = read_source(path)
            print_pdf(browser, document, folder / "pdf" / f"{path.stem}.pdf")
            print_pdf(browser, document, folder / "fallback" / f"{path.stem}.pdf", "fallback")
            write_docx(document, folder / "docx" / f"{path.stem}.docx")
            write_docx(document, folder / "docx-auto" / f"{path.stem}.docx", automatic=True)
            for name, scanner in SCANNERS.items():
                scan_pdf(folder / "pdf" / f"{path.stem}.pdf", folder / name / f"{path.stem}.pdf", scanner)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
