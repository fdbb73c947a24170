"""A row as other programs read it."""

from dataclasses import replace

import pytest

from obligations.obligation import Deadline, Obligation, Target

ROW = Obligation(
    kind="duty",
    actor="Sở Tài chính",
    actor_en="Department of Finance",
    role="report",
    action="gửi báo cáo",
    object=None,
    counterparts=("Sở Nội vụ",),
    condition=None,
    deadline=Deadline("trước ngày 31/8", None, "08-31", "yearly"),
    target=None,
    document_id="ke-hoach",
    section=("Kế hoạch", "III."),
    lines=(3, 4),
    page=None,
    quote="Sở Tài chính gửi báo cáo",
    passage_id="ke-hoach-7",
    places=(3, 4),
)


def test_a_row_as_json() -> None:
    assert ROW.as_json() == {
        "kind": "duty",
        "actor": "Sở Tài chính",
        "actor_en": "Department of Finance",
        "role": "report",
        "action": "gửi báo cáo",
        "object": None,
        "counterparts": ["Sở Nội vụ"],
        "condition": None,
        "deadline": {"text": "trước ngày 31/8", "date": None, "month_day": "08-31", "frequency": "yearly"},
        "target": None,
        "document_id": "ke-hoach",
        "section": ["Kế hoạch", "III."],
        "lines": [3, 4],
        "page": None,
        "quote": "Sở Tài chính gửi báo cáo",
    }


@pytest.mark.parametrize(("low", "shown"), [(150.0, "150"), (12.5, "12.5"), (None, "None")])
def test_whole_numbers_have_no_fraction(low: float | None, shown: str) -> None:
    target = Target("cán bộ", None, "150 người", low, low, "người", 2024)
    as_json = replace(ROW, target=target, deadline=None, lines=None).as_json()
    assert str(as_json["target"]["low"]) == shown
    assert as_json["deadline"] is None
    assert as_json["lines"] is None
