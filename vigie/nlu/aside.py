"""Find what a question sets aside: "qui enquête à part le DoJ ?", "n'enquête pas mais poursuit"."""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import Iterator, Mapping, Sequence

from vigie.nlu.asking import ASKING
from vigie.nlu.shorthand import SHORTHAND
from vigie.nlu.spans import SENTENCE_END, Span
from vigie.nlu.text import Token

NEAR = 2
"""Words between a name and the cue after it: "mis", "étant mis"."""
_BETWEEN_NAMES = frozenset("l la le les du des de d et ou ni".split())
_SET_ASIDE = (
    ("a", "part"),
    ("sauf",),
    ("hormis",),
    ("excepte",),
    ("en", "dehors", "de"),
    ("en", "dehors", "du"),
    ("autre", "que"),
    ("autres", "que"),
    ("mais", "pas"),
    ("mais", "sans"),
    ("mais", "n"),
    ("mais", "ne"),
    ("outre",),
    ("et", "pas"),
    ("a", "l", "exception"),
    ("sans", "compter"),
    ("en", "plus", "de"),
    ("en", "plus", "du"),
    ("apart",),
    ("sof",),
    ("mais", "qui", "ne"),
    ("mais", "qui", "n"),
    ("en", "plus", "d"),
    ("sans", "etre"),
    ("excluant",),
    ("exception", "faite"),
    *((word,) for word in "enleve enlevez enlever retire retirez retirer ote otez oter".split()),
)
ASIDE_WORDS = frozenset(word for cue in _SET_ASIDE for word in cue)
"""They say that something is set aside, and nothing of what it is."""
_SET_ASIDE_BY_WORD = {
    word: tuple(cue for cue in _SET_ASIDE if cue[0] == word) for word, *_ in _SET_ASIDE
}


MOST = 24
"""Stretches that are looked for in one message: nobody sets aside more things than that."""


def set_aside(
    text: str, tokens: Sequence[Token], names: Mapping[int, int] = MappingProxyType({})
) -> list[Span]:
    """The stretches that a question excludes, up to the next comma, question or end.

    `names` leads from the first token of each name to the one after it: what opens with names
    ends with them, "qui à part le DoJ enquête" sets the agency aside and not the verb.
    """
    words = [token.text for token in tokens]
    found = list(islice(_denied(tokens, words), MOST))
    ends = _ends(text, tokens)
    for index in range(len(words)):
        if len(found) >= MOST:
            break
        cues = _SET_ASIDE_BY_WORD.get(words[index], ())
        cue = next((c for c in cues if tuple(words[index : index + len(c)]) == c), None)
        if cue is None or (cue == ("outre",) and words[index - 1 : index] == ["en"]):
            continue
        first = index + len(cue)
        if first < len(tokens) and "," in text[tokens[first - 1].end : tokens[first].start]:
            found += _named_before(tokens, index, names)
            continue
        last = _after_names(words, first, names) or ends[first]
        if last > first:
            found.append(Span(tokens[index].start, tokens[last - 1].end))
    return found


def _ends(text: str, tokens: Sequence[Token]) -> list[int]:
    """For each place, and the one after the last, where what begins there stops."""
    ends = [len(tokens)] * (len(tokens) + 1)
    for index in range(len(tokens) - 2, -1, -1):
        ends[index] = index + 1 if _stops(text, tokens, index + 1) else ends[index + 1]
    return ends


def _named_before(tokens: Sequence[Token], cue: int, names: Mapping[int, int]) -> Iterator[Span]:
    """The name that a cue with a comma after it sets aside: "le DoJ mis à part, qui enquête ?"."""
    ends = [(end, start) for start, end in names.items() if end <= cue <= end + NEAR]
    for _, start in sorted(ends)[-1:]:
        yield Span(tokens[start].start, tokens[cue].end)


def _denied(tokens: Sequence[Token], words: Sequence[str]) -> Iterator[Span]:
    """What is denied before it is set against something: "n'enquête pas mais poursuit"."""
    for index, word in enumerate(words):
        if word not in ("ne", "n"):
            continue
        end = next(
            (i for i in range(index + 1, min(index + 5, len(words))) if words[i] == "pas"), 0
        )
        if end and words[end + 1 : end + 2] == ["mais"]:
            yield Span(tokens[index].start, tokens[end].end)


def _after_names(words: Sequence[str], first: int, names: Mapping[int, int]) -> int:
    """The place after the names that stand at `first`, joined by small words; 0 without any."""
    end, place = 0, first
    while place < len(words) and (place in names or words[place] in _BETWEEN_NAMES):
        place = names.get(place, place + 1)
        end = place if words[place - 1] not in _BETWEEN_NAMES else end
    return end


def _stops(text: str, tokens: Sequence[Token], index: int) -> bool:
    between = text[tokens[index - 1].end : tokens[index].start]
    word = SHORTHAND.get(tokens[index].text, tokens[index].text).split()[-1]
    return "," in between or bool(SENTENCE_END.search(between)) or word in ASKING
