"""Who is spoken to after a call for help, in which language, and how urgently: what is known since
the help was said, and what the last message changes of it."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.remembered import Care
from vigie import distress
from vigie.distress.afterwards import CERTAIN
from vigie.distress.asked import ASKING, COMES, FIRST, MORE, OUT
from vigie.distress.call import Call
from vigie.distress.parts import sentences

FEW = 3
"""Words up to which a message does not tell its language: that of the help is kept."""
FOLLOWED = frozenset(FIRST)
"""What is asked or said of the help itself."""
WELL = frozenset({"thanks", "fine", "safe", OUT})
"""What tells that nothing is done to anybody."""
CALMLY = ASKING | {COMES}
"""What of it is no danger of this moment, in words that are those of one."""
_QUOTED = re.compile(r"«[^»]*»|[\"“][^\"”]*[\"”]")
"""What somebody else said."""
HERE = "us"
NOW, ONGOING = "now", "ongoing"
"""When a danger is: at this moment, or not said to be."""


def known(call: Call, care: Care, text: str) -> Call:
    """A `call` with what is known of whoever makes it since the help was said."""
    return replace(
        call,
        language=language_of(text, care),
        writer=_writer(call, care, text),
        minor=call.minor or (care.call.minor and care.call.other == call.other),
        where=_where(call, care),
        when=_when(call, care, text),
    )


def _where(call: Call, care: Care) -> str:
    """Where the danger is: in the United States where that was ever told, as the emergency number
    is that of the country; else as was told last."""
    told = (call.where, care.call.where)
    if HERE in told:
        return HERE
    return care.call.where if call.where == "unclear" else call.where


def placed(care: Care, text: str) -> Care:
    """What is remembered, with what a message that is no call says of it: that it is about its
    writer, or about somebody else; that there is no danger now."""
    call = care.call
    if distress.means_self(text):
        call = replace(call, writer="victim")
    elif distress.means_another(text) and not (call.other or distress.of_writer(text)):
        call = replace(call, writer="relative")
    if distress.is_no_danger(text) or distress.surely(text) == OUT:
        call = replace(call, when=ONGOING)
    return replace(care, call=call)


def language_of(text: str, care: Care) -> str:
    """That of a message where it is plain, but that of the help for a few words, and where it asks
    about it so."""
    told, kept = distress.plain_language(text), care.call.language
    if told in ("", kept) or _few(text):
        return kept
    asked = distress.asked_in(text)
    return kept if kept in asked and told not in asked else told


def _writer(call: Call, care: Care, text: str) -> str:
    """Who is spoken to. Who spoke for somebody else goes on so, a nurse as a nurse: only what
    plainly befalls the writer makes them the one in danger; and who says that it is not them is
    not."""
    before, mine = care.call.writer, distress.of_writer(_QUOTED.sub("", text))
    if distress.means_self(text):
        return "victim"
    if distress.means_another(text) and not (call.other or mine):
        return before if care.call.other else "relative"
    goes_on = care.call.other and not mine
    # what is done to those beside them
    told_of = (before, call.writer) == ("victim", "witness") and not distress.means_another(text)
    return before if goes_on or told_of or call.writer == "unclear" else call.writer


def is_news(text: str) -> bool:
    """Whether a message tells of blows, or that the danger goes on; a question on the help, in
    words of danger, is no such news, nor is somebody who comes in."""
    if is_well(text):
        return False
    told = (one for one in sentences(text) if not one.rstrip().endswith("?"))
    if any(distress.is_violent(one) and not asks_calmly(one) for one in told):
        return True
    kinds = distress.follows(text)
    return kinds[:1] == (MORE,) or (MORE in kinds and distress.is_pressing(text))


def asks_calmly(text: str) -> bool:
    """Whether a message surely asks of the help, or tells that somebody comes in, or nearly
    certainly that all is well, and nothing in it of a blow or a threat: "I cannot speak loudly at
    home" is then no danger of this moment, nor is "thanks, I am going right now"."""
    asks = distress.surely(text) in CALMLY and not distress.is_hurt(text, or_held=True)
    return asks or is_well(text)


def is_well(text: str) -> bool:
    """Whether a message says that there is no danger now or, nearly certainly, that all is well,
    with nothing in it of a blow or a threat."""
    if distress.is_no_danger(text):
        return True
    return distress.surely(text, CERTAIN) in WELL and not distress.is_hurt(text)


def _when(call: Call, care: Care, text: str) -> str:
    """When the danger is: now where the rules hear it; else as the call tells it, but that what
    asks of the help makes it no more urgent than it was."""
    if distress.is_no_danger(text):
        return ONGOING
    if distress.is_violent(text) and (call.immediate or not asks_calmly(text)):
        return NOW
    calm = not FOLLOWED.isdisjoint(distress.follows(text)[:1])
    return ONGOING if calm and not care.call.immediate else call.when


def _few(text: str) -> bool:
    return len(text.split()) <= FEW
