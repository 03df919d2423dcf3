"""What is counted of this channel in /metrics. Labels are fixed words."""

from __future__ import annotations

from typing import Any

from prometheus_client import Counter, Gauge

from vigie.server.account import labels
from vigie.server.metrics import REGISTRY

REFUSED = Counter(
    "vigie_web_refused", "Events of the web channel refused, by reason.", ["reason"],
    registry=REGISTRY,
)  # fmt: skip
FEEDBACK = Counter(
    "vigie_web_feedback", "Answers that people rated, by value, kind of reply and act.",
    ["value", "kind", "act"], registry=REGISTRY,
)  # fmt: skip
FEEDBACK_TOPICS = Counter(
    "vigie_web_feedback_topics", "Topics of the answers that people rated, by value.",
    ["value", "topic"], registry=REGISTRY,
)  # fmt: skip
RESUMED = Counter(
    "vigie_web_sessions_opened", "Sessions opened, by how.", ["how"], registry=REGISTRY
)
SESSIONS = Gauge("vigie_web_sessions", "Sessions held by this process.", registry=REGISTRY)
SESSION_BYTES = Gauge(
    "vigie_web_session_bytes", "Size of the messages kept for replay.", registry=REGISTRY
)
CONNECTIONS = Gauge("vigie_web_connections", "Open Socket.IO connections.", registry=REGISTRY)


def count_rating(value: str, entry: dict[str, Any]) -> None:
    """Count a rating by what was answered."""
    kind, _, acts, topics = labels(entry.get("account"))
    FEEDBACK.labels(value, kind, acts[0] if acts else "other").inc()
    for topic in topics:
        FEEDBACK_TOPICS.labels(value, topic).inc()
