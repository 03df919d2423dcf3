"""Names: whatever their spelling they are found, whole, and nothing else is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from vigie.knowledge.model.knowledge import Knowledge
from vigie.nlu.mentions import Form, Mention, form
from vigie.nlu.names import NameMatcher
from vigie.nlu.text import clean, tokens


def find(matcher: NameMatcher, text: str) -> list[Mention]:
    return matcher.find(tokens(clean(text)))


def seen(matcher: NameMatcher, text: str) -> list[tuple[str, str]]:
    """Each name as it stands in the text, with the entity that it is taken for."""
    return [(text[m.start : m.end], "/".join(m.ids)) for m in find(matcher, text)]


FOUND = {
    "an acronym": ("Que fait le DoJ ?", [("DoJ", "doj")]),
    "an acronym in small letters": ("ke fait le doj", [("doj", "doj")]),
    "a question in capitals": ("QUE FAIT LE DOJ ?", [("DOJ", "doj")]),
    "an elision": ("Que fait l'USAID ?", [("USAID", "usaid")]),
    "an elision with a curly apostrophe": ("Que fait l’USAID ?", [("USAID", "usaid")]),
    "an elision without apostrophe": ("ke fait lusaid", [("lusaid", "usaid")]),
    "de before a vowel": ("le rôle du département d'État", [("département d'État", "dos")]),
    "de before a vowel without apostrophe": ("departement detat", [("departement detat", "dos")]),
    "no accents": ("le departement d'etat", [("departement d'etat", "dos")]),
    "accented capitals": ("LE DÉPARTEMENT D'ÉTAT", [("DÉPARTEMENT D'ÉTAT", "dos")]),
    "ministry for department": ("le ministère du Travail", [("ministère du Travail", "dol")]),
    "the American one": (
        "le ministère américain des Transports",
        [("ministère américain des Transports", "dot")],
    ),
    "the English name": ("le Department of Labor", [("Department of Labor", "dol")]),
    "an informal name": ("le Pentagone", [("Pentagone", "dod")]),
    "an acronym with stops": ("Que fait le D.H.S. ?", [("D.H.S", "dhs")]),
    "U.S. in front": ("U.S. Department of Labor", [("Department of Labor", "dol")]),
    "an emoji beside it": ("🚔DoJ🚔", [("DoJ", "doj")]),
    "a typing error in a long name": (
        "la Comission pour l'égalité",
        [("Comission pour l'égalité", "eeoc")],
    ),
    "two typing errors": ("le ministere de la defanse", [("ministere de la defanse", "dod")]),
    "a missing letter in an English name": ("Homland Security", [("Homland Security", "dhs")]),
    "a doubled letter": ("le pentagonne", [("pentagonne", "dod")]),
    "letters swapped in a long acronym": ("uasid", [("uasid", "usaid")]),
    "a missing plural": ("ministère des transport", [("ministère des transport", "dot")]),
    "spelled by ear": ("la blue campagne", [("blue campagne", "blue_campaign")]),
    "several laws": ("quelles sont les lois américaines contre la traite", []),
    "a law misspelt": (
        "la lois américaine contre la traite",
        [("lois américaine contre la traite", "tvpa")],
    ),
    "a law by its year": ("la loi de 2015", [("loi de 2015", "jvta")]),
    "an amendment is not the law that it amends": (
        "l'amendement de 2003 à la TVPA",
        [("amendement de 2003 à la TVPA", "tvpa_2003")],
    ),
    "a report is not the agency in its title": (
        "le rapport du procureur général",
        [("rapport du procureur général", "ag_report")],
    ),
    "the report of the council is not the council": (
        "le rapport du Conseil consultatif",
        [("rapport du Conseil consultatif", "council_report")],
    ),
    "a report of two close titles": (
        "la liste des biens et la liste des produits",
        [("liste des biens", "goods_list"), ("liste des produits", "products_list")],
    ),
    "a committee": (
        "le comité sur les services aux victimes",
        [("comité sur les services aux victimes", "victim_services")],
    ),
    "three in a row": (
        "Le DoJ, le DHS et l'EEOC",
        [("DoJ", "doj"), ("DHS", "dhs"), ("EEOC", "eeoc")],
    ),
    "two joined by a stroke": ("DHS/DoJ", [("DHS", "dhs"), ("DoJ", "doj")]),
    "the same twice": ("le DoJ ou le doj", [("DoJ", "doj"), ("doj", "doj")]),
    "the full name with its acronym": (
        "le département du Travail (DoL)",
        [("département du Travail", "dol"), ("DoL", "dol")],
    ),
    "one outside the document": ("et le FBI ?", [("FBI", "other")]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_it_is_found(matcher: NameMatcher, text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(matcher, text) == expected


BARE = {
    # the same word, once as a name and once as a word
    "la Justice": "doj",
    "la justice, elle fait quoi": "doj",
    "rendre justice": None,
    "Justice": None,
    "le Travail": "dol",
    "le travail forcé": None,
    "le travail des enfants": None,
    "le travail dissimulé": None,
    "mon travail": None,
    "au travail": None,
    "le droit du travail": None,
    "les conditions de travail": None,
    "les Transports": "dot",
    "dans les transports": None,
    "le secteur des transports": None,
    "les transports en commun": None,
    "les transports routiers": None,
    "la Santé": "hhs",
    "la santé publique": None,
    "le domaine de la santé": None,
    "ma santé": None,
    "l'Éducation": "ed",
    "l'éducation des filles": None,
    "l'accès à l'éducation": None,
    "l'Agriculture": "usda",
    "l'agriculture biologique": None,
    "dans l'agriculture": None,
    "la Défense": "dod",
    "la défense des victimes": None,
    "sans défense": None,
    "le Trésor": "treasury",
    "mon trésor": None,
    "l'Intérieur": "doi",
    "à l'intérieur du pays": None,
    "à l'intérieur": None,
    "l'État": "dos",
    "l'État de New York": None,
    "l'état d'urgence": None,
    "en état de choc": None,
    "les États": None,
    "la Sécurité intérieure": "dhs",
    "l'équipe spéciale": "pitf",
    "les équipes spéciales": None,
    "la task force": "pitf",
}


@pytest.mark.parametrize(("text", "entity"), BARE.items(), ids=BARE)
def test_an_ordinary_word_is_a_name_only_where_it_stands_as_one(
    matcher: NameMatcher, text: str, entity: str | None
) -> None:
    assert [m.ids[0] for m in find(matcher, text)] == ([entity] if entity else [])


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("ed", "ed"),
        ("l'ED", "ed"),
        ("le dot", "dot"),
        ("le dos preside quoi", "dos"),
        ("le rapport tip", "tip_report"),
        ("ICE", "other"),
    ],
)
def test_an_acronym_that_is_a_word_is_still_found(
    matcher: NameMatcher, text: str, entity: str
) -> None:
    assert [m.ids[0] for m in find(matcher, text)] == [entity]


NOTHING = [
    "je dois y aller",
    "dote, doté, don, doc, ode",
    "la TVA",
    "omni",
    "usdai",
    "DOE",
    "une agence de voyage",
    "le département",
    "le ministère",
    "cette agence",
    "ce rapport",
    "un rapport de stage",
    "quel rapport produit-il",
    "le comité d'entreprise",
    "le conseil municipal",
    "la commission européenne",
    "une loi",
    "une ligne de bus",
    "la campagne présidentielle",
    "un renseignement",
    "l'égalité hommes femmes",
    "aux États-Unis",
    "usa",
    "Édouard",
    "la police",
    "le président",
    "👍👍👍",
    "???",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found(matcher: NameMatcher, text: str) -> None:
    assert seen(matcher, text) == []


def _unaccented(text: str) -> str:
    spread = unicodedata.normalize("NFD", text)
    return "".join(c for c in spread if not unicodedata.combining(c))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "as written": lambda name: name,
    "in capitals without accents": lambda name: _unaccented(name).upper(),
    "in small letters without accents": lambda name: _unaccented(name).lower(),
    "with curly apostrophes": lambda name: name.replace("'", "’"),
    "with accents apart": lambda name: unicodedata.normalize("NFD", name),
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_every_name_of_the_knowledge_is_found_whole_and_alone(
    knowledge: Knowledge, matcher: NameMatcher, spelling: Callable[[str], str]
) -> None:
    wrong = []
    for entity in knowledge.entities:
        name = entity.name
        for written in filter(None, (name.fr, name.en, name.acronym, *name.also)):
            typed = spelling(written)
            if seen(matcher, f"et {typed} ?") != [(typed, entity.id)]:
                wrong.append((entity.id, typed, seen(matcher, f"et {typed} ?")))
    assert wrong == []


def test_every_bare_name_is_found_with_an_article_and_a_capital(
    knowledge: Knowledge, matcher: NameMatcher
) -> None:
    for entity in knowledge.entities:
        for name in entity.name.bare:
            for typed in (f"et l'{name}" if name[0] in "ÉAEI" else f"et la {name}", f"et {name}"):
                if name[0].isupper() or "la " in typed:
                    assert [m.ids for m in find(matcher, typed)] == [(entity.id,)], typed


def test_every_organisation_outside_is_known_as_such(
    knowledge: Knowledge, matcher: NameMatcher
) -> None:
    for name in knowledge.source.outside:
        assert [(m.kind, m.ids) for m in find(matcher, f"et {name} ?")] == [
            ("outsider", ("other",))
        ]


# Small matchers, to see one rule at a time


def matcher_of(*forms: Form) -> NameMatcher:
    return NameMatcher(forms)


def test_a_name_that_two_things_bear_keeps_both() -> None:
    small = matcher_of(form("Bureau du Travail", ["one", "two"], "agency"))
    (mention,) = find(small, "que fait le Bureau du Travail ?")
    assert mention.ids == ("one", "two")


def test_two_entries_with_the_same_words_are_both_candidates() -> None:
    small = matcher_of(
        form("Bureau du Travail", ["one"], "agency"), form("Bureau de Travail", ["two"], "agency")
    )
    (mention,) = find(small, "que fait le Bureau du Travail ?")
    assert mention.ids == ("one", "two")


def test_a_full_name_wins_over_a_bare_one() -> None:
    small = matcher_of(
        form("Travail", ["bare"], "agency", "bare"), form("Travail", ["full"], "agency")
    )
    (mention,) = find(small, "le Travail")
    assert (mention.ids, mention.strength) == (("full",), "full")


def test_the_longest_name_wins() -> None:
    small = matcher_of(
        form("Bureau", ["short"], "agency"), form("Bureau du Travail", ["long"], "agency")
    )
    assert [m.ids for m in find(small, "le Bureau du Travail")] == [("long",)]


def test_names_never_overlap() -> None:
    small = matcher_of(form("Alpha Beta", ["one"], "agency"), form("Beta Gamma", ["two"], "agency"))
    found = find(small, "Alpha Beta Gamma")
    assert [m.ids for m in found] == [("one",)]


@pytest.mark.parametrize("typed", ["DxJ", "DoK", "oDJ", "DJ"])
def test_a_short_acronym_is_never_guessed(matcher: NameMatcher, typed: str) -> None:
    assert seen(matcher, f"que fait le {typed}") == []


def test_far_apart_words_make_no_name() -> None:
    small = matcher_of(form("Bureau Travail", ["one"], "agency"))
    assert find(small, "le Bureau de la sur les et Travail") == []
    assert len(find(small, "le Bureau de l' Travail")) == 1


def test_no_name_at_all_finds_nothing() -> None:
    assert find(matcher_of(), "que fait le DoJ ?") == []


def test_tokens_of_a_mention_are_the_words_that_it_covers(matcher: NameMatcher) -> None:
    words = tokens("Que fait le département d'État en mai ?")
    (mention,) = matcher.find(words)
    assert [t.text for t in words[mention.first : mention.last]] == ["departement", "d", "etat"]
