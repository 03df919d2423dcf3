"""The words of a message that say more than the document, or ask for more: "le rapport paraît
chaque année, au mois de juin", "qui forme les juges du Pérou ?". A query holds what is known; what
nothing is known of leaves no trace in it.

The heavier reader tells them word by word, as it was taught by statements and questions whose
authors marked them (data/statements/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vigie.answers.query.world import World
from vigie.answers.question import OUTSIDER, Focus, Question
from vigie.answers.reading.beside import heavier
from vigie.answers.reading.closed import closed
from vigie.answers.reading.said import Told, said
from vigie.knowledge.text import fold

SURE = 0.0
"""Logarithm of the odds from which some word of a statement says more, and is told with its
stretch: of 470 statements of three authors whom it never read, 88 of a hundred with more are heard
so, and 5 without (evaluation/notes/statements.md)."""
ASKED = -0.25
"""The same of a question: of 200 such as people ask on a plain day, 78 of a hundred with more, and
1 without."""
DOUBT = -0.75
"""The same from which nothing is upheld: 94 of a hundred of those statements with more, and 17
without."""
EDGE = -1.25
"""The same from which a word beside it belongs to the stretch."""
MOST, LONGEST = 3, 14
"""Stretches that are told of one message, and words of one: a longer one nobody reads again."""
_WORD = re.compile(r"\w")
_BREAK = re.compile(r"[.?!;,:()\n…—–/]")
SAYER = 4
"""Words before a verb of saying that may tell who says it: "une de mes collègues"."""
JOINING = frozenset({"et", "ou", "mais"})
JOINS = ("-", "'", "’")
"""What stands between the parts of one word: "Royaume-Uni"."""
Span = tuple[int, int]
_MARKS = re.compile(r"[«»\"*_<>\[\]`|]")


class Beyond(NamedTuple):
    """What of a message goes beyond the document."""

    words: tuple[str, ...] = ()
    """The stretches that do."""
    may_be: bool = False
    """Whether it may well go beyond it, in these words or in others."""
    nothing: bool = False
    """Whether hardly any word of it does; not where that is not known of all of them."""


def beyond(question: Question, focus: Focus, world: World, told_from: float) -> Beyond:
    """What of a message says more than the document, told from these odds on; nothing is known
    where there is no heavier reader."""
    reader, text = heavier(), question.text
    read = reader.beyond(said(question, focus, world)) if reader else ()
    names = [(one.start, one.end) for one in question.mentions if one.kind != OUTSIDER]
    sayers = _who_says_it(read, names, text)
    told = [one for place, one in enumerate(read) if place not in sayers]
    some = list(_together(told, text, names))
    sure = [_core(one, text, told_from) for one in some if _surest(one) >= told_from]
    short = (one for one in sure if len(one) <= LONGEST)
    stretches = [one for one in (_whole(each, told, text) for each in short) if one]
    apart = [
        one
        for place, one in enumerate(stretches)
        if not place or one[0].start >= stretches[place - 1][-1].end
    ]
    words = tuple(_plain(text[one[0].start : one[-1].end]) for one in apart[:MOST])
    whole = bool(told) and not _WORD.search(text, read[-1].end)  # the end of a long one is not read
    may_be = bool(told) and _surest(told) >= DOUBT
    return Beyond(words, may_be, nothing=whole and not some)


def _who_says_it(words: Sequence[Told], names: Sequence[Span], text: str) -> frozenset[int]:
    """The places of the words that stand right before "soutient que" and the like, and of these:
    who says it is not what is said, and the document tells of no colleague. Where one whom it does
    tell of says it, that may be what is claimed."""
    found: set[int] = set()
    for place, verb in enumerate(words):
        if not _is_of(closed("they_say"), verb, text) or not _introduces(words[place + 1 :], text):
            continue
        first = place
        while first and place - first < SAYER and _touch(words[first - 1], words[first], text):
            first -= 1
        start = words[first].start
        if not any(start < end and begin < verb.start for begin, end in names):
            found.update(range(first, place + 1))
    return frozenset(found)


def _touch(one: Told, other: Told, text: str) -> bool:
    """Whether two words belong to one group: no mark stands between, nor "et"."""
    return not _BREAK.search(text[one.end : other.start]) and not _is_of(JOINING, one, text)


def _introduces(after: Sequence[Told], text: str) -> bool:
    """Whether "que" follows a verb of saying, and then something that is said."""
    for place, word in enumerate(after):
        if _is_of(closed("limits.que"), word, text):
            said = after[place + 1 : place + 2]
            return bool(said) and not _is_of(closed("said_at_all"), said[0], text)
        if not _is_of(closed("said_beside"), word, text):
            return False
    return False


def _surest(words: Sequence[Told]) -> float:
    return max(word.more for word in words)


def _together(words: Sequence[Told], text: str, names: Sequence[Span]) -> Iterator[list[Told]]:
    """Words that stand together, without a mark or a name of the document between, each of which
    may say more."""
    some: list[Told] = []
    for word in words:
        known = any(start <= word.start < end for start, end in names)
        apart = some and _BREAK.search(text[some[-1].end : word.start])
        if some and (known or word.more < EDGE or apart):
            yield some
            some = []
        if word.more >= EDGE and not known:
            some.append(word)
    if some:
        yield some


def _core(some: Sequence[Told], text: str, told_from: float) -> Sequence[Told]:
    """A stretch without what stands at its end after an article or a preposition and is not sure:
    "visa T aux victimes" is told as "visa T"."""
    found, begins = some, closed("before_a_noun") | closed("leaning_on_the_next")
    for place in range(len(some) - 1, 0, -1):
        if _is_of(begins, some[place], text):
            if _surest(found[place:]) >= told_from:
                break
            found = found[:place]
    return found


def _whole(some: Sequence[Told], words: Sequence[Told], text: str) -> list[Told]:
    """A stretch with the words on which its last one leans, or else without that one: "dans le
    Midwest", of which "dans" was told. None of one that says nothing by itself."""
    leaning = closed("leaning_on_the_next")
    place, found = words.index(some[-1]), list(some)
    for after in words[place + 1 :]:
        between = text[found[-1].end : after.start]
        leans = _is_of(leaning | closed("before_a_noun"), found[-1], text) and between.isspace()
        if not leans and between not in JOINS:
            break
        found.append(after)
    while found and _is_of(leaning, found[-1], text):
        found.pop()
    while found and _is_of(closed("before_a_stretch"), found[0], text):
        found.pop(0)
    return found


def _is_of(words: frozenset[str], word: Told, text: str) -> bool:
    return fold(text[word.start : word.end]) in words


def _plain(stretch: str) -> str:
    """A stretch on one line, without what would be read as a mark of ours."""
    return " ".join(_MARKS.sub(" ", stretch).split())
