"""models/manifest.json: which archive is the current model, its hash, and what it came from."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime, timezone
from pathlib import Path

import msgspec

from vigie.errors import Refusal
from vigie.project import Project
from vigie.training import digest

NAME = "manifest.json"


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What training says about the archive that it wrote."""

    model: str
    sha256: str
    digest: str
    """Of all that is served with it."""
    learned: str
    """Of what it was made from, a part of that."""
    trained_at: str
    seconds: float


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            total.update(block)
    return total.hexdigest()


def write(models: Path, archive: Path, served: str, made_from: str, seconds: float) -> Manifest:
    """Make `archive`, which lies in `models`, the current model; `served` and `made_from` are the
    digests of the sources that it serves and was made from."""
    manifest = Manifest(
        model=archive.name,
        sha256=sha256(archive),
        digest=served,
        learned=made_from,
        trained_at=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        seconds=round(seconds, 1),
    )
    _put(models, manifest)
    return manifest


def serve_also(project: Project, served: str, made_from: str) -> Path | None:
    """The archive that training wrote last, made the current one for the sources that have the
    digest `served`: where it is intact, and what it was made from is as it was. None elsewhere."""
    try:
        manifest, archive = read(project.models), last(project)
    except Refusal:
        return None
    if manifest is None or manifest.learned != made_from or sha256(archive) != manifest.sha256:
        return None
    _put(project.models, msgspec.structs.replace(manifest, digest=served))
    return archive


def _put(models: Path, manifest: Manifest) -> None:
    draft = models / f".{NAME}.{os.getpid()}"
    draft.write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
    draft.replace(models / NAME)


def read(models: Path) -> Manifest | None:
    """The manifest of `models`, or None when there is none.

    Raises:
        Refusal: it cannot be read.
    """
    try:
        return msgspec.json.decode((models / NAME).read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refusal(
            f"models/{NAME} est illisible : supprimez-le, puis lancez « make train »."
        ) from None


def fits(project: Project) -> bool:
    """Whether the current model was made from what lies in `project` now, and is intact."""
    try:
        return bool(current(project))
    except Refusal:
        return False


def last(project: Project) -> Path:
    """The archive that training wrote last, whether or not it is of the sources as they are.

    Raises:
        Refusal: there is none.
    """
    manifest = read(project.models)
    if manifest is None or not (project.models / Path(manifest.model).name).is_file():
        raise Refusal("Il n’y a pas encore de modèle : lancez « make train ».")
    return project.models / Path(manifest.model).name


def current(project: Project) -> Path:
    """The archive to serve, checked: it is the one that training wrote, from these sources.

    Raises:
        Refusal: there is none, it was changed, or it does not match the code and knowledge.
    """
    manifest = read(project.models)
    if manifest is None:
        raise Refusal("Il n’y a pas encore de modèle : lancez « make train ».")
    archive = project.models / manifest.model
    if Path(manifest.model).name != manifest.model or not archive.is_file():
        raise Refusal(f"Le modèle {manifest.model} manque : lancez « make train ».")
    if sha256(archive) != manifest.sha256:
        raise Refusal(
            f"Le modèle {manifest.model} n’est plus celui que l’entraînement a écrit "
            "(empreinte différente) : lancez « make train »."
        )
    if digest.compute(project) != manifest.digest:
        raise Refusal(
            f"Le modèle {manifest.model} ne correspond plus aux connaissances, aux données "
            "ou au code : lancez « make train »."
        )
    return archive
