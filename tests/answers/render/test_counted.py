"""How many duties are described of somebody: counted, and said to be."""

from __future__ import annotations

from tests.answers.made import said, told


def test_the_duties_of_one_are_those_that_its_description_lists() -> None:
    listed = [one for one in told("describe doj").items if not one.startswith("Publie")]
    assert len(listed) == 7
    text = said(told("get duties doj"))
    assert "sept tâches du département de la Justice (DoJ), rapports non compris" in text
    assert "mon décompte" in text


def test_one_duty_is_in_the_singular() -> None:
    assert "une tâche du département de l'Intérieur" in said(told("get duties doi"))


def test_those_of_several_are_added_up_and_each_told() -> None:
    reply = told("get duties {agency among=doj,dhs,eeoc}")
    assert "dix-sept tâches" in reply.lead
    assert [one.rpartition(" : ")[2] for one in reply.items] == [
        "sept tâches",
        "cinq tâches",
        "cinq tâches",
    ]


def test_of_whom_nothing_is_described_none_is_told() -> None:
    assert said(told("get duties omb")).startswith("Le document ne décrit aucune tâche")


def test_a_body_has_the_task_for_which_it_is_there() -> None:
    assert "une tâche de l'équipe spéciale" in said(told("get duties pitf"))


def test_those_of_whom_nothing_is_described_add_nothing() -> None:
    reply = told("get duties {agency among=omb,doi}")
    assert reply.lead.startswith("En tout, une tâche,")
    assert [one.rpartition(" : ")[2] for one in reply.items] == ["une tâche", "aucune tâche"]
    assert told("get duties {agency among=omb,dpc}").lead.startswith("En tout, aucune tâche,")
