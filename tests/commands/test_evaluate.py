"""`vigie eval --url`: a server that is not there is said in a sentence, not counted as wrong."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT, run_vigie
from tests.server.running import free_port


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}", "http://vigie.invalid", "rien"])
def test_a_dead_server_is_no_list_of_failures(url: str) -> None:
    url = url.format(port=free_port())
    done = run_vigie(ROOT, "eval", "--url", url)
    assert done.returncode == 1
    assert done.stderr.strip() == f"Aucun serveur ne répond à {url} : lancez-le, ou changez --url."
    assert done.stdout == ""
