"""What a report serves for is not told by its title."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk


@pytest.mark.parametrize(
    ("text", "ident", "begins"),
    [
        (
            "à quoi sert ce rapport ?",
            "tip_report",
            "Le document ne dit pas à quoi sert le « Rapport",
        ),
        (
            "ça sert à quoi ?",
            "child_labour_findings",
            "Le document ne dit pas à quoi servent les «",
        ),
        ("c'est quoi ce rapport ?", "tip_report", "Le département d'État"),
        (
            "dans quel but ?",
            "certification_letters",
            "Le document ne dit pas à quoi servent les lettres de",
        ),
        (
            "et l'utilité de ces avantages ?",
            "immigration_benefits",
            "Le document ne dit pas à quoi servent les avantages",
        ),
        ("dans quel but ?", "witness_stay_permission", "L'autorisation de séjour"),
        ("à quoi sert cette campagne ?", "blue_campaign", "La Blue Campaign sert"),
        ("ça sert à quoi ?", "pitf", "L'équipe spéciale"),
    ],
    ids=[
        "a report", "in the plural", "what it is", "for whom it is", "whom it concerns",
        "what it permits", "what it serves for", "a body has a task",
    ],
)  # fmt: skip
def test_what_it_is_for(text: str, ident: str, begins: str) -> None:
    reply, _ = talk(asked(text, names=ident, forms="describe ?"))
    assert said(reply).startswith(begins)


def test_what_was_told_of_it_is_not_told_again() -> None:
    asks = asked("à quoi sert ce rapport ?", names="tip_report", forms="describe ?")
    assert "publie" in said(talk(asks)[0])
    assert "publie" not in said(talk(asks, after("get owner tip_report"))[0])


def test_it_is_no_second_time_that_it_is_told_what_it_is() -> None:
    """ "Je ne suis pas sûr de votre question. Si c'est…" stood there."""
    focus = after("describe certification_letters")
    asks = asked("ça sert à quoi ?", forms="describe ?")
    assert said(talk(asks, focus)[0]).startswith("Le document ne dit pas à quoi servent")
