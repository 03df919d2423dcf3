"""That the document does not give something, said of what the message names alone."""

from __future__ import annotations

from tests.answers.made import after, asked, said, talk

UNSAID = "Le document ne donne pas cette information."


def test_of_what_was_spoken_of_and_is_not_named_it_is_said_of_nothing() -> None:
    question = asked("c'est dans quel pays, ces biens-là ?", forms="get other ?")
    reply, _ = talk(question, after("describe dol"))
    assert said(reply).startswith(UNSAID) and "DoL" not in said(reply).partition("Source")[0]


def test_of_what_is_named_it_is_said() -> None:
    question = asked("le DoL les vend-il ?", names="dol", forms="get other ?")
    reply, _ = talk(question, after("describe dol"))
    assert not said(reply).startswith(UNSAID) and "DoL" in said(reply)


def test_of_a_programme_its_one_sentence_is_all_that_is_said() -> None:
    question = asked(
        "c'est un droit permanent ?", names="witness_stay_permission", forms="get other ?"
    )
    text = said(talk(question)[0])
    assert text.startswith("Voici ce que dit le document. L'autorisation") and "un temps" in text


def test_what_others_do_is_not_unsaid() -> None:
    question = asked("et on les poursuit ?", topics="prosecution", forms="get other ?")
    assert not said(talk(question, after("describe dol"))[0]).startswith(UNSAID)
