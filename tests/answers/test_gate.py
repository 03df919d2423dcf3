"""The gate: an answer only where intent, names, topics and knowledge agree; else ask, else refuse."""

from __future__ import annotations

import pytest
import yaml

from tests.answers.made import ROOT, asked, in_order, mention, phrases, said, tables, view
from vigie.answers.converse import converse
from vigie.answers.gate import best_reading, remember
from vigie.answers.question import Focus, Mention, Question, read_question
from vigie.answers.reply import Reply


def reading(question: Question, focus: Focus = Focus()) -> Reply:  # noqa: B008
    return best_reading(question, view(focus))


def ranked(*pairs: tuple[str, float]) -> dict[str, object]:
    return {"ranking": pairs}


CHOSEN = {
    # question, kind of reply, what is said
    "the likeliest reading, when it can be answered": (
        asked("qui enquête", topics="investigation", **ranked(("which_agency", 0.9), ("oos_near", 0.05))), "answer", ["Trois organismes"],
    ),
    "the next one, when the first lacks what it needs": (
        asked("que fait", names="doj", **ranked(("compare", 0.5), ("describe", 0.4))), "answer", ["(DoJ)"],
    ),
    "a question back, when the likely one lacks its name": (
        asked("combien de membres", **ranked(("count_members", 0.9))), "clarify", ["De quel groupe"],
    ),
    "a refusal, when nothing is likely": (
        asked("abcd efgh", **ranked(("thanks", 0.03), ("greet", 0.03))), "refusal", ["Je ne suis pas sûr de comprendre"],
    ),
    "a refusal, when nothing at all is known": (asked("abcd"), "refusal", ["Je ne suis pas sûr de comprendre"]),
    "a refusal of what lies outside": (
        asked("combien de victimes", **ranked(("oos_figures", 0.9))), "refusal", ["ni statistiques"],
    ),
    "words that no French text has": (
        asked("xq zv wk", known=0.0, **ranked(("which_agency", 0.4))), "refusal", ["Je n'ai pas compris"],
    ),
    "unknown words around a known name": (
        asked("xq zv", names="doj", known=0.0, **ranked(("describe", 0.4))), "answer", ["(DoJ)"],
    ),
    "a name alone is never gibberish": (
        asked("", names="victim_services", **ranked(("gibberish", 0.7))), "answer", ["services aux victimes"],
    ),
    "a name that two bear": (
        asked("que fait", **ranked(("describe", 0.9)), mentions=(mention("dos|doj"),)), "clarify", ["de quoi parlez-vous"],
    ),
    "a name that two bear, beside one that is clear": (
        asked("que fait", **ranked(("describe", 0.9)), mentions=(mention("dos|doj"), mention("dhs"))), "answer", ["(DHS)"],
    ),
    "yes or no, though read as a description": (
        asked("est ce que préside", names="dos spog", **ranked(("describe", 0.6), ("verify_chair", 0.2))), "answer", ["Oui."],
    ),
    "an organisation outside the document, in a body": (
        asked("est membre de", names="? pitf", **ranked(("verify_membership", 0.7))), "answer", ["Non."],
    ),
    "a greeting": (asked("bonjour", **ranked(("greet", 0.9))), "talk", ["Bonjour"]),
    "others than one named, after a list": (
        asked("à part", without="doj", **ranked(("oos_near", 0.4), ("describe", 0.3))), "answer", ["(DHS)", "(EEOC)"],
    ),
}  # fmt: skip
LISTED = Focus("which_agency", (), ("investigation",), ("doj", "dhs", "eeoc"))


@pytest.mark.parametrize(("question", "kind", "has"), CHOSEN.values(), ids=CHOSEN)
def test_the_gate_chooses(question: Question, kind: str, has: list[str]) -> None:
    reply = reading(question, LISTED if question.ids(excluded=True) else Focus())
    assert reply.kind == kind, said(reply)
    assert in_order(said(reply), has), said(reply)


INTENTS = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["intents"]


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize(
    "focus",
    [
        Focus(),
        LISTED,
        Focus("describe", ("council",), (), ("council",)),
        Focus("list_reports", ("dol",), (), ("goods_list",)),
    ],
    ids=["at first", "after a list", "after a body", "after reports"],
)
def test_no_intent_alone_leads_to_silence_or_an_error(intent: str, focus: Focus) -> None:
    for question in (
        asked("", intent=intent),
        asked("texte", names="doj", intent=intent),
        asked("texte", names="spog tvpa", topics="training", intent=intent),
        asked("le deuxième en 2003", names="?", intent=intent),
    ):
        assert said(reading(question, focus))


@pytest.mark.parametrize("entity", tables().knowledge.entities, ids=lambda entity: entity.id)
def test_no_intent_about_anything_raises(entity) -> None:  # type: ignore[no-untyped-def]
    for intent in INTENTS:
        assert said(reading(asked("texte", names=entity.id, intent=intent)))


def test_the_answer_cites_its_sections_and_paragraphs_once_and_last() -> None:
    question = asked("qui enquête", topics="investigation", intent="which_agency")
    reply, _ = converse(question, Focus(), tables(), phrases())
    lines = said(reply)
    assert lines.endswith(
        "Source : « Organes composant la PITF », § 5, 12 et 15 (texte rédigé entre octobre 2016 et la fin de 2017)."
    )
    assert lines.count("Source :") == 1


def test_small_talk_cites_nothing() -> None:
    reply, _ = converse(asked("merci", intent="thanks"), Focus(), tables(), phrases())
    assert "Source" not in said(reply)


def parts(*questions: Question) -> Question:
    return Question("deux questions", parts=questions, ranking=(("which_agency", 0.5),))


def test_two_questions_get_two_answers_in_order_with_one_source() -> None:
    question = parts(
        asked("qui enquête", topics="investigation", intent="which_agency"),
        asked("qui préside", names="spog", intent="chair"),
    )
    reply, focus = converse(question, Focus(), tables(), phrases())
    text = said(reply)
    assert (
        in_order(text, ["Trois organismes", "(EEOC)", "(DoS) préside"])
        and text.count("Source :") == 1
    )
    assert focus.subjects == ("dos",)


def test_the_second_question_leans_on_the_first() -> None:
    question = parts(
        asked("que fait", names="dol", intent="describe"),
        asked("et il publie quoi", names="dol", intent="list_reports"),
    )
    text = said(converse(question, Focus(), tables(), phrases())[0])
    assert in_order(text, ["identifier les victimes", "publie trois rapports"])


def test_what_changed_is_told_once_for_two_questions() -> None:
    question = parts(
        asked("que fait", names="usaid", intent="describe"),
        asked("qui préside", names="spog", intent="chair"),
    )
    assert said(converse(question, Focus(), tables(), phrases())[0]).count("1er juillet 2025") == 1


def test_a_refusal_keeps_what_was_spoken_of() -> None:
    after = remember(Reply("non", kind="refusal"), LISTED)
    assert (after.topics, after.shown) == (LISTED.topics, LISTED.shown)


def test_the_focus_goes_through_the_slots_and_back() -> None:
    focus = Focus(
        "describe",
        ("doj",),
        ("training",),
        ("doj", "dhs"),
        (("members", 5),),
        ({"key": "choix:1", "title": "x", "intent": "chair", "ids": [], "topics": []},),
    )
    assert Focus.read(focus.slots()) == focus
    assert Focus.read({}) == Focus()
    assert Focus.read(dict.fromkeys(focus.slots())) == Focus()


def test_slots_hold_plain_data_that_any_store_keeps() -> None:
    import json

    slots = Focus("describe", ("doj",), ("training",), ("doj",), (("members", 5),)).slots()
    assert json.loads(json.dumps(slots)) == slots


def test_a_message_without_frame_is_read_by_its_intent() -> None:
    question = read_question({"text": "x", "intent": {"name": "greet"}})
    assert (question.intent, question.text) == ("greet", "x")
    assert read_question({}).intent == ""


def test_ids_leave_out_what_is_ambiguous_excluded_or_outside() -> None:
    question = Question(
        "",
        mentions=(
            mention("doj"),
            mention("dos|dol"),
            mention("dhs", True),
            mention("?"),
            mention("doj"),
        ),
    )
    assert question.ids() == ("doj",)
    assert question.ids(excluded=True) == ("dhs",)
    assert question.ids("body") == ()
    assert question.ids("outsider") == ("other",)
    assert question.about(Mention(("ed",), "agency")).ids() == ("ed",)
