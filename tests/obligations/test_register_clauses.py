"""Clauses put together from passages, and rows of tables as one block."""

import pytest

from obligations.clauses import bare_row, blocks_of, carried_bullets, clauses_of, row_block, step_words
from tests.obligations.made_plans import blocks, plan, plan_passages

LONG = "Cử cán bộ, công chức tham gia các lớp bồi dưỡng theo đúng đối tượng, đúng thời gian và đúng quy định hiện hành"


def test_levels_and_words_of_blocks() -> None:
    body = """I. NỘI DUNG
1. Các lớp học
Nói chung:
a) Mở lớp;
- Một lớp;
+ Hai lớp."""
    assert list(blocks(body))[1:] == [(0, "Nói chung:"), (2, "Mở lớp;"), (3, "Một lớp;"), (4, "Hai lớp.")]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("14. Sở Tài chính", "Sở Tài chính"),
        ("Điều 3. Sở Y tế", "Sở Y tế"),
        ("II. TỔ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"),
        ("- Sở Y tế", "Sở Y tế"),
        ("khoản 2", ""),
        ("a)", ""),
        ("2.1.", ""),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_step_without_its_number(step: str, words: str) -> None:
    assert step_words(step) == words


def test_a_clause_that_was_split_into_passages_is_whole_again() -> None:
    body = "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n" + "\n".join(f"- {LONG} số {i}." for i in range(40))
    passages = [p for p in plan_passages(body) if p.kind == "clause"]
    assert len(passages) > 1
    (clause,) = clauses_of(passages, {})
    assert [block.words for block in clause.blocks[1:]] == [f"{LONG} số {i}." for i in range(40)]


def test_heads_recipients_signatures_and_rows_are_no_clauses() -> None:
    body = (
        "I. NỘI DUNG\nMở lớp.\nPHỤ LỤC\n| STT | Tên lớp | Năm 2024 |\n| --- | --- | --- |\n| 1 | Lớp một | 20 người |"
    )
    assert [clause.section[-1] for clause in clauses_of(plan_passages(body), {})] == ["I. NỘI DUNG"]


def test_the_page_is_that_of_the_first_line_of_a_block() -> None:
    (passage,) = [p for p in plan_passages("I. NỘI DUNG\nMở lớp.") if p.kind == "clause"]
    pages = {place: 7 for _, place in passage.block_places[1:]}
    assert [block.page for block in blocks_of(passage, pages)] == [None, 7]


def test_a_table_row_is_one_block() -> None:
    body = "PHỤ LỤC\n| STT | Tên lớp | Năm 2024 |\n| --- | --- | --- |\n| 1 | Lớp một | 20 người |"
    (passage,) = [p for p in plan_passages(body) if p.kind == "row"]
    block = row_block(passage, {})
    assert block.lines is not None
    line = plan(body).split("\n")[block.lines[0] - 1]
    assert block.lines[0] == block.lines[1]
    assert all(cell in line for cell in ("Lớp một", "20 người"))


def test_bullets_behind_a_row_are_blocks_of_their_own() -> None:
    head, row = "STT\tNội dung\tChủ trì\tThời gian", "1\tHợp tác: - Mở lớp\tSở Y tế\tQuý II"
    body = f"PHỤ LỤC\n{head}\n{row}\n\n\t- Cử cán bộ đi học\t\t\n2\tThi\tSở Y tế\tQuý III"
    first, second = [p for p in plan_passages(body) if p.kind == "row"]
    (bullet,) = carried_bullets(first, {})
    assert (bullet.words, bullet.level) == ("Cử cán bộ đi học", 3)
    own = row_block(first, {})
    assert own.lines is not None and bullet.lines is not None
    assert own.lines[0] == own.lines[1] < bullet.lines[0]
    assert carried_bullets(second, {}) == []


def test_a_bare_row_has_the_place_of_its_block_and_nothing_more() -> None:
    (passage,) = [p for p in plan_passages("I. NỘI DUNG\nMở lớp.") if p.kind == "clause"]
    block = list(blocks_of(passage, {}))[-1]
    row = bare_row("duty", "made", passage.section, block, " Mở  lớp ")
    assert (row.action, row.quote, row.lines, row.passage_id) == ("Mở lớp", "Mở lớp.", block.lines, passage.id)
    assert (row.actor, row.role, row.deadline, row.target, row.counterparts) == (None, None, None, None, ())
