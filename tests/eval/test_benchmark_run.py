"""The benchmark command from folder to figures, with the real model, index and search; its library, kept and refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.benchmark.collection import Article
from eval.benchmark.library import LONGEST, make_edition, open_library
from eval.benchmark.results import main as write_results
from index.errors import SettingError
from index.library import Library, Publisher
from index.settings import Settings
from vietnamese.text import fold_markup

ARTICLES = {
    "luật#1": ("Luật Cư trú - Điều 1. Đăng ký thường trú", "Công dân đăng ký thường trú tại cơ quan công an."),
    "luật#2": ("Luật Giáo dục - Điều 2. Học phí", "Trường mầm non thu tiền của trẻ em theo tháng."),
    "luật#3": ("Luật Du lịch - Điều 3. Hướng dẫn viên", "Người dẫn khách phải mang theo thẻ."),
}
QUERIES = {"q1": "đăng ký thường trú ở đâu", "q4": "hướng dẫn viên du lịch mang thẻ", "q6": "xyz abc"}
QRELS = {"q1": "luật#1", "q4": "luật#3", "q6": "luật#2"}


def _folder(place: Path, queries: dict[str, str] = QUERIES) -> Path:
    place.mkdir(exist_ok=True)
    corpus = [{"_id": i, "title": title, "text": text} for i, (title, text) in ARTICLES.items()]
    asked = [{"_id": i, "text": text} for i, text in queries.items()]
    for name, rows in (("corpus", corpus), ("queries", asked)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (place / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    judged = "".join(f"{q}\t{QRELS[q]}\t1\n" for q in queries)
    (place / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n" + judged, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a collection ("laws") and a finished run on it ("out") with its library."""
    place = tmp_path_factory.mktemp("benchmark")
    arguments = ["benchmark", str(_folder(place / "laws")), "--out", str(place / "out")]
    assert main(arguments) == 0
    return place


def test_the_figures_of_a_run(ran: Path) -> None:
    metrics = json.loads((ran / "out" / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["n"] == 3
    # BM25 finds q1 and q4 first and nothing for q6, of whose words no article has any.
    lexical = metrics["stages"]["lexical"]
    assert lexical == dict.fromkeys(("recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10"), 0.6667)
    # Three articles: the vectors rank them all.
    assert metrics["stages"]["dense"]["recall@5"] == 1
    assert metrics["stages"]["final"]["recall@5"] == 1
    assert metrics["stages"]["fused"]["mrr@10"] >= 2 / 3
    for stage, figures in metrics["stages"].items():
        for name, value in figures.items():
            low, high = metrics["intervals"][stage][name]
            assert low <= value <= high


def test_the_rankings_are_kept(ran: Path) -> None:
    rows = [json.loads(line) for line in (ran / "out" / "rankings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["relevant"]) for row in rows] == [(i, {QRELS[i]: 1}) for i in QUERIES]
    assert rows[0]["ranked"]["final"][0] == "luật#1"
    assert rows[2]["ranked"]["lexical"] == []
    assert sorted(rows[2]["ranked"]["dense"]) == sorted(ARTICLES)


def test_the_manifest_says_what_was_measured(ran: Path) -> None:
    manifest = json.loads((ran / "out" / "manifest.json").read_text(encoding="utf-8"))
    name = f"{ran.name}/laws"
    assert (manifest["set"], manifest["half"]) == (name, "all")
    assert set(manifest["files"]) == {"corpus.jsonl", "queries.jsonl", "qrels.tsv"}
    assert manifest["index"]["counts"] == {"documents": 3, "withdrawn": 0, "passages": 3}
    assert manifest["command"] == f"python -m eval benchmark {name} --out {ran / 'out'} --half all"


def test_a_half_embeds_nothing_again(ran: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["benchmark", str(ran / "laws"), "--out", str(tmp_path), "--half", "tune"]
    assert main([*arguments, "--data", str(ran / "out" / "library")]) == 0
    said = capsys.readouterr()
    assert "embedded" not in said.err
    assert "/laws, half tune, n=2" in said.out  # q4 and q6, by the hashes of their ids
    assert "| final | " in said.out
    assert json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))["n"] == 2
    assert not (tmp_path / "library").exists()


def test_a_half_without_questions_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _folder(tmp_path / "laws", {"q1": QUERIES["q1"]})
    assert main(["benchmark", str(folder), "--out", str(tmp_path / "out"), "--half", "tune"]) == 1
    assert "The half 'tune' of this collection has no question" in capsys.readouterr().err


def test_bad_input_ends_with_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["benchmark", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == 2
    assert "cannot be read" in capsys.readouterr().err
    folder = _folder(tmp_path / "laws")
    (folder / "qrels.tsv").write_text("q7\tluật#1\t1\n", encoding="utf-8")
    assert main(["benchmark", str(folder), "--out", str(tmp_path / "out")]) == 1
    assert f"{folder / 'qrels.tsv'}, line 1: no question has the id 'q7'" in capsys.readouterr().err


def test_the_page_of_results(ran: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "results.md"
    assert write_results([str(ran / "out"), "--page", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert f"## {ran.name}/laws, queries.jsonl" in text
    assert "n = 3 (all questions), 3 articles in 3 passages, bundled:multilingual-e5-small@" in text
    assert "| lexical | 0.667 (" in text
    assert text.count("python -m eval benchmark ") == 1
    assert capsys.readouterr().out == f"{page}\n"


def test_a_folder_that_is_no_finished_run_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "results.md"
    assert write_results([str(tmp_path), "--page", str(page)]) == 1
    assert f"{tmp_path / 'manifest.json'} cannot be read" in capsys.readouterr().err
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "metrics.json").write_text('{"n": 1, "metrics": {}}', encoding="utf-8")
    assert write_results([str(tmp_path), "--page", str(page)]) == 1
    assert "is not the folder of a benchmark" in capsys.readouterr().err
    assert not page.exists()


def test_a_library_takes_up_what_changed_and_only_that(tmp_path: Path) -> None:
    first = [Article("a", "Một", "Học phí."), Article("b", "Hai", "Học bổng.")]
    second = [Article("a", "Một", "Học phí."), Article("c", "", "Kinh phí.")]
    embedded: list[int] = []
    for articles in (first, first, second):
        library = open_library(articles, tmp_path / "data", lambda _done, total: embedded.append(total))
        assert sorted(library.documents) == sorted(a.id for a in articles)
        library.close()
    assert embedded == [2, 1]


def test_the_assistants_own_index_is_left_alone(tmp_path: Path, make_index: Callable[[Path], None]) -> None:
    make_index(tmp_path)
    with pytest.raises(SettingError, match="holds an index of documents, not of a benchmark"):
        open_library([Article("a", "Một", "Học phí.")], tmp_path)
    library = Library.open(Settings(data=tmp_path))
    assert list(library.documents) == ["own"]
    library.close()


@pytest.fixture
def make_index() -> Callable[[Path], None]:
    """Publishes one document as an ingest would."""

    def publish(data: Path) -> None:
        with Publisher(Settings(data=data), "3") as publisher:
            publisher.add(make_edition(Article("own", "Kế hoạch", "Mở 3 lớp.")))
            publisher.publish()

    return publish


def test_an_article_is_one_passage_where_it_fits() -> None:
    edition = make_edition(Article("a", "Điều 1", " Khoản một.\n\nKhoản hai. "))
    assert [(p.id, p.text, p.context, p.section) for p in edition.passages] == [
        ("a:0000", "Khoản một.\nKhoản hai.", "Điều 1", ("Điều 1",))
    ]
    assert [line.text for line in edition.lines] == ["Khoản một.", "Khoản hai."]


def test_a_long_article_is_cut_between_paragraphs_and_a_long_paragraph_between_sentences() -> None:
    paragraphs = ["a" * 700, "b" * 600, "c" * 10]
    assert [p.text for p in make_edition(Article("x", "", "\n".join(paragraphs))).passages] == [
        "a" * 700 + "\n" + "b" * 600, "c" * 10,
    ]  # fmt: skip
    sentences = [f"Câu {i} {'x' * 490}." for i in range(4)]
    found = make_edition(Article("x", "", " ".join(sentences))).passages
    assert [p.text.split("\n") for p in found] == [sentences[:2], sentences[2:]]
    assert all(len(p.text) <= LONGEST for p in found)
    assert fold_markup(" ".join(p.text for p in found)) == " ".join(sentences)
