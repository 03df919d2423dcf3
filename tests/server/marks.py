"""What people of the tests write and are called: none of it may be in any output of a server."""

from __future__ import annotations

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
