"""What wants a yes or a no begins with one, though it names nobody who would do it."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk

STAY = "on la laisse rester pendant le procès, oui ou non ?"
LIST = "select agency does=?"


def _told(text: str, names: str = "", topic: str = "witness_stay", forms: str = LIST) -> str:
    return said(talk(asked(text, names=names, topics=topic, forms=forms))[0])


def test_what_somebody_does_is_a_yes() -> None:
    assert _told(STAY).startswith("Oui. Le département de la Sécurité intérieure (DHS) permet")


@pytest.mark.parametrize(
    "told",
    [
        _told("qui la laisse rester ?"),
        _told("on ne la laisse pas rester, oui ou non ?"),
        _told(STAY, names="?"),
        _told(STAY, forms="select agency does!=?"),
    ],
    ids=["not asked so", "denied", "of somebody who is named", "a list of who does not"],
)
def test_what_may_be_a_no_is_no_yes(told: str) -> None:
    assert not told.startswith("Oui")
