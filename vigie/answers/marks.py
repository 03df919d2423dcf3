"""What in the text of a reply tells that it uses a fact: made once, for all conversations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from vigie.knowledge.model.knowledge import Knowledge
from vigie.knowledge.model.measures import Programme
from vigie.knowledge.model.organisations import Agency, Body, Duty
from vigie.knowledge.model.sources import Update
from vigie.knowledge.query import Index
from vigie.knowledge.text import fold


@dataclass(frozen=True)
class Changed:
    """A confirmed update, and how a text shows that it uses what changed."""

    update: Update
    stated: tuple[str, ...]
    """Duties that it changes, folded."""
    named: re.Pattern[str] | None
    """The names of its entity, where being named is enough."""
    whole: tuple[str, ...] = ()
    """All that its entity does, folded, where nothing less than all of it is enough."""

    def is_of(self, subjects: Collection[str], folded: str) -> bool:
        """Whether a text about these things is about its entity, and tells enough of it."""
        about_it = not self.update.topics and self.update.about in subjects
        return about_it and all(duty in folded for duty in self.whole)

    def is_in(self, text: str, folded: str) -> bool:
        """Whether `text` states the duty, or names the entity."""
        if any(duty in folded for duty in self.stated):
            return True
        return bool(self.named and self.named.search(text))


def changes(index: Index) -> tuple[Changed, ...]:
    """The confirmed updates about an entity, in the order of the file."""
    return tuple(
        _changed(one, index)
        for one in index.knowledge.updates
        if one.status == "confirmed" and one.about in index
    )


def _changed(update: Update, index: Index) -> Changed:
    name = index.entity(update.about).name
    named = None
    if update.shown == "named" and not update.topics:
        named = any_of(filter(None, (name.fr, name.acronym)))
    entity = index.entity(update.about)
    all_of_it = entity.duties if update.shown == "whole" and isinstance(entity, Agency) else ()
    stated, whole = (
        tuple(fold(duty.does) for duty in duties) for duties in (_duties(update, index), all_of_it)
    )
    return Changed(update, stated, named, whole)


def _duties(update: Update, index: Index) -> tuple[Duty, ...]:
    """The duties that an update changes: those of its topics, or by which a programme is run."""
    entity = index.entity(update.about)
    owner, topics = entity, set(update.topics)
    if isinstance(entity, Programme):
        owner, topics = index.owner(entity), set(entity.topics)
    if not isinstance(owner, (Agency, Body)):
        return ()
    return tuple(duty for duty in owner.duties if topics.intersection(duty.topics))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """What finds one of `words` in a text, whole, either apostrophe for the other."""
    pieces = (re.escape(word).replace("'", "['\u2019]") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})(?!\w)")


def outside_words(knowledge: Knowledge) -> Mapping[str, str]:
    """The words that the document does not give, with the id of their source."""
    safety, document = knowledge.safety, knowledge.source
    sourced = (
        (safety.phone, safety.source),
        (safety.sms, safety.source),
        (safety.emergency, safety.emergency_source),
        (document.inference, document.inference_source),
    )
    found = {word: source for word, source in sourced if source}
    for entity in knowledge.entities:
        name = entity.name
        for word, source in ((name.en, name.en_source), (name.acronym, name.acronym_source)):
            if source and word:
                found[word] = source
    return found


def english_names(knowledge: Knowledge) -> frozenset[str]:
    """The names in English of all that has one, in the document or elsewhere."""
    return frozenset(entity.name.en for entity in knowledge.entities if entity.name.en)
