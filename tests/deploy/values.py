"""Values that the chart is rendered with, as operators would give them."""

from __future__ import annotations

from typing import Any

_IMAGE = {"repository": "registry.example/vigie", "tag": "abc123"}
_LEAST: dict[str, Any] = {"image": _IMAGE, "secret": {"existing": "vigie-secrets"}}

# With these, it is installed.
ACCEPTED: dict[str, dict[str, Any]] = {
    "least": _LEAST,
    "trial": {"image": _IMAGE, "secret": {"create": True}},
    "all": _LEAST
    | {
        "image": {
            "repository": "registry.example/vigie",
            "digest": "sha256:" + "a" * 64,
            "pullSecrets": ["key"],
        },
        "settings": {"VIGIE_SENDER_RATE": "30", "LOG_LEVEL": "warning"},
        "credentials": "vigie.channels.telegram.TelegramChannel:\n  token: ${TELEGRAM_TOKEN}\n",
        "proxy": {"realIpFrom": ["10.9.0.0/16", "fd00::/8"], "replicas": 3},
        "ingress": {
            "enabled": True,
            "host": "vigie.example",
            "className": "traefik",
            "tlsSecret": "tls",
            "annotations": {"cert-manager.io/cluster-issuer": "main"},
        },
        "networkPolicy": {
            "ingressNamespace": {"kubernetes.io/metadata.name": "ingress"},
            "monitoringNamespace": {"kubernetes.io/metadata.name": "monitoring"},
            "channels": True,
        },
        "monitoring": {
            "serviceMonitor": True,
            "rules": True,
            "dashboard": True,
            "labels": {"release": "prometheus"},
        },
        "nodeSelector": {"kubernetes.io/arch": "amd64"},
        "tolerations": [{"key": "public", "operator": "Exists"}],
        "podAnnotations": {"example.org/team": "vigie"},
    },
    "elsewhere": _LEAST
    | {
        "redis": {
            "enabled": False,
            "host": "redis.example",
            "port": 6380,
            "ca": "/etc/ssl/ca.pem",
            "cidrs": ["10.20.0.0/16"],
        },
        "autoscaling": {"enabled": False},
        "replicas": 4,
        "service": {"type": "LoadBalancer"},
        "stop": {"drainSeconds": 30, "turnsSeconds": 20},
    },
    "bare": _LEAST
    | {
        "networkPolicy": {"enabled": False},
        "disruptionBudget": {"enabled": False},
        "autoscaling": {"enabled": False},
    },
}

# With these, it is refused, and says why with this word.
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no image": ({"secret": {"existing": "s"}}, "image.repository"),
    "no secret": ({"image": _IMAGE}, "secret.existing"),
    "no host": (_LEAST | {"ingress": {"enabled": True}}, "ingress.host"),
    "no Redis": (_LEAST | {"redis": {"enabled": False}}, "redis.host"),
    "a misspelt value": (_LEAST | {"replica": 3}, "replica"),
    "a secret in settings": (_LEAST | {"settings": {"VIGIE_SECRET": "x" * 40}}, "VIGIE_SECRET"),
    "a digest cut short": (
        _LEAST | {"image": {"repository": "r", "digest": "sha256:abc"}},
        "digest",
    ),
    "a network that is none": (_LEAST | {"podCidrs": ["everywhere"]}, "podCidrs"),
}

CASES = ACCEPTED | {name: values for name, (values, _) in REFUSED.items()}
