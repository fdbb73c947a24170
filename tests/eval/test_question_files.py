"""The question files that come with the project: sound against the corpus, and as rich as they claim."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from eval.check import check
from eval.question_set import KINDS, LANGUAGES, Question, corpus_texts, leaks, load
from eval.split import SIDES, group, side
from vietnamese.text import fold_markup

PROJECT = Path(__file__).resolve().parents[2]
FOLDER, CORPUS = PROJECT / "eval" / "questions", PROJECT / "corpus"


def _side(name: str) -> tuple[Question, ...]:
    """Loaded inside each test, so that a failure shows ids and no question of the test side."""
    return load(FOLDER / f"{name}.jsonl")


def _everything() -> tuple[Question, ...]:
    return tuple(q for name in SIDES for q in _side(name))


@pytest.mark.parametrize("name", [*SIDES, "fresh", "later"])
def test_the_file_is_sound(name: str) -> None:
    assert check(FOLDER / f"{name}.jsonl", CORPUS) == []


@pytest.mark.parametrize("name", SIDES)
def test_the_file_holds_its_side_of_the_rule(name: str) -> None:
    assert {side(q.id) for q in load(FOLDER / f"{name}.jsonl")} == {name}


def test_ids_are_unique_and_nothing_leaks() -> None:
    ids = Counter(q.id for q in _everything())
    assert [i for i, count in ids.items() if count > 1] == []
    for left, right in combinations(SIDES, 2):
        assert leaks(_side(left), _side(right)) == []


@pytest.mark.parametrize("other", ["practice", "dev"])
def test_no_span_of_evidence_is_asked_in_test_and_elsewhere(other: str) -> None:
    spans = {span for q in _side(other) for span in q.evidence}
    assert [q.id for q in _side("test") if not spans.isdisjoint(q.evidence)] == []


def test_dev_is_a_third_of_what_is_scored() -> None:
    dev, test = len(_side("dev")), len(_side("test"))
    assert 0.28 <= dev / (dev + test) <= 0.4


def test_the_scored_set_is_as_large_and_varied_as_it_claims() -> None:
    scored = (*_side("dev"), *_side("test"))
    kinds, languages = Counter(q.kind for q in scored), Counter(q.language for q in scored)
    assert len(scored) >= 700
    assert set(kinds) == set(KINDS)
    assert kinds["unanswerable"] >= 250
    assert languages["en"] >= 150
    assert languages["vi_unaccented"] >= 90
    english = {group(q.id) for q in scored if q.language == "en"}
    parallel = {group(q.id) for q in scored if q.language != "en"} & english
    assert len(parallel) >= 100


@pytest.mark.parametrize("name", SIDES)
def test_each_side_has_every_kind_language_and_document(name: str) -> None:
    questions = load(FOLDER / f"{name}.jsonl")
    assert {q.kind for q in questions} == set(KINDS)
    assert {q.language for q in questions} == set(LANGUAGES)
    assert {d for q in questions for d in q.documents} == set(corpus_texts(CORPUS))


def test_evidence_stands_once_in_a_document() -> None:
    texts = corpus_texts(CORPUS)
    for question in _everything():
        for span in question.evidence:
            most = max((texts[d] or "").count(fold_markup(span)) for d in question.documents)
            assert most == 1, f"{question.id}: a span stands {most} times"


def test_follow_ups_have_a_history() -> None:
    everything = _everything()
    assert [q.id for q in everything if q.kind == "follow_up" and not q.history] == []
