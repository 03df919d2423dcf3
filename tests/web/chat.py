"""The widget as somebody uses it: what the tests do and see in a page."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, WebSocketRoute, expect

WEB = Path(__file__).parents[2] / "web"
AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SECONDS = 20_000
"""Milliseconds that a page may take while the machine does other things too."""

LIST = "Quels rapports paraissent chaque année ?"
VAGUE = "que fait le département ?"
WHO = "Qui préside la PITF ?"
URGENT = "au secours, il m'a enfermée"
LAUNCH = "Traite aux États-Unis\u00a0: qui fait quoi\u202f? Poser une question à Vigie"

# Runs before the page: what must never happen is noted, cookies and storage included.
WATCH = """
window.breaches = [];
document.addEventListener("securitypolicyviolation", (e) =>
  window.breaches.push(`${e.violatedDirective} ${e.blockedURI}`));
"""

# Every text that a screen reader would be told, as it is put in.
LISTEN = """
() => {
  const chat = document.querySelector("vigie-chat");
  const live = chat.shadowRoot.querySelector(".announcer");
  window.heard = [];
  new MutationObserver((changes) => {
    for (const change of changes)
      for (const node of change.addedNodes)
        if (node.nodeType === 1) window.heard.push(node.innerText.trim());
  }).observe(live, { childList: true });
}
"""


class Chat:
    """A page with a <vigie-chat>."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.element = page.locator("vigie-chat")
        self.launcher = page.locator(".launcher")
        self.panel = page.locator(".panel")
        self.field = page.locator("#question")
        self.log = page.get_by_role("log")
        self.answers = page.locator(".bot:not(.greeting)")
        self.mine = page.locator(".mine")

    def open(self) -> Chat:
        self.launcher.click()
        expect(self.panel).to_be_visible()
        return self

    def send(self, text: str) -> None:
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str) -> Locator:
        """Ask and wait for the answer and the end of the turn; the answer."""
        before = self.answers.count()
        self.send(text)
        expect(self.answers).to_have_count(before + 1, timeout=SECONDS)
        expect(self.page.locator(".writing")).to_have_count(0, timeout=SECONDS)
        return self.answers.nth(before)

    def online(self) -> Chat:
        """Wait until the line is up."""
        deadline = time.monotonic() + SECONDS / 1000
        while self.state() != "online":
            assert time.monotonic() < deadline, f"the line is {self.state()}"
            time.sleep(0.05)
        return self

    def state(self) -> str:
        """Of the line to the server."""
        found: str = self.page.evaluate("document.querySelector('vigie-chat')?.state || ''")
        return found

    def kept(self) -> dict[str, Any]:
        """What the tab holds."""
        text = self.page.evaluate("sessionStorage.getItem('vigie-chat')")
        found: dict[str, Any] = json.loads(text) if text else {}
        return found

    def focused(self) -> str:
        """The id or class of what has the focus inside the widget; "" when it is elsewhere."""
        found: str = self.page.evaluate(
            """() => { const e = document.querySelector("vigie-chat").shadowRoot.activeElement;
            return e ? e.id || e.className : ""; }"""
        )
        return found

    def status(self) -> Locator:
        return self.page.locator("vigie-chat [role=status]")


def violations(page: Page) -> list[str]:
    """What axe finds wrong on the page as it is now, in a line each."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS
    )
    assert found["passes"], "axe looked at nothing"
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


SOCKETS = "**/socket.io/**"
TWIN = "**/webhooks/web/**"

# What a browser does with a socket whose handshake is refused.
REFUSED = """
window.WebSocket = class extends EventTarget {
  constructor() {
    super();
    setTimeout(() => { this.onerror?.(new Event("error")); this.onclose?.(new CloseEvent("close")); });
  }
  close() {}
};
"""


def block(page: Page) -> None:
    """No line to the server opens any more: for a page that went nowhere yet."""
    page.route(TWIN, lambda route: route.abort())
    # Nor does the server answer whoever asks whether it is there at all.
    page.route(
        "**/widget.js",
        lambda route: route.abort() if route.request.method == "HEAD" else route.fallback(),
    )
    block_sockets(page)


def block_sockets(page: Page) -> None:
    """As a network does that lets no socket through."""
    page.add_init_script(REFUSED)


def hold_sockets(page: Page) -> None:
    """As a network does that neither lets sockets through nor refuses them."""
    page.route_web_socket(SOCKETS, lambda socket: socket.close())


def in_between(change: Callable[[dict[str, Any]], object]) -> Callable[[Page], None]:
    """Alter each message of the server on its way to the page."""

    def serve(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def down(frame: str | bytes) -> None:
            if isinstance(frame, str) and frame.startswith('42["message",'):
                name, message = json.loads(frame[2:])
                frame = "42" + json.dumps([name, change(message)])
            socket.send(frame)

        server.on_message(down)

    return lambda page: page.route_web_socket(SOCKETS, serve)
