"""Whether each intent and topic is taught by enough examples of data/nlu, and by not too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from vigie.nlu.examples import REGISTERS, Example
from vigie.nlu.problems import Problem

FEWEST = 30
"""Examples that an intent needs."""
FEWEST_OF_TOPIC = 10
"""Marked examples below which a topic lives by the words of the knowledge alone."""
LARGEST_SHARE = 0.2
"""Share of all examples above which an intent outweighs the others."""
RASAS_OWN = "nlu_fallback"
"""An intent that Rasa sets and nobody teaches."""


def amounts(
    found: Sequence[Example], intents: frozenset[str], topics: frozenset[str], folder: str
) -> Iterator[Problem]:
    """Intents and topics taught by too little, or by far too much."""
    taught = Counter(example.block.intent for example in found)
    registers = {(example.block.intent, example.block.register) for example in found}
    marked = Counter(t for example in found for t in example.block.about(topics))
    for intent in sorted(intents & taught.keys()):
        count = taught[intent]
        if count < FEWEST:
            yield Problem(folder, 0, intent, f"{count} exemples", f"en écrire au moins {FEWEST}")
        if count > LARGEST_SHARE * len(found):
            says = f"{count} exemples sur {len(found)}, l’intention pèse trop"
            remedy = "étoffer les autres, ou en ôter"
            yield Problem(folder, 0, intent, says, remedy, warning=True)
        missing = [register for register in REGISTERS if (intent, register) not in registers]
        if missing:
            says = f"aucun exemple pour {', '.join(missing)}"
            yield Problem(folder, 0, intent, says, "en écrire dans chaque registre")
    for intent in sorted(intents - taught.keys() - {RASAS_OWN}):
        yield Problem(folder, 0, intent, "aucun exemple", f"en écrire au moins {FEWEST}")
    for topic in sorted(topics):
        if marked[topic] < FEWEST_OF_TOPIC:
            says = f"le sujet {topic} ne marque que {marked[topic]} exemples"
            remedy = f"en marquer {FEWEST_OF_TOPIC} : les questions s’en reconnaîtront mieux"
            yield Problem(folder, 0, "", says, remedy, warning=True)
