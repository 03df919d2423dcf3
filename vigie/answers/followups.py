"""Messages that lean on what was said before: ellipsis, pronouns, ordinals, sources."""

from __future__ import annotations

import re
from dataclasses import replace

from vigie.answers import counting, updates, wording
from vigie.answers.agencies import which_agency
from vigie.answers.doings import combined
from vigie.answers.grammar import capital, listing
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.roles import describe_aspect
from vigie.answers.view import View


def mention(entity_id: str, view: View) -> Mention:
    """A mention made by the context instead of the text."""
    return Mention((entity_id,), view.kind(entity_id))


def followup_topic(question: Question, view: View) -> Outcome:
    """ "Et pour les écoles ?": the last question asked of another topic."""
    if not question.topics:
        return None
    subject = [s for s in view.focus.subjects if view.kind(s) == "agency"]
    if re.search(r"\b(seul|seule|seuls|autres?)\b", question.words):
        return which_agency(question, view)
    if subject and view.focus.intent in ("describe", "describe_aspect"):
        doers = combined(question.topics, question.scores, view)
        if len(doers) == 1 and wording.has(question.words, "the_one_of"):
            return describe_any(doers[0].id, view)  # "celui des transports": that ministry
        from vigie.answers.roles import matching_duties

        if matching_duties(subject[0], question, view):
            return describe_aspect(question, view)
    return which_agency(question, view)


def still_there(question: Question, view: View) -> Outcome:
    """Whether something exists to this day: the document cannot tell, a confirmed update may."""
    about = question.ids("agency", "body") or view.focus.subjects[:1]
    if not about:
        return None
    changed = updates.about(about, view)
    return Reply(
        view.say("today", written=view.knowledge.source.written),
        kind="answer" if changed else "refusal",
        updates=updates.lines(changed, view),
        focus=Focus("describe", tuple(about), (), tuple(about)),
    )


def before(question: Question, view: View) -> Outcome:
    """ "Et avant ?": the document tells what was created, not what was there until then."""
    return Reply(
        view.say("nothing_before"), kind="refusal", places=view.focus.places, focus=view.focus
    )


def more_details(question: Question, view: View) -> Outcome:
    """All that is known of what was spoken of."""
    ids = (
        question.ids()
        or view.focus.subjects[:1]
        or (view.focus.shown if len(view.focus.shown) == 1 else ())
    )
    if ids:
        return describe_any(ids[0], view)
    if view.focus.shown:
        return Missing("which", view.focus.shown, "describe")
    return Missing("subject")


def ordinal(question: Question, view: View) -> Outcome:
    """ "Le deuxième": of the list last shown, in the order in which it was shown."""
    wanted = counting.ordinals(question.words)
    shown = view.focus.shown
    if not shown or not wanted:
        return None if not wanted else Missing("subject")
    reachable = [p for p in wanted if -len(shown) <= p <= len(shown) and p]
    if not reachable and len(shown) < 2:
        return Missing("subject")
    if not reachable:
        return Reply(view.say("no_such_place", number=len(shown)), focus=view.focus)
    picked = [shown[p - 1 if p > 0 else p] for p in reachable]
    replies = [describe_any(i, view) for i in picked]
    first = replies[0]
    if len(replies) > 1:
        from vigie.answers.render.portrait import summary

        first = Reply(
            view.say("both_of_list"),
            tuple(capital(summary(i, view)) for i in picked),
            places=tuple(dict.fromkeys(p for reply in replies for p in reply.places)),
        )
    return first.with_(focus=replace(Focus("describe", tuple(picked)), shown=shown))


def ask_source(question: Question, view: View) -> Outcome:
    """Which document, and where in it the last answer stands."""
    source = view.knowledge.source
    titles = {section.id: section.title for section in source.sections}
    lead = view.say("source_is", title=source.title, written=source.written)
    address = "source_address" if source.url else "source_no_address"
    lead = f"{lead} {view.say(address, publisher=source.publisher, url=source.url)}"
    after = ""
    if view.focus.places:
        after = view.say(
            "source_place", where=listing([_where(p, titles, view) for p in view.focus.places[:4]])
        )
    return Reply(lead, after=after, focus=view.focus, places=view.focus.places)


def _where(place: tuple[str, int], titles: dict[str, str], view: View) -> str:
    return view.say("where", section=titles.get(place[0], place[0]), paragraph=place[1])


def ask_date(question: Question, view: View) -> Outcome:
    """From when the facts are, why we think so, and what changed since: for what is spoken of,
    or in all."""
    source = view.knowledge.source
    about = question.ids() or view.focus.subjects or view.focus.shown
    changed = updates.about(about, view) if about else updates.confirmed(view)
    focus = view.focus if not question.ids() else Focus("ask_date", question.ids(), (), about)
    if wording.has(question.words, "changed"):
        lead = view.say("changes" if changed else "no_change", written=source.written)
        return Reply(lead, updates=updates.lines(changed, view), focus=focus)
    lead = view.say("source_date", written=source.written, inference=source.inference)
    after = "" if changed else view.say("no_update")
    told = updates.lines(changed, view)
    return Reply(lead, after=after, updates=told, focus=focus, places=view.focus.places)


def are_you_sure(question: Question, view: View) -> Outcome:
    """Stands by what the document says, and where; never insists beyond it."""
    if not view.focus.places:
        return Reply(view.say("sure_of_nothing"), kind="talk")
    titles = {section.id: section.title for section in view.knowledge.source.sections}
    where = listing([_where(p, titles, view) for p in view.focus.places[:3]])
    return Reply(view.say("sure", where=where), focus=view.focus, places=view.focus.places)


def affirm(question: Question, view: View) -> Outcome:
    """A yes to the only choice offered; otherwise a word."""
    return Reply(view.say("affirmed"), kind="talk")


def deny(question: Question, view: View) -> Outcome:
    """A no: ask for the question again."""
    return Reply(view.say("denied"), kind="clarify")
