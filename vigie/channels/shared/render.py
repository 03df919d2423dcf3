"""From the assistant's reply to the messages of a platform: nothing lost, nothing over a limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

from vigie.channels.capabilities import Capabilities, Layout
from vigie.channels.shared import texts
from vigie.channels.shared.dialects import units
from vigie.channels.shared.split import split

PLACE = "choix:"
"""What comes back of a choice begins with this where it is a place, and no title."""

FOLLOWING = 2
"""Questions to go on with that are shown."""


@dataclass(frozen=True)
class Button:
    """A choice: what is shown, and what comes back."""

    title: str
    payload: str
    short: str = ""
    """A shorter title that means the same, for where the other does not fit."""

    def titled(self, most: int) -> str:
        """The title where it has at most so many letters, else the shorter one; "" for neither."""
        return next((t for t in (self.title, self.short) if t and units(t) <= most), "")


@dataclass(frozen=True, repr=False)
class Part:
    """One message, ready to be sent; `layout` names how its buttons are shown."""

    text: str
    layout: str = ""
    buttons: tuple[Button, ...] = ()


def render(messages: Sequence[Mapping[str, Any]], able: Capabilities) -> list[Part]:
    """The messages to send for a reply, in their order.

    Args:
        messages: utterances in the form of the REST channel: text, buttons, image, attachment.
        able: what the channel can show.
    """
    text = able.dialect.clean("\n\n".join(filter(None, map(_text, messages))))
    buttons = [button for message in messages for button in _buttons(message, able)]
    layout = _layout(buttons, able)
    if not buttons:
        buttons, layout = _following(messages, able)
    if buttons and not text:
        text = able.dialect.clean(texts.CHOOSE)
    returning: tuple[Button, ...] = ()
    if layout is not None:
        returning = _returning(buttons, layout)
    elif buttons:
        text = "\n".join([text, *_numbered(buttons, able)])
        layout, returning = _by_number(buttons, able)
    pieces = _pieces(text, able, layout)
    parts = [Part(able.dialect.mark(piece)) for piece in pieces]
    if layout is not None:
        parts[-1] = Part(parts[-1].text, layout.name, returning)
    return parts


def _text(message: Mapping[str, Any]) -> str:
    said = [message.get(key) for key in ("text", "image", "attachment")]
    return "\n".join(part.strip() for part in said if isinstance(part, str) and part.strip())


def _buttons(message: Mapping[str, Any], able: Capabilities) -> list[Button]:
    """The choices of a message. One without a title shows its payload, unless that is a command
    of Rasa, which is no word for a person."""
    found = []
    clean = able.dialect.clean
    for button in message.get("buttons") or ():
        payload = str(button.get("payload") or "").strip()
        title = " ".join(str(button.get("title") or "").split())
        if not title and not payload.startswith("/"):
            title = " ".join(payload.split())
        if title:
            short = " ".join(str(button.get("short") or "").split())
            found.append(Button(clean(title), payload, clean(short)))
    return found


def _following(
    messages: Sequence[Mapping[str, Any]], able: Capabilities
) -> tuple[list[Button], Optional[Layout]]:
    """Questions to go on with, where the channel has buttons that hold them whole; a text alone is
    not made longer by them."""
    custom = messages[-1].get("custom") if messages else None
    asked = (custom.get("follow") if isinstance(custom, Mapping) else None) or ()
    buttons = [
        Button(able.dialect.clean(title), f"{PLACE}{place}")
        for place, title in enumerate(asked[:FOLLOWING], 1)
    ]
    layout = _layout(buttons, able)
    return (buttons, layout) if layout is not None else ([], None)


def _layout(buttons: Sequence[Button], able: Capabilities) -> Optional[Layout]:
    """The first native way that holds all choices whole; None where there is none."""
    titles = [button.title for button in buttons]
    if not titles or len(set(titles)) < len(titles):
        return None
    longest = max(map(units, titles))
    for layout in able.layouts:
        shown = {button.titled(layout.title) for button in buttons}
        fits = "" not in shown and len(shown) == len(buttons)
        if len(titles) <= layout.most and (fits or longest <= layout.description):
            return layout
    return None


def _by_number(
    buttons: Sequence[Button], able: Capabilities
) -> tuple[Optional[Layout], tuple[Button, ...]]:
    """Buttons with the numbers of the choices that the text lists; none where there are too many,
    or where the channel has none."""
    layout = next((layout for layout in able.layouts if len(buttons) <= layout.most), None)
    if layout is None:
        return None, ()
    returning = _returning(buttons, layout)
    return layout, tuple(Button(str(n), b.payload) for n, b in enumerate(returning, 1))


def _returning(buttons: Sequence[Button], layout: Layout) -> tuple[Button, ...]:
    """The choices with what comes back for each: their titles, which still mean the same when the
    message is gone or the conversation has gone on; else their own payloads, else their places.
    All are short, different, and no commands of Rasa."""
    for payloads in ([b.title for b in buttons], [b.payload for b in buttons]):
        if len(set(payloads)) == len(payloads) and all(_returns(p, layout) for p in payloads):
            return tuple(replace(b, payload=p) for b, p in zip(buttons, payloads))
    return tuple(replace(b, payload=f"{PLACE}{n}") for n, b in enumerate(buttons, 1))


def _returns(payload: str, layout: Layout) -> bool:
    return not payload.startswith("/") and 0 < len(payload.encode()) <= layout.payload


def _numbered(buttons: Sequence[Button], able: Capabilities) -> list[str]:
    lines = [f"{number}. {button.title}" for number, button in enumerate(buttons, 1)]
    return [*lines, able.dialect.clean(texts.BY_NUMBER)]


def _pieces(text: str, able: Capabilities, layout: Optional[Layout]) -> list[str]:
    """`text` in pieces that the channel can send; the last one fits above the choices."""
    measure = able.dialect.measure
    if measure(text) > able.text and able.at_once:
        hint = "\n" + able.dialect.clean(texts.MORE_HINT)
        pieces = split(text, lambda piece: measure(piece + hint) <= able.text)
        pieces[:-1] = [piece + hint for piece in pieces[:-1]]
    else:
        pieces = split(text, lambda piece: measure(piece) <= able.text)
    if layout is not None and measure(pieces[-1]) > layout.text:
        pieces[-1:] = split(pieces[-1], lambda piece: measure(piece) <= layout.text)
    return pieces
