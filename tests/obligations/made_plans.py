"""Plans made for one test, read by the real ingest and by the register."""

from collections.abc import Iterator

from index.document import Document
from index.passage import Passage
from obligations.clauses import clauses_of
from obligations.obligation import Obligation
from obligations.reading import read_document
from tests.ingest.made import document_of, passages_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH NAM HÀ
Số: 12/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Nam Hà, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
{title}

"""
TAIL = """
Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Thị Bình
"""
SEVERAL_YEARS = "Đào tạo, bồi dưỡng cán bộ, công chức giai đoạn 2024 - 2028"
ONE_YEAR = "Đào tạo, bồi dưỡng cán bộ, công chức năm 2024"


def plan(body: str, title: str = SEVERAL_YEARS) -> str:
    """The text of a plan with this body."""
    return f"{HEAD.format(title=title)}{body.strip()}\n{TAIL}"


def plan_document(body: str, title: str = SEVERAL_YEARS) -> Document:
    return document_of(plan(body, title))


def plan_passages(body: str, title: str = SEVERAL_YEARS) -> tuple[Passage, ...]:
    return passages_of(plan(body, title))


def read(body: str, title: str = SEVERAL_YEARS) -> list[Obligation]:
    """The rows of a plan with this body."""
    return read_document(plan_document(body, title), plan_passages(body, title), {})


def duties(body: str, title: str = SEVERAL_YEARS) -> list[Obligation]:
    return [row for row in read(body, title) if row.kind == "duty"]


def targets(body: str, title: str = SEVERAL_YEARS) -> list[Obligation]:
    return [row for row in read(body, title) if row.kind == "target"]


def who(body: str) -> list[tuple[str | None, str | None]]:
    """The actor and the role of each duty."""
    return [(row.actor, row.role) for row in duties(body)]


def under(office: str, *blocks: str) -> str:
    """A last part that gives duties to one office."""
    return "\n".join(["TỔ CHỨC THỰC HIỆN", f"1. {office}", *blocks])


def blocks(body: str) -> Iterator[tuple[int, str]]:
    """The level and the words of each block of the clauses of a plan."""
    for clause in clauses_of(plan_passages(body), {}):
        for block in clause.blocks:
            yield block.level, block.words
