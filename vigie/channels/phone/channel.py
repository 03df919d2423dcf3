"""The telephone, by Twilio Voice: a call comes as a signed form, what is said goes back as XML."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Optional
from urllib.parse import parse_qsl

from rasa.core.channels.channel import UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.channels.catalogue import webhook
from vigie.channels.phone import turns, twiml
from vigie.channels.phone.steps import Heard, Step
from vigie.channels.phone.turns import Next, Phone
from vigie.channels.phone.twiml import Voice
from vigie.channels.shared import counters, intake
from vigie.channels.shared.bodies import body_of
from vigie.channels.shared.configured import Configured
from vigie.channels.shared.cost import Budget
from vigie.channels.shared.credentials import Field, number
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.sms import can_be_answered
from vigie.channels.stores.opening import open_store
from vigie.channels.stores.store import Careful, Store
from vigie.errors import Refusal
from vigie.server.answer import Answerer, Limits, Places
from vigie.server.logs import error_types
from vigie.server.rates import Buckets
from vigie.server.settings import Settings
from vigie.server.texts import HOTLINE

log = logging.getLogger(__name__)

BODY_BYTES = 65_536
HEADER = "x-twilio-signature"
HOTLINE_DIALLED = "+" + HOTLINE.replace("-", "")
VOICES = {"fr-FR": "Polly.Lea-Neural", "fr-CA": "Polly.Gabrielle-Neural"}
UNSURE = 0.5
"""Below this confidence of the recogniser, what was understood is said before the answer."""
_CALL = re.compile(r"CA[0-9a-f]{32}", re.ASCII)
_KEY = re.compile(r"[0-9*#]", re.ASCII)
_ENDED = frozenset(("completed", "busy", "failed", "no-answer", "canceled"))


class PhoneChannel(Configured):
    """Calls to one number. Each call is a conversation of its own: who lends a phone, or takes
    it, hears nothing of an earlier one."""

    NAME = "phone"
    TITLE = "Téléphone (Twilio)"
    FIELDS = (
        Field("account_sid", "identifiant du compte Twilio"),
        Field("auth_token", "jeton d’authentification du compte"),
        Field("number", "numéro que l’on appelle, comme +15550123"),
        Field("language", "français que l’on entend et que l’on parle (fr-FR, fr-CA)", "fr-FR"),
        Field("voice", "voix de Twilio ; sans valeur, celle qui convient", required=False),
        Field("transfer", "la touche zéro passe la ligne d’aide (oui, non)", "non"),
        Field("daily_calls", "appels permis par jour (0 : sans limite)", "500"),
        Field("contact", "qui joindre (défaut : VIGIE_HUMAN_CONTACT)", required=False),
    )
    store: Store
    """Once `blueprint` was called."""

    def __init__(self, values: Mapping[str, str], settings: Settings) -> None:
        """See `Configured`.

        Raises:
            Refusal: a value does not fit.
        """
        super().__init__(values, settings)
        language, transfer = values["language"], values["transfer"].lower()
        if language not in VOICES:
            raise _refusal("language", "fr-FR ou fr-CA")
        if transfer not in ("oui", "non"):
            raise _refusal("transfer", "oui ou non")
        self.voice = Voice(language, values["voice"] or VOICES[language])
        self.transfers = transfer == "oui"
        self.daily_calls = int(number(self.NAME, values, "daily_calls", 0, 10_000_000))

    @classmethod
    def lacking(cls, settings: Settings) -> list[str]:
        """Twilio signs the public address of the webhook, which must therefore be known."""
        missing = [] if settings.public_url else ["VIGIE_PUBLIC_URL manque (adresse signée)"]
        return [*super().lacking(settings), *missing]

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """`POST webhook`, for the beginning of a call and for each of its steps.

        Raises:
            Refusal: the memory of the channels cannot be opened.
        """
        self.store = Careful(open_store(self.settings.channel_store, self.shared))
        phone, url = self._phone(on_new_message), webhook(self.NAME, self.settings.public_url)
        routes = Blueprint(f"vigie_{self.NAME}")

        async def receive(request: Request) -> HTTPResponse:
            given = request.headers.get(HEADER)
            if not given:
                return self.refuse(401)
            raw = await body_of(request, BODY_BYTES)
            fields = parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True)
            query = request.query_string
            signed = f"{url}?{query}" if query else url
            if not intake.is_from_twilio(signed, fields, given, self.values["auth_token"]):
                return self.refuse(403)
            heard = self.read(dict(fields))
            if heard is None:
                self.ignore()
                return _xml(twiml.ending((), self.voice))
            return _xml(await self._answer(phone, heard, Step.of(query), url))

        async def stop(app: Sanic, loop: object) -> None:
            await self.store.close()

        routes.listener("after_server_stop")(stop)
        routes.add_route(receive, "/webhook", methods=["POST"], stream=True)
        return routes

    def read(self, form: Mapping[str, str]) -> Optional[Heard]:
        """What a form says of a call; None for one that is over, or that is not ours.

        What Twilio signs has no separators: what tells a call apart must have its own form.
        """
        call, key = form.get("CallSid", ""), form.get("Digits", "")[:1]
        ours = form.get("AccountSid") == self.values["account_sid"]
        ours = ours and form.get("To") == self.values["number"]
        if not (ours and _CALL.fullmatch(call)) or form.get("CallStatus") in _ENDED:
            return None
        caller = form.get("From", "")
        return Heard(
            call=call,
            caller=caller if can_be_answered(caller) else "",
            text=form.get("SpeechResult", "").strip(),
            key=key if _KEY.fullmatch(key) else "",
            sure=_sure(form.get("Confidence", "")),
            back="DialCallStatus" in form,
        )

    async def _answer(self, phone: Phone, heard: Heard, step: Step, url: str) -> str:
        """What Twilio is told; whatever breaks, the number is said."""
        try:
            found = await (phone.go_on if step.number else phone.begin)(heard, step)
            counters.RECEIVED.labels(self.NAME, "queued").inc()
        except Exception as problem:
            log.error("appel sans réponse (%s)", error_types(problem))
            counters.DEAD_LETTERS.labels(self.NAME, "error").inc()
            found = turns.broken()
        return self._told(found, url)

    def _told(self, found: Next, url: str) -> str:
        counters.SENT.labels(self.NAME).inc()
        lines = [*found.before, *found.lines]
        action = f"{url}?{found.query}"
        if found.dial:
            ours = self.values["number"]
            return twiml.dialling(lines, self.voice, HOTLINE_DIALLED, ours, action)
        if not found.query:
            return twiml.ending(lines, self.voice)
        return twiml.listening(found.before, found.lines, self.voice, action, found.urgent)

    def _phone(self, handle: Callable[[UserMessage], Awaitable[Any]]) -> Phone:
        settings = self.settings
        places = Places(settings.max_pending)
        return Phone(
            channel=self.NAME,
            answerer=Answerer(self.NAME, Limits.of(settings), places),
            handle=handle,
            store=self.store,
            names=Pseudonyms(settings.secret, self.NAME),
            rates=Buckets(settings.sender_rate),
            budget=Budget(self.store, self.NAME, self.daily_calls),
            contact=self.values["contact"] or settings.human_contact,
            transfers=self.transfers,
        )


def _sure(confidence: str) -> bool:
    """Whether the recogniser is sure enough; also where it does not say.

    >>> _sure("0.91"), _sure("0.2"), _sure("")
    (True, False, True)
    """
    try:
        return not 0 < float(confidence) < UNSURE
    except ValueError:
        return True


def _refusal(name: str, expected: str) -> Refusal:
    return Refusal(f"credentials.yml : « {name} » du canal phone doit être {expected}.")


def _xml(written: str) -> HTTPResponse:
    return HTTPResponse(written, content_type="text/xml; charset=utf-8")
