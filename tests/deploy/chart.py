"""Runs in .venv-deploy: lint, render and validate a chart for each set of values.

stdin: {"chart": folder, "kubernetes": version, "cases": {name: values}}. stdout: {"lint": [texts],
"cases": {name: {"refused": text} or {"notes": text, "objects": [...], "faults": [texts]}}}.
Helm is Helm 4's own code (helm-python-sdk); the schemas are those of Kubernetes, strict.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import helm_python as helm
import kubernetes_validate as kubernetes
import yaml

_ERROR = 3


def _faults(document: dict[str, Any], version: str) -> list[str]:
    try:
        kubernetes.validate(document, version, strict=True)
    except kubernetes.ValidationError as problem:
        where = "/".join(str(part) for part in problem.path)
        return [f"{document['kind']} {document['metadata']['name']}, {where}: {problem.message}"]
    except kubernetes.SchemaNotFoundError:
        # Not of Kubernetes itself: a definition of the Prometheus operator.
        if not document["apiVersion"].startswith("monitoring.coreos.com/"):
            raise
    return []


def _case(chart: helm.Chart, values: dict[str, Any], version: str) -> dict[str, Any]:
    try:
        chart.validate_schema(values)
        files = chart.render(values, name="demo", namespace="prod")
    except helm.HelmError as problem:
        return {"refused": str(problem)}
    notes = next(text for name, text in files.items() if name.endswith("NOTES.txt"))
    objects = [
        document
        for name, text in files.items()
        if name.endswith(".yaml")
        for document in yaml.safe_load_all(text)
        if document
    ]
    faults = [fault for document in objects for fault in _faults(document, version)]
    return {"notes": notes, "objects": objects, "faults": faults}


def main() -> None:
    """Answer the question on stdin."""
    asked = json.load(sys.stdin)
    # Helm's own log goes to stdout.
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    linted = helm.lint(asked["chart"])
    with helm.Chart.load(asked["chart"]) as chart:
        cases = {
            name: _case(chart, values, asked["kubernetes"])
            for name, values in asked["cases"].items()
        }
    lint = [m["error"] for m in linted["messages"] if m["severity"] >= _ERROR - 1]
    json.dump({"lint": lint, "cases": cases}, out)
    out.close()


if __name__ == "__main__":
    main()
