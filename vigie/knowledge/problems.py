"""What is wrong with the files, said so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file: where it is, what it is, and what to write instead."""

    file: str
    line: int | None
    entry: str
    """The id of the entry, or its rank in the file ("n° 3"); empty for the file as a whole."""
    field: str
    """The way to the value from the entry: "duties[2].place.section"."""
    says: str
    remedy: str
    warning: bool = False
    """Whether it is for an editor to weigh; a warning keeps nothing from working."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = " > ".join(part for part in (self.entry, self.field) if part)
        return f"{place}: {where + ' : ' if where else ''}{self.says} ; {self.remedy}"


class KnowledgeError(ValueError):
    """The files cannot be used; `problems` has every fault found, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        title = f"{count} erreurs" if count > 1 else "1 erreur"
        super().__init__(
            "\n".join([f"{title} dans la base de connaissances :", *map(str, self.problems)])
        )
