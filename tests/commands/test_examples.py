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


def test_an_answer_for_people_names_the_file_and_the_lines(indexed: Path) -> None:
    done = succeeded(run("answer", "phong nao quyet toan kinh phi dao tao lien tuc", "--data", indexed))
    assert "Phòng Kế hoạch - Tài chính" in done.out
    assert "  [1] hau-giang-ke-hoach-nganh-y-te-2023.txt: " in done.out
    assert ", dòng " in done.out
