"""So many sentences or points, of the last answer or beside a question: "en 3 points max"."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, plain, said, talk, together, view
from vigie.answers.canonical import questions
from vigie.answers.message import render
from vigie.answers.reading.shapes import shape
from vigie.answers.render.bounded import bound
from vigie.answers.render.shape import formed
from vigie.answers.sentences import sentences

SHAPES = {
    "sentences": ("que fait le dhs en deux phrases", ("2 sentences",)),
    "in figures": ("2 phrases j ai dit pas 5 points", ("2 sentences",)),
    "lines": ("en quatre lignes", ("4 sentences",)),
    "either number": ("en 2 ou 3 phrases", ("3 sentences",)),
    "one": ("en 1 phrase", ("short",)),
    "each": ("deux phrases par agence", ("each",)),
    "points": ("fak le doj y fait quoi en 3 points max", ("3 points",)),
    "no more than": ("pas plus de dix points", ("10 points",)),
    "examples": ("donne moi deux exemples seulement", ("2 points",)),
    "a single one": ("un seul exemple", ("1 points",)),
    "the first ones": ("juste les 3 premiers", ("3 points",)),
    "with another form": ("juste les sigles 3 max", ("acronyms", "3 points")),
    "after a number that is none": ("les trois rapports du dol en 2 points", ("2 points",)),
    "more than": ("plus de trois points", ()),
    "sentences that are asked about": ("ces deux phrases veulent dire quoi", ()),
    "more of them": ("encore deux exemples", ()),
    "points that two share": ("donne deux points communs entre le doj et le dhs", ()),
    "at least so many": ("au moins 3 phrases", ()),
    "points that are there": ("il y a cinq points", ()),
    "things that are asked for": ("les trois rapports du dol", ()),
    "the first of these": ("les 3 premiers comites", ()),
    "a place": ("le deuxieme", ()),
}


@pytest.mark.parametrize(("words", "forms"), SHAPES.values(), ids=SHAPES)
def test_so_many_sentences_or_points_are_heard(words: str, forms: tuple[str, ...]) -> None:
    assert shape(words).forms == forms


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("2 phrases j ai dit pas 5 points", True),
        ("en 3 points max s il te plait", True),
        ("juste les 3 premiers", True),
        ("juste les 3 premiers comites", False),
        ("2 phrases sur le dhs", False),
    ],
)
def test_what_asks_only_so_many_asks_it_of_the_last_answer(words: str, only: bool) -> None:
    assert shape(words).alone is only


def test_what_is_heard_bounds_an_answer() -> None:
    assert bound(shape("en 3 points").forms) == (3, "points")
    assert bound(shape("en 3 phrases").forms) == (3, "sentences")
    assert bound(shape("en bref").forms) is None


MEMBERS, INVESTIGATE = "get composition pitf", "select agency does=investigation"
AGAIN = {
    "what an agency does": (
        "en 2 phrases",
        "describe doj",
        "traite, supervise les poursuites judiciaires, accorde des subventions qui financent les "
        "services aux victimes et appuie les équipes spéciales qui luttent contre la traite. "
        "Il dispense des formations",
    ),
    "phrases with an and": ("en 2 phrases", "describe dhs", "formations ; accorde aux victimes"),
    "what a body is": ("en quatre lignes", "describe pitf", "ministériel. Elle réunit"),
    "a list that is too long": ("2 phrases max", INVESTIGATE, "enquêtes : le DoJ, le DHS et"),
    "a list that is not": ("en 3 phrases", INVESTIGATE, "Le DHS enquête"),
    "as short as it is": ("en 3 phrases", "describe odni", "Je le redis. L'ODNI est"),
    "what is not said of a topic": (
        "en 2 phrases",
        "describe doj about=military",
        "pour le DoJ. À ce sujet, il cite",
    ),
    "a comparison": ("en 3 phrases", "compare pitf spog", "contre la traite. Le SPOG"),
    "a verdict": ("en 3 phrases", "verify does(doj,investigation)", "Je le redis. Oui. Le"),
    "points": ("3 points maximum", "describe dhs", "formations En voilà trois sur cinq, dans"),
    "the first ones": ("juste les 3 premiers", MEMBERS, "(DoD) En voilà trois sur dix-huit, dans"),
    "one": ("un seul exemple", "select law", "En voilà un sur trois, dans l'ordre"),
    "two things side by side": ("3 points max", "compare dhs doj", "Le DoJ s'occupe"),
    "names alone": ("juste les sigles 2 max", INVESTIGATE, "• DoJ • DHS En voilà deux sur trois,"),
    "in another order": (
        "les 2 premiers seulement par ordre alphabetique",
        INVESTIGATE,
        "En voilà deux sur trois.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "line", "says"), AGAIN.values(), ids=AGAIN)
def test_the_last_answer_is_told_in_so_many(words: str, line: str, says: str) -> None:
    reply, focus = talk(asked(words, forms="vague"), after(line))
    assert says in plain(render(reply).text)
    assert focus.queries == (line,)


def test_a_table_has_so_many_rows() -> None:
    reply, _ = talk(asked("dans un tableau 2 max", forms="vague"), after(INVESTIGATE))
    rows = render(reply).custom["answers"][0]["table"]["rows"]
    assert [row["head"] for row in rows] == ["Le DoJ", "Le DHS"]


def test_a_list_that_has_no_more_is_told_whole() -> None:
    text = said(talk(asked("3 points max", forms="vague"), after(INVESTIGATE))[0])
    assert text.startswith("Je le redis. Trois") and "L'EEOC" in text and "En voilà" not in text


def test_the_first_ones_are_those_of_the_list_as_it_was_last_told() -> None:
    _, reversed_once = talk(asked("dans l ordre inverse", forms="vague"), after(INVESTIGATE))
    reply, focus = talk(asked("juste les 2 premiers", forms="vague"), reversed_once)
    assert focus.shown == ("eeoc", "dhs")
    assert said(reply).count("En voilà deux sur trois. ") == 1  # not in the document's order


def test_the_first_ones_after_a_fact_are_those_of_the_list_before_it() -> None:
    spoken = after("select report by=dol", "describe child_labour_findings")
    question = asked("juste les 2 premiers", forms="describe ? ?")
    assert "Liste des biens" in said(talk(question, spoken)[0])


def test_a_question_is_answered_in_so_many() -> None:
    reply, _ = talk(asked("le doj y fait quoi en 3 points max", "doj", forms="describe ?"))
    assert len(reply.items) == 3 and "En voilà trois sur huit" in plain(reply.after)


def test_who_complains_gets_so_many_too() -> None:
    """ "T'as pas compris, 2 phrases !" got one."""
    question = asked("t as pas compris 2 phrases", forms="meta short")
    assert "traite. Elle est une entité" in said(talk(question, after("describe pitf"))[0])


def test_a_description_in_so_many_stays_so_beside_another_question() -> None:
    message = together(
        asked("c est quoi le spog", "spog", forms="describe ?"),
        asked("qui le preside", forms="select agency chairs=spog"),
        words="c est quoi le spog en deux points et qui le preside",
    )
    text = said(talk(message)[0])
    assert text.count("•") == 1 and "En voilà un sur" in text


def test_those_that_are_told_are_what_the_others_are_not() -> None:
    message = together(
        asked("qui enquete", forms=INVESTIGATE), asked("juste les 2 premiers", forms="vague")
    )
    reply, focus = talk(message)
    assert focus.shown == ("doj", "dhs") and len(reply.items) == 2


def test_several_answers_have_so_many_together() -> None:
    message = together(
        asked("que fait le doj", "doj", forms="describe ?"),
        asked("et le dhs en quatre phrases", "dhs", forms="describe ?"),
        words="que fait le doj et le dhs en quatre phrases",
    )
    assert [len(sentences(one.lead)) for one in talk(message)[0].parts] == [2, 2]
    whole = talk(asked("en 4 points", forms="describe doj dhs"))[0]
    assert [len(one.items) for one in whole.parts] == [2, 2]
    in_one = talk(asked("en une ou deux phrases", forms="describe doj dhs"))[0]
    assert in_one.lead.count("s'occupe") == 2


def test_no_answer_in_two_sentences_has_more_nor_ends_in_a_heading() -> None:
    """Of every question that the knowledge answers; "oui" is no sentence of its own."""
    for one in questions(view()):
        told = formed(one.query, ("2 sentences",), view(), again=False)
        assert told is not None, one.shown
        text = plain(told.lead)
        assert not text.endswith(":") and len(sentences(text.removeprefix("Oui. "))) <= 2, text
        assert not told.items and not told.parts
