"""A sample of a question set: the same every time, each language as in the set."""

from collections import Counter
from itertools import pairwise

from eval.question_set import Question
from eval.sample import sample, sampled


def _set(**languages: int) -> list[Question]:
    return [Question(f"{lang}{i}", "?", lang, "office") for lang, n in languages.items() for i in range(n)]


def _languages(questions: list[Question]) -> dict[str, int]:
    return dict(Counter(q.language for q in questions))


def test_languages_stand_in_it_as_in_the_set() -> None:
    asked = _set(vi=100, vi_unaccented=50, en=50)
    assert _languages(sample(asked, 40)) == {"vi": 20, "vi_unaccented": 10, "en": 10}
    assert _languages(sample(_set(vi=98, en=2), 50)) == {"vi": 49, "en": 1}


def test_it_is_the_same_in_whatever_order_the_set_stands_and_keeps_that_order() -> None:
    asked = _set(vi=20, en=9)
    taken = sample(asked, 10)
    assert sample(asked[::-1], 10) == taken[::-1]
    assert taken == [q for q in asked if q in taken] and len(taken) == 10


def test_a_smaller_one_is_part_of_a_larger_one() -> None:
    asked = _set(vi=30, vi_unaccented=17, en=23)
    ids = [{q.id for q in sample(asked, n)} for n in range(1, 71)]
    assert [len(i) for i in ids] == list(range(1, 71))
    assert all(small < large for small, large in pairwise(ids))


def test_a_set_that_is_small_enough_is_taken_whole() -> None:
    asked = _set(vi=3)
    assert sample(asked, 3) == sample(asked, 10) == asked


def test_it_says_that_it_is_one() -> None:
    assert sampled({"questions": {"file": "dev.jsonl", "n": 40, "sample_of": 287}}) == (
        "A sample: 40 of the 287 questions of dev.jsonl."
    )
    assert sampled({"questions": {"file": "dev.jsonl", "n": 287}}) is None
    assert sampled({}) is None
