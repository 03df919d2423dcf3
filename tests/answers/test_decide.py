"""What is made of a question: an answer, a word on how it was read, a question back, a refusal."""

from __future__ import annotations

import pytest

from tests.answers.forms import FORMS
from tests.answers.made import after, asked, in_order, plain, said, talk, view
from vigie.answers.decide import LIKELY, SURE, UNSURE, Decision, decide
from vigie.answers.query.line import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.understand import understand

SOME = {"select agency does=?": 0.3, "count agency does=?": 0.2}
"""Two forms, of which none is sure."""
FEW = {"describe ?": 0.1, "get english ?": 0.1}
"""Two forms that are hardly likely."""


def decided(question: Question, focus: Focus = Focus()) -> Decision:  # noqa: B008
    return decide(question, view(focus))


def sure(question: Question) -> float:
    return understand(question, view().world).sure


def line(decision: Decision) -> str:
    return write(decision.query) if decision.query else ""


WAYS = {
    # question, kind of reply, the query that it answers, what is said
    "sure: the answer alone": (
        asked("qui enquête", topics="investigation", forms="select agency does=?"),
        "answer", "select agency does=investigation", ["Trois organismes"],
    ),
    "likely: the question as it was understood, then the answer": (
        asked("qui enquête", topics="investigation", forms=SOME), "answer",
        "select agency does=investigation", ["Je comprends : « Qui s'occupe des enquêtes ? » Trois organismes"],
    ),
    "meant without a name: the same, however likely": (
        asked("quand", links=(("council", 0.5),), forms="get date ?"), "answer",
        "get date council", ["Je comprends : « De quand date le Conseil", "2015"],
    ),
    "surely meant without a name: the answer alone": (
        asked("quand", links=(("council", 0.9),), forms="get date ?"), "answer",
        "get date council", ["Le Conseil consultatif", "2015"],
    ),
    "unsure: which of two": (
        asked("machin", names="doj", forms=FEW), "clarify", "", ["Est-ce l'une de ces questions ?"],
    ),
    "lacking its thing: of which": (
        asked("combien de membres", forms="get number ?"), "clarify", "", ["De quel groupe"],
    ),
    "lacking its thing, with another form that is sure": (
        asked("les rapports", forms={"select report": 0.5, "select report by=?": 0.45}),
        "answer", "select report", ["six rapports"],
    ),
    "a name that two bear: of which": (
        asked("que fait", names="dos|doj", forms="describe ?"), "clarify", "", ["de quoi parlez-vous"],
    ),
    "a name that two bear, beside one that is clear": (
        asked("que fait", names="dos|doj dhs", forms="describe ?"), "answer", "describe dhs", ["(DHS)"],
    ),
    "vague: about what": (asked("et ça", forms="vague"), "clarify", "", ["De quel sujet"]),
    "only told: about what": (asked("je suis étudiant", forms="told"), "clarify", "", ["De quel sujet"]),
    "vague, though something is named: which of two": (
        asked("et alors", names="doj", forms={"vague": 0.5, **FEW}), "clarify", "", ["l'une de ces questions"],
    ),
    "courtesy": (asked("merci", forms="talk thanks"), "talk", "", ["Avec plaisir"]),
    "outside the document": (
        asked("combien de victimes", forms="none figures"), "refusal", "", ["ni statistiques"],
    ),
    "an attribute that the document never gives": (
        asked("quel budget", names="hhs", forms="get budget ?"), "refusal", "get budget hhs", ["ne donne pas de budget"],
    ),
    "an organisation outside the document, in a body": (
        asked("est membre de", names="? pitf", forms="verify in(?,?)"), "answer", "verify in(@,pitf)", ["Non."],
    ),
    "no French": (
        asked("xq zv wk", known=0.0, forms="select agency"), "refusal", "", ["Je n'ai pas compris"],
    ),
    "no French around a known name": (
        asked("xq zv", names="doj", known=0.0, forms="describe ?"), "answer", "describe doj", ["(DoJ)"],
    ),
    "one unknown word is no gibberish": (
        asked("rapportts", known=0.0, forms="select report"), "answer", "select report", ["six rapports"],
    ),
    "nothing is known of it": (asked("abcd"), "refusal", "", ["Je ne suis pas sûr de comprendre"]),
    "many things are, none of them likely": (
        asked("abcd", forms={"talk thanks": 0.03, "talk bye": 0.03, "none far": 0.03}),
        "refusal", "", ["Je ne suis pas sûr de comprendre"],
    ),
    "what cannot be asked of the thing, beside what can": (
        asked("niveau", names="doj", forms={"get level ?": 0.3, "describe ?": 0.3}), "answer", "describe doj", ["(DoJ)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("question", "kind", "query", "has"), WAYS.values(), ids=WAYS)
def test_each_way(question: Question, kind: str, query: str, has: list[str]) -> None:
    found = decided(question)
    assert (found.reply.kind, line(found)) == (kind, query), said(found.reply)
    assert in_order(said(found.reply), has), said(found.reply)


def test_the_questions_of_the_ways_are_as_sure_as_they_say() -> None:
    """So that no way is tried by chance: a refit that moves them is seen here."""
    assert sure(WAYS["sure: the answer alone"][0]) >= SURE
    assert LIKELY <= sure(asked("x", topics="investigation", forms=SOME)) < SURE
    assert UNSURE <= sure(asked("machin", names="doj", forms=FEW)) < LIKELY
    lost = WAYS["many things are, none of them likely"][0]
    assert sure(lost) < LIKELY


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        (asked("abcd"), False),
        (asked("xq zv wk", known=0.0), False),
        (asked("combien", forms="get number ?"), True),
        (asked("machin", names="doj", forms=FEW), True),
        (asked("merci", forms="talk thanks"), True),
    ],
)
def test_what_was_not_understood_is_told_from_what_is_asked_back(
    question: Question, understood: bool
) -> None:
    assert decided(question).understood is understood


def test_the_next_likeliest_reading_is_a_choice_beside_what_was_understood() -> None:
    reply = decided(asked("x", topics="investigation", forms=SOME)).reply
    (choice,) = reply.choices
    assert choice.query == "count agency does=investigation"
    assert plain(choice.title) == "Combien d'organismes s'occupent des enquêtes ?"


def test_a_list_is_understood_as_it_is_answered() -> None:
    reply = decided(asked("x", topics="investigation", forms=SOME)).reply
    assert len(reply.items) == 3 and reply.places


def test_what_is_not_understood_offers_what_is() -> None:
    assert len(decided(asked("abcd")).reply.choices) == 3


def test_what_was_spoken_of_is_not_asked_for() -> None:
    found = decided(asked("combien de membres", forms="get number ?"), Focus(subjects=("spog",)))
    assert line(found) == "get number spog"


OF_EACH_KIND = "doj spog public_awareness goods_list hotline tvpa federal_effort".split()
BEFORE = [Focus(), after("select agency does=training"), after("describe council")]


@pytest.mark.parametrize("ident", OF_EACH_KIND)
def test_no_form_about_anything_leads_to_silence_or_an_error(ident: str) -> None:
    """Whatever the heads make of a message that names it, at first or after another answer."""
    for place, form in enumerate(FORMS):
        question = asked("le deuxième en 2003", names=ident, topics="training", forms=form)
        reply, _ = talk(question, BEFORE[place % len(BEFORE)])
        text = said(reply)
        assert text and "{" not in text and "None" not in text, form


@pytest.mark.parametrize("topic", ["hotline", "coordination", "supply_chain"])
def test_no_form_about_nothing_named_does_either(topic: str) -> None:
    for form in FORMS:
        assert said(talk(asked("et", topics=topic, forms=form))[0]), form
