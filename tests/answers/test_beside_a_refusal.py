"""What the document says of the matter of a question that gets no advice."""

from __future__ import annotations

from dataclasses import replace

from tests.answers.made import after, asked, said, talk

ADVICE = "Je ne peux pas vous conseiller"


def test_whoever_asks_whether_somebody_may_stay_hears_who_grants_what() -> None:
    question = asked(
        "elle peut être régularisée ?", topics="immigration_relief", forms="none legal"
    )
    reply, focus = talk(question)
    assert said(reply).startswith(ADVICE) and "(DHS) accorde aux victimes" in said(reply)
    assert reply.kind == "refusal" and reply.places
    then, _ = talk(asked("et que fait-il d'autre ?", forms="describe ?"), focus)
    assert "DHS" in said(then)


def test_of_several_who_do_it_their_names_are_told() -> None:
    question = asked(
        "l'Afrique en profite ?", topics="international_programmes", forms="none country"
    )
    assert "mon document cite le DoS et l'USAID" in said(talk(question)[0])


def test_nothing_is_told_beside_where_the_message_has_no_topic_or_several() -> None:
    for topics in ("", "immigration_relief grants"):
        reply, _ = talk(asked("puis-je porter plainte ?", topics=topics, forms="none legal"))
        assert said(reply).endswith("association spécialisée.")


def test_whoever_tells_of_themselves_is_sent_to_a_person() -> None:
    question = asked("mon patron me vole, je peux l'attaquer ?", topics="worker_lawsuits")
    reply, _ = talk(replace(question, forms=(("none legal", 0.95),)))
    assert "EEOC" not in said(reply)


def test_who_investigates_elsewhere_is_not_who_does_here() -> None:
    question = asked("et en France, qui enquête ?", topics="investigation", forms="none country")
    assert "DHS" not in said(talk(question)[0])


def test_what_was_spoken_of_before_still_is() -> None:
    question = asked(
        "l'Afrique en profite ?", topics="international_programmes", forms="none country"
    )
    _, focus = talk(question, after("describe dol"))
    assert focus.subjects == ("dol",)


def test_what_is_far_from_the_document_gets_none_of_it() -> None:
    reply, _ = talk(asked("une recette de pizza", topics="grants", forms="none far"))
    assert "DoJ" not in said(reply)
