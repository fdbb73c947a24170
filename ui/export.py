"""A conversation for other programs: plain text to paste, Markdown, Word. Words of documents stay literal in each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from docx import Document as new_docx
from docx.document import Document as Docx
from docx.shared import Pt

from answer.reply import Answer, Citation
from index.document import Document
from ui.filters import describe
from ui.labels import facts, made_by, source_line, understood_otherwise
from ui.session import Turn
from ui.words import Words

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|$~&]")
_LINE_START = re.compile(r"^([-+=:]|\d+(?=[.)]))")
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export needs beside the turns: the documents for the filters' names, and the day."""

    documents: Mapping[str, Document]
    today: date


def escape_markdown(text: str) -> str:
    """Text that every Markdown reader shows literally, line by line; blanks at the ends of lines are dropped."""
    return "  \n".join(_escape_line(line.strip()) for line in text.splitlines() if line.strip())


def _escape_line(line: str) -> str:
    escaped = _SPECIAL.sub(r"\\\g<0>", line)
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    """A list's or heading's mark made text: "-" as "\\-", "1." as "1\\."."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def markdown_export(turns: Sequence[Turn], words: Words, about: Exported) -> bytes:
    """The conversation as a Markdown file."""
    parts = [f"# {words('app_title')}", words("exported_on", date=about.today.isoformat())]
    for number, turn in enumerate(_answered(turns), 1):
        parts += _markdown_turn(number, turn, words, about)
    return ("\n\n".join(parts) + "\n").encode()


def _markdown_turn(number: int, turn: Turn, words: Words, about: Exported) -> Iterator[str]:
    answer = _answer_of(turn)
    yield f"## {number}. {words('question')}"
    yield escape_markdown(turn.question)
    for remark in remarks(turn, words, about.documents):
        yield f"*{escape_markdown(remark)}*"
    yield f"### {words('answer')}"
    for how in provenance(answer, words):
        yield f"*{escape_markdown(how)}*"
    yield from (escape_markdown(p) for p in answer.text.split("\n\n"))
    if answer.notices:
        yield f"### {words('notices')}"
        yield from (f"- {escape_markdown(n.text)}" for n in answer.notices)
    for heading, citations in cited(answer, words):
        yield f"### {heading}"
        for citation in citations:
            yield from _markdown_citation(citation, words, not is_quoted(answer, citation))


def _markdown_citation(citation: Citation, words: Words, with_quote: bool) -> Iterator[str]:
    details = "\n".join(f"- {label}: {escape_markdown(value)}" for label, value in facts(citation, words))
    yield f"**\\[{citation.marker}\\]**\n\n{details}"
    if not with_quote:
        return
    quote = escape_markdown(f"“{citation.quote}”")
    yield "\n".join(f"> {line}" for line in quote.split("\n"))


def docx_export(turns: Sequence[Turn], words: Words, about: Exported) -> bytes:
    """The conversation as a Word file."""
    file = new_docx()
    file.styles["Normal"].font.name = "Times New Roman"
    file.styles["Normal"].font.size = Pt(12)
    file.core_properties.title = words("app_title")
    file.add_heading(words("app_title"), 0)
    file.add_paragraph(words("exported_on", date=about.today.isoformat()))
    for number, turn in enumerate(_answered(turns), 1):
        _docx_turn(file, number, turn, words, about)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _docx_turn(file: Docx, number: int, turn: Turn, words: Words, about: Exported) -> None:
    answer = _answer_of(turn)
    file.add_heading(f"{number}. {words('question')}", 1)
    file.add_paragraph(xml_text(turn.question))
    for remark in remarks(turn, words, about.documents):
        file.add_paragraph().add_run(xml_text(remark)).italic = True
    file.add_heading(words("answer"), 2)
    for how in provenance(answer, words):
        file.add_paragraph().add_run(xml_text(how)).italic = True
    for paragraph in answer.text.split("\n\n"):
        file.add_paragraph(xml_text(paragraph))
    if answer.notices:
        file.add_heading(words("notices"), 2)
        for notice in answer.notices:
            file.add_paragraph(xml_text(notice.text), "List Bullet")
    for heading, citations in cited(answer, words):
        file.add_heading(heading, 2)
        for citation in citations:
            _docx_citation(file, citation, words, not is_quoted(answer, citation))


def _docx_citation(file: Docx, citation: Citation, words: Words, with_quote: bool) -> None:
    file.add_paragraph().add_run(f"[{citation.marker}]").bold = True
    for label, value in facts(citation, words):
        file.add_paragraph(f"{label}: {xml_text(value)}", "List Bullet")
    if with_quote:
        file.add_paragraph(xml_text(f"“{citation.quote}”"), "Quote")


def xml_text(text: str) -> str:
    """Text without the control characters that a Word file cannot hold."""
    return _NOT_XML.sub("", text)


def turn_text(turn: Turn, words: Words) -> str:
    """One answer as plain text: question, answer, and a line for every citation, with its quote where the answer has not."""
    answer = _answer_of(turn)
    lines = [turn.question, "", answer.text]
    lines += [f"({said})" for said in (*provenance(answer, words), *(notice.text for notice in answer.notices))]
    for heading, citations in cited(answer, words):
        lines += ["", f"{heading}:"]
        lines += [_citation_text(answer, citation, words) for citation in citations]
    return "\n".join(lines)


def _citation_text(answer: Answer, citation: Citation, words: Words) -> str:
    line = f"[{citation.marker}] {source_line(citation, words)}"
    return line if is_quoted(answer, citation) else f"{line}: “{citation.quote}”"


def is_quoted(answer: Answer, citation: Citation) -> bool:
    """Whether the answer's own text holds the quote under the citation's marker: it need not be said again."""
    paragraphs = (paragraph.strip() for paragraph in answer.text.split("\n\n"))
    return citation in answer.citations and f"“{citation.quote}” [{citation.marker}]" in paragraphs


def cited(answer: Answer, words: Words) -> list[tuple[str, tuple[Citation, ...]]]:
    """The groups of an answer's citations that are not empty, each under its heading."""
    groups = ((words("citations"), answer.citations), (words("nearest"), answer.nearest))
    return [group for group in groups if group[1]]


def remarks(turn: Turn, words: Words, documents: Mapping[str, Document]) -> list[str]:
    """How a question was understood and what it was limited to, where that is not plain from it."""
    said = []
    if turn.answer and understood_otherwise(turn.answer):
        said.append(words("understood_as", question=turn.answer.resolved_question))
    if turn.filter:
        said.append(words("filtered_by", names=describe(turn.filter, documents)))
    return said


def provenance(answer: Answer, words: Words) -> list[str]:
    """That a language model wrote an answer, and which; nothing where the answer is in the documents' own words."""
    if answer.mode == "extractive":
        return []
    how = made_by(answer, words)
    return [f"{how[:1].upper()}{how[1:]}."]


def _answered(turns: Sequence[Turn]) -> list[Turn]:
    return [turn for turn in turns if turn.answer]


def _answer_of(turn: Turn) -> Answer:
    assert turn.answer is not None
    return turn.answer
