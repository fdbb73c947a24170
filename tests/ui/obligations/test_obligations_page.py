"""The Obligations page run without a browser, over real registers."""

import sqlite3

import pytest
from many import publish_many
from streamlit.testing.v1 import AppTest

from index.settings import Settings


def _text(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def _run(app: AppTest, **address: str) -> AppTest:
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def _label(app: AppTest, key: str) -> list[str]:
    return [b.label for b in app.button if b.key == key]


@pytest.mark.usefixtures("several")
def test_what_is_there_is_counted(app: AppTest) -> None:
    _run(app)
    assert app.title[0].value == "Nhiệm vụ, chỉ tiêu, kinh phí"
    assert "120 dòng" in _text(app) and "1–25 / 120" in _text(app)
    kinds = app.get("button_group")[0]
    assert kinds.options[0] == "Tất cả 120"
    assert [b.disabled for b in app.button if b.key in ("duties-previous", "duties-next")] == [True, False]


@pytest.mark.usefixtures("several")
def test_a_filter_and_a_page_go_into_the_address(app: AppTest) -> None:
    _run(app)
    app.selectbox(key="duties_province_vi").select("Hà Giang").run()
    assert not app.exception
    assert app.query_params["province"] == "Hà Giang"
    assert "40 trong 120 dòng" in _text(app)
    next(b for b in app.button if b.key == "duties-next").click().run()
    assert app.query_params["page"] == "2" and "26–40 / 40" in _text(app)
    app.selectbox(key="duties_order_vi").select("place").run()
    assert "page" not in app.query_params and "1–25 / 40" in _text(app)
    app.text_input(key="duties_words_vi").set_value("ky nang so").run()
    assert app.query_params["q"] == "ky nang so"
    next(b for b in app.button if b.key == "duties-clear").click().run()
    assert "q" not in app.query_params and "120 dòng" in _text(app)
    assert app.query_params["order"] == "place"


@pytest.mark.usefixtures("several")
def test_an_address_is_shown_as_it_says(app: AppTest) -> None:
    _run(app, q="kỹ năng số", kind="duty", doc="ke-hoach-001", deadline="yearly", page="900", lang="en")
    assert app.text_input(key="duties_words_en").value == "kỹ năng số"
    assert app.multiselect(key="duties_documents_en").value == ["ke-hoach-001"]
    assert app.selectbox(key="duties_deadline_en").value == "yearly"
    assert "of 120 rows" in _text(app)


@pytest.mark.usefixtures("several")
def test_an_actor_typed_in_short_says_whom_that_takes_in(app: AppTest) -> None:
    _run(app, actor="STC")
    assert "“STC” gồm: Sở Tài chính (" in _text(app)
    _run(app, actor="Sở Tài chính")
    assert "trong 120 dòng" in _text(app)


@pytest.mark.usefixtures("plans")
def test_days_between(app: AppTest) -> None:
    _run(app, deadline="between", **{"from": "2025-08-01", "to": "2025-08-31"})
    assert "2 trong" in _text(app)
    app.date_input(key="duties_first_vi").set_value(None).run()
    assert not app.exception


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("view", ["rows", "actors"])
def test_where_nothing_is_found_it_is_said_what_to_drop(app: AppTest, view: str) -> None:
    _run(app, actor="so tai chinh", year="2031", q="<b>_x_", view=view)
    assert "Không dòng nào khớp mọi điều kiện." in _text(app)
    assert _label(app, "duties-drop-words-year")[0].startswith("Bỏ “Có các từ\\: \\<b\\>\\_x\\_”, “Năm\\: 2031” → ")
    _run(app, actor="so tai chinh", q="ngan sach", year="2025", kind="duty", view=view)
    next(b for b in app.button if b.key == "duties-drop-actor-words" or b.key == "duties-drop-words").click().run()
    assert not app.exception and "q" not in app.query_params


@pytest.mark.usefixtures("several")
def test_the_index_of_actors(app: AppTest) -> None:
    _run(app, view="actors", province="Hà Giang")
    assert "cơ quan, nhóm và chức danh" in _text(app)
    assert app.query_params["province"] == "Hà Giang"


def test_a_library_without_duties(app: AppTest, settings: Settings) -> None:
    publish_many(settings, 1, 0)
    _run(app)
    assert "Không văn bản nào trong kho nêu nhiệm vụ" in _text(app)


def test_no_index(app: AppTest, settings: Settings) -> None:
    assert not settings.data.exists()
    _run(app)
    assert "chưa có" in _text(app)
    assert [code.value for code in app.code] == ["python -m ingest"]


def test_a_register_of_an_earlier_version_is_read_once(app: AppTest, plans: Settings) -> None:
    with sqlite3.connect(plans.data / "record.sqlite") as record:
        record.execute("update registered set reader = 'earlier'")
        record.execute("delete from obligation")
    record.close()
    _run(app)
    assert " dòng" in _text(app) and "đọc lại một lần" not in _text(app)
