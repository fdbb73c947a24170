"""The outline and the metadata of each corpus document as text to read and compare.

`python -m tests.ingest.golden` writes them anew under tests/ingest/golden/; read the difference against the source before
keeping it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from index.document import Document, Edition
from index.passage import Passage
from index.settings import Settings
from ingest.catalog import NAME as CATALOG
from ingest.edition import make_edition
from ingest.listing import document_json
from vietnamese.text import nfc

GOLDEN = Path(__file__).parent / "golden"
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_WORDS = 6  # shown from each end of a passage


def corpus_files() -> list[Path]:
    """The corpus documents in order of name."""
    return sorted(f for f in CORPUS.iterdir() if f.is_file() and f.name != CATALOG and not f.name.startswith("."))


def corpus_edition(path: Path) -> Edition:
    """The edition of a corpus document from its own text alone, nothing stated."""
    with TemporaryDirectory() as data:
        return make_edition(path, {}, Settings(data=Path(data)))


def outline_text(edition: Edition) -> str:
    """One passage a line: kind, lines, section path, its first and last words; under a row, its columns with their cells."""
    return "\n".join(line for passage in edition.passages for line in _passage_lines(passage)) + "\n"


def _passage_lines(passage: Passage) -> Iterator[str]:
    lines = f"{passage.lines[0]}-{passage.lines[1]}" if passage.lines else "-"
    blocks = f" [{len(passage.blocks)}]" if len(passage.blocks) > 1 else ""
    yield f"{passage.kind} {lines} {' > '.join(passage.section)} :: {_ends(passage.text)}{blocks}"
    for column, cell in passage.cells.items():
        yield f"    {column}: {cell}"


def _ends(text: str) -> str:
    words = text.split()
    if len(words) <= 2 * _WORDS:
        return " ".join(words)
    return f"{' '.join(words[:_WORDS])} … {' '.join(words[-_WORDS:])}"


def metadata_json(edition: Edition) -> str:
    """What the edition says of the document, with the lines of its parts and the words each field was read from."""
    return json.dumps(_metadata(edition.document, len(edition.passages)), ensure_ascii=False, indent=2) + "\n"


def _metadata(document: Document, passages: int) -> dict[str, Any]:
    parts = [{"type": p.type, "title": p.title, "lines": p.lines} for p in document.parts]
    return {
        **document_json(document, passages),
        "parts": parts,
        "signer_title": document.signer_title,
        "relations": [f"{r.type} {r.number} of {r.date}: {_ends(r.text)}" for r in document.relations],
        "evidence": dict(sorted(document.evidence.items())),
    }


def golden_files(path: Path) -> dict[Path, str]:
    """The golden files of one corpus document with what they should hold."""
    edition = corpus_edition(path)
    stem = nfc(path.stem)
    return {
        GOLDEN / f"{stem}.outline.txt": outline_text(edition),
        GOLDEN / f"{stem}.metadata.json": metadata_json(edition),
    }


def main() -> None:
    """Writes the golden files of all corpus documents."""
    GOLDEN.mkdir(exist_ok=True)
    for path in corpus_files():
        for file, text in golden_files(path).items():
            file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
