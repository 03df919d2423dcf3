"""Help that could not be delivered is counted apart, from nought: one is enough for the alert."""

from __future__ import annotations

import pytest

from tests.channels.assembled import CRY, Assemble, Assembled, inbound
from vigie.channels.shared import counters
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.render import Part
from vigie.channels.shared.retries import Undelivered
from vigie.server.metrics import REGISTRY


def lost(channel: str) -> float | None:
    return REGISTRY.get_sample_value("vigie_channel_help_lost_total", {"channel": channel})


async def test_help_that_is_given_up_is_counted_apart(
    assemble: Assemble, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts: Assembled = assemble("twilio")
    before = lost("twilio")
    assert before is not None, "Prometheus sees no increase of a series that was not there"
    failed = {"channel": "twilio", "status": "failed"}
    assert REGISTRY.get_sample_value("vigie_channel_reports_total", failed) is not None

    async def refuse(inbound: Inbound, part: Part) -> None:
        raise Undelivered("refused")

    monkeypatch.setattr(parts, "deliver", refuse)
    parts.free.set()
    given_up = counters.DEAD_LETTERS.labels("twilio", "refused")._value.get()
    await parts.gateway.accept([inbound(1, "Qui finance ?"), inbound(2, CRY, person="+332")])
    await parts.idle()
    assert counters.DEAD_LETTERS.labels("twilio", "refused")._value.get() == given_up + 2
    assert lost("twilio") == before + 1
