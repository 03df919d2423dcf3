"""Of whom or of what nothing else is said: "seul le DHS enquête" is not "le DHS ne fait qu'enquêter"."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Mention, Question
from vigie.answers.reading.finer.limited import limited
from vigie.answers.render.answer import answer
from vigie.nlu.text import fold

ONLY, WHOLE = "verify only(does(dhs,investigation))", "verify whole(does(dhs,investigation))"
BOTH = "verify only(does(doj,investigation)) & does(dhs,investigation)"
NAMES = {"DHS": "dhs", "DoJ": "doj", "EEOC": "eeoc"}


def said(text: str) -> Question:
    """A message in which the agencies that we use are named, and set aside by a « seuls »."""
    mentions = [
        Mention(
            (ident,),
            "agency",
            text.index(name),
            text.index(name) + len(name),
            excluded="seuls" in text,
        )
        for name, ident in NAMES.items()
        if name in text
    ]
    in_order = tuple(sorted(mentions, key=lambda one: one.start))
    return Question(text, words=fold(text.replace("'", " ")), mentions=in_order)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seul le DHS enquête ?", ONLY),
        ("il n'y a que le DHS qui enquête ?", ONLY),
        ("uniquement le DHS enquête ?", ONLY),
        ("le DHS seulement enquête ?", ONLY),
        ("c'est que lui qui enquête ?", ONLY),
        ("elle est seule à enquêter ?", ONLY),
        ("uniquement ce ministère ?", ONLY),
        ("le DHS, il me semble que oui ?", ONLY),
        ("DHS se el sel ki fe anket", ONLY),
        ("le DHS est uniquement chargé des enquêtes ?", WHOLE),
        ("est-ce que le DHS enquête seul ?", ONLY),
        ("le DHS n'enquête que sur cela ?", WHOLE),
        ("le DHS fait uniquement des enquêtes ?", WHOLE),
        ("est-ce que le DHS se limite aux enquêtes ?", WHOLE),
        ("il ne fait que des enquêtes ?", WHOLE),
    ],
)
def test_the_place_of_the_small_word_tells_of_which_side_it_speaks(
    text: str, expected: str
) -> None:
    assert write(limited(read(ONLY), said(text))) == expected
    assert write(read(expected)) == expected


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("le DHS ne fait que ça ?", "describe dhs about!=investigation", WHOLE),
        (
            "le DHS ne fait pas que ça",
            "describe dhs about!=investigation",
            "verify !whole(does(dhs,investigation))",
        ),
        (
            "cite uniquement le reste",
            "describe dhs about!=investigation",
            "describe dhs about!=investigation",
        ),
        (
            "le DoJ et le DHS ne font qu'enquêter ?",
            "verify only(does(doj,investigation)) & only(does(dhs,investigation))",
            "verify whole(does(doj,investigation)) & whole(does(dhs,investigation))",
        ),
        (
            "le DoJ et le DHS ne font qu'enquêter ?",
            "verify does(doj,investigation) & does(dhs,investigation)",
            "verify whole(does(doj,investigation)) & whole(does(dhs,investigation))",
        ),
        (
            "le DHS, vous ne dites pas que c'est lui qui enquête ?",
            "verify does(dhs,investigation)",
            "verify does(dhs,investigation)",
        ),
        (
            "le DoJ et le DHS aident-ils les femmes seules ?",
            "verify does(doj,investigation) & does(dhs,investigation)",
            "verify does(doj,investigation) & does(dhs,investigation)",
        ),
        (
            "contrairement à l'EEOC, seuls le DoJ et le DHS enquêtent",
            BOTH,
            "verify only(does({agency among=doj,dhs},investigation))",
        ),
        (
            "pas des enquêtes, sinon que fait le DHS ?",
            "describe dhs about!=investigation",
            "describe dhs about!=investigation",
        ),
        (
            "à part cela, le DHS ne fait que quoi ?",
            "describe dhs about!=investigation",
            "describe dhs about!=investigation",
        ),
        (
            "le DoJ et le DHS sont les seuls à enquêter ?",
            BOTH,
            "verify only(does({agency among=doj,dhs},investigation))",
        ),
        (
            "le DoJ, le DHS et l'EEOC sont les seuls à enquêter ?",
            BOTH,
            "verify only(does({agency among=doj,dhs,eeoc},investigation))",
        ),
        (
            "le DoJ et le DHS enquêtent ?",
            "verify does(doj,investigation) & does(dhs,investigation)",
            "verify does(doj,investigation) & does(dhs,investigation)",
        ),
        (
            "seul le DoJ poursuit, et le DHS enquête ?",
            "verify only(does(doj,prosecution)) & does(dhs,investigation)",
            "verify only(does(doj,prosecution)) & does(dhs,investigation)",
        ),
    ],
)
def test_several_are_alone_together(text: str, line: str, expected: str) -> None:
    assert write(limited(read(line), said(text))) == expected


@pytest.mark.parametrize(
    ("line", "lead", "told", "untold"),
    [
        (
            WHOLE,
            "Non. Le département de la Sécurité intérieure (DHS) ne fait pas",
            "Blue Campaign",
            "à l'international",
        ),
        (
            "verify whole(does(dot,transport))",
            "Le département des Transports",
            "n'en dit rien d'autre",
            "Oui",
        ),
        ("verify whole(does(ed,investigation))", "Le document ne dit pas que", "Justice", "Non"),
        ("verify whole(chairs(dos,pitf))", "Non.", "la PITF et le SPOG", ""),
        ("verify whole(publishes(doj,ag_report))", "Oui.", "pas d'autre", ""),
        ("verify !whole(chairs(dos,pitf))", "En effet, non.", "le SPOG", ""),
        (
            "verify only(does({agency among=doj,dhs,eeoc},investigation))",
            "Le document ne cite que le département de la Justice",
            "discrimination",
            "",
        ),
        (
            "verify only(does({agency among=doj,dhs},investigation))",
            "Non. Il n'y a pas que",
            "EEOC",
            "",
        ),
        (
            "verify only(does({agency among=doj,dod},investigation))",
            "Non. Le document cite le département de la Justice",
            "Sécurité intérieure",
            "Défense",
        ),
        ("verify only(does({agency among=doj,dod},@))", "Non.", "aucun", ""),
        ("verify whole(does(council,survivors_voice))", "Non.", "premier rapport", ""),
        ("verify whole(about(blue_campaign,awareness))", "La Blue", "rien d'autre", "Oui"),
        ("verify only(publishes({agency among=doj,dos},{report freq=annual}))", "Oui.", "", ""),
        (
            "verify whole(does(doj,investigation)) & whole(does(dhs,investigation))",
            "Non. Le département de la Justice (DoJ) ne fait pas que cela.",
            "Sécurité intérieure (DHS) ne fait pas que cela.",
            "",
        ),
        (
            "verify only(does({agency among=doj,dhs,eeoc},investigation)) & does(doj,farming)",
            "Le document n'en dit qu'une partie :",
            "Le document ne cite que",
            "",
        ),
    ],
)
def test_the_verdict_tells_what_more_there_is(line: str, lead: str, told: str, untold: str) -> None:
    reply = answer(read(line), view())
    assert reply is not None and reply.lead.startswith(lead)
    whole = " ".join((reply.lead, *reply.items, reply.after))
    assert told in whole and (not untold or untold not in whole)
