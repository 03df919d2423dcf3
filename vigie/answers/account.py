"""What was asked and what became of it, in fixed words: what /metrics counts, and nothing more."""

from __future__ import annotations

from typing import Any

from vigie.answers.query.model import FACTS, WORDS
from vigie.answers.question import Question
from vigie.answers.reply import Reply

KINDS = ("answer", "partial", "ask", "refusal", "help", "talk")
"""Kinds of reply. Partial: what is answered is less than what was asked."""
NAMED = {"clarify": "ask", "safety": "help"}
"""Kinds of reply that go by another name here."""
MISSED = ("partial", "ask", "refusal")
"""The kinds after which a question counts as missed."""
FOLLOW = "follow"
"""The act of a message that takes up the last query."""


def account(question: Question, reply: Reply) -> dict[str, Any]:
    """The kind of a reply, why it is no full answer (or ""), the acts and the topics asked."""
    topics = question.topics or (reply.focus.topics if reply.focus else ())
    return {
        "kind": kind_of(reply),
        "reason": next(iter(_reasons(reply)), "other" if reply.kind == "refusal" else ""),
        "acts": list(_acts(question, reply)),
        "topics": list(topics),
    }


def helped() -> dict[str, Any]:
    """The account of a message that was answered with help: nothing of what it asked."""
    return {"kind": "help", "reason": "", "acts": ["help"], "topics": []}


def kind_of(reply: Reply) -> str:
    """One of `KINDS`."""
    kinds = {part.kind for part in reply.parts} or {reply.kind}
    answered = reply.kind == "answer" and "answer" in kinds
    if answered and (_reasons(reply) or kinds & {"refusal", "clarify"}):
        return "partial"
    if reply.kind == "answer" and not answered:
        return "refusal" if "refusal" in kinds else "ask"
    return NAMED.get(reply.kind, reply.kind)


def _reasons(reply: Reply) -> tuple[str, ...]:
    """Why what was asked is not told, of the whole and of its parts."""
    return tuple(one.reason for one in (reply, *reply.parts) if one.reason)


def _acts(question: Question, reply: Reply) -> tuple[str, ...]:
    """The acts of the queries that were answered; where none was, of the likeliest reading."""
    lines = reply.queries
    if not lines and question.forms:
        lines = (question.forms[0][0],)
    return tuple(dict.fromkeys(map(_act, lines))) or ("other",)


def _act(line: str) -> str:
    word = line.split()[0] if line.split() else ""
    if word.startswith("~"):
        return FOLLOW
    return word if word in FACTS or word in WORDS or word in ("vague", "told") else "other"
