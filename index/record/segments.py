"""Segments: which collection of vectors holds which editions, and those of runs that were stopped."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from index.record.tables import StagedSegmentRow


@dataclass(frozen=True, slots=True)
class Segment:
    """An immutable collection of vectors: its name and how many passages of each edition it holds."""

    name: str
    editions: Mapping[int, int]

    def count(self, live: Collection[int]) -> int:
        """How many of its passages belong to editions `live`."""
        return sum(n for edition, n in self.editions.items() if edition in live)

    @property
    def size(self) -> int:
        """All its passages, dead ones too."""
        return sum(self.editions.values())


@dataclass(frozen=True, slots=True)
class ModelName:
    """What must be equal where vectors are compared: an embedding model's identity, number type and dimension."""

    identity: str
    dtype: str
    dimension: int


class StagedSegments:
    """The segments of pending editions. A publication deletes what is kept of them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, segment: Segment, model: ModelName) -> None:
        """Notes a segment, so that a run that was stopped need not embed its editions again."""
        row = StagedSegmentRow(
            name=segment.name,
            editions=pairs(segment),
            model=model.identity,
            dtype=model.dtype,
            dimension=model.dimension,
        )
        with Session(self._engine) as session, session.begin():
            session.add(row)

    def all(self) -> list[tuple[Segment, ModelName]]:
        """The segments that stopped runs left, in no settled order."""
        with Session(self._engine) as session:
            return staged(session)


def staged(session: Session) -> list[tuple[Segment, ModelName]]:
    """`StagedSegments.all` within a session."""
    rows = session.scalars(select(StagedSegmentRow)).all()
    return [(Segment(r.name, dict(r.editions)), ModelName(r.model, r.dtype, r.dimension)) for r in rows]


def pairs(segment: Segment) -> list[tuple[int, int]]:
    """A segment's editions as JSON can hold them: its keys would become strings."""
    return list(segment.editions.items())
