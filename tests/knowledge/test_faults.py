"""Every kind of fault is found, at its place, with its remedy, and all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vigie.knowledge.load import load, problems
from vigie.knowledge.problems import KnowledgeError

Replace = Callable[[str, str, str], int]

FAULTS = {
    # what goes wrong: file, old, new, lines further, entry, field, says, remedy
    "an unknown key": (
        "agencies.yml", "    acronym: DoS", "    acronyme: DoS",
        0, "dos", "name.acronyme", "clé inconnue « acronyme »", "écrire « acronym »",
    ),
    "a missing key": (
        "laws.yml", "    gender: f\n", "",
        -3, "tvpa", "name.gender", "« gender » manque", "ajouter « gender: ... »",
    ),
    "a number for a text": (
        "agencies.yml", "    acronym: DoS", "    acronym: 12",
        0, "dos", "name.acronym", "« 12 » n'a pas le bon type", "mettre des guillemets",
    ),
    "a text for a number": (
        "committees.yml", "  order: 2", "  order: deux",
        0, "grants_committee", "order", "« deux » n'a pas le bon type", "un nombre entier",
    ),
    "a text for a list": (
        "laws.yml", "  creates: [pitf]", "  creates: pitf",
        0, "tvpa", "creates", "une liste est attendue", "écrire [a, b]",
    ),
    "a text for keys": (
        "laws.yml", "  about:\n    says: est à", "  about: est à\n  x:\n    says: à",
        0, "tvpa", "about", "des clés sont attendues ici", "says, place",
    ),
    "a value out of the choices": (
        "agencies.yml", "  kind: department", "  kind: ministère",
        0, "dos", "kind", "« ministère » n'est pas permis ici", "department",
    ),
    "a key without value": (
        "agencies.yml", "  kind: department", "  kind:",
        0, "dos", "kind", "« None » n'est pas permis ici", "choisir parmi",
    ),
    "the same key twice": (
        "laws.yml", "  creates: [pitf]", "  creates: [pitf]\n  creates: [pitf]",
        1, "", "[1].creates", "est écrite deux fois", "n'en garder qu'une",
    ),
    "an unknown topic": (
        "agencies.yml", "topics: [finance, private_sector]", "topics: [finances]",
        0, "treasury", "duties[1].topics[1]", "« finances » n'existe pas", "voulez-vous dire « finance » ?",
    ),
    "an unknown owner": (
        "reports.yml", "owner: doj", "owner: fbi",
        0, "ag_report", "owner", "« fbi » n'existe pas", "agencies.yml ou bodies.yml",
    ),
    "an unknown member": (
        "bodies.yml", "      - eeoc", "      - nasa",
        0, "pitf", "members.agencies[14]", "« nasa » n'existe pas", "agencies.yml",
    ),
    "an unknown law": (
        "bodies.yml", "law: jvta", "law: jvt",
        0, "council", "origin.law", "« jvt » n'existe pas", "voulez-vous dire « jvta » ?",
    ),
    "an update about nothing": (
        "updates.yml", "about: usaid", "about: us_aid",
        0, "us_aid", "about", "« us_aid » n'existe pas", "voulez-vous dire « usaid »",
    ),
    "the same id twice": (
        "agencies.yml", "- id: treasury", "- id: dos",
        0, "dos", "id", "l'identifiant « dos » existe déjà", "en choisir un autre",
    ),
    "a malformed id": (
        "programmes.yml", "- id: blue_campaign", "- id: Blue Campaign",
        0, "Blue Campaign", "id", "mal formé", "lettres minuscules",
    ),
    "a name taken by something else": (
        "agencies.yml", "      - Trésor américain", "      - le Pentagone",
        0, "dod", "name.also[13]", "« Pentagone » désigne déjà treasury", "de l'une des deux",
    ),
    "an alias said twice": (
        "agencies.yml", "      - Foggy Bottom", "      - STATE DEPARTMENT",
        0, "dos", "name.also[21]", "répète un autre nom", "le retirer",
    ),
    "an unknown section": (
        "agencies.yml", "{section: members, paragraph: 3}", "{section: membres, paragraph: 3}",
        0, "treasury", "place.section", "la section « membres » n'existe pas", "members",
    ),
    "a paragraph out of the section": (
        "agencies.yml", "{section: members, paragraph: 3}", "{section: members, paragraph: 16}",
        0, "treasury", "place.paragraph", "n'a pas de paragraphe 16", "de 1 à 15",
    ),
    "a fact without place": (
        "agencies.yml", "      topics: [finance, private_sector]\n      place: {section: members, paragraph: 3}",
        "      topics: [finance, private_sector]",
        -3, "treasury", "duties[1].place", "« place » manque", "ajouter « place: ... »",
    ),
    "a short name that no button holds": (
        "agencies.yml", "    short: Trésor", "    short: Département du Trésor",
        0, "treasury", "name.short", "a 21 caractères", "l'abréger",
    ),
    "a short name of something else": (
        "agencies.yml", "    short: Trésor", "    short: défense (DOD)",
        None, "dod", "name.short", "désigne déjà treasury sur un bouton", "en choisir un autre",
    ),
    "a name to be said again that nobody uses": (
        "bodies.yml", "    again: Conseil consultatif", "    again: Conseil des sages",
        0, "council", "name.again", "n'est pas un des autres noms", "l'ajouter à `also`",
    ),
    "a name to be said again beside an acronym": (
        "agencies.yml", "    short: Justice (DoJ)", "    again: Justice\n    short: Justice (DoJ)",
        0, "doj", "name.again", "le sigle tient déjà lieu de nom bref", "retirer `again`",
    ),
    "a mark that turns the writing round": (
        "agencies.yml", "does: mène des recherches", 'does: "mène des \\u202Erecherches"',
        0, "doj", "duties[6].does", "U+202E", "le retirer",
    ),
    "an address that runs": (
        "safety.yml", "url: https://", "url: javascript://",
        0, "", "url", "une adresse en « javascript: »", "https://",
    ),
    "an address that runs without brackets": (
        "source.yml", 'url: ""', "url: javascript:document.title=1",
        0, "", "url", "une adresse en « javascript: »", "https://",
    ),
    "an empty text": (
        "agencies.yml", "does: mène des recherches", 'does: ""',
        0, "doj", "duties[6].does", "le texte est vide", "l'écrire",
    ),
    "a duty with a full stop": (
        "agencies.yml", "does: mène des recherches", "does: mène des recherches.",
        0, "doj", "duties[6].does", "finit par un point", "le retirer",
    ),
    "a duty without topic": (
        "agencies.yml", "topics: [research]", "topics: []",
        0, "doj", "duties[6].topics", "le fait n'a pas de sujet", "topics.yml",
    ),
    "a relation without its thing": (
        "programmes.yml", "says: finance {it}", "says: finance la ligne",
        0, "hotline", "relation.says", "{it} manque", "finance {it}",
    ),
    "a committee out of order": (
        "committees.yml", "  order: 2", "  order: 3",
        0, "grants_committee", "order", "rang 3 à la place 2", "écrire 2",
    ),
    "a topic that nothing uses": (
        "agencies.yml", "topics: [finance, private_sector]", "topics: [trade]",
        None, "finance", "id", "aucune attribution ni aucun comité", "`topics`",
    ),
    "a way that belongs to another topic": (
        "topics.yml", "    - virement suspect", "    - Diplomatie",
        0, "finance", "ways[1]", "« Diplomatie » est déjà dans diplomacy", "n'en garder qu'une",
    ),
    "a topic within itself": (
        "topics.yml", "  within: [schools]", "  within: [school_emergency]",
        0, "school_emergency", "within", "se contient lui-même", "rompre le cercle",
    ),
    "a date that is none": (
        "updates.yml", '"2027-05-25"', '"25 mai 2027"',
        0, "n° 1", "review_by", "n'est pas une date", "AAAA-MM-JJ",
    ),
    "a review before the check": (
        "safety.yml", '"2027-05-25"', '"2026-05-25"',
        0, "", "review_by", "avant la vérification", "plus tardive",
    ),
    "a date to come": (
        "updates.yml", 'checked_on: "2026-11-25"\n  review_by: "2027-05-25"',
        'checked_on: "2931-11-25"\n  review_by: "2932-05-25"',
        0, "n° 1", "checked_on", "pas encore venu", "le jour où la page a été lue",
    ),
    "an address that is none": (
        "updates.yml", "url: https://statedept.substack.com/p/making-foreign-aid-great-again",
        "url: example.gov",
        0, "n° 1", "url", "« example.gov » n'est pas une adresse", "https://",
    ),
    "an update that one text confirms": (
        "updates.yml",
        "  confirmed_by:\n    - https://www.anews.com.tr/americas/2025/07/01/"
        "us-ends-usaid-aid-to-be-distributed-via-state-department-marco-rubio\n", "",
        2, "n° 1", "status", "un seul texte", "confirmed_by",
    ),
    "an update of a duty that is not": (
        "updates.yml", "topics: [child_labour]", "topics: [trade]",
        0, "n° 7", "topics[1]", "n'a pas d'attribution de sujet « trade »", "child_labour",
    ),
    "an article of the other gender": (
        "agencies.yml", "    gender: m\n    short: Justice (DoJ)",
        "    gender: f\n    short: Justice (DoJ)",
        -1, "doj", "name.article", "ne va pas avec le genre « f »", "gender: m",
    ),
    "a missing elision": (
        "bodies.yml", "    article: l'\n    gender: f", "    article: la\n    gender: f",
        0, "pitf", "name.article", "l'élision manque", "article: l'",
    ),
    "an infinitive with a capital": (
        "agencies.yml", "does: mène des recherches", "does: Mener des recherches",
        0, "doj", "duties[6].does", "« Mener » est à l'infinitif", "3e personne",
    ),
    "a name that is a small word": (
        "agencies.yml", "      - Foggy Bottom", "      - on",
        0, "dos", "name.also[21]", "« on » est un petit mot", "le retirer",
    ),
    "another chair in a duty": (
        "bodies.yml", "  chair:\n    agency: dos", "  chair:\n    agency: dhs",
        None, "dos", "duties[2].does", "contredit bodies.yml, où dhs préside pitf", "corriger",
    ),
    "broken YAML": (
        "laws.yml", "  creates: [pitf]", "  creates: [pitf",
        None, "", "", "ne sont pas fermées (« about: »)", "ajouter « ] »",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", list(FAULTS))
def test_a_fault_is_found_at_its_place_with_its_remedy(
    folder: Path, replace: Replace, fault: str
) -> None:
    file, old, new, further, entry, field, says, remedy = FAULTS[fault]
    line = replace(file, old, new)
    found = problems(folder)
    hits = [p for p in found if says in p.says and remedy in p.remedy]
    assert hits, "\n".join(map(str, found))
    hit = hits[0]
    if fault == "an update about nothing":
        entry = "n° 1"
    assert (hit.entry, hit.field) == (entry, field)
    if further is None:
        assert hit.line is not None
    elif fault == "a name taken by something else":
        assert hit.file == "agencies.yml"
    else:
        assert (hit.file, hit.line) == (file, line + further)
    assert str(hit).startswith(f"{hit.file}:{hit.line}: ")


def test_a_good_folder_has_no_problem(folder: Path) -> None:
    assert problems(folder) == []


def test_all_problems_come_at_once_in_the_order_of_the_files(
    folder: Path, replace: Replace
) -> None:
    for fault in ("an unknown law", "an unknown key", "a date that is none", "an unknown owner"):
        file, old, new, *_ = FAULTS[fault]
        replace(str(file), str(old), str(new))
    with pytest.raises(KnowledgeError) as refusal:
        load(folder)
    files = [problem.file for problem in refusal.value.problems]
    assert files == ["agencies.yml", "bodies.yml", "reports.yml", "updates.yml"]
    assert str(refusal.value).startswith("4 erreurs")


def test_a_missing_and_a_misnamed_file_are_told(folder: Path) -> None:
    (folder / "laws.yml").rename(folder / "loi.yml")
    told = {(p.file, p.says) for p in problems(folder)}
    assert {("laws.yml", "le fichier manque"), ("loi.yml", "fichier inconnu")} <= told


def test_a_folder_that_is_not_there_is_told_and_not_raised(tmp_path: Path) -> None:
    found = problems(tmp_path / "nowhere")
    assert found and {p.says for p in found} == {"le fichier manque"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "le fichier est vide"),
        (b"laws: 1", "le fichier doit être une liste"),
        (b"- caf\xe9", "un caractère n'est pas en UTF-8"),
    ],
    ids=["empty", "not a list", "not UTF-8"],
)
def test_a_file_without_a_list_is_told(folder: Path, content: bytes, says: str) -> None:
    (folder / "laws.yml").write_bytes(content)
    assert any(p.file == "laws.yml" and says in p.says for p in problems(folder))


def test_too_few_ways_are_counted(folder: Path, replace: Replace) -> None:
    text = (folder / "topics.yml").read_text(encoding="utf-8")
    start = text.index("    - données\n")
    (folder / "topics.yml").write_text(text[:start] + "    - données\n", encoding="utf-8")
    (problem,) = problems(folder)
    assert (problem.entry, problem.field) == ("data", "ways")
    assert problem.says == "1 façons de le dire, il en faut 25"


def test_a_date_without_quotes_is_still_a_text(folder: Path, replace: Replace) -> None:
    replace("updates.yml", '"2026-11-25"', "2026-11-25")
    assert problems(folder) == []


def test_the_digest_changes_with_any_file(folder: Path, replace: Replace) -> None:
    before = load(folder).digest
    assert load(folder).digest == before and len(before) == 64
    replace("topics.yml", "    - virement suspect", "    - virement très suspect")
    assert load(folder).digest != before


BROKEN = {
    # what an editor does: file, old, new, says, remedy
    "a tab": ("agencies.yml", "  kind: department", "\tkind: department", "tabulation", "espaces"),
    "a bad indent": ("agencies.yml", "  kind: department", "   kind: department", "", ""),
    "a colon without quotes": (
        "agencies.yml", "does: mène des recherches", "does: mène : des recherches",
        "« : »", "entre guillemets",
    ),
    "a bracket left open": (
        "agencies.yml", "topics: [finance, private_sector]", "topics: [finance", "fermées", "ajouter",
    ),
    "quotes left open": ("agencies.yml", "acronym: DoS", 'acronym: "DoS', "", ""),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_gives_its_own_error_alone_in_french_with_the_line(
    folder: Path, replace: Replace, fault: str
) -> None:
    file, old, new, says, remedy = BROKEN[fault]
    replace(file, old, new)
    (problem,) = problems(folder)
    assert problem.file == file and problem.line
    assert problem.says.startswith("YAML illisible : ") and says in problem.says
    assert remedy in problem.remedy
    assert not {"expected", "found", "token", "mapping"} & set(str(problem).split())


def test_latin_1_gives_one_error_with_its_line(folder: Path) -> None:
    path = folder / "agencies.yml"
    path.write_bytes(path.read_text("utf-8").encode("latin-1", "replace"))
    (problem,) = problems(folder)
    assert problem.line and "UTF-8" in problem.says and "Latin-1" in problem.remedy


def test_a_fault_of_shape_does_not_hide_an_unknown_topic(folder: Path, replace: Replace) -> None:
    replace("agencies.yml", "    acronym: DoS", "    acronyme: DoS")
    replace("agencies.yml", "topics: [international_programmes]", "topics: [programmes]")
    said = "\n".join(map(str, problems(folder)))
    assert "acronyme" in said and "« programmes » n'existe pas" in said


def test_what_is_due_is_found_wherever_it_stands(folder: Path) -> None:
    from datetime import date

    from vigie.knowledge.check_dated import overdue

    known = load(folder)
    assert overdue(known, date(2026, 11, 27)) == []
    late = overdue(known, date(2028, 1, 1))
    assert {file for _, file, _ in late} == {"updates.yml", "source.yml", "safety.yml"}
