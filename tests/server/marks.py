"""What people of the tests write and are called, and how the servers that they talk to are set.

None of what they write or are called may be in any output of a server.
"""

from __future__ import annotations

SECRET = "un secret de trente-deux signes au moins"
SITE, FRIEND = "https://site.example", "https://ami.example"
PENDING = 8
TIGHT = {
    "VIGIE_ACTION_SECONDS": "4",
    "VIGIE_TURN_SECONDS": "20",
    "VIGIE_MAX_PENDING": str(PENDING),
    "VIGIE_SENDER_RATE": "2",
    "VIGIE_ADDRESS_RATE": "6",
    "VIGIE_TRUSTED_PROXIES": "127.0.0.1",
}

SENDER = "expediteur-kumquat"
WORD = "xylophage"
NAME = "Célestine Abernathy"
PHONE = "202-555-0142"

MARKS = f"{WORD} {NAME} {PHONE}"

_SECRETS = ("kumquat", WORD, "lestine", "Abernathy", "555-0142", "secret", "Traceback", 'File "')


def leaks(shown: str) -> list[str]:
    """What of a person, or of a traceback, is in `shown`, each with what stands around it."""
    return [
        f"{secret!r} in …{shown[max(0, at - 200) : at + 200]}…"
        for secret in _SECRETS
        if (at := shown.find(secret)) >= 0
    ]
