"""What a search returns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with the score of the search that found it: cosine similarity (dense) or BM25 (lexical)."""

    passage_id: str
    score: float
