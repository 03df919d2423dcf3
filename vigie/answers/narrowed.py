"""A claim that narrows: "l'USDA forme uniquement ses employés ?", "n'enquête que sur le sol
américain". No form of query has whom or where alone: the fact itself tells whether it names
more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Optional

from vigie.answers.grammar import capital, sentence
from vigie.answers.query.model import Claim, Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.render.answer import answer
from vigie.answers.render.only_says import only_says, says_no_more
from vigie.answers.render.verdict_words import upheld
from vigie.answers.reply import Reply
from vigie.answers.sentences import sentences
from vigie.answers.view import View
from vigie.knowledge.text import fold

DOES = "does"
NEAR = 6
"""Words between "ne" and its "que" at most: "n'enquête sur la traite que sur le sol américain"."""
ALIKE, LEAST = 5, 4
"""First letters by which two words are one, and letters of a word that says something."""
VERBS = ("er", "ir", "re")
"""How a verb ends: "ne fait qu'enquêter" narrows what is done, and not whom or where."""
_PARTS = re.compile(r", | et | ou |\bainsi que ")
_WORD = re.compile(r"\w+")


def narrowed(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A reply to a claim of whom, what or where alone somebody does something: "non, pas seulement"
    where the document names more beside it; where it does not, no "oui", as it says nowhere that
    there is nothing else. As it is where nothing is narrowed so."""
    claim = query.claims[0] if query.act == "verify" and len(query.claims) == 1 else None
    if claim is None or claim.relation != DOES or claim.only or not isinstance(claim.subject, str):
        return reply
    stretch, denied = _stretch(question.words.split())
    if not stretch or (claim.whole and not _of_whom_or_where(question.words.split(), stretch)):
        return reply
    told = _facts(claim, view)
    if told is None:
        return reply
    name = view.entity(claim.subject).name
    for fact in _lines(told):
        done = fact.replace(name.fr, "", 1)
        if _names_more(done, stretch):
            lead = view.say("indeed_not_only" if denied else "not_only", fact=capital(fact))
            return told.with_(lead=lead, items=(), after="")
    if says_no_more(reply.lead, view) or not (claim.whole or upheld(reply, view)):
        return reply
    (first, *others) = _lines(told)
    return told.with_(lead=only_says(" ".join((first, *others)), view), items=(), after="")


def _facts(claim: Claim, view: View) -> Optional[Reply]:
    """What the document says that somebody does of the matter of a claim."""
    topics = tuple(str(one) for one in claim.values if view.index.is_topic(str(one)))
    if not topics or str(claim.subject) not in view.index:
        return None
    reply = answer(Query("describe", subjects=(claim.subject,), about=topics), view)
    return reply if reply is not None and reply.kind == "answer" and not reply.reason else None


def _lines(told: Reply) -> list[str]:
    """Its facts, a sentence each; of a list each line."""
    return [sentence(one) for one in told.items] or [sentence(x) for x in sentences(told.lead)]


def _stretch(words: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The words to which a message narrows what somebody does, and whether it denies that it is
    so narrow ("pas que"); none where it narrows nothing."""
    for place in range(len(words) - 1):
        if not _narrows(words, place):
            continue
        rest = words[place + 1 :]
        end = next((n for n, one in enumerate(rest) if one in closed("narrows.ends")), len(rest))
        said = tuple(one for one in rest[:end] if _says(one))
        return said, place > 0 and words[place - 1] == "pas"
    return (), False


def _narrows(words: Sequence[str], place: int) -> bool:
    """Whether a word is "seulement", or the "que" of a "ne… que"."""
    if words[place] in closed("limits.words"):
        return True
    about = words[max(0, place - NEAR) : place]
    begun = max((n for n, one in enumerate(about) if one in ("ne", "n")), default=None)
    return words[place] in closed("limits.que") and begun is not None and len(about) - begun > 1


def _says(word: str) -> bool:
    return (len(word) >= LEAST or word == "sol") and word not in closed("narrows.empty")


def _of_whom_or_where(words: Sequence[str], stretch: Sequence[str]) -> bool:
    """Whether it is narrowed to people whom something is done to, or to a place, and not to the one
    thing that is done: "ne fait que former", "s'occupe uniquement de la formation"."""
    people = tuple(closed("limits.verbs_of_people"))
    of_people = any(one.startswith(people) for one in words[: words.index(stretch[0])])
    verb = stretch[0].endswith(VERBS)
    return not verb and (of_people or closed("narrows.home").issuperset(stretch))


def _names_more(fact: str, stretch: Sequence[str]) -> bool:
    """Whether a fact names what it is narrowed to and, in the same row, something else; or, of who
    acts at home alone, that they act abroad."""
    if closed("narrows.home").issuperset(stretch):
        return any(fold(one).startswith(tuple(closed("narrows.abroad"))) for one in _words(fact))
    wanted = {_stem(one) for one in stretch}
    if not wanted <= {_stem(fold(one)) for one in _words(fact)}:
        return False
    parts = [part for part in _PARTS.split(fact.rstrip(". ")) if part]
    named = [bool(wanted & {_stem(fold(one)) for one in _words(part)}) for part in parts]
    pairs = zip(named, named[1:], parts[1:])
    return any(one != other and _is_noun(part) for one, other, part in pairs)


def _is_noun(part: str) -> bool:
    """Whether a part of a row begins as a thing does, and not as another verb: "ses inspecteurs",
    "employés civils", "en équité"."""
    first = fold(part).split()[:1]
    return bool(first) and (first[0] in closed("narrows.heads") or first[0][-1] in "sx")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _stem(word: str) -> str:
    return (word[:-1] if len(word) > LEAST and word[-1] in "sx" else word)[:ALIKE]
