"""The readers of this process that rest on the encoder: loaded once, or the reason why there are
none."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Optional, TypeVar

from vigie.nlu.encoder import calls, tags, writer
from vigie.nlu.encoder.base import BaseMissing
from vigie.nlu.encoder.missing import note
from vigie.nlu.encoder.reader import Reader, load

log = logging.getLogger(__name__)
Loaded = TypeVar("Loaded")


@lru_cache(maxsize=1)
def second() -> Optional[Reader]:
    """The reader; None, said once in the log, where its weights are not to be had."""
    from threadpoolctl import threadpool_limits

    try:
        reader = load()
    except BaseMissing as problem:
        note(str(problem))
        log.warning("les messages douteux ne sont pas relus par l’encodeur : %s", problem)
        return None
    note(None)
    # A text is too small to be shared among cores, which others use meanwhile.
    threadpool_limits(1, user_api="blas")
    return reader


@lru_cache(maxsize=1)
def ear() -> Optional[calls.Ear]:
    """What hears calls for help beside the rules; None, said once in the log, where its weights
    are not to be had."""
    return _beside(calls.load, "les appels à l’aide ne sont pas relus par l’encodeur")


@lru_cache(maxsize=1)
def tagger() -> Optional[tags.Tagger]:
    """What tells where a message is cut; None, said once in the log, where its weights are not to
    be had."""
    return _beside(tags.load, "où couper un message n’est pas relu par l’encodeur")


@lru_cache(maxsize=1)
def writing() -> Optional[writer.Writer]:
    """What writes the queries of a message; None, said once in the log, where its weights are not
    to be had."""
    return _beside(writer.load, "les lectures douteuses ne sont pas pesées par l’encodeur")


def _beside(load: Callable[[Reader], Loaded], without: str) -> Optional[Loaded]:
    beside = second()
    try:
        return load(beside) if beside else None
    except BaseMissing as problem:
        note(str(problem))
        log.warning("%s : %s", without, problem)
        return None
