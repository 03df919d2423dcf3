"""What a list is asked by, as what follows the word for its things: « trois rapports du DoL »."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vigie.answers.grammar import listing, number, of
from vigie.answers.query.bounds import is_bound
from vigie.answers.query.evaluate import find, resolve
from vigie.answers.query.model import Condition, Select
from vigie.answers.query.relations import ANY, TOPICAL
from vigie.answers.render.left_out import FEW, left_out
from vigie.answers.render.words import called, label
from vigie.answers.view import View

APART = ("not_by", "not_kind_", "kind_other", "not_of", "not_rank")
"""What begins with "hors": it comes last, after a comma."""
FIRST = ("by", "of")
"""What belongs to the noun: "rapports du DoL", before all else."""
SEVERAL = "several"
"""What ends the name of a sentence that several things have: "où siègent"."""
BOTH = ("not_by",)
"""Of several that are left out, all are."""


def criteria(select: Select, view: View) -> str:
    """What a select asks, with the space or the comma before it: " faisant partie de la PITF, hors
    le DoJ"; "" for all of a sort."""
    told = [pair for one in _joined(select.conditions) if (pair := _said(one, select.sort, view))]
    first = [text for name, text in told if name in FIRST]
    apart = [text for name, text in told if name.startswith(APART)]
    within = [text for _, text in told if text not in (*first, *apart)]
    said = "".join(f" {text}" for text in (*first, listing(within)) if text)
    return "".join([said, *(f", {text}" for text in (*apart, *_within(select, view)))])


def of_topics(select: Select, view: View) -> tuple[str, str]:
    """Of a list of those who do something: what they see to, after "s'occupent", and what it leaves
    out: "de la formation", ", mais sans mention des enquêtes,
    hors le DoJ"."""
    sees = [_of_topics(one, view) for one in select.conditions if not one.denied]
    not_to = [_of_topics(one, view) for one in select.conditions if one.denied]
    rest = [view.say("criterion_but_not", of=listing(not_to, "ni"))] if not_to else []
    return listing(sees), "".join(f", {text}" for text in (*rest, *_within(select, view)))


def _joined(conditions: Iterable[Condition]) -> list[Condition]:
    """The conditions, those of topics that all hold as one."""
    some = list(conditions)
    for key, denied in itertools.product(TOPICAL, (False, True)):
        alike = [c for c in some if (c.key, c.denied) == (key, denied)]
        if len(alike) > 1 and all(c.every or denied or len(c.values) == 1 for c in alike):
            values = tuple(value for c in alike for value in c.values)
            some[some.index(alike[0])] = replace(alike[0], values=values, every=True)
            some = [c for c in some if c not in alike[1:]]
    return some


def _within(select: Select, view: View) -> Iterator[str]:
    """Among whom it is asked, unless all are found whoever it is asked of; and who is left out."""
    some = [one for one in select.among if isinstance(one, str)]
    if some and not (select.conditions and _found_anyway(select, view)):
        response = "criterion_among" if len(some) > 1 else "criterion_among_one"
        if len(some) > FEW and select.conditions:
            response = "criterion_among_those"
        what = listing([called(one, view, "bref") for one in some])
        yield view.say(response, what=what, of=_of(some[0], view), number=number(len(some)))
    yield from left_out(select, view)


def _found_anyway(select: Select, view: View) -> bool:
    """Whether among all others too it finds nothing else."""
    of_all = find(replace(select, among=()), view.world)
    return bool(of_all) and set(of_all) == set(find(select, view.world))


def _said(one: Condition, sort: str, view: View) -> tuple[str, str] | None:
    """The name of the sentence that a condition has, and the condition in words; None where it
    leaves nothing out."""
    values = list(resolve(one.values, view.world))
    name = next(_names(one, values, sort, view))
    if not values or (values == [ANY] and not name.endswith(f"_{ANY}")):
        return None
    last = "et" if (one.every and not one.denied) or name in BOTH else "ou"
    last = "ni" if one.denied and (name.endswith(SEVERAL) or one.key in TOPICAL) else last
    if one.key in TOPICAL:
        what = listing([label(value, view) for value in values], last)
        sees = listing([of(label(value, view)) for value in values], last)
        return name, view.say(f"criterion_{name}", what=what, of=sees)
    if name.endswith(f"kind_{SEVERAL}"):
        kinds = listing([view.say(f"things_{value}") for value in values], "et")
        return name, view.say(f"criterion_{name}", what=kinds)
    brief = listing([called(value, view, "bref") for value in values], last)
    bdu = listing([_of(value, view) for value in values], last)
    if one.key == "year" and not any(map(is_bound, values)):
        brief = of(brief)
    return name, view.say(f"criterion_{name}", what=brief, of=bdu)


def _names(one: Condition, values: list[str], sort: str, view: View) -> Iterator[str]:
    """Names of the sentences that there are for it, the closest first; the last is of any."""
    denied = "not_" if one.denied else ""
    keys = (f"{denied}{sort}_{one.key}", f"{denied}{one.key}")
    value = values[0] if len(values) == 1 else SEVERAL
    every = (*(f"{key}_{value}" for key in keys), *keys)
    yield from (name for name in every if f"criterion_{name}" in view.phrases)
    yield "such"


def _of(value: str, view: View) -> str:
    """What a thing is called after "de"; a name that the document does not have is no word."""
    return called(value, view, "bdu") if value in view.index else of(called(value, view))


def _of_topics(one: Condition, view: View) -> str:
    last = "et" if one.every and not one.denied else "ou"
    return listing([of(label(str(value), view)) for value in one.values], last)


def kind_asked(select: Select) -> str:
    """The kind of organisation that is asked for, if it is one."""
    kinds = [one for one in select.conditions if one.key == "kind"]
    if len(kinds) != 1 or kinds[0].denied or len(kinds[0].values) != 1:
        return ""
    return str(kinds[0].values[0])


def kind_of(select: Select, view: View, number: str = "things") -> str:
    """The same in the plural ("départements"), where it has a word of its own; for the `number`
    "one" or "no" "un seul département", "aucun département"."""
    own = f"{number}_{kind_asked(select)}"
    no_list = kind_asked(select) == "report"  # "rapports" are all of them, lists too
    return view.say(own) if own in view.phrases and not no_list else ""


def without_kind(select: Select) -> Select:
    """The same asked of organisations of any kind."""
    return replace(select, conditions=tuple(c for c in select.conditions if c.key != "kind"))


def by_topics_only(select: Select) -> bool:
    """Whether an agency is asked for by what it does, and by nothing else but exclusions."""
    return select.sort == "agency" and all(one.key == "does" for one in select.conditions)


def topics_of(select: Select) -> tuple[str, ...]:
    """The topics that a select asks for; those that it leaves out are not among them."""
    return tuple(
        dict.fromkeys(
            value
            for one in select.conditions
            if one.key in TOPICAL and not one.denied
            for value in one.values
            if isinstance(value, str) and value != ANY
        )
    )
