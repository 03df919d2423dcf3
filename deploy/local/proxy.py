"""nginx with the templates of deploy/nginx, rendered as the official image renders them."""

from __future__ import annotations

import shutil
import string
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy.local.processes import NotStarted, Process, answers

TEMPLATES = Path(__file__).parents[1] / "nginx" / "templates"
FAIL_SECONDS = 3
SERVER = f"server 127.0.0.1:{{port}} max_fails=1 fail_timeout={FAIL_SECONDS}s;"
SPARE = "server 127.0.0.1:{port} max_fails=0 backup;"


def values(listen: str, status: str, ports: Sequence[int]) -> dict[str, str]:
    """The variables of the templates, for replicas on `ports`; no TLS, no limit but for floods."""
    return {
        "VIGIE_SITE": "plain",
        "VIGIE_PROXY_LISTEN": listen,
        "VIGIE_PROXY_STATUS": status,
        "VIGIE_PROXY_WORKERS": "1",
        "VIGIE_PROXY_RATE": "2000r/s",
        "VIGIE_PROXY_BURST": "1000",
        "VIGIE_SERVERS": " ".join(SERVER.format(port=port) for port in ports),
        "VIGIE_SPARES": " ".join(SPARE.format(port=port) for port in ports),
    }


def render(folder: Path, given: Mapping[str, str]) -> Path:
    """Write the configuration into `folder`; its main file."""
    folder.mkdir(parents=True, exist_ok=True)
    for template in TEMPLATES.glob("*.template"):
        text = template.read_text("utf-8")
        # Like envsubst: what is not given stays, since nginx has variables of its own.
        for name, value in given.items():
            text = text.replace("${" + name + "}", value)
        (folder / template.stem).write_text(text, "utf-8")
    return folder / "nginx.conf"


def left_over(folder: Path) -> list[str]:
    """The ${NAMES} that `render` was not given, in the files that the main one uses."""
    found = []
    for path in sorted(folder.glob("*.conf")):
        found += [
            name
            for _, _, name, _ in string.Template.pattern.findall(path.read_text("utf-8"))
            if name.startswith("VIGIE_")
        ]
    return found


def program() -> str | None:
    """Where nginx is; Debian puts it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


class Proxy(Process):
    """nginx before the replicas."""

    def __init__(
        self, folder: Path, port: int, status: int, ports: Sequence[int], **more: str
    ) -> None:
        """Listen on `port`, before the replicas on `ports`; its own state on `status`.

        `more` are variables of the templates in place of those of `values`.
        """
        self.port = port
        self.status = status
        given = values(f"127.0.0.1:{port}", f"127.0.0.1:{status}", ports)
        main = render(folder / "conf", {**given, **more})
        super().__init__(
            "nginx",
            [str(program()), "-e", "stderr", "-p", str(folder), "-c", str(main)],
            folder / "nginx.log",
            {},
        )

    def start(self) -> None:
        """Run it; not yet ready.

        Raises:
            NotStarted: somebody else listens there: nginx would try for long, and they answer.
        """
        if answers(self.port):
            raise NotStarted(f"Le port {self.port} est pris : choisissez-en un autre par PORT.")
        super().start()

    def ready(self) -> None:
        """Wait until it listens.

        Raises:
            NotStarted: it does not.
        """
        self.wait(lambda: answers(self.port), 15)
