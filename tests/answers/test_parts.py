"""Which stretches of a message are read as questions of their own."""

from __future__ import annotations

from dataclasses import replace

from tests.answers.made import after, asked, said, talk, together, view
from vigie.answers.parts import MOST, parts_of
from vigie.answers.question import Mention

CHAIRS = "select agency chairs=?"
FIRST = asked("qui préside", names="pitf", forms=CHAIRS)
SECOND = asked("et quel niveau pour", names="spog", forms="get level ?")


def test_a_message_that_was_not_cut_is_one_question() -> None:
    assert parts_of(FIRST, view()) == (FIRST,)


def test_each_question_of_a_message_is_read_by_itself() -> None:
    assert parts_of(together(FIRST, SECOND), view()) == (FIRST, SECOND)


def test_what_is_only_told_does_not_weigh_on_what_is_asked() -> None:
    whole = together(FIRST, names="dhs doj pitf", forms={CHAIRS: 0.5})
    assert parts_of(whole, view()) == (FIRST,)


def test_a_question_that_needs_what_was_told_is_read_with_it() -> None:
    leaning = asked("ai-je raison ?")
    whole = together(leaning, names="doj pitf", forms="verify chairs(?,?)")
    assert parts_of(whole, view()) == (whole,)


def test_a_claim_that_was_told_is_read_with_the_question_whether_it_is_so() -> None:
    """That the last stretch surely only tells is no reason to read it alone."""
    leaning = asked("personne n'a bronche, avait-il raison ?", forms={"told": 0.9})
    whole = together(leaning, names="doj pitf", forms={"verify chairs(?,?)": 0.4})
    assert parts_of(whole, view()) == (whole,)


def test_two_names_that_are_compared_are_one_question() -> None:
    one, other = asked("le", names="doj", forms={"describe ?": 0.3}), asked("et le", names="dhs")
    whole = together(one, other, names="doj dhs", forms="compare ? ?")
    assert parts_of(whole, view()) == (whole,)


def test_a_message_in_many_pieces_is_not_cut() -> None:
    many = together(*[FIRST] * (MOST + 1))
    assert parts_of(many, view()) == (many,)


def test_each_part_has_its_sentence() -> None:
    text = said(talk(together(FIRST, SECOND))[0])
    assert "(DoS) préside" in text and "(SPOG)" in text


def test_a_question_on_those_who_were_just_named_is_of_them_and_nobody_else() -> None:
    """ "Pas le Trésor : je parle du HHS et du DoT. Quel est leur public ?", after the DoL."""
    leaning = asked("quel est leur public ?", topics="training", forms="describe ? about=?")
    form = {"describe ? ? about=?": 0.6}
    whole = together(leaning, names="hhs dot", topics="training", forms=form)
    assert parts_of(whole, view(after("describe dol"))) == (whole,)


def test_so_is_one_on_somebody_whom_the_document_does_not_name() -> None:
    """ "Vous ne dites rien du FBI. Il est quelque part ?", after the DHS, is not of the DHS."""
    told = asked("vous ne dites rien du ?.", forms={"told": 0.9})
    leaning = asked("il est decrit ?", forms="verify described(?,yes)")
    outsider = Mention(("other",), "outsider", 0, 3)
    whole = together(told, leaning, forms="describe ?", mentions=(outsider,))
    whole = replace(whole, text=f"FBI {whole.text}")
    assert parts_of(whole, view(after("describe dhs"))) == (whole,)


def test_a_stretch_of_names_alone_says_of_whom_the_next_one_asks() -> None:
    """ "Et le HHS et le DHS ? Ne mènent-ils pas de campagne ?"."""
    named = replace(asked("et le et le ?", "hhs dhs", forms="describe ?"), text="et le et le ?")
    form = {"verify !does(?,?)": 0.9}
    asks = asked("ne menent-ils pas de campagne ?", topics="public_campaigns", forms=form)
    message = replace(together(named, asks), mentions=named.mentions)
    text = said(talk(message, after("select agency does=training"))[0])
    assert "« Qui" not in text and "Le HHS mène des campagnes" in text and "Blue Campaign" in text


def test_what_only_names_what_is_asked_next_is_not_described() -> None:
    """ "Revenons au Trésor. Il publie un rapport ?" asks one thing, and of the Treasury."""
    name = asked("revenons au.", "treasury", forms={"~same": 0.4, "describe ?": 0.25})
    message = together(name, asked("il publie un rapport ?", forms="verify publishes(?,any)"))
    message = replace(message, mentions=name.mentions)
    text = said(talk(message, after("describe doj"))[0])
    assert text.startswith("Le document ne cite aucun rapport publié par le département du Trésor")
    question = asked("c'est quoi, le.", "treasury", forms={"describe ?": 0.9})
    both = together(question, asked("il publie un rapport ?", forms="verify publishes(?,any)"))
    assert "institutions financières" in said(talk(both)[0])


TELLING = asked("je croyais que c'était une autre", topics="training", forms={"told": 0.9})
OPEN = asked("et pour ça", topics="training", forms={"vague": 0.9})


def test_what_only_tells_beside_a_question_asks_for_no_answer() -> None:
    """ "Qui la préside ? Je croyais que c'était une autre" needs no word on the rest of it."""
    assert "Je n'ai pas compris" not in said(talk(together(FIRST, TELLING))[0])
    assert "Je n'ai pas compris" in said(talk(together(FIRST, OPEN))[0])
    assert talk(TELLING)[0].kind == "clarify"


def test_what_was_not_understood_is_quoted() -> None:
    """ "le reste de votre message" would leave open which."""
    text = said(talk(together(FIRST, replace(OPEN, text="et le truc bidule ?")))[0])
    assert "(DoS) préside" in text
    assert "Je n'ai pas compris « et le truc bidule ? »" in text
    long = replace(OPEN, text="et " + "le truc bidule " * 9)
    assert "le reste de votre message" in said(talk(together(FIRST, long))[0])


def test_each_of_two_that_the_document_does_not_answer_is_quoted() -> None:
    """Of one thing, two are asked: neither is swallowed by the other."""
    one = asked("quel est leur slogan ?", names="pitf", forms="get other ?")
    other = asked("et leur logo ?", names="pitf", forms="get other ?")
    text = said(talk(together(one, other))[0])
    assert "« quel est leur slogan ? »" in text and "« et leur logo ? »" in text


def test_of_two_questions_the_one_that_the_document_does_not_answer_is_quoted() -> None:
    """ "cette information" would leave open which."""
    unsaid = asked("ils viennent de quels pays ?", names="pitf", forms="get other ?")
    text = said(talk(together(FIRST, unsaid))[0])
    assert "« ils viennent de quels pays ? » Le document ne donne pas cette information" in text
    alone = said(talk(unsaid)[0])
    assert alone.startswith("Le document ne donne pas cette information")


def test_the_only_one_is_told_once_where_it_is_also_counted() -> None:
    """ "Et ses rapports ? Y en a combien ?" of who has one."""
    which = asked("et ses rapports ?", names="dos", forms="select report by=?")
    count = asked("y en a combien ?", names="dos", forms="count report by=?")
    text = said(talk(together(which, count))[0])
    assert text.count("« Rapport annuel sur la traite des personnes »") == 1
    assert "un seul rapport" in text


def test_of_several_that_are_described_in_turn_all_were_told() -> None:
    """ "Que font le DoJ et le DHS ?", then "enquêtent-ils ?", is asked of both."""
    each = together(*(asked("que fait", names=name, forms="describe ?") for name in ("doj", "dhs")))
    focus = talk(each)[1]
    assert focus.shown == ("doj", "dhs")
    form = {"verify does(?,?)": 0.9}
    asks = asked("enquetent ils ?", topics="investigation", forms=form)
    assert talk(asks, focus)[0].queries == (
        "verify does(doj,investigation) & does(dhs,investigation)",
    )
