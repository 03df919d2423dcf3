"""A list in the form that is asked for: the names alone, numbered, in another order, as a table."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.grammar import capital
from vigie.answers.query.years import year
from vigie.answers.render.brief import briefly
from vigie.answers.render.publications import titled
from vigie.answers.render.words import called
from vigie.answers.reply import Reply, Row, Table
from vigie.answers.view import View
from vigie.knowledge.model.measures import Report
from vigie.knowledge.text import fold

LISTED = (
    "names",
    "acronyms",
    "each",
    "alphabetical",
    "oldest",
    "newest",
    "reversed",
    "numbered",
    "rows",
)
"""What is asked of the form of a list, in the order in which it is done."""
BY_AGE = {"oldest", "newest"}
"""Those that a question may mean: "du plus ancien au plus récent ?"."""
_ARTICLE = re.compile(r"^(?:(?:Le|La|Les|The)\b|L['’]|[«\s])+", re.IGNORECASE)
"""What a line may begin with that counts for nothing in the order of the alphabet."""


def listed_as(reply: Reply, forms: Collection[str], view: View) -> Optional[Reply]:
    """A reply whose items are things, or lines that can be numbered, in these forms; None for what
    is no list, or has none of what it would be put in order by."""
    wanted = [one for one in LISTED if one in forms]
    if not wanted or not reply.items or reply.parts:
        return None
    shown = [one for one in (reply.focus.shown if reply.focus else ()) if one in view.index]
    if len(shown) != len(reply.items):
        return reply.with_(numbered=True, table=None) if "numbered" in wanted else None
    lines: Optional[list[tuple[str, str]]] = as_last_told(list(zip(shown, reply.items)), view)
    for form in wanted:
        lines = _formed(lines, form, view) if lines else None
    if lines is None:
        return None
    ids, items = zip(*lines)
    found = reply.with_(items=items, numbered="numbered" in wanted)
    if reply.focus:
        found = found.with_(focus=replace(reply.focus, shown=ids))
    return found.with_(table=_rows(lines, view)) if "rows" in wanted else found


def as_last_told(lines: list[tuple[str, str]], view: View) -> list[tuple[str, str]]:
    """Lines in the order in which the same things were told last."""
    last = view.focus.shown
    if set(last) != {one for one, _ in lines}:
        return lines
    return sorted(lines, key=lambda pair: last.index(pair[0]))


def _formed(
    lines: Sequence[tuple[str, str]], form: str, view: View
) -> Optional[list[tuple[str, str]]]:
    """Things and their lines in one form; None where there is nothing to put them in order by."""
    if form == "names":
        return [(one, capital(called(one, view))) for one, _ in lines]
    if form == "acronyms":
        return _acronyms(lines, view)
    if form == "each":
        return [(one, _told(one, line, view)) for one, line in lines]
    if form == "alphabetical":
        return sorted(lines, key=lambda pair: fold(_ARTICLE.sub("", pair[1])))
    if form == "reversed":
        return list(lines)[::-1]
    if form in ("oldest", "newest"):
        return _by_year(lines, form == "newest", view)
    return list(lines)


def _acronyms(lines: Sequence[tuple[str, str]], view: View) -> Optional[list[tuple[str, str]]]:
    """Their acronyms, and the name of what has none; None where none of them has one."""
    nouns = {one: view.noun(one) for one, _ in lines}
    if not any(noun.name.acronym for noun in nouns.values()):
        return None
    return [
        (one, format(noun, "sigle") if noun.name.acronym else capital(called(one, view)))
        for one, noun in nouns.items()
    ]


def _told(one: str, line: str, view: View) -> str:
    """A sentence on a thing: its line, where that says more than its name."""
    if fold(line) != fold(called(one, view)):
        return line
    return capital(briefly(one, view)) or line


def _by_year(
    lines: Sequence[tuple[str, str]], newest: bool, view: View
) -> Optional[list[tuple[str, str]]]:
    """The oldest or the newest first, with the years that the document gives; what it does not date
    stands where it must be older, else last."""
    years = {one: year(one, view.world) for one, _ in lines}
    known = [pair for pair in lines if years[pair[0]] is not None]
    if len(known) < 2:
        return None
    known.sort(key=lambda pair: years[pair[0]] or 0, reverse=newest)
    rest = [pair for pair in lines if years[pair[0]] is None]
    return [(one, _with_year(one, line, view)) for one, line in (*known, *rest)]


def _with_year(one: str, line: str, view: View) -> str:
    dated = next(iter(view.world.right("year", one)), "")
    if not dated or dated in line:
        return line
    return f"{line.rstrip('.')} ({dated})"


def _rows(lines: Sequence[tuple[str, str]], view: View) -> Table:
    """A row a thing: what it is called for short, and what its line says."""
    rows = tuple(
        Row(capital(_short(one, view)), ((_beside_its_name(one, line, view),),))
        for one, line in lines
    )
    return Table((view.say("table_told"),), rows)


def _short(one: str, view: View) -> str:
    return called(one, view, "le" if isinstance(view.entity(one), Report) else "bref")


def _beside_its_name(one: str, line: str, view: View) -> str:
    """What a line says beside the name; where that is all, what the thing does or is."""
    entity = view.entity(one)
    name = titled(entity) if isinstance(entity, Report) else capital(called(one, view))
    rest = line.removeprefix(name).lstrip(" ,")
    if rest == format(view.noun(one), "sigle"):
        return capital(called(one, view))
    return capital(rest or briefly(one, view) or name)
