"""Whether a message asks for yes or no: "et les dédommagements, elle s'en charge ?"."""

from __future__ import annotations

from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.table import table

LEAST = 3
"""Words from which a message is one that can be told from a name with a question mark."""


def asks_whether(words: str) -> bool:
    """Whether folded words say who does something, and ask for nothing by a word of asking. "Y
    a-t-il un comité pour cela ?" waits for that committee.

    >>> asks_whether("et les dedommagements elle s en charge")
    True
    >>> asks_whether("que fait elle pour les victimes")
    False
    """
    said = _without_courtesy(words).split()
    return (
        len(said) >= LEAST
        and not says_there_is(words)
        and not table().subjects.isdisjoint(said)
        and not asks_what(words)
    )


def asks_what(words: str) -> bool:
    """Whether folded words ask for something by a word of asking."""
    said = _without_courtesy(words).split()
    return any(_asks_what(*each) for each in zip(["", *said], said, [*said[1:], ""]))


def asks_of_the_text(words: str, anything: bool = False) -> bool:
    """Whether folded words ask whether the document as a whole, or Vigie, speaks of something; not
    what it says, nor of somebody's; or only say, of `anything`, that it is in the document."""
    said = frozenset(words.split())
    it_speaks = not any(closed(f"of_the_text.{one}").isdisjoint(said) for one in ("speaks", "text"))
    plainly = it_speaks or says(closed("of_the_text.you"), words)
    theirs = not closed("of_the_text.theirs").isdisjoint(said)
    asks = plainly and not theirs and not asks_what(words)
    return asks or (anything and says(closed("in_the_text"), words))


def says_there_is(words: str) -> bool:
    """Whether folded words say that something is there: "y a-t-il", "existe"."""
    said = words.split()
    return not table().there_is.isdisjoint((*said, *map(" ".join, zip(said, said[1:]))))


def _without_courtesy(words: str) -> str:
    """The words without "s'il vous plaît", whose "il" is nobody."""
    for phrase in table().courtesy:
        words = words.replace(phrase, "")
    return words


def _asks_what(before: str, word: str, after: str) -> bool:
    """Whether a word asks for more than yes or no, as in "est-ce que" or "ou pas" it does not."""
    if word not in table().asking_what:
        return False
    return before not in table().not_asking_after and after not in table().not_asking_before
