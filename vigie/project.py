"""Where the files of a project lie: every path of Vigie is derived from one folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vigie.errors import Refusal


@dataclass(frozen=True)
class Project:
    """The folder that holds config.yml, and the paths derived from it."""

    root: Path

    @classmethod
    def here(cls) -> Project:
        """The project of the current folder.

        Raises:
            Refusal: there is no config.yml here.
        """
        project = cls(Path.cwd())
        if not project.config.is_file():
            raise Refusal(
                "Aucun fichier config.yml ici : lancez la commande depuis le dossier du projet."
            )
        return project

    @property
    def config(self) -> Path:
        """Pipeline and policies."""
        return self.root / "config.yml"

    @property
    def domain(self) -> Path:
        """Intents, slots and responses."""
        return self.root / "domain.yml"

    @property
    def endpoints(self) -> Path:
        """Stores and action server."""
        return self.root / "endpoints.yml"

    @property
    def credentials(self) -> Path:
        """Channels."""
        return self.root / "credentials.yml"

    @property
    def data(self) -> Path:
        """How people ask, and what follows."""
        return self.root / "data"

    @property
    def knowledge(self) -> Path:
        """What is true."""
        return self.root / "knowledge"

    @property
    def models(self) -> Path:
        """The only folder that models are loaded from."""
        return self.root / "models"

    @property
    def evaluation(self) -> Path:
        """Cases and reports."""
        return self.root / "evaluation"
