"""`python -m tests.typeset.measure FOLDER [FORM ...]`: the question sets answered from each form of the corpus, beside the text.

FOLDER holds the forms (made there where they are missing), an index and the runs of each. A page counts as right where the
PDF that is shown has the quoted words on it; for scans that is the PDF they were drawn from.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2

from eval import question_set
from eval.metrics.evidence import is_right
from eval.run import run
from index.library import Library
from index.settings import PROJECT, Settings
from tests.typeset.__main__ import SCANNERS
from tests.typeset.__main__ import main as make_forms
from vietnamese.distance import nearest_distance
from vietnamese.text import syllables

SETS = ("dev", "test")
FORMS = ("text", "pdf", "fallback", "docx", "docx-auto", *SCANNERS)
_METRICS = ("citation_recall", "first_citation", "answer_correct", "refuse_recall")
_SAME = 0.15  # of a quote's letters, and of its words, may differ
_START, _FIRST = (
    80,
    10,
)  # letters of a quote whose words are looked for, and of its first line or cell that are looked for as they stand
_TELLING = 6  # letters that a line or cell needs for that


@dataclass(frozen=True)
class Measured:
    """The metrics of one question set over one form, and of the right citations that name a page, how many name the right one."""

    form: str
    questions: str
    metrics: Mapping[str, float]
    right_pages: int
    pages: int

    def __str__(self) -> str:
        values = " ".join(f"{name} {value:.3f}" for name, value in self.metrics.items())
        return f"{self.form:10} {self.questions:4} {values} page_right {self.right_pages}/{self.pages}"


def measure(folder: Path, form: str, sets: Sequence[str] = SETS) -> Iterator[Measured]:
    """The question sets answered from one form of the corpus, "text" for the corpus itself."""
    corpus = PROJECT / "corpus" if form == "text" else folder / form
    data = folder / "data" / form
    environment = os.environ | {"ASSISTANT_CORPUS": str(corpus), "ASSISTANT_DATA": str(data)}
    subprocess.run([sys.executable, "-m", "ingest"], env=environment, cwd=PROJECT, check=True)
    for name in sets:
        questions = PROJECT / "eval" / "questions" / f"{name}.jsonl"
        out = folder / "runs" / form / name
        run(questions, out, data, with_baselines=False)
        metrics = json.loads((out / "metrics.json").read_text(encoding="utf-8"))["metrics"]
        right, paged = _pages(folder, form, data, questions, out)
        yield Measured(form, name, {metric: metrics[metric]["value"] for metric in _METRICS}, right, paged)


def _pages(folder: Path, form: str, data: Path, questions: Path, out: Path) -> tuple[int, int]:
    """Of the right citations that name a page, how many name the one on which the quoted words begin."""
    by_id = {q.id: q for q in question_set.load(questions)}
    library = Library.open(Settings(data=data))
    right = paged = 0
    for line in (out / "predictions.jsonl").read_text(encoding="utf-8").splitlines():
        prediction = json.loads(line)
        for citation in prediction["citations"]:
            if citation["page"] is None or not is_right(by_id[prediction["id"]], citation):
                continue
            paged += 1
            right += _on_page(_shown(folder, form, library, citation["document_id"]), citation)
    library.close()
    return right, paged


def _shown(folder: Path, form: str, library: Library, document_id: str) -> Path:
    if form in SCANNERS:
        return folder / "pdf" / f"{document_id}.pdf"
    shown = library.documents[document_id].shown
    assert shown is not None
    return library.files.path(shown)


def _on_page(path: Path, citation: Mapping[str, Any]) -> bool:
    """Whether the quote begins on the page that is named. It may go on over the page break, where a row goes on in all its cells:
    so only its first letters are looked for as they stand, and the words of its beginning each by itself."""
    start = str(citation["quote"])[:_START]
    shown, following = (_page_text(path, citation["page"] + more) for more in (0, 1))
    if nearest_distance(start, shown) <= _SAME:
        return True
    telling = next(part for part in re.split(r"\s\|\s|\n", start) if len(part) >= _TELLING)
    words = syllables(start.rpartition(" ")[0])
    held = set(syllables(shown)) | set(syllables(following))
    first = nearest_distance(telling[:_FIRST], shown)
    return first <= _SAME and sum(word in held for word in words) >= (1 - _SAME) * len(words)


@lru_cache(maxsize=1024)
def _page_text(path: Path, page: int) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        if page > len(document):
            return ""
        return str(document[page - 1].get_textpage().get_text_range())
    finally:
        document.close()


if __name__ == "__main__":
    place = Path(sys.argv[1])
    if not (place / "scan-noisy").is_dir():
        make_forms(place)
    for wanted in sys.argv[2:] or FORMS:
        for row in measure(place, wanted):
            print(row, flush=True)
