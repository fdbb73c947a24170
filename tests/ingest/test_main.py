"""The command line: what goes to which stream, and the exit code."""

import json
import os
from pathlib import Path

import pytest

from index.embedding import model_identity
from index.settings import PREFIX, Settings
from ingest.__main__ import main
from tests.index.standin import standin_model

LISTED = {
    "id", "title", "type", "number", "date", "issuer", "province", "province_current", "period", "status", "signer", "parts", "pages",
    "passages", "read_by", "relations", "withdrawn",
}  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one document, named by the environment, with an embedding model without weights."""
    for name in [n for n in os.environ if n.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("KẾ HOẠCH\nHọc năm 2024\nI. MỤC TIÊU\nMở lớp.\n", encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_CORPUS", str(folder))
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    identity = model_identity(Settings())
    monkeypatch.setattr("index.publisher.load_embedding", lambda _: standin_model(identity))
    return folder


@pytest.mark.usefixtures("corpus")
def test_results_go_to_standard_output_and_all_else_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    out, err = capsys.readouterr()
    assert out == "" and "added: a (2 passages)" in err and "index: 1 added, in " in err
    assert main(["--list", "--json"]) == 0
    out, err = capsys.readouterr()
    (line,) = out.splitlines()
    assert err == "" and json.loads(line).keys() >= LISTED
    assert main(["--list"]) == 0
    assert capsys.readouterr().out == "a: no number, no date, no province, unknown; 2 passages\n"


def test_withdrawn_stays_so_until_restored(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    assert main(["--withdraw", "a"]) == 0
    (corpus / "a.txt").write_text("1. Bản mới.", encoding="utf-8")
    main([])
    assert _listed(capsys)[0]["withdrawn"] is True
    assert main(["--restore", "a"]) == 0
    assert _listed(capsys)[0]["withdrawn"] is False


def _listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["--list", "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_failing_file_is_named_and_the_exit_code_is_1(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "bad.txt").write_bytes(b"")
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "bad.md").write_bytes(b"x")
    assert main([]) == 1
    err = capsys.readouterr().err
    assert f"not read: {corpus / 'bad.txt'}: {corpus / 'bad.md'} has the same name" in err
    assert f"not read: {corpus / 'empty.txt'}: the file is empty" in err
    assert "2 added, 2 failed" in err
    assert [d["id"] for d in _listed(capsys)] == ["a", "bad"]


def test_named_paths_and_another_data_folder(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(corpus / "a.txt"), "--data", str(tmp_path / "other")]) == 0
    assert main(["--list", "--data", str(tmp_path / "other")]) == 0
    assert capsys.readouterr().out.startswith("a: ")
    assert main([str(corpus / "none.txt")]) == 1
    assert f"{corpus / 'none.txt'}: there is no such file or folder" in capsys.readouterr().err


def test_a_missing_corpus_or_index_is_wrong_usage(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 2
    (corpus / "a.txt").unlink()
    assert main([]) == 2
    assert f"{corpus}: the folder holds no documents; nothing was changed." in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--nonsense"], ["--list", "--withdraw", "a"], ["x.txt", "--list"], ["--withdraw"]])
@pytest.mark.usefixtures("corpus")
def test_wrong_usage(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(wrong)
    assert stop.value.code == 2


@pytest.mark.usefixtures("corpus")
def test_an_unknown_document_cannot_be_withdrawn(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    assert main(["--withdraw", "nothing"]) == 1
    assert "There is no document nothing" in capsys.readouterr().err
