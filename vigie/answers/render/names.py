"""The names of a thing: its acronym, in French and in English."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital
from vigie.answers.question import Focus
from vigie.answers.reply import Reply
from vigie.answers.view import View, places


def names(ids: Sequence[str], view: View) -> Reply:
    """All the names of each of these things."""
    told = [capital(_names(one, view)) for one in ids]
    return Reply(
        told[0],
        tuple(told[1:]),
        places=places(*(view.entity(one) for one in ids)),
        focus=Focus((ids[0],), (), tuple(ids)),
    )


def _names(ident: str, view: View) -> str:
    name = view.entity(ident).name
    english = name.en if name.en != name.fr else ""  # the document itself gives it in English
    values = {
        "noun": view.noun(ident),
        "french": name.fr,
        "english": english,
        "acronym": name.acronym,
    }
    if name.acronym and english:
        return view.say("names_all", **values)
    if english:
        return view.say("names_no_acronym", **values)
    if name.acronym:
        return view.say("names_acronym", **values)
    return view.say("names_french", **values)
