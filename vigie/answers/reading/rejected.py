"""What a message does without that was just spoken of: "non, pas le TIP", "je parlais des comités,
pas du SPOG". What it asks is asked of something else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.knowledge.text import fold

LEAST = 0.8
"""Likelihood from which a topic that is refused may be what is done without."""
ARTICLES = 3
"""Words between "pas" and the name at most: "pas de la"."""
SPEAKING = "parl"
"""How a word begins by which who writes says of what they speak, or do not: "je ne parle pas
de", "j'ai pas parlé de"."""
_PART = re.compile(r"[^,:;.!?…()«»]+")


def rejected(question: Question, spoken: Collection[str]) -> frozenset[str]:
    """Those of the things and topics spoken of that a message does without."""
    cues = list(_cues(question.text))
    if not cues or not spoken:
        return frozenset()
    named = (
        one
        for mention in question.mentions
        for one in mention.ids
        if any(
            end <= mention.start and _leads_to(question.text[end : mention.start]) for end in cues
        )
    )
    topics = (topic for topic, (_, refused) in question.roles.items() if refused >= LEAST)
    return frozenset(spoken).intersection((*named, *topics))


def repairs(question: Question) -> bool:
    """Whether a message says again what was misread: "non, le DHS", "je parlais des comités"."""
    first = question.words.split()[:1]
    return not closed("repairing_first").isdisjoint(first) or says(
        closed("repairing"), question.words
    )


def only_rejects(question: Question, spoken: Collection[str]) -> bool:
    """Whether a stretch does without something and asks nothing: "non, pas le TIP."."""
    gone = rejected(question, spoken)
    named = [one for one in question.mentions if not gone.isdisjoint(one.ids)]
    if not named:
        return False
    empty = closed("rejecting") | closed("rejecting_after") | closed("rejecting_before")
    return empty.issuperset(fold(question.text_less(named)).split())


def _cues(text: str) -> Iterator[int]:
    """Where each "pas" ends that denies no verb: it opens its clause, or follows "non", or who
    speaks says what they speak of ("je ne parle pas de…"). Stricter than `finer.set_aside.refused`,
    which looks among several that are named: here "c'est pas le TIP ?" still asks of it."""
    for part in _PART.finditer(text):
        before = ""
        for word in re.finditer(r"[^\W_]+", part[0]):
            folded = fold(word[0])
            opens = not before or before in closed("rejecting_after")
            denies = folded in closed("rejecting") and (opens or before.startswith(SPEAKING))
            if denies or (before in closed("rejecting") and folded.startswith(SPEAKING)):
                yield part.start() + word.end()
            before = folded


def _leads_to(between: str) -> bool:
    """Whether articles alone stand between "pas" and what it does without."""
    words = fold(between).split()
    plain = between == "" or not _PART.sub("", between).strip()
    return plain and len(words) <= ARTICLES and closed("rejecting_before").issuperset(words)
