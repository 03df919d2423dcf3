"""The pages of topics: who deals with what, and the list of all topics."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vigie.answers.grammar import Noun
from vigie.answers.typography import typeset
from vigie.knowledge.model.knowledge import Topic
from vigie.knowledge.model.measures import Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.knowledge.text import fold
from vigie.pages import phrases
from vigie.pages.book import Book
from vigie.pages.parts import Block, Fact

Doer = tuple[Agency | Body, tuple[Fact, ...]]
"""An agency or a body, and what it does."""
UNSAID = "Le document ne dit de personne qu’il s’en occupe"


def doers(inside: Collection[str], book: Book) -> tuple[Doer, ...]:
    """The agencies and bodies that do something on any of these topics, with what they do."""
    found: list[Doer] = []
    everyone: tuple[Agency | Body, ...] = (*book.knowledge.agencies, *book.knowledge.bodies)
    for one in everyone:
        facts = phrases.duties((d for d in one.duties if set(d.topics) & set(inside)), book)
        if isinstance(one, Body) and set(one.topics) & set(inside):
            facts = (phrases.line(one.mission.says, one.mission.place, book), *facts)
        if facts:
            found.append((one, facts))
    return tuple(found)


def things(inside: Collection[str], book: Book) -> tuple[Committee | Report | Programme, ...]:
    """The committees, reports and programmes on any of these topics."""
    known = book.knowledge
    every: tuple[Committee | Report | Programme, ...] = (
        *known.committees,
        *known.reports,
        *known.programmes,
    )
    return tuple(one for one in every if set(one.topics) & set(inside))


def topic(one: Topic, book: Book) -> Iterator[Block]:
    """Who deals with a topic or one nested in it."""
    inside = book.index.expand([one.id])
    facts = tuple(
        Fact(phrases.whole(doer, book).pieces, below=said) for doer, said in doers(inside, book)
    )
    yield Block("qui", "Qui s’en occupe", facts)
    titles = {Committee: "Comités", Report: "Rapports", Programme: "Programmes et services"}
    for kind, title in titles.items():
        found = [thing for thing in things(inside, book) if isinstance(thing, kind)]
        placed = (
            Fact(phrases.whole(thing, book).pieces, book.place(thing.place)) for thing in found
        )
        yield Block(kind.__name__.lower(), title, tuple(placed))
    yield Block("larges", "Sujets plus larges", tuple(Fact((book.topic(t),)) for t in one.within))
    narrower = (t.id for t in book.knowledge.topics if one.id in t.within)
    yield Block("precis", "Sujets plus précis", tuple(Fact((book.topic(t),)) for t in narrower))


def everything(book: Book) -> tuple[Fact, ...]:
    """All topics, in the order of the alphabet, those within others under them."""
    return _under("", book)


def _under(above: str, book: Book) -> tuple[Fact, ...]:
    every = book.knowledge.topics
    here = [t for t in every if (above in t.within if above else not t.within)]
    links = sorted(((book.topic(t.id), t.id) for t in here), key=lambda pair: fold(pair[0].text))
    return tuple(
        Fact((link, *_who(ident, book)), below=_under(ident, book)) for link, ident in links
    )


def _who(ident: str, book: Book) -> tuple[str, ...]:
    names = [one.name for one, _ in doers(book.index.expand([ident]), book)]
    shown = ", ".join(name.acronym or name.short or name.fr for name in names)
    if not shown:  # at most a committee has it for its theme
        bodies = {c.body for c in book.knowledge.committees if ident in c.topics}
        forms = (format(Noun(book.index.body(one).name), "bdu") for one in sorted(bodies))
        shown = ", ".join(f"comité {form}" for form in forms)
    return (typeset(f" : {shown}"),) if shown else ()


def nobody() -> tuple[Block, ...]:
    """What stands on the page of a topic that nothing in the document is about."""
    return (Block("qui", "Qui s’en occupe", (Fact((UNSAID,)),)),)
