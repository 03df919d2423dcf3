"""What became of a message that the platform had taken, as it says later: counted, never kept."""

from __future__ import annotations

from vigie.channels.shared import counters

STATUSES = {
    "delivered": "delivered",
    "read": "read",
    "failed": "failed",
    "undelivered": "failed",
}
"""The words of WhatsApp and Twilio, and the three that we count; "sent" says nothing new."""


def count(channel: str, status: str) -> None:
    """Count what a platform reports; a word that is none of these counts as nothing.

    >>> count("twilio", "undelivered"), count("twilio", "queued")
    (None, None)
    """
    if status in STATUSES:
        counters.REPORTS.labels(channel, STATUSES[status]).inc()
