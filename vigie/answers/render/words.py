"""What things and topics are called in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import Noun, listing, of
from vigie.answers.query.bounds import is_bound
from vigie.answers.query.form import PRESIDENT
from vigie.answers.query.model import UNKNOWN
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.model.measures import Report
from vigie.knowledge.text import fold


def called(ident: str, view: View, form: str = "le") -> str:
    """What a thing is called in a sentence, in one of the forms of a noun; a name that the
    document does not have is given back as it was read, and years as bounds: "d'avant 2005"."""
    if is_bound(ident):
        return years(ident, view)
    if ident.startswith(UNKNOWN):
        name = _spelt(ident.removeprefix(UNKNOWN), view)
        return f"« {name} »" if name else view.say("this_organisation")
    if ident not in view.index:
        return view.say("the_president") if ident == PRESIDENT else ident
    if isinstance(view.entity(ident), Report):
        return with_article(view.noun(ident))
    return format(view.noun(ident), form)


def _spelt(name: str, view: View) -> str:
    """A name that the document does not have as the knowledge spells it ("FBI"), where it is one
    that people are known to ask about; else as it was typed."""
    folded = fold(name)
    return next((one for one in view.knowledge.source.outside if fold(one) == folded), name)


def years(bound: str, view: View) -> str:
    """The years that a bound leaves, as what comes after "date": « d'avant 2005 »."""
    said = {
        ">": view.say("years_after", year=bound[1:]),
        "≥": view.say("years_from", year=bound[1:]),
        "<": view.say("years_before", year=bound[1:]),
        "≤": view.say("years_until", year=bound[1:]),
    }
    return said[bound[0]]


def with_article(report: Noun) -> str:
    """A report by its French title and its article; one that the document gives no English title
    of has none at all, and is only described: "le premier rapport du Conseil consultatif"."""
    return format(report, "titre" if report.name.en else "le")


def label(topic: str, view: View) -> str:
    """A topic in words."""
    known = {one.id for one in view.knowledge.topics}
    return view.topic(topic).label if topic in known else topic.removeprefix(UNKNOWN)


def labels(topics: Sequence[str], view: View) -> str:
    """Several topics in words."""
    return listing([label(topic, view) for topic in topics])


def labels_of(topics: Sequence[str], view: View) -> str:
    """The same after "de": "de la formation et des enquêtes"."""
    return listing([of(label(topic, view)) for topic in topics])


def unnamed(outsider: str, view: View) -> Reply:
    """That the document names nothing of the kind ("@NASA")."""
    if outsider == UNKNOWN:
        return Reply(view.say("outsider"), kind="refusal", reason="outsider")
    lead = view.say("outsider_named", name=called(outsider, view))
    return Reply(lead, kind="refusal", reason="outsider")
