"""What was checked on a day: dates, addresses, and what an update needs to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlsplit

from vigie.knowledge.check import Entry
from vigie.knowledge.model.hotline import Hotline
from vigie.knowledge.model.knowledge import Entity, Knowledge
from vigie.knowledge.model.organisations import Agency, Body
from vigie.knowledge.model.sources import Outside, Update
from vigie.knowledge.problems import Problem
from vigie.knowledge.tree import Way

Dated = Update | Hotline | Outside
"""Whatever has an address, the day when it was checked, and the day to check it again."""


def check_dated(entry: Entry, way: Way, value: Dated, today: date) -> Iterator[Problem]:
    """Dates that are none, come in the wrong order or are still to come; bad addresses."""
    checked, review = day(value.checked_on), day(value.review_by)
    for field, text, found in (
        ("checked_on", value.checked_on, checked),
        ("review_by", value.review_by, review),
    ):
        if found is None:
            remedy = 'l\'écrire "AAAA-MM-JJ", entre guillemets'
            yield entry.problem((*way, field), f"« {text} » n'est pas une date", remedy)
    if checked and review and review <= checked:
        says = "la relecture est prévue avant la vérification"
        remedy = "choisir une date plus tardive que `checked_on`"
        yield entry.problem((*way, "review_by"), says, remedy)
    if checked and checked > today:
        says = f"la vérification est datée du {checked}, qui n'est pas encore venu"
        yield entry.problem((*way, "checked_on"), says, "écrire le jour où la page a été lue")
    others = value.confirmed_by if isinstance(value, Update) else ()
    for step, url in ((("url",), value.url), *((("confirmed_by",), one) for one in others)):
        if not is_address(url):
            says, remedy = f"« {url} » n'est pas une adresse", "l'écrire en entier : https://..."
            yield entry.problem((*way, *step), says, remedy)


def check_updates(entries: Iterable[Entry], entities: Iterable[Entry]) -> Iterator[Problem]:
    """A confirmed update without a second text, a draft that does not say what it lacks, a
    duty that does not exist."""
    known: dict[str, Entity] = {entry.value.id: entry.value for entry in entities}
    for entry in entries:
        update: Update = entry.value
        if update.status == "confirmed" and not set(update.confirmed_by) - {update.url}:
            remedy = "ajouter dans `confirmed_by` l'adresse d'un autre texte, ou écrire draft"
            yield entry.problem(("status",), "un seul texte le confirme", remedy)
        if update.status == "draft" and not update.missing:
            yield entry.problem(
                ("status",), "le brouillon ne dit pas ce qui manque", "l'écrire dans `missing`"
            )
        about = known.get(update.about)
        if update.topics and isinstance(about, (Agency, Body)):
            own = {topic for duty in about.duties for topic in duty.topics}
            for index, topic in enumerate(update.topics):
                if topic not in own:
                    says = f"« {about.id} » n'a pas d'attribution de sujet « {topic} »"
                    remedy = f"choisir parmi : {', '.join(sorted(own))}"
                    yield entry.problem(("topics", index), says, remedy)


def overdue(knowledge: Knowledge, today: date) -> list[tuple[date, str, str]]:
    """What was to be checked again before `today`: when, where it is, and what it is."""
    dated: list[tuple[str, str, Dated]] = [
        *(("updates.yml", f"{u.about} : {u.text}", u) for u in knowledge.updates),
        *(("source.yml", f"{o.id} : {o.title}", o) for o in knowledge.source.others),
        ("safety.yml", knowledge.safety.name.fr, knowledge.safety),
    ]
    due = [(date.fromisoformat(one.review_by), file, what) for file, what, one in dated]
    return sorted(one for one in due if one[0] < today)


def day(text: str) -> date | None:
    """The date that `text` writes, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_address(url: str) -> bool:
    """Whether `url` is an address of the web, written in full."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and " " not in url
