import pytest

from index.errors import AssistantError, IndexMissing, StorageError
from ui.resources import remedy


@pytest.mark.parametrize(
    ("error", "command"),
    [
        (IndexMissing("There is no index in data. Run `python -m ingest` to build it."), "python -m ingest"),
        (StorageError("The folder `x` is full."), None),
    ],
)
def test_the_command_of_an_error(error: AssistantError, command: str | None) -> None:
    assert remedy(error) == command
