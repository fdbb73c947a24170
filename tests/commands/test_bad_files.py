"""Files and folders that cannot be read: each is named with the remedy, the others are read, and nothing is lost."""

from pathlib import Path

import pytest
from running import complained, run
from samples import BEFORE, plan, write_corpus
from state import State, listed, searched

from index.embedding import EmbeddingModel

TEXT = plan("ke-hoach-cu", "lần một")


def write_bad_files(folder: Path) -> dict[str, str]:
    """Files nobody can use, and what the message about each says besides its name."""
    folder.mkdir()
    contents = {
        "trong.txt": (b"", "the file is empty"),
        "trang.md": (b"\n \t\r\n\n", "holds no text"),
        "gach.txt": (b"----\n****\n|||\n", "holds no words"),
        "anh.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "give it the suffix .png"),
        "nen.txt": (b"PK\x03\x04" + b"\x00\x01\x02 " * 500, "give it the suffix .zip"),
        "khong-dau-hieu.txt": (TEXT.encode("utf-16-le"), "binary file"),
        "tay-au.txt": ("Kế hoạch năm học: é è à ü".encode("cp1258", "replace") * 20, "save it as UTF-8"),
        "font-cu.txt": (
            "Céng hoµ x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. ".encode() * 20,
            "old Vietnamese font",
        ),
        "mot-dong.txt": (b"x" * 50_000_000, "ASSISTANT_MAX_FILE_MB"),
        "dong-dai.txt": (b"kinh ph\xc3\xad " * 50_000, "split it into lines"),
        "bang.xyz": (TEXT.encode(), "convert it"),
    }
    for name, (content, _) in contents.items():
        (folder / name).write_bytes(content)
    return {name: said for name, (_, said) in contents.items()}


def test_bad_files_are_named_and_the_rest_is_read(
    data: Path, small_state: State, real_model: EmbeddingModel, tmp_path: Path
) -> None:
    folder = tmp_path / "bad"
    messages = write_bad_files(folder)
    (folder / "ke-hoach-tot.txt").write_text(plan("ke-hoach-tot", "lần một", 1), encoding="utf-8")
    (folder / "utf16.txt").write_text(plan("utf16", "lần một", 1), encoding="utf-16")
    done = complained(run("ingest", folder, "--data", data), 1)
    for name, said in messages.items():
        lines = [line for line in done.err.splitlines() if line.startswith("not read: ") and f"/{name}: " in line]
        assert len(lines) == 1, (name, done.err)
        assert said in lines[0]
    assert f"index: 2 added, {len(messages)} failed" in done.err
    assert set(listed(data)) == {*BEFORE, "ke-hoach-tot", "utf16"}
    now = searched(data, real_model)
    assert {name: now[name] for name in BEFORE} == small_state


def test_a_document_whose_file_became_unusable_keeps_its_text(
    data: Path, small_state: State, real_model: EmbeddingModel, tmp_path: Path
) -> None:
    corpus = write_corpus(tmp_path / "corpus", BEFORE)
    (corpus / "ke-hoach-sua.txt").write_bytes(b"")
    complained(run("ingest", "--data", data, settings={"ASSISTANT_CORPUS": str(corpus)}), 1, "ke-hoach-sua.txt")
    assert searched(data, real_model) == small_state


def test_the_second_of_two_files_of_one_name_is_refused(data: Path, small_state: State, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", BEFORE)
    (corpus / "ke-hoach-giu.md").write_bytes((corpus / "ke-hoach-giu.txt").read_bytes())
    done = run("ingest", corpus, "--data", data)
    complained(done, 1, corpus / "ke-hoach-giu.txt", corpus / "ke-hoach-giu.md", "rename one of them")
    assert set(listed(data)) == set(small_state)


def test_one_file_named_twice_is_read_once(data: Path, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", BEFORE)
    done = run("ingest", corpus, corpus / "ke-hoach-giu.txt", "--data", data)
    assert (done.code, "3 unchanged" in done.err) == (0, True), done.err


def test_paths_that_lead_nowhere_are_each_named(data: Path, small_state: State, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("ingest", tmp_path / "no-such.txt", tmp_path / "empty", "--data", data)
    complained(done, 1, f"{tmp_path}/no-such.txt: there is no such file", f"{tmp_path}/empty: no documents")
    assert listed(data) == {name: len(passages) for name, passages in small_state.items()}


@pytest.mark.parametrize("kind", ["missing", "empty", "a file"])
def test_a_corpus_folder_without_documents_changes_nothing(
    kind: str, data: Path, small_state: State, tmp_path: Path
) -> None:
    """Least of all does it empty the index."""
    corpus = tmp_path / "corpus"
    if kind == "empty":
        corpus.mkdir()
    elif kind == "a file":
        corpus.write_text(TEXT, encoding="utf-8")
    done = run("ingest", "--data", data, settings={"ASSISTANT_CORPUS": str(corpus)})
    complained(done, 2, f"{corpus}: ", "nothing was changed" if kind == "empty" else "ASSISTANT_CORPUS")
    assert listed(data) == {name: len(passages) for name, passages in small_state.items()}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("documents: [", "not readable as YAML"),
        ("documents:\n  ke-hoach-giu:\n    stauts: draft\n", "unknown fields stauts"),
        ("documents:\n  ke-hoach-giu:\n    status: signed\n", "status must be one of"),
    ],
)
def test_a_catalogue_that_cannot_be_used_is_named(
    content: str, said: str, data: Path, small_state: State, tmp_path: Path
) -> None:
    corpus = write_corpus(tmp_path / "corpus", BEFORE)
    (corpus / "catalog.yaml").write_text(content, encoding="utf-8")
    done = run("ingest", "--data", data, settings={"ASSISTANT_CORPUS": str(corpus)})
    complained(done, 1, corpus / "catalog.yaml", said)
    assert listed(data) == {name: len(passages) for name, passages in small_state.items()}
