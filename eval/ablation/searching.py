"""Switched off in searching and in ordering what was found."""

from typing import get_args

from eval.ablation.neutral import TYPICAL_FEATURES, always, fused_order, given, no_vectors, without_feature
from eval.ablation.switch import Ablation, Patch
from index.passage import PassageKind

SEARCH = (
    Ablation(
        "dense",
        "search by vectors",
        (
            Patch("index.library:Library.dense", always([])),
            Patch("index.embedding:EmbeddingModel.encode_queries", no_vectors),
            Patch("answer.search:DENSE_WEIGHT", 0.0),
            Patch("answer.search:UNMAPPED_DENSE", 0.0),
        ),
    ),
    Ablation(
        "lexical",
        "search by words (BM25)",
        (
            Patch("index.library:Library.lexical", always([])),
            Patch("answer.search:DENSE_WEIGHT", 1.0),
            Patch("answer.search:UNMAPPED_DENSE", 0.0),
        ),
    ),
    Ablation(
        "unmapped-dense",
        "vectors count more where the glossary lacks English words",
        (Patch("answer.search:UNMAPPED_DENSE", 0.0),),
    ),
    Ablation(
        "mapped-vector",
        "the vector of an English question leans on its Vietnamese terms",
        (Patch("answer.search:OWN_WORDS", 0.0),),
    ),
    Ablation(
        "search-wordings",
        "BM25 looks for other wordings, not for what the scope settles",
        (Patch("answer.question:_search_text", given(0)),),
    ),
    Ablation(
        "kinds",
        "heads and signatures are not searched",
        (Patch("answer.search:CLAUSE_KINDS", frozenset(get_args(PassageKind))),),
    ),
)
"""Both legs of the search."""

_SCORING = "answer.rank:_rank_one"
RANK = (
    Ablation(
        "rank", "the second stage (off: the order of the fused scores)", (Patch("answer.search:rank", fused_order),)
    ),
    Ablation(
        "rank-fused", "feature of the second stage: the fused score", (Patch(_SCORING, without_feature("fused")),)
    ),
    Ablation(
        "rank-coverage",
        "feature of the second stage: terms in the passage",
        (Patch(_SCORING, without_feature("coverage")),),
    ),
    Ablation("rank-pairs", "feature of the second stage: pairs of terms", (Patch(_SCORING, without_feature("pairs")),)),
    Ablation(
        "rank-focus",
        "feature of the second stage: terms in the best block",
        (Patch("answer.rank:_focus", always(TYPICAL_FEATURES["focus"])),),
    ),
    Ablation(
        "rank-heading",
        "feature of the second stage: terms in the heading",
        (Patch("answer.rank:_heading_fit", always(TYPICAL_FEATURES["heading"])),),
    ),
    Ablation(
        "rank-fit",
        "feature of the second stage: fit with what is asked for",
        (Patch("answer.rank:fit_of", always(TYPICAL_FEATURES["fit"])),),
    ),
    Ablation(
        "rank-contrast",
        "another group, level, cycle or course than is asked about stands back",
        (Patch("answer.rank:contrast_fit", always(0)),),
    ),
    Ablation(
        "rank-sought",
        "who it is for, who is first, to whom it goes and who is in charge are sought where asked",
        (Patch("answer.rank:_SOUGHT", ()),),
    ),
    Ablation(
        "rank-leading",
        "who leads is sought where asked",
        (Patch("answer.rank:says_who_leads", always(False)),),
    ),
    Ablation("rank-year", "feature of the second stage: the year", (Patch("answer.rank:_year_fit", always(0.0)),)),
    Ablation(
        "rank-office", "feature of the second stage: the office", (Patch("answer.rank:_office_fit", always(0.0)),)
    ),
)
"""The second stage."""
