"""The check command."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.check import check
from eval.split import side

SOUND: dict[str, Any] = {
    "id": "q1", "question": "Ai lo tiền?", "language": "vi", "kind": "office", "history": [], "documents": ["money"],
    "evidence": ["bố trí kinh phí"], "facts": [["Sở Tài chính"]], "forbidden": [],
}  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "money.md").write_text("Sở Tài chính **bố trí** kinh phí.\n", encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_CORPUS", str(folder))
    return folder


def _write(path: Path, row: dict[str, Any]) -> Path:
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("corpus")
def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(_write(tmp_path / "set.jsonl", SOUND))]) == 0
    assert "0 breaches" in capsys.readouterr().out
    assert main(["check", str(_write(tmp_path / "set.jsonl", SOUND | {"evidence": ["bố trí tiền"]}))]) == 1
    assert "q1: evidence is not verbatim" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "absent.jsonl")]) == 2


def test_dev_is_compared_with_test_beside_it(tmp_path: Path, corpus: Path) -> None:
    names = {wanted: next(f"q{n}" for n in range(400, 450) if side(f"q{n}") == wanted) for wanted in ("dev", "test")}
    dev = _write(tmp_path / "dev.jsonl", SOUND | {"id": names["dev"]})
    assert check(dev, corpus) == []
    _write(tmp_path / "test.jsonl", SOUND | {"id": names["test"], "question": "ai lo tien"})
    assert len(check(dev, corpus)) == 1
    _write(dev, SOUND | {"id": names["test"] + "-x"})
    assert any("belongs in test.jsonl" in p for p in check(dev, corpus))
