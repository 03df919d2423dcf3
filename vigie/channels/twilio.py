"""SMS by Twilio."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl

import aiohttp
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.channels.catalogue import webhook
from vigie.channels.shared import gsm7, intake, reports, texts
from vigie.channels.shared.bodies import body_of
from vigie.channels.shared.credentials import Field
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.render import Part
from vigie.channels.sms import SmsChannel, can_be_answered
from vigie.server import rescue
from vigie.server.settings import Settings

BODY_BYTES = 65_536
"""Twilio's forms hold one message, of 1,600 letters at most."""
HEADER = "x-twilio-signature"
_SID = re.compile(r"[SM]M[0-9a-f]{32}", re.ASCII)
"""The name of a message."""


class TwilioChannel(SmsChannel):
    """Text messages to one number, or to one messaging service."""

    NAME = "twilio"
    TITLE = "SMS (Twilio)"
    BASE_URL = "https://api.twilio.com"
    FIELDS = (
        Field("account_sid", "identifiant du compte Twilio"),
        Field("auth_token", "jeton d’authentification du compte"),
        Field("number", "numéro d’envoi, ou identifiant d’un service (MG…)"),
        SmsChannel.DAILY,
        SmsChannel.SHARE,
    )

    @classmethod
    def lacking(cls, settings: Settings) -> list[str]:
        """Twilio signs the public address of the webhook, which must therefore be known."""
        missing = [] if settings.public_url else ["VIGIE_PUBLIC_URL manque (adresse signée)"]
        return [*super().lacking(settings), *missing]

    def routes(self, routes: Blueprint) -> None:
        """`POST webhook`, a signed form; the answer is sent later, by the API."""
        url = webhook(self.NAME, self.settings.public_url)

        async def receive(request: Request) -> HTTPResponse:
            given = request.headers.get(HEADER)
            if not given:
                return self.refuse(401)
            raw = await body_of(request, BODY_BYTES)
            fields = parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True)
            if not intake.is_from_twilio(url, fields, given, self.values["auth_token"]):
                return self.refuse(403)
            inbound = self.read(dict(fields))
            if inbound is None:
                self.ignore()
            elif not await self.gateway.accept([inbound]):
                return _twiml(rescue.reply(inbound.text, texts.BUSY))
            return _twiml()

        routes.add_route(receive, "/webhook", methods=["POST"], stream=True)

    def read(self, form: dict[str, str]) -> Inbound | None:
        """The message in a form; None for a status, or for who cannot be answered."""
        reports.count(self.NAME, form.get("MessageStatus", ""))
        name, sender = form.get("MessageSid", ""), form.get("From", "")
        text, media = form.get("Body", "").strip(), form.get("NumMedia", "0") not in ("", "0")
        ours = form.get("AccountSid") == self.values["account_sid"] and self._for_us(form)
        if not (ours and _SID.fullmatch(name) and can_be_answered(sender) and (text or media)):
            return None
        kind = "" if text else _kind(form.get("MediaContentType0", ""))
        alone = media and not text
        return Inbound(id=name, person=sender, target=sender, text=text, media=alone, kind=kind)

    def _for_us(self, form: dict[str, str]) -> bool:
        """Whether a form is for our number or service.

        What Twilio signs has no separators: part of one field may be moved into another under the
        same signature. So the fields that tell a message apart must have their own forms.
        """
        number = self.values["number"]
        return number in (form.get("To", ""), form.get("MessagingServiceSid", ""))

    async def deliver(self, inbound: Inbound, part: Part) -> None:
        """Send one SMS."""
        account, sender = self.values["account_sid"], self.values["number"]
        await self.client.post(
            f"/2010-04-01/Accounts/{account}/Messages.json",
            data={
                "MessagingServiceSid" if sender.startswith("MG") else "From": sender,
                "To": inbound.target,
                "Body": part.text,
                "StatusCallback": webhook(self.NAME, self.settings.public_url),
            },
            auth=aiohttp.BasicAuth(account, self.values["auth_token"]),
        )


def _kind(media_type: str) -> str:
    """Which of `texts.CANNOT_READ` a type of media is."""
    if media_type.endswith("vcard"):
        return "contact"
    family = media_type.partition("/")[0]
    return {"image": "image", "video": "video", "audio": "voice"}.get(family, "")


def _twiml(text: str = "") -> HTTPResponse:
    """An answer in Twilio's XML. Twilio delivers only once, so a full queue is said there."""
    said = html.escape(gsm7.transliterate(text), quote=False)
    inside = f"<Message>{said}</Message>" if said else ""
    return HTTPResponse(
        f'<?xml version="1.0" encoding="UTF-8"?><Response>{inside}</Response>',
        content_type="text/xml; charset=utf-8",
    )
