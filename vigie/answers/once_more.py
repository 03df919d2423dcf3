"""What is said where the answer to a message is that which was just given."""

from __future__ import annotations

from vigie.answers import clarify
from vigie.answers.grammar import capital, sentence, unique
from vigie.answers.matter import has_no_name
from vigie.answers.query.model import Query, arguments
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.table import table
from vigie.answers.render.answer import answer
from vigie.answers.render.attributes import unsaid_of
from vigie.answers.render.verdict_words import without_verdict
from vigie.answers.render.worded import worded
from vigie.answers.reply import Reply
from vigie.answers.retold import told
from vigie.answers.sentences import sentences
from vigie.answers.view import View


def once_more(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """An answer that tells what the last one told; where Vigie is unsure of the question, which of
    the things just told is meant, where it leans on them ("et l'autre ?"), or that it knows no
    more than that: who asks otherwise hardly asks for the same again, unless they name what they
    ask about and nothing else, or give it as one of two."""
    if has_no_name(query):
        if query.subjects == (view.knowledge.safety.programme,) and reply.after:
            return reply.with_(
                lead=reply.after, after="", places=()
            )  # what the line says of it, alone
        return _nothing_of_it(reply, query, view)
    about = {one for one in arguments(query) if one in view.index}
    chooses = not table().either.isdisjoint(question.words.split())
    plain = chooses or (query.act != "verify" and bool(about) and about == {*question.ids()})
    asked = worded(query, view) if reply.guessed and not plain else None
    if reply.guessed and plain:
        reply = reply.with_(lead=reply.fact or reply.lead, choices=(), guessed=False)
    if asked is None:
        if query.act != "verify":
            return reply.with_(lead=view.say("nothing_else", fact=capital(reply.lead)))
        # What is objected may be more than was judged.
        fact = reply.lead if _wants_a_yes(question) else without_verdict(reply.lead, view)
        return reply.with_(lead=view.say("said_again", fact=capital(fact)))
    return clarify.of_the_list(question, view) or _no_more(reply, asked, view)


def _wants_a_yes(question: Question) -> bool:
    """Whether a yes or a no is wanted, and nothing else said: "oui ou non ?"."""
    only = closed("tags").issuperset(question.words.split())
    return only and says(closed("yes_or_no"), question.words)


def _nothing_of_it(reply: Reply, query: Query, view: View) -> Reply:
    """That the document does not say it, without what was just told in its place."""
    facts = view.say("claim_facts", fact="").strip()
    if query.act == "get" and reply.lead.startswith(facts):
        refusal = unsaid_of(query.want, [str(one) for one in query.subjects], view)
        return reply.with_(lead=sentence(refusal), items=(), after="", reason=query.want)
    leads = [reply.fact] if reply.fact else [lead for lead, _ in told(reply)]
    first = unique(sentence(sentences(lead)[0]) for lead in leads if lead)
    short = reply.with_(lead=" ".join(first), items=(), after="", table=None, guessed=False)
    return short.with_(parts=())


def _no_more(reply: Reply, asked: str, view: View) -> Reply:
    """That no more is known of what may be asked; then what else is told of the one agency that was
    spoken of: that may be it."""
    lead = view.say("nothing_more", question=asked)
    subjects, topics = view.focus.subjects, view.focus.topics
    if len(subjects) == 1 and topics and view.kind(subjects[0]) == "agency":
        rest = answer(Query("describe", subjects=subjects, beside=topics), view)
        if rest is not None and rest.items:
            return rest.with_(lead=f"{lead} {rest.lead}", focus=reply.focus)
    return reply.with_(lead=lead, items=(), after="", table=None)
