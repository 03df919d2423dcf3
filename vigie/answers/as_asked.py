"""What the words of a message ask of its answer beyond the query: no "oui" to a verb that the
document does not use, nor to what its query leaves out."""

from __future__ import annotations

from vigie.answers.elected import as_they_came
from vigie.answers.grammar import capital
from vigie.answers.in_its_paragraph import as_its_paragraph_has_it
from vigie.answers.matter import beside_what_is_said
from vigie.answers.of_nothing_named import of_nothing_named
from vigie.answers.of_one_statement import of_one_statement
from vigie.answers.of_the_line import of_the_line
from vigie.answers.purpose import of_its_purpose
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.evidence import SURE_TOPIC
from vigie.answers.reading.finer.either import asks_either
from vigie.answers.reading.finer.of_the_committees import chairs_committees
from vigie.answers.reading.numbers import numbers
from vigie.answers.reading.still import asks_if_still
from vigie.answers.reading.whether import asks_of_the_text
from vigie.answers.render.duties import doing
from vigie.answers.render.instead import ended
from vigie.answers.render.verdict_words import parted, upheld, without_verdict
from vigie.answers.reply import Reply
from vigie.answers.said_after_all import said_after_all
from vigie.answers.the_same import wants_a_verdict, with_a_verdict
from vigie.answers.unheard import unheard
from vigie.answers.unmeasured import of_its_measure
from vigie.answers.verbs import in_its_words, shares_a_word
from vigie.answers.view import View

OF_ONE = ("get", "describe")
PLAINLY = ("yes", "indeed_yes")
"""Sentences that uphold a claim, whatever the day."""


def as_asked(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A reply to a query as the words of its message ask for it."""
    line = view.knowledge.safety.programme
    asked = query.act in OF_ONE and query.subjects == (line,)
    judged = [one.relation for one in query.claims if one.subject == line] == ["is"]
    if asked or (judged and len(query.claims) == 1):
        return of_the_line(reply, query, question, view)
    if query.act == "select" and _asks_for_a_yes(query, reply, question):
        return reply.with_(lead=view.say("yes", fact=capital(reply.lead)))
    if chairs_committees(query, question, view.focus.shown, view.world):
        return reply.with_(lead=view.say("no_chair_of_committees", fact=capital(reply.lead)))
    reply = _of_its_matter(reply, query, question, view)
    if query.act == "verify" and (
        asks_either(question.text) or unheard(question, query, reply.lead, view.world)
    ):
        reply = _without_a_yes(reply, view)
    elif [one.relation for one in query.claims] == ["count"] and _of_a_share(reply, question):
        reply = reply.with_(lead=capital(parted(reply.lead, view)[1]))
    elif query.act == "verify" and asks_if_still(question.words):
        reply = _of_its_date(reply, question, view)
    if query.act == "compare" and query.about and wants_a_verdict(question.words):
        return with_a_verdict(reply, query, view)
    whole = query.act == "compare" and not query.about and reply.after
    if whole and _asks_what_they_share(question):
        return reply.with_(lead=reply.after, items=(), after="", table=None)
    reply = _known_today(reply, query, question, view)
    reply = as_they_came(of_its_purpose(reply, query, question, view), query, question, view)
    reply = of_its_measure(reply, query, question, view)
    reply = of_nothing_named(reply, query, question, view)
    reply = beside_what_is_said(reply, query, question, view)
    reply = of_one_statement(reply, query, question, view)
    reply = as_its_paragraph_has_it(reply, query, question, view)
    reply = said_after_all(reply, query, question, view)
    return in_its_words(reply, query, question, view)


def _of_its_matter(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A "oui" without "mais ce n'est pas contre la traite" where the message names the other
    matter: "l'EEOC enquête sur les discriminations ?"."""
    verdict, fact = parted(reply.lead, view)
    plain = next((name for name in PLAINLY if verdict == _limited(name, view)), "")
    if not plain or len(query.claims) != 1:
        return reply
    topics = tuple(map(str, query.claims[0].values))
    duties = doing(str(query.claims[0].subject), topics, view).duties
    named = any(question.scores.get(duty.matter or "", 0.0) >= SURE_TOPIC for duty in duties)
    return reply.with_(lead=view.say(plain, fact=fact)) if named else reply


def _limited(name: str, view: View) -> str:
    """The verdict of a name, as that of another matter than trafficking."""
    return view.say(f"{name}_of_another_matter", fact="").strip()


def _known_today(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """Of what has ended since, what is known today in the place of what the document says, where it
    is asked what it does now; or in the place of what that does not give, which may be just that:
    "l'USAID existe encore ?"."""
    if query.act not in OF_ONE or not all(ended(str(one), view) for one in query.subjects):
        return reply
    if query.act == "describe" and not query.about and asks_if_still(question.words):
        return reply.with_(lead=view.say("known_today"), items=(), after="", table=None)
    named = any(score >= SURE_TOPIC for score in question.scores.values())
    exists = asks_if_still(question.words) or says(closed("existing"), question.words)
    if query.want != "other" or not reply.reason or named or not exists:
        return reply
    lead = view.say("claim_unsaid", fact=view.say("known_today"))
    return reply.with_(lead=lead, after="", reason="", kind="answer")


def _without_a_yes(reply: Reply, view: View) -> Reply:
    """What is so, without a "oui" that would be said of more: where one of two things is asked for,
    or something is named that was not read."""
    if not upheld(reply, view) or reply.items:
        return reply
    return reply.with_(lead=capital(without_verdict(reply.lead, view)))


def _of_a_share(reply: Reply, question: Question) -> bool:
    """Whether a message that is read as a number of all says how many of them: "sept, la moitié
    des quatorze"."""
    told = {str(len(reply.items))}
    return says(closed("shares"), question.words) or bool(told & {*numbers(question.words)})


def _of_its_date(reply: Reply, question: Question, view: View) -> Reply:
    """A "oui" as one of the date of the document, where it is asked whether it is still so; none
    where it may be asked whether it always is: "toujours" says both."""
    verdict, fact = parted(reply.lead, view)
    if verdict not in {view.say(name, fact="").strip() for name in ("yes", "yes_then")}:
        return reply
    always = not closed("always").isdisjoint(question.words.split())
    return reply.with_(lead=view.say("then" if always else "yes_then", fact=fact))


def _asks_what_they_share(question: Question) -> bool:
    """Whether of two things only what they share is asked: "juste les points communs"."""
    words = question.words
    return says(closed("in_common"), words) and not says(closed("apart"), words)


def _asks_for_a_yes(query: Query, reply: Reply, question: Question) -> bool:
    """Whether something that somebody does is asked as yes or no, and nobody is named: "on les
    laisse rester, oui ou non ?"."""
    of_text = asks_of_the_text(question.words) and shares_a_word(question.words, reply.lead)
    asks = says(closed("yes_or_no"), question.words) or of_text
    if not asks or query.select is None or question.mentions:
        return False
    does = [(one.key, one.denied) for one in query.select.conditions] == [("does", False)]
    words = question.words.replace("est ce que", "").split()
    denies = not closed("denies").isdisjoint(words) or numbers(question.words)
    told = [str(one) for each in query.select.conditions for one in each.values]
    if not any(question.scores.get(topic, 0.0) >= SURE_TOPIC for topic in told):
        return False  # "oui ou non, le Sénégal y est ?" is no question on what was told before
    shown = reply.kind == "answer" and reply.focus is not None and reply.focus.shown
    return bool(shown) and does and not denies
