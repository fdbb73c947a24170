"""What all tabs share is opened once for each set of settings, hidden ones included."""

from pathlib import Path

from index.settings import Settings
from ui.resources import _desk


def _settings(data: Path, key: str | None) -> Settings:
    return Settings(data=data, writer="tho-ky", writer_url="http://127.0.0.1:9/v1", writer_key=key)  # type: ignore[arg-type]


def test_a_key_that_is_shown_nowhere_still_counts(tmp_path: Path) -> None:
    one, two = (_desk(_settings(tmp_path, key)) for key in ("khoa-mot", "khoa-hai"))
    assert one is not two
    assert one is _desk(_settings(tmp_path, "khoa-mot"))
    kept = one.settings.writer_key
    assert kept is not None and kept.get_secret_value() == "khoa-mot"
    assert "khoa-mot" not in repr(one)
