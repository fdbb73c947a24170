"""What the facts of a document say of its force: what was written by the day of asking, and what is to come."""

from dataclasses import replace
from datetime import date

import pytest

from index.document import Document, Relation
from ui.documents.facts_view import facts, facts_html
from ui.words import Language, Words

OLD = Document("old", "old.docx", type="Nghị định", number="1/2020/NĐ-CP", issuer="Chính phủ")
SAID = "Nghị định này thay thế Nghị định số 1/2020/NĐ-CP."
NEW = replace(
    OLD,
    id="new",
    number="2/2025/NĐ-CP",
    in_force_from="2025-07-01",
    relations=(Relation("replaces", "1/2020/NĐ-CP", None, SAID, "old"),),
)
HELD = {d.id: d for d in (OLD, NEW)}


def shown(label: str, day: date, language: Language = "vi") -> list[tuple[str | None, str]]:
    words = Words(language)
    return [(f.value, f.evidence) for f in facts(OLD, HELD, words, day) if f.label == words(f"field.{label}")]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("vi", "được thay thế từ 1/7/2025 (theo Nghị định 2/2025/NĐ-CP (Chính phủ))"),
        ("en", "replaced from 2025-07-01 (says Nghị định 2/2025/NĐ-CP (Chính phủ))"),
    ],
)
def test_a_document_that_will_be_replaced_says_so_with_the_day(language: Language, says: str) -> None:
    assert shown("upcoming", date(2025, 6, 30), language) == [(says, SAID)]
    assert shown("validity", date(2025, 6, 30), language) == [(None, "")]


def test_from_that_day_on_it_is_replaced() -> None:
    assert shown("upcoming", date(2025, 7, 1)) == []
    assert shown("validity", date(2025, 7, 1)) == [("đã được thay thế (theo Nghị định 2/2025/NĐ-CP (Chính phủ))", SAID)]


def test_the_words_of_documents_are_shown_as_text() -> None:
    evil = replace(NEW, number="<b>2</b>", relations=(replace(NEW.relations[0], text="<script>x</script>"),))
    words = Words("vi")
    html = facts_html(facts(OLD, {"old": OLD, "new": evil}, words, date(2025, 6, 30)), words)
    assert "&lt;b&gt;2&lt;/b&gt;" in html and "&lt;script&gt;" in html and "<script>" not in html
