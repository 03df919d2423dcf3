"""Whether a message waits for yes or no, which no word says."""

from __future__ import annotations

import pytest

from tests.answers.made import after
from tests.answers.reading.test_understand import best
from vigie.answers.reading.agree import gender
from vigie.answers.reading.numbers import numbers, places
from vigie.answers.reading.whether import asks_whether


@pytest.mark.parametrize(
    ("words", "so"),
    [
        ("et les dedommagements elle s en charge", True),
        ("est ce que lui aussi il enquete", True),
        ("c est lui qui le publie", True),
        ("il forme des gens ou pas", True),
        ("que fait elle pour les victimes", False),
        ("ou se trouve t il", False),
        ("combien sont ils", False),
        ("y a t il un comite pour cela", False),
        ("les rapports du travail s il te plait", False),
        ("et le tresor", False),
    ],
)
def test_a_message_that_says_who_does_what_waits_for_yes_or_no(words: str, so: bool) -> None:
    assert asks_whether(words) is so


def test_a_claim_goes_before_a_description_where_yes_or_no_is_asked() -> None:
    forms = {"verify does(?,?)": 0.3, "describe ? about=?": 0.4}
    spoken = after("describe dhs")
    asked = best(
        forms, spoken, topics="compensation", text="les dédommagements, elle s'en charge ?"
    )
    assert asked == "verify does(dhs,compensation)"
    told = best(forms, spoken, topics="compensation", text="que fait-elle des dédommagements ?")
    assert told == "describe dhs about=compensation"


def test_whether_somebody_has_any_is_asked_of_what_is_theirs() -> None:
    forms = {"select report by=?": 0.6}
    assert best(forms, names="treasury", text="il sort des rapports, lui ?") == (
        "verify publishes(treasury,any)"
    )
    assert best(forms, names="dol", text="ses rapports ?") == "select report by=dol"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("une vingtaine", ("20",)), ("quarante deux", ("42",)), ("cent", ("100",))],
)
def test_round_numbers_are_numbers(words: str, expected: tuple[str, ...]) -> None:
    assert numbers(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("leur premier rapport", ()),
        ("le premier rapport", (1,)),
        ("l an dernier", ()),
        ("je voulais le 3", (3,)),
        ("le 5 maintenant", (5,)),
        ("les secondes", (2,)),
    ],
)
def test_what_is_a_place_in_a_list(words: str, expected: tuple[int, ...]) -> None:
    assert places(words) == expected


def test_an_il_that_stands_for_nothing_has_no_gender() -> None:
    assert gender("de quoi s agit t il") is None
    assert gender("que fait t il") == "m"
