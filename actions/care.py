"""What is said after a call for help; what is remembered of it is in `remembered.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

from rasa_sdk import Tracker
from rasa_sdk.events import EventType

from actions.of_agencies import on_agencies, plainly_asks
from actions.remembered import LASTS, LINGERS, Care
from actions.spoken_to import asks_calmly, is_news, known, language_of
from vigie import distress
from vigie.distress.asked import AGENCIES, COMES, FIRST, OUT
from vigie.distress.call import Call, read
from vigie.distress.judge import TOGETHER

WORDED = ("fr", "en", "es", "ht")
"""The languages in which the talk goes on."""
SHORT = 30
"""Words up to which a message after the help may be about it, and no call of its own: a longer one
tells a story. See evaluation/notes/distress.md."""
WHOLE = 2
"""How often the help is said as a whole; then in short where nothing new is told."""
AT_ONCE = 2
"""Questions on the hotline that are answered in one reply."""
TOPICS = frozenset(FIRST) - {"thanks", "safe", OUT, "fine"}
"""What is asked of the hotline."""
CLOSING = ("thanks", "fine")
"""What asks nothing, and has a word all the same."""
CALM = (*CLOSING, "safe")
"""What is no call where that is sure, and nothing is done to anybody in it."""


@dataclass(frozen=True)
class Word:
    """A reply on the help, in a language, and what to remember."""

    text: str
    language: str
    events: tuple[EventType, ...] = ()


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
    if Care.of(tracker) is None or distress.surely(text) != AGENCIES:
        return False
    return not (is_news(text) or distress.is_pressing(text))


def help_for(call: Call, tracker: Tracker) -> tuple[Call, str, EventType]:
    """What to say to a `call`, in other words than the last time, and what to remember: as a whole,
    but in short where it was said twice and there is no news."""
    care, text = Care.of(tracker), str(tracker.latest_message.get("text") or "")
    if care is None:
        return call, distress.reply(call), Care(call, 1, helped=1, told=call.asked).slot()
    call = known(call, care, text)
    short = care.helped >= WHOLE and not (is_news(text) or distress.is_pressing(text))
    said = distress.still(call, care.said) if short else distress.reply(call, care.said)
    told = (*care.told, *call.asked)
    return call, said, Care(call, care.said + 1, helped=care.helped + 1, told=told).slot()


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
    if care.call.writer == "professional" and language == "fr" and plainly_asks(message):
        return None
    if kinds[:1] == ("safe",):
        soon = replace(care, since=max(care.since, LASTS - LINGERS - 1))
        return _told(["safe"], language, soon)
    if kinds[:1] == (OUT,):
        return _told([OUT], language, care)
    asked = _topics(kinds) or [kind for kind in kinds if kind in CLOSING]
    if not asked and language != "fr" and kinds[:1] != (AGENCIES,):
        asked = ["unknown"]
    return _told(asked, language, care) if asked else None


def unsure(tracker: Tracker) -> Optional[Word]:
    """What to say to a message that was not understood while somebody is being helped: no list of
    questions on agencies."""
    care = Care.of(tracker)
    if care is None or care.since >= LASTS:
        return None
    language = language_of(str(tracker.latest_message.get("text") or ""), care)
    return _told(["unknown"], language, care) if language in WORDED else None


def answer(call: Call, tracker: Tracker) -> Optional[Word]:
    """The answer to a few words on the help that was said, where they would be heard as one more
    `call`: "they have no papers", "will they tell the police?". Where they tell of danger too, the
    help is said again after it, in short."""
    care, text = Care.of(tracker), str(tracker.latest_message.get("text") or "")
    if care is None:
        return None
    kinds, language = distress.follows(text), language_of(text, care)
    pressing = distress.is_pressing(text) and not asks_calmly(text)
    if language not in WORDED or is_news(text):
        return None
    ended = OUT if kinds[:1] == (OUT,) else distress.surely(text)
    if ended in (OUT, *CALM) and not pressing:
        return _told([ended], language, care)
    topics = _topics(kinds)
    if not topics or kinds[0] == AGENCIES or len(text.split()) > SHORT:
        return None
    now = known(call, care, text)
    word = _told(topics, language, replace(care, call=now))
    if not pressing:
        return word
    both = [word.text, distress.still(now, care.said)]
    return replace(word, text="\n".join(both[::-1] if now.immediate else both))


def _told(topics: list[str], language: str, care: Care) -> Word:
    """What is known of `topics`; what asks nothing of the help lets it go by."""
    voice, now = care.call.voice, topics[:AT_ONCE]
    each = (distress.after(one, language, care.told.count(one), voice) for one in now)
    said = "\n".join(each)
    told = (*care.told, *now)
    after = replace(care, said=care.said + 1, since=care.since + 1, told=told)
    if not TOPICS.isdisjoint(topics):
        after = replace(after, since=0)
    return Word(said, language, (after.kept(),))


def _topics(kinds: Sequence[str]) -> list[str]:
    """What is asked of the help; who cannot call is told of texts already, and who is watched is
    to send none."""
    if kinds[:1] == (COMES,):
        return [COMES]
    topics = [kind for kind in kinds if kind in TOPICS and kind != COMES]
    gone = {"cannot", "text"} if "watched" in topics else {"text"} if "cannot" in topics else set()
    return [topic for topic in topics if topic not in gone]


def _is_more(text: str, names_bodies: bool) -> bool:
    """Whether danger goes on; thanks and an all-clear are none beside what is done to somebody."""
    ended = not {*CALM, OUT}.isdisjoint(distress.follows(text)[:1])
    if ended and distress.is_pressing(text):
        return not asks_calmly(text)
    return is_news(text) and not names_bodies


def _before(tracker: Tracker) -> tuple[str, ...]:
    """What the person wrote just before the last message: a few words in a row count together."""
    said = [e["text"] for e in tracker.events if e.get("event") == "user" and e.get("text")]
    return tuple(map(str, said[-TOGETHER:-1]))
