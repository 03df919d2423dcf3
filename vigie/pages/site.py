"""The site: the pages of the current knowledge as HTML, its sitemap, and answers to a form.

A page is made when it is asked for and then kept, until the knowledge changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Optional
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from vigie.answers.english import EnglishNames, english_names
from vigie.knowledge.model.knowledge import Knowledge
from vigie.pages.answered import shown
from vigie.pages.book import MENU, Book
from vigie.pages.catalogue import Make, pages
from vigie.pages.linked import graph

KEPT = 512
"""Pages that are kept as HTML; of a larger knowledge, others are made again when asked for."""


class _State:
    """The pages of one state of the knowledge."""

    def __init__(
        self, makers: Mapping[str, Make], source: Any = None, english: Optional[EnglishNames] = None
    ) -> None:
        self.makers = makers
        self.english = english
        self.source = source
        self.html: dict[str, str] = {}


class Site:
    """Pages by address."""

    def __init__(
        self,
        read: Callable[[], Optional[Knowledge]],
        base: str = "",
        today: Callable[[], date] = date.today,
    ) -> None:
        """The pages of what `read` returns, None for no pages at all.

        Args:
            read: returns the current knowledge; whatever it raises, the old pages stay.
            base: the public address of the site, without a final slash; "" where it has none.
            today: the day as of which updates show.
        """
        self._read = read
        self._base = base
        self._today = today
        self._environment = _environment()
        self._state = _State({})

    def prepare(self) -> Callable[[], None]:
        """Read the knowledge anew; call what is returned to put its pages in service."""
        knowledge = self._read()
        if knowledge is None:
            state = _State({})
        else:
            book = Book(knowledge, self._today())
            state = _State(pages(book), knowledge.source, english_names(knowledge))

        def adopt() -> None:
            self._state = state

        return adopt

    @property
    def paths(self) -> tuple[str, ...]:
        """The addresses of all pages."""
        return tuple(self._state.makers)

    def html(self, path: str) -> Optional[str]:
        """The page of an address; None where there is none."""
        state = self._state
        make = state.makers.get(path)
        if make is None:
            return None
        if path not in state.html:
            if len(state.html) >= KEPT:
                state.html.clear()
            page = make()
            state.html[path] = self._render(
                page.template,
                page=page,
                path=path,
                source=state.source,
                english=state.english,
                data=graph(page, self._base),
            )
        return state.html[path]

    def absent(self) -> str:
        """What stands where there is no page."""
        return self._render("absent.html", path="")

    def form(self, problem: str = "") -> str:
        """The form that asks one question, with what was wrong about the last try."""
        return self._render("answer.html", path="", question="", messages=(), problem=problem)

    def answer(self, question: str, said: Sequence[Mapping[str, Any]]) -> str:
        """The answer to a question put by the form.

        Args:
            question: as it was asked.
            said: the utterances, as collected by the REST channel.
        """
        messages = tuple(shown(one) for one in said)
        return self._render(
            "answer.html", path="", question=question, messages=messages, problem=""
        )

    def sitemap(self, base: str) -> str:
        """All addresses for search engines, under `base` where the site has no address of its
        own."""
        template = self._environment.get_template("sitemap.xml")
        return template.render(base=self._base or base, paths=self.paths)

    def robots(self, base: str) -> str:
        """What robots may visit: the pages, not the conversations."""
        refused = ("/webhooks/", "/socket.io/", "/question", "/health/", "/metrics")
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in refused)]
        return "\n".join([*lines, "", f"Sitemap: {self._base or base}/sitemap.xml", ""])

    def _render(self, name: str, **values: Any) -> str:
        template = self._environment.get_template(name)
        return template.render(base=self._base, menu=MENU, **values)


@pass_context
def _marked(context: Context, text: str) -> Markup:
    """`text` with the names in it marked that are English: they are said in English."""
    names: EnglishNames | None = context.get("english")
    found = names.within(text) if names else []
    if not found:
        return escape(text)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, found))})(?!\w)")
    english = Markup('<span lang="en">{}</span>')
    parts = enumerate(pattern.split(text))
    return Markup("").join(english.format(part) if rank % 2 else part for rank, part in parts)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vigie.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters["marked"] = _marked
    environment.filters["ask"] = lambda question: f"/#q={quote(question, safe='')}"
    environment.tests["text"] = lambda piece: isinstance(piece, str)
    return environment
