"""How long it is remembered which rooms are a conversation of two."""

from __future__ import annotations

from collections import Counter

from vigie.channels.matrix.rooms import SECONDS, Rooms


class Place:
    """Rooms with so many people, and a clock."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}
        self.asked: Counter[str] = Counter()
        self.now = 1_000.0
        self.rooms = Rooms(self.count, most=2, clock=lambda: self.now)

    async def count(self, room: str) -> int:
        self.asked[room] += 1
        return self.sizes.get(room, 2)


async def test_a_room_is_asked_for_once_in_a_while() -> None:
    place = Place()
    assert [await place.rooms.direct("a") for _ in range(3)] == [True] * 3
    place.sizes["a"] = 3
    place.now += SECONDS - 1
    assert await place.rooms.direct("a")
    place.now += 2
    assert not await place.rooms.direct("a")
    assert place.asked["a"] == 2


async def test_who_comes_is_heard_of_at_once() -> None:
    place = Place()
    assert await place.rooms.direct("a")
    place.sizes["a"] = 3
    place.rooms.changed("a")
    assert not await place.rooms.direct("a")


async def test_who_comes_during_the_question_is_not_overlooked() -> None:
    place = Place()

    async def count(room: str) -> int:
        place.rooms.changed(room)
        return await place.count(room)

    place.rooms._count = count
    assert await place.rooms.direct("a") and await place.rooms.direct("a")
    assert place.asked["a"] == 2, "what may be out of date is not remembered"


async def test_only_so_many_are_remembered() -> None:
    place = Place()
    for room in "abcab":
        await place.rooms.direct(room)
    assert place.asked == {"a": 2, "b": 2, "c": 1}
