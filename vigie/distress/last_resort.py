"""A handful of plain calls for help, by language, for when nothing else can be read."""

from __future__ import annotations

import re

CRY = re.compile(
    r"(?P<fr>\bau secours\b|\ba l'aide\b|\b(?:aidez|sauvez)[- ](?:moi|nous)\b|sequestr|m'enferm"
    r"|\b(?:mon|mes|nos) (?:passeports?|papiers)\b)"
    r"|(?P<en>\b(?:help|save) (?:me|us)\b|\bmy passport\b|locked (?:me|us) in)"
    r"|(?P<es>\bayud(?:a|ame|enme|enos)\b|\bauxilio\b|\bsocorro\b|encerrad[ao])"
    r"|(?P<ht>\banmwe\b|\bsekou\b|\bede (?:m|mwen|nou)\b)"
)
"""Used only when the cue files cannot be read."""
