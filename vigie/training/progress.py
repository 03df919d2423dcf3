"""What Rasa logs while it trains, in French."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Iterator

Say = Callable[[str], None]
"""Takes one line to show."""


class _Progress(logging.Handler):
    """Turns what Rasa logs of each component into one French line, with the seconds since then."""

    def __init__(self, say: Say) -> None:
        super().__init__(logging.INFO)
        self._say = say
        self._started = time.monotonic()
        self._stdout = sys.stdout  # what Rasa itself prints is set aside meanwhile

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        component = message.split("'")[1] if message.count("'") >= 2 else ""
        with contextlib.redirect_stdout(self._stdout):
            if message.startswith("Starting to train"):
                seconds = time.monotonic() - self._started
                self._say(f"  {component} : entraînement… (après {seconds:.0f} s)")
            elif message.startswith("Restored component"):
                self._say(f"  {component} : inchangé, repris du cache")


@contextlib.contextmanager
def progress(say: Say) -> Iterator[None]:
    """While Rasa trains, one French line a component to `say`."""
    logger = logging.getLogger("rasa.engine.training.hooks")
    handler, level, propagate = _Progress(say), logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate
