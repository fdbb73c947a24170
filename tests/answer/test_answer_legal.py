"""Questions over a decree and the law that ends an older one: meanings, force, titles, duties; nothing from a clause that does not say it."""

from datetime import date

import pytest
from small_library import passage, small

from answer.definition import DefinitionDesk, find_definitions
from answer.draft import Draft
from answer.force import ForceDesk
from answer.question import Question, Reader, as_searched
from answer.scope import find_scope
from answer.subject import defined_subject
from answer.titles import documents_titled, law_not_held
from index.document import Document, Relation
from index.library import Library
from vietnamese.glossary import Glossary
from vietnamese.thesaurus import Thesaurus

DECREE, LAW = "nghi-dinh", "luat"
TODAY = date(2025, 6, 30)
FORCE = "1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024."
ENDS = "2. Nghị định số 11/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ hết hiệu lực từ ngày Nghị định này có hiệu lực."
PARTLY = "3. Bãi bỏ khoản 2 Điều 6 của Nghị quyết số 13/2020/QH14."
DOCUMENTS = (
    Document(
        DECREE,
        "nghi-dinh.docx",
        title="Về công tác thư viện",
        type="Nghị định",
        number="30/2024/NĐ-CP",
        issuer="Chính phủ",
        in_force_from="2024-07-01",
        relations=(
            Relation("repeals", "11/2004/NĐ-CP", "2004-04-08", ENDS.removeprefix("2. ")),
            Relation("repeals", "13/2020/QH14", None, PARTLY.removeprefix("3. "), partial=True),
        ),
        evidence={"in_force_from": FORCE.removeprefix("1. ")},
    ),
    Document(
        LAW, "luat.pdf", title="Tổ chức thư viện địa phương", type="Luật", number="72/2025/QH15", issuer="Quốc hội"
    ),
)
_MEANINGS = ("Điều 3. Giải thích từ ngữ",)
PASSAGES = (
    passage(DECREE, 1, "1. “Bản sao y” là bản sao đầy đủ nội dung của bản gốc.", (*_MEANINGS, "khoản 1")),
    passage(DECREE, 2, "2. “Bản trích sao” là bản sao một phần nội dung của bản gốc.", (*_MEANINGS, "khoản 2")),
    passage(DECREE, 3, "3. “Bản gốc sách” là bản in đầu tiên.", (*_MEANINGS, "khoản 3")),
    passage(DECREE, 4, "4. Kho sách, tạp chí là nơi giữ sách.", (*_MEANINGS, "khoản 4")),
    passage(DECREE, 5, "Bản sao y được lập tại thư viện. Thủ thư là người lập.", ("Điều 9. Sao sách",)),
    passage(DECREE, 6, FORCE, ("Điều 37. Hiệu lực thi hành", "khoản 1")),
    passage(DECREE, 7, ENDS, ("Điều 37. Hiệu lực thi hành", "khoản 2")),
    passage(DECREE, 8, PARTLY, ("Điều 37. Hiệu lực thi hành", "khoản 3")),
    passage(
        LAW,
        1,
        "1. Hội đồng thư viện gồm các đại biểu do bạn đọc bầu ra, là cơ quan đại diện của bạn đọc.",
        ("Điều 5. Hội đồng thư viện", "1. Hội đồng thư viện"),
    ),
    passage(
        LAW, 2, "a) Thư viện tỉnh, thành phố (sau đây gọi chung là thư viện cấp tỉnh);", ("Điều 1. Thư viện", "điểm a")
    ),
)


@pytest.fixture(scope="module")
def held() -> Library:
    return small(DOCUMENTS, PASSAGES)


@pytest.fixture(scope="module")
def read(held: Library, glossary: Glossary, thesaurus: Thesaurus) -> Reader:
    return Reader(held, glossary, thesaurus)


def quoted(draft: Draft | None) -> list[str]:
    assert draft is not None
    return [q.unit.text for q in draft.quotes]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Bản sao y là gì?", "Bản sao y"),
        ("“bản sao y” là gì", "bản sao y"),
        ("Thế nào là bản sao y?", "bản sao y"),
        ("Xin hỏi, bản sao y được hiểu như thế nào?", "bản sao y"),
        ("Định nghĩa của bản sao y", "bản sao y"),
        ("Ai lập bản sao y?", None),
        ("Bản sao y do ai lập?", None),
    ],
)
def test_what_a_question_wants_the_meaning_of(text: str, subject: str | None) -> None:
    assert defined_subject(text) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("What is a true copy?", "true copy"),
        ("What does true copy mean?", "true copy"),
        ("What is an electronic document under Decree 30?", "electronic document"),
        ("Who keeps the seal?", None),
    ],
)
def test_in_english(text: str, subject: str | None) -> None:
    assert defined_subject(text, english=True) == subject


def test_terms_are_defined_in_quotation_marks_under_such_a_heading_or_by_their_own_article(held: Library) -> None:
    terms = [d.term for d in find_definitions(held.all_passages())]
    assert terms == [
        *("ban sao y", "ban trich sao", "ban goc sach", "kho sach tap chi"),
        *("hoi dong thu vien", "thu vien cap tinh"),
    ]


class TestDefinitionDesk:
    @pytest.fixture
    def desk(self, held: Library, glossary: Glossary) -> DefinitionDesk:
        return DefinitionDesk(held, glossary)

    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            ("Bản sao y là gì?", PASSAGES[0].text),
            ("ban sao y la gi", PASSAGES[0].text),
            ("bản gốc là gì?", PASSAGES[2].text),  # the only term that begins so
            ("Bản gốc sách nghĩa là gì?", PASSAGES[2].text),
            ("Hội đồng thư viện là cơ quan gì?", PASSAGES[8].text),
            ("Thủ thư là gì?", None),
            ("Nhiệm vụ của thủ thư là gì?", None),
        ],
    )
    def test_the_clause_that_defines_it_and_no_other(
        self, desk: DefinitionDesk, read: Reader, text: str, quote: str | None
    ) -> None:
        draft = desk.answer(read.read(text))
        assert (quoted(draft) if draft else None) == ([quote] if quote else None)

    def test_a_follow_up_names_another_term(self, desk: DefinitionDesk, read: Reader) -> None:
        assert quoted(desk.answer(read.read("Còn bản trích sao?", ["Bản sao y là gì?"]))) == [PASSAGES[1].text]

    def test_not_from_another_document_than_the_one_named(self, desk: DefinitionDesk, read: Reader) -> None:
        assert desk.answer(read.read("Theo Luật 72/2025/QH15, bản sao y là gì?")) is None


class TestForceDesk:
    @pytest.fixture
    def desk(self, held: Library, glossary: Glossary) -> ForceDesk:
        return ForceDesk(held, glossary)

    @pytest.mark.parametrize(
        "text", ["Nghị định 30/2024/NĐ-CP có hiệu lực từ ngày nào?", "When does Decree 30/2024/NĐ-CP take effect?"]
    )
    def test_from_when_by_its_own_words(self, desk: ForceDesk, read: Reader, text: str) -> None:
        draft = desk.answer(read.read(text), TODAY)
        assert quoted(draft) == [FORCE]
        assert draft and "01/07/2024" in draft.leads[0][0]

    @pytest.mark.parametrize(
        ("text", "quote", "says"),
        [
            ("Nghị định 11/2004/NĐ-CP còn hiệu lực không?", ENDS, "hết hiệu lực hoặc bị bãi bỏ"),
            ("Nghị định số 11/2004 còn hiệu lực không?", ENDS, "hết hiệu lực hoặc bị bãi bỏ"),
            ("Nghị quyết 13/2020/QH14 bị văn bản nào bãi bỏ?", PARTLY, "một phần"),
        ],
    )
    def test_what_another_document_does_to_one_that_is_not_held(
        self, desk: ForceDesk, read: Reader, text: str, quote: str, says: str
    ) -> None:
        draft = desk.answer(read.read(text), TODAY)
        assert quoted(draft) == [quote]
        assert draft and says in draft.leads[0][0]

    def test_it_never_says_what_is_law_today(self, desk: ForceDesk, read: Reader) -> None:
        draft = desk.answer(read.read("Nghị định 30/2024/NĐ-CP còn hiệu lực không?"), TODAY)
        assert draft and "không xác nhận hiệu lực hiện hành" in draft.leads[-1][0]

    def test_what_it_repeals(self, desk: ForceDesk, read: Reader) -> None:
        assert quoted(desk.answer(read.read("Nghị định 30/2024/NĐ-CP bãi bỏ những văn bản nào?"), TODAY)) == [
            ENDS,
            PARTLY,
        ]

    def test_a_day_that_is_not_stated_is_said_to_be_missing(self, desk: ForceDesk, read: Reader) -> None:
        draft = desk.answer(read.read("Luật 72/2025/QH15 có hiệu lực từ ngày nào?"), TODAY)
        assert draft and not draft.quotes and "không ghi" in draft.leads[0][0]

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("Luật 72/2025/QH15 có bị sửa đổi không?", "Không văn bản nào hiện có nói rằng luật 72/2025/QH15"),
            ("luat 72/2025/QH15 co bi sua doi khong", "Không văn bản nào hiện có nói rằng luật 72/2025/QH15"),
            ("Has Law 72/2025/QH15 been replaced?", "No document at hand says that Law 72/2025/QH15"),
            ("Luật 72/2025/QH15 thay thế văn bản nào?", "không ghi là thay thế, sửa đổi hay bãi bỏ văn bản nào"),
            ("Which law does Law 72/2025/QH15 replace?", "does not say that it replaces"),
        ],
    )
    def test_that_nothing_is_changed_is_said_of_the_document_named(
        self, desk: ForceDesk, read: Reader, text: str, says: str
    ) -> None:
        draft = desk.answer(read.read(text), TODAY)
        assert draft and not draft.quotes
        assert says in draft.leads[0][0]

    def test_what_a_document_has_others_replace_is_no_change_of_its_own(self, desk: ForceDesk, read: Reader) -> None:
        asked = read.read("Luật 72/2025/QH15 quy định sách mất thì được bạn đọc thay thế bằng sách nào?")
        assert desk.answer(asked, TODAY) is None

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("Nghị định 93/2020/NĐ-CP đã được sửa đổi chưa?", "15/2024/NĐ-CP sửa đổi, bổ sung 93/2020/NĐ-CP, theo nghị định"),
            ("nghi dinh 93/2020/nd-cp da duoc sua doi chua", "15/2024/NĐ-CP sửa đổi, bổ sung 93/2020/NĐ-CP, theo nghị định"),
            ("Has Decree 93/2020/NĐ-CP been amended?", "15/2024/NĐ-CP amends 93/2020/NĐ-CP, according to Decree"),
        ],
    )  # fmt: skip
    def test_what_is_said_in_passing_of_one_that_is_only_cited_once_each(
        self, read: Reader, glossary: Glossary, text: str, says: str
    ) -> None:
        cited = "Căn cứ Nghị định số 15/2024/NĐ-CP sửa đổi Nghị định số 93/2020/NĐ-CP;"
        passages = [passage(DECREE, 20 + i, cited, ("Căn cứ",), "bases") for i in range(2)]
        held = small(DOCUMENTS, (*PASSAGES, *passages))
        draft = ForceDesk(held, glossary).answer(read.read(text), TODAY)
        assert quoted(draft) == [cited]
        assert draft and says in draft.leads[0][0]

    def test_where_nothing_is_written_the_question_is_read_otherwise(self, desk: ForceDesk, read: Reader) -> None:
        asked = read.read("Luật 72/2025/QH15 còn hiệu lực không?")
        assert desk.answer(asked, TODAY) is None
        assert as_searched(asked).ask.value == "doc_status"

    def test_what_is_written_goes_by_the_day_that_is_asked_on(self, read: Reader, glossary: Glossary) -> None:
        amended, replaced = "Sửa đổi Điều 9 của Nghị định số 30/2024/NĐ-CP.", "Thay thế Nghị định số 30/2024/NĐ-CP."
        changing = tuple(
            Document(name, f"{name}.md", type="Nghị định", number=number, in_force_from=day, relations=(relation,))
            for name, number, day, relation in (
                ("a", "1/2025/NĐ-CP", "2025-01-01", Relation("amends", "30/2024/NĐ-CP", None, amended, DECREE)),
                ("b", "2/2025/NĐ-CP", "2026-01-01", Relation("replaces", "30/2024/NĐ-CP", None, replaced, DECREE)),
            )
        )
        held = small((*DOCUMENTS, *changing), (*PASSAGES, passage("a", 1, amended), passage("b", 1, replaced)))
        desk, asked = ForceDesk(held, glossary), read.read("Nghị định 30/2024/NĐ-CP còn hiệu lực không?")
        before, after = desk.answer(asked, date(2025, 6, 1)), desk.answer(asked, date(2026, 1, 1))
        assert quoted(before)[:2] == [amended, replaced]
        assert before and "thay thế 30/2024/NĐ-CP từ ngày 01/01/2026" in before.leads[1][0]
        assert quoted(after)[0] == replaced and amended not in quoted(after)
        assert after and "từ ngày" not in after.leads[0][0]


class TestTitles:
    @pytest.mark.parametrize(
        ("text", "documents"),
        [
            ("Nghị định về công tác thư viện quy định gì?", {DECREE}),
            ("Luật Tổ chức thư viện địa phương do ai ký?", {LAW}),
            ("luat to chuc thu vien dia phuong", {LAW}),
            ("Ai phụ trách công tác thư viện?", set()),
            ("Luật Tổ chức thư viện", set()),
        ],
    )
    def test_kind_and_title_together_name_a_document(self, text: str, documents: set[str]) -> None:
        assert set(documents_titled(text, DOCUMENTS)) == documents
        found = find_scope(text, True, {d.id: d for d in DOCUMENTS}, ())
        assert found.documents == (frozenset(documents) or None)

    @pytest.mark.parametrize(
        ("text", "law"),
        [
            ("Luật Đất đai quy định thế nào về thu hồi đất?", "Luật Đất đai"),
            ("Theo Luật Thủ đô quy định thì sao?", "Luật Thủ đô"),
            ("Luật Tổ chức thư viện địa phương quy định gì?", None),
            ("Luật này quy định gì?", None),
            ("Kế hoạch căn cứ luật nào?", None),
        ],
    )
    def test_a_law_that_is_not_held(self, text: str, law: str | None) -> None:
        assert law_not_held(text, DOCUMENTS) == law

    def test_what_others_say_of_it_is_no_answer(self) -> None:
        found = find_scope("Luật Đất đai quy định gì?", True, {d.id: d for d in DOCUMENTS}, ())
        assert found.unknown == ("Luật Đất đai",)
        assert found.documents is None


def test_a_province_that_only_a_central_document_speaks_of_means_that_document() -> None:
    documents = {d.id: d for d in DOCUMENTS}
    asked = "Đồng Nai phải báo cáo khi nào?"
    assert find_scope(asked, True, documents, ()).unknown == ("Đồng Nai",)
    found = find_scope(asked, True, documents, (), spoken_of={"Đồng Nai": {DECREE}})
    assert found.unknown == ()
    assert found.documents == {DECREE}


def test_a_question_without_a_document_asks_for_no_force(read: Reader) -> None:
    asked: Question = read.read("Văn bản sai sót được thay thế bằng văn bản nào?")
    assert asked.ask.value != "doc_force"
