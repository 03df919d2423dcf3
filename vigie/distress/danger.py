"""Whether a message that says that there is no danger now tells of one all the same: "no 911
please, he is hitting me"."""

from __future__ import annotations

import re

from vigie.distress.afterwards import CERTAIN, Afterwards
from vigie.distress.asked import CALM
from vigie.distress.rules import Rules

SIGNS = frozenset({"violence", "threat", "sex", "confine", "force"})
"""What is done or threatened to somebody's body."""
_CLAUSES = re.compile(
    r"[,.;:!?…()\n]+|\b(?:911|mais|but|pero|men|car|parce que|because|porque|paske|and|et|y|epi)\b",
    re.IGNORECASE,
)


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
    clauses = [one for one in _CLAUSES.split(text) if one.strip()]
    showing = [one for one in clauses if _shows(one, rules)]
    if len(clauses) < 2 or not showing:
        return True
    return any(afterwards.kinds(one)[:1] != (CALM,) for one in showing)


def _shows(text: str, rules: Rules) -> bool:
    verdict = rules.judge(text)
    return verdict.now or not SIGNS.isdisjoint(verdict.why)
