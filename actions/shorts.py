"""Short titles for choices, where a platform has room for 20 letters: data of the knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from vigie.answers.typography import typeset
from vigie.knowledge.check_names import names_of
from vigie.knowledge.model.knowledge import Knowledge
from vigie.knowledge.text import key


class _Made:
    """What was made last, and of which knowledge: a server has one until it is refreshed."""

    of: Optional[Knowledge] = None
    shorts: Mapping[str, str] = {}


def shorts(knowledge: Knowledge) -> Mapping[str, str]:
    """The short title of each thing under every name that means only it."""
    if _Made.of is not knowledge:
        _Made.of, _Made.shorts = knowledge, _make(knowledge)
    return _Made.shorts


def _make(knowledge: Knowledge) -> Mapping[str, str]:
    found: dict[str, str] = {}
    shared: set[str] = set()
    for entity in knowledge.entities:
        for _, name in names_of(entity.name) if entity.name.short else ():
            if found.setdefault(key(name), entity.name.short) != entity.name.short:
                shared.add(key(name))
    return {name: typeset(short) for name, short in found.items() if name not in shared}


def with_short(button: Mapping[str, str], knowledge: Knowledge) -> dict[str, str]:
    """A choice, with the short title of the thing that its title names, if any."""
    short = shorts(knowledge).get(key(button["title"]))
    return {**button, "short": short} if short and short != button["title"] else dict(button)
