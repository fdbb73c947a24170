"""A question that names a clause gets exactly that clause, whole, or is told that there is none."""

from dataclasses import replace

import pytest
from small_library import passage, question, small

from answer.clause import MOST_CHARACTERS, ClauseDesk, find_references, match_address, written_out
from answer.draft import Draft
from answer.question import Question, Reader
from answer.scope import Scope
from index.document import Document, Part
from index.library import Library
from index.passage import Address, Passage
from vietnamese.glossary import Glossary
from vietnamese.thesaurus import Thesaurus

A28_2A: Address = (("article", "28"), ("clause", "2"), ("point", "a"))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Điều 28 khoản 2 điểm a quy định gì?", A28_2A),
        ("điểm a khoản 2 Điều 28", A28_2A),
        ("Điểm a, khoản 2, Điều 28 của Luật này", A28_2A),
        ("Article 28, clause 2, point a", A28_2A),
        ("What does point a of clause 2 of Article 28 say?", A28_2A),
        ("Article 28(2)(a)", A28_2A),
        ("khoản 2, Điều 28", A28_2A[:2]),
        ("điểm đ khoản 3 Điều 5a", (("article", "5a"), ("clause", "3"), ("point", "đ"))),
        ("mục IV", (("division", "4"),)),
        ("mục 4", (("item", "4"),)),
        ("phần II", (("part", "2"),)),
        ("Phần thứ hai", (("part", "2"),)),
        ("Phụ lục III", (("appendix", "3"),)),
        ("chương 2", (("chapter", "2"),)),
        ("Mục 1 Chương II", (("chapter", "2"), ("item", "1"))),
        ("Section IV", (("division", "4"),)),
        ("điểm 2.1 mục IV", (("division", "4"), ("point", "2.1"))),
    ],
)
def test_references(text: str, steps: Address) -> None:
    assert [r.steps for r in find_references(text, accented=True)] == [steps]


def test_references_without_accents() -> None:
    assert [r.steps for r in find_references("dieu 28 khoan 2 diem a quy dinh gi", accented=False)] == [A28_2A]


@pytest.mark.parametrize(
    "text",
    [
        "Điều dưỡng phải làm gì?", "khoản 2 tỷ đồng", "phần 2,5", "tăng 5 điểm 3%", "chương trình 3", "Số 5/QĐ", "phần 20 người",
        "phản 2 lần", "điều kiện 2",
    ],
)  # fmt: skip
def test_no_references(text: str) -> None:
    assert find_references(text, accented=True) == []


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("khoản 2, 3 Điều 5", "khoản 2, khoản 3 Điều 5"),
        ("khoản 1, 2 và 4 Điều 5", "khoản 1, khoản 2, khoản 4 Điều 5"),
        ("điểm a, b khoản 1 Điều 5", "điểm a, điểm b khoản 1 Điều 5"),
        ("Đ. 5 k. 2 điểm a", "điều 5 khoản 2 điểm a"),
        ("Articles 5 and 6", "Article 5, Article 6"),
        ("khoản 2 Điều 5", "khoản 2 Điều 5"),
        ("Điều 5, 2024", "Điều 5, 2024"),
    ],
)
def test_short_forms_and_lists_are_written_out(text: str, full: str) -> None:
    assert written_out(text) == full


def test_a_clause_without_its_article_is_of_the_one_named_next() -> None:
    found = [r.steps for r in find_references("khoản 2 và khoản 3 Điều 28", accented=True)]
    assert found == [A28_2A[:2], (("article", "28"), ("clause", "3"))]


@pytest.mark.parametrize(
    ("wanted", "at"),
    [
        (A28_2A, 4),
        (A28_2A[:2], 3),
        (A28_2A[:1], 2),
        ((("chapter", "2"), ("article", "28")), 2),
        ((("article", "28"), ("point", "a")), None),
        ((("clause", "2"),), None),
        ((("article", "2"),), None),
        ((("chapter", "3"), ("article", "28")), None),
    ],
)
def test_the_way_to_a_clause(wanted: Address, at: int | None) -> None:
    assert match_address((("chapter", "2"), *A28_2A), wanted) == at


def test_articles_of_an_appendix_are_asked_for_with_it() -> None:
    address = (("appendix", "1"), ("article", "2"))
    assert match_address(address, (("article", "2"),)) is None
    assert match_address(address, (("appendix", "1"), ("article", "2"))) == 2


LAW = Document(
    "luat", "luat.txt", title="Thư viện", type="Luật", number="46/2019/QH14", date="2019-11-21", issuer="Quốc hội"
)
DECREE = Document(
    "nd",
    "nd.txt",
    title="Về công tác thư viện",
    type="Nghị định",
    number="93/2020/NĐ-CP",
    date="2020-08-18",
    issuer="Chính phủ",
)
PLAN = Document(
    "kh", "kh.txt", title="Mua sách", type="Kế hoạch", number="7/KH-SVH", date="2024-01-02", issuer="Sở Văn hóa"
)


def _clause(document: Document, ordinal: int, text: str, section: tuple[str, ...], address: Address) -> Passage:
    return replace(passage(document.id, ordinal, text, section), address=address)


A5 = "Điều 5. Chính sách"
LONG = "mở thư viện cho bạn đọc " * 60
PASSAGES = (
    _clause(LAW, 0, "1. Nhà nước đầu tư cho thư viện.", (A5, "khoản 1"), (("article", "5"), ("clause", "1"))),
    _clause(LAW, 1, "a) Mua sách;\n- Sách mới.", (A5, "2. Thư viện được", "điểm a"), (("article", "5"), ("clause", "2"), ("point", "a"))),
    _clause(LAW, 2, "b) Nhận quà.", (A5, "2. Thư viện được", "điểm b"), (("article", "5"), ("clause", "2"), ("point", "b"))),
    _clause(LAW, 3, f"1. {LONG}", ("Điều 6. Giờ", "khoản 1"), (("article", "6"), ("clause", "1"))),
    _clause(LAW, 4, f"2. {LONG}", ("Điều 6. Giờ", "khoản 2"), (("article", "6"), ("clause", "2"))),
    _clause(DECREE, 0, "1. Thư viện xã mở cửa hằng ngày.", ("Điều 5. Mở cửa", "khoản 1"), (("article", "5"), ("clause", "1"))),
    _clause(PLAN, 0, "1. Mua một nghìn cuốn.", ("IV. CHỈ TIÊU", "1"), (("roman", "4"), ("clause", "1"))),
    _clause(PLAN, 1, "2. Mua báo.", ("IV. CHỈ TIÊU", "2"), (("roman", "4"), ("clause", "2"))),
)  # fmt: skip


@pytest.fixture(scope="module")
def held() -> Library:
    return small((LAW, DECREE, PLAN), PASSAGES)


@pytest.fixture(scope="module")
def asks(held: Library, glossary: Glossary, thesaurus: Thesaurus) -> Reader:
    return Reader(held, glossary, thesaurus)


@pytest.fixture(scope="module")
def desk(held: Library, glossary: Glossary) -> ClauseDesk:
    return ClauseDesk(held, glossary)


def _quotes(draft: Draft | None) -> list[str]:
    assert draft is not None
    return [q.unit.text for q in draft.quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 5 khoản 2 điểm a Luật Thư viện quy định gì?",
        "điểm a khoản 2 Điều 5 Luật 46/2019/QH14",
        "dieu 5 khoan 2 diem a luat thu vien",
        "Article 5(2)(a) of law 46/2019/QH14",
        "Luật Thư viện, Điều 5, khoản 2, điểm a",
    ],
)
def test_exactly_the_clause_with_its_bullets(desk: ClauseDesk, asks: Reader, text: str) -> None:
    draft = desk.answer(asks.read(text))
    assert _quotes(draft) == ["a) Mua sách;\n- Sách mới."]
    assert draft is not None and "Điều 5. Chính sách › 2. Thư viện được › điểm a" in draft.leads[0][0]


def test_an_article_with_all_its_clauses(desk: ClauseDesk, asks: Reader) -> None:
    assert _quotes(desk.answer(asks.read("Điều 5 của Luật Thư viện"))) == [p.text for p in PASSAGES[:3]]


def test_a_long_article_is_cut_and_says_so(desk: ClauseDesk, asks: Reader) -> None:
    draft = desk.answer(asks.read("Điều 6 Luật Thư viện nói gì?"))
    assert _quotes(draft) == [PASSAGES[3].text] and 2 * len(LONG) > MOST_CHARACTERS
    assert draft is not None and draft.partial and [n.code for n in draft.notices] == ["shortened"]


def test_every_document_that_has_it_where_none_is_named(desk: ClauseDesk, asks: Reader) -> None:
    draft = desk.answer(asks.read("khoản 1 Điều 5 quy định gì?"))
    assert draft is not None and {q.document.id for q in draft.quotes} == {"luat", "nd"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Điều 5 khoản 9 Luật Thư viện quy định gì?", "không có khoản 9 Điều 5"),
        ("Điều 99 nghị định 93/2020/NĐ-CP", "không có Điều 99"),
        ("Article 99 of decree 93/2020/NĐ-CP", "has no Article 99"),
        ("Điều 5 Luật Đất đai quy định gì?", "Luật Đất đai"),
        ("Điều 5 Nghị định 1/2001/NĐ-CP quy định gì?", "1/2001/NĐ-CP"),
        ("Điều 77 quy định gì?", "Không văn bản nào"),
        ("mục V kế hoạch mua sách", "không có Mục 5"),
        ("điểm a Điều 5 Luật Thư viện", "không có điểm a Điều 5"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_else_is_quoted(
    desk: ClauseDesk, asks: Reader, text: str, said: str
) -> None:
    draft = desk.answer(asks.read(text))
    assert _quotes(draft) == []
    assert draft is not None and said in draft.leads[0][0]


@pytest.mark.parametrize(
    "text", ["mục IV kế hoạch mua sách", "phần IV của kế hoạch 7/KH-SVH quy định gì?", "muc iv ke hoach mua sach"]
)
def test_a_roman_heading_of_a_plan(desk: ClauseDesk, asks: Reader, text: str) -> None:
    assert _quotes(desk.answer(asks.read(text))) == ["1. Mua một nghìn cuốn.", "2. Mua báo."]


def test_a_section_named_in_passing_is_searched_as_ever(desk: ClauseDesk, asks: Reader) -> None:
    assert desk.answer(asks.read("Theo mục IV kế hoạch mua sách thì mua bao nhiêu cuốn?")) is None
    assert desk.answer(asks.read("Thư viện mua bao nhiêu sách?")) is None


def test_a_follow_up_goes_on_in_the_same_article(desk: ClauseDesk, asks: Reader) -> None:
    assert _quotes(desk.answer(asks.read("còn điểm b?", ["khoản 2 Điều 5 Luật 46/2019/QH14"]))) == ["b) Nhận quà."]


def test_two_documents_of_one_file_that_number_alike(glossary: Glossary) -> None:
    file = replace(
        DECREE, id="qd", type="Quyết định", number=None, parts=(Part("Quyết định", "A"), Part("Quy chế", "B"))
    )
    one = _clause(file, 0, "Điều 2. Giao Sở.", ("Quyết định", "Điều 2"), (("article", "2"),))
    two = _clause(file, 1, "Điều 2. Mượn sách.", ("Quy chế", "Điều 2"), (("article", "2"),))
    desk = ClauseDesk(small((file,), (one, two)), glossary)

    def ask(text: str) -> Question:
        return replace(question(text), scope=Scope(frozenset({"qd"})))

    assert _quotes(desk.answer(ask("Điều 2"))) == [one.text, two.text]
    assert _quotes(desk.answer(ask("Điều 2 Quy chế"))) == [two.text]
