"""Take a message apart: its tokens and names, what it sets aside, the stretches of it that ask.

The Rasa components call it; tests, the bench and `vigie eval` do so directly.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional, Sequence

from vigie.nlu.aside import set_aside
from vigie.nlu.clauses.cutting import Cutting
from vigie.nlu.clauses.outline import outline
from vigie.nlu.clauses.stretches import Stretch
from vigie.nlu.clauses.structure import Grammar
from vigie.nlu.encoder.tags import Tagger
from vigie.nlu.features import masked
from vigie.nlu.mentions import Mention
from vigie.nlu.names import NameMatcher
from vigie.nlu.parsed import Parsed
from vigie.nlu.parts import questions
from vigie.nlu.text import Token, clean, tokens

MOST_PARTS = 5
"""Questions of one message that are read on their own."""
LONGEST = 2000
"""Characters of a message that are read."""
MOST_CUT = 400
"""Words up to which a message is cut into clauses: as many as LONGEST characters of French hold.
What has more is no sentence, and spaCy would read it for a twentieth of a second."""
MOST_READ = 550
"""Words and marks, which spaCy reads as words, up to which it is: French has a mark in six."""
_MARK = re.compile(r"[^\w\s'’]")


def take_apart(text: str, names: NameMatcher, whole: bool = True) -> Parsed:
    """Tokens, names and exclusions of a message, and the lone question in it."""
    text = clean(text)[:LONGEST]
    found = tokens(text)
    parsed = _parsed(text, found, names.find(found))
    spans = questions(text, found) if whole else []
    if not 1 <= len(spans) <= MOST_PARTS:
        return parsed
    if len(spans) > 1:
        return replace(parsed, asks=True)
    lone = take_apart(text[spans[0].start : spans[0].end], names, whole=False)
    return replace(parsed, asks=True, lone=lone)


def _parsed(text: str, found: Sequence[Token], mentions: Sequence[Mention]) -> Parsed:
    aside = set_aside(text, found, {m.first: m.last for m in mentions})
    words = tuple(masked(found, mentions))
    return Parsed(text, tuple(found), tuple(mentions), tuple(aside), words)


def with_clauses(
    parsed: Parsed, cutting: Cutting, grammar: Grammar, tagger: Optional[Tagger] = None
) -> Parsed:
    """`parsed` with the stretches that ask, where it asks or tells more than one thing, and with
    what it claims, where it claims more than one."""
    if len(parsed.tokens) > MOST_CUT or _read(parsed) > MOST_READ:
        return parsed
    message = outline(parsed.text, parsed.tokens, parsed.mentions)
    suspected = cutting.suspected(message)
    if not suspected:
        return parsed
    structure = grammar.read(parsed.text, parsed.tokens)
    tags = tagger.tags(parsed) if tagger else None
    cut, joints = cutting.read(message, structure, suspected, tags)
    if len(cut) == 1:
        return replace(parsed, claims=_claims(parsed, cut[0], joints))
    told = cutting.tells(message, structure, cut, tags)
    asked = [stretch for stretch, tells in zip(cut, told) if not tells]
    if len(asked) > MOST_PARTS:
        return parsed
    clauses = tuple(
        replace(clause(parsed, *stretch), claims=_claims(parsed, stretch, joints))
        for stretch in asked
    )
    return replace(parsed, clauses=clauses)


def _read(parsed: Parsed) -> int:
    """How many words and marks spaCy would read of a message."""
    return len(parsed.tokens) + len(_MARK.findall(parsed.text))


def _claims(whole: Parsed, stretch: Stretch, joints: Sequence[int]) -> tuple[Parsed, ...]:
    """What a stretch claims, cut at the joints inside of it; nothing where it claims one thing, or
    more than anybody does."""
    first, last = stretch
    starts = [first, *(joint for joint in joints if first < joint < last)]
    if not 1 < len(starts) <= MOST_PARTS:
        return ()
    return tuple(clause(whole, *ends) for ends in zip(starts, [*starts[1:], last]))


def clause(whole: Parsed, first: int, last: int) -> Parsed:
    """The tokens from `first` to before `last` as a message of their own."""
    start = whole.tokens[first].start
    end = whole.tokens[last].start if last < len(whole.tokens) else len(whole.text)
    found = [
        replace(token, start=token.start - start, end=token.end - start)
        for token in whole.tokens[first:last]
    ]
    mentions = [
        replace(
            m, start=m.start - start, end=m.end - start, first=m.first - first, last=m.last - first
        )
        for m in whole.mentions
        if first <= m.first and m.last <= last
    ]
    return _parsed(whole.text[start:end].rstrip(), found, mentions)
