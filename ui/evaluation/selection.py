"""Which questions of a run a reader wants to see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eval.scores import Score
from vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader chose; an empty part does not limit. Inside a part any choice fits, the parts must all fit."""

    buckets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: str = ""

    def fits(self, score: Score, question: str) -> bool:
        """Whether a question meets every part; each of `words` may stand anywhere in it or its id, with or without accents."""
        text = fold(f"{score.id} {question}")
        return (
            (not self.buckets or score.bucket in self.buckets)
            and (not self.languages or score.language in self.languages)
            and (not self.kinds or score.kind in self.kinds)
            and all(word in text for word in fold(self.words).split())
        )


def selected(scores: Iterable[Score], questions: Mapping[str, str], selection: Selection) -> list[Score]:
    """The scores of the questions that fit, in the order of the run. `questions` holds their text by id."""
    return [score for score in scores if selection.fits(score, questions.get(score.id, ""))]
