"""The dearest messages: searched for by climbing towards what takes more processor.

`climb` changes the dearest shapes that it knows, keeps what is dearer still and starts again; a
shape is repeated to 2,000 characters. Tests hold a few hundred shapes to a bound; `measure` tries
2,000 on the whole understanding, spaCy and the encoder included.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from typing import Any

SIZE = 2_000
"""Characters: the longest message that is understood."""
FOUND = ("2,", "2,2-", "2-", "2 et ", "et ", "et et l'", "1,", "a part ", "mais pas ", "qui: ")
"""Shapes that once cost a second of processor, or a tenth of one."""
PIECES = (
    *("et ", "puis ", "qui ", "que ", "ou ", "2", "1", ",", ", ", "-", ":", "+", "? ", ". ", "\n"),
    *("a part ", "sauf ", "mais pas ", "n'", "pas ", "outre ", "l'", "d'", "le doj ", "dos "),
    *("rapport ", "ministere ", "du travail ", "je ", "suis ", "fais ", "memoire ", "est ce que "),
    *(
        "t il ",
        "est il ",
        "cest ",
        "a",
        "b ",
        "é",
        "œ",
        "@",
        "xq",
        "d'une part ",
        "preside ",
        "spog ",
    ),
    *("je suis une victime ", "surviavnts ", "qui enquete sur la traite ", "aide ", "anticonstit"),
)
Cost = Callable[[str], float]
"""Seconds of processor that a text takes."""


def filled(shape: str, size: int = SIZE) -> str:
    """`shape` over and over, to so many characters.

    >>> filled("et ", 7)
    'et et e'
    """
    return (shape * size)[:size]


def processor(work: Callable[[str], Any]) -> Cost:
    """Counts what `work` on a text takes."""

    def cost(text: str) -> float:
        began = time.process_time()
        work(text)
        return time.process_time() - began

    return cost


def climb(cost: Cost, tries: int, known: Iterable[str] = FOUND, kept: int = 5) -> list[str]:
    """The dearest shapes found in so many tries, the dearest first; the same tries each time, as
    far as costs agree."""
    chance = random.Random(20_261_126)  # noqa: S311
    tried = {shape: cost(filled(shape)) for shape in known}
    for _ in range(tries):
        parent = max(chance.sample(sorted(tried), 3), key=tried.__getitem__)
        begin = chance.randrange(len(parent)) if chance.random() < 0.5 else 0
        shape = parent[begin:] + "".join(chance.choices(PIECES, k=chance.randint(1, 4)))
        if chance.random() < 0.3:
            shape = "".join(chance.choices(PIECES, k=chance.randint(1, 8)))
        tried.setdefault(shape, cost(filled(shape)))
    return dearest(cost, sorted(tried, key=tried.__getitem__)[-4 * kept :])[:kept]


def dearest(cost: Cost, shapes: Iterable[str]) -> list[str]:
    """`shapes`, the dearest first, by the least of three: what else the machine did counts as
    nothing."""
    least = {shape: min(cost(filled(shape)) for _ in range(3)) for shape in shapes}
    return sorted(least, key=least.__getitem__, reverse=True)


def measure(tries: int) -> dict[str, Any]:
    """The dearest shapes for the model that is served, and what they take in milliseconds, in all
    and component by component. Run it in a process of its own: it changes what it times."""
    from evaluation.bench.inside import Stopwatches, loaded

    assistant = loaded()
    understand = understanding(assistant.agent.processor)
    understand("Bonjour")
    shapes = climb(processor(understand), tries)
    best = {one: min(processor(understand)(filled(one)) for _ in range(3)) for one in shapes}
    watches = Stopwatches()
    for node in assistant.agent.processor.graph_runner._instantiated_nodes.values():
        kind = type(node._component).__name__
        if kind.startswith("Vigie") and node._fn_name == "process":
            node._fn = watches.timed(node._fn, kind)
    understand(filled(shapes[0]))
    return {
        "tried": tries,
        "shapes": shapes,
        "ms": {shape: round(1000 * seconds, 1) for shape, seconds in best.items()},
        "components_ms": {kind: round(1000 * took, 1) for kind, took in watches.seconds.items()},
    }


def understanding(processor: Any) -> Callable[[str], Any]:
    """The whole understanding of a text, as a message processor does it."""
    from rasa.core.channels.channel import UserMessage
    from rasa.shared.core.trackers import DialogueStateTracker

    def understand(text: str) -> Any:
        tracker = DialogueStateTracker.from_events("dearest", [])
        message = UserMessage(text, sender_id="dearest")
        return processor._parse_message_with_graph(message, tracker)

    return understand


if __name__ == "__main__":
    import json
    import sys

    json.dump(measure(int(sys.argv[1])), sys.stdout)
