"""Reading the files of a collection."""

from pathlib import Path

from index.errors import SettingError


def read_source(path: Path) -> str:
    """A file's text without a byte order mark; SettingError, with the remedy, where it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingError(f"{path} cannot be read ({error.strerror}). Name a file that exists.") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
