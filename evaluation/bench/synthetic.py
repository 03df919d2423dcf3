"""A government that does not exist: any number of agencies with names, acronyms and duties.

They stand beside the real entries of `knowledge/` and pass `vigie check`. Their duties belong
to ten topics of their own, so that the answers about real topics stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_KINDS = ("bureau", "office", "centre", "comptoir", "cabinet")
_ENGLISH_KINDS = ("Desk", "Office", "Centre", "Counter", "Cabinet")
_THEMES = {
    "bois": ("des sapins", "des chênes", "des scieries", "des sentiers"),
    "eaux": ("des digues", "des lacs", "des écluses", "des moulins"),
    "roches": ("des carrières", "des grottes", "des falaises", "du granit"),
    "ciel": ("des étoiles", "des nuages", "des comètes", "des orages"),
    "jardins": ("des roses", "des potagers", "des serres", "des tulipes"),
    "musique": ("des fanfares", "des pianos", "des orgues", "des chorales"),
    "jeux": ("des échecs", "des cerfs-volants", "des toupies", "des billes"),
    "livres": ("des atlas", "des reliures", "des grimoires", "des almanachs"),
    "pierres": ("des phares", "des clochers", "des remparts", "des fontaines"),
    "betes": ("des castors", "des hiboux", "des abeilles", "des bisons"),
}
_PLACES = tuple(
    "d'Alabama, d'Alaska, d'Arizona, d'Arkansas, de Californie, de Caroline du Nord, de Caroline "
    "du Sud, du Colorado, du Connecticut, du Dakota du Nord, du Dakota du Sud, du Delaware, de "
    "Floride, de Géorgie, d'Hawaï, de l'Idaho, de l'Illinois, de l'Indiana, de l'Iowa, du Kansas, "
    "du Kentucky, de Louisiane, du Maine, du Maryland, du Massachusetts, du Michigan, du "
    "Minnesota, du Mississippi, du Missouri, du Montana, du Nebraska, du Nevada, du New Hampshire, "
    "du New Jersey, du Nouveau-Mexique, de New York, de l'Ohio, de l'Oklahoma, de l'Oregon, de "
    "Pennsylvanie, du Rhode Island, du Tennessee, du Texas, de l'Utah, du Vermont, de Virginie, de "
    "Virginie-Occidentale, de l'État de Washington, du Wisconsin, du Wyoming".split(", ")
)
_WAYS = (
    "entretien {}", "relevé {}", "protection {}", "histoire {}", "carte {}", "musée {}",
    "concours {}", "restauration {}",
)  # fmt: skip
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_STEP = 7919
"""A prime that spreads neighbours far apart among the acronyms."""

MOST = len(_KINDS) * len(_PLACES) * sum(map(len, _THEMES.values()))
"""How many agencies there can be."""


def acronym(number: int) -> str:
    """Four consonants, different for each number below 160,000."""
    rest = number * _STEP % len(_CONSONANTS) ** 4
    letters = []
    for _ in range(4):
        rest, letter = divmod(rest, len(_CONSONANTS))
        letters.append(_CONSONANTS[letter])
    return "".join(letters).upper()


def agencies(number: int) -> Iterator[dict[str, Any]]:
    """`number` entries for agencies.yml.

    Raises:
        ValueError: more than `MOST` are asked for.
    """
    if number > MOST:
        raise ValueError(f"at most {MOST} agencies")
    themes = [(topic, theme) for topic, some in _THEMES.items() for theme in some]
    for index in range(number):
        rest, place = divmod(index, len(_PLACES))
        kind, which = divmod(rest, len(themes))
        topic, theme = themes[which]
        where = {"section": "members", "paragraph": 1 + index % 15}
        name = f"{_KINDS[kind]} {theme} {_PLACES[place]}"
        bare = theme.split(maxsplit=1)[1].title()
        yield {
            "id": f"made_{index}",
            "name": {
                "fr": name,
                "article": "le" if _KINDS[kind][0] not in "aeiou" else "l'",
                "gender": "m",
                "en": f"{_ENGLISH_KINDS[kind]} of {bare} number {index}",
                "acronym": acronym(index),
            },
            "place": where,
            "kind": "office",
            "duties": [
                {"does": f"recense {_direct(theme)} {_PLACES[place]}", "topics": [f"made_{topic}"],
                 "place": where},
            ],
        }  # fmt: skip


def _direct(theme: str) -> str:
    """ "des lacs" as what is counted: "les lacs"."""
    article, noun = theme.split(maxsplit=1)
    return f"{'le' if article == 'du' else 'les'} {noun}"


def topics() -> Iterator[dict[str, Any]]:
    """The topics of the made agencies, for topics.yml."""
    for topic, themes in _THEMES.items():
        ways = [way.format(theme) for theme in themes for way in _WAYS]
        yield {"id": f"made_{topic}", "label": f"les {topic} inventés", "ways": ways}


def add(knowledge: Path, number: int) -> None:
    """Write `number` agencies and their topics into a copy of the knowledge."""
    if not number:
        return
    made = list(agencies(number))
    used = {topic for agency in made for duty in agency["duties"] for topic in duty["topics"]}
    _append(knowledge / "agencies.yml", made)
    _append(knowledge / "topics.yml", [topic for topic in topics() if topic["id"] in used])


def questions(number: int, most: int = 60) -> list[str]:
    """Questions about made agencies spread over all of them: by name, by acronym, misspelt."""
    chosen = list(agencies(number))[:: max(1, number // most)][:most]
    found = []
    for place, agency in enumerate(chosen):
        name = agency["name"]["fr"]
        asked = (name, agency["name"]["acronym"], name.replace("r", "rr", 1).replace("es", "e", 1))
        found.append(f"Que fait {asked[place % 3]} ?")
    return found


def _append(path: Path, entries: list[dict[str, Any]]) -> None:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(entries, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1000)
    with path.open("a", encoding="utf-8") as file:
        file.write("\n" + text)
