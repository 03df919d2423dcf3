"""A verdict for whoever asks if somebody is wrong: "il se trompe ?" is answered by neither "oui"
nor "non", which would be heard both ways; and where that is so, by the fact alone, as it may be
less than all that is said."""

from __future__ import annotations

from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.table import table
from vigie.answers.render.verdict_words import with_verdict
from vigie.answers.reply import Reply
from vigie.answers.view import View

INSTEAD = {"yes": "", "no": "inexact", "indeed_no": "inexact"}
"""The verdicts of a claim, and those of what somebody says; "" for none."""


def as_said_by_somebody(reply: Reply, words: str, view: View) -> Reply:
    """The verdict on what somebody says, where folded words ask whether they are wrong; as it is
    where they leave it open: "vrai ou faux ?"."""
    if says(closed("either_verdict"), words) or table().mistaken.isdisjoint(words.split()):
        return reply
    for one, other in INSTEAD.items():
        before, found, fact = reply.lead.partition(f"{view.say(one, fact='').strip()} ")
        if found and (not before or before.endswith("\u00bb ")):
            return reply.with_(lead=f"{before}{with_verdict(other, fact, view)}")
    return reply
