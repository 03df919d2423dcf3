"""A conversation with the real assistant on a real Matrix server."""

from __future__ import annotations

from tests.channels.fakes.base import wait_until
from tests.channels.matrix.conftest import Matrix


def test_question_choice_and_follow_up(matrix: Matrix) -> None:
    person = matrix.newcomer()
    person.opens(is_direct=True)
    person.says("Que fait le département ?")
    wait_until(lambda: len(person.heard()) == 1)
    print(person.heard())
    person.says("2")
    wait_until(lambda: len(person.heard()) == 2)
    print(person.heard())
    matrix.synapse.stop()
    matrix.synapse.start()
    person.says("Et ses rapports ?")
    wait_until(lambda: len(person.heard()) == 3)
    print(person.heard())
