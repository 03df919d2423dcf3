"""Deals what a message holds out to the slots of a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Optional

from vigie.answers.query.form import NUMERAL, Slot
from vigie.answers.reading.evidence import Evidence, Thing


@dataclass
class Hand:
    """Deals the evidence out to the slots of one form, in order."""

    evidence: Evidence
    referents: Sequence[tuple[str, str]]
    first_topic: int = 0
    links: bool = True
    """Whether what is not named may be meant."""
    surely: bool = False
    """Whether plain names come before words that are names only perhaps; else in the order of
    the text."""
    picks: bool = True
    """Whether what is set aside comes where things are, and only there: not where the form has a
    place for each thing and none for what is set aside."""
    backwards: bool = False
    """Whether the last name comes first: "le Conseil, c'est le Congrès qui le nomme ?"."""
    used: set[int] = field(default_factory=set)
    topics: list[tuple[str, float]] = field(default_factory=list)
    lent: int = 0
    numbers: int = 0
    given: list[str] = field(default_factory=list)
    shares: bool = False
    """Whether one thing may stand in two slots: "préside-t-il l'une et l'autre ?"."""
    shared: int = 0
    in_turn: int = 0
    """So many of the likeliest topics come in the order of the text; without, the likeliest comes
    first."""
    one_topic: bool = False
    """Whether all claims are of the likeliest topic: "le DoJ et l'EEOC enquêtent tous deux"."""
    alike: bool = False
    """Whether what is dealt should be of one kind: what is compared."""
    kind: str = ""
    """Of the first thing that was dealt."""
    borrowed: Optional[tuple[str, str]] = None
    """The first thing taken from what was said before, with its kind."""
    lends_twice: bool = False
    """Whether that thing stands in every slot that it fits: "préside-t-il la PITF et le SPOG ?"."""

    def choose(self, slot: Slot) -> Optional[str]:
        """What goes into a slot."""
        if slot.kinds[0] == "topic":
            return self._topic(slot)
        if slot.kinds[0] == NUMERAL:
            return self._number()
        if slot.kinds == ("word",):
            return ""
        return self._thing(slot) or self._shared(slot) or self._referent(slot)

    def _shared(self, slot: Slot) -> Optional[str]:
        """The first thing given already that fits, where things may be shared."""
        if not self.shares:
            return None
        placed = [self.evidence.things[place] for place in sorted(self.used)]
        fitting = [t for t in placed if t.kind in slot.kinds and len(t.ids) == 1]
        self.shared += bool(fitting)
        return fitting[0].ids[0] if fitting else None

    def _thing(self, slot: Slot) -> Optional[str]:
        free = [
            (place, thing)
            for place, thing in enumerate(self.evidence.things)
            if place not in self.used
            and thing.kind in slot.kinds
            and (thing.score == 1 or self.links)
            and not self._told_already(thing)
            and self._meant(thing)
        ]
        if self.backwards:
            free.reverse()
        free.sort(
            key=lambda pair: (
                self.picks and pair[1].aside is not slot.aside,
                self._unlike(pair[1].kind),
                self.surely and pair[1].weak,
            )
        )
        for place, thing in free:
            if self.picks and thing.aside and not slot.aside and self._named_otherwise(slot):
                continue
            self.used.add(place)
            meant = self._meant(thing)
            self._give(meant, thing.kind)
            if thing.by is not None:
                self.used.add(thing.by)
            if thing.via:
                self.topics.append((thing.via, thing.score))
            return meant
        return None

    def _told_already(self, thing: Thing) -> bool:
        """Whether the topic that describes it stands in another slot, or it does itself."""
        if thing.by is not None and thing.by in self.used:
            return True
        return bool(thing.via) and (
            thing.ids[0] in self.given or thing.via in {topic for topic, _ in self.topics}
        )

    def _meant(self, thing: Thing) -> str:
        """What a name means: the only thing that bears it, or the one spoken of; else ""."""
        if len(thing.ids) == 1:
            return thing.ids[0]
        spoken = [ident for ident, _ in self.referents if ident in thing.ids]
        return spoken[0] if spoken else ""

    def _named_otherwise(self, slot: Slot) -> bool:
        """Whether what was said before can fill a slot that only something set aside fits."""
        return any(kind in slot.kinds for _, kind in self.referents)

    def _referent(self, slot: Slot) -> Optional[str]:
        if self.lends_twice and self.borrowed and self.borrowed[1] in slot.kinds:
            self.shared += 1
            return self.borrowed[0]
        for ident, kind in sorted(self.referents, key=lambda pair: self._unlike(pair[1])):
            if kind in slot.kinds and ident not in self.given:
                self.lent += 1
                self.borrowed = self.borrowed or (ident, kind)
                self._give(ident, kind)
                return ident
        return None

    def _give(self, ident: str, kind: str) -> None:
        self.given.append(ident)
        self.kind = self.kind or kind

    def _unlike(self, kind: str) -> bool:
        return self.alike and bool(self.kind) and kind != self.kind

    def _topic(self, slot: Slot) -> Optional[str]:
        used = {topic for topic, _ in self.topics}
        if self.one_topic and self.topics:
            return self.topics[0][0]
        if slot.aside:
            for topic in self.evidence.aside_topics:
                if topic not in used:
                    self.topics.append((topic, 0.5))
                    return topic
        free = self._fitting(slot, used)
        skip = self.first_topic if not used else 0
        if len(free) > skip:
            self.topics.append(free[skip])
            self.used |= {p for p in (self.evidence.implied.get(free[skip][0]),) if p is not None}
            return free[skip][0]
        if slot.aside and used:  # "qui n'en fait pas" denies what was spoken of, and says no other
            return None
        for ident, kind in self.referents:
            if kind == "topic" and ident not in used:
                self.lent += 1
                self.topics.append((ident, 0.5))
                return ident
        return None

    def _fitting(self, slot: Slot, used: set[str]) -> list[tuple[str, float]]:
        """The topics that are left, those first whose role is the slot's: refused or asked."""
        likely = self.evidence.topics
        if self.in_turn:
            likely = tuple(sorted(likely[: self.in_turn], key=lambda t: self.evidence.place(t[0])))
        free = [pair for pair in likely if pair[0] not in used]
        return sorted(free, key=lambda pair: self.evidence.refuses(pair[0]) is not slot.aside)

    def _number(self) -> Optional[str]:
        numbers = (*self.evidence.numbers, *(str(p) for p in self.evidence.places if p > 0))
        if self.numbers < len(numbers):
            self.numbers += 1
            return numbers[self.numbers - 1]
        return None
