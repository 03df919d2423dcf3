"""What is made of a question: an answer, a word on how it was read, a question back, a refusal."""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

import pytest

from tests.answers.forms import FORMS
from tests.answers.made import after, asked, in_order, plain, said, talk, view
from vigie.answers import decide as decide_module
from vigie.answers.decide import LIKELY, SURE, UNSURE, Decision, decide
from vigie.answers.guessed import PLAIN
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.understand import understand

SOME = {"select agency does=?": 0.3, "count agency does=?": 0.2}
FEW = {"describe ?": 0.2, "get english ?": 0.1}
QUITE, HARDLY, BARELY = (SURE + LIKELY) / 2, (LIKELY + UNSURE) / 2, UNSURE / 2
"""Confidence for each of the ways below being sure."""


def decided(question: Question, sure: float = 0.0, focus: Focus = Focus()) -> Decision:  # noqa: B008
    """What is decided; with `sure` in the place of the confidence, which every fit moves."""
    found = understand(question, view().world, focus)
    with mock.patch.object(
        decide_module, "understood", lambda *_: replace(found, sure=sure or found.sure)
    ):
        return decide(question, view(focus))


def line(decision: Decision) -> str:
    return write(decision.query) if decision.query else ""


WAYS = {
    # question, how sure (0: as it is), kind of reply, the query that it answers, what is said
    "sure: the answer alone": (
        asked("qui enquête", topics="investigation", forms="select agency does=?"), SURE,
        "answer", "select agency does=investigation", ["Trois organismes"],
    ),
    "likely: the question as it was understood, then the answer": (
        asked("qui enquête", topics="investigation", forms=SOME), QUITE, "answer",
        "select agency does=investigation", ["Je comprends : « Qui s'occupe des enquêtes ? » Trois organismes"],
    ),
    "likelier, and the answer tells what was asked: the answer alone": (
        asked("qui enquête", topics="investigation", forms=SOME), PLAIN, "answer",
        "select agency does=investigation", ["Trois organismes s'occupent des enquêtes"],
    ),
    "likelier, but the answer does not tell what was asked: the question first": (
        asked("quel écart", names="spog council", forms={"gap ? ?": 0.5}), PLAIN, "answer",
        "gap spog council", ["Je comprends : « Combien d'années séparent", "Douze ans"],
    ),
    "meant without a name: the same, however likely": (
        asked("quand", links=(("council", 0.5),), forms="get date ?"), 0.99, "answer",
        "get date council", ["Je comprends : « De quand date le Conseil", "2015"],
    ),
    "surely meant without a name: the answer alone": (
        asked("quand", links=(("council", 0.9),), forms="get date ?"), 0.99, "answer",
        "get date council", ["Le Conseil consultatif", "2015"],
    ),
    "unsure: which of two": (
        asked("machin", names="doj", forms=FEW), HARDLY, "clarify", "", ["Est-ce l'une de ces questions ?"],
    ),
    "unsure, with one reading alone: not understood": (
        asked("machin", names="doj", forms={"describe ?": 0.2}), HARDLY, "refusal", "", ["pas sûr de comprendre"],
    ),
    "barely anything: not understood": (
        asked("machin", names="doj", forms=FEW), BARELY, "refusal", "", ["pas sûr de comprendre"],
    ),
    "lacking its thing: of which": (
        asked("combien de membres", forms="get number ?"), 0, "clarify", "", ["De quel groupe"],
    ),
    "lacking its thing, with another form that is sure": (
        asked("les rapports", forms={"select report by=?": 0.5, "select report": 0.45}), SURE,
        "answer", "select report", ["six rapports"],
    ),
    "lacking its thing, with another form that is not": (
        asked("les rapports", forms={"select report by=?": 0.5, "select report": 0.45}), QUITE,
        "clarify", "", ["De quel organisme"],
    ),
    "lacking its thing, hardly likely, and nothing else": (
        asked("combien de membres", forms={"get number ?": 0.3}), 0, "refusal", "", ["pas sûr de comprendre"],
    ),
    "a name that two bear: of which": (
        asked("que fait", names="dos|doj", forms="describe ?"), 0, "clarify", "", ["de quoi parlez-vous"],
    ),
    "a name that two bear, beside one that is clear": (
        asked("que fait", names="dos|doj dhs", forms="describe ?"), 0, "answer", "describe dhs", ["(DHS)"],
    ),
    "vague: about what": (asked("et ça", forms="vague"), 0, "clarify", "", ["De quel sujet"]),
    "only told: about what": (asked("je suis étudiant", forms="told"), 0, "clarify", "", ["De quel sujet"]),
    "vague, though something is named: which of two": (
        asked("et alors", names="doj", forms={"vague": 0.9, **FEW}), HARDLY, "clarify", "", ["l'une de ces questions"],
    ),
    "courtesy": (asked("merci", forms="talk thanks"), 0, "talk", "", ["Avec plaisir"]),
    "courtesy, hardly likely: not understood": (
        asked("merci", forms="talk thanks"), HARDLY, "refusal", "", ["pas sûr de comprendre"],
    ),
    "outside the document": (
        asked("combien de victimes", forms="none figures"), 0, "refusal", "", ["ni statistiques"],
    ),
    "an attribute that the document never gives": (
        asked("quel budget", names="hhs", forms="get budget ?"), 0, "refusal", "get budget hhs", ["ne donne pas de budget"],
    ),
    "an organisation outside the document, in a body": (
        asked("est membre de", names="? pitf", forms="verify in(?,?)"), 0, "answer", "verify in(@,pitf)", ["Non."],
    ),
    "no French": (
        asked("xq zv wk", known=0.0, forms="select agency"), 0.99, "refusal", "", ["Je n'ai pas compris"],
    ),
    "no French around a known name": (
        asked("xq zv", names="doj", known=0.0, forms="describe ?"), 0, "answer", "describe doj", ["(DoJ)"],
    ),
    "one unknown word is no gibberish": (
        asked("rapportts", known=0.0, forms="select report"), 0, "answer", "select report", ["six rapports"],
    ),
    "nothing is known of it": (asked("abcd"), 0, "refusal", "", ["Je ne suis pas sûr de comprendre"]),
    "what cannot be asked of the thing, beside what can": (
        asked("niveau", names="doj", forms={"get level ?": 0.3, "describe ?": 0.3}), SURE, "answer", "describe doj", ["(DoJ)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("question", "sure", "kind", "query", "has"), WAYS.values(), ids=WAYS)
def test_each_way(question: Question, sure: float, kind: str, query: str, has: list[str]) -> None:
    found = decided(question, sure)
    assert (found.reply.kind, line(found)) == (kind, query), said(found.reply)
    assert in_order(said(found.reply), has), said(found.reply)


def test_only_the_middle_way_says_how_the_question_was_understood() -> None:
    question = WAYS["likely: the question as it was understood, then the answer"][0]
    assert "Je comprends" in said(decided(question, LIKELY).reply)
    assert "Je comprends" not in said(decided(question, PLAIN).reply)
    assert "Je comprends" not in said(decided(question, SURE).reply)
    assert "Je comprends" not in said(decided(question, LIKELY - 0.01).reply)


def test_a_fact_that_was_just_told_is_told_with_the_question_that_it_now_answers() -> None:
    question = asked("en quelle année", names="spog", forms={"get date ?": 0.5})
    assert "Je comprends" in said(decided(question, PLAIN, after("get origin spog")).reply)
    assert "Je comprends" not in said(decided(question, PLAIN).reply)


@pytest.mark.parametrize(
    ("question", "sure", "understood"),
    [
        (asked("abcd"), 0, False),
        (asked("xq zv wk", known=0.0), 0, False),
        (asked("machin", names="doj", forms=FEW), BARELY, False),
        (asked("machin", names="doj", forms=FEW), HARDLY, True),
        (asked("combien", forms="get number ?"), 0, True),
        (asked("merci", forms="talk thanks"), 0, True),
    ],
)
def test_what_was_not_understood_is_told_from_what_is_asked_back(
    question: Question, sure: float, understood: bool
) -> None:
    assert decided(question, sure).understood is understood


def test_the_next_likeliest_reading_is_a_choice_beside_what_was_understood() -> None:
    reply = decided(asked("x", topics="investigation", forms=SOME), QUITE).reply
    (choice,) = reply.choices
    assert choice.query == "count agency does=investigation"
    assert plain(choice.title) == "Combien d'organismes s'occupent des enquêtes ?"


def test_whether_it_is_not_so_is_no_choice_beside_whether_it_is() -> None:
    forms = {"verify does(?,?)": 0.5, "verify !does(?,?)": 0.45}
    asks = asked("x", names="dhs", topics="investigation", forms=forms)
    assert decided(asks, QUITE).reply.guessed and not decided(asks, QUITE).reply.choices


@pytest.mark.parametrize(
    ("other", "lines"),
    [
        ("verify !in(?,pitf)", ["verify in(dhs,pitf)"]),
        ("get address ?", []),
        ("get english ?", ["get english dhs"]),
    ],
    ids=["a denial is asked plainly", "what is not given is no choice", "what is given is one"],
)
def test_a_choice_is_put_plainly_and_leads_to_an_answer(other: str, lines: list[str]) -> None:
    asks = asked("x", names="dhs", forms={"describe ?": 0.5, other: 0.45})
    reply = decided(asks, QUITE).reply
    assert reply.guessed and [one.query for one in reply.choices] == lines


def test_a_list_is_understood_as_it_is_answered() -> None:
    reply = decided(asked("x", topics="investigation", forms=SOME), QUITE).reply
    assert len(reply.items) == 3 and reply.places


def test_what_is_not_understood_offers_what_is() -> None:
    assert len(decided(asked("abcd")).reply.choices) == 3


def test_what_was_spoken_of_is_not_asked_for() -> None:
    found = decided(asked("combien de membres", forms="get number ?"), 0, Focus(subjects=("spog",)))
    assert line(found) == "get number spog"


OF_EACH_KIND = "doj spog public_awareness goods_list hotline tvpa federal_effort".split()
BEFORE = [Focus(), after("select agency does=training"), after("describe council")]


@pytest.mark.slow
@pytest.mark.parametrize("ident", OF_EACH_KIND)
def test_no_form_about_anything_leads_to_silence_or_an_error(ident: str) -> None:
    """Whatever the heads make of a message that names it, at first or after another answer."""
    for place, form in enumerate(FORMS):
        question = asked("le deuxième en 2003", names=ident, topics="training", forms=form)
        reply, _ = talk(question, BEFORE[place % len(BEFORE)])
        text = said(reply)
        assert text and "{" not in text and "None" not in text, form


@pytest.mark.slow
@pytest.mark.parametrize("topic", ["hotline", "coordination", "supply_chain"])
def test_no_form_about_nothing_named_does_either(topic: str) -> None:
    for form in FORMS:
        assert said(talk(asked("et", topics=topic, forms=form))[0]), form


@pytest.mark.parametrize(
    ("before", "named"), [("count committee of=spog", True), ("select agency chairs=spog", False)]
)
def test_what_was_never_said_is_named_in_the_answer(before: str, named: bool) -> None:
    """Who presides over the group of the committees is a guess, unless it was told."""
    message = asked("que fait le département", forms="describe ?")
    reply = decided(message, 0.99, after(before)).reply
    assert "département d'État" in plain(reply.lead)
    assert plain(reply.lead).startswith("Je comprends") is named


def test_what_is_hardly_sure_gives_way_to_what_is_asked_beside_the_document() -> None:
    """ "Et quel temps fait-il à Washington ?" after who presides over the group: no address."""
    forms = {"none far": 0.6, "get address ?": 0.02}
    message = asked("et quel temps fait il", forms=forms)
    focus = after("select agency chairs=spog")
    said_once = decided(message, 0.29, focus)
    assert said_once.query is None and said_once.reply.kind == "refusal"
    surer = decided(asked("et son adresse", forms={**forms, "none far": 0.2}), 0.29, focus)
    assert surer.query is not None and surer.query.want == "address"


def test_what_was_spoken_of_is_named_where_the_message_speaks_of_something_else() -> None:
    """ "Revenons aux écoles, quelle loi dit ça ?" after the SPOG: which law made the SPOG."""
    focus = after("get level spog")
    question = asked("quelle loi dit ca", topics="schools", forms="get origin ?")
    with mock.patch.object(decide_module, "SURE", 0.0):
        reply = decide(question, view(focus)).reply
        alone = decide(asked("quelle loi", forms="get origin ?"), view(focus)).reply
    assert reply.guessed and not alone.guessed


def test_a_reading_that_stands_far_is_no_choice() -> None:
    forms = {"select agency does=?": 0.9, "count agency does=?": 0.000001}
    reply = decided(asked("x", topics="investigation", forms=forms), QUITE).reply
    assert reply.guessed and not reply.choices


@pytest.mark.parametrize(
    ("text", "names", "topic", "form", "refused"),
    [
        ("qui contrôle le chômage", "", "worker_rights", "select agency does=?", True),
        ("mon contrat de travail n'est pas respecté, qui voir", "", "discrimination", "select agency does=?", True),
        ("ma paye arrive en retard, c'est qui", "", "compensation", "select agency does=?", True),
        ("ils m'ont jamais payé, mon congé non plus", "", "", "vague", True),
        ("un préavis, ça se passe comment", "", "", "none legal", False),
        ("mon salaire a été volé, qui me le rend", "", "compensation", "select agency does=?", False),
        ("les victimes touchent le chômage, qui paie", "", "compensation", "select agency does=?", False),
        ("le DoL paie les congés", "dol", "", "verify does(?,@)", False),
        ("qui défend les travailleurs", "", "worker_rights", "select agency does=?", False),
    ],
)  # fmt: skip
def test_ordinary_work_is_nobodys_topic(
    text: str, names: str, topic: str, form: str, refused: bool
) -> None:
    """Hours that are not paid were said to be the matter of those who see to discrimination."""
    decision = decided(asked(text, names=names, topics=topic, forms=form))
    lead = plain(decision.reply.lead)
    assert ("ne traite que de la lutte contre la traite" in lead) is refused
    assert not refused or ("1-888-373-7888" in lead and decision.query is None)
