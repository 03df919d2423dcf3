"""Whether a message that says that there is no danger now tells of one all the same: "no 911
please, he is hitting me"."""

from __future__ import annotations

from vigie.distress.afterwards import CERTAIN, Afterwards
from vigie.distress.asked import CALM
from vigie.distress.parts import clauses
from vigie.distress.rules import Rules

VIOLENCE = "violence"
"""The sign for which the emergency number comes first, whatever is said beside."""
HURT = frozenset({VIOLENCE, "threat"})
"""The signs of what is done or threatened to somebody's body."""
SIGNS = HURT | {"sex", "confine", "force"}
"""These, and that somebody is locked in, or made to do something."""


def is_no_danger(text: str, rules: Rules, afterwards: Afterwards) -> bool:
    """Whether `text` nearly certainly says that there is no danger now, or that the emergency
    number is not for it, and tells of none."""
    if afterwards.surely(text, CERTAIN) != CALM:
        return False
    return not tells_of_danger(text, rules, afterwards)


def tells_of_danger(text: str, rules: Rules, afterwards: Afterwards) -> bool:
    """Whether the rules see danger in `text`, and a clause that holds it does not deny it; where
    it stands in none, or the message is of one clause, it counts."""
    if not _shows(text, rules):
        return False
    each = clauses(text)
    showing = [one for one in each if _shows(one, rules)]
    if len(each) < 2 or not showing:
        return True
    return any(afterwards.kinds(one)[:1] != (CALM,) for one in showing)


def _shows(text: str, rules: Rules) -> bool:
    verdict = rules.judge(text)
    return verdict.now or not SIGNS.isdisjoint(verdict.why)
