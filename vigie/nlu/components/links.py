"""VigieLinks: what a message means without naming it, learned from the corpus."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.base import PARSED, OneHead, meta
from vigie.nlu.linear import Example, Linear
from vigie.nlu.links import example, learned, with_links
from vigie.nlu.parsed import Parsed
from vigie.nlu.taught import THINGS


def link_examples(data: TrainingData) -> list[Example]:
    """The questions that stand on their own, each with what it means and does not name."""
    return [
        example(message.get(PARSED), message.get("text"), meta(message)[THINGS])
        for message in data.training_examples
        if THINGS in meta(message) and message.get(PARSED) is not None
    ]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieLinks(OneHead):
    """Scores each entity of the knowledge on its own; most messages mean none."""

    def taught(self, data: TrainingData) -> list[Example]:
        """What is meant, of the questions that stand on their own."""
        return link_examples(data)

    def learned(self, examples: list[Example]) -> Linear:
        """A logistic regression a thing."""
        return learned(examples)

    def told(self, parsed: Parsed, head: Linear) -> Parsed:
        """With what may be meant."""
        return with_links(parsed, head)
