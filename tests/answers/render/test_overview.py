"""The document in short: every body, who does what, and nothing that the knowledge does not hold."""

from __future__ import annotations

from tests.answers.made import after, asked, said, tables, talk, view
from vigie.answers.render.overview import gist, overview

DOCUMENT = "Voici, en bref, ce que dit le document, « Organismes publics des États-Unis"


def test_it_tells_of_every_body_and_who_does_what() -> None:
    reply = overview(view())
    text = said(reply)
    assert text.startswith(DOCUMENT)
    names = [tables().index.entity(one).name.fr for one in tables().world.sort("body")]
    assert all(name.replace("\u2019", "'") in text for name in names)
    assert "La formation : Défense (DoD), Justice (DoJ)" in text
    assert "préside la PITF et le SPOG" in text
    described = tables().world.left("described", "yes")
    assert [one for one in described if tables().index.entity(one).name.short not in text] == []
    assert "quatorze organismes et en nomme quatre autres, et cite six rapports" in text
    assert reply.places


def test_it_keeps_to_the_lines_that_are_asked_for() -> None:
    for count in (2, 3, 5):
        reply = gist(view(), count)
        assert len(reply.items) == count
        assert "coordonner l'action" in said(reply) and "quatorze organismes : " in said(reply)
    line = gist(view(), 1)
    assert not line.items and "SPOG" in line.lead and line.places


def test_a_message_says_how_many_lines_of_it() -> None:
    def lines(text: str, forms: str = "meta overview") -> int:
        return len(talk(asked(text, forms=forms))[0].items)

    assert lines("le document en trois points") == 3
    assert lines("à quoi sert ce texte, en une ligne ?") == 0
    assert lines("c'est long ! le plus important, c'est quoi ?") == 5
    assert lines("de quoi parle-t-il, ce document ?") == 5
    assert lines("ton texte, ça parle de quoi ?") == 5
    assert lines("en gros, qui fait quoi ?") > 10
    assert lines("je n'y comprends pas un mot, c'est quoi ce document ?") > 10
    assert lines("le document en dix points") == 10
    assert lines("que dit le document ?") > 10


def test_a_summary_of_the_document_is_not_one_of_the_last_answer() -> None:
    told = after("select committee")
    question = asked("résumez le document en trois phrases", forms="meta summary")
    assert len(talk(question, told)[0].items) == 3
    question = asked("résumez le document en trois phrases", forms="meta short")
    assert "équipe spéciale" in said(talk(question, told)[0])
    again, _ = talk(asked("en trois phrases", forms="meta short"), told)
    assert "comité" in said(again)


def test_a_summary_before_anything_was_told_is_of_the_document() -> None:
    assert said(talk(asked("résume tout", forms="meta summary"))[0]).startswith(DOCUMENT)
    told = after("describe doj", "describe dhs")
    reply, _ = talk(asked("résume tout", forms="meta summary"), told)
    assert not said(reply).startswith(DOCUMENT)


def test_an_overview_is_of_the_document_whatever_was_told() -> None:
    told = after("describe doj", "describe dhs")
    reply, _ = talk(asked("et tout le document, en bref ?", forms="meta overview"), told)
    assert said(reply).startswith(DOCUMENT)
