"""Of whom, or of what, a message says that there is nothing else.

"Seul le DHS enquête" says it of the DHS; "le DHS n'enquête que sur cela", of what it does; "le DoJ
et le DHS sont les seuls à enquêter", of both together. Forms know the first alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import SORTS, Claim, Query, Select, arguments
from vigie.answers.question import Mention, Question
from vigie.answers.reading.table import table

OF_WHOM = frozenset("does publishes runs chairs in advises about creates amends".split())
"""Relations in which the one side may be said to be alone, and the other to be all."""
NEAR = 4
"""Words between "ne" and its "que"."""
_WORD = re.compile(r"[^\W_]+")


def limited(query: Query, question: Question) -> Query:
    """`query`, with what the message says of "seul", "que", "uniquement"."""
    if query.act == "verify":
        together = _together(query, question)
        if together is not None:
            return Query("verify", claims=(together,))
        whole = (_turned(one, question) for one in query.claims)
        return replace(query, claims=tuple(whole))
    if query.act == "describe" and query.beside and len(query.subjects) == 1:
        claim = Claim("does", query.subjects[0], query.beside, only=True)
        found = _turned(claim, question) if _asks_nothing_more(question) else claim
        return Query("verify", claims=(found,)) if found.whole else query
    return query


def _together(query: Query, question: Question) -> Optional[Claim]:
    """The claims of several, of each the same, as one of all of them: of two, neither is the only
    one. Whoever of their kind is named besides is one of them."""
    alike = {(one.relation, one.values, one.denied) for one in query.claims}
    said = any(one.only for one in query.claims) or _says(table().alone_together, question)
    if len(query.claims) < 2 or len(alike) > 1 or not said:
        return None
    first = query.claims[0]
    named = {ident: m.kind for m in question.mentions for ident in m.ids}
    subjects = [str(one.subject) for one in query.claims]
    kinds = {named.get(one, "") for one in subjects}
    kind = kinds.pop()
    if kinds or kind not in SORTS or first.relation not in OF_WHOM:
        return None
    subjects += _left(question.mentions, kind, frozenset(arguments(query)))
    order = [ident for m in question.mentions for ident in m.ids if ident in subjects]
    among = Select(kind, among=tuple(dict.fromkeys(order)))
    return replace(first, subject=among, only=True)


def _left(mentions: Sequence[Mention], kind: str, held: frozenset[str]) -> Iterator[str]:
    for one in mentions:
        if one.kind == kind and len(one.ids) == 1 and one.ids[0] not in held and not one.excluded:
            yield one.ids[0]


def _turned(claim: Claim, question: Question) -> Claim:
    """A claim of nobody else as one of nothing else, where the message says so."""
    if not claim.only or claim.relation not in OF_WHOM or not isinstance(claim.subject, str):
        return claim
    if _says(table().alone, question) or not _after(claim.subject, question):
        return claim
    return replace(claim, only=False, whole=True)


def _after(subject: str, question: Question) -> bool:
    """Whether "que" or "uniquement" stands beyond the name of the subject, or its pronoun."""
    ends = [one.end for one in question.mentions if subject in one.ids]
    words = list(_WORD.finditer(question.text.lower()))
    end = ends[0] if ends else 0
    for place, word in enumerate(words):
        before = words[place - 1].group() if place else ""
        after = words[place + 1].group() if place + 1 < len(words) else ""
        if word.group() not in table().limits | table().que or before in table().no_limit_after:
            continue
        touching = place and ends and words[place - 1].end() == end
        if word.start() >= end and not touching and after not in table().limited_alone:
            return True
    return False


def _asks_nothing_more(question: Question) -> bool:
    """Whether the rest is not asked for: "il ne fait que cela ?", but not "sinon que fait-il ?"."""
    words = question.words.split()
    left = [word for place, word in enumerate(words) if not _limiting(words, place)]
    asks = not table().asking_what.isdisjoint(left) or _says(table().beside, question)
    return len(left) < len(words) and not asks


def _limiting(words: Sequence[str], place: int) -> bool:
    if words[place] in table().que:
        return not table().que_after.isdisjoint(words[max(0, place - NEAR) : place])
    return words[place] in table().limits


def _says(phrases: frozenset[str], question: Question) -> bool:
    words = f" {question.words} "
    return any(f" {one} " in words for one in phrases)
