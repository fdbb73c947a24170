"""What an index holds, read by two ways: the list command, and both searches of the library."""

import json
from pathlib import Path

from running import run, succeeded

from index.embedding import EmbeddingModel
from index.library import Library
from index.settings import Settings
from vietnamese.text import query_tokens

QUESTION = "Sở nào bố trí kinh phí đào tạo?"

State = dict[str, tuple[str, ...]]
"""Passages' texts by document."""


def listed(data: Path) -> dict[str, int]:
    """The number of passages of each document, by `python -m ingest --list --json`."""
    lines = succeeded(run("ingest", "--list", "--json", "--data", data)).out.splitlines()
    return {row["id"]: row["passages"] for row in map(json.loads, lines)}


def searched(data: Path, model: EmbeddingModel) -> State:
    """What the library holds, after seeing that both searches find all of it and nothing else."""
    library = Library.open(Settings(data=data), model)
    try:
        state = {name: tuple(p.text for p in library.passages_of(name)) for name in library.documents}
        everything = {p.id for p in library.all_passages()}
        dense = library.dense(model.encode_queries([QUESTION])[0], len(everything) + 100)
        assert {hit.passage_id for hit in dense} == everything
        assert library.size == len(everything)
        for passage in library.all_passages():
            best = library.lexical(query_tokens(passage.searchable, accented=True), 1)[0]
            assert library.passage(best.passage_id).text == passage.text
        for name in library.documents:
            assert library.lines_of(name)
    finally:
        library.close()
    return state


def whole(data: Path, model: EmbeddingModel) -> State:
    """The state by both ways, which must agree."""
    state = searched(data, model)
    assert listed(data) == {name: len(passages) for name, passages in state.items()}
    return state
