"""Of whom, or of what, a message says that there is nothing else.

"Seul le DHS enquête" says it of the DHS; "le DHS n'enquête que sur cela", of what it does; "le DoJ
et le DHS sont les seuls à enquêter", of both together. Forms know the first alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import SORTS, Claim, Condition, Query, Select
from vigie.answers.query.relations import ANY, EXCLUSIVE
from vigie.answers.question import WORD, Mention, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.finer.crossed import joined
from vigie.answers.reading.table import table

NEAR = 4
"""Words between "ne" and its "que"."""
VERBS = ("er", "ir", "re")
"""How a verb ends after "ne… que": "ne font qu'enquêter"."""
OWNING = ("publishes", "runs")
"""Relations of somebody to what is theirs."""
NE, DENIED = ("ne", "n"), "pas"
ONE = "1"


def limited(query: Query, question: Question) -> Query:
    """`query`, with what the message says of "seul", "que", "uniquement"."""
    if query.act == "verify":
        turned = tuple(_turned(one, question) for one in query.claims)
        together = _together(turned, question)
        return replace(query, claims=(together,) if together else turned)
    if query.act == "describe" and query.beside and len(query.subjects) == 1:
        return _said_whole(query, question)
    return query


def _said_whole(query: Query, question: Question) -> Query:
    """What somebody does beside something, where it is not asked for but said to be nothing: "il
    ne fait que cela ?", and not "à part cela, que fait-il ?" nor "juste le reste"."""
    words = question.words.split()
    left = [word for place, word in enumerate(words) if not _limits(words, place)]
    speaks = question.mentions or not table().subjects.isdisjoint(words)
    asks = not table().asking_what.isdisjoint(left) or says(closed("limits.beside"), question.words)
    if len(left) == len(words) or asks or not speaks:
        return query
    claim = Claim("does", query.subjects[0], query.beside, DENIED in words, whole=True)
    return Query("verify", claims=(claim,))


def _turned(claim: Claim, question: Question) -> Claim:
    """A claim of nobody else as one of nothing else, where the message says so; one that says
    neither, where it says "ne… que"."""
    if claim.relation not in EXCLUSIVE or not isinstance(claim.subject, str):
        return claim
    words = question.words
    if claim.whole and claim.relation == "does" and _narrows_whom(words.split()):
        return replace(claim, whole=False)
    but_one = says(closed("limits.of_such" if not claim.whole else "limits.but_one"), words)
    alone = but_one and claim.relation == OWNING[0]
    if alone and not claim.only and not claim.denied and claim.values == (ANY,):
        some = Select("report", (Condition("by", (claim.subject,)),))
        return Claim("count", some, (ONE,))
    if claim.only and claim.relation in OWNING and says(closed("limits.of_such"), words):
        return replace(claim, only=False, whole=True)
    if says(closed("limits.alone"), words):
        return claim
    not_only = claim.denied and says(closed("limits.not_only"), words)
    if not not_only and not limits_after(claim.subject, question, claim.only):
        return claim
    return replace(claim, only=False, whole=True)


def limits_after(subject: str, question: Question, any_word: bool) -> bool:
    """Whether "ne… que" before what somebody does, or `any_word` as "uniquement", stands beyond
    the name of the subject, or its pronoun."""
    ends = [one.end for one in question.mentions if subject in one.ids]
    end = ends[0] if ends else 0
    found = list(WORD.finditer(question.text.lower()))
    words = [one.group() for one in found]
    for place, word in enumerate(found):
        touching = place and ends and found[place - 1].end() == end
        alone = place + 1 < len(words) and words[place + 1] in closed("limits.alone_before")
        says = _limits(words, place) if any_word else _bare(words, place)
        if word.start() >= end and not touching and not alone and says:
            return True
    return False


def _limits(words: Sequence[str], place: int) -> bool:
    """Whether a word says that there is nothing else: "uniquement", or the "que" of "ne… que"."""
    before = words[place - 1] if place else ""
    if words[place] in closed("limits.que"):
        return not closed("limits.que_after").isdisjoint(words[max(0, place - NEAR) : place])
    if words[place] in closed("limits.of_oneself"):
        return before in ("se", "s")
    return words[place] in closed("limits.words") and before not in (DENIED, "non")


def _bare(words: Sequence[str], place: int) -> bool:
    """Whether a word is the "que" of "ne… que", and of no "ne… pas que", before a verb or "cela":
    "ne forme que des juges" narrows whom it trains, not what it does."""
    before = words[max(0, place - NEAR) : place]
    begun = max((n for n, word in enumerate(before) if word in NE), default=len(before))
    after = words[place + 1] if place + 1 < len(words) else ""
    all_of_it = after.endswith(VERBS) or after in closed("limits.just_this")
    said = words[place] in closed("limits.que") and begun < len(before)
    return said and DENIED not in before[begun:] and all_of_it


def _narrows_whom(words: Sequence[str]) -> bool:
    """Whether "ne… que" stands about a verb of what is done to people and before a noun: "ne forme
    que les soldats" tells whom alone they train, "ne fait que former" what alone they do."""
    of_people = tuple(closed("limits.verbs_of_people"))
    for place, word in enumerate(words[:-1]):
        before = words[max(0, place - NEAR) : place]
        about = [one for n, one in enumerate(before) if not set(NE).isdisjoint(before[:n])]
        narrows = any(one.startswith(of_people) for one in about) and DENIED not in about
        if word in closed("limits.que") and narrows:
            return words[place + 1] in closed("limits.whom_after")
    return False


def _together(claims: Sequence[Claim], question: Question) -> Optional[Claim]:
    """The claims of several, of each the same, as one of all of them: of two, neither is the only
    one. Whoever is named together with them is one of them."""
    alike = {(one.relation, one.values, one.denied, one.whole) for one in claims}
    said = any(one.only for one in claims) or says(closed("limits.together"), question.words)
    if len(claims) < 2 or len(alike) > 1 or not said or claims[0].whole:
        return None
    first, subjects = claims[0], [one.subject for one in claims]
    named = [m for m in question.mentions if len(m.ids) == 1]
    if not any(m.excluded for m in named if m.ids[0] in subjects):  # as "seuls" may have it heard
        named = [m for m in named if not m.excluded]
    kinds = {m.kind for m in named if m.ids[0] in subjects}
    if len(kinds) != 1 or not kinds <= set(SORTS) or first.relation not in EXCLUSIVE:
        return None
    (kind,) = kinds
    some = [m.ids[0] for m in _joined(named, question.text, subjects) if m.kind == kind]
    among = Select(kind, among=tuple(dict.fromkeys(some)))
    return replace(first, subject=among, only=True)


def _joined(
    mentions: Sequence[Mention], text: str, subjects: Sequence[object]
) -> Iterator[Mention]:
    """Those that are subjects, and those named in one breath with one."""
    for run in joined(mentions, text):
        if any(one.ids[0] in subjects for one in run):
            yield from run
