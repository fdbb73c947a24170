"""What the assistant is compared with on its own questions: three plain pipelines, and the assistant with perfect retrieval.

A pipeline of fixed k never refuses. So that the comparison is fair, "bm25", "dense" and "tutorial" each refuse below a
threshold on their own best score, which is chosen on practice questions by the rule of
`eval.baselines.passages.choose_threshold`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from answer.assistant import Assistant
from eval.answerer import Answerer
from eval.baselines.bm25 import Bm25
from eval.baselines.dense import Dense
from eval.baselines.gold import GivenEvidence
from eval.baselines.passages import FixedK
from eval.baselines.tutorial import Tutorial
from eval.question_set import Question
from index.settings import load_settings

__all__ = ["open_baselines"]


def open_baselines(
    assistant: Assistant, questions: Sequence[Question], practice: Sequence[Question], work: Path
) -> Mapping[str, Answerer]:
    """The baselines by name: bm25, dense, tutorial and gold, all over the assistant's library.

    `questions` are those that will be asked, for "gold" needs their evidence; `practice` are the questions, best of another
    half, that thresholds are chosen on; `work` is a folder for files of the moment.
    """
    library = assistant.library
    return {
        "bm25": FixedK(Bm25(library), practice),
        "dense": FixedK(Dense(library), practice),
        "tutorial": FixedK(Tutorial(library, load_settings().corpus, work), practice),
        "gold": GivenEvidence(assistant, questions),
    }
