"""What follows without standing in a row: which of two is the elder, and one thing by two names."""

from __future__ import annotations

import pytest

from tests.answers.made import said, tables, told
from vigie.answers.query.line import read
from vigie.answers.query.verdict import verify

WORLD = tables().world
HELD = {
    "a dated law before a later one": ("before(tvpa_2003,jvta)", "yes"),
    "and not the other way round": ("before(jvta,tvpa_2003)", "no"),
    "what was amended before what amends it": ("before(tvpa,tvpa_2003)", "yes"),
    "a law without a year before what it must be older than": ("before(tvpa,jvta)", "yes"),
    "a body of such a law": ("before(pitf,spog)", "yes"),
    "what is later than it": ("before(council,pitf)", "no"),
    "a law before the body that it creates": ("before(jvta,council)", "yes"),
    "also where neither is dated": ("before(tvpa,pitf)", "yes"),
    "a body after its law": ("before(council,jvta)", "no"),
    "a report with a date": ("before(council,council_report)", "yes"),
    "a report without one": ("before(tip_report,pitf)", "unsaid"),
    "what the document does not name": ("before(@FBI,pitf)", "unsaid"),
    "a thing with itself": ("before(tvpa,tvpa)", "no"),
    "of several one of which it is not": ("before(jvta,{law})", "no"),
    "a name that it does not have": ("same(doj,@FBI)", "unsaid"),
    "one thing by two names": ("same(eeoc,eeoc)", "yes"),
    "two things": ("same(dol,dod)", "no"),
}
SAID = {
    "an acronym that stands for another": (
        "verify same(dol,dod)",
        "Non. DoL désigne le département du Travail, et non le département de la Défense (DoD).",
    ),
    "one that has letters, though named last": (
        "verify same(treasury,dot)",
        "Non. DoT désigne le département des Transports, et non le département du Trésor.",
    ),
    "neither has any": ("verify same(hotline,blue_campaign)", "sont deux choses distinctes."),
    "a right one": (
        "verify same(eeoc,eeoc)",
        "Oui. EEOC désigne la Commission pour l'égalité des perspectives d'emploi",
    ),
    "a denial that is right": ("verify !same(dol,dod)", "En effet, non. DoL désigne"),
    "several": ("verify same(hhs,hhs) & same(dhs,dod)", "En partie seulement : • Oui. HHS désigne"),
    "an order": ("verify before(spog,pitf)", "Non. Le Groupe de haut niveau"),
    "with what is told of what has no date": (
        "verify before(spog,pitf)",
        "Le document ne donne pas l'année de la Loi",
    ),
    "in a row": ("verify before(tvpa,jvta) & before(jvta,council_report)", "Oui. Le document ne"),
}


@pytest.mark.parametrize(("claim", "truth"), HELD.values(), ids=HELD)
def test_what_follows(claim: str, truth: str) -> None:
    assert verify(read(f"verify {claim}").claims[0], WORLD).truth == truth


@pytest.mark.parametrize(("line", "piece"), SAID.values(), ids=SAID)
def test_how_it_is_told(line: str, piece: str) -> None:
    reply = told(line)
    assert piece in said(reply)
    assert reply.places
