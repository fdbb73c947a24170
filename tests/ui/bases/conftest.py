"""Settings of a folder of its own, what a made library cites, and the words of the page."""

from pathlib import Path

import pytest
from made_library import FILES, publish
from streamlit.testing.v1 import AppTest

from index.citing import Citations
from index.document import Document, Relation
from index.library import Library
from index.relations import resolve_relations
from index.settings import PROJECT, Settings
from ui.words import Words


@pytest.fixture
def vietnamese() -> Words:
    return Words("vi")


@pytest.fixture
def english() -> Words:
    return Words("en")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of an empty folder, which are those of the environment too."""
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ASSISTANT_CORPUS", str(tmp_path / "corpus"))
    return Settings(data=tmp_path / "data", corpus=tmp_path / "corpus")


@pytest.fixture
def citations(settings: Settings) -> Citations:
    """What the documents of the made library cite; its notice is withdrawn."""
    publish(settings, FILES, "thong-bao")
    library = Library.open(settings)
    documents = library.all_documents()
    library.close()
    return Citations.of(documents)


@pytest.fixture
def unsure() -> Citations:
    """A law that is cited without a day, and one of that name that is held; names that are no markup."""
    law = Document("luật <1>", "l.txt", type="Luật", title="Thư viện", number="46/2019/QH14", date="2019-11-21")
    plan = Document(
        'a"b\\N&lt;',
        "=1+1.txt",
        title='=HYPERLINK("x") <b>',
        relations=(Relation("cites", None, None, "Luật Thư viện"),),
    )
    return Citations.of(resolve_relations({law.id: law, plan.id: plan}))


@pytest.fixture
def app() -> AppTest:
    """The Sources page, not drawn yet."""
    script = f"import sys; sys.path.insert(0, {str(PROJECT)!r})\nfrom ui.bases import page\npage.show()"
    return AppTest.from_string(script, default_timeout=60)
