"""Switched off in deciding whether there is an answer, in composing it, and at the desks that need no search."""

from eval.ablation.neutral import (
    TYPICAL_SIGNALS,
    always,
    first_in_a_list,
    given,
    in_a_list,
    whole_passage,
    without_signal,
)
from eval.ablation.switch import Ablation, Patch

_SIGNALS = "answer.support:signals_of"
DECISION = (
    Ablation(
        "office-held",
        "what concerns an office that no document meant names is refused",
        (Patch("answer.offices_held:OfficesHeld.holds", always(True)),),
    ),
    Ablation(
        "place-held",
        "what concerns a district or town that no document meant names is refused",
        (Patch("answer.assistant:localities_missing", always([])),),
    ),
    Ablation(
        "decision",
        "when to answer is learned (off: whatever is found is answered)",
        (Patch("answer.support:Answerability.probability", always(1.0)),),
    ),
    Ablation(
        "signal-support",
        "signal of the decision: how far the passage says what the question says",
        (Patch("answer.support:support_of", always(TYPICAL_SIGNALS["support"])),),
    ),
    Ablation(
        "signal-held",
        "signal of the decision: how much the passage says of it",
        (Patch(_SIGNALS, without_signal("held")),),
    ),
    Ablation(
        "signal-score", "signal of the decision: score of the second stage", (Patch(_SIGNALS, without_signal("score")),)
    ),
    Ablation(
        "signal-margin",
        "signal of the decision: lead over the next passage",
        (Patch(_SIGNALS, without_signal("margin")),),
    ),
    Ablation(
        "gives",
        "signal of the decision: the kind of thing asked for is there",
        (Patch("answer.support:gives", always(True)),),
    ),
    Ablation(
        "wanted",
        "part of `gives`: names, reasons, sanctions, forms and the like",
        (Patch("answer.gives:holds_wanted", always(True)),),
    ),
    Ablation("years", "signal of the decision: years", (Patch("answer.support:_years_hold", always(True)),)),
    Ablation(
        "unknown",
        "signal of the decision: words that no document knows",
        (Patch("answer.terms:TermWeights.unknown", always([])),),
    ),
    Ablation(
        "office", "signal of the decision: the office asked of", (Patch("answer.support:_speaks_of", always(True)),)
    ),
    Ablation("own", "signal of the decision: what a follow-up adds", (Patch(_SIGNALS, without_signal("own")),)),
    Ablation(
        "labels",
        "signal of the decision: numbered groups that the passage lacks",
        (Patch("answer.support:labels_missing", always(0)),),
    ),
    Ablation(
        "foreign",
        "signal of the decision: numbers of documents not held",
        (Patch(_SIGNALS, without_signal("foreign")),),
    ),
)
"""Whether there is an answer. The weights are those learned with the mechanism."""

COMPOSING = (
    Ablation(
        "several-documents",
        "several documents are quoted where they are about as good",
        (Patch("answer.compose:Composer._per_document", first_in_a_list(2)),),
    ),
    Ablation(
        "addressee",
        "to whom something goes is answered first",
        (Patch("answer.compose:find_addressee", always(None)),),
    ),
    Ablation(
        "siblings",
        "the clauses of a list are quoted together",
        (Patch("answer.compose:Composer._siblings", in_a_list(1)),),
    ),
    Ablation("duties", "the duties of an office are gathered", (Patch("answer.compose:duties_of", in_a_list(2)),)),
    Ablation(
        "related",
        "passages nearly as good are quoted after the answer",
        (Patch("answer.compose:Composer._add_related", always(None)),),
    ),
    Ablation("best-block", "the best part of a passage is quoted", (Patch("answer.compose:best_unit", whole_passage),)),
    Ablation("leads", "the sentence before the quotes says what was asked", (Patch("answer.compose:_LEADS", {}),)),
    Ablation("english", "figures and times are put into English", (Patch("answer.compose:in_english", given(0)),)),
    Ablation(
        "contradiction",
        "figures of text and table are held together",
        (Patch("answer.compose:find_contradiction", always(None)),),
    ),
)
"""What the answer is made of."""

DESKS = (
    Ablation(
        "document-desk",
        "facts about a document come from its metadata",
        (Patch("answer.ask:Ask.about_document", property(always(False))),),
    ),
    Ablation(
        "clause-desk", "a clause that is named is quoted", (Patch("answer.clause:ClauseDesk.answer", always(None)),)
    ),
    Ablation(
        "definition-desk",
        "a term is answered by its definition",
        (Patch("answer.definition:DefinitionDesk.answer", always(None)),),
    ),
    Ablation(
        "force-desk",
        "from when a document counts, and what ends it",
        (Patch("answer.force:ForceDesk.answer", always(None)),),
    ),
    Ablation(
        "overview-desk",
        "what documents there are, and what one of them holds, is told by titles and headings",
        (Patch("answer.overview:OverviewDesk.answer", always(None)),),
    ),
    Ablation(
        "outline-desk",
        "what a document lists under a heading is counted, and quoted whole",
        (Patch("answer.outline:OutlineDesk.answer", always(None)),),
    ),
    Ablation(
        "register-desk",
        "lists from the register of obligations",
        (Patch("answer.register.desk:RegisterDesk.answer", always(None)),),
    ),
)
"""What needs no search."""
