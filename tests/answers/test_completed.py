"""« C'est tout ? »: that it is, where all was told; else all that there is."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk

ALL = "C'est la réponse complète à « "
NO_MORE = "C'est tout ce que dit le document sur ce point."
ASKED = {
    "a whole list": (
        ("select agency does=investigation",),
        ALL + "Qui s'occupe des enquêtes ? » : le DoJ, le DHS et l'EEOC. Le document n'en cite pas",
    ),
    "one that was counted": (("count report by=dol",), ALL),
    "the members of a body": (
        ("get composition pitf",),
        ALL + "Qui compose la PITF ? » : le document n'en cite pas d'autre.",
    ),
    "a list without some": (
        ("select agency does=investigation except=doj",),
        "Trois organismes s'occupent des enquêtes",
    ),
    "some of several": (
        ("select agency does=investigation among=doj,doi",),
        "Trois organismes s'occupent des enquêtes",
    ),
    "who is said to do it": (
        ("verify does(dhs,investigation)",),
        "Trois organismes s'occupent des enquêtes",
    ),
    "all that one does": (("describe treasury",), NO_MORE),
    "who is said to do nothing else": (("verify whole(does(treasury,finance))",), NO_MORE),
    "what one does on some matter": (
        ("describe hhs about=victim_assistance",),
        "Voici ce que fait le HHS",
    ),
    "a list of nobody": (("select agency chairs=council",), NO_MORE),
    "an attribute": (("get level pitf",), NO_MORE),
    "before anything was told": ((), "De quel organisme"),
}


@pytest.mark.parametrize(("before", "begins"), ASKED.values(), ids=ASKED)
def test_whether_that_is_all(before: tuple[str, ...], begins: str) -> None:
    reply, _ = talk(asked("c'est tout ?", forms="meta complete"), after(*before))
    assert said(reply).startswith(begins)


def test_what_was_listed_is_still_spoken_of() -> None:
    listed = after("select agency does=investigation")
    _, focus = talk(asked("c'est tout ?", forms="meta complete"), listed)
    assert focus.shown == listed.shown
