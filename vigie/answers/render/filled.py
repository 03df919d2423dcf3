"""The templates by which a query is put as a question, filled with names and topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from vigie.answers.grammar import listing, of
from vigie.answers.query.bounds import is_bound
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Argument, Select
from vigie.answers.render.words import called, label, years
from vigie.answers.view import View

_FILE = Path(__file__).with_name("worded.yml")
FORMS = ("le", "du", "nom", "bref", "bdu", "sigle", "titre")


@lru_cache(maxsize=1)
def templates() -> Mapping[str, Any]:
    """The templates of worded.yml."""
    read: Mapping[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read


def filled(template: str, values: Sequence[str], last: str, view: View) -> str:
    """A template with the values in all the forms that it may ask for."""
    topics = [v for v in values if view.world.index.is_topic(v)]
    topic = listing([label(one, view) for one in topics], last)
    forms = {
        "topic": topic,
        "de": listing([of(label(one, view)) for one in topics], last),
        "word": listing(list(values), last),
        "kind": listing([templates()["called"].get(v, v) for v in values], last),
        "many": listing(list(map(_many, values)), last),
        "when": listing([years(v, view) if is_bound(v) else f"de {v}" for v in values], last),
        **{form: listing([named(v, form, view) for v in values], last) for form in FORMS},
    }
    return template.format(**forms)


def _many(value: str) -> str:
    """A number, or its bound: "au moins 10"."""
    if not is_bound(value):
        return value
    return str(templates()["bounds"][value[0]]).format(word=value[1:])


def named(ident: str, form: str, view: View) -> str:
    """What a thing is called in one of the forms of a noun."""
    if ident not in view.index:
        return called(ident, view)
    return format(view.noun(ident), form)


def names(values: Sequence[Argument], view: View, form: str) -> str:
    """The same of several things, or of what a select finds, as a list."""
    return listing([named(one, form, view) for one in resolve(tuple(values), view.world)])


def among(select: Select, text: str, view: View) -> str:
    """A question with those before it among whom it is asked, if there are any."""
    both = names(select.among, view, "bref")
    start = templates()["among"].format(both=both)
    return f"{start}{text[:1].lower()}{text[1:]}" if both else text
