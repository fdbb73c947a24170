"""Facts of the corpus's own documents: each is told or said to be missing, and none is lost to the check of claims."""

from itertools import chain

import pytest

from answer.assistant import Assistant

BINH_DINH, SOC_TRANG = "binh-dinh-quyet-dinh-2106-2023", "soc-trang-du-thao-ke-hoach-2021-2025"
NAMES = {
    BINH_DINH: ("quyết định của Bình Định", "the decision of Bình Định"),
    "dong-thap-ke-hoach-dan-so-2030": ("kế hoạch của Đồng Tháp", "the plan of Đồng Tháp"),
    "hau-giang-ke-hoach-nganh-y-te-2023": ("kế hoạch của Hậu Giang", "the plan of Hậu Giang"),
    SOC_TRANG: ("kế hoạch của Sóc Trăng", "the plan of Sóc Trăng"),
    "tinh-uy-ke-hoach-2025": (
        "kế hoạch của Ban Thường vụ Tỉnh ủy",
        "the plan of the Standing Board of the Provincial Party Committee",
    ),
}
VIETNAMESE = (
    "{} số mấy, ban hành ngày nào?", "Ai ký {}?", "{} là dự thảo hay chính thức?", "{} còn hiệu lực không?",
    "Tên đầy đủ của {} là gì?", "{} có những phụ lục nào?", "{} gửi những nơi nào?", "Căn cứ pháp lý của {} là gì?",
    "{} áp dụng cho giai đoạn nào?",
)  # fmt: skip
ENGLISH = (
    "What is the number and date of {}?", "Who signed {}?", "Is {} a draft or final?", "Is {} still in force?",
    "What is the title of {}?", "Which appendices does {} have?", "Who are the recipients of {}?",
    "What are the legal bases of {}?", "Which period does {} cover?",
)  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("document", NAMES)
def test_every_fact_is_told_of_this_document_or_said_to_be_missing(
    assistant: Assistant, document: str, language: str
) -> None:
    name = NAMES[document][language == "en"]
    texts = (text.format(name) for text in (ENGLISH if language == "en" else VIETNAMESE))
    answers = [assistant.ask(text[0].upper() + text[1:], ()) for text in texts]
    assert "left_out" not in {n.code for n in chain.from_iterable(a.notices for a in answers)}
    assert {c.document.id for c in chain.from_iterable(a.citations for a in answers)} == {document}
    assert [a.question for a in answers if a.status == "no_evidence" and not _says_missing(a.text)] == []
    assert sum(a.status == "answered" for a in answers) >= 6


def _says_missing(text: str) -> bool:
    return any(words in text for words in ("không ghi", "không có phụ lục", "bears no", "does not name", "has no"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Quyết định của Bình Định số mấy, ngày nào, ai ký?", ("2106/QĐ-UBND", "13/06/2023", "Phạm Anh Tuấn")),
        ("quyet dinh cua binh dinh so may, ban hanh ngay nao", ("2106/QĐ-UBND", "13/06/2023")),
        ("What is the number and date of the decision of Bình Định?", ("2106/QĐ-UBND", "13/06/2023")),
        ("Kế hoạch của Sóc Trăng số mấy, ngày nào?", ("tháng 3 năm 2021", "không ghi số hiệu")),
        ("What is the number and date of the plan of Sóc Trăng?", ("March 2021", "bears no number")),
        ("Nghị định 101/2017/NĐ-CP đã được sửa đổi chưa?", ("89/2021/NĐ-CP sửa đổi, bổ sung 101/2017/NĐ-CP",)),
        ("Has Decree 101/2017/NĐ-CP been amended?", ("89/2021/NĐ-CP amends 101/2017/NĐ-CP",)),
        ("Which period does the decision of Bình Định cover?", ("2023 - 2025",)),
    ],
)
def test_what_it_says(assistant: Assistant, text: str, says: tuple[str, ...]) -> None:
    answer = assistant.ask(text, ())
    assert [words for words in says if not any(words in lead for lead in answer.leads)] == []


@pytest.mark.parametrize("text", ["Kế hoạch 372/KH-UBND ban hành ngày nào?", "Kế hoạch 372 của Bình Định ra ngày nào?"])
def test_the_date_of_a_number_that_is_only_cited_is_not_that_of_the_document_at_hand(
    assistant: Assistant, text: str
) -> None:
    assert "13/06/2023" not in assistant.ask(text, ()).text


@pytest.mark.parametrize("text", ["Các sở lập kế hoạch xong gửi đâu?", "cac so lap ke hoach xong gui dau"])
def test_where_plans_are_sent_is_no_question_for_recipients(assistant: Assistant, text: str) -> None:
    assert "Nơi nhận" not in assistant.ask(text, ()).text


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Văn bản nào là dự thảo?", {SOC_TRANG}),
        ("van ban nao la du thao", {SOC_TRANG}),
        ("Which plans are drafts?", {SOC_TRANG}),
        ("Những văn bản nào đã ban hành chính thức?", {BINH_DINH}),
        ("Kế hoạch nào đã hết giai đoạn?", {"hau-giang-ke-hoach-nganh-y-te-2023"}),
        ("Kế hoạch nào còn hiệu lực trong năm 2028?", {"dong-thap-ke-hoach-dan-so-2030"}),
    ],
)
def test_documents_are_picked_by_how_they_stand(assistant: Assistant, text: str, ids: set[str]) -> None:
    assert {c.document.id for c in assistant.ask(text, ()).citations} == ids


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many years does Sóc Trăng's plan cover?", "It covers 2021 - 2025"),
        ("Does Hau Giang's plan apply in 2024?", "the period 2023 is over."),
        ("Kế hoạch của Đồng Tháp năm 2027 còn thực hiện không?", "giai đoạn đến năm 2030 chưa kết thúc."),
        ("Kế hoạch của Bình Định được ban hành kèm theo quyết định nào?", "Số hiệu: 2106/QĐ-UBND"),
        ("Bình Định ban hành quyết định 2106 tháng mấy?", "Ngày ban hành: 13/06/2023"),
        ("In which town was Decision 2106 signed?", "“Bình Định, ngày 13 tháng 06 năm 2023”"),
        ("Who signed for the Party committee and what is his position?", "It was signed by Đặng Hồng Sỹ"),
        ("Quyết định 2106 ký thay mặt cơ quan nào?", "TM. ỦY BAN NHÂN DÂN"),
        ("What is the title of the Sóc Trăng annex?", "has one appendix"),
        ("What month and year is printed on the annex of the Soc Trang plan?", "ngày tháng 3 năm 2021"),
        ("Plan of Hau Giang: issued by which body?", "It was issued by the Department of Health (Sở Y tế)"),
        ("Bản kế hoạch của Sóc Trăng đã có chữ ký chưa?", "Phần ký của kế hoạch 2021 - 2025"),
        ("Whose signature closes the plan of Hau Giang?", "It was signed by Nguyễn Thanh Tùng, the Director"),
        ("ten ai o cuoi quyet dinh 2106", "Người ký: Phạm Anh Tuấn, Chủ tịch"),
        ("What post did Nguyen Thanh Tung sign in?", "the Director (Giám đốc)"),
        ("Phạm Anh Tuấn ký nhân danh cơ quan nào?", "TM. ỦY BAN NHÂN DÂN"),
        ("Kế hoạch Sóc Trăng sẽ được ký với chức vụ gì?", "“TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH”"),
        ("On whose behalf will the Sóc Trăng plan be signed?", "“TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH”"),
        ("Has the Soc Trang draft been given a number?", "In the 2021 - 2025 plan of the Provincial"),
        ("ke hoach hau giang da cap so chua", "chỗ ghi để trống [1]. / “Số: Hậu Giang"),
        ("Kế hoạch Hậu Giang có ghi ngày ban hành không?", "chỉ ghi năm 2023; ngày và tháng ban hành để trống"),
        ("When was the draft of Sóc Trăng issued?", "is dated only March 2021; the day is left blank"),
        ("Quyết định 2106 lưu ở đâu?", "- Lưu: VT, K12."),
        ("Which unit keeps the file copy of the Dong Thap plan?", "- Lưu VT, THVX (Trung)."),
        ("Đến nay kế hoạch của Tỉnh ủy còn trong thời hạn thực hiện không?", "Giai đoạn: 2025"),
        ("Has the Hau Giang plan lapsed?", "the period 2023 is over."),
        ("Kế hoạch Bình Định kéo dài tới đâu?", "Giai đoạn: 2023 - 2025"),
        ("Kế hoạch Đồng Tháp có hiệu lực đến khi nào?", "Giai đoạn: đến năm 2030"),
        ("Khi nào kế hoạch Sóc Trăng hết hiệu lực?", "Giai đoạn: 2021 - 2025"),
        ("How long is the Bình Định decision in force?", "It covers 2023 - 2025"),
        ("xem ke hoach soc trang nhu da ban hanh chinh thuc duoc khong", "là dự thảo, chưa phải văn bản ban hành"),
        ("Can I cite the Soc Trang targets as if they were officially adopted?", "is a draft, not an issued document"),
    ],
)
def test_more_that_people_ask_of_a_document(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert said in answer.text.replace("\n\n", " / ")


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("Văn bản nào chưa ghi số hiệu?", 4),
        ("Which of the documents has no date of issue?", 2),
        ("Does the Tỉnh ủy plan have a number yet?", 1),
        ("ke hoach tinh uy da co so chua", 1),
        ("Is the Dong Thap plan dated?", 1),
    ],
)
def test_what_documents_do_not_bear(assistant: Assistant, question: str, lacking: int) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert sum(answer.text.count(words) for words in ("không ghi số hiệu", "bears no")) == lacking


@pytest.mark.parametrize("question", ["Who signed the plan of Sóc Trăng?", "Kế hoạch Sóc Trăng do ai ký?"])
def test_a_blank_signature_names_nobody_who_signed(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "no_evidence"


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        (
            "Does the annex of the Sóc Trăng plan bear a full date?",
            "What year and month stand on it?",
            "tháng 3 năm 2021",
        ),
        ("Phụ lục kế hoạch Sóc Trăng có ghi đủ ngày tháng không?", "Vậy in tháng mấy năm nào?", "tháng 3 năm 2021"),
        ("Who signed the plan of Hau Giang?", "As the holder of which post?", "the Director"),
        ("Quyết định 2106 theo tờ trình số mấy?", "Cơ quan nào trình, ngày mấy?", "Giám đốc Sở Nội vụ tại Tờ trình"),
        ("Ở Sóc Trăng ai chủ trì sơ kết, tổng kết kế hoạch 5 năm?", "Xong thì ra sản phẩm gì?", "Báo cáo đánh giá"),
    ],
)
def test_what_a_short_follow_up_asks_of_the_document(
    assistant: Assistant, before: str, question: str, said: str
) -> None:
    assert said in assistant.ask(question, [before]).text
