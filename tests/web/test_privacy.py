"""No trace and no stranger: privacy, and hostile text."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from tests.web.chat import WHO, Chat, in_between
from tests.web.conftest import Visit
from tests.web.served import Vigie

HOSTILE = (
    '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'
    "<a href='javascript:window.pwned=1'>x</a> {{7*7}} ${7*7} \u202egnirts\u202c &lt;b&gt; "
)


def test_nothing_is_asked_of_anybody_else_and_nothing_is_kept(visit: Visit, vigie: Vigie) -> None:
    chat = visit("/")
    asked: list[str] = []
    chat.page.on("request", lambda request: asked.append(request.url))
    chat.page.on("websocket", lambda socket: asked.append(socket.url))
    chat.page.reload()
    chat.ask(WHO)
    assert any(url.startswith("ws://") for url in asked)
    own = (vigie.origin + "/", vigie.origin.replace("http", "ws") + "/")
    assert [url for url in asked if not url.startswith(own)] == []
    assert chat.page.context.cookies() == []
    assert chat.page.evaluate("localStorage.length") == 0
    assert set(chat.kept()) == {"server", "token", "stream", "seen", "open", "draft", "route"}
    assert WHO not in json.dumps(chat.kept())


def test_a_hostile_question_is_shown_as_text(chat: Chat) -> None:
    text = (HOSTILE * 20)[:2000].strip()
    chat.field.fill(text)
    chat.field.press("Enter")
    expect(chat.answers).to_have_count(1)
    assert chat.mine.locator(".bubble").text_content() == text
    assert chat.page.locator(".mine img, .mine script, .mine a").count() == 0
    assert not chat.page.evaluate("window.pwned")
    chat.page.reload()
    expect(chat.mine).to_have_count(1)
    assert not chat.page.evaluate("window.pwned")


def test_a_hostile_answer_is_shown_as_text(visit: Visit) -> None:
    """Whatever a server, or whoever stands in between, puts in every field of a message."""
    text = (HOSTILE * 20)[:2000].strip()
    fields = {
        "text": text, "answers": [{"lead": text, "items": [text], "after": text}],
        "updates": [text], "source": "Source : " + text, "choices": [{"key": "k", "title": text}],
        "english": [text, "(", "a|b", "\\"],
    }  # fmt: skip
    chat = visit(before=in_between(lambda message: {**message, **fields})).open()
    answer = chat.ask(WHO)
    answer.locator("summary").click()
    for place in (".text p", ".text li", ".update", ".choice"):
        assert text in (answer.locator(place).first.text_content() or "")
    assert answer.locator("img, script, [onerror], a[href^=javascript]").count() == 0
    assert not chat.page.evaluate("window.pwned")


def test_broken_frames_change_nothing(visit: Visit) -> None:
    bad: list[object] = [None, [], {"n": "x"}, {"n": 1}, {"n": 1, "text": 3}, "text"]
    chat = visit(before=in_between(lambda message: bad.pop() if bad else message))
    chat.open().online()
    for count in range(len(bad)):
        chat.send(f"{WHO} {count}")
    expect(chat.page.locator(".writing")).to_have_count(0)
    expect(chat.answers).to_have_count(0)
    bad.clear()
    assert "PITF" in chat.ask(WHO).inner_text()
