"""Where the topics and names of a message stand, and which of them it refuses."""

from __future__ import annotations

import pytest

from vigie.answers.query.line import read
from vigie.answers.query.refused import refused
from vigie.commands.pieces import Trained
from vigie.nlu.linear import Example
from vigie.nlu.locate import locator
from vigie.nlu.roles import REFUSED, coded, features, learned

TAUGHT = [
    (["qui", "forme", "les", "agents"], ["training"]),
    (["qui", "enquete", "la", "dessus"], ["investigation"]),
    (["qui", "forme", "et", "enquete"], ["training", "investigation"]),
    (["qui", "sensibilise", "le", "public"], ["awareness"]),
    (["des", "agents", "sensibilise"], ["awareness"]),
]


def test_each_topic_stands_at_the_word_that_speaks_of_it() -> None:
    where = locator(TAUGHT)
    words = ["qui", "enquete", "sans", "forme"]
    assert where.places(words, ["training", "investigation"]) == {"investigation": 1, "training": 3}


@pytest.mark.parametrize("words", [[], ["qui", "sans"], ["<agency>"], ["inconnu"]])
def test_what_no_word_speaks_of_has_no_place(words: list[str]) -> None:
    assert locator(TAUGHT).places(words, ["training"]) == {}


def test_an_unknown_topic_has_no_place() -> None:
    assert locator(TAUGHT).places(["qui", "forme"], ["baking"]) == {}


def test_a_role_is_learned_from_the_words_around() -> None:
    asking = ["qui forme", "qui enquete", "celles qui forme", "et qui enquete bien"]
    refusing = ["sans forme", "qui enquete sans forme", "tous sans enquete", "sans enquete bien"]
    examples = [Example(_marks(text), ()) for text in asking]
    examples += [Example(_marks(text), (REFUSED,)) for text in refusing]
    head = learned(examples)
    assert head.scores(_marks("des agents sans enquete"))[0] > 0.5
    assert head.scores(_marks("des agents qui enquete"))[0] < 0.5


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("select agency does=training does!=investigation except=doj", {"investigation", "doj"}),
        ("select agency does=training except={agency chairs=pitf}", {"pitf"}),
        ("verify does(hhs,hotline) & !does(dhs,hotline)", {"hotline", "dhs"}),
        ("verify !does(dol,training)", {"training"}),
        ("verify !only(does(doj,investigation))", set()),
        ("describe {agency does=training chairs!=pitf}", {"pitf"}),
        ("select agency does=training", set()),
    ],
)
def test_a_query_refuses_what_it_denies_and_excepts(line: str, gone: set[str]) -> None:
    assert refused(read(line)) == gone


REFUSALS = {
    "after": ("Qui aide les victimes sans former personne ?", "training", "victim_assistance"),
    "before": ("Sans enquêter, qui forme ?", "investigation", "training"),
    "in a relative clause": (
        "Je cherche celles qui forment mais qui n'enquêtent pas", "investigation", "training",
    ),
    "as texted": ("ki forme mais enquete pa", "investigation", "training"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "gone", "kept"), REFUSALS.values(), ids=REFUSALS)
def test_the_model_tells_what_is_refused(trained: Trained, text: str, gone: str, kept: str) -> None:
    frame = trained.frame(text)
    roles = dict(frame["roles"])
    denied = frame["excluded_topics"] or sorted(roles, key=lambda topic: -roles[topic][1])
    assert denied[0] == gone
    assert roles.get(gone, (0, 1.0))[1] > 0.5
    assert kept in frame["scores"]


NAMES = {
    "excluded": ("La Défense exclue, qui forme ?", ["dod"]),
    "put aside": ("Mettez le DoJ et le DHS de côté : qui enquête ?", ["doj", "dhs"]),
    "asked": ("Que fait la Défense pour former ?", []),
    "corrected": ("Non, pas le Travail, l'Intérieur", ["dol"]),
    "listed": ("Sans compter le DoL, le DHS et le DoJ, qui publie ?", ["dol", "dhs", "doj"]),
    "contrasted": ("La ligne, c'est le HHS et pas le DHS ?", ["dhs"]),
}


@pytest.mark.parametrize(("text", "gone"), NAMES.values(), ids=NAMES)
def test_the_model_tells_which_names_are_set_aside(
    trained: Trained, text: str, gone: list[str]
) -> None:
    mentions = trained.frame(text)["mentions"]
    assert [m["ids"][0] for m in mentions if m["excluded"]] == gone


def _marks(text: str) -> tuple[str, ...]:
    words = text.split()
    place = next(n for n, word in enumerate(words) if word in ("forme", "enquete"))
    last = max(n for n, word in enumerate(words) if word in ("forme", "enquete"))
    others = [place] if place != last else []
    return tuple(features(coded(words), last, others, not others))
