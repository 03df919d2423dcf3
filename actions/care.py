"""What is said after a call for help; what is remembered of it is in `remembered.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

from rasa_sdk import Tracker
from rasa_sdk.events import EventType

from actions.of_agencies import on_agencies, plainly_asks
from actions.remembered import LASTS, LINGERS, Care
from vigie import distress
from vigie.distress.asked import AGENCIES, FIRST, MORE, OUT
from vigie.distress.call import Call, read
from vigie.distress.judge import TOGETHER

FEW = 3
"""Words up to which a message does not tell its language: that of the help is kept."""
WORDED = ("fr", "en", "es", "ht")
"""The languages in which the talk goes on."""
SHORT = 12
"""Words up to which a message after the help is about it, and no call of its own; of 474 such
messages 374 are answered as meant, 360 at 10 words (evaluation/README.md)."""
AT_ONCE = 2
"""Questions on the hotline that are answered in one reply."""
TOPICS = frozenset(FIRST) - {"thanks", "safe", OUT}
"""What is asked of the hotline."""


@dataclass(frozen=True)
class Word:
    """A reply on the help, in a language, and what to remember."""

    text: str
    language: str
    events: tuple[EventType, ...] = ()


def called(tracker: Tracker) -> Optional[Call]:
    """The call for help in the last message, or in it and those right before together."""
    message = tracker.latest_message
    known, before = read(message.get("distress")), _before(tracker)
    if known or ("distress" in message and not before):
        return known
    return distress.detect(str(message.get("text") or ""), before)


def help_for(call: Call, tracker: Tracker) -> tuple[Call, str, EventType]:
    """What to say to a `call`, in other words than the last time, and what to remember."""
    care = Care.of(tracker)
    if care:
        text = str(tracker.latest_message.get("text") or "")
        call = replace(
            call,
            language=_language(text, care),
            writer=care.call.writer if _speaks_as_before(call, care, text) else call.writer,
            minor=call.minor or care.call.minor,
            where=care.call.where if call.where == "unclear" else call.where,
        )
    said = care.said if care else 0
    return call, distress.reply(call, said), Care(call, said + 1).slot()


def goes_on(tracker: Tracker) -> Optional[Call]:
    """The call again, where a message goes on with what is done to somebody in words that are no
    call by themselves: "et hier aussi"."""
    care, text = Care.of(tracker), str(tracker.latest_message.get("text") or "")
    names_bodies = bool((tracker.latest_message.get("frame") or {}).get("mentions"))
    if care is None or care.since >= LASTS or not _is_more(text, names_bodies):
        return None
    return replace(care.call, language=_language(text, care), asked=())


def after(tracker: Tracker) -> Optional[Word]:
    """The reply to what is asked of the help that was said; None where nothing is."""
    care = Care.of(tracker)
    if care is None or care.since >= LASTS:
        return None
    message = tracker.latest_message
    text = str(message.get("text") or "")
    language, kinds = _language(text, care), distress.follows(text)
    if language not in WORDED or on_agencies(message, language, kinds):
        return None
    if care.call.writer == "professional" and language == "fr" and plainly_asks(message):
        return None
    if kinds[:1] == ("safe",):
        soon = replace(care, since=max(care.since, LASTS - LINGERS - 1))
        return _told(["safe"], language, soon)
    if kinds[:1] == (OUT,):
        return _told([OUT], language, care)
    asked = _topics(kinds) or [kind for kind in kinds if kind == "thanks"]
    if not asked and language != "fr":
        asked = ["unknown"]
    return _told(asked, language, care) if asked else None


def unsure(tracker: Tracker) -> Optional[Word]:
    """What to say to a message that was not understood while somebody is being helped: no list of
    questions on agencies."""
    care = Care.of(tracker)
    if care is None or care.since >= LASTS:
        return None
    language = _language(str(tracker.latest_message.get("text") or ""), care)
    return _told(["unknown"], language, care) if language in WORDED else None


def answer(call: Call, tracker: Tracker) -> Optional[Word]:
    """The answer to a few words on the help that was said, where they would be heard as one more
    `call`: "they have no papers", "will they tell the police?"."""
    care, text = Care.of(tracker), str(tracker.latest_message.get("text") or "")
    pressing = distress.is_pressing(text)
    if care is None or ("?" not in text and pressing):
        return None
    kinds, language = distress.follows(text), _language(text, care)
    if kinds[:1] == (OUT,) and not pressing and language in WORDED:
        return _told([OUT], language, care)
    if len(text.split()) > SHORT:
        return None
    topics = _topics(kinds)
    if not topics or kinds[0] in (MORE, AGENCIES) or language not in WORDED:
        return None
    return _told(topics, language, care)


def _told(topics: list[str], language: str, care: Care) -> Word:
    """What is known of `topics`; what asks nothing of the help lets it go by."""
    said = "\n".join(distress.after(topic, language, care.said) for topic in topics[:AT_ONCE])
    after = replace(care, said=care.said + 1, since=care.since + 1)
    if not TOPICS.isdisjoint(topics):
        after = replace(after, since=0)
    return Word(said, language, (after.kept(),))


def _topics(kinds: Sequence[str]) -> list[str]:
    """What is asked of the help; who cannot call is told of texts already."""
    topics = [kind for kind in kinds if kind in TOPICS]
    return [topic for topic in topics if topic != "text" or "cannot" not in topics]


def _is_more(text: str, names_bodies: bool) -> bool:
    """Whether danger goes on; thanks and an all-clear are none beside what is done to somebody."""
    first = distress.follows(text)[:1]
    if first in (("safe",), ("thanks",), (OUT,)):
        return distress.is_pressing(text)
    return first == (MORE,) and not names_bodies


def _speaks_as_before(call: Call, care: Care, text: str) -> bool:
    """Whether who spoke for somebody else goes on so: only what plainly befalls the writer makes
    them the one in danger."""
    if call.writer == "unclear":
        return True
    return care.call.other and not call.other and not distress.of_writer(text)


def _language(text: str, care: Care) -> str:
    """That of a message, but that of the help for a few words, and where it asks about it so."""
    told, kept = distress.language(text), care.call.language
    if told == kept or _few(text):
        return kept
    asked = distress.asked_in(text)
    return kept if kept in asked and told not in asked else told


def _few(text: str) -> bool:
    return len(text.split()) <= FEW


def _before(tracker: Tracker) -> tuple[str, ...]:
    """What the person wrote just before the last message: a few words in a row count together."""
    said = [e["text"] for e in tracker.events if e.get("event") == "user" and e.get("text")]
    return tuple(map(str, said[-TOGETHER:-1]))
