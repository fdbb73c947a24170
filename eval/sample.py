"""A part of a question set that stands for the whole: the same questions every time, each language as often as in the set."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from eval.question_set import Question


def sample(questions: Sequence[Question], n: int) -> list[Question]:
    """`n` of the questions in the order of the set, all where there are no more.

    In each language those whose id has the lowest SHA-256; what is asked and how it is answered plays no part. A smaller sample
    is part of every larger one.
    """
    digests = {q.id: hashlib.sha256(q.id.encode("utf-8")).hexdigest() for q in questions}
    places: dict[str, tuple[float, str]] = {}
    for language in {q.language for q in questions}:
        ids = sorted((q.id for q in questions if q.language == language), key=digests.__getitem__)
        # how much of its language is taken when a question is: so the languages fill up side by side
        places |= {i: ((rank + 0.5) / len(ids), digests[i]) for rank, i in enumerate(ids)}
    taken = set(sorted(places, key=places.__getitem__)[:n])
    return [q for q in questions if q.id in taken]


def sampled(manifest: Mapping[str, Any]) -> str | None:
    """What a report says of a run over a sample, from the run's manifest; None for a run over a whole set."""
    asked = manifest.get("questions", {})
    if "sample_of" not in asked:
        return None
    return f"A sample: {asked['n']} of the {asked['sample_of']} questions of {asked['file']}."
