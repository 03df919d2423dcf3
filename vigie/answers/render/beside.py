"""What an agency does beside some topics: "à part enquêter, que fait la Justice ?"."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, listing
from vigie.answers.question import Focus
from vigie.answers.render.duties import doing
from vigie.answers.render.portrait import describe_any, published
from vigie.answers.render.words import labels
from vigie.answers.reply import Reply
from vigie.answers.view import View, places


def describe_beside(ident: str, topics: Sequence[str], view: View) -> Reply:
    """All that the document says of an agency but what it does about the topics; all of it where it
    does nothing about them, or is no agency."""
    known = [one for one in topics if view.world.index.is_topic(one)]
    gone = doing(ident, known, view).duties
    if view.kind(ident) != "agency" or not gone:
        return describe_any(ident, view)
    noun, topic = view.noun(ident), labels(known, view)
    kept = [duty for duty in view.agency(ident).duties if duty not in gone]
    parts = [duty.does for duty in kept] + published(ident, view)
    focus = Focus((ident,), (), (ident,))
    if not parts:
        lead = view.say("nothing_beside", agency=noun, topic=topic)
        return Reply(lead, places=places(*gone), focus=focus)
    cited = places(*kept, *view.reports_of(ident))
    if len(parts) == 1:
        lead = view.say("does_beside", agency=noun, topic=topic, duties=listing(parts))
        return Reply(lead, places=cited, focus=focus)
    mixed = any(duty.matter for duty in kept)  # not all of it is against trafficking
    named = "duties_of_all_kinds_beside" if mixed else "duties_beside"
    lead = view.say(named, agency=noun, topic=topic)
    return Reply(lead, tuple(map(capital, parts)), places=cited, focus=focus)
