import pytest

from answer.language import detect_language
from answer.reply import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ai ký Quyết định 2106/QĐ-UBND?", "vi"),
        ("Sở Tài chính phải làm gì?", "vi"),
        ("Thư viện tỉnh mở mấy lớp cho staff?", "vi"),
        ("ai ky quyet dinh 2106", "vi_unaccented"),
        ("thu vien tinh mo lop bien muc sach", "vi_unaccented"),
        ("so noi vu tong hop danh sach nao", "vi_unaccented"),
        ("so sanh muc tieu ngoai ngu cua Sóc Trăng va Bình Định", "vi_unaccented"),
        ("Sóc Trăng có mở lớp tin học cho cấp xã không", "vi"),
        ("Who signed the plan?", "en"),
        ("Which office opens the course for librarians?", "en"),
        ("Who signed Decision 2106/QĐ-UBND of Bình Định?", "en"),
        ("Which plan of Sóc Trăng does the Sở Nội vụ report on, and to whom is this report due?", "en"),
        ("Does the plan of Đồng Tháp cite 520/QĐ-TTg?", "en"),
        ("HOW MANY CLASSES ARE THERE?", "en"),
    ],
)
def test_the_language_of_a_question(text: str, language: Language) -> None:
    assert detect_language(text) == language


def test_short_english_around_vietnamese_names_is_english() -> None:
    assert detect_language("In Sóc Trăng, what must the Sở Nội vụ do each year?") == "en"


@pytest.mark.parametrize("text", ["", "2106", "12 34?", "🙂🙂", "?!…", "15/12/2024"])
def test_without_words_it_is_vietnamese(text: str) -> None:
    assert detect_language(text) == "vi"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("bien muc", "vi_unaccented"),
        ("cataloguing librarians", "en"),
        ("ubnd tinh va hdnd lam gi", "vi_unaccented"),
        ("deadline nop bao cao la khi nao", "vi_unaccented"),
        ("ke hoach soc trag co bao nhieu lop", "vi_unaccented"),
        ("The same in Dong Thap?", "en"),
        ("And in Sóc Trăng?", "en"),
        ("Còn Sóc Trăng?", "vi"),
        ("Who made the artwork for the album?", "en"),
    ],
)
def test_the_spelling_tells_the_language_not_a_list_of_words(text: str, language: Language) -> None:
    assert detect_language(text) == language


def test_capitals_do_not_matter() -> None:
    assert detect_language("AI KY QUYET DINH") == "vi_unaccented"


def test_composed_and_decomposed_letters_are_one() -> None:
    assert detect_language("So\u031b\u0309 Tài chính làm gì?") == "vi"
