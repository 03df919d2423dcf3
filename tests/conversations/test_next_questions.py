"""What is offered to ask next is understood and answered, over all facts; the others of a choice."""

from __future__ import annotations

from tests.answers.made import view
from tests.conversations.conftest import Ask, buttons, plain
from vigie.answers.canonical import questions, reply_to
from vigie.answers.follow import follow
from vigie.answers.typography import typeset


async def test_every_question_that_is_ever_offered_is_understood_and_answered(ask: Ask) -> None:
    offered = {
        typeset(choice.title)
        for question in questions(view())
        for reply in (reply_to(question, view()),)
        if reply is not None
        for choice in follow(reply, view())
    }
    assert len(offered) > 50
    failed = []
    for text in sorted(offered):
        (said,) = await ask(text)
        if said["custom"]["kind"] != "answer" or not said["custom"]["document"]:
            failed.append((text, said["text"][:80]))
    assert failed == []


async def test_an_answer_comes_with_questions_and_a_question_back_with_none(ask: Ask) -> None:
    (back,) = await ask("Est-il membre de la PITF ?")
    assert back["custom"]["follow"] == [] and back["buttons"]
    (told,) = await ask("Que fait le DoJ ?")
    assert 2 <= len(told["custom"]["follow"]) <= 3
    assert not told.get("buttons"), "other channels are not crowded with them"


async def test_the_other_choices_are_one_choice_away(ask: Ask) -> None:
    offered = buttons(await ask("Est-il membre de la PITF ?"))
    assert offered[0][0] == "Le département d'État" and offered[-1][0] == "Voir les autres"
    assert len(offered) == 7
    others = buttons(await ask(offered[-1][1]))
    titles = [title for title, _ in others]
    assert "Le département du Travail" in titles and "Le département d'État" not in titles
    text = plain(await ask("Le département du Travail"))
    assert "(DoL)" in text
