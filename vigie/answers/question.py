"""A question as the understanding hands it over, and what is remembered between two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Mapping, Optional

WORD = re.compile(r"[^\W_]+")
"""A word as it is typed: with its accents, so that "ou" is no "où"."""

OUTSIDER = "outsider"
"""Kind of a name that people ask about and that the document does not have."""


@dataclass(frozen=True)
class Mention:
    """Something named in the text: candidate ids and kind; `excluded` after "sauf", "à part"."""

    ids: tuple[str, ...]
    kind: str
    start: int = 0
    end: int = 0
    strength: str = "full"
    excluded: bool = False


@dataclass(frozen=True)
class Question:
    """One question. `ranking` holds intents with their probability, the best first; `topics`
    the topics that pass the threshold, `scores` every topic worth weighing."""

    text: str
    """What is read: as it was typed, less slips and other names of the subject."""
    words: str = ""
    """The folded text with shorthand written out, for cues."""
    outside: str = ""
    """The same less the names, misspellings mended."""
    known: float = 1.0
    """Share of its words that are French, or names that the knowledge has."""
    ranking: tuple[tuple[str, float], ...] = ()
    forms: tuple[tuple[str, float], ...] = ()
    """The likeliest forms of the query that it means, as lines, with their probability."""
    links: tuple[tuple[str, float], ...] = ()
    """Ids of what it may mean without a name that is known, with their scores."""
    leans: Mapping[str, float] = field(default_factory=dict)
    """How it would lean on what was said before it, with probabilities."""
    mentions: tuple[Mention, ...] = ()
    topics: tuple[str, ...] = ()
    excluded_topics: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    roles: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    """Of its likely topics, where each stands among the words, and how likely it is refused."""
    clauses: tuple[Question, ...] = ()
    """The stretches that ask, as learned, where it was cut: what is read as queries."""
    claims: tuple[Question, ...] = ()
    """What it claims, each on its own, where it claims several things."""
    typed: str = ""
    """What was typed, of a whole message."""

    def ids(self, *kinds: str, excluded: bool = False) -> tuple[str, ...]:
        """Ids of the unambiguous mentions of these kinds (of all kinds when none is given)."""
        found = [
            m.ids[0]
            for m in self.mentions
            if len(m.ids) == 1
            and m.excluded == excluded
            and (m.kind in kinds if kinds else m.kind != OUTSIDER)
        ]
        return tuple(dict.fromkeys(found))

    def text_less(self, mentions: Iterable[Mention]) -> str:
        """The text as it was typed, with a space in the place of each of these."""
        text = self.text
        for one in sorted(mentions, key=lambda mention: -mention.start):
            text = f"{text[: one.start]} {text[one.end :]}"
        return text


@dataclass(frozen=True)
class Focus:
    """What the last answer was about, as ids: what follow-ups resolve against."""

    subjects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    """The ids of the list last shown, in its order."""
    places: tuple[tuple[str, int], ...] = ()
    pending: tuple[Mapping[str, Any], ...] = ()
    """The choices offered: key, title, and the line of the query that each asks."""
    queries: tuple[str, ...] = ()
    """The lines of the queries answered, the last one last."""

    @staticmethod
    def read(slots: Mapping[str, Any]) -> Focus:
        """From the slots of a tracker."""
        return Focus(
            subjects=tuple(slots.get("subjects") or ()),
            topics=tuple(slots.get("topics") or ()),
            shown=tuple(slots.get("shown") or ()),
            places=tuple((section, paragraph) for section, paragraph in slots.get("places") or ()),
            pending=tuple(slots.get("pending") or ()),
            queries=tuple(slots.get("queries") or ()),
        )

    def slots(self) -> dict[str, Any]:
        """As values for the slots of a tracker."""
        return {
            "subjects": list(self.subjects),
            "topics": list(self.topics),
            "shown": list(self.shown),
            "places": [list(place) for place in self.places],
            "pending": [dict(choice) for choice in self.pending],
            "queries": list(self.queries),
        }


def read_question(message: Mapping[str, Any]) -> Question:
    """From the parse data of a message (`tracker.latest_message`), which our NLU filled."""
    frame: Optional[Mapping[str, Any]] = message.get("frame")
    text = message.get("text") or ""
    if frame is None:
        intent = message.get("intent") or {}
        return Question(text, ranking=((intent.get("name") or "", 1.0),))
    return _question(frame, text)


def _question(frame: Mapping[str, Any], text: str) -> Question:
    return Question(
        text=frame.get("text", text),
        words=frame["words"],
        outside=frame["outside"],
        known=frame["known"],
        ranking=tuple((name, p) for name, p in frame["ranking"]),
        forms=tuple((line, p) for line, p in frame.get("forms", ())),
        links=tuple((ident, p) for ident, p in frame.get("links", ())),
        leans=dict(frame.get("leans", {})),
        mentions=tuple(
            Mention(tuple(m["ids"]), m["kind"], m["start"], m["end"], m["strength"], m["excluded"])
            for m in frame["mentions"]
        ),
        topics=tuple(frame["topics"]),
        excluded_topics=tuple(frame["excluded_topics"]),
        scores=dict(frame["scores"]),
        roles={topic: (place, p) for topic, (place, p) in frame.get("roles", {}).items()},
        clauses=tuple(_question(one, "") for one in frame.get("clauses", ())),
        claims=tuple(_question(one, "") for one in frame.get("claims", ())),
        typed=text,
    )
