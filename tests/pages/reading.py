"""A page as a reader meets it: its elements, its texts and their language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Optional

from tests.conftest import ROOT
from vigie.knowledge.load import load
from vigie.knowledge.model.knowledge import Knowledge
from vigie.pages.site import Site

BASE = "https://vigie.example.org"
VOID = {"meta", "link", "img", "rect", "path", "br", "input"}


@dataclass
class Element:
    """An element, where it stands, and the text under it."""

    tag: str
    attributes: dict[str, str]
    above: Optional[Element]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def own(self, name: str) -> str:
        """An attribute of it, or of what it stands in."""
        if name in self.attributes:
            return self.attributes[name]
        return self.above.own(name) if self.above else ""


class Reader(HTMLParser):
    """The elements of a page in their order, and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.said: list[tuple[Element, str]] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert self._open == [], "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Optional[str]]]) -> None:
        above = self._open[-1] if self._open else None
        element = Element(tag, {name: value or "" for name, value in attrs}, above)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, Optional[str]]]) -> None:
        above = self._open[-1] if self._open else None
        self.elements.append(Element(tag, {n: v or "" for n, v in attrs}, above))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)
        if data.strip() and self._open:
            self.said.append((self._open[-1], data))

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [
            one
            for one in self.elements
            if one.tag == tag
            and all(one.attributes.get(k.rstrip("_")) == v for k, v in attributes.items())
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        (found,) = self.all(tag, **attributes)
        return found

    @property
    def text(self) -> str:
        """All that is read, in the order of the page."""
        kept = (text for element, text in self.said if element.tag not in ("script", "title"))
        return " ".join(" ".join(kept).split())


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    return load(ROOT / "knowledge")


@lru_cache(maxsize=1)
def site() -> Site:
    """The site of the project."""
    made = Site(knowledge, BASE)
    made.prepare()()
    return made


@lru_cache(maxsize=256)
def read(path: str) -> Reader:
    """A page of the project's site."""
    html = site().html(path)
    assert html is not None, path
    return Reader(html)
