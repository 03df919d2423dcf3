"""A claim that narrows: "l'USDA forme uniquement ses employés ?", "n'enquête que sur le sol
américain". No form of query has whom or where alone: the fact itself tells whether it names
more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vigie.answers.grammar import capital, sentence
from vigie.answers.kin import stem, stems
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.render.duties import does, doing
from vigie.answers.render.instead import ended
from vigie.answers.render.only_says import only_says, says_no_more
from vigie.answers.render.verdict_words import upheld
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.organisations import Duty
from vigie.knowledge.text import fold

DOES, DENIED = "does", "pas"
NEAR = 6
"""Words between "ne" and its "que" at most: "n'enquête sur la traite que sur le sol américain"."""
LEAST = 4
"""Letters of a word that says something."""
VERBS = ("er", "ir", "re")
"""How a verb ends: "ne fait qu'enquêter" narrows what is done, and not whom or where."""
_PARTS = re.compile(r", | et | ou |\bainsi que ")


def narrowed(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A reply to a claim of whom, what or where alone somebody does something: "non, pas seulement"
    where the document names more beside it; where it does not, no "oui", as it says nowhere that
    there is nothing else. As it is where nothing is narrowed so."""
    claim = query.claims[0] if query.act == "verify" and len(query.claims) == 1 else None
    if claim is None or claim.relation != DOES or claim.only or not isinstance(claim.subject, str):
        return reply
    words = _said_of(claim.subject, question)
    stretch, denied = _stretch(words)
    if not stretch or (claim.whole and not _of_whom_or_where(words, stretch)):
        return reply
    duties = doing(claim.subject, tuple(map(str, claim.values)), view).duties
    if not duties or ended(claim.subject, view):
        return reply
    for duty in duties:
        if _names_more(duty.does, stretch):
            response = "indeed_not_only" if denied else "not_only"
            fact = view.say("agency_does", agency=view.noun(claim.subject), duties=duty.does)
            return _told(view.say(response, fact=capital(sentence(fact))), (duty,), reply)
    if says_no_more(reply.lead, view) or not (claim.whole or upheld(reply, view)):
        return reply
    facts = capital(sentence(does(claim.subject, tuple(map(str, claim.values)), view)))
    return _told(only_says(facts, view), duties, reply)


def _told(lead: str, duties: Sequence[Duty], reply: Reply) -> Reply:
    """A reply that tells this, where these duties are told."""
    return reply.with_(lead=lead, items=(), after="", places=places(*duties))


def _said_of(subject: str, question: Question) -> list[str]:
    """The words that follow the name of who is spoken of; all of them where it is not named."""
    ends = [one.end for one in question.mentions if subject in one.ids]
    return (fold(question.text[ends[0] :]) if ends and ends[0] else question.words).split()


def _stretch(words: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The words to which a message narrows what somebody does, and whether it denies that it is
    so narrow ("pas que"); none where it narrows nothing."""
    for place in range(len(words) - 1):
        if not _narrows(words, place):
            continue
        rest = words[place + 1 :]
        end = next((n for n, one in enumerate(rest) if one in closed("narrows.ends")), len(rest))
        said = tuple(one for one in rest[:end] if _says(one))
        return said, place > 0 and words[place - 1] == DENIED
    return (), False


def _narrows(words: Sequence[str], place: int) -> bool:
    """Whether a word is "seulement", or the "que" of a "ne… que", be it "ne… pas que": not that of
    "je ne crois pas que", nor of "parce que"."""
    if words[place] in closed("limits.words"):
        return place == 0 or words[place - 1] != "non"
    about = words[max(0, place - NEAR) : place]
    begun = max((n for n, one in enumerate(about) if one in ("ne", "n")), default=None)
    if words[place] not in closed("limits.que") or begun is None or len(about) - begun < 2:
        return False
    *between, last = about[begun + 1 :]
    if DENIED in between or not closed("narrows.opinion").isdisjoint((*between, last)):
        return False
    return last == DENIED or last not in closed("narrows.not_after")


def _says(word: str) -> bool:
    told = len(word) >= LEAST or word in closed("narrows.home")
    return told and word not in closed("narrows.empty")


def _of_whom_or_where(words: Sequence[str], stretch: Sequence[str]) -> bool:
    """Whether it is narrowed to people whom something is done to, to a place, or to what a verb is
    about ("enquête seulement sur le travail forcé"), and not to the one thing that is done: "ne
    fait que former", "s'occupe uniquement de la formation", "travaille juste sur la prévention"."""
    people = tuple(closed("limits.verbs_of_people"))
    before = words[: words.index(stretch[0])]
    of_people = any(one.startswith(people) for one in before)
    works = any(one.startswith(tuple(closed("narrows.working"))) for one in before)
    about = not works and not closed("narrows.about").isdisjoint(_nearest(before))
    verb = stretch[0].endswith(VERBS)
    return not verb and (of_people or about or closed("narrows.home").issuperset(stretch))


def _nearest(before: Sequence[str]) -> Iterator[str]:
    """The small words just before what is narrowed to."""
    for word in reversed(before):
        if _says(word) or word in closed("limits.words") | closed("limits.que"):
            return
        yield word


def _names_more(fact: str, stretch: Sequence[str]) -> bool:
    """Whether a fact names what it is narrowed to and, in the same row, something else; or, of who
    acts at home alone, that they act abroad."""
    if closed("narrows.home").issuperset(stretch):
        return any(one.startswith(tuple(closed("narrows.abroad"))) for one in fold(fact).split())
    wanted = {stem(one) for one in stretch}
    if not wanted <= stems(fact):
        return False
    row, _, _ = fact.partition(" pour ")
    parts = [part for part in _PARTS.split(row.rstrip(". ")) if part]
    named = [bool(wanted & stems(part)) for part in parts]
    rest = parts[1:]  # the first one begins with the verb
    headed = [fold(part).split()[0] in closed("narrows.heads") for part in rest]
    things = [
        False,
        *(one or (not any(headed) and _is_several(part)) for one, part in zip(headed, rest)),
    ]
    pairs = zip(range(len(parts)), range(1, len(parts)))
    return any(
        named[one] != named[other] and things[other if named[one] else one] for one, other in pairs
    )


def _is_several(part: str) -> bool:
    """Whether a part of a row begins as several things do, and not as a verb: "employés civils"."""
    return fold(part).split()[0][-1] in "sx"
