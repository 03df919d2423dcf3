"""Pictures of the widget, for its guides and for whoever judges its look.

`make screenshots` writes them to web/screenshots; a plain run only takes them, and holds that
the pictures in the guides are of the same states and the same size.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.conftest import ROOT
from tests.web.chat import LIST, SECONDS, URGENT, VAGUE, WEB, WHO, Chat, block
from tests.web.conftest import Visit
from tests.web.served import Site, Vigie
from tests.web.test_embedding import example

FOLDER = WEB / "screenshots"
COLOURS = 256
"""Of a picture that is kept: enough for letters and flat colours, a third of the bytes."""

IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]+\.png)\)")

# The same time of day on every picture.
TIME = """
Date.prototype.getHours = () => 10;
Date.prototype.getMinutes = () => 42;
"""


def closed(chat: Chat) -> None:
    chat.launcher.wait_for()


def opened(chat: Chat) -> None:
    chat.open().online()


def listed(chat: Chat) -> None:
    opened(chat)
    chat.ask(LIST)


def choices(chat: Chat) -> None:
    opened(chat)
    chat.ask(VAGUE)


def sources(chat: Chat) -> None:
    opened(chat)
    answer = chat.ask("Que fait l’USAID ?")
    answer.locator("summary").click()
    answer.locator(".update").scroll_into_view_if_needed()


def side_by_side(chat: Chat) -> None:
    opened(chat)
    chat.ask("Compare le DoJ et le DHS")


def english(chat: Chat) -> None:
    opened(chat)
    chat.ask("help me, he locked me in")
    expect(chat.panel).to_have_attribute("lang", "en")


def conversation(chat: Chat) -> None:
    opened(chat)
    chat.ask("Qui enquête sur la traite ?")


def urgent(chat: Chat) -> None:
    opened(chat)
    chat.ask(URGENT)


def error(chat: Chat) -> None:
    chat.open()
    expect(chat.page.locator(".down")).to_be_visible(timeout=SECONDS)
    chat.send(WHO)


def front(chat: Chat) -> None:
    chat.online()


def sheet(chat: Chat) -> None:
    expect(chat.page.locator("h1")).to_be_visible()


def drawn(chat: Chat) -> None:
    chat.page.evaluate("""() => { const bar = document.querySelector(".bar");
      const top = document.querySelector(".drawing").getBoundingClientRect().top;
      scrollTo(0, top - bar.getBoundingClientRect().height - 8); }""")


DESKTOP = {"viewport": {"width": 1200, "height": 752}, "device_scale_factor": 2}
PHONE = {
    "viewport": {"width": 390, "height": 780},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
SMALL = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 2}
PAGE = {"viewport": {"width": 1280, "height": 860}, "device_scale_factor": 1}

Scene = tuple[Callable[[Chat], None], dict[str, Any]]
SCENES: dict[str, Scene] = {
    "closed": (closed, {**DESKTOP, "viewport": {"width": 1000, "height": 520}}),
    "open": (opened, DESKTOP),
    "list": (listed, DESKTOP),
    "choices": (choices, DESKTOP),
    "sources": (sources, DESKTOP),
    "urgent": (urgent, DESKTOP),
    "table": (side_by_side, DESKTOP),
    "table-phone": (side_by_side, PHONE),
    "small": (conversation, SMALL),
    "english": (english, DESKTOP),
    "dark": (conversation, {**DESKTOP, "color_scheme": "dark"}),
    "phone": (listed, PHONE),
    "error": (error, {**DESKTOP, "before": block}),
    "page": (front, {**PAGE, "path": "/"}),
    "page-dark": (front, {**PAGE, "path": "/", "color_scheme": "dark"}),
    "page-phone": (front, {**PHONE, "path": "/"}),
    "structure": (
        sheet,
        {**PAGE, "viewport": {"width": 1280, "height": 1340}, "path": "/structure"},
    ),
    "structure-phone": (drawn, {**PHONE, "path": "/structure"}),
    "agency": (sheet, {**PAGE, "path": "/organismes/dos"}),
}


@pytest.mark.parametrize("name", SCENES)
def test_each_state_has_its_picture(
    visit: Visit, vigie: Vigie, friend: Site, tmp_path: Path, name: str
) -> None:
    play, options = SCENES[name]
    chat = show(visit, vigie, friend, dict(options))
    play(chat)
    whole = "path" in options or name in ("closed", "phone", "table-phone", "small")
    picture = photograph(chat.page.locator("body") if whole else chat.panel, whole)
    kept = FOLDER / f"{name}.png"
    if os.environ.get("VIGIE_SCREENSHOTS"):
        kept.write_bytes(small(picture))
    assert size(picture) == size(kept.read_bytes()), "run make screenshots, and look at them"


def show(visit: Visit, vigie: Vigie, friend: Site, options: dict[str, Any]) -> Chat:
    """The example page of another site, or the front page."""
    before = options.pop("before", None)

    def prepare(page: Any) -> None:
        page.add_init_script(TIME)
        if before:
            before(page)

    options.setdefault("reduced_motion", "reduce")
    if path := options.pop("path", ""):
        return visit(path, before=prepare, **options)
    friend.pages["/"] = example(vigie).replace(' data-position="bottom-left"', "")
    friend.pages["/style.css"] = (WEB / "example" / "style.css").read_text("utf-8")
    friend.kinds[".css"] = "text/css"
    return visit("/", origin=friend.origin, before=prepare, **options)


def photograph(what: Locator, whole: bool) -> bytes:
    """A PNG of the window, or of one element."""
    what.page.mouse.move(0, 0)  # nothing is pointed at
    options: dict[str, Any] = {"animations": "disabled", "caret": "hide"}
    return what.page.screenshot(**options) if whole else what.screenshot(**options)


def size(png: bytes) -> tuple[int, ...]:
    """Width and height in pixels."""
    return struct.unpack(">II", png[16:24])


def small(png: bytes) -> bytes:
    """The same picture in few colours."""
    from PIL import Image  # comes with matplotlib, which Rasa brings

    out = BytesIO()
    picture = Image.open(BytesIO(png)).convert("RGB")
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def test_the_guides_show_pictures_that_exist_with_words_for_those_who_do_not_see_them() -> None:
    shown = set()
    for guide in (ROOT / "README.md", WEB / "README.md"):
        for words, path in IMAGE.findall(guide.read_text("utf-8")):
            assert (guide.parent / path).is_file(), path
            assert len(words) > 20, path
            shown.add(Path(path).stem)
    assert shown == set(SCENES)
