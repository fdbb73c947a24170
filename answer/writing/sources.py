"""From passages to sources: what a language model is given to read, and how much of it."""

import re
from collections.abc import Mapping, Sequence

from answer.writing.source import Source
from index.document import Document, Period
from index.passage import Passage
from vietnamese.offices import expand_abbreviations
from vietnamese.provinces import find_provinces
from vietnamese.syllable import is_foreign
from vietnamese.text import nfc, squeeze, tidy

LEAST = 200
"""Characters of the best passage that are given whatever the budget says: fewer would hold no answer."""
_CAPITALS = 3
"""Words in capitals from which a heading is taken to be written in them, where other words of it are not."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"[A-ZĐ](?=[.)])|[IVXLC]+(?=[.)]|\s*$)")
_NUMERAL_BEHIND = re.compile(r"(?i)(?:phần|chương|mục|phụ lục|biểu|mẫu)\s+$")
_SENTENCE_END = re.compile(r"[.;:!?…](?=\s)")
_CELLS = " | "


def gather_sources(
    passages: Sequence[Passage], documents: Mapping[str, Document], most_characters: int
) -> tuple[Source, ...]:
    """The sources that fit into `most_characters`, numbered from 1 in the order of `passages` (best first), each once.

    Counted is what is read: the line that names a document once a document. A passage that is longer than what is left
    is passed over for shorter ones behind it. There is at least one source where there is a passage: of a best one that
    does not fit, its beginning, verbatim, to the end of a block (of a long first block to that of a sentence, a word).
    `documents` are those of the passages, by id; KeyError where one is missing.
    """
    sources: list[Source] = []
    named: set[str] = set()
    left = most_characters
    for passage in {p.id: p for p in passages}.values():
        document = documents[passage.document_id]
        head = source_head(document, passage)
        said_before = len(document_head(document)) if document.id in named else 0
        room = left - (len(head) + 1 - said_before)
        if not sources and len(passage.text) > room:
            text = f"{head}\n{_beginning(passage, max(room, LEAST))}"
        elif len(passage.text) <= room:
            text = f"{head}\n{passage.text}"
        else:
            continue
        sources.append(Source(len(sources) + 1, document, passage, text))
        named.add(document.id)
        left -= len(text) - said_before
    return tuple(sources)


def source_head(document: Document, passage: Passage) -> str:
    """What stands above a passage's words: its document, the headings over it, its clause's opening, a row's columns.

    Each on a line of its own, as `answer.claims` reads them: the office that a heading names owns the duties under it.
    """
    return "\n".join((document_head(document), *_above(passage), *_columns(passage)))


def reading(source: Source) -> tuple[str, str]:
    """A source as a model reads it: the line that names its document, and the rest; of a row a cell a line.

    It says the same as `source.text`, which keeps the row as it stands.
    """
    first, _, rest = source.text.partition("\n")
    passage = source.passage
    listed = _listed(passage) if source.text.endswith(passage.text) else []
    return first, "\n".join((*_above(passage), *listed)) if listed else rest


def document_head(document: Document) -> str:
    """One line that says which document it is: type, number, date, issuer, province then and now, title, where known.

    `Quyết định 12/QĐ-UBND ngày 05/03/2024 của Ủy ban nhân dân tỉnh Phú Yên (nay thuộc Đắk Lắk): “Sách cho xã”.`
    """
    draft = "(dự thảo)" if document.status == "draft" else None
    title = document.title or (None if document.number else document.id)
    named = (document.type or "Văn bản", document.number, draft, _dated(document.date), _issued_by(document))
    said = " ".join(part for part in named if part)
    line = ", ".join(part for part in (said, _years(document.period, title or "")) if part)
    return tidy(f"{line}: “{title}”." if title else f"{line}.")


def _dated(iso: str | None) -> str | None:
    """A date as documents write it, as far as it is known: "ngày 05/03/2024", "tháng 03/2024", "năm 2024"."""
    if iso is None:
        return None
    parts = iso.split("-")
    return f"{('năm', 'tháng', 'ngày')[min(len(parts), 3) - 1]} {'/'.join(reversed(parts))}"


def _issued_by(document: Document) -> str | None:
    issuer, province, today = document.issuer, document.province, document.province_current
    place = province if province and province.lower() not in (issuer or "").lower() else None
    renamed = f"(nay thuộc {today})" if province and today and today != province else None
    said = " ".join(part for part in (issuer, place, renamed) if part)
    return f"của {said}" if said else None


def _years(period: Period | None, title: str) -> str | None:
    """The years that a plan covers, where its title does not name them."""
    if period is None or (str(period.end) in title and str(period.start or period.end) in title):
        return None
    if period.start is None:
        return f"đến năm {period.end}"
    return f"năm {period.end}" if period.start == period.end else f"giai đoạn {period.start} - {period.end}"


def _above(passage: Passage) -> list[str]:
    """The section path, a step a line, and the opening of a split clause, which `context` has behind document and path.

    The last step is left out where the words below begin with it.
    """
    opening = passage.context.split("\n")[1 + bool(passage.section) :]
    steps = [tidy(step) for step in passage.section if step.strip()]
    if steps and squeeze("\n".join((*opening, passage.text))).startswith(squeeze(steps[-1])):
        steps.pop()
    return [*map(calm, steps), *opening]


def calm(step: str) -> str:
    """A heading that is written in capitals in small letters, but for its number, abbreviations and provinces.

    Models need twice the tokens for Vietnamese capitals, and know them less well.
    """
    step = nfc(step)
    words = [m for m in _WORD.finditer(step) if not _is_numeral(step, m)]
    loud = [m for m in words if m.group().isupper() and not _is_abbreviation(m.group())]
    if len(loud) < (2 if len(loud) == len(words) else _CAPITALS):
        return step
    letters = list(step)
    for match in loud:
        letters[match.start() : match.end()] = match.group().lower()
    for place in find_provinces(step):
        if place.end - place.start == len(place.name):
            letters[place.start : place.end] = place.name
    first = loud[0].start()
    if not step[:first].strip() or step[:first].rstrip().endswith((".", ")")):
        letters[first] = letters[first].upper()
    return "".join(letters)


def _is_numeral(step: str, word: re.Match[str]) -> bool:
    """Whether a word only numbers a heading: "IV." and "A.", "Phần IV"; the "VI" of "hành vi" is a word."""
    mark = _NUMERAL.match(step, word.start())
    behind = _NUMERAL_BEHIND.search(step[: word.start()]) and re.fullmatch("[IVXLC]+", word.group())
    return (mark is not None and mark.end() == word.end()) or behind is not None


def _is_abbreviation(word: str) -> bool:
    return expand_abbreviations(word) != word or is_foreign(word.lower())


def _columns(passage: Passage) -> list[str]:
    """The names of a row's columns as the head line of a table, each over its cell; none where they are not known."""
    heads = [name for name, _ in _named_cells(passage)]
    if sum(map(bool, heads)) < 2:
        return []
    return [_CELLS.join((heads[0] or "TT", *heads[1:]))]


def _listed(passage: Passage) -> list[str]:
    """The cells of a row, each a line behind the name of its column; its number stands before the first."""
    if not _columns(passage):
        return []
    number = [cell for name, cell in _named_cells(passage)[:1] if not name]
    lines = [f"{name}: {value}" for name, value in passage.cells.items() if value.strip()]
    return [f"{number[0].rstrip('.')}. {lines[0]}", *lines[1:]] if number else lines


def _named_cells(passage: Passage) -> list[tuple[str, str]]:
    """The cells of a row's first line as they stand, each with the name of its column; "" where none is known.

    A cell that a page break has cut begins its value.
    """
    if passage.kind != "row":
        return []
    rest = list(passage.cells.items())
    named: list[tuple[str, str]] = []
    for cell in passage.blocks[0].split(_CELLS):
        at = next((i for i, (_, value) in enumerate(rest) if tidy(value).startswith(tidy(cell))), None)
        named.append(("" if at is None else rest[at][0], cell))
        rest = rest if at is None else rest[at + 1 :]
    return named


def _beginning(passage: Passage, room: int) -> str:
    """As many whole blocks as fit into `room` characters; of a longer first one as many sentences, or else words."""
    words = passage.blocks[0]
    for block in passage.blocks[1:]:
        if len(words) + 1 + len(block) > room:
            break
        words = f"{words}\n{block}"
    if len(words) <= room:
        return words
    ends = [m.end() for m in _SENTENCE_END.finditer(words, 0, room + 1)]
    return words[: ends[-1]] if ends else words[:room].rsplit(" ", 1)[0]
