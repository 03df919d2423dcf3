"""Whether a message asks of agencies while somebody is being helped, and not of the help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vigie.distress.asked import AGENCIES

PLAINLY = 0.8
"""Probability of a form of question from which a professional's message asks for facts."""
NUMBER = "get contact"
"""Form of a question for a number: that of the line, while somebody is being helped."""
ASKS_AGENCIES = 0.6
"""Probability of an intent from which a message with a topic is a question on agencies."""


def on_agencies(message: dict[str, Any], language: str, kinds: Sequence[str]) -> bool:
    """Whether a message asks what the document answers: it names a body, or is taken for nothing
    else ("ils vont l'expulser ?" is about the help, whatever topics it has); in another language
    than French both, as what it is about is told less surely of it."""
    frame = message.get("frame") or {}
    if language != "fr":
        about = frame.get("mentions") or frame.get("topics")
        return kinds[:1] == (AGENCIES,) and bool(about)
    if frame.get("mentions") or kinds:
        return bool(frame.get("mentions")) or kinds[0] == AGENCIES
    sure = any(p >= ASKS_AGENCIES for _, p in (frame.get("ranking") or ())[:1])
    return bool(frame.get("topics") and sure)


def plainly_asks(message: dict[str, Any]) -> bool:
    """Whether a message surely has a topic of the document and asks for a fact, and for no number:
    who works with victims knows the line, and asks who gives back wages."""
    frame = message.get("frame") or {}
    stretches = frame.get("clauses") or [frame]
    likeliest = [(one.get("topics"), *one["forms"][0]) for one in stretches if one.get("forms")]
    if any(form.startswith(NUMBER) for _, form, _ in likeliest):
        return False
    return any(topics and p >= PLAINLY for topics, _, p in likeliest)
