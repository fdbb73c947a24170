"""The check of an answer's own sentences: a lead is shown only where the clauses that it rests on hold what it says."""

from collections.abc import Sequence
from dataclasses import replace

from answer.claims import check_claims
from answer.draft import Draft
from answer.phrases import say
from answer.reply import Citation, Language, Notice
from answer.writing.sources import source_head
from vietnamese.glossary import Glossary


def checked_leads(draft: Draft, citations: Sequence[Citation], language: Language, glossary: Glossary) -> Draft:
    """The draft with each lead that fails the check of claims replaced by a sentence that only points at the clauses, and a notice.

    It is the same check that a language model's sentences go through. `citations` are those of the draft's quotes, in their order.
    """
    held = [_is_held(lead, positions, citations, glossary) for lead, positions in draft.leads]
    if all(held):
        return draft
    pointing = say("see_clauses", language, m="{m}")
    leads = [(lead if ok else pointing, positions) for (lead, positions), ok in zip(draft.leads, held, strict=True)]
    notice = Notice("left_out", say("lead_left_out", language))
    return replace(draft, leads=list(dict.fromkeys(leads)), notices=[*draft.notices, notice])


def _is_held(lead: str, positions: Sequence[int], citations: Sequence[Citation], glossary: Glossary) -> bool:
    if not positions:
        return True  # it names no clause: it says what is missing
    resting = [citations[p] for p in positions]
    text = lead.replace("{m}", "".join(f"[{c.marker}]" for c in resting))
    held = {c.marker: f"{source_head(c.document, c.passage)}\n{c.passage.text}" for c in resting}
    return all(verdict.ok for verdict in check_claims(text, held, glossary))
