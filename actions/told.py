"""What is told of the help once it was given, to whom, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasa_sdk.events import EventType

from actions.remembered import Care
from vigie import distress
from vigie.distress.asked import CALM, COMES, FIRST, OUT
from vigie.distress.call import Call

AT_ONCE = 2
"""Questions on the hotline that are answered in one reply."""
TOPICS = frozenset(FIRST) - {"thanks", "safe", OUT, CALM, "fine"}
"""What is asked of the hotline."""


@dataclass(frozen=True)
class Word:
    """A reply on the help, in a language, and what to remember."""

    text: str
    language: str
    events: tuple[EventType, ...] = ()


def tell(topics: list[str], language: str, care: Care) -> Word:
    """What is known of `topics`; what asks nothing of the help lets it go by."""
    call = replace(care.call, language=language)
    said = "\n".join(answers(topics, call, care))
    told = (*care.told, *topics[:AT_ONCE])
    after = replace(care, call=call, since=care.since + 1, told=told)
    if not TOPICS.isdisjoint(topics):
        after = replace(after, since=0)
    return Word(said, language, (after.kept(),))


def answers(topics: Sequence[str], call: Call, care: Care) -> list[str]:
    """What is known of the first `topics`, to whoever makes this `call`: in other words each
    time."""
    turns = ((one, care.told.count(one)) for one in topics[:AT_ONCE])
    return [said for one, turn in turns if (said := _answer(one, turn, call, care))]


def _answer(topic: str, turn: int, call: Call, care: Care) -> str:
    """The same of one topic, for the `turn`th time; in danger now, of the emergency number to who
    cannot speak, or to whom somebody comes."""
    if call.immediate and call.where != "abroad":
        if topic == "cannot":
            return distress.silently(call, turn)
        if topic == COMES:
            return distress.still(call, care.helped)
    return distress.after(topic, call.language, turn, call.voice)


def topics_of(kinds: Sequence[str]) -> list[str]:
    """What is asked of the help; who cannot call is told of texts already, and who is watched is
    to send none."""
    if kinds[:1] == (COMES,):
        return [COMES]
    topics = [kind for kind in kinds if kind in TOPICS and kind != COMES]
    gone = {"cannot", "text"} if "watched" in topics else {"text"} if "cannot" in topics else set()
    return [topic for topic in topics if topic not in gone]
