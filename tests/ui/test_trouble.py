import pytest

from index.errors import AssistantError, IndexMissing, StorageError
from ui.trouble import explain, remedy
from ui.words import Words


@pytest.mark.parametrize(
    ("error", "command"),
    [
        (IndexMissing("There is no index in data. Run `python -m ingest` to build it."), "python -m ingest"),
        (StorageError("The folder `x` is full."), None),
    ],
)
def test_the_command_of_an_error(error: AssistantError, command: str | None) -> None:
    assert remedy(error) == command


def test_an_error_is_said_in_the_language_of_the_page_with_its_own_words() -> None:
    error = StorageError("The folder {x} is full.")
    said, detail = explain(error, Words("vi")).split("\n")
    assert said == "Không đọc hoặc ghi được dữ liệu trên đĩa."
    assert detail.endswith("The folder {x} is full.")
    assert explain(error, Words("en")).startswith("The data on disk")
    assert explain(AssistantError("odd"), Words("vi")) == "odd"
