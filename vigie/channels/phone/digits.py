"""Numbers as they are said on the phone: figure by figure, in groups, with a pause between two."""

from __future__ import annotations

import re

PAUSE = "\x1f"
"""Where the voice stops for a moment; no text holds this sign."""

_FIGURES = "zéro un deux trois quatre cinq six sept huit neuf".split()
_NUMBER = re.compile(r"(?<![\d.,-])(?:\+?\d{1,3}(?:[-.]\d{2,4}){2,3}|911|711|\d{5,6})(?![\d-])")
"""A telephone number with its signs, a short one, or one for messages; not a year."""


def spell(number: str) -> str:
    """A telephone number in words.

    >>> spell("911")
    'neuf, un, un'
    >>> spell("1-888-373-7888").split(PAUSE)[:2]
    ['un, ', ' huit, huit, huit, ']
    """
    groups = [group for group in re.split(r"\D+", number) if group]
    if len(groups) == 1 and len(number) > 4:
        half = len(number) // 2
        groups = [number[:half], number[half:]]
    said = [", ".join(_FIGURES[int(figure)] for figure in group) for group in groups]
    return f", {PAUSE} ".join(said)


def numbers_in(text: str) -> list[str]:
    """The telephone numbers in a text, each once, in their order.

    >>> numbers_in("Appelez le 911, puis le 1-888-373-7888. SMS au 233733, en 2017.")
    ['911', '1-888-373-7888', '233733']
    """
    return list(dict.fromkeys(_NUMBER.findall(text)))


def spelled(text: str) -> str:
    """`text` with its telephone numbers in words.

    >>> spelled("le 911")
    'le neuf, un, un'
    """
    return _NUMBER.sub(lambda found: spell(found.group()), text)


def spaced(text: str) -> str:
    """`text` with its numbers figure by figure, for a voice of another language.

    >>> spaced("Call 911")
    'Call 9 1 1'
    """

    def apart(found: re.Match[str]) -> str:
        return ", ".join(" ".join(group) for group in re.split(r"\D+", found.group()) if group)

    return _NUMBER.sub(apart, text)
