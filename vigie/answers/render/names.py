"""The names of a thing: its acronym, in French and in English."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital
from vigie.answers.question import Focus
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

NAMING = ("acronym", "expand")
"""What is asked for where the name itself is."""
MANY = 4
"""Things from which their names are a list, which can be put in another order."""


def names(ids: Sequence[str], view: View) -> Reply:
    """All the names of each of these things."""
    return _told([_names(one, view) for one in ids], ids, view)


def english_name(ident: str, view: View) -> Reply:
    """The English name of a thing, or that the document calls it by that alone; where it has none,
    all its names."""
    name = view.entity(ident).name
    if name.en and name.en == name.fr:
        return _told([view.say("names_untranslated", english=name.en)], (ident,), view)
    told = view.say("names_english", noun=view.noun(ident), english=name.en)
    return _told([told if name.en else _names(ident, view)], (ident,), view)


def _told(each: Sequence[str], ids: Sequence[str], view: View) -> Reply:
    told = tuple(capital(one) for one in each)
    if len(told) < MANY:
        lead, *items = told
    else:
        lead, items = view.say("names_of_each"), [*told]
    return Reply(
        lead,
        tuple(items),
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
    if name.en and not (english or name.acronym):
        return view.say("names_untranslated", english=name.en)
    if name.acronym and english:
        return view.say("names_all", **values)
    if english:
        return view.say("names_no_acronym", **values)
    if name.acronym:
        return view.say("names_acronym", **values)
    return view.say("names_french", **values)
