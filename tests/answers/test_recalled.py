"""What only recalls an answer, what is told against one, and what was told already."""

from __future__ import annotations

from tests.answers.made import after, asked, plain, said, talk, together

RECALLS = asked(
    "au fait, tu disais le dhs en laisse rester",
    "dhs",
    topics="witness_stay",
    forms="verify does(?,?)",
)


def test_what_is_recalled_before_a_question_gets_no_verdict() -> None:
    for_how_long = asked("c est pour combien de temps", forms="get term ?")
    reply, _ = talk(together(RECALLS, for_how_long))
    assert reply.queries and all(line.startswith("get term") for line in reply.queries)
    assert "Oui" not in said(reply)


def test_what_is_recalled_wrongly_is_denied_first() -> None:
    wrong = asked("tu disais le dod enquete", "dod", "investigation", forms="verify does(?,?)")
    reply, _ = talk(together(wrong, asked("et le dol", "dol", forms="~same")))
    assert said(reply).startswith("Non.") or "Le document ne dit pas que" in said(reply)


def test_what_is_recalled_alone_does() -> None:
    assert said(talk(RECALLS)[0]).startswith("Oui.")


def test_who_doubts_and_names_somebody_else_is_told_whether() -> None:
    doubt = asked("vous etes sur ?", forms="meta sure")
    told = asked(
        "j ai lu que c etait l usaid",
        "usaid",
        forms={"told": 0.7, "verify does(?,?)": 0.2},
    )
    reply, _ = talk(together(doubt, told), after("select agency does=immigration_relief"))
    assert reply.queries == ("verify does(usaid,immigration_relief)",)
    assert said(reply).startswith("Le document ne dit pas que")


def test_who_doubts_and_names_nobody_is_told_where_it_stands() -> None:
    doubt = asked("vous etes sur ?", forms="meta sure")
    told = asked("j ai un doute", forms={"told": 0.9})
    reply, _ = talk(together(doubt, told), after("select agency does=immigration_relief"))
    assert not reply.queries and "document de référence" in said(reply)


def test_a_line_that_was_told_is_not_told_again() -> None:
    """ "La plus ancienne, et quelle loi a créé chacune ?" """
    oldest = asked("la plus ancienne", "pitf spog", forms="min body among=?,? by=year")
    origins = asked("et quelle loi a cree chacune", "pitf spog", forms="get origin ? ?")
    text = plain(said(talk(together(oldest, origins))[0]))
    assert text.count("est issue de la Loi sur la protection") == 1
    assert "est issu de l'amendement de 2003" in text


def test_what_ended_of_a_list_is_told_though_its_group_goes_on() -> None:
    listed = after("select agency in=pitf kind!=department")
    reply, _ = talk(asked("laquelle a cesse ses activites", forms="meta uptodate"), listed)
    assert any("USAID a cessé" in plain(one) for one in reply.updates)
