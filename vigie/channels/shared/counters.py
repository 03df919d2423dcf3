"""Counters of the channels for /metrics. Labels are fixed words, never a text or an address."""

from __future__ import annotations

from prometheus_client import Counter, Gauge

from vigie.server.metrics import REGISTRY

RECEIVED = Counter(
    "vigie_channel_received",
    "Messages by channel and by what became of them: queued, adopted, duplicate, stale, ignored, "
    "edited, too_fast, stopped, capped, overload.",
    ["channel", "outcome"],
    registry=REGISTRY,
)
REFUSED = Counter(
    "vigie_channel_refused",
    "Requests that the platform cannot have sent, by HTTP status.",
    ["channel", "status"],
    registry=REGISTRY,
)
SENT = Counter("vigie_channel_sent", "Messages taken by the platform.", ["channel"],
               registry=REGISTRY)  # fmt: skip
RETRIES = Counter("vigie_channel_retries", "Attempts made again.", ["channel"], registry=REGISTRY)
DEAD_LETTERS = Counter(
    "vigie_channel_dead_letters",
    "Messages given up: refused, limited, failing, timeout, unreachable, window, capped, error, "
    "stopping.",
    ["channel", "reason"],
    registry=REGISTRY,
)
HELP_LOST = Counter(
    "vigie_channel_help_lost",
    "Answers to cries for help that were given up, though they were tried for long.",
    ["channel"],
    registry=REGISTRY,
)
REPORTS = Counter(
    "vigie_channel_reports",
    "What platforms say became of messages that they had taken: delivered, read, failed.",
    ["channel", "status"],
    registry=REGISTRY,
)
HANDOVERS = Counter(
    "vigie_channel_handovers",
    "Conversations that the operator's help desk took over, or gave back: paused, resumed.",
    ["channel", "state"],
    registry=REGISTRY,
)
BRIDGE_READY = Gauge(
    "vigie_channel_bridge_ready",
    "Whether the process of its own that a channel needs is there and listens.",
    ["channel"],
    registry=REGISTRY,
)
QUEUED = Gauge("vigie_channel_queued", "Messages waiting or being answered.", ["channel"],
               registry=REGISTRY)  # fmt: skip
