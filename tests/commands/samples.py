"""Small corpora: plans of an office with some clauses, in two states that one ingest leads from one to the other."""

from pathlib import Path

CLAUSES = (
    "Sở Nội vụ chủ trì tổ chức lớp bồi dưỡng kỹ năng hành chính cho cán bộ cấp xã {v}.",
    "Sở Tài chính bố trí kinh phí đào tạo hằng năm theo khả năng cân đối của ngân sách {v}.",
    "Trường Chính trị tỉnh mở các lớp trung cấp lý luận chính trị {v}.",
    "Ủy ban nhân dân các huyện cử người đi học và báo cáo kết quả trước ngày 31/12 {v}.",
)

BEFORE = {"ke-hoach-giu": "lần một", "ke-hoach-sua": "lần một", "ke-hoach-bo": "lần một"}
AFTER = {"ke-hoach-giu": "lần một", "ke-hoach-sua": "lần hai", "ke-hoach-moi": "lần hai"}


def plan(name: str, version: str, sections: int = 2) -> str:
    """The text of a plan; `name` and `version` stand in every clause."""
    lines = ["ỦY BAN NHÂN DÂN TỈNH", "KẾ HOẠCH", f"Đào tạo, bồi dưỡng cán bộ ({name})", ""]
    for section in range(1, sections + 1):
        lines += [f"{'I' * section}. NHÓM NHIỆM VỤ THỨ {section}", ""]
        lines += [f"{i}. {clause.format(v=version)} Văn bản {name}." for i, clause in enumerate(CLAUSES, 1)]
        lines.append("")
    return "\n".join(lines)


def write_corpus(folder: Path, versions: dict[str, str], sections: int = 2) -> Path:
    """A folder with one plan a name, and nothing else of that kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    for name, version in versions.items():
        (folder / f"{name}.txt").write_text(plan(name, version, sections), encoding="utf-8")
    return folder
