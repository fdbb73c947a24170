"""What is known of a written answer: while it is being written, and when it is done."""

from dataclasses import dataclass
from typing import Any, Literal

Outcome = Literal["written", "partly", "extractive"]
"""As the model wrote it; with sentences left out or replaced by the documents' own words; not shown at all."""
Trouble = Literal[
    "unreachable",  # nothing listens there, or the connection broke
    "slow",  # no word, or not the last one, within the time
    "refused",  # the server said no: key, quota, unknown model
    "failed",  # the server said that it failed: out of memory, an error of its own
    "empty",  # nothing was written
    "endless",  # the same again and again, or far too much
    "language",  # not in the language of the question
    "none",  # the model says that the passages do not hold the answer
    "unsupported",  # too little of it stands in the passages
    "stopped",  # the reader stopped it
]
"""Why a written answer is not shown."""


class ModelTrouble(Exception):
    """The language model gave nothing that can be shown; `detail` says more, for the log and the notice, without any key."""

    def __init__(self, code: Trouble, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code: Trouble = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Usage:
    """What one call of a language model took. Tokens are None where the server does not tell."""

    tokens_in: int | None = None
    tokens_out: int | None = None
    first_ms: float | None = None
    """Milliseconds to the first word."""
    total_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class WritingRecord:
    """How an answer came to be written, or not, for the JSON and the evaluation.

    `model` is as the settings name it, `prompt` the version of the prompt. `sentences` counts what the model wrote that states
    something, `kept` those that stand as written. `trouble` is None where something of it is shown. `completed` says that sentences
    of the program stand before it, for it left out something that they state.
    """

    model: str
    prompt: str
    outcome: Outcome
    trouble: Trouble | None
    sentences: int
    kept: int
    usage: Usage
    cached: bool = False
    completed: bool = False

    def as_json(self) -> dict[str, Any]:
        """The record in the answer's JSON, under `writing`."""
        return {
            "model": self.model,
            "prompt": self.prompt,
            "outcome": self.outcome,
            "trouble": self.trouble,
            "sentences": self.sentences,
            "kept": self.kept,
            "completed": self.completed,
            "cached": self.cached,
            "tokens_in": self.usage.tokens_in,
            "tokens_out": self.usage.tokens_out,
            "first_ms": self.usage.first_ms,
            "total_ms": round(self.usage.total_ms, 1),
        }
