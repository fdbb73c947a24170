"""The effects of mechanisms as tables: for the terminal, as JSON, and in Markdown."""

from collections.abc import Sequence
from typing import Any

from eval.ablation.effect import MEASURED, Changed, Cost, Effect
from eval.ablation.run import Ablated
from eval.bootstrap import Figure
from eval.terminal import shown, shown_difference, table

LANGUAGES = {"vi": "Vietnamese", "vi_unaccented": "without accents", "en": "English"}
_SHORT = ("citation_recall", "answer_correct")
"""What the table by language shows; `ablation.json` has the rest."""
_READING = (
    "Each row: that mechanism alone switched off. Metrics: with it minus without it, and the 95 % interval (paired "
    "bootstrap over the questions), in bold where it excludes 0; of the last two metrics less is better. **changed**: "
    "questions that are told something else without it. **right**: questions that are right only with it (+) and only "
    "without it (−). **ms**: milliseconds of the processor that it adds to an answer (in brackets: without it → with "
    "it), medians over {timed} questions, each asked with and without it one after the other."
)


def ordered(effects: Sequence[Effect]) -> list[Effect]:
    """What makes most questions right first; of those alike, what changes most."""
    return sorted(effects, key=lambda e: (e.all.lost - e.all.gained, -e.all.answers))


def as_json(found: Ablated) -> dict[str, Any]:
    """The content of `ablation.json`."""
    return {
        "manifest": dict(found.manifest),
        "full": dict(found.full),
        "mechanisms": [effect.as_json() for effect in found.effects],
    }


def on_terminal(found: Ablated) -> str:
    """One line a mechanism; a star where the interval excludes 0."""
    heads = ["without", *MEASURED, "changed", "right", "ms", "verdict"]
    full = ["(whole program)", *(shown(name, found.full[name]["value"]) for name in MEASURED), "", "", "", ""]
    return table(heads, [full, *(_terminal_row(e) for e in ordered(found.effects))])


def as_markdown(found: Ablated) -> str:
    """The figures, what changes no answer, and the figures by language, with how to read them."""
    return "\n\n".join([summary(found), "By language:", by_language(found)]) + "\n"


def summary(found: Ablated) -> str:
    """What every mechanism adds over all questions, in Markdown."""
    timed = max((e.cost.n for e in found.effects if e.cost), default=0)
    of_each = ", ".join(f"{name} {shown(name, found.full[name]['value'])}" for name in MEASURED)
    questions = found.manifest["questions"]
    heads = ["switched off", *MEASURED, "changed", "right", "ms"]
    return "\n\n".join(
        [
            f"{questions['file']}, {questions['n']} questions. The whole program: {of_each}.",
            _READING.format(timed=timed),
            _markdown(heads, [_row(e) for e in ordered(found.effects) if e.all.answers]),
            f"No answer changes without {', '.join(_idle(found)) or '–'}.",
        ]
    )


def by_language(found: Ablated) -> str:
    """The same for each language, of what changes an answer and in fewer metrics."""
    languages = list(found.effects[0].languages) if found.effects else []
    heads = [f"{LANGUAGES[language]}: {name}" for language in languages for name in (*_SHORT, "right")]
    rows = [
        [f"`{effect.name}`", *(cell for language in languages for cell in _cells(effect.languages[language]))]
        for effect in ordered(found.effects)
        if effect.all.answers
    ]
    return _markdown(["switched off", *heads], rows)


def _terminal_row(effect: Effect) -> list[str]:
    figures = [
        f"{shown_difference(name, figure['value'])}{'*' if _excludes_zero(figure) else ' '}"
        for name, figure in effect.all.adds.items()
    ]
    return [
        effect.name,
        *figures,
        str(effect.all.answers),
        _right(effect.all),
        _milliseconds(effect.cost),
        effect.all.verdict,
    ]


def _row(effect: Effect) -> list[str]:
    figures = (_with_interval(name, figure) for name, figure in effect.all.adds.items())
    counts = [str(effect.all.answers), _right(effect.all), _milliseconds(effect.cost)]
    return [f"`{effect.name}`: {effect.what}", *figures, *counts]


def _cells(part: Changed) -> list[str]:
    return [*(_with_interval(name, part.adds[name]) for name in _SHORT), _right(part)]


def _idle(found: Ablated) -> list[str]:
    return [f"`{e.name}` ({e.what})" for e in found.effects if not e.all.answers]


def _markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows))


def _with_interval(name: str, figure: Figure) -> str:
    """A difference with its interval, bold where that excludes 0; a bare 0 where both sides are the same throughout."""
    low, high = figure["low"], figure["high"]
    if figure["value"] is None or low is None or high is None:
        return "–"
    if low == high == 0:
        return "0"
    value = f"{shown_difference(name, figure['value'])} ({shown(name, low)} – {shown(name, high)})"
    return f"**{value}**" if _excludes_zero(figure) else value


def _excludes_zero(figure: Figure) -> bool:
    low, high = figure["low"], figure["high"]
    return low is not None and high is not None and not low <= 0 <= high


def _right(part: Changed) -> str:
    return f"+{part.gained} −{part.lost}" if part.gained or part.lost else "0"


def _milliseconds(spent: Cost | None) -> str:
    return f"{spent.more:+.1f} ({spent.without:.0f} → {spent.with_it:.0f})" if spent else "–"
