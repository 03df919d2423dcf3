"""JSON answers in readable UTF-8."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Optional

from sanic.response import HTTPResponse


def json_reply(
    content: Any, status: int = 200, headers: Optional[Mapping[str, str]] = None
) -> HTTPResponse:
    """`content` as JSON; French letters as they are, lone surrogates replaced."""
    body = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
    return HTTPResponse(
        body, status, dict(headers or {}), content_type="application/json; charset=utf-8"
    )
