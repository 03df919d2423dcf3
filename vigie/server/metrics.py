"""Counters for /metrics. Labels are fixed words: no text, sender or address is ever one."""

from __future__ import annotations

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

_BUCKETS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0, 6.0)

TURNS = Counter(
    "vigie_turns", "Messages answered, by channel and outcome.", ["channel", "outcome"],
    registry=REGISTRY,
)  # fmt: skip
TURN_SECONDS = Histogram(
    "vigie_turn_seconds", "Time to answer a message.", ["channel"],
    buckets=_BUCKETS, registry=REGISTRY,
)  # fmt: skip
REFUSED = Counter(
    "vigie_requests_refused", "Requests refused, by HTTP status.", ["status"], registry=REGISTRY
)
CONNECTIONS_CLOSED = Counter(
    "vigie_connections_closed", "Idle connections closed because no other could come.",
    registry=REGISTRY,
)  # fmt: skip
ACTION_FAILURES = Counter(
    "vigie_action_failures", "Actions that raised, hung or answered nonsense.", ["kind"],
    registry=REGISTRY,
)  # fmt: skip
RELOADS = Counter(
    "vigie_model_reloads", "Models reloaded, by result.", ["result"], registry=REGISTRY
)
PENDING = Gauge("vigie_turns_pending", "Messages being answered now.", registry=REGISTRY)
CONVERSATIONS = Gauge("vigie_conversations", "Conversations in memory.", registry=REGISTRY)
REDIS_UP = Gauge("vigie_redis_up", "1 when the last operation went through.", registry=REGISTRY)
REDIS_OPERATIONS = Counter(
    "vigie_redis_operations", "Redis operations done, by name.", ["operation"], registry=REGISTRY
)
REDIS_FAILURES = Counter(
    "vigie_redis_failures", "Redis operations that failed, by kind.", ["kind"], registry=REGISTRY
)
WITHOUT_CONTEXT = Counter(
    "vigie_turns_without_context", "Turns answered while the shared store was down.",
    registry=REGISTRY,
)  # fmt: skip
REPLIES = Counter(
    "vigie_replies", "Replies, by kind and by why they are no full answer.", ["kind", "reason"],
    registry=REGISTRY,
)  # fmt: skip
ACTS = Counter(
    "vigie_asked_acts", "Questions, by act of the query and kind of reply.", ["act", "kind"],
    registry=REGISTRY,
)  # fmt: skip
TOPICS = Counter(
    "vigie_asked_topics", "Questions, by topic and kind of reply.", ["topic", "kind"],
    registry=REGISTRY,
)  # fmt: skip
MISSES = Counter(
    "vigie_misses", "Questions without a full answer, by what became of them in the queue.",
    ["outcome"], registry=REGISTRY,
)  # fmt: skip
REVIEWS_OVERDUE = Gauge(
    "vigie_reviews_overdue", "Facts whose review_by is past; not a number where that is not known.",
    registry=REGISTRY,
)  # fmt: skip
REVIEWS_OVERDUE.set(float("nan"))
READY = Gauge("vigie_ready", "1 when a model is loaded and answers.", registry=REGISTRY)


def exposition() -> tuple[bytes, str]:
    """The body and the content type of /metrics."""
    return generate_latest(REGISTRY), CONTENT_TYPE_LATEST
