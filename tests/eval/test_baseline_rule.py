"""The refusal rule of the baselines of fixed k, and what they say, over passages written by hand."""

import math
from collections.abc import Sequence

import pytest

from eval.baselines.passages import FixedK, Scored, choose_threshold, typed
from eval.question_set import Question
from index.document import Document
from index.passage import Passage


def _question(name: str, text: str, answerable: bool = True, history: tuple[str, ...] = ()) -> Question:
    evidence = ("lời",) if answerable else ()
    return Question(name, text, "vi", "number" if answerable else "unanswerable", history, evidence=evidence)


def _scored(number: int, text: str, score: float) -> Scored:
    passage = Passage(f"doc:{number}", "doc", number, "clause", ("I. CHUNG",), text, "", (number, number))
    return Scored(Document("doc", "doc.txt", "Kế hoạch"), passage, score)


def _search(text: str) -> Sequence[Scored]:
    """The score of a question is the number that it ends in; "trống" finds nothing."""
    if text.endswith("trống"):
        return []
    score = float(text.split()[-1])
    return [_scored(1, "Mở 3 lớp [5].", score), _scored(2, "Có 20 người.", score - 1)]


def test_the_threshold_with_the_most_right_answers_and_refusals() -> None:
    # Answerable at 2, 6, 8; unanswerable at 1, 4. Worth of each threshold:
    # -inf: 3/3 + 0/2 = 1; 1.5: 3/3 + 1/2 = 1.5; 3: 2/3 + 1/2 = 1.17; 5: 2/3 + 2/2 = 1.67; 7: 1/3 + 2/2 = 1.33
    assert choose_threshold([(2, True), (6, True), (8, True), (1, False), (4, False)]) == 5


def test_the_lowest_of_equal_thresholds() -> None:
    # -inf: 2/2 + 0/2 = 1; 1.5: 1/2 + 0/2; 2.5: 1/2 + 1/2 = 1; 3.5: 0/2 + 1/2
    assert choose_threshold([(1, True), (2, False), (3, True), (4, False)]) == -math.inf


def test_shares_count_and_not_questions() -> None:
    # -inf: 1 + 0; 1.5: 9/10 + 1 = 1.9, though it refuses one answerable question for one unanswerable; 2.5: 8/10 + 1 ...
    best = [(float(score), True) for score in range(2, 12)] + [(1.0, False)]
    assert choose_threshold(best) == 1.5


@pytest.mark.parametrize("answerable", [True, False])
def test_one_kind_of_question_alone_sets_no_threshold(answerable: bool) -> None:
    assert choose_threshold([(1, answerable), (2, answerable)]) == -math.inf


def test_nothing_found_is_no_score_to_put_a_threshold_between() -> None:
    # Thresholds: -inf: 1 + 0; 2 (between 1 and 3): 1 + 2/2 = 2
    assert choose_threshold([(3, True), (-math.inf, False), (1, False)]) == 2


def test_what_was_typed_is_the_conversation_in_order() -> None:
    assert (
        typed(_question("a", "Còn Sở Nội vụ?", history=("Ai lo tiền?", "Vì sao?")))
        == "Ai lo tiền?\nVì sao?\nCòn Sở Nội vụ?"
    )


def test_passages_are_the_answer_above_the_threshold_and_the_nearest_below_it() -> None:
    practice = [_question("p1", "có 6"), _question("p2", "không 4", answerable=False)]
    pipeline = FixedK(_search, practice)
    assert pipeline.threshold == 5

    said = pipeline.answer(_question("q1", "bao nhiêu 5"))
    assert (said["id"], said["status"]) == ("q1", "answered")
    assert said["answer"] == "Mở 3 lớp [ 5 ]. [1]\n\nCó 20 người. [2]"
    assert [(c["marker"], c["document_id"], c["lines"]) for c in said["citations"]] == [
        (1, "doc", [1, 1]),
        (2, "doc", [2, 2]),
    ]
    assert all(c["quote"] == c["passage"] for c in said["citations"])

    refused = pipeline.answer(_question("q2", "bao nhiêu 4.9"))
    assert (refused["status"], refused["citations"]) == ("no_evidence", [])
    assert [c["passage"] for c in refused["nearest"]] == ["Mở 3 lớp [5].", "Có 20 người."]


def test_nothing_found_is_refused_without_a_threshold() -> None:
    pipeline = FixedK(_search, [])
    assert pipeline.threshold == -math.inf
    assert pipeline.answer(_question("q", "trống"))["status"] == "no_evidence"
    assert pipeline.answer(_question("q", "bao nhiêu -100"))["status"] == "answered"
