"""What is remembered of help that was given: marks, never words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from vigie.distress.call import Call, read

SLOT = "help"
LASTS = 4
"""Messages without a word on the help after which what is said of "it" is no longer the help."""
LINGERS = 2
"""The same once all was said to be well: thanks are still answered in the person's language; a
question on the help brings it back, but for what may be asked of anything (`care.OF_ANYTHING`)."""


KEPT = 20
"""Things told that are remembered, to be told in other words."""


@dataclass(frozen=True)
class Care:
    """The help that was said: to whom, how many messages ago, how often, and what of it."""

    call: Call
    since: int = 0
    helped: int = 0
    """How often the help itself was said."""
    told: tuple[str, ...] = ()
    """What of the help was told, each time that it was, the last one last."""

    @staticmethod
    def of(tracker: Tracker) -> Optional[Care]:
        """What the tracker remembers of a call for help."""
        kept = tracker.slots.get(SLOT) or {}
        call = read(kept.get("call"))
        if call is None:
            return None
        since, helped = (int(kept.get(name) or 0) for name in ("since", "helped"))
        return Care(call, since, helped, tuple(map(str, kept.get("told") or ())))

    def slot(self) -> EventType:
        """To be remembered."""
        counts = {"since": self.since, "helped": self.helped}
        marks = {"call": self.call.plain(), **counts, "told": list(self.told[-KEPT:])}
        return SlotSet(SLOT, marks)

    def kept(self) -> EventType:
        """The same, for as long as it lasts; then it is forgotten."""
        return self.slot() if self.since < LASTS else SlotSet(SLOT, None)


OF_FACTS = 2
"""Messages as which one counts that was answered from the document, and not of the help, where it
was somebody else who needed it: who is in danger asks of papers, then of the hotline."""


def gone_by(tracker: Tracker, of_facts: bool = False) -> list[EventType]:
    """What to remember when a message was about something else; with `of_facts`, about what the
    document surely answers."""
    care = Care.of(tracker)
    if care is None:
        return []
    counts = OF_FACTS if of_facts and care.call.other else 1
    return [replace(care, since=care.since + counts).kept()]
