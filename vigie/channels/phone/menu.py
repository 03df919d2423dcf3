"""The topics of the keypad, for who cannot or may not speak: each key asks one question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """One key."""

    said: str
    """After « Pour »."""
    question: str
    """What the assistant is asked: as if the person had said it."""


TOPICS = (
    Topic("l’aide aux victimes", "Qui aide les victimes ?"),
    Topic("le travail forcé", "Qui s’occupe du travail forcé ?"),
    Topic("le travail des enfants", "Qui s’occupe du travail des enfants ?"),
    Topic("les enquêtes", "Qui s’occupe des enquêtes ?"),
    Topic(
        "le séjour des victimes qui pourraient témoigner",
        "Qui permet aux victimes témoins de rester ?",
    ),
    Topic("la ligne d’aide", "Qu’est-ce que la ligne d’assistance ?"),
    Topic("les rapports", "Quels sont les rapports cités ?"),
    Topic("la liste des départements", "Quels sont les départements ?"),
)


def question(key: str) -> str:
    """The question of a key; "" for a key that has none.

    >>> question("1"), question("9")
    ('Qui aide les victimes ?', '')
    """
    place = int(key) if key.isdecimal() else 0
    return TOPICS[place - 1].question if 1 <= place <= len(TOPICS) else ""
