"""A browser, the real server, and pages that watch for what must never happen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.conftest import ROOT
from tests.web.chat import AXE, SECONDS, WATCH, Chat
from tests.web.served import Site, Vigie

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync "
    # A page that a test makes up has no address, and may then open no socket to the loopback.
    "--disable-features=LocalNetworkAccessChecks"
).split()
SECRET = "a secret of the tests in the browser"

FLOAT = """<!doctype html><html lang="fr"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Un site</title>
<main><h1>Un site</h1><p>Une page quelconque.</p><a href="/page/icon.svg">Un lien</a></main>
<script src="/widget.js" data-exit-url="%s"></script></html>"""


def missing() -> str:
    """What these tests lack on this machine, or "" when they can run."""
    built = subprocess.run([ROOT / "scripts" / "web"], capture_output=True, text=True, timeout=300)
    if built.returncode:
        return f"web widget not built: {built.stderr.strip()}"
    if not AXE.is_file():
        return "axe-core is not installed"
    return "" if Path(CHROMIUM).is_file() else "chromium is not installed (scripts/packages)"


@pytest.fixture(scope="package", autouse=True)
def ready() -> None:
    """Skip with a reason, but never where CI is set."""
    reason = missing()
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="package")
def browser(ready: None) -> Iterator[Browser]:
    # Closed with this folder: the event loop of Playwright must not run under other tests.
    with sync_playwright() as playwright:
        fonts = str(Path(__file__).parent / "fonts.conf")
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS, env={**os.environ, "FONTCONFIG_FILE": fonts}
        )
        expect.set_options(timeout=10_000)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def friend() -> Iterator[Site]:
    """A site that VIGIE_ORIGINS names."""
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="package")
def stranger() -> Iterator[Site]:
    """A site that it does not."""
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="package")
def vigie(archive: Path, friend: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vigie]:
    """The real server, with the real model."""
    log = tmp_path_factory.mktemp("web") / "server.log"
    settings = {"VIGIE_ORIGINS": friend.origin, "VIGIE_SECRET": SECRET, "LOG_LEVEL": "debug"}
    with Vigie(ROOT, log, VIGIE_SENDER_RATE="0", VIGIE_ADDRESS_RATE="0", **settings) as running:
        yield running


Visit = Callable[..., Chat]


@pytest.fixture
def visit(browser: Browser, vigie: Vigie) -> Iterator[Visit]:
    """Open a page of the server in a browser context of its own; fails on any breach.

    `path` "/" is the page with the widget inline, "/float" one with the launcher, under the
    same Content-Security-Policy. `origin` visits another site, `context` reuses a context,
    `before` is done to the page before it goes anywhere (sockets are routed so, or not at all).
    """
    contexts: list[BrowserContext] = []
    pages: list[tuple[Page, list[str]]] = []
    policy = vigie.get("/").headers["content-security-policy"]

    def visit(
        path: str = "/float",
        origin: str = "",
        context: BrowserContext | None = None,
        exit_url: str = "/page/icon.svg",
        before: Callable[[Page], object] = lambda page: None,
        **options: Any,
    ) -> Chat:
        if context is None:
            context = browser.new_context(locale="fr-FR", **options)
            contexts.append(context)
            context.add_init_script(WATCH)
            page_of_a_site = FLOAT % exit_url
            context.route(
                f"{vigie.origin}/float*",
                lambda route: route.fulfill(
                    body=page_of_a_site,
                    content_type="text/html",
                    headers={"Content-Security-Policy": policy},
                ),
            )
        page = context.new_page()
        page.set_default_timeout(SECONDS)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        pages.append((page, errors))
        before(page)
        page.goto((origin or vigie.origin) + path)
        return Chat(page)

    yield visit
    problems = [error for _, errors in pages for error in errors]
    for page, _ in pages:
        if not page.is_closed():
            problems += page.evaluate("window.breaches || []")
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def chat(visit: Visit) -> Chat:
    """The launcher, opened."""
    return visit().open()
