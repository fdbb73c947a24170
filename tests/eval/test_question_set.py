"""Reading a question set and telling a sound one from an unsound one."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.question_set import Question, corpus_texts, leaks, load, misplaced, validate
from eval.split import side
from index.errors import InputError, SettingError

ROW: dict[str, Any] = {
    "id": "q1",
    "question": "Ai lo tiền?",
    "language": "vi",
    "kind": "office",
    "history": [],
    "documents": ["money"],
    "evidence": ["bố trí kinh phí"],
    "facts": [["Sở Tài chính"]],
    "forbidden": [],
}
TEXTS = {"money": "Sở Tài chính bố trí kinh phí.", "scan": None}


def _write(folder: Path, *lines: str) -> Path:
    path = folder / "set.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _question(**changes: Any) -> Question:
    question = Question("q1", "Ai lo tiền?", "vi", "office", (), ("money",), ("bố trí kinh phí",), (("Sở Tài chính",),))
    return replace(question, **changes)


def test_a_row_is_read_whole(tmp_path: Path) -> None:
    assert load(_write(tmp_path, json.dumps(ROW), "")) == (_question(),)
    assert _question().answerable


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("{", "not JSON"),
        ("[]", "not an object"),
        (json.dumps({k: v for k, v in ROW.items() if k != "question"}), "'question' is missing"),
        (json.dumps(ROW | {"id": " "}), "'id' is missing"),
        (json.dumps(ROW | {"history": "before"}), "'history' is missing or no list"),
        (json.dumps(ROW | {"evidence": [""]}), "'evidence' is missing or no list"),
        (json.dumps(ROW | {"facts": [["a"], []]}), "'facts' is missing or no list of lists"),
        (json.dumps(ROW | {"facts": ["a"]}), "'facts' is missing or no list of lists"),
        (json.dumps(ROW | {"kind": "gossip"}), "unknown kind 'gossip'"),
        (json.dumps(ROW | {"language": "fr"}), "unknown language 'fr'"),
        (json.dumps(ROW), "earlier line"),
    ],
)
def test_a_malformed_line_is_named_with_file_line_and_remedy(line: str, named: str, tmp_path: Path) -> None:
    path = _write(tmp_path, json.dumps(ROW), "", line)
    with pytest.raises(InputError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}, line 3: ")
    assert named in str(caught.value)
    assert str(caught.value).endswith(".")
    assert caught.value.exit_code == 1


def test_every_malformed_line_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"(?s)line 1: .*line 2: "):
        load(_write(tmp_path, "{", "{}"))


def test_an_empty_file_and_a_missing_one_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no question"):
        load(_write(tmp_path, ""))
    with pytest.raises(SettingError, match="cannot be read"):
        load(tmp_path / "absent.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(SettingError, match="not UTF-8"):
        load(tmp_path / "latin.jsonl")


def test_a_sound_set_has_no_breach() -> None:
    assert validate([_question()], TEXTS) == []
    assert validate([Question("q2", "Học phí?", "vi", "unanswerable")], TEXTS) == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"documents": ("nowhere",)}, "unknown document 'nowhere'"),
        ({"evidence": ("bố trí tiền",)}, "not verbatim"),
        ({"evidence": ()}, "kind and evidence disagree"),
        ({"kind": "unanswerable"}, "kind and evidence disagree"),
        ({"facts": ()}, "no facts"),
        ({"documents": ()}, "no documents"),
        ({"kind": "unanswerable", "evidence": ()}, "facts or documents without evidence"),
        ({"language": "vi_unaccented"}, "typed with accents"),
    ],
)
def test_each_breach_is_named(changes: dict[str, Any], named: str) -> None:
    problems = validate([_question(**changes)], TEXTS)
    assert any(p.startswith("q1: ") and named in p for p in problems), problems


def test_evidence_of_a_document_without_plain_text_is_passed_over() -> None:
    assert validate([_question(documents=("scan",), evidence=("gì đó",))], TEXTS) == []


def test_near_duplicates_across_the_split_are_named() -> None:
    dev, test = (next(f"q{n}" for n in range(400, 450) if side(f"q{n}") == wanted) for wanted in ("dev", "test"))
    pair = [_question(id=dev), _question(id=test, question="ai lo TIEN")]
    assert any("near-duplicates" in p for p in validate(pair, TEXTS))
    assert validate([pair[0], replace(pair[1], id=f"{dev}-na")], TEXTS) == []
    assert len(leaks([pair[0]], [pair[1]])) == 1


def test_a_question_in_the_wrong_file_is_named() -> None:
    question = _question()
    wrong = "test" if side(question.id) == "dev" else "dev"
    assert len(misplaced([question], wrong)) == 1
    assert misplaced([question], side(question.id)) == misplaced([question], "mine") == []


def test_the_corpus_is_read_by_stem(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("**Một**  hai\n", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    (tmp_path / "catalog.yaml").write_text("a: {}\n", encoding="utf-8")
    assert corpus_texts(tmp_path) == {"a": "Một hai", "b": None}
    with pytest.raises(SettingError, match="no folder"):
        corpus_texts(tmp_path / "absent")
