"""Plans with targets, one of them hostile and at odds with itself, and the library over them."""

from collections.abc import Mapping
from pathlib import Path

from index.embedding import model_identity
from index.library import Publisher
from index.settings import Settings
from ingest.edition import make_edition
from ingest.passages import BUILDER_VERSION
from tests.index.standin import standin_model

HOSTILE = '<img src=x onerror="window.hacked=1"> __đậm__ $x^2$'
_HEAD = """ỦY BAN NHÂN DÂN
TỈNH {capitals}
Số: {number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

{province}, ngày 12 tháng 01 năm 2024

KẾ HOẠCH
Bồi dưỡng cán bộ, công chức giai đoạn 2024 - 2026

"""
SOC_TRANG = (
    _HEAD.format(capitals="SÓC TRĂNG", province="Sóc Trăng", number=12)
    + f"""I. MỤC TIÊU
1. Đối với viên chức
- Đến năm 2026, ít nhất 80% viên chức được bồi dưỡng theo tiêu chuẩn chức danh nghề nghiệp.
- Mỗi năm, cử từ 20 đến 25 cán bộ, công chức, viên chức đi đào tạo trình độ thạc sĩ {HOSTILE}.
2. Đào tạo
- Mỗi năm, cử từ 30 đến 35 cán bộ, công chức, viên chức đi đào tạo trình độ thạc sĩ {HOSTILE}.

PHỤ LỤC
BIỂU CHỈ TIÊU

| TT | Nội dung | Năm 2024 | Năm 2025 | Năm 2026 |
|---|---|---|---|---|
| 1 | Bồi dưỡng ngạch chuyên viên | 40 người | 50 người | 60 người |
| 2 | =Bồi dưỡng kỹ năng số | 30 - 40 người/lớp | 30 - 40 người/lớp | 30 - 40 người/lớp |
"""
)
NAM_DINH = (
    _HEAD.format(capitals="NAM ĐỊNH", province="Nam Định", number=34)
    + """I. MỤC TIÊU
1. Mục tiêu cụ thể
- Đến năm 2025, 70% viên chức được bồi dưỡng theo tiêu chuẩn chức danh nghề nghiệp.
2. Đối với viên chức
- Đến năm 2026, 90% được cập nhật kiến thức pháp luật.
"""
)
WITHOUT = _HEAD.format(capitals="HẬU GIANG", province="Hậu Giang", number=56) + "I. NỘI DUNG\n1. Giữ gìn trật tự.\n"
PLANS = {"soc-trang": SOC_TRANG, "nam-dinh": NAM_DINH}


def publish(settings: Settings, plans: Mapping[str, str], folder: Path) -> Settings:
    """Publishes the plans, with vectors that are made up: nothing is searched for."""
    folder.mkdir(exist_ok=True)
    with Publisher(settings, BUILDER_VERSION, lambda: standin_model(model_identity(settings))) as publisher:
        for name, text in plans.items():
            path = folder / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            publisher.add(make_edition(path, {}, settings))
        publisher.publish()
    return settings
