"""Made-up plans of made-up offices, published as the ingest publishes them, and what is asked of them."""

import re
from pathlib import Path

import yaml

from answer.reply import Answer
from index.library import Library
from index.settings import Settings
from ingest.sync import ingest_folder
from tests.index.standin import standin_model
from tests.obligations.made_plans import plan

BODY = """I. MỤC TIÊU
1. Đến năm 2026
- Ít nhất {share}% công chức cấp xã được bồi dưỡng tin học.
- 100% thủ thư được bồi dưỡng nghiệp vụ.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
a) Chủ trì, phối hợp với Sở Tài chính mở lớp cho thủ thư.
b) Báo cáo Ủy ban nhân dân tỉnh trước ngày {day}.
c) Hằng năm tổng hợp nhu cầu học của thủ thư.
2. Sở Tài chính
- Bố trí kinh phí mở lớp trước ngày 31/3/2026.
3. Sở Khoa học và Công nghệ
- Hướng dẫn phần mềm thư viện trong quý IV/2025."""
LONG = "\n".join(
    ["TỔ CHỨC THỰC HIỆN", "1. Sở Xây dựng"]
    + [
        f"{letter}) Chủ trì mở lớp số {i} về {'quản lý thư viện xã và ' * 9}kho sách."
        for i, letter in enumerate("abcdeghiklmnopq", 1)
    ]
)


def published(folder: Path) -> Library:
    """A library of a plan of Nam Định, a plan of Hà Nam, and a draft of Ninh Bình with one long list of duties."""
    settings = Settings(data=folder / "data", corpus=folder / "corpus")
    settings.corpus.mkdir()
    texts = {
        "nam-dinh": _of("Nam Định", BODY.format(share=80, day="31/8/2025")),
        "ha-nam": _of("Hà Nam", BODY.format(share=60, day="15/11/2025")),
        "ninh-binh": _of("Ninh Bình", LONG),
    }
    for name, text in texts.items():
        (settings.corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    facts = {
        "nam-dinh": {"province": "Nam Định", "number": "12/KH-UBND"},
        "ha-nam": {"province": "Hà Nam", "number": "13/KH-UBND"},
        "ninh-binh": {"province": "Ninh Bình", "number": "14/KH-UBND", "status": "draft"},
    }
    catalogue = yaml.safe_dump({"documents": facts}, allow_unicode=True)
    (settings.corpus / "catalog.yaml").write_text(catalogue, encoding="utf-8")
    outcomes = ingest_folder(settings, model_loader=standin_model)
    assert {outcome.action for outcome in outcomes} == {"added"}
    return Library.open(settings, standin_model())


def _of(province: str, body: str) -> str:
    return plan(body).replace("NAM HÀ", province.upper()).replace("Nam Hà", province)


def is_list(answer: Answer) -> bool:
    """Whether an answer counts and lists rows of the register."""
    counts = re.match(r"(?:.{0,80} (?:có|has) \d+ (?:nhiệm vụ|việc|duties)|Có \d+ |(?:Duties|Targets)\b)", answer.text)
    return bool(counts) and "\n- " in f"\n{answer.text}" and bool(answer.citations)


def lines_of(answer: Answer) -> list[str]:
    """The lines of a list, without their dashes."""
    return [line.removeprefix("- ") for line in answer.text.split("\n") if line.startswith("- ")]
