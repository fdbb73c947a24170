"""The stages of a search, and passages given in place of what retrieval finds."""

from answer.assistant import Assistant

QUESTION = "Phòng nào quyết toán kinh phí đào tạo liên tục?"


def test_every_stage_has_passages_and_the_final_one_reorders_the_fused(assistant: Assistant) -> None:
    stages = assistant.stages(QUESTION)
    assert list(stages) == ["lexical", "dense", "fused", "final"]
    fused = {p.id for p in stages["fused"]}
    for name, passages in stages.items():
        ids = [p.id for p in passages]
        assert ids and len(ids) == len(set(ids)), name
        assert set(ids) <= fused, name


def test_the_final_stage_leads_with_what_the_answer_cites(assistant: Assistant) -> None:
    answer = assistant.ask(QUESTION)
    assert assistant.stages(QUESTION)["final"][0].id == answer.citations[0].passage.id


def test_given_passages_are_all_that_is_answered_from(assistant: Assistant) -> None:
    first, *_ = assistant.stages(QUESTION)["final"]
    answer = assistant.ask(QUESTION, passages=[first])
    assert {c.passage.id for c in answer.citations} == {first.id}
    assert assistant.ask(QUESTION, passages=[]).status == "no_evidence"
