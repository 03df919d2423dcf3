"""Which agency does what, and what one agency does: complete, in document order, nothing else."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, in_order, outcome, said, tables, view
from vigie.answers.question import Focus
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Missing, Reply

ALL = [a.id for a in tables().knowledge.agencies]

WHICH = {
    # question: topics, names, wording: the agencies shown, what is said, what is not
    "one topic, one agency": (
        asked(topics="finance"), "treasury", ["Le département du Trésor", "institutions financières"],
        ["DoJ"],
    ),
    "one topic, three agencies": (
        asked(topics="investigation"), "doj dhs eeoc",
        ["Trois organismes", "(les enquêtes)", "(DoJ) enquête", "(DHS) enquête", "(EEOC) enquête"],
        ["Trésor", "accorde des subventions"],
    ),
    "one topic, seven agencies, in document order": (
        asked(topics="training"), "dod doj doi usda hhs dot dhs",
        ["Sept organismes", "(DoD)", "(DoJ)", "(DoI)", "(USDA)", "(HHS)", "(DoT)", "(DHS)"], ["(DoL)"],
    ),
    "two topics that one agency joins": (
        asked(topics="training transport"), "dot",
        ["(DoT) forme les parties prenantes des transports"], ["outils pédagogiques", "organismes s'en chargent"],
    ),
    "two topics that nobody joins": (
        asked(topics="finance schools"), "treasury ed", ["Deux organismes", "Trésor", "(ED)"], ["DoT"],
    ),
    "a narrow topic inside a broad one": (
        asked(topics="investigation_abroad"), "dhs", ["(DHS) enquête sur la traite dans le pays et à l'international"],
        ["DoJ", "EEOC"],
    ),
    "a broad topic takes in the narrow ones": (
        asked(topics="prosecution"), "doj eeoc", ["supervise les poursuites", "au nom de travailleurs"], [],
    ),
    "less an agency": (
        asked("qui à part", topics="investigation", without="doj"), "dhs eeoc", ["(DHS)", "(EEOC)"], ["DoJ"],
    ),
    "less two agencies": (
        asked("qui sauf", topics="investigation", without="doj dhs"), "eeoc", ["(EEOC) enquête"], ["DoJ", "DHS"],
    ),
    "less whoever does another thing": (
        asked("qui enquête mais pas", topics="investigation", without_topics="training"), "eeoc",
        ["(EEOC) enquête"], ["DoJ", "DHS"],
    ),
    "among two agencies": (
        asked("lequel des deux", topics="investigation", names="dhs treasury"), "dhs", ["(DHS) enquête"],
        ["Trésor", "DoJ"],
    ),
    "how many, when there is one": (
        asked("combien d'agences", topics="finance"), "treasury", ["Un seul organisme :", "Trésor"], [],
    ),
    "a subject that only a committee has": (
        asked(topics="supply_chain"), "supply_chains",
        ["à aucune agence", "le SPOG a un comité permanent sur les chaînes d'approvisionnement"], ["DoL"],
    ),
    "the subject of a body": (
        asked(topics="coordination"), "pitf spog dos", ["préside la PITF et le SPOG"], [],
    ),
    "survivors": (
        asked(topics="survivors_voice"), "council", ["Conseil consultatif", "conseille la PITF"], ["DoJ"],
    ),
    "a programme without topic": (
        asked(names="blue_campaign"), "blue_campaign", ["(DHS) s'appuie sur la Blue Campaign"], ["HHS"],
    ),
    "a report without topic": (
        asked(names="ag_report"), "ag_report", ["(DoJ) publie chaque année"], ["DoL"],
    ),
    "a topic that is likely, though not certain": (
        asked("les billets", scores={"finance": 0.3, "trade": 0.1}), "treasury", ["Trésor"], ["USTR"],
    ),
    "the victims' visas": (
        asked(topics="immigration_relief"), "dhs", ["statut d'immigré régularisé", "séjourner provisoirement"], ["DoS"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("question", "shown", "has", "lacks"), WHICH.values(), ids=WHICH)
def test_which_agency(question, shown: str, has: list[str], lacks: list[str]) -> None:  # type: ignore[no-untyped-def]
    reply = answer("which_agency", question)
    text = said(reply)
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text
    assert reply.focus is not None and " ".join(reply.focus.shown) == shown
    assert reply.places


def test_many_likely_topics_of_different_agencies_are_no_answer() -> None:
    question = asked("les billets", scores={"finance": 0.3, "trade": 0.28, "schools": 0.27})
    assert isinstance(outcome("which_agency", question), Missing)


def test_two_likely_topics_of_the_same_agency_are_one_answer() -> None:
    question = asked("leur papier", scores={"hotline": 0.3, "certification": 0.28})
    assert "HHS" in said(answer("which_agency", question))


def test_nothing_said_at_all_asks_for_the_topic() -> None:
    assert outcome("which_agency", asked("qui fait ça")) == Missing("topic")


def test_a_subject_that_the_document_lacks_is_an_honest_refusal() -> None:
    reply = answer("which_agency", asked("qui répare les ascenseurs hydrauliques"))
    assert reply.kind == "refusal" and "aucun organisme" in said(reply)


@pytest.mark.parametrize("topic", tables().knowledge.topics, ids=lambda topic: topic.id)
def test_every_topic_leads_to_all_its_agencies_and_to_no_other(topic) -> None:  # type: ignore[no-untyped-def]
    reply = answer("which_agency", asked(topics=topic.id))
    expected = [d.id for d in view().doing(topic.id)]
    assert reply.focus is not None
    if expected:
        assert list(reply.focus.shown) == expected
        assert [i for i in ALL if i in expected] == [i for i in expected if i in ALL]
    text = said(reply)
    named = {
        a.id
        for a in tables().knowledge.agencies
        if a.name.acronym and f"({a.name.acronym})" in text
    }
    assert named <= {*expected}
    assert reply.places


def test_excluding_follows_the_topic_of_the_last_answer() -> None:
    focus = Focus("which_agency", (), ("investigation",), ("doj", "dhs", "eeoc"))
    text = said(answer("exclude_agency", asked("à part", without="doj"), focus))
    assert "(DHS)" in text and "(EEOC)" in text and "DoJ" not in text


def test_excluding_from_nothing_asks_for_the_topic() -> None:
    assert outcome("exclude_agency", asked("à part", without="doj")) == Missing("topic")


@pytest.mark.parametrize("agency", tables().knowledge.agencies, ids=lambda agency: agency.id)
def test_an_agency_is_described_with_all_its_duties_and_reports_in_order(agency) -> None:  # type: ignore[no-untyped-def]
    reply = describe_any(agency.id, view())
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
    assert reply.focus == Focus("describe", (agency.id,), (), (agency.id,))


ASPECTS = {
    "a topic that it has": (
        asked(names="hhs", topics="certification"), ["(HHS) délivre aux victimes étrangères"], ["ligne"],
    ),
    "two of its duties": (
        asked(names="dhs", topics="immigration_relief"), ["immigré régularisé", "séjourner"], ["Blue Campaign"],
    ),
    "a topic that it lacks gives all that it does": (
        asked(names="treasury", topics="schools"), ["institutions financières"], ["écoles"],
    ),
    "a likely topic": (
        asked(names="hhs", scores={"public_health": 0.3}), ["santé publique"], ["lettres"],
    ),
    "all but a topic": (
        asked(names="doj", without_topics="investigation"),
        ["par ailleurs :", "Supervise les poursuites", "publie"], ["Enquête sur les affaires"],
    ),
    "the agency of the last answer": (
        asked(topics="compensation"), ["(EEOC) veille à ce que les victimes obtiennent réparation"], ["discrimination"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("question", "has", "lacks"), ASPECTS.values(), ids=ASPECTS)
def test_one_agency_on_one_thing(question, has: list[str], lacks: list[str]) -> None:  # type: ignore[no-untyped-def]
    text = said(answer("describe_aspect", question, Focus("describe", ("eeoc",))))
    assert all(piece.lower() in text.lower() for piece in has), text
    assert not [piece for piece in lacks if piece in text], text


def test_an_aspect_of_nothing_asks_of_what() -> None:
    assert outcome("describe_aspect", asked(topics="training")) == Missing("subject")


def test_two_agencies_are_described_one_after_the_other() -> None:
    text = said(answer("describe", asked(names="doj dhs")))
    assert in_order(
        text,
        ["le DoJ et le DHS", "(DoJ)", "supervise les poursuites", "(DHS)", "immigré régularisé"],
    ), text


def test_describing_nothing_asks_of_what() -> None:
    assert outcome("describe", asked("c'est quoi")) == Missing("subject")


def test_describing_follows_the_last_answer() -> None:
    assert "(EEOC)" in said(answer("describe", asked("elle fait quoi"), Focus("x", ("eeoc",))))


@pytest.mark.parametrize("entity", tables().knowledge.entities, ids=lambda entity: entity.id)
def test_everything_can_be_described_with_its_name_and_its_place(entity) -> None:  # type: ignore[no-untyped-def]
    reply = describe_any(entity.id, view())
    assert isinstance(reply, Reply) and reply.places and reply.focus is not None
    assert len(said(reply)) > 30


def test_the_agencies_are_counted_and_listed_in_document_order() -> None:
    reply = answer("list_agencies", asked("liste des organismes"))
    assert reply.focus is not None and list(reply.focus.shown) == ALL
    text = said(reply)
    assert in_order(
        text,
        ["quatorze", "quatre", "dix-huit", "une quinzaine", "(DoS)", "Trésor", "(EEOC)", "(DPC)"],
    )
    assert len(reply.items) == 18


def test_the_members_without_description_are_four() -> None:
    reply = answer("undescribed_members", asked("lesquels sans description"))
    assert in_order(said(reply), ["quatre", "(ODNI)", "(OMB)", "(NSC)", "(DPC)"])
    assert len(reply.items) == 4
