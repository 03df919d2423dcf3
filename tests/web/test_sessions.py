"""Whose conversation it is: windows of one person, strangers, and sites that may not ask."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from tests.web.chat import LIST, SECONDS, WHO, Chat, block_sockets
from tests.web.conftest import SECRET, Visit
from tests.web.served import Site, Vigie
from vigie.channels.web.token import Signer

KEEP = "(kept) => sessionStorage.setItem('vigie-chat', JSON.stringify(kept))"


def with_kept(visit: Visit, kept: dict[str, object]) -> Chat:
    """Another browser, whose tab holds `kept`."""
    chat = visit()
    chat.page.evaluate(KEEP, kept)
    chat.page.reload()
    return chat


def test_two_tabs_are_two_conversations(visit: Visit) -> None:
    first = visit().open()
    first.ask("Que fait le département du Travail ?")
    second = visit(context=first.page.context).open()
    second.ask(WHO)
    expect(first.answers).to_have_count(1)
    expect(second.answers).to_have_count(1)
    assert first.kept()["token"] != second.kept()["token"]
    assert "Travail" in first.ask("et que publie-t-il ?").inner_text()


def test_a_tab_that_was_duplicated_shows_and_forgets_the_same(visit: Visit) -> None:
    first = visit().open()
    first.ask(WHO)
    with first.page.expect_popup() as opened:
        first.page.evaluate("() => { window.open(location.href); }")
    second = Chat(opened.value)
    expect(second.answers).to_have_count(1)
    second.ask(LIST)
    expect(first.answers).to_have_count(2)
    expect(first.mine).to_have_count(2)
    first.page.get_by_role("button", name="Effacer la conversation").click()
    expect(second.mine).to_have_count(0, timeout=SECONDS)  # once it cannot be undone
    expect(second.answers).to_have_count(0)


@pytest.mark.parametrize("way", ["altered", "another session", "expired"])
def test_a_token_that_is_not_good_opens_a_new_session(visit: Visit, way: str) -> None:
    """A stranger who saw the session, not its token; and a person back after an hour."""
    victim = visit().open()
    victim.ask(WHO)
    kept = victim.kept()
    version, session, expires, born, signature = kept["token"].split(".")
    past = Signer(SECRET, -60)
    forged = {
        "altered": f"{version}.{session}.{int(expires) + 1}.{born}.{signature}",
        "another session": f"{version}.{session[:-1]}x.{expires}.{born}.{signature}",
        "expired": past.mint(session).text,
    }[way]
    other = with_kept(visit, {**kept, "token": forged}).online()
    expect(other.mine).to_have_count(0)
    expect(other.answers).to_have_count(0)
    mine = other.kept()["token"].split(".")[1]
    assert mine != session
    other.ask(LIST)
    expect(victim.answers).to_have_count(1)


def test_a_stolen_token_is_worth_nothing_once_the_person_left(visit: Visit) -> None:
    victim = visit(exit_url="/page/icon.svg?left").open()
    victim.ask(WHO)
    stolen = victim.kept()
    victim.page.get_by_role("button", name="Quitter vite ce site").click()
    victim.page.wait_for_url("**?left")
    deadline = time.monotonic() + SECONDS / 1000
    while True:  # the server erases once what is running is done
        thief = with_kept(visit, stolen).online()
        if thief.answers.count() == 0 or time.monotonic() > deadline:
            break
    expect(thief.mine).to_have_count(0)
    expect(thief.answers).to_have_count(0)


def test_a_session_that_expires_under_the_page_goes_on_in_a_new_one(visit: Visit) -> None:
    chat = visit(before=block_sockets).open()
    chat.ask(WHO)
    first = chat.kept()["token"]
    expired = '{"ok": false, "error": "expired", "text": "x"}'
    chat.page.route("**/web/say*", lambda route: route.fulfill(status=401, body=expired), times=1)
    assert "rapport" in chat.ask(LIST).inner_text()
    expect(chat.answers).to_have_count(2)  # what was there stays, under a note
    expect(chat.page.locator(".note")).to_have_text(
        "Le service ne se souvient plus de ce qui précède."
    )
    assert chat.kept()["token"].split(".")[1] != first.split(".")[1]


def test_a_site_that_is_not_listed_gets_no_answer_but_the_hotline(
    visit: Visit, vigie: Vigie, stranger: Site
) -> None:
    stranger.pages["/"] = (
        f'<!doctype html><html lang="fr"><title>x</title><body><script src="{vigie.origin}/widget.js"></script>'
    )
    chat = visit("/", origin=stranger.origin).open()
    expect(chat.page.locator(".down a").first).to_have_attribute(
        "href", "tel:+18883737888", timeout=SECONDS
    )
    chat.send(WHO)
    expect(chat.mine).to_contain_text("En attente d’envoi")
    assert chat.kept()["token"] is None
