"""Three plans, one of them hostile, the index over them that the real command makes, and questions about them."""

import subprocess
import sys
from pathlib import Path

from index.settings import PROJECT

HOSTILE = '<img src=x onerror="window.hacked=1"> __đậm__ $x^2$ :red[đỏ] ![ảnh](http://example.com/a.png)'
PLAN = f"""UBND TỈNH CÀ MAU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
DỰ THẢO
KẾ HOẠCH
Bồi dưỡng kỹ năng số tỉnh Cà Mau năm 2030

I. MỤC TIÊU
1. Mỗi xã cử 35 người học lớp kỹ năng số {HOSTILE}.

II. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ: chủ trì mở lớp kỹ năng số trước ngày 30/6.
2. Sở Tài chính: bố trí kinh phí mở lớp kỹ năng số.
"""
NUMBER = "Mỗi xã ở Cà Mau cử bao nhiêu người học lớp kỹ năng số?"
OFFICE = "Ở Cà Mau, ai bố trí kinh phí mở lớp kỹ năng số?"
FUNDING = "Kinh phí đào tạo về dân số ở Đồng Tháp lấy từ nguồn nào?"
UNKNOWN = "Giá vàng hôm nay bao nhiêu?"


def ingest(data: Path, *arguments: str) -> None:
    """Runs `python -m ingest` over a data folder; fails with its words where it does."""
    command = [sys.executable, "-m", "ingest", "--data", str(data), *arguments]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def index_plans(home: Path) -> Path:
    """The data folder of an index over the plans, in `home`."""
    plan = home / "ca-mau-ky-nang-so.txt"
    plan.write_text(PLAN, encoding="utf-8")
    names = ("hau-giang-ke-hoach-nganh-y-te-2023.txt", "dong-thap-ke-hoach-dan-so-2030.txt")
    ingest(home / "data", str(plan), *(str(PROJECT / "corpus" / name) for name in names))
    return home / "data"
