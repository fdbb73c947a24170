"""The questions of a report: a block each, and the filter over them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eval.markup import Html, element, joined
from eval.metrics.evidence import is_right
from eval.metrics.phrases import forbidden_said, missing_facts
from eval.predictions import Citation, Prediction, WritingRow, citations, writing
from eval.question_set import Question
from eval.scores import Score

Entry = tuple[Question, Prediction, Score]

_FILTERS = ("bucket", "language", "kind")

SCRIPT = """
const picks = [...document.querySelectorAll("select[data-by]")];
const blocks = [...document.querySelectorAll("details[data-bucket]")];
function show() {
  let seen = 0;
  for (const block of blocks) {
    block.hidden = !picks.every(pick => pick.value === "" || block.dataset[pick.dataset.by] === pick.value);
    seen += !block.hidden;
  }
  document.getElementById("seen").textContent = `${seen} of ${blocks.length} questions`;
}
picks.forEach(pick => pick.addEventListener("change", show));
show();
"""
"""Shows the questions that fit every choice; without it all are shown."""


def filters(entries: Sequence[Entry]) -> Html:
    """A choice each of bucket, language and kind, with how many questions have it."""
    return element("div", *(_choice(by, entries) for by in _FILTERS), element("output", id="seen"), css="filters")


def question_block(entry: Entry) -> Html:
    """Everything about one question: gold, answer, citations, ranks by stage, latency, bucket."""
    question, prediction, score = entry
    verdict = element("span", score.bucket, css="good" if score.bucket == "right" else "bad")
    tags = element("small", f" {score.id} · {score.language} · {score.kind} · ")
    return element(
        "details",
        element("summary", element("b", question.question), tags, verdict),
        *_asked(question),
        *_said(question, prediction),
        *_measured(prediction, score),
        **{f"data-{by}": getattr(score, by) for by in _FILTERS},
    )


def _choice(by: str, entries: Sequence[Entry]) -> Html:
    counts: dict[str, int] = {}
    for *_, score in entries:
        counts[getattr(score, by)] = counts.get(getattr(score, by), 0) + 1
    options = (element("option", f"{value} ({count})", value=value) for value, count in sorted(counts.items()))
    everything = element("option", f"all ({len(entries)})", value="")
    return element("label", by, element("select", everything, *options, data_by=by))


def _asked(question: Question) -> Iterable[Html]:
    yield from (_line("asked before", text) for text in question.history)
    yield from (_line("gold document", document) for document in question.documents)
    yield from (_line("gold evidence", span) for span in question.evidence)
    yield from (_line("gold fact", " / ".join(fact)) for fact in question.facts)
    if not question.answerable:
        yield _line("gold", "the documents do not say: to be refused")


def _said(question: Question, prediction: Prediction) -> Iterable[Html]:
    yield _line(f"answer ({prediction['status']})", prediction["answer"] or "–")
    yield from (_citation(question, c) for c in citations(prediction))
    yield from (_line("missing fact", fact) for fact in missing_facts(question, prediction))
    yield from (_line("forbidden", phrase) for phrase in forbidden_said(question, prediction))
    if prediction.get("error"):
        yield _line("error", str(prediction["error"]))


def _measured(prediction: Prediction, score: Score) -> Iterable[Html]:
    record = writing(prediction)
    if record is not None:
        yield _line(f"written by {record['model']}", _became(record))
    if score.ranks:
        ranks = (f"{stage} {'–' if rank is None else rank}" for stage, rank in score.ranks.items())
        yield _line("rank of the evidence", ", ".join(ranks))
    timings = prediction.get("timings_ms")
    if isinstance(timings, Mapping) and timings:
        yield _line("milliseconds", ", ".join(f"{stage} {spent}" for stage, spent in timings.items()))


def _became(record: WritingRow) -> str:
    """What became of a language model's words in one line."""
    outcome = f"{record['outcome']} ({record['trouble']})" if record["trouble"] else str(record["outcome"])
    parts = [
        outcome,
        f"{record['kept']} of {record['sentences']} sentences kept",
        f"{_known(record['tokens_in'])} tokens in, {_known(record['tokens_out'])} out",
        f"{_known(record['first_ms'])} ms to the first word, {record['total_ms']:.0f} in all",
        *(["from an earlier call"] if record["cached"] else []),
    ]
    return ", ".join(parts)


def _known(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _line(label: str, text: str) -> Html:
    return element("p", element("small", label), " ", text)


def _citation(question: Question, citation: Citation) -> Html:
    section: Any = citation.get("section")
    place = " › ".join([citation["document_id"], *(map(str, section) if isinstance(section, list) else ())])
    mark = element("span", "holds the evidence ", css="good") if is_right(question, citation) else ""
    return element(
        "blockquote",
        joined([f"[{citation.get('marker', '?')}] ", citation["quote"]]),
        Html("<br>"),
        mark,
        element("small", place),
    )
