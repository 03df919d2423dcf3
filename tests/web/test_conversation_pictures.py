"""A conversation of twelve turns on a small phone, picture by picture: docs/images/conversation.

`VIGIE_SCREENSHOTS=1` writes them anew, to be looked at; a plain run plays the conversation, holds
that each answer is in sight, and that the pictures of the page are of these turns.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.web.chat import SECONDS, URGENT, WHO, Chat
from tests.web.conftest import Visit
from tests.web.test_screenshots import TIME, photograph, size, small

FOLDER = ROOT / "docs" / "images" / "conversation"
BYTES = 400_000
"""All pictures together."""
PHONE = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 1,
    "is_mobile": True,
    "has_touch": True,
    "reduced_motion": "reduce",
}
CHOICE = ""
"""The turn in which the first choice offered is taken."""
TURNS = (
    WHO,
    "et qui en est membre ?",
    "Que fait le DoJ ?",
    "Et le DHS ?",
    "Compare le DoJ et le DHS",
    "Qui forme les routiers ?",
    "quels raports paraissent chaque anée",
    "que fait le département ?",
    CHOICE,
    "Combien de victimes y a-t-il eu en 2015 ?",
    "Merci beaucoup",
    URGENT,
)


def test_twelve_turns_on_a_small_phone_stay_in_sight(visit: Visit) -> None:
    chat = visit(before=lambda page: page.add_init_script(TIME), **PHONE).open().online()
    for number, text in enumerate(TURNS, 1):
        answer = play(chat, text)
        expect(chat.answers.nth(answer)).to_be_in_viewport()
        expect(chat.field).to_be_in_viewport()
        picture = photograph(chat.page.locator("body"), True)
        kept = FOLDER / f"{number:02}.png"
        if os.environ.get("VIGIE_SCREENSHOTS"):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(small(picture))
        assert size(picture) == size(kept.read_bytes()), "run make screenshots, and look at them"
    expect(chat.answers.last.locator(".call").first).to_be_in_viewport()


def play(chat: Chat, text: str) -> int:
    """One turn; the number of its answer."""
    before = chat.answers.count()
    if text == CHOICE:
        chat.answers.last.locator(".choice").first.click()
        expect(chat.answers).to_have_count(before + 1, timeout=SECONDS)
        expect(chat.page.locator(".writing")).to_have_count(0, timeout=SECONDS)
    else:
        chat.ask(text)
    return before


def test_the_page_of_the_conversation_shows_each_turn_in_little_room() -> None:
    page = (FOLDER / "README.md").read_text("utf-8")
    shown = re.findall(r"!\[([^\]]{20,})\]\((\d\d\.png)\)", page)
    assert [path for _, path in shown] == [f"{n:02}.png" for n in range(1, len(TURNS) + 1)]
    for turn in filter(None, TURNS):
        assert f"« {turn} »" in page
    kept = sorted(Path(FOLDER).glob("*.png"))
    assert [path.name for path in kept] == [path for _, path in shown]
    assert sum(path.stat().st_size for path in kept) <= BYTES
