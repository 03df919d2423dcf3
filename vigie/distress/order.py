"""Which sentences make the reply to a call for help, and in which order."""

from __future__ import annotations

from collections.abc import Container

from vigie.distress.asked import ASKING
from vigie.distress.call import Call

ANSWERS = 2
"""Answers to what a call asks beside."""
_EXTRAS = 2
"""Sentences on the papers, the police, a child and so on, in one reply."""
CHILD = ".minor"
"""What the words for a child end with: see `Call.voice`."""
_ANSWERED = ASKING - {"cannot", "text", "abroad", "free", "language", "hours", "papers", "police"}
"""What is asked with a call and answered in a line of its own: the rest the help says itself."""


def keys(call: Call, said: Container[str]) -> list[str]:
    """The sentences of a reply, in their order."""
    if "any" in said:
        return ["any"]
    writer = call.writer if call.other else "victim"
    child = call.minor and writer == "victim"
    voice = "minor" if child else writer
    now = ".now" if call.immediate else ""

    def own(key: str) -> str:
        return f"{key}.{call.voice}" if f"{key}.{call.voice}" in said else key

    answers = [own(f"after.{topic}") for topic in call.asked if topic in _ANSWERED and not now]
    if call.where == "abroad":
        parts = [f"abroad{now}"]
    else:
        then = [f"then.{'relative' if call.other else voice}"] if now else []
        parts = [f"now.{voice}" if now else f"first.{voice}", *then]
        mute = "mute.professional" if writer == "professional" and not now else f"mute{now}"
        without = own(f"cannot{now}" if "cannot" in call.asked else mute)
        # who cannot speak hears at once how to do without
        parts.insert(1 if now and "cannot" in call.asked else len(parts), without)
    if _from_abroad(call) and (now or call.where != "abroad"):
        parts.append("abroad")
    extras = [
        *(["child"] if call.minor and call.other else []),
        *(["confront"] if writer in ("relative", "witness") else []),
        *(["consent"] if writer == "professional" and not call.minor else []),
        *(topic for topic in ("papers", "police") if topic in call.asked),
    ]
    return [*parts, *extras[: 1 if now else _EXTRAS], *answers[:ANSWERS], f"close.{voice}"]


def _from_abroad(call: Call) -> bool:
    """Whether the danger is abroad, or who calls for somebody else is."""
    return call.where == "abroad" or (call.other and "abroad" in call.asked)
