"""The Targets page run without a browser, over a real register."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from target_plans import HOSTILE, PLANS, WITHOUT, publish

from index.settings import Settings


@pytest.fixture
def plans(data: Settings, tmp_path: Path) -> Settings:
    return publish(data, PLANS, tmp_path / "plans")


def _run(app: AppTest, **address: str) -> str:
    """Opens an address; the HTML on the page."""
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return _html(app)


def _html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.usefixtures("plans")
def test_figures_are_counted_and_the_contradiction_comes_first(app: AppTest) -> None:
    html = _run(app)
    assert app.title[0].value == "Chỉ tiêu"
    assert "11 số liệu trong 2 văn bản" in html
    assert "1 chỗ mâu thuẫn trong cùng một văn bản" in html and "Không thể cùng đúng" in html
    assert html.index("Không thể cùng đúng") < html.index("Kế hoạch 34/KH-UBND (Nam Định)")
    assert "<mark>từ 20 đến 25 cán bộ</mark>" in html and "<mark>từ 30 đến 35 cán bộ</mark>" in html
    assert "<img" not in html and HOSTILE not in html
    assert [b.label for b in app.button].count("Mở điều khoản") == 2


@pytest.mark.usefixtures("plans")
def test_filters_go_into_the_address_and_come_from_it(app: AppTest) -> None:
    _run(app)
    app.multiselect(key="targets_at_provinces").select("Nam Định").run()
    assert not app.exception
    assert app.query_params["province"] == "Nam Định"
    assert "2 số liệu trong 1 văn bản" in _html(app)
    assert "Không thấy chỗ nào" in _html(app)
    app.text_input(key="targets_at_words").set_value("phap luat").run()
    app.selectbox(key="targets_at_year").select(2026).run()
    assert "1 số liệu trong 1 văn bản" in _html(app)
    assert (app.query_params["q"], app.query_params["year"]) == ("phap luat", "2026")
    app.text_input(key="targets_at_words").set_value("khong co dau").run()
    assert "Không chỉ tiêu nào khớp" in _html(app)
    next(b for b in app.button if b.label == "Bỏ mọi điều kiện").click().run()
    assert "11 số liệu trong 2 văn bản" in _html(app) and "q" not in app.query_params


@pytest.mark.usefixtures("plans")
def test_an_address_is_shown_as_it_says(app: AppTest) -> None:
    html = _run(app, doc="soc-trang", unit="người", view="charts", lang="en")
    assert app.multiselect(key="targets_at_documents").value == ["soc-trang"]
    assert app.selectbox(key="targets_at_unit").value == "người"
    assert "3 figures; documents: 1" in html and "Unit: người" in html
    assert len(app.get("vega_lite_chart")) == 1
    assert _run(app, doc="gone", unit="tấn").count("11 figures") == 1


@pytest.mark.usefixtures("plans")
def test_charts_are_parted_by_unit(app: AppTest) -> None:
    html = _run(app, view="charts")
    assert len(app.get("vega_lite_chart")) == html.count('"plain part">Đơn vị: ') >= 3
    assert "&lt;img" in html and "<img" not in html
    assert "Không đủ số liệu cùng đơn vị" in _run(app, q="pháp luật")


@pytest.mark.usefixtures("plans")
def test_side_by_side(app: AppTest) -> None:
    html = _run(app, view="side")
    assert "Cùng một nội dung trong nhiều văn bản" in html and "Cùng câu chữ" in html
    assert "Cùng đối tượng, mỗi văn bản nêu gì" in html
    assert len(app.get("vega_lite_chart")) == 1
    assert "Hãy chọn từ hai văn bản" in _run(app, doc="soc-trang")


@pytest.mark.usefixtures("plans")
def test_a_clause_of_a_contradiction_opens(app: AppTest) -> None:
    _run(app)
    next(b for b in app.button if b.label == "Mở điều khoản").click().run()
    assert not app.exception
    assert "Kế hoạch 12/KH-UBND (Sóc Trăng)" in _html(app)
    assert "Đoạn trích (dòng 16)" in _html(app)


def test_without_targets_and_without_an_index(app: AppTest, data: Settings, tmp_path: Path) -> None:
    _run(app)
    assert app.header[0].value == "Chưa thể trả lời câu hỏi"
    publish(data, {"none": WITHOUT}, tmp_path / "plans")
    assert "Chưa văn bản nào trong kho đặt chỉ tiêu bằng con số." in _run(app)
