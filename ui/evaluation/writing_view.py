"""What a language model wrote in a run: how much of it is shown, why not, what it cost and how long it took."""

from collections.abc import Sequence

import streamlit as st

from eval.predictions import WritingRow
from eval.writing import SLOWEST, SUMMED, Writings
from ui.evaluation.runs import Figure
from ui.evaluation.tables import Cell, counts, figure_cell, metric_cell, number, table_html
from ui.plain import show_plain
from ui.words import Words


def show_warnings(found: Sequence[Writings], words: Words) -> None:
    """What must be known before any figure is read: models of which no answer is shown as they wrote it."""
    for writings in found:
        said = warning(writings, words)
        if said:
            show_plain(said, "notice")


def show_writing(found: Sequence[Writings], words: Words) -> None:
    """The section, a table a model; nothing where no model was asked."""
    if not found:
        return
    show_plain(words("writing_part"), "part")
    show_plain(words("writing_note"), "quiet")
    for writings in found:
        prompts = ", ".join(writings.prompts)
        show_plain(words("writing_asked", model=writings.model, n=writings.asked, prompts=prompts), "heading")
        st.html(metrics_table(writings, words))
        if writings.troubles:
            named = {words.name("trouble", name): n for name, n in writings.troubles.items()}
            st.html(counts(words("writing_troubles"), words("writing_troubles"), named, words))


def warning(writings: Writings, words: Words) -> str | None:
    """The warning of `eval.writing` in the reader's language; None where some answers are shown as written."""
    if writings.warning is None:
        return None
    given = {"model": writings.model, "n": writings.asked, "partly": writings.outcomes["partly"]}
    if not writings.fell_back:
        return words("writing_none_whole", **given)
    reasons = ", ".join(f"{words.name('trouble', name)} {n}" for name, n in writings.troubles.items())
    return words("writing_nothing", reasons=reasons, **given)


def metrics_table(writings: Writings, words: Words) -> str:
    """Every metric of written answers, with the sum of tokens and the 90th percentile of times."""
    rows = (
        [metric_cell(name, words), _with_more(writings, name, Figure.model_validate(figure), words)]
        for name, figure in writings.metrics.items()
    )
    return table_html(words("writing_part"), [words("metric"), writings.model], rows)


def became(record: WritingRow, words: Words) -> str:
    """What became of a language model's words for one question, in one line."""
    why = f" ({words.name('trouble', record['trouble'])})" if record["trouble"] else ""
    parts = [
        f"{record['model']}: {words.name('outcome', record['outcome'])}{why}",
        words("writing_kept", kept=record["kept"], sentences=record["sentences"]),
        words("writing_tokens", read=_known(record["tokens_in"], words), wrote=_known(record["tokens_out"], words)),
        words("writing_times", first=_known(record["first_ms"], words), total=_known(record["total_ms"], words)),
        *([words("writing_cached")] if record["cached"] else []),
    ]
    return " · ".join(parts)


def _with_more(writings: Writings, name: str, figure: Figure, words: Words) -> Cell:
    cell = figure_cell(name, figure, words)
    if name in SUMMED:
        more = words("sum_of", value=number(name, writings.sums[name], words))
    elif name in SLOWEST:
        more = words("p90_of", value=number(name, writings.p90[name], words))
    else:
        return cell
    return Cell(cell.text, f"{cell.small}\n{more}", cell.style)


def _known(value: float | None, words: Words) -> str:
    return number("tokens_in", value, words)  # whole, with the marks of the language
