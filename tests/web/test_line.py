"""The line to the server, cut in every way: nothing is lost, doubled or kept from the person."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page, Route, WebSocketRoute, expect

from tests.web.chat import (
    LIST,
    SECONDS,
    SOCKETS,
    TWIN,
    VAGUE,
    WHO,
    Chat,
    block,
    block_sockets,
    hold_sockets,
)
from tests.web.conftest import Visit
from tests.web.served import Vigie


def banner(chat: Chat, words: str) -> None:
    """Wait until the page says `words` of the line, to the eye and to the ear."""
    expect(chat.page.locator(".banner")).to_contain_text(words, timeout=SECONDS)
    expect(chat.status()).to_contain_text(words)


def answered(vigie: Vigie) -> float:
    """How many turns the server answered."""
    return vigie.metric('vigie_turns_total{channel="web",outcome="answered"}')


def cut(vigie: Vigie, killed: list[bool], delivered: bool) -> Callable[[Page], None]:
    """Hold every answer back until the server was killed.

    When `delivered`, the first message reaches the page, without its acknowledgement, and the
    server is killed there and then.
    """

    def serve(socket: WebSocketRoute) -> None:
        server, after = socket.connect_to_server(), bool(killed)

        def down(frame: str | bytes) -> None:
            answer = isinstance(frame, str) and frame.startswith(('42["message",', "43"))
            if after or not answer:
                socket.send(frame)
            elif delivered and not killed:
                killed.append(True)
                socket.send(frame)
                vigie.kill()

        server.on_message(down)

    return lambda page: page.route_web_socket(SOCKETS, serve)


def test_a_server_killed_in_mid_answer_answers_once_when_it_is_back(
    visit: Visit, vigie: Vigie
) -> None:
    """One page has the answer and not its end, another nothing yet."""
    killed: list[bool] = []
    waiting = visit(before=cut(vigie, killed, delivered=False)).open().online()
    waiting.send(LIST)
    expect(waiting.page.locator(".writing")).to_be_visible()
    reading = visit(before=cut(vigie, killed, delivered=True)).open().online()
    reading.send(LIST)
    for chat in (waiting, reading):
        banner(chat, "Connexion perdue")
        expect(chat.mine).to_have_count(1)
        expect(chat.mine).to_contain_text("En attente d’envoi")
        chat.field.fill("écrit pendant la panne")
    vigie.start_again()
    for chat in (waiting, reading):
        chat.online()
        expect(chat.mine.locator(".state")).to_have_count(0, timeout=SECONDS)
        expect(chat.page.locator(".writing")).to_have_count(0, timeout=SECONDS)
        expect(chat.answers).to_have_count(1)
        expect(chat.mine).to_have_count(1)
        expect(chat.field).to_have_value("écrit pendant la panne")
    reading.ask(WHO)
    expect(reading.answers).to_have_count(2)


def test_what_is_written_offline_goes_when_the_network_is_back(chat: Chat) -> None:
    chat.online()
    chat.page.context.set_offline(True)
    banner(chat, "Vous êtes hors ligne")
    chat.send(WHO)
    chat.send(LIST)
    expect(chat.mine.locator(".state")).to_have_text(["En attente d’envoi"] * 2)
    chat.page.context.set_offline(False)
    expect(chat.answers).to_have_count(2, timeout=SECONDS)
    expect(chat.mine.locator(".state")).to_have_count(0)
    assert "PITF" in chat.answers.first.inner_text(), "in the order of writing"
    expect(chat.page.locator(".banner")).to_have_count(0)


def test_where_sockets_are_blocked_everything_works_by_http(visit: Visit) -> None:
    asked: list[str] = []

    def before(page: Page) -> None:
        block_sockets(page)
        page.on("request", lambda request: asked.append(request.url.split("?")[0]))

    chat = visit(before=before).open().online()
    answer = chat.ask(VAGUE)
    answer.locator(".choice").first.click()
    expect(chat.answers).to_have_count(2)
    chat.answers.last.get_by_role("button", name="Cette réponse m’aide").click()
    expect(chat.status()).to_have_text("Merci de votre avis.")
    chat.page.reload()
    expect(chat.answers).to_have_count(2, timeout=SECONDS)
    chat.page.get_by_role("button", name="Effacer la conversation").click()
    chat.ask(WHO)  # the erasure can no longer be undone
    chat.page.reload()
    chat.online()
    expect(chat.mine).to_have_count(1)
    assert {url.rpartition("/")[2] for url in asked if "/webhooks/web/" in url} == {
        "session", "say", "choose", "rate", "forget",
    }  # fmt: skip


def test_what_is_asked_to_be_erased_goes_from_the_page_by_http_too(visit: Visit) -> None:
    chat = visit(before=block_sockets).open().online()
    chat.ask(WHO)
    chat.send("efface tout")
    expect(chat.answers).to_contain_text("effacé", timeout=SECONDS)
    expect(chat.answers).to_have_count(1)
    expect(chat.mine).to_have_count(1)


def test_sockets_that_are_held_back_do_not_keep_people_waiting(visit: Visit) -> None:
    def before(page: Page) -> None:
        page.clock.install()
        hold_sockets(page)

    chat = visit(before=before).open()
    chat.page.clock.fast_forward(6_000)
    assert "PITF" in chat.ask(WHO).inner_text()


def test_what_is_refused_says_why_and_can_be_sent_again_or_edited(visit: Visit) -> None:
    refused = {"ok": False, "error": "rate", "text": "Trop de messages : attendez une minute."}
    chat = visit(before=block_sockets).open().online()
    chat.page.route(
        "**/web/say*", lambda route: route.fulfill(status=429, body=json.dumps(refused))
    )
    chat.send(WHO)
    expect(chat.mine).to_contain_text("Trop de messages")
    expect(chat.mine).to_contain_text("Non envoyé")
    chat.mine.get_by_role("button", name="Modifier").click()
    expect(chat.mine).to_have_count(0)
    expect(chat.field).to_have_value(WHO)
    expect(chat.field).to_be_focused()
    chat.field.press("Enter")
    chat.page.unroute("**/web/say*")
    chat.mine.get_by_role("button", name="Renvoyer").click()
    expect(chat.answers).to_have_count(1)
    expect(chat.mine).to_have_count(1)
    expect(chat.mine.locator(".state")).to_have_count(0)


def test_an_answer_lost_on_the_way_is_not_asked_twice(visit: Visit, vigie: Vigie) -> None:
    """The server did answer, the network dropped it: the same id brings the same answer."""
    dropped: list[str] = []

    def drop(route: Route) -> None:
        if dropped:
            route.continue_()
            return
        dropped.append(route.request.url)
        route.fetch()
        route.abort()

    chat = visit(before=block_sockets).open().online()
    turns = answered(vigie)
    chat.page.route("**/web/say*", drop)
    chat.send(WHO)
    expect(chat.answers).to_have_count(1, timeout=SECONDS)
    expect(chat.mine).to_have_count(1)
    assert answered(vigie) == turns + 1


def test_with_the_server_down_people_can_be_reached_and_words_are_kept(visit: Visit) -> None:
    chat = visit(before=block).open()
    down = chat.page.locator(".down")
    expect(down).to_contain_text("Vigie ne répond pas", timeout=SECONDS)
    assert [link.get_attribute("href") for link in down.locator("a").all()] == [
        "tel:+18883737888",
        "sms:233733",
        "tel:911",
    ]
    chat.send(WHO)
    expect(chat.mine).to_contain_text("En attente d’envoi")
    chat.page.unroute(TWIN)
    expect(chat.answers).to_have_count(1, timeout=SECONDS)
    expect(down).to_have_count(0)
