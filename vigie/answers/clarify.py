"""One question back, with choices, when something is missing or has two meanings."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Sequence

from vigie.answers.grammar import capital
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reply import Choice, Missing, Reply
from vigie.answers.scope import examples, offered
from vigie.answers.view import View
from vigie.knowledge.text import key

MOST = 6
"""Choices shown at once, besides the one that shows the others; more would not be read."""


def ask_back(missing: Missing, question: Question, view: View) -> Reply:
    """The question back for what is missing, with the options as choices."""
    if missing.what == "topic" and not missing.options:
        return Reply(view.say("ask_topic"), kind="clarify", choices=_topics(view) or examples())
    intent = missing.intent or question.intent
    options = missing.options or _default_options(missing.what, view)
    choices = _choices(options, intent if missing.what != "topic" else "describe", (), view)
    return Reply(view.say(f"ask_{missing.what}"), kind="clarify", choices=choices or examples())


def _topics(view: View) -> tuple[Choice, ...]:
    """The topics that the question names, as far as the knowledge has them."""
    return tuple(
        Choice(capital(topic.label), "which_agency", (), (topic.id,))
        for wanted in offered()["topics"]
        for topic in view.knowledge.topics
        if topic.id == wanted
    )


def _choices(
    options: Sequence[str], intent: str, topics: Sequence[str], view: View
) -> tuple[Choice, ...]:
    """The first options by name, and one choice for all the others; never for a single one."""
    shown = options if len(options) <= MOST + 1 else options[:MOST]
    choices = [Choice(_title(one, view), intent, (one,), tuple(topics)) for one in shown]
    others = tuple(options[len(shown) :])
    if others:
        title = view.say("other_choices")
        choices.append(Choice(title, intent, others, tuple(topics), more=True))
    return tuple(choices)


def further(question: Question, view: View) -> Optional[Reply]:
    """The other choices, where these are what is picked."""
    chosen = _chosen(question, view.focus)
    if chosen is None or not chosen.get("more"):
        return None
    choices = _choices(chosen["ids"], str(chosen["intent"]), chosen["topics"], view)
    return Reply(view.say("here_are_others"), kind="clarify", choices=choices, focus=view.focus)


def still_asked(missing: Missing, view: View) -> Missing:
    """What is missing; the choices just offered once more, where the message only leans on the
    question that was asked back: "et il sort quand ?" of a report not yet named."""
    pending = _offered(view.focus)
    one_each = all(len(choice["ids"]) == 1 for choice in pending)
    kinds = {view.kind(choice["ids"][0]) for choice in pending} if one_each else set()
    if missing.what != "subject" or len(kinds) != 1 or view.focus.subjects:
        return missing
    kind = kinds.pop()
    what = kind if kind in ("agency", "body", "committee", "law", "report") else "which"
    return Missing(what, tuple(choice["ids"][0] for choice in pending), "describe")


def ask_which(mention: Mention, intent: str, topics: Sequence[str], view: View) -> Reply:
    """For a name that several things bear."""
    choices = _choices(mention.ids, intent, topics, view)
    return Reply(view.say("ask_which"), kind="clarify", choices=choices)


def _default_options(what: str, view: View) -> tuple[str, ...]:
    if what == "body":
        return tuple(b.id for b in view.knowledge.bodies)
    if what == "law":
        return tuple(law.id for law in view.knowledge.laws)
    if what == "report":
        return tuple(r.id for r in view.knowledge.reports)
    if what == "agency":
        agencies = sorted(view.knowledge.agencies, key=lambda one: one.kind != "department")
        return tuple(one.id for one in agencies)
    return ()


def _title(entity_id: str, view: View) -> str:
    """The full name: an acronym says nothing to whoever does not know it. Those of the bodies
    are in the question, and their full names are too long to choose by."""
    if view.kind(entity_id) == "report":
        return capital(view.noun(entity_id).name.fr)
    form = "bref" if view.kind(entity_id) == "body" else "nom"
    return capital(format(view.noun(entity_id), form))


def _offered(focus: Focus) -> tuple[Mapping[str, Any], ...]:
    """The choices that are one thing each."""
    return tuple(choice for choice in focus.pending if not choice.get("more"))


def picked(question: Question, focus: Focus) -> Optional[Question]:
    """The question that a choice stands for: its key, title or number, typed or clicked."""
    chosen = _chosen(question, focus)
    if chosen is None or chosen.get("more"):
        return None
    return Question(
        text=str(chosen["title"]),
        ranking=((str(chosen["intent"]), 1.0),),
        mentions=tuple(Mention((i,), "") for i in chosen["ids"]),
        topics=tuple(chosen["topics"]),
        scores=dict.fromkeys(chosen["topics"], 1.0),
    )


def _chosen(question: Question, focus: Focus) -> Optional[Mapping[str, Any]]:
    """The choice that is picked, as the slot keeps it."""
    from vigie.answers import counting

    text = question.text.strip()
    by_key = {choice["key"]: choice for choice in focus.pending}
    chosen = by_key.get(text)
    if chosen is None:
        titled = key(text)
        for choice in focus.pending:
            if key(str(choice["title"])) == titled:
                chosen = choice
    if chosen is None and len(question.outside.split()) <= 2:
        chosen = _named(question, focus)
    if chosen is None and focus.pending and len(question.words.split()) <= 6 and not question.ids():
        places = counting.ordinals(question.words)
        if len(places) == 1 and -len(focus.pending) <= places[0] <= len(focus.pending):
            chosen = focus.pending[places[0] - 1 if places[0] > 0 else places[0]]
    return chosen


def _named(question: Question, focus: Focus) -> Optional[Mapping[str, Any]]:
    """The choice that the message calls by another of its names, where each is one thing."""
    offered = _offered(focus)
    if not all(len(choice["ids"]) == 1 for choice in offered):
        return None
    named = [choice for choice in offered if tuple(choice["ids"]) == question.ids()]
    return named[0] if named else None


def vague(question: Question, view: View) -> Reply:
    """A question about nothing named: ask about what, by the kind of thing that it mentions."""
    words = question.words
    if "rapport" in words or "liste" in words:
        return ask_back(Missing("report", (), "report_owner"), question, view)
    if "loi" in words or "texte" in words:
        return ask_back(Missing("law", (), "describe"), question, view)
    if "comite" in words:
        return ask_back(
            Missing("committee", tuple(c.id for c in view.knowledge.committees), "describe"),
            question,
            view,
        )
    if any(sign in words for sign in ("departement", "ministere", "agence", "organisme")):
        return ask_back(Missing("agency", (), "describe"), question, view)
    if any(
        sign in words
        for sign in ("conseil", "groupe", "equipe", "presid", "dirige", "chef", "membre")
    ):
        intent = (
            "chair" if any(sign in words for sign in ("presid", "dirige", "chef")) else "describe"
        )
        return ask_back(Missing("body", (), intent), question, view)
    return ask_back(Missing("topic"), question, view)
