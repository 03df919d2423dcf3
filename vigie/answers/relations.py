"""Relations that the wording states plainly, whatever the classifier makes of the rest.

Each row: the intent, the kind of thing that must be named, the wording outside the names,
and the weight of the reading. They are second opinions, below a confident classifier.
"""

from __future__ import annotations

import re
from typing import Iterator

from vigie.answers.question import Question

_PEOPLE = (
    r"(personnes?|membres?|rescap\w*|surviv\w*|victimes?|anciennes? victimes?|gens|monde|"
    r"organismes?|agences?|ministeres?|tetes?)"
)
_ROWS = tuple(
    (intent, kind, re.compile(pattern), weight)
    for intent, kind, pattern, weight in (
        (
            "advises",
            "body",
            r"\b(avis|recommandations?)\b|\b(conseill\w*|recommand\w*)\b|\b(donn|adress|"
            r"remet|soumet|prodigu)\w* (leurs |des |ses |les )*conseils",
            0.5,
        ),
        (
            "appointer",
            "body",
            r"\b(nomm\w*|designe\w*|choisi\w*|vote|votent|elit|elisent|selectionn\w*|met|mets)\b",
            0.3,
        ),
        (
            "count_members",
            "body",
            rf"\bcombien (de |d |y a t il de |il y a de |sont |d anciennes )?{_PEOPLE}|"
            rf"\bils sont combien|nombre (de|d) {_PEOPLE}",
            0.5,
        ),
        ("chair", "body", r"\b(preside|presides|dirige|chapeaute|pilote|patron|a la tete)\b", 0.35),
        (
            "origin_law",
            "body",
            r"\b(quelle|kel|quel|en vertu|base) (loi|texte|base|legal\w*)\b|\bcree par\b|"
            r"fondement (juridique|legal)",
            0.35,
        ),
        (
            "origin_date",
            "body",
            r"\b(depuis quand|date de quand|quelle annee|en quelle annee|quand (a|est|ont|fut))\b",
            0.35,
        ),
        ("level", "body", r"\b(quel|kel) (niveau|rang|echelon)\b", 0.35),
        (
            "describe",
            "body",
            r"\b(role|mission|vocation|but|raison d etre|sert|utilite|fonction|objectif|"
            r"finalite)\b",
            0.45,
        ),
        (
            "describe",
            "agency",
            r"\b(role|mission|vocation|contribution|fonction|part|leviers|moyens|responsabilites|attributions)\b",
            0.4,
        ),
        (
            "list_reports",
            "agency",
            r"\b(rapports|publications|ecrits|documents|listes)\b"
            r"|\b(publi|sort|redige|edite|produi)\w*.*\brapport",
            0.85,
        ),
        (
            "undescribed_members",
            "body",
            r"renseignement.*\b(budget|finances|securite)\b|\bbudget.*\b(renseignement|securite)",
            1.0,
        ),
        (
            "report_owner",
            "report",
            r"\b(qui|quel|quelle|ki|kel)\b.*\b(publi(?!c\b|cs\b|que\b|ques\b)\w*|ecri\w*|redig\w*|sort|produit|signe|pond|derriere|auteur)",
            0.35,
        ),
        (
            "programme_owner",
            "programme",
            r"\b(qui|quel|quelle|ki|kel)\b.*\b(financ\w*|paie|paye|gere|mene|delivre|derriere|donne|organise|lance)",
            0.35,
        ),
    )
)


def stated(question: Question) -> Iterator[tuple[str, float]]:
    """The readings that names and wording state together, with their weights."""
    kinds = {mention.kind for mention in question.mentions if not mention.excluded}
    for intent, kind, pattern, weight in _ROWS:
        if kind in kinds and pattern.search(question.outside):
            yield intent, weight
