"""The npm package of web/npm, packed as for a site that builds its own scripts, and used there."""

from __future__ import annotations

import json
import subprocess
import tarfile
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.conftest import ROOT
from tests.web.chat import SECONDS, WEB, WHO
from tests.web.conftest import Visit
from tests.web.served import Site, Vigie

APP = 'import { VigieChat } from "vigie-chat";\nwindow.defined = VigieChat.name.length > 0;\n'


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def site(ready: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that installed the packed file."""
    folder = tmp_path_factory.mktemp("site")
    packed = ROOT / run(ROOT / "scripts" / "web", "pack").splitlines()[-1]
    with tarfile.open(packed) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (folder / "node_modules").mkdir()
    (folder / "unpacked" / "package").rename(folder / "node_modules" / "vigie-chat")
    (folder / "app.ts").write_text(APP, "utf-8")
    return folder


def node(tool: str, *args: str, cwd: Path) -> str:
    """Run a tool of web/node_modules."""
    return run(run(ROOT / "scripts" / "web", "node"), WEB / "node_modules" / tool, *args, cwd=cwd)


def serve(friend: Site, head: str, server: str) -> None:
    """The page of a site, that places the element itself."""
    element = f'<vigie-chat inline lang="fr" {server}><p id="own">1-888-373-7888</p></vigie-chat>'
    friend.kinds[".js"] = "text/javascript"
    friend.pages["/"] = (
        f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title>{head}'
        f"<body>{element}</body></html>"
    )


def as_it_is(site: Path, friend: Site, vigie: Vigie) -> str:
    """The head of a page that imports the files where they were installed."""
    package = site / "node_modules" / "vigie-chat"
    entry = json.loads((package / "package.json").read_text("utf-8"))["exports"]["."]["default"]
    for file in (package / "dist").glob("*.js"):
        friend.pages[f"/vigie/dist/{file.name}"] = file.read_text("utf-8")
    friend.pages["/app.js"] = APP
    names = json.dumps({"imports": {"vigie-chat": f"/vigie/{entry}"}})
    return (
        f'<script type="importmap">{names}</script><script type="module" src="/app.js"></script>'
    )


def bundled(site: Path, friend: Site, vigie: Vigie) -> str:
    """The head of a page whose scripts were put together by a bundler, under a strict policy."""
    options = ("app.ts", "--bundle", "--splitting", "--format=esm", "--outdir=built")
    node("esbuild/bin/esbuild", *options, cwd=site)
    for file in (site / "built").glob("*.js"):
        friend.pages[f"/{file.name}"] = file.read_text("utf-8")
    socket = vigie.origin.replace("http", "ws")
    policy = f"default-src 'none'; script-src 'self'; connect-src {vigie.origin} {socket}"
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<script type="module" src="/app.js"></script>'
    )


@pytest.mark.parametrize("head", [as_it_is, bundled])
def test_a_site_that_installed_the_package_talks_with_vigie(
    visit: Visit, vigie: Vigie, friend: Site, site: Path, head: object
) -> None:
    assert callable(head)
    serve(friend, head(site, friend, vigie), f'server="{vigie.origin}/"')
    chat = visit("/", origin=friend.origin).online()
    assert chat.page.evaluate("window.defined && !!customElements.get('vigie-chat')")
    assert "PITF" in chat.ask(WHO).inner_text()
    # The sentences in other languages are a file of the package's own.
    chat.ask("help me, he locked me in")
    expect(chat.panel).to_have_attribute("lang", "en", timeout=SECONDS)
    fetched = chat.page.evaluate("performance.getEntriesByType('resource').map((e) => e.name)")
    assert [url for url in fetched if "words" in url and url.startswith(friend.origin)]


def test_without_a_server_the_element_keeps_what_the_page_put_in_it_and_says_why(
    visit: Visit, vigie: Vigie, friend: Site, site: Path
) -> None:
    said: list[ConsoleMessage] = []
    serve(friend, as_it_is(site, friend, vigie), "")

    def listen(page: Page) -> None:
        page.on("console", lambda message: said.append(message))

    chat = visit("/", origin=friend.origin, before=listen)
    chat.page.wait_for_function("window.defined")
    expect(chat.page.locator("#own")).to_be_visible()
    expect(chat.panel).to_have_count(0)
    assert [m for m in said if m.type == "error" and "l’attribut server manque" in m.text]


def test_its_types_are_those_of_the_element(site: Path) -> None:
    right = """
        import { VigieChat, type VigieChatEvent } from "vigie-chat";
        const chat = document.querySelector("vigie-chat");
        if (chat) { chat.server = "https://vigie.example.org/"; chat.ask("Qui ?"); chat.show(); }
        const made: VigieChat = new VigieChat();
        const event: VigieChatEvent = "ready";
        made.addEventListener(event, () => made.hide());
    """
    options = ("--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler")
    target = ("--target", "es2022", "--types", "")
    (site / "right.ts").write_text(right, "utf-8")
    node("typescript/bin/tsc", *options, *target, "right.ts", cwd=site)
    (site / "wrong.ts").write_text(right.replace("chat.ask(", "chat.tell("), "utf-8")
    with pytest.raises(AssertionError, match="tell"):
        node("typescript/bin/tsc", *options, *target, "wrong.ts", cwd=site)
