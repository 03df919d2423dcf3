"""What the document has in words of its own is not denied though no topic of ours covers it."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk

UNSAID = "Le document ne le dit pas."


def _told(text: str, form: str) -> str:
    return said(talk(asked(text, forms=form))[0])


@pytest.mark.parametrize(
    "text",
    [
        "elle tente de trouver des résolutions amiables",
        "pourtant le texte dit « résolutions amiables », vous confirmez ?",
    ],
)
def test_what_its_paragraph_alone_has_is_told(text: str) -> None:
    told = _told(text, "verify does(eeoc,@)")
    assert "cherche un règlement amiable" in told
    assert UNSAID not in told and "Oui" not in told


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("elle arrête les trafiquants", "verify does(eeoc,@)"),
        ("elle cherche une résolution pacifique", "verify does(eeoc,@)"),
        ("il tente de trouver des résolutions amiables", "verify does(doj,@)"),
        ("la commission pour l'égalité des perspectives arrête", "verify does(eeoc,@)"),
        ("il poursuit les trafiquants et leur retire leur statut régularisé", "verify does(dhs,@)"),
    ],
    ids=["no word of its own", "one word", "of somebody else", "its name", "of another duty"],
)
def test_what_it_has_not_is_not(text: str, form: str) -> None:
    assert _told(text, form).startswith(UNSAID)
