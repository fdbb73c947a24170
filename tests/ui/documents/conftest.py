"""A small library with a folder of its own, published by the real Publisher; its vectors are made up, for nothing is asked."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from index.embedding import EmbeddingModel, Vectors, model_identity
from index.library import Publisher
from index.settings import PROJECT, Settings
from ingest.catalog import load_catalog
from ingest.edition import document_id, make_edition
from ingest.passages import BUILDER_VERSION
from ingest.sources import find_files

PLAN = """UBND TỈNH CÀ MAU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND
Cà Mau, ngày 5 tháng 3 năm 2024
KẾ HOẠCH
Bồi dưỡng kỹ năng số giai đoạn 2024 - 2026

Căn cứ Nghị định số 101/2017/NĐ-CP ngày 01/9/2017 của Chính phủ;

I. MỤC TIÊU
1. Mỗi xã cử 35 người học lớp kỹ năng số <b>cơ bản</b>.

II. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ: chủ trì mở lớp kỹ năng số trước ngày 30/6.
2. Sở Tài chính: bố trí kinh phí mở lớp kỹ năng số.

TT\tLớp\tSố người
1\tLớp cơ bản\t35
2\tLớp nâng cao\t20
"""
NOTE = "UBND XÃ ĐẤT MŨI\nTHÔNG BÁO\nLịch tiếp công dân\n\n1. Tiếp công dân sáng thứ Năm hằng tuần tại trụ sở.\n"


class _Encoder:
    device = SimpleNamespace(type="cpu")

    def get_embedding_dimension(self) -> int:
        return 8

    def encode(self, texts: Sequence[str], **_: object) -> Vectors:
        return np.eye(len(texts), 8, dtype=np.float32) + np.float32(0.1)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of a folder with two documents, which are those of the environment too."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "ca-mau.txt").write_text(PLAN, encoding="utf-8")
    (corpus / "thong-bao.txt").write_text(NOTE, encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ASSISTANT_CORPUS", str(corpus))
    return Settings(data=tmp_path / "data", corpus=corpus)


@pytest.fixture
def publish(settings: Settings) -> Callable[..., None]:
    """Makes the index equal to the folder; takes documents out of answers."""
    model = EmbeddingModel(_Encoder(), model_identity(settings), "float32", ("", ""))  # type: ignore[arg-type]

    def run(*withdrawn: str) -> None:
        stated = load_catalog(settings.corpus)
        with Publisher(settings, BUILDER_VERSION, lambda: model) as publisher:
            files = {document_id(path): path for path in find_files([settings.corpus])}
            for name in publisher.known.keys() - files.keys():
                publisher.remove(name)
            for name, path in files.items():
                edition = make_edition(path, stated.get(name, {}), settings)
                if name not in publisher.known or publisher.known[name].content_hash != edition.content_hash:
                    publisher.add(edition)
            for name in withdrawn:
                publisher.withdraw(name)
            publisher.publish()

    return run


@pytest.fixture
def app() -> AppTest:
    """The Documents page, not drawn yet."""
    script = f"import sys; sys.path.insert(0, {str(PROJECT)!r})\nfrom ui.documents import page\npage.show()"
    return AppTest.from_string(script, default_timeout=60)
