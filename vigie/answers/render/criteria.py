"""What a select asks: said briefly, by its topics."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.grammar import listing, of
from vigie.answers.query.model import Select
from vigie.answers.render.words import called, label
from vigie.answers.view import View

FEW = 3
"""Things up to which it is said that it is among them."""


def criteria(select: Select, view: View) -> str:
    """What a select asks, said briefly: "la formation ; sans les enquêtes ; hors le DoJ"."""
    said: list[str] = []
    for one in select.conditions:
        values = [v for v in one.values if isinstance(v, str)]
        if len(values) != len(one.values):
            continue
        text = _value(one.key, values, one.every, view)
        said.append(_denied(one.key, values, text, view) if one.denied else text)
    few = [called(one, view, "bref") for one in select.among if isinstance(one, str)]
    if few and (len(few) <= FEW or not said):
        said.append(view.say("criterion_among", what=listing(few)))
    gone = [called(one, view, "bref") for one in select.excluded if isinstance(one, str)]
    if gone:
        said.append(view.say("criterion_except", what=listing(gone)))
    return "\u00a0; ".join(said)


def _denied(key: str, values: list[str], text: str, view: View) -> str:
    """A criterion in the negative, of which some words have a sentence of their own."""
    own = f"criterion_not_{key}_{values[0]}"
    if own in view.phrases:
        return view.say(own)
    without = "criterion_not" if key in ("does", "about") else "criterion_is_not"
    topics = [of(label(v, view)) for v in values]
    return view.say(without, what=text, of=listing(topics, "ou"))


def _value(key: str, values: list[str], every: bool, view: View) -> str:
    last = "et" if every else "ou"
    if key in ("does", "about"):
        return listing([label(v, view) for v in values], last)
    known = f"criterion_{key}_{values[0]}"
    if known in view.phrases:
        return view.say(known)
    brief, bdu = (
        listing([called(v, view, form) for v in values], last) for form in ("bref", "bdu")
    )
    general = f"criterion_{key}"
    if general not in view.phrases:
        return brief
    return view.say(general, what=brief, of=bdu)


def kind_asked(select: Select) -> str:
    """The kind of organisation that is asked for, if it is one."""
    kinds = [one for one in select.conditions if one.key == "kind"]
    if len(kinds) != 1 or kinds[0].denied or len(kinds[0].values) != 1:
        return ""
    return str(kinds[0].values[0])


def kind_of(select: Select, view: View) -> str:
    """The same in the plural ("départements"), where it has a word of its own."""
    own = f"things_{kind_asked(select)}"
    return view.say(own) if own in view.phrases else ""


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
            if one.key in ("does", "about") and not one.denied
            for value in one.values
            if isinstance(value, str)
        )
    )
