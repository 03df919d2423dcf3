"""One question back with choices; a choice is taken by click, by title or by number."""

from __future__ import annotations

import pytest

from actions.shorts import with_short
from tests.answers.made import asked, plain, tables, view
from vigie.answers.clarify import MOST, ask_back, ask_which, picked, vague
from vigie.answers.gate import best_reading, remember
from vigie.answers.question import Focus, Mention
from vigie.answers.reply import CHOICE, Missing, Reply, render

BACK = [
    (Missing("body", ("pitf", "spog", "council")), "De quel groupe", ["La PITF", "Le SPOG", "Le Conseil consultatif des États-Unis sur la traite des personnes"]),
    (Missing("law"), "De quel texte de loi", ["La Loi sur la protection des victimes de la traite", "L'amendement de 2003 à la Loi sur la protection des victimes de la traite", "La Loi portant sur la Justice pour les victimes de la traite des personnes"]),
    (Missing("report"), "De quel rapport", [f"{r.name.fr[0].upper()}{r.name.fr[1:]}" for r in tables().knowledge.reports]),
    (Missing("subject"), "De quel organisme", ["Qui enquête sur la traite ?", "Qui préside la PITF ?", "Quels rapports sont publiés ?"]),
    (Missing("topic"), "De quel sujet", ["Les enquêtes", "L'aide aux victimes", "Les écoles", "Les transports"]),
    (Missing("two", ("doj", "dhs")), "Quels sont les deux", ["Le département de la Justice", "Le département de la Sécurité intérieure"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("missing", "lead", "titles"), BACK, ids=lambda value: getattr(value, "what", "")
)
def test_the_question_back_offers_the_choices(
    missing: Missing, lead: str, titles: list[str]
) -> None:
    reply = ask_back(missing, asked(intent="describe"), view())
    assert reply.kind == "clarify" and plain(reply.lead).startswith(lead)
    assert [plain(choice.title) for choice in reply.choices] == titles


def test_there_are_never_more_choices_than_can_be_read() -> None:
    reply = ask_back(
        Missing("subject", tuple(a.id for a in tables().knowledge.agencies)), asked(), view()
    )
    assert len(reply.choices) == MOST + 1
    assert reply.choices[-1].title == "Voir les autres"


def test_the_others_can_be_seen_to_the_last_one_and_each_is_answered() -> None:
    agencies = {agency.id for agency in tables().knowledge.agencies}
    focus, seen = AGENCIES, set()
    for _ in agencies:
        one_each = [c for c in focus.pending if not c.get("more")]
        seen |= {choice["ids"][0] for choice in one_each}
        for choice in one_each:
            reply = best_reading(asked(choice["key"]), view(focus))
            assert reply.kind == "answer" and reply.places, choice
        if len(one_each) == len(focus.pending):
            break
        others = best_reading(asked("Voir les autres"), view(focus))
        assert others.kind == "clarify" and others.lead.startswith("Vous pouvez aussi")
        focus = remember(others, focus)
    assert seen == agencies


def test_the_topics_to_choose_are_those_that_the_question_names_and_are_answered() -> None:
    back = ask_back(Missing("topic"), asked(), view())
    named = plain(back.lead).lower()
    for choice in back.choices:
        assert plain(choice.title).lower() in named
    focus = remember(back, Focus())
    for choice in focus.pending:
        reply = best_reading(asked(choice["key"]), view(focus))
        assert reply.kind == "answer" and reply.places, choice


def test_one_more_is_shown_rather_than_hidden_behind_a_choice() -> None:
    ids = tuple(agency.id for agency in tables().knowledge.agencies)
    for count in (MOST, MOST + 1):
        reply = ask_back(Missing("subject", ids[:count]), asked(), view())
        assert [choice.ids for choice in reply.choices] == [(one,) for one in ids[:count]]


def test_an_agency_is_offered_by_its_full_name_with_a_shorter_one_for_small_screens() -> None:
    reply = ask_back(Missing("agency"), asked(), view())
    first = render(reply).buttons[0]
    assert first["title"] == "Le département d\u2019État"
    assert with_short(first, tables().knowledge)["short"] == "Département d\u2019État"


def test_a_name_of_two_things_asks_which() -> None:
    reply = ask_which(Mention(("dos", "doj"), "agency"), "describe", ("training",), view())
    assert [c.title for c in reply.choices] == [
        "Le département d'État",
        "Le département de la Justice",
    ]
    assert {c.topics for c in reply.choices} == {("training",)}


VAGUE = [
    ("c'est quoi ce rapport", "De quel rapport"),
    ("que dit cette loi", "De quel texte de loi"),
    ("à quoi sert ce comité", "De quel comité"),
    ("que fait ce ministère", "De quel département"),
    ("que fait cette agence", "De quel département"),
    ("qui dirige ce groupe", "De quel groupe"),
    ("et ça", "De quel sujet"),
]


@pytest.mark.parametrize(("text", "lead"), VAGUE)
def test_a_vague_question_is_given_back_by_the_kind_of_thing_it_means(text: str, lead: str) -> None:
    reply = vague(asked(text), view())
    assert reply.lead.startswith(lead) and reply.choices


def after(missing: Missing, intent: str) -> Focus:
    """The focus after a question back, as the slots keep it."""
    return remember(ask_back(missing, asked(intent=intent), view()), Focus())


BODIES = after(Missing("body", ("pitf", "spog", "council")), "count_committees")
COMMITTEES = after(
    Missing("committee", tuple(c.id for c in tables().knowledge.committees)), "describe"
)
LAWS = after(Missing("law"), "describe")
AGENCIES = after(Missing("agency"), "describe")

TAKEN = {
    # focus, what the person sends, the entity taken
    "a click on the second": (BODIES, asked(f"{CHOICE}2"), "spog"),
    "its title, typed": (BODIES, asked("Le SPOG", names="spog"), "spog"),
    "its title in small letters without accents": (LAWS, asked("la jvta", names="jvta"), "jvta"),
    "its title without the article": (COMMITTEES, asked("Comité sur les services aux victimes"), "victim_services"),
    "another of its names": (AGENCIES, asked("", names="dod"), "dod"),
    "another of its names, with a word": (AGENCIES, asked("celui de", names="dod"), "dod"),
    "a number": (BODIES, asked("2"), "spog"),
    "a number in letters": (BODIES, asked("deux"), "spog"),
    "a rank": (BODIES, asked("le troisième"), "council"),
    "the last": (BODIES, asked("le dernier"), "council"),
    "a number with please": (BODIES, asked("le 2 svp"), "spog"),
}  # fmt: skip


@pytest.mark.parametrize(("focus", "question", "entity"), TAKEN.values(), ids=TAKEN)
def test_a_choice_is_taken(focus: Focus, question, entity: str) -> None:  # type: ignore[no-untyped-def]
    found = picked(question, focus)
    assert found is not None and [m.ids for m in found.mentions] == [(entity,)]


LEFT = {
    "another question": (BODIES, asked("qui enquête sur la traite")),
    "a question about one of them": (BODIES, asked("combien de membres a", names="council")),
    "a name that is no choice": (BODIES, asked("", names="doj")),
    "a number past the end": (BODIES, asked("7")),
    "a key of another list": (BODIES, asked(f"{CHOICE}9")),
    "nothing was offered": (Focus(), asked("2")),
    "a key when nothing was offered": (Focus(), asked(f"{CHOICE}1")),
    "a rasa intent typed by hand": (BODIES, asked("/chair")),
}


@pytest.mark.parametrize(("focus", "question"), LEFT.values(), ids=LEFT)
def test_no_choice_is_taken(focus: Focus, question) -> None:  # type: ignore[no-untyped-def]
    assert picked(question, focus) is None


def test_the_choice_keeps_the_question_that_was_asked() -> None:
    found = picked(asked("Le SPOG"), BODIES)
    assert found is not None and found.intent == "count_committees"


@pytest.mark.parametrize(
    "focus", [BODIES, COMMITTEES, LAWS, AGENCIES, after(Missing("report"), "report_owner")]
)
def test_every_choice_offered_is_answered(focus: Focus) -> None:
    for position, choice in enumerate(focus.pending):
        reply = best_reading(asked(f"{CHOICE}{position + 1}"), view(focus))
        if choice.get("more"):
            continue  # see the test of the others
        assert reply.kind == "answer" and reply.places, choice


def test_a_key_never_reads_as_a_rasa_intent() -> None:
    reply = ask_back(Missing("body"), asked(intent="chair"), view())
    payloads = [button["payload"] for button in render(reply).buttons]
    assert payloads == ["choix:1", "choix:2", "choix:3"]


def test_choices_are_forgotten_after_the_next_answer() -> None:
    assert remember(Reply("ok", focus=Focus("describe", ("doj",))), BODIES).pending == ()
    assert remember(Reply("ok"), BODIES).pending == ()
