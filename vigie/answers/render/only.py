"""What is asked for and nothing else: "juste le numéro", "en français seulement", the names of who
publishes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Optional

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Query
from vigie.answers.question import Focus
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

FRENCH, DIGITS, NAMES = "french", "digits", "names"
ONLY = frozenset((FRENCH, DIGITS))
"""Forms of an answer of which the rest is left out."""
NAMING = ("expand", "acronym", "english")
OWNING = ("publishes", "runs")
"""Relations that tell whose something is."""


def only(query: Query, forms: Collection[str], view: View) -> Optional[Reply]:
    """What a form leaves of the answer to a query; None where it leaves all of it."""
    if query.act != "get":
        return None
    ids = resolve(query.subjects, view.world)
    if not ids or any(one not in view.index for one in ids):
        return None
    writers = (_WRITERS[form] for form in _WRITERS if form in forms)
    return next((told for writer in writers if (told := writer(query, ids, view))), None)


def _french(query: Query, ids: tuple[str, ...], view: View) -> Optional[Reply]:
    """What acronyms stand for, without the English."""
    if query.want not in NAMING:
        return None
    nouns = {one: view.noun(one) for one in ids}
    told = [
        view.say("names_acronym", noun=noun, acronym=noun.name.acronym)
        if noun.name.acronym
        else sentence(capital(called(one, view)))
        for one, noun in nouns.items()
    ]
    return _told(" ".join(told), ids, ids, view)


def _digits(query: Query, ids: tuple[str, ...], view: View) -> Optional[Reply]:
    """The number of the hotline."""
    if query.want != "contact" or ids != (view.knowledge.safety.programme,):
        return None
    return _told(f"{view.knowledge.safety.phone}.", ids, ids, view)


def _names(query: Query, ids: tuple[str, ...], view: View) -> Optional[Reply]:
    """Whose each of them is."""
    if query.want != "owner":
        return None
    owners = [one for ident in ids for rel in OWNING for one in view.world.left(rel, ident)]
    if not owners:
        return None
    some = tuple(dict.fromkeys(owners))
    return _told(sentence(capital(listing([called(one, view) for one in some]))), some, ids, view)


def _told(lead: str, shown: tuple[str, ...], ids: tuple[str, ...], view: View) -> Reply:
    cited = places(*(view.entity(one) for one in ids))
    return Reply(lead, places=cited, focus=Focus(ids[:1], (), shown))


_WRITERS: Mapping[str, Callable[[Query, tuple[str, ...], View], Optional[Reply]]] = {
    FRENCH: _french,
    DIGITS: _digits,
    NAMES: _names,
}
