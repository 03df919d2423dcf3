"""The knowledge as the pages look at it: addresses, names, places, and what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from vigie.answers import addresses
from vigie.answers.grammar import Noun, capital, day, sentence, unique
from vigie.answers.phrases import Phrases
from vigie.answers.typography import typeset
from vigie.answers.view import Tables, View
from vigie.knowledge.model.entry import Name, Place
from vigie.knowledge.model.knowledge import Entity, Knowledge, Topic
from vigie.knowledge.model.sources import Update
from vigie.knowledge.query import Index
from vigie.pages.parts import Beyond, Change, English, Link, Piece, Site

TITLES = {
    "agency": "Organismes",
    "body": "Instances",
    "committee": "Comités",
    "report": "Rapports",
    "programme": "Programmes",
    "law": "Lois",
    "topic": "Sujets",
}
SECTIONS = {kind: (addresses.SLUGS[kind], title) for kind, title in TITLES.items()}
"""For each sort of thing, the first part of its addresses and the name of its list."""

STRUCTURE = Link("Structure", addresses.STRUCTURE)
HOME = Link("Accueil", "/")

MENU = (*(Link(title, f"/{slug}") for slug, title in SECTIONS.values()), STRUCTURE)
"""The lists, in the order in which every page offers them."""


class Book:
    """Look-ups in one state of the knowledge."""

    def __init__(self, knowledge: Knowledge, today: date) -> None:
        """As of `today`: what was checked later does not show."""
        self.knowledge = knowledge
        self.index = Index(knowledge)
        self._today = today
        self._titles = {section.id: section.title for section in knowledge.source.sections}
        self._others = {one.id: one for one in knowledge.source.others}

    @cached_property
    def view(self) -> View:
        """What the answers see of it; no sentence of theirs is needed here."""
        return View(Tables(self.knowledge), Phrases({}))

    # Addresses and names

    def path(self, entity: Entity) -> str:
        """Where the page of a thing is; of a context, the page of the whole."""
        return addresses.path(self.index.kind(entity), entity.id)

    def link(self, ident: str, form: str = "Seul") -> Link:
        """A link to the page of a thing, named in one of the forms of a noun."""
        entity = self.index.entity(ident)
        text = typeset(format(Noun(entity.name), form))
        return Link(text, self.path(entity), language(entity.name))

    def links(self, things: Iterable[Entity]) -> tuple[Link, ...]:
        """Links to several things, by their whole names."""
        return tuple(self.link(one.id) for one in things)

    def topic(self, ident: str) -> Link:
        """A link to the page of a topic."""
        topic = self.index.topic(ident)
        return Link(typeset(bare(topic)), addresses.path("topic", ident))

    # Sources

    def place(self, place: Place | None) -> str:
        """Where the document says something, in words."""
        if place is None:
            return ""
        return typeset(f"{self._titles[place.section]}, § {place.paragraph}")

    def beyond(self, *names: Name) -> tuple[Beyond, ...]:
        """The sources of the parts of names that the document does not give."""
        cited = unique(one for name in names for one in (name.en_source, name.acronym_source))
        return tuple(
            Beyond(
                typeset(self._others[one].covers),
                Site(self._others[one].url, typeset(self._others[one].title)),
                typeset(day(self._others[one].checked_on)),
            )
            for one in cited
            if one
        )

    # What changed

    def changes(
        self, about: Collection[str], named: Collection[str], topics: Collection[str] = ()
    ) -> tuple[Change, ...]:
        """What changed for the things that a page is about, and for those that it only names.

        Args:
            about: ids; all their updates show.
            named: ids; only the updates that show wherever their thing is named, and of those on
                some of its duties, the ones on `topics`.
            topics: of the duties that the page tells of.
        """
        shown = [
            update
            for update in self.knowledge.updates
            if update.status == "confirmed"
            and date.fromisoformat(update.checked_on) <= self._today
            and (
                update.about in about
                or update.about == "document"
                or (update.about in named and _shows(update, topics))
            )
        ]
        return tuple(
            Change(
                typeset(sentence(one.text)),
                tuple(Site(url, site(url)) for url in (one.url, *one.confirmed_by)),
                typeset(day(one.checked_on)),
            )
            for one in shown
        )


def _shows(update: Update, topics: Collection[str]) -> bool:
    if update.shown != "named":
        return False
    return not update.topics or any(topic in topics for topic in update.topics)


def language(name: Name) -> str:
    """ "en" where the French name is the English one."""
    return "en" if name.fr == name.en else ""


def bare(topic: Topic) -> str:
    """The label of a topic without its article, with a capital: "Enquêtes".

    >>> from vigie.knowledge.model.knowledge import Topic
    >>> bare(Topic(id="a", label="l'aide aux victimes", ways=()))
    'Aide aux victimes'
    """
    label = topic.label
    for article in ("le ", "la ", "les ", "l'"):
        if label.startswith(article):
            label = label[len(article) :]
            break
    return capital(label)


def site(url: str) -> str:
    """The name of a site, short.

    >>> site("https://www.govinfo.gov/link/plaw")
    'govinfo.gov'
    """
    return (urlsplit(url).hostname or url).removeprefix("www.")


def title(name: Name) -> str:
    """A name at the head of its page: a capital, and the acronym."""
    return typeset(capital(format(Noun(name), "seul")))


def joined(pieces: Iterable[Piece], last: str = " et ") -> tuple[Piece, ...]:
    """Pieces as an enumeration: "a, b et c"."""
    every = list(pieces)
    found: list[Piece] = []
    for rank, piece in enumerate(every):
        if rank:
            found.append(last if rank == len(every) - 1 else ", ")
        found.append(piece)
    return tuple(found)


def in_english(name: Name) -> tuple[Piece, ...]:
    """ ", " and the English name, where there is one that is not the French one."""
    return (" — ", English(name.en)) if name.en and name.en != name.fr else ()
