"""Whether a message asks for yes or no: "et les dédommagements, elle s'en charge ?"."""

from __future__ import annotations

from vigie.answers.reading.table import table

LEAST = 3
"""Words from which a message is one that can be told from a name with a question mark."""


def asks_whether(words: str) -> bool:
    """Whether folded words say who does something, and ask for nothing by a word of asking.

    >>> asks_whether("et les dedommagements elle s en charge")
    True
    >>> asks_whether("que fait elle pour les victimes")
    False
    """
    said = words.split()
    around = zip(["", *said], said, [*said[1:], ""])
    return (
        len(said) >= LEAST
        and not table().subjects.isdisjoint(said)
        and not any(_asks_what(*each) for each in around)
    )


def _asks_what(before: str, word: str, after: str) -> bool:
    """Whether a word asks for more than yes or no, as in "est-ce que" or "ou pas" it does not."""
    if word not in table().asking_what:
        return False
    return before not in table().not_asking_after and after not in table().not_asking_before
