"""Files on their way into the folder of documents."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from index.errors import InputError
from index.settings import Settings
from ui.documents.intake import SUFFIXES, Refusal, check_name, plan, put, remove, take_in


@dataclass
class Upload:
    name: str
    content: bytes = "Kế hoạch.".encode()

    @property
    def size(self) -> int:
        return len(self.content)

    def getvalue(self) -> bytes:
        return self.content


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(data=tmp_path / "data", corpus=tmp_path / "corpus", max_file_mb=1)


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx", ".zip"])
def test_known_kinds_are_taken_whatever_their_case(suffix: str) -> None:
    assert suffix in SUFFIXES
    assert check_name(f"Kế hoạch số 1{suffix.upper()}") is None


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("../a.txt", "name_path"),
        ("/etc/a.txt", "name_path"),
        ("C:\\a.txt", "name_path"),
        ("", "name_path"),
        ("..", "name_path"),
        ("a\n.txt", "name_control"),
        ("a\x00.txt", "name_control"),
        ("a\u202etxt.exe.txt", "name_control"),
        ("a\ud800.txt", "name_control"),
        (".a.txt", "name_hidden"),
        (" a.txt", "name_hidden"),
        ("catalog.yaml", "name_catalog"),
        ("Catalog.YAML", "name_catalog"),
        ("ế" * 70 + ".txt", "name_long"),
        ("a.exe", "kind"),
        ("a", "kind"),
        ("a.txt ", "name_hidden"),
    ],
)
def test_names_that_are_refused(name: str, refusal: Refusal) -> None:
    assert check_name(name) == refusal


def test_what_each_file_would_be(settings: Settings) -> None:
    inner = settings.corpus / "2023"
    inner.mkdir()
    (inner / "cũ.txt").write_text("một", encoding="utf-8")
    (settings.corpus / "y-nguyen.txt").write_text("hai", encoding="utf-8")
    planned = plan(
        settings,
        None,
        [
            Upload("mới.txt"),
            Upload("cu\u0303.txt"),  # decomposed
            Upload("y-nguyen.txt", b"hai"),
            Upload("mới.md"),
            Upload("trống.txt", b""),
            Upload("lớn.txt", b"x" * 1_000_001),
        ],
    )
    assert [(p.arrival, p.refusal) for p in planned] == [
        ("new", None),
        ("edition", None),
        ("same", None),
        ("new", "twice"),
        ("new", "empty"),
        ("new", "large"),
    ]
    assert [p.to_write for p in planned] == [True, True, False, False, False, False]
    assert [p.needs_consent for p in planned] == [False, True, False, False, False, False]


def test_a_new_edition_goes_where_the_old_one_lay(settings: Settings) -> None:
    inner = settings.corpus / "2023"
    inner.mkdir()
    (inner / "ke\u0302\u0301.txt").write_text("một", encoding="utf-8")
    [incoming] = plan(settings, None, [Upload("kế.txt", b"hai")])
    take_in(settings, incoming)
    assert [p.read_text() for p in settings.corpus.rglob("*.txt")] == ["hai"]
    assert [p.name for p in inner.iterdir()] == ["ke\u0302\u0301.txt"]


def test_a_file_of_another_kind_takes_the_old_ones_place(settings: Settings) -> None:
    (settings.corpus / "a.txt").write_text("một", encoding="utf-8")
    [incoming] = plan(settings, None, [Upload("a.md", b"hai")])
    assert incoming.arrival == "other_kind" and incoming.needs_consent
    take_in(settings, incoming)
    assert [p.name for p in settings.corpus.iterdir()] == ["a.md"]


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_left_behind(settings: Settings) -> None:
    (settings.corpus / "a.txt").mkdir()  # a folder of that name cannot be replaced by a file, by root neither
    with pytest.raises(InputError, match="cannot be written"):
        put(settings.corpus, "a.txt", b"x")
    assert [p.name for p in settings.corpus.iterdir()] == ["a.txt"]


def test_nothing_is_written_outside_the_folder(settings: Settings) -> None:
    with pytest.raises(InputError, match="cannot be the name"):
        put(settings.corpus, "../a.txt", b"x")
    assert not (settings.corpus.parent / "a.txt").exists()


def test_removing_what_is_gone_is_no_fault(settings: Settings) -> None:
    path = settings.corpus / "a.txt"
    path.write_text("x")
    remove([path, path])
    assert not path.exists()
