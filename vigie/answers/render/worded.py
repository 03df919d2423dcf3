"""A query put as a question in French: what choices, follow-ups and `vigie diff` show."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from vigie.answers.grammar import VOWELS, listing
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import EXTREMES, UNKNOWN, Condition, Query, Select, arguments
from vigie.answers.render.between import years_between
from vigie.answers.render.criteria import kind_asked, without_kind
from vigie.answers.render.filled import FORMS, among, filled, named, names, templates
from vigie.answers.render.worded_claims import claimed
from vigie.answers.render.words import label
from vigie.answers.view import View

MOST = 6
"""Things set aside that are named in a question."""


def worded(query: Query, view: View) -> Optional[str]:
    """The question that a query of facts means; None where it cannot be put plainly."""
    if not all(view.world.index.is_topic(one) for one in query.about):
        return None  # an attribute, or a matter of no topic
    if UNKNOWN in arguments(query) or (query.select and query.select.excluded[MOST:]):
        return None  # what the document has no word for, or a question that nobody would read
    if query.act in ("select", "count") and query.select is not None:
        return _selected(query.select, query.act == "count", view)
    if query.act in ("describe", "get"):
        return _of_one(query, view)
    if query.act == "verify":
        return claimed(query.claims, view)
    if query.act in ("compare", "gap"):
        return _of_both(query, view)
    if query.act in EXTREMES and query.select is not None:
        return _extreme(query, query.select, view)
    return None


def _extreme(query: Query, select: Select, view: View) -> Optional[str]:
    """Which has the most or the least, of all or among some."""
    known = templates()[query.act]
    text = known.get(f"{query.want}.{select.sort}", known.get(query.want))
    nobody = bool(select.among) and not resolve(select.among, view.world)
    plain = text is not None and select == Select(select.sort, among=select.among)
    return among(select, text, view) if plain and not nobody else None


def _selected(select: Select, counted: bool, view: View) -> Optional[str]:
    own = None if select.among else templates()["kinds"].get(kind_asked(select))
    sort = own or templates()["sorts"][select.sort]
    plural = counted or own is not None
    if own is not None:
        select = without_kind(select)
    between = years_between(select)
    if between:
        select = replace(select, conditions=tuple(c for c in select.conditions if c.key != "year"))
    said = [_condition(select.sort, one, plural, view) for one in select.conditions]
    if between:
        said.append(templates()["between"][plural].format(since=between[0], until=between[1]))
    if not all(said):
        return None
    lone = "" if counted or select.among or own else _lone(select, view)
    if lone:
        lead = lone
    elif not said and not select.among and not plural:
        lead = str(sort["all"]).removesuffix(" ?")
    else:
        asked = f"Combien {sort['of']}" if counted else sort["which"]
        lead = f"{asked} {' et '.join(said) if said else 'le document cite-t-il'}"
    if select.among and not select.conditions:
        return None  # some of a list, picked by their places
    lead = among(select, lead, view)
    gone = names(select.excluded, view, "bref")
    after = templates()["except"].format(both=gone) if gone else ""
    return f"{lead}{after} ?"


def _lone(select: Select, view: View) -> str:
    """A list of what one thing has or does, asked the way people ask; "" for any other."""
    if len(select.conditions) != 1 or select.conditions[0].denied:
        return ""
    (one,) = select.conditions
    values = resolve(one.values, view.world)
    template = templates()["lone"].get(f"{select.sort}.{one.key}")
    if template is None or len(values) != 1 or values[0] not in view.index:
        return ""
    return filled(template, values, "et", view).removesuffix(" ?")


def _condition(sort: str, one: Condition, plural: bool, view: View) -> str:
    """A condition as a verb with what it governs; "" where it cannot be said."""
    verbs = templates()["conditions"].get(sort, {})
    values = resolve(one.values, view.world)
    forms = verbs.get(f"{one.key}={values[0]}" if values else "") or verbs.get(one.key)
    if forms is None or not values:
        return ""
    text = filled(forms[plural], values, "et" if one.every and not one.denied else "ou", view)
    return _negative(text) if one.denied else text


def _negative(text: str) -> str:
    """A verb and what it governs in the negative: "ne publie pas de rapport"."""
    verb, _, rest = text.partition(" ")
    if verb not in ("est", "sont"):
        rest = re.sub("^une? ", "de ", rest)
    elided = verb.startswith(VOWELS)
    return f"{'n’' if elided else 'ne '}{verb} pas {rest}".strip()


def _of_one(query: Query, view: View) -> Optional[str]:
    """A description, or an attribute, of one thing."""
    ids = resolve(query.subjects, view.world)
    kind = view.kind(ids[0]) if len(ids) == 1 and ids[0] in view.index else ""
    if not kind:
        return None
    topics = [one for one in (*query.about, *query.beside) if view.world.index.is_topic(one)]
    if kind not in ("agency", "body"):  # that is described whole
        topics = []
    if query.act == "get":
        wants = templates()["get"]
        template = wants.get(f"{query.want}.{kind}") or wants.get(query.want)
    else:
        name = "beside" if query.beside else "about"
        template = templates()[name] if topics else templates()["describe"].get(kind)
    if template is None:
        return None
    forms = {form: named(ids[0], form, view) for form in FORMS}
    return str(template.format(topic=listing([label(t, view) for t in topics]), **forms))


def _of_both(query: Query, view: View) -> Optional[str]:
    ids = resolve(query.subjects, view.world)
    if len(ids) < 2:
        return None
    topics = [one for one in query.about if view.world.index.is_topic(one)]
    name = "compare_about" if topics and query.act == "compare" else query.act
    return str(
        templates()[name].format(
            both=listing([named(one, "bref", view) for one in ids]),
            topic=listing([label(t, view) for t in topics]),
        )
    )
