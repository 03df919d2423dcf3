"""Whether a message asks if something is still so: « ils sont toujours onze ? »."""

from __future__ import annotations

from vigie.answers.reading.closed import closed, says

LAST = 3
"""Words at the end of a message among which "aujourd'hui" asks of today."""


def asks_if_still(words: str) -> bool:
    """Whether folded words ask of today: not "encore une question", "a toujours présidé", "et
    maintenant, qui…".

    >>> asks_if_still("ils sont toujours onze"), asks_if_still("encore une question")
    (True, False)
    """
    said = words.split()
    for place, word in enumerate(said):
        after = said[place + 1 : place + 2]
        begins = place < 2 or said[place - 1] in closed("having")
        if word in closed("still") and not begins and not closed("not_still").intersection(after):
            return True
    return says(closed("today"), " ".join(said[2:][-LAST:]))
