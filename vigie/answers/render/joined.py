"""Verdicts on several claims in one reply: each with its fact, none twice."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import first_sentence, sentence
from vigie.answers.reply import Reply
from vigie.answers.view import View

ENDS = " .:\u00a0\u202f"


UPHELD = ("yes", "yes_then", "indeed_yes", "indeed_yes_then")
"""Sentences that uphold what is claimed."""
BARE = (*UPHELD, "no", "no_then", "indeed_no", "partly")
"""Sentences that say nothing without the fact that follows them."""


def without_list(reply: Reply, view: View) -> str:
    """What is told of a claim beside others, without the sentence that begins a list, if it is not
    all that is told: « Non. Le document en cite sept (la formation). »"""
    lead = reply.lead.rstrip()
    if not lead.endswith(":"):
        return sentence(lead)
    before = lead.rpartition(". ")[0]
    bare = before in {view.say(name, fact="").strip(ENDS) for name in BARE}
    return sentence(lead.rstrip(ENDS) if bare else before)


def said_once(facts: Sequence[str]) -> str:
    """Facts one after the other, with "oui" or "non" before the first alone; a fact that denies one
    claim and upholds the other ("c'est le DoJ, pas le HHS ?") once."""
    verdict, told = first_sentence(facts[0]), facts[0].partition(". ")[2]
    rest = (fact.removeprefix(f"{verdict}.").strip() for fact in facts[1:])
    return " ".join((facts[0], *(one for one in rest if one.partition(". ")[2] != told)))
