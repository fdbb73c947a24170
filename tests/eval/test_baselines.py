"""The four baselines over a small library, with the real model, index and assistant."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from answer.assistant import Assistant
from answer.writing.writer import open_writer
from eval.answerer import Answerer
from eval.baselines import open_baselines
from eval.baselines.gold import GivenEvidence
from eval.lines import as_lines
from eval.metrics.evidence import is_right
from eval.metrics.quote_verbatim import is_verbatim
from eval.predictions import load
from eval.question_set import Question
from index.library import Publisher
from index.settings import Settings
from ingest.edition import make_edition
from ingest.passages import BUILDER_VERSION

PLAN = """UBND TỈNH HÀ NAM
KẾ HOẠCH
Bồi dưỡng cán bộ, công chức năm 2024

I. MỤC TIÊU

1. Mở 3 lớp bồi dưỡng tin học với 150 người.

2. Mỗi học viên viết một bài thu hoạch sau khóa học.

II. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính bố trí kinh phí cho các lớp học trước ngày 31/8.

2. Sở Nội vụ gửi báo cáo kết quả cho Ủy ban nhân dân tỉnh.
"""
MONEY = Question(
    "m1", "Sở nào bố trí kinh phí cho các lớp học?", "vi", "office",
    documents=("ke-hoach",), evidence=("Sở Tài chính bố trí kinh phí",), facts=(("Sở Tài chính",),),
)  # fmt: skip
CLASSES = Question(
    "m2", "Mở mấy lớp bồi dưỡng tin học?", "vi", "number",
    documents=("ke-hoach",), evidence=("Mở 3 lớp bồi dưỡng tin học",), facts=(("3 lớp",),),
)  # fmt: skip
FOLLOW_UP = Question(
    "m3", "Bao nhiêu người?", "vi", "follow_up", history=("Mở mấy lớp bồi dưỡng tin học?",),
    documents=("ke-hoach",), evidence=("với 150 người",), facts=(("150 người",),),
)  # fmt: skip
PILOTS = Question("m4", "Phi công nước ngoài lái máy bay gì?", "vi", "unanswerable")
SPLIT = Question(
    "m5", "Viết gì và ai trả tiền?", "vi", "list",
    documents=("ke-hoach",), evidence=("sau khóa học. II. TỔ CHỨC THỰC HIỆN 1. Sở Tài chính",), facts=(("thu hoạch",),),
)  # fmt: skip
QUESTIONS = (MONEY, CLASSES, FOLLOW_UP, PILOTS, SPLIT)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, Path]]:
    """An assistant over one plan, and the folder that the plan lies in."""
    folder = tmp_path_factory.mktemp("baselines")
    file = folder / "ke-hoach.txt"
    file.write_text(PLAN, encoding="utf-8")
    settings = Settings(data=folder / "data")
    with Publisher(settings, BUILDER_VERSION) as publisher:
        publisher.add(make_edition(file, {}, settings))
        publisher.publish()
    assistant = Assistant.open(settings, date(2024, 6, 30))
    yield assistant, folder
    assistant.library.close()


@pytest.fixture(scope="module")
def baselines(small: tuple[Assistant, Path]) -> Mapping[str, Answerer]:
    """The baselines, the questions themselves serving as practice."""
    assistant, folder = small
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSISTANT_CORPUS", str(folder))
        return open_baselines(assistant, QUESTIONS, QUESTIONS[:4], folder / "work")


def test_they_come_in_the_order_of_a_report(baselines: Mapping[str, Answerer]) -> None:
    assert list(baselines) == ["bm25", "dense", "tutorial", "gold"]


@pytest.mark.parametrize("name", ["bm25", "dense", "tutorial", "gold"])
def test_answers_are_predictions_with_verbatim_citations(
    baselines: Mapping[str, Answerer], name: str, tmp_path: Path
) -> None:
    said = [baselines[name].answer(q) for q in QUESTIONS]
    (tmp_path / "p.jsonl").write_text(as_lines(said), encoding="utf-8")
    assert list(load(tmp_path / "p.jsonl")) == [q.id for q in QUESTIONS]
    assert all(p["timings_ms"]["total"] > 0 for p in said)
    cited = [c for p in said for c in p["citations"]]
    assert cited
    assert all(map(is_verbatim, cited))
    assert all(len(p["citations"]) <= 4 for p in said)


@pytest.mark.parametrize("name", ["bm25", "dense", "tutorial", "gold"])
def test_what_the_plan_says_is_cited(baselines: Mapping[str, Answerer], name: str) -> None:
    for question in (MONEY, CLASSES):
        said = baselines[name].answer(question)
        assert said["status"] == "answered"
        assert is_right(question, said["citations"][0])


@pytest.mark.parametrize("name", ["bm25", "gold"])
def test_what_no_document_says_is_refused(baselines: Mapping[str, Answerer], name: str) -> None:
    said = baselines[name].answer(PILOTS)
    assert (said["status"], said["citations"]) == ("no_evidence", [])


def test_a_follow_up_is_searched_with_what_was_asked_before(baselines: Mapping[str, Answerer]) -> None:
    said = baselines["bm25"].answer(FOLLOW_UP)
    assert said["resolved_question"] == "Mở mấy lớp bồi dưỡng tin học?\nBao nhiêu người?"
    assert is_right(FOLLOW_UP, said["citations"][0])


def test_chunks_carry_the_lines_of_their_file(baselines: Mapping[str, Answerer]) -> None:
    lines = PLAN.split("\n")
    for citation in baselines["tutorial"].answer(MONEY)["citations"]:
        first, last = citation["lines"]
        assert citation["passage"] in "\n".join(lines[first - 1 : last])
        assert lines[first - 1] and lines[last - 1]  # a chunk neither begins nor ends with an empty line
        assert citation["section"] == []


def test_without_the_file_the_text_of_record_is_cut(small: tuple[Assistant, Path], tmp_path: Path) -> None:
    from eval.baselines.tutorial import Tutorial

    found = Tutorial(small[0].library, tmp_path, tmp_path / "work")("Sở Tài chính bố trí kinh phí")
    assert "Sở Tài chính bố trí kinh phí" in found[0].passage.text
    assert found[0].passage.lines is None


def test_evidence_that_no_passage_holds_whole_is_given_as_nothing(baselines: Mapping[str, Answerer]) -> None:
    assert baselines["gold"].answer(SPLIT)["status"] == "no_evidence"


def test_gold_reads_only_what_it_is_given(baselines: Mapping[str, Answerer]) -> None:
    cited = {c["passage"] for q in (MONEY, CLASSES) for c in baselines["gold"].answer(q)["citations"]}
    assert cited == {
        "1. Sở Tài chính bố trí kinh phí cho các lớp học trước ngày 31/8.",
        "1. Mở 3 lớp bồi dưỡng tin học với 150 người.",
    }


def test_gold_asks_no_language_model(small: tuple[Assistant, Path], odd_server: ModuleType) -> None:
    assistant, _ = small
    with odd_server.serving(odd_server.writes("Sở Tài chính [1].")) as server:
        settings = Settings(writer="openai:tho-ky", writer_url=server.url)
        writer = open_writer(settings, assistant.library, assistant.glossary)
        written = Assistant(assistant.library, assistant.today, assistant.glossary, writer=writer)
        said = GivenEvidence(written, [MONEY]).answer(MONEY)
    assert server.count == 0
    assert said["status"] == "answered" and "writing" not in said
