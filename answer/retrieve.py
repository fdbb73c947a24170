"""Finds the passages for a question: dense and lexical scores, each scaled to 0-1, fused by weights; a LangChain retriever."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.library import Hit, Library
from index.passage import Passage, PassageKind
from vietnamese.text import has_accents, query_tokens

DEPTH = 50
"""Passages asked of each leg before fusion."""
DENSE_WEIGHT = 0.5
"""Share of the dense leg in the fused score; weighted fusion beats rank fusion on every Vietnamese set measured."""
UNMAPPED_DENSE = 0.4
"""What is added to that share where no term of an English question has a Vietnamese wording, and less where some have."""
CLAUSE_KINDS: frozenset[PassageKind] = frozenset({"clause", "row", "bases", "recipients"})
"""What questions on content are answered from. Heads and signatures are left out: they hold the words of every question on their document."""
NAMING_KINDS: frozenset[PassageKind] = CLAUSE_KINDS | {"head"}
"""Where other documents are named."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found, with its score from each leg: cosine, BM25, and both fused (0-1)."""

    passage: Passage
    dense: float
    lexical: float
    fused: float


def retrieve(
    library: Library,
    dense_texts: Mapping[str, float],
    lexical_text: str,
    accented: bool,
    documents: Collection[str] | None = None,
    kinds: Collection[PassageKind] = CLAUSE_KINDS,
    depth: int = DEPTH,
    dense_weight: float = DENSE_WEIGHT,
) -> list[Candidate]:
    """Passages of `kinds` for a question, best first.

    `dense_texts` are wordings of one question, each with its share in the vector that is looked for; `lexical_text` is what
    BM25 looks for; `dense_weight` is the share of the dense leg in the fused score.
    """
    vectors = library.model.encode_queries(list(dense_texts))
    mean = np.average(np.asarray(vectors), axis=0, weights=list(dense_texts.values()))
    vector = mean / max(float(np.linalg.norm(mean)), 1e-9)
    dense = library.dense(vector, depth, documents=documents, kinds=kinds)
    lexical = library.lexical(query_tokens(lexical_text, accented), depth, documents=documents, kinds=kinds)
    return fuse(library, dense, lexical, dense_weight)


def fuse(
    library: Library, dense: Sequence[Hit], lexical: Sequence[Hit], dense_weight: float = DENSE_WEIGHT
) -> list[Candidate]:
    """Both legs as one list: min-max scaled scores, weighted; what one leg missed counts zero there."""
    dense_scaled, lexical_scaled = _scaled(dense), _scaled(lexical)
    raw_dense = {h.passage_id: h.score for h in dense}
    raw_lexical = {h.passage_id: h.score for h in lexical}
    found = [
        Candidate(
            library.passage(i),
            raw_dense.get(i, 0.0),
            raw_lexical.get(i, 0.0),
            dense_weight * dense_scaled.get(i, 0.0) + (1 - dense_weight) * lexical_scaled.get(i, 0.0),
        )
        for i in dict.fromkeys([*dense_scaled, *lexical_scaled])
    ]
    return sorted(found, key=lambda c: (-c.fused, c.passage.document_id, c.passage.ordinal))


def _scaled(hits: Sequence[Hit]) -> dict[str, float]:
    if not hits:
        return {}
    low, high = min(h.score for h in hits), max(h.score for h in hits)
    spread = high - low
    return {h.passage_id: (h.score - low) / spread if spread > 0 else 1.0 for h in hits}


class RegulationRetriever(BaseRetriever):
    """The assistant's retrieval for any LangChain application: passages with their place as metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    library: Library
    k: int = 5

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 (LangChain's signature)
    ) -> list[LangChainDocument]:
        found = retrieve(self.library, {query: 1.0}, query, accented=has_accents(query))[: self.k]
        return [_as_langchain(self.library, c) for c in found]


def _as_langchain(library: Library, candidate: Candidate) -> LangChainDocument:
    passage = candidate.passage
    document = library.documents[passage.document_id]
    return LangChainDocument(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "document_id": passage.document_id,
            "title": document.title,
            "number": document.number,
            "file": document.file,
            "section": list(passage.section),
            "lines": list(passage.lines) if passage.lines else None,
            "page": passage.page,
            "score": candidate.fused,
        },
    )
