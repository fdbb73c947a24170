"""The stages of a search, the probability that decides, and passages given in place of what retrieval finds."""

import pytest

from answer.assistant import Assistant

QUESTION = "Phòng nào quyết toán kinh phí đào tạo liên tục?"


def test_every_stage_has_passages_and_the_final_one_reorders_the_fused(assistant: Assistant) -> None:
    stages = assistant.look(QUESTION).stages
    assert list(stages) == ["lexical", "dense", "fused", "final"]
    fused = {p.id for p in stages["fused"]}
    for name, passages in stages.items():
        ids = [p.id for p in passages]
        assert ids and len(ids) == len(set(ids)), name
        assert set(ids) <= fused, name


def test_the_final_stage_leads_with_what_the_answer_cites(assistant: Assistant) -> None:
    answer = assistant.ask(QUESTION)
    assert assistant.look(QUESTION).stages["final"][0].id == answer.citations[0].passage.id


def test_given_passages_are_all_that_is_answered_from(assistant: Assistant) -> None:
    first, *_ = assistant.look(QUESTION).stages["final"]
    answer = assistant.ask(QUESTION, passages=[first])
    assert {c.passage.id for c in answer.citations} == {first.id}
    assert assistant.ask(QUESTION, passages=[]).status == "no_evidence"


@pytest.mark.parametrize("question", [QUESTION, "Học phí lái máy bay là bao nhiêu?", "bonjour"])
def test_what_is_searched_for_is_answered_from_the_threshold_on(assistant: Assistant, question: str) -> None:
    probability = assistant.look(question).probability
    assert probability is not None and 0 <= probability <= 1
    assert (assistant.ask(question).status != "no_evidence") == (probability >= assistant.threshold)


@pytest.mark.parametrize(
    "question",
    [
        "Điều 2 của quyết định Bình Định nói gì?",
        "Kế hoạch của Hậu Giang do ai ký?",
        "Tỉnh Cà Mau mở mấy lớp?",
        "Hậu Giang và Đồng Tháp, sở nào bố trí kinh phí?",
        "",
        "?!",
    ],
)
def test_no_probability_decides_what_a_desk_answers_a_rule_refuses_or_is_parted(
    assistant: Assistant, question: str
) -> None:
    assert assistant.look(question).probability is None


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Báo cáo kết quả đào tạo gửi về đâu?", False),
        ("Sở Nội vụ Hậu Giang làm gì?", False),
        ("Kế hoạch Hậu Giang có gửi cho Sở Nội vụ không?", True),
        ("Which office gets a copy of the Hậu Giang plan?", True),
    ],
)
def test_lists_of_recipients_answer_only_who_gets_the_document(
    assistant: Assistant, question: str, found: bool
) -> None:
    kinds = {passage.kind for stage in assistant.look(question).stages.values() for passage in stage}
    assert ("recipients" in kinds) == found
