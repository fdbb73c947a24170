"""What each stage of retrieval finds for a question of a collection."""

from collections.abc import Sequence

from answer.question import Reader
from answer.retrieve import retrieve
from answer.search import Found, search
from answer.terms import TermWeights
from eval.ranks import STAGES
from index.library import Library
from index.passage import Passage
from vietnamese.glossary import Glossary
from vietnamese.thesaurus import Thesaurus


class Stages:
    """The stages over one library.

    lexical: BM25 with the question as it stands. dense: cosine of the question as it stands. fused: both, scaled and
    weighted as `answer.retrieve` does. final: what the assistant's own search puts first, from understanding the question
    to the second stage. An article ranks by the best of its passages.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._reader = Reader(library, Glossary.load(), Thesaurus.load())

    def rank(self, question: str) -> dict[str, list[str]]:
        """Article ids by stage, best first, none twice; the final stage looks at fewer passages than those before it."""
        asked = self._reader.read(question)
        plain = Found(tuple(retrieve(self._library, {question: 1.0}, question, asked.accented)), ()).stages()
        own = search(self._library, asked, TermWeights(self._library, asked.terms)).stages()
        return {stage: _articles((own if stage == "final" else plain)[stage]) for stage in STAGES}


def _articles(passages: Sequence[Passage]) -> list[str]:
    return list(dict.fromkeys(p.document_id for p in passages))
