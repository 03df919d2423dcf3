"""The form for browsers without JavaScript: one question, one page with its answer.

The same pipeline, limits and rescue as REST. Each question is a conversation of its own, erased
when its answer is made: there is no session, no cookie, nothing that another site could use, and a
form of another site is refused all the same.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any, Optional
from urllib.parse import parse_qs

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.server import cors, headers, metrics, texts
from vigie.server.admission import Admission
from vigie.server.answer import Answerer, Limits, judge
from vigie.server.incoming import clean
from vigie.server.logs import error_types
from vigie.server.output import RestOutput
from vigie.server.senders import fresh_sender
from vigie.server.site import Pages, page

log = logging.getLogger(__name__)

PATH = "/question"
FIELDS = ("choix", "question")
"""The button of a question that was offered, else what was written."""
Erase = Callable[[str], Awaitable[None]]


class FormChannel(InputChannel):
    """One question by a form of our own page."""

    def __init__(self, limits: Limits, admission: Admission, site: Pages, erase: Erase) -> None:
        """Answer within `limits`, whoever `admission` allows, with a page of `site`."""
        self._answerer = Answerer(self.name(), limits, admission.places)
        self._rates = admission.rates
        self._site = site
        self._erase = erase

    @classmethod
    def name(cls) -> str:
        """The name in trackers and metrics."""
        return "form"

    def url_prefix(self) -> str:
        """Where it is served: not among the webhooks, for people see it."""
        return PATH

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the channel."""
        routes = Blueprint("vigie_form")

        async def show(request: Request) -> HTTPResponse:
            return page(self._site.form(), headers=headers.WITH_FORM)

        async def receive(request: Request) -> HTTPResponse:
            if not is_ours(request):
                return self._refused(texts.FOREIGN_FORM, 403)
            text = written(request)
            if not text:
                return self._refused(texts.NO_QUESTION, 400)
            return await self._answered(on_new_message, text, request)

        routes.add_route(show, "/", methods=["GET", "HEAD"])
        routes.add_route(receive, "/", methods=["POST"])
        return routes

    async def _answered(
        self, handle: Callable[[UserMessage], Awaitable[Any]], text: str, request: Request
    ) -> HTTPResponse:
        sender = fresh_sender()
        output = RestOutput(sender)
        forwarded = request.headers.getall("x-forwarded-for", [])
        source = self._rates.source(request.ip, forwarded)
        if self._answerer.busy:
            return await self._turned_away(text, output, texts.BUSY, 2, source)
        if not await self._rates.admit(f"form:{sender}", request.ip, forwarded):
            return await self._turned_away(text, output, texts.SLOW_DOWN, 10, source)
        try:
            await self._answerer.answer(handle, text, sender, output, source)
        finally:
            await self._forget(sender)
        return self._said(text, output)

    async def _turned_away(
        self, text: str, output: RestOutput, reason: str, seconds: int, source: str
    ) -> HTTPResponse:
        """Ask to come back in some seconds; distress is answered even so."""
        metrics.REFUSED.labels("429").inc()
        urgent = await judge(text, source)
        if urgent is not None:
            output.say(urgent)
            return self._said(text, output)
        output.say(reason)
        return self._said(text, output, 429, {"Retry-After": str(seconds)})

    async def _forget(self, sender: str) -> None:
        """Nothing is kept of a question: what a shared store cannot erase now expires there."""
        self._answerer.forget(sender)
        try:
            await self._erase(f"{self.name()}:{sender}")
        except (ConnectionError, NotImplementedError) as problem:
            log.warning("une question du formulaire n’a pas été effacée (%s)", error_types(problem))

    def _said(
        self,
        text: str,
        output: RestOutput,
        status: int = 200,
        more: Optional[dict[str, str]] = None,
    ) -> HTTPResponse:
        shown = self._site.answer(text, output.messages)
        return page(shown, status, {**headers.WITH_FORM, **(more or {})})

    def _refused(self, problem: str, status: int) -> HTTPResponse:
        metrics.REFUSED.labels(str(status)).inc()
        return page(self._site.form(problem), status, headers.WITH_FORM)


def is_ours(request: Request) -> bool:
    """Whether the form is one of our pages; a program that is no browser says nothing, and has
    nothing to lose."""
    site = request.headers.get("sec-fetch-site", "").lower()
    if site:
        return site in ("same-origin", "none")
    return cors.permitted(request, ())


def written(request: Request) -> str:
    """The question of a form, "" where there is none."""
    try:
        fields = parse_qs(request.body.decode("utf-8", "replace"), max_num_fields=10)
    except ValueError:
        return ""
    asked = (clean(text) for name in FIELDS for text in fields.get(name, ()))
    return next((text for text in asked if text), "")
