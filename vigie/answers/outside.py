"""What a message asks that is no fact: help, or what the document has nothing on."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.model import FACTS, Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.understand import OPEN, TOLD, Understood
from vigie.answers.reply import Reply
from vigie.answers.view import View

OUTSIDE, HARDLY = 0.5, 0.3
"""How likely a message asks for what the document does not cover, for a question of fact of which
Vigie is less sure than the other to give way."""
KNOWN = 0.35
"""Share of known words under which a message that names nothing is no French."""
CLEARLY = 2.0
"""How much likelier than a tale the form of a message is such a question, for it to be refused
though a heavier reader hears a tale."""


def asked_beside(question: Question, found: Understood, act: str) -> Optional[Query]:
    """What the message more likely than not asks that is no fact, if it does: help, which goes
    before all else, or what the document has nothing on."""
    likely = sum(p for form, p in question.forms if form.startswith(f"{act} "))
    return _read(found, act) if likely >= OUTSIDE else None


def no_tale(question: Question, found: Understood) -> Optional[Query]:
    """What a message that seems to tell something asks for in vain: "'; DROP TABLE agencies; --"
    tells nothing. None where it names a thing of the document or has a topic of it, or may well be
    a tale."""
    named = any(not one.weak for one in found.evidence.things)
    if named or question.topics or not question.forms:
        return None
    form, likely = question.forms[0]
    surer = likely > CLEARLY * dict(question.forms).get(TOLD, 0.0)
    return _read(found, "none") if form.startswith("none ") and surer else None


def of_ordinary_work(question: Question, found: Understood, view: View) -> Optional[Reply]:
    """That the document says nothing of hours, leave and dismissals as such, for whoever asks who
    sees to them: of the topics that are near, each would send them to the wrong door. With the
    hotline, for whoever is made to work. None for any other message."""
    best = found.readings[0].query.act if found.readings else ""
    acts = best in (*FACTS, *OPEN) or (best == "none" and found.sure < OUTSIDE)
    traded = tuple(closed("ordinary_work.but_not"))
    more = question.ids() or any(word.startswith(traded) for word in question.words.split())
    if not acts or more or not says(closed("ordinary_work.of"), question.words):
        return None
    lead = view.say("ordinary_work", phone=view.knowledge.safety.phone)
    return Reply(lead, kind="refusal", reason="near")


def _read(found: Understood, act: str) -> Optional[Query]:
    """The best reading of an act."""
    return next((one.query for one in found.readings if one.query.act == act), None)


def is_gibberish(question: Question) -> bool:
    """Whether a message is no French and names nothing."""
    named = question.mentions or question.topics
    return question.known < KNOWN and not named and len(question.words.split()) > 1
