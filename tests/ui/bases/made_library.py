"""A small library whose documents rest on each other, published by the real Publisher; its vectors are made up, for nothing is asked."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace

import numpy as np

from index.embedding import EmbeddingModel, Vectors, model_identity
from index.library import Publisher
from index.settings import Settings
from ingest.edition import document_id, make_edition
from ingest.passages import BUILDER_VERSION
from ingest.sources import find_files

HOSTILE = '<img src=x onerror="window.hacked=1"> &lt;i&gt; \\N **số**'
DECREE = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 101/2017/NĐ-CP
Hà Nội, ngày 01 tháng 9 năm 2017
NGHỊ ĐỊNH
Về đào tạo, bồi dưỡng cán bộ, công chức, viên chức

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;

Điều 1. Phạm vi điều chỉnh
1. Nghị định này quy định về đào tạo, bồi dưỡng.
"""
CA_MAU = f"""UBND TỈNH CÀ MAU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND
Cà Mau, ngày 5 tháng 3 năm 2024
KẾ HOẠCH
Bồi dưỡng kỹ năng số giai đoạn 2024 - 2026

Căn cứ Nghị định số 101/2017/NĐ-CP ngày 01/9/2017 của Chính phủ về đào tạo, bồi dưỡng cán bộ, công chức, viên chức;
Căn cứ Nghị định số 89/2021/NĐ-CP ngày 18/10/2021 của Chính phủ về {HOSTILE};
Thực hiện Quyết định số 163/QĐ-TTg ngày 25/01/2016 của Thủ tướng Chính phủ phê duyệt Đề án đào tạo;
Theo đề nghị của Sở Nội vụ tại Thông báo số 7/TB-SNV ngày 02/02/2024.

I. MỤC TIÊU
1. Mỗi xã cử 35 người học lớp kỹ năng số.
"""
BAC_LIEU = """UBND TỈNH BẠC LIÊU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 30/QĐ-UBND
Bạc Liêu, ngày 6 tháng 4 năm 2024
QUYẾT ĐỊNH
Về việc cử cán bộ đi học

Căn cứ Nghị định 89/2021/ND-CP ngày 18 tháng 10 năm 2021 của Chính phủ;

Điều 1. Hiệu lực
1. Quyết định này thay thế Quyết định số 05/2019/QĐ-UBND ngày 05 tháng 3 năm 2019 của UBND tỉnh Bạc Liêu.
"""
NOTICE = """SỞ NỘI VỤ TỈNH CÀ MAU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 7/TB-SNV
Cà Mau, ngày 2 tháng 2 năm 2024
THÔNG BÁO
Lịch học kỹ năng số

1. Lớp học mở sáng thứ Năm hằng tuần.
"""
FILES = {"nghi-dinh-101.txt": DECREE, "ca-mau.txt": CA_MAU, "bac-lieu.txt": BAC_LIEU, "thong-bao.txt": NOTICE}


class _Encoder:
    device = SimpleNamespace(type="cpu")

    def get_embedding_dimension(self) -> int:
        return 8

    def encode(self, texts: Sequence[str], **_: object) -> Vectors:
        return np.eye(len(texts), 8, dtype=np.float32) + np.float32(0.1)


def publish(settings: Settings, files: Mapping[str, str], *withdrawn: str) -> None:
    """Writes the files into the corpus folder and publishes them; takes documents out of answers."""
    settings.corpus.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (settings.corpus / name).write_text(text, encoding="utf-8")
    model = EmbeddingModel(_Encoder(), model_identity(settings), "float32", ("", ""))  # type: ignore[arg-type]
    with Publisher(settings, BUILDER_VERSION, lambda: model) as publisher:
        for path in find_files([settings.corpus]):
            edition = make_edition(path, {}, settings)
            known = publisher.known.get(document_id(path))
            if known is None or known.content_hash != edition.content_hash:
                publisher.add(edition)
        for name in withdrawn:
            publisher.withdraw(name)
        publisher.publish()
