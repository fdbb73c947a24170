"""Reading collections in the layout of SQuAD."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from eval.benchmark.collection import Article, Span
from eval.benchmark.layout import read_collection
from index.errors import InputError, SettingError

COLD = "Mùa đông có 40 ngày dưới không."
WARM = "Mùa hè rất nóng."


def _question(name: str, text: str, *answers: tuple[str, int], **more: object) -> dict[str, Any]:
    return {"id": name, "question": text, "answers": [{"text": t, "answer_start": s} for t, s in answers], **more}


def _content(*paragraphs: tuple[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {"data": [{"title": "Khí hậu", "paragraphs": [{"context": c, "qas": q} for c, q in paragraphs]}]}


def _written(folder: Path, content: object) -> Path:
    path = folder / "dev.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def test_paragraphs_are_articles_and_questions_have_their_own(tmp_path: Path) -> None:
    cold, warm = _question("a", "How many days?", ("40 ngày", 12)), _question("b", "Hot?", ("rất nóng", 7))
    found = read_collection(_written(tmp_path, _content((COLD, [cold]), (WARM, [warm]))))
    assert found.articles == (Article("Khí hậu#1", "Khí hậu", COLD), Article("Khí hậu#2", "Khí hậu", WARM))
    assert [(q.id, q.relevant, q.spans) for q in found.queries] == [
        ("a", {"Khí hậu#1": 1}, (Span("40 ngày", 12),)),
        ("b", {"Khí hậu#2": 1}, (Span("rất nóng", 7),)),
    ]
    assert list(found.files) == ["dev.json"]


def test_a_folder_with_one_file_is_that_file(tmp_path: Path) -> None:
    _written(tmp_path, _content((COLD, [_question("a", "?")])))
    assert len(read_collection(tmp_path).articles) == 1
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SettingError, match="2 found"):
        read_collection(tmp_path)


def test_a_paragraph_that_comes_twice_is_one_article(tmp_path: Path) -> None:
    found = read_collection(_written(tmp_path, _content((COLD, [_question("a", "?")]), (COLD, [_question("b", "?")]))))
    assert [a.id for a in found.articles] == ["Khí hậu#1"]
    assert [q.relevant for q in found.queries] == [{"Khí hậu#1": 1}, {"Khí hậu#1": 1}]


def test_questions_without_an_answer_are_left_out(tmp_path: Path) -> None:
    content = _content((COLD, [_question("a", "?"), _question("b", "?", is_impossible=True)]))
    assert [q.id for q in read_collection(_written(tmp_path, content)).queries] == ["a"]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (_content((COLD, [_question("a", "?", ("41 ngày", 12))])), "data[0].paragraphs[0].qas[0].answers[0]: the paragraph"),
        (_content((COLD, [_question("a", "?", ("40 ngày", -19))])), "data[0].paragraphs[0].qas[0].answers[0]: the paragraph"),
        (_content((COLD, [_question("a", "?"), _question("a", "?")])), "data[0].paragraphs[0].qas[1]: id 'a' stands further up"),
        (_content((COLD, [_question("a", " ")])), "data[0].paragraphs[0].qas[0]: 'id' or 'question'"),
        (_content(("", [])), "data[0].paragraphs[0]: 'context'"),
        ({"data": [{"title": "x"}]}, "data[0].paragraphs: missing or no list"),
        ({"data": ["x"]}, "data[0]: no object"),
        ({}, "data: missing or no list"),
        ([], "a list, not an object"),
        (_content((COLD, [])), "no question"),
    ],
)  # fmt: skip
def test_faults_are_named_by_their_place(tmp_path: Path, content: object, named: str) -> None:
    path = _written(tmp_path, content)
    with pytest.raises(InputError) as raised:
        read_collection(path)
    assert str(raised.value).startswith(str(path))
    assert named in str(raised.value)


def test_a_file_that_is_not_json_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "dev.json"
    with pytest.raises(SettingError, match="cannot be read"):
        read_collection(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="not JSON"):
        read_collection(path)
    path.write_bytes(b"\xff\xfe{")
    with pytest.raises(SettingError, match="not UTF-8"):
        read_collection(path)


def test_other_questions_go_with_the_other_layout(tmp_path: Path) -> None:
    path = _written(tmp_path, _content((COLD, [_question("a", "?")])))
    with pytest.raises(SettingError, match="--queries and --qrels go with a folder"):
        read_collection(path, queries=Path("q.jsonl"))


def test_the_public_set_is_read_whole_with_its_spans() -> None:
    samples = os.environ.get("ASSISTANT_SAMPLES")
    if samples is None:
        pytest.skip("ASSISTANT_SAMPLES is not set")
    found = read_collection(Path(samples) / "benchmarks" / "mlqa")
    assert (len(found.articles), len(found.queries)) == (451, 511)
    assert all(q.spans for q in found.queries)
