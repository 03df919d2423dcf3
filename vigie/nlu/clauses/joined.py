"""More to learn cuts from: turns of the corpus that follow each other, written as one message.

Few messages of the corpus ask several things without a mark between them, and one ` // ` stands
there for whatever joins them. Every word is an author's; only what joins two of them ("et", a
comma, nothing) is chosen. They teach where to cut, and nothing else.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vigie.nlu.clauses.outline import ASKING, LINKS
from vigie.nlu.corpus import Corpus, Message, Segment
from vigie.nlu.text import fold

FACTS = frozenset("select count describe get verify compare max min gap".split())
TURNS, TRIPLES, STORIES = 1600, 300, 700
"""Pairs of turns, three questions by one author, and something told with a question, at most."""
SHORT = 20
"""Words up to which a turn is joined to another."""
BARE = frozenset("sms typo oral dictated noaccent maghreb haiti".split())
"""Registers in which people leave marks out."""
JOINTS = ((", ", True, 0.35), (" ", True, 0.25), (", ", False, 0.1), (" ", False, 0.15))
"""What stands between two turns, whether with "et", and how often; the rest keeps its marks."""
_END = re.compile(r"\s*[.?!…]+\s*$")


def joined(corpus: Corpus) -> list[Message]:
    """The pairs, the same each time."""
    chance = random.Random(1)  # noqa: S311
    turns = [
        (one, following)
        for dialogue in corpus.dialogues
        for one, following in zip(dialogue, dialogue[1:])
        if _short(one) and _short(following) and following.context in ("new", "pronoun", "subst")
    ]
    triples = list(_triples(corpus.messages, chance))
    stories = list(_stories(corpus.messages, chance))
    return [
        *(_three_turns(triple) for triple in chance.sample(triples, min(TRIPLES, len(triples)))),
        *(_two_turns(*pair, chance) for pair in chance.sample(turns, min(TURNS, len(turns)))),
        *(_story(*pair, chance) for pair in chance.sample(stories, min(STORIES, len(stories)))),
    ]


def _short(message: Message) -> bool:
    """Whether it asks one thing, of facts, in few words."""
    alone = len(message.segments) == 1 and message.segments[0].query.act in FACTS
    return alone and len(message.text.split()) < SHORT


def _two_turns(one: Message, following: Message, chance: random.Random) -> Message:
    first, second = one.text, following.text
    drawn = chance.random()
    for between, linked, share in JOINTS:
        drawn -= share
        if drawn < 0:
            first = _END.sub("", first) + between.rstrip()
            second = _small(second)
            if linked and fold(second).split()[:1] and fold(second).split()[0] not in LINKS:
                second = f"et {second}"
            break
    segments = (replace(one.segments[0], text=first), replace(following.segments[0], text=second))
    return replace(following, segments=segments, context="new")


def _triples(
    messages: Iterable[Message], chance: random.Random
) -> Iterator[tuple[Message, Message, Message]]:
    """Three questions that begin with a question word, by one author in one register."""
    asking: dict[tuple[str, str], list[Message]] = defaultdict(list)
    for one in messages:
        if one.context == "new" and _short(one) and _asks(one):
            asking[one.author, one.register].append(one)
    for some in asking.values():
        chance.shuffle(some)
        yield from zip(some[::3], some[1::3], some[2::3])


def _asks(message: Message) -> bool:
    """Whether it begins with a question word."""
    return not ASKING.isdisjoint(fold(message.text).split()[:1])


def _three_turns(turns: tuple[Message, ...]) -> Message:
    """As one asks three things: "qui préside, qui publie et qui finance ?"; a comma before "qui"
    else opens what tells more of a thing."""
    first, second, third = (_END.sub("", turn.text) for turn in turns)
    texts = (f"{first},", _small(second), f"et {_small(third)} ?")
    segments = tuple(replace(turn.segments[0], text=text) for turn, text in zip(turns, texts))
    return replace(turns[0], segments=segments, context="new")


def _stories(
    messages: Iterable[Message], chance: random.Random
) -> Iterator[tuple[Segment, Message]]:
    """What somebody told, with a question by the same author in the same register."""
    told: dict[tuple[str, str], list[Segment]] = defaultdict(list)
    asked: dict[tuple[str, str], list[Message]] = defaultdict(list)
    for one in messages:
        key = one.author, one.register
        told[key] += [segment for segment in one.segments if segment.query.act == "told"]
        if one.context == "new" and _short(one):
            asked[key].append(one)
    for key, segments in told.items():
        if asked[key]:
            yield from ((segment, chance.choice(asked[key])) for segment in segments)


def _story(told: Segment, question: Message, chance: random.Random) -> Message:
    asked = question.segments[0]
    if chance.random() < (0.7 if question.register in BARE else 0.1):
        bare = _END.sub("", told.text) + chance.choice(("", ",", ""))
        told, asked = replace(told, text=bare), replace(asked, text=_small(asked.text))
    pair = (asked, told) if chance.random() < 0.12 else (told, asked)
    return replace(question, segments=pair)


def _small(text: str) -> str:
    """`text` without the capital of a sentence."""
    first = re.split(r"\W", text)[0]
    return (
        text
        if first[1:] != first[1:].lower() or (first.isupper() and len(first) > 1)
        else (text[:1].lower() + text[1:])
    )
