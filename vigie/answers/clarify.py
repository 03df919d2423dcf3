"""One question back, with choices, when something is missing or has two meanings."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Sequence

from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reply import Choice, Missing, Reply
from vigie.answers.scope import examples
from vigie.answers.view import View
from vigie.knowledge.text import key

MOST = 6
"""Choices shown at most; more would not be read."""


def ask_back(missing: Missing, question: Question, view: View) -> Reply:
    """The question back for what is missing, with the options as choices."""
    intent = missing.intent or question.intent
    options = missing.options or _default_options(missing.what, view)
    choices = tuple(
        Choice(_title(option, view), intent if missing.what != "topic" else "describe", (option,))
        for option in options[:MOST]
    )
    return Reply(view.say(f"ask_{missing.what}"), kind="clarify", choices=choices or examples())


def still_asked(missing: Missing, view: View) -> Missing:
    """What is missing; the choices just offered once more, where the message only leans on the
    question that was asked back: "et il sort quand ?" of a report not yet named."""
    pending = view.focus.pending
    one_each = all(len(choice["ids"]) == 1 for choice in pending)
    kinds = {view.kind(choice["ids"][0]) for choice in pending} if one_each else set()
    if missing.what != "subject" or len(kinds) != 1 or view.focus.subjects:
        return missing
    kind = kinds.pop()
    what = kind if kind in ("agency", "body", "committee", "law", "report") else "which"
    return Missing(what, tuple(choice["ids"][0] for choice in pending), "describe")


def ask_which(mention: Mention, intent: str, topics: Sequence[str], view: View) -> Reply:
    """For a name that several things bear."""
    choices = tuple(
        Choice(_title(i, view), intent, (i,), tuple(topics)) for i in mention.ids[:MOST]
    )
    return Reply(view.say("ask_which"), kind="clarify", choices=choices)


def _default_options(what: str, view: View) -> tuple[str, ...]:
    if what == "body":
        return tuple(b.id for b in view.knowledge.bodies)
    if what == "law":
        return tuple(law.id for law in view.knowledge.laws)
    if what == "report":
        return tuple(r.id for r in view.knowledge.reports)
    if what == "agency":
        return tuple(a.id for a in view.knowledge.agencies if a.kind == "department")[:MOST]
    return ()


def _title(entity_id: str, view: View) -> str:
    from vigie.answers.grammar import capital

    noun = view.noun(entity_id)
    text = noun.name.fr if view.kind(entity_id) in ("report",) else format(noun, "bref")
    return capital(text)


def picked(question: Question, focus: Focus) -> Optional[Question]:
    """The question that a choice stands for: its key, title or number, typed or clicked."""
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
    if chosen is None:
        return None
    return Question(
        text=str(chosen["title"]),
        ranking=((str(chosen["intent"]), 1.0),),
        mentions=tuple(Mention((i,), "") for i in chosen["ids"]),
        topics=tuple(chosen["topics"]),
        scores=dict.fromkeys(chosen["topics"], 1.0),
    )


def _named(question: Question, focus: Focus) -> Optional[Mapping[str, Any]]:
    """The choice that the message calls by another of its names, where each is one thing."""
    if not all(len(choice["ids"]) == 1 for choice in focus.pending):
        return None
    named = [choice for choice in focus.pending if tuple(choice["ids"]) == question.ids()]
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
