"""The facts of the document, one row each: if a row fails, a fact was lost or invented."""

from __future__ import annotations

import pytest

from tests.knowledge.conftest import select
from vigie.knowledge.model.knowledge import Knowledge
from vigie.knowledge.model.organisations import Agency, Body
from vigie.knowledge.query import Index

AGENCIES = [
    # id, acronym, name, duties, paragraph
    ("dos", "DoS", "département d'État", 3, 2),
    ("treasury", "", "département du Trésor", 1, 3),
    ("dod", "DoD", "département de la Défense", 4, 4),
    ("doj", "DoJ", "département de la Justice", 7, 5),
    ("doi", "DoI", "département de l'Intérieur", 1, 6),
    ("usda", "USDA", "département de l'Agriculture", 1, 7),
    ("dol", "DoL", "département du Travail", 2, 8),
    ("hhs", "HHS", "département de la Santé et des Services sociaux", 7, 9),
    ("dot", "DoT", "département des Transports", 4, 10),
    ("ed", "ED", "département de l'Éducation", 4, 11),
    ("dhs", "DHS", "département de la Sécurité intérieure", 5, 12),
    (
        "ustr",
        "USTR",
        "Bureau du Représentant des États-Unis pour les questions commerciales",
        3,
        13,
    ),
    ("usaid", "USAID", "Agence des États-Unis pour le Développement international", 5, 14),
    ("eeoc", "EEOC", "Commission pour l'égalité des perspectives d'emploi", 5, 15),
]

NAMED_ONLY = ["odni", "omb", "nsc", "dpc"]


@pytest.mark.parametrize(("ident", "acronym", "name", "duties", "paragraph"), AGENCIES)
def test_a_described_agency_has_its_name_its_duties_and_its_paragraph(
    index: Index, ident: str, acronym: str, name: str, duties: int, paragraph: int
) -> None:
    agency = index.agency(ident)
    assert (agency.name.acronym, agency.name.fr) == (acronym, name)
    assert len(agency.duties) == duties
    places = {(p.section, p.paragraph) for p in [agency.place, *(d.place for d in agency.duties)]}
    assert places == {("members", paragraph)}


def test_fourteen_agencies_are_described_and_four_only_named_in_document_order(
    knowledge: Knowledge,
) -> None:
    assert [a.id for a in knowledge.agencies if a.duties] == [row[0] for row in AGENCIES]
    assert [a.id for a in knowledge.agencies if not a.duties] == NAMED_ONLY
    assert [a.id for a in knowledge.agencies] == [row[0] for row in AGENCIES] + NAMED_ONLY


def test_only_one_member_is_attached_to_the_white_house(knowledge: Knowledge) -> None:
    assert [agency.id for agency in knowledge.agencies if agency.white_house] == ["omb"]


TOPICS = [
    ("diplomacy", ["dos", "dol"]),
    ("international_organisations", ["dos"]),
    ("international_programmes", ["dos", "usaid"]),
    ("finance", ["treasury"]),
    ("military", ["dod"]),
    ("defence_contracts", ["dod"]),
    ("investigation", ["doj", "dhs", "eeoc"]),
    ("investigation_abroad", ["dhs"]),
    ("prosecution", ["doj", "eeoc"]),
    ("abroad", ["dos", "dol", "dhs", "usaid"]),
    ("funding", ["dos", "doj", "hhs", "usaid"]),
    ("grants", ["doj", "hhs"]),
    ("task_forces", ["doj"]),
    ("training", ["dod", "doj", "doi", "usda", "hhs", "dot", "dhs"]),
    ("own_staff", ["dod", "doi", "usda"]),
    ("public_partners", ["doi"]),
    ("partner_authorities", ["doi", "dol", "dot", "ed"]),
    ("research", ["doj", "usaid"]),
    ("public_education", ["doj", "dot", "ed"]),
    ("native_communities", ["doi"]),
    ("farming", ["usda"]),
    ("victim_identification", ["dol"]),
    ("child_labour", ["dol"]),
    ("forced_labour", ["dos", "dol", "ustr"]),
    ("victim_assistance", ["doj", "doi", "dol", "hhs", "dhs", "eeoc"]),
    ("hotline", ["hhs"]),
    ("certification", ["hhs"]),
    ("technical_assistance", ["hhs", "ed"]),
    ("awareness", ["dod", "usda", "hhs", "dot", "ed", "dhs"]),
    ("awareness_material", ["dod", "dot"]),
    ("public_campaigns", ["hhs", "dhs"]),
    ("public_health", ["hhs"]),
    ("transport", ["dot"]),
    ("schools", ["ed"]),
    ("school_emergency", ["ed"]),
    ("immigration_relief", ["dhs"]),
    ("witness_stay", ["dhs"]),
    ("trade", ["ustr"]),
    ("worker_rights", ["ustr"]),
    ("unions", ["dol"]),
    ("private_sector", ["treasury", "usda", "dol", "dot", "usaid"]),
    ("development", ["usaid"]),
    ("evaluation", ["usaid"]),
    ("conflict_crisis", ["usaid"]),
    ("discrimination", ["eeoc"]),
    ("worker_lawsuits", ["eeoc"]),
    ("compensation", ["eeoc"]),
    ("supply_chain", []),
    ("survivors_voice", []),
    ("coordination", ["dos"]),
    ("civil_society", ["dos", "dol"]),
    ("data", []),
]


@pytest.mark.parametrize(("topic", "agencies"), TOPICS)
def test_who_works_on_a_topic(index: Index, topic: str, agencies: list[str]) -> None:
    assert select(index, "agency", "does", topic) == agencies


def test_the_table_above_has_every_topic(knowledge: Knowledge) -> None:
    assert [topic.id for topic in knowledge.topics] == [row[0] for row in TOPICS]


COMMITTEES = [
    ("research_data", ["research", "data"]),
    ("grants_committee", ["grants"]),
    ("public_awareness", ["awareness", "public_campaigns", "public_education"]),
    ("victim_services", ["victim_assistance"]),
    ("supply_chains", ["supply_chain"]),
]


def test_the_spog_has_five_committees_in_order(index: Index) -> None:
    committees = index.committees_of("spog")
    assert [(one.id, list(one.topics)) for one in committees] == COMMITTEES
    assert [one.order for one in committees] == [1, 2, 3, 4, 5]


REPORTS = [
    ("tip_report", "dos", "annual", "", "Trafficking in Persons Report"),
    ("ag_report", "doj", "annual", "", "Attorney General's Trafficking in Persons Report"),
    ("child_labour_findings", "dol", None, "", "Findings on the Worst Forms of Child Labor"),
    ("goods_list", "dol", None, "", "List of Goods Produced by Child Labor or Forced Labor"),
    (
        "products_list",
        "dol",
        None,
        "",
        "List of Products Produced by Forced or Indentured Child Labor",
    ),
    ("council_report", "council", None, "octobre 2016", ""),
]


def test_six_reports_with_owner_frequency_date_and_english_title(knowledge: Knowledge) -> None:
    assert [(r.id, r.owner, r.frequency, r.date, r.name.en) for r in knowledge.reports] == REPORTS


PROGRAMMES = [
    ("hotline", "hhs"),
    ("certification_letters", "hhs"),
    ("blue_campaign", "dhs"),
    ("immigration_benefits", "dhs"),
    ("witness_stay_permission", "dhs"),
]


def test_programmes_and_their_owners(knowledge: Knowledge) -> None:
    assert [(one.id, one.owner) for one in knowledge.programmes] == PROGRAMMES


def test_the_pitf(index: Index) -> None:
    pitf = index.body("pitf")
    assert pitf.name.en.startswith("President's Interagency Task Force")
    assert pitf.level is not None and pitf.level.says == "de niveau ministériel"
    assert pitf.chair is not None and pitf.chair.agency == "dos"
    assert pitf.origin is not None and (pitf.origin.law, pitf.origin.year) == ("tvpa", None)
    assert pitf.members is not None and pitf.members.number is None
    assert pitf.members.number_says == "une quinzaine"
    assert len(index.members("pitf")) == 18


def test_the_spog(index: Index) -> None:
    spog = index.body("spog")
    assert spog.name.en == "Senior Policy Operating Group"
    assert spog.chair is not None and spog.chair.agency == "dos"
    assert spog.origin is not None and (spog.origin.law, spog.origin.year) == ("tvpa_2003", 2003)
    assert index.members("spog") == index.members("pitf")


def test_the_council(index: Index) -> None:
    council = index.body("council")
    assert council.name.en == "U.S. Advisory Council on Human Trafficking"
    assert council.name.acronym == "" and council.chair is None
    assert council.members is not None and council.members.number == 11
    assert council.members.appointed is not None
    assert "président des États-Unis" in council.members.appointed.says
    assert council.origin is not None and (council.origin.law, council.origin.year) == (
        "jvta",
        2015,
    )
    assert council.advises == "pitf"


LAWS = [
    ("tvpa", "TVPA", None, None, ["pitf"]),
    ("tvpa_2003", "", 2003, "tvpa", ["spog"]),
    ("jvta", "JvTA", 2015, None, ["council"]),
]


def test_laws_with_year_amendment_and_what_they_create(knowledge: Knowledge) -> None:
    laws = [(w.id, w.name.acronym, w.year, w.amends, list(w.creates)) for w in knowledge.laws]
    assert laws == LAWS


def test_what_a_law_creates_and_where_a_body_comes_from_agree(
    index: Index, knowledge: Knowledge
) -> None:
    for law in knowledge.laws:
        assert [body.id for body in index.created_by(law.id)] == list(law.creates)
        for body in index.created_by(law.id):
            assert body.origin is not None and body.origin.year == law.year


def test_a_chair_is_also_told_among_the_duties_of_the_agency(index: Index) -> None:
    for body in index.chaired_by("dos"):
        assert any(f"la {body.name.acronym}" in d.does or f"le {body.name.acronym}" in d.does
                   for d in index.agency("dos").duties)  # fmt: skip


def test_the_source_is_dated_by_its_content(knowledge: Knowledge) -> None:
    source = knowledge.source
    assert source.language == "fr" and source.written == "entre octobre 2016 et la fin de 2017"
    assert [(section.id, section.paragraphs) for section in source.sections] == [
        ("intro", 1),
        ("pitf", 1),
        ("spog", 1),
        ("members", 15),
        ("council", 1),
    ]


def test_the_hotline_promises_no_french_in_writing(knowledge: Knowledge) -> None:
    safety = knowledge.safety
    numbers = (safety.phone, safety.sms, safety.tty, safety.emergency)
    assert numbers == ("1-888-373-7888", "233733", "711", "911")
    assert "interprète" in safety.voice_languages
    assert "français" not in safety.text_languages
    assert "anglais" in safety.text_languages and "espagnol" in safety.text_languages


def test_the_update_on_usaid_names_no_successor(knowledge: Knowledge) -> None:
    update = next(u for u in knowledge.updates if u.about == "usaid" and u.status == "confirmed")
    assert "1er juillet 2025" in update.text and "département" not in update.text


def test_what_is_confirmed_has_two_texts_and_what_is_not_says_what_is_missing(
    knowledge: Knowledge,
) -> None:
    alone = [u.text for u in knowledge.updates if u.status == "confirmed" and not u.confirmed_by]
    mute = [u.text for u in knowledge.updates if u.status == "draft" and not u.missing]
    assert alone == [] and mute == []


OUTSIDE_ACRONYMS = {"odni", "omb", "nsc", "dpc", "tip_report"}
ENGLISH_OF_THE_DOCUMENT = {
    "pitf", "spog", "council", "tvpa", "jvta", "ag_report", "blue_campaign", "omb",
}  # fmt: skip


def test_names_that_the_document_does_not_give_have_a_source_of_their_own(
    knowledge: Knowledge,
) -> None:
    names = {entity.id: entity.name for entity in knowledge.entities}
    assert {i for i, name in names.items() if name.acronym_source} == OUTSIDE_ACRONYMS
    assert {i for i, n in names.items() if n.en and not n.en_source} == ENGLISH_OF_THE_DOCUMENT


def test_every_entity_has_enough_other_names_and_every_topic_enough_ways(
    knowledge: Knowledge,
) -> None:
    few = [e.id for e in knowledge.entities if len(e.name.also) + len(e.name.bare) < 10]
    assert few == []
    assert [topic.id for topic in knowledge.topics if len(topic.ways) < 28] == []


def test_duties_are_verb_phrases_that_stand_alone(knowledge: Knowledge) -> None:
    owners: list[Agency | Body] = [*knowledge.agencies, *knowledge.bodies]
    duties = [duty.does for owner in owners for duty in owner.duties]
    wrong = [d for d in duties if not d[0].islower() or d.endswith(".")]
    leaning = [d for d in duties if d.split()[0] in {"leur", "leurs", "y", "lui", "en", "les"}]
    assert wrong == [] and leaning == []
