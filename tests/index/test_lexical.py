"""The lexical index: BM25's order, ties, narrowing, and coming back from disk."""

from pathlib import Path

import numpy as np
import pytest

from index.lexical import LexicalIndex

IDS = ["p0", "p1", "p2", "p3"]
TOKENS = [["kinh", "phí", "đào", "tạo"], ["kinh", "phí"], ["kinh", "phí"], ["báo", "cáo"]]


@pytest.fixture(params=["built", "loaded"])
def lexical(request: pytest.FixtureRequest, tmp_path: Path) -> LexicalIndex:
    index = LexicalIndex.build(IDS, TOKENS)
    if request.param == "built":
        return index
    index.save(tmp_path / "lexical")
    return LexicalIndex.load(tmp_path / "lexical")


def ids(lexical: LexicalIndex, tokens: list[str], n: int = 10, **narrow: object) -> list[str]:
    return [hit.passage_id for hit in lexical.search(tokens, n, **narrow)]  # type: ignore[arg-type]


def test_rarer_tokens_and_shorter_passages_rank_first(lexical: LexicalIndex) -> None:
    assert ids(lexical, ["đào", "kinh"]) == ["p0", "p1", "p2"]
    assert ids(lexical, ["kinh"])[-1] == "p0"


def test_equal_scores_rank_in_building_order(lexical: LexicalIndex) -> None:
    assert ids(lexical, ["phí"]) == ["p1", "p2", "p0"]
    assert ids(lexical, ["phí"], n=1) == ["p1"]
    many = LexicalIndex.build([f"p{i}" for i in range(500)], [["a", "b"]] * 500)
    assert ids(many, ["a"], n=7) == [f"p{i}" for i in range(7)]


def test_only_passages_with_a_token_are_found(lexical: LexicalIndex) -> None:
    assert ids(lexical, ["báo", "unknown"]) == ["p3"]
    assert ids(lexical, ["unknown"]) == []
    assert ids(lexical, []) == []
    assert ids(lexical, ["kinh"], n=0) == []


def test_narrowing_by_ids_and_by_mask(lexical: LexicalIndex) -> None:
    assert ids(lexical, ["kinh"], allowed={"p2", "p0", "elsewhere"}) == ["p2", "p0"]
    assert ids(lexical, ["kinh"], allowed=[]) == []
    assert ids(lexical, ["kinh"], allowed=np.array([True, False, False, True])) == ["p0"]


def test_document_frequency_counts_passages(lexical: LexicalIndex) -> None:
    assert [lexical.document_frequency(t) for t in ("kinh", "tạo", "báo", "unknown")] == [3, 1, 1, 0]
    assert lexical.size == 4
    repeated = LexicalIndex.build(["p"], [["a", "a", "a"]])
    assert repeated.document_frequency("a") == 1


@pytest.mark.parametrize("token_lists", [[], [[]], [[], []]])
def test_nothing_to_index(token_lists: list[list[str]], tmp_path: Path) -> None:
    names = [f"p{i}" for i in range(len(token_lists))]
    LexicalIndex.build(names, token_lists).save(tmp_path)
    loaded = LexicalIndex.load(tmp_path)
    assert (loaded.size, loaded.search(["a"], 3), loaded.document_frequency("a")) == (len(names), [], 0)


def test_a_passage_without_tokens_is_never_found() -> None:
    index = LexicalIndex.build(["empty", "full"], [[], ["a"]])
    assert ids(index, ["a"]) == ["full"]


def test_ids_and_tokens_must_match() -> None:
    with pytest.raises(ValueError, match="2 ids stand against 1"):
        LexicalIndex.build(["a", "b"], [["x"]])


def test_files_do_not_depend_on_the_process(tmp_path: Path) -> None:
    for name in ("one", "two"):
        LexicalIndex.build(IDS, [list(reversed(t)) if name == "two" else t for t in TOKENS]).save(tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
