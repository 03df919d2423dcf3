"""What is wrong with the training data, said so that an editor can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it is, what it is, and what to do about it."""

    file: str
    line: int
    intent: str
    """Empty where the fault is not in the examples of one intent."""
    says: str
    remedy: str
    warning: bool = False
    """Whether the data can be used as it is."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        about = f"{self.intent} : " if self.intent else ""
        return f"{place}: {about}{self.says} ; {self.remedy}"
