"""Tokens: only those that were signed here, and only until they expire."""

from __future__ import annotations

from typing import Any

import pytest

from vigie.channels.web.token import MOST_SECONDS, Signer

SECRET = "s" * 32


def at(now: float, secret: str = SECRET) -> Signer:
    return Signer(secret, 600, clock=lambda: now)


def test_a_token_is_read_until_it_expires() -> None:
    token = at(1_000).mint()
    assert token.expires == 1_600
    assert at(1_599).read(token.text) == token
    assert at(1_600).read(token.text) is None


def test_sessions_cannot_be_guessed() -> None:
    sessions = {at(0).mint().session for _ in range(1_000)}
    assert len(sessions) == 1_000
    assert {len(session) for session in sessions} == {24}


def test_a_token_altered_anywhere_is_refused() -> None:
    text = at(0).mint().text
    for position, letter in enumerate(text):
        other = "A" if letter != "A" else "B"
        assert at(0).read(text[:position] + other + text[position + 1 :]) is None


def test_a_token_of_another_secret_or_of_another_process_is_refused() -> None:
    token = at(0).mint().text
    assert at(0, "t" * 32).read(token) is None
    assert at(0, "").read(at(0, "").mint().text) is None


def test_a_later_expiry_cannot_be_written_in() -> None:
    token = at(0).mint()
    assert at(0).read(token.text.replace(".600.", ".6000000.")) is None
    assert at(0).read(token.text.replace(token.session, at(0).mint().session)) is None


@pytest.mark.parametrize(
    "text",
    [None, 1, True, "", ".", "...", "1.a.5.", "é.é.é.é", "1" * 10_000, ["1"], {"a": 1}, b"1.a.5.x"],
    ids=lambda text: repr(text)[:20],
)
def test_what_is_no_token_is_refused(text: Any) -> None:
    assert at(0).read(text) is None


def test_a_session_ends_after_a_day_however_often_it_is_renewed() -> None:
    token = at(0).mint()
    while renewed := at(token.expires - 60).renewed(token):
        assert renewed.born == 0
        token = renewed
    assert token.expires == MOST_SECONDS
    assert at(MOST_SECONDS - 1).read(token.text) == token
    assert at(MOST_SECONDS).read(token.text) is None


def test_a_token_is_renewed_in_the_second_half_of_its_life() -> None:
    token = at(0).mint()
    assert at(299).renewed(token) is None
    fresh = at(301).renewed(token)
    assert fresh is not None
    assert (fresh.session, fresh.expires) == (token.session, 901)


def test_the_name_inside_rasa_hides_the_session_and_is_stable() -> None:
    session = at(0).mint().session
    sender = at(0).sender(session)
    assert sender == at(999).sender(session) != at(0, "t" * 32).sender(session)
    assert session not in sender
    assert len(sender) == 43
