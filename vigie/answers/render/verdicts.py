"""verify: yes, no, or not in the document, on the exact claim; then the fact that is right.

A verdict is a claim too. "Oui", "si" and "non" are said of what the document says; what follows
from its silence is told as such: "le document ne dit pas que…", "il ne cite que…".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.grammar import capital, sentence, unique
from vigie.answers.query.bounds import is_bound
from vigie.answers.query.derived import COMPUTED
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.form import PRESIDENT
from vigie.answers.query.in_words import of_its_members
from vigie.answers.query.model import UNKNOWN, Claim, Query
from vigie.answers.query.relations import ANY
from vigie.answers.query.verdict import ONE_OWNER, Verdict, meant, verify
from vigie.answers.question import Focus
from vigie.answers.render.attributes import attribute
from vigie.answers.render.exclusive import nobody_else, nothing_else, of_several, says_all
from vigie.answers.render.facts import stated
from vigie.answers.render.groups import of_a_group, told_of_a_group
from vigie.answers.render.how_many import claims_more, is_lone_report
from vigie.answers.render.instead import ASKED_OF, ended, instead
from vigie.answers.render.joined import alike, asserted_first, without_list
from vigie.answers.render.laws import amend_any
from vigie.answers.render.members import president
from vigie.answers.render.mixed import each_apart, focus_of_all
from vigie.answers.render.near import with_near
from vigie.answers.render.outsiders import denies_nothing, is_outside
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.rhythms import of_their_rhythm
from vigie.answers.render.silence import AS_IT_IS, is_open, is_silent, rests_on_silence
from vigie.answers.render.told_apart import told_apart
from vigie.answers.render.undecided import UNSAID, is_of_bodies, undecided, undecided_as
from vigie.answers.render.upheld import alone_told, as_either, of_what, upheld
from vigie.answers.render.verdict_words import with_verdict
from vigie.answers.render.words import unnamed
from vigie.answers.reply import Reply
from vigie.answers.view import View, places


def verified(query: Query, view: View) -> Optional[Reply]:
    """The reply to a verify: a verdict and a fact for each claim."""
    claims = _claims(query, view)
    verdicts = [verify(claim, view.world) for claim in claims]
    replies = [_one(claim, found, view) for claim, found in zip(claims, verdicts)]
    told = [reply for reply in replies if reply is not None]
    if len(told) != len(replies) or not told:
        return None
    if len(told) == 1:
        return as_either(with_near(told[0], claims[0], verdicts[0], view), claims[0], view)
    told = [of_what(one, claims[n], verdicts[n], view) for n, one in enumerate(told)]
    held = {_holds(claim, found, view) for claim, found in zip(claims, verdicts)}
    if all(UNKNOWN in one.values for one in claims) and len({one.subject for one in claims}) == 1:
        return told[0]  # nothing is told of either: said once, with what is told of the thing
    mixed = len(held) > 1  # neither "yes" nor "no" of the whole
    partly = "partly_unsaid" if None in held else "partly"
    each = each_apart(claims, told, view)
    facts = unique(without_list(x, view) for x in asserted_first(claims, told))
    lead, items = (view.say(partly), each) if mixed else alike(facts, each, True in held, view)
    return Reply(
        lead,
        items,
        after=" ".join(dict.fromkeys(sentence(one.after) for one in told if one.after)),
        reason=next((one.reason for one in told if one.reason), ""),
        places=tuple(dict.fromkeys(p for one in told for p in one.places)),
        focus=focus_of_all(told),
    )


def holding(query: Query, view: View) -> list[Optional[bool]]:
    """Of each claim of a query, whether it holds; None where the document does not say."""
    return [_holds(one, verify(one, view.world), view) for one in _claims(query, view)]


def _claims(query: Query, view: View) -> list[Claim]:
    world = view.world
    return [_resolved(of_their_rhythm(claim, world), view) for claim in query.claims]


def _holds(claim: Claim, found: Verdict, view: View) -> Optional[bool]:
    """Whether what is claimed is so, the negative included; None where the document does not say.
    What it does not say that somebody does is not so; that they do not do it, or that nobody else
    does, it does not say."""
    if rests_on_silence(claim, found) or (found.truth != "yes" and denies_nothing(claim, view)):
        return None
    return (found.truth == "yes") is not claim.denied


def _one(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    if claim.subject == PRESIDENT and claim.relation not in ONE_OWNER:
        return president(view)
    if of_several(claim, view):
        return nobody_else(claim, found, view)
    if of_a_group(claim, view):
        return told_of_a_group(claim, view)
    if says_all(claim):
        plain = replace(claim, whole=False)
        if verify(plain, view.world).truth == "yes":
            return nothing_else(claim, found, view)
        return _refuted(plain, found, view)
    if found.truth == "yes":
        if claim.values == (ANY,) or any(map(is_bound, claim.values)):
            # "modifie-t-elle une loi ?", "plus de trois ?": told by those that it amends, by all
            claim = replace(claim, values=found.values)
        return _held(claim, found, view)
    return _refuted(claim, found, view)


def _resolved(claim: Claim, view: View) -> Claim:
    """The claim with what its selects find in their place."""
    claim = of_its_members(claim, view.world)
    if claim.relation == "count":
        return claim
    subject = resolve((claim.subject,), view.world)
    values = meant(claim, view.world)
    if of_several(claim, view) or of_a_group(claim, view):
        return replace(claim, values=values)
    return replace(claim, subject=subject[0] if subject else UNKNOWN, values=values)


def _held(claim: Claim, found: Verdict, view: View) -> Reply:
    fact = _fact(claim, found, view)
    if fact is None:
        return Reply(view.say("yes", fact=""), places=places(*found.places))
    if claim.only and claim.relation != "kind":  # of which many are
        fact = alone_told(fact, claim, view)
    if claim.relation == "about" and view.kind(str(claim.subject)) == "committee":
        fact = fact.with_(lead=f"{sentence(fact.lead)} {view.say('committee_no_more')}")
    response = upheld(claim, view)
    told = capital(sentence(fact.lead))
    lead = view.say(response, fact=told) if response else told
    return fact.with_(lead=lead, focus=_focus(claim, found, view))


def _fact(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    """The claim as the document has it."""
    asked = ASKED_OF.get(claim.relation)
    if asked:
        subject = claim.values[0] if claim.relation == "appoints" else claim.subject
        return attribute(asked, str(subject), view)
    if claim.relation in COMPUTED:
        return told_apart(claim, view)
    if claim.relation in ("rank", "described"):
        return describe_any(str(claim.subject), view)
    return Reply(stated(claim, view), places=places(*found.places))


def _refuted(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    """What does not hold, and what does."""
    said = "indeed_no" if claim.denied else "no"
    others = [one for one in found.subjects if one != claim.subject] if claim.only else []
    if others and not claim.denied and all(ended(one, view) for one in others):
        said = "no_then"
    alone = len(claim.values) == 1 and not claim.only
    if alone and claim.relation == "creates" and amend_any(found.subjects, (claim.subject,), view):
        said = "indeed_not_as_it_was" if claim.denied else "not_as_it_was"
    apart = claim.relation in COMPUTED
    right = told_apart(claim, view) if apart else instead(claim, found, view)
    if right is None and is_outside(claim):
        right = unnamed(str(claim.subject), view)
    if right is None:
        return None
    if right.reason in ("outsider", "topic"):  # it says all that there is to say
        told = right.kind == "answer"
        return right.with_(focus=_focus(claim, found, view)) if told else right
    if is_silent(claim, found):
        said = AS_IT_IS
    elif is_of_bodies(claim, view) or is_open(claim, found):
        said = undecided(claim, view)
    if denies_nothing(claim, view):
        said = UNSAID
    if claim.relation == "count" and is_lone_report(found, view) and claims_more(claim):
        said = ""
    lead = undecided_as(right.lead, view) if said == UNSAID else ""
    fact = capital(sentence(right.lead)) if right.lead else ""
    lead = lead or with_verdict(said, fact, view).rstrip()
    reason = "unsaid" if found.truth == "unsaid" else right.reason
    return right.with_(lead=lead, reason=reason, focus=_focus(claim, found, view))


def _focus(claim: Claim, found: Verdict, view: View) -> Focus:
    subjects = tuple(s for s in (str(claim.subject),) if s in view.index)
    topics = tuple(str(v) for v in claim.values) if claim.relation == "does" else ()
    things = tuple(str(v) for v in claim.values if str(v) in view.index)
    if claim.relation == "count" or (claim.relation == "does" and found.truth != "yes"):
        shown = found.subjects
    elif claim.values == (ANY,):
        shown = found.values or subjects
    else:
        shown = things or subjects
    return Focus(
        subjects or things,
        tuple(t for t in topics if t in {x.id for x in view.knowledge.topics}),
        shown,
    )
