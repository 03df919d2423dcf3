"""Who is spoken to after a call for help, in which language, and how urgently: what is known since
the help was said, and what the last message changes of it."""

from __future__ import annotations

from dataclasses import replace

from actions.remembered import Care
from vigie import distress
from vigie.distress.call import Call

FEW = 3
"""Words up to which a message does not tell its language: that of the help is kept."""
ONGOING = "ongoing"
"""When a danger is that is not said to be at this moment."""


def known(call: Call, care: Care, text: str) -> Call:
    """A `call` with what is known of whoever makes it since the help was said."""
    return replace(
        call,
        language=language_of(text, care),
        writer=_writer(call, care, text),
        minor=call.minor or care.call.minor,
        where=care.call.where if call.where == "unclear" else call.where,
        when=call.when if _grows(call, care, text) else ONGOING,
    )


def language_of(text: str, care: Care) -> str:
    """That of a message where it is plain, but that of the help for a few words, and where it asks
    about it so."""
    told, kept = distress.plain_language(text), care.call.language
    if told in ("", kept) or _few(text):
        return kept
    asked = distress.asked_in(text)
    return kept if kept in asked and told not in asked else told


def _writer(call: Call, care: Care, text: str) -> str:
    """Who is spoken to. Who spoke for somebody else goes on so: only what plainly befalls the
    writer makes them the one in danger; and who says that it is not them is not."""
    before = care.call.writer
    if distress.means_another(text) and not call.other:
        return before if care.call.other else "relative"
    goes_on = care.call.other and not call.other and not distress.of_writer(text)
    return before if goes_on or call.writer == "unclear" else call.writer


def _grows(call: Call, care: Care, text: str) -> bool:
    """Whether a danger that was not at this moment is so now: a question on the help, in words of
    danger, is no such news."""
    return care.call.immediate or distress.is_pressing(text) or not call.immediate


def _few(text: str) -> bool:
    return len(text.split()) <= FEW
