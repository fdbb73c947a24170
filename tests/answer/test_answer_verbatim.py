"""What every answer to the project's questions must hold to: its words stand in the files, its figures in what it quotes.

Questions are named by their ids alone: half of them must stay unseen by those who tune the answers.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from answer.assistant import Assistant
from answer.phrases import document_name
from answer.reply import Answer, Citation
from index.settings import PROJECT
from vietnamese.numbers import find_document_numbers
from vietnamese.text import fold_markup

_MARKER = re.compile(r"\[(\d+)\]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_COUNT = re.compile(r"(?:nêu|lists these) (\d+) (?:mục|items)")


@cache
def stored(file: str) -> tuple[str, ...]:
    """The lines of a document's file, as stored."""
    return tuple((PROJECT / "corpus" / file).read_text(encoding="utf-8").split("\n"))


def lead_of(answer: Answer) -> str:
    """What the answer says before its quotes."""
    quotes = answer.text.find("“")
    return answer.text if quotes < 0 else answer.text[:quotes]


def wrong(answers: Mapping[str, Answer], broken: Callable[[Answer], Iterator[str]]) -> list[str]:
    """The ids of the questions whose answers break a rule, with what broke it, never the question."""
    return [f"{name}: {reason}" for name, answer in answers.items() for reason in broken(answer)]


def test_every_question_is_answered_or_refused_with_reason(all_answers: Mapping[str, Answer]) -> None:
    assert len(all_answers) > 100
    assert {a.status for a in all_answers.values()} <= {"answered", "partial", "no_evidence"}


def test_quotes_stand_in_the_file_within_their_lines(all_answers: Mapping[str, Answer]) -> None:
    def broken(answer: Answer) -> Iterator[str]:
        for citation in (*answer.citations, *answer.nearest):
            lines, quote = stored(citation.document.file), fold_markup(citation.quote)
            if not quote:
                yield f"quote {citation.marker} is empty"
            elif quote not in fold_markup(citation.passage.text):
                yield f"quote {citation.marker} is not in its passage"
            elif citation.lines is None:
                yield f"quote {citation.marker} has no lines"
            elif quote not in fold_markup("\n".join(lines[citation.lines[0] - 1 : citation.lines[1]])):
                yield f"quote {citation.marker} is not on lines {citation.lines} of {citation.document.file}"

    assert wrong(all_answers, broken) == []


def test_passages_stand_in_the_file(all_answers: Mapping[str, Answer]) -> None:
    def broken(answer: Answer) -> Iterator[str]:
        for citation in (*answer.citations, *answer.nearest):
            whole = fold_markup("\n".join(stored(citation.document.file)))
            if fold_markup(citation.passage.text) not in whole:
                yield f"passage {citation.marker} is not in {citation.document.file}"

    assert wrong(all_answers, broken) == []


def test_markers_and_citations_are_the_same(all_answers: Mapping[str, Answer]) -> None:
    def broken(answer: Answer) -> Iterator[str]:
        named = {int(n) for n in _MARKER.findall(answer.text)}
        if named != {c.marker for c in answer.citations}:
            yield f"markers {sorted(named)} against {len(answer.citations)} citations"

    assert wrong(all_answers, broken) == []


def test_an_answer_has_a_citation_and_a_refusal_none(all_answers: Mapping[str, Answer]) -> None:
    def broken(answer: Answer) -> Iterator[str]:
        if (answer.status in ("answered", "partial")) != bool(answer.citations):
            yield f"{answer.status} with {len(answer.citations)} citations"
        if answer.citations and answer.nearest:
            yield "citations and nearest"

    assert wrong(all_answers, broken) == []


def test_figures_and_numbers_of_the_lead_stand_in_what_it_cites(
    all_answers: Mapping[str, Answer], assistant: Assistant
) -> None:
    def grounds(citation: Citation) -> str:
        passage = citation.passage
        return " ".join([citation.quote, passage.text, *passage.section, *passage.cells, *passage.cells.values()])

    def broken(answer: Answer) -> Iterator[str]:
        lead = _MARKER.sub(" ", lead_of(answer))
        for document in {c.document.id: c.document for c in answer.citations}.values():
            name = document_name(document, answer.language, assistant.glossary)
            lead = re.sub(re.escape(name), " ", lead, flags=re.IGNORECASE)
        found = fold_markup(" ".join(map(grounds, answer.citations)))
        for count in _COUNT.findall(lead):
            bullets = max((len(c.quote.split("\n")) for c in answer.citations), default=0)
            if int(count) > max(len(answer.citations), bullets):
                yield f"a list of {count} is not quoted"
        lead = _COUNT.sub(" ", lead)
        figures = set(_NUMBER.findall(found))
        for number in find_document_numbers(lead):
            if number.number not in re.sub(r"\s*([/-])\s*", r"\1", found):
                yield f"document number {number.number} is nowhere in what is cited"
        for figure in _NUMBER.findall(lead):
            if figure not in figures and figure.lstrip("0") not in figures:
                yield f"figure {figure} is nowhere in what is cited"

    assert wrong({k: a for k, a in all_answers.items() if a.citations}, broken) == []


def test_nothing_is_cited_twice(all_answers: Mapping[str, Answer]) -> None:
    def broken(answer: Answer) -> Iterator[str]:
        pairs = [(c.passage.id, c.quote) for c in answer.citations]
        if len(set(pairs)) < len(pairs):
            yield "the same words are cited twice"

    assert wrong(all_answers, broken) == []


def test_whole_files_of_questions_were_asked(all_answers: Mapping[str, Answer]) -> None:
    assert {name.split()[0] for name in all_answers} in ({"dev"}, {"practice", "dev", "test"})
