"""Duties of clauses: who must do what, in which role, with whom, until when."""

import pytest

from tests.obligations.made_plans import ONE_YEAR, duties, under, who


def test_a_heading_gives_its_office_to_the_blocks_under_it() -> None:
    body = under("Sở Nội vụ", "- Theo dõi việc thực hiện.", "- Xây dựng kế hoạch.")
    assert who(body) == [("Sở Nội vụ", "inspect"), ("Sở Nội vụ", "implement")]


def test_a_heading_is_not_a_duty_and_neither_is_an_opening() -> None:
    body = under("Sở Nội vụ", "Chủ trì, phối hợp với Sở Tài chính thực hiện:", "- Mở lớp;", "- Cử cán bộ.")
    rows = duties(body)
    assert [(r.actor, r.role, r.action) for r in rows if r.role == "lead"] == [
        ("Sở Nội vụ", "lead", "Mở lớp"),
        ("Sở Nội vụ", "lead", "Cử cán bộ"),
    ]
    assert [(r.actor, r.counterparts) for r in rows if r.role == "coordinate"] == [("Sở Tài chính", ("Sở Nội vụ",))] * 2


def test_an_opening_in_a_heading() -> None:
    body = "TỔ CHỨC THỰC HIỆN\n1. Sở Y tế có trách nhiệm:\na) Cử cán bộ đi học;\nb) Báo cáo Sở Nội vụ."
    assert who(body) == [("Sở Y tế", "implement"), ("Sở Y tế", "report")]


def test_a_run_in_label() -> None:
    assert who("TỔ CHỨC THỰC HIỆN\n- Sở Y tế: cử cán bộ.\n- Sở Nội vụ: kiểm tra các lớp.") == [
        ("Sở Y tế", "implement"),
        ("Sở Nội vụ", "inspect"),
    ]


def test_each_office_of_a_sentence_has_a_row() -> None:
    rows = duties("TỔ CHỨC THỰC HIỆN\nChánh Văn phòng, Giám đốc Sở Nội vụ, Giám đốc Sở Y tế chịu trách nhiệm thi hành.")
    assert [r.actor for r in rows] == ["Chánh Văn phòng", "Giám đốc Sở Nội vụ", "Giám đốc Sở Y tế"]
    assert len({(r.action, r.quote, r.lines) for r in rows}) == 1


def test_a_heading_of_several_offices_is_one_actor() -> None:
    body = under("Các sở, ban, ngành; Ủy ban nhân dân các huyện, thị xã", "- Cử cán bộ đi học.")
    assert who(body) == [("Các sở, ban, ngành; Ủy ban nhân dân các huyện, thị xã", "implement")]


def test_several_sentences_of_one_office_are_one_row() -> None:
    (row,) = duties(under("Sở Nội vụ", "- Xây dựng kế hoạch. Kiểm tra các lớp học; báo cáo kết quả."))
    assert row.role == "implement"
    assert row.action == "Xây dựng kế hoạch. Kiểm tra các lớp học; báo cáo kết quả"


def test_sentences_of_different_offices_are_rows_of_each() -> None:
    body = (
        "TỔ CHỨC THỰC HIỆN\nSở Nội vụ xây dựng kế hoạch. Sở Tài chính bố trí kinh phí. Đồng thời kiểm tra việc sử dụng."
    )
    assert who(body) == [("Sở Nội vụ", "implement"), ("Sở Tài chính", "fund")]


def test_two_deadlines_are_two_rows() -> None:
    rows = duties(under("Sở Nội vụ", "- Xây dựng kế hoạch trước ngày 31/3. Gửi báo cáo trước ngày 31/8."))
    assert [(r.action, r.deadline.month_day) for r in rows if r.deadline] == [
        ("Xây dựng kế hoạch trước ngày 31/3", "03-31"),
        ("Gửi báo cáo trước ngày 31/8", "08-31"),
    ]
    assert len({(r.actor, r.quote, r.lines) for r in rows}) == 1


def test_a_deadline_beside_sentences_without_one() -> None:
    rows = duties(under("Sở Nội vụ", "- Mở lớp. Gửi báo cáo trước ngày 31/3, tổng kết trước ngày 31/8."))
    assert [(r.action, r.deadline.month_day if r.deadline else None) for r in rows] == [
        ("Mở lớp", None),
        ("Gửi báo cáo trước ngày 31/3", "03-31"),
        ("tổng kết trước ngày 31/8", "08-31"),
    ]


@pytest.mark.parametrize(("title", "frequency"), [("Đào tạo giai đoạn 2024 - 2028", "yearly"), (ONE_YEAR, None)])
def test_a_day_without_a_year_comes_back_but_in_a_plan_of_one_year(title: str, frequency: str | None) -> None:
    (row,) = duties(under("Sở Nội vụ", "- Gửi báo cáo trước ngày 31/8."), title)
    assert row.deadline is not None
    assert (row.deadline.month_day, row.deadline.frequency) == ("08-31", frequency)


class TestWhoIsOrdered:
    @pytest.mark.parametrize(
        ("sentence", "actors"),
        [
            ("Đề nghị các sở, ban, ngành rà soát nhu cầu.", ["Các sở, ban, ngành"]),
            ("Yêu cầu Giám đốc Sở Y tế khẩn trương triển khai.", ["Giám đốc Sở Y tế"]),
            ("Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì.", ["Sở Nội vụ"]),
            ("Sở Nội vụ được giao chủ trì mở lớp.", ["Sở Nội vụ"]),
            (
                "Các ông (bà): Chánh Văn phòng, Giám đốc Sở Y tế chịu trách nhiệm thi hành.",
                ["Chánh Văn phòng", "Giám đốc Sở Y tế"],
            ),
            (
                "Giám đốc các Sở: Nội vụ, Y tế; Chánh Thanh tra tỉnh chịu trách nhiệm thi hành.",
                ["Giám đốc các Sở: Nội vụ, Y tế", "Chánh Thanh tra tỉnh"],
            ),
            ("Mỗi cơ quan, đơn vị cử 01 lãnh đạo tham dự.", ["Cơ quan, đơn vị"]),
            ("Kết thúc năm, các đơn vị báo cáo kết quả.", ["Các đơn vị"]),
            ("Trong quá trình theo dõi, giải quyết công việc, mỗi cá nhân phải lập hồ sơ.", ["Cá nhân"]),
            ("Đối với các đơn vị sự nghiệp: chủ động cân đối nguồn thu.", ["Các đơn vị sự nghiệp"]),
            (
                "Các phòng chuyên môn và các đơn vị trực thuộc căn cứ kế hoạch này triển khai thực hiện.",
                ["Các phòng chuyên môn và các đơn vị trực thuộc"],
            ),
            ("Các cấp ủy đảng tăng cường lãnh đạo, chỉ đạo.", ["Các cấp ủy đảng"]),
            ("Người tham gia lớp học phải chấp hành nội quy.", ["Người tham gia lớp học"]),
            ("Dấu giáp lai đóng vào mép phải của văn bản.", []),
            ("Lớp học do đơn vị có đủ điều kiện mở.", []),
        ],
    )
    def test_in_a_sentence(self, sentence: str, actors: list[str]) -> None:
        assert [actor for actor, _ in who(f"I. NỘI DUNG\n1. {sentence}")] == actors

    @pytest.mark.parametrize(
        "heading", ["Sở Nội vụ (cơ quan thường trực)", "Sở Nội vụ là cơ quan đầu mối, có nhiệm vụ:", "Giao Sở Nội vụ:"]
    )
    def test_in_a_heading(self, heading: str) -> None:
        assert who(under(heading, "- Mở lớp.")) == [("Sở Nội vụ", "implement")]


def test_times_before_the_verb_have_all_the_words() -> None:
    block = "- Định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12), báo cáo kết quả."
    rows = duties(under("Sở Nội vụ", block))
    assert [(r.deadline.text, r.deadline.frequency) for r in rows if r.deadline] == [
        ("Định kỳ 6 tháng (trước ngày 15/6)", "half-yearly"),
        ("hằng năm (trước ngày 15/12)", "yearly"),
    ]
    assert {r.action for r in rows} == {block.strip("- .")}


class TestPartners:
    def test_an_office_named_exactly_has_a_row_of_its_own(self) -> None:
        rows = duties(
            under("Sở Nội vụ", "- Chủ trì, phối hợp với Sở Tài chính, Sở Y tế và các đơn vị liên quan mở lớp.")
        )
        assert [(r.actor, r.role) for r in rows] == [
            ("Sở Nội vụ", "lead"),
            ("Sở Tài chính", "coordinate"),
            ("Sở Y tế", "coordinate"),
        ]
        assert rows[0].counterparts == ("Sở Tài chính", "Sở Y tế", "Các đơn vị liên quan")
        assert rows[1].counterparts == ("Sở Nội vụ",)
        assert len({(r.quote, r.lines) for r in rows}) == 1

    def test_who_only_joins_in_obliges_nobody_else(self) -> None:
        (row,) = duties(under("Sở Tài chính", "- Phối hợp với Sở Nội vụ mở lớp."))
        assert (row.actor, row.role, row.counterparts) == ("Sở Tài chính", "coordinate", ("Sở Nội vụ",))

    def test_who_is_advised_has_no_duty(self) -> None:
        (row,) = duties(under("Sở Nội vụ", "- Tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch."))
        assert (row.role, row.object) == ("advise", "Ủy ban nhân dân tỉnh")

    def test_who_gets_a_report_to_sum_up_has_no_duty(self) -> None:
        (row,) = duties(under("Sở Y tế", "- Báo cáo về Sở Nội vụ để tổng hợp."))
        assert (row.actor, row.role, row.object) == ("Sở Y tế", "report", "Sở Nội vụ")


@pytest.mark.parametrize(
    ("block", "condition"),
    [
        ("- Báo cáo Sở Nội vụ nếu có vướng mắc.", "nếu có vướng mắc"),
        ("- Thu hồi kinh phí đào tạo theo quy định (nếu có).", "nếu có"),
        ("- Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, báo cáo Sở Nội vụ.", "nếu có khó khăn, vướng mắc"),
        ("- Báo cáo Sở Nội vụ.", None),
    ],
)
def test_conditions(block: str, condition: str | None) -> None:
    assert [r.condition for r in duties(under("Sở Y tế", block))] == [condition]


class TestNobodyNamed:
    def test_a_thing_that_must_be_done_is_ordered_of_nobody(self) -> None:
        rows = duties("I. YÊU CẦU\n1. Việc cử cán bộ đi học phải dựa vào quy hoạch.")
        assert [(r.actor, r.role) for r in rows] == [(None, "other")]

    @pytest.mark.parametrize(
        "body",
        [
            "II. GIẢI PHÁP\n- Tăng cường kiểm tra, đánh giá chất lượng.\n- Đổi mới nội dung chương trình.",
            "II. GIẢI PHÁP\n1. Đổi mới công tác quản lý\n- Xây dựng cơ sở dữ liệu; nâng cao chất lượng giảng viên.",
            "I. QUAN ĐIỂM\nCán bộ là gốc của mọi công việc.",
            "I. CĂN CỨ\n- Căn cứ Luật Cán bộ, công chức;",
        ],
    )
    def test_solutions_and_statements_are_no_duties(self, body: str) -> None:
        assert duties(body) == []

    def test_a_solution_that_names_who_does_it_is_a_duty(self) -> None:
        assert who("II. GIẢI PHÁP\n- Các cơ quan, đơn vị chủ động bố trí kinh phí.") == [
            ("Các cơ quan, đơn vị", "fund")
        ]


class TestLaws:
    LAW = """QUỐC HỘI

LUẬT
Văn thư

Điều 1. Phạm vi điều chỉnh
Luật này quy định về văn thư.
Điều 2. Trách nhiệm của Bộ Nội vụ
1. Hướng dẫn nghiệp vụ văn thư.
2. Kiểm tra việc thực hiện.
Điều 3. Nhiệm vụ, quyền hạn của Ủy ban nhân dân tỉnh
1. Quyết định biện pháp quản lý văn thư.
2. Tổ chức thực hiện pháp luật về văn thư.
Điều 4. Các hành vi bị nghiêm cấm
1. Cơ quan, tổ chức phải báo cáo sai sự thật.
Điều 5. Quyền của công chức
1. Công chức được bồi dưỡng nghiệp vụ.
2. Công chức có quyền từ chối.
Điều 6. Lập hồ sơ
1. Công chức phải lập hồ sơ công việc và giao nộp trước ngày 31/3 hằng năm.
2. Cơ quan, tổ chức không được tiêu hủy hồ sơ.
"""

    def test_only_what_obliges_somebody(self) -> None:
        from obligations.reading import read_document
        from tests.ingest.made import document_of, passages_of

        rows = read_document(document_of(self.LAW), passages_of(self.LAW), {})
        assert [(r.section[-1], r.actor, r.role) for r in rows] == [
            ("khoản 1", "Bộ Nội vụ", "implement"),
            ("khoản 2", "Bộ Nội vụ", "inspect"),
            ("khoản 2", "Ủy ban nhân dân tỉnh", "implement"),
            ("khoản 1", "Công chức", "implement"),
        ]
        assert rows[-1].deadline is not None
        assert rows[-1].deadline.text == "trước ngày 31/3 hằng năm"


class TestLists:
    """What openings of laws say of the points under them."""

    @staticmethod
    def read(opening: str, *points: str, title: str = "Cơ sở lưu trú") -> list[tuple[str | None, str]]:
        lettered = "\n".join(f"{letter}) {point}" for letter, point in zip("abc", points, strict=False))
        body = f"Điều 3. {title}\n1. {opening}\n{lettered}"
        return [(row.actor, row.action) for row in duties(body)]

    def test_duties_among_rights_and_duties(self) -> None:
        opening = "Chủ cơ sở lưu trú có nghĩa vụ sau đây:"
        points = ("Thông báo việc lưu trú;", "Mua bảo hiểm cháy nổ.")
        found = self.read(opening, *points, title="Quyền và nghĩa vụ của chủ cơ sở lưu trú")
        assert found == [
            ("Chủ cơ sở lưu trú", "Thông báo việc lưu trú"),
            ("Chủ cơ sở lưu trú", "Mua bảo hiểm cháy nổ"),
        ]

    @pytest.mark.parametrize(
        ("opening", "point"),
        [
            ("Chủ cơ sở lưu trú có các quyền sau đây:", "Tự mình tổ chức dịch vụ;"),
            ("Chủ cơ sở lưu trú phải trả phí khi có một trong các hoạt động sau đây:", "Khai thác mặt nước;"),
            ("Chủ cơ sở lưu trú phải đóng cửa trong các trường hợp sau đây:", "Người phục vụ phải nghỉ việc;"),
            ("Chủ cơ sở lưu trú phải đáp ứng các điều kiện sau đây:", "Có trình độ chuyên môn phù hợp;"),
            ("Chủ cơ sở lưu trú phải ra thông báo có các nội dung sau đây:", "Kết quả kiểm tra phòng;"),
            ("Nhà nước khuyến khích tổ chức, cá nhân đầu tư cho các hoạt động sau đây:", "Sử dụng vật liệu mới;"),
        ],
    )
    def test_rights_cases_and_things_are_no_duties(self, opening: str, point: str) -> None:
        title = "Quyền và nghĩa vụ của chủ cơ sở lưu trú"
        assert self.read(opening, point, "Lưu trữ hồ sơ.", title=title) == []

    def test_a_thing_that_must_meet_conditions_may_hold_orders(self) -> None:
        opening = "Cơ sở lưu trú phải bảo đảm các yêu cầu sau đây:"
        assert self.read(opening, "Phòng ngủ phải được khử trùng hằng tuần.") == [
            (None, "Phòng ngủ phải được khử trùng hằng tuần")
        ]

    def test_openings_within_a_clause(self) -> None:
        body = under("Sở Y tế", "Người bệnh có các quyền sau đây:", "- Lựa chọn bác sĩ;", "- Đề nghị chuyển viện.")
        assert duties(body) == []
        body = under("Sở Y tế", "Hồ sơ gồm:", "- Báo cáo kết quả;", "- Biên bản họp.")
        assert duties(body) == []

    def test_what_may_be_done_among_rights_and_duties(self) -> None:
        body = (
            "Điều 3. Quyền và nghĩa vụ của trung tâm hòa giải\n1. Mở tài khoản tại ngân hàng.\n"
            "2. Gửi danh sách hòa giải viên cho Sở Tư pháp."
        )
        assert [row.action for row in duties(body)] == ["Gửi danh sách hòa giải viên cho Sở Tư pháp"]

    def test_what_may_be_decided_is_no_duty(self) -> None:
        body = (
            "Điều 3. Thẩm quyền cấp giấy phép\n1. Ủy ban nhân dân cấp huyện cấp giấy phép kinh doanh.\n"
            "2. Ủy ban nhân dân cấp xã phải niêm yết danh sách."
        )
        assert [(row.actor, row.role) for row in duties(body)] == [("Ủy ban nhân dân cấp xã", "implement")]

    def test_an_office_within_a_sentence_does_not_hold_it(self) -> None:
        body = (
            "Điều 3. Chánh Văn phòng có những nhiệm vụ sau đây:\n1. Đề nghị Ủy ban nhân dân tỉnh xem xét biên chế.\n"
            "2. Lập danh sách công chức."
        )
        assert {row.actor for row in duties(body)} == {"Chánh Văn phòng"}


class TestDecision:
    def test_the_articles_of_a_decision(self) -> None:
        body = """Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
Điều 2. Giao Sở Nội vụ chủ trì, hướng dẫn thực hiện.
Điều 3. Chánh Văn phòng, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này./."""
        assert who(body) == [
            ("Sở Nội vụ", "lead"),
            ("Chánh Văn phòng", "implement"),
            ("Giám đốc Sở Nội vụ", "implement"),
        ]


class TestTables:
    HEAD = """PHỤ LỤC
| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |
| --- | --- | --- | --- | --- | --- |
"""

    def test_a_row_gives_duties_to_who_leads_and_who_works_with_them(self) -> None:
        rows = duties(f"{self.HEAD}| 1 | Mở lớp | Sở Nội vụ | Sở Y tế; các đơn vị liên quan | Quý II/2024 | Báo cáo |")
        assert [(r.actor, r.role, r.action, r.object) for r in rows] == [
            ("Sở Nội vụ", "lead", "Mở lớp", "Báo cáo"),
            ("Sở Y tế", "coordinate", "Mở lớp", "Báo cáo"),
        ]
        assert rows[0].counterparts == ("Sở Y tế", "Các đơn vị liên quan")
        assert {r.deadline.text for r in rows if r.deadline} == {"Quý II/2024"}

    def test_lettered_times_go_with_the_lettered_parts(self) -> None:
        content, time = "a) Lập kế hoạch b) Báo cáo", "a) Trước 31/3/2024 b) Tháng 12"
        rows = duties(f"{self.HEAD}| 1 | {content} | Sở Nội vụ | | {time} | |")
        assert [(r.action, r.deadline.text) for r in rows if r.deadline] == [
            ("Lập kế hoạch", "Trước 31/3/2024"),
            ("Báo cáo", "Tháng 12"),
        ]

    def test_lettered_parts_with_one_time_are_one_row(self) -> None:
        content, time = "a) Lập kế hoạch b) Mở lớp c) Báo cáo", "a) Quý I/2024 b) Tháng 9 c) Quý I/2024"
        rows = duties(f"{self.HEAD}| 1 | {content} | Sở Nội vụ | | {time} | |")
        assert [(r.action, r.deadline.text) for r in rows if r.deadline] == [
            ("Lập kế hoạch; Báo cáo", "Quý I/2024"),
            ("Mở lớp", "Tháng 9"),
        ]

    def test_times_within_the_words_are_rows_of_their_own(self) -> None:
        content = "Theo dõi các lớp học; tổ chức sơ kết sau 02 năm và tổng kết sau 04 năm thực hiện đề án"
        rows = duties(f"{self.HEAD}| 1 | {content} | Sở Nội vụ | Sở Y tế | Thường xuyên | |")
        assert [(r.actor, r.deadline.text) for r in rows if r.deadline] == [
            (office, text)
            for text in ("Thường xuyên", "sau 02 năm", "sau 04 năm")
            for office in ("Sở Nội vụ", "Sở Y tế")
        ]
        assert [r.action for r in rows if r.role == "lead"] == [
            content,
            "tổ chức sơ kết sau 02 năm",
            "và tổng kết sau 04 năm thực hiện đề án",
        ]

    @pytest.mark.parametrize(
        ("content", "time", "texts"),
        [
            ("Gửi báo cáo trước ngày 15/11/2024", "", ["trước ngày 15/11/2024"]),
            ("Gửi báo cáo trước ngày 15/11/2024", "15/11/2024", ["15/11/2024"]),
            ("Hằng năm, rà soát danh sách", "Tháng 8", ["Tháng 8"]),
            ("Mở lớp", "", [None]),
        ],
    )
    def test_a_time_is_counted_once(self, content: str, time: str, texts: list[str | None]) -> None:
        rows = duties(f"{self.HEAD}| 1 | {content} | Sở Nội vụ | | {time} | |")
        assert [r.deadline.text if r.deadline else None for r in rows] == texts

    def test_a_bullet_that_a_page_break_put_behind_its_row_is_a_block_of_its_own(self) -> None:
        first = "6\tTăng cường hợp tác: - Mở lớp với các trường\tSở Nội vụ\tSở Y tế\tQuý II\tBáo cáo"
        head = "STT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tSản phẩm"
        rows = duties(f"PHỤ LỤC\n{head}\n{first}\n\n\t- Cử cán bộ đi học tập ở nước ngoài\t\t\t\t\n7\tThi\t\t\t\t")
        assert [(r.actor, r.action, r.quote.startswith("-")) for r in rows] == [
            ("Sở Nội vụ", "Tăng cường hợp tác: - Mở lớp với các trường", False),
            ("Sở Y tế", "Tăng cường hợp tác: - Mở lớp với các trường", False),
            ("Sở Nội vụ", "Cử cán bộ đi học tập ở nước ngoài", True),
            ("Sở Y tế", "Cử cán bộ đi học tập ở nước ngoài", True),
        ]
        assert {r.deadline.text for r in rows if r.deadline} == {"Quý II"}
        assert rows[1].lines != rows[2].lines

    def test_as_above(self) -> None:
        rows = duties(f"{self.HEAD}| 1 | Mở lớp | Sở Nội vụ | | Quý II | |\n| 2 | Thi | -nt- | | -nt- | |")
        assert [(r.actor, r.action, r.deadline.text) for r in rows if r.deadline] == [
            ("Sở Nội vụ", "Mở lớp", "Quý II"),
            ("Sở Nội vụ", "Thi", "Quý II"),
        ]

    def test_a_row_without_anybody_who_leads_is_no_duty(self) -> None:
        assert duties(f"{self.HEAD}| 1 | Mở lớp | | Sở Y tế | Quý II/2024 | Báo cáo |") == []


def test_a_closing_formula_and_a_remark_are_no_duties() -> None:
    body = under("Sở Y tế", "- Cử cán bộ.", "(Sở Nội vụ hướng dẫn chi tiết tại công văn riêng)")
    assert who(body) == [("Sở Y tế", "implement")]
