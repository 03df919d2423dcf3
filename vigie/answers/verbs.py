"""Words that ask for more than a topic: of "le HHS gère la ligne ?" the document says that he
finances it, of "il identifie lui-même les victimes ?" that he helps to; "oui" would say more."""

from __future__ import annotations

from vigie.answers.query.model import Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.small_words import says, small_words
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.text import fold

SAID_OF = ("does", "runs")
"""Relations that hold whatever the verb."""
VERDICTS = ("yes", "yes_then")


def in_its_words(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """`reply`, without its "oui" where the message asks by a verb that the document does not use,
    or says "lui-même" or "uniquement" of what has no place for it in the query: that the document
    does not say so in these words, then what it says."""
    if len(query.claims) != 1 or query.claims[0].relation not in SAID_OF:
        return reply
    begun = (view.say(name, fact="").strip() for name in VERDICTS)
    fact = next((reply.lead.removeprefix(one).strip() for one in begun if _begins(reply, one)), "")
    (claim,) = query.claims
    plain = not (claim.only or claim.whole or isinstance(claim.subject, Select))
    more = _says_more(question.words, fact) or (plain and _restricts(question.words))
    if not fact or not more:
        return reply
    return reply.with_(lead=view.say("not_in_these_words", fact=fact))


def _begins(reply: Reply, verdict: str) -> bool:
    return reply.lead.startswith(f"{verdict} ")


def _restricts(words: str) -> bool:
    """Whether folded words narrow what they claim, or claim it of all."""
    return says((*small_words().limits, *small_words().in_person), words)


def _says_more(words: str, fact: str) -> bool:
    """Whether some verb among folded words has none of its like in a fact."""
    told = fold(fact).split()
    for word in words.split():
        for verb, alike in small_words().verbs.items():
            if word.startswith(verb) and not any(one.startswith(alike) for one in told):
                return True
    return False
