"""A verdict for whoever asks if somebody is wrong: "il se trompe ?" is answered by neither "oui"
nor "non", which would be heard both ways."""

from __future__ import annotations

from vigie.answers.reading.table import table
from vigie.answers.reply import Reply
from vigie.answers.view import View

INSTEAD = {"yes": "exact", "no": "inexact", "indeed_no": "inexact"}
"""The verdicts of a claim, and those of what somebody says."""


def as_said_by_somebody(reply: Reply, words: str, view: View) -> Reply:
    """The verdict on what somebody says, where folded words ask whether they are wrong."""
    if table().mistaken.isdisjoint(words.split()):
        return reply
    for one, other in INSTEAD.items():
        verdict, said = (view.say(name, fact="").strip() for name in (one, other))
        before, found, fact = reply.lead.partition(f"{verdict} ")
        if found and (not before or before.endswith("\u00bb ")):
            return reply.with_(lead=f"{before}{said} {fact}")
    return reply
