"""The Sources page run without a browser, over a real index."""

import pytest
from made_library import BAC_LIEU, FILES, NOTICE, publish
from streamlit.testing.v1 import AppTest

from index.settings import Settings


def _text(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def _run(app: AppTest, view: str = "graph", language: str = "vi") -> AppTest:
    app.query_params["view"] = view
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    return app


def _dot(app: AppTest) -> str:
    (chart,) = app.get("graphviz_chart")
    spec: str = chart.proto.spec
    return spec


def test_without_an_index_the_way_to_add_documents_is_shown(app: AppTest, settings: Settings) -> None:
    assert not settings.data.exists()
    _run(app, language="en")
    assert "The library holds no documents yet" in _text(app)
    assert 'href="documents?lang=en"' in _text(app) and not app.get("graphviz_chart")


def test_all_withdrawn_is_as_empty(app: AppTest, settings: Settings) -> None:
    publish(settings, {"thong-bao.txt": NOTICE}, "thong-bao")
    _run(app)
    assert "Kho chưa có văn bản nào" in _text(app)


def test_documents_that_name_no_other(app: AppTest, settings: Settings) -> None:
    publish(settings, {"thong-bao.txt": NOTICE})
    _run(app)
    assert "1 văn bản trong kho · 0 văn bản được nêu" in _text(app)
    assert "Không văn bản nào trong kho nêu văn bản khác." in _text(app) and not app.text_input


def test_a_broken_index_is_explained(app: AppTest, settings: Settings) -> None:
    publish(settings, FILES)
    (settings.data / "record.sqlite").write_bytes(b"x" * 5000)
    _run(app)
    assert "Không đọc hoặc ghi được dữ liệu trên đĩa." in _text(app)


def test_the_graph_comes_first(app: AppTest, settings: Settings) -> None:
    publish(settings, FILES, "thong-bao")
    _run(app, view="")
    assert "3 văn bản trong kho, không kể 1 đã rút · 6 văn bản được nêu · trong đó 4 chưa có trong kho" in _text(app)
    assert "Nghị định 89/2021/NĐ-CP" in _dot(app) and 'class="line implements"' in _text(app)


def test_what_is_missing_is_a_table(app: AppTest, settings: Settings) -> None:
    publish(settings, FILES)
    _run(app, "missing", "en")
    text = _text(app)
    assert "Documents that are not held, most cited first" in text
    assert text.index("89/2021/NĐ-CP") < text.index("163/QĐ-TTg") and "<img" not in text
    assert app.get("download_button")


def test_by_document_those_that_name_nothing_come_last(app: AppTest, settings: Settings) -> None:
    publish(settings, FILES)
    _run(app, "documents")
    text = _text(app)
    assert text.index('<h3 class="bases-document">') < text.index("Không nêu văn bản nào khác")
    assert "document=thong-bao" in text[text.index("Không nêu văn bản nào khác") :]


def test_filters_hold_for_every_view(app: AppTest, settings: Settings) -> None:
    publish(settings, FILES)
    _run(app)
    app.multiselect(key="bases_document").set_value(["bac-lieu"]).run()
    assert "Đang hiện 2/6 văn bản được nêu." in _text(app)
    assert "163/QĐ-TTg" not in _dot(app) and "05/2019/QĐ-UBND" in _dot(app)
    app.multiselect(key="bases_type").set_value(["replaces"]).run()
    assert "89/2021" not in _dot(app)
    app.text_input(key="bases_words").set_value("thu vien").run()
    assert "Không có gì khớp với lựa chọn." in _text(app) and not app.get("graphviz_chart")


@pytest.mark.parametrize("view", ["missing", "documents"])
def test_only_what_is_missing(app: AppTest, settings: Settings, view: str) -> None:
    publish(settings, FILES)
    _run(app, view)
    app.toggle(key="bases_missing").set_value(True).run()
    assert not app.exception and "Đang hiện 4/6" in _text(app) and "101/2017/NĐ-CP</b>" not in _text(app)


def test_nothing_missing_is_said(app: AppTest, settings: Settings) -> None:
    publish(settings, FILES)
    _run(app, "missing")
    app.text_input(key="bases_words").set_value("7/TB-SNV").run()
    assert "Kho có đủ mọi văn bản được nêu ở đây." in _text(app)


def test_a_chosen_document_that_is_gone_is_dropped(app: AppTest, settings: Settings) -> None:
    publish(settings, FILES)
    _run(app)
    app.multiselect(key="bases_document").set_value(["bac-lieu"]).run()
    publish(settings, {"bac-lieu.txt": BAC_LIEU}, "bac-lieu")
    app.run()
    assert not app.exception and app.multiselect(key="bases_document").value == []
    assert "3 văn bản trong kho, không kể 1 đã rút" in _text(app)
