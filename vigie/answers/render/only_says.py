"""What the document does say of something, where it may well not say what is asked or claimed:
neither "oui" nor "non", and nothing that reads as a denial of the fact beside it."""

from __future__ import annotations

import re

from vigie.answers.grammar import VOWELS, capital, sentence
from vigie.answers.sentences import sentences
from vigie.answers.view import View

BEGINS = ("Il", "Elle", "Ils", "Elles", "Le", "La", "Les", "Aucun", "Ce", "Sa", "Son", "L")
"""Words by which a sentence begins whose first letter is small after "que"; a name keeps its
capital."""

THE_DOCUMENT = "Le document "
"""How a fact begins that says already whose it is."""


def only_says(fact: str, view: View) -> str:
    """That the document says no more of a matter than a fact, which is a sentence or several: "À ce
    sujet, le document dit seulement que l'EEOC engage des poursuites."; without a fact, that it
    does not tell."""
    if not fact:
        return view.say("not_told")
    if fact.startswith(THE_DOCUMENT):  # "le document dit que le document…" says it twice
        return sentence(fact)
    if len(sentences(fact)) > 1:
        return view.say("says_only_this", fact=sentence(fact))
    return sentence(view.say("says_only", fact=that(fact)))


def that(fact: str) -> str:
    """A sentence as what is said: "que l'EEOC engage des poursuites"."""
    told = fact.rstrip(". ")
    if re.split(r"[ '’]", told)[0] in BEGINS:
        told = f"{told[0].lower()}{told[1:]}"
    return f"qu'{told}" if told.startswith(VOWELS) else f"que {told}"


def says_no_more(lead: str, view: View) -> bool:
    """Whether a reply begins so."""
    begun = (view.say(name, fact="").strip(" .") for name in ("says_only", "says_only_this"))
    return any(lead.startswith(one) for one in begun)


def without_what_is_told(lead: str, told: str, view: View) -> str:
    """A sentence that the document says only a fact, which was told before it in the same reply: as
    one that it does not tell more."""
    begun = view.say("says_only", fact="").strip(" .")
    before, found, fact = lead.partition(f"{begun} qu")
    fact = fact.removeprefix("e ").lstrip("'’")
    return f"{before}{view.say('not_told')}" if found and capital(fact) in told else lead
