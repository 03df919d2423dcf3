"""What goes into the images, and how they run. They themselves are not built: no base is at hand."""

from __future__ import annotations

import re
import shlex

from tests.deploy.tools import BRIDGE, DEPLOY, ROOT, run, tool
from vigie.server.standins.light import STAND_INS

DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()


def instructions(stage: str) -> list[list[str]]:
    """The words of each instruction of a stage."""
    body = re.split(r"^FROM .* AS (\w+)$", DOCKERFILE, flags=re.M)
    text = body[body.index(stage) + 1]
    lines = re.sub(r"^#.*\n", "", text, flags=re.M).replace("\\\n", " ").splitlines()
    return [shlex.split(line) for line in lines if line.strip()]


def stages() -> dict[str, str]:
    """What each stage is made from, in their order."""
    found = re.findall(r"^FROM (\S+) AS (\w+)$", DOCKERFILE, flags=re.M)
    return {name: base for base, name in found}


def sources() -> set[str]:
    """What is copied from the folder of the project."""
    copies = [i for stage in stages() for i in instructions(stage) if i[0] == "COPY"]
    return {name for copy in copies if "--from" not in copy[1] for name in copy[1:-1]}


def test_hadolint_finds_nothing() -> None:
    said = run(tool("hadolint"), "--no-color", DEPLOY / "Dockerfile")
    assert said.stdout + said.stderr == ""


def test_all_that_is_copied_exists_and_is_let_through() -> None:
    assert IGNORED[1] == "*", "all is left out but what is named"
    let_through = {line[1:] for line in IGNORED if line.startswith("!")}
    assert sources() == let_through
    assert [name for name in let_through if not list(ROOT.glob(name))] == []


def test_all_that_a_model_is_made_from_is_copied_before_training() -> None:
    copied = {name for i in instructions("model") if i[0] == "COPY" for name in i[1:-1]}
    assert {"config.yml", "domain.yml", "data", "knowledge", "vigie", "actions"} <= copied


def test_what_is_left_out_is_in_the_lock_by_that_name() -> None:
    out = re.findall(r"--no-install-package (\S+)", DOCKERFILE)
    names = set(re.findall(r'^name = "(.+)"$', (ROOT / "uv.lock").read_text("utf-8"), flags=re.M))
    assert [name for name in out if name not in names] == []
    assert "tensorflow-cpu" in out
    assert any("tensorflow" in module for module in STAND_INS), "the server does without it"


def test_nobody_is_root_and_images_are_pinned() -> None:
    words = instructions("serving")
    assert ["USER", "10001:10001"] in words
    assert words[-1] == ["CMD", "[python,", "-m,", "vigie,", "serve]"]
    assert ["USER", "10002:10002"] in instructions("bridge")
    bases = re.findall(r"^ARG \w+_IMAGE=(\S+)$", DOCKERFILE, flags=re.M)
    assert len(bases) == 2
    assert all(re.fullmatch(r"\S+:\d+\.\d+\.\d+-\S+", base) for base in bases)
    version = re.search(r"^UV_VERSION=(\S+)$", (ROOT / "scripts/setup").read_text(), flags=re.M)
    assert version and f" uv=={version[1]}\n" in DOCKERFILE


def test_the_image_that_is_built_by_default_is_the_servers() -> None:
    assert list(stages())[-1] == "serving"
    assert stages()["serving"] == stages()["bridge"] == "${PYTHON_IMAGE}", "no builder in it"


def test_the_bridge_has_its_own_packages_and_nothing_of_the_server() -> None:
    copied = [i for i in instructions("bridge") if i[0] == "COPY"]
    assert copied == [
        ["COPY", "--from=ciphers", "/srv/vigie/.venv", ".venv"],
        ["COPY", "bridge/*.py", "bridge/"],
    ]
    (lock,) = (i for i in instructions("ciphers") if i[0] == "COPY")
    assert {"bridge/pyproject.toml", "bridge/uv.lock"} <= set(lock)
    installed = " ".join(word for i in instructions("ciphers") if i[0] == "RUN" for word in i)
    assert "uv sync --frozen" in installed and "--project bridge" in installed
    assert stages()["ciphers"] == stages()["packages"] == "uv", "one uv, of one version"
    names = set(re.findall(r'^name = "(.+)"$', (ROOT / "bridge/uv.lock").read_text(), flags=re.M))
    assert "matrix-nio" in names
    assert not names & {"rasa", "tensorflow", "scikit-learn", "sanic"}


def test_what_the_bridge_is_told_by_its_image_are_settings_of_the_bridge() -> None:
    (told,) = (i[1:] for i in instructions("bridge") if i[0] == "ENV")
    named = {word.partition("=")[0] for word in told if word.startswith("VIGIE_")}
    assert named == {"VIGIE_BRIDGE_STORE", "VIGIE_BRIDGE_LISTEN"} <= BRIDGE


def test_no_secret_is_written_down() -> None:
    secrets = r"^\s*(ARG|ENV)?.*(SECRET|PASSWORD|TOKEN)\w*=\S"
    assert re.findall(secrets, DOCKERFILE, flags=re.M) == []
    assert re.findall(secrets, (DEPLOY / "env.example").read_text("utf-8"), flags=re.M) == []
    for name in ("deploy/.env", "deploy/replicas.env"):
        assert run("git", "check-ignore", name).stdout.strip() == name
