"""SMS as Twilio's own library signs and sends them."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.channels.fakes import twilio
from tests.channels.fakes.base import wait_until
from tests.channels.independent.conftest import Partner
from tests.channels.running import FORM, PUBLIC, Platforms, fresh, post
from tests.server.running import Response, Server

URL = f"{PUBLIC}/webhooks/twilio/webhook"


def deliver(server: Server, partner: Partner, fields: dict[str, str], token: str) -> Response:
    """A form, signed by the library."""
    signature = partner("twilio_sign", url=URL, fields=fields, token=token)
    headers = {"X-Twilio-Signature": signature, "Content-Type": FORM}
    return post(server, "twilio", urlencode(fields).encode(), **headers)


@pytest.mark.parametrize("text", ["Qui surveille le travail forcé ?", "AIDE SVP", "œuf & 100 % +1"])
def test_what_the_library_signs_is_believed_and_answered_as_it_would_send(
    chat_server: Server, platforms: Platforms, partner: Partner, text: str
) -> None:
    caller = f"+{fresh()}"
    fields = {
        **dict(twilio.form(fresh(), caller, text)),
        "ApiVersion": "2010-04-01",
        "FromCity": "",
    }
    assert deliver(chat_server, partner, fields, twilio.TOKEN).status == 200
    wait_until(lambda: platforms.twilio.said(caller))
    (call,) = [c for c in platforms.twilio.calls if c.body["To"] == caller]
    how = {
        "to": caller,
        "from_": call.body["From"],
        "body": call.body["Body"],
        "status_callback": call.body["StatusCallback"],
    }
    path, form = partner("twilio_sends", account=twilio.ACCOUNT, token=twilio.TOKEN, how=how)
    assert path == call.path
    assert form == call.body


def test_what_it_signs_for_another_account_is_not_believed(
    chat_server: Server, partner: Partner
) -> None:
    fields = dict(twilio.form(fresh(), f"+{fresh()}", "bonjour"))
    assert deliver(chat_server, partner, fields, "another token").status == 403


def test_a_report_of_delivery_that_it_signs_is_counted(
    chat_server: Server, partner: Partner
) -> None:
    fields = dict(twilio.form(fresh(), f"+{fresh()}", "", MessageStatus="undelivered"))
    series = 'vigie_channel_reports_total{channel="twilio",status="failed"}'
    before = chat_server.metric(series)
    assert deliver(chat_server, partner, fields, twilio.TOKEN).status == 200
    assert chat_server.metric(series) == before + 1
