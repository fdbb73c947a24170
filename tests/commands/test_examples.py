"""The two questions that the assistant is shown with, asked as a user asks them."""

import json
from pathlib import Path

import pytest
from running import run, succeeded


@pytest.mark.parametrize(
    "question",
    ["Which office handles continuing-education funding?", "phong nao quyet toan kinh phi dao tao lien tuc"],
    ids=["english", "without-accents"],
)
def test_the_office_that_handles_funding_is_named_with_its_section(question: str, indexed: Path) -> None:
    done = succeeded(run("answer", "--json", question, "--today", "2025-06-30", "--data", indexed))
    answer = json.loads(done.out)
    assert answer["status"] == "answered"
    assert "Phòng Kế hoạch - Tài chính" in answer["answer"]
    places = [c["section"] for c in answer["citations"] if c["document_id"] == "hau-giang-ke-hoach-nganh-y-te-2023"]
    assert any(heading.startswith("III.") for section in places for heading in section), places


@pytest.mark.slow
def test_the_word_for_an_office_need_not_stand_in_the_documents(small_index: Path, tmp_path: Path) -> None:
    """Who asks "cơ quan nào" (which agency) does not ask about the word "cơ quan"."""
    askers = ("Sở nào", "Cơ quan nào", "Đơn vị nào", "Tổ chức nào", "Ai")
    rows = [{"id": asker, "question": f"{asker} bố trí kinh phí đào tạo?"} for asker in askers]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = succeeded(run("answer", "--json", "--questions", path, "--data", small_index))
    answers = [json.loads(line) for line in done.out.split("\n") if line]
    assert {a["id"] for a in answers if "Sở Tài chính" not in a["answer"]} == set()


def test_an_answer_for_people_names_the_file_and_the_lines(indexed: Path) -> None:
    done = succeeded(run("answer", "phong nao quyet toan kinh phi dao tao lien tuc", "--data", indexed))
    assert "Phòng Kế hoạch - Tài chính" in done.out
    assert "  [1] hau-giang-ke-hoach-nganh-y-te-2023.txt: " in done.out
    assert ", dòng " in done.out
