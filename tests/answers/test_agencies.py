"""Which agency does what, and what one agency does: complete, in document order, nothing else."""

from __future__ import annotations

import pytest

from tests.answers.made import in_order, said, tables, told, view
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Reply

ALL = [a.id for a in tables().knowledge.agencies]

WHICH = {
    # query: the things shown, what is said, what is not
    "one topic, one agency": (
        "select agency does=finance", "treasury",
        ["Le département du Trésor", "institutions financières"], ["DoJ"],
    ),
    "one topic, three agencies": (
        "select agency does=investigation", "doj dhs eeoc",
        ["Trois organismes", "des enquêtes", "(DoJ) enquête", "(DHS) enquête", "(EEOC) enquête"],
        ["Trésor", "accorde des subventions"],
    ),
    "one topic, seven agencies, in document order": (
        "select agency does=training", "dod doj doi usda hhs dot dhs",
        ["Sept organismes", "(DoD)", "(DoJ)", "(DoI)", "(USDA)", "(HHS)", "(DoT)", "(DHS)"], ["(DoL)"],
    ),
    "two topics that one agency joins": (
        "select agency does=training+transport", "dot",
        ["(DoT)", "forme, avec ses partenaires, les parties prenantes"], ["organismes s'occupent"],
    ),
    "two topics that nobody joins": (
        "select agency does=finance/schools", "treasury ed",
        ["Deux organismes", "Trésor", "(ED)"], ["DoT"],
    ),
    "a narrow topic inside a broad one": (
        "select agency does=investigation_abroad", "dhs",
        ["(DHS) enquête sur la traite dans le pays et à l'international"], ["DoJ", "EEOC"],
    ),
    "a broad topic takes in the narrow ones": (
        "select agency does=prosecution", "doj eeoc",
        ["supervise les poursuites", "au nom de travailleurs"], [],
    ),
    "less an agency": (
        "select agency does=investigation except=doj", "dhs eeoc",
        ["hors le DoJ", "(DHS)", "(EEOC)"], ["(DoJ)"],
    ),
    "less two agencies": (
        "select agency does=investigation except=doj,dhs", "eeoc",
        ["(EEOC) enquête"], ["DoJ", "DHS"],
    ),
    "less whoever does another thing": (
        "select agency does=investigation does!=training", "eeoc",
        ["(EEOC) enquête"], ["DoJ", "DHS"],
    ),
    "among two agencies": (
        "select agency does=investigation among=dhs,treasury", "dhs",
        ["(DHS) enquête"], ["Trésor", "DoJ"],
    ),
    "how many, when there is one": (
        "count agency does=finance", "treasury", [" un", "Trésor"], [],
    ),
    "a subject that only a committee has": (
        "select agency does=supply_chain", "supply_chains",
        ["à aucune agence", "le SPOG a un comité permanent sur les chaînes d'approvisionnement"], ["DoL"],
    ),
    "the subject of a body": (
        "select agency does=coordination", "dos", ["préside la PITF et le SPOG"], [],
    ),
    "survivors": (
        "select agency does=survivors_voice", "council",
        ["Conseil consultatif", "conseille la PITF"], ["DoJ"],
    ),
    "a programme without topic": (
        "select agency runs=blue_campaign", "blue_campaign",
        ["(DHS) s'appuie sur la Blue Campaign"], ["HHS"],
    ),
    "a report without topic": (
        "get owner ag_report", "ag_report", ["(DoJ) publie chaque année"], ["DoL"],
    ),
    "the victims' visas": (
        "select agency does=immigration_relief", "dhs",
        ["statut d'immigré régularisé", "séjourner provisoirement"], ["DoS"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "shown", "has", "lacks"), WHICH.values(), ids=WHICH)
def test_which_agency(line: str, shown: str, has: list[str], lacks: list[str]) -> None:
    reply = told(line)
    text = said(reply)
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text
    assert reply.focus is not None and " ".join(reply.focus.shown) == shown
    assert reply.places


def test_a_topic_of_others_than_those_asked_about_is_not_said_to_be_nobody_s() -> None:
    text = said(told("select agency does=grants among=treasury,dot"))
    assert "aucun organisme" in text and "à aucune agence" not in text and "(DoJ)" not in text


def test_two_topics_that_no_agency_joins_are_not_said_to_be_nobody_s() -> None:
    text = said(told("select agency does=grants+diplomacy"))
    assert "ne cite aucun organisme s'occupant" in text and "à aucune agence" not in text
    assert "il nomme" in text and "DoS" in text and "DoJ" in text


@pytest.mark.parametrize("topic", tables().knowledge.topics, ids=lambda topic: topic.id)
def test_every_topic_leads_to_all_its_agencies_and_to_no_other(topic) -> None:  # type: ignore[no-untyped-def]
    reply = told(f"select agency does={topic.id}")
    expected = [d.id for d in view().doing(topic.id) if view().kind(d.id) == "agency"]
    assert reply.focus is not None
    if expected:
        assert list(reply.focus.shown) == [i for i in ALL if i in expected]
    text = said(reply)
    named = {
        a.id
        for a in tables().knowledge.agencies
        if a.name.acronym and f"({a.name.acronym})" in text
    }
    # A body that has the topic is described, and with it who chairs it.
    assert named <= ({*expected} if expected else {"dos"})
    assert reply.places


@pytest.mark.parametrize("agency", tables().knowledge.agencies, ids=lambda agency: agency.id)
def test_an_agency_is_described_with_all_its_duties_and_reports_in_order(agency) -> None:  # type: ignore[no-untyped-def]
    reply = told(f"describe {agency.id}")
    text = said(reply)
    duties = [duty.does[1:] for duty in agency.duties]
    titles = [r.name.fr for r in tables().knowledge.reports if r.owner == agency.id]
    assert in_order(text, [d.replace("\u2019", "'") for d in (*duties, *titles)]), text
    assert agency.name.acronym in text
    own = {duty.does for duty in agency.duties}
    strangers = {d.does for a in tables().knowledge.agencies for d in a.duties} - own
    shown = {item[:1].lower() + item[1:] for item in reply.items}
    assert not shown & strangers
    if not agency.duties:
        assert "seulement cité" in text
    assert reply.focus is not None
    assert (reply.focus.subjects, reply.focus.shown) == ((agency.id,), (agency.id,))


ASPECTS = {
    "a topic that it has": (
        "describe hhs about=certification", ["(HHS) délivre aux victimes étrangères"], ["ligne"],
    ),
    "two of its duties": (
        "describe dhs about=immigration_relief", ["immigré régularisé", "séjourner"], ["Blue Campaign"],
    ),
    "a topic that it lacks is said to be lacking, then whose it is": (
        "describe treasury about=schools",
        ["ne dit rien des écoles", "il cite le département de l'Éducation"], ["institutions"],
    ),
    "what it does of a broader topic is told beside": (
        "describe dos about=grants",
        ["ne dit rien des subventions", "Ce qui s'en rapproche : il finance des programmes internationaux"], ["HHS"],
    ),
    "another topic": ("describe hhs about=public_health", ["santé publique"], ["lettres"]),
    "a narrow topic of one of its duties": (
        "describe eeoc about=compensation",
        ["(EEOC) veille à ce que les victimes obtiennent réparation"], ["discrimination"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "has", "lacks"), ASPECTS.values(), ids=ASPECTS)
def test_one_agency_on_one_thing(line: str, has: list[str], lacks: list[str]) -> None:
    text = said(told(line))
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text


def test_two_agencies_are_described_one_after_the_other() -> None:
    text = said(told("describe doj dhs"))
    pieces = ["(DoJ)", "supervise les poursuites", "(DHS)", "immigré régularisé"]
    assert in_order(text.lower(), [piece.lower() for piece in pieces]), text


@pytest.mark.parametrize("entity", tables().knowledge.entities, ids=lambda entity: entity.id)
def test_everything_can_be_described_with_its_name_and_its_place(entity) -> None:  # type: ignore[no-untyped-def]
    reply = describe_any(entity.id, view())
    assert isinstance(reply, Reply) and reply.places and reply.focus is not None
    assert len(said(reply)) > 30


@pytest.mark.parametrize("line", ["select agency", "count agency"])
def test_the_agencies_are_counted_and_listed_in_document_order(line: str) -> None:
    reply = told(line)
    assert reply.focus is not None and list(reply.focus.shown) == ALL
    assert in_order(said(reply), ["dix-huit", "(DoS)", "Trésor", "(EEOC)", "(DPC)"])
    assert len(reply.items) == 18


def test_the_members_are_counted_by_the_number_of_the_text_and_by_those_that_are_named() -> None:
    text = said(told("count agency in=pitf"))
    assert in_order(text, ["une quinzaine", "quatorze", "quatre", "dix-huit"]), text


def test_the_members_without_description_are_four() -> None:
    reply = told("select agency described=no")
    assert in_order(said(reply), ["quatre", "(ODNI)", "(OMB)", "(NSC)", "(DPC)"])
    assert len(reply.items) == 4


def test_where_all_of_those_asked_about_do_it_that_is_said() -> None:
    """ "Deux organismes s'en occupent, parmi le DHS et le DoJ" is no way to say "les deux"."""
    both = said(told("select agency does=training among=dhs,doj"))
    assert both.startswith("Les deux s'occupent de la formation :") and "parmi" not in both
    some = said(told("select agency does=training among=dhs,doj,dos"))
    assert some.startswith("Deux organismes") and "parmi le DHS, le DoJ et le DoS" in some
