"""Feedback: what people thought of answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from index.record.tables import FeedbackRow

Verdict = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """One verdict on one answer; `answer` is the answer's JSON, `created` an ISO time in UTC."""

    created: str
    question: str
    answer: Mapping[str, Any]
    verdict: Verdict
    comment: str


class Verdicts:
    """All feedback."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def save(self, question: str, answer: Mapping[str, Any], verdict: Verdict, comment: str = "") -> None:
        """Keeps one verdict. It takes the place of an earlier one on the same answer: that with its `id`, where it has one."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = FeedbackRow(created=now, question=question, answer=dict(answer), verdict=verdict, comment=comment)
        with Session(self._engine) as session, session.begin():
            if answer.get("id") is not None:
                same = FeedbackRow.answer["id"].as_string() == str(answer["id"])
                session.execute(delete(FeedbackRow).where(same))
            session.add(row)

    def remove(self, answer_id: str) -> None:
        """Forgets the verdict on the answer of that `id`; none is no fault."""
        with Session(self._engine) as session, session.begin():
            session.execute(delete(FeedbackRow).where(FeedbackRow.answer["id"].as_string() == answer_id))

    def all(self) -> list[Feedback]:
        """All verdicts, oldest first."""
        with Session(self._engine) as session:
            rows = session.scalars(select(FeedbackRow).order_by(FeedbackRow.id)).all()
            return [Feedback(r.created, r.question, r.answer, _verdict(r.verdict), r.comment) for r in rows]


def _verdict(stored: str) -> Verdict:
    return "up" if stored == "up" else "down"
