"""The last step of the understanding: what a message asks, and the frame that the answers read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from vigie.nlu.features import frame_around, frame_word
from vigie.nlu.linear import Linear
from vigie.nlu.parsed import Parsed, content
from vigie.nlu.roles import told_apart

KEPT = 12
"""Intents handed on, the likeliest first."""
REFUSED = 0.35
"""Likelihood from which a name is set aside; of authors held out three in four that are refused are
over it, and one in eighty of the others."""
BESIDE = 0.85
"""The share of the likeliest refusal that another name needs: "le HHS, et pas le DHS"."""


def _says_something(part: Parsed) -> bool:
    """Whether a question can be read alone: "est-ce vrai ?" cannot."""
    return len(content(part)) >= 2 or bool(part.mentions)


def with_intent(parsed: Parsed, head: Linear) -> Parsed:
    """`parsed` with its ranking of intents, that of the lone question in it weighed in."""
    scores = head.scores_of(
        parsed.words, frame_word, tuple(frame_around(parsed.words, parsed.text))
    )
    if parsed.lone and _says_something(parsed.lone):
        alone = dict(with_intent(parsed.lone, head).ranking)
        scores = (scores + np.array([alone[label] for label in head.labels], dtype=np.float32)) / 2
    order = np.argsort(-scores, kind="stable")
    ranking = tuple((head.labels[i], float(scores[i])) for i in order)
    return replace(parsed, ranking=ranking)


def frame(parsed: Parsed) -> dict[str, Any]:
    """What the answers read: plain data, offsets into the text, the likeliest intents."""
    apart = parsed.apart or _by_rule(parsed)
    least = max(REFUSED, BESIDE * max(apart, default=0.0))
    return {
        "text": parsed.text,
        "words": " ".join(parsed.plain),
        "outside": " ".join(word for word in parsed.words if not word.startswith("<")),
        "known": round(parsed.known, 2),
        "ranking": [[name, round(p, 4)] for name, p in parsed.ranking[:KEPT]],
        "forms": [[form, round(p, 4)] for form, p in parsed.forms],
        "leans": {kind: round(p, 4) for kind, p in parsed.leans.items()},
        "links": [[ident, round(p, 4)] for ident, p in parsed.links],
        "mentions": [
            {
                "ids": list(m.ids),
                "kind": m.kind,
                "start": m.start,
                "end": m.end,
                "strength": m.strength,
                "excluded": refused >= least,
            }
            for m, refused in zip(parsed.mentions, apart)
        ],
        "topics": list(parsed.topics),
        "excluded_topics": list(parsed.excluded_topics),
        "roles": {topic: [place, round(p, 4)] for topic, (place, p) in parsed.roles.items()},
        "scores": {topic: round(score, 4) for topic, score in parsed.scores.items()},
        "clauses": [frame(one) for one in parsed.clauses],
        "claims": [frame(one) for one in parsed.claims],
    }


def _by_rule(parsed: Parsed) -> list[float]:
    """Which names are refused, where nothing on it was learned."""
    return [float(told_apart(mention, parsed)) for mention in parsed.mentions]
