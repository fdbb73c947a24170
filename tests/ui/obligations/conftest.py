"""Data folders with a register: a few plans read for real, and made-up ones of more rows than a page shows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from many import made_model, publish_many
from streamlit.testing.v1 import AppTest

from index.library import Library, Publisher
from index.settings import PROJECT, Settings
from ingest.edition import make_edition
from ingest.passages import BUILDER_VERSION
from obligations.register import Register
from ui.obligations.reading import Reading

PLAN = """UBND TỈNH SÓC TRĂNG
Số: 12/KH-UBND
Sóc Trăng, ngày 5 tháng 3 năm 2024

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

KẾ HOẠCH
Bồi dưỡng kỹ năng số giai đoạn 2024 - 2026

I. MỤC TIÊU
1. Đến năm 2026
- Ít nhất 80% cán bộ được bồi dưỡng kỹ năng số <b>cơ bản</b>.

II. KINH PHÍ
Kinh phí từ ngân sách tỉnh.

III. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ
a) Chủ trì, phối hợp với Sở Tài chính mở lớp kỹ năng số <i>nâng cao</i>.
b) Báo cáo Ủy ban nhân dân tỉnh trước ngày 31/8/2025.
2. Sở Tài chính
Bố trí kinh phí mở lớp kỹ năng số trước ngày 30/6 hằng năm.
"""
DRAFT = (
    PLAN.replace("KẾ HOẠCH\n", "DỰ THẢO\nKẾ HOẠCH\n").replace("SÓC TRĂNG", "NAM ĐỊNH").replace("Sóc Trăng", "Nam Định")
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of an empty data folder, which are those of the environment too."""
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    return Settings(data=tmp_path / "data")


@pytest.fixture
def plans(settings: Settings, tmp_path: Path) -> Settings:
    """A library of a plan and a draft, both with the same duties."""
    with Publisher(settings, BUILDER_VERSION, lambda: made_model(settings)) as publisher:
        for name, text in (("soc-trang", PLAN), ("nam-dinh", DRAFT)):
            path = tmp_path / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            publisher.add(make_edition(path, {}, settings))
        publisher.publish()
    return settings


@pytest.fixture
def several(settings: Settings) -> Settings:
    """A library of three documents with 40 rows each."""
    publish_many(settings, 3, 40)
    return settings


@pytest.fixture
def opened() -> Iterator[Callable[[Settings], Reading]]:
    """Opens registers; their libraries are closed after the test."""
    libraries: list[Library] = []

    def run(settings: Settings) -> Reading:
        libraries.append(Library.open(settings))
        return Reading(Register.open(libraries[-1]))

    yield run
    for library in libraries:
        library.close()


@pytest.fixture
def app() -> AppTest:
    """The Obligations page, not drawn yet."""
    script = f"import sys; sys.path.insert(0, {str(PROJECT)!r})\nfrom ui.obligations import page\npage.show()"
    return AppTest.from_string(script, default_timeout=60)
