"""A refusal says what a thing is to whoever may not know it, and to nobody who was just told."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk

COUNCIL = "donne aux rescapés de la traite une tribune officielle"
DUTIES = "Enquête sur la traite dans le pays"
TOLD = {
    "a thing that is new": ("get other council", (), COUNCIL, True),
    "one that was spoken of": ("get other council", ("get number council",), COUNCIL, False),
    "one of which something was claimed": (
        "get other council",
        ("verify advises(council,pitf)",),
        COUNCIL,
        False,
    ),
    "a body that was asked of another": (
        "get budget pitf",
        ("verify in(dhs,pitf)",),
        "de coordonner l'action",
        True,
    ),
    "what comes near is told again": (
        "get meeting spog",
        ("describe spog",),
        "se réunissent régulièrement",
        True,
    ),
    "an agency of which one duty was told": (
        "verify does(dhs,@)",
        ("verify does(dhs,witness_stay)",),
        "Le DHS permet aux victimes qui pourraient témoigner",  # « donc c'est limité ? »
        True,
    ),
    "an agency that was only named": (
        "verify does(dhs,@)",
        ("get acronym dhs",),
        "En bref : le DHS s'occupe des enquêtes",
        True,
    ),
    "the same in short alone": (
        "verify does(dhs,@)",
        ("verify does(dhs,witness_stay)",),
        DUTIES,
        False,
    ),
    "an agency that is new": (
        "verify does(dhs,@)",
        ("describe doj",),
        "En bref : le DHS s'occupe des enquêtes",
        True,
    ),
    "one of which all were": ("verify does(dhs,@)", ("describe dhs",), DUTIES, False),
    "a body of which something is claimed": (
        "verify does(council,@)",
        ("get number council",),
        "Il conseille la PITF",  # « il décide ? »
        True,
    ),
    "how it is made is not told again": (
        "verify does(council,@)",
        ("get number council",),
        "onze rescapés",
        False,
    ),
}


@pytest.mark.parametrize(("line", "before", "piece", "is_told"), TOLD.values(), ids=TOLD)
def test_what_it_is(line: str, before: tuple[str, ...], piece: str, is_told: bool) -> None:
    reply, _ = talk(asked("?", forms=line), after(*before))
    text = said(reply)
    assert text.startswith(("Le document ne", "Le document n'en dit rien"))
    assert (piece in text) is is_told, text
