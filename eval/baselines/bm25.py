"""Baseline "bm25": the product's lexical index alone, with the question as it was typed."""

from collections.abc import Sequence

from answer.retrieve import CLAUSE_KINDS
from eval.baselines.passages import K, Scored
from index.library import Library
from vietnamese.text import has_accents, query_tokens


class Bm25:
    """The K clauses or rows of the highest BM25 score."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __call__(self, text: str) -> Sequence[Scored]:
        """The best passages for what a person typed; none where no word of it stands in any."""
        hits = self._library.lexical(query_tokens(text, has_accents(text)), K, kinds=CLAUSE_KINDS)
        passages = [(self._library.passage(h.passage_id), h.score) for h in hits]
        return [Scored(self._library.documents[p.document_id], p, score) for p, score in passages]
