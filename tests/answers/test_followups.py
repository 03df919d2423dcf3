"""Follow-ups resolve against what was last shown, in that order, and never invent a subject."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.answers.made import after, asked, in_order, plain, said, talk
from vigie.answers.message import render
from vigie.answers.question import Focus, Question

INVESTIGATORS = after("select agency does=investigation")
JUSTICE = after("describe doj")
DHS_VISAS = after("describe dhs about=immigration_relief")
COMMITTEES = after("select committee")
LABOR_REPORTS = after("select report by=dol")
CHAIR = after("select agency chairs=pitf")
DENIED = after("verify does(treasury,investigation)")
OTHERS = "~other"
SAME = "~same"

SAID = {
    # question, focus, what must be said, what must not
    "the second": (asked("le deuxième", forms="describe ?"), INVESTIGATORS, ["(DHS)"], ["(DoJ)", "(EEOC)"]),
    "the last": (asked("le dernier", forms="describe ?"), INVESTIGATORS, ["(EEOC)"], ["(DoJ)"]),
    "the last but one": (asked("l'avant-dernier", forms="describe ?"), INVESTIGATORS, ["(DHS)"], ["(EEOC)"]),
    "the third committee": (asked("le troisième", forms="describe ?"), COMMITTEES, ["la sensibilisation"], ["n°"]),
    "the second report": (asked("la deuxième", forms="describe ?"), LABOR_REPORTS, ["Liste des biens"], ["Liste des produits"]),
    "the others, after one of them": (
        asked("les autres", forms=OTHERS), after("describe doj about=investigation"), ["(DHS)", "(EEOC)"], ["(DoJ)"],
    ),
    "the others than one named, after a list": (
        asked("à part", without="doj", forms=OTHERS), INVESTIGATORS, ["Le DHS enquête", "L'EEOC enquête"], ["Le DoJ"],
    ),
    "the others than one named and one spoken of": (
        asked("les autres que", names="doj", forms=OTHERS), after("describe dhs about=investigation"), ["(EEOC)"], ["(DHS)"],
    ),
    "the other committees": (
        asked("les autres", forms=OTHERS), after("describe grants_committee"), ["quatre comités", "la recherche"], ["n°"],
    ),
    "the other reports of the same agency": (
        asked("les autres", forms=OTHERS), after("get owner goods_list"), ["Conclusions", "Liste des produits"], [],
    ),
    "the other members": (
        asked("les autres", forms=OTHERS), after("verify in(doj,pitf)"), ["dix-sept", "(DoS)"], ["(DoJ)"],
    ),
    "all that is said of it, where it was said": (
        asked("plus de détails", forms="meta more"), JUSTICE, ["C'est tout ce que dit le document", "Enquête"], [],
    ),
    "more details on what it was": (
        asked("plus de détails", forms="meta more"), after("get english usda"), ["L'USDA forme"], [],
    ),
    "another topic, for anybody": (asked("et les écoles", topics="schools", forms=SAME), INVESTIGATORS, ["(ED)"], ["(DoJ)"]),
    "another topic of the same agency": (
        asked("et sa campagne", topics="public_campaigns", forms=SAME), DHS_VISAS, ["Le DHS sensibilise"], ["(HHS)"],
    ),
    "another body after a question of chair": (asked("et le", names="spog", forms=SAME), CHAIR, ["Le DoS préside le Groupe"], []),
    "another agency after a description": (asked("et", names="usda", forms=SAME), JUSTICE, ["(USDA)"], ["(DoJ)"]),
    "another agency after a list of reports": (asked("et", names="doj", forms=SAME), LABOR_REPORTS, ["(DoJ) publie chaque année"], ["(DoL)"]),
    "another agency after a yes or no": (
        asked("et", names="dhs", forms=SAME), DENIED, ["Oui. Le DHS enquête"], ["Trésor"],
    ),
    "the correction of a name": (asked("non je parlais du", names="dhs", forms=SAME), JUSTICE, ["(DHS)"], ["(DoJ)"]),
    "where it comes from": (
        asked("d'où ça vient", forms="meta source"), JUSTICE,
        ["un seul document", "Organismes publics des États-Unis", "Organes composant la PITF", "paragraphe 5"], [],
    ),
    "where it comes from, before any answer": (
        asked("d'où ça vient", forms="meta source"), Focus(), ["un seul document"], ["paragraphe"],
    ),
    "of when it is": (
        asked("de quand ça date", forms="meta date"), JUSTICE,
        ["entre octobre 2016 et la fin de 2017", "octobre 2016", "vérifiez"], ["2025"],
    ),
    "of when it is, where something changed": (
        asked("c'est à jour", forms="meta uptodate"), after("describe usaid"),
        ["2016", "Depuis la rédaction", "1er juillet 2025"], ["vérifiez auprès"],
    ),
    "where it is from, with the source of what changed": (
        asked("tu sors ça d'où", forms="meta source"), after("describe usaid"),
        ["un seul document", "Depuis la rédaction", "vérifié le"], [],
    ),
    "the news, of what has changed": (
        asked("et aujourd'hui", forms="none news"), after("describe usaid"),
        ["Je ne suis pas l'actualité", "1er juillet 2025"], [],
    ),
    "the news, of what has not": (
        asked("et aujourd'hui", forms="none news"), JUSTICE, ["Je ne suis pas l'actualité"], ["Depuis la"],
    ),
    "sure": (asked("t'es sûr", forms="meta sure"), CHAIR, ["Oui, d'après mon document", "paragraphe 2", "Le DoS préside"], []),
    "sure, of a list": (asked("t'es sûr", forms="meta sure"), JUSTICE, ["Oui, d'après mon document", "paragraphe 5"], ["n'en cite pas d'autre"]),
    "sure that it is all": (
        asked("c'est tout", forms="meta sure"), INVESTIGATORS, ["Oui, d'après mon document", "n'en cite pas d'autre"], [],
    ),
    "sure that it is all, of one that was an example": (
        asked("t'es sûr", forms="meta sure"), replace(INVESTIGATORS, shown=("doj",)),
        ["Oui, d'après mon document"], ["n'en cite pas d'autre"],
    ),
    "sure of what is not said": (
        asked("pourquoi non", forms="meta doubt"), after("get budget dol"),
        ["Je n'ai que mon document", "ne donne pas de budget"], ["posez-moi"],
    ),
    "sure of what is not said of two": (
        asked("sûr", forms="meta sure"), after("get budget dol @FBI"),
        ["Je n'ai que mon document", "ne donne pas de budget", "ne nomme pas"], ["posez-moi"],
    ),
    "sure of nothing": (asked("t'es sûr", forms="meta sure"), Focus(), ["d'après un document"], ["Oui,"]),
    "which ones, after a count": (
        asked("lesquels", forms="select agency does=?"), after("count agency does=investigation"), ["Le DoJ", "Le DHS", "L'EEOC"], [],
    ),
    "how many, after a list": (
        asked("combien", forms="count agency does=?"), INVESTIGATORS, ["trois", "je viens de les citer"], ["(DoJ)"],
    ),
    "how many, after a list asked for in another form": (
        asked("combien", forms="count committee"), after("select committee of=spog"),
        ["cinq", "je viens de les citer"], ["données"],
    ),
    "a count once more": (
        asked("repete", forms="meta repeat"), after("count agency does=investigation"),
        ["Je le redis", "(DoJ)", "(EEOC)"], ["viens de les citer"],
    ),
    "how many, after what names none of them": (
        asked("combien forment", topics="training", forms="count agency does=?"), after("get number pitf"),
        ["sept", "(DoD)"], ["viens de les citer"],
    ),
    "how many, after another": (
        asked("combien forment", topics="training", forms="count agency does=?"), INVESTIGATORS, ["sept", "(DoJ)"], [],
    ),
    "whether it is as somebody says": (
        asked("c est bien le tresor qui enquete et pas la justice, n est ce pas", forms="meta sure"), JUSTICE,
        ["Je m'en tiens à mon document", "paragraphe 5"], ["Oui"],
    ),
    "what was believed": (asked("je croyais que non", forms="meta doubt"), JUSTICE, ["Je m'en tiens"], ["Oui"]),
    "yes to nothing": (asked("oui", forms="meta yes"), Focus(), ["prochaine question"], []),
    "no to nothing": (asked("non", forms="meta no"), Focus(), ["Que souhaitez-vous savoir"], []),
    "in short": (asked("en bref", forms="meta summary"), INVESTIGATORS, ["En bref : le DoJ, le DHS et l'EEOC."], ["enquête"]),
    "a place past the end": (
        asked("le neuvième", forms="describe ?"), INVESTIGATORS, [], ["(DoJ)", "(DHS)", "(EEOC)"],
    ),
    "a place past the end, of five": (
        asked("le cinquième", forms="describe ?"), INVESTIGATORS, [], ["(DoJ)", "(DHS)", "(EEOC)"],
    ),
    "the first two": (asked("les deux premiers", forms="describe ?"), INVESTIGATORS, ["(DoJ)", "(DHS)"], ["(EEOC)"]),
}  # fmt: skip


@pytest.mark.parametrize(("question", "focus", "has", "lacks"), SAID.values(), ids=SAID)
def test_it_leans_on_what_was_said(
    question: Question, focus: Focus, has: list[str], lacks: list[str]
) -> None:
    text = said(talk(question, focus)[0])
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text


LOST = {
    # What was once so, and is not since messages are read as queries.
    "the others, when all were shown": (asked("les autres", forms=OTHERS), INVESTIGATORS, ["(DHS)"], []),
    "the others, when there is one": (
        asked("et d'autres", forms=OTHERS), after("select agency does=finance"), ["Trésor"], [],
    ),
    "the second, of one": (asked("le deuxième", forms="describe ?"), JUSTICE, ["De quel"], ["(DoJ)"]),
}  # fmt: skip


@pytest.mark.xfail(strict=True, reason="not yet read as queries")
@pytest.mark.parametrize(("question", "focus", "has", "lacks"), LOST.values(), ids=LOST)
def test_it_should_lean_on_what_was_said(
    question: Question, focus: Focus, has: list[str], lacks: list[str]
) -> None:
    test_it_leans_on_what_was_said(question, focus, has, lacks)


NOTHING_BEFORE = {
    "a place": asked("le deuxième", forms="describe ?"),
    "more": asked("plus de détails", forms="meta more"),
    "a pronoun": asked("il fait quoi", forms="describe ?"),
    "once more": asked("répète", forms="meta repeat"),
    "in short": asked("en bref", forms="meta short"),
    "as a table": asked("en tableau", forms="meta table"),
}


@pytest.mark.parametrize("question", NOTHING_BEFORE.values(), ids=NOTHING_BEFORE)
def test_with_nothing_before_the_subject_is_asked_for(question: Question) -> None:
    reply, focus = talk(question)
    assert reply.kind == "clarify" and reply.lead.startswith("De quel organisme")
    assert reply.choices and focus.queries == ()


@pytest.mark.parametrize("form", [SAME, OTHERS, "~again"])
def test_what_leans_on_nothing_is_not_understood_and_offers_examples(form: str) -> None:
    reply, _ = talk(asked("et alors", forms=form))
    assert reply.kind == "refusal" and reply.choices


def test_a_place_keeps_the_list_for_the_next_one() -> None:
    _, focus = talk(asked("le deuxième", forms="describe ?"), INVESTIGATORS)
    assert (focus.shown, focus.subjects) == (("doj", "dhs", "eeoc"), ("dhs",))
    text = said(talk(asked("et le dernier", forms="describe ?"), focus)[0])
    assert "(EEOC)" in text


@pytest.mark.parametrize("want", ["source", "date", "sure", "short", "table", "repeat"])
def test_a_question_about_the_answer_keeps_the_subject(want: str) -> None:
    _, focus = talk(asked("?", forms=f"meta {want}"), JUSTICE)
    assert (focus.subjects, focus.queries) == (JUSTICE.subjects, JUSTICE.queries)


@pytest.mark.parametrize("form", ["talk thanks", "none far", "vague", "none gibberish"])
def test_what_answers_nothing_keeps_what_was_spoken_of(form: str) -> None:
    _, focus = talk(asked("?", forms=form), INVESTIGATORS)
    assert (focus.topics, focus.shown, focus.queries) == (
        INVESTIGATORS.topics, INVESTIGATORS.shown, INVESTIGATORS.queries,
    )  # fmt: skip


def test_a_refusal_keeps_what_was_spoken_of() -> None:
    reply, focus = talk(asked("abcd"), INVESTIGATORS)
    assert reply.kind == "refusal"
    assert (focus.topics, focus.shown) == (INVESTIGATORS.topics, INVESTIGATORS.shown)


def test_no_more_is_kept_than_what_is_leaned_on() -> None:
    lines = [f"describe {one}" for one in "dos doj dhs dol usda hhs dot ed doi eeoc".split()]
    assert after(*lines).queries == tuple(lines[-8:])


def test_several_things_are_several_answers_not_one_flat_list() -> None:
    reply, _ = talk(asked("que font", names="doj dhs", forms="describe ?"))
    assert len(reply.parts) == 2
    lines = [plain(line) for line in render(reply).text.splitlines()]
    assert not any(line.startswith("• Voici") for line in lines), lines


def test_the_same_conversation_gives_the_same_words_twice() -> None:
    question = asked("qui enquête", topics="investigation", forms="select agency does=?")
    one, focus_one = talk(question)
    two, focus_two = talk(question)
    assert (render(one), focus_one) == (render(two), focus_two)


def test_another_language_is_not_spoken_but_english_names_are_given() -> None:
    reply, _ = talk(asked("vous parlez anglais", forms="meta english"))
    assert reply.kind == "talk" and "seulement en français" in reply.lead
    assert "nom anglais d'un organisme" in reply.lead
    again, _ = talk(asked("en anglais", forms="meta english"), after("select committee of=spog"))
    told = said(again)
    assert "seulement en français" in told and told.count("en anglais, «") == 4
    assert "ne donne pas de sigle" not in told


DOUBTED = {
    "one that does it": ("dhs", "select agency does=investigation", "Oui. ", "paragraphe"),
    "one that does it of another matter": (
        "eeoc",
        "select agency does=investigation",
        "Oui, mais",
        "paragraphe",
    ),
    "one that publishes it": ("dos", "select agency publishes=tip_report", "Oui. ", "Justice"),
    "a report of somebody": ("goods_list", "select report by=dol", "Oui. ", "paragraphe"),
    "one of another list": ("dot", "select agency does=investigation", "Oui, d'après", "DoT"),
}


@pytest.mark.parametrize(("name", "line", "has", "lacks"), DOUBTED.values(), ids=DOUBTED)
def test_doubt_of_one_thing_of_a_list_is_answered_of_it(
    name: str, line: str, has: str, lacks: str
) -> None:
    told = said(talk(asked("sûr pour", names=name, forms="meta sure"), after(line))[0])
    assert told.startswith(has) and lacks not in told


def test_places_are_told_section_by_section() -> None:
    reply, _ = talk(asked("t'es sûr", forms="meta sure"), after("select agency does=training"))
    assert "la section « Organes composant la PITF », paragraphes 4 à 6)" in reply.lead
