"""A body recognised by what is said of it, without its name."""

from __future__ import annotations

import re
from typing import Optional

from vigie.answers.question import Question
from vigie.answers.view import View

_PORTRAITS = {
    "council": (
        "rescap",
        "surviv",
        "ancienne",
        "victimes",
        "conseil",
        "recommand",
        "avis",
        "vecu",
        "onze",
        "2015",
    ),
    "spog": (
        "haut",
        "fonctionnaire",
        "responsables",
        "2003",
        "comites",
        "permanent",
        "amend",
        "representants",
        "designe",
        "tous les aspects",
        "rassembl",
    ),
    "pitf": (
        "ministre",
        "ministeriel",
        "coordon",
        "ensemble",
        "toute l administration",
        "quinzaine",
        "president",
        "niveau",
    ),
}


def portrayed(question: Question) -> Optional[str]:
    """The body that the words paint, when they paint only one."""
    points = {
        body: sum(sign in question.outside for sign in signs) for body, signs in _PORTRAITS.items()
    }
    if "coordination" in question.topics:
        points["pitf"] += 1
    if "survivors_voice" in question.topics:
        points["council"] += 2
    for named in question.ids("body"):
        points[named] = 0
    first, second = sorted(points, key=lambda body: -points[body])[:2]
    return first if points[first] > points[second] else None


def body_of(question: Question, view: View) -> Optional[str]:
    """The body that a question is about: named, or last spoken of; None when unknown."""
    named = question.ids("body") or tuple(
        c.body for c in view.knowledge.committees if c.id in question.ids("committee")
    )
    if named:
        return named[0]
    for subject in (*view.focus.subjects, *view.focus.shown[:1]):
        if view.kind(subject) == "body":
            return subject
    if question.ids("agency", "report", "programme", "law"):
        return None
    return portrayed(question)


_FIELDS = (
    (r"\b(renseignements?|espion\w*)\b", "odni"),
    (r"\b(budget|finances de l executif|maison blanche)\b", "omb"),
    (r"\b(securite nationale|conseil national de secu\w*|national security)\b", "nsc"),
    (r"\b(politique (interieure|domestique)|domestic policy)\b", "dpc"),
)
"""What the members are known for whose part the document does not describe."""


def members_of_field(question: Question, view: View) -> list[str]:
    """The members without a described part whose field the words name."""
    return [
        agency
        for sign, agency in _FIELDS
        if agency in view.index and re.search(sign, question.words)
    ]
