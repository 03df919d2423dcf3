"""The drawing of /structure: boxes, arrows and words at places that are counted from the data.

As wide as a small phone shows it, so that nobody must scroll aside or enlarge; all colours come
from the style sheet, by class, as the strict policy of the page asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vigie.answers.grammar import Noun, capital, sentence
from vigie.answers.typography import typeset
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.pages.book import Book
from vigie.pages.structure import SAME, Seat, apart, seats

WIDTH = 320
EDGE = 10
"""Between a box and what is in it."""
GAP = 8
LINE = 17
AIR = 3
"""Above each paragraph of a box."""
CHIP = 26
ARROW = 40
LETTER = {"title": 7.6, "text": 6.4, "chip": 6.3}
"""The mean width of a letter, by the sort of text; Chromium is asked by a test."""


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True)
class Words:
    """A line of text, at its start and its foot, or around its middle."""

    x: float
    y: float
    text: str
    kind: str
    middle: bool = False


@dataclass(frozen=True)
class Arrow:
    """A line down, with a head."""

    x: float
    top: float
    foot: float


@dataclass
class Drawing:
    """What is drawn so far, and how far down."""

    y: float = 1
    boxes: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Of the whole."""
        return self.y + 1

    @property
    def width(self) -> int:
        """Of the whole."""
        return WIDTH

    def write(self, text: str, kind: str) -> None:
        """Lines of text from here on, within the box around."""
        self.y += AIR
        for line in wrap(typeset(text), WIDTH - 2 * EDGE - 2, LETTER[kind]):
            self.y += LINE
            self.words.append(Words(EDGE + 1, self.y, line, kind))

    def box(self, top: float, kind: str) -> None:
        """A box around all that was written since `top`."""
        self.y += EDGE
        self.boxes.insert(0, Box(1, top, WIDTH - 2, self.y - top, kind))

    def arrow(self, text: str) -> None:
        """An arrow down from here, with words beside it."""
        lines = wrap(typeset(text), WIDTH - 2 * EDGE - 30, LETTER["text"])
        foot = self.y + max(ARROW, (len(lines) + 1) * LINE)
        self.arrows.append(Arrow(24, self.y, foot - 1))
        for rank, line in enumerate(lines):
            self.words.append(Words(38, self.y + 20 + rank * LINE, line, "text"))
        self.y = foot

    def chips(self, things: Sequence[Agency], kind: str) -> None:
        """Small boxes, two in a row."""
        wide = (WIDTH - 2 * EDGE - 2 - GAP) / 2
        for rank, one in enumerate(things):
            if rank % 2 == 0:
                self.y += GAP
            x = EDGE + 1 + (rank % 2) * (wide + GAP)
            self.boxes.append(Box(x, self.y, wide, CHIP, kind))
            text = typeset(one.name.short or one.name.acronym or one.name.fr)
            self.words.append(Words(x + wide / 2, self.y + 17, text, "chip", middle=True))
            if rank % 2 or rank == len(things) - 1:
                self.y += CHIP

    def rows(self, things: Sequence[Committee]) -> None:
        """Boxes as wide as the one around."""
        for one in things:
            self.y += GAP
            lines = wrap(typeset(capital(one.theme)), WIDTH - 4 * EDGE, LETTER["text"])
            tall = CHIP + (len(lines) - 1) * LINE
            self.boxes.append(Box(EDGE + 1, self.y, WIDTH - 2 * EDGE - 2, tall, "described"))
            for rank, line in enumerate(lines):
                self.words.append(Words(2 * EDGE, self.y + 17 + rank * LINE, line, "text"))
            self.y += tall


def draw(book: Book) -> Drawing:
    """Who sits where."""
    drawing = Drawing()
    for rank, one in enumerate(seats(book)):
        for adviser in one.advisers:
            _adviser(drawing, adviser)
            drawing.arrow(f"conseille {format(Noun(one.body.name), 'bref')}")
        if one.same:
            drawing.arrow(SAME)
        elif rank:
            drawing.y += 2 * GAP
        _seat(drawing, one)
    if apart(book):
        drawing.y += 2 * GAP
        top = drawing.y
        drawing.write("Hors de ces instances", "title")
        drawing.chips(apart(book), "described")
        drawing.box(top, "apart")
    return drawing


def _adviser(drawing: Drawing, body: Body) -> None:
    top = drawing.y
    drawing.write(capital(format(Noun(body.name), "seul")), "title")
    if body.members:
        drawing.write(sentence(body.members.who), "text")
    drawing.box(top, "adviser")


def _seat(drawing: Drawing, one: Seat) -> None:
    top = drawing.y
    drawing.write(capital(format(Noun(one.body.name), "seul")), "title")
    if one.chair:
        drawing.write(f"Présidence : {format(Noun(one.chair.name), 'seul')}", "text")
    if one.described:
        drawing.write(f"Membres décrits par le document ({len(one.described)})", "text")
        drawing.chips(one.described, "described")
        drawing.y += GAP / 2
    if one.named:
        drawing.write(f"Membres seulement nommés ({len(one.named)})", "text")
        drawing.chips(one.named, "named")
    if one.committees:
        drawing.write(f"Comités permanents ({len(one.committees)})", "text")
        drawing.rows(one.committees)
    drawing.box(top, "body")


def wrap(text: str, width: float, letter: float) -> list[str]:
    """`text` in lines of at most `width`, when a letter takes `letter`; words are not cut."""
    most = max(1, int(width / letter))
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if len(longer) <= most or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
