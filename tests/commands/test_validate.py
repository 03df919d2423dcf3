"""Which warnings of Rasa's validator are set aside, and which are not."""

from __future__ import annotations

import pytest

from vigie.commands.validate import WHY, false

TAUGHT = frozenset(["Et l'autre ?"])
MANY = "was found labeled with multiple different intents in the training data."
ROWS = {
    "a sentence that actions say": (
        "The utterance 'utter_greet' is not used in any story or rule.",
        "said",
    ),
    "a turn of a dialogue": (f"The example 'Et l'autre ?' {MANY}", "taught"),
    "an example of data/nlu in two intents": (f"The example 'Qui préside ?' {MANY}", ""),
    "an intent without a rule": (
        "The intent 'chair' is not used in any story or rule.",
        "",
    ),
    "a rule's sentence that is not there": (
        "The action 'utter_x' is used in the stories, but is not a valid utterance action.",
        "",
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_warning_is_false_or_left(row: tuple[str, str]) -> None:
    warning, why = row
    assert false(warning, TAUGHT) == why
    assert not why or why in WHY
