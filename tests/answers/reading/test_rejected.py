"""What a message does without of what was just spoken of, and who says again what was misread."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers.made import after, asked, said, talk, together, view
from vigie.answers.question import Mention, Question
from vigie.answers.reading.rejected import only_rejects, rejected, repairs

SPOKEN = frozenset(("tip_report", "dos", "forced_labour"))


def naming(text: str, name: str, ident: str = "tip_report", **more: Any) -> Question:
    """A message that names something where `name` stands in it."""
    start = text.index(name)
    return asked(text, mentions=(Mention((ident,), "report", start, start + len(name)),), **more)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("non, pas le TIP", True),
        ("Pas le TIP : les quatre autres", True),
        ("je parlais des listes, pas du TIP", True),
        ("je te parle pas du TIP", True),
        ("nn pa le TIP", True),
        ("le DoS ne publie pas le TIP ?", False),
        ("ce n'est pas le TIP ?", False),
        ("pas de date pour le TIP ?", False),
        ("tout sauf le TIP", False),
        ("le TIP n'est pas annuel", False),
    ],
)
def test_a_name_is_done_without(text: str, gone: bool) -> None:
    assert rejected(naming(text, "TIP"), SPOKEN) == (frozenset(("tip_report",)) if gone else set())


def test_only_what_was_spoken_of_is() -> None:
    assert not rejected(naming("non, pas le TIP", "TIP"), frozenset(("doj",)))


def test_a_topic_that_is_refused_is_done_without() -> None:
    text, roles = "non pas le travail force, tous", {"forced_labour": (3, 0.93)}
    assert rejected(asked(text, roles=roles), SPOKEN) == {"forced_labour"}
    assert not rejected(asked("tous, sauf le travail force", roles=roles), SPOKEN)
    assert not rejected(asked(text, roles={"forced_labour": (3, 0.4)}), SPOKEN)


def test_what_is_done_without_is_not_asked_about() -> None:
    again = {"select agency does=?": 0.6, "select agency": 0.05}
    roles = {"forced_labour": (3, 0.93)}
    asks = asked("non pas le travail force", "", "forced_labour", forms=again, roles=roles)
    reply, _ = talk(asks, after("select agency does=forced_labour"))
    assert reply.queries and "does=forced_labour" not in " ".join(reply.queries)
    anew, _ = talk(asks)  # nothing was said before it
    assert "forced_labour" in " ".join(anew.queries)


def test_a_stretch_that_only_does_without_something_is_no_question() -> None:
    assert only_rejects(naming("Non, pas le TIP.", "TIP"), SPOKEN)
    assert not only_rejects(naming("Non, pas le TIP, les listes ?", "TIP"), SPOKEN)
    assert not only_rejects(naming("Non, pas le TIP.", "TIP"), frozenset())
    not_that = naming("Non, pas le TIP.", "TIP", forms={"get frequency ?": 0.6, "~same": 0.3})
    others = asked("les listes paraissent quand", "goods_list", forms="get frequency ?")
    reply, _ = talk(together(not_that, others), after("get frequency tip_report"))
    assert reply.queries == ("get frequency goods_list",)
    assert "Rapport annuel" not in said(reply)


@pytest.mark.parametrize(
    ("text", "says_again"),
    [
        ("non le DHS", True),
        ("nn mais les comités", True),
        ("le Conseil, je te parle du Conseil", True),
        ("j'ai dit les deux", True),
        ("c'est pas ça", True),
        ("et le DHS", False),
        ("qui enquête", False),
        ("de quoi parle le rapport", False),
    ],
)
def test_who_says_again_what_was_misread(text: str, says_again: bool) -> None:
    assert repairs(asked(text)) is says_again
    assert view()  # the words stand in operators.yml


def test_who_says_it_again_is_not_told_that_there_is_no_more() -> None:
    """ "Je n'ai rien d'autre à ce sujet" was untrue five times of six: something else was meant."""
    line = "select agency does=investigation"
    told, again = (
        said(talk(asked(text, topics="investigation", forms=line), after(line))[0])
        for text in ("et au juste ?", "non, je te demande lesquels")
    )
    assert told.startswith("Je n'ai rien d'autre à ce sujet.")
    assert again.startswith("Je ne suis pas sûr de votre question. Si c'est « Qui s'occupe des")
