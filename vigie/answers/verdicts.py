"""Yes or no in front of a fact."""

from __future__ import annotations

from vigie.answers import wording
from vigie.answers.grammar import capital
from vigie.answers.question import Question
from vigie.answers.reply import Reply
from vigie.answers.view import View


def verdict(yes: bool, reply: Reply, view: View, negated: bool = False) -> Reply:
    """`reply` with the verdict in front of its first sentence."""
    response = ("indeed_yes" if negated else "yes") if yes else ("indeed_no" if negated else "no")
    return reply.with_(lead=view.say(response, fact=capital(reply.lead)), kind="answer")


def negated(question: Question) -> bool:
    """Whether the statement denies something."""
    return wording.has(question.words, "negated")
