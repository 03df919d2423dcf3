"""What the whole document says, in a few lines: the bodies, who does what, and its texts."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, first_sentence, listing, number, sentence
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.entry import Place

TOPICS = 8
"""Topics on which most work, told with who does."""


def overview(view: View) -> Reply:
    """The document in short: what each body is for, who sees to the topics on which most work, and
    how many agencies, reports and laws it tells of."""
    bodies = [describe_any(one, view) for one in view.world.sort("body")]
    doers = {one.id: view.world.left("does", one.id) for one in view.knowledge.topics}
    often = sorted(doers, key=lambda topic: -len(doers[topic]))[:TOPICS]
    duties = (p for topic in often for one in doers[topic] for p in _places(one, topic, view))
    return Reply(
        view.say("overview"),
        (
            *(sentence(first_sentence(one.lead)) for one in bodies),
            *(_who_does(topic, doers[topic], view) for topic in often),
            _counted(view),
        ),
        places=tuple(dict.fromkeys((*(one.places[0] for one in bodies), *places(*duties)))),
    )


def _places(one: str, topic: str, view: View) -> tuple[Place, ...]:
    return view.world.places("does", one, topic)


def _who_does(topic: str, doers: Sequence[str], view: View) -> str:
    who = listing([called(one, view, "bref") for one in doers if view.kind(one) == "agency"])
    return view.say("overview_topic", topic=capital(view.topic(topic).label), who=who)


def _counted(view: View) -> str:
    """How many there are of what it tells of."""
    described = view.world.left("described", "yes")
    return view.say(
        "overview_counted",
        described=number(len(described)),
        named=number(len(view.world.sort("agency")) - len(described)),
        reports=number(len(view.world.sort("report"))),
        laws=number(len(view.world.sort("law"))),
        committees=number(len(view.world.sort("committee"))),
        programmes=number(len(view.world.sort("programme"))),
    )
