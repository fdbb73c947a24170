"""Each rule on a passage of its own: what it lets pass and what it stops, with the reason."""

import time

import pytest

from answer.claims import check_claims
from vietnamese.glossary import Glossary

GLOSSARY = Glossary.load()
OFFICES = (
    "2. Sở Tài chính: phối hợp với Sở Y tế bố trí kinh phí.\n3. Sở Nội vụ: Phối hợp với Sở Y tế rà soát, cử công chức."
)
FIGURES = "Sở Y tế 20 người; Sở Tài chính 30 người."
TABLE = "TT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\n1\tBồi dưỡng chuyên viên\tSở Nội vụ\tSở Tài chính"


HEADED = (
    "Quyết định 12/QĐ-UBND ngày 05/03/2024 của Ủy ban nhân dân tỉnh Phú Yên: “Đào tạo giai đoạn 2024 - 2026, định hướng đến năm 2030”.\n"
    "V. Tổ chức thực hiện\n6. Sở Y tế\n- Cử 12 người đi học trong năm 2025.\n- Cử 15 người dự lớp cập nhật kiến thức y khoa năm 2025."
)
DIRECTED = "2.1. Chỉ đạo Sở Nội vụ\n- Trên cơ sở Kế hoạch của Tỉnh ủy, phối hợp với Sở Y tế mở các lớp.\n2.2. Chỉ đạo Sở Xây dựng\n- Chủ trì xây nhà."
DRAFT = "DỰ THẢO\nKẾ HOẠCH\nBồi dưỡng thủ thư năm 2021. Kế hoạch được ban hành và có hiệu lực khi Ủy ban nhân dân ký."
DISMISSED = "Người đã từ trần thì không phải thực hiện thủ tục miễn nhiệm."
BOTH_FORMS = "Đào tạo trung cấp ( hệ tập trung, không tập trung ) cho công chức của tỉnh theo kế hoạch."


def reason(claim: str, *passages: str) -> str:
    verdicts = check_claims(claim, dict(enumerate(passages, 1)), GLOSSARY)
    return "; ".join(v.reason for v in verdicts if not v.ok)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Sở Tài chính có 30 người [1].", FIGURES),
        ("The Department of Finance has 30 people [1].", FIGURES),
        ("Sở Tài chính phối hợp với Sở Y tế bố trí kinh phí [1].", OFFICES),
        ("Sở Nội vụ chủ trì, Sở Tài chính phối hợp [1].", TABLE),
        ("The course is led by the Department of Home Affairs [1].", TABLE),
        ("Hạn là 31/8/2023 [1].", "Hạn nộp: ngày 31 tháng 8 năm 2023."),
        ("The deadline is August 31, 2023 [1].", "Hạn nộp: ngày 31 tháng 8 năm 2023."),
        ("Thực hiện vào quý 4 [1].", "Thực hiện trong quý IV hàng năm."),
        ("It is done in the fourth quarter [1].", "Thực hiện trong quý IV hàng năm."),
        ("Kinh phí là 1.500 triệu đồng [1].", "Kinh phí: 1,5 tỷ đồng."),
        ("Thời hạn là 6 tháng [1].", "Thời hạn là 06 (sáu) tháng."),
        ("The term is six months [1].", "Thời hạn là 06 (sáu) tháng."),
        ("Kinh phí là 2,5 tỷ đồng [1].", "Kinh phí: 2 tỷ 500 triệu đồng."),
        ("Theo khoản 2 Điều 5 [1].", "Điều 5. Nội dung\n2. Theo quy định."),
        ("Văn bản không nêu mức kinh phí.", FIGURES),
        ("The documents do not say who signs.", FIGURES),
        ("## Tóm tắt", FIGURES),
        ("Có.", FIGURES),
        ("Dưới đây là nhiệm vụ của các sở.", FIGURES),
        ("Nếu bạn cần thêm thông tin, hãy cho tôi biết.", FIGURES),
        ("Kế hoạch nêu “học để làm việc” [1].", "Quán triệt tư tưởng: “học để\nlàm việc”."),
        ("Mr Nguyễn Mạnh Hùng was elected Chairman [1].", "Bầu ông Nguyễn Mạnh Hùng làm Chủ tịch."),
        ("UBND tỉnh ban hành quy chế [1].", "Ủy ban nhân dân tỉnh ban hành quy chế."),
        ("Theo Quyết định 12/QĐ-UBND của UBND tỉnh Phú Yên, Sở Y tế cử 12 người đi học [1].", HEADED),
        ("Theo mục V.6, Sở Y tế cử 15 người dự lớp cập nhật kiến thức [1].", HEADED),
        ("Theo đoạn 1, Sở Y tế cử 12 người đi học trong năm 2025 [1].", HEADED),
        ("In Phu Yen province, 12 people are sent to study in 2025 [1].", HEADED),
        ("The Provincial People's Committee decided it (Quyết định 12/QĐ-UBND của UBND tỉnh Phú Yên) [1].", HEADED),
        ("Sở Nội vụ phối hợp với Sở Y tế mở các lớp [1].", DIRECTED),
        ("UBND tỉnh giao Sở Xây dựng chủ trì xây nhà [1].", DIRECTED + "\nỦy ban nhân dân tỉnh báo cáo."),
        ("Kế hoạch này là dự thảo, chưa phải văn bản ban hành chính thức [1].", DRAFT),
        ("Kế hoạch này là dự thảo, chưa có hiệu lực [1].", DRAFT),
        ("The plan is a draft, not an issued document [1].", DRAFT),
        ("The plan is a draft and has not yet been issued [1].", DRAFT),
        ("Sở Tài chính phối hợp chứ không chủ trì [1].", TABLE),
        ("Không, Sở Tài chính chỉ phối hợp; Sở Nội vụ chủ trì [1].", TABLE),
        ("Kết quả được thông báo trong 3 ngày [1].", "Kết quả được thông báo trong vòng 3 ngày."),
        ("The result is announced within 3 days [1].", "Kết quả được thông báo trong 3 ngày."),
        ("Không phải làm thủ tục miễn nhiệm khi đã từ trần [1].", DISMISSED),
        ("Theo Kế hoạch, đào tạo trung cấp (hệ tập trung, không tập trung) cho công chức của tỉnh [1].", BOTH_FORMS),
        (
            "- Theo Quyết định số 8/QĐ-UBND ngày 01/02/2023 [1]",
            "- Theo Quyết định số 8/QĐ-UBND ngày 01/02/2023 về đào tạo.",
        ),
    ],
)
def test_passes(claim: str, passage: str) -> None:
    assert reason(claim, passage) == ""


@pytest.mark.parametrize(
    ("claim", "passage", "why"),
    [
        ("Sở Tài chính có 30 người.", FIGURES, "no marker"),
        ("Có, Sở Tài chính phối hợp bố trí kinh phí.", OFFICES, "no marker"),
        ("Tóm lại, Sở Nội vụ rà soát.", OFFICES, "no marker"),
        ("**Sở Nội vụ rà soát, cử công chức.**", OFFICES, "no marker"),
        ("Bạn nên gửi kế hoạch cho Sở Y tế.", OFFICES, "no marker"),
        ("Sở Tài chính có 30 người [4].", FIGURES, "marker 4 names no passage"),
        ("Sở Tài chính có 40 người [1].", FIGURES, "number 40 is not in passage 1"),
        ("Sở Tài chính có 20 người [1].", FIGURES, "20 stands with something else in passage 1; for this it gives 30"),
        ("The Department of Finance has 20 people [1].", FIGURES, "20 stands with something else"),
        (
            "The Department of Home Affairs has 30 people [1].",
            FIGURES,
            "Department of Home Affairs is not in passage 1",
        ),
        ("Sở Tài chính chủ trì bố trí kinh phí [1].", OFFICES, "Sở Tài chính does not lead"),
        ("Sở Tài chính rà soát, cử công chức [1].", OFFICES, "this is the duty of: sở nội vụ"),
        ("Sở Tài chính chủ trì, Sở Nội vụ phối hợp [1].", TABLE, "Sở Tài chính does not lead"),
        ("Năm 2024 có 3 lớp [1].", "TT\tNội dung\tNăm 2023\tNăm 2024\n1\tBồi dưỡng\t3 lớp\t5 lớp", "it gives 5"),
        ("Hạn là 30/9/2023 [1].", "Hạn nộp: ngày 31 tháng 8 năm 2023.", "30/9/2023"),
        ("Gửi sau ngày 31/8 [1].", "Gửi trước ngày 31/8.", "bounded the other way"),
        ("Thời hạn là 6 ngày [1].", "Thời hạn là 06 (sáu) tháng.", "counts something else"),
        ("Tối đa 3 lớp [1].", "Tổ chức ít nhất 03 lớp.", "bounded the other way"),
        ("Người ký được phép ủy quyền lại [1].", "Người ký không được ủy quyền lại.", "forbidden"),
        ("The signer may delegate [1].", "Người ký không được ủy quyền.", "forbidden"),
        ("Bồi dưỡng sau khi bổ nhiệm [1].", "Bồi dưỡng trước khi bổ nhiệm.", "before and after"),
        ("Theo Quyết định 9/QĐ-UBND [1].", "Theo Quyết định số 8/QĐ-UBND.", "document number 9/QĐ-UBND"),
        ("Theo khoản 7 Điều 5 [1].", "Điều 5. Nội dung\n2. Theo quy định.", "khoản 7"),
        ("Việc này làm tại tỉnh Hậu Giang [1].", "Việc này làm tại tỉnh Bình Định.", "Hậu Giang is not in passage 1"),
        ("Kế hoạch nêu “học để thi đỗ” [1].", "“học để làm việc”.", "quoted words"),
        ("Văn bản không nêu, nhưng kinh phí là 12 tỷ đồng.", FIGURES, "no marker"),
        ("Nhân viên được tặng xe máy và nhà ở miễn phí [1].", FIGURES, "does not speak of this"),
        ("Tổ chức hằng quý [1].", "Tổ chức hằng năm.", "quarterly"),
        (
            "Theo Quyết định 12/QĐ-UBND của UBND tỉnh Phú Yên, cử 12 người dự lớp cập nhật kiến thức [1].",
            HEADED,
            "gives 15",
        ),
        ("Theo Quyết định 13/QĐ-UBND, Sở Y tế cử 12 người đi học [1].", HEADED, "document number 13/QĐ-UBND"),
        ("Theo mục V.7, Sở Y tế cử 12 người đi học [1].", HEADED, "mục v.7"),
        ("Theo nhiệm vụ 2.4, Sở Y tế cử 12 người đi học [1].", HEADED, "number 2.4"),
        ("Theo đoạn 3, Sở Y tế cử 12 người đi học [1].", HEADED, "number 3"),
        (
            "Năm 2030, Sở Y tế cử 12 người đi học [1].",
            HEADED,
            "2030 stands with something else in passage 1; for this it gives năm 2025",
        ),
        (
            "Theo Quyết định 12/QĐ-UBND, nhân viên được tặng xe máy và nhà ở miễn phí [1].",
            HEADED,
            "does not speak of this",
        ),
        ("Sở Nội vụ không chủ trì mà chỉ phối hợp [1].", TABLE, "Sở Nội vụ leads"),
        (
            "UBND tỉnh giao Sở Y tế chủ trì xây nhà [1].",
            DIRECTED + "\nỦy ban nhân dân tỉnh báo cáo.",
            "Sở Y tế does not lead",
        ),
        ("The result is announced after 3 days [1].", "Kết quả được thông báo trong 3 ngày.", "bounded the other way"),
        ("Phải làm thủ tục miễn nhiệm khi đã từ trần [1].", DISMISSED, "not required"),
        (
            "Phòng Kế hoạch không có trách nhiệm mở lớp [1].",
            "Phòng Kế hoạch có trách nhiệm mở lớp.",
            "does not say that it is not required",
        ),
    ],
)
def test_stops(claim: str, passage: str, why: str) -> None:
    assert why in reason(claim, passage)


def test_only_the_wrong_sentence_fails() -> None:
    verdicts = check_claims("Sở Tài chính có 30 người [1]. Sở Y tế có 25 người [1].", {1: FIGURES}, GLOSSARY)
    assert [v.ok for v in verdicts] == [True, False]


NOT_DELEGATED = "Người ký không được ủy quyền lại."


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Có “5 người” [1].", "Có 05 người."),
        ("Người ký không “được ủy quyền lại” [1].", NOT_DELEGATED),
        ("Người ký không được “ủy quyền lại” [1].", NOT_DELEGATED),
        ("The signer may not “ủy quyền lại” [1].", NOT_DELEGATED),
        ("Kế hoạch nêu “không được ủy quyền lại” [1].", NOT_DELEGATED),
        ("Kế hoạch nêu “người ký được ủy quyền” [1].", "Chưa có hay không? Người ký được ủy quyền."),
        ("Kế hoạch nêu “được ủy quyền” [1].", "Phó Giám đốc không được ủy quyền.\nGiám đốc được ủy quyền."),
        ("Kế hoạch nêu “2. Sở Tài chính: phối hợp với Sở Y tế bố trí kinh phí.” [1]", OFFICES),
        ("Kế hoạch nêu “1\tBồi dưỡng chuyên viên\tSở Nội vụ” [1].", TABLE),
        ("Kế hoạch nêu “tối đa 05 người” [1].", "Mỗi lớp có tối đa <b>05</b> người."),
        ("Kế hoạch nêu “tối đa <b>05</b> người” [1].", "Mỗi lớp có tối đa 05 người."),
    ],
)
def test_quotes_that_pass(claim: str, passage: str) -> None:
    assert reason(claim, passage) == ""


@pytest.mark.parametrize(
    ("claim", "passage", "why"),
    [
        ("Có “5 người” [1].", "Có 15 người.", "are not in passage 1"),
        ("Kinh phí là “1,5 triệu đồng” [1].", "Kinh phí là 15 triệu đồng.", "are not in passage 1"),
        ("Kế hoạch nêu “kinh phí là 15” [1].", "Kinh phí là 15 triệu đồng.", "are not in passage 1"),
        ("Có “mươi lăm người” [1].", "Có hai mươi lăm người.", "are not in passage 1"),
        ("Hạn là “8/2023 theo kế hoạch” [1].", "Hạn là 31/8/2023 theo kế hoạch.", "are not in passage 1"),
        ("Người ký “được ủy quyền lại” [1].", NOT_DELEGATED, "leave out “không” before them in passage 1"),
        ("Người ký “ủy quyền lại” [1].", NOT_DELEGATED, "leave out “không”"),
        ("The signer may “delegate it again” [1].", "The signer may not delegate it again.", "leave out “not”"),
        ("Ai không vắng mặt trong năm đó “được ủy quyền lại” [1].", NOT_DELEGATED, "leave out “không”"),
        ("Giám đốc “được cử đi học” [1].", "Giám đốc chưa được cử đi học.", "leave out “chưa”"),
        ("Người ký “be replaced khi vắng” [1].", "Người ký must not be replaced khi vắng.", "leave out “not”"),
        ("Mỗi lớp có tối đa “05 người” [1].", "Mỗi lớp có ít nhất 05 người.", "bounded the other way"),
        ("Mỗi lớp có “5 người” [1].", "Mỗi lớp có 1-5 người.", "bounded the other way"),
        ("Kế hoạch nêu “kinh phí là 15” [1].", "Kinh phí là 15%.", "counts something else"),
        ("Sở Tài chính có “20 người” [1].", FIGURES, "20 stands with something else"),
    ],
)
def test_quotes_that_do_not(claim: str, passage: str, why: str) -> None:
    assert why in reason(claim, passage)


@pytest.mark.parametrize("passage", [OFFICES, FIGURES, TABLE, NOT_DELEGATED])
def test_a_whole_passage_can_be_quoted(passage: str) -> None:
    assert reason(f"Kế hoạch nêu: “{passage}” [1]", passage) == ""


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("", []),
        (" \n ", []),
        ("[1]", [""]),
        ("“" * 2000, [""]),
        ("[" * 2000 + "1]", ["longer than 1500 characters: write several sentences"]),
        ("1." * 2000, ["no marker"]),
        ("\x00\ud800 [1]", [""]),
        ("a: " * 3000, ["no marker"]),
    ],
)
def test_any_text_is_checked(text: str, verdicts: list[str]) -> None:
    assert [v.reason for v in check_claims(text, {1: text}, GLOSSARY)] == verdicts


def test_a_sentence_may_say_how_many_passages_and_figures_it_sets_beside_each_other() -> None:
    assert (
        reason("Hai đoạn nêu hai số liệu khác nhau: 12 người đi học [1]; Sở Tài chính 30 người [2].", HEADED, FIGURES)
        == ""
    )
    assert "number ba" in reason(
        "Ba đoạn nêu số liệu: 12 người đi học [1]; Sở Tài chính 30 người [2].", HEADED, FIGURES
    )


def test_a_sentence_copied_as_it_stands_is_sound() -> None:
    passage = "1. Cơ quan\n- Trừ Sở Y tế, các sở không khai báo, khai báo gian dối hoặc khai báo không đúng. Bị xử lý theo quy định."
    assert reason("Trừ Sở Y tế, các sở không khai báo, khai báo gian dối hoặc khai báo không đúng [1].", passage) == ""
    assert reason("Khai báo gian dối hoặc khai báo không đúng được tặng 5 xe máy [1].", passage) != ""


def test_a_passage_that_repeats_itself_is_searched_at_once() -> None:
    """Far less than a second; what looks at each of its places again takes minutes."""
    before = time.process_time()
    reason("a a a a a [1].", "a " * 30_000)
    assert time.process_time() - before < 5


def test_a_sentence_too_long_to_check_fails() -> None:
    assert "write several sentences" in reason("Sở Y tế có người " * 200 + "[1].", "Sở Y tế có người.")
