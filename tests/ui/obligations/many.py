"""A register of many rows, as some 500 documents give: made up and published by the real Publisher, in a minute instead of an hour.

Every tenth actor's name is a list of offices, rows are as long as those of the corpus, and each stands word for word in a passage.
"""

from collections.abc import Iterator, Sequence
from random import Random
from types import SimpleNamespace

import numpy as np

from index.document import Document, Edition, Period, SourceLine
from index.embedding import EmbeddingModel, Vectors, model_identity
from index.library import Publisher
from index.passage import Passage
from index.registered import Registered
from index.settings import Settings
from ingest.passages import BUILDER_VERSION
from obligations.obligation import ROLES, Deadline, Frequency, Obligation, Target
from obligations.stored import kept, reader_version

DOCUMENTS = 500
ROWS = 400
"""Rows of one document."""
_CLAUSE = 20  # rows of one clause, which is one passage
_PROVINCES = (
    ("Hà Giang", "Tuyên Quang"), ("Yên Bái", "Lào Cai"), ("Nam Định", "Ninh Bình"), ("Bình Định", "Gia Lai"),
    ("Sóc Trăng", "Cần Thơ"), ("Hậu Giang", "Cần Thơ"), ("Nghệ An", "Nghệ An"), ("Cà Mau", "Cà Mau"),
)  # fmt: skip
_OFFICES = (
    "Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Xây dựng", "Sở Công Thương", "Sở Tư pháp",
    "Sở Khoa học và Công nghệ", "Ban Tổ chức Tỉnh ủy", "Trường Chính trị tỉnh", "Văn phòng Ủy ban nhân dân tỉnh",
)  # fmt: skip
_WORK = (
    "mở lớp bồi dưỡng kỹ năng số cho công chức cấp xã", "rà soát nhu cầu đào tạo của từng đơn vị trực thuộc",
    "tổng hợp kết quả thực hiện kế hoạch trên địa bàn", "lập dự toán kinh phí trong dự toán chi thường xuyên",
    "kiểm tra việc cử người đi học đúng đối tượng", "biên soạn tài liệu theo khung chương trình đã ban hành",
    "cập nhật cơ sở dữ liệu cán bộ, công chức, viên chức", "báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định",
)  # fmt: skip
_LIMITS: tuple[tuple[str, str | None, str | None, Frequency | None], ...] = (
    ("trước ngày 31/8/{year}", "{year}-08-31", None, None),
    ("trước ngày 15/12 hằng năm", None, "12-15", "yearly"),
    ("chậm nhất ngày 25 của tháng cuối quý", None, None, "quarterly"),
    ("trong quý IV/{year}", None, None, None),
    ("hằng năm", None, None, "yearly"),
    ("hoàn thành trong tháng 6", None, "06", None),
)

_PATH = (
    "Phụ lục III. CÁC NHIỆM VỤ TRIỂN KHAI THỰC HIỆN KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG",
    "4. Đào tạo, bồi dưỡng nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức trong tình hình mới",
)


class _Encoder:
    device = SimpleNamespace(type="cpu")

    def get_embedding_dimension(self) -> int:
        return 8

    def encode(self, texts: Sequence[str], **_: object) -> Vectors:
        return np.ones((len(texts), 8), np.float32)


def made_model(settings: Settings) -> EmbeddingModel:
    """A model that goes for the one of the settings and gives every text the same vector: nothing is asked of it."""
    return EmbeddingModel(_Encoder(), model_identity(settings), settings.dtype, ("", ""))  # type: ignore[arg-type]


def publish_many(settings: Settings, documents: int = DOCUMENTS, rows: int = ROWS) -> None:
    """Fills an empty data folder with documents of so many rows each; always the same ones."""
    names = actors()
    with Publisher(settings, BUILDER_VERSION, lambda: made_model(settings)) as publisher:
        for number in range(documents):
            publisher.add(_edition(number, rows, names))
        publisher.publish()


def actors() -> list[str]:
    """Some 300 names."""
    districts = [
        f"Phòng {room} {kind} {name}"
        for room in ("Nội vụ", "Tài chính - Kế hoạch", "Y tế")
        for kind in ("huyện", "thị xã")
        for name in [f"{a} {b}" for a in ("Bình", "An", "Phú", "Tân", "Long") for b in ("Sơn", "Hòa", "Thạnh", "Lộc")]
    ]
    schools = [f"Trường Cao đẳng Y tế số {number}" for number in range(130)]
    lists = [f"{office}; {districts[number]}" for number, office in enumerate(_OFFICES * 3)]
    return [*_OFFICES, *lists, *districts, *schools]


def _edition(number: int, rows: int, names: Sequence[str]) -> Edition:
    random = Random(number)
    document = _document(number)
    made = list(_rows(document, rows, names, random))
    lines = tuple(SourceLine(row.quote, place + 1, place=place) for place, row in enumerate(made))
    passages = tuple(_passage(document, at, made[at : at + _CLAUSE]) for at in range(0, rows, _CLAUSE))
    registered = Registered(reader_version(), tuple(kept(row, document.period) for row in made))
    return Edition(document, lines, passages, f"hash-{number}", registered=registered)


def _document(number: int) -> Document:
    province, now = _PROVINCES[number % len(_PROVINCES)]
    year = 2018 + number % 10
    return Document(
        id=f"ke-hoach-{number:03d}",
        file=f"ke-hoach-{number:03d}.txt",
        title=f"Kế hoạch đào tạo, bồi dưỡng số {number} của tỉnh {province}",
        type="Kế hoạch",
        number=f"{number + 1}/KH-UBND",
        date=f"{year}-02-05",
        issuer=f"Ủy ban nhân dân tỉnh {province}",
        province=province,
        province_current=now,
        period=Period(year, year + 4),
        status="draft" if number % 25 == 0 else "issued",
    )


def _passage(document: Document, at: int, rows: Sequence[Obligation]) -> Passage:
    first, last = at, at + len(rows) - 1
    return Passage(
        id=rows[0].passage_id,
        document_id=document.id,
        ordinal=at // _CLAUSE,
        kind="clause",
        section=rows[0].section,
        text="\n".join(row.quote for row in rows),
        context=document.title or "",
        lines=(first + 1, last + 1),
        block_lines=tuple((place + 1, place + 1) for place in range(first, last + 1)),
        block_places=tuple((place, place) for place in range(first, last + 1)),
    )


def _rows(document: Document, rows: int, names: Sequence[str], random: Random) -> Iterator[Obligation]:
    assert document.period is not None and document.period.start is not None
    for place in range(rows):
        actor = names[min(int(random.expovariate(1 / 40)), len(names) - 1)]
        limit = random.choice(_LIMITS) if random.random() < 0.3 else None
        year = random.randint(document.period.start, document.period.end)
        work = ", ".join(random.sample(_WORK, 5))
        deadline = None if limit is None else _deadline(limit, year)
        kind = random.choices(("duty", "target", "funding"), (11, 8, 1))[0]
        count = random.randint(10, 900)
        quote = f"{place + 1}. {actor} chủ trì {work}, mỗi năm {count} người"
        yield Obligation(
            kind=kind,  # type: ignore[arg-type]
            actor=None if kind == "funding" else actor,
            actor_en=None,
            role=random.choice(ROLES) if kind == "duty" else None,
            action=work,
            object=None,
            counterparts=(names[1],) if random.random() < 0.2 else (),
            condition=None,
            deadline=deadline if kind == "duty" else None,
            target=Target("Số người học", None, str(count), count, None, "người", year) if kind == "target" else None,
            document_id=document.id,
            section=(*_PATH, f"{place // _CLAUSE + 1}. Nhiệm vụ thứ {place // _CLAUSE + 1} của các cơ quan, đơn vị"),
            lines=(place + 1, place + 1),
            page=None,
            quote=f"{quote}, {deadline.text}." if deadline and kind == "duty" else f"{quote}.",
            passage_id=f"{document.id}#{place // _CLAUSE}",
            places=(place, place),
        )


def _deadline(limit: tuple[str, str | None, str | None, Frequency | None], year: int) -> Deadline:
    text, day, month_day, frequency = limit
    return Deadline(text.format(year=year), day.format(year=year) if day else None, month_day, frequency)
