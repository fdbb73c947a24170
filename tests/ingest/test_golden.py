"""The corpus documents as the ingest reads them: against the golden files, and against counts taken from the source alone."""

import re
from collections import Counter
from pathlib import Path

import pytest

from index.document import Edition
from index.passage import Passage
from ingest.blocks import make_blocks, wrap_width
from ingest.outline import Node, build_outline, walk
from ingest.parts import split_parts
from tests.ingest.golden import GOLDEN, corpus_edition, corpus_files, golden_files
from vietnamese.text import fold_markup, nfc

FILES = corpus_files()
_MARK = re.compile(r"(?:[IVX]+\.|\d{1,2}\.(?:\d{1,2}\.)*|[a-zđ]\)|Điều \d+\.)(?=\s)")

pytestmark = pytest.mark.parametrize("path", FILES, ids=[f.stem[:10] for f in FILES])


@pytest.fixture
def edition(path: Path) -> Edition:
    return corpus_edition(path)


@pytest.fixture
def source(path: Path) -> list[tuple[int, str]]:
    """The lines of the file that hold words, with their numbers, markup and blanks removed by the rule of verbatim quotes."""
    lines = enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
    return [(n, line) for n, line in lines if re.search(r"\w", fold_markup(line))]


def test_outline_and_metadata_are_those_of_the_golden_files(path: Path) -> None:
    for file, text in golden_files(path).items():
        assert text == file.read_text(encoding="utf-8"), f"{file.name}: see tests/ingest/golden.py"


def test_no_golden_file_is_left_over(path: Path) -> None:
    golden = {f.name.split(".")[0] for f in GOLDEN.iterdir()}
    assert nfc(path.stem) in golden and golden <= {nfc(f.stem) for f in FILES}


def _nodes(edition: Edition) -> Counter[tuple[int, str]]:
    """Line and mark of every numbered clause of the outline."""
    found: list[Node] = []
    for part in split_parts(make_blocks(edition.lines, wrap_width(edition.lines))):
        found += [node for _, node in walk(build_outline(part.body)) if node.mark]
    return Counter((n.block.lines[0], n.mark.text) for n in found if n.block and n.block.lines and n.mark)


def test_every_numbered_line_is_one_clause_and_nothing_else_is(edition: Edition, source: list[tuple[int, str]]) -> None:
    expected: Counter[tuple[int, str]] = Counter()
    for number, line in source:
        for piece in nfc(line).split("****"):  # two headings glued together
            mark = _MARK.match(fold_markup(piece))
            if mark and "\t" not in line:
                expected[number, mark.group()] += 1
    assert _nodes(edition) == expected


def _covering(passages: tuple[Passage, ...]) -> dict[int, set[str]]:
    covering: dict[int, set[str]] = {}
    for passage in passages:
        for span in passage.block_lines:
            assert span is not None
            for line in range(span[0], span[1] + 1):
                covering.setdefault(line, set()).add(passage.id)
    return covering


def test_every_line_is_in_one_passage_or_only_names_what_follows(
    edition: Edition, source: list[tuple[int, str]]
) -> None:
    covering = _covering(edition.passages)
    steps = {fold_markup(step).rstrip("…") for p in edition.passages for step in p.section}
    for number, line in source:
        if number in covering:
            assert len(covering[number]) == 1, line
        elif "\t" in line:
            assert _row_kind(line) in ("header", "group"), line
        else:
            assert any(step[:60] in fold_markup(line) or fold_markup(line).rstrip(":;. ") in step for step in steps), (
                line
            )


def _row_kind(line: str) -> str:
    """What a tab-separated line is, by its filled cells alone."""
    cells = [fold_markup(cell) for cell in line.split("\t")]
    filled = [i for i, cell in enumerate(cells) if cell]
    if cells[0].lower() in ("tt", "stt") or (cells[0] == cells[1] == "" and len(filled) > 1):
        return "header"
    if len(filled) == 1:
        return "continued"
    return "group" if filled == [0, 1] else "data"


def test_every_data_row_is_one_row_passage(edition: Edition, source: list[tuple[int, str]]) -> None:
    expected = [number for number, line in source if "\t" in line and _row_kind(line) == "data"]
    rows = [p for p in edition.passages if p.kind == "row"]
    assert [p.lines[0] for p in rows if p.lines] == expected
    continued = {n for n, line in source if "\t" in line and _row_kind(line) == "continued"}
    assert {p.lines[1] for p in rows if p.lines and p.lines[0] != p.lines[1]} == continued


def test_every_passage_is_verbatim_at_the_lines_it_names(path: Path, edition: Edition) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for passage in edition.passages:
        for text, span in zip(passage.blocks, passage.block_lines, strict=True):
            assert span is not None
            assert fold_markup(text) in fold_markup("\n".join(lines[span[0] - 1 : span[1]]))


def test_passages_stand_in_reading_order(edition: Edition) -> None:
    firsts = [p.lines[0] for p in edition.passages if p.lines]
    assert firsts == sorted(firsts)
    assert len({p.id for p in edition.passages}) == len(edition.passages)


FACTS = {
    "hau-giang-ke-hoach-nganh-y-te-2023": (None, "2023", "Hậu Giang", "unknown", "Nguyễn Thanh Tùng"),
    "soc-trang-du-thao-ke-hoach-2021-2025": (None, "2021-03", "Sóc Trăng", "draft", None),
    "dong-thap-ke-hoach-dan-so-2030": (None, None, "Đồng Tháp", "unknown", None),
    "tinh-uy-ke-hoach-2025": (None, None, None, "unknown", "Đặng Hồng Sỹ"),
    "binh-dinh-quyet-dinh-2106-2023": ("2106/QĐ-UBND", "2023-06-13", "Bình Định", "issued", "Phạm Anh Tuấn"),
}


def test_what_the_text_does_not_say_stays_unknown(path: Path, edition: Edition) -> None:
    d = edition.document
    assert (d.number, d.date, d.province, d.status, d.signer) == FACTS[nfc(path.stem)]
