"""How many there are of what is counted, where another number is claimed."""

from __future__ import annotations

from vigie.answers.grammar import capital, number, sentence
from vigie.answers.query.model import SIGNS, Claim, Select
from vigie.answers.query.verdict import Verdict
from vigie.answers.render.criteria import criteria
from vigie.answers.render.laws import later
from vigie.answers.render.lists import counted_lead, item
from vigie.answers.render.nothing import none_found
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Reply
from vigie.answers.view import View, places


def counted(claim: Claim, found: Verdict, view: View) -> Reply:
    """How many there are, of what, and which."""
    bare = isinstance(claim.subject, Select) and claim.subject.sort == "agency"
    items = tuple(item(one, view, bare) for one in found.subjects)
    if not items and found.truth == "unsaid":
        return Reply(view.say("nobody_told"), reason="topic")
    some = claim.subject if isinstance(claim.subject, Select) else None
    if not items:
        none = none_found(some, view) if some is not None else None
        return none or Reply(view.say("counted_none"))
    if some is not None and criteria(some, view):
        lead = counted_lead(some, tuple(map(str, found.subjects)), view)
    else:
        lead = view.say("counted", number=number(len(items)))
    after, since = later(some, view) if some is not None else ("", ())
    if is_lone_report(found, view):
        after = f"{capital(sentence(describe_any(found.subjects[0], view).lead))} {after}".strip()
        lead, items = sentence(lead.rstrip(" :\u00a0\u202f")), ()
    return Reply(lead, items, after, places=places(*found.places, *since))


def is_lone_report(found: Verdict, view: View) -> bool:
    """Whether one report alone is counted, which is told in a sentence: that there is no other in
    reality the document does not say."""
    return len(found.subjects) == 1 and view.kind(str(found.subjects[0])) == "report"


def claims_more(claim: Claim) -> bool:
    """Whether more than one is claimed, of which the document cites one: there may be more in
    reality; that there is none it does say."""
    return all(str(one).lstrip(SIGNS) not in ("0", "1") for one in claim.values)
