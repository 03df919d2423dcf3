"""SMS by Kannel, or by any gateway that speaks HTTP as Kannel does."""

from __future__ import annotations

import re
from typing import Optional
from urllib.parse import parse_qsl

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.channels.catalogue import webhook
from vigie.channels.shared import intake, reports
from vigie.channels.shared.bodies import body_of
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.render import Part
from vigie.channels.sms import SmsChannel, can_be_answered, coding

BODY_BYTES = 16_384
CHARSETS = {"8-bit": "utf-8", "": "utf-8"}
"""What Kannel calls bytes that no alphabet was named for."""


DELIVERIES = {"1": "delivered", "2": "failed", "16": "failed"}
"""What Kannel calls the fate of a message: delivered to the phone, not delivered, refused by the
carrier."""
DLR_MASK = str(sum(map(int, DELIVERIES)))
_PLAIN = re.compile(r"[\w.~-]+", re.ASCII)


class KannelChannel(SmsChannel):
    """Text messages to one number.

    Kannel has no way to sign: it shows a password, which the `get-url` or `post-url` of its
    sms-service holds as http://kannel:PASSWORD@… (then it is in no log) or as ?secret=PASSWORD.
    """

    NAME = "kannel"
    TITLE = "SMS (Kannel)"
    BASE_URL = "http://127.0.0.1:13013"
    FIELDS = (
        Field("secret", "mot de passe de l’adresse que Kannel appelle, que vous choisissez"),
        Field("username", "nom du compte sendsms-user de Kannel"),
        Field("password", "mot de passe de ce compte"),
        Field("number", "numéro d’envoi"),
        Field("path", "chemin de l’envoi chez la passerelle", "/cgi-bin/sendsms"),
        SmsChannel.DAILY,
        SmsChannel.SHARE,
    )

    def routes(self, routes: Blueprint) -> None:
        """`GET` and `POST webhook`; the answer is sent later, by sendsms."""

        async def receive(request: Request) -> HTTPResponse:
            query = fields_of(request.query_string)
            header, secret = request.headers.get("authorization"), query.get("secret")
            if not self._believes(header, secret):
                return self.refuse(403 if header or secret else 401)
            if "dlr" in query:
                reports.count(self.NAME, DELIVERIES.get(query["dlr"], ""))
                return HTTPResponse("", 200, content_type="text/plain")
            if request.method == "POST":
                query["text"] = (await body_of(request, BODY_BYTES)).decode("latin-1")
            if not (query.get("id") and "from" in query and "text" in query):
                return self.refuse(400)
            inbound = read(query)
            if inbound is None:
                self.ignore()
            elif not await self.gateway.accept([inbound]):
                return self.overloaded()
            return HTTPResponse("", 200, content_type="text/plain")

        routes.add_route(receive, self.PATH, methods=["GET", "POST"], stream=True)

    def _believes(self, header: Optional[str], given: Optional[str]) -> bool:
        secret = self.values["secret"]
        if header:
            return intake.basic(header, secret) or intake.bearer(header, secret)
        sent = None if given is None else given.encode("latin-1").decode("utf-8", "replace")
        return intake.same(sent, secret)

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Send one SMS; in headers and body, so that neither text nor password is in a URL."""
        await self.client.post(
            self.values["path"],
            data=part.text.encode("utf-8"),
            headers={
                **self._asking_for_reports(),
                "Content-Type": "text/plain; charset=UTF-8",
                "X-Kannel-Username": self.values["username"],
                "X-Kannel-Password": self.values["password"],
                "X-Kannel-From": self.values["number"],
                "X-Kannel-To": inbound.target,
                "X-Kannel-Coding": coding(part.text),
            },
        )

    def _asking_for_reports(self) -> dict[str, str]:
        """The headers by which Kannel tells later what became of a message; none where it is not
        known where to, or where the password has letters that mean something to Kannel there."""
        scheme, _, host = webhook(self.NAME, self.settings.public_url).partition("://")
        secret = self.values["secret"]
        if not (self.settings.public_url and _PLAIN.fullmatch(secret)):
            return {}
        url = f"{scheme}://vigie:{secret}@{host}?dlr=%d"
        return {"X-Kannel-DLR-Mask": DLR_MASK, "X-Kannel-DLR-Url": url}


def fields_of(query: str) -> dict[str, str]:
    """The fields of a query string, each byte as one letter: their charset comes with them."""
    return dict(parse_qsl(query, keep_blank_values=True, encoding="latin-1"))


def read(fields: dict[str, str]) -> Optional[Inbound]:
    """The message in the fields of a request; None for an empty or binary one, or for a sender
    who cannot be answered."""
    text = _decode(fields["text"], fields.get("charset", ""))
    sender, sent = fields["from"].strip(), fields.get("time", "")
    if not (text and can_be_answered(sender)):
        return None
    return Inbound(
        id=fields["id"],
        person=sender,
        target=sender,
        text=text,
        sent_at=float(sent) if sent.isascii() and sent.isdigit() else None,
    )


def _decode(letters: str, charset: str) -> str:
    """Bytes, each as one letter, as text; "" where they are none in `charset`."""
    name = charset.strip().lower()
    try:
        return letters.encode("latin-1").decode(CHARSETS.get(name, name)).strip()
    except (ValueError, LookupError):
        return ""
