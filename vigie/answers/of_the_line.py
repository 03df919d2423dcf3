"""What the hotline says of itself, where a message asks for what the document does not give."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.grammar import capital, day, sentence
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, grouped, says
from vigie.answers.render.programmes import in_danger
from vigie.answers.reply import Reply
from vigie.answers.view import View

ABROAD = "abroad"
"""What the line says of calls from another country, by the name of what it answers."""


def of_the_line(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """What the hotline says of itself, where that is asked for: in the place of what the document
    does not give, else after what it does. Who asks in an emergency hears that number first."""
    told, danger = " ".join(_facts(question.words, view)), in_danger(view)
    if says(closed("emergency"), question.words) and reply.lead.endswith(danger):
        reply = reply.with_(lead=f"{danger} {reply.lead.removesuffix(danger).strip()}")
    if not told:
        return reply
    if (query.want and reply.reason == query.want) or query.claims:
        return reply.with_(lead=told, after="", kind="answer", reason="")
    return reply.with_(after=f"{sentence(reply.after)} {told}" if reply.after else told)


def _facts(words: str, view: View) -> Iterator[str]:
    for fact in view.knowledge.safety.says:
        asking = grouped("of_the_line").get(fact.answers, ())
        if says(asking, words) or (fact.answers == ABROAD and _calls_from_abroad(words)):
            text = view.say("line_says", text=fact.fr, url=fact.url, date=day(fact.checked_on))
            yield capital(sentence(text))


def _calls_from_abroad(words: str) -> bool:
    """Whether folded words ask of a call from another country: "ça marche depuis le Maroc ?", and
    not of somebody who comes from there."""
    calls = says(closed("from_abroad.calling"), words) and says(closed("from_abroad.places"), words)
    return calls and not says(closed("from_abroad.comes"), words)
