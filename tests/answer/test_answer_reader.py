"""The whole question understood, over the project's corpus: spelling, abbreviations, offices, what a follow-up inherits."""

import pytest

from answer.ask import Ask
from answer.question import Reader, as_searched
from vietnamese.text import key, syllables

BINH_DINH, SOC_TRANG = "binh-dinh-quyet-dinh-2106-2023", "soc-trang-du-thao-ke-hoach-2021-2025"


def test_accents_are_restored_and_the_question_stays_as_typed(reader: Reader) -> None:
    found = reader.read("kinh phi dao tao o Binh Dinh lay tu dau")
    assert found.text == "kinh phi dao tao o Binh Dinh lay tu dau"
    assert found.language == "vi_unaccented"
    assert not found.accented
    assert "kinh phí đào tạo" in found.vietnamese
    assert found.ask is Ask.FUNDING
    assert found.scope.documents == frozenset({BINH_DINH})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ai ky quyet dinh cua Binh Dinh", Ask.DOC_SIGNER),
        ("moi nam Soc Trang mo bao nhieu lop", Ask.NUMBER),
        ("khi nao Soc Trang tong ket", Ask.DEADLINE),
    ],
)
def test_what_is_asked_is_understood_without_accents(reader: Reader, typed: str, meant: Ask) -> None:
    assert reader.read(typed).ask is meant


def test_abbreviations_of_chat_are_spelled_out(reader: Reader) -> None:
    found = reader.read("Bn cán bộ của Bình Định dc cử đi học, ko kể cấp xã?")
    assert found.ask is Ask.NUMBER
    assert {"bao", "nhiêu", "được", "không"} <= set(syllables(found.vietnamese))
    assert not {"bn", "dc", "ko"} & set(syllables(found.vietnamese))
    assert found.text.startswith("Bn cán bộ")


def test_abbreviations_inside_words_and_numbers_stay(reader: Reader) -> None:
    assert "2106/QĐ-UBND" in reader.read("Quyết định 2106/QĐ-UBND nói gì?").vietnamese


def test_the_number_of_an_official_letter_stays(reader: Reader) -> None:
    assert "12/CV-UBND" in reader.read("Công văn số 12/CV-UBND nói gì?").vietnamese


def test_abbreviations_of_offices_are_spelled_out(reader: Reader) -> None:
    assert "Ủy ban nhân dân" in reader.read("UBND tỉnh Bình Định phải làm gì?").vietnamese


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Sở Tài chính Bình Định có trách nhiệm gì?", "Sở Tài chính"),
        ("so tai chinh binh dinh co trach nhiem gi", "Sở Tài chính"),
        ("What must the Department of Finance of Bình Định do?", "Sở Tài chính"),
    ],
)
def test_the_office_that_a_question_names(reader: Reader, text: str, office: str) -> None:
    found = reader.read(text)
    assert key(office) in map(key, found.offices)
    assert found.ask is Ask.DUTY


def test_an_office_behind_a_place_without_accents(reader: Reader) -> None:
    assert [key(o) for o in reader.read("Binh Dinh: so noi vu phai lam gi?").offices] == ["sở nội vụ"]


@pytest.mark.parametrize("text", ["Cơ quan nào mở lớp ở Bình Định?", "Which department opens classes in Bình Định?"])
def test_a_kind_of_office_is_no_office(reader: Reader, text: str) -> None:
    assert reader.read(text).offices == ()


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Sóc Trăng có bao nhiêu giảng viên thỉnh giảng?", "giảng viên"),
        ("How many lecturers does Sóc Trăng have?", "giảng viên"),
    ],
)
def test_the_noun_that_is_counted(reader: Reader, text: str, noun: str) -> None:
    wanted = set(syllables(noun))
    assert any(wanted <= set(words) for words in reader.read(text).counted)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("How many days does the course last?", [("ngày",)]),
        ("How many hours of English are there?", [("giờ",), ("tiết",)]),
        ("How many times a year is it held?", [("lần",)]),
    ],
)
def test_units_of_time_that_are_counted_in_english(reader: Reader, text: str, units: list[tuple[str, ...]]) -> None:
    assert list(reader.read(text).counted) == units


def test_nothing_is_counted_where_no_number_is_asked(reader: Reader) -> None:
    assert reader.read("Which lecturers does Sóc Trăng invite?").counted == ()
    assert reader.read("Giảng viên của Sóc Trăng là ai?").counted == ()


def test_how_many_a_year_counts_no_years(reader: Reader) -> None:
    assert reader.read("Bình Định sends young managers abroad. How many a year?").counted == ()


def test_what_a_follow_up_asks_itself(reader: Reader) -> None:
    history = ["Thủ thư Sóc Trăng học ở trường nào?"]
    assert reader.read("Còn kinh phí lấy từ đâu?", history).asking == "Còn kinh phí lấy từ đâu?"
    assert "trường nào" in reader.read("Còn Bình Định?", history).asking


def test_english_is_searched_by_the_terms_it_maps_to(reader: Reader) -> None:
    found = reader.read("Where does the funding for training come from in Bình Định?")
    assert found.language == "en"
    assert found.accented
    assert "kinh phí" in found.search
    assert found.ask is Ask.FUNDING


def test_what_the_scope_settles_is_not_searched_for(reader: Reader) -> None:
    found = reader.read("Sóc Trăng mở lớp nào cho người dân tộc thiểu số?")
    assert "sóc" not in syllables(found.search)
    assert not any("trăng" in words for term in found.terms for words in term.alternatives)


def test_a_follow_up_keeps_documents_and_kind(reader: Reader) -> None:
    found = reader.read("Còn Sở Tài chính?", ["Sở Nội vụ ở Bình Định có trách nhiệm gì?"])
    assert found.leaned
    assert found.text == "Còn Sở Tài chính?"
    assert found.scope.documents == frozenset({BINH_DINH})
    assert found.ask is Ask.DUTY
    assert found.offices == ("Sở Tài chính",)
    assert "Sở Nội vụ" not in found.resolved


def test_a_follow_up_may_ask_for_something_else(reader: Reader) -> None:
    found = reader.read("Việc đó xong trước ngày nào?", ["Sở Nội vụ ở Bình Định có trách nhiệm gì?"])
    assert found.ask is Ask.DEADLINE
    assert found.scope.documents == frozenset({BINH_DINH})
    assert found.own_terms


def test_a_follow_up_to_another_province_leaves_the_first(reader: Reader) -> None:
    found = reader.read("Còn ở Sóc Trăng?", ["Kinh phí đào tạo ở Bình Định lấy từ đâu?"])
    assert found.scope.documents == frozenset({SOC_TRANG})
    assert found.ask is Ask.FUNDING


def test_an_unknown_province_in_a_follow_up_is_not_answered_from_the_first(reader: Reader) -> None:
    found = reader.read("Còn ở Cà Mau?", ["Kinh phí đào tạo ở Bình Định lấy từ đâu?"])
    assert found.scope.documents is None
    assert found.scope.unknown == ("Cà Mau",)


def test_a_short_english_follow_up_stays_english(reader: Reader) -> None:
    found = reader.read("And in Sóc Trăng?", ["What must the Department of Finance of Bình Định do?"])
    assert found.language == "en"
    assert found.offices == ("Sở Tài chính",)


def test_a_conversation_is_followed_through(reader: Reader) -> None:
    history = ["Sở Nội vụ ở Bình Định có trách nhiệm gì?", "Còn Sở Tài chính?"]
    found = reader.read("Còn ở Sóc Trăng?", history)
    assert found.offices == ("Sở Tài chính",)
    assert found.scope.documents == frozenset({SOC_TRANG})


def test_a_question_of_its_own_forgets_the_conversation(reader: Reader) -> None:
    text = "Mỗi năm tỉnh Sóc Trăng mở bao nhiêu lớp bồi dưỡng ngạch chuyên viên chính?"
    alone = reader.read(text)
    assert reader.read(text, ["Ai ký Quyết định 2106 của Bình Định?"]) == alone
    assert not alone.leaned
    assert alone.own_terms == ()


def test_which_document_cites_without_a_number_is_a_question_for_a_document(reader: Reader) -> None:
    assert reader.read("Kế hoạch nào căn cứ Nghị định 101/2017/NĐ-CP?").ask is Ask.DOC_CITED_BY
    assert reader.read("Kế hoạch nào được dùng làm căn cứ mở lớp?").ask is Ask.WHICH_DOCUMENT


def test_a_part_of_a_province_is_no_word_of_the_glossary(reader: Reader) -> None:
    found = reader.read("What are the courses in Dong Thap?")
    assert "đồng" not in {" ".join(a) for t in found.terms for a in t.alternatives}
    assert all(t.mapped for t in found.terms)
    named = reader.read("Who teaches at the Ho Chi Minh National Academy of Politics?")
    assert any("học viện" in " ".join(a) for t in named.terms for a in t.alternatives)


def test_what_is_no_word_stays_as_typed(reader: Reader) -> None:
    found = reader.read("ke hoach 2021-2025 cua Soc Trang: lop nao, may nguoi?")
    assert found.resolved.count(":") == found.resolved.count(",") == found.resolved.count("?") == 1
    assert "2021-2025" in found.resolved


def test_abbreviated_kinds_of_documents_are_spelled_out(reader: Reader) -> None:
    found = reader.read("quy che cho CBCCVC cua soc trang nam o qd so may")
    assert found.ask is Ask.WHICH_DOCUMENT
    assert "công chức" in found.vietnamese
    assert "2106/QĐ-UBND" in reader.read("qđ 2106/QĐ-UBND nói gì?").vietnamese


def test_a_follow_up_that_begins_with_con_asks_of_something_else(reader: Reader) -> None:
    found = reader.read("con lop tieng Anh thi may nguoi", ["lop tin hoc o Soc Trang may nguoi"])
    assert "còn lớp" in found.resolved
    assert "con" not in {" ".join(t.alternatives[0]) for t in found.own_terms}


@pytest.mark.parametrize("text", ["the con ke hoach cua Soc Trang", "vay ke hoach cua Soc Trang thi ai ky"])
def test_openers_typed_without_accents_are_openers(reader: Reader, text: str) -> None:
    found = reader.read(text, ["Ai ký quyết định của Bình Định?"])
    assert found.leaned
    assert found.ask is Ask.DOC_SIGNER
    assert found.scope.documents == frozenset({SOC_TRANG})


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Còn kế hoạch của Sở Y tế Hậu Giang thì sao?", {"hau-giang-ke-hoach-nganh-y-te-2023"}),
        ("What about the Hậu Giang plan, who signed that one?", {"hau-giang-ke-hoach-nganh-y-te-2023"}),
        ("Nó ban hành ngày nào?", {BINH_DINH}),
        ("So với kế hoạch của Sóc Trăng thì ai ký?", {BINH_DINH, SOC_TRANG}),
    ],
)
def test_the_document_that_a_follow_up_names_takes_the_place_of_the_first(
    reader: Reader, text: str, documents: set[str]
) -> None:
    found = reader.read(text, ["Ai ký quyết định của Bình Định?"])
    assert set(found.scope.documents or ()) == documents


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Nghị định 101/2017/NĐ-CP do ai ký?", Ask.WHAT),
        ("When was Decree 101/2017/NĐ-CP issued?", Ask.WHAT),
        ("Kế hoạch 372/KH-UBND ban hành ngày nào?", Ask.WHAT),
        ("Quyết định 2106/QĐ-UBND do ai ký?", Ask.DOC_SIGNER),
    ],
)
def test_a_number_that_is_only_cited_has_no_facts_of_its_own(reader: Reader, text: str, ask: Ask) -> None:
    assert as_searched(reader.read(text)).ask is ask


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ai ký kế hoạhc của Hậu Giang?", "Ai ký kế hoạch của Hậu Giang?"),
        ("ai ky ke hoahc cua Hau Giang", "ai ký kế hoạch của Hậu Giang"),
        ("Which phong of Sóc Trăng pays?", "Which phong of Sóc Trăng pays?"),
        ("Which departmnet of Sóc Trăng pays?", "Which department of Sóc Trăng pays?"),
    ],
)
def test_slips_are_mended_in_the_language_of_the_question(reader: Reader, typed: str, meant: str) -> None:
    found = reader.read(typed)
    assert found.resolved == meant
    assert found.text == typed


def test_who_bears_something_is_asked_for_what_is_borne(reader: Reader) -> None:
    terms = reader.read("Ai chịu tiền học ở Bình Định?").terms
    assert "chịu" not in {" ".join(t.alternatives[0]) for t in terms}


def test_what_a_follow_up_says_itself_weighs_more(reader: Reader) -> None:
    found = reader.read("Còn lớp tin học thì mấy người?", ["Lớp tiếng dân tộc ở Sóc Trăng mấy người?"])
    shares = {" ".join(t.alternatives[0]): t.share for t in found.terms}
    assert shares["tin học"] == 1.0
    assert min(shares.values()) == 0.5


def test_the_same_office_is_asked_of_each_side(reader: Reader) -> None:
    for text in (
        "Đơn vị gặp vướng mắc ở Bình Định và Sóc Trăng phản ánh về cùng một sở không?",
        "Is it the same department that trains staff in Bình Định and in Sóc Trăng?",
    ):
        sides = reader.sides(reader.read(text))
        assert [side.ask for side in sides] == [Ask.OFFICE, Ask.OFFICE]
