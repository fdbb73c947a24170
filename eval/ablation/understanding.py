"""Switched off in understanding a question: its words, what it leans on, what it asks for, which documents it means."""

import re

from answer.ask import Ask
from eval.ablation.neutral import always, as_typed, given, knowing_all_names, only_trimmed, standing_alone
from eval.ablation.switch import Ablation, Patch

WORDS = (
    Ablation(
        "accents",
        "accents are put back where they were not typed",
        (Patch("vietnamese.accents:AccentModel.restore", as_typed),),
    ),
    Ablation(
        "everyday",
        "everyday sentences teach how words are accented",
        (Patch("answer.question:everyday_sentences", always([])),),
        reopen=True,
    ),
    Ablation(
        "question-words",
        "the words of questions teach how words are accented",
        (Patch("answer.question:QUESTION_WORDS", ""),),
        reopen=True,
    ),
    Ablation(
        "chat-words",
        "abbreviations of chat (ko, dc) are written out",
        (Patch("answer.question:_spelled_out", only_trimmed),),
    ),
    Ablation(
        "abbreviations",
        "abbreviations of offices (UBND) are written out",
        (Patch("answer.question:expand_abbreviations", given(0)),),
    ),
    Ablation(
        "spelling",
        "slips in English words are mended",
        (Patch("answer.spelling:EnglishSpeller.correct", given(1)),),
    ),
    Ablation(
        "glossary",
        "English words are mapped to those of the documents",
        (Patch("vietnamese.glossary:Glossary.expand_english", always([])),),
    ),
    Ablation(
        "thesaurus",
        "everyday words are joined by those of the documents",
        (Patch("vietnamese.thesaurus:Thesaurus.find", always([])),),
    ),
    Ablation(
        "compounds",
        "a word of several syllables is one term",
        (Patch("answer.terms:Compounds.find", always([])),),
    ),
    Ablation(
        "scattered",
        "the syllables of a word count for less where they stand apart",
        (Patch("answer.terms:_SCATTERED", 1.0),),
    ),
    Ablation("verbs", "verbs of the glossary weigh less than nouns", (Patch("answer.terms:_VERB_SHARE", 1.0),)),
    Ablation(
        "asked-noun",
        "the noun after “which” is no term",
        (Patch("answer.terms:_ASKED_NOUN", re.compile(r"(?!)")),),
    ),
    Ablation(
        "unknown-word",
        "a single word that no document has weighs half",
        (Patch("answer.terms:_UNKNOWN_SHARE", 1.0),),
    ),
)
"""The words of a question."""

MEANING = (
    Ablation(
        "follow-up",
        "a follow-up is made whole by the question before",
        (Patch("answer.question:resolve", standing_alone),),
    ),
    Ablation(
        "swap",
        "a new province, office or year takes the old one's place",
        (Patch("answer.followup:_swap", always(None)),),
    ),
    Ablation(
        "inherit",
        "a follow-up keeps what was asked and of which documents",
        (Patch("answer.question:Reader._inherit", given(1)),),
    ),
    Ablation("ask", "what kind of thing is asked for", (Patch("answer.question:detect_ask", always(Ask.WHAT)),)),
    Ablation("counted", "what “how many” counts", (Patch("answer.question:Reader._counted", always(())),)),
    Ablation("offices", "which office a question names", (Patch("answer.question:Reader._offices", always(())),)),
    Ablation(
        "sides",
        "a comparison is parted into what it asks of each document",
        (Patch("answer.question:Reader.sides", always([])),),
    ),
)
"""What a question leans on and asks for."""

SCOPE = (
    Ablation(
        "scope-province",
        "a province named narrows the documents",
        (Patch("answer.scope:find_provinces", always([])), Patch("answer.scope:find_provinces_folded", always([]))),
    ),
    Ablation(
        "scope-number",
        "the number of a document narrows the documents",
        (Patch("answer.scope:find_document_numbers", always([])),),
    ),
    Ablation(
        "scope-title",
        "the title of a document narrows the documents",
        (Patch("answer.scope:documents_titled", always({})),),
    ),
    Ablation(
        "scope-issuer",
        "who issued a document narrows the documents",
        (
            Patch("answer.question:documents_issued", always({})),
            Patch("answer.question:documents_issued_english", always({})),
        ),
    ),
    Ablation("scope-year", "the years that a question names", (Patch("answer.scope:find_years", always([])),)),
    Ablation(
        "spoken-of",
        "a province means the central documents that name it",
        (Patch("answer.question:_spoken_of", always({})),),
        reopen=True,
    ),
    Ablation(
        "law-not-held",
        "a law that is not held is told as unknown",
        (Patch("answer.scope:law_not_held", always(None)),),
    ),
    Ablation(
        "unknown-scope",
        "what names an unknown province or number is refused",
        (Patch("answer.question:find_scope", knowing_all_names),),
    ),
)
"""Which documents it means."""
