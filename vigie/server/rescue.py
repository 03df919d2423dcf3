"""What to say when the assistant cannot answer: distress first, else the failure sentence.

Needs no model, no action and no store. `vigie.distress` is imported when it is needed,
so that even a broken answers package leaves the hotline sentence.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Sequence
from typing import Any, Optional

from vigie.server import texts
from vigie.server.logs import error_types

log = logging.getLogger(__name__)


def distress_reply(text: str, before: Sequence[str] = ()) -> Optional[str]:
    """The reply to a cry for help, or None when `text`, said right after `before`, is none (or
    the rules are out of order)."""
    try:
        distress: Any = importlib.import_module("vigie.distress")
        urgency = distress.detect(text, before)
        return None if urgency is None else str(distress.reply(urgency))
    except Exception as problem:
        log.error("règles de détresse hors service (%s)", error_types(problem))
        return None


def reply(text: str, otherwise: str = texts.FAILURE, before: Sequence[str] = ()) -> str:
    """Distress is answered as such; for the rest, `otherwise`."""
    return distress_reply(text, before) or otherwise
