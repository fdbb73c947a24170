"""What a list is made of, and which of it is shown."""

from collections.abc import Sequence

from small_library import passage

from answer.register.cited import unit_of
from answer.register.entries import (
    MOST_CHARACTERS,
    MOST_DOCUMENTS,
    MOST_SHOWN,
    Entry,
    by_document,
    choose,
    duties_of,
    figures_of,
)
from index.document import Document, Period
from obligations.obligation import Deadline, Obligation, Role, Target


def row(
    document: str = "a",
    action: str = "mở lớp",
    role: Role = "lead",
    actor: str | None = "Sở Nội vụ",
    passage_id: str = "",
    target: Target | None = None,
    quote: str = "",
) -> Obligation:
    return Obligation(
        kind="duty" if target is None else "target",
        actor=actor,
        actor_en=None,
        role=role,
        action=action,
        object=None,
        counterparts=(),
        condition=None,
        deadline=Deadline("hằng năm", frequency="yearly"),
        target=target,
        document_id=document,
        section=("II. TỔ CHỨC", "1. Sở Nội vụ"),
        lines=(1, 1),
        page=None,
        quote=quote or action,
        passage_id=passage_id or f"{document}:{action}",
    )


def figure(value: str, year: int | None) -> Obligation:
    return row(target=Target("công chức được bồi dưỡng", "công chức", value, 80, 80, "%", year))


def shown(groups: dict[str, Sequence[Entry]], length: int = 100) -> dict[str, int]:
    chosen = choose(groups, lambda _: length, lambda entry: (entry.row.action,))
    return {name: len(group) for name, group in chosen.items()}


def entries(document: str, count: int) -> list[Entry]:
    return [Entry(row(document, f"việc {i:02}")) for i in range(count)]


def test_a_duty_counts_once_whoever_works_with_its_leader() -> None:
    led, helped = row(), row(role="coordinate", actor="Sở Tài chính")
    assert duties_of([helped, led]) == [Entry(led)]
    assert duties_of([led, helped]) == [Entry(led)]


def test_duties_of_two_documents_are_two() -> None:
    assert len(duties_of([row("a"), row("b")])) == 2


def test_a_figure_of_several_years_is_one_with_its_years() -> None:
    found = figures_of([figure("80%", 2024), figure("80%", 2023), figure("90%", 2025), row()])
    assert [(entry.row.target.value if entry.row.target else "", entry.years) for entry in found] == [
        ("80%", (2023, 2024)),
        ("90%", (2025,)),
    ]


def test_current_and_issued_documents_come_first() -> None:
    documents = {
        "a-draft": Document("a-draft", "a.md", status="draft"),
        "b-over": Document("b-over", "b.md", status="issued", period=Period(2020, 2024)),
        "c-current": Document("c-current", "c.md", status="issued", period=Period(2025, 2030)),
    }
    groups = by_document([Entry(row(name)) for name in documents], documents, 2025)
    assert list(groups) == ["c-current", "b-over", "a-draft"]


def test_no_more_is_shown_than_somebody_reads() -> None:
    assert shown({"a": entries("a", 40)}) == {"a": MOST_SHOWN}
    assert shown({"a": entries("a", 40)}, length=MOST_CHARACTERS // 4) == {"a": 4}


def test_one_long_passage_is_shown_all_the_same() -> None:
    assert shown({"a": entries("a", 3)}, length=MOST_CHARACTERS * 2) == {"a": 1}


def test_every_document_has_its_share() -> None:
    assert shown({"a": entries("a", 40), "b": entries("b", 2), "c": entries("c", 40)}) == {"a": 5, "b": 2, "c": 5}


def test_many_documents_are_not_all_shown() -> None:
    groups: dict[str, Sequence[Entry]] = {name: entries(name, 2) for name in "abcdefgh"}
    assert list(shown(groups)) == list("abcdefgh")[:MOST_DOCUMENTS]


def test_a_document_gives_first_what_leaves_room_for_the_others() -> None:
    lengths = {"việc 00": MOST_CHARACTERS - 50}
    groups = {"a": entries("a", 2), "b": entries("b", 1)}
    chosen = choose(groups, lambda entry: lengths.get(entry.row.action, 100), lambda entry: (entry.row.action,))
    assert [entry.row.action for entry in chosen["a"]] == ["việc 01"]


def test_rows_of_one_passage_cost_its_length_once() -> None:
    group = [Entry(row(action=f"việc {i}", passage_id="a:1")) for i in range(3)]
    assert shown({"a": group}, length=MOST_CHARACTERS) == {"a": 3}


def test_the_quote_of_a_row_is_the_blocks_that_hold_it() -> None:
    held = passage("a", 1, "1. Sở Nội vụ:\n- mở lớp;\n- báo cáo\nhằng năm.")
    for quote, span in (("- mở lớp;", (1, 1)), ("- báo cáo\nhằng năm.", (2, 3)), (held.text, (0, 3))):
        unit = unit_of(row(quote=quote), held)
        assert unit is not None
        assert (unit.text, (unit.first, unit.last)) == (quote, span)


def test_a_row_of_another_passage_has_no_quote_here() -> None:
    assert unit_of(row(quote="- mở trường"), passage("a", 1, "- mở lớp")) is None
