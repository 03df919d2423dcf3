"""Groups on Matrix: replies that mention nobody, rooms that move, edits."""

from __future__ import annotations

from typing import Any

from tests.channels.fakes.homeserver import BOT, Homeserver, message, room, until
from tests.channels.running import fresh
from vigie.channels.matrix.channel import MatrixChannel
from vigie.channels.matrix.inbox import Inbox
from vigie.channels.shared.inbound import Inbound


def reply(room: str, to: str, text: str = "et le DoJ ?") -> dict[str, Any]:
    """A reply as a client writes it that mentions nobody."""
    event = message(room, fresh(), text)
    event["content"]["m.relates_to"] = {"m.in_reply_to": {"event_id": to}}
    return event


async def test_a_reply_to_the_bot_is_for_it_though_it_mentions_nobody(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    group = room()
    homeserver.sizes[group] = 9
    homeserver.authors["$ours"] = BOT
    assert await inbox.take([reply(group, "$theirs"), reply(group, "$ours", "combien")])
    await until(lambda: homeserver.sent(group))
    assert "combien" in homeserver.sent(group)[0]
    assert len(homeserver.sent(group)) == 1


def tombstone(old: str, new: str, **more: Any) -> dict[str, Any]:
    content = {"body": "This room has been replaced", "replacement_room": new}
    event = message(old, fresh())
    return {**event, "type": "m.room.tombstone", "state_key": "", "content": content, **more}


async def test_a_room_that_moves_is_followed(homeserver: Homeserver, inbox: Inbox) -> None:
    old, new = room(), room()
    assert await inbox.take([tombstone(old, new)])
    await until(lambda: homeserver.done["leave", old])
    (call,) = [c for c in homeserver.calls if "/join/" in c.path]
    assert call.path.endswith(new) or new in call.path
    await inbox.take([message(new, fresh(), "combien")])
    await until(lambda: homeserver.sent(new))


async def test_where_only_who_is_invited_gets_in_the_old_room_is_kept(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    old, new = room(), room()
    homeserver.closed.add(new)
    assert await inbox.take([tombstone(old, new), message(old, fresh(), "combien")])
    await until(lambda: homeserver.sent(old))
    assert not homeserver.done["leave", old]


async def test_no_one_but_a_room_itself_says_where_it_moves(
    homeserver: Homeserver, inbox: Inbox
) -> None:
    """A message of that type is no state, and moves nobody."""
    old, new = room(), room()
    event = tombstone(old, new)
    del event["state_key"]
    await inbox.take([event, message(old, fresh(), "combien")])
    await until(lambda: homeserver.sent(old))
    assert not [c for c in homeserver.calls if "/join/" in c.path]


async def test_a_corrected_question_is_answered(homeserver: Homeserver, inbox: Inbox) -> None:
    place, number = room(), fresh()
    await inbox.take([message(place, number, "bonjour")])
    await until(lambda: homeserver.sent(place))
    edit = message(place, fresh(), "* combien")
    edit["content"]["m.new_content"] = {"msgtype": "m.text", "body": "combien"}
    edit["content"]["m.relates_to"] = {"rel_type": "m.replace", "event_id": f"${number}"}
    stranger = {**edit, "event_id": f"${fresh()}", "sender": "@other:exemple.org"}
    await inbox.take([stranger, edit])
    await until(lambda: len(homeserver.sent(place)) == 2)
    assert "combien" in homeserver.sent(place)[1]


async def test_what_is_read_is_shown_to_be(homeserver: Homeserver, inbox: Inbox) -> None:
    place = room()
    await inbox.take([message(place, fresh(), "bonjour")])
    await until(lambda: homeserver.done["receipt", place])


async def test_that_an_answer_is_being_written_is_shown(
    homeserver: Homeserver, matrix_channel: MatrixChannel
) -> None:
    place = room()
    asked = Inbound(id="$1", person="@awa:exemple.org", target=place)
    await matrix_channel.writing(asked)
    assert homeserver.done["typing", place] == 1
    (call,) = [c for c in homeserver.calls if "/typing/" in c.path]
    assert call.body["typing"] is True and 1_000 <= call.body["timeout"] <= 10_000
    homeserver.away = True
    await matrix_channel.writing(asked)
    await matrix_channel.acknowledge(asked)
