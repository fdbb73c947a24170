"""Reading collections in the layout of BEIR."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from eval.benchmark.collection import Article
from eval.benchmark.layout import read_collection
from index.errors import InputError, SettingError

CORPUS = [
    {"_id": "luật#1", "title": "Điều 1", "text": "Công dân có quyền học tập.", "metadata": {"law": "x"}},
    {"_id": "luật#2", "text": "Nhà nước lo kinh phí."},
]
QUERIES = [
    {"_id": "q1", "text": "Ai có quyền học?"},
    {"_id": "q2", "text": "Ai lo tiền?"},
    {"_id": "q3", "text": "Không ai hỏi?"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\tluật#1\t2\nq1\tluật#2\t0\nq2\tluật#2\t1\n"


def _lines(rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound collection of two articles and three questions, one of them without a judgement."""
    (tmp_path / "corpus.jsonl").write_text(_lines(CORPUS), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text(_lines(QUERIES), encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text(QRELS, encoding="utf-8")
    return tmp_path


def test_articles_and_judged_questions(folder: Path) -> None:
    found = read_collection(folder)
    assert found.articles == (
        Article("luật#1", "Điều 1", "Công dân có quyền học tập."),
        Article("luật#2", "", "Nhà nước lo kinh phí."),
    )
    assert [(q.id, q.text, q.relevant) for q in found.queries] == [
        ("q1", "Ai có quyền học?", {"luật#1": 2, "luật#2": 0}),
        ("q2", "Ai lo tiền?", {"luật#2": 1}),
    ]
    assert found.files["qrels.tsv"] == hashlib.sha256(QRELS.encode()).hexdigest()


def test_judgements_in_a_folder_of_their_own_and_without_a_header(folder: Path) -> None:
    (folder / "qrels.tsv").unlink()
    (folder / "qrels").mkdir()
    (folder / "qrels" / "test.tsv").write_text("q2\tluật#2\t1\n", encoding="utf-8")
    assert [q.id for q in read_collection(folder).queries] == ["q2"]


def test_other_questions_with_their_judgements(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (folder / "queries_en.jsonl").write_text(_lines([{"_id": "q1__en", "text": "Who may learn?"}]), encoding="utf-8")
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "qrels_en.tsv"
    elsewhere.write_text("q1__en\tluật#1\t1\n", encoding="utf-8")
    found = read_collection(folder, Path("queries_en.jsonl"), elsewhere)
    assert [(q.id, q.relevant) for q in found.queries] == [("q1__en", {"luật#1": 1})]
    assert list(found.files) == ["corpus.jsonl", "queries_en.jsonl", "qrels_en.tsv"]


@pytest.mark.parametrize(
    ("file", "line", "named"),
    [
        ("qrels.tsv", "q9\tluật#1\t1", "line 5: no question has the id 'q9'"),
        ("qrels.tsv", "q2\tluật#9\t1", "line 5: no article of corpus.jsonl has the id 'luật#9'"),
        ("qrels.tsv", "q2 luật#1 1", "line 5: not a judgement"),
        ("qrels.tsv", "q2\tluật#1\tyes", "line 5: not a judgement"),
        ("corpus.jsonl", '{"_id": "luật#3", "text": ""}', "line 3: 'text' is missing or no text"),
        ("corpus.jsonl", '{"_id": "luật#1", "text": "x"}', "line 3: _id 'luật#1' stands on an earlier line too"),
        ("corpus.jsonl", '{"_id": "luật#3", "text": "x", "title": 3}', "line 3: 'title' is no text"),
        ("corpus.jsonl", '{"_id": "luật#3"', "line 3: not JSON"),
        ("queries.jsonl", '["q4"]', "line 4: a list, not an object"),
        ("queries.jsonl", '{"text": "?"}', "line 4: '_id' is missing or no text"),
    ],
)
def test_bad_lines_are_named_with_the_remedy(folder: Path, file: str, line: str, named: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.write(line + "\n")
    with pytest.raises(InputError) as raised:
        read_collection(folder)
    message = str(raised.value)
    assert f"{folder / file}, {named}" in message
    assert len(message.split("\n")) == 1
    assert message.endswith(".")


def test_every_fault_is_named_at_once(folder: Path) -> None:
    (folder / "qrels.tsv").write_text("q8\tluật#1\t1\nq1\tluật#1\t1\nq9\tluật#1\t1\n", encoding="utf-8")
    (folder / "corpus.jsonl").write_text("{}\n" + _lines(CORPUS), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_collection(folder)
    assert [line.split(", ", 1)[1].split(":", 1)[0] for line in str(raised.value).split("\n")] == [
        "line 1", "line 1", "line 1", "line 3",
    ]  # fmt: skip


@pytest.mark.parametrize("missing", ["queries.jsonl", "qrels.tsv"])
def test_missing_files_are_named(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(SettingError, match=missing):
        read_collection(folder)


def test_a_folder_without_a_collection(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"neither corpus\.jsonl nor one single \.json file \(0 found\)"):
        read_collection(tmp_path)


def test_judgements_of_nothing_relevant(folder: Path) -> None:
    (folder / "qrels.tsv").write_text("q1\tluật#1\t0\n", encoding="utf-8")
    with pytest.raises(InputError, match="no question has an article with a score above 0"):
        read_collection(folder)


def test_the_public_set_is_read_whole() -> None:
    samples = os.environ.get("ASSISTANT_SAMPLES")
    if samples is None:
        pytest.skip("ASSISTANT_SAMPLES is not set")
    folder = Path(samples) / "benchmarks" / "alqac"
    found = read_collection(folder)
    assert (len(found.articles), len(found.queries), sum(len(q.relevant) for q in found.queries)) == (2249, 728, 740)
    english = read_collection(folder, Path("queries_en_mt.jsonl"), Path("qrels_en_mt.tsv"))
    assert len(english.queries) == 206
    tune, report = found.half("tune"), found.half("report")
    assert len(tune.queries) + len(report.queries) == 728
    assert min(len(tune.queries), len(report.queries)) > 300
    translated = {q.id.removesuffix("__en") for q in english.half("tune").queries}
    assert translated <= {q.id for q in tune.queries}
