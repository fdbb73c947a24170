import pytest

from answer.spelling import EnglishSpeller
from vietnamese.glossary import Glossary
from vietnamese.provinces import OLD_PROVINCES
from vietnamese.text import fold


@pytest.fixture(scope="module")
def speller(glossary: Glossary) -> EnglishSpeller:
    return EnglishSpeller(glossary)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Which departmnet pays?", "Which department pays?"),
        ("the finace department", "the finance department"),
        ("how is trainning funded", "how is training funded"),
        ("which dept pays", "which department pays"),
        ("Who signs the decison?", "Who signs the decision?"),
        ("who sgined it and when was it isued", "who signed it and when was it issued"),
        ("the apendix and the recipeints", "the appendix and the recipients"),
        ("tranfer of staff", "transfer of staff"),  # a slip is hardly ever in the first letter
    ],
)
def test_one_slip_is_mended(speller: EnglishSpeller, typed: str, meant: str) -> None:
    assert speller.correct(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Which department pays for the training of civil servants?",
        "Who trains them, and what was planned?",
        "zyzzyva quokka",
        "who is to pay",
        "101/2017/NĐ-CP, 15% and 30/9/2025",
        "",
        "🙂",
    ],
)
def test_what_is_right_or_unlike_any_word_stays(speller: EnglishSpeller, text: str) -> None:
    assert speller.correct(text) == text


@pytest.mark.parametrize("name", [p.name for p in OLD_PROVINCES])
def test_provinces_stay(speller: EnglishSpeller, name: str) -> None:
    assert speller.correct(f"classes in {name}", keep=[name]) == f"classes in {name}"
    assert speller.correct(f"classes in {fold(name)}", keep=[fold(name)]) == f"classes in {fold(name)}"
