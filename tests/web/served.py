"""Servers for the tests in a browser: Vigie on a port that it keeps, and sites that embed it."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.conftest import clean_environment
from tests.server.running import Server


class Vigie(Server):
    """`vigie serve` that can be killed and started again at the same address."""

    def __init__(self, folder: Path, log: Path, **env: str) -> None:
        super().__init__(folder, log, **env)
        self._again = (folder, env)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """As a crash does: nothing is finished, nothing is said."""
        self.signal(signal.SIGKILL)
        self._process.wait(10)

    def start_again(self) -> None:
        """Start anew, which knows nothing of before."""
        folder, env = self._again
        with self.log.open("a") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "vigie", "serve"],
                cwd=folder,
                env=clean_environment(PORT=str(self.port), **env),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self.__enter__()


class Site:
    """Somebody else's site: pages by path, on an origin of its own."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.headers: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = site.pages.get(self.path.partition("?")[0])
                self.send_response(404 if body is None else 200)
                kind = site.kinds.get(Path(self.path.partition("?")[0]).suffix, "text/html")
                self.send_header("Content-Type", f"{kind}; charset=utf-8")
                for name, value in site.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write((body or "").encode())

            def log_message(self, format: str, *args: object) -> None:
                """Nothing on the console."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
