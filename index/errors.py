"""Errors that a user can act on: each names the file or setting and the remedy."""


class AssistantError(Exception):
    """Base of every error this project raises on purpose; the commands print it and exit with `exit_code`."""

    exit_code = 2


class SettingError(AssistantError):
    """A setting is unknown, malformed or points at something that is not there."""


class InputError(AssistantError):
    """One input (a file, a line of a question set) cannot be used; the others go on."""

    exit_code = 1


class IndexMissing(AssistantError):
    """There is no published index in the data folder."""


class IndexMismatch(AssistantError):
    """The index was built by another embedding model, number type or passage builder."""


class StorageError(AssistantError):
    """The data folder cannot be read or written: permissions, a full disk, a damaged file."""


class IndexBusy(AssistantError):
    """Another ingest holds the writer's lock."""
