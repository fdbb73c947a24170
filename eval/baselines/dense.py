"""Baseline "dense": the product's vectors and encoder alone, with the question as it was typed."""

from collections.abc import Sequence

from answer.retrieve import CLAUSE_KINDS
from eval.baselines.passages import K, Scored
from index.library import Library


class Dense:
    """The K clauses or rows of the highest cosine similarity."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __call__(self, text: str) -> Sequence[Scored]:
        """The best passages for what a person typed."""
        vector = self._library.model.encode_queries([text])[0]
        hits = self._library.dense(vector, K, kinds=CLAUSE_KINDS)
        passages = [(self._library.passage(h.passage_id), h.score) for h in hits]
        return [Scored(self._library.documents[p.document_id], p, score) for p, score in passages]
