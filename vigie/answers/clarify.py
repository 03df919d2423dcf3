"""One question back, with choices; and the choice that a message picks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Mapping, Optional

from vigie.answers.follow import examples, held
from vigie.answers.grammar import capital
from vigie.answers.guessed import undenied
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Query, arguments
from vigie.answers.query.relations import OF
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.lacking import PAIRS, Lacking
from vigie.answers.reading.lines import query_in
from vigie.answers.reading.numbers import places as places_of
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.table import table
from vigie.answers.render.answer import answer
from vigie.answers.render.worded import worded
from vigie.answers.reply import Choice, Reply
from vigie.answers.view import View
from vigie.knowledge.text import key

MOST = 6
"""Choices shown at once, besides the one that shows the others; more would not be read."""
BETWEEN = 2
"""Readings of one question among which is asked back."""
KINDS = 2
"""Kinds of thing among which is chosen at once; where more would do, examples are shown."""
OF_A_LIST = ("index", "other")
"""How a message leans that speaks of things of a list."""
SEVERAL = 2
"""Things that make a list to choose from."""
OUTSIDE = 2
"""Words that a message may have beside the name by which it picks a choice."""
LEANING = 0.5
"""Likelihood from which it does."""
TOPICS = 4
"""Topics on which most work, offered as examples."""

OF_NOTHING = ("penalty", "howmany_victims")
"""Attributes that the document gives of nothing, and that are none of one thing alone: "combien
d'années risque un trafiquant ?"."""


def ask_for(missing: Lacking, evidence: Evidence, view: View) -> Reply:
    """The question back for the thing that a question lacks, with those that would do: that bear
    the name, where several things bear it, and of which the document tells it, where many would.
    What it tells of nothing needs no thing.
    """
    if missing.want in OF_NOTHING:
        return Reply(view.say(f"unsaid_{missing.want}"), kind="refusal", reason=missing.want)
    borne = {one for thing in evidence.things if len(thing.ids) > 1 for one in thing.ids}
    borne &= {one for one, _ in missing.choices}
    fitting = {
        one: query
        for one, query in missing.choices
        if (not borne or one in borne) and _is_alike(one, query, view)
    }
    told = {one: query for one, query in fitting.items() if held(query, view)}
    offered = told if len(fitting) > MOST + 1 and len(told) > 1 else fitting
    kinds = tuple(dict.fromkeys(view.kind(one) for one in offered))
    few = offered.items() if len(kinds) <= KINDS else ()
    choices = [Choice(_called(one, view), write(query)) for one, query in few]
    reply = Reply(view.say(_lacked(missing, bool(borne), kinds)), kind="clarify")
    return reply.with_(choices=shown(choices, view) or examples(view))


def _lacked(missing: Lacking, is_borne: bool, kinds: tuple[str, ...]) -> str:
    """The response that asks for what is missing."""
    if is_borne:
        return "ask_which"
    if missing.act in PAIRS:
        return "ask_two"
    return f"ask_{kinds[0]}" if len(kinds) == 1 else "ask_subject"


def _is_alike(one: str, query: Query, view: View) -> bool:
    """Whether a thing is of the kind that is compared, or that has the attribute first of all:
    who sits is asked of a body rather than of its committees."""
    if query.act == "compare":
        return len({view.kind(one) for one in resolve(query.subjects, view.world)}) == 1
    return view.kind(one) in OF.get(query.want, (view.kind(one),))[:1]


def ask_between(readings: Iterable[Reading], view: View) -> Optional[Reply]:
    """The question back that offers the likeliest readings; None where fewer than two of them
    can be put as questions and have an answer."""
    choices: dict[str, Choice] = {}
    for query in (undenied(one.query) for one in readings):  # whether it is so tells if it is not
        title = worded(query, view)
        if title and title not in choices and answer(query, view) is not None:
            choices[title] = Choice(title, write(query))
        if len(choices) == BETWEEN:
            return Reply(view.say("ask_between"), kind="clarify", choices=tuple(choices.values()))
    return None


def with_the_number(reply: Reply, view: View) -> Reply:
    """`reply`, with the number of the hotline where how to reach it is one of the choices: who
    needs it presses no button."""
    query = Query("get", "contact", subjects=(view.knowledge.safety.programme,))
    told = answer(query, view) if write(query) in [one.query for one in reply.choices] else None
    return reply.with_(after=f"{reply.after} {told.lead}".strip()) if told else reply


def vague(question: Question, view: View) -> Reply:
    """A question about nothing named: about which, by the sort of thing that it speaks of."""
    known = table().sorts
    sorts = [known[word] for word in question.words.split() if word in known]
    if sorts:
        each = view.world.sort(sorts[0])
        choices = [Choice(_called(one, view), f"describe {one}") for one in each]
        return Reply(view.say(f"ask_{sorts[0]}"), kind="clarify", choices=shown(choices, view))
    often = sorted(view.knowledge.topics, key=lambda one: -len(view.doing(one.id)))[:TOPICS]
    choices = [Choice(capital(one.label), f"select agency does={one.id}") for one in often]
    topics = ", ".join(one.label for one in often)
    return Reply(view.say("ask_topic", topics=topics), kind="clarify", choices=tuple(choices))


def of_the_list(question: Question, view: View) -> Optional[Reply]:
    """The question back for a thing of the list that was just shown, where a message leans on it
    but does not say on which of them ("et l'autre ?"); None where it does not."""
    ids = [one for one in view.focus.shown if one in view.index]
    leaning = sum(question.leans.get(way, 0.0) for way in OF_A_LIST)
    if len(ids) < SEVERAL or leaning < LEANING or question.ids():
        return None
    choices = [Choice(_called(one, view), f"describe {one}") for one in ids]
    return Reply(view.say("ask_of_list"), kind="clarify", choices=shown(choices, view))


def shown(choices: Sequence[Choice], view: View) -> tuple[Choice, ...]:
    """The first choices, and one for all the others; never for a single one."""
    if len(choices) <= MOST + 1:
        return tuple(choices)
    return (*choices[:MOST], Choice(view.say("other_choices"), more=tuple(choices[MOST:])))


def _called(one: str, view: View) -> str:
    """The full name of a thing: an acronym says nothing to whoever does not know it. Those of
    the bodies are in the question, and their full names are too long to choose by."""
    if view.kind(one) == "report":
        return capital(view.noun(one).name.fr)
    return capital(format(view.noun(one), "bref" if view.kind(one) == "body" else "nom"))


def picked(question: Question, focus: Focus, view: View) -> Optional[Choice]:
    """The choice that a message picks: by its key, its title, its place, or another of its names;
    None where it picks none."""
    chosen = _chosen(question, focus, view)
    return Choice.read(chosen) if chosen is not None else None


def others(choice: Choice, view: View) -> Reply:
    """The choices that "the others" stands for."""
    return Reply(view.say("here_are_others"), kind="clarify", choices=shown(choice.more, view))


def _chosen(question: Question, focus: Focus, view: View) -> Optional[Mapping[str, Any]]:
    text = question.text.strip()
    for choice in focus.pending:
        if text == choice["key"] or key(text) == key(str(choice["title"])):
            return choice
    choices = [one for one in focus.pending if not one.get("follows")]
    short = len(question.outside.split()) <= OUTSIDE
    if short and (named := _named(question, choices, view)) is not None:
        return named
    # Beside a list that was answered, another reading is no "first" one.
    of_the_list = len(choices) == 1 and len(focus.shown) > 1
    few = len(question.words.split()) <= MOST and not question.ids()
    if choices and few and not of_the_list:
        places = places_of(question.words)
        if len(places) == 1 and -len(choices) <= places[0] <= len(choices):
            return choices[places[0] - 1 if places[0] > 0 else places[0]]
    return None


def _named(
    question: Question, choices: Sequence[Mapping[str, Any]], view: View
) -> Optional[Mapping[str, Any]]:
    """The only choice that is about the one thing that a message names, or about its matter: "oui,
    le séjour provisoire" picks "qui s'occupe du séjour provisoire ?"."""
    ids = question.ids()
    if len(ids) != 1:
        return None
    matter = view.world.right("about", ids[0]) if ids[0] in view.index else ()
    for said in ({ids[0]}, {*matter}):
        about = [one for one in choices if said.intersection(_arguments(one))]
        if about:
            return about[0] if len(about) == 1 else None
    return None


def _arguments(choice: Mapping[str, Any]) -> tuple[str, ...]:
    query = query_in(str(choice.get("query", "")))
    return tuple(arguments(query)) if query else ()  # none of one that shows the others
