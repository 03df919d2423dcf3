"""Verdicts on several claims in one reply: each with its fact, none twice."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import sentence, unique
from vigie.answers.query.model import Claim
from vigie.answers.render.verdict_words import BARE, LIMITED, parted
from vigie.answers.reply import Reply
from vigie.answers.sentences import sentences
from vigie.answers.view import View

ENDS = " .:\u00a0\u202f"
LEADING = ("agency_duties", "duties_of_all_kinds")
"""Sentences before all that an agency does."""


def without_list(reply: Reply, view: View) -> str:
    """What is told of a claim beside others, without the sentence that begins a list, if it is not
    all that is told: « Non. Le document en cite sept (la formation). », nor all that an agency does
    in short."""
    in_short = view.say("in_short", names="").rstrip(ENDS)
    before, found, _ = reply.lead.partition(f" {in_short}")
    lead = before if found else reply.lead.rstrip()
    if not lead.endswith(":"):
        return sentence(lead)
    before = lead.rpartition(". ")[0]
    bare = before in {view.say(name, fact="").strip(ENDS) for name in BARE}
    leads_in = _leads_in(lead.removeprefix(f"{before}. "), reply, view)
    if bare and leads_in and reply.focus:
        of = format(view.noun(reply.focus.subjects[0]), "du")
        return f"{before}. {view.say('role_described', of=of)}"
    return sentence(lead.rstrip(ENDS) if bare else before)


def _leads_in(sentence_before: str, reply: Reply, view: View) -> bool:
    """Whether it leads to all that an agency does, and says nothing without it."""
    some = reply.focus.subjects if reply.focus else ()
    agencies = [view.noun(one) for one in some if view.kind(one) == "agency"]
    begun = (view.say(one, agency=noun) for noun in agencies for one in LEADING)
    return sentence_before in begun


def said_once(facts: Sequence[str]) -> str:
    """Facts one after the other, no sentence twice: a verdict that all have stands before the first
    alone."""
    return " ".join(unique(sentence(one) for fact in facts for one in sentences(fact)))


def asserted_first(claims: Sequence[Claim], told: Sequence[Reply]) -> list[Reply]:
    """What is told of claims, that of what they deny last: « c'est le DoS et pas le DHS ? » has one
    fact for both, and its "oui" is that of the DoS."""
    return [one for denied in (False, True) for c, one in zip(claims, told) if c.denied is denied]


def alike(
    facts: Sequence[str], apart: tuple[str, ...], holds: bool, view: View
) -> tuple[str, tuple[str, ...]]:
    """Facts of which all uphold, or none does, what was claimed, as the beginning and the items of
    a reply; `apart` is a line for each, for verdicts that hold within limits. Where their verdicts
    are other words ("oui" of one, "en effet, non" of the next), which would seem to be at odds, one
    word stands before all; a line for each, where one has none, as it rests on silence; a fact that
    denies one claim and upholds the other ("c'est le DoJ, pas le HHS ?") is told once."""
    each = [parted(fact, view) for fact in facts]
    if {view.say(name, fact="").strip() for name in LIMITED}.intersection(v for v, _ in each):
        return view.say("all_hold" if holds else "none_holds"), apart
    verdicts, told = unique(verdict for verdict, _ in each), unique(fact for _, fact in each)
    if "" in verdicts and len(verdicts) > 1 and len(told) > 1:
        return view.say("partly_unsaid"), apart
    if len(verdicts) < 2 or len(told) < 2:
        return said_once((facts[0], *(fact for fact in told[1:]))), ()
    return view.say("all_hold" if holds else "none_holds"), told
