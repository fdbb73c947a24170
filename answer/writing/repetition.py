"""Does a text go round in a circle, as small language models do when they find no end?"""

_LONGEST = 300
"""Characters of the longest phrase that is looked for."""
_TIMES = 4
_FEWEST = 100
"""A short phrase must fill this many characters."""


def goes_round(text: str) -> bool:
    """Whether the text ends in one phrase, again and again without a change: four times, and over 100 characters.

    Phrases without a letter or a figure (lines of dots, of dashes, of blanks) do not count.
    """
    return any(_ends_in(text, length) for length in range(1, min(_LONGEST, len(text) // _TIMES) + 1))


def _ends_in(text: str, length: int) -> bool:
    """Whether the text ends in a phrase of that length, again and again."""
    end = text[-max(_TIMES * length, _FEWEST) :]
    return len(end) >= _FEWEST and end[length:] == end[:-length] and any(map(str.isalnum, end[-length:]))
