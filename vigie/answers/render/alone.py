"""The only thing that a select finds, with the fact by which it was found."""

from __future__ import annotations

from vigie.answers.grammar import sentence
from vigie.answers.query.evaluate import evidence, resolve
from vigie.answers.query.model import Claim, Condition, Select
from vigie.answers.query.relations import ANY
from vigie.answers.question import Focus
from vigie.answers.render.bodies import mission
from vigie.answers.render.criteria import criteria, kind_of, topics_of, without_kind
from vigie.answers.render.duties import does
from vigie.answers.render.facts import stated
from vigie.answers.render.laws import born, changed, later
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.organisations import Agency

BACKWARDS = {"chair": "chairs", "has": "in", "advisor": "advises"}
"""Conditions that a fact of their value says, and its relation."""

TRAITS = ("house",)
"""Conditions that no sentence of a fact says: what is asked is said with them."""


def alone(select: Select, one: str, view: View) -> Reply:
    """The only thing found, with the fact by which it was found."""
    said = [text for c in select.conditions if (text := _by(c, one, view))]
    cited = places(*evidence(select, (one,), view.world), *later(select, view)[1])
    if said and not any(c.key in TRAITS for c in select.conditions):
        return Reply(
            " ".join(sentence(text) for text in dict.fromkeys(said)),
            places=cited,
            focus=Focus((one,), topics_of(select), _shown(select, one)),
        )
    if not isinstance(view.entity(one), Agency):
        reply = describe_any(one, view)
        return reply.with_(places=tuple(dict.fromkeys((*cited, *reply.places))))
    what, thing = called(one, view), kind_of(select, view, "one")
    others = criteria(without_kind(select) if thing else select, view)
    name = "only_one_kind" if thing else "only_agency"
    lead = view.say(name, thing=thing, what=what, criteria=others)
    return Reply(lead, places=cited, focus=Focus((one,), (), (one,)))


def _shown(select: Select, one: str) -> tuple[str, ...]:
    others = tuple(
        value
        for c in select.conditions
        for value in c.values
        if isinstance(value, str) and c.key in ("chairs", "publishes", "runs", "creates")
    )
    return tuple(v for v in others if v != ANY) or (one,)


def _by(condition: Condition, one: str, view: View) -> str:
    """The fact by which `one` meets a condition, where a sentence of its own says it."""
    if condition.denied:
        return ""
    values = resolve(condition.values, view.world)
    if condition.key == "does":
        return does(one, values, view)
    if condition.key in ("publishes", "runs", "chairs", "in", "advises"):
        return stated(Claim(condition.key, one, values), view)
    if condition.key == "creates":
        bodies = view.world.right("creates", one) if ANY in values else values
        return " ".join(born(body, view) for body in bodies)
    if condition.key == "of" and view.kind(one) == "body" and ANY not in values:
        said = [sentence(stated(Claim("of", value, (one,)), view)) for value in values]
        return " ".join((*said, describe_any(one, view).lead))
    if condition.key == "by" and view.kind(one) == "body" and ANY not in values:
        since = (text for value in values for text in changed(value, view))
        return " ".join(map(sentence, (born(one, view), mission(one, view), *since)))
    if condition.key in BACKWARDS and values and ANY not in values:
        return stated(Claim(BACKWARDS[condition.key], values[0], (one,)), view)
    return ""
