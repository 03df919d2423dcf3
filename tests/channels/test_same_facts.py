"""Twenty questions of the acceptance suite give the same facts on every channel.

The same letters and digits, in their order, as by REST: whatever the length, the alphabet and
the buttons of a platform.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.channels import facts
from tests.channels.facts import MORE, Messages, missing, twenty
from tests.channels.fakes.base import wait_until
from tests.channels.running import CHANNELS, Phone, Platforms, phones
from tests.server.running import Server
from vigie.channels.capabilities import CAPABILITIES
from vigie.channels.catalogue import connector
from vigie.channels.shared.render import Part, render
from vigie.judge import Case

CASES = twenty()


@pytest.fixture(scope="module")
def answers(chat_server: Server) -> dict[str, list[Messages]]:
    """What the assistant says to each turn, by case."""
    return {case.id: facts.answers(chat_server, case) for case in CASES}


def ask(phone: Phone, turn: str, parts: int) -> list[str]:
    """Say `turn`, and SUITE as long as there is more; the messages that came back, of which
    there are at least `parts` for each."""
    heard: list[str] = []
    while not heard or MORE in heard[-1]:
        before = len(phone.heard())
        assert phone.say("SUITE" if heard else turn).status == 200
        wait_until(partial(_heard_more, phone, before + parts - 1))
        heard += phone.heard()[before:]
    return heard


def _heard_more(phone: Phone, than: int) -> bool:
    return len(phone.heard()) > than


def test_there_are_twenty_of_every_category(answers: dict[str, list[Messages]]) -> None:
    assert len(CASES) == len({case.id for case in CASES}) == 20
    assert len({case.category for case in CASES}) == 16
    assert any(len(case.turns) > 1 for case in CASES)
    assert sum("Source" in str(said) for said in answers.values()) >= 10


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_same_facts_on_every_channel(
    chat_server: Server,
    platforms: Platforms,
    answers: dict[str, list[Messages]],
    channel: str,
) -> None:
    def lost(case: Case) -> list[str]:
        phone = phones(chat_server, platforms)[channel]
        reader, able = connector(channel).READER, CAPABILITIES[channel]
        found = []
        for turn, expected in zip(case.turns, answers[case.id]):
            heard = ask(phone, turn, able.at_once or len(render(expected, able)))
            found += missing(expected, heard, reader)
        return found

    with ThreadPoolExecutor(8) as pool:
        found = dict(zip([case.id for case in CASES], pool.map(lost, CASES)))
    assert {name: pieces for name, pieces in found.items() if pieces} == {}
    assert not platforms.breaches


def shown(part: Part) -> str:
    text = part.text.replace("<i>", "").replace("</i>", "")
    return "\n".join([text, *(button.title for button in part.buttons)])


@pytest.mark.parametrize("channel", CAPABILITIES)
def test_the_same_facts_are_rendered_for_every_channel(
    answers: dict[str, list[Messages]], channel: str
) -> None:
    """All channels, also those whose servers are tested elsewhere."""
    for said in answers.values():
        for expected in said:
            heard = [shown(part) for part in render(expected, CAPABILITIES[channel])]
            assert missing(expected, heard, "") == []
