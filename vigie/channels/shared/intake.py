"""Whether a request comes from the platform: each scheme, on the raw body, in constant time.

None of these accepts an empty secret, whatever the request holds.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable
from typing import Optional


def same(given: Optional[str], expected: str) -> bool:
    """Whether a secret is the expected one, in a time that tells nothing; never for an empty one.

    >>> same("abc", "abc"), same("abd", "abc"), same("", ""), same(None, "")
    (True, False, False, False)
    """
    if not expected or given is None:
        return False
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode("utf-8"))


def bearer(header: Optional[str], expected: str) -> bool:
    """Whether an Authorization header carries the token `expected`."""
    scheme, _, token = (header or "").partition(" ")
    return scheme.lower() == "bearer" and same(token.strip(), expected)


def basic(header: Optional[str], expected: str) -> bool:
    """Whether an Authorization header carries the password `expected`, whoever the user."""
    scheme, _, coded = (header or "").partition(" ")
    try:
        pair = base64.b64decode(coded.strip(), validate=True).decode("utf-8")
    except ValueError:
        return False
    return scheme.lower() == "basic" and same(pair.partition(":")[2], expected)


def meta_signature(body: bytes, secret: str) -> str:
    """X-Hub-Signature-256 of a body, for WhatsApp and Messenger."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_from_meta(body: bytes, header: Optional[str], secret: str) -> bool:
    """Whether `header` is the SHA-256 signature of `body`; no other algorithm is accepted."""
    return bool(secret) and same(header, meta_signature(body, secret))


def twilio_signature(url: str, fields: Iterable[tuple[str, str]], token: str) -> str:
    """X-Twilio-Signature of a form posted to `url`, the address that Twilio was given."""
    signed = url + "".join(name + value for name, value in sorted(set(fields)))
    mac = hmac.new(token.encode(), signed.encode("utf-8"), hashlib.sha1)
    return base64.b64encode(mac.digest()).decode("ascii")


def is_from_twilio(
    url: str, fields: Iterable[tuple[str, str]], header: Optional[str], token: str
) -> bool:
    """Whether `header` signs this form for this public URL."""
    return bool(token) and same(header, twilio_signature(url, fields, token))
