"""Answers that people marked down, as drafts of questions for a question set.

A draft has the form of a question and `draft`, what was said against which answer. It has no `documents`, `evidence` and
`facts`: what the answer cited is the very thing that was found wrong, so nothing of it is proposed. `python -m eval check`
therefore refuses a draft until a person has filled these in, or has called the question unanswerable.
"""

import argparse
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from answer.ask import Ask, detect_ask
from eval.files import write_text
from eval.lines import as_lines
from eval.question_set import LANGUAGES
from index.errors import IndexMissing, SettingError
from index.record import Record
from index.record.database import storage_errors
from index.record.feedback import Feedback
from index.settings import Settings, load_settings
from vietnamese.text import fold, has_accents, tidy

Draft = dict[str, Any]

_KINDS = {
    Ask.OFFICE: "office",
    Ask.DUTY: "obligation",
    Ask.NUMBER: "number",
    Ask.DEADLINE: "deadline",
    Ask.FUNDING: "funding",
    Ask.LIST: "list",
    Ask.YES_NO: "yes_no",
    Ask.COMPARE: "compare",
    Ask.WHICH_DOCUMENT: "legal_basis",
    Ask.DOC_BASES: "legal_basis",
    Ask.DOC_CITED_BY: "legal_basis",
    Ask.DOC_STATUS: "status",
}
_METADATA = "metadata"
_FOLLOW_UP = "follow_up"
_MOST_GENERAL = "obligation"


def add_drafts(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `drafts` to the subcommands of `python -m eval`."""
    parser = commands.add_parser("drafts", help="answers marked down, as drafts of questions")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.jsonl", help="a file that is not there yet")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the index and its feedback live")
    parser.set_defaults(command=_command)


def read_feedback(settings: Settings) -> list[Feedback]:
    """Every verdict in the record of the data folder, oldest first. Raises IndexMissing where there is no record."""
    record = Record.open(settings)
    if record is None:
        raise IndexMissing(
            f"There is no index in {settings.data}, and so no feedback. Run `python -m ingest` to build it."
        )
    try:
        with storage_errors(settings):
            return record.feedback.all()
    finally:
        record.close()


def drafts(feedback: Iterable[Feedback]) -> list[Draft]:
    """A row for each question with an answer that is marked down, in the order of the first complaint.

    Of several verdicts on one answer (its `id`) the last counts, so one that was taken back is left out. A question that
    was asked and marked down more than once is one draft with all its complaints, and its id follows from its words: it
    is the same in every export, and stands on the same side of the split. A follow-up goes by the words it was made whole
    with, for "còn Sở Y tế?" is another question in another conversation.
    """
    last = {str(given.answer.get("id") or place): given for place, given in enumerate(feedback)}
    rows: dict[str, Draft] = {}
    for given in last.values():
        if given.verdict == "down":
            name = _id(given)
            rows.setdefault(name, _row(name, given))["draft"].append(_complaint(given))
    return list(rows.values())


def _id(given: Feedback) -> str:
    """From the words without accents, then the language: up to the dash one typed bare is the same question."""
    words = tidy(fold(_resolved(given) if _history(given) else given.question))
    return f"f{hashlib.sha256(words.encode('utf-8')).hexdigest()[:10]}-{_language(given)}"


def _row(name: str, given: Feedback) -> Draft:
    return {
        "id": name,
        "question": given.question,
        "language": _language(given),
        "kind": _kind(given),
        "history": _history(given),
        "documents": [],
        "evidence": [],
        "facts": [],
        "forbidden": [],
        "draft": [],
    }


def _complaint(given: Feedback) -> dict[str, Any]:
    """What was said, and against what. `history` and `resolved_question` show what this answer leaned on."""
    answer = given.answer
    cited = answer.get("citations", ())
    return {
        "created": given.created,
        "comment": given.comment,
        "history": _history(given),
        "resolved_question": _resolved(given),
        "status": answer.get("status"),
        "answer": answer.get("answer", ""),
        "cited": [{"document_id": c["document_id"], "quote": c["quote"]} for c in cited],
    }


def _history(given: Feedback) -> list[str]:
    """What had been asked before, oldest first; nothing in feedback of versions that did not keep it."""
    return list(given.answer.get("history", ()))


def _resolved(given: Feedback) -> str:
    """The question as it was understood; as it was typed where that is not on record."""
    return str(given.answer.get("resolved_question") or given.question)


def _language(given: Feedback) -> str:
    """As it was understood when it was asked; by its accents where that is not on record."""
    understood = given.answer.get("language")
    if understood in LANGUAGES:
        return str(understood)
    return "vi" if has_accents(given.question) else "vi_unaccented"


def _kind(given: Feedback) -> str:
    """A guess from what the question asks for; one made whole from what was asked before is a follow-up.

    Never "unanswerable": that takes a person who has read the documents.
    """
    text = _resolved(given)
    if _history(given) and tidy(fold(text)) != tidy(fold(given.question)):
        return _FOLLOW_UP
    ask = detect_ask(text, text if _language(given) == "en" else None)
    if ask in _KINDS:
        return _KINDS[ask]
    return _METADATA if ask and ask.about_document else _MOST_GENERAL


def _command(options: argparse.Namespace) -> int:
    if options.out.exists():
        raise SettingError(f"{options.out} is there already, perhaps with a person's work. Give --out another name.")
    rows = drafts(read_feedback(load_settings(data=options.data)))
    write_text(options.out, as_lines(rows))
    print(f"{len(rows)} drafts: {options.out}")
    return 0
