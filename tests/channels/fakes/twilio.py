"""Twilio's messages API, with its limits and its bill."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BasicAuth, web

from tests.channels.fakes.base import Fake, Fault
from vigie.channels.shared import gsm7

ACCOUNT = "AC0123456789"
TOKEN = "twilio-auth-token"
NUMBER = "+15550123"


class Twilio(Fake):
    """Remembers what was sent to whom."""

    def said(self, to: str) -> list[str]:
        return [c.body["Body"] for c in list(self.calls) if c.status == 201 and c.body["To"] == to]

    async def read(self, request: web.Request) -> Any:
        return dict(parse_qsl(await request.text(), keep_blank_values=True))

    def fault(self, fault: Fault) -> Any:
        return {"code": 20429 if fault.status == 429 else 20500}

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        given = BasicAuth.decode(request.headers["Authorization"])
        if (given.login, given.password) != (ACCOUNT, TOKEN):
            return self.refuse("account", 401)
        if request.path != f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json":
            return self.refuse("path", 404)
        text = body.get("Body", "")
        if body.get("From") != NUMBER or not body.get("To", "").startswith("+"):
            return self.refuse("number")
        if not text.strip() or len(text) > 1_600:
            return self.refuse("21617: body")
        if any(c not in gsm7.BASIC and c not in gsm7.EXTENDED for c in text):
            return self.refuse("UCS-2: every SMS would cost twice as much")
        if gsm7.segments(text) > 3:
            return self.refuse("more than three segments")
        return 201, {"sid": "SM1"}


def form(number: int, sender: str, text: str, **more: str) -> list[tuple[str, str]]:
    """The fields of an incoming message."""
    fields = {
        "MessageSid": f"SM{number:032x}",
        "AccountSid": ACCOUNT,
        "From": sender,
        "To": NUMBER,
        "Body": text,
        "NumMedia": "0",
        **more,
    }
    return list(fields.items())
