"""One reply to a message, of what was made of each of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vigie.answers.decide import Decision
from vigie.answers.matter import OPEN_ENDED, has_no_name
from vigie.answers.parts import STOPS
from vigie.answers.query.model import Query
from vigie.answers.reading.closed import closed, says
from vigie.answers.render.answer import answer
from vigie.answers.render.apart import (
    beside_others,
    each_once,
    without_what_it_is,
)
from vigie.answers.render.once import refused
from vigie.answers.render.told_by_another import told_by_another
from vigie.answers.reply import Reply
from vigie.answers.reply import together as joined
from vigie.answers.view import View
from vigie.knowledge.text import fold

OF_THE_TEXT = ("source", "date", "uptodate", "english")
"""What is asked of the text and told beside a fact: "qui préside la PITF, et ta source ?"."""


QUOTED = 70
"""Letters of a stretch of a message up to which it is quoted."""
OWNED = ("report", "programme")
"""Sorts of things of which a list tells whose each is."""
AROUND = ' ,;:.–—-«»"\n'
"""What is not quoted with it."""


def together(decisions: Sequence[Decision], view: View) -> Reply:
    """One reply of several: claims judged as one, each thing said once."""
    answered = _alike_once([one for one in decisions if one.query is not None], view)
    if len(decisions) == 1 or not answered:
        return _beside_facts(decisions, view)
    queries = [one.query for one in answered if one.query is not None]
    claims = tuple(claim for query in queries for claim in query.claims)
    plain = not any(one.more for one in answered)  # each of which has lost its "oui" already
    if plain and len(queries) > 1 and all(query.act == "verify" for query in queries):
        whole = answer(Query("verify", claims=claims), view)
        if whole is not None:
            return whole
    several = sum(one.asks for one in decisions) > 1
    told = {
        (reply.lead, reply.items, reply.parts): reply
        for reply, query in zip(_each(answered, queries, view, several), queries)
        if not told_by_another(query, queries, view)
    }
    replies = each_once(list(told.values()), view) or [answered[0].reply]
    replies += [one.reply for one in decisions if one.meta in OF_THE_TEXT]
    open_to = [one for one in decisions if not one.understood or one.reply.kind == "clarify"]
    lost = [one for one in open_to if one.asks and not _needs_no_answer(one, queries)]
    if lost:
        replies.append(_not_understood(lost, view))
    return replies[0] if len(replies) == 1 else joined(replies)


def _needs_no_answer(lost: Decision, queries: Sequence[Query]) -> bool:
    """Whether what was not understood only tells something ("non, pas que le NSC !"), or asks whose
    the texts of a list are that was given with their owners ("quels rapports, et par qui ?")."""
    said = fold(lost.part)
    lists = [query.select for query in queries if query.select is not None]
    if said in closed("by_whom") and any(select.sort in OWNED for select in lists):
        return True
    return lost.part.rstrip().endswith(STOPS) and not says(closed("asking_to_tell"), said)


def _not_understood(lost: Sequence[Decision], view: View) -> Reply:
    """What of a message was not understood, in its own words where they are few."""
    part = _quoted(lost[0].part) if len(lost) == 1 else ""
    return Reply(view.say("and_that_part", part=part) if part else view.say("and_the_rest"))


def _quoted(part: str) -> str:
    """A stretch of a message to be quoted; "" where it is too long for that."""
    said = part.strip(AROUND)
    return said if 0 < len(said) <= QUOTED else ""


def _alike_once(answered: Iterable[Decision], view: View) -> list[Decision]:
    """The decisions, those that refuse the same of several things as one of all these."""
    found: dict[object, list[Decision]] = {}
    for place, one in enumerate(answered):
        query = one.query or Query("")
        open_ended = query.want == OPEN_ENDED  # of several such each asks something else
        alike = "" if open_ended else refused(query, one.reply, view)
        found.setdefault((query.act, query.want, alike) if alike else place, []).append(one)
    return [some[0] if len(some) == 1 else _of_all(some, view) for some in found.values()]


def _of_all(alike: Sequence[Decision], view: View) -> Decision:
    """One decision on the things of several that ask the same."""
    queries = [one.query for one in alike if one.query is not None]
    subjects = dict.fromkeys(subject for query in queries for subject in query.subjects)
    whole = replace(queries[0], subjects=tuple(subjects))
    return replace(alike[0], query=whole, reply=answer(whole, view) or alike[0].reply)


def _beside_facts(decisions: Sequence[Decision], view: View) -> Reply:
    """The reply to a message that asks no fact: what is understood and more than courtesy, told
    rather than asked back ("c'est quoi la traite, et qui s'en occupe ?"), or each courtesy
    ("merci ! t'es une vraie personne ?")."""
    best = max(decisions, key=_tells_most).reply
    greeting, answer_to_it = view.say("greet"), view.say("hello")
    said = dict.fromkeys(one.reply.lead for one in decisions if one.reply.kind == "talk")
    if len(said) > 1:  # a greeting says who Vigie is, which another courtesy may say as well
        said = dict.fromkeys(answer_to_it if one == greeting else one for one in said)
    return best.with_(lead=" ".join(said)) if best.kind == "talk" else best


def _tells_most(decision: Decision) -> tuple[bool, bool, bool]:
    """What of several decisions on no fact goes before, the more of it is true."""
    kind = decision.reply.kind
    return decision.understood, kind != "talk", kind == "answer"


def _each(
    answered: Iterable[Decision], queries: Sequence[Query], view: View, several: bool
) -> Iterator[Reply]:
    """The replies, a description that is whole and surely meant without what the others tell; where
    `several` things are asked, each that has no name with its words."""
    for one, query in zip(answered, queries):
        whole = one.reply.items and not (one.reply.after or one.reply.guessed)
        others = [other for other in queries if other != query]
        told = (beside_others(query, queries, view) if whole else None) or without_what_it_is(
            one.reply, query, others, view
        )
        named = one.reply.guessed or not has_no_name(query) or not several
        yield told if named else _to_that(told, one, view)


def _to_that(reply: Reply, decision: Decision, view: View) -> Reply:
    """That the document does not give "this information", with the words that ask for it."""
    part = _quoted(decision.part)
    return reply.with_(lead=view.say("to_that_part", part=part, fact=reply.lead)) if part else reply
