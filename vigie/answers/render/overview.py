"""What the whole document says, in a few lines: the bodies, who does what, and its texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vigie.answers.grammar import capital, listing, number, sentence
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.sentences import first_sentence
from vigie.answers.view import View, places
from vigie.knowledge.model.entry import Place

TOPICS = 8
"""Topics on which most work, told with who does."""


def overview(view: View) -> Reply:
    """The document in short: its title, what each body is for and who presides over it, who sees
    to the topics on which most work and to what else each agency does, and how many of all sorts it
    tells of."""
    bodies = [describe_any(one, view) for one in view.world.sort("body")]
    doers = {one.id: _agencies(one.id, view) for one in view.knowledge.topics}
    told = _told_of(doers, view)
    duties = (p for topic in told for one in doers[topic] for p in _places(one, topic, view))
    chairs = [(o, b) for b in view.world.sort("body") for o in view.world.left("chairs", b)]
    over = (p for one, body in chairs for p in view.world.places("chairs", one, body))
    return Reply(
        view.say("overview", title=view.knowledge.source.title),
        (
            *(sentence(first_sentence(one.lead)) for one in bodies),
            *_presided(chairs, view),
            *(_who_does(topic, doers[topic], view) for topic in told),
            _counted(view),
        ),
        places=tuple(dict.fromkeys((*(one.places[0] for one in bodies), *places(*duties, *over)))),
    )


def gist(view: View, most: int) -> Reply:
    """The same in so many lines at most: the bodies and who presides over them, the agencies that
    it describes, how much it cites; in one alone, what it is about. What is left out is what comes
    last in that order of weight: the agencies weigh as much as the body that all belong to."""
    bodies = [describe_any(one, view) for one in view.world.sort("body")]
    if most == 1:
        return Reply(_in_one_line(view), places=bodies[0].places[:1])
    chairs = [(o, b) for b in view.world.sort("body") for o in view.world.left("chairs", b)]
    described = view.world.left("described", "yes")
    who = listing([view.entity(one).name.short or called(one, view, "seul") for one in described])
    named = view.say("overview_agencies", number=number(len(described)), who=who)
    first, *others = (sentence(first_sentence(one.lead)) for one in bodies)
    presided, cited = _presided(chairs, view), _counted(view, "overview_cited")
    weights = [first, named, *others[:1], *presided, *others[1:], cited]
    kept = set(weights[:most])
    over = (p for one, body in chairs for p in view.world.places("chairs", one, body))
    lines = tuple(x for x in (first, *others, *presided, named, cited) if x in kept)
    where = dict.fromkeys((*(one.places[0] for one in bodies), *places(*over)))
    lead = view.say("overview", title=view.knowledge.source.title)
    return Reply(lead, lines, places=tuple(where))


def _in_one_line(view: View) -> str:
    """What the document is about."""
    return view.say(
        "overview_line",
        bodies=listing([called(one, view) for one in view.world.sort("body")]),
        described=number(len(view.world.left("described", "yes"))),
    )


def _agencies(topic: str, view: View) -> list[str]:
    return [one for one in view.world.left("does", topic) if view.kind(one) == "agency"]


def _told_of(doers: Mapping[str, Sequence[str]], view: View) -> list[str]:
    """The topics on which most work, those of the knowledge in its order; then what each agency
    does first that works on none of them."""
    told = sorted(doers, key=lambda topic: -len(doers[topic]))[:TOPICS]
    met = {one for topic in told for one in doers[topic]}
    others = [one for one in view.world.left("described", "yes") if one not in met]
    return [*told, *dict.fromkeys(view.agency(one).duties[0].topics[0] for one in others)]


def _presided(chairs: Sequence[tuple[str, str]], view: View) -> list[str]:
    """Who presides over which bodies, of pairs of both."""
    over: dict[str, list[str]] = {}
    for chair, body in chairs:
        over.setdefault(chair, []).append(called(body, view, "bref"))
    return [
        view.say("chairs", chair=view.noun(chair), bodies=listing(bodies))
        for chair, bodies in over.items()
    ]


def _places(one: str, topic: str, view: View) -> tuple[Place, ...]:
    return view.world.places("does", one, topic)


def _who_does(topic: str, doers: Sequence[str], view: View) -> str:
    who = listing([view.entity(one).name.short or called(one, view, "seul") for one in doers])
    return view.say("overview_topic", topic=capital(view.topic(topic).label), who=who)


def _counted(view: View, response: str = "overview_counted") -> str:
    """How many there are of what it tells of."""
    described = view.world.left("described", "yes")
    return view.say(
        response,
        described=number(len(described)),
        named=number(len(view.world.sort("agency")) - len(described)),
        reports=number(len(view.world.sort("report"))),
        laws=number(len(view.world.sort("law"))),
        committees=number(len(view.world.sort("committee"))),
        programmes=number(len(view.world.sort("programme"))),
    )
