"""Claims of a whole group: "les membres de la PITF enquêtent-ils ?". Of all, some or none of them
the document says so; it is never answered by the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.grammar import capital, listing, number, of
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import UNKNOWN, Claim, Select
from vigie.answers.query.relations import ANY, TOPICAL
from vigie.answers.query.verdict import Verdict, verify
from vigie.answers.question import Focus
from vigie.answers.render.facts import stated
from vigie.answers.render.silence import AS_IT_IS, is_open, is_silent
from vigie.answers.render.verdict_words import with_verdict
from vigie.answers.render.words import called, labels
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

MOST, FEW = 8, 2
"""Things that are listed; things that are named in a sentence."""
SORTS = {"kind"}
"""Conditions that say no more than of what sort something is."""
REPORT = "report"
FEMININE = ("body", "law")
"""Sorts of which "chacune" is said."""


def of_a_group(claim: Claim, view: View) -> bool:
    """Whether its subject is a description that several things answer to."""
    described = isinstance(claim.subject, Select) and claim.relation != "count"
    return described and len(resolve((claim.subject,), view.world)) > 1


def told_of_a_group(claim: Claim, view: View) -> Reply:
    """Of how many of them the document says what is claimed, and of which."""
    every = resolve((claim.subject,), view.world)
    verdicts = {one: verify(replace(claim, subject=one), view.world) for one in every}
    told = tuple(one for one, found in verdicts.items() if found.truth == "yes")
    left = tuple(one for one in every if one not in told)
    topics = tuple(v for v in claim.values if isinstance(v, str) and view.world.index.is_topic(v))
    feminine = isinstance(claim.subject, Select) and claim.subject.sort in FEMININE
    shares = {"number": number(len(told)), "every": number(len(every))}
    about = f" ({labels(topics, view)})" if topics else ""
    items: tuple[str, ...] = ()
    unsaid = claim.relation == "before" and any(map(_is_unsaid, verdicts.values()))
    if not told and claim.relation == "freq" and all(view.kind(one) == REPORT for one in every):
        lead = view.say("no_rhythm", every=number(len(every)))
    elif not told and (unsaid or claim.relation == "freq"):  # of what is not told, no "no"
        lead = view.say("claim_unsaid", fact="").rstrip()
    elif not told:
        fact = view.say("group_none_f" if feminine else "group_none", about=about, **shares)
        silent = all(is_silent(claim, x) or is_open(claim, x) for x in verdicts.values())
        no = "indeed_no" if claim.denied else "no"
        lead = with_verdict(AS_IT_IS if silent else no, fact, view)
    elif not left and _is_of_a_sort(claim) and not claim.denied:
        cited = "group_all_cited_f" if feminine else "group_all_cited"
        lead = view.say(cited, about=about, **shares)
    elif not left:
        fact = view.say("group_all_f" if feminine else "group_all", about=about, **shares)
        lead = view.say("indeed_yes" if claim.denied else "yes", fact=fact)
    elif len(told) <= FEW and not claim.denied and not topics:
        lead = view.say("group_few", of=listing([of(called(one, view)) for one in told]))
    else:
        items = facts_of(claim, told, view) or _names(told, view)
        response = "group_denied" if claim.denied else "group_some"
        lead = view.say(response, about=about, **shares)
        lead = f"{lead.rstrip('.')} :" if items else lead
    few = left and len(left) < len(told) and not items
    after = view.say("group_left", who=listing([called(one, view) for one in left])) if few else ""
    where = places(*(place for one in told for place in verdicts[one].places))
    return Reply(lead, items, after, places=where, focus=Focus((), topics, told or every))


def _is_of_a_sort(claim: Claim) -> bool:
    """Whether a claim is of all things of a sort, of which there may be others than are cited."""
    some = claim.subject
    return isinstance(some, Select) and not some.among and {x.key for x in some.conditions} <= SORTS


def _is_unsaid(found: Verdict) -> bool:
    return found.truth == "unsaid"


def facts_of(claim: Claim, some: Sequence[str], view: View) -> tuple[str, ...]:
    """The fact by which a claim holds of each of these, where each has its own and they are few."""
    own = claim.relation in TOPICAL and UNKNOWN not in claim.values and ANY not in claim.values
    if not own or len(some) > MOST:
        return ()
    plain = replace(claim, only=False, whole=False, denied=False)
    return tuple(capital(stated(replace(plain, subject=one), view)) for one in some)


def _names(some: Sequence[str], view: View) -> tuple[str, ...]:
    return tuple(capital(called(one, view)) for one in some) if len(some) <= MOST else ()
