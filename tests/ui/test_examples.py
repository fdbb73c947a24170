from pathlib import Path

from index.settings import PROJECT
from ui.examples import fitting_examples


def test_only_examples_of_documents_at_hand() -> None:
    assert fitting_examples((), "vi") == []
    assert fitting_examples({"soc-trang-du-thao-ke-hoach-2021-2025"}, "en") == [
        "Is the plan of Sóc Trăng a draft or has it been issued?"
    ]


def test_every_example_is_about_a_document_of_the_corpus() -> None:
    stems = {Path(path).stem for path in (PROJECT / "corpus").iterdir()}
    assert len(fitting_examples(stems, "vi")) == len(fitting_examples(stems, "en")) == 4
