"""How fast pages paint and can be used, and what they weigh, in Chromium through its own protocol.

The figures are those that Lighthouse shows first, without its simulated network: everything comes
from this machine, so that a figure tells what the files cost, not what a network would.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

from evaluation.bench import bots
from evaluation.bench.machine import ROOT
from evaluation.bench.serving import Served
from evaluation.bench.stats import middle

EXAMPLE = ROOT / "web" / "example"
VIEWPORT = {"width": 412, "height": 823}
"""The phone of Lighthouse."""
PLACES = {"front": "#question", "knowledge": "h1", "host": ".launcher"}
"""For each page what must be there before it can be used: the field, the text, the button."""

# When what `selector` finds, in the page or in the component, is first drawn.
_WATCH = """(selector) => {
  window.usable = new Promise((tell) => {
    const look = () => {
      const chat = document.querySelector("vigie-chat");
      const found = document.querySelector(selector) ?? chat?.shadowRoot?.querySelector(selector);
      if (found?.getClientRects().length) tell(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}"""
_PAINT = """() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime"""
_BUSY = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")


def measure(runs: int, chromium: str, log: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """Medians of `runs` first visits of each page: milliseconds, requests, bytes that came.

    Raises:
        RuntimeError: the widget is not built, or a page was never painted.
    """
    if not (ROOT / "web" / "dist" / "widget.js").is_file():
        raise RuntimeError("The widget is not built: run scripts/web.")
    with _site() as site, Served(bots.vigie(VIGIE_ORIGINS=site.origin), log) as served:
        site.vigie = served.url
        pages = {
            "front": f"{served.url}/",
            "knowledge": f"{served.url}/organismes/dos",
            "host": f"{site.origin}/index.html",
        }
        seen: dict[str, list[dict[str, float]]] = {name: [] for name in pages}
        with sync_playwright() as playwright:
            flags = ["--no-sandbox", "--disable-gpu", "--disable-features=LocalNetworkAccessChecks"]
            browser = playwright.chromium.launch(executable_path=chromium, args=flags)
            for run in range(runs + 1):
                for name, url in pages.items():
                    found = _visit(browser, url, PLACES[name])
                    if run:  # the first warms the server and the browser
                        seen[name].append(found)
                say(f"Run {run} of {runs}.")
            browser.close()
    return {"runs": runs, "pages": {name: middle(rows) for name, rows in seen.items()}}


def _visit(browser: Browser, url: str, selector: str) -> dict[str, float]:
    """One first visit, in a context that has nothing in its cache."""
    context = browser.new_context(viewport=VIEWPORT, locale="fr-FR")  # type: ignore[arg-type]
    page = context.new_page()
    session = context.new_cdp_session(page)
    bytes_in: list[float] = []
    session.on("Network.loadingFinished", lambda event: bytes_in.append(event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.add_init_script(f"({_WATCH})({selector!r})")
    page.goto(url)
    usable = page.evaluate("window.usable")
    page.wait_for_timeout(300)  # what comes after: sentences, the session
    painted = page.evaluate(_PAINT)
    if painted is None:
        raise RuntimeError(f"{url} was never painted")
    found = {
        "painted_ms": float(painted),
        "usable_ms": max(float(painted), float(usable)),
        "main_thread_ms": _busy(session) * 1000,
        "requests": float(len(bytes_in)),
        "kilobytes": sum(bytes_in) / 1000,
    }
    context.close()
    return found


def _busy(session: CDPSession) -> float:
    """Seconds of processor that the main thread took for scripts, layout and styles."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    seconds = {metric["name"]: float(metric["value"]) for metric in metrics}
    return sum(seconds[name] for name in _BUSY)


class _Site(SimpleHTTPRequestHandler):
    """The example page of another site, that names the server that runs."""

    def do_GET(self) -> None:
        if self.path != "/index.html":
            return super().do_GET()
        server: Any = self.server
        page = (EXAMPLE / "index.html").read_text("utf-8")
        address = server.vigie.partition("//")[2]
        body = page.replace("127.0.0.1:5005", address).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the console."""


class _Serving(ThreadingHTTPServer):
    vigie = ""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def _site() -> Iterator[_Serving]:
    server = _Serving(("127.0.0.1", 0), partial(_Site, directory=str(EXAMPLE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
