"""What is said to a question: read it, ask the knowledge, render, say, remember."""

from __future__ import annotations

from typing import Any, Optional

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, Restarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import care
from actions.beside import in_its_place, of_the_document, unpromised
from actions.remembered import Care, gone_by
from actions.shelf import shelf
from actions.shorts import with_short
from actions.spoken_to import language_of
from actions.told import Word
from vigie import distress
from vigie.answers.account import MISSED, account, helped
from vigie.answers.converse import converse
from vigie.answers.english import with_english
from vigie.answers.message import render
from vigie.answers.misses import miss
from vigie.answers.question import Focus, Question, read_question
from vigie.answers.reply import Reply
from vigie.answers.typography import typeset
from vigie.distress.asked import AGENCIES

FRENCH = "fr"
"""The language of the answers."""
LOST = ("clarify", "refusal")
"""Kinds of reply to whoever was not understood."""
NOTHING = Focus()
"""Where nothing was said before."""
ENGLISH = "english"
"""The reason of a reply that says itself, in English, in which language Vigie answers."""


def respond(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Say the reply to a message that is no call for help, and return the slots that changed."""
    focus = Focus.read(tracker.slots)
    question = read_question(tracker.latest_message)
    word = care.after(tracker)
    told = of_the_document(question, focus, word.language) if word else None
    alone = told if told and in_its_place(question) else None
    if word and alone is None:
        return _say(word, dispatcher, told, focus)
    answers = shelf()
    reply, after = alone or converse(question, focus, answers.tables, answers.phrases)
    if reply.erases:
        return erase(dispatcher, tracker)
    word = care.unsure(tracker) if _asks_nothing_known(question, reply) else None
    if word:
        return _say(word, dispatcher)
    said = render(reply if Care.of(tracker) is None else unpromised(reply))
    word = _before(question, reply, tracker)
    if word:
        _say(word, dispatcher)
        if reply.kind == "clarify":  # in French, to whoever was asked in their own language
            return gone_by(tracker)
    dispatcher.utter_message(
        text=said.text,
        buttons=[with_short(b, answers.tables.knowledge) for b in said.buttons],
        json_message=with_english(
            {**said.custom, **_counted(question, reply, tracker)},
            said.text,
            answers.tables.english.within(said.text),
        ),
    )
    of_facts = bool(reply.queries) and reply.kind == "answer" and not reply.guessed
    return [*_remembered(after, focus), *gone_by(tracker, of_facts)]


def _before(question: Question, reply: Reply, tracker: Tracker) -> Optional[Word]:
    """A word in their own language for whoever writes in another: to whom was not understood, as
    "Hola, soy voluntaria en un albergue" may go on with a call for help; and, once help was given,
    that what follows is in French."""
    helped_one = Care.of(tracker)
    if helped_one is not None:
        language = language_of(question.text, helped_one)
        told = reply.kind == "answer" and reply.reason != ENGLISH
        text = distress.facts(language) if told else ""
    else:
        language = distress.plain_language(question.text)
        lost = reply.kind in LOST and reply.reason != ENGLISH
        text = distress.hello(question.text) if lost else ""
    return Word(text, language) if text else None


def _say(
    word: Word,
    dispatcher: CollectingDispatcher,
    beside: Optional[tuple[Reply, Focus]] = None,
    before: Focus = NOTHING,
) -> list[EventType]:
    """Say a word on the help that was given, and what the document answers `beside` it, with what
    is remembered of that, after what was spoken of `before`."""
    custom: dict[str, Any] = {"kind": "talk", "lang": word.language, "account": helped()}
    if beside is None:
        dispatcher.utter_message(text=word.text, json_message=custom)
        return list(word.events)
    reply, after = beside
    text = f"{word.text}\n{render(reply).text}"
    english = shelf().tables.english.within(text)
    dispatcher.utter_message(text=text, json_message=with_english(custom, text, english))
    return [*word.events, *_remembered(after, before)]


def _remembered(after: Focus, before: Focus) -> list[EventType]:
    """The slots that a reply changed."""
    known = before.slots()
    return [SlotSet(name, one) for name, one in after.slots().items() if one != known[name]]


def _asks_nothing_known(question: Question, reply: Reply) -> bool:
    """Whether a message was not understood, or is about nothing that the document knows: while
    somebody is being helped, no refusal and no list of subjects is for them."""
    if reply.reason in ("not_understood", "gibberish"):
        return not (question.mentions or question.topics)
    unsure = reply.kind in LOST or reply.guessed
    return unsure and not question.mentions and _of_help(question.text)


def _of_help(text: str) -> bool:
    """Whether a message is no question on public bodies in the language of the answers, being said
    once help was given."""
    on_bodies = distress.follows(text)[:1] == (AGENCIES,)
    return not (on_bodies and distress.language(text) == FRENCH)


def _counted(question: Question, reply: Reply, tracker: Tracker) -> dict[str, Any]:
    """For the server: what to count, and what to keep of a question that was not answered. Nothing
    is kept while somebody is being helped."""
    told = account(question, reply)
    left = miss(question) if told["kind"] in MISSED and Care.of(tracker) is None else None
    kept = {"miss": {"words": list(left.words), "kinds": list(left.kinds)}} if left else {}
    return {"account": told, **kept}


def erase(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Say so, and restart the tracker: nothing of it is kept. Who is being helped hears what stays
    on their device."""
    helped_one = Care.of(tracker)
    lines = [typeset(shelf().phrases.say("erase"))]
    if helped_one is not None:
        call = helped_one.call
        own = distress.after("erased", call.language, voice=call.voice)
        lines = [*(lines if call.language == FRENCH or not own else ()), own]
    dispatcher.utter_message(
        text="\n".join(filter(None, lines)),
        # The channels that keep what was said, to show it again, then forget it too.
        json_message={"kind": "talk", "erased": True},
    )
    return [Restarted()]
