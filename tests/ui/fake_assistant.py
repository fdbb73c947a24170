"""An assistant that needs neither index nor model."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from answer.reply import Answer
from answer.writing.writer import Writing
from index.document import Document, SourceLine
from index.passage import Passage


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


@dataclass(frozen=True)
class FakeModel:
    """A language model as the page names it."""

    name: str = "openai:tho-ky"
    where: str = "127.0.0.1:8080"
    is_local: bool = True


@dataclass(frozen=True)
class FakeWriter:
    """What stands for a configured language model."""

    model: FakeModel = FakeModel()


def nothing(_: Event) -> Iterator[Writing]:
    """Shows nothing before the answer."""
    yield from ()


@dataclass
class FakeAssistant:
    """Answers every question alike and remembers what it was asked. `writing` gives what is shown before the answer comes."""

    library: FakeLibrary
    answering: Callable[[str], Answer]
    asked: list[tuple[str, list[str], Collection[str] | None]] = field(default_factory=list)
    writer: FakeWriter | None = None
    writing: Callable[[Event], Iterator[Writing]] = nothing

    def stream(
        self,
        question: str,
        history: Sequence[str] = (),
        documents: Collection[str] | None = None,
        passages: Sequence[Passage] | None = None,
        stop: Event | None = None,
    ) -> Iterator[Writing | Answer]:
        assert passages is None and stop is not None
        self.asked.append((question, list(history), documents))
        yield from self.writing(stop)
        yield self.answering(question)
