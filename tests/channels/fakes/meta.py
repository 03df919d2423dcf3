"""Meta's Graph API for one WhatsApp number and one Messenger page, with its limits."""

from __future__ import annotations

import time
from typing import Any

from aiohttp import web

from tests.channels.fakes.base import Fake, Fault
from vigie.channels.shared.intake import meta_signature

WHATSAPP_TOKEN = "whatsapp-token"
MESSENGER_TOKEN = "messenger-token"
APP_SECRET = "meta-app-secret"
VERIFY = "meta-verify-token"
PHONE = "1010101010"
PAGE = "2020202020"


class Meta(Fake):
    """Remembers what was sent to whom."""

    def said(self, to: str) -> list[str]:
        """The texts that somebody got; a list shows its choices as lines of their own."""
        return [_shown(body) for body in self.messages(to)]

    def messages(self, to: str) -> list[Any]:
        return [c.body for c in list(self.calls) if c.status == 200 and _to(c.body) == to]

    def is_sign(self, path: str, body: Any) -> bool:
        return isinstance(body, dict) and (body.get("status") == "read" or "sender_action" in body)

    def fault(self, fault: Fault) -> Any:
        return {"error": {"message": "…", "code": 130429 if fault.status == 429 else 131000}}

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        _, version, sender, method = request.path.split("/")
        token = {PHONE: WHATSAPP_TOKEN, PAGE: MESSENGER_TOKEN}.get(sender)
        if request.headers.get("Authorization") != f"Bearer {token}":
            return self.refuse("token", 401)
        if version.startswith("v") and (sender, method) in _SETTINGS:
            problem = _SETTINGS[sender, method](body)
            return self.refuse(problem) if problem else (200, {"success": True})
        if not version.startswith("v") or method != "messages":
            return self.refuse("path", 404)
        if self.is_sign(request.path, body):
            problem = _sign_problem(body)
            return self.refuse(problem) if problem else (200, {"success": True})
        problem = _whatsapp_problem(body) if sender == PHONE else _messenger_problem(body)
        if problem:
            return self.refuse(problem)
        return 200, {"messages": [{"id": "wamid.out"}]}


def _to(body: Any) -> str:
    recipient = body.get("recipient")
    named = recipient.get("id") if isinstance(recipient, dict) else recipient
    return str(body.get("to") or named)


def _shown(body: Any) -> str:
    if "messaging_type" in body:
        message = body["message"]
        return "\n".join([message["text"], *(q["title"] for q in message.get("quick_replies", ()))])
    if body["type"] == "text":
        return str(body["text"]["body"])
    interactive = body["interactive"]
    return "\n".join([interactive["body"]["text"], *choices(body)])


def choices(body: Any) -> list[str]:
    """The titles of the choices under a message of WhatsApp."""
    action = body.get("interactive", {}).get("action", {})
    rows = [row for section in action.get("sections", ()) for row in section["rows"]]
    return [b["reply"]["title"] for b in action.get("buttons", ())] + [
        row.get("description") or row["title"] for row in rows
    ]


def _length(text: str, most: int, what: str) -> str:
    return "" if 0 < len(text) <= most and text.strip() else f"{what}: 1 to {most}"


def _whatsapp_problem(body: Any) -> str:
    if body.get("messaging_product") != "whatsapp" or ("to" in body) == ("recipient" in body):
        return "recipient"
    # The real one says nothing of a user's name in `to`, and delivers to nobody.
    if not str(body.get("to", "0")).isdigit() or "." not in body.get("recipient", "."):
        return "recipient"
    if body["type"] == "text":
        return _length(body["text"]["body"], 4_096, "text")
    interactive = body["interactive"]
    action, problems = interactive["action"], [_length(interactive["body"]["text"], 1_024, "body")]
    if interactive["type"] == "button":
        replies = [button["reply"] for button in action["buttons"]]
        problems += ["buttons: 1 to 3"] if not 1 <= len(replies) <= 3 else []
        problems += [_length(r["title"], 20, "title") for r in replies]
    else:
        replies = [row for section in action["sections"] for row in section["rows"]]
        problems += ["rows: 1 to 10"] if not 1 <= len(replies) <= 10 else []
        problems += [_length(action["button"], 20, "button")]
        problems += [_length(r["title"], 24, "title") for r in replies]
        problems += [
            _length(r["description"], 72, "description") for r in replies if "description" in r
        ]
    for field in ("id", "title"):
        values = [r[field] for r in replies]
        problems += [f"{field}: not unique"] if len(set(values)) < len(values) else []
    problems += [_length(r["id"], 200, "id") for r in replies]
    return "; ".join(filter(None, problems))


def _messenger_problem(body: Any) -> str:
    if body.get("messaging_type") != "RESPONSE" or not body["recipient"]["id"].isdigit():
        return "recipient"
    replies = body["message"].get("quick_replies", [])
    problems = [_length(body["message"]["text"], 2_000, "text")]
    problems += ["quick replies: 13 at most"] if len(replies) > 13 else []
    problems += [_length(r["title"], 20, "title") for r in replies]
    problems += [_length(r["payload"], 1_000, "payload") for r in replies]
    return "; ".join(filter(None, problems))


def _sign_problem(body: Any) -> str:
    if "sender_action" in body:
        known = body["sender_action"] in ("mark_seen", "typing_on", "typing_off")
        return "" if known and body["recipient"]["id"].isdigit() else "sender action"
    indicator = body.get("typing_indicator", {"type": "text"})
    named = str(body.get("message_id")).startswith("wamid.")
    return "" if named and indicator == {"type": "text"} else "message id"


def _commands_problem(body: Any) -> str:
    commands = body.get("commands", [])
    problems = ["commands: 30 at most"] if len(commands) > 30 else []
    problems += [_length(c["command_name"], 32, "command") for c in commands]
    problems += [_length(c["command_description"], 256, "description") for c in commands]
    return "; ".join(filter(None, problems))


def _profile_problem(body: Any) -> str:
    (menu,) = body.get("persistent_menu", [{}])
    actions = menu.get("call_to_actions", [])
    problems = [] if menu.get("locale") == "default" else ["a default menu is needed"]
    problems += [] if body.get("get_started") else ["a menu needs get_started"]
    problems += ["menu: 1 to 20"] if not 1 <= len(actions) <= 20 else []
    problems += [_length(a["title"], 30, "title") for a in actions]
    problems += [_length(a["payload"], 1_000, "payload") for a in actions]
    return "; ".join(filter(None, problems))


def _subscription_problem(body: Any) -> str:
    known = {"messages", "messaging_postbacks", "message_edits"}
    return "" if set(body["subscribed_fields"].split(",")) <= known else "subscribed fields"


_SETTINGS = {
    (PHONE, "conversational_automation"): _commands_problem,
    (PAGE, "messenger_profile"): _profile_problem,
    (PAGE, "subscribed_apps"): _subscription_problem,
}


def signed(body: bytes, secret: str = APP_SECRET) -> dict[str, str]:
    """The headers of a delivery."""
    return {"X-Hub-Signature-256": meta_signature(body, secret)}


def whatsapp(*messages: dict[str, Any], phone: str = PHONE) -> dict[str, Any]:
    """A delivery of messages."""
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550100", "phone_number_id": phone},
        "contacts": [{"profile": {"name": "Kumquat"}}],
        "messages": list(messages),
    }
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": "3030", "changes": [{"field": "messages", "value": value}]}],
    }


def whatsapp_text(number: int, sender: str, text: str, ago: float = 0) -> dict[str, Any]:
    """A text message."""
    return {
        "id": f"wamid.{number}",
        "from": sender,
        "timestamp": str(int(time.time() - ago)),
        "type": "text",
        "text": {"body": text},
    }


def messenger(*events: dict[str, Any], page: str = PAGE) -> dict[str, Any]:
    """A delivery of events."""
    return {"object": "page", "entry": [{"id": page, "time": 1, "messaging": list(events)}]}


def messenger_text(number: int, sender: str, text: str, ago: float = 0) -> dict[str, Any]:
    """A text message."""
    return {
        "sender": {"id": sender},
        "recipient": {"id": PAGE},
        "timestamp": int((time.time() - ago) * 1_000),
        "message": {"mid": f"m_{number}", "text": text},
    }
