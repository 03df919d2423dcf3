"""The knowledge as plain text, for the terminal: the whole as a tree, one thing as a page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from datetime import date

from rapidfuzz import fuzz, process

from vigie.knowledge.model.entry import Name
from vigie.knowledge.model.knowledge import Entity, Knowledge
from vigie.knowledge.model.organisations import Agency, Body
from vigie.knowledge.page import page
from vigie.knowledge.query import Index
from vigie.knowledge.result import Found, Several
from vigie.knowledge.text import key

CLOSE = 70
"""From this likeness on (0 to 100), a name is worth proposing to someone who mistyped."""

Branch = tuple[str, list["Branch"]]
"""A line of the tree and what hangs under it."""


class UnknownName(LookupError):
    """Nothing, or more than one thing, has this name; the text says in French what has."""

    def __str__(self) -> str:
        return str(self.args[0])


def show_tree(knowledge: Knowledge) -> str:
    """Bodies, their committees and members, and all that each agency publishes or runs."""
    index = Index(knowledge)
    bodies = [_body(index, body) for body in knowledge.bodies]
    seated = {member for body in knowledge.bodies for member in index.members(body.id)}
    outside = [_agency(index, one) for one in knowledge.agencies if one not in seated]
    if outside:
        bodies.append(("hors de ces instances", outside))
    laws: list[Branch] = [(_title(law.name, law.id), []) for law in knowledge.laws]
    rest: list[Branch] = [(_title(one.name, one.id), []) for one in knowledge.contexts]
    lines = [knowledge.source.title, *_draw([*bodies, ("lois", laws), *rest])]
    return "\n".join(lines)


def show_entity(knowledge: Knowledge, name: str, today: date | None = None) -> str:
    """What is known of the thing that has this id or this name, with the place of each fact.

    Raises:
        UnknownName: nothing has this name, or several things do; the text names the closest.
    """
    index = Index(knowledge)
    if name.lower() in index:
        return page(index, index.entity(name.lower()), today or date.today())
    found = index.named(name)
    if isinstance(found, Found):
        return page(index, found.value, today or date.today())
    said = f"«\u00a0{name}\u00a0»"
    if isinstance(found, Several):
        raise UnknownName(f"{said} a plusieurs sens : {_choices(found.values)}.")
    near = _closest(index, name)
    if near:
        raise UnknownName(f"{said} ne désigne rien. Vouliez-vous dire {_choices(near)} ?")
    raise UnknownName(f"{said} ne désigne rien : lancer «\u00a0vigie show\u00a0» pour tout voir.")


def _closest(index: Index, name: str) -> list[Entity]:
    """At most three entities with a name that looks like `name`, the closest first."""
    names = index.names()
    hits = process.extract(key(name), list(names), scorer=fuzz.WRatio, score_cutoff=CLOSE, limit=12)
    near = dict.fromkeys(entity.id for hit, _, _ in hits for entity in names[hit])
    return [index.entity(ident) for ident in list(near)[:3]]


def _choices(entities: Iterable[Entity]) -> str:
    shown = [f"{entity.id} ({entity.name.fr})" for entity in entities]
    return " ou ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def _title(name: Name, ident: str) -> str:
    short = f" ({name.acronym})" if name.acronym else ""
    return f"{name.fr[0].upper()}{name.fr[1:]}{short} [{ident}]"


def _body(index: Index, body: Body) -> Branch:
    below: list[Branch] = []
    committees = index.committees_of(body.id)
    if committees:
        themes: list[Branch] = [(f"{c.theme} [{c.id}]", []) for c in committees]
        below.append((f"comités ({len(committees)})", themes))
    members = index.members(body.id)
    first = next((b for b in index.knowledge.bodies if index.members(b.id) == members), body)
    if members and first != body:
        below.append((f"membres : voir {first.id}, dont chacun est représenté", []))
    elif members:
        agencies = [_agency(index, member, body) for member in members]
        below.append((f"membres ({len(members)})", agencies))
    elif body.members:
        below.append((f"membres : {body.members.who}", []))
    return _title(body.name, body.id), below + _reports(index, body.id)


def _reports(index: Index, owner: str) -> list[Branch]:
    return [(f"rapport : {one.name.fr} [{one.id}]", []) for one in index.reports_of(owner)]


def _agency(index: Index, agency: Agency, body: Body | None = None) -> Branch:
    notes = []
    if body and body.chair and body.chair.agency == agency.id:
        notes.append("préside")
    count = len(agency.duties)
    notes.append(f"{count} attribution{'s' if count > 1 else ''}" if count else "seulement nommé")
    below = _reports(index, agency.id)
    below += [(f"{one.name.fr} [{one.id}]", []) for one in index.programmes_of(agency.id)]
    return f"{_title(agency.name, agency.id)}, {', '.join(notes)}", below


def _draw(branches: list[Branch], before: str = "") -> list[str]:
    lines = []
    for rank, (text, below) in enumerate(branches):
        last = rank == len(branches) - 1
        stem = before + ("    " if last else "│   ")
        wrapped = textwrap.wrap(text, 96 - len(before))
        lines.append(f"{before}{'└── ' if last else '├── '}{wrapped[0]}")
        lines += [stem + ("│   " if below else "    ") + more for more in wrapped[1:]]
        lines += _draw(below, stem)
    return lines
