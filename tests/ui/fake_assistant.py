"""An assistant that needs neither index nor model."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from answer.reply import Answer
from index.document import Document, SourceLine


@dataclass
class FakeLibrary:
    """A library of given documents that keeps feedback in a list."""

    documents: dict[str, Document]
    lines: tuple[SourceLine, ...] = ()
    publication_id: str = "p1"
    kept: list[tuple[Any, ...]] = field(default_factory=list)

    def lines_of(self, document_id: str) -> tuple[SourceLine, ...]:
        assert document_id in self.documents
        return self.lines

    def save_feedback(self, *values: Any) -> None:
        self.kept.append(values)

    def remove_feedback(self, answer_id: str) -> None:
        self.kept = [kept for kept in self.kept if kept[1]["id"] != answer_id]


@dataclass
class FakeAssistant:
    """Answers every question alike and remembers what it was asked."""

    library: FakeLibrary
    answering: Callable[[str], Answer]
    asked: list[tuple[str, list[str], Collection[str] | None]] = field(default_factory=list)

    def ask(self, question: str, history: Sequence[str] = (), documents: Collection[str] | None = None) -> Answer:
        self.asked.append((question, list(history), documents))
        return self.answering(question)
