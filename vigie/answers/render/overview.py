"""What the whole document says, in a few lines: the bodies, who does what, and its texts."""

from __future__ import annotations

from vigie.answers.grammar import capital, first_sentence, listing, number, sentence
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View

TOPICS = 8
"""Topics on which most work, told with who does."""


def overview(view: View) -> Reply:
    """The document in short: what each body is for, who sees to the topics on which most work, and
    how many agencies, reports and laws it tells of."""
    bodies = [describe_any(one, view) for one in view.world.sort("body")]
    by_size = sorted(view.knowledge.topics, key=lambda one: -len(view.doing(one.id)))
    often = [one.id for one in by_size[:TOPICS]]
    return Reply(
        view.say("overview"),
        (
            *(sentence(first_sentence(one.lead)) for one in bodies),
            *(_who_does(topic, view) for topic in often),
            _counted(view),
        ),
        places=tuple(dict.fromkeys(place for one in bodies for place in one.places[:1])),
    )


def _who_does(topic: str, view: View) -> str:
    who = listing([called(one, view, "bref") for one in view.world.left("does", topic)])
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
    )
