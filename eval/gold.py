"""Where the evidence of a question stands in an index: its passages, found anew for each index, and evidence that it lacks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.lines import read_objects
from eval.metrics.evidence import MOST_MISREAD, holds
from eval.question_set import Question
from index.library import Library
from index.passage import METADATA_KINDS, Passage, ReadBy
from vietnamese.distance import nearest_distance
from vietnamese.text import fold_markup


@dataclass(frozen=True, slots=True)
class Gold:
    """The passages that hold any one span of a question's evidence, in the sense of `eval.metrics.evidence`."""

    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, question: Question, passages: Iterable[Passage]) -> "Gold":
        """Looks through all passages of an index; none for a question without evidence."""
        return cls(tuple(p for p in passages if question.answerable and holds(question, p.text, p.read_by)))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all of them."""
        return frozenset(p.id for p in self.passages)

    @property
    def clauses(self) -> tuple[str, ...]:
        """The ids of those that search is meant to find; heads, legal bases and the like answer questions about documents."""
        return tuple(p.id for p in self.passages if p.kind not in METADATA_KINDS)


def unsound(path: Path, questions: Sequence[Question], library: Library) -> list[str]:
    """What the set asks of documents that the index does not have, each with its line in `path` and the remedy."""
    numbers = {row["id"]: number for number, row in read_objects(path, [])}
    texts: dict[str, str] = {}
    return [
        f"{path}, line {numbers[q.id]}: {q.id}: {problem}"
        for q in questions
        for problem in _problems(q, library, texts)
    ]


def _stands(span: str, text: str, read_by: ReadBy) -> bool:
    return fold_markup(span) in text or (read_by == "ocr" and nearest_distance(span, text) <= MOST_MISREAD)


def _problems(question: Question, library: Library, texts: dict[str, str]) -> Iterator[str]:
    unknown = [d for d in question.documents if d not in library.documents]
    yield from (f"document {d!r} is not in the index. Ingest it, or correct the id." for d in unknown)
    if unknown:
        return
    for document in question.documents:
        if document not in texts:
            texts[document] = fold_markup("\n".join(line.text for line in library.lines_of(document)))
    for span in question.evidence:
        if not any(_stands(span, texts[d], library.documents[d].read_by) for d in question.documents):
            yield f"evidence is not verbatim in its documents: {span[:80]!r}. Copy the document's own words."
