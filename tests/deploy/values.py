"""Values that the chart is rendered with, as operators would give them."""

from __future__ import annotations

from typing import Any

_IMAGE = {"repository": "registry.example/vigie", "tag": "abc123"}
_LEAST: dict[str, Any] = {"image": _IMAGE, "secret": {"existing": "vigie-secrets"}}

_ENTRY = """vigie.server.rest.RestChannel: {}
vigie.channels.matrix.encrypted.EncryptedMatrixChannel:
  token: ${MATRIX_E2E_TOKEN}
  homeserver: https://matrix.example
  user_id: "@vigie:matrix.example"
  access_token: of the bridge alone
  store_key: of the bridge alone
  base_url: http://demo-vigie-matrix:5006
"""
_BRIDGE: dict[str, Any] = {
    "enabled": True,
    "image": {"repository": "registry.example/vigie-bridge"},
}


def _matrix(credentials: str = _ENTRY, **more: Any) -> dict[str, Any]:
    return _LEAST | {"credentials": credentials, "matrixBridge": _BRIDGE | more}


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
    "matrix": _matrix(),
    "matrix elsewhere": _matrix(
        _ENTRY.replace("https://matrix.example", "https://matrix.inside:8448"),
        image={"repository": "registry.example/vigie-bridge", "digest": "sha256:" + "b" * 64},
        secret="vigie-matrix",
        cidrs=["10.30.0.0/16", "fd01::/16"],
        storage={"className": "fast", "size": "2Gi"},
    )
    | {"image": _IMAGE | {"pullSecrets": ["key"]}, "podAnnotations": {"example.org/team": "vigie"}},
    # `helm upgrade --reuse-values` knows no value that came later.
    "before there was a bridge": _LEAST | {"matrixBridge": None},
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
    "a bridge without its image": (_matrix(image={}), "matrixBridge.image.repository"),
    "a bridge without its channel": (
        _matrix("vigie.server.rest.RestChannel: {}"),
        "EncryptedMatrixChannel",
    ),
    "a bridge of two names": (
        _matrix(_ENTRY.replace("demo-vigie-matrix", "matrix-bridge")),
        "base_url doit être http://demo-vigie-matrix:5006",
    ),
    "a homeserver that the bridge cannot know": (
        _matrix(_ENTRY.replace("https://matrix.example", "${HOMESERVER}")),
        "« homeserver » en clair",
    ),
    "a homeserver that is none": (
        _matrix(_ENTRY.replace("https://matrix.example", "matrix.example")),
        "homeserver doit être une adresse",
    ),
    "a bridge with secrets that are drawn": (
        _matrix() | {"secret": {"create": True}},
        "MATRIX_E2E_TOKEN",
    ),
    "more bridges than one": (_matrix(replicas=2), "replicas"),
    "a network that is none": (_LEAST | {"podCidrs": ["everywhere"]}, "podCidrs"),
}

CASES = ACCEPTED | {name: values for name, (values, _) in REFUSED.items()}
