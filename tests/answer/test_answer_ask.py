import pytest

from answer.ask import Ask, detect_ask, facts_asked

VIETNAMESE = [
    ("Ai phê duyệt quyết định này?", Ask.DOC_SIGNER),
    ("Kế hoạch nhắm tới mấy nhóm đối tượng, kể ra giúp mình?", Ask.LIST),
    ("Phòng nào quản lý thư viện?", Ask.OFFICE),
    ("Ai chịu trách nhiệm biên mục sách?", Ask.OFFICE),
    ("Ai được giao biên mục sách?", Ask.OFFICE),
    ("Ai được ưu tiên đi học?", Ask.WHAT),
    ("Ai là giám đốc thư viện tỉnh?", Ask.DOC_SIGNER),
    ("Văn bản nào nói về thư viện?", Ask.WHAT),
    ("Kế hoạch nào dành cho thủ thư?", Ask.DOC_TITLE),
    ("Sở nào chủ trì lớp biên mục?", Ask.OFFICE),
    ("Sở Tài chính có trách nhiệm gì?", Ask.DUTY),
    ("Thủ thư phải làm gì sau khóa học?", Ask.DUTY),
    ("Mỗi năm mở bao nhiêu lớp?", Ask.NUMBER),
    ("Mỗi năm thư viện báo cáo mấy lần?", Ask.DEADLINE),
    ("Mấy anh thủ thư ở xã phải học gì?", Ask.DUTY),
    ("Số lượng sách cần mua do ai quyết định?", Ask.OFFICE),
    ("Tỷ lệ thủ thư đi học phải đạt trước khi nào?", Ask.DEADLINE),
    ("Mấy thủ thư được học?", Ask.NUMBER),
    ("Tỷ lệ thủ thư có chứng chỉ?", Ask.NUMBER),
    ("Khi nào nộp danh sách?", Ask.DEADLINE),
    ("Danh sách gửi trước ngày nào?", Ask.DEADLINE),
    ("Thời hạn nộp báo cáo?", Ask.DEADLINE),
    ("Kinh phí mua sách lấy từ đâu?", Ask.FUNDING),
    ("Nguồn kinh phí của lớp học?", Ask.FUNDING),
    ("Những đối tượng được học gồm gì?", Ask.LIST),
    ("Đối tượng bồi dưỡng của thư viện là ai?", Ask.LIST),
    ("Báo cáo kết quả lớp biên mục gửi về đâu?", Ask.WHAT),
    ("Kế hoạch dành cho những hạng người nào?", Ask.LIST),
    ("Liệt kê các hình thức bồi dưỡng", Ask.LIST),
    ("Thủ thư có được học từ xa không?", Ask.YES_NO),
    ("Lớp học đã mở chưa?", Ask.YES_NO),
    ("So sánh hai kế hoạch này", Ask.COMPARE),
    ("Lâm Đồng và Phú Yên khác nhau thế nào?", Ask.COMPARE),
    ("Việc này theo nghị định nào?", Ask.WHICH_DOCUMENT),
    ("Thư viện là nơi thế nào?", Ask.WHAT),
    ("Số hiệu của kế hoạch?", Ask.DOC_NUMBER),
    ("Kế hoạch được ban hành ngày nào?", Ask.DOC_DATE),
    ("Ai ký kế hoạch này?", Ask.DOC_SIGNER),
    ("Người ký kế hoạch?", Ask.DOC_SIGNER),
    ("Cơ quan nào ban hành kế hoạch?", Ask.DOC_ISSUER),
    ("Kế hoạch là dự thảo hay chính thức?", Ask.DOC_STATUS),
    ("Kế hoạch còn hiệu lực không?", Ask.DOC_FORCE),
    ("Nghị định này bị văn bản nào thay thế?", Ask.DOC_FORCE),
    ("Nâng cao hiệu lực, hiệu quả của kế hoạch thế nào?", Ask.WHAT),
    ("Kế hoạch thực hiện trong giai đoạn nào?", Ask.DOC_PERIOD),
    ("Căn cứ pháp lý của kế hoạch?", Ask.DOC_BASES),
    ("Nơi nhận của kế hoạch?", Ask.DOC_RECIPIENTS),
    ("Kế hoạch nào có căn cứ Nghị định 93/2020/NĐ-CP?", Ask.DOC_CITED_BY),
    ("Tên đầy đủ của kế hoạch là gì?", Ask.DOC_TITLE),
    ("Kế hoạch thủ thư có tên gọi là gì?", Ask.DOC_TITLE),
    ("Kế hoạch có những phụ lục nào?", Ask.DOC_APPENDICES),
    ("Kế hoạch có phụ lục không?", Ask.DOC_APPENDICES),
    ("Kế hoạch thủ thư số mấy, ra ngày nào?", Ask.DOC_NUMBER),
    ("Tỉnh ban hành kế hoạch này khi nào?", Ask.DOC_DATE),
    ("Kế hoạch thủ thư ra ngày nào?", Ask.DOC_DATE),
    ("Kế hoạch thủ thư đã có số và ngày chưa?", Ask.DOC_NUMBER),
    ("Kế hoạch thủ thư gửi những cơ quan nào?", Ask.DOC_RECIPIENTS),
    ("Kế hoạch của thủ thư áp dụng đến năm nào?", Ask.DOC_PERIOD),
    ("Văn bản nào đã hết giai đoạn?", Ask.DOC_PERIOD),
    ("Kế hoạch thủ thư còn dùng nữa không?", Ask.DOC_STATUS),
    ("Kế hoạch thủ thư đứng tên ký là ai?", Ask.DOC_SIGNER),
    ("Nghị định này đã được sửa đổi chưa?", Ask.DOC_FORCE),
    ("Kế hoạch thủ thư gửi cho bộ nào?", Ask.DOC_RECIPIENTS),
    ("Kế hoạch của tỉnh áp dụng cho năm nào?", Ask.DOC_PERIOD),
    ("Số hiệu tờ trình của thư viện?", Ask.WHICH_DOCUMENT),
    ("Giám đốc nào ký kế hoạch này?", Ask.DOC_SIGNER),
    ("Giám đốc nào ký giấy cho thủ thư đi học?", Ask.WHAT),
    ("Kế hoạch này do cơ quan nào bên đảng ban hành?", Ask.DOC_ISSUER),
    ("Kế hoạch thủ thư dựa trên luật gốc nào?", Ask.WHICH_DOCUMENT),
    ("Kế hoạch thủ thư ký ban hành thật chưa, ngày nào?", Ask.DOC_DATE),
    ("Kế hoạch thủ thư còn được áp dụng không?", Ask.DOC_STATUS),
    ("Kế hoạch của hai tỉnh, cái nào kéo dài hơn?", Ask.DOC_PERIOD),
    ("Thủ thư được cử theo quyết định của tỉnh số mấy của sở?", Ask.WHICH_DOCUMENT),
    ("Làm cách nào để kiểm tra mấy lớp biên mục?", Ask.WHAT),
    ("Mấy lớp biên mục ở xã nào?", Ask.WHAT),
    ("Thư viện nào đông người hơn, bên nào nhiều tiền hơn?", Ask.COMPARE),
    ("Thư viện tỉnh có phải là đơn vị chủ trì lớp biên mục không?", Ask.YES_NO),
]
ENGLISH = [
    ("Which documents mention libraries?", Ask.WHAT),
    ("Which plan is about libraries?", Ask.DOC_TITLE),
    ("What does Decision 12 say about books?", Ask.WHAT),
    ("What must the rule on books cover?", Ask.WHAT),
    ("What is in the decree on books?", Ask.WHAT),
    ("To which ministries does the plan go?", Ask.DOC_RECIPIENTS),
    ("Which ministries are getting the plan?", Ask.DOC_RECIPIENTS),
    ("Which Lam Dong Department of Health decision sends librarians to courses?", Ask.WHICH_DOCUMENT),
    ("Who exactly counts as a trainee?", Ask.LIST),
    ("Where does the cash for books come from?", Ask.FUNDING),
    ("What is the head-count for the course?", Ask.NUMBER),
    ("Which plan for librarians runs longer?", Ask.DOC_PERIOD),
    ("Which Politburo rule does the course rest on?", Ask.WHICH_DOCUMENT),
    ("Will the plan for librarians still be running in 2028?", Ask.DOC_PERIOD),
    ("Give me the share of librarians who hold a certificate", Ask.NUMBER),
    ("The plan is long, and who runs the course?", Ask.OFFICE),
    ("Which office runs the libraries?", Ask.OFFICE),
    ("Who opens the course?", Ask.OFFICE),
    ("What must the Department of Finance do?", Ask.DUTY),
    ("What are the responsibilities of librarians?", Ask.DUTY),
    ("How many classes are opened a year?", Ask.NUMBER),
    ("What percentage of librarians is trained?", Ask.NUMBER),
    ("When is the list due?", Ask.DEADLINE),
    ("What is the deadline for the report?", Ask.DEADLINE),
    ("Where does the money for books come from?", Ask.FUNDING),
    ("How is the course funded?", Ask.FUNDING),
    ("List the forms of training", Ask.LIST),
    ("Who may be sent on the course?", Ask.LIST),
    ("Are librarians trained every year?", Ask.YES_NO),
    ("Compare the two plans", Ask.COMPARE),
    ("Which decree governs the libraries?", Ask.WHICH_DOCUMENT),
    ("What is the document number of the plan?", Ask.DOC_NUMBER),
    ("When was the plan issued?", Ask.DOC_DATE),
    ("Who is the plan for?", Ask.LIST),
    ("Who does Article 2 of the decision hold responsible for carrying it out?", Ask.OFFICE),
    ("Which years does that other plan cover?", Ask.WHAT),
    ("Who approved the plan?", Ask.DOC_SIGNER),
    ("Who signed the plan?", Ask.DOC_SIGNER),
    ("Who set her name to the plan?", Ask.DOC_SIGNER),
    ("Which department of the province tells others what may be paid for?", Ask.OFFICE),
    ("From which year to which year does the scheme run?", Ask.WHAT),
    ("Which agency issued the plan?", Ask.DOC_ISSUER),
    ("Is the plan still a draft?", Ask.DOC_STATUS),
    ("Is the decree still in force?", Ask.DOC_FORCE),
    ("Which period does the plan cover?", Ask.DOC_PERIOD),
    ("What is the legal basis of the plan?", Ask.DOC_BASES),
    ("Who are the recipients of the plan?", Ask.DOC_RECIPIENTS),
    ("Which plans cite Decree 93/2020/NĐ-CP?", Ask.DOC_CITED_BY),
    ("Which of our plans rest on Decree 93/2020/NĐ-CP?", Ask.DOC_CITED_BY),
    ("What is the full name of the library plan?", Ask.DOC_TITLE),
    ("Which appendices does the plan have?", Ask.DOC_APPENDICES),
    ("What is the number and date of the library plan?", Ask.DOC_NUMBER),
    ("When does the library plan end?", Ask.DOC_PERIOD),
    ("Which plans are still running?", Ask.DOC_PERIOD),
    ("What is the period of the library plan?", Ask.DOC_PERIOD),
    ("Is the library plan final?", Ask.DOC_STATUS),
    ("Who gets a copy of the plan?", Ask.DOC_RECIPIENTS),
    ("Which percentage of librarians is trained?", Ask.NUMBER),
    ("How is the training of the village librarians funded?", Ask.FUNDING),
]


@pytest.mark.parametrize(("text", "ask"), VIETNAMESE)
def test_what_a_vietnamese_question_asks_for(text: str, ask: Ask) -> None:
    assert detect_ask(text, None) is ask


@pytest.mark.parametrize(("text", "ask"), ENGLISH)
def test_what_an_english_question_asks_for(text: str, ask: Ask) -> None:
    assert detect_ask("thư viện", text) is ask


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Bao lâu thì phải sơ kết kế hoạch một lần?", Ask.DEADLINE),
        ("Trình độ tối thiểu của thủ thư là gì?", Ask.WHAT),
        ("Tỷ lệ thủ thư có trình độ đại học tối thiểu là bao nhiêu?", Ask.NUMBER),
        ("Thư viện em có mấy chỗ hỏng. Báo cho sở nào?", Ask.OFFICE),
        ("Sở nào mở lớp? Em hỏi vì lớp có mấy bạn thôi.", Ask.OFFICE),
        ("Kế hoạch này làm cho năm nào?", Ask.DOC_PERIOD),
        ("hạn gửi kế hoạch hằng năm của thư viện", Ask.DEADLINE),
        ("Mấy lớp cho thủ thư, kể cả buổi tối, thì sở nào lo?", Ask.OFFICE),
        ("Học xong mấy lớp biên mục thì nộp bài cho ai?", Ask.OFFICE),
        ("Mấy thủ thư mới vào có phải học biên mục không?", Ask.YES_NO),
        ("Thư viện mở mấy lớp, sở nào lo?", Ask.NUMBER),
        ("Mấy đồng chí học hệ không tập trung?", Ask.NUMBER),
        ("Nghị định về thư viện đã được thay. Số mấy?", Ask.WHICH_DOCUMENT),
        ("Làm việc với mấy trường để thủ thư đi học, sở nào lo?", Ask.OFFICE),
        ("Thủ thư ghi theo mẫu số mấy?", Ask.NUMBER),
        ("Thủ thư thì mấy năm phải học lại một lần?", Ask.DEADLINE),
    ],
)
def test_what_is_asked_in_a_sentence_of_several(text: str, ask: Ask) -> None:
    assert detect_ask(text, None) is ask


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Các sở lập kế hoạch xong gửi đâu?", Ask.WHAT),
        ("Kế hoạch hằng năm của các xã gửi cơ quan nào?", Ask.OFFICE),
        ("Kế hoạch căn cứ tờ trình số bao nhiêu?", Ask.WHICH_DOCUMENT),
        ("Kế hoạch dựa theo nghị định số mấy?", Ask.WHICH_DOCUMENT),
        ("Lớp nào ghi ở phụ lục của kế hoạch?", Ask.WHAT),
        ("Lớp biên mục có tên là gì?", Ask.WHAT),
        ("Kế hoạch này có hiệu lực từ năm nào?", Ask.DOC_FORCE),
    ],
)
def test_what_a_document_has_is_told_from_what_it_speaks_of(text: str, ask: Ask) -> None:
    assert detect_ask(text, None) is ask


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("What is the title of the course?", Ask.WHAT),
        ("When does the course end?", Ask.DEADLINE),
        ("Is the course final?", Ask.YES_NO),
        ("Who gets the allowance under the plan?", Ask.OFFICE),
        ("Which period does the decision cover?", Ask.DOC_PERIOD),
    ],
)
def test_what_an_english_document_has_is_told_from_what_it_speaks_of(text: str, ask: Ask) -> None:
    assert detect_ask("thư viện", text) is ask


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("Văn bản nào là dự thảo?", "Which plans are drafts?"),
        ("Những kế hoạch nào đã ban hành chính thức?", "Which documents have been issued?"),
    ],
)
def test_documents_are_picked_by_how_they_stand(vietnamese: str, english: str) -> None:
    assert detect_ask(vietnamese, None) is detect_ask("", english) is Ask.DOC_STATUS


@pytest.mark.parametrize(
    ("ask", "text", "english", "facts"),
    [
        (Ask.DOC_NUMBER, "Kế hoạch số mấy, ngày nào, ai ký?", None, "number date signer"),
        (Ask.DOC_NUMBER, "Kế hoạch đã có số và ngày chưa?", None, "number date"),
        (Ask.DOC_SIGNER, "Ai ký, cơ quan nào ban hành kế hoạch?", None, "signer issuer"),
        (Ask.DOC_NUMBER, "", "What is the number and date of the plan, and who issued it?", "number date issuer"),
        (Ask.DOC_DATE, "", "When was the plan issued and who signed it?", "date signer"),
        (Ask.DOC_NUMBER, "Cho xin số hiệu với ngày tháng của kế hoạch.", None, "number date"),
        (Ask.DOC_NUMBER, "Số hiệu của kế hoạch?", None, "number"),
        (Ask.DOC_PERIOD, "Kế hoạch áp dụng đến năm nào, ai ký?", None, "period"),  # told alone
    ],
)
def test_facts_that_are_asked_at_once(ask: Ask, text: str, english: str | None, facts: str) -> None:
    assert facts_asked(ask, text, english) == tuple(Ask(f"doc_{fact}") for fact in facts.split())


def test_a_plan_that_may_be_over_is_a_question_of_its_period() -> None:
    assert detect_ask("", "Is the library plan still current?") is Ask.DOC_PERIOD


def test_only_a_question_that_names_a_document_asks_for_the_force_of_one() -> None:
    assert detect_ask("Kế hoạch còn hiệu lực không?", None, names_document=False) is Ask.DOC_STATUS


def test_every_kind_is_asked_for_in_both_languages() -> None:
    assert {a for _, a in VIETNAMESE} == set(Ask)
    assert {a for _, a in ENGLISH} | {Ask.WHAT} == set(Ask)


def test_who_handles_the_money_is_a_question_for_an_office() -> None:
    assert detect_ask("Phòng nào hướng dẫn thanh quyết toán nguồn kinh phí?", None) is Ask.OFFICE
    assert detect_ask("kinh phí", "Which office handles where the funding comes from?") is Ask.OFFICE


@pytest.mark.parametrize("text", ["còn Sở Tài chính", "năm 2025", "ở Lâm Đồng"])
def test_words_that_ask_nothing_have_no_kind(text: str) -> None:
    assert detect_ask(text, None) is None


def test_capitals_do_not_matter() -> None:
    assert detect_ask("AI KÝ KẾ HOẠCH?", None) is Ask.DOC_SIGNER
    assert detect_ask("", "WHO SIGNED THE PLAN?") is Ask.DOC_SIGNER


def test_metadata_of_a_document_is_told_from_its_clauses() -> None:
    about = {a for a in Ask if a.about_document}
    assert Ask.DOC_SIGNER in about
    assert not about & {Ask.OFFICE, Ask.NUMBER, Ask.WHICH_DOCUMENT, Ask.WHAT}
