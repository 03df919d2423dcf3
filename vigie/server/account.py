"""Counts what each reply was, as the actions say it in fixed words; hands on what was missed."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Optional

from vigie.server import metrics
from vigie.server.logs import error_types
from vigie.server.misses import Misses

log = logging.getLogger(__name__)

PROBES = "probe:"
"""How the names of conversations begin that nobody has: see `assistant.probe`."""
_LABEL = re.compile(r"[a-z][a-z_]{0,39}", re.ASCII)
_OTHER = "other"


class Accountant:
    """Sees every result of an action."""

    misses: Optional[Misses] = None
    """Where questions without a full answer go; None where the operator keeps none."""

    def note(self, sender: str, responses: Sequence[Mapping[str, Any]]) -> None:
        """Count `responses`, and take out of them what is not for the person. Never raises."""
        for response in responses:
            custom = response.get("custom")
            if not isinstance(custom, dict):
                continue
            missed = custom.pop("miss", None)
            if sender.startswith(PROBES):
                continue
            try:
                kind = _count(custom.get("account"))
                if missed and self.misses is not None:
                    self.misses.give(sender, kind, missed["words"], missed["kinds"])
            except Exception as problem:
                log.error("réponse non comptée (%s)", error_types(problem))


def label(text: Any) -> str:
    """`text` as a label: a short word of small letters, whatever an action server says."""
    found = isinstance(text, str) and _LABEL.fullmatch(text)
    return found.group() if found else _OTHER


def labels(account: Any) -> tuple[str, str, list[str], list[str]]:
    """The kind, the reason, the acts and the topics of an account."""
    told: Mapping[str, Any] = account if isinstance(account, Mapping) else {}
    reason = label(told["reason"]) if told.get("reason") else ""
    return label(told.get("kind")), reason, list(_all(told, "acts")), list(_all(told, "topics"))


def _all(told: Mapping[str, Any], key: str) -> Iterator[str]:
    some = told.get(key)
    return map(label, some[:4] if isinstance(some, list) else ())


def _count(account: Any) -> str:
    """The kind of reply, counted; "other" and uncounted where there is no account."""
    if not account:
        return _OTHER
    kind, reason, acts, topics = labels(account)
    metrics.REPLIES.labels(kind, reason).inc()
    for act in acts:
        metrics.ACTS.labels(act, kind).inc()
    for topic in topics:
        metrics.TOPICS.labels(topic, kind).inc()
    return kind
