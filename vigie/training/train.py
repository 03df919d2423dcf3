"""Train a model of the project, unless the current one already fits."""

from __future__ import annotations

import contextlib
import fcntl
import importlib
import io
import logging
import shutil
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import yaml

from vigie.errors import Refusal, cause, place
from vigie.project import Project
from vigie.training import digest, manifest
from vigie.training.progress import Say, progress

# An archive is small; unpacked caches and temporary files need more.
FREE_BYTES = 300 << 20
_KEPT_MODELS = 2

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """The current model, and whether it was trained just now."""

    archive: Path
    trained: bool
    seconds: float


def importers(project: Project) -> list[str]:
    """The names of the training-data importers of config.yml.

    Raises:
        Refusal: config.yml is not readable YAML.
    """
    try:
        config = yaml.safe_load(project.config.read_text("utf-8")) or {}
        return [str(entry["name"]) for entry in config.get("importers") or []]
    except (yaml.YAMLError, AttributeError, TypeError, KeyError, UnicodeDecodeError) as problem:
        raise Refusal(f"config.yml ne se lit pas : {problem}") from None


def check_importers(names: list[str]) -> None:
    """Import each importer: Rasa only warns of one that fails, and trains without it.

    Raises:
        Refusal: one does not load.
    """
    for name in names:
        module, _, member = name.rpartition(".")
        if not module:
            continue
        try:
            getattr(importlib.import_module(module), member)
        except Exception as problem:
            raise Refusal(
                f"L’importateur {name} ne se charge pas : {type(problem).__name__} : {problem}"
            ) from problem


@contextlib.contextmanager
def _alone(models: Path, say: Say) -> Iterator[None]:
    """One training at a time in one folder."""
    with (models / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Un autre entraînement est en cours : attente…")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def train(project: Project, say: Say, force: bool = False) -> Outcome:
    """Train, unless the current model fits or `force` is set.

    The caller has checked the knowledge. `say` is told of the progress, in French.

    Raises:
        Refusal: an importer does not load, the data is refused, or the disk is full.
    """
    if not force and manifest.fits(project):
        return Outcome(manifest.current(project), trained=False, seconds=0)
    project.models.mkdir(exist_ok=True)
    if shutil.disk_usage(project.models).free < FREE_BYTES:
        raise Refusal(
            "Il n’y a plus assez de place sur le disque pour entraîner un modèle "
            f"({FREE_BYTES >> 20} Mio sont nécessaires)."
        )
    with _alone(project.models, say):
        if not force and manifest.fits(project):
            return Outcome(manifest.current(project), trained=False, seconds=0)
        return _train(project, say, force)


def _train(project: Project, say: Say, force: bool) -> Outcome:
    started = time.monotonic()
    served, made_from = digest.compute(project), digest.learned(project)
    kept = None if force else manifest.serve_also(project, served, made_from)
    if kept is not None:
        say("Rien de ce qui est appris n’a changé : le modèle sert les nouvelles connaissances.")
        return Outcome(kept, trained=False, seconds=0)
    say("Chargement de Rasa…")
    check_importers(importers(project))
    if force:
        from vigie.nlu.components import relearned

        relearned.forget()
    say("Entraînement du modèle…")
    with tempfile.TemporaryDirectory(dir=project.models, prefix=".draft-") as draft:
        made = _run_rasa(project, Path(draft), f"vigie-{made_from[:12]}", force, say)
        archive = project.models / made.name
        made.replace(archive)
    seconds = time.monotonic() - started
    manifest.write(project.models, archive, served, made_from, seconds)
    _forget_old(project.models, archive)
    return Outcome(archive, trained=True, seconds=seconds)


def _run_rasa(project: Project, output: Path, name: str, force: bool, say: Say) -> Path:
    import rasa.model_training
    from rasa.shared.exceptions import RasaException

    from vigie.nlu.components import ahead

    printed = io.StringIO()
    result: Optional[Any] = None
    try:
        with (
            progress(say),
            ahead.processes(),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),  # Rasa's progress bars
        ):
            result = rasa.model_training.train(
                domain=str(project.domain),
                config=str(project.config),
                training_files=[str(project.data)],
                output=str(output),
                force_training=force,
                fixed_model_name=name,
            )
    except (RasaException, SystemExit) as problem:
        reason = str(problem) if isinstance(problem, RasaException) else printed.getvalue()
        raise Refusal(f"Rasa refuse ces données.\n{reason.strip()}") from problem
    except OSError:
        raise
    except Exception as problem:  # one of our components, most often
        log.debug("entraînement en échec :\n%s", traceback.format_exc())
        first = cause(problem)  # Rasa's graph wraps it
        raise Refusal(
            f"L’entraînement échoue ({place(first.__traceback__)}) : "
            f"{type(first).__name__} : {first}\nLa trace entière : LOG_LEVEL=debug make train"
        ) from problem
    if result is None or not result.model:
        raise Refusal(f"Rasa n’a pas écrit de modèle.\n{printed.getvalue().strip()}")
    return Path(result.model)


def _forget_old(models: Path, current: Path) -> None:
    """Keep the current archive and the one before it."""
    archives = sorted(models.glob("vigie-*.tar.gz"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in [path for path in archives if path != current][_KEPT_MODELS - 1 :]:
        old.unlink(missing_ok=True)
