"""Who is right on what was just told: « donc ma collègue a tort ? », « c'est lui qui se trompe ? »
wants a verdict on a claim, and not on anybody; so does « je garde la phrase ou je la biffe ? »."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import Optional

from vigie.answers.grammar import capital
from vigie.answers.guessed import undenied
from vigie.answers.of_a_sentence import of_a_sentence
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.answers.render.answer import answer
from vigie.answers.render.verdict_words import parted
from vigie.answers.render.worded import worded
from vigie.answers.reply import Reply
from vigie.answers.view import View

RUNS = "runs"
"""Relation that holds of more verbs than the document uses: no verdict on it."""
MOST = 3
"""Claims that are judged once more at most."""
JUDGED = {"yes": "judged_so", "no": "judged_not"}
"""What is said of a named claim, by the verdict on it."""


def who_is_right(question: Question, view: View) -> Optional[Reply]:
    """The verdict once more for who asks which of several people is right by the last answer, with
    the claim that it judges, made positive, or each of those that were judged one after the other,
    be it in one message; where there is none that can be put as a question, that
    it is theirs to judge, as what was said is not known in the words of who said it. So too for who
    asks whether it is false, then. None for a message that asks something else, or calls Vigie
    itself wrong."""
    whether = _whether_false().fullmatch(question.words)
    asks = whether or _asks().fullmatch(question.words) or of_a_sentence(question)
    if not view.focus.queries or not asks:
        return None
    claimed = list(takewhile(lambda one: one.act == "verify", stack(view.focus)))[:MOST]
    told = [reply for one in reversed(claimed) if (reply := _judged(one, view))]
    if not told or len(told) < len(claimed) or (len(told) > 1 and any(one.items for one in told)):
        lead = view.say("yours_to_compare" if whether else "yours_to_judge")
        return Reply(lead, kind="talk", focus=view.focus)
    if len(told) == 1:
        return told[0]
    cited = tuple(dict.fromkeys(place for one in told for place in one.places))
    items = tuple(one.lead for one in told)
    return Reply(view.say("judged_each"), items, places=cited, focus=view.focus)


def _judged(last: Query, view: View) -> Optional[Reply]:
    """The verdict on what was claimed, without its "not"."""
    claimed = undenied(last)
    told, claim = answer(claimed, view), worded(claimed, view)
    if told is None or told.kind != "answer" or told.parts or claim is None:
        return None
    verdict, fact = parted(told.lead, view)
    if any(one.relation == RUNS for one in claimed.claims):  # "gère" is more than "finance"
        return told.with_(lead=view.say("understood", question=claim, fact=fact), focus=view.focus)
    response = next((o for v, o in JUDGED.items() if verdict == view.say(v, fact="").strip()), "")
    if response:
        lead = view.say(response, question=claim, fact=capital(fact))
    else:
        lead = view.say("understood", question=claim, fact=capital(told.lead))
    return told.with_(lead=lead, focus=view.focus)


@cache
def _asks() -> re.Pattern[str]:
    """What finds folded words that ask who is right, and nothing else: somebody of theirs, or a
    pronoun, and the verb; or both turned round."""
    beside, verbs = _any(closed("right_or_wrong.beside")), _any(closed("right_or_wrong.verbs"))
    they, whose = _any(closed("right_or_wrong.they")), _any(closed("right_or_wrong.whose"))
    turned = _any(closed("right_or_wrong.turned"))
    right = r"(?:(?:donc|bien|vraiment|eu|alors) )*(?:tort|raison)"
    says = rf"(?:{verbs}) {right}|se tromp(?:e|ent|ait|aient)|(?:s est|se sont) trompee?s?"
    person = rf"(?:{whose}) \w+(?: \w+)?"
    somebody = rf"(?:{they}|{person}(?: et {person})?)"
    asked = rf"(?:(?:{person} )?(?:{turned}) {right}|{somebody} (?:{says}))"
    return re.compile(rf"(?:(?:{beside}) )*{asked}(?: (?:et|ou) {asked})?(?: (?:{beside}))*")


@cache
def _whether_false() -> re.Pattern[str]:
    """What finds folded words that ask whether what was claimed is false, and nothing else: "donc
    c'est faux, on est d'accord ?"."""
    beside, it = _any(closed("right_or_wrong.beside")), _any(closed("right_or_wrong.it_is"))
    false, tags = _any(closed("right_or_wrong.untrue")), _any(closed("right_or_wrong.agreed"))
    so, end = r"(?:donc|alors|du coup)", rf"(?: (?:{tags}|{beside}))*"
    said = rf"(?:(?:{it}) )?(?:(?:donc|bien|alors) )*(?:{false})"
    follows = rf"(?=.*\b{so}\b)|(?=.* (?:{tags})$)"
    return re.compile(rf"(?:{follows})(?:(?:{beside}) )*{said}{end}")


def _any(words: Iterable[str]) -> str:
    """A pattern of any of some groups of words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
