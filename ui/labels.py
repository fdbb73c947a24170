"""Short names: of a document, of the place in it that a citation points at."""

from collections.abc import Sequence

from answer.phrases import model_name
from answer.reply import Answer, Citation
from answer.writing.writer import Writer
from index.document import Document
from index.passage import Passage
from ui.words import Words
from vietnamese.text import fold, fold_markup, tidy

_ARROW = " › "
_HEADING = 40
_BARE = 4
"""Characters of a heading that is a number or letter and no more, as "b)" or "3.1."."""


def short_name(document: Document) -> str:
    """Type with number or years, and the province or issuer: "Quyết định 2106/QĐ-UBND (Bình Định)"."""
    own = document.number or _years(document)
    name = f"{document.type} {own}".strip() if document.type else document.title or document.file
    place = document.province or document.issuer
    return f"{name} ({place})" if place else name


def _years(document: Document) -> str:
    period = document.period
    if period is None:
        return ""
    return str(period.end) if period.start in (None, period.end) else f"{period.start}-{period.end}"


def alphabetical(name: str) -> tuple[str, str]:
    """A key that sorts names as a Vietnamese reader looks for them: Đ beside D, accents after the bare letters."""
    return fold(name), name


def section_path(citation: Citation) -> str:
    """The section path in one line; empty where the passage stands in no section."""
    return _ARROW.join(citation.passage.section)


def short_path(headings: Sequence[str]) -> str:
    """A section path with every long heading cut, for a line under a quote."""
    return _ARROW.join(_cut(heading) for heading in headings)


def last_headings(headings: Sequence[str]) -> Sequence[str]:
    """The end of a section path that says something by itself: "b)" takes the heading above it along."""
    start = len(headings) - 1
    while start > 0 and len(headings[start]) <= _BARE:
        start -= 1
    return headings[max(start, 0) :]


def _cut(heading: str) -> str:
    """A heading's first words: at most `_HEADING` characters, never half a word."""
    if len(heading) <= _HEADING:
        return heading
    return heading[:_HEADING].rsplit(" ", 1)[0].rstrip(" ,;…") + "…"


def show_date(date: str, words: Words) -> str:
    """An ISO date, whole or shortened, as Vietnamese writes it; English keeps the ISO form."""
    return "/".join(part.lstrip("0") for part in reversed(date.split("-"))) if words.language == "vi" else date


def cited_page(citation: Citation) -> int | None:
    """The page that a quote begins on, else its passage's; None where the source has no pages."""
    return citation.passage.page if citation.page is None else citation.page


def place(citation: Citation, words: Words) -> str:
    """The lines or the pages of a quote; empty where the source has neither."""
    parts = []
    page, last = cited_page(citation), citation.last_page
    if page is not None:
        parts.append(words("page", n=page) if last is None or last <= page else words("pages", a=page, b=last))
    if citation.lines:
        a, b = citation.lines
        parts.append(words("line", n=a) if a == b else words("lines", a=a, b=b))
    return ", ".join(parts)


def source_line(citation: Citation, words: Words) -> str:
    """Document, section and place of a citation in one line."""
    return _joined(citation, citation.passage.section, words)


def brief_source_line(citation: Citation, words: Words) -> str:
    """The same with the end of the section path only."""
    return _joined(citation, last_headings(citation.passage.section), words)


def _joined(citation: Citation, headings: Sequence[str], words: Words) -> str:
    parts = (short_name(citation.document), short_path(headings), place(citation, words))
    return " · ".join(part for part in parts if part)


def understood_otherwise(answer: Answer) -> bool:
    """Whether the question that was answered differs from the one that was typed, blanks aside."""
    return tidy(fold_markup(answer.resolved_question)) != tidy(fold_markup(answer.question))


def made_by(answer: Answer, words: Words, writer: Writer | None = None) -> str:
    """How an answer was made: verbatim extracts, or by which model, and where that runs if `writer` is the one that wrote it."""
    if answer.mode == "extractive" or answer.writing is None:
        return words("extractive")
    name = model_name(answer.writing.model)
    if writer is None or writer.model.name != answer.writing.model:
        return words("written", model=name)
    return words("written_here" if writer.model.is_local else "written_outside", model=name, where=writer.model.where)


def reader_of_questions(writer: Writer, words: Words) -> str:
    """Which language model is given the questions and the passages found, and where it runs."""
    model = writer.model
    said = "writer_here" if model.is_local else "writer_outside"
    return words(said, model=model_name(model.name), where=model.where)


def facts(citation: Citation, words: Words) -> list[tuple[str, str]]:
    """What identifies a citation, as labels and values; unknown ones are left out."""
    document = citation.document
    values = {
        "document_title": document.title,
        "number": document.number,
        "date": document.date and show_date(document.date, words),
        "issuer": document.issuer,
        "section": section_path(citation),
        "place": place(citation, words),
        "file": document.file,
    }
    return [(words(key), value) for key, value in values.items() if value]


def warnings(citation: Citation, words: Words) -> list[str]:
    """What must be said about a source: a draft, a status that is not known, a text that was read from a scan."""
    status = citation.document.status
    found = (status == "draft" and "draft", status == "unknown" and "status_unknown")
    said = [words(key) for key in found if key]
    return [*said, _recognised(citation.passage, words)] if citation.passage.read_by == "ocr" else said


def _recognised(passage: Passage, words: Words) -> str:
    """That a passage was read from a scan, and how surely where that is known; never rounded up to certainty."""
    if passage.confidence is None:
        return words("by_ocr")
    return words("by_ocr_sure", percent=int(passage.confidence * 100))
