"""What the whole document is about, under the other names that people give it: whoever asks of « le
trafic d'êtres humains » is read as if they had written « la traite des personnes »."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from vigie.knowledge.sound import sound
from vigie.nlu.mending import Mended
from vigie.nlu.mentions import Mention
from vigie.nlu.text import Token, tokens

LINKS = frozenset("d de des du l le la les".split())
"""Small words that may stand between those of a name, or not."""
BEFORE = {
    "la": {
        **dict.fromkeys(("le", "l", "les"), "la"),
        **dict.fromkeys(("du", "des"), "de la"),
        **dict.fromkeys(("au", "aux"), "à la"),
        **dict.fromkeys(("ce", "ces"), "cette"),
        "un": "une",
    },
    "le": {
        **dict.fromkeys(("la", "l", "les"), "le"),
        **dict.fromkeys(("cette", "ces"), "ce"),
        "des": "du",
        "une": "un",
    },
}
"""What stands before the name, by its article, for what stood before another."""


Names = Callable[[Sequence[Token]], Iterable[Mention]]
"""Finds what the knowledge names."""
_JOINING = " \u00a0'’-"
"""What may stand between the words of a name."""


class Subject:
    """Finds those names, as they sound."""

    def __init__(self, name: str = "", also: Iterable[str] = ()) -> None:
        """`name` with its article: "la traite des personnes"."""
        self._article, _, self._name = name.partition(" ")
        ways = {_sounds(tokens(one)) for one in also}
        self._ways = sorted(ways - {()}, key=lambda way: -len(way))

    def called(self, text: str, names: Names = lambda words: ()) -> Mended:
        """`text` with each of the other names, and what stands before it, put right; but where it
        is part of one of the `names` of the knowledge: "Trafficking in Persons Report"."""
        words = list(tokens(text)) if self._ways else []
        found, moved, end, place = [], [], 0, 0
        while place < len(words):
            stop = self._named(words, place)
            if (
                not stop
                or not _together(text, words[place:stop])
                or _within(words[place].start, words[stop - 1].end, names(words))
            ):
                place += 1
                continue
            before = words[place - 1] if place else None
            article = BEFORE.get(self._article, {}).get(before.text, "") if before else ""
            start = before.start if before and article else words[place].start
            said = f"{article} {self._name}".strip()
            found.append(text[end:start])
            moved.append((sum(map(len, found)), len(said), words[stop - 1].end - start))
            found.append(said)
            end, place = words[stop - 1].end, stop
        return Mended("".join([*found, text[end:]]), tuple(moved))

    def _named(self, words: Sequence[Token], place: int) -> int:
        """The place after the name that begins at `place`; 0 where none does."""
        return next((stop for way in self._ways if (stop := _ends(words, place, way))), 0)


def _together(text: str, words: Sequence[Token]) -> bool:
    """Whether nothing parts the words."""
    gaps = (text[one.end : other.start] for one, other in zip(words, words[1:]))
    return not "".join(gaps).strip(_JOINING)


def _within(start: int, end: int, names: Iterable[Mention]) -> bool:
    """Whether a stretch stands, in part, in one of `names`."""
    return any(one.start < end and start < one.end for one in names)


def _sounds(words: Iterable[Token]) -> tuple[str, ...]:
    return tuple(sound(one.text) for one in words if one.text not in LINKS)


def _ends(words: Sequence[Token], place: int, way: Sequence[str]) -> int:
    """The place after the words of `way`, from `place` on; 0 where others stand there."""
    for number, one in enumerate(way):
        while number and place < len(words) and words[place].text in LINKS:
            place += 1
        if place >= len(words) or sound(words[place].text) != one:
            return 0
        place += 1
    return place
