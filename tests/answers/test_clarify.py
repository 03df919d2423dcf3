"""One question back with choices; a choice is taken by click, by title, by number or by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.shorts import with_short
from tests.answers.made import after, asked, plain, said, tables, talk, told, view
from vigie.answers.clarify import MOST, ask_between, of_the_list, picked, with_the_number
from vigie.answers.follow import examples
from vigie.answers.message import render
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.understand import understand
from vigie.answers.reply import CHOICE, Choice, Reply

EXAMPLES = [
    "Qui s'occupe des enquêtes ?",
    "Qui préside la PITF ?",
    "Quels sont les rapports cités ?",
]
BODIES = ["La PITF", "Le SPOG", "Le Conseil consultatif"]
REPORTS = [f"{r.name.fr[0].upper()}{r.name.fr[1:]}" for r in tables().knowledge.reports]
LAWS = [
    "La Loi sur la protection des victimes de la traite",
    "L'amendement de 2003 à la Loi sur la protection des victimes de la traite",
    "La Loi portant sur la Justice pour les victimes de la traite des personnes",
]

BACK = {
    # question, what it asks, the choices
    "who sits, of a body": (asked("combien", forms="get number ?"), "De quel groupe", BODIES),
    "the level, of a body": (asked("niveau", forms="get level ?"), "De quel groupe", BODIES),
    "the law, of a body": (asked("née quand", forms="get origin ?"), "De quel groupe", BODIES),
    "who chairs": (asked("qui préside", forms="select agency chairs=?"), "De quel groupe", BODIES),
    "what changes a law": (
        asked("modifie quoi", forms="select law amender=?"), "De quel texte de loi", LAWS,
    ),
    "who publishes": (
        asked("qui publie", forms="select agency publishes=?"), "De quel rapport", REPORTS,
    ),
    "how often": (asked("quel rythme", forms="get frequency ?"), "De quel rapport", REPORTS),
    "its programmes, of those that run some": (
        asked("que gère-t-il", forms="select programme by=?"), "De quel département",
        ["Le département de la Santé et des Services sociaux", "Le département de la Sécurité intérieure"],
    ),
    "its reports, of those that publish some": (
        asked("publie quoi", forms="select report by=?"), "De quel organisme, groupe",
        ["Le département d'État", "Le département de la Justice", "Le département du Travail", BODIES[2]],
    ),
    "what it is, of anything": (asked("c'est quoi", forms="describe ?"), "De quel organisme", EXAMPLES),
    "a comparison of nothing": (asked("la différence", forms="compare ? ?"), "Quels sont les deux", EXAMPLES),
    "a comparison of one body, with the two others": (
        asked("la différence avec", names="pitf", forms="compare ? ?"), "Quels sont les deux", BODIES[1:],
    ),
    "a name that two bear": (
        asked("que fait", names="dos|doj", forms="describe ?"), "Plusieurs réponses",
        ["Le département d'État", "Le département de la Justice"],
    ),
    "a name that two bear, of one sort": (
        asked("qui publie", names="goods_list|products_list", forms="get owner ?"), "Plusieurs réponses",
        [REPORTS[3], REPORTS[4]],
    ),
    "a name that two of another sort bear": (
        asked("qui préside", names="dos|doj", forms="select agency chairs=?"), "De quel groupe", BODIES,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("question", "lead", "titles"), BACK.values(), ids=BACK)
def test_the_question_back_offers_what_would_do(
    question: Question, lead: str, titles: list[str]
) -> None:
    reply, _ = talk(question)
    assert reply.kind == "clarify" and plain(reply.lead).startswith(lead)
    assert [plain(render_title(one)) for one in reply.choices] == titles


def render_title(choice: Choice) -> str:
    """A title as it is shown."""
    return render(Reply("?", choices=(choice,))).buttons[0]["title"]


AGENCIES = asked("préside-t-il", names="pitf", forms="verify chairs(?,?)")


def test_there_are_never_more_choices_than_can_be_read() -> None:
    reply, _ = talk(AGENCIES)
    assert len(reply.choices) == MOST + 1
    assert reply.choices[-1].title == "Voir les autres"
    assert len({choice.title for choice in reply.choices}) == MOST + 1


def test_the_others_can_be_seen_to_the_last_one_and_each_is_answered() -> None:
    seen: set[str] = set()
    reply, focus = talk(AGENCIES)
    for _ in tables().knowledge.agencies:
        one_each = [choice for choice in focus.pending if not choice.get("more")]
        seen |= {choice["query"] for choice in one_each}
        for choice in one_each:
            answer, _ = talk(asked(choice["key"]), focus)
            assert answer.kind == "answer" and answer.places, choice
        if len(one_each) == len(focus.pending):
            break
        reply, focus = talk(asked("Voir les autres"), focus)
        assert reply.kind == "clarify" and reply.lead.startswith("Vous pouvez aussi")
    assert seen == {f"verify chairs({one.id},pitf)" for one in tables().knowledge.agencies}


def test_one_more_is_shown_rather_than_hidden_behind_a_choice() -> None:
    """Six reports, and one more: seven titles are shown, not six and "the others"."""
    from vigie.answers.clarify import shown

    for count in (MOST, MOST + 1):
        choices = [Choice(str(one), "describe doj") for one in range(count)]
        assert shown(choices, view()) == tuple(choices)
    assert len(shown([Choice("x")] * (MOST + 2), view())) == MOST + 1


def test_an_agency_is_offered_by_its_full_name_with_a_shorter_one_for_small_screens() -> None:
    first = render(talk(AGENCIES)[0]).buttons[0]
    assert first["title"] == "Le département d\u2019État"
    assert with_short(first, tables().knowledge)["short"] == "Département d\u2019État"


VAGUE = [
    ("c'est quoi ce rapport", "De quel rapport", REPORTS),
    ("que dit cette loi", "De quel texte de loi", LAWS),
    ("à quoi sert ce comité", "De quel comité", []),
    ("et ça", "De quel sujet", []),
]


@pytest.mark.parametrize(("text", "lead", "titles"), VAGUE)
def test_a_vague_question_is_given_back_by_the_sort_of_thing_it_means(
    text: str, lead: str, titles: list[str]
) -> None:
    reply, _ = talk(asked(text, forms="vague"))
    assert reply.kind == "clarify" and reply.lead.startswith(lead) and reply.choices
    assert not titles or [plain(choice.title) for choice in reply.choices] == titles


def test_the_topics_to_choose_are_those_that_the_question_names_and_are_answered() -> None:
    reply, focus = talk(asked("et ça", forms="vague"))
    assert reply.choices
    for place, choice in enumerate(reply.choices):
        assert plain(choice.title).lower() in plain(reply.lead).lower()
        answer, _ = talk(asked(f"{CHOICE}{place + 1}"), focus)
        assert answer.kind == "answer" and answer.places, choice


def offered(question: Question) -> Focus:
    """What is remembered after the question back to a message."""
    reply, focus = talk(question)
    assert reply.kind == "clarify" and focus.pending
    return focus


OF_BODIES = offered(asked("combien de membres", forms="get number ?"))
OF_REPORTS = offered(asked("qui publie ce rapport", forms="select agency publishes=?"))
OF_COMMITTEES = offered(asked("que fait ce comité", forms="vague"))
OF_LAWS = offered(asked("que dit cette loi", forms="vague"))
OF_AGENCIES = offered(AGENCIES)
OF_MATTERS = Focus(
    pending=tuple(
        Choice(line, line).as_slot(place)
        for place, line in enumerate(
            ("select agency does=witness_stay", "select agency does=certification")
        )
    )
)

TAKEN = {
    # focus, what the person sends, the query that is asked
    "a click on the second": (OF_BODIES, asked(f"{CHOICE}2"), "get number spog"),
    "its title, typed": (OF_BODIES, asked("Le SPOG", names="spog", outside="le"), "get number spog"),
    "its title in small letters without accents": (
        OF_LAWS, asked("l'amendement de 2003 a la loi sur la protection des victimes de la traite"),
        "describe tvpa_2003",
    ),
    "another of its names": (OF_AGENCIES, asked("", names="dod"), "verify chairs(dod,pitf)"),
    "another of its names, with a word": (
        OF_AGENCIES, asked("celui de", names="dod"), "verify chairs(dod,pitf)",
    ),
    "a name, where it stands beside another in the query": (
        OF_AGENCIES, asked("le", names="usda"), "verify chairs(usda,pitf)",
    ),
    "a committee by one of its names": (
        OF_COMMITTEES, asked("sur", names="victim_services"), "describe victim_services",
    ),
    "the matter of one, by the name of what has it": (
        OF_MATTERS, asked("oui le", names="witness_stay_permission"), "select agency does=witness_stay",
    ),
    "a number": (OF_BODIES, asked("2"), "get number spog"),
    "a number in letters": (OF_BODIES, asked("deux"), "get number spog"),
    "a rank": (OF_BODIES, asked("le troisième"), "get number council"),
    "the last": (OF_BODIES, asked("le dernier"), "get number council"),
    "a number with please": (OF_BODIES, asked("le 2 svp"), "get number spog"),
}  # fmt: skip


@pytest.mark.parametrize(("focus", "question", "query"), TAKEN.values(), ids=TAKEN)
def test_a_choice_is_taken(focus: Focus, question: Question, query: str) -> None:
    found = picked(question, focus, view())
    assert found is not None and found.query == query
    _, later = talk(question, focus)
    assert later.queries[-1:] == (query,)


LEFT = {
    "another question": (OF_BODIES, asked("qui enquête sur la traite")),
    "a question about one of them": (OF_BODIES, asked("combien de membres a", names="council")),
    "a name that is no choice": (OF_BODIES, asked("", names="doj")),
    "a name that all the choices hold": (OF_AGENCIES, asked("", names="pitf")),
    "a number past the end": (OF_BODIES, asked("7")),
    "a key of another list": (OF_BODIES, asked(f"{CHOICE}9")),
    "nothing was offered": (Focus(), asked("2")),
    "a key when nothing was offered": (Focus(), asked(f"{CHOICE}1")),
    "a rasa intent typed by hand": (OF_BODIES, asked("/chair")),
}


@pytest.mark.parametrize(("focus", "question"), LEFT.values(), ids=LEFT)
def test_no_choice_is_taken(focus: Focus, question: Question) -> None:
    assert picked(question, focus, view()) is None


@pytest.mark.parametrize("focus", [OF_BODIES, OF_REPORTS, OF_COMMITTEES, OF_LAWS, OF_AGENCIES])
def test_every_choice_offered_is_answered(focus: Focus) -> None:
    for place, choice in enumerate(focus.pending):
        reply, later = talk(asked(f"{CHOICE}{place + 1}"), focus)
        if choice.get("more"):
            continue  # see the test of the others
        assert reply.kind == "answer" and reply.places, choice
        assert later.queries[-1:] == (choice["query"],)


def test_the_examples_are_answered() -> None:
    for choice in examples(view()):
        reply = told(choice.query)
        assert reply.kind == "answer" and reply.places, choice


def test_a_choice_that_the_knowledge_no_longer_answers_asks_again() -> None:
    gone = Choice("Un comité supprimé", "describe supprime").as_slot(0)
    reply, focus = talk(asked(f"{CHOICE}1"), Focus(pending=(gone,)))
    assert reply.kind == "clarify" and reply.choices and focus.queries == ()


def test_a_key_never_reads_as_a_rasa_intent() -> None:
    reply, _ = talk(asked("qui préside", forms="select agency chairs=?"))
    payloads = [button["payload"] for button in render(reply).buttons]
    assert payloads == ["choix:1", "choix:2", "choix:3"]


@pytest.mark.parametrize(
    "question", [asked(names="doj", forms="describe ?"), asked("merci", forms="talk thanks")]
)
def test_choices_are_forgotten_after_the_next_answer_and_after_a_word(question: Question) -> None:
    _, later = talk(question, OF_BODIES)
    assert not {one["query"] for one in later.pending} & {one["query"] for one in OF_BODIES.pending}
    assert picked(asked("le deuxième"), later, view()) is None


def test_what_is_offered_to_go_on_with_is_taken_by_click_or_title_and_by_no_place() -> None:
    reply, focus = talk(asked(names="doj", forms="describe ?"))
    assert len(reply.follow) > 1
    for place, choice in enumerate(reply.follow):
        for text in (f"{CHOICE}{place + 1}", choice.title):
            assert picked(asked(text), focus, view()) == choice
    assert picked(asked("le deuxième"), focus, view()) is None
    assert picked(asked("le", names="doj"), focus, view()) is None


def test_a_choice_keeps_what_was_asked_before() -> None:
    before = after("select agency does=investigation")
    _, focus = talk(asked("de quel niveau", forms="get level ?"), before)
    assert focus.queries == before.queries and focus.shown == before.shown
    _, focus = talk(asked(f"{CHOICE}1"), focus)
    assert focus.queries == (*before.queries, "get level pitf")


def test_two_readings_are_offered_as_the_questions_that_they_are() -> None:
    forms = {"describe ?": 0.1, "get english ?": 0.1, "select report by=?": 0.005}
    question = asked("machin", names="doj", forms=forms)
    reply = ask_between(understand(question, view().world).readings, view())
    assert reply is not None and reply.kind == "clarify"
    assert [choice.query for choice in reply.choices] == ["describe doj", "get english doj"]
    assert plain(reply.choices[0].title) == "Que fait le département de la Justice (DoJ) ?"


def test_one_reading_alone_is_no_choice() -> None:
    question = asked("machin", names="doj", forms={"describe ?": 0.1})
    assert ask_between(understand(question, view().world).readings, view()) is None


def test_a_claim_and_its_denial_are_one_question() -> None:
    """Two buttons asked whether the USAID does so, and whether it does not."""
    claim = "verify does(usaid,international_programmes)"
    queries = (claim, claim.replace("does", "!does"), "describe usaid")
    (one, *_) = understand(
        asked("machin", names="usaid", forms="describe ?"), view().world
    ).readings
    reply = ask_between([replace(one, query=read(line)) for line in queries], view())
    assert reply is not None
    assert [choice.query for choice in reply.choices] == [claim, "describe usaid"]


def test_what_has_no_answer_or_no_question_is_not_offered() -> None:
    forms = {"describe ?": 0.1, "verify is(?,?)": 0.1, "talk thanks": 0.1}
    question = asked("machin", names="doj", forms=forms)
    readings = understand(question, view().world).readings
    assert len(readings) > 2
    assert ask_between(readings, view()) is None, [write(one.query) for one in readings]


def test_the_titles_are_said_as_they_are_shown() -> None:
    text = said(talk(asked("niveau", forms="get level ?"))[0])
    assert text == "De quel groupe parlez-vous : la PITF, le SPOG ou le Conseil consultatif ?"


@pytest.mark.parametrize(
    ("before", "leans", "names", "offered"),
    [
        ("select committee", {"other": 0.8}, "", 5),
        ("select agency does=investigation", {"index": 0.4, "other": 0.3}, "", 3),
        ("select committee", {"lent": 0.9}, "", 0),
        ("select committee", {"other": 0.8}, "doj", 0),
        ("describe hhs", {"other": 0.8}, "", 0),
    ],
    ids=["the other", "one of them", "what leans on no list", "what names one", "no list"],
)
def test_what_leans_on_a_list_is_asked_which_of_it(
    before: str, leans: dict[str, float], names: str, offered: int
) -> None:
    back = of_the_list(asked("et l'autre", names=names, leans=leans), view(after(before)))
    assert len(back.choices if back else ()) == offered


def test_a_short_word_on_a_list_that_is_not_understood_offers_the_list() -> None:
    reply, _ = talk(asked("celle la", leans={"index": 0.9}), after("select law"))
    assert "de cette liste" in said(reply)
    assert [plain(choice.title) for choice in reply.choices] == LAWS


@pytest.mark.parametrize("other", ["describe hotline", "get owner hotline"])
def test_the_number_is_told_beside_the_button_that_asks_for_it(other: str) -> None:
    choices = (Choice("Qui la finance ?", other), Choice("Le numéro", "get contact hotline"))
    asks = Reply("Laquelle ?", kind="clarify", choices=choices)
    assert "1-888-373-7888" in said(with_the_number(asks, view()))
    assert with_the_number(asks.with_(choices=choices[:1]), view()).after == ""


def test_so_it_is_in_a_conversation() -> None:
    forms = {"select agency does=hotline": 0.4, "get contact hotline": 0.3}
    reply, _ = talk(asked("qui sonner ?", forms=forms))
    assert "get contact hotline" in [one.query for one in reply.choices]
    assert "1-888-373-7888" in said(reply)
