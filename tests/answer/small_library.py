"""A library in memory for tests: two made-up plans for village librarians, and what counts words over them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

from answer.ask import Ask
from answer.question import Question
from answer.rank import Ranked, rank
from answer.reply import Citation, Language
from answer.retrieve import CLAUSE_KINDS, Candidate
from answer.scope import Scope
from answer.terms import Term, TermWeights
from index.document import Document, Period, Relation, SourceLine
from index.library import Library
from index.passage import Passage, PassageKind
from vietnamese.text import index_tokens, syllables


class SmallLibrary:
    """What the rooms of `answer` ask of a library, over passages that a test made."""

    publication_id = "1"

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage]) -> None:
        self.documents = {d.id: d for d in documents}
        self._passages = tuple(passages)
        self._counts = Counter(t for p in passages for t in set(index_tokens(p.searchable)))

    @property
    def size(self) -> int:
        return len(self._passages)

    def all_passages(self) -> tuple[Passage, ...]:
        return self._passages

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        return tuple(p for p in self._passages if p.document_id == document_id)

    def passage(self, passage_id: str) -> Passage:
        return next(p for p in self._passages if p.id == passage_id)

    def document_frequency(self, token: str) -> int:
        return self._counts[token]

    def lines_of(self, document_id: str) -> tuple[SourceLine, ...]:
        return tuple(
            SourceLine(block, span[0] if span else None)
            for p in self.passages_of(document_id)
            for block, span in zip(p.blocks, p.block_lines, strict=True)
        )


class Counted:
    """A library of `size` passages that holds each token as often as `frequencies` say."""

    def __init__(self, size: int, frequencies: Mapping[str, int]) -> None:
        self.size = size
        self._frequencies = frequencies

    def document_frequency(self, token: str) -> int:
        return self._frequencies.get(token, 0)


def counted(size: int, **frequencies: int) -> Library:
    """A library of which only the frequencies are known."""
    return cast(Library, Counted(size, frequencies))


def small(documents: Sequence[Document], passages: Sequence[Passage]) -> Library:
    """A library of these documents and passages."""
    return cast(Library, SmallLibrary(documents, passages))


def passage(
    document_id: str,
    ordinal: int,
    text: str,
    section: Sequence[str] = ("I. CHUNG",),
    kind: PassageKind = "clause",
    cells: Mapping[str, str] | None = None,
    first_line: int | None = None,
) -> Passage:
    """A passage whose blocks stand on consecutive lines, from `first_line` (by default ten lines a passage)."""
    first = first_line or 10 * ordinal + 1
    count = len(text.split("\n"))
    spans = tuple((first + i, first + i) for i in range(count))
    context = f"{document_id} > {' > '.join(section)}"
    return Passage(
        f"{document_id}:{ordinal:04}",
        document_id,
        ordinal,
        kind,
        tuple(section),
        text,
        context,
        (first, first + count - 1),
        block_lines=spans,
        cells=cells or {},
    )


A, B = "thu-vien-a", "thu-vien-b"

PLAN_A = Document(
    A,
    f"{A}.md",
    title="Bồi dưỡng thủ thư các thư viện xã giai đoạn 2024 - 2026",
    type="Kế hoạch",
    number="15/KH-UBND",
    date="2024-03-05",
    issuer="Ủy ban nhân dân tỉnh Lâm Đồng",
    province="Lâm Đồng",
    province_current="Lâm Đồng",
    period=Period(2024, 2026),
    status="issued",
    signer="Trần Văn Mẫu",
    relations=(Relation("cites", "93/2020/NĐ-CP", "2020-08-18", "Nghị định số 93/2020/NĐ-CP"),),
    evidence={
        "number": "Số: 15/KH-UBND",
        "date": "Lâm Đồng, ngày 05 tháng 3 năm 2024",
        "issuer": "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",
        "signer": "Trần Văn Mẫu",
        "title": "Bồi dưỡng thủ thư các thư viện xã giai đoạn 2024 - 2026",
    },
)
PLAN_B = Document(
    B,
    f"{B}.md",
    title="Bồi dưỡng thủ thư năm 2021",
    type="Kế hoạch",
    issuer="Ủy ban nhân dân tỉnh Phú Yên",
    province="Phú Yên",
    province_current="Đắk Lắk",
    period=Period(2021, 2021),
    status="draft",
    evidence={
        "issuer": "ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN",
        "title": "Bồi dưỡng thủ thư năm 2021",
        "status": "DỰ THẢO",
    },
)

GOALS = passage(
    A,
    2,
    "Mục tiêu như sau:\n- Mỗi năm bồi dưỡng 40 thủ thư của các thư viện xã;\n"
    "- Số hóa xong danh mục sách trước ngày 30/9/2025.",
    ("I. MỤC TIÊU",),
)
MONEY = passage(
    A, 3, "Kinh phí mua sách lấy từ ngân sách tỉnh, tổng cộng 1,2 tỷ đồng cho 25 thư viện.", ("II. KINH PHÍ",)
)
HOME_A = passage(
    A,
    4,
    "a) Tổng hợp danh sách thủ thư của các thư viện xã.",
    ("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "a)"),
)
HOME_B = passage(
    A,
    5,
    "b) Báo cáo kết quả bồi dưỡng thủ thư trước ngày 15/12 hằng năm.",
    ("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "b)"),
)
FINANCE = passage(
    A,
    6,
    "2. Sở Tài chính: Thẩm định dự toán mua sách và hướng dẫn thanh toán.",
    ("III. TỔ CHỨC THỰC HIỆN", "2. Sở Tài chính"),
)
ROW = passage(
    A,
    7,
    "1 | Lớp biên mục sách | Sở Văn hóa và Thể thao | Trường Chính trị tỉnh | 20 người | 35 người | Quý II",
    ("Phụ lục. CÁC LỚP", "1. Lớp biên mục sách"),
    "row",
    {
        "Nội dung": "Lớp biên mục sách",
        "Cơ quan chủ trì": "Sở Văn hóa và Thể thao",
        "Cơ quan phối hợp": "Trường Chính trị tỉnh",
        "Chỉ tiêu: Năm 2024": "20 người",
        "Chỉ tiêu: Năm 2025": "35 người",
        "Thời gian thực hiện": "Quý II",
    },
)
FORMS = tuple(
    passage(A, 8 + i, f"{i + 1}. {text}", ("IV. HÌNH THỨC BỒI DƯỠNG THỦ THƯ", f"{i + 1}. {text}"))
    for i, text in enumerate(("Học tập trung tại thư viện tỉnh.", "Học từ xa.", "Thực tập ở thư viện khác."))
)
HEAD = passage(
    A,
    0,
    "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG\nSố: 15/KH-UBND\nLâm Đồng, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\n"
    "Bồi dưỡng thủ thư các thư viện xã giai đoạn 2024 - 2026",
    ("Phần đầu",),
    "head",
)
BASES = passage(
    A,
    1,
    "Căn cứ Luật Thư viện ngày 21/11/2019;\n"
    "Căn cứ Nghị định số 93/2020/NĐ-CP ngày 18/8/2020 của Chính phủ hướng dẫn Luật Thư viện;",
    ("Căn cứ",),
    "bases",
)
RECIPIENTS = passage(A, 11, "Nơi nhận:\n- Thư viện tỉnh;\n- Lưu: VT.", ("Nơi nhận",), "recipients")
SIGNATURE = passage(A, 12, "CHỦ TỊCH\nTrần Văn Mẫu", ("Chữ ký",), "signature")
HEAD_B = passage(
    B, 0, "DỰ THẢO\nỦY BAN NHÂN DÂN TỈNH PHÚ YÊN\nKẾ HOẠCH\nBồi dưỡng thủ thư năm 2021", ("Phần đầu",), "head"
)
GOALS_B = passage(B, 1, "Trong năm bồi dưỡng 12 thủ thư của các thư viện xã.", ("I. MỤC TIÊU",))

PASSAGES = (
    *(HEAD, BASES, GOALS, MONEY, HOME_A, HOME_B, FINANCE, ROW, *FORMS),
    *(RECIPIENTS, SIGNATURE, HEAD_B, GOALS_B),
)


def plans() -> Library:
    """Both plans."""
    return small((PLAN_A, PLAN_B), PASSAGES)


def question(
    text: str,
    ask: Ask = Ask.WHAT,
    language: Language = "vi",
    words: str = "",
    offices: Sequence[str] = (),
    scope: Scope | None = None,
    own: str = "",
    counted_nouns: Sequence[str] = (),
) -> Question:
    """A question as a reader would hand it on; `words` are its terms, parted by "|"."""
    return Question(
        text,
        text,
        bool(own),
        language,
        text,
        text,
        ask,
        scope or Scope(),
        terms(words or text),
        terms(own) if own else (),
        tuple(offices),
        tuple(tuple(syllables(noun)) for noun in counted_nouns),
    )


def terms(words: str) -> tuple[Term, ...]:
    """Terms of one wording each, parted by "|"."""
    return tuple(Term((tuple(syllables(w)),)) for w in words.split("|"))


def weigh(library: Library, asked: Question) -> TermWeights:
    """The weights of a question's terms."""
    return TermWeights(library, asked.terms)


def ranked(library: Library, asked: Question) -> list[Ranked]:
    """All clauses and rows of a library as equally good candidates, put in order."""
    found = [Candidate(p, 0.5, 1.0, 0.5) for p in library.all_passages() if p.kind in CLAUSE_KINDS]
    return rank(asked, found, weigh(library, asked), library)


def placed(library: Library, asked: Question, best: Passage) -> list[Ranked]:
    """One passage as the only one found."""
    return rank(asked, [Candidate(best, 0.9, 9.0, 1.0)], weigh(library, asked), library)


def citation(
    quote: str,
    of: Passage = MONEY,
    lines: tuple[int, int] | None = (31, 31),
    marker: int = 1,
    document: Document = PLAN_A,
) -> Citation:
    """A citation of the first plan's clause on money, unless told otherwise."""
    return Citation(marker, document, of, quote, lines)
