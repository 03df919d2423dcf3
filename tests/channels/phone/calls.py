"""Calls as Twilio makes them: forms signed by its own library, answers read as it reads them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as Xml

from twilio.request_validator import RequestValidator

from tests.channels.fakes import twilio
from tests.channels.running import FORM, PHONE, PUBLIC, fresh
from tests.server.running import Response, Server

URL = f"{PUBLIC}/webhooks/phone/webhook"
NUMBER = PHONE["number"]


def signature(url: str, form: dict[str, str], token: str = twilio.TOKEN) -> str:
    """X-Twilio-Signature by Twilio's own library."""
    signed: str = RequestValidator(token).compute_signature(url, form)
    return signed


class Call:
    """One call, from its beginning."""

    def __init__(self, server: Server, caller: str = "") -> None:
        self.sid = f"CA{fresh():032x}"
        self.caller = caller or f"+{fresh()}"
        self.url = URL
        self.heard: Xml.Element
        self._server = server

    def form(self, **more: str) -> dict[str, str]:
        """What Twilio tells of this call."""
        return {
            "AccountSid": twilio.ACCOUNT,
            "CallSid": self.sid,
            "From": self.caller,
            "To": NUMBER,
            "CallStatus": "in-progress",
            "Direction": "inbound",
            **more,
        }

    def post(self, form: dict[str, str], url: str = "", **headers: str) -> Response:
        """A form, as it is."""
        url = url or self.url
        given = {"X-Twilio-Signature": signature(url, form), "Content-Type": FORM, **headers}
        path = url.removeprefix(PUBLIC)
        return self._server.request("POST", path, urlencode(form).encode(), **given)

    def step(self, **more: str) -> Xml.Element:
        """Go on with what was heard; what Twilio is told."""
        response = self.post(self.form(**more))
        assert response.status == 200, response
        assert response.headers["content-type"].startswith("text/xml")
        self.heard = Xml.fromstring(response.body)
        following = self.heard.find("Gather")
        if following is None:
            following = self.heard.find("Dial")
        self.url = "" if following is None else following.attrib["action"]
        return self.heard

    def begin(self) -> Call:
        """Ring."""
        self.step(CallStatus="ringing")
        return self

    def say(self, text: str, **more: str) -> str:
        """Speak; what is said back."""
        return words(self.step(**{"SpeechResult": text, "Confidence": "0.92", **more}))

    def press(self, key: str) -> str:
        """Press a key; what is said back."""
        return words(self.step(Digits=key))

    def wait(self) -> str:
        """Say nothing; what is said back."""
        return words(self.step(SpeechResult=""))

    def heard_words(self) -> list[str]:
        """What was said last, by line."""
        return words(self.heard).splitlines()

    @property
    def over(self) -> bool:
        """Whether it hangs up."""
        return self.heard.find("Hangup") is not None


def words(told: Any) -> str:
    """All that is said, each `<Say>` on a line; a pause is a bar."""
    lines = []
    for say in told.iter("Say"):
        parts = []
        for element in say.iter():
            if element.tag == "break":
                parts.append("|")
            elif element.text:
                parts.append(element.text)
            if element is not say and element.tail:
                parts.append(element.tail)
        lines.append(" ".join("".join(parts).replace("|", " | ").split()).strip(" |"))
    return "\n".join(lines)
