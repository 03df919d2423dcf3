"""Ages that a call for help tells, in words made out as `Heard.plain` has them."""

from __future__ import annotations

import re

AGED = re.compile(
    r"\b(?:j'?ai|a|de|tengo|tiene|am|i'm|im|is|i|(?:m|mwen|li) gen|tenho|tem) (?:[5-9]|1[0-7])"
    r"(?: ans\b|ans\b| anos?\b| an\b| lane| years? old| yo\b|yo\b)|\b1[0-7][ -]years?[ -]old"
)
"""An age under 18, not a time that has gone by."""
GROWN = re.compile(
    r"\b(?:j'?ai|tengo|i am|i'm|im|(?:m|mwen) gen|tenho) (?:1[89]|[2-6]\d)"
    r"(?: ans| anos?| an| lane| years? old)?\b(?!\s*(?:h|heure|hour|jour|day|mois|month|sem|week"
    r"|min|dol|eur|mil|\$|%|km|personne|people|fois|times))"
)
"""The writer's own age, from 18 on."""
