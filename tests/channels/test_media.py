"""What is no text: each kind gets a sentence of its own, and the numbers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.channels.assembled import Assemble, inbound
from tests.channels.fakes import twilio
from tests.channels.test_matrix_events import READER
from tests.channels.test_matrix_events import said as matrix_said
from tests.channels.test_readers import event, read_telegram, sent, sms, update
from vigie.channels.messenger import read_message as read_messenger
from vigie.channels.shared.texts import CANNOT_READ
from vigie.channels.twilio import TwilioChannel
from vigie.channels.whatsapp import read_message as read_whatsapp

__all__ = ["sms"]

KINDS = sorted(CANNOT_READ)
TELEGRAM = {
    "photo": "image", "voice": "voice", "audio": "voice", "video": "video", "video_note": "video",
    "document": "file", "sticker": "sticker", "location": "location", "contact": "contact",
    "poll": "", "dice": "",
}  # fmt: skip
WHATSAPP = {
    "image": "image", "audio": "voice", "video": "video", "document": "file", "sticker": "sticker",
    "location": "location", "contacts": "contact", "unsupported": "",
}  # fmt: skip
MESSENGER = {
    "image": "image", "audio": "voice", "video": "video", "file": "file", "location": "location",
    "template": "",
}  # fmt: skip
MATRIX = {
    "m.image": "image", "m.audio": "voice", "m.video": "video", "m.file": "file",
    "m.location": "location",
}  # fmt: skip
TWILIO = {
    "image/jpeg": "image", "audio/amr": "voice", "video/3gpp": "video", "text/x-vcard": "contact",
    "application/pdf": "",
}  # fmt: skip


@pytest.mark.parametrize("name", TELEGRAM)
def test_telegram(name: str) -> None:
    found = read_telegram(update(**{name: {}}))
    assert found is not None and found.kind == TELEGRAM[name]


def test_a_venue_of_telegram_is_a_place_and_an_animation_no_file() -> None:
    """Each comes with another field, for older bots."""
    venue, animation = (
        read_telegram(update(venue={}, location={})),
        read_telegram(update(document={}, animation={})),
    )
    assert venue is not None and venue.kind == "location"
    assert animation is not None and animation.kind == "video"


@pytest.mark.parametrize("name", WHATSAPP)
def test_whatsapp(name: str) -> None:
    content: Any = [{}] if name == "contacts" else {"id": "1"}
    found = read_whatsapp(sent(name, content))
    assert found is not None and found.kind == WHATSAPP[name]


@pytest.mark.parametrize("name", MESSENGER)
def test_messenger(name: str) -> None:
    found = read_messenger(event(message={"mid": "m", "attachments": [{"type": name}]}))
    assert found is not None and found.kind == MESSENGER[name]


def test_the_thumb_of_messenger_is_a_sticker() -> None:
    thumb = {
        "type": "image",
        "payload": {"url": "https://x.example/1", "sticker_id": 369239263222822},
    }
    found = read_messenger(event(message={"mid": "m", "attachments": [thumb]}))
    assert found is not None and found.kind == "sticker"


@pytest.mark.parametrize("name", MATRIX)
def test_matrix(name: str) -> None:
    found = READER.message(matrix_said("nom.bin", msgtype=name))
    assert found is not None and found.kind == MATRIX[name]


@pytest.mark.parametrize("name", TWILIO)
def test_twilio(sms: TwilioChannel, name: str) -> None:
    form = dict(twilio.form(1, "+33612345678", "", NumMedia="1", MediaContentType0=name))
    found = sms.read(form)
    assert found is not None and found.media and found.kind == TWILIO[name]


async def test_each_kind_has_its_sentence_and_all_name_the_hotline(assemble: Assemble) -> None:
    parts = assemble()
    parts.free.set()
    for number, kind in enumerate(KINDS):
        shown = inbound(number, "", person=str(number), media=True, kind=kind)
        await parts.gateway.accept([shown])
    await parts.idle()
    said = {kind: parts.texts(str(number))[0] for number, kind in enumerate(KINDS)}
    assert len(set(said.values())) == len(KINDS)
    assert all("1-888-373-7888" in text for text in said.values())
    assert "je ne préviens personne" in said["location"].replace("\u00a0", " ")


async def test_a_caption_is_a_question(assemble: Assemble) -> None:
    parts = assemble()
    parts.free.set()
    await parts.gateway.accept([inbound(1, "Qui finance ?", media=False, kind="")])
    photo = read_telegram(update(photo=[{}], caption="Et qui enquête ?"))
    assert photo is not None
    await parts.gateway.accept([photo])
    await parts.idle()
    assert parts.texts("7") == ["« Et qui enquête ? »"]
