"""What a message asks of the form of its answer, beside the question; and what it asks apart."""

from __future__ import annotations

from unittest import mock

import pytest

from tests.answers.made import after, asked, plain, said, talk, together
from vigie.answers import decide
from vigie.answers.message import render
from vigie.answers.question import Question
from vigie.answers.reading.shapes import shape

SHAPES = {
    "a sentence": ("en une phrase que fait le dhs", ("short",)),
    "in short, at the end": ("que fait le dhs en bref", ("short",)),
    "a table": ("mets les cinq comites dans un tableau", ("table",)),
    "a sentence each, which is not one in all": ("chacun en une phrase", ("each",)),
    "two at once": ("juste les sigles en liste numerotee", ("acronyms", "numbered")),
    "not in a table": ("qui enquete pas dans un tableau", ()),
    "not numbered": ("pas en liste numerotee", ()),
    "not the names alone": ("pas juste les noms que font ils", ()),
    "no form, but a question": ("est ce que les noms sont anglais", ()),
    "more than the acronyms": ("autre chose que les sigles", ()),
    "two that are said as one": ("dans l ordre alphabetique inverse", ("alphabetical", "reversed")),
    "nothing": ("que fait le dhs", ()),
    "a word that holds one": ("un tableaux de bord", ()),
}


@pytest.mark.parametrize(("words", "forms"), SHAPES.values(), ids=SHAPES)
def test_a_form_is_heard(words: str, forms: tuple[str, ...]) -> None:
    assert shape(words).forms == forms


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("donne moi juste les sigles svp", True),
        ("et dans l ordre alphabetique", True),
        ("juste les sigles des departements", False),
        ("qui enquete par date", False),
        ("merci", False),
    ],
)
def test_what_asks_only_a_form_asks_it_of_the_last_answer(words: str, only: bool) -> None:
    assert shape(words).alone is only


INVESTIGATE = "select agency does=investigation"
AGAIN = {
    "the names": ("juste les noms", INVESTIGATE, " • Le département de la Justice (DoJ) "),
    "the acronyms": ("que les sigles", INVESTIGATE, " • DoJ • DHS • EEOC"),
    "one without an acronym": (
        "juste les sigles",
        "select agency in=pitf kind=department",
        " • DoS • Le département du Trésor • DoD",
    ),
    "numbered": ("numerote les", INVESTIGATE, " 1. Le DoJ enquête"),
    "lines that are no things": ("en liste numerotee", "describe dhs", " 1. Enquête sur"),
    "both": ("juste les sigles en liste numerotee", INVESTIGATE, " 1. DoJ 2. DHS 3. EEOC"),
    "by the alphabet": (
        "juste les titres par ordre alphabetique",
        "select report by=dol",
        "Les « Conclusions sur les pires formes de travail des enfants » • La « Liste des biens",
    ),
    "by their years": ("du plus recent au plus ancien", "select law", ": • La Loi portant sur"),
    "the other way round": ("dans l ordre inverse", INVESTIGATE, ": • L'EEOC enquête"),
    "a sentence each": (
        "une phrase pour chacun",
        "select agency in=pitf kind=department",
        " • Le DoJ s'occupe des enquêtes",
    ),
    "a sentence on each that was described": (
        "c'est trop long, une seule ligne chacun",
        "describe usda dol ustr",
        "En voici trois : • L'USDA forme",
    ),
}


@pytest.mark.parametrize(("words", "line", "says"), AGAIN.values(), ids=AGAIN)
def test_the_last_list_is_told_again_in_that_form(words: str, line: str, says: str) -> None:
    reply, focus = talk(asked(words, forms="vague"), after(line))
    assert says in plain(render(reply).text)
    assert focus.queries == (line,)


def test_a_place_is_one_of_the_list_as_it_was_last_told() -> None:
    _, focus = talk(asked("dans l ordre inverse", forms="vague"), after(INVESTIGATE))
    assert focus.shown == ("eeoc", "dhs", "doj")


def test_an_order_is_that_of_the_list_as_it_was_last_told() -> None:
    _, sorted_once = talk(asked("par ordre alphabetique", forms="vague"), after(INVESTIGATE))
    _, focus = talk(asked("dans l ordre inverse", forms="vague"), sorted_once)
    assert focus.shown == sorted_once.shown[::-1]


def test_that_no_table_can_be_drawn_is_said_once() -> None:
    message = together(
        asked("qui enquete", forms=INVESTIGATE),
        asked("quels rapports", forms="select report by=dol"),
        words="qui enquete et quels rapports dans un tableau",
    )
    assert plain(render(talk(message)[0]).text).count("Je n'ai pas de tableau") == 1


def test_a_question_is_answered_in_that_form() -> None:
    reply, _ = talk(asked("qui enquete juste les sigles", forms=INVESTIGATE))
    assert "\n• DoJ\n• DHS" in render(reply).text


def test_reports_of_which_one_is_dated_are_in_no_order_of_years() -> None:
    forms = "min report by=year"
    reply, _ = talk(asked("du plus ancien au plus recent", forms=forms), after("select report"))
    assert "n'en date qu'un" in plain(said(reply))


def test_a_list_in_a_table_has_a_row_each() -> None:
    reply, _ = talk(asked("mets ca en tableau", forms="meta table"), after(INVESTIGATE))
    rows = render(reply).custom["answers"][0]["table"]["rows"]
    assert [row["head"] for row in rows] == ["Le DoJ", "Le DHS", "L’EEOC"]
    assert rows[0]["cells"][0][0].startswith("Enquête sur les affaires")


def test_a_question_in_a_sentence_gets_one() -> None:
    long = said(talk(asked("que fait le dhs", "dhs", forms="describe ?"))[0])
    short = said(talk(asked("en une phrase que fait le dhs", "dhs", forms="describe ?"))[0])
    assert "•" in long and "•" not in short and len(short) < len(long)


def test_a_form_asked_apart_is_that_of_the_question_beside_it() -> None:
    """Not of the last answer: "En une phrase, s'il te plaît. Que fait le DHS ?"."""
    message = together(
        asked("court s il te plait", forms="meta short"),
        asked("que fait le dhs", "dhs", forms="describe ?"),
    )
    text = said(talk(message, after("describe pitf"))[0])
    assert "le DHS s'occupe des enquêtes" in text and "•" not in text


def test_a_table_that_a_message_cannot_draw_is_said_to_be_none() -> None:
    reply, _ = talk(asked("mets moi ca en tableau", forms="select report by=dol"))
    text = plain(render(reply).text)
    assert "Je n'ai pas de tableau à dessiner ici" in text and "Liste des biens" in text
    assert "tableau" not in reply.lead  # where one can be shown


def test_what_is_asked_apart_is_not_told_by_the_description_too() -> None:
    message = together(
        asked("c est quoi la pitf", "pitf", forms="describe ?"),
        asked("qui la preside", forms="select agency chairs=pitf"),
    )
    text = said(talk(message)[0])
    assert "(DoS) préside" in text and "présidence" not in text
    assert "ministériel" in text


def test_what_a_list_before_names_is_not_listed_again() -> None:
    message = together(
        asked("quel ministere publie le plus de rapports", forms="max agency by=report"),
        asked("et combien", "dol", forms="count report by=?"),
    )
    assert said(talk(message)[0]).count("Liste des biens") == 1


def test_a_summary_tells_the_last_answers_under_their_questions() -> None:
    """ "Résumez-moi tout ça" got the last answer once more."""
    spoken = after("select agency chairs=pitf", "select agency does=investigation")
    text = said(talk(asked("resumez moi tout ca", forms="meta summary"), spoken)[0])
    assert "Qui s'occupe des enquêtes ? Le DoJ, le DHS et l'EEOC." in text
    assert "Qui préside la PITF ? Le département d'État (DoS) préside" in text
    one = said(talk(asked("resumez moi ca", forms="meta summary"), after("describe dhs"))[0])
    assert "dernières questions" not in one and "le DHS" in one


def test_what_the_document_tells_of_nothing_needs_no_thing() -> None:
    reply = talk(asked("combien d annees risque un trafiquant", forms="get penalty ?"))[0]
    assert reply.kind == "refusal" and "rien des peines" in said(reply)


TOLD_ONCE = {
    "the year of a law": (
        asked("quelle loi a cree le conseil", "council", forms="get origin ?"),
        asked("et de quelle annee", "jvta", forms="get date ?"), "2015",
    ),
    "what a sentence on all that it does said already": (
        asked("qui s occupe des ecoles", topics="schools", forms="select agency does=?"),
        asked("que fait l ed pour l urgence", "ed", topics="school_emergency", forms="describe ? about=?"),
        "opérations d'urgence",
    ),
    "the English name, beside what the acronym means": (
        asked("que veut dire spog", "spog", forms="get expand ?"),
        asked("et en anglais", "spog", forms="get english ?"), "Senior Policy Operating Group",
    ),
    "whose a report is, beside how often it appears": (
        asked("il sort quand", "tip_report", forms="get frequency ?"),
        asked("et qui le fait", "tip_report", forms="get owner ?"), "(DoS)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "fact"), TOLD_ONCE.values(), ids=TOLD_ONCE)
def test_what_two_questions_of_a_message_meet_is_told_once(
    one: Question, other: Question, fact: str
) -> None:
    assert said(talk(together(one, other))[0]).count(fact) == 1


def test_a_fact_that_two_questions_meet_is_told_once() -> None:
    """ "À l'hôpital, qui je cite ? le HHS ?" told the same sentence twice, under two readings."""
    message = together(
        asked("qui s en occupe a l hopital", topics="public_health", forms="select agency does=?"),
        asked("le hhs", "hhs", topics="public_health", forms="describe ? about=?"),
    )
    for sure in (0.9, 1.0):  # the second one named as it was understood, too
        with mock.patch.object(decide, "SURE", sure):
            assert said(talk(message)[0]).count("initiatives de santé publique") == 1


def test_what_is_said_of_another_is_no_repetition() -> None:
    """Each is only named among the members of the PITF: the same words, of two things."""
    message = together(
        asked("que fait l omb", "omb", forms="describe ?"),
        asked("et le nsc", "nsc", forms="describe ?"),
    )
    text = said(talk(message)[0])
    assert "(OMB) et le Conseil national de sécurité (NSC) sont seulement cités" in text


def test_a_count_beside_the_list_that_tells_it_is_left_out() -> None:
    message = together(
        asked("quels departements", forms="select agency kind=department"),
        asked("et combien", forms="count agency kind=department"),
    )
    assert "viens de les citer" not in said(talk(message)[0])


def test_what_a_thing_is_is_not_told_beside_what_is_asked_of_it() -> None:
    message = together(
        asked("qui nomme le conseil", "council", forms="get appointer ?"),
        asked("et pour combien de temps", "council", forms="get term ?"),
    )
    text = said(talk(message)[0])
    assert "ne dit pas pour combien de temps" in text and "tribune" not in text
    alone = said(talk(asked("pour combien de temps", "council", forms="get term ?"))[0])
    assert "tribune" in alone


def test_what_is_one_sentence_is_not_said_again_the_first_time() -> None:
    words = "en une phrase que fait le tresor"
    text = said(talk(asked(words, "treasury", forms="describe ?"))[0])
    assert "travaille avec les institutions financières" in text and "redis" not in text


@pytest.mark.parametrize(
    ("line", "has"),
    [
        ("compare pitf spog", ["de coordonner l'action", "rassemble les organismes"]),
        ("compare dhs doj", ["Le DHS s'occupe des enquêtes", "Le DoJ s'occupe des enquêtes"]),
    ],
)
def test_a_comparison_in_short_says_something_of_each(line: str, has: list[str]) -> None:
    """ "En bref : la PITF et le SPOG" said nothing."""
    text = said(talk(asked("en une phrase la difference", forms=line))[0])
    assert all(one in text for one in has)


def test_two_courtesies_get_two_replies() -> None:
    thanks = asked("merci", forms="talk thanks")
    message = together(thanks, asked("t es une vraie personne ?", forms="talk bot"))
    text = said(talk(message)[0])
    assert "Avec plaisir" in text and "robot" in text


def test_the_english_names_asked_apart_do_not_stand_for_the_answer() -> None:
    chairs = asked("qui la preside", "pitf", forms="select agency chairs=?")
    text = said(talk(together(chairs, asked("en anglais svp", forms="meta english")))[0])
    assert "(DoS) préside" in text and "Task Force to Monitor" in text


def test_the_source_asked_beside_a_fact_is_told() -> None:
    chairs = asked("qui la preside", "pitf", forms="select agency chairs=?")
    text = said(talk(together(chairs, asked("et ta source", forms="meta source")))[0])
    assert "(DoS) préside" in text and "Mes réponses viennent d'un seul document" in text


def test_a_description_in_short_stays_short_beside_another_question() -> None:
    message = together(
        asked("en une phrase c est quoi la pitf", "pitf", forms="describe ?"),
        asked("qui la preside", forms="select agency chairs=pitf"),
        words="en une phrase c est quoi la pitf et qui la preside",
    )
    assert "•" not in said(talk(message)[0])


def test_the_number_alone_is_told_where_nothing_else_is_wanted() -> None:
    reply, _ = talk(
        asked("combien de ministères, juste le chiffre", forms="count agency kind=department")
    )
    assert reply.lead == "Le document cite onze départements." and not reply.items
