"""What is said after a call for help; what is remembered of it is in `remembered.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from rasa_sdk import Tracker
from rasa_sdk.events import EventType

from actions.of_agencies import on_agencies, plainly_asks
from actions.remembered import LASTS, LINGERS, Care
from actions.spoken_to import asks_calmly, is_news, known, language_of, placed
from actions.told import Word, answers, tell, topics_of
from vigie import distress
from vigie.distress.asked import AGENCIES, ASKING, CALM, OUT
from vigie.distress.call import Call, read
from vigie.distress.judge import TOGETHER
from vigie.distress.parts import sentences

WORDED = ("fr", "en", "es", "ht")
"""The languages in which the talk goes on."""
SHORT = 30
"""Words up to which a message after the help may be about it, and no call of its own: a longer one
tells a story. See evaluation/notes/distress.md."""
WHOLE = 2
"""How often the help is said as a whole, the second time to who tells what is done to somebody;
then in short, but where there is news of danger."""
CLOSING = ("thanks", "fine", CALM)
"""What asks nothing, and has a word all the same."""
OF_ANYTHING = "freely"
"""Of the help, whether one may hang up, and how long it takes: of much else too."""
ENDED = (*CLOSING, "safe")
"""What is no call where that is sure, and nothing is done to anybody in it."""


def called(tracker: Tracker) -> Optional[Call]:
    """The call for help in the last message, or in it and those right before together."""
    if asks_of_bodies(tracker):
        return None
    message = tracker.latest_message
    found, before = read(message.get("distress")), _before(tracker)
    if found or ("distress" in message and not before):
        return found
    return distress.detect(str(message.get("text") or ""), before)


def asks_of_bodies(tracker: Tracker) -> bool:
    """Whether a message surely asks of public bodies, once help was given, and tells of no danger:
    "who in the government helps the victims?" is then no call."""
    text = str(tracker.latest_message.get("text") or "")
    care = Care.of(tracker)
    if care is None or language_of(text, care) not in WORDED or distress.surely(text) != AGENCIES:
        return False
    return not (is_news(text) or distress.is_pressing(text) or distress.is_hurt(text))


def help_for(call: Call, tracker: Tracker) -> tuple[Call, str, EventType]:
    """What to say to a `call`, in other words than the last time, and what to remember: as a whole
    or, where that was said and nothing more is told, in short, after what it asks."""
    care, text = Care.of(tracker), str(tracker.latest_message.get("text") or "")
    if care is None:
        return call, distress.reply(call), Care(call, helped=1, told=call.asked).slot()
    call = known(call, care, text)
    asked = [one for one in call.asked if one in ASKING and not call.immediate]
    told = (*care.told, *asked)
    if _tells_nothing_new(text, care):
        said = "\n".join([*answers(asked, call, care), distress.still(call, care.helped)])
    else:
        said = distress.reply(call, care.helped)
    return call, said, Care(call, helped=care.helped + 1, told=told).slot()


def _tells_nothing_new(text: str, care: Care) -> bool:
    """Whether the help was said, and `text` tells nothing for which it is said as a whole again:
    no news of danger, nor, but where it was said twice, what is done to somebody."""
    told = care.helped >= WHOLE or not distress.is_pressing(text) or asks_calmly(text)
    return told and not (is_news(text) or distress.is_hurt(text))


def goes_on(tracker: Tracker) -> Optional[Call]:
    """The call again, where a message goes on with what is done to somebody in words that are no
    call by themselves: "et hier aussi"."""
    care, text = Care.of(tracker), str(tracker.latest_message.get("text") or "")
    names_bodies = bool((tracker.latest_message.get("frame") or {}).get("mentions"))
    if care is None or care.since >= LASTS or not _is_more(text, names_bodies):
        return None
    return replace(care.call, language=language_of(text, care), asked=())


def after(tracker: Tracker) -> Optional[Word]:
    """The reply to what is asked of the help that was said; None where nothing is."""
    care = Care.of(tracker)
    if care is None or care.since >= LASTS:
        return None
    message = tracker.latest_message
    text = str(message.get("text") or "")
    language, kinds = language_of(text, care), distress.follows(text)
    if language not in WORDED or on_agencies(message, language, kinds):
        return None
    if _left_behind(kinds, care):
        return None
    if care.call.writer == "professional" and language == "fr" and plainly_asks(message):
        return None
    care = placed(care, text)
    if kinds[:1] == ("safe",) and not distress.means_self(text):
        soon = replace(care, since=max(care.since, LASTS - LINGERS - 1))
        return tell(["safe"], language, soon)
    if kinds[:1] == (OUT,):
        return tell([OUT], language, care)
    asked = topics_of(kinds) or [kind for kind in kinds if kind in CLOSING]
    if not asked and language != "fr" and kinds[:1] != (AGENCIES,):
        asked = ["unknown"]
    return tell(asked, language, care) if asked else None


def _left_behind(kinds: Sequence[str], care: Care) -> bool:
    """Whether what may be asked of anything ("combien de temps ?") is no longer asked of the help:
    something else was said since all was said to be well."""
    late = care.told[-1:] == ("safe",) and care.since > LASTS - LINGERS
    return late and tuple(kinds[:1]) == (OF_ANYTHING,)


def unsure(tracker: Tracker) -> Optional[Word]:
    """What to say to a message that was not understood while somebody is being helped: no list of
    questions on agencies."""
    care = Care.of(tracker)
    if care is None or care.since >= LASTS:
        return None
    language = language_of(str(tracker.latest_message.get("text") or ""), care)
    return tell(["unknown"], language, care) if language in WORDED else None


def answer(call: Call, tracker: Tracker) -> Optional[Word]:
    """The answer to a few words on the help that was said, where they would be heard as one more
    `call`: "they have no papers", "will they tell the police?". Where they tell of danger too, the
    help is said again after it, in short."""
    care, text = Care.of(tracker), str(tracker.latest_message.get("text") or "")
    if care is None:
        return None
    kinds, language = distress.follows(text), language_of(text, care)
    pressing = distress.is_pressing(text) and (call.immediate or not asks_calmly(text))
    news = is_news(text)
    if language not in WORDED or (news and not _asks_in_news(call, text)):
        return None
    topics = topics_of(call.asked if news else kinds)
    ended = OUT if kinds[:1] == (OUT,) else distress.surely(text)
    over = ended in (OUT, *ENDED) and not pressing
    if ended == CALM:
        surely = distress.is_no_danger(text) or (over and not distress.is_hurt(text))
        over = surely and not topics
    if over:
        return tell([ended], language, placed(care, text))
    if not topics or kinds[:1] == (AGENCIES,) or len(text.split()) > SHORT:
        return None
    now = known(call, care, text)
    word = tell(topics, language, replace(care, call=now))
    if not (pressing or news):
        return word
    both = [word.text, distress.still(now, care.helped)]
    return replace(word, text="\n".join(both[::-1] if now.immediate else both))


def _asks_in_news(call: Call, text: str) -> bool:
    """Whether news of a case asks something of the help, and nobody is hurt now: "he just walked
    out, I have three minutes: what do I ask her?"."""
    return bool(call.asked) and not any(
        distress.is_violent(one) or distress.is_hurt(one) for one in (text, *sentences(text))
    )


def _is_more(text: str, names_bodies: bool) -> bool:
    """Whether danger goes on; thanks and an all-clear are none beside what is done to somebody."""
    ended = not {*ENDED, OUT}.isdisjoint(distress.follows(text)[:1])
    if ended and distress.is_pressing(text):
        return not asks_calmly(text)
    return is_news(text) and not names_bodies


def _before(tracker: Tracker) -> tuple[str, ...]:
    """What the person wrote just before the last message: a few words in a row count together."""
    said = [e["text"] for e in tracker.events if e.get("event") == "user" and e.get("text")]
    return tuple(map(str, said[-TOGETHER:-1]))
