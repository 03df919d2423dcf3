"""A cry for help in pieces: held for a moment, of each conversation apart."""

from __future__ import annotations

from vigie.server import recent
from vigie.server.recent import Recent


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_came_just_before_is_known() -> None:
    held = Recent()
    assert held.before("a", "mon patron") == ()
    assert held.before("a", "il garde") == ("mon patron",)
    assert held.before("a", "mon passeport") == ("mon patron", "il garde")
    assert held.before("a", "vite") == ("il garde", "mon passeport")


def test_nothing_is_known_of_others() -> None:
    held = Recent()
    held.before("a", "je suis")
    assert held.before("b", "enfermée") == ()


def test_a_long_message_ends_what_is_held() -> None:
    held = Recent()
    held.before("a", "je suis")
    held.before("a", "une question " * 10)
    assert held.before("a", "merci") == ()


def test_it_is_gone_after_a_moment() -> None:
    clock = Clock()
    held = Recent(clock)
    held.before("a", "je suis")
    clock.now = recent.SECONDS + 1
    held.before("b", "bonjour")
    assert "a" not in held._held


def test_no_more_conversations_are_held_than_may(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(recent, "MOST", 3)
    held = Recent()
    for number in range(9):
        held.before(str(number), "oui")
    assert list(held._held) == ["6", "7", "8"]
