"""Twenty questions of the acceptance suite give the same facts through real servers.

See tests/channels/test_same_facts.py, for the platforms that can only be faked.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.channels import facts
from tests.channels.facts import MORE, missing
from tests.channels.fakes.base import wait_until
from tests.channels.real.air import Air, Phone
from tests.channels.real.conftest import Matrix, Servers
from vigie.channels.capabilities import CAPABILITIES
from vigie.channels.catalogue import connector
from vigie.channels.shared.render import render
from vigie.judge import Case

Ask = Callable[[str, int], list[str]]
"""Say something, and wait for so many messages."""


def lost(servers: Servers, channel: str, newcomer: Callable[[], Ask]) -> dict[str, list[str]]:
    """What is missing from the answers on a channel, by case."""
    able, reader = CAPABILITIES[channel], connector(channel).READER

    def of_case(case: Case) -> list[str]:
        ask = newcomer()
        found = []
        for turn, expected in zip(case.turns, facts.answers(servers.vigie.server, case)):
            heard = ask(turn, able.at_once or len(render(expected, able)))
            while MORE in heard[-1]:
                heard += ask("SUITE", 1)
            found += missing(expected, heard, reader)
        return found

    cases = facts.twenty()
    with ThreadPoolExecutor(8) as pool:
        found = dict(zip([case.id for case in cases], pool.map(of_case, cases)))
    return {name: pieces for name, pieces in found.items() if pieces}


def test_on_matrix(servers: Servers, matrix: Matrix) -> None:
    def newcomer() -> Ask:
        person = matrix.newcomer()
        person.opens()

        def ask(text: str, parts: int) -> list[str]:
            before = len(person.heard())
            person.says(text)
            wait_until(lambda: len(person.heard()) >= before + parts, 60)
            return person.heard()[before:]

        return ask

    assert lost(servers, "matrix", newcomer) == {}


def test_by_sms(servers: Servers, air: Air) -> None:
    def newcomer() -> Ask:
        phone = Phone(air)
        return lambda text, parts: [phone.asks(text)]

    assert lost(servers, "kannel", newcomer) == {}
