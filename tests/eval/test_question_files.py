"""The two question files that come with the project: sound against the corpus, and as rich as they claim."""

from collections import Counter
from pathlib import Path

import pytest

from eval.check import check
from eval.question_set import KINDS, LANGUAGES, Question, corpus_texts, leaks, load
from eval.split import side
from vietnamese.text import fold_markup

PROJECT = Path(__file__).resolve().parents[2]
FOLDER, CORPUS = PROJECT / "eval" / "questions", PROJECT / "corpus"


def _side(name: str) -> tuple[Question, ...]:
    """Loaded inside each test, so that a failure shows ids and no question of the test side."""
    return load(FOLDER / f"{name}.jsonl")


@pytest.mark.parametrize("name", ["dev", "test"])
def test_the_file_is_sound(name: str) -> None:
    assert check(FOLDER / f"{name}.jsonl", CORPUS) == []


@pytest.mark.parametrize("name", ["dev", "test"])
def test_the_file_holds_its_side_of_the_rule(name: str) -> None:
    assert {side(q.id) for q in load(FOLDER / f"{name}.jsonl")} == {name}


def test_ids_are_unique_and_nothing_leaks() -> None:
    ids = Counter(q.id for q in (*_side("dev"), *_side("test")))
    assert [i for i, count in ids.items() if count > 1] == []
    assert leaks(_side("dev"), _side("test")) == []


def test_no_span_of_evidence_is_asked_on_both_sides() -> None:
    spans = {span for q in _side("dev") for span in q.evidence}
    assert [q.id for q in _side("test") if not spans.isdisjoint(q.evidence)] == []


def test_the_set_is_as_large_and_varied_as_it_claims() -> None:
    everything = (*_side("dev"), *_side("test"))
    kinds, languages = Counter(q.kind for q in everything), Counter(q.language for q in everything)
    assert len(everything) >= 110
    assert set(kinds) == set(KINDS)
    assert kinds["unanswerable"] >= 20
    assert languages["en"] >= 25
    assert languages["vi_unaccented"] >= 15
    assert (languages["en"] + languages["vi_unaccented"]) * 3 >= len(everything)


@pytest.mark.parametrize("name", ["dev", "test"])
def test_each_side_has_every_kind_language_and_document(name: str) -> None:
    questions = load(FOLDER / f"{name}.jsonl")
    assert {q.kind for q in questions} == set(KINDS)
    assert {q.language for q in questions} == set(LANGUAGES)
    assert {d for q in questions for d in q.documents} == set(corpus_texts(CORPUS))


def test_evidence_stands_once_in_a_document() -> None:
    texts = corpus_texts(CORPUS)
    for question in (*_side("dev"), *_side("test")):
        for span in question.evidence:
            most = max((texts[d] or "").count(fold_markup(span)) for d in question.documents)
            assert most == 1, f"{question.id}: a span stands {most} times"


def test_follow_ups_have_a_history() -> None:
    everything = (*_side("dev"), *_side("test"))
    assert [q.id for q in everything if q.kind == "follow_up" and not q.history] == []
